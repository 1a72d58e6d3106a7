"""Every lesson and every solved exercise runs in a fresh kernel with the network cut off."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.authoring.notebooks import copy_course

ROOT = Path(__file__).parents[2]
NOTEBOOKS = [*sorted(ROOT.glob("modules/*.ipynb")), *sorted(ROOT.glob("exercises/*/*.ipynb"))]


def without_network(
    command: list[str], environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command in a network namespace of its own, which has no interface that is up."""
    cut_off = ["unshare", "--user", "--map-root-user", "--net"]
    if not shutil.which("unshare") or subprocess.run([*cut_off, "true"], check=False).returncode:
        if os.environ.get("CI"):
            pytest.fail("The network cannot be cut off here: install util-linux.")
        pytest.skip("The network can be cut off on Linux only.")
    return subprocess.run(
        [*cut_off, *command], env=environment, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: f"{path.parts[-2]}/{path.stem}")
def test_a_notebook_runs_without_any_network(notebook: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "Ünï workspace"
    copy_course(ROOT, workspace)
    environment = {**os.environ, "HOME": str(tmp_path), "GROUNDWORK_WORKSPACE": str(workspace)}
    script = Path(__file__).with_name("offline.py")
    run = without_network(
        [sys.executable, str(script), str(workspace / notebook.relative_to(ROOT))], environment
    )
    assert run.returncode == 0, run.stdout + run.stderr
