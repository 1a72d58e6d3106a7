"""An honest hand-in gets from our judge what nbgrader gives it by running the notebook.

By whichever way it came, and with code of the learner's as without. nbgrader runs here without a
kernel: its own converter, steps and gradebook, with the cells run in
this process. That it gives the same with a kernel is held in tests/exercises.
"""

import json
import os
import shutil
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest
import without_a_kernel
from hand_ins import (
    AT,
    CODE,
    CODE_CELL,
    JUDGED,
    NAME,
    NOTEBOOK,
    SOURCE,
    mixed,
    new_cohort,
    released,
    with_code,
)
from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from walls_needed import need_walls

from groundwork.cohort import arrivals
from groundwork.cohort.begin import api_of, people_of
from groundwork.cohort.collect import TAKEN, collect
from groundwork.cohort.export import plain
from groundwork.cohort.grading import grade, standings
from groundwork.cohort.place import ABOUT, TIMESTAMP, Cohort
from groundwork.cohort.settings import settings
from groundwork.command.main import main

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # SQLAlchemy's own, a dozen an assignment
    pytest.mark.skipif(os.name == "nt", reason="nbgrader has no exchange there"),
]
# Of each hand-in: its row, its penalty, a grade and a comment for each cell that has them.
PARTS = 2 + (len(JUDGED) + 2) + 3


FEW = ("solved", "half", "texts", "wrong00", "wrong01")  # by formgrader's button
HELPER = "def less(one, other):\n    return other - one\n"
# What some of them wrote into the cell for code, and into one that they added above it.
WROTE = {
    "wrong00": (CODE, ""),
    "wrong01": ("rate_difference = less(rate, reference)", HELPER),
    "wrong02": ("rate_difference = rate", ""),
    "wrong03": ("rate_difference = nothing_of_that_name", ""),
    "wrong04": ("print(reference - rate)", ""),
    "nothing": ("rate_difference = round(reference - rate, 1)", ""),
    "variants": (CODE, ""),
}


@dataclass
class HandIn:
    """What one person hands in, and when."""

    files: dict[str, bytes]
    at: datetime
    code: str = ""


def handed_in(notebook: bytes) -> dict[str, HandIn]:
    """24 honest hand-ins, each at a minute of its own and one of them late, some with code."""
    need_walls()
    found = {}
    for minute, (student, content) in enumerate(mixed().items()):
        at = datetime(2026, 11, 20, 10 if student == "half" else 8, minute)
        code, above = WROTE.get(student, ("", ""))
        page = with_code(notebook, code=code) if code else notebook
        if above:
            page = with_a_cell_above(page, above)
        answered = content.replace(AT.encode(), f"{at:%Y-%m-%dT%H:%M:%SZ}".encode())
        found[student] = HandIn({"answers.json": answered, NOTEBOOK: page}, at, code)
    return found


def with_a_cell_above(notebook: bytes, code: str) -> bytes:
    """The notebook with a cell of code above the one that a question has for it."""
    found = json.loads(notebook)
    at = [cell["id"] for cell in found["cells"]].index(CODE_CELL)
    cell = {"cell_type": "code", "id": "own", "metadata": {}, "source": code, "outputs": []}
    found["cells"].insert(at, {**cell, "execution_count": None})
    return json.dumps(found).encode()


class WithoutAKernel(Execute):
    """nbgrader's step that runs a notebook, in this process."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        about = resources["nbgrader"]
        coursedir = self.parent.parent.coursedir
        folder = coursedir.format_path("autograded", about["student"], about["assignment"])
        without_a_kernel.put_back_checks(nb, nbformat.read(SOURCE, as_version=4))
        without_a_kernel.run(nb, Path(folder))
        return nb, resources


def by_nbgrader(root: Path, students: list[str], with_kernels: bool) -> Cohort:
    """Grade as nbgrader does with the settings of our releases, on a machine of its own.

    A kernel for each takes seconds, so they are there with `--all` alone.
    """
    config = settings()
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.course_id = "winter"
    config.Autograde.autograde_preprocessors = [
        WithoutAKernel if step is Execute and not with_kernels else step
        for step in Autograde.autograde_preprocessors.default()
    ]
    directory = CourseDirectory(config=config)
    api = NbGraderAPI(config=config, coursedir=directory, log_level="CRITICAL")
    for student in students:
        outcome = api.autograde(NAME, student)
        assert outcome["success"], f"{student}: {outcome.get('log') or outcome}"
    return Cohort(root)


def by_the_exchange(cohort: Cohort, everyone: dict[str, HandIn], exchange: Path) -> None:
    """Lay each hand-in where its own account hands it in, and collect."""
    from groundwork.cohort.exchange import from_exchange

    for student, one in everyone.items():
        at = one.at.strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        sent = exchange / "winter" / "inbound" / f"{student}+{NAME}+{at}+abc"
        sent.mkdir(parents=True)
        for name, content in one.files.items():
            (sent / name).write_bytes(content)
        (sent / TIMESTAMP).write_text(at, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:  # as many accounts as people
        patch.setattr("groundwork.cohort.exchange.account_of", lambda f: f.name.partition("+")[0])
        assert {line.state for line in from_exchange(cohort, [NAME])} == {TAKEN}


def by_a_zip(cohort: Cohort, everyone: dict[str, HandIn], path: Path) -> None:
    """Put all hand-ins into one zip file, a folder for each, and collect it."""
    with zipfile.ZipFile(path, "w") as packed:
        for student, one in everyone.items():
            for name, content in one.files.items():
                packed.writestr(f"{student}/{name}", content)
    lines = collect(cohort, people_of(cohort), arrivals.read(path), lambda _, doubt: not doubt)
    assert {line.state for line in lines} == {TAKEN}


@dataclass
class Graded:
    """The same 24 hand-ins, collected and graded in each way."""

    exchange: Cohort
    zip: Cohort
    nbgraders: Cohort
    button: Cohort
    everyone: dict[str, HandIn]


@pytest.fixture(scope="module")
def graded(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Graded]:
    """By our command after both ways to collect, by nbgrader, a few by formgrader's button."""
    root = tmp_path_factory.mktemp("cohort")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        given = new_cohort(root / "given" / "winter", list(mixed()))
        with given.gradebook() as book:
            book.update_or_create_assignment(NAME, duedate="2026-11-20 09:00:00 UTC")
        everyone = handed_in(released(given))
        copies = {}
        for way in ("exchange", "zip", "nbgraders", "button"):
            copies[way] = Cohort(root / way / "winter")
            if way in ("exchange", "zip"):
                shutil.copytree(given.root, copies[way].root)
                about = copies[way].about() | {"exchange": str(root / "shared")}
                (copies[way].root / ABOUT).write_text(json.dumps(about), encoding="utf-8")
        by_the_exchange(copies["exchange"], everyone, root / "shared")
        by_a_zip(copies["zip"], everyone, root / "mail.zip")
        for way in ("nbgraders", "button"):
            shutil.copytree(copies["exchange"].root, copies[way].root)
        for way in ("exchange", "zip"):
            with ThreadPoolExecutor() as executor:
                list(grade(copies[way], NAME, executor))
        by_nbgrader(copies["nbgraders"].root, list(everyone), request.config.getoption("--all"))
        api = api_of(copies["button"], NAME)
        for student in FEW:
            outcome = api.autograde(NAME, student)
            assert outcome["success"], outcome["log"]
        yield Graded(**copies, everyone=everyone)


def entries(cohort: Cohort) -> dict[str, Any]:
    """All that a gradebook says of what was handed in."""
    found: dict[str, Any] = {}
    with Gradebook(cohort.db_url(), "winter") as book:
        for submission in book.assignment_submissions(NAME):
            (notebook,) = submission.notebooks
            student = submission.student.id
            found[student] = submission.timestamp, submission.score, submission.max_score
            found[f"{student} penalty"] = notebook.late_submission_penalty
            for grade in notebook.grades:
                found[f"{student} {grade.name}"] = (
                    *(grade.auto_score, grade.manual_score, grade.max_score),
                    *(grade.needs_manual_grade, grade.failed_tests, grade.extra_credit),
                )
            for comment in notebook.comments:
                found[f"{student} {comment.name} comment"] = comment.comment
    return found


def page(cohort: Cohort, student: str) -> NotebookNode:
    return nbformat.read(cohort.step("autograded", student, NAME) / NOTEBOOK, as_version=4)


def test_every_entry_of_the_gradebook_is_the_same(graded: Graded) -> None:
    found, expected = entries(graded.exchange), entries(graded.nbgraders)
    assert len(expected) == 24 * PARTS
    assert {name: found.get(name) for name in expected} == expected
    assert len({expected[student][1] for student in graded.everyone}) > 5


def test_it_does_not_matter_by_which_way_a_hand_in_came(graded: Graded) -> None:
    by_zip, by_exchange = entries(graded.zip), entries(graded.exchange)
    nothing = by_exchange.pop("nothing"), by_zip.pop("nothing")
    assert nothing[0][1:] == nothing[1][1:], "an empty file does not say when"
    assert by_zip == by_exchange
    told: list[Any] = []
    for way in (graded.zip, graded.exchange):
        with ThreadPoolExecutor() as executor:
            found = standings(way, NAME, executor)
        told.append([(one.person, one.state, one.line, one.by_question) for one in found])
        told.append(plain(way.frozen(NAME), found))
        told.append({each: page(way, each).cells for each in graded.everyone})
    assert told[:3] == told[3:]
    ran = {one.person.id for one in found if "the result of the code counts" in one.line}
    assert ran == WROTE.keys() - {"wrong03", "wrong04"}


def test_every_check_says_the_same_on_the_page(graded: Graded) -> None:
    for student in graded.everyone:
        mine, theirs = (named(page(way, student)) for way in (graded.exchange, graded.nbgraders))
        assert list(mine) == list(theirs)
        for name, other in theirs.items():
            assert mine[name].source == other.source
            assert mine[name].metadata["nbgrader"] == other.metadata["nbgrader"]
            if other.metadata["nbgrader"].get("grade"):
                assert shown(mine[name]) == shown(other), (student, name)


def named(notebook: NotebookNode) -> dict[str, NotebookNode]:
    """The cells that nbgrader has a name for."""
    found = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell for cell in notebook.cells}
    return {name: cell for name, cell in found.items() if name}


def shown(cell: NotebookNode) -> list[dict[str, Any]]:
    """What a cell shows; where a line is broken does not count."""
    return [
        {name: " ".join(str(value).replace("\\n", " ").split()) for name, value in each.items()}
        for each in cell.outputs
    ]


def test_who_answers_in_the_widgets_alone_has_the_same_page(graded: Graded) -> None:
    for student, one in graded.everyone.items():
        if not one.code:
            mine, theirs = (page(way, student) for way in (graded.exchange, graded.nbgraders))
            own = [cell.source for cell in mine.cells if cell.id != "groundwork-about"]
            assert own == [cell.source for cell in theirs.cells]


def test_the_same_files_lie_beside_a_page(graded: Graded) -> None:
    for student in graded.everyone:
        mine, other = (
            each.step("autograded", student, NAME) for each in (graded.exchange, graded.nbgraders)
        )
        assert {p.name: p.stat().st_mode for p in mine.iterdir()} == {
            p.name: p.stat().st_mode for p in other.iterdir()
        }


def test_formgraders_button_cannot_disagree_with_the_command(graded: Graded) -> None:
    found, expected = entries(graded.button), entries(graded.exchange)
    assert len(found) == len(FEW) * PARTS
    assert found == {name: expected[name] for name in found}
    for student in FEW:
        assert page(graded.button, student).cells == page(graded.exchange, student).cells


def test_nbgraders_own_list_shows_everybody_as_graded(graded: Graded) -> None:
    assert api_of(graded.exchange, NAME).get_autograded_students(NAME) == set(graded.everyone)


def test_grading_again_changes_nothing(graded: Graded) -> None:
    before = entries(graded.exchange)
    with ThreadPoolExecutor() as executor:
        list(grade(graded.exchange, NAME, executor))
    assert entries(graded.exchange) == before


@pytest.mark.parametrize("way", ["exchange", "zip"])
def test_the_whole_cycle_twice_more_changes_nothing(
    graded: Graded, way: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command as a facilitator types it, from the list of people to the table."""
    cohort: Cohort = getattr(graded, way)
    lines = [f"{each.id},{each.first},{each.last},{each.email}" for each in people_of(cohort)]
    roster = tmp_path / "staff.csv"
    roster.write_text("\n".join(["id,first name,last name,email", *lines]), encoding="utf-8")
    arrived = [] if way == "exchange" else [str(cohort.root.parents[1] / "mail.zip"), "--yes"]
    before, found = entries(cohort), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("groundwork.cohort.exchange.account_of", lambda f: f.name.partition("+")[0])
        for _ in range(2):
            for part, *more in (
                ("new", str(roster), "--zone", "America/Chicago"),
                ("release", NAME),
                ("collect", *arrived),
                ("grade",),
                ("feedback",),
            ):
                assert main(["cohort", part, str(cohort.root), *more]) == 0, capsys.readouterr()
            capsys.readouterr()
            assert main(["cohort", "status", str(cohort.root)]) == 0
            status = capsys.readouterr().out
            assert main(["cohort", "export", str(cohort.root)]) == 0
            pages = {each: page(cohort, each) for each in graded.everyone}
            given = {
                path.name: path.read_bytes()
                for path in (cohort.root / "to_give_back" / NAME).glob("*.html")
            }
            table = (cohort.root / f"{NAME}_plain.csv").read_bytes()
            found.append((entries(cohort), status, table, pages, given))
    assert found[0] == found[1]
    assert found[0][0] == before
    assert len(found[0][4]) == 24
    assert found[0][1].count(": graded.") + found[0][1].count(": mended.") == 24
