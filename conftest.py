"""Every test sees a workspace of its own, so that no kept work of a person changes a result."""

import os
import tempfile
from pathlib import Path

import cut_off
import nbval.kernel
import pytest

from groundwork.authoring.notebooks import copy_course
from groundwork.learner.workspace import VARIABLE

COURSE = Path(__file__).parent
pytest_plugins = ["stopwatch", "what_a_change_touches", "pytester"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a person try all kinds of bad hand-ins, of which each run tries some."""
    parser.addoption("--all", action="store_true", help="try every kind, and write their tables")


def pytest_configure(config: pytest.Config) -> None:
    """Start nbval's kernels without a network, and point them at an empty workspace."""
    if cut_off.possible():
        nbval.kernel.KernelManager = cut_off.Manager
    if hasattr(config, "workerinput"):
        return  # xdist workers inherit the variable
    folder = tempfile.TemporaryDirectory(prefix="groundwork-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    workspace = Path(folder.name) / "Ünï workspace"
    copy_course(COURSE, workspace)
    os.environ[VARIABLE] = str(workspace)
    os.environ["MPLCONFIGDIR"] = folder.name  # where the machine's fonts are listed, once a run
