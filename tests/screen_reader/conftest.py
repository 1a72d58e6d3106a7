"""A JupyterLab whose course is one lesson, which holds every kind of widget."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import Lab
from every_kind import write_lesson
from learner_lab import extension_for, learner_home, learner_lab

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab as the learner sees it."""
    folder = tmp_path_factory.mktemp("told")
    workspace = folder / "work"
    write_lesson(workspace)
    (workspace / "exercises").mkdir()
    shutil.copytree(ROOT / "datasets", workspace / "datasets")
    extension = extension_for(workspace, folder / "labextension")
    with learner_lab(workspace, extension, learner_home(folder / "home")) as lab:
        yield lab
