"""A choice of people by a trait is told alike in every paper and field that says who."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from course_exercises import NOTEBOOKS, asked

from groundwork.learner.papers import pay_rule as pay_paper
from groundwork.learner.papers import register
from groundwork.learner.questions import Write
from groundwork.learner.questions.text import about_words
from groundwork.subject import choosing
from groundwork.subject.budget import pay_rule, sharing
from groundwork.subject.budget.paid_groups import PaidGroup
from groundwork.subject.fairness import evaluation, rule_card
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.remark import NUDGE, Remark

TODAY = date(2026, 11, 27)
STRONG = (
    *("Haitian families", "Families of Guatemalan origin", "Hmong elders", "Latino nurses"),
    *("Black mothers", "Communities of color", "Residents of color", "Parents born in Mexico"),
    *("Muslim families", "Christian families", "Jewish residents", "Residents by religion"),
    *("Refugees", "Undocumented families", "Asylum seekers", "Minority vendors"),
    *("People with lived experience of racism", "Families by immigration status"),
)
ORDINARY = (
    *("Teens", "Infants under 6 months", "Seniors", "Residents over 65", "Pregnant callers"),
    *("LGBTQ youth", "Women", "Disabled callers", "Veterans", "Spanish speakers"),
    *("Families who speak Spanish", "Residents of zip 37814", "Families of census tract 12"),
    *("Residents of the reservation", "DEI priority groups", "Families on the equity list"),
)
NO_ALARM = (
    *("A white paper", "Forms in black ink", "A race against time", "Patients of Jewish Hospital"),
    *("Senior Accountant", "Minor repairs", "A veteran nurse", "Infant deaths"),
    *("Infant mortality rate", "Child Health Manager", "Women's Health Program"),
    *("Aging Services", "Those who wait longest", "Forms in Haitian Creole and Spanish"),
    "Anybody, regardless of race, religion or age",
)


def of_rule(part: str) -> Callable[[str], list[Remark]]:
    return lambda text: rule_card.check(RuleCard(**{part: text}), TODAY)


def of_note(part: str) -> Callable[[str], list[Remark]]:
    return lambda text: sharing.review({part: text})


def of_pay(text: str) -> list[Remark]:
    return pay_rule.review({"who": text}, ())


def of_group(text: str) -> list[Remark]:
    return pay_rule.review({}, (PaidGroup(text, 4, 6, 2, 45, travel=5),))


def of_who(text: str) -> list[Remark]:
    return evaluation.check(Evaluation(who=text), TODAY)


def of_card(**told: object) -> list[Remark]:
    card = MetricCard(**{"id": "X", **told})  # type: ignore[arg-type]
    return [each for each in check_card(card, TODAY) if each.code == "GW-M16"]


def of_target(text: str) -> list[Remark]:
    found = of_card(name="Share of new hires", focus_group=text, target_value=40)
    return [each for each in found if each.part == "target_value"]


def of_consequence(text: str) -> list[Remark]:
    return of_card(consequence=f"If under 30, then the manager serves first: {text}")


SAYS_WHO: dict[str, Callable[[str], list[Remark]]] = {
    **{f"rule, {part}": of_rule(part) for part in ("name", "criteria", "exception")},
    **{f"note, {part}": of_note(part) for part in ("need", "reason")},
    "pay rule, who": of_pay,
    "pay rule, group": of_group,
    "evaluation, who": of_who,
    "card, target": of_target,
    "card, consequence": of_consequence,
}
SAYS_WHICH_POSITION = {
    **{f"rule, {part}": of_rule(part) for part in ("applies", "appeal", "asked")},
    **{f"note, {part}": of_note(part) for part in ("chose", "loses")},
}


def told_of_choice(remarks: list[Remark]) -> list[Remark]:
    return [
        each
        for each in remarks
        if "question of law" in each.what
        or "lawful criterion" in each.try_instead
        or "for who is chosen" in each.what
    ]


@pytest.mark.parametrize("text", STRONG)
@pytest.mark.parametrize("field", [*SAYS_WHO, *SAYS_WHICH_POSITION])
def test_a_choice_that_is_a_question_of_law_hurts_and_goes_to_counsel(
    field: str, text: str
) -> None:
    (found,) = told_of_choice({**SAYS_WHO, **SAYS_WHICH_POSITION}[field](text))
    assert found.harms and "counsel" in found.try_instead


@pytest.mark.parametrize("text", ORDINARY)
@pytest.mark.parametrize("field", SAYS_WHO)
def test_an_ordinary_trait_is_a_nudge_that_goes_to_counsel(field: str, text: str) -> None:
    (found,) = told_of_choice(SAYS_WHO[field](text))
    assert found.severity == NUDGE and not found.harms
    assert "Name the program's rule" in found.try_instead and "counsel" in found.try_instead


@pytest.mark.parametrize("text", NO_ALARM)
@pytest.mark.parametrize("field", [*SAYS_WHO, *SAYS_WHICH_POSITION])
def test_other_words_are_no_choice(field: str, text: str) -> None:
    assert told_of_choice({**SAYS_WHO, **SAYS_WHICH_POSITION}[field](text)) == []


def test_an_ordinary_trait_is_said_once_a_paper() -> None:
    card = RuleCard(name="Teens first", criteria="Infants, then seniors", exception="Veterans")
    assert len(told_of_choice(rule_card.check(card, TODAY))) == 1
    groups = (PaidGroup("Youth", 4, 6, 2, 45), PaidGroup("Seniors", 4, 6, 2, 45))
    assert len(told_of_choice(pay_rule.review({"who": "Teens"}, groups))) == 1
    assert len(told_of_choice(sharing.review({"need": "Teens", "reason": "Infants"}))) == 1


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Share of staff who are Latino", "Latino staff"),
        ("Workforce diversity", "Employees of color"),
        ("Contracts to minority vendors", ""),
        ("Seats on the board held by Black residents", ""),
        ("Home visits given to Black mothers", ""),
        ("Grant dollars to Black-led organizations", ""),
        ("Applicants interviewed", "Black applicants"),
        ("Staff turnover: applicants hired", "Black applicants"),
        ("Nurses per 10,000 who are Black", ""),
        ("Nurses per 10,000", "Black nurses"),
        ("Nurses hired per 10,000", "Black residents"),
        ("Grants per 10,000 residents", "Black residents"),
        ("Board members per 10,000 residents", "Black residents"),
    ],
)
def test_a_target_for_who_is_chosen_by_race_is_an_error_that_asks_counsel(
    name: str, group: str
) -> None:
    (found,) = told_of_choice(of_card(name=name, focus_group=group, target_value=40))
    assert found.harms and found.severity == "error" and found.part == "target_value"
    assert told_of_choice(of_card(name=name, focus_group=group)) == [], "watched, without a target"
    card = MetricCard(id="X", name=name, focus_group=group, target_value=40)
    paper = register.paper([card], today=TODAY)
    assert "counsel" in {ask.whom for ask in paper.asks}
    assert any("who is chosen" in line for line in paper.look)


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Infant deaths", "Black residents"),
        ("Infant deaths among Black residents", ""),
        ("Families who got home visits they asked for", "Black families"),
        ("Residents with a doctor", "Latino residents"),
        ("Staff turnover", "Black staff"),
        ("Nurse injuries and staff absences", "Black residents"),
        ("Nurses per 10,000", "Black residents"),
        ("Public health nurses per 10,000 residents", "Latino residents"),
    ],
)
def test_an_outcome_by_race_chooses_nobody(name: str, group: str) -> None:
    assert told_of_choice(of_card(name=name, focus_group=group, target_value=40)) == []
    trigger = "If under 60 among Black residents, then the line opens two evenings"
    assert told_of_choice(of_card(name=name, focus_group=group, consequence=trigger)) == []


@pytest.mark.parametrize(
    "act",
    [
        "the manager asks Black mothers on the panel what to change",
        "the director hears the Latino members of our advisory council",
        "the WIC Manager tells Hmong elders on the board",
    ],
)
def test_members_who_are_asked_are_not_chosen(act: str) -> None:
    assert told_of_choice(of_card(consequence=f"If under 30, then {act}")) == []


@pytest.mark.parametrize(
    "act",
    [
        "the manager asks Black mothers to sit on the panel",
        "the manager asks for Black mothers on the panel",
        "the manager asks HR to put Black mothers on the panel",
        "the manager asks only Black mothers on the panel",
        "the manager seats Black mothers on the panel",
        "the manager pays Black mothers on the panel",
        "the manager asks Black mothers on the panel and hires two Latino nurses",
        "the manager asks Black mothers",
    ],
)
def test_who_is_seated_paid_or_sought_by_race_is_chosen(act: str) -> None:
    (found,) = told_of_choice(of_card(consequence=f"If under 30, then {act}"))
    assert found.harms and found.part == "consequence"


TEXTS = [name for name, field in FIELDS.items() if field.kind == "text" and not field.choices]


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize(
    "words", ["then it is illegal", "Violation of Title VII", "in breach of law", "four-fifths"]
)
def test_a_conclusion_of_law_is_told_in_every_field_of_a_card_to_the_writer_alone(
    field: str, words: str
) -> None:
    card = MetricCard(**{"id": "X", field: words})  # type: ignore[arg-type]
    (found,) = [each for each in check_card(card, TODAY) if each.harms]
    assert found.part == field and "counsel" in found.try_instead


def test_a_measure_of_code_violations_is_no_conclusion_of_law() -> None:
    assert of_card(name="Housing code violations mended in 30 days") == []


def test_a_pay_rule_tells_a_choice_by_race_to_its_writer_and_asks_counsel() -> None:
    paper = pay_paper.paper({"who": "Hispanic residents only"}, (), today=TODAY)
    assert any("question of law" in line for line in paper.look)
    (asked,) = [ask.what for ask in paper.asks if ask.whom == "counsel"]
    assert "Hispanic" in asked


def test_who_does_an_evaluation_by_race_stands_above_the_register() -> None:
    question = Evaluation(question="Does it work?", who="Two Black nurses")
    paper = register.paper([], evaluations=[question], today=TODAY)
    assert any("question of law" in line for line in paper.look)
    assert "counsel" in {ask.whom for ask in paper.asks}


GOES_FIRST = (
    "Black mothers come first",
    "Hispanic callers go before others",
    "Refugees are served first",
    "First, Black mothers who wait over 30 days go first; then others.",
    "Muslim families have priority",
    "Black and Latina mothers should always get priority.",
    "Priority goes to Black mothers.",
    "Somali families are seen before everybody else.",
    "First come Black mothers, then others.",
    "Order: Black mothers first, then need.",
    "From now on Black residents are prioritized.",
    "Pregnant Black women get preference at the desk",
    "Families of Mexican origin come first",
)
NOBODY_GOES_FIRST = (
    "Mothers past 28 weeks come first",
    "First come, first served",
    "Racial equity comes first",
    "Black mothers do not come first",
    "No family goes first by race.",
    "We asked Black mothers first.",
    "White patients were served first for years.",
    "Today White families get priority.",
    "White County residents come first",
    "Black Hills callers go first",
    "Black mothers wait longest.",
    "Black mothers told us that need should come first",
    "The first Black mayor signed it.",
    "Evening hours are a priority for Black mothers.",
    "Black mothers come first to the clinic.",
    "Calls in Spanish are answered first by the interpreter",
    "Black mothers said need comes first.",
)


def told_of(text: str) -> list[str]:
    return [each for each in about_words(text) if choosing.BY_LAW in each]


@pytest.mark.parametrize("text", GOES_FIRST)
def test_a_written_rule_by_which_race_goes_first_is_told_and_goes_to_counsel(text: str) -> None:
    (told,) = told_of(text)
    assert "Ask counsel" in told
    assert not any(choosing.BY_LAW in each for each in about_words(text, cause=True))


@pytest.mark.parametrize("text", NOBODY_GOES_FIRST)
def test_a_need_a_denial_and_what_is_told_of_race_put_nobody_first(text: str) -> None:
    assert told_of(text) == []


@pytest.mark.parametrize("notebook", NOTEBOOKS.values(), ids=NOTEBOOKS)
def test_no_sample_answer_of_an_exercise_puts_anybody_first_by_race(notebook: Path) -> None:
    written = [each for each in asked(notebook) if isinstance(each, Write)]
    assert written
    for each in written:
        assert told_of(each.strong) == told_of(each.weak) == []
