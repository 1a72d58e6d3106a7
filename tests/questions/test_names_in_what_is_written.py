"""A written answer that names a person is told so, in a lesson and where it is handed in.

Positions change hands, and a name beside a remark about power can harm somebody.
"""

import pytest

from groundwork.authoring.source import course
from groundwork.learner.questions import Question, Text, Write, catalog
from groundwork.learner.workspace import course as this_course

WRITTEN = {
    f"{text.stem}:{each.id}": each
    for text, kind in course.texts(this_course()).items()
    if (path := course.catalog_of(text, kind)).exists()
    for each in catalog.read(path).questions
    if isinstance(each, Text | Write)
}
TOLD = "reads like a person's name. Write the position."
SENTENCE = "{} decides about the hours of the clinic today."


def told(question: Question, sentence: str) -> str:
    """Return what is said to an answer whose parts all hold a sentence, and differ."""
    if not isinstance(question, Write):
        return question.judge(sentence).text
    texts = {part.id: f"{sentence} {part.name}" for part in question.parts}
    return question.judge(texts).text


def test_lessons_and_exercises_have_written_questions() -> None:
    kinds = {type(question) for question in WRITTEN.values()}
    assert kinds == {Text, Write}


@pytest.mark.parametrize("name", ["Mrs. Baker", "Maria Lopez", "Dr. Reyes"])
@pytest.mark.parametrize("question", WRITTEN.values(), ids=WRITTEN)
def test_a_person_who_is_named_is_told_in_each_written_question(
    question: Question, name: str
) -> None:
    said = told(question, SENTENCE.format(name))
    assert f"“{name}” {TOLD}" in said
    assert "The word list found nothing" not in said


@pytest.mark.parametrize(
    "who", ["The District Administrator", "The Tribal Nation", "Burnt Fork", "County Counsel"]
)
@pytest.mark.parametrize("question", WRITTEN.values(), ids=WRITTEN)
def test_a_position_a_government_and_a_place_are_no_persons(question: Question, who: str) -> None:
    assert TOLD not in told(question, SENTENCE.format(who))


@pytest.mark.parametrize("question", WRITTEN.values(), ids=WRITTEN)
def test_the_answers_to_compare_with_name_nobody(question: Question) -> None:
    for shown in (question.weak, question.strong) if isinstance(question, Write) else ():
        assert TOLD not in told(question, shown)


BY_RACE = "reads as if race, sex or a group chose who does this work."
NOT_CAUSES = {id: each for id, each in WRITTEN.items() if not getattr(each, "cause", False)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The seat on the team must be Black or Latino.",
        "Only Black women sit on the hiring panel of the clinic today.",
        "Must be a woman who knows the clinic and its residents well.",
    ],
)
@pytest.mark.parametrize("question", NOT_CAUSES.values(), ids=NOT_CAUSES)
def test_a_choice_by_race_or_sex_is_told_in_each_written_question(
    question: Question, sentence: str
) -> None:
    said = told(question, sentence)
    assert BY_RACE in said and "The word list found nothing" not in said


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody is asked because of their race to sit on it.",
        "No seat is filled by race, and nobody speaks for a group.",
        "White County pays for the screening of Black mothers.",
    ],
)
@pytest.mark.parametrize("question", NOT_CAUSES.values(), ids=NOT_CAUSES)
def test_a_rule_against_it_and_whom_the_work_is_for_pass(question: Question, sentence: str) -> None:
    assert "A list of words" not in told(question, sentence)
    assert BY_RACE not in told(question, sentence)


@pytest.mark.parametrize("question", WRITTEN.values(), ids=WRITTEN)
def test_no_answer_to_compare_with_chooses_by_race(question: Question) -> None:
    for shown in (question.weak, question.strong) if isinstance(question, Write) else ():
        assert BY_RACE not in told(question, shown)
