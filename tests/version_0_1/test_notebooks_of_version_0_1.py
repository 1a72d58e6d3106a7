"""A notebook that its learner changed is never updated, and runs on with the course of today."""

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from version_0_1.work_of_0_1 import FILES, unpack

from groundwork.command.prepare import prepared
from groundwork.former_names import MOVED

NOTEBOOKS = sorted(name for name in FILES if name.endswith(".ipynb"))
# What a cell may say instead of running: that an answer is not right or missing, or one sentence.
SAID = ("NotYetError", "NotAnsweredError", "NotCompleteError", "UserError")
RUN = """
import json, sys
names = {}
for source in json.loads(sys.stdin.read()):
    try:
        exec(source, names)
    except Exception as error:
        print("##", type(error).__name__, error)
"""


def ran(folder: Path, name: str) -> list[str]:
    """Run a notebook as 0.1 left it, in the workspace of today; return what its errors said."""
    path = folder / name
    path.write_text(FILES[name], encoding="utf-8")
    cells = [cell for cell in json.loads(FILES[name])["cells"] if cell["cell_type"] == "code"]
    sources = json.dumps(["".join(cell["source"]) for cell in cells])
    run = subprocess.run(
        [sys.executable, "-c", RUN],
        input=sources,
        cwd=path.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [line.removeprefix("## ") for line in run.stdout.splitlines() if line.startswith("## ")]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_cell_runs_or_says_a_sentence(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    folder = unpack(tmp_path / "groundwork")
    prepared(folder)
    for error in ran(folder, name):
        assert error.split()[0] in SAID, error


def test_a_figure_that_is_called_otherwise_now_says_where_to_look(tmp_path: Path) -> None:
    folder = unpack(tmp_path / "groundwork")
    prepared(folder)
    (error,) = ran(folder, "modules/01_root_causes.ipynb")
    assert error.startswith("UserError No row of redlining is left")
    assert "new version of this page" in error


@pytest.mark.parametrize("name", sorted(MOVED))
def test_a_former_name_gives_what_stands_at_the_new_one(name: str) -> None:
    package, _, module = name.rpartition(".")
    names: dict[str, Any] = {}
    exec(f"import {name}\nfrom {package} import {module} as old\nfound = old is {name}", names)
    assert names["found"]
    new = import_module(MOVED[name])
    for each in vars(new):
        if not each.startswith("_"):
            assert getattr(names["old"], each) is getattr(new, each)
    assert not hasattr(names["old"], "never_there")
