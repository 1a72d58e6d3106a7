"""A memo's words are held against its own items and days, and a note's loser against the shares."""

from dataclasses import replace
from datetime import date

import pytest

from groundwork.learner.papers import budget_request, request_book, request_levels
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.workbook import Formula
from groundwork.screen.activities.budget_request import items_of
from groundwork.subject.budget.memo_checks import (
    ask_against_items,
    asks_of_lines,
    offset_against_items,
    owner_is_named,
    start_against_ends,
    start_against_year,
)
from groundwork.subject.budget.request import request_item
from groundwork.subject.budget.request_years import RequestYears
from groundwork.subject.budget.sharing import Place, Weights, asks_of, share
from groundwork.subject.dollars import amounts_in

YEARS = RequestYears("FY2028", "FY2027")
ITEMS = [
    request_item("Health workers", "216652.27", 3, "visits end", months=1, is_staff=True),
    request_item("Interpretation tablets", 60_000, is_staff=False, indirect="1200.50"),
    request_item("Panels", "87450.73", 0, "no pay", once=5_000),
]
ENDS = {"Community health worker": date(2027, 5, 31), "Rides": date(2026, 9, 30)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$216,652.27 a year", [216_652]),
        ("216,652 dollars, and $1,200.50", [216_652, 1_201]),
        ("$364k, or $1.5 million, or 2 million dollars", [364_000, 1_500_000, 2_000_000]),
        ("two posts from July 1, 2027 in FY2028, F410", []),
    ],
)
def test_dollars_are_found_in_words(text: str, found: list[int]) -> None:
    assert amounts_in(text) == found


@pytest.mark.parametrize(
    "ask",
    [
        "Three items for $364,103 a year",
        "The first priority, $216,652 a year",
        "$216,652.27 of $364,103.00: the others wait for the next call",
        "Three positions from June 1",
        "",
    ],
)
def test_an_ask_that_names_a_sum_of_its_items_or_no_dollars_is_left_alone(ask: str) -> None:
    assert ask_against_items(ask, ITEMS, YEARS) == []


def test_an_ask_that_names_no_sum_of_its_items_is_asked_about() -> None:
    (ask,) = ask_against_items("We ask for $200,000 a year.", ITEMS, YEARS)
    assert "$200,000" in ask.what and "$364,103 a year" in ask.what
    paper = budget_request.paper(ITEMS, {"ask": "We ask for $200,000 a year."}, YEARS)
    assert ask in paper.asks


def test_a_request_begins_on_the_day_after_the_money_ends_or_says_who_pays() -> None:
    late = {"ask": "Three positions from July 1, 2027", "year": "FY2028"}
    (ask,) = start_against_ends(late, ITEMS, ENDS)
    assert "nobody pays from June 1, 2027 to June 30, 2027" in ask.what
    early = {"ask": "Three positions from May 1, 2027", "year": ""}
    assert "both pay from May 1, 2027 to May 31" in start_against_ends(early, ITEMS, ENDS)[0].what
    assert start_against_ends({"ask": "from June 1", "year": "June 1, 2027"}, ITEMS, ENDS) == []
    # A year in one answer says of which year the other one speaks, whatever ends first.
    early_end = {"Rides": date(2025, 9, 30)}
    dated = {"ask": "from June 1", "year": "June 1, 2027"}
    assert start_against_ends(dated, ITEMS, early_end) == []
    (differ,) = start_against_ends({"ask": "from June 1", "year": "July 1"}, ITEMS, ENDS)
    assert "the ask says June 1, 2027" in differ.what and "July 1, 2027" in differ.what


@pytest.mark.parametrize(
    ("parts", "month", "says"),
    [
        ({"ask": "Two posts from April 1, 2027"}, 7, "3 months, $91,026 in FY2027 dollars, are in"),
        ({"year": "FY2028; 2027-06-01"}, 7, "1 month, $30,342 in FY2027 dollars, is in no column"),
        ({"year": "FY2028; June 15, 2027"}, 7, "June 15, 2027 to June 30, 2027: about 1 month"),
        ({"year": "FY2028; January 1, 2028"}, 10, "each item is counted for the whole year"),
        ({"year": "FY2027; July 1, 2027"}, 7, "says FY2027, and the columns begin with FY2028"),
        ({"year": "FY2028; July 1, 2027", "yes": "Board, August 3, 2027"}, 7, "a yes: it comes on"),
    ],
)
def test_no_month_and_no_day_of_a_request_is_left_out_of_its_years(
    parts: dict[str, str], month: int, says: str
) -> None:
    items = [replace(each, months=None) for each in ITEMS] if month == 10 else ITEMS
    (ask,) = start_against_year(parts, items, YEARS, month)
    assert says in ask.what
    assert ask in budget_request.paper(items, parts, YEARS, month=month).asks


@pytest.mark.parametrize(
    "parts",
    [
        {"year": "FY2028; July 1, 2027", "ask": "Two posts", "yes": "Board, by June 15, 2027"},
        {"year": "FY2028", "yes": "Board of Health"},
        {"ask": "from October 1", "year": "FY2028"},
        {},
    ],
)
def test_a_request_that_begins_inside_its_years_is_left_alone(parts: dict[str, str]) -> None:
    assert start_against_year(parts, ITEMS, YEARS) == []


def test_people_are_asked_of_positions_and_not_of_tablets() -> None:
    items = [*ITEMS, request_item("Coordinator", 90_000, is_staff=True), request_item("X", 1)]
    asked = [ask.what for ask in budget_request.asks(items, {}) if "“" in ask.what]
    assert "FTE and positions of “Health workers”; “Coordinator”" in asked
    assert not any("FTE" in what and "tablets" in what for what in asked)
    assert "positions, or a service or purchase: “X”" in asked


def test_an_item_that_asks_for_more_than_the_line_it_takes_over_is_asked_why() -> None:
    line = "2150 Health workers"
    more = request_item("Health workers", "109875.50", line=line, line_dollars="79875.50")
    same = request_item("Panels", 60_000, line="Panels", line_dollars=60_000)
    less = request_item("Outreach", 19_250, line="Outreach", line_dollars=38_500)
    new, unsaid = request_item("Rides", 5_000, line="None"), request_item("Doulas", 7_000)
    unknown = request_item("Training", 20_000, line="3300 Training")
    items = [more, same, less, new, unsaid, unknown]
    (why, dollars, which) = [ask.what for ask in asks_of_lines(items)]
    assert why == (
        "why “Health workers” asks for $109,876 a year, and its line holds $79,876; “Outreach” "
        "asks for $19,250 a year, and its line holds $38,500"
    )
    assert dollars == "the dollars a year of “3300 Training”"
    assert which == "which line or award is taken over, or that it is new: “Doulas”"
    assert asks_of_lines([same, new]) == []


def test_the_memo_shows_what_the_line_holds_beside_what_is_asked_for() -> None:
    more = request_item("Health workers", "109875.50", line="2150 Workers", line_dollars="79875.50")
    words = plain.write(budget_request.paper([more, request_item("Rides", 5_000)], {}, YEARS))
    for said in ("2150 Workers", "Holds now, a year: $79,876", "Asked for, less that: +$30,000"):
        assert said in words
    assert "a year, and its line holds $79,876" in words


def test_a_line_of_the_list_gives_its_dollars_where_none_are_typed() -> None:
    row = {
        **{"name": "Workers", "dollars": 9.0, "fte": None, "stops": "", "once": None},
        **{"months": None, "positions": None, "kind": None, "line": "2150", "line_dollars": None},
    }
    listed = {"2150": 7.5}
    (from_list,) = items_of([row], listed)
    (typed,) = items_of([{**row, "line_dollars": 8.0}], listed)
    (other,) = items_of([{**row, "line": "elsewhere"}], listed)
    (before,) = items_of([{key: row[key] for key in row if not key.startswith("line")}], listed)
    assert [each.line_cents for each in (from_list, typed, other, before)] == [750, 800, None, None]


def test_lines_whose_money_ends_on_one_day_are_asked_about_once() -> None:
    day = date(2027, 5, 31)
    ends = {"Panels, resident": day, "Panels, youth": day, "Panels, online": day}
    items = [request_item("Panels", 60_000)]
    (ask,) = start_against_ends({"ask": "from July 1, 2027"}, items, ends)
    assert "the money of “Panels, resident”; “Panels, youth” and 1 more ends on May 31" in ask.what


def test_lost_indirect_recovery_reaches_the_memo_and_the_workbook_and_no_sum() -> None:
    assert "$1,201 a year" in request_levels.indirect(ITEMS)
    (total,) = request_book.workbook(ITEMS, YEARS, "").sheets[0].totals
    assert isinstance(total[10], Formula) and float(total[10].value) == 1200.50
    assert isinstance(total[1], Formula) and float(total[1].value) == 364_103
    nobody = [request_item("X", 1)]
    assert request_levels.indirect(nobody) == ""


def test_indirect_recovery_is_asked_about_where_an_award_ends_and_nowhere_else() -> None:
    items = [request_item("Panels", 60_000)]
    for ends, asked in (({"Panels, youth": date(2027, 5, 31)}, True), ({}, False)):
        asks = budget_request.paper(items, {}, YEARS, ends=ends).asks
        assert any("indirect cost" in ask.what for ask in asks) is asked


def test_a_note_that_names_another_loser_than_the_shares_do_is_asked_about() -> None:
    places = (Place("North", 62_080, 5_127), Place("Mill", 40_720, 9_226))
    shared = share(places, Weights(100_000, 50, 10_000))
    (ask, *_) = asks_of({"loses": "North loses, and is told by letter."}, shared)
    assert ask.what.startswith("that Mill gets") and "North gets" in ask.what
    both = asks_of({"loses": "Mill loses; North gains."}, shared)
    assert not any(each.what.startswith("that Mill") for each in both)


@pytest.mark.parametrize(
    ("offset", "said"),
    [
        ("$400,000 of clinic fees a year", ["net of the offset: it names $400,000"]),
        ("$18,000, salary savings of the vacant clerk", ["comes once or each year"]),
        ("$18,000 one-time from fund balance", ["comes once or each year"]),
        ("$500,000 of unspent award money", ["net of the offset", "comes once or each year"]),
        ("$18,000 of clinic fees each year", []),
        ("$18,000 of vacancy savings, every year", []),
        ("none", []),
        ("", []),
    ],
)
def test_an_offset_is_held_against_what_is_asked(offset: str, said: list[str]) -> None:
    found = offset_against_items(offset, ITEMS)
    assert len(found) == len(said)
    assert all(words in ask.what for words, ask in zip(said, found, strict=True))
    asks = budget_request.paper(ITEMS, {"offset": offset}, YEARS).asks
    assert set(found) <= set(asks)
    assert offset_against_items(offset, []) == []


@pytest.mark.parametrize(
    ("owner", "asked"),
    [("Vacant", 1), ("Nurse Manager (vacant)", 1), ("Nurse Manager", 0), ("", 0), ("unknown", 0)],
)
def test_a_request_whose_owner_is_vacant_asks_who_answers(owner: str, asked: int) -> None:
    assert len(owner_is_named(owner)) == asked
    asks = [each.what for each in budget_request.paper(ITEMS, {"owner": owner}, YEARS).asks]
    assert sum("which position answers for it" in each for each in asks) == asked
    assert any("Owner: a position" in each for each in asks) is (owner in ("", "unknown"))
