"""What every browser test needs: a real Chromium and a real JupyterLab of its own."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import afresh
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Quiet start: no look-ups of its maker's hosts, no first-run pages; the rest lets root run it.
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LABEXTENSIONS = Path(__file__).parents[1] / "src" / "groundwork" / "screen" / "lab" / "labextension"
VIEWPORT = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: its address (with a closing slash), its folders and its log."""

    url: str
    workspace: Path
    home: Path
    log: Path

    def address(self, notebook: str, mode: str = "doc") -> str:
        """Return the address of a notebook in the workspace."""
        return f"{self.url}{mode}/tree/{notebook}"


def find_chromium(*, windows: bool = False) -> str:
    """Return the browser's path; without one, skip on a laptop and fail in CI.

    Debian's headless shell is Chromium without windows: the same pages for three quarters of the
    work. With `windows` it is left out.
    """
    names: tuple[str, ...] = ("chromium", "chromium-browser", "google-chrome", "chrome")
    if not windows:
        names = ("chromium-headless-shell", *names)
    found = os.environ.get("GROUNDWORK_CHROMIUM") or next(
        filter(None, map(shutil.which, names)), ""
    )
    if not found:
        problem = "No Chromium was found: install it (Debian: apt-get install chromium)."
        if os.environ.get("CI"):
            pytest.fail(problem)
        pytest.skip(problem)
    return found


@contextlib.contextmanager
def running_chromium() -> Iterator["Browser"]:
    """Start a headless Chromium through Playwright and close it afterwards."""
    executable = find_chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        with afresh.seen_by(browser):
            yield browser
        browser.close()


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def own_environment(home: Path, **extra: str) -> dict[str, str]:
    """Return an environment whose Jupyter and IPython files all lie in `home`."""
    ours = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
    }
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER", "GROUNDWORK_WORKSPACE"))
    }
    return {**kept, **ours, **extra}


@contextlib.contextmanager
def running_lab(
    workspace: Path,
    home: Path,
    *,
    labextensions: Path = LABEXTENSIONS,
    arguments: tuple[str, ...] = (),
    environment: dict[str, str] | None = None,
    base_url: str = "/some/base/",
    port: int | None = None,
) -> Iterator[Lab]:
    """Start `jupyter lab` over a workspace, wait until it answers, and stop it by its pid.

    Parameters
    ----------
    labextensions
        A folder of prebuilt extensions that goes before the installed ones.
    environment
        Variables beside those of `own_environment`.
    base_url
        Not "/" unless a test needs it, since a hub's never is.
    port
        For a server that is started again at the address it had; by default a free one.
    """
    home.mkdir(parents=True, exist_ok=True)
    log = home / "lab.log"
    port = port or free_port()
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--ServerApp.ip=127.0.0.1"),
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.base_url={base_url}",
        f"--ServerApp.root_dir={workspace}",
        "--IdentityProvider.token=",
        "--ServerApp.disable_check_xsrf=True",
        f"--LabApp.extra_labextensions_path={labextensions}",
        *(("--allow-root",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
        *arguments,
    ]
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=workspace,
            env=own_environment(home, **(environment or {})),
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
    try:
        lab = Lab(f"http://127.0.0.1:{port}{base_url}", workspace, home, log)
        wait_for(f"{lab.url}api", process, log)
        with afresh.in_use(lab.url, workspace, home / "config"):
            yield lab
    finally:
        stop(process)


def wait_for(url: str, process: subprocess.Popen, log: Path, seconds: float = 180) -> None:
    """Wait until an address answers; show the log when it never does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        time.sleep(0.1)
    raise AssertionError(f"{url} did not answer:\n{log.read_text()}")


def until(holds: Callable[[], bool], seconds: float = 40) -> None:
    """Wait for what no page shows, such as a file; a slow machine only takes longer."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not so after {seconds} seconds"
        time.sleep(0.1)


def stop(process: subprocess.Popen) -> None:
    """End a server that we started, kernels included."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)


def run_all_cells(page: "Page") -> None:
    """Run the open notebook from top to bottom as soon as its kernel can; wait for no output."""
    page.evaluate(
        """async () => {
          const panel = jupyterapp.shell.currentWidget;
          await panel.context.ready;
          await panel.sessionContext.ready;
          await panel.sessionContext.session.kernel.info;
          void jupyterapp.commands.execute('notebook:run-all-cells');
        }"""
    )


def write_notebook(path: Path, cells: list[dict], **metadata: object) -> Path:
    """Write a small notebook for a test."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}, **metadata},
        "cells": [{"id": f"cell-{place}", **cell} for place, cell in enumerate(cells)],
    }
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def markdown(source: str, **metadata: object) -> dict:
    """Return a text cell."""
    return {"cell_type": "markdown", "metadata": metadata, "source": source}


def code(source: str, outputs: list[dict] | None = None, **metadata: object) -> dict:
    """Return a code cell that has not run."""
    return {
        "cell_type": "code",
        "metadata": metadata,
        "source": source,
        "outputs": outputs or [],
        "execution_count": None,
    }
