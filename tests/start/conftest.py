"""A course that was never started, and one that was."""

import shutil
import subprocess
from pathlib import Path

import pytest
from small_course import Course, make_course


@pytest.fixture
def bare(tmp_path: Path) -> Course:
    """Return a course that was never started."""
    return make_course(tmp_path / "Ünï códe dir", tmp_path / "wheels")


@pytest.fixture(scope="session")
def first_start(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Course, subprocess.CompletedProcess[str]]:
    """Start a course for the first time, once for all tests."""
    place = tmp_path_factory.mktemp("first start")
    course = make_course(place / "Ünï códe dir", place / "wheels")
    return course, course.start("say", "it's Ünï", "a b")


@pytest.fixture
def installed(first_start: tuple[Course, object], tmp_path: Path) -> Course:
    """Return a course that was started once, and then again after it was copied here."""
    template = first_start[0]
    folder = tmp_path / "Ünï códe dir"
    shutil.copytree(template.folder, folder, symlinks=True)
    shutil.copytree(template.wheels, tmp_path / "wheels")
    course = Course(folder, tmp_path / "wheels")
    course.start("say")  # it was installed in another folder
    return course
