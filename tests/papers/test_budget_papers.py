"""The papers of the baseline and of the request: whole dollars, and what is open."""

from itertools import permutations
from typing import Any

import pandas as pd
import pytest
from papers import reading
from papers.budget_rows import HORIZON, ITEMS, RECORDS, YEAR, YEARS, line
from papers.recalculating import stored

from groundwork.learner.papers import (
    baseline_book,
    budget_baseline,
    budget_request,
    request_book,
    word,
)
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities.budget_request import told
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.own_lines import table_of
from groundwork.subject.budget.request import request_item, request_options
from groundwork.subject.budget.request_years import RequestYears

pytestmark = pytest.mark.lesson("06_budget_baseline")


@pytest.fixture
def table() -> pd.DataFrame:
    return table_of(RECORDS, YEAR)


def test_the_paper_says_in_whole_dollars_what_the_course_computes(table: pd.DataFrame) -> None:
    words = plain.write(budget_baseline.paper(table, RECORDS, YEAR))
    right = baseline(table, HORIZON).loc[YEAR].to_dict()
    for name in ("equity_cents", "strict_cents", "broad_cents"):
        assert show_dollars(right[name]) in words
    assert "Money: Time-limited. Its label says 'recurring'.\n   Last day: June 30, 2027" in words
    assert "Educators: a job description, time study or contract that shows 60 %" in words


def test_the_memo_gives_years_levels_and_what_is_passed_over() -> None:
    words = plain.write(
        budget_request.paper(ITEMS, {"ask": "One coordinator from December 1"}, YEARS)
    )
    for number in (1, 2, 3):
        total = sum(item.year(number, YEARS) for item in ITEMS)
        assert show_dollars(total) in words
    assert "what stops, and for whom, without “Translation”" in words


def test_page_and_memo_name_one_amount_for_each_priority_that_is_passed_over() -> None:
    seen = 0
    for items in permutations([*ITEMS, request_item("Doula", 61_000, 0.5, "visits end")]):
        memo = plain.write(budget_request.paper(items, {}, YEARS))
        page = {head: " ".join(lines) for head, lines in told(list(items), YEARS).items()}
        for option in request_options(items):
            for passed in option.skipped:
                name = passed.item.name
                before = items[: items.index(passed.item) + 1]
                takes = show_dollars(sum(item.cents for item in before))
                way = f"Keeping it, and all before it, takes {takes} a year."
                level = f"At {option.percent} %"
                assert (
                    f"Passed over: {name}, a higher priority than something that is kept. {way}"
                    in page[level]
                )
                (line,) = [each for each in memo.splitlines() if f"{name}, at " in each]
                assert f"{option.percent} %" in line and line.endswith(way)
                seen += 1
        assert memo.count("Unfunded out of order") <= 1
    assert seen > 100


EMPTY = (
    lambda: budget_baseline.paper(table_of([], YEAR), [], YEAR),
    lambda: budget_request.paper([], {}, YEARS),
)


@pytest.mark.parametrize("make", EMPTY)
def test_an_empty_paper_is_one_too(make: Any) -> None:
    paper: Paper = make()
    assert plain.write(paper)
    assert reading.word(word.write(paper))


ITEM_OPEN = request_item("Rides", 40_000, 0.5, "rides end", months=9)


def test_the_memo_names_its_years_its_prices_and_whose_raise_it_is() -> None:
    words = plain.write(budget_request.paper(ITEMS, {}, YEARS))
    assert "Year 1 is FY2027. Dollars a year are FY2026 dollars" in words
    assert (
        "escalation of pay and prices is 3 % a year (3 % stands in until finance names its own)"
        in words
    )
    assert "its escalation of pay and of prices" in words
    own = RequestYears("FY2028", "FY2028", "2.5")
    asked = plain.write(budget_request.paper(ITEMS, {}, own, raise_asked=True))
    assert "escalation of pay and prices is 2.5 % a year." in asked
    assert "stands in" not in asked
    # Prices of year 1 are not raised in it: 101,840 x 7/12 + 5,000.
    assert "FY2028: $64,407" in asked


LAST = "2025-12-31"


def test_money_that_ends_inside_the_year_is_asked_whether_it_is_for_the_whole_year() -> None:
    row = line("Doulas", 60_000.0, ends=LAST)
    asked = plain.write(budget_baseline.paper(table_of([row], YEAR), [row], YEAR))
    assert "Doulas: whether its amount is for the whole year, or for the months until" in asked
    part = {**row, "covers": "months"}
    told = plain.write(budget_baseline.paper(table_of([part], YEAR), [part], YEAR))
    assert (
        "$60,000 is for the months until December 31, 2025 only; a whole year of it is $120,000"
        in told
    )
    assert "whether its amount is for the whole year" not in told
    whole = {**row, "covers": "year"}
    quiet = plain.write(budget_baseline.paper(table_of([whole], YEAR), [whole], YEAR))
    assert "whole year" not in quiet.replace("a whole year of it", "")


def test_each_level_says_its_one_time_dollars_and_its_part_of_a_year() -> None:
    words = plain.write(budget_request.paper(ITEMS, {}, YEARS))
    assert "One-time dollars come on top, in FY2027: $5,000 at 100 %" in words
    assert "1. Coordinator (7 of 12 months; FTE 1, positions 1)" in words
    for option in request_options(ITEMS):
        first = sum(item.year(1, YEARS) for item in option.kept)
        kept = ", ".join(str(ITEMS.index(item) + 1) for item in option.kept)
        assert f"{option.percent} %\n   Pays for: {kept}\n" in words
        assert f"Costs, a whole year: {show_dollars(option.cents)}" in words
        assert f"FY2027: {show_dollars(first)}" in words


def test_a_blank_is_not_given_and_never_zero() -> None:
    words = plain.write(budget_request.paper([ITEMS[1], ITEM_OPEN], {}, YEARS))
    assert "1. Panels (months not given: 12 counted; FTE 0, positions not given)" in words
    assert "FTE 0.5, positions not given" in words
    assert "One-time: not given" in words
    sheet = stored(request_book.workbook([ITEMS[1], ITEM_OPEN], YEARS, ""))["Request"]
    assert [sheet[f"{letter}6"].value for letter in "CDF"] == [None, None, None]
    lines = stored(baseline_book.workbook(table_of(RECORDS, YEAR), YEAR, 7, ""))["Lines"]
    assert (lines["L6"].value, lines["L7"].value) == (1, None)


def test_a_rounded_sum_has_its_note_where_it_stands(table: pd.DataFrame) -> None:
    paper = budget_baseline.paper(table, RECORDS, YEAR)
    said = [getattr(block, "text", "") for block in paper.blocks]
    first = budget_baseline.summary(table, YEAR, 3)
    at = next(place for place, text in enumerate(said) if text.startswith(first))
    assert said[at + 1] == budget_baseline.ROUNDED
    assert said.count(budget_baseline.ROUNDED) == 1
    memo = plain.write(budget_request.paper(ITEMS, {}, YEARS, "The listed lines hold $3."))
    assert memo.count(budget_request.ROUNDED) == 1
