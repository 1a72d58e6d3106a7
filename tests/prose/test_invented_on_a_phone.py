"""A phone draws the rows of a wide table as cards without its first heading, so “invented” stands
in the prose above it, too.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "modules").glob("[0-9]*.md"), *ROOT.glob("exercises/*/*.md")])
HEADINGS = re.compile(r"^\|(?P<heads>.+)\|\n\|[ :|-]+\|$", re.MULTILINE)
COLUMNS_OF_A_CARD = 3


def unlabeled(text: str) -> Iterator[str]:
    """Yield the first heading of each wide table that alone says that its rows are invented."""
    for cell in re.split(r"^\+\+\+.*$", text, flags=re.MULTILINE):
        for found in HEADINGS.finditer(cell):
            first, *others = found["heads"].split("|")
            is_card = len(others) + 1 >= COLUMNS_OF_A_CARD
            if is_card and "invented" in first and "invented" not in cell[: found.start()]:
                yield first.strip()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_wide_table_of_invented_rows_says_so_above_itself(path: Path) -> None:
    assert list(unlabeled(path.read_text(encoding="utf-8"))) == []


def test_a_heading_that_alone_says_so_is_found() -> None:
    rows = "| Visits (invented) | Who | When |\n| --- | --- | --- |\n| a | b | c |\n"
    assert list(unlabeled(f"Look here.\n\n{rows}")) == ["Visits (invented)"]
    assert list(unlabeled(f"All of it is invented.\n\n{rows}")) == []
