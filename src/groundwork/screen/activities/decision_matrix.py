"""Fill the decision-rights matrix: who may commit what, who has which part, and where it stalls."""

import math
from typing import Any

from groundwork.learner import datasets, place, public_record
from groundwork.learner.papers import decision_rights as paper
from groundwork.learner.papers import letterhead
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView, Line, Told
from groundwork.screen.widgets.fields import ANY, Field, Said
from groundwork.screen.widgets.first_remarks import first_remarks
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.leadership import decision_checks, walk
from groundwork.subject.leadership.decision_rights import DECIDES, NOTICE, PARTS, Decision, Matrix
from groundwork.subject.leadership.matrix_rows import (
    BEYOND_MONEY,
    GOVERNMENT,
    KINDS,
    NO_DAYS,
    RESIDENTS,
    found,
    matrix_of,
    names_in,
    near,
)
from groundwork.subject.remark import ERROR, NUDGE, WARNING, Remark

POSITIONS = "decision_positions"
YES_NO = {"yes": "yes", "no": "no"}
POSITION_FIELDS = (
    Field("name", "Position or group", help="Never a person's name.", required=True),
    Field("kind", "What it is", "choice", KINDS, required=True),
    Field(
        "money",
        "May commit (dollars)",
        "number",
        help="In one decision. Copy it from the memo on who may sign. None at all? Write 0. Not "
        "found? Leave it open.",
        unit="dollars",
    ),
    Field(
        "written_in",
        "Dollars written in",
        help="The memo, policy or job description, and its date.",
    ),
    Field("beyond", "May also decide about", "choice", BEYOND_MONEY, listed=False),
    Field(
        "staff_written_in",
        "Staff or hours written in",
        help="A paper about purchases does not show it.",
        listed=False,
        when=("beyond", ("staffing", "both")),
    ),
    Field("rule_written_in", "Rules written in", listed=False, when=("beyond", ("rule", "both"))),
    Field(
        "paid",
        "Are they paid for their time?",
        "choice",
        YES_NO,
        listed=False,
        when=("kind", (RESIDENTS,)),
    ),
)
PICK = "Type, or press the down arrow to pick from your list."
SEVERAL = f"{PICK} A semicolon stands between two."
DECISION_FIELDS = (
    Field("name", "Decision", help="Begin with a verb: Sign the contract for …", required=True),
    Field(
        "money",
        "Dollars it needs",
        "number",
        help="None? Write 0. Not known? Leave it open.",
        unit="dollars",
    ),
    Field("beyond", "It also moves", "choice", BEYOND_MONEY, listed=False),
    Field(
        "affects", "Does it affect people outside your department?", "choice", YES_NO, listed=False
    ),
    Field(
        "notice",
        "Notice to a union, or bargaining",
        "choice",
        NOTICE,
        help="Ask HR.",
        listed=False,
        when=("beyond", ("staffing", "both")),
    ),
    Field("D", "Decides", "name", help=f"One position alone. {PICK}"),
    Field(
        "S",
        "Signs off",
        "names",
        help="May stop it on stated grounds: counsel, HR, finance. " + SEVERAL,
    ),
    Field(
        "days",
        "Working days to sign off",
        "number",
        {NO_DAYS: "no day is set"},
        help="Monday to Friday. No day is set? Write none. Not known? Leave it open.",
        when=("S", ANY),
        unit="working days",
    ),
    Field("A", "Advises", "names", help=f"Is asked before. {SEVERAL}"),
    Field("W", "Does the work", "names", help=SEVERAL),
    Field("I", "Is told", "names", help=SEVERAL),
)


def decision_matrix(name: str = "decision_rights") -> Stack:
    """Return the two lists, of positions and of decisions, and what the matrix of both lacks.

    Parameters
    ----------
    name
        The artifact's name; Riverbend County (invented) has its own, and begins with its matrix.
    """
    invented = letterhead.invented()
    view = ChartView(name="What your matrix says")
    start = riverbend() if invented else ([], [])

    def show(decisions: list[dict[str, Any]]) -> None:
        made = matrix_of(positions.records, decisions)
        lists = place.artifact(name), place.artifact(POSITIONS)
        view.tell(told(made, *lists) if made.decisions else {})

    def changed() -> None:
        show(decisions.records)
        decisions.offer()

    positions = RecordList(
        place.artifact(POSITIONS),
        POSITION_FIELDS,
        title=place.titled("Who may commit what"),
        record=public_record.RIGHTS,
        one="position or group",
        start=start[0],
        check=lambda rows: matrix_of(rows, []),
        on_change=lambda _: changed(),
    )
    decisions = RecordList(
        place.artifact(name),
        DECISION_FIELDS,
        title=place.titled("Who has which part"),
        one="decision",
        start=start[1],
        check=lambda rows: matrix_of([], rows),
        on_change=show,
        offers=lambda: [row["name"] for row in positions.records],
        look=lambda row: looked(row, [each["name"] for each in positions.records]),
        paper=lambda rows: paper.paper(matrix_of(positions.records, rows), invented=invented),
    )
    if invented:
        show(decisions.records)
    return Stack(positions, decisions, view)


def riverbend() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return both lists of Riverbend County (invented) as they stand now, with their gaps."""
    return rows_of("riverbend_invented")


def rows_of(front: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the positions and the decisions of an invented place, as the lists hold them."""
    positions = [_position(row) for row in _plain(f"{front}_delegations")]
    parts = {"D": "decides", "S": "signs_off", "A": "advises", "W": "works", "I": "told"}
    decisions = [
        {
            **row,
            "name": row["decision"],
            "money": row["money"] or 0.0,  # in the data a blank means none
            **{letter: row[part] for letter, part in parts.items()},
        }
        for row in _plain(f"{front}_decisions")
    ]
    return (
        [{each.id: row[each.id] for each in POSITION_FIELDS} for row in positions],
        [{each.id: row.get(each.id, "") for each in DECISION_FIELDS} for row in decisions],
    )


def _position(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row of delegations: its one paper names all that the position may decide about.

    In the data a blank means that no paper gives it any dollars; of a government it means nothing.
    """
    written, beyond = row["written_in"], row["beyond"]
    limited = row["kind"] != GOVERNMENT
    return {
        **row,
        "money": 0.0 if row["money"] is None and limited else row["money"],
        "name": row["position"],
        "staff_written_in": written if beyond in ("staffing", "both") else "",
        "rule_written_in": written if beyond in ("rule", "both") else "",
    }


def told(made: Matrix, decisions: str, positions: str) -> Told:
    """Say where each decision would end, and the first gaps; the paper lists all.

    Parameters
    ----------
    decisions, positions
        The artifacts whose rows the gaps lead to.
    """
    remarks = sorted(
        decision_checks.review(made), key=lambda each: (ERROR, WARNING, NUDGE).index(each.severity)
    )
    listed = {each.name for each in made.positions if each.listed}

    def said(remark: Remark) -> Line:
        text = f"{_at(remark.about)}{remark.what} {remark.try_instead}"
        if remark.about:
            return Line(text, decisions, (remark.about,))
        return Line(text, positions, (remark.part,) if remark.part in listed else ())

    first = first_remarks(remarks, said)
    return {
        "Where each decision would stop": [
            *(f"{each.name}: {_ending(made, each)}" for each in made.decisions),
            walk.ends_in_words(made),
        ],
        "What to look at first": [*first, decision_checks.closing(remarks)],
    }


def looked(row: dict[str, Any], names: list[str]) -> Said:
    """Ask about each name that is not in the list of positions, beside its field."""
    said = []
    for letter in PARTS:
        for name in names_in(row[letter]):
            if found(name, names) in names:
                continue
            meant = " or ".join(f"“{each}”" for each in near(name, names))
            question = f"Do you mean {meant}? Then pick it from the list." if meant else ""
            said.append((letter, f"“{name}” is not in your list. {question}".strip()))
        if letter == DECIDES and len(names_in(row[letter])) > 1:
            said.append((letter, "Two names: which one decides?"))
    if not said:
        return Said((), "")
    together = {letter: " ".join(words for at, words in said if at == letter) for letter, _ in said}
    end = (
        "A name that is not in your list stays as you typed it. What to read before you hand "
        "your paper on lists it."
    )
    return Said(tuple(together.items()), end)


def _ending(made: Matrix, decision: Decision) -> str:
    ending = walk.end(made, decision)
    through = "It would not stop, as far as a matrix can tell."
    return through if ending.end == walk.ARRIVES else ending.words


def _at(about: str) -> str:
    return f"{about}: " if about else ""


def _plain(name: str) -> list[dict[str, Any]]:
    """Return the rows of a data set with "" for an empty text and None for an empty number."""
    frame = datasets.read(name)
    rows = [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]
    numbers = {"money", "days"}
    return [
        {
            key: (None if key in numbers else "")
            if value is None or (isinstance(value, float) and math.isnan(value))
            else (float(value) if key in numbers else value)
            for key, value in row.items()
        }
        for row in rows
    ]
