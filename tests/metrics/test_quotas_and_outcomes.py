"""A quota is told whatever the noun is, and an outcome of those who are served keeps its target."""

from datetime import date

import pytest

from groundwork.learner.papers import register
from groundwork.learner.papers import text as plain
from groundwork.screen.activities.metric_register import riverbend_cards
from groundwork.subject.metrics import quota
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.equity import WATCHED

TODAY = date(2026, 11, 27)
COLUMNS = ("name", "numerator", "denominator", "focus_group")
QUOTAS = [
    ("Doulas who are Black", "", "", ""),
    ("Doulas under contract who are Black", "Black doulas", "All doulas under contract", ""),
    ("Black doctors on our payroll", "", "", ""),
    ("Black community health workers", "", "", ""),
    ("Latino share of nurses", "", "", "Latino"),
    ("Latino share of nurses", "", "", "Latino nurses"),
    ("Hispanic panel members", "", "", ""),
    ("Trainees who are Black", "", "", ""),
    ("Minority-owned business spend", "", "", ""),
    ("DBE goal", "", "", ""),
    ("Slots for Latino families", "", "", ""),
    ("Scholarships to Black students", "", "", ""),
    ("Visits that Black mothers get first", "", "", ""),
    ("Women in management", "", "", ""),
    ("Bilingual hires", "", "", "Haitian applicants"),
    ("Diversity of our workforce", "", "", ""),
    ("Black ushers", "Black ushers", "All ushers", ""),
    ("", "Hispanic residents on the advisory board", "All residents on the advisory board", ""),
    ("Who teaches", "Black people trained as doulas", "All people trained as doulas", ""),
    ("Staff", "Staff who are Latino", "All staff", ""),
    ("Employees of color", "", "", ""),
    ("Board seats", "", "", "Black residents"),
    ("Contract dollars", "", "", "Black-owned firms"),
    ("Share of contract dollars to Black-owned firms", "", "", ""),
    (
        "Community health workers",
        "Latina community health workers",
        "Community health workers employed",
        "",
    ),
    ("Share of midwives who identify as Black", "", "", ""),
    ("Doulas of color under contract", "", "", ""),
    ("Interpreters who are Haitian", "", "", ""),
    ("Black women in leadership", "", "", ""),
    ("Council members of color", "", "", ""),
    ("Stipends for Black mothers", "", "", ""),
    ("Hires", "", "", "Black applicants"),
    ("Black members on the board", "", "", ""),
    ("Grants to Latino organizations", "", "", ""),
    ("Positions held by Black staff", "", "", ""),
    ("Workforce diversity", "", "", "Employees of color"),
    ("Black epidemiologists", "", "", ""),
    ("Fellows from Haitian families", "", "", ""),
]
OUTCOMES = [
    (
        "Prenatal care offered to Black women in the first trimester",
        "Black women offered prenatal care in the first trimester",
        "Black women who gave birth",
        "Black women",
    ),
    ("Screening offered to Hispanic adults", "", "", "Hispanic adults"),
    (
        "Employees who had the flu shot",
        "Employees who had the flu shot",
        "All employees",
        "Hispanic",
    ),
    ("Nurses per 1,000 Black residents", "Nurses", "Black residents", "Black residents"),
    ("Grant reports on time", "Grant reports on time", "All grant reports", "Black-led"),
    (
        "Black patients with controlled blood pressure",
        "Black patients with controlled pressure",
        "Black patients",
        "",
    ),
    ("Infant deaths among Black residents", "", "", ""),
    ("Residents with a doctor", "", "", "Latino residents"),
    ("Doulas for Black mothers", "", "", "Black mothers"),
    ("Doulas per 100 Black births", "Doulas", "Black births", ""),
    ("Black children screened for lead", "Black children screened", "All Black children", ""),
    ("Black staff turnover", "Black staff who left", "Black staff", ""),
    ("Nurse visits to Black mothers", "", "", ""),
    ("Staff visits to Latino homes", "", "", ""),
    ("Flu shots among Hispanic nurses", "Hispanic nurses with a flu shot", "Hispanic nurses", ""),
    ("Contract invoices paid within 30 days", "", "", "Black-owned firms"),
    ("Complaints closed", "", "", "Latino residents"),
    ("Clients who are Black", "Black clients", "All clients", ""),
    ("Births to Black mothers", "Births to Black mothers", "All births", ""),
    ("Staff injuries", "", "", "Black staff"),
    ("Nurse vacancy", "", "", "Black residents"),
    ("Mammograms given on time", "", "", "Hispanic women"),
    (
        "Families visited by nurses",
        "Black families visited by nurses",
        "Black families referred",
        "Black families",
    ),
    ("Employee satisfaction", "", "", "Black staff"),
    ("Patients seen within 10 days", "", "", "Black patients"),
    ("Vaccines given by age 2", "Children up to date", "Children who turned 2", "Black children"),
    ("Doulas under contract", "Doulas under contract", "Doulas wanted", "Black mothers"),
    ("Black nurses who left", "Black nurses who left within the year", "All nurses", ""),
    ("Cases interviewed in 2 days", "", "", "Latino residents"),
    ("Home visits per 100 Black births", "", "", ""),
    ("Calls answered by interpreters", "", "", "Haitian residents"),
    ("Rides paid for Black mothers", "", "", "Black mothers"),
    ("Blood pressure checks offered to Black men at barbers", "", "", "Black men"),
    ("Residents who live within a mile of a clinic", "", "", "Latino residents"),
    (
        "Black residents with a nurse visit",
        "Black residents with a nurse visit",
        "All residents",
        "",
    ),
    ("Staff trained in interpreting", "Staff trained", "All staff", "Haitian residents"),
]
MEASURES = [
    *("Restaurants with a critical violation", "building violations per 100 units"),
    *("smoke-free law violations", "This violation is closed", "County violation notices closed"),
]
HIRING = ("four-fifths", "80 percent rule", "disparate impact", "adverse impact")


def card(row: tuple[str, ...], target: float | None = 40) -> MetricCard:
    return MetricCard(id="X", target_value=target, **dict(zip(COLUMNS, row, strict=True)))  # type: ignore[arg-type]


def of_targets(made: MetricCard) -> list[str]:
    return [
        each.what
        for each in check_card(made, TODAY)
        if each.code == "GW-M16" and each.part == "target_value"
    ]


@pytest.mark.parametrize("row", QUOTAS, ids=str)
def test_a_target_for_who_is_chosen_is_told_and_none_is_asked_for(row: tuple[str, ...]) -> None:
    (told,) = of_targets(card(row))
    assert "for who is chosen" in told
    trait = quota.of_target(card(row))
    assert trait
    if trait.strong:
        said = plain.write(register.paper([card(row, None)], today=TODAY))
        assert WATCHED in said and "which value is to be reached" not in said


@pytest.mark.parametrize("row", OUTCOMES, ids=str)
def test_an_outcome_or_service_keeps_its_target(row: tuple[str, ...]) -> None:
    assert of_targets(card(row)) == []
    assert "which value is to be reached" in plain.write(
        register.paper([card(row, None)], today=TODAY)
    )


def test_of_riverbend_only_the_interviews_count_whom_a_department_chooses() -> None:
    assert [each.id for each in riverbend_cards() if quota.counts_chosen(each)] == ["M10"]


@pytest.mark.parametrize("name", MEASURES)
def test_a_violation_that_is_counted_is_no_legal_name(name: str) -> None:
    made = MetricCard(id="X", name=name, numerator=name)
    assert not [each for each in check_card(made, TODAY) if "legal name" in each.what]
    assert "who is chosen" not in plain.write(register.paper([made], today=TODAY))


@pytest.mark.parametrize("said", HIRING)
def test_a_rule_of_hiring_sends_its_own_card_to_counsel(said: str) -> None:
    made = MetricCard(id="X", name="Calls answered", target_basis=said)
    (found,) = [each for each in check_card(made, TODAY) if "legal name" in each.what]
    asked = [each.what for each in register.paper([made], today=TODAY).asks]
    assert asked.count(found.question) == 1 and "who is chosen" not in " ".join(asked)
