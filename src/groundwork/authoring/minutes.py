"""How many minutes a lesson takes a newcomer, computed from its words and from what it asks to do.

The rule: 150 words a minute (somebody for whom the subject is new, reading on a screen), and for
each act the seconds below. Text that is folded to be looked up, and code that nobody needs, take
none. Nobody types what comes out: the build writes it where the text has a place for it; see
`fill`.
"""

import ast
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from groundwork.authoring.notebooks import read
from groundwork.subject.errors import UserError
from groundwork.subject.readiness_statements import STATEMENTS

WORDS_A_MINUTE = 150
SECONDS = {  # to think, choose, type or look, once the words are read
    "ask": 30,
    "choose_place": 10,
    "chart": 30,
    "explorer": 120,
    "readiness_profile": 20 * len(STATEMENTS),
    "root_cause_map": 600,
    "power_map": 600,
    "department_timeline": 360,
    "tuesdays_contract": 180,
    "decision_matrix": 780,
    "leader_acts": 240,
    "team_seats": 240,
    "team_charter": 480,
    "role_statements": 420,
    "year_goals": 240,
    "director_leaves": 45,
    "metric_register": 940,
    "register_repairs": 420,
    "game_it": 150,
    "which_door": 90,
    "when_known": 120,
    "rule_cards": 300,
    "evaluation_questions": 240,
    "own_file": 15,  # left at the invented county, or a few minutes for whoever brings a file
    "two_raters": 120,
    "horizon": 180,
    "end_the_grant": 240,
    "tag_twice": 120,
    "money_per_person": 60,
    "budget_lines": 720,
    "budget_request": 540,
    "pay_a_year": 180,
    "help_line": 120,
    "pay_rule": 540,
    "whose_weights": 210,
    "who_bears": 120,
    "allocation_note": 540,
    "reflect": 120,
}
BLANK = 10  # more seconds for each place that a question leaves to fill, once its words are read
DRAWN = {"chart", "explorer"}  # their words say for the ear what the eye takes in at once
REFLECT = {"reflect"}
STEP = 5  # the quick path is claimed in steps of five minutes, rounded up
WORK = ("read", "do", "reflect")
PLACE = re.compile(r"\{\{ *lesson *\| *(\w+) *\}\}")
"""A place in the text of a lesson, such as ``{{ lesson | read }}``, for minutes."""
SITTING = "sitting"  # the tag of the heading that begins a further sitting
SITTINGS = ("first", "second", "third")
PLACES = (*WORK, "discuss", "quick")
"""What may stand in such a place: `discuss` is said by the head, the rest is computed. A lesson
with more than one sitting has a place for the minutes of each, by `SITTINGS`.
"""


@dataclass(frozen=True)
class Section:
    """What stands from one heading of level 2 or 3 to the next, in minutes for each kind of work.

    `id` is the cell with the heading. To do an act is also to read what it asks, and the words
    around a reflection belong to it: its folded section says the same minutes as the lesson's head.
    """

    id: str
    tags: frozenset[str]
    read: float
    do: float
    reflect: float

    @property
    def minutes(self) -> float:
        """Return the minutes of the section, without those of the sections under it."""
        return self.read + self.do + self.reflect


def sections(notebook: NotebookNode, share: dict[str, float] | None = None) -> list[Section]:
    """Return the sections in order; the first is what stands above them all.

    Parameters
    ----------
    share
        The name of an act to the part of it that is done, for the quick path.

    Raises
    ------
    UserError
        When a cell shows something that has no seconds.
    """
    found: list[list[NotebookNode]] = [[]]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and re.match(r"#{2,3} ", cell.source):
            found.append([])
        found[-1].append(cell)
    return [_section(cells, share or {}) for cells in found if cells]


def lesson(notebook: NotebookNode) -> dict[str, float]:
    """Return the minutes of the whole lesson for each kind of work, without what is looked up."""
    found = [section for section in sections(notebook) if "closed" not in section.tags]
    return {
        "read": sum(section.read for section in found),
        "do": sum(section.do for section in found),
        "reflect": sum(section.reflect for section in found),
    }


def sittings(notebook: NotebookNode) -> list[float]:
    """Return the minutes of each sitting, without what is looked up; one for most lessons."""
    found = [0.0]
    for section in sections(notebook):
        if SITTING in section.tags:
            found.append(0.0)
        found[-1] += 0 if "closed" in section.tags else section.minutes
    return found


def quick(notebook: NotebookNode) -> float:
    """Return the minutes of the quick path: what stands above all sections, and its own steps."""
    share = notebook.metadata["groundwork"]["quick"].get("share", {})
    first, *rest = sections(notebook, share)
    return first.minutes + sum(section.minutes for section in rest if "quick" in section.tags)


def rounded(minutes: float) -> int:
    """Return minutes as a lesson claims them for its quick path: the next step of five."""
    return math.ceil(minutes / STEP) * STEP


def fill(notebook: NotebookNode) -> None:
    """Write a lesson's minutes into its metadata, and into the places that its text has for them.

    The notebook is changed. Another page than a lesson stays as it is.

    Raises
    ------
    UserError
        When a cell shows something that has no seconds.
    """
    about = notebook.metadata["groundwork"]
    if "lesson" not in about:
        return
    places = [(cell, cell.source) for cell in notebook.cells if PLACE.search(cell.source)]

    def write(found: Mapping[str, int]) -> None:
        for cell, source in places:
            cell.source = PLACE.sub(lambda place: str(found.get(place[1], place[0])), source)

    write(dict.fromkeys((*PLACES, *SITTINGS), 0))  # the numbers are read too, whatever they will be
    about["minutes"] = {work: _whole(found) for work, found in lesson(notebook).items()}
    if len(parts := sittings(notebook)) > 1:
        about["sittings"] = [_whole(each) for each in parts]
    if "quick" in about:
        about["quick"]["minutes"] = rounded(quick(notebook))
    write(claimed(about))


def in_words(notebook: NotebookNode) -> str:
    """Say what a lesson takes, as it is counted and before it is rounded."""
    short = (
        f", the short path {quick(notebook):.1f}"
        if "quick" in notebook.metadata["groundwork"]
        else ""
    )
    return f"{sum(lesson(notebook).values()):.1f} minutes{short}"


def claimed(about: Mapping[str, Any]) -> dict[str, int]:
    """Return what a lesson's metadata says for each place that its text may have for minutes."""
    found = {**about["minutes"], "discuss": about.get("discuss", 0)}
    found |= dict(zip(SITTINGS, about.get("sittings", ()), strict=False))
    return {**found, "quick": about["quick"]["minutes"]} if "quick" in about else found


def claims(notebook: NotebookNode) -> Iterator[str]:
    """Yield a sentence for each claim of a stored lesson that its words and acts do not bear."""
    about = notebook.metadata["groundwork"]
    for work, found in lesson(notebook).items():
        if about["minutes"][work] != _whole(found):
            yield f"claims {about['minutes'][work]} minutes to {work}, and takes {found:.1f}."
    for at, found in enumerate(sittings(notebook)):
        if at and about["sittings"][at] != _whole(found):
            yield f"claims {about['sittings'][at]} minutes for a sitting: it takes {found:.1f}."
    if "quick" not in about:
        yield "has no quick path: tag its steps `quick`, and say what it does in the head."
    elif rounded(quick(notebook)) != about["quick"]["minutes"]:
        found = quick(notebook)
        yield f"claims a quick path of {about['quick']['minutes']} minutes: it takes {found:.1f}."


def index(path: Path) -> dict[str, Any]:
    """Return what the extension needs of a lesson: the quick path, and each section's minutes."""
    notebook = read(path)
    found: dict[str, Any] = {}
    if "quick" in (about := notebook.metadata.get("groundwork", {})):
        kept = ("minutes", "does", "least")
        found["quick"] = {key: about["quick"][key] for key in kept if key in about["quick"]}
        minutes = {section.id: section.minutes for section in sections(notebook)}
        # What is known of the invented county is folded by itself, within a section.
        alone = [cell for cell in notebook.cells if "riverbend" in cell.metadata.get("tags", [])]
        minutes |= {cell.id: _section([cell], {}).minutes for cell in alone}
        found["sections"] = {id: round(each, 1) for id, each in minutes.items()}
    return found


def _whole(minutes: float) -> int:
    """Round as the page does with the minutes of a folded section."""
    return math.floor(minutes + 0.5)


def _section(cells: list[NotebookNode], share: dict[str, float]) -> Section:
    read, do, reflect = 0.0, 0.0, 0.0
    for cell in cells:
        if cell.cell_type == "markdown":
            read += words(cell.source) / WORDS_A_MINUTE
        elif (act := _act(cell)) is not None:
            count = 0 if act in DRAWN else words(_shown(cell))
            seconds = SECONDS[act] + BLANK * len(re.findall("_{3,}", _shown(cell)))
            minutes = share.get(act, 1) * (count / WORDS_A_MINUTE + seconds / 60)
            do += 0 if act in REFLECT else minutes
            reflect += minutes if act in REFLECT else 0
    if reflect:
        read, reflect = 0.0, reflect + read
    first = cells[0]
    return Section(first.id, frozenset(first.metadata.get("tags", [])), read, do, reflect)


def _act(cell: NotebookNode) -> str | None:
    """Return what a code cell asks the learner to do, by the name that it calls."""
    if cell.cell_type != "code" or "code-path" in cell.metadata.get("tags", []):
        return None
    names = [
        node.func.id
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    acts = [name for name in names if name in SECONDS]
    if not acts and cell.outputs:
        raise UserError(
            f"Nobody said how long cell {cell.id} takes.",
            f"Give what it calls ({', '.join(names)}) its seconds in {__name__}.",
        )
    return acts[0] if acts else None


def _shown(cell: NotebookNode) -> str:
    return "\n".join(output.get("data", {}).get("text/plain", "") for output in cell.outputs)


def words(text: str) -> int:
    """Count words as a reader meets them: not marks, rules of tables, or where a link leads."""
    text = re.sub(r"\]\([^)]*\)", "]", text)
    return len(re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text))
