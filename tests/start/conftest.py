"""A course that was never started, and one that was."""

import json
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
    """Return a copy of a course that was started once, as if that had been here."""
    template = first_start[0]
    folder = tmp_path / "Ünï códe dir"
    shutil.copytree(template.folder, folder, symlinks=True)
    shutil.copytree(template.wheels, tmp_path / "wheels")
    say_installed_here(folder, template.folder)
    return Course(folder, tmp_path / "wheels")


def say_installed_here(folder: Path, before: Path) -> None:
    """Write the new folder where the installation names the one it was made in.

    Starting the copy would do the same, but takes seconds in each test.
    """
    stamp = folder / ".venv" / "groundwork.json"
    known = json.loads(stamp.read_text(encoding="utf-8"))
    known["course"] = known["course"].replace(str(before), str(folder))
    stamp.write_text(json.dumps(known), encoding="utf-8")
    (link,) = (folder / ".venv").glob("[lL]ib/**/site-packages/groundwork.pth")
    link.write_text(str(folder / "src"), encoding="utf-8")
