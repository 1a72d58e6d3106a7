"""Whatever hinders a start is told in one plain sentence with what to do."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mounts import mounted
from small_course import Course, make_course


def told(result: subprocess.CompletedProcess[str]) -> str:
    """What a failed start said, after a look that it said it in one line."""
    assert result.returncode == 1, result.stdout + result.stderr
    assert "Traceback" not in result.stdout + result.stderr
    assert result.stderr.count("\n") == 1
    return result.stderr.strip()


def test_a_missing_venv_part(bare: Course, tmp_path: Path) -> None:
    # As on Debian without python3-venv: the module is not there.
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['ensurepip'] = None")
    said = told(bare.start("say", PYTHONPATH=str(tmp_path)))
    assert said.startswith("This Python lacks its ensurepip part: ")
    assert ("sudo apt install python3-venv" in said) == (sys.platform == "linux")


def test_no_network(installed: Course) -> None:
    installed.lock(installed.wheel("tiny", "2.0"))
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_NO_INDEX": "0"}
    said = told(installed.start("say", **nowhere, PIP_FIND_LINKS=""))
    assert "connect to the internet" in said
    assert "install.log" in said


def test_a_start_after_the_network_came_back(installed: Course) -> None:
    installed.lock(installed.wheel("tiny", "2.0"))
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_NO_INDEX": "0"}
    told(installed.start("say", **nowhere, PIP_FIND_LINKS=""))
    assert "with tiny 2.0" in installed.start("say").stdout


def test_a_package_that_is_not_the_locked_one(installed: Course) -> None:
    installed.lock(installed.wheel("tiny", "2.0"))
    installed.wheel("tiny", "2.0", other=b"tampered")
    assert "not the one that the course expects" in told(installed.start("say"))


def test_a_package_that_is_not_made_for_this_python(installed: Course) -> None:
    wheel = installed.wheel("tiny", "2.0")
    installed.lock(wheel)
    wheel.rename(wheel.with_name("tiny-2.0-cp27-cp27m-win32.whl"))
    assert "install the 64-bit Python 3.12" in told(installed.start("say"))


def test_a_missing_file_of_the_course(bare: Course) -> None:
    (bare.folder / "pyproject.toml").unlink()
    result = bare.start()
    assert "pyproject.toml could not be read" in result.stderr
    assert "download the whole course again" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_missing_lock(bare: Course) -> None:
    (bare.folder / "requirements.lock").unlink()
    assert "download the whole course again" in told(bare.start("say"))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 90 MB that holds 30 MB of something else."""
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=90m", "tmpfs") as disk:
        (disk / "films").write_bytes(bytes(30_000_000))
        yield disk


def test_a_disk_that_is_too_small_is_told_before_anything_is_made(
    small_disk: Path, tmp_path: Path
) -> None:
    course = make_course(small_disk / "course", tmp_path / "wheels")
    wheels = [course.wheel(f"tiny{number}", "1.0") for number in range(8)]
    course.lock(*wheels)
    said = told(course.start("say"))
    assert "needs 75 MB" in said  # 30 for pip itself, 5 for each of nine
    assert not (course.folder / ".venv").exists()


def test_a_disk_that_fills_up_while_installing(small_disk: Path, tmp_path: Path) -> None:
    course = make_course(small_disk / "course", tmp_path / "wheels")
    course.lock(course.wheel("tiny", "1.0", large=os.urandom(60_000_000)))
    assert "The disk is full" in told(course.start("say"))
    (small_disk / "films").unlink()
    course.lock(course.wheel("tiny", "1.0"))
    assert "with tiny 1.0" in course.start("say").stdout


def test_a_folder_that_cannot_be_written(bare: Course) -> None:
    place = bare.folder
    if os.name == "posix" and os.geteuid() != 0:
        place.chmod(0o500)
        said = told(bare.start("say"))
        place.chmod(0o700)
    else:
        with mounted(place, "--bind", str(place)):
            subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
            said = told(bare.start("say"))
    assert "cannot be written: copy it to a folder of your own" in said
