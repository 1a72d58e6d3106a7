"""What a root-cause map asks goes to whoever can tell, and never to an office by guess."""

import re

import pytest

from groundwork.subject import cause_asks, causes
from groundwork.subject.causes import LEVELS, CauseMap

OUTCOME = "Babies of Black mothers die more often"


def whom(text: str, level: str) -> str:
    made = causes.add(CauseMap(OUTCOME), text, level, "guess")
    (ask,) = cause_asks.asks(made)
    return ask.whom


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("the hospital has no rule for when a mother says she is in pain", "the hospital"),
        ("because the county hospital has no rule", "the county hospital"),
        ("the City Council moved the bus line", "the City Council"),
        ("our health plan pays for one visit", "our health plan"),
        ("a rule of the state board asks for two papers", "the state board"),
        ("nobody at the clinic speaks Spanish", "the clinic"),
        ("nurses call the hospital late", ""),
        ("the last bus to the clinic leaves at 16:10", ""),
        ("cover ends after 60 days", ""),
    ],
)
def test_the_owner_of_a_rule_is_who_the_line_names(text: str, owner: str) -> None:
    assert cause_asks.owner_of(text) == owner
    for level in ("policy", "institution", "service"):
        assert whom(text, level) == (owner or cause_asks.WHO_KNOWS[level])


@pytest.mark.parametrize("year", ["2023", "FY2024", "FY 24", "2023–24", "the 1930s", "(’24)"])
def test_a_year_that_stands_in_the_text_is_not_asked_for(year: str) -> None:
    outcome = f"In {year}: 12 of 100 lost care"
    said = f"In {year} the clinic closed on Fridays"
    made = causes.add(CauseMap(outcome), said, "institution", "data")
    figure, cause = cause_asks.asks(made)
    assert figure.what.startswith("the source and who is counted")
    assert cause.what == "which data show it, of which place"
    made = causes.add(CauseMap("2,024 of 9,000 lost care"), "It closed", "institution", "data")
    figure, cause = cause_asks.asks(made)
    assert figure.what.startswith("the source, the year and who is counted")
    assert cause.what == "which data show it, of which year and place"


def test_no_office_is_named_that_the_line_does_not_name() -> None:
    for level in LEVELS:
        said = whom("there is no rule for pain", level).casefold()
        assert not any(word in said for word in ("finance", "human resources", "office"))
    assert "nobody is named yet" in whom("there is no rule for pain", "institution")


def test_people_are_asked_about_what_is_said_of_them() -> None:
    assert whom("the clinic says that mothers come late", "individual") == (
        "the people it is said of"
    )


@pytest.mark.parametrize(
    ("outcome", "quoted"),
    [
        ("Black babies die more often: 14.2 against 9.0 per 100", "14.2 against 9.0 per 100"),
        ("In 2022, 12 of 100 visits were missed", "12 of 100"),
        (
            "Black women start care after week 13 more often: 31 against 18 of every 100",
            "31 against 18 of every 100",
        ),
        (
            "Black women start after week 13 more often: 31%",
            "Black women start after week 13 more often: 31%",
        ),
        ("People over age 65 fall more often: 9.1% against 6%", "9.1% against 6%"),
        ("People over 65 fall more often, 9 of 100", "9 of 100"),
        (
            "After the 12th week 30 of 100 come, 44 of 100 before",
            "After the 12th week 30 of 100 come, 44 of 100 before",
        ),
        ("Under Title 42: 12 of 100 lost care", "12 of 100"),
        ("By 3rd grade, 1,200 versus 900 per 100,000 are ill", "1,200 versus 900 per 100,000"),
        ("In ZIP 45202, 31 of every 100 homes have lead", "31 of every 100"),
        ("Of fewer than 12 of 100 nobody knows", "Of fewer than 12 of 100 nobody knows"),
        ("In week 13 of 40 half come", "In week 13 of 40 half come"),
        ("Rent: 12 of 100, and 3% of all", "Rent: 12 of 100, and 3% of all"),
        ("In 2023, 31 against 18 of 1000", "31 against 18 of 1000"),
        ("Title 42 ended and 12 of 100 lost care", "Title 42 ended and 12 of 100 lost care"),
        (
            "Title 42 and Title 19 end care twice as often",
            "Title 42 and Title 19 end care twice as often",
        ),
        (
            "From 2021 to 2023 visits were missed twice as often",
            "From 2021 to 2023 visits were missed twice as often",
        ),
        (
            "In ZIP 45202 1 in 4 homes has lead, in 45208 few",
            "In ZIP 45202 1 in 4 homes has lead, in 45208 few",
        ),
        (
            "In ZIP 45202 and 45208 half of the homes have lead",
            "In ZIP 45202 and 45208 half of the homes have lead",
        ),
        (
            "By 3rd grade 1,200 versus 900 per 100,000 are ill",
            "By 3rd grade 1,200 versus 900 per 100,000 are ill",
        ),
        (
            "Infant deaths: 14.2 (Black) against 9.0 (White) per 1,000",
            "Infant deaths: 14.2 (Black) against 9.0 (White) per 1,000",
        ),
        ("It fell by 2-3 of 10 for all", "It fell by 2-3 of 10 for all"),
        (
            "Of 300 mothers 31 against 18 of every 100 come late",
            "Of 300 mothers 31 against 18 of every 100 come late",
        ),
        ("In week 13 against 18 of 100 before", "In week 13 against 18 of 100 before"),
        ("At age 65 versus 45, one falls", "At age 65 versus 45, one falls"),
        ("Visits are missed twice as often", "Visits are missed twice as often"),
        ("31% of visits are missed", "31% of visits are missed"),
        ("After the 12th week 30 of 100 come", "After the 12th week 30 of 100 come"),
        ("It was 4 of 10 (or 6 of 10)", "It was 4 of 10 (or 6 of 10)"),
    ],
)
def test_a_figure_without_a_source_is_the_first_ask(outcome: str, quoted: str) -> None:
    made = causes.add(CauseMap(outcome), "x", "policy", "guess")
    first, second = cause_asks.asks(made)
    asked = "the source" if re.search(r"\b20\d\d\b", outcome) else "the source, the year"
    assert first.what == f"{asked} and who is counted, for: “{quoted}”"
    assert first.why == "the outcome" and "x" in second.why


@pytest.mark.parametrize(
    "outcome",
    [
        "Visits are missed",
        "14.2 against 9.0 per 100 births (source: state vital records, 2022)",
        "14.2 against 9.0 per 100 births (CDC WONDER, 2019–2021)",
        "Black mothers come after the 12th week twice as often (clinic log, 2025)",
        "According to vital records of 2022, 14.2 against 9.0 per 100 births",
    ],
)
def test_an_outcome_without_a_figure_or_with_its_source_is_not_asked(outcome: str) -> None:
    assert cause_asks.asks(CauseMap(outcome)) == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Our clinic closed", "our clinic closed"),
        ("No rule asks for it", "no rule asks for it"),
        ("Medicaid pays later", "Medicaid pays later"),
        ("Nonprofits decide", "Nonprofits decide"),
        ("it rains", "it rains"),
        ("People's Clinic closed", "People's Clinic closed"),
        ("Our Lady Hospital closed", "Our Lady Hospital closed"),
        ("A.M. bus ended", "A.M. bus ended"),
        ("First visits come late", "first visits come late"),
        ("First National Bank left", "First National Bank left"),
    ],
)
def test_a_cause_goes_on_a_sentence_and_a_name_keeps_its_capital(typed: str, kept: str) -> None:
    (cause,) = causes.add(CauseMap("Visits are missed"), typed, "policy", "guess").causes
    assert cause.text == kept
    assert causes.in_words(cause).startswith(f"Because {kept} [")
