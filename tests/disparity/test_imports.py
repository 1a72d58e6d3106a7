"""Measures, rates and suppression load nothing but numpy and pandas, so they run in a browser."""

import ast
import sys
from pathlib import Path

import pytest

import groundwork.subject

SUBJECT = Path(groundwork.subject.__path__[0])
OURS = [
    *sorted((SUBJECT / "disparity").glob("*.py")),
    *(
        SUBJECT / f"{name}.py"
        for name in (
            "gaps",
            "intervals",
            "rates",
            "small_numbers",
            "disclosure",
            "suppression",
            "selection",
        )
    ),
]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_a_module_needs_only_numpy_and_pandas(path: Path) -> None:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    assert found <= {"numpy", "pandas", "groundwork"} | sys.stdlib_module_names
