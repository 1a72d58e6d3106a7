"""The page for maintainers names what is there, and the code cites nothing that is not."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "architecture.md"
BEFORE = (ROOT, ROOT / "src" / "groundwork", ROOT / "src" / "groundwork" / "screen")
# A name in capitals is a document of its own kind; these are ours.
PAPERS = re.compile(r"\b([A-Z]{5,})(?:\.md)?,? section|\b([A-Z]{5,}\.md)\b")


def test_every_path_that_the_page_names_is_there() -> None:
    named = re.findall(r"`([\w/]+(?:\.\w+|/)?)`", PAGE.read_text(encoding="utf-8"))
    paths = [name for name in named if "/" in name and not name.startswith("share/")]
    assert len(paths) > 5
    for name in paths:
        assert any((folder / name).exists() for folder in BEFORE), name


def test_the_picture_has_every_floor_and_fits_a_page() -> None:
    picture = PAGE.read_text(encoding="utf-8").split("```")[1]
    for floor in ("subject", "learner", "screen", "cohort", "authoring", "command", "lesson.py"):
        assert floor in picture
    assert max(map(len, picture.splitlines())) < 100


def test_no_code_cites_a_document_that_is_not_in_the_repository() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "src", "tests", "*.md"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("This is not a git checkout.")
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in (".py", ".js", ".md", ".css") and path.name != "ace.js":
            for section, file in PAPERS.findall(path.read_text(encoding="utf-8")):
                document = file or f"{section}.md"
                assert (ROOT / document).exists() or document == "README.md", (name, document)
