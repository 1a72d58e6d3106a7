"""What the README tells people to type exists and works."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.command.main import build_parser

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(
    set(re.findall(r"^ *(?:python3|py) start\.py(?: +([a-z]+))?", README, re.MULTILINE))
)
OWN_COMMANDS = {"", "test", "doctor"}  # start.py's own; everything else is passed on


def known_commands() -> set[str]:
    parser = build_parser()
    return {name for action in parser._actions for name in (getattr(action, "choices", None) or {})}


def test_every_command_in_the_readme_exists() -> None:
    assert "" in COMMANDS
    assert "test" in COMMANDS
    assert set(COMMANDS) <= OWN_COMMANDS | known_commands()


def test_every_local_link_and_picture_in_the_readme_exists() -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", sorted(known_commands()))
def test_every_command_explains_itself(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "groundwork", name, "--help"], capture_output=True, text=True
    )
    assert run.returncode == 0
    assert len(run.stdout.splitlines()) > 5
