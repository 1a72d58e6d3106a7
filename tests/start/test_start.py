"""One command opens the course: first, again, after a change, and after it was cut off."""

import ast
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_course import Course

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")
STARTED = subprocess.CompletedProcess
LAUNCHER = "py" if shutil.which("py") else "python"
TYPED = f"{LAUNCHER if os.name == 'nt' else 'python3'} start.py"


def packages(course: Course) -> Path:
    return next((course.folder / ".venv").glob("[lL]ib/**/site-packages"))


def version_of(result: STARTED) -> str:
    """What the command at the end of a start said of the package it found."""
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout.rpartition("with tiny ")[2].strip()


def test_a_first_start_installs_what_is_locked_and_passes_the_command_on(
    first_start: tuple[Course, STARTED],
) -> None:
    _, result = first_start
    assert version_of(result) == "1.0"
    assert "groundwork say it's Ünï a b with" in result.stdout
    assert result.stderr == ""


def test_a_first_start_shows_how_far_it_is(first_start: tuple[Course, STARTED]) -> None:
    _, result = first_start
    assert "Fetching 1 of 1 tiny" in result.stdout  # the package of another system is not counted


def test_without_a_command_the_course_is_opened(installed: Course) -> None:
    assert "groundwork open with" in installed.start().stdout
    assert "groundwork open --port 9 with" in installed.start("--port", "9").stdout
    assert "groundwork open 01_root_causes with" in installed.start("01_root_causes").stdout
    assert "groundwork open 1 with" in installed.start("1").stdout


def test_a_second_start_installs_nothing_also_with_a_changed_lesson(installed: Course) -> None:
    shutil.rmtree(installed.wheels)
    for lesson in ("modules/01_root_causes.ipynb", "modules/02_another.ipynb"):
        (installed.folder / lesson).parent.mkdir(exist_ok=True)
        (installed.folder / lesson).write_text("{}", encoding="utf-8")
    log = installed.folder / ".venv" / "install.log"
    log.unlink()
    result = installed.start("say")
    assert version_of(result) == "1.0"
    assert "Install" not in result.stdout
    assert not log.exists()


def test_a_changed_lock_is_noticed(installed: Course) -> None:
    installed.lock(installed.wheel("tiny", "2.0"))
    assert version_of(installed.start("say")) == "2.0"


def test_a_course_that_was_moved_runs_from_its_new_folder(installed: Course) -> None:
    moved = Course(installed.folder.with_name("My Documents"), installed.wheels)
    installed.folder.rename(moved.folder)
    assert version_of(moved.start("say")) == "1.0"


def test_a_copied_course_runs_its_own_code(installed: Course) -> None:
    copy = Course(installed.folder.with_name("copy"), installed.wheels)
    shutil.copytree(installed.folder, copy.folder, symlinks=True)
    main = copy.folder / "src" / "groundwork" / "__main__.py"
    main.write_text(main.read_text().replace('"groundwork"', '"the copy"'))
    assert "the copy say" in copy.start("say").stdout
    assert "groundwork say" in installed.start("say").stdout


def test_a_package_that_was_cut_off_is_installed_again(installed: Course) -> None:
    (installed.folder / ".venv" / "groundwork.json").write_text("{}")
    (packages(installed) / "tiny-1.0.dist-info" / "RECORD").unlink()
    (packages(installed) / "tiny" / "__init__.py").write_text("VERSION = 'half'")
    assert version_of(installed.start("say")) == "1.0"


def test_a_half_made_environment_is_made_anew(installed: Course) -> None:
    (installed.folder / ".venv" / "groundwork.json").unlink()
    shutil.rmtree(packages(installed) / "pip")
    assert version_of(installed.start("say")) == "1.0"


def test_an_environment_whose_python_is_gone_is_made_anew(installed: Course) -> None:
    settings = installed.folder / ".venv" / "pyvenv.cfg"
    settings.write_text("home = /nowhere\nexecutable = /nowhere/python3\n")
    python = installed.folder / ".venv" / "bin" / "python"
    if os.name == "posix":
        python.unlink()
        python.symlink_to("/nowhere/python3")
    assert version_of(installed.start("say")) == "1.0"


@POSIX
def test_a_start_that_was_killed_at_any_moment_goes_on_at_the_next(bare: Course) -> None:
    for moment in (0.2, 1.5, 3.0, 4.5):
        process = subprocess.Popen(
            bare.command("say"),
            env=bare.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert version_of(bare.start("say")) == "1.0"


def test_the_tests_get_their_own_lock_and_arguments(installed: Course) -> None:
    wheels = [installed.wheel("tiny", "1.0"), installed.wheel("pytest", "1.0")]
    installed.lock(*wheels, name="requirements-test.lock")
    result = installed.start("test", "-k", "some thing")
    assert "arguments -n 2 --dist loadfile --no-loadscope-reorder -k some thing" in result.stdout
    stamp = json.loads((installed.folder / ".venv" / "groundwork.json").read_text())
    assert {"requirements.lock", "requirements-test.lock"} < set(stamp)
    assert "Install" not in installed.start("say").stdout


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--help"], f"{TYPED} doctor"),
        (["-h"], f"{TYPED} doctor"),
        (["commands"], "check that everything the course needs"),
        (["open", "--help"], f"usage: {TYPED} open"),
        (["01_root_causes", "-h"], "--no-browser"),
        (["--no-browser", "--help"], "--workspace FOLDER"),
        (["doctor", "--help"], "Check each thing the course needs"),
        (["data", "check", "--help"], "--as"),
        (["test", "--help"], "pytest"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_help_needs_no_installation(bare: Course, asked: list[str], told: str) -> None:
    package = bare.folder / "src" / "groundwork"
    shutil.rmtree(package)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(Path(__file__).parents[2] / "src" / "groundwork", package, ignore=ignored)
    before = sorted(bare.folder.rglob("*"))
    # A Python without packages, as a newcomer has it.
    command = [sys.executable, "-S", str(bare.folder / "start.py"), *asked]
    result = subprocess.run(command, env=bare.environment(), capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")
    assert told in result.stdout
    assert sorted(bare.folder.rglob("*")) == before
    # Nor is anything said to a reader, such as `head`, who has enough.
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        environment = bare.environment()
        result = subprocess.run(
            command, env=environment, stdout=closed, stderr=subprocess.PIPE, text=True
        )
    assert result.stderr == ""


@POSIX
def test_two_starts_at_once_install_one_after_the_other(bare: Course) -> None:
    bare.lock(bare.wheel("tiny", "1.0", large=os.urandom(30_000_000)))
    starts = [
        subprocess.Popen(
            bare.command("say"),
            env=bare.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(2)
    ]
    said = [start.communicate(timeout=120)[0] for start in starts]
    assert [start.returncode for start in starts] == [0, 0], said
    assert sorted("Installing the course" in each for each in said) == [False, True]
    assert sorted("This one waits, then goes on." in each for each in said) == [False, True]
    assert all("with tiny 1.0" in each for each in said)


@POSIX
def test_a_start_that_was_killed_while_installing_keeps_nobody_waiting(bare: Course) -> None:
    process = subprocess.Popen(
        bare.command("say"),
        env=bare.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()  # it began
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    result = bare.start("say")
    assert version_of(result) == "1.0"
    assert "waits" not in result.stdout


@POSIX
def test_ctrl_c_goes_to_the_command_whose_exit_status_counts(installed: Course) -> None:
    process = subprocess.Popen(
        installed.command("wait"),
        env=installed.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert "groundwork wait" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 7


@POSIX
def test_ctrl_c_while_installing_is_no_traceback(bare: Course) -> None:
    process = subprocess.Popen(
        bare.command("say"),
        env=bare.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    process.stdout.readline()  # it began
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Start again" in errors
    assert "Traceback" not in errors


def test_start_py_can_be_read_by_old_pythons() -> None:
    source = (Path(__file__).parents[2] / "start.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))


def old_pythons() -> list[str]:
    """Every Python on this computer that is too old and runs."""
    places = [*os.environ["PATH"].split(os.pathsep), *Path.home().glob(".pyenv/versions/3.*/bin")]
    found = {}
    for minor in range(6, 11):
        for place in places:
            python = Path(place) / f"python3.{minor}"  # type: ignore[arg-type]
            if (
                python.is_file()
                and not subprocess.run([python, "-c", ""], capture_output=True).returncode
            ):
                found[minor] = str(python)
    return list(found.values())


def test_an_old_python_is_told_which_one_is_needed(bare: Course) -> None:
    pythons = old_pythons()
    if not pythons:
        pytest.skip("no Python older than 3.11 is installed here")
    for python in pythons:
        result = subprocess.run(bare.command(python=python), capture_output=True, text=True)
        assert result.returncode == 1
        assert result.stderr.startswith("The course needs Python 3.11 or newer and this is 3.")
        assert result.stderr.count("\n") == 1
        assert not (bare.folder / ".venv").exists()


def test_doctor_helps_before_anything_is_installed(bare: Course) -> None:
    result = bare.start("doctor")
    assert result.returncode == 1
    assert "OK    Python can make environments" in result.stdout
    assert f"FAIL  The course is installed. Type: {TYPED}" in result.stdout
    assert str(Path.home()) not in result.stdout
    assert str(bare.folder) not in result.stdout


def test_doctor_names_a_course_that_does_not_load(installed: Course) -> None:
    result = installed.start("doctor")  # this small course has no library to load
    assert "FAIL  The course's own code loads. Delete the folder .venv" in result.stdout
    assert result.returncode == 1


def test_doctor_lets_the_course_check_the_rest(installed: Course) -> None:
    package = installed.folder / "src" / "groundwork"
    (package / "command").mkdir()
    (package / "command" / "main.py").touch()
    result = installed.start("doctor", "--workspace", "my folder")
    assert "OK    The course is installed" in result.stdout
    assert "groundwork doctor --workspace my folder with tiny 1.0" in result.stdout
