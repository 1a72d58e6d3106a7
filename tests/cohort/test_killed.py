"""A command that is killed at any moment can be run again: nothing is lost, nothing doubled."""

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hand_ins import NAME, SOLUTION, WRONG, answers

from groundwork.cohort import arrivals, course_folder
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import collect
from groundwork.cohort.course_folder import Cohort, tidy
from groundwork.cohort.ending import forget_person
from groundwork.cohort.giving_back import feedback
from groundwork.cohort.grading import grade
from groundwork.command.main import main
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="no fork, and no signal 9"),
    pytest.mark.filterwarnings("ignore"),
]
LATER = "2026-11-21T08:00:00Z"
MOMENTS, ALL_MOMENTS = 8, 50  # of each command; all with --all
STEPS = [  # what writes or deletes: a process may die before or after each
    (Path, "replace"),
    (Path, "write_bytes"),
    (Path, "write_text"),
    (Path, "mkdir"),
    (shutil, "copyfile"),
    (shutil, "rmtree"),
    (Path, "unlink"),
    (Path, "chmod"),
]


def collected(cohort: Cohort, inbox: Path) -> None:
    list(collect(cohort, people_of(cohort), arrivals.read(inbox), lambda *_: True))


def graded(cohort: Cohort, inbox: Path) -> None:
    with ThreadPoolExecutor(1) as executor:
        list(grade(cohort, NAME, executor))


def exported(cohort: Cohort, inbox: Path) -> None:
    main(["cohort", "export", str(cohort.root)])


def given_back(cohort: Cohort, inbox: Path) -> None:
    list(feedback(cohort, NAME))


@contextmanager
def counted(at: int) -> Iterator[list[int]]:
    """Count what is written, and die with signal 9 at one of the steps; 0 for never."""
    from sqlalchemy.orm import Session

    count = [0]

    def counting(call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*args: Any, **options: Any) -> Any:
            for _ in range(2):  # before and after
                count[0] += 1
                if count[0] == at:
                    os.kill(os.getpid(), signal.SIGKILL)
                if _ == 0:
                    found = call(*args, **options)
            return found

        return counted

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in [*STEPS, (Session, "commit")]:
            patch.setattr(owner, name, counting(getattr(owner, name)))
        yield count


def killed(work: Callable[[Cohort, Path], None], cohort: Cohort, inbox: Path, at: int) -> None:
    pid = os.fork()
    if not pid:
        with counted(at):
            work(cohort, inbox)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status), "it was not killed"


def state(cohort: Cohort) -> dict[str, Any]:
    """All files of a cohort and all rows of its gradebook, without what is different each time."""
    found: dict[str, Any] = {
        path.relative_to(cohort.root).as_posix(): path.read_bytes()
        for path in cohort.root.rglob("*")
        if path.is_file() and path.suffix not in (".db", ".part") and "making" not in path.parts
    }
    with sqlite3.connect(cohort.root / "gradebook.db") as book:
        for table in ("student", "submitted_assignment", "submitted_notebook", "grade", "comment"):
            cursor = book.execute(f"select * from {table}")
            names = [each[0] for each in cursor.description]
            own = [at for at, name in enumerate(names) if "id" not in name or table == "student"]
            rows = [tuple(row[at] for at in own) for row in cursor]
            found[table] = sorted(rows, key=str)
    return found


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    for id, values in {"ana": SOLUTION, "bo": SOLUTION | WRONG, "cy": WRONG}.items():
        folder = tmp_path / "in" / id
        folder.mkdir(parents=True)
        (folder / FILE).write_bytes(answers(values, at=LATER, handin=id * 8))
    return tmp_path / "in"


@pytest.mark.parametrize("work", [collected, graded, exported, given_back])
def test_what_was_killed_is_run_again_to_the_same_end(
    cohort: Cohort,
    inbox: Path,
    tmp_path: Path,
    work: Callable[[Cohort, Path], None],
    request: pytest.FixtureRequest,
) -> None:
    if work is given_back:  # each page takes nbgrader half a second
        for id in ("bo", "cy"):
            shutil.rmtree(inbox / id)
    earlier = tmp_path / "earlier" / "ana"
    earlier.mkdir(parents=True)
    (earlier / FILE).write_bytes(answers(WRONG, handin="ana" * 8))
    collected(cohort, earlier.parent)
    if work is not collected:
        collected(cohort, inbox)
    if work in (exported, given_back):
        graded(cohort, inbox)
    whole = Cohort(tmp_path / "whole" / "winter")
    shutil.copytree(cohort.root, whole.root)
    with counted(0) as count:
        work(whole, inbox)
    expected = state(whole)
    assert expected != state(cohort)
    moments = ALL_MOMENTS if request.config.getoption("--all") else MOMENTS
    many = min(moments, count[0])
    for at in sorted(random.Random(work.__name__).sample(range(1, count[0] + 1), many)):
        again = Cohort(tmp_path / f"killed{at}" / "winter")
        shutil.copytree(cohort.root, again.root)
        killed(work, again, inbox, at)
        work(again, inbox)
        assert state(again) == expected, f"killed at {at} of {count[0]}"


def test_whoever_handed_in_is_never_without_a_hand_in(
    cohort: Cohort, inbox: Path, tmp_path: Path
) -> None:
    """Looked at before anything is collected again; killed, and refused by the system."""
    earlier = tmp_path / "earlier" / "ana"
    earlier.mkdir(parents=True)
    (earlier / FILE).write_bytes(answers(WRONG, handin="ana" * 8))
    collected(cohort, earlier.parent)
    for id in ("bo", "cy"):
        shutil.rmtree(inbox / id)
    possible = [(one / FILE).read_bytes() for one in (earlier, inbox / "ana")]
    whole = Cohort(tmp_path / "whole" / "winter")
    shutil.copytree(cohort.root, whole.root)
    with counted(0) as count:
        collected(whole, inbox)
    for at in range(1, count[0] + 1):
        other = Cohort(tmp_path / f"killed{at}" / "winter")
        shutil.copytree(cohort.root, other.root)
        killed(collected, other, inbox, at)
        tidy(other)  # as every command does first
        assert other.handed_in("ana", NAME)[FILE] in possible, f"killed at {at}"
        collected(other, inbox)
        assert other.handed_in("ana", NAME)[FILE] == possible[1]
        assert not list(other.own("making").glob("*.former"))


def test_what_the_system_refuses_leaves_the_hand_in_that_was_there(
    cohort: Cohort, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected(cohort, inbox)
    before = cohort.handed_in("ana", NAME)
    (inbox / "ana" / FILE).write_bytes(answers(WRONG, at="2026-11-22T08:00:00Z", handin="ana" * 8))
    real = course_folder.replace

    def refused(one: Path, other: Path) -> None:
        if other == cohort.step("submitted", "ana", NAME) and one.suffix != course_folder.FORMER:
            raise KeyboardInterrupt
        real(one, other)

    monkeypatch.setattr(course_folder, "replace", refused)
    with pytest.raises(KeyboardInterrupt):
        collected(cohort, inbox)
    assert cohort.handed_in("ana", NAME) == before


def test_deleting_somebody_goes_on_where_it_was_stopped(
    cohort: Cohort, inbox: Path, tmp_path: Path
) -> None:
    collected(cohort, inbox)
    graded(cohort, inbox)
    exported(cohort, inbox)
    given_back(cohort, inbox)
    whole = Cohort(tmp_path / "whole" / "winter")
    shutil.copytree(cohort.root, whole.root)
    with counted(0) as count:
        forgotten(whole, inbox)
    for at in random.Random(1).sample(range(1, count[0] + 1), min(MOMENTS, count[0])):
        other = Cohort(tmp_path / f"killed{at}" / "winter")
        shutil.copytree(cohort.root, other.root)
        killed(forgotten, other, inbox, at)
        with suppress(UserError):  # all of it was gone already
            forgotten(other, inbox)
        assert state(other) == state(whole)
        assert "ana" not in other.students_with(NAME)
        assert not any(b"ana@" in path.read_bytes() for path in other.root.glob("*.csv"))


def forgotten(cohort: Cohort, inbox: Path) -> None:
    forget_person(cohort, "ana", off_list=True)


@pytest.mark.parametrize("work", [collected, graded, exported, given_back])
def test_killed_by_the_clock(
    cohort: Cohort,
    inbox: Path,
    tmp_path: Path,
    work: Callable[[Cohort, Path], None],
    request: pytest.FixtureRequest,
) -> None:
    """At random moments of the clock, wherever it is then; 50 of each command with `--all`."""
    before: list[Callable[[Cohort, Path], None]] = [collected, graded, exported, given_back]
    for step in before[: min(before.index(work), 2)]:
        step(cohort, inbox)
    whole = Cohort(tmp_path / "whole" / "winter")
    shutil.copytree(cohort.root, whole.root)
    began = time.monotonic()
    work(whole, inbox)
    took = time.monotonic() - began
    chance = random.Random(work.__name__)
    for number in range(ALL_MOMENTS if request.config.getoption("--all") else 2):
        other = Cohort(tmp_path / f"killed{number}" / "winter")
        shutil.copytree(cohort.root, other.root)
        pid = os.fork()
        if not pid:
            work(other, inbox)
            os._exit(0)
        time.sleep(chance.random() * took)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        tidy(other)
        work(other, inbox)
        assert state(other) == state(whole)
        shutil.rmtree(other.root)


def test_ctrl_c_leaves_what_is_graded_and_goes_on_from_there(
    cohort: Cohort, inbox: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from groundwork.command import cohort_parts

    collected(cohort, inbox)

    def stop(at: int, count: int) -> None:
        if at == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(cohort_parts, "_progress", stop)
        assert main(["cohort", "grade", str(cohort.root)]) == 130
    assert "Nothing is left half done" in capsys.readouterr().err
    assert main(["cohort", "status", str(cohort.root)]) == 0
    out = capsys.readouterr().out
    assert "2 graded" in out and "1 not graded yet" in out
    assert main(["cohort", "grade", str(cohort.root)]) == 0


def test_a_gradebook_that_another_program_holds_is_told(
    cohort: Cohort, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    collected(cohort, inbox)
    (cohort.root / "gradebook.db").write_bytes(b"no database, and long enough to be one" * 99)
    assert main(["cohort", "grade", str(cohort.root)]) == 1
    assert "close it there. Then do the same again" in capsys.readouterr().err
