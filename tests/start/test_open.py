"""`groundwork open` serves the learner's workspace on this computer only, and stops cleanly."""

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from mounts import mounted

from groundwork.screen.lab import server

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are sent the POSIX way")


@dataclass
class Opened:
    """A running course: what it said so far, and its address."""

    process: subprocess.Popen[str]
    said: list[str]
    address: str


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "Ünï wörk"


def surroundings(place: Path) -> dict[str, str]:
    home = place.parent / "home"
    home.mkdir(exist_ok=True)
    dropped = ("JUPYTER", "GROUNDWORK", "DISPLAY", "WAYLAND", "BROWSER")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return kept | {"HOME": str(home)}


@contextmanager
def opened(place: Path, *arguments: str) -> Iterator[Opened]:
    """Open the course and read up to the line that says how to stop."""
    process = subprocess.Popen(
        [sys.executable, "-m", "groundwork", "open", "--workspace", str(place), *arguments],
        env=surroundings(place),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    said: list[str] = []
    try:
        for line in process.stdout:
            said.append(line)
            if "Ctrl-C" in line:
                break
        found = re.search(r"http://localhost:\S+", "".join(said))
        assert found, "".join(said)
        yield Opened(process, said, found.group())
    finally:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def kernels_in(place: Path) -> list[str]:
    """Every running process that has a folder of the workspace as its current folder."""
    found = []
    for link in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if link.readlink().is_relative_to(place):
                found.append(link.parent.name)
        except OSError:
            continue
    return found


def test_the_lesson_is_served_to_whoever_has_the_token(place: Path) -> None:
    with opened(place, "--no-browser", "--port", str(free_port())) as course:
        with urllib.request.urlopen(course.address, timeout=20) as answer:
            page = answer.read().decode()
        assert '"groundworkView": "learner"' in page
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urllib.parse.urljoin(course.address, "/api/contents"))
        assert refused.value.code == 403
        assert (place / "my_work").is_dir()


def test_a_learners_page_fetches_none_of_nbgraders_panels(place: Path) -> None:
    with opened(place, "--no-browser", "--port", str(free_port())) as course:
        page = urllib.request.urlopen(course.address, timeout=20).read().decode()
        assert "labextensions/@jupyter/nbgrader" not in page
        assert "https://" not in page.partition('id="jupyter-config-data"')[0]


def test_ctrl_c_stops_at_once_without_a_question_or_a_kernel_left(place: Path) -> None:
    with opened(place, "--port", str(free_port())) as course:
        assert any("No browser was found here" in line for line in course.said)
        urllib.request.urlopen(course.address, timeout=20).close()
        course.process.send_signal(signal.SIGINT)
        rest, _ = course.process.communicate(timeout=30)
        assert course.process.returncode == 0
        assert rest.strip() == f"Stopped. Your work is in {place}."
        assert kernels_in(place) == []


def test_ctrl_c_in_the_middle_of_saving_ends_all_the_same(place: Path) -> None:
    with opened(place, "--no-browser", "--port", str(free_port())) as course:
        token = course.address.partition("token=")[2]
        body = json.dumps({"type": "file", "format": "text", "content": "x" * 3_000_000}).encode()

        def save(number: int) -> None:
            request = urllib.request.Request(
                urllib.parse.urljoin(course.address, f"/api/contents/my_work/{number}.txt"),
                data=body,
                method="PUT",
                headers={"Authorization": f"token {token}"},
            )
            with contextlib.suppress(OSError, http.client.HTTPException):
                urllib.request.urlopen(request, timeout=20).close()

        with ThreadPoolExecutor() as pool:
            for number in range(8):
                pool.submit(save, number)
            while not any((place / "my_work").glob("*.txt")):
                time.sleep(0.01)
            course.process.send_signal(signal.SIGINT)
        course.process.communicate(timeout=30)
        assert course.process.returncode == 0


def test_what_jupyterlab_saves_only_the_learner_can_open(place: Path) -> None:
    with opened(place, "--no-browser") as course:
        root, token = course.address.split("/doc/")[0], course.address.rpartition("=")[2]
        for path in ("modules/00_start_here.ipynb", "modules/my_own.ipynb"):
            notebook = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
            saved = {"type": "notebook", "format": "json", "content": notebook}
            for address, method, body in [
                (f"{root}/api/contents/{path}", "PUT", json.dumps(saved).encode()),
                (f"{root}/api/contents/{path}/checkpoints", "POST", b""),
            ]:
                request = urllib.request.Request(address, body, method=method)
                request.add_header("Authorization", f"token {token}")
                assert urllib.request.urlopen(request, timeout=30).status in (200, 201)
            assert (place / path).stat().st_mode & 0o777 == 0o600
    for inner in ("modules/.ipynb_checkpoints", ".groundwork", "my_work"):
        assert (place / inner).stat().st_mode & 0o777 == 0o700
    assert (place / "datasets" / "poverty.csv").stat().st_mode & 0o044  # shared, as installed


def test_a_taken_port_is_told_and_the_next_is_used(place: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with opened(place, "--no-browser", "--port", str(port)) as course:
            assert any(line.startswith(f"Port {port} is taken") for line in course.said)
            assert f":{port}/" not in course.address


def test_what_the_first_kernel_imports_is_there() -> None:
    exec(server.WARM_UP, {})  # the kernel is asked silently, so a wrong name would go unnoticed


def run_open(
    place: Path, *arguments: str, workspace: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run an `open` that is to end by itself."""
    folder = str(workspace or place)
    return subprocess.run(
        [sys.executable, "-m", "groundwork", "open", "--workspace", folder, *arguments],
        env=surroundings(place),
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_a_second_open_shows_the_first_and_never_in_another_view(place: Path) -> None:
    with opened(place, "--no-browser", "--port", str(free_port())) as course:
        urllib.request.urlopen(course.address, timeout=20).close()
        again = run_open(place, "--no-browser")
        assert again.returncode == 0
        assert f"already open at {course.address}" in again.stdout
        full = run_open(place, "--no-browser", "--full")
        assert full.returncode == 1
        assert full.stderr.startswith("The course is open already, in the learner's view. Stop")


@pytest.mark.parametrize("port", ["-5", "0", "99999", "eight"])
def test_a_port_that_cannot_be_is_told(place: Path, port: str) -> None:
    result = run_open(place, f"--port={port}")
    assert result.returncode == 2
    assert f"{port!r} is not a port: give a number from 1 to 65535" in result.stderr


def test_a_workspace_that_cannot_be_is_told(place: Path) -> None:
    file = place / "a file"
    place.mkdir()
    file.write_text("mine", encoding="utf-8")
    for folder in (file, file / "below" / "it"):
        result = run_open(place, workspace=folder)
        assert result.returncode == 1
        assert "is a file, not a folder. Choose another folder" in result.stderr
        assert "Traceback" not in result.stderr


def test_a_workspace_that_turned_read_only_is_told_without_a_traceback(place: Path) -> None:
    assert run_open(place, "nothing").returncode == 1  # by now it is prepared
    with mounted(place, "--bind", str(place)):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(place)], check=True)
        result = run_open(place, "--no-browser")
    assert result.returncode == 1
    assert "could not be used: your account may not write in this folder" in result.stderr
    assert "Errno" not in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


def test_an_unknown_lesson_is_told_with_the_known_ones(place: Path) -> None:
    result = run_open(place, "nothing")
    assert result.returncode == 1
    assert result.stderr.startswith("There is no lesson called nothing. The lessons are: ")
