"""What the tests cost, by folder and by lesson: seconds, and CPU seconds of all that they start.

Where one lesson is measured, it is told by file.

CPU seconds are those of the worker, of JupyterLab with its kernels, and of the browser. They hardly
change with what else a machine does, as seconds on a clock do. A test belongs to a lesson when its
name says so, as with ``[modules/01_root_causes.ipynb]``, or when its file is marked with
``lesson("04_shared_leadership")``. What all lessons share, such as a JupyterLab that is started
once, is no lesson's.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

REMEMBERED = "groundwork/seconds"
LESSONS = sorted(path.stem for path in Path(__file__).parents[1].glob("modules/[0-9]*.md"))
NAMED = re.compile("|".join(LESSONS))
BEFORE = "before the first test", ""  # imports, and finding the tests
SHARED = ("session", "package")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person measure one lesson."""
    parser.addoption("--lesson", metavar="NAME", help="run the tests that a lesson adds")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is not there for the lesson that was named."""
    if name := config.getoption("--lesson"):
        others = [item for item in items if lesson_of(item) != name]
        config.hook.pytest_deselected(items=others)
        items[:] = [item for item in items if lesson_of(item) == name]


def pytest_configure(config: pytest.Config) -> None:
    """Begin to measure."""
    meter = Meter(config)
    config.pluginmanager.register(meter, "meter")
    config.pluginmanager.register(Stopwatch(config, meter), "stopwatch of tests")


@dataclass(frozen=True)
class Seen:
    """A process when it was last looked at: its CPU seconds, and those of its children that ended.

    Of these it knows only if it asked for them; the processes of a browser often end unasked.
    """

    parent: int
    own: float
    ended: float

    @property
    def all(self) -> float:
        """Return what its parent is told when it ends."""
        return self.own + self.ended


class Processes:
    """This process with all that it started, and the CPU seconds that they used."""

    def __init__(self) -> None:
        self._seen: dict[int, Seen] = {}
        self._untold = 0.0  # of processes that ended, and whose parents did not ask

    def cpu_seconds(self) -> float:
        """Return the CPU seconds that were used, by what runs and by what has ended."""
        before, self._seen = self._seen, _look()
        gone: defaultdict[int, list[int]] = defaultdict(list)
        for process in before.keys() - self._seen.keys():
            gone[before[process].parent].append(process)

        def used_by(process: int) -> float:
            return before[process].all + sum(map(used_by, gone[process]))

        for parent in gone.keys() & self._seen.keys() & before.keys():
            told = self._seen[parent].ended - before[parent].ended
            self._untold += max(0.0, sum(map(used_by, gone[parent])) - told)
        return self._untold + sum(each.all for each in self._seen.values())


def _look() -> dict[int, Seen]:
    found = {}
    this = psutil.Process()
    for process in (this, *this.children(recursive=True)):
        try:
            times, parent = process.cpu_times(), process.ppid()
        except psutil.Error:  # it ended just now, and its parent knows
            continue
        ended = getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0)
        found[process.pid] = Seen(parent, times.user + times.system, ended)
    return found


class Meter:
    """Adds up, in one worker, the CPU seconds of each file of tests and lesson."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.used: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._running, self._read = BEFORE, 0.0
        self._processes = Processes()

    def turn_to(self, running: tuple[str, str]) -> None:
        """Let what was used until now count for what ran, and what is used from now on for this."""
        if running != self._running:
            now = self._processes.cpu_seconds()
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
        of_one = self.config.getoption("--lesson")
        place: Callable[[str], str] = str if of_one else _folder
        seconds = _added((place(file), took) for file, took in self.seconds.items())
        used = _added((place(file), cpu) for (file, _), cpu in self.used.items())
        if len(seconds) > 1:
            by = "file" if of_one else "folder"
            terminalreporter.section(f"seconds, and CPU seconds, by {by}")
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
