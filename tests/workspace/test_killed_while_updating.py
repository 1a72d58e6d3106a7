"""An update that is killed harms nothing, and the next one ends as if it had not been."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from workspace.updating import DATA, EXERCISE, LESSON, POSIX, notebook, prepare, text, write

from groundwork.learner.update import Report

# Ends the process, as a power cut would, at the Nth thing it is about to do to the disk, or at
# the Nth line of what writes a file: buffers are lost and nothing is cleaned up.
KILLED_AT = """
import os, sys
from pathlib import Path
from groundwork.learner import files, update, workspace
source, place = Path(sys.argv[1]), Path(sys.argv[2])
left = int(sys.argv[4])
def count():
    global left
    left -= 1
    if left == 0:
        os._exit(9)
def on_disk(event, arguments):
    if event in ("os.rename", "os.mkdir", "os.remove", "os.chmod"):
        count()
    elif event == "open" and isinstance(arguments[2], int):
        if arguments[2] & (os.O_WRONLY | os.O_RDWR):
            count()
def on_line(frame, event, argument):
    if frame.f_code not in (files.write_text.__code__, update._place.__code__):
        return None
    if event == "line":
        count()
    return on_line
if sys.argv[3] == "disk":
    sys.addaudithook(on_disk)
else:
    sys.settrace(on_line)
workspace.prepare(source, place, {"01_root_causes": source / "released"})
"""


def run_until(source: Path, place: Path, kind: str, step: int) -> int:
    """Prepare in a process that ends at a step; 9 when it did, 0 when it was done before."""
    command = [sys.executable, "-c", KILLED_AT, str(source), str(place), kind, str(step)]
    return subprocess.run(command).returncode


def changed_course(source: Path, place: Path) -> dict[str, str]:
    """Install, let the learner work, change the whole course; return the learner's texts."""
    prepare(source, place)
    mine = {
        LESSON: notebook("mine"),
        "my_work/reflections/a.md": "mine",
        "exercises/01_root_causes/answers.json": "{}",
    }
    for path, content in mine.items():
        write(place, path, content)
    for path in (LESSON, DATA, "released/01_root_causes.ipynb", "modules/02_new.ipynb"):
        write(source, path, notebook("second"))
    return mine


def check_complete(source: Path, place: Path, mine: dict[str, str]) -> None:
    """Look that a further run ends as one that was never interrupted does."""
    prepare(source, place)
    assert {path: text(place, path) for path in mine} == mine
    for path in (DATA, EXERCISE, "modules/02_new.ipynb"):
        assert text(place, path) == notebook("second")
    beside = list((place / "modules").glob("01_root_causes (new version *"))
    assert [path.read_text(encoding="utf-8") for path in beside] == [notebook("second")]
    assert prepare(source, place) == Report()


@POSIX
@pytest.mark.parametrize("kind", ["disk", "line"])
def test_a_kill_at_each_step_harms_nothing(source: Path, place: Path, kind: str) -> None:
    mine = changed_course(source, place)
    for step in range(1, 1000):
        code = run_until(source, place, kind, step)
        for path, content in mine.items():
            assert text(place, path) == content
        for path in (DATA, EXERCISE):
            assert text(place, path) in (
                "group,rate\n",
                notebook("# YOUR CODE HERE"),
                notebook("second"),
            )
        for path in (place / "modules").glob("* (new version *"):  # type: ignore[assignment]
            assert path.read_text(encoding="utf-8") == notebook("second")  # type: ignore[attr-defined]
        if code == 0:
            break
        assert code == 9
    assert step > 5
    check_complete(source, place, mine)


@POSIX
@pytest.mark.parametrize("milliseconds", [40, 60, 80, 90, 100, 110, 120, 150])
def test_a_kill_at_any_moment_harms_nothing(source: Path, place: Path, milliseconds: int) -> None:
    mine = changed_course(source, place)
    for number in range(60):
        write(source, f"datasets/many/{number}.csv", "a" * 10_000)
    command = [sys.executable, "-c", KILLED_AT, str(source), str(place), "disk", "100000"]
    process = subprocess.Popen(command)
    time.sleep(milliseconds / 1000)
    process.kill()
    process.wait()
    assert {path: text(place, path) for path in mine} == mine
    for path in (place / "datasets" / "many").glob("*"):
        assert path.read_text() == "a" * 10_000
    check_complete(source, place, mine)


def test_what_a_killed_run_left_half_written_is_swept_later(source: Path, place: Path) -> None:
    prepare(source, place)
    left = write(place, ".groundwork/incoming/tmpabc", "half")
    os.utime(left, (0, 0))
    prepare(source, place)
    assert not left.exists()
