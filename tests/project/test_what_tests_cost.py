"""What the tests cost counts what they start, and is told by folder and by lesson."""

import contextlib
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest
import stopwatch

BUSY = "import time\nwhile time.process_time() < 0.5: pass\n"


def child_of(code: str) -> "subprocess.Popen[bytes]":
    """Start a process that works, says so, and waits until it may end."""
    child = subprocess.Popen(
        [sys.executable, "-c", f"{code}print(flush=True)\ninput()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdout
    child.stdout.readline()
    return child


def test_what_a_child_used_counts_while_it_runs_and_when_it_has_ended() -> None:
    processes = stopwatch.Processes()
    begun = processes.cpu_seconds()
    child = child_of(BUSY)
    assert processes.cpu_seconds() - begun >= 0.4
    child.communicate(b"\n")
    assert 0.4 <= processes.cpu_seconds() - begun < 2


@pytest.mark.skipif(os.name == "nt", reason="there a process never tells its parent")
def test_what_ended_unasked_counts_once() -> None:
    """As the pages of a browser do, whose parent lets the system forget them."""
    processes = stopwatch.Processes()
    begun = processes.cpu_seconds()
    start = "import signal, subprocess, sys\nsignal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
    page = f"subprocess.Popen([sys.executable, '-c', {f'{BUSY}print(flush=True);input()'!r}], "
    pipes = "stdin=subprocess.PIPE, stdout=subprocess.PIPE)"
    browser = child_of(f"{start}page = {page}{pipes}\npage.stdout.readline()\n")
    running = processes.cpu_seconds() - begun
    assert running >= 0.4
    (page_of_it,) = psutil.Process(browser.pid).children()
    page_of_it.kill()
    psutil.wait_procs([page_of_it], timeout=30)
    assert running <= processes.cpu_seconds() - begun < running + 0.3
    browser.communicate(b"\n")
    assert running <= processes.cpu_seconds() - begun < running + 0.3


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


def test_the_tests_of_one_lesson_can_be_run_alone(pytester: pytest.Pytester) -> None:
    pytester.syspathinsert(Path(stopwatch.__file__).parent)
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.lesson("06_budget_baseline")
        def test_marked(): pass

        @pytest.mark.parametrize("name", ["01_root_causes", "06_budget_baseline"])
        def test_named(name): pass

        def test_of_all(): pass
        """
    )
    arguments = ("-p", "stopwatch", "--lesson", "06_budget_baseline", "-p", "no:cacheprovider")
    run = pytester.runpytest(*arguments)
    run.assert_outcomes(passed=2, deselected=2)


def test_what_all_lessons_share_is_no_lessons(monkeypatch: pytest.MonkeyPatch) -> None:
    used = [0.0]
    monkeypatch.setattr(stopwatch.Processes, "cpu_seconds", lambda _: used[0])
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


@pytest.mark.parametrize(("one", "file"), [(None, ""), (stopwatch.LESSONS[0], "/test_it.py")])
def test_folders_and_lessons_are_told_with_the_most_costly_first(
    one: str | None, file: str
) -> None:
    meter = SimpleNamespace(used=defaultdict(float))
    told: list[str] = []
    config = SimpleNamespace(getoption={"--lesson": one}.get)
    watch = stopwatch.Stopwatch(config, meter)  # type: ignore[arg-type]
    for folder, lesson, used in (("a", "", 1.0), ("b", stopwatch.LESSONS[0], 2.0)):
        path = f"tests/{folder}/test_it.py"
        watch.pytest_runtest_logreport(SimpleNamespace(nodeid=f"{path}::one", duration=3.0))  # type: ignore[arg-type]
        node = SimpleNamespace(workeroutput={"cpu": [[path, lesson, used]]})
        watch.pytest_testnodedown(node)
    reporter = SimpleNamespace(section=told.append, write_line=told.append)
    watch.pytest_terminal_summary(reporter)  # type: ignore[arg-type]
    lines = [" ".join(line.split()) for line in told]
    assert lines[1:4] == [f"3.0 2.0 tests/b{file}", f"3.0 1.0 tests/a{file}", "6.0 3.0 all"]
    assert lines[5] == f"2.0 {stopwatch.LESSONS[0]}"
