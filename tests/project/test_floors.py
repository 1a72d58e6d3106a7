"""Imports go down the four floors, never up."""

import ast
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "groundwork"
FLOORS = ["subject", "learner", "screen", "cohort"]  # ground floor first
ABOVE = ["command", "authoring"]
FRONT = ["lesson", "former_names"]  # what notebooks import; it reaches down to every floor
# Of the rooms of the screen, the later ones know the earlier ones; the lab knows no lesson.
ROOMS = ["charts", "widgets", "activities"]
# What each floor must know nothing of, beside the floors above it (docs/architecture.md).
FORBIDDEN = {
    "subject": {
        "ipywidgets",
        "anywidget",
        "IPython",
        "nbformat",
        "nbgrader",
        "jupyterlab",
        "matplotlib",
    },
    "learner": {"ipywidgets", "anywidget", "nbgrader", "matplotlib"},
    "screen": {"nbgrader"},
    "cohort": {"ipywidgets", "anywidget"},
}


def imports(path: Path) -> set[str]:
    """Every module name that a file imports, at the top or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports from the package's root"
            names.add(node.module)  # type: ignore[arg-type]
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def modules_of(floor: str) -> list[Path]:
    return sorted((PACKAGE / floor).rglob("*.py"))


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_imports_only_itself_and_the_floors_below(floor: str) -> None:
    above = FLOORS[FLOORS.index(floor) + 1 :] + ABOVE + FRONT
    for path in modules_of(floor):
        for name in imports(path):
            assert not any(f"{name}.".startswith(f"groundwork.{upper}.") for upper in above), (
                f"{path} imports {name}"
            )


@pytest.mark.parametrize("room", ["", *ROOMS])
def test_a_room_of_the_screen_knows_only_those_before_it(room: str) -> None:
    first = ROOMS.index(room) + 1 if room else 0
    later = [f"groundwork.screen.{each}." for each in (*ROOMS[first:], "lab")]
    folder = PACKAGE / "screen" / room
    for path in folder.rglob("*.py") if room else folder.glob("*.py"):
        for name in imports(path):
            assert not f"{name}.".startswith(tuple(later)), f"{path} imports {name}"


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_knows_nothing_of_what_it_must_not(floor: str) -> None:
    for path in modules_of(floor):
        top = {name.split(".")[0] for name in imports(path)}
        assert not top & FORBIDDEN[floor], f"{path} imports {top & FORBIDDEN[floor]}"


@pytest.mark.parametrize("depth", [3, None], ids=["rooms", "modules"])
def test_none_import_each_other_in_a_circle(depth: int | None) -> None:
    """A room is a folder or a single module of a floor."""
    files = {
        path.relative_to(PACKAGE.parent).with_suffix("").parts: path
        for path in PACKAGE.rglob("*.py")
    }
    order: TopologicalSorter[tuple[str, ...]] = TopologicalSorter()
    for name, path in files.items():
        found = {tuple(each.split(".")) for each in imports(path)} & set(files)
        order.add(name[:depth], *({each[:depth] for each in found} - {name[:depth]}))
    order.prepare()  # raises with the circle, where there is one


def test_every_room_of_the_package_is_a_known_floor() -> None:
    rooms = {
        path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    assert rooms == {*FLOORS, *ABOVE}


def test_start_py_needs_only_the_standard_library() -> None:
    start = PACKAGE.parents[1] / "start.py"
    assert {name.split(".")[0] for name in imports(start)} <= sys.stdlib_module_names
