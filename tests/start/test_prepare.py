"""`groundwork prepare` makes the workspace and the view for a JupyterLab that others start."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.command.main import main
from groundwork.screen.lab.view import lay_view

ROOT = Path(__file__).parents[2]


def test_the_workspace_is_made_and_nothing_is_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "Ünï wörk"
    assert main(["prepare", "--workspace", str(folder)]) == 0
    assert str(folder) in capsys.readouterr().out
    assert (folder / "modules" / "00_start_here.ipynb").is_file()
    released = (folder / "exercises" / "01_root_causes" / "01_root_causes.ipynb").read_text("utf-8")
    assert "BEGIN SOLUTION" not in released


def test_two_at_once_make_one_workspace(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "groundwork", "prepare", "--workspace", str(tmp_path / "one")]
    two = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [each.communicate()[1] for each in two] == ["", ""]
    assert [each.returncode for each in two] == [0, 0]
    cached = tmp_path / "one" / ".groundwork" / "cache" / "exercises"
    made = [path.name for path in cached.iterdir()]
    assert len(made) == len(list(ROOT.glob("exercises/*/catalog.json"))), made
    assert not any("." in name for name in made), "nothing half made is left"


def test_the_view_keeps_the_settings_that_were_there(tmp_path: Path) -> None:
    page_config = tmp_path / "etc" / "jupyter" / "labconfig" / "page_config.json"
    page_config.parent.mkdir(parents=True)
    page_config.write_text('{"disabledExtensions": {"theirs": true}}', encoding="utf-8")
    for _ in range(2):  # an update of the image does it again
        lay_view(tmp_path)
    found = json.loads(page_config.read_text(encoding="utf-8"))
    assert found["groundworkView"] == "learner"
    assert found["disabledExtensions"]["theirs"] is True
    assert found["disabledExtensions"]["@jupyter/nbgrader"] is True
    extension = tmp_path / "share" / "jupyter" / "labextensions" / "groundwork"
    assert (extension / "static" / "remoteEntry.js").is_file()
