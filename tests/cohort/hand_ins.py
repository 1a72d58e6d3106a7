"""Hand-ins of every sort to the first exercise, as bytes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from course_exercises import NOTEBOOKS, ROOT, asked, judged
from course_exercises import solution as solution_of

from groundwork.cohort.begin import new
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.giving_out import release
from groundwork.cohort.roster import Person
from groundwork.learner.questions import Computed, Number, Write

NAME = "01_root_causes"
NOTEBOOK = f"{NAME}.ipynb"
AT = "2026-11-20T08:00:00Z"
SOURCE = NOTEBOOKS[NAME]
SOLUTION = solution_of(SOURCE)
JUDGED = judged(SOURCE)
MOST = sum(each.points for each in JUDGED.values())
# One question, what its check cell is called, and an answer that is wrong.
ONE, CHECK = next(iter(JUDGED)), "q1-check"
WORTH = JUDGED[ONE].points
WRONG: dict[str, Any] = {ONE: JUDGED[ONE].wrong_answers()[0][0]}
# One whose number may be computed, and the cell to do it in.
NUMBER = next(id for id, each in JUDGED.items() if isinstance(each, Computed))
CODE_CELL, CODE = "q5-code", "rate_difference = reference - rate"
LAST = list(JUDGED)[-1]


def answers(values: Mapping[str, Any], at: str = AT, **about: Any) -> bytes:
    """A file of answers as the course wrote it in format 2, with a time."""
    numbers = about.pop("numbers", {})
    kept = {
        id: {"value": value, "at": at, **({"numbers": numbers[id]} if id in numbers else {})}
        for id, value in values.items()
    }
    said = {"format": 2, "version": 2, "exercise": NAME, **about, "numbers": numbers}
    return json.dumps({**said, "answers": kept}, indent=1).encode()


def counted(values: Mapping[str, Any], last: int, handin: str) -> bytes:
    """A file of answers as the course writes it now: an order, and no time."""
    kept = {
        id: {"value": value, "turn": last - place}
        for place, (id, value) in enumerate(values.items())
    }
    said = {"format": 3, "version": 3, "exercise": NAME, "handin": handin}
    return json.dumps({**said, "answers": kept}, indent=1).encode()


def in_the_first_format(values: Mapping[str, Any]) -> bytes:
    kept = {id: {"value": value, "at": AT} for id, value in values.items()}
    return json.dumps({"version": 1, "answers": kept}).encode()


def people(ids: list[str]) -> list[Person]:
    return [Person(id, id.title(), "Doe", f"{id}@example.gov") for id in ids]


def new_cohort(root: Path, ids: list[str]) -> Cohort:
    """A cohort that was given the first exercise."""
    cohort = new(root, "Winter", people(ids), "America/Chicago")
    release(cohort, ROOT / "exercises" / NAME)
    return cohort


def released(cohort: Cohort) -> bytes:
    return (cohort.root / "release" / NAME / NOTEBOOK).read_bytes()


def with_code(notebook: bytes, cell: str = CODE_CELL, code: str = CODE) -> bytes:
    """The notebook with a line of code written into a cell of it."""
    found = json.loads(notebook)
    for each in found["cells"]:
        if each["id"] == cell:
            each["source"] = "".join(each["source"]) + f"\n{code}\n"
    return json.dumps(found).encode()


def mixed(count: int = 24) -> dict[str, bytes]:
    """Files of answers of people who answer in the widgets: right, wrong, half, in other forms."""
    questions = JUDGED
    found = {
        "solved": answers(SOLUTION),
        "nothing": answers({}),
        "first": in_the_first_format(SOLUTION),
        "half": answers(dict(list(SOLUTION.items())[:5])),
        "texts": answers({id: v for id, v in SOLUTION.items() if id not in questions}),
        "forms": answers({id: other_form(id, value) for id, value in SOLUTION.items()}),
    }
    computed = {id: each for id, each in questions.items() if isinstance(each, Computed)}
    variants = {id: each.names()[3] for id, each in computed.items()}
    right = {id: each.at(variants[id]).right_answer for id, each in computed.items()}
    found["variants"] = answers(SOLUTION | right, numbers=variants)
    gone = dict.fromkeys(computed, "000000")
    found["gone"] = answers(SOLUTION, numbers=gone)
    written = next(each for each in asked(SOURCE) if isinstance(each, Write))
    part = written.parts[0].id
    found["short"] = answers(SOLUTION | {part: "Too short."})
    found["same"] = answers(SOLUTION | {p.id: "Four words say it." for p in written.parts})
    found["blunt"] = answers(SOLUTION | {part: "These people are noncompliant and poor."})
    found["kinds"] = answers(dict.fromkeys(SOLUTION, 7))
    found["lists"] = answers({id: ["x", "y"] for id in SOLUTION})
    for number in range(count - len(found)):
        wrong = {
            id: each.wrong_answers()[number][0]
            for id, each in questions.items()
            if number < len(each.wrong_answers())
        }
        found[f"wrong{number:02}"] = answers(SOLUTION | wrong)
    return found


def other_form(id: str, value: Any) -> Any:
    """The same answer as a person or a widget may also give it."""
    question = JUDGED.get(id)
    if isinstance(question, Computed | Number):
        return f" {value:.4f} {question.units[0]} "
    if isinstance(value, list):
        return [*reversed(value), value[0]]
    return dict(reversed(value.items())) if isinstance(value, dict) else f" {value} "


def hand_in(cohort: Cohort, student: str, files: Mapping[str, bytes], at: str = "") -> None:
    """Lay a hand-in where nbgrader's collector lays it."""
    folder = cohort.step("submitted", student, NAME)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    stamp = at or "2026-11-20 08:00:00.000000 UTC"
    (folder / "timestamp.txt").write_text(stamp, encoding="utf-8")
