"""One exercise as a cohort holds it, for tests that judge bytes."""

import json
import shutil
from pathlib import Path

import pytest
from course_exercises import ROOT
from hand_ins import NAME, NOTEBOOK, people

from groundwork.cohort.begin import new
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import Frozen, load
from groundwork.cohort.giving_out import release as release_to
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


@pytest.fixture(scope="session")
def empty_cohort(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cohort of four to whom nothing was released."""
    root = tmp_path_factory.mktemp("empty") / "winter"
    new(root, "Winter", people(["ana", "bo", "cy", "di"]), "America/Chicago")
    return root


@pytest.fixture(scope="session")
def given_cohort(empty_cohort: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, who were given the first exercise."""
    root = tmp_path_factory.mktemp("given") / "winter"
    shutil.copytree(empty_cohort, root)
    release_to(Cohort(root), ROOT / "exercises" / NAME)
    return root


@pytest.fixture
def cohort(given_cohort: Path, tmp_path: Path) -> Cohort:
    """A cohort that was given the first exercise, for one test."""
    shutil.copytree(given_cohort, tmp_path / "winter")
    return Cohort(tmp_path / "winter")
