"""What the tests cost counts what they start, and is told by folder and by lesson."""

import contextlib
import subprocess
import sys
from collections import defaultdict
from types import SimpleNamespace

import pytest
import stopwatch

BUSY = "import time\nwhile time.process_time() < 0.5: pass\n"


def test_what_a_child_used_counts_while_it_runs_and_when_it_has_ended() -> None:
    begun = stopwatch.cpu_seconds()
    child = subprocess.Popen(
        [sys.executable, "-c", f"{BUSY}print(flush=True)\ninput()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout
    child.stdout.readline()
    assert stopwatch.cpu_seconds() - begun >= 0.4
    child.communicate(b"\n")
    assert stopwatch.cpu_seconds() - begun >= 0.4


@pytest.mark.parametrize(
    ("name", "marked", "lesson"),
    [
        ("test_one[modules/01_root_causes.ipynb]", None, "01_root_causes"),
        ("test_one", "04_shared_leadership", "04_shared_leadership"),
        ("test_one[choose]", None, ""),
    ],
)
def test_a_test_is_there_for_the_lesson_that_it_names(
    name: str, marked: str | None, lesson: str
) -> None:
    assert stopwatch.lesson_of(item(name, marked)) == lesson


def item(name: str, marked: str | None = None) -> pytest.Item:
    marker = SimpleNamespace(args=[marked]) if marked else None
    node = {"nodeid": f"tests/a/test_a.py::{name}", "get_closest_marker": lambda _: marker}
    return SimpleNamespace(**node)  # type: ignore[return-value]


def test_what_all_lessons_share_is_no_lessons(monkeypatch: pytest.MonkeyPatch) -> None:
    used = [0.0]
    monkeypatch.setattr(stopwatch, "cpu_seconds", lambda: used[0])
    alone = SimpleNamespace(pluginmanager=SimpleNamespace(hasplugin=lambda _: False))
    meter = stopwatch.Meter(alone)  # type: ignore[arg-type]
    used[0] += 5  # finding the tests
    running = meter.pytest_runtest_protocol(item(f"test_one[{stopwatch.LESSONS[0]}]"))
    next(running)
    for scope, seconds in (("session", 3.0), ("module", 2.0)):
        setting_up = meter.pytest_fixture_setup(SimpleNamespace(scope=scope))
        next(setting_up)
        used[0] += seconds
        with contextlib.suppress(StopIteration):
            setting_up.send(None)
    used[0] += 1  # the test itself
    meter.pytest_sessionfinish()
    assert meter.used == {
        stopwatch.BEFORE: 5.0,
        ("tests/a/test_a.py", ""): 3.0,
        ("tests/a/test_a.py", stopwatch.LESSONS[0]): 3.0,
    }


def test_folders_and_lessons_are_told_with_the_most_costly_first(
    pytester: pytest.Pytester,
) -> None:
    meter = SimpleNamespace(used=defaultdict(float))
    told: list[str] = []
    watch = stopwatch.Stopwatch(SimpleNamespace(), meter)  # type: ignore[arg-type]
    for folder, lesson, used in (("a", "", 1.0), ("b", stopwatch.LESSONS[0], 2.0)):
        file = f"tests/{folder}/test_it.py"
        watch.pytest_runtest_logreport(SimpleNamespace(nodeid=f"{file}::one", duration=3.0))  # type: ignore[arg-type]
        node = SimpleNamespace(workeroutput={"cpu": [[file, lesson, used]]})
        watch.pytest_testnodedown(node)
    reporter = SimpleNamespace(section=told.append, write_line=told.append)
    watch.pytest_terminal_summary(reporter)  # type: ignore[arg-type]
    lines = [" ".join(line.split()) for line in told]
    assert lines[1:4] == ["3.0 2.0 tests/b", "3.0 1.0 tests/a", "6.0 3.0 all"]
    assert lines[5] == f"2.0 {stopwatch.LESSONS[0]}"
