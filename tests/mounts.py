"""A disk of one test's own: small, or read-only."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def mounted(place: Path, *options: str) -> Iterator[Path]:
    """Mount something on a folder for one test; skip where that is not allowed."""
    place.mkdir(exist_ok=True)
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root on Linux can make a small or a read-only disk")
    if subprocess.run(["mount", *options, str(place)], capture_output=True).returncode:
        pytest.skip("this system lets nobody mount a disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Let nobody write on a mounted disk for a while."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
