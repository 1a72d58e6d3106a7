"""Binder builds the course from environment.yml, and its JupyterLab opens a lesson live.

The real repo2docker is asked what it would build. It needs no container engine for that.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser_tools import Lab, own_environment, running_lab
from repo2docker.app import Repo2Docker

from groundwork.authoring.environment import FILE
from groundwork.authoring.lock import lowest_python

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
AFTERWARDS = "postBuild"
COPIES_THE_COURSE = "src/ ${REPO_DIR}/"
INSTALLS = f'${{MAMBA_EXE}} env update -p ${{NB_PYTHON_PREFIX}} --file "{FILE}"'
LESSON = "groundwork/modules/00_start_here.ipynb"

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


def two_files(clone: Path, folder: Path) -> Path:
    """Return a folder that holds only what repo2docker is to read."""
    folder.mkdir()
    for name in (FILE, AFTERWARDS):
        shutil.copy(clone / name, folder)
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


def test_the_course_is_copied_then_installed_then_prepared(
    clone: Path, dockerfile: Dockerfile
) -> None:
    text = dockerfile(clone)
    steps = [text.find(step) for step in (COPIES_THE_COURSE, INSTALLS, f"RUN ./{AFTERWARDS}")]
    assert -1 not in steps
    assert steps == sorted(steps)


def test_no_other_file_of_the_course_has_a_say(
    clone: Path, dockerfile: Dockerfile, tmp_path: Path
) -> None:
    assert dockerfile(clone) == dockerfile(two_files(clone, tmp_path / "two files"))


@pytest.mark.parametrize("name", ["Dockerfile", "apt.txt", "start", "binder/environment.yml"])
def test_a_file_that_has_a_say_would_be_noticed(
    clone: Path, dockerfile: Dockerfile, tmp_path: Path, name: str
) -> None:
    folder = two_files(clone, tmp_path / "two files")
    before = dockerfile(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("less\n" if name == "apt.txt" else "", encoding="utf-8")
    assert dockerfile(folder) != before


def test_a_python_that_binder_cannot_read_would_be_noticed(
    clone: Path, dockerfile: Dockerfile, tmp_path: Path
) -> None:
    path = two_files(clone, tmp_path / "two files") / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- python=", "- python>="), encoding="utf-8")
    assert base_python(dockerfile(path.parent)) != lowest_python(ROOT)


def test_an_installation_before_the_course_is_there_would_be_noticed(
    clone: Path, dockerfile: Dockerfile, tmp_path: Path
) -> None:
    path = two_files(clone, tmp_path / "two files") / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('      - "-e ."\n', ""), encoding="utf-8")
    text = dockerfile(path.parent)
    assert 0 < text.find(INSTALLS) < text.find(COPIES_THE_COURSE)


@pytest.fixture
def binder_lab(clone: Path, tmp_path: Path) -> Iterator[Lab]:
    """A JupyterLab that knows of the course only what postBuild told its environment."""
    folder, prefix = tmp_path / "jovyan", tmp_path / "notebook"
    folder.mkdir()
    beside = Path(sys.executable).parent  # where the command `groundwork` is
    surroundings = own_environment(
        tmp_path / "home",
        NB_PYTHON_PREFIX=str(prefix),
        PATH=f"{beside}{os.pathsep}{os.environ['PATH']}",
    )
    subprocess.run(["bash", str(clone / AFTERWARDS)], cwd=folder, env=surroundings, check=True)
    with running_lab(
        folder,
        tmp_path / "home",
        labextensions=tmp_path / "none",
        environment={
            "JUPYTER_PATH": str(prefix / "share" / "jupyter"),
            "JUPYTER_CONFIG_PATH": str(prefix / "etc" / "jupyter"),
        },
    ) as lab:
        yield lab


@pytest.mark.browser
@pytest.mark.skipif(os.name != "posix", reason="Binder's images are Linux")
def test_a_lesson_is_live_when_binder_opens_it(binder_lab: Lab, browser: "Browser") -> None:
    from playwright.sync_api import expect

    with browser.new_context() as context:
        page = context.new_page()
        page.goto(binder_lab.address(LESSON))
        line = page.locator(".gwlab-status:visible")
        expect(line).to_have_text("Ready. You can answer now.")
        expect(page.locator("body.gwlab-learner")).to_be_attached()
        expect(page.get_by_role("menuitem", name="Kernel")).to_have_count(0)
