"""A cohort of 24 invented people, and its console without a page or a kernel."""

import shutil
from pathlib import Path

import pytest
from course_exercises import ROOT
from invented_cohort import NAME, PEOPLE

from groundwork.cohort.begin import new
from groundwork.cohort.console.widget import Console
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.giving_out import release


@pytest.fixture(scope="session")
def given(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a cohort that was given the first exercise."""
    root = tmp_path_factory.mktemp("console") / "winter"
    cohort = new(root, "Winter", PEOPLE, "America/Chicago")
    release(cohort, ROOT / "exercises" / NAME)
    return root


@pytest.fixture
def cohort(given: Path, tmp_path: Path) -> Cohort:
    shutil.copytree(given, tmp_path / "winter")
    return Cohort(tmp_path / "winter")


@pytest.fixture
def console(cohort: Cohort) -> Console:
    return Console(cohort)
