"""How many pages the request takes, as LibreOffice sets its Word file."""

import re
from pathlib import Path

import pytest
from papers import full_request
from papers.recalculating import Office

from groundwork.learner.papers import text as plain
from groundwork.learner.papers import word

pytestmark = pytest.mark.lesson("06_budget_baseline")


@pytest.mark.parametrize(("items", "most"), [(1, 2), (4, 2), (8, 3)])
def test_a_request_of_four_items_fits_on_two_pages(
    items: int, most: int, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "request.docx"
    path.write_bytes(word.write(full_request.paper(items)))
    printed = office.printed(path, tmp_path).read_bytes()
    assert 0 < len(re.findall(rb"/Type\s*/Page\b", printed)) <= most


def test_two_pages_leave_out_nothing_that_a_finance_office_asks() -> None:
    words = plain.write(full_request.paper(4))
    for answer in full_request.ANSWERS.values():
        assert answer in words
    for at, item in enumerate(full_request.items(4), start=1):
        assert f"{at}. {item.name}" in words and item.stops in words
    for level in ("100 %", "75 %", "50 %"):
        assert f"{level}\n   Pays for: " in words
    for year in ("FY2028: $244,889", "FY2029: $290,738", "FY2030: $299,460"):
        assert year in words
    assert "whether the dollars of positions hold their benefits" in words
    assert "less that: +$30,000" in words and "less that: -$19,250" in words
    assert "One-time: $2,500" in words and full_request.BASELINE in words
