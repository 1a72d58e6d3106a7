"""Six measures stand on the register's first page, as LibreOffice sets its Word file."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from papers.recalculating import Office
from papers.register_cards import CARDS, DAY

from groundwork.learner.papers import register, word
from groundwork.learner.papers.model import Heading, Paper, Table
from groundwork.subject.metrics.card import MetricCard

pytestmark = pytest.mark.lesson("05_accountability_metrics")

SIX = 6
LONG = [
    replace(
        card,
        name="Families who asked for a home visit and got one within 30 days",
        denominator="All families who asked at least 30 days ago, also those who still wait",
    )
    for card in CARDS
]
MIXED = [LONG[at] if at % 3 == 1 else card for at, card in enumerate(CARDS)]


def glance(cards: Sequence[MetricCard], invented: str = "") -> Paper:
    """Return the register down to its table of all measures, below a whole letterhead."""
    whole = register.paper(cards, invented=invented, today=DAY)
    heading, table, *_ = whole.blocks
    assert isinstance(heading, Heading) and isinstance(table, Table)
    assert len(table.rows) == len(cards)
    return replace(
        whole,
        blocks=(heading, table),
        asks=(),
        writer="Equity Coordinator",
        department="Hollis County Health Department",
        place="Hollis County, Tennessee",
        date=DAY,
    )


@pytest.mark.parametrize(
    ("cards", "invented", "pages"),
    [
        (CARDS[:SIX], "Every person, position and number in it is invented.", 1),
        (MIXED[:SIX], "", 1),
        (MIXED[: 2 * SIX], "", 2),
    ],
    ids=["six", "six, some with long names", "twelve"],
)
def test_six_measures_stand_on_the_first_page(
    cards: Sequence[MetricCard], invented: str, pages: int, office: Office, tmp_path: Path
) -> None:
    assert len(cards) == pages * SIX
    path = tmp_path / "register.docx"
    path.write_bytes(word.write(glance(cards, invented)))
    printed = office.printed(path, tmp_path).read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == pages
