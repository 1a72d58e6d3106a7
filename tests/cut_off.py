"""Kernels that have no network at all, and are reached through a file socket.

Whatever runs a notebook in one of them shows that the notebook runs offline.
"""

import functools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.manager import AsyncKernelManager, KernelManager

# A network namespace of its own, which has no interface that is up, its own machine's included.
COMMAND = ("unshare", "--user", "--map-root-user", "--net")


@functools.cache
def possible() -> bool:
    """Whether a program can be cut off here, which is so on Linux only."""
    if not shutil.which(COMMAND[0]):
        return False
    return not subprocess.run([*COMMAND, "true"], capture_output=True, check=False).returncode


def needed() -> None:
    """Skip a test where no program can be cut off; in CI, let it fail."""
    if not possible():
        if os.environ.get("CI"):
            pytest.fail("The network cannot be cut off here: install util-linux.")
        pytest.skip("The network can be cut off on Linux only.")


class _CutOff:
    """A kernel manager whose kernels are cut off."""

    def __init__(self, **options: Any) -> None:
        # A file socket's path may have about 100 characters, so this folder stays short.
        self._sockets = Path(tempfile.mkdtemp(prefix="gw-"))
        super().__init__(transport="ipc", ip=str(self._sockets / "k"), **options)  # type: ignore[call-arg]

    def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:
        command: list[str] = super().format_kernel_cmd(extra_arguments)  # type: ignore[misc]
        return [*COMMAND, *command]

    def cleanup_ipc_files(self) -> None:
        super().cleanup_ipc_files()  # type: ignore[misc]
        shutil.rmtree(self._sockets, ignore_errors=True)


class Manager(_CutOff, KernelManager):
    """As nbval wants it."""


class AsyncManager(_CutOff, AsyncKernelManager):
    """As nbclient and nbgrader want it."""
