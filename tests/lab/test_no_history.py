"""A kernel of the course keeps no history of code; IPython elsewhere on the computer does."""

import json
import os
import sqlite3
import subprocess
import sys
import venv
from contextlib import closing
from pathlib import Path

import IPython
import pytest

from groundwork.screen.lab.view import KERNELS, keep_no_history, lay_view

# What a kernel is before anybody talks to it, and a line that it is told to keep.
KERNEL = (
    "from ipykernel.kernelapp import IPKernelApp; app = IPKernelApp.instance(); app.initialize([]);"
    "kept = app.shell.history_manager; app.shell.run_cell('secret = 1', store_history=True);"
    "kept.enabled and kept.writeout_cache()"
)


@pytest.fixture
def prefix(tmp_path: Path) -> Path:
    folder = tmp_path / "environment"
    venv.create(folder)
    return folder


def history(prefix: Path, home: Path) -> tuple[int, int]:
    """Run a kernel of an environment; return the sessions and lines kept in the home by then."""
    python = prefix / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    packages = str(Path(IPython.__file__).parents[1])
    environment = os.environ | {"IPYTHONDIR": str(home), "PYTHONPATH": packages}
    subprocess.run([python, "-c", KERNEL], env=environment, check=True, capture_output=True)
    kept = home / "profile_default" / "history.sqlite"
    if not kept.exists():
        return 0, 0
    with closing(sqlite3.connect(kept)) as file:
        sessions, lines = (
            file.execute(f"select count(*) from {table}").fetchone()[0]
            for table in ("sessions", "history")
        )
    return sessions, lines


def test_a_kernel_of_the_course_adds_nothing_to_what_others_keep(
    prefix: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    assert history(prefix, home) == (1, 1), "without the setting IPython keeps one"
    keep_no_history(prefix)
    assert history(prefix, home) == (1, 1)
    (prefix / KERNELS).unlink()
    assert history(prefix, home) == (2, 2), "another environment goes on as before"


def test_none_is_begun_on_a_hub_or_binder_either(prefix: Path, tmp_path: Path) -> None:
    lay_view(prefix)
    assert history(prefix, tmp_path / "home") == (0, 0)


def test_other_settings_of_the_environment_stay(tmp_path: Path) -> None:
    path = tmp_path / KERNELS
    path.parent.mkdir(parents=True)
    path.write_text('{"HistoryManager": {"db_cache_size": 3}, "IPKernelApp": {"quiet": true}}')
    keep_no_history(tmp_path)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "HistoryManager": {"db_cache_size": 3, "enabled": False},
        "IPKernelApp": {"quiet": True},
    }


def test_the_environment_that_learners_start_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from groundwork.authoring import course_index
    from groundwork.command import prepare

    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(course_index, "install", lambda: True)
    prepare.ready_environment()
    assert (tmp_path / KERNELS).is_file()
