"""A split by something else than race is no error, on the card as on the lesson's page."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from groundwork.learner.papers import register
from groundwork.learner.papers.text import write
from groundwork.subject import race_words
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.choices import POPULATION
from groundwork.subject.metrics.files import example_card
from groundwork.subject.remark import ERROR, NUDGE, Remark

TODAY = date(2026, 11, 22)
LESSON = Path(__file__).parents[2] / "modules" / "05_accountability_metrics.md"


def of_splits(card: MetricCard) -> list[Remark]:
    return [each for each in check_card(card, TODAY) if each.code == "GW-M07"]


def split_by(*axes: str, **more: Any) -> MetricCard:
    return replace(example_card(), **{"disaggregation": axes, "disaggregation_reason": "", **more})


def splits_of_the_page() -> list[str]:
    found = re.search(r"You may measure by ([^;]+);", LESSON.read_text())
    assert found, "the lesson no longer says by what a card may be split"
    return re.split(r", | or ", found[1])


@pytest.mark.parametrize("axis", [*splits_of_the_page(), "insurance", "by clinic", "age"])
@pytest.mark.parametrize("level", ["performance", POPULATION])
def test_what_the_page_allows_is_no_error_and_asks_the_writer_alone(axis: str, level: str) -> None:
    card = replace(split_by(axis, "disability"), level=level)
    found = of_splits(card)
    assert [(each.severity, each.part) for each in found] == [(NUDGE, "disaggregation")]
    assert "counsel" in found[0].try_instead
    paper = register.paper([card], today=TODAY)
    assert paper.for_writer is not None
    assert found[0].what not in " ".join(write(paper).split())
    assert not re.search(r"\brace\b", write(paper))
    assert "counsel" in {ask.whom for ask in paper.asks}
    assert found[0].what in " ".join(write(paper.for_writer).split())


@pytest.mark.parametrize(
    "axes",
    [
        ("Not by race", "by district"),
        ("by district, not by race",),
        ("district (no race)",),
        ("district without race or ethnicity",),
        ("race is not on the form", "district"),
        ("race: not yet", "district"),
        ("White County", "Black Hawk County"),
    ],
)
def test_what_a_card_is_not_split_by_is_no_split(axes: tuple[str, ...]) -> None:
    found = of_splits(split_by(*axes))
    assert NUDGE in {each.severity for each in found}
    assert ERROR not in {each.severity for each in found}


@pytest.mark.parametrize(
    "axes",
    [
        ("race and ethnicity", "district"),
        ("not only by race", "by district"),
        ("district, by race of the mother", "language"),
        ("Black and White residents", "district"),
        ("tribal affiliation", "district"),
    ],
)
def test_a_split_by_race_has_no_remark(axes: tuple[str, ...]) -> None:
    assert of_splits(split_by(*axes)) == []


def test_a_reason_ends_the_remark_and_no_split_at_all_is_an_error() -> None:
    why = "Counsel was asked on November 3, 2026"
    assert of_splits(split_by("district", "language", disaggregation_reason=why)) == []
    for axes in ((), ("none",), ("Not by race",), ("-",)):
        assert [each.severity for each in of_splits(split_by(*axes))] == [ERROR], axes
        asked = [ask.whom for ask in register.paper([split_by(*axes)], today=TODAY).asks]
        assert "counsel" in asked, "which splits a law asks for or limits is counsel's to say"
        assert of_splits(split_by(*axes, disaggregation_reason=why)) == []


def test_one_split_is_offered_others_than_itself() -> None:
    only = [each for each in of_splits(split_by("District")) if "only split" in each.what]
    assert len(only) == 1
    assert "district" not in only[0].try_instead and "language" in only[0].try_instead


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Share of Black and Latino residents, Census 2020", "Black"),
        ("A district that was redlined", "redlined"),
        ("People with lived experience of racism", "lived experience"),
        ("national origin", "national origin"),
        ("People in poverty, not by race", ""),
        ("People in poverty, regardless of race", ""),
        ("Days waited, whatever their race; race-neutral", ""),
        ("Regardless of race, share of Black residents", "Black"),
        ("Black lung in miners of White County", ""),
        ("Births to AIAN mothers", "AIAN"),
        ("AI/AN and NHPI residents", "AI/AN"),
        ("Alaska Natives", "Alaska Natives"),
        ("Families who came as refugees", "refugees"),
        ("Asylum seekers", "Asylum seekers"),
        ("Undocumented residents first", "Undocumented"),
        ("Descendants of enslaved people", "Descendants of"),
        ("Families descended from slaves", "descended from"),
        ("Tracts that the HOLC graded D", "HOLC"),
        ("Places that stand on graded D areas of 1938", "graded D areas"),
        ("Red-lined districts", "Red-lined"),
        ("Adds race to the card", "race"),
        ("A white paper on waiting times, in black ink", ""),
        ("A race against time; the race to the bottom", ""),
        ("White-collar workers, and what the black box says", ""),
        ("Everybody, regardless of refugee status", ""),
        ("Stations of the Red Line, with grades A to F", ""),
        ("Documented days, by the minority health grant", ""),
    ],
)
def test_words_of_race_and_what_stands_in_for_them_are_found(text: str, found: str) -> None:
    assert race_words.named_or_meant(text) == found
