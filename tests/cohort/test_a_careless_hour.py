"""What somebody does who is in a hurry loses no work, and is told in words."""

import shutil
from pathlib import Path

import pytest
from hand_ins import MOST, NAME, NOTEBOOK, SOLUTION, WRONG, answers, hand_in, released, with_code
from laid_out import lay, packed

from groundwork.cohort.course_folder import GRADEBOOK, Cohort
from groundwork.command.main import main
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")


def say(part: str, cohort: Cohort, *words: object) -> int:
    return main([str(word) for word in ("cohort", part, cohort.root, *words)])


@pytest.fixture
def graded(cohort: Cohort) -> Cohort:
    """A cohort with one graded hand-in, with code of the learner's in its notebook."""
    files = {FILE: answers(SOLUTION), NOTEBOOK: with_code(released(cohort), code="mine = 1")}
    hand_in(cohort, "ana", files)
    assert say("grade", cohort) == 0
    return cohort


@pytest.mark.parametrize("inner", ["autograded", "submitted", "to_learners", f"release/{NAME}"])
def test_what_a_cohort_keeps_is_no_hand_in(
    graded: Cohort, inner: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = graded.handed_in("ana", NAME)
    assert say("collect", graded, graded.root / inner, "--yes") == 1
    assert "is what a cohort keeps: nothing in it has just arrived" in capsys.readouterr().err
    assert graded.handed_in("ana", NAME) == before


def test_a_folder_with_cohorts_in_it_gives_what_lies_beside_them(
    graded: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = graded.handed_in("ana", NAME)
    assert say("archive", graded) == 0
    shutil.copytree(graded.root, tmp_path / "winter copy")
    lay(tmp_path, {f"Downloads/bo/{FILE}": answers(WRONG)})
    lay(graded.root, {f"mail/cy/{FILE}": answers(SOLUTION | WRONG)})
    capsys.readouterr()
    assert say("collect", graded, tmp_path, "--yes") == 1
    said = capsys.readouterr().out
    assert "winter.zip is the archive of a cohort, and was not read" in said
    assert "2 taken" in said and "(bo, " in said and "(cy, " in said
    assert graded.handed_in("ana", NAME) == before


def test_a_learners_file_that_is_called_as_a_cohorts_costs_nobody_else_theirs(
    cohort: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, later = answers(SOLUTION), answers(SOLUTION, at="2026-11-20T09:00:00Z")
    sent = {f"bo/{FILE}": content, "cy/cohort.json": b"{}", f"ana/{FILE}": answers(WRONG)}
    assert say("collect", cohort, packed(tmp_path / "in.zip", sent), "--yes") == 1
    told = capsys.readouterr().out
    assert "2 taken, 1 not taken" in told and "cohort.json is no notebook and no file" in told
    down = lay(tmp_path / "Downloads", {f"submitted/di/{FILE}": later, "cohort.json": b"{}"})
    assert say("collect", cohort, down / "submitted", "--yes") == 0
    assert cohort.students_with(NAME) == ["ana", "bo", "di"]


def test_a_cohorts_folder_that_was_packed_by_hand_is_none_of_hand_ins(
    graded: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [path for path in graded.root.rglob("*") if path.is_file()]
    for top in ("", "winter/", "old/winter/"):
        inner = {top + path.relative_to(graded.root).as_posix(): path for path in files}
        sent = {name: path.read_bytes() for name, path in inner.items()}
        sent |= {f"__MACOSX/{top}._cohort.json": b"", ".DS_Store": b""}
        assert say("collect", graded, packed(tmp_path / "in.zip", sent), "--yes") == 1
        assert "in.zip is the archive of a cohort, and was not read" in capsys.readouterr().out


def test_nothing_that_nbgrader_opens_makes_an_empty_gradebook(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("subprocess.call", lambda *_, **__: pytest.fail("it was opened"))
    (cohort.root / GRADEBOOK).unlink()
    for part, words in (("release", ["04_shared_leadership"]), ("read", [])):
        assert say(part, cohort, *words) == 1
        assert "gradebook.db is gone from" in capsys.readouterr().err
        assert not (cohort.root / GRADEBOOK).exists()


def test_a_gradebook_that_is_gone_is_told_and_can_be_made_anew(
    graded: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (graded.root / GRADEBOOK).unlink()
    roster = tmp_path / "staff.csv"
    roster.write_text("id\nana\nbo\n", encoding="utf-8")
    for part in ("status", "grade", "feedback", "collect"):
        words = [graded.root.parent] if part == "collect" else []
        assert say(part, graded, *words) == 1
        assert "gradebook.db is gone from" in capsys.readouterr().err
        assert not (graded.root / GRADEBOOK).exists(), "no empty one stands in its place"
    assert say("new", graded, roster) == 0
    assert say("release", graded, NAME) == 0
    assert say("grade", graded) == 0
    capsys.readouterr()
    assert say("status", graded) == 0
    assert f"ana: graded. {MOST} of {MOST}" in capsys.readouterr().out


def test_an_exercise_may_be_named_as_its_file_and_a_day_that_is_over_is_said(
    cohort: Cohort, capsys: pytest.CaptureFixture[str]
) -> None:
    for named in (f"exercises/{NAME}", f"exercises\\{NAME}\\{NOTEBOOK}", NOTEBOOK):
        assert say("release", cohort, named, "--due", "2020-01-01") == 0
        said = capsys.readouterr().out
        assert "That is over already." in said and "This is the release" not in said
