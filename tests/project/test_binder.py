"""Binder builds the course from environment.yml.

The real repo2docker is asked what it would build. It needs no container engine for that.
"""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from repo2docker.app import Repo2Docker

from groundwork.authoring.environment import FILE
from groundwork.authoring.lock import lowest_python

ROOT = Path(__file__).parents[2]
COPIES_THE_COURSE = "src/ ${REPO_DIR}/"
INSTALLS = f'${{MAMBA_EXE}} env update -p ${{NB_PYTHON_PREFIX}} --file "{FILE}"'

Dockerfile = Callable[[Path], str]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Binder gets: the last commit, and none of the files that lie about here."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("This is not a git checkout.")
    folder = tmp_path_factory.mktemp("binder") / "clone"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
    return folder


@pytest.fixture
def dockerfile(capsys: pytest.CaptureFixture[str]) -> Dockerfile:
    """Let repo2docker print the Dockerfile of a folder."""

    def ask(folder: Path) -> str:
        user = {"user_id": 1000, "user_name": "jovyan"}
        app = Repo2Docker(repo=str(folder), platform="linux/amd64", dry_run=True, run=False, **user)
        app.start()
        return capsys.readouterr().out

    return ask


def only_its_file(clone: Path, folder: Path) -> Path:
    """Return a folder that holds only what repo2docker is to read."""
    folder.mkdir()
    shutil.copy(clone / FILE, folder)
    return folder


def base_python(text: str) -> str:
    """Return the version of Python in the image, from the escaped name of its lock file."""
    found = re.search(r"environment-2epy-2d(\d+)-2e(\d+)-2dlinux", text)
    assert found
    return f"{found[1]}.{found[2]}"


def test_binder_installs_what_environment_yml_says(clone: Path, dockerfile: Dockerfile) -> None:
    text = dockerfile(clone)
    assert INSTALLS in text
    assert base_python(text) == lowest_python(ROOT)


def test_the_course_is_copied_before_it_is_installed(clone: Path, dockerfile: Dockerfile) -> None:
    text = dockerfile(clone)
    assert 0 < text.find(COPIES_THE_COURSE) < text.find(INSTALLS)


def test_no_other_file_of_the_course_has_a_say(
    clone: Path, dockerfile: Dockerfile, tmp_path: Path
) -> None:
    assert dockerfile(clone) == dockerfile(only_its_file(clone, tmp_path / "only"))


@pytest.mark.parametrize("name", ["Dockerfile", "apt.txt", "start", "binder/environment.yml"])
def test_a_file_that_has_a_say_would_be_noticed(
    clone: Path, dockerfile: Dockerfile, tmp_path: Path, name: str
) -> None:
    folder = only_its_file(clone, tmp_path / "only")
    before = dockerfile(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("less\n" if name == "apt.txt" else "", encoding="utf-8")
    assert dockerfile(folder) != before


def test_a_python_that_binder_cannot_read_would_be_noticed(
    clone: Path, dockerfile: Dockerfile, tmp_path: Path
) -> None:
    path = only_its_file(clone, tmp_path / "only") / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- python=", "- python>="), encoding="utf-8")
    assert base_python(dockerfile(path.parent)) != lowest_python(ROOT)


def test_an_installation_before_the_course_is_there_would_be_noticed(
    clone: Path, dockerfile: Dockerfile, tmp_path: Path
) -> None:
    path = only_its_file(clone, tmp_path / "only") / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('      - "-e ."\n', ""), encoding="utf-8")
    text = dockerfile(path.parent)
    assert 0 < text.find(INSTALLS) < text.find(COPIES_THE_COURSE)
