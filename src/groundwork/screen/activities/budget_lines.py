"""A learner's own budget lines: listed, or taken from a file, with what they say and two papers."""

from datetime import date
from typing import Any

import pandas as pd

from groundwork.learner import chosen_file, place, public_record
from groundwork.learner.papers import baseline_book, baseline_tie, letterhead
from groundwork.learner.papers import budget_baseline as paper
from groundwork.learner.papers.budget_asks import past_lines
from groundwork.screen.activities import judged_lines, whose_budget
from groundwork.screen.activities import riverbend_budget as riverbend
from groundwork.screen.activities.kept_rows import kept_rows
from groundwork.screen.activities.whose_budget import KIND, STARTS
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.fields import ANY, Field
from groundwork.screen.widgets.questions import ChoiceQuestion, Reply
from groundwork.screen.widgets.records import FromFile, RecordList
from groundwork.subject.budget import typed_words
from groundwork.subject.budget.claimed import claimed_ends
from groundwork.subject.budget.cliff import fiscal_cliff
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.equity import not_judged
from groundwork.subject.budget.lines import check_lines
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import (
    first_twelve,
    fiscal_year_of,
    records_of,
    spent,
    table_of,
    year_taken,
)
from groundwork.subject.budget.past import ago
from groundwork.subject.budget.tags import reached_in_words
from groundwork.subject.budget.tie import Tie, tie_to_budget
from groundwork.subject.budget.years import horizon_after
from groundwork.subject.counts import counted
from groundwork.subject.days import in_words
from groundwork.subject.errors import UserError
from groundwork.subject.remark import harms_in_words

LINES = "budget_lines"
MONTHS = {"7": "July", "10": "October", "1": "January", "4": "April"}
SHOWN = 3  # problems of a file that are told at once
FIELDS = (
    Field("line", "Line", help="As the budget names it. Never a person's name.", required=True),
    Field("amount", "Dollars this year", "number", required=True, unit="dollars of a line"),
    Field("fund", "Fund", listed=False),
    Field("fte", "FTE", "number", listed=False, unit="FTE"),
    Field(
        "positions",
        "Positions",
        "number",
        help="Filled and vacant; the line pays for them.",
        listed=False,
        unit="people",
    ),
    Field(
        "label",
        "Its label says",
        "choice",
        {"recurring": "it recurs", "time-limited": "it ends", "one-time": "it is one-time"},
    ),
    Field(
        "recurs_by",
        "Paper that shows that it recurs",
        help="An ordinance, or the adopted budgets of several years.",
        listed=False,
        when=("label", ("recurring",)),
    ),
    Field(
        "ends",
        "Last day of the money",
        "day",
        help="From the award letter, such as June 30, 2027.",
    ),
    Field(
        "use",
        "Use",
        "choice",
        {"unrestricted": "any use", "restricted": "what a funder names"},
        listed=False,
    ),
    Field(
        "covers",
        "The amount is for",
        "choice",
        {"year": "a whole year", "months": "only the months until that day"},
        help="Where its money ends inside the year: ask finance.",
        listed=False,
        when=("ends", ANY),
    ),
    Field(
        "benefits",
        "Do these dollars hold benefits?",
        "choice",
        {"in": "yes, pay and benefits", "apart": "no, benefits are on a line of their own"},
        help="Of a position: many exports book its benefits elsewhere.",
        listed=False,
        when=("fte", ANY),
    ),
    Field(
        "share", "Percent that counts", "number", help="100 when all of it does.", unit="percent"
    ),
    Field("paper", "Paper that shows it", help="A job description, time study or contract."),
    Field(
        "serves",
        "Reaches those hit hardest?",
        "choice",
        {"yes": "yes", "no": "no", "unknown": "not known"},
        listed=False,
    ),
    Field("record", "Record that shows that", listed=False),
)


def budget_lines(name: str = LINES) -> Stack:
    """Return the fiscal year, the list, and what it says."""
    view = ChartView(name="What your lines say")
    invented = letterhead.invented()
    starts = whose_budget.starts()
    judgments = dict(judged_lines.listed_in(kept_rows(name)))

    def year() -> tuple[str, int]:
        return year_of(starts.now(), bool(invented), name)

    def known(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return rows if invented else whose_budget.with_facts(rows)

    def table(rows: list[dict[str, Any]]) -> pd.DataFrame:
        return table_of(known(rows), year()[0])

    def today() -> date | None:
        return None if invented else date.today()

    def standing(rows: list[dict[str, Any]]) -> Tie | None:
        return None if invented else tied(rows, year()[0])

    def show(rows: list[dict[str, Any]]) -> None:
        if not rows:
            return view.tell({})
        try:
            said = told(known(rows), *year(), standing(rows), today(), letterhead.counted())
        except UserError as error:  # a kept file that somebody changed by hand
            said = {"What to mend first": [str(error)]}
        return view.tell({**_which_year(name), **said})

    def renamed() -> None:
        show(listed.records)
        chosen_file.tell(KIND, but=name)

    def changed(rows: list[dict[str, Any]]) -> None:
        show(rows)
        if judgments != (now := judged_lines.listed_in(rows)):
            judgments.clear()
            judgments.update(now)
            chosen_file.tell(KIND, but=name)

    listed = RecordList(
        place.artifact(name),
        FIELDS,
        title=place.titled("Budget lines"),
        record=public_record.BUDGET,
        one="line",
        check=lambda rows: check_lines(table(rows)),
        on_change=changed,
        paper=lambda rows: paper.paper(
            table(rows),
            known(rows),
            *year(),
            invented,
            standing(rows),
            today(),
            letterhead.counted(),
        ),
        workbook=lambda rows: baseline_book.workbook(
            table(rows), *year(), invented, standing(rows), today(), letterhead.counted()
        ),
        renamed=renamed,
        # What is true of a department never goes into an invented list.
        from_file=None if invented else lambda: offered(name),
    )

    def keep(month: str) -> Reply:
        starts.change(lambda _: month)
        chosen_file.tell(KIND)
        show(listed.records)
        return Reply(None, f"Saved. Your lines are read as {year()[0]}.")

    first = ChoiceQuestion(
        STARTS,
        "In which month does your fiscal year start?",
        MONTHS,
        button="Save the month",
        reply=keep,
        restore=lambda: starts.now() if (starts.now() != "7") else None,
    )

    def follow() -> None:
        listed.refresh()
        show(listed.records)

    chosen_file.follow(KIND, name, follow)
    return Stack(*([] if invented else [first]), listed, view)


def year_of(month: str, invented: bool, name: str = LINES) -> tuple[str, int]:
    """Return the fiscal year of the lines, and the month in which it starts.

    Lines that were taken from a file are of the file's year, which may be long past.
    """
    year, first_month = now(month, invented)
    return (year if invented else year_taken(kept_rows(name)) or year), first_month


def now(month: str, invented: bool) -> tuple[str, int]:
    """Return the fiscal year of today, and the month in which it starts."""
    if invented:
        return riverbend.YEAR, riverbend.FIRST_MONTH
    return fiscal_year_of(date.today(), int(month)), int(month)


def _which_year(name: str) -> dict[str, list[str]]:
    """Say of which year the lines are, where a file and not the day says so."""
    year = year_taken(kept_rows(name))
    if not year:
        return {}
    said = [f"The lines are read as {year}, the year of the file that they are from."]
    file = chosen_file.in_use(KIND)
    if file and file.result.table is not None:
        held = spent(file.result.table).fiscal_year
        if held != year:
            said.append(
                f"{file.file} holds {held}. To take lines of it, remove the lines of {year} first: "
                "a list is of one year."
            )
    return {"Which year": said}


def offered(name: str = LINES) -> FromFile | None:
    """Return the lines to begin with of the learner's own file, while one is in use.

    Those that were judged come first, each with its share. None where the list has lines of another
    year of a file: the two would be added up.
    """
    file = chosen_file.in_use(KIND)
    if file is None or file.result.table is None:
        return None
    budget = whose_budget.of(file)
    listed = kept_rows(name)
    if year_taken(listed) not in ("", budget.year):
        return None
    judged = judged_lines.which(budget.lines, judged_lines.kept())
    lines = pd.concat([judged, first_twelve(budget.lines)])
    lines = lines[~lines.index.duplicated()]
    rows = judged_lines.without_papers(records_of(lines))
    first = rows[: len(judged)]
    if {row["line"] for row in first} - {row["line"] for row in listed}:
        words = f"Add from {file.file} what you judged: {counted(len(first), 'line')}, each with "
        return FromFile(file.file, f"{words}its share", tuple(first))
    words = f"Add from {file.file} the six largest lines of {budget.year} and the six that end "
    return FromFile(file.file, f"{words}soonest", tuple(rows))


def tied(rows: list[dict[str, Any]], year: str) -> Tie | None:
    """Return where listed lines stand in the budget of the file in use, if it is of their year."""
    file = chosen_file.in_use(KIND)
    if file is None:
        return None
    budget = whose_budget.of(file)
    return tie_to_budget(rows, budget.lines, file.file, year) if budget.year == year else None


def told(
    rows: list[dict[str, Any]],
    year: str,
    first_month: int,
    tie: Tie | None = None,
    today: date | None = None,
    work: CountedWork = COURSE,
) -> dict[str, list[str]]:
    """Say what the lines hold, what part of a budget that is, what ends, and what both tags say."""
    table = table_of(rows, year)
    day = horizon_after(year, 3, first_month)
    cliff = fiscal_cliff(table, year, day, first_month)
    ending = [_ends(str(when), row, work) for when, row in cliff.iterrows() if row["ending_cents"]]
    if claimed := claimed_ends(table, year, day, first_month):
        ending.append(claimed)
    if past := _past(table, year, first_month, today):
        ending = [*past, *ending]
    if not_judged(table).all():
        ending = [*past, f"What ends of the {work.name} is not known before a line is judged."]
    first = harms_in_words(typed_words.of_lines(rows))
    return {
        **({"Before the paper goes anywhere": list(first)} if first else {}),
        "The baseline": [paper.summary(table, year, 3, first_month, work)],
        baseline_tie.NAME: [*baseline_tie.sentences(tie), *baseline_tie.by_fund(tie)],
        "What ends": ending or [f"No {work.name} of the judged lines ends within three years."],
        "The second tag": [_second_tag(table, rows, work)],
        "To ask": [
            str(ask) for ask in paper.asks(table, rows, year, first_month, today, work)[:SHOWN]
        ],
    }


def _second_tag(table: pd.DataFrame, rows: list[dict[str, Any]], work: CountedWork) -> str:
    """Say what reaches those hit hardest, and how much of that counts, as far as said."""
    if not any(row["serves"] for row in rows):
        return "No line says yet whether it reaches those hit hardest."
    serving = {row["line"] for row in rows if row["serves"] == "yes" and row["record"]}
    return f"Reaching those hit hardest, by a record: {reached_in_words(table, serving, work)}"


def _past(table: pd.DataFrame, year: str, first_month: int, today: date | None) -> list[str]:
    """Say what money ended before today, or nothing."""
    if today is None:
        return []
    return [
        f"Ended {ago(day, today)}, on {in_words(day)}: {'; '.join(names)}. Who pays now?"
        for day, names in past_lines(table, year, first_month, today)
    ]


def _ends(year: str, row: Any, work: CountedWork) -> str:
    return (
        f"{year}: {show_dollars(int(row['ending_cents']))} of {work.name}, "
        f"{counted(int(row['ending_positions']), 'position')}, {row['ending_fte']:.2f} FTE of it."
    )
