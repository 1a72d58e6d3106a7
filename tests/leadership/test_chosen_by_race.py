"""One check tells who is chosen by race, in every field of a seat, a charter and a role."""

from dataclasses import replace
from typing import Any

import pytest

from groundwork.subject.leadership import charter_checks, harms, roles, said
from groundwork.subject.leadership.core_team import PARTS, Charter, Part, Seat
from groundwork.subject.leadership.roles import RoleStatement

BY_RACE = [
    "Must be Black or Latino",
    "Is a person of color",
    "Is one of our Black or Latino staff, who know the community.",
    "Should be a Latina",
    "Has run programs. Is Black.",
    "Somebody who is Hispanic",
    "Somebody who identifies as Asian American",
    "Only Native American staff may apply",
    "Preference for Black applicants",
    "Latino preferred",
    "Of Mexican origin",
    "Must be of Haitian descent",
    "Asked because of her ethnicity",
    "Same race as the residents",
    "The seat is filled by race",
    "Belongs to the Somali community",
    "Black and Latino staff, because they know",
    "Non-white staff only",
    "Serves as a Black woman",
    "Staff who are Black or Hmong",
]
ALLOWED = [
    "Has lived experience of racism",
    "Speaks Spanish",
    "Has run programs with Black and Latino residents for five years",
    "Reviews care of Black mothers",
    "Are Black mothers seen within a week?",
    "Works in the Black Infant Health Program",
    "Reports births by race and ethnicity",
    "Asks each patient their race, and why it is asked",
    "Nobody is appointed by race",
    "Knows the clinic's rules; was chosen by an open call",
    "Visits homes in Black Rock",
]
SEAT_FIELDS = ("position", "unit", "stops", "grounds", "chosen_by")
ROLE_FIELDS = (
    "position", "unit", "authority", "reports_to", "measured_by", "comes_off", "knowledge",
)  # fmt: skip


@pytest.mark.parametrize("words", BY_RACE)
def test_words_that_choose_by_race_are_told_in_every_field(words: str) -> None:
    assert said.by_race(words)
    for field in SEAT_FIELDS:
        seat = replace(Seat("Clerk"), **said_in(field, words))
        assert (harms.RACE, field) in told(charter_checks.seats_review([seat])), field
    for part in PARTS:
        charter = Charter(parts=(Part(part, words, "word"),))
        assert harms.RACE in [code for code, _ in told(charter_checks.review(charter))], part
    for field in ROLE_FIELDS:
        role = replace(RoleStatement("Clerk"), **said_in(field, words))
        assert (harms.RACE, field) in told(roles.review(role)), field
    assert (harms.RACE, "duties") in told(roles.review(RoleStatement("Clerk", duties=(words,))))


@pytest.mark.parametrize("words", ALLOWED)
def test_what_somebody_knows_or_whom_the_work_is_for_is_allowed(words: str) -> None:
    assert not said.by_race(words)


def told(remarks: list[harms.Remark]) -> list[tuple[str, str]]:
    """Return each remark's code, and the field that it names."""
    return [(each.code, each.part) for each in remarks]


def said_in(field: str, words: str) -> dict[str, Any]:
    """Return what changes in a seat or a role."""
    return {field: words}
