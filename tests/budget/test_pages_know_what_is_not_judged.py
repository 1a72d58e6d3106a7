"""On the pages of lesson 06, what nobody has judged or tagged is said so, and is no zero."""

import re

import pytest

from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import end_the_grant, tag_twice, whose_budget
from groundwork.screen.activities.ending_funds import ending_funds
from groundwork.screen.activities.grant_ended import ended
from groundwork.screen.activities.horizon import horizon
from groundwork.screen.widgets.what_if import Shown
from groundwork.subject.budget.equity import not_judged

pytestmark = [pytest.mark.lesson("06_budget_baseline"), pytest.mark.usefixtures("workspace")]

BUDGET = whose_budget.of(None)
FUNDS = ending_funds(BUDGET)
START = {each.id: each.start for each in end_the_grant._controls(BUDGET)}
JUDGES = re.compile(r"equity work|hit hardest|reach", re.IGNORECASE)
ZERO = re.compile(r"\$0(?![\d,.])|(?<![\d.,])0(?:\.0+)?(?: %| FTE| are)")


def sentences(shown: Shown) -> list[str]:
    """Return what a page says in words, and each row of its tables with its headings."""
    told: list[str] = []
    for block in shown:
        if isinstance(block, Paragraph):
            told.append(block.text)
        elif isinstance(block, Items):
            told += map(str, block.items)
        elif isinstance(block, Table):
            told += [
                f"{row[0]} {heading}: {cell}"
                for row in block.rows
                for heading, cell in zip(block.columns[1:], row[1:], strict=True)
            ]
    return told


@pytest.mark.parametrize("fund", FUNDS)
def test_positions_of_lines_that_nobody_judged_are_no_zero(fund: str) -> None:
    said = sentences(ended(BUDGET, {**START, "fund": fund, "day": FUNDS[fund].start}))[0]
    lines = BUDGET.lines
    here = lines[(lines["fund"] == fund) & (lines["fiscal_year"] == BUDGET.year)]
    held = here[here["fte"].fillna(0) > 0]
    blank = held[not_judged(held)]
    assert "0.00 are counted" not in said
    assert ("nobody has said yet" in said) is (len(blank) == len(held))
    some = 0 < len(blank) < len(held)
    assert (f"{blank['fte'].sum():g} not judged yet" in said) is some


def test_the_funds_here_hold_each_of_the_three() -> None:
    said = [
        sentences(ended(BUDGET, {**START, "fund": fund, "day": each.start}))[0]
        for fund, each in FUNDS.items()
    ]
    for words in ("nobody has said yet", " not judged yet", "counted as equity work. "):
        assert any(words in each for each in said), words


def test_no_line_that_nobody_tagged_is_shown_as_none() -> None:
    lines = tag_twice.serving_lines()
    first = tag_twice._show(dict.fromkeys(lines, "no"))
    told = [each for each in sentences(first) if JUDGES.search(each)]
    assert told and [each for each in told if ZERO.search(each)] == []
    assert sum(each.endswith(": not tagged yet") for each in told) == 2
    one = sentences(tag_twice._show({**dict.fromkeys(lines, "no"), lines[0]: "yes"}))
    assert "Tagged so far: $" in one[0] and "is not judged" in one[0]
    assert not [each for each in one if each.endswith("not tagged yet")]


@pytest.mark.parametrize("made", [end_the_grant.end_the_grant, tag_twice.tag_twice, horizon])
def test_the_first_view_of_a_page_has_no_zero_of_what_is_judged(made: object) -> None:
    words = made().words()  # type: ignore[operator]
    split = re.split(r"(?<=[.;]) |\n", words)
    assert [each for each in split if JUDGES.search(each) and ZERO.search(each)] == []
