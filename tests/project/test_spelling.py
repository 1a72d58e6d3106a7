"""All that people read, code included, is spelled as in the United States."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_word_is_misspelled() -> None:
    command = [sys.executable, "-m", "codespell_lib"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-1000:]
