"""The repository is small, speaks of the project alone, and carries no address of a registry."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 1_000_000  # bytes; nothing here needs more, and everybody has to clone it
# Written in pieces, so that this file does not hold what it looks for.
REGISTRY_HOSTS = re.compile(
    r"(py" r"pi\.org|python" r"hosted\.org|registry\.npm" r"js|deb\.deb" r"ian)"
)
MACHINE_PATHS = re.compile(r"(/wo" r"rk/|/ro" r"ot/|C:\\Us" r"ers\\[a-z])")


def tracked_files() -> list[Path]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("This is not a git checkout.")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_is_large() -> None:
    assert [path for path in tracked_files() if path.stat().st_size > LARGEST] == []


@pytest.mark.parametrize("pattern", [REGISTRY_HOSTS, MACHINE_PATHS], ids=["hosts", "paths"])
def test_no_text_names_a_registry_or_a_machine(pattern: re.Pattern[str]) -> None:
    found = []
    for path in tracked_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a spreadsheet
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    assert found == []


def test_what_is_private_to_a_learner_is_never_tracked() -> None:
    names = {path.name for path in tracked_files()}
    folders = {part for path in tracked_files() for part in path.relative_to(ROOT).parts}
    assert not names & {"answers.json", "gradebook.db"}
    assert "my_work" not in folders
