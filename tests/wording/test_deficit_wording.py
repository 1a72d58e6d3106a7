"""Wording that puts the problem in people is found, and system wording is left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject.wording import remarks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Services for at-risk youth", "at-risk youth"),
        ("services for At‑Risk\n  families", "At‑Risk families"),
        ("our most vulnerable communities", "most vulnerable communities"),
        ("Patients were non-compliant.", "non-compliant"),
        ("noncompliance with treatment", "noncompliance"),
        ("Clients who failed to show", "failed to show"),
        ("a no-show rate of 30 %", "no-show rate"),
        ("vaccine refusal among parents", "vaccine refusal"),
        ("It is caused by poor lifestyle choices", "poor lifestyle choices"),
        ("They are overweight by choice.", "by choice"),
        ("What they eat is their choice.", "their choice"),
        ("due to lack of education", "lack of education"),
        ("hard to reach groups", "hard to reach"),
        ("language barriers", "language barriers"),
        ("medical mistrust", "medical mistrust"),
        ("The target population is new mothers.", "target population"),
        ("help for the homeless", "the homeless"),
        ("percent of addicts in care", "addicts"),
        ("minorities and others", "minorities"),
        ("non-white births", "non-white"),
        ("higher rates because of their race", "because of their race"),
        ("Race is a risk factor for this.", "Race is a risk factor"),
        ("Black women are more likely to die", "Black women are more likely"),
    ],
)
def test_deficit_wording_is_found_as_it_was_typed(text: str, found: str) -> None:
    (remark,) = remarks(text)
    assert remark.found == found
    assert remark.why and remark.try_instead


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The clinic closes at five, so people who work days cannot come.",
        "Redlining kept loans from Black families, and the county kept clinics out.",
        "Rent rules put families at risk of eviction.",
        "Smoke makes people with asthma vulnerable to attacks.",
        "The poor condition of the road slows the bus.",
        "Deaths per 100,000 Black women in 2022",
        "Target: 90 percent by 2030",
        "The board refused the request.",
        "Advisers are paid by check or direct deposit or card, their choice.",
        "Each adviser is paid at once or in parts, at her choice.",
        "Cash or a card, by their choice",
        "The uninsured rate fell from 18 to 12 percent.",
    ],
)
def test_wording_that_names_the_system_is_left_alone(text: str) -> None:
    assert remarks(text) == []


def test_remarks_stand_in_the_order_of_the_text_and_each_phrase_once() -> None:
    found = remarks("Minorities are hard-to-reach. minorities, at-risk teens, Hard-to-reach.")
    assert [remark.found for remark in found] == ["Minorities", "hard-to-reach", "at-risk teens"]


def test_of_overlapping_phrases_the_earlier_is_named() -> None:
    (remark,) = remarks("Black people lack education")
    assert remark.found == "Black people lack"


def test_what_is_offered_would_itself_pass() -> None:
    text = "at-risk youth, the homeless, addicts, minorities, hard-to-reach, no-shows, inner-city"
    for remark in remarks(text):
        assert remarks(remark.try_instead) == [], remark


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for remark in remarks(text):
        assert remark.found.split()[0] in text
