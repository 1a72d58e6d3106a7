"""One check tells who is chosen by race, in every field of a seat, a charter and a role."""

from dataclasses import replace
from typing import Any

import pytest

from groundwork.subject.leadership import charter_checks, chosen_by_race, harms, roles
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
    # A group of adults, as a ground
    "Only Black women",
    "Only a Black woman can hold it",
    "Only Latinas",
    "Black women only",
    "Women of color only",
    "Preferably Black men",
    "Hires Black women",
    "Reserved for Hispanic employees",
    "Two seats are set aside for Native American staff",
    "The seat goes to a Black employee",
    "The Black nurses take it in turns",
    "Is one of the Black members of the team",
    "Asked the Black members of the team",
    "We picked her because she is Black",
    "Must identify as Black",
    "We want a Black man for this seat",
    "The seat is for a Latina",
    "She is Latina, so she knows",
    "Ideally Black",
    "Chosen for being Latina",
    "Not open to White staff",
    # National origin
    "Born in Mexico",
    "Was born in Haiti",
    "Must have been born in Somalia",
    "Somebody who was born in Guatemala",
    "A native of Puerto Rico",
    "Must be an immigrant from Honduras",
    "The seat goes by national origin",
    # Race as the reason
    "Asked on the basis of race",
    "Chosen because of race",
    "Appointed based on ethnicity",
    # Sex, heritage, and a word that stands for a group
    "Must be a woman",
    "Must be a man under 40",
    "Preferably a woman",
    "Female candidates preferred",
    "Women only",
    "A male nurse",
    "Appointed based on sex",
    "Asked because of her gender",
    "Preferably Spanish heritage",
    "Must be a native speaker",
    "Ideally a Spanish native speaker",
    "Diverse candidates first",
    "Preference for diverse applicants",
    "Lives in the Black community",
    "Must live in a Latino neighborhood",
    # A group kept out, or all others
    "Must not be White",
    "Is not White",
    "Nobody but a Black woman",
    "No one who is not Latino",
    "Nobody who is White",
    "Nobody is chosen by race; must be Latino",
    "Nobody is asked except Black staff only",
    # Origin and status, and places that stand in for race
    "Must be AIAN",
    "Preference for AI/AN applicants",
    "Must be a refugee",
    "Somebody who was a refugee",
    "Is a former refugee",
    "Only refugees",
    "Must be undocumented",
    "Must be a descendant of enslaved people",
    "Somebody who descends from slaves",
    "Must live in a redlined neighborhood",
    "Lives in an HOLC grade D area",
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
    # A rule against it
    "Nobody is asked because of their race",
    "No one is chosen because of their ethnicity",
    "No seat is filled by race",
    "No seat goes by race or origin",
    "Seats are not filled by race",
    "We promise that nobody is asked because of her race",
    "Nobody has to be Black or Latino to ask for it",
    "Nobody is asked because she is Black",
    "No seat is reserved for Black staff",
    "Seats are not reserved for Hispanic employees",
    "Seats are never set aside for White staff",
    "Grounds are the same whatever somebody's race",
    # A body, and its members
    "Meets with the Black members of the council",
    "Reports to the Latino members of the city council each spring",
    "Answers to the Indigenous members of the advisory board",
    "Knows the Black Nurses Association",
    "Works with the Hispanic Chamber of Commerce",
    "Sends the figures to the Black Caucus",
    "Has worked in the Hispanic Health Network",
    "A letter from the Black Workers Center",
    # Sex and origin as what chooses nobody, or whom the work is for
    "Nobody has to be a woman to ask for it",
    "Nobody is appointed by race, sex or national origin",
    "Seats are not filled by sex",
    "Screens women only in this grant",
    "Runs the group for men with diabetes",
    "Knows what women and men are paid here",
    "Plans Spanish heritage month",
    "Works with native speakers of Hmong",
    "Has hired from diverse candidates by the rules of civil service",
    "Lives in White County",
    "Visits patients in the Black community",
    "Manages the women's clinic",
    # Those whom the work is for, where they live, and what they speak
    "Screens only Black women over 40 in this grant",
    "Are Black women seen within a week?",
    "Has run groups for Latina mothers",
    "Reviews babies born in Riverbend",
    "Visits children who were born in the county hospital",
    "Counts people born in Mexico in the survey",
    "Speaks Somali and reads Arabic",
    "Translates into Hmong.",
    "Knows the redlined Black neighborhoods",
    "The line is for Latino families",
    "Only White County staff may drive the van",
    "The idea was born in 2020",
    # Race as a thing that is known
    "Reads the law on race and national origin",
    "Tells patients why race is asked",
    "Has read the history of the Black hospitals",
    # Things that are black or white, and a race that is run
    "Writes the white paper on waiting times",
    "Must be signed in black ink",
    "Only white papers of the board",
    "Works in a race against time",
    "Must be white-collar work",
    # Refugees and descendants whom the work is for, and maps that are known
    "Refugee health coordinator",
    "Is refugee services coordinator",
    "Must have run groups for refugees",
    "Only refugee families are seen on Mondays",
    "Helps undocumented patients",
    "Interviews descendants of enslaved people",
    "Reads the HOLC maps of the redlined neighborhoods",
]
SEAT_FIELDS = ("position", "unit", "stops", "grounds", "chosen_by")
ROLE_FIELDS = (
    "position", "unit", "authority", "reports_to", "measured_by", "comes_off", "knowledge",
)  # fmt: skip


@pytest.mark.parametrize("words", BY_RACE)
def test_words_that_choose_by_race_are_told_in_every_field(words: str) -> None:
    assert chosen_by_race.found(words)
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
    assert not chosen_by_race.found(words)


def told(remarks: list[harms.Remark]) -> list[tuple[str, str]]:
    """Return each remark's code, and the field that it names."""
    return [(each.code, each.part) for each in remarks]


def said_in(field: str, words: str) -> dict[str, Any]:
    """Return what changes in a seat or a role."""
    return {field: words}
