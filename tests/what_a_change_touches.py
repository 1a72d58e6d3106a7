"""`--quick` runs the tests that a change touches, the nearest first, as many as fit.

A test is as near to a changed file as its own text leads to it: through the modules that it
names (in imports, or in the code of a notebook), and the files that it names by their stem. To a
changed text those are nearest that go through all texts. How long each file of tests took is
remembered from run to run, in pytest's own cache.

Why not pytest-testmon (2.2, examined in November 2026): it traces which lines of Python each test
ran in its own process. Most of what changes here is no Python (texts, scripts of widgets, data
sets, style sheets), and what is Python runs in kernels and in JupyterLab, which are processes of
their own; its maintainer says that files which are read are no dependencies for it (its issue 178).
A change of a widget's script would choose no test at all. It also gives no budget of seconds.
"""

import heapq
import os
import re
import subprocess
import time
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest
from pathlib import Path

import pytest
from stopwatch import REMEMBERED

ROOT = Path(__file__).parents[1]
WORKERS = 2  # start.py asks for as many
SECONDS = 60  # of work for each worker, and after which no test begins: 90 with one under way
TOO_LATE = "No time was left for it in a quick run."
# By which the workers of xdist know what was chosen, and until when a test may begin.
CHOSEN, UNTIL = "GROUNDWORK_QUICK", "GROUNDWORK_QUICK_UNTIL"
SPELLING = "tests/project/test_spelling.py"
OF_CODE = ("tests/project/test_style.py", "tests/project/test_floors.py")
TEXTS = {"modules", "exercises", "facilitator_guide"}  # folders of what a person edits as text
OF_ALL_TEXTS = {"groundwork.authoring.source.course", "course_exercises"}  # who goes through them
# For files that never ran here: what files of tests take on average.
USUAL, WITH_A_BROWSER = 2.0, 30.0
TOLD = 5  # files of those left out; a change that all rests on leaves out two hundred
IMPORT = re.compile(r"from\s+([\w.]+)\s+import\s+(?:\(([^)]*)\)|([^\n(]+))")
MODULE = re.compile(r"\bgroundwork(?:\.\w+)+")
QUOTED = re.compile(r"[\"'`]([\w./ -]+)\\?[\"'`]")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option."""
    parser.addoption(
        "--quick",
        metavar="REVISION",
        nargs="?",
        const="",
        help="run what a change touches, in under 90 seconds; REVISION is what to compare with "
        "(default: where the branch left main)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Choose once; the workers inherit the choice."""
    revision = config.getoption("quick")
    if revision is None:
        os.environ.pop(CHOSEN, None)
    elif not hasattr(config, "workerinput"):
        changed = changed_files(revision)
        cache = getattr(config, "cache", None)  # pytest can run without
        seconds = cache.get(REMEMBERED, {}) if cache else {}
        chosen, left = choose(distances(changed), seconds, always(changed))
        os.environ[CHOSEN] = "\n".join(chosen)
        os.environ[UNTIL] = str(time.time() + SECONDS)
        print(f"{len(changed)} files changed; running {len(chosen)} files of tests.")
        if left:
            print(f"Left out for time: {told(left)}")


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave out a file of tests that was not chosen."""
    if CHOSEN not in os.environ or collection_path.is_dir():
        return None
    chosen = collection_path.relative_to(ROOT).as_posix() in os.environ[CHOSEN].splitlines()
    return None if chosen else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the nearest first; of all, those with a browser, or a worker is left with one of them."""
    if CHOSEN in os.environ:
        order = {ROOT / path: at for at, path in enumerate(os.environ[CHOSEN].splitlines())}
        items.sort(key=lambda item: order.get(item.path, len(order)))
    else:
        items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Begin nothing that would end too late."""
    if CHOSEN in os.environ and time.time() > float(os.environ[UNTIL]):
        pytest.skip(TOO_LATE)


def changed_files(revision: str) -> list[str]:
    """Return what differs from a revision, files that git does not know yet included."""
    if not revision:
        revision = _git("merge-base", "HEAD", "main") or "HEAD"
    known = _git("diff", "--name-only", revision)
    unknown = _git("ls-files", "--others", "--exclude-standard")
    return sorted({*known.splitlines(), *unknown.splitlines()})


def _git(*arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return run.stdout.strip() if run.returncode == 0 else ""


def test_files() -> list[str]:
    """List every file that pytest takes tests from."""
    found = [*ROOT.glob("tests/**/test_*.py"), *ROOT.glob("modules/*.ipynb")]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def distances(changed: Iterable[str]) -> dict[str, int]:
    """Return how many steps each file of tests is away from the nearest changed file."""
    changed = list(changed)
    tests = test_files()
    named_alike = {f"test_{Path(path).stem}.py" for path in changed}
    texts = {path: _text(path) for path in _files()}
    folders = {Path(path).parts[0] for path in changed} & TEXTS
    near = [
        path
        for path in tests
        if Path(path).name in named_alike or _goes_through(texts[path], folders)
    ]
    found = dict.fromkeys((*changed, *near), 0)
    users = _users(texts, changed)
    waiting = deque(found)
    while waiting:
        path = waiting.popleft()
        for user in users[path]:
            if user not in found:
                found[user] = found[path] + 1
                waiting.append(user)
    return {path: found[path] for path in tests if path in found}


def _goes_through(text: str, folders: Collection[str]) -> bool:
    """Whether a file of tests holds something for all texts of one of the folders."""
    if folders and OF_ALL_TEXTS & modules_in(text):
        return True
    return "glob(" in text and any(re.search(rf"[\"/]{each}\b", text) for each in folders)


def _files() -> Iterator[str]:
    for pattern in ("src/**/*.py", "src/**/*.js", "tests/**/*.py", "modules/*.ipynb", "*.py"):
        yield from (path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern))


def _text(path: str) -> str:
    """Return what a file says; a lesson's words and the data it shows stand in its catalog."""
    text = (ROOT / path).read_text(encoding="utf-8")
    catalog = (ROOT / path).parent / "catalogs" / f"{Path(path).stem}.json"
    if path.endswith(".ipynb") and catalog.is_file():
        text += catalog.read_text(encoding="utf-8")
    return text


def _users(texts: Mapping[str, str], changed: Iterable[str]) -> dict[str, set[str]]:
    """Return which files name each file.

    A module is named where it is imported. Any other file is named by its whole name or, as a data
    set and a lesson are, by its stem in quotes; and a script is used by the module beside it.
    """
    users: dict[str, set[str]] = defaultdict(set)
    modules = {_module_of(path): path for path in texts if path.endswith(".py")}
    paths = {*changed, *texts}
    by_name = defaultdict(set)
    for path in paths:
        by_name[Path(path).name].add(path)
        if not path.endswith((".py", ".js")):
            by_name[Path(path).stem].add(path)
    for path, text in texts.items():
        for name in modules_in(text) & modules.keys():
            users[modules[name]].add(path)
        for name in {each.rpartition("/")[2] for each in QUOTED.findall(text)} & by_name.keys():
            for named in by_name[name]:
                users[named].add(path)
    for path in paths:
        if (
            not path.endswith(".py")
            and (beside := Path(path).with_suffix(".py").as_posix()) in texts
        ):
            users[path].add(beside)
        if "labextension" in path:
            users[path].add("tests/browser_tools.py")
    return users


def _module_of(path: str) -> str:
    """Return the name by which a file is imported; tests have their folder on the path."""
    parts = Path(path).with_suffix("").parts
    parts = parts[1:] if parts[0] in ("src", "tests") else parts
    return ".".join(parts).removesuffix(".__init__")


def modules_in(text: str) -> set[str]:
    """Return the modules that a text names, in imports or in the code of a notebook."""
    names = set(MODULE.findall(text))
    for module, inside, after in IMPORT.findall(text):
        names.add(module)
        names |= {f"{module}.{name}" for name in re.findall(r"\w+", inside or after)}
    return names


def always(changed: Iterable[str]) -> tuple[str, ...]:
    """Return the files of tests that no change leaves out."""
    return (SPELLING, *(OF_CODE if any(path.endswith(".py") for path in changed) else ()))


def choose(
    near: Mapping[str, int], seconds: Mapping[str, float], certain: Sequence[str] = ()
) -> tuple[list[str], list[str]]:
    """Return the files of tests to run, nearest and quickest first, and those left out for time.

    Those that are certain stand between the nearest ones. A file goes to the worker that is free
    first, as in xdist, and has to end in its time.
    """

    def cost(path: str) -> float:
        usual = WITH_A_BROWSER if "playwright" in _text(path) else USUAL
        return seconds.get(path, usual)

    chosen, left = [], []
    busy = [0.0] * WORKERS  # until when each worker is
    ordered = sorted(near, key=lambda path: (near[path], cost(path)))
    # Two workers take files in turn: while one checks types, the other is at what is nearest.
    both = chain.from_iterable(zip_longest(ordered, certain))
    for path in dict.fromkeys(each for each in both if each):
        ends = busy[0] + cost(path)
        if path in certain or ends <= SECONDS:
            chosen.append(path)
            heapq.heapreplace(busy, ends)
        else:
            left.append(path)
    return chosen, left


def told(left: Sequence[str]) -> str:
    """Name the nearest of the files that were left out."""
    others = len(left) - TOLD
    return ", ".join(left[:TOLD]) + (f" and {others} more" if others > 0 else "")
