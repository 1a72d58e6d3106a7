"""What the tests cost, by folder and by lesson: seconds, and CPU seconds of all that they start.

CPU seconds are those of the worker, of JupyterLab with its kernels, and of the browser. They hardly
change with what else a machine does, as seconds on a clock do. A test belongs to a lesson when its
name says so, as with ``[modules/01_root_causes.ipynb]``, or when its file is marked with
``lesson("04_shared_leadership")``. What all lessons share, such as a JupyterLab that is started
once, is no lesson's.
"""

import re
from collections import defaultdict
from collections.abc import Generator, Iterable
from pathlib import Path
from typing import Any

import psutil
import pytest

REMEMBERED = "groundwork/seconds"
LESSONS = sorted(path.stem for path in Path(__file__).parents[1].glob("modules/[0-9]*.md"))
NAMED = re.compile("|".join(LESSONS))
BEFORE = "before the first test", ""  # imports, and finding the tests
SHARED = ("session", "package")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to measure."""
    meter = Meter(config)
    config.pluginmanager.register(meter, "meter")
    config.pluginmanager.register(Stopwatch(config, meter), "stopwatch of tests")


def cpu_seconds() -> float:
    """Return the CPU seconds that this process used, with all that it started and still runs."""
    used = 0.0
    this = psutil.Process()
    for process in (this, *this.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.Error:  # it ended just now, and its parent knows
            continue
        ended = getattr(times, "children_user", 0), getattr(times, "children_system", 0)
        used += times.user + times.system + sum(ended)
    return used


class Meter:
    """Adds up, in one worker, the CPU seconds of each file of tests and lesson."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.used: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._running, self._read = BEFORE, 0.0

    def turn_to(self, running: tuple[str, str]) -> None:
        """Let what was used until now count for what ran, and what is used from now on for this."""
        if running != self._running:
            now = cpu_seconds()
            self.used[self._running] += max(0.0, now - self._read)
            self._running, self._read = running, now

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Run a test as that of its file and lesson."""
        self.turn_to((item.nodeid.partition("::")[0], lesson_of(item)))
        return (yield)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, Any]:
        """Set up what all tests of a worker share as nobody's."""
        running = self._running
        if fixturedef.scope in SHARED:
            self.turn_to((running[0], ""))
        result = yield
        self.turn_to(running)
        return result

    def pytest_sessionfinish(self) -> None:
        """Give the numbers to the process that prints them, which itself runs no test then."""
        if self.config.pluginmanager.hasplugin("dsession"):
            return
        self.turn_to(("", ""))
        if hasattr(self.config, "workeroutput"):
            self.config.workeroutput["cpu"] = [[*who, used] for who, used in self.used.items()]


def lesson_of(item: pytest.Item) -> str:
    """Return the lesson that a test is there for, or nothing."""
    marker = item.get_closest_marker("lesson")
    if marker:
        return marker.args[0]
    named = NAMED.search(item.nodeid)
    return named[0] if named else ""


class Stopwatch:
    """Adds up the time of tests, tells it by folder, and remembers it by file."""

    def __init__(self, config: pytest.Config, meter: Meter) -> None:
        self.config = config
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.used = meter.used

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count one setup, call or teardown."""
        self.seconds[report.nodeid.partition("::")[0]] += report.duration

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what a worker used."""
        for file, lesson, used in getattr(node, "workeroutput", {}).get("cpu", ()):
            self.used[file, lesson] += used

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell where the time went, and remember it."""
        seconds = _added((_folder(file), took) for file, took in self.seconds.items())
        used = _added((_folder(file), cpu) for (file, _), cpu in self.used.items())
        if len(seconds) > 1:
            terminalreporter.section("seconds, and CPU seconds, by folder")
            for folder in sorted({*seconds, *used}, key=lambda each: -used[each]):
                line = f"{seconds[folder]:8.1f} {used[folder]:8.1f}  {folder}"
                terminalreporter.write_line(line)
            both = sum(seconds.values()), sum(used.values())
            terminalreporter.write_line(f"{both[0]:8.1f} {both[1]:8.1f}  all")
            terminalreporter.section("CPU seconds of the tests that a lesson and its exercise add")
            lessons = _added((lesson, cpu) for (_, lesson), cpu in self.used.items())
            for lesson in LESSONS:
                terminalreporter.write_line(f"{lessons[lesson]:8.1f}  {lesson}")
        self._remember()

    def _remember(self) -> None:
        cache = getattr(self.config, "cache", None)  # pytest can run without
        if cache is None:
            return
        before = cache.get(REMEMBERED, {})
        took = {file: round(seconds, 1) for file, seconds in self.seconds.items()}
        # A run of some of a file's tests does not make the file quick; a quicker file is
        # believed after a few runs.
        longest = {file: max(one, 0.7 * before.get(file, 0)) for file, one in took.items()}
        cache.set(REMEMBERED, before | longest)


def _folder(file: str) -> str:
    return Path(file).parent.as_posix() if "/" in file else file


def _added(pairs: Iterable[tuple[str, float]]) -> defaultdict[str, float]:
    found: defaultdict[str, float] = defaultdict(float)
    for name, amount in pairs:
        found[name] += amount
    return found
