"""An honest hand-in gets from our judge what nbgrader gives it by running the notebook.

By whichever way it came, and with code of the learner's as without. nbgrader runs here without a
kernel: its own converter, steps and gradebook, with the cells run in this process. With `--all` all
24 are run in kernels, as nbgrader does by itself.
"""

import html
import os
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from graded_both_ways import FEW, WROTE, Graded, graded_both_ways, nbgraders_api
from hand_ins import JUDGED, NAME, NOTEBOOK
from nbformat import NotebookNode
from nbgrader.api import Gradebook

from groundwork.cohort.api import api_of
from groundwork.cohort.begin import people_of
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.export import plain
from groundwork.cohort.grading import grade, standings
from groundwork.cohort.settings import settings
from groundwork.command.main import main

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # SQLAlchemy's own, a dozen an assignment
    pytest.mark.skipif(os.name == "nt", reason="nbgrader has no exchange there"),
]
# Of each hand-in: its row, its penalty, a grade and a comment for each cell that has them.
PARTS = 2 + (len(JUDGED) + 2) + 3
LATE = "It came 1 hour after the deadline."
OURS_ALONE = ("groundwork-about", "groundwork-odd")  # what is said of a hand-in, and odd text


@pytest.fixture(scope="module")
def graded(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[Graded]:
    root = tmp_path_factory.mktemp("cohort")
    with graded_both_ways(root, with_kernels=request.config.getoption("--all")) as found:
        yield found


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
    for student, one in graded.everyone.items():
        came, *points = by_zip[student]
        assert came is None, "only the exchange knows when"
        by_zip[student] = (one.at, *points)
    assert by_zip == by_exchange
    told: list[Any] = []
    for way in (graded.zip, graded.exchange):
        with ThreadPoolExecutor() as executor:
            found = standings(way, NAME, executor)
        late = {one.person.id for one in found if LATE in one.line}
        assert late == ({"half"} if way is graded.exchange else set())
        found = [replace(one, line=one.line.replace(LATE, "").strip()) for one in found]
        told.append([(one.person, one.state, one.line, one.by_question) for one in found])
        told.append(plain(way.frozen(NAME), found))
        told.append({each: page(way, each).cells for each in graded.everyone})
    assert told[:3] == told[3:]
    ran = {one.person.id for one in found if "the result of the code counts" in one.line}
    assert ran == WROTE.keys() - {"wrong03", "wrong04"}


def test_the_whole_page_is_nbgraders_own(graded: Graded) -> None:
    """Cells, texts, marks and outputs; but for the clock, and for what a page of nbgrader's shows.

    Where a question is asked it has a picture of the question, and ours says what was answered.
    A cell that a learner added stands at the end of ours, as text.
    """
    for student in graded.everyone:
        mine, theirs = (page(way, student) for way in (graded.exchange, graded.nbgraders))
        assert mine.metadata.kernelspec == theirs.metadata.kernelspec
        own = {cell.id: cell for cell in mine.cells}
        said = {id: words_of(own.pop(id)) for id in OURS_ALONE if id in own}
        added = [cell for cell in theirs.cells if cell.id not in own]
        assert all(" ".join(cell.source.split()) in said[OURS_ALONE[1]] for cell in added)
        others = {cell.id: cell for cell in theirs.cells if cell not in added}
        assert list(own) == list(others)
        for id, other in others.items():
            assert told(own[id]) == told(other), (student, id)
            if other.cell_type == "code":
                assert_outputs_say_the_same(own[id], other, f"{student} {id}")


def told(cell: NotebookNode) -> tuple[str, str, dict[str, Any]]:
    """What a cell is but for its outputs, and for when it ran."""
    about = {name: value for name, value in cell.metadata.items() if name != "execution"}
    return cell.cell_type, cell.source, about


def assert_outputs_say_the_same(mine: NotebookNode, other: NotebookNode, where: str) -> None:
    if other.metadata.get("nbgrader", {}).get("grade"):
        assert shown(mine) == shown(other), where
        return
    assert {each.output_type for each in mine.outputs} <= {"stream"}, "text, and never markup"
    for each in other.outputs:
        if each.output_type == "execute_result":
            assert each.data["text/plain"].startswith("Question "), where
        else:
            text = each.get("text") or f"{each.ename}: {each.evalue}"
            assert " ".join(text.split()) in words_of(mine), where


def words_of(cell: NotebookNode) -> str:
    return " ".join(" ".join(each.get("text", "") for each in cell.outputs).split())


def shown(cell: NotebookNode) -> list[dict[str, Any]]:
    """What a cell shows; where a line is broken does not count, nor where a kernel took a breath.

    A kernel sends what is printed in as many pieces as its clock makes of it.
    """
    joined: list[dict[str, Any]] = []
    for each in map(dict, cell.outputs):
        if joined and each["output_type"] == joined[-1]["output_type"] == "stream":
            joined[-1]["text"] += each["text"]
        else:
            joined.append(each)
    return [
        {name: " ".join(str(value).replace("\\n", " ").split()) for name, value in each.items()}
        for each in joined
    ]


def test_nbgraders_feedback_on_both_pages_says_the_same(
    graded: Graded, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """All that its page of feedback says, in its order: points, comments, what each check said."""
    students = list(graded.everyone) if request.config.getoption("--all") else FEW
    ours = Cohort(tmp_path / "winter")
    shutil.copytree(graded.exchange.root, ours.root)
    for student in students:
        # The name of an error stands in a traceback there, and an added cell in its place.
        if student in ("wrong01", "wrong03"):
            continue
        mine, theirs = (feedback_of(each, student) for each in (ours, graded.nbgraders))
        rest = iter(mine)
        missing = [word for word in theirs if word not in rest]
        assert not missing, (student, " ".join(missing[:9]))
        assert len(theirs) > 500


def feedback_of(cohort: Cohort, student: str) -> list[str]:
    """The words of the page that nbgrader itself makes of an autograded one."""
    outcome = nbgraders_api(cohort.root, settings()).generate_feedback(NAME, student)
    assert outcome["success"], outcome["log"]
    text = (cohort.step("feedback", student, NAME) / f"{NAME}.html").read_text(encoding="utf-8")
    body = re.sub(r"(?s)<(script|style).*?</\1>", "", text[text.index("<body") :])
    plain_text = html.unescape(re.sub(r"<[^>]+>", " ", body))
    return re.sub(r"(In|Out)\s*\[\d*\s*\]:", "", plain_text).split()


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
