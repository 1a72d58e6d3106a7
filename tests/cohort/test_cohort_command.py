"""``groundwork cohort``: the whole cycle as a facilitator types it, and again."""

import getpass
import os
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from course_exercises import ROOT
from hand_ins import MOST, NAME, NOTEBOOK, SOLUTION, answers

from groundwork.cohort.begin import people_of
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.grading import standings
from groundwork.command.main import build_parser, main
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")
PARTS = (
    "new",
    "open",
    "release",
    "collect",
    "grade",
    "read",
    "feedback",
    "status",
    "move",
    "aside",
    "export",
    "archive",
    "forget",
)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "staff.csv"
    path.write_text("Name,Email\nAna Lopez,ana@x.gov\nBo Li,bo@x.gov\nCy Day,cy@x.gov\n")
    return path


def say(*words: object) -> int:
    return main([str(word) for word in ("cohort", *words)])


def test_the_whole_cycle_twice(
    tmp_path: Path, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "winter"
    inbox = tmp_path / "in"
    for id, content in {"ana": answers(SOLUTION), "bo": answers(SOLUTION)[:900]}.items():
        (inbox / id).mkdir(parents=True)
        (inbox / id / FILE).write_bytes(content)
    said = []
    for _ in range(2):
        assert say("new", folder, roster, "--zone", "America/Chicago") == 0
        assert say("release", folder, NAME, "--due", "2026-11-20 01:00") == 0
        assert say("collect", folder, inbox, "--yes") == 0
        assert say("grade", folder) == 0
        assert say("feedback", folder) == 0
        capsys.readouterr()
        assert say("status", folder) == 0
        said.append(capsys.readouterr().out)
        assert say("export", folder, NAME, "--for", "canvas") == 0
    assert said[0] == said[1]
    assert f"Ana Lopez (ana): graded. {MOST} of {MOST} by the program, waits for a" in said[0]
    assert "When 2 of 2 hand-ins came is not known" in said[0], "a file does not tell"
    assert "Cy Day (cy): nothing handed in." in said[0]
    with zipfile.ZipFile(folder / "to_learners" / f"{NAME}.zip") as packed:
        assert f"{NAME}/{NOTEBOOK}" in packed.namelist()
    assert (folder / "to_give_back" / NAME / "ana.html").is_file()
    assert (folder / f"{NAME}_canvas.csv").is_file()
    assert oct(folder.stat().st_mode)[-3:] == "700" or os.name == "nt"


def test_nothing_is_taken_that_nobody_confirmed(
    tmp_path: Path, cohort: Cohort, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = cohort.root
    (tmp_path / "ana").mkdir()
    (tmp_path / "ana" / FILE).write_bytes(answers(SOLUTION))
    assert say("collect", folder, tmp_path / "ana") == 1
    assert "Nobody confirmed that it is from Ana Doe (ana)" in capsys.readouterr().out


def test_reading_opens_formgrader_in_the_cohorts_folder(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[tuple[list[str], Path]] = []

    def call(words: list[str], cwd: Path) -> int:
        called.append((words, cwd))
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    assert say("read", cohort.root, NAME) == 0
    ((words, folder),) = called
    assert folder == cohort.root
    assert f"--LabApp.default_url=/formgrader/gradebook/{NAME}/{NAME}" in words


def test_destructive_acts_ask(cohort: Cohort, capsys: pytest.CaptureFixture[str]) -> None:
    folder = cohort.root
    assert say("forget", folder, "ana") == 1
    assert say("forget", folder, "--all-of-it") == 1
    assert "Nothing was deleted." in capsys.readouterr().out
    for unclear in ((), ("",), ("ana", "--all-of-it")):
        assert say("forget", folder, *unclear, "--yes") == 1
        assert "It is not clear what to delete" in capsys.readouterr().err
    assert folder.is_dir()
    assert say("forget", folder, "--all-of-it", "--yes") == 0
    assert "archives that were packed" in capsys.readouterr().out
    assert not folder.exists()


@pytest.mark.parametrize(("typed", "deleted"), [("n", False), ("", False), ("y", True)])
def test_what_is_typed_decides(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch, typed: str, deleted: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    def answer(question: str) -> str:
        asked.append(question)
        return typed

    monkeypatch.setattr("builtins.input", answer)
    assert say("forget", cohort.root, "ana", "--off-list") == int(not deleted)
    what = "all work of ana, and take the person off the list"
    assert asked == [f"Delete {what}? It cannot be brought back. (y/n) "]
    assert ("ana" not in {each.id for each in people_of(cohort)}) == deleted


def test_a_file_that_is_no_table_is_not_written_over(
    cohort: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("what I wrote")
    assert say("export", cohort.root, NAME, "--to", mine) == 1
    assert "is there already, and is no table" in capsys.readouterr().err
    assert mine.read_text() == "what I wrote"
    for _ in range(2):
        assert say("export", cohort.root, NAME, "--to", tmp_path / "table.csv") == 0
    assert os.name == "nt" or oct((tmp_path / "table.csv").stat().st_mode)[-3:] == "600"


def test_an_archive_is_for_whoever_packs_it_alone(tmp_path: Path, cohort: Cohort) -> None:
    folder = cohort.root.rename(tmp_path / "winter.2027")
    assert say("archive", folder) == 0
    packed = tmp_path / "winter.2027.zip"
    assert packed.is_file()
    assert os.name == "nt" or oct(packed.stat().st_mode)[-3:] == "600"


def test_a_folder_that_was_there_is_closed_too(tmp_path: Path, roster: Path) -> None:
    (tmp_path / "winter").mkdir(mode=0o755)
    assert say("new", tmp_path / "winter", roster, "--zone", "UTC") == 0
    assert os.name == "nt" or oct((tmp_path / "winter").stat().st_mode)[-3:] == "700"
    assert say("new", tmp_path / "why? x", roster, "--zone", "UTC") == 1
    assert not list(tmp_path.glob("why"))


def test_numbers_of_ones_own_come_with_the_exercise_or_not_at_all(
    tmp_path: Path, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "winter"
    say("new", folder, roster, "--zone", "UTC")
    for _ in range(2):
        assert say("release", folder, NAME, "--seed", "one") == 0
    before = (folder / "source" / NAME / "catalog.json").read_bytes()
    capsys.readouterr()
    assert say("release", folder, NAME, "--seed", "two") == 1
    assert "its numbers do not change any more" in capsys.readouterr().err
    assert say("release", folder, NAME, "--due", "2027-03-12") == 0
    assert (folder / "source" / NAME / "catalog.json").read_bytes() == before


def test_a_changed_exercise_is_not_slipped_under_a_cohort(
    tmp_path: Path, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, course = tmp_path / "winter", tmp_path / "course"
    shutil.copytree(ROOT / "exercises" / NAME, course / "exercises" / NAME)
    say("new", folder, roster, "--zone", "America/Chicago")
    say("release", folder, NAME, "--course", course)
    before = (folder / "source" / NAME / "catalog.json").read_bytes()
    changed = course / "exercises" / NAME / "catalog.json"
    changed.write_bytes(changed.read_bytes() + b"\n")
    capsys.readouterr()
    assert say("release", folder, NAME, "--course", course) == 0
    assert "The cohort keeps what it was given" in capsys.readouterr().out.replace("\n", " ")
    assert (folder / "source" / NAME / "catalog.json").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("grade", "nowhere"), "is not a cohort's folder"),
        (("new", "here", "none.csv"), "none.csv could not be read"),
        (("new", "here", "staff.csv", "--zone", "Nowhere/Town"), "no time zone 'Nowhere/Town'"),
        (("new", ".", "staff.csv", "--zone", "UTC"), "holds something else already"),
        (("new", ROOT / "winter", "staff.csv", "--zone", "UTC"), "such as your own folder: ~/win"),
        (("status", "made"), "Nothing was released to this cohort yet"),
        (("collect", "made"), "Say what to collect"),
        (("collect", "made", "gone"), "gone is not there"),
        (("release", "made", "99_none"), "The course has no exercise 99_none"),
        (("release", "made", NAME, "--due", "soon"), "'soon' is no day and time"),
    ],
)
def test_a_mistake_is_told_in_words_and_changes_nothing(
    tmp_path: Path,
    roster: Path,
    empty_cohort: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(empty_cohort, "made")
    assert say(*words) == 1
    assert says in capsys.readouterr().err
    assert {path.name for path in tmp_path.iterdir()} == {"staff.csv", "made"}


@pytest.mark.parametrize("part", PARTS)
def test_each_part_helps_with_an_example(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = build_parser()
    with pytest.raises(SystemExit):
        parser.parse_args(["cohort", part, "--help"])
    told = capsys.readouterr().out
    assert f"Example: {parser.prog} cohort {part} " in told


@pytest.mark.skipif(os.name == "nt", reason="nbgrader has no exchange there")
def test_by_the_exchange_and_back(
    tmp_path: Path, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One who hands in for herself, one in another's name, one with a link to the gradebook."""
    me = getpass.getuser()
    exchange, folder = tmp_path / "exchange", tmp_path / "winter"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    roster.write_text(f"id\n{me}\nana\n")
    zone = ("--zone", "America/Chicago", "--exchange", exchange)
    assert say("new", folder, roster, *zone) == 0
    assert say("release", folder, NAME) == 0
    inbound = exchange / "winter" / "inbound"
    for id in (me, "ana"):
        sent = inbound / f"{id}+{NAME}+2026-11-20 08:00:00.000000 UTC+abc"
        sent.mkdir()
        (sent / FILE).write_bytes(answers(SOLUTION))
        (sent / "submission_secret.txt").write_text("s" * 64)
        (sent / "timestamp.txt").write_text("2026-11-20 08:00:00.000000 UTC")
        (sent / "groundwork.py").write_text("raise SystemExit")
    assert say("collect", folder) == 1
    out = capsys.readouterr().out
    assert f"ana+{NAME}" in out and f"the account {me} put it there" in out
    cohort = Cohort(folder)
    assert cohort.students_with(NAME) == [me]
    assert "groundwork.py" not in cohort.handed_in(me, NAME)
    linked = inbound / f"{me}+{NAME}+2026-11-21 08:00:00.000000 UTC+xyz"
    linked.mkdir()
    (linked / FILE).symlink_to(folder / "gradebook.db")
    assert say("collect", folder) == 1
    assert "leads to another file" in capsys.readouterr().out
    assert cohort.handed_in(me, NAME)[FILE] == answers(SOLUTION)
    assert say("grade", folder) == 0
    assert say("feedback", folder) == 0
    assert "1 of them were sent by the exchange" in capsys.readouterr().out
    assert list((exchange / "winter" / "feedback").glob("*.html"))
    with ThreadPoolExecutor() as executor:
        found = {one.person.id: one.points for one in standings(cohort, NAME, executor)}
    assert found == {me: MOST, "ana": None}
