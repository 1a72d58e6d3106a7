"""What every ``groundwork`` command has in common."""

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(os.name == "nt", reason="a shell there has no pipe that breaks")
def test_a_reader_that_has_enough_sees_no_traceback() -> None:
    command = [sys.executable, "-m", "groundwork", "data", "kinds"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert run.stdout and run.stderr
    run.stdout.close()  # as `head` does
    assert run.stderr.read() == ""
    assert run.wait() == 1
