"""Two programs never work on one cohort at once: the second waits a moment, then is told who does.

The first is another process here, as it is on a facilitator's computer.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hand_ins import NAME, SOLUTION, WRONG, answers, hand_in
from laid_out import in_memory

from groundwork.cohort import alone, course_folder, ending
from groundwork.cohort.console.widget import Console
from groundwork.cohort.console.work import Work
from groundwork.cohort.course_folder import Cohort, whole_folder
from groundwork.cohort.whose import Matched
from groundwork.command.main import main
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")
HOLD = """
import sys
from pathlib import Path
from groundwork.cohort.alone import alone
from groundwork.cohort.course_folder import Cohort
with alone(Cohort(Path(sys.argv[1])), "grading", patience=0):
    print("holds", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def a_short_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alone, "PATIENCE", 0.05)


@contextmanager
def another_program(cohort: Cohort) -> Iterator["subprocess.Popen[str]"]:
    """Let another process work on the cohort."""
    words = [sys.executable, "-c", HOLD, str(cohort.root)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout and process.stdin
        assert process.stdout.readline() == "holds\n"
        try:
            yield process
        finally:
            process.stdin.close()


def say(cohort: Cohort, part: str, *words: object) -> int:
    return main([str(word) for word in ("cohort", part, cohort.root, *words)])


def test_every_part_that_writes_is_refused_and_says_who_works_there(
    cohort: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "staff.csv").write_text("id\neve\n", encoding="utf-8")
    hand_in(cohort, "ana", {FILE: answers(SOLUTION)})
    with another_program(cohort) as process:
        for part, *words in (
            ("new", tmp_path / "staff.csv", "--zone", "UTC"),
            ("release", NAME),
            ("collect", cohort.root / "submitted"),
            ("grade",),
            ("feedback",),
            ("aside", NAME, "ana"),
            ("archive",),
            ("forget", "ana", "--yes"),
            ("forget", "--all-of-it", "--yes"),
        ):
            assert say(cohort, part, *words) == 1, part
            said = capsys.readouterr().err
            assert f"began grading on this computer at {time.strftime('%H:')}" in said, part
            assert f"process {process.pid}" in said and "Wait until that has ended" in said
        assert say(cohort, "status") == 0, "who only looks is not kept from it"
    assert not (tmp_path / "winter.zip").exists()
    assert say(cohort, "grade") == 0


def test_the_console_is_refused_in_the_same_words(cohort: Cohort) -> None:
    console = Console(cohort)
    with another_program(cohort):
        for action, data in (
            ("work", {"what": "grade", "exercise": NAME}),
            ("aside", {"exercise": NAME, "id": "ana", "back": False}),
        ):
            with pytest.raises(UserError, match="began grading on this computer"):
                console.respond(action, data)
        assert console.respond("open", {})["people"]
    assert console.respond("work", {"what": "grade", "exercise": NAME})["of"] == 0


def test_work_on_the_page_keeps_others_away_until_it_is_done(cohort: Cohort) -> None:
    hand_in(cohort, "ana", {FILE: answers(SOLUTION)})
    console = Console(cohort)
    console.respond("work", {"what": "grade", "exercise": NAME})
    words = [sys.executable, "-c", HOLD, str(cohort.root)]
    found = subprocess.run(words, capture_output=True, text=True, check=False)
    assert found.returncode and "began grading on this computer" in found.stderr
    assert any(console.respond("go_on", {})["done"] for _ in range(100))  # each turn is short
    with another_program(cohort):
        pass


def test_work_of_a_page_that_was_closed_ends_by_itself(cohort: Cohort) -> None:
    ended = []

    def results() -> Iterator[int]:
        try:
            yield from range(10**9)
        finally:
            ended.append(True)

    work = Work(results(), 0, alone.alone(cohort, "grading"), idle=0.05)  # type: ignore[arg-type]
    work.go_on()
    found = list(work.found)
    deadline = time.monotonic() + 20
    while not work.is_stopped and time.monotonic() < deadline:
        time.sleep(0.01)
    with another_program(cohort):
        work.go_on()
        assert ended and found == work.found and not work.is_done


@pytest.mark.skipif(os.name == "nt", reason="no signal 9")
def test_what_was_killed_holds_nobody_up_and_is_put_right(cohort: Cohort) -> None:
    hand_in(cohort, "ana", {FILE: answers(SOLUTION)})
    with another_program(cohort) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert (cohort.own(alone.FOLDER) / alone.NOTE).is_file()
    making = cohort.own("making", "abc")
    making.mkdir(parents=True)
    folder = cohort.step("submitted", "ana", NAME)
    inner = folder.relative_to(cohort.root).as_posix()
    making.with_suffix(course_folder.WHERE).write_text(inner, encoding="utf-8")
    folder.rename(making.with_suffix(course_folder.FORMER))
    assert say(cohort, "grade") == 0
    assert (folder / FILE).is_file()
    assert not (cohort.own(alone.FOLDER) / alone.NOTE).exists()


def test_who_only_looks_takes_nothing_away_from_who_works(cohort: Cohort) -> None:
    hand_in(cohort, "ana", {FILE: answers(SOLUTION)})
    folder = cohort.step("submitted", "ana", NAME)
    with another_program(cohort), whole_folder(cohort, folder) as making:
        (making / FILE).write_bytes(answers(WRONG))
        former = making.with_suffix(course_folder.FORMER)
        making.with_suffix(course_folder.WHERE).write_text(
            f"submitted/ana/{NAME}\n", encoding="utf-8"
        )
        folder.rename(former)
        assert say(cohort, "status") == 0
        assert former.is_dir()
    assert (folder / FILE).read_bytes() == answers(WRONG)


def left_by(cohort: Cohort, host: str, seconds_ago: float) -> None:
    note = {"doing": "collecting", "who": "dana", "host": host, "pid": 7}
    folder = cohort.own(alone.FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps({**note, "since": time.time() - seconds_ago})
    (folder / alone.NOTE).write_text(content, encoding="utf-8")


def test_a_note_of_another_computer_counts_where_a_drive_keeps_no_locks(
    cohort: Cohort, capsys: pytest.CaptureFixture[str]
) -> None:
    left_by(cohort, "PC-12", 60)
    assert say(cohort, "grade") == 1
    said = capsys.readouterr().err
    assert "dana began collecting on PC-12 at" in said
    assert "If that computer was switched off, it is free at" in said
    left_by(cohort, "PC-12", alone.LONGEST + 1)
    assert say(cohort, "grade") == 0
    left_by(cohort, socket.gethostname(), 60)
    assert say(cohort, "grade") == 0, "its process holds no lock any more"
    (cohort.own(alone.FOLDER) / alone.NOTE).write_bytes(b"\xff{")
    assert say(cohort, "grade") == 0


def note_of(cohort: Cohort) -> dict[str, Any]:
    found = json.loads((cohort.own(alone.FOLDER) / alone.NOTE).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_a_note_is_written_anew_while_a_person_is_waited_for(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody has lunch before they say whose a file is: no other computer comes between."""
    monkeypatch.setattr(alone, "RENEWED", 0.01)
    monkeypatch.setattr(alone, "LONGEST", 0.3)
    content = answers(SOLUTION, handin="a" * 32)
    (tmp_path / "ana.zip").write_bytes(in_memory({FILE: content}))
    asked: list[str] = []

    def lunch(question: str = "") -> str:
        began = note_of(cohort)["since"]
        time.sleep(0.5)
        note = note_of(cohort)
        assert note["since"] == began < note["seen"]
        assert time.time() - began > alone.LONGEST > time.time() - note["seen"]
        with monkeypatch.context() as elsewhere, pytest.raises(UserError, match="is free at"):
            elsewhere.setattr(socket, "gethostname", lambda: "PC-12")
            elsewhere.setattr(alone, "FOLDER", seen_from_elsewhere(cohort))
            with alone.alone(cohort, "grading"):
                pass
        asked.append(question)
        return "y"

    monkeypatch.setattr("builtins.input", lunch)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert say(cohort, "collect", tmp_path / "ana.zip") == 0
    assert asked and cohort.students_with(NAME) == ["ana"]
    assert not (cohort.own(alone.FOLDER) / alone.NOTE).exists()


def seen_from_elsewhere(cohort: Cohort) -> str:
    """The note on a drive that keeps no locks: the same, beside a lock that is free."""
    other = cohort.own("elsewhere")
    other.mkdir()
    (other / alone.NOTE).write_bytes((cohort.own(alone.FOLDER) / alone.NOTE).read_bytes())
    return other.name


def test_a_short_work_is_waited_for(cohort: Cohort, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(alone, "PATIENCE", 60)
    with another_program(cohort) as process:
        assert process.stdin
        process.stdin.close()
        assert say(cohort, "grade") == 0


def test_what_two_programs_matched_is_kept_of_both(tmp_path: Path) -> None:
    """One may have read before the other wrote: a page holds on between two of its pieces."""
    one, other = (Matched.read(tmp_path / "matched.json") for _ in range(2))
    one.note("1", "ana")
    other.note("2", "bo")
    assert Matched.read(tmp_path / "matched.json").owners == {"1": "ana", "2": "bo"}


def test_inside_itself_it_is_held_once_and_leaves_nothing(cohort: Cohort, tmp_path: Path) -> None:
    with alone.alone(cohort, "grading"), alone.alone(cohort, "collecting"):
        assert ending.archive(cohort, tmp_path / "packed.zip")
    with zipfile.ZipFile(tmp_path / "packed.zip") as packed:
        assert not [name for name in packed.namelist() if f"/{alone.FOLDER}/" in name]
    with another_program(cohort):
        pass


def test_work_that_ends_badly_when_it_is_stopped_lets_others_in(cohort: Cohort) -> None:
    def results() -> Iterator[int]:
        try:
            yield from range(10**9)
        finally:
            raise OSError("the disk is full")

    work = Work(results(), 0, alone.alone(cohort, "grading"))  # type: ignore[arg-type]
    work.go_on()
    with pytest.raises(OSError, match="the disk is full"):
        work.stop()
    with another_program(cohort):
        pass


def test_a_note_that_another_computer_wrote_meanwhile_is_left(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "RENEWED", 0.01)
    with alone.alone(cohort, "collecting"):
        left_by(cohort, "PC-12", 60)
        time.sleep(0.1)
    assert note_of(cohort)["host"] == "PC-12"


@pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")
def test_a_file_that_another_program_deletes_meanwhile_ends_no_work(cohort: Cohort) -> None:
    making = cohort.own("making")
    making.mkdir(parents=True, exist_ok=True)
    for place_of in (making / "gone", cohort.root / ".gone.part"):
        place_of.symlink_to(cohort.root / "nowhere")  # listed, and not there when it is asked
    assert say(cohort, "grade") == 0
    alone.put_right(cohort)


def test_the_whole_folder_is_looked_through_once_and_not_for_each_point(cohort: Cohort) -> None:
    part = cohort.root / "source" / ".table.csv.part"
    part.write_bytes(b"half")
    hour_ago = time.time() - 2 * course_folder.ABANDONED_AFTER
    os.utime(part, (hour_ago, hour_ago))
    with alone.alone(cohort, "reading"):
        assert part.is_file()
    alone.put_right(cohort)
    assert not part.exists()
