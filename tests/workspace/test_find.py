"""A notebook finds its workspace, and a start knows where it is."""

from pathlib import Path

import pytest

from groundwork.learner import workspace
from groundwork.subject.errors import UserError


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(workspace.VARIABLE, raising=False)
    folder = tmp_path / "Ünï wörk"
    for name in ("modules", "datasets", "exercises/01_root_causes"):
        (folder / name).mkdir(parents=True)
    return folder


@pytest.mark.parametrize("folder", ["", "modules", "exercises/01_root_causes"])
def test_the_workspace_is_found_from_a_notebooks_folder(place: Path, folder: str) -> None:
    assert workspace.find(place / folder) == place


def test_a_folder_outside_is_told(place: Path) -> None:
    with pytest.raises(UserError, match="not inside a Groundwork workspace"):
        workspace.find(place.parent)


def test_the_named_workspace_wins(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(workspace.VARIABLE, str(place.parent))
    assert workspace.find(place) == place.parent


def test_the_default_is_in_the_home_folder_and_never_the_course_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert workspace.default(tmp_path / "Downloads") == tmp_path / "groundwork"
    assert workspace.default(tmp_path / "groundwork") == tmp_path / "groundwork-workspace"
