"""Each part of a paper on money that is a day to come is asked about once that day is over."""

from collections.abc import Mapping
from datetime import date

import pytest

from groundwork.learner.papers import allocation_note, budget_request, pay_rule
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities import allocation_note as note_page
from groundwork.screen.activities import budget_request as request_page
from groundwork.screen.activities import pay_rule as rule_page
from groundwork.subject.budget import over, sharing
from groundwork.subject.budget import pay_rule as rule
from groundwork.subject.budget.request import request_item
from groundwork.subject.budget.request_years import RequestYears

TODAY = date(2026, 11, 27)
YEARS = RequestYears("FY2028", "FY2027")
ITEMS = [request_item("Interpreters", 60_000, stops="calls wait", is_staff=False)]
PLACES = sharing.share(
    [sharing.Place("North", 100, 10), sharing.Place("Mill", 100, 30)], sharing.Weights(1_000, 50)
)
HEADINGS = {
    "rule": rule.EVERY_PART,
    "note": sharing.PARTS,
    "request": budget_request.PARTS,
}
CASES = [
    (kind, part)
    for kind, headings in HEADINGS.items()
    for part in {**over.DAYS, **over.PROMISES}
    if part in headings
]
PAST = {
    **dict.fromkeys(over.DAYS, ("March 1, 2026", "County Commission, 6/15/2026", "in May 2026")),
    **dict.fromkeys(over.PROMISES, ("North is told by June 1, 2026", "by June 2026")),
    "year": ("FY2028; July 1, 2026", "2026-07-01"),
    "term": ("from July 1, 2025 to June 30, 2026",),
}
NOT_PAST = {
    **dict.fromkeys(
        over.DAYS,
        ("March 1, 2027", "looked at March 1, 2026, and again March 1, 2027", "each spring"),
    ),
    **dict.fromkeys(over.PROMISES, ("by June 1, 2027", "told; counted since June 2026")),
    "yes": ("The board said yes on June 15, 2026", "Board, January 2027"),
}


def paper(kind: str, parts: Mapping[str, str], invented: str = "") -> Paper:
    if kind == "rule":
        return pay_rule.paper(parts, (), invented, TODAY)
    if kind == "note":
        return allocation_note.paper(parts, PLACES, "", invented, TODAY)
    return budget_request.paper(ITEMS, parts, YEARS, invented=invented, today=TODAY)


def page(kind: str, parts: dict[str, str]) -> str:
    """Return what stands on the page of a kind beside its lists."""
    if kind == "rule":
        return str(rule_page.told((), parts, "rules", "groups", TODAY))
    if kind == "note":
        weights = [{"total": 1_000, "need": 50, "base": 0}]
        places = [{"name": "North", "people": 100, "need": 10}]
        written = {**dict.fromkeys(sharing.PARTS, "written"), **parts}
        return str(note_page.told(written, weights, places, TODAY))
    asked = budget_request.contradictions(ITEMS, parts, YEARS, {}, 7, TODAY)
    return str(request_page.told(ITEMS, YEARS, asked))


def test_every_day_to_come_stands_in_one_of_the_papers() -> None:
    assert {part for _, part in CASES} == {*over.DAYS, *over.PROMISES}
    assert not over.DAYS.keys() & over.PROMISES.keys()
    dated = {
        part
        for headings in HEADINGS.values()
        for part, heading in headings.items()
        if heading.startswith("Day on which") or "by which day" in heading or "first day" in heading
    }
    assert dated - {"counsel"} <= over.DAYS.keys()  # counsel was asked on a day that is over


@pytest.mark.parametrize(("kind", "part"), CASES)
def test_a_day_that_is_over_is_asked_about_in_the_paper_and_on_the_page(
    kind: str, part: str
) -> None:
    for answer in PAST[part]:
        found = paper(kind, {part: answer})
        asked = [ask for ask in found.asks if "is over" in ask.what]
        assert len(asked) == 1, answer
        assert "2026" in asked[0].what
        assert any("is over." in each for each in found.remarks), answer
        assert "is over" in page(kind, {part: answer}), answer


@pytest.mark.parametrize(("kind", "part"), CASES)
def test_a_day_that_is_still_to_come_is_left_alone(kind: str, part: str) -> None:
    for answer in NOT_PAST[part]:
        found = paper(kind, {part: answer})
        assert "is over" not in str((found.asks, found.remarks)), answer
        assert "is over" not in page(kind, {part: answer}).replace("days that are over", "")


@pytest.mark.parametrize(("kind", "part"), CASES)
def test_in_a_county_that_is_invented_no_day_is_held_against_today(kind: str, part: str) -> None:
    found = paper(kind, {part: PAST[part][0]}, "Made up.")
    assert "is over" not in str((found.asks, found.remarks))
