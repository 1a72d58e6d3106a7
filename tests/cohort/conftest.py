"""One exercise as a cohort holds it, for tests that judge bytes."""

import json
from pathlib import Path

import pytest
from course_exercises import ROOT
from hand_ins import NAME, NOTEBOOK

from groundwork.cohort.frozen import Frozen, load
from groundwork.cohort.release import release


@pytest.fixture(scope="session")
def released_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    release(ROOT / "exercises" / NAME, folder)
    return folder


@pytest.fixture(scope="session")
def exercise(released_folder: Path) -> Frozen:
    return load(ROOT / "exercises" / NAME, released_folder / NOTEBOOK)


@pytest.fixture(scope="session")
def page(released_folder: Path) -> bytes:
    """The notebook that a learner gets."""
    content = (released_folder / NOTEBOOK).read_bytes()
    assert json.loads(content)["cells"]
    return content
