"""The check of a file goes one way: each step is called once, and none calls another step."""

import ast
from pathlib import Path

from groundwork.subject.own_data import check

FOLDER = Path(check.__file__).parent
STEPS = ("headings", "shape", "lines", "privacy", "reading", "table", "holding")
FIRST_CALLS = (
    "headings.find_headings",
    "shape.find",
    "lines.sort",
    "privacy.refuse",
    "reading.read_all",
    "table.make",
    "holding.hold",
)
PACKAGE = "groundwork.subject.own_data"


def tree_of(name: str) -> ast.Module:
    return ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8"))


def taken_from_steps(name: str) -> set[str]:
    """What a module takes from the steps: the step itself, or a name of it."""
    taken = set()
    for node in ast.walk(tree_of(name)):
        if isinstance(node, ast.ImportFrom) and node.module == PACKAGE:
            taken |= {each.name for each in node.names if each.name in STEPS}
        if isinstance(node, ast.ImportFrom) and node.module in {f"{PACKAGE}.{s}" for s in STEPS}:
            taken |= {each.name for each in node.names}
    return taken


def test_the_check_calls_each_step_once_and_in_order() -> None:
    calls = [node.func for node in ast.walk(tree_of("check")) if isinstance(node, ast.Call)]
    places = {ast.unparse(func): func.lineno for func in calls}
    lines = [places[call] for call in FIRST_CALLS]
    assert lines == sorted(lines)
    said = [ast.unparse(func) for func in calls]
    assert [said.count(call) for call in FIRST_CALLS] == [1] * len(FIRST_CALLS)


def test_no_module_below_calls_a_step() -> None:
    """What a step made may be taken on; what it does may not be called again."""
    for path in sorted(FOLDER.glob("*.py")):
        if path.stem in ("check", "__init__"):
            continue
        for name in taken_from_steps(path.stem):
            assert name[0].isupper(), f"{path.name} calls the step {name}"
