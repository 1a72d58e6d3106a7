"""Each kind of question judges as its author wrote, and survives its way through a file."""

import json
from fractions import Fraction

import pytest
from questions.every_question import QUESTIONS
from questions.texts import CARD, CODE, EVERY, FLAW, GUESS, TABLE, sheet

from groundwork.authoring import confirm
from groundwork.learner.questions import CodeQuestion, Computed, Question, from_json
from groundwork.learner.questions.number import Number
from groundwork.subject.errors import UserError

EACH = pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda each: each.id)


def judge(id: str, answer: object) -> tuple[bool | None, str]:
    verdict = QUESTIONS[id].judge(answer)
    return verdict.right, verdict.text


def test_what_is_written_well_has_no_fault() -> None:
    assert sheet(EVERY + FLAW + CARD + TABLE)[1] == []
    assert sheet(GUESS, graded=False)[1] == []
    first = ["q4", "q2", "q1", "q8", "q9", "q5", "q6", "q7", "q10"]
    assert [*QUESTIONS] == [*first, "q11", "q12", "q13", "first_guess"]


@EACH
def test_a_question_comes_back_from_plain_data_as_it_was(question: Question) -> None:
    again = from_json(json.loads(json.dumps(question.to_json())))
    assert again == question
    assert again.version == question.version


@EACH
def test_the_right_answer_is_right_and_each_wrong_one_gets_its_own_reply(
    question: Question,
) -> None:
    if question.right_answer is not None:
        assert question.judge(question.right_answer).right
    for answer, reply in question.wrong_answers():
        verdict = question.judge(answer)
        assert verdict.right is False
        assert verdict.recognized
        assert reply in verdict.text


@EACH
def test_what_is_asked_tells_no_reply(question: Question) -> None:
    asked = json.dumps(question.asked(), ensure_ascii=False)
    for _, reply in question.wrong_answers():
        assert reply not in asked


RIGHT = {
    "contract": {"director": "D", "counsel": "S"},
    "hours": {"nurse": "D", "council": "A"},
}


def with_cells(**cells: str) -> dict[str, dict[str, str]]:
    """The right matrix with other letters in the row of the contract."""
    return {**RIGHT, "contract": {**RIGHT["contract"], **cells}}


NEAR = "You gave 3.34; the answer is 3.3. Close enough here. 7.7 − 4.4 = 3.3."


@pytest.mark.parametrize(
    ("id", "answer", "right", "text"),
    [
        ("q4", " seat ", True, "It is a vote, it stands in a rule, and it is paid."),
        ("q4", "survey", False, "It moves no power: nobody has to answer it."),
        ("q2", ["few", "half", "few"], True, "Many said yes to the first, and few to the second."),
        ("q2", ["against", "few", "half"], False, "The table counts who said yes."),
        ("q2", ["few"], False, "Look at the first row."),
        ("q1", {"mold": "place", "zoning": "policy"}, True, "Ask “because?” once more."),
        (
            "q1",
            {"zoning": "budget", "mold": "place"},
            False,
            "1 of 2 are in their place. Look again: no money moves here.",
        ),
        ("q1", {}, False, "0 of 2 are in their place. Who or what did it?"),
        ("q8", {"mail": "sender", "rule": "board"}, True, "Who made it can undo it."),
        (
            "q8",
            {"mail": "sender", "rule": "sender"},
            False,
            "1 of 2 are in their place. Look at the resolution again: one person did not make it.",
        ),
        ("q9", RIGHT, True, "The one who decides holds it in writing."),
        (
            "q9",
            with_cells(counsel="A", nurse="W", council="W"),
            True,
            "The one who decides holds it in writing.",
        ),
        (
            "q9",
            with_cells(director="", nurse="D"),
            False,
            "1 of 2 rows stand. The memo gives the manager less than that.",
        ),
        (
            "q9",
            with_cells(council="D"),
            False,
            "1 of 2 rows stand. Row “Sign the contract”: “decides” stands in 2 cells. It stands "
            "once in each row.",
        ),
        (
            "q9",
            with_cells(nurse="A"),
            False,
            "1 of 2 rows stand. Row “Sign the contract”: “advises” is too many for “Nurse "
            "Manager”. Which words above give it that part? Leave the cell empty where none do.",
        ),
        (
            "q9",
            with_cells(council="S"),
            False,
            "1 of 2 rows stand. Who gave a veto?",
        ),
        ("q9", with_cells(counsel=""), False, "1 of 2 rows stand. Nobody looks at the terms."),
        ("q5", "3.34 more", True, f"Your answer “3.34 more” was read as 3.34. {NEAR}"),
        ("q5", "3.3 deaths", True, "Your answer “3.3 deaths” was read as 3.3. 7.7 − 4.4 = 3.3."),
        ("q5", 12.1, False, "Check the two groups and the year."),
        ("q7", {"gap": 3.3, "ratio": 1.75}, True, "Both are reported."),
        ("q7", {"gap": 12.1, "ratio": 1.75}, False, "gap: You added."),
        ("q7", {"gap": 3.3}, False, "ratio has no value yet."),
        ("q7", {"gap": 3.3, "ratio": 4}, False, "ratio: Divide the first by the second."),
        (
            "q11",
            ["order", "appeal"],
            True,
            "Speed is no need, and without an appeal nobody hears of a mistake.",
        ),
        (
            "q11",
            ["appeal", "log"],
            False,
            "Flaws that you found: 1. Sound parts that you marked: 1. Read again how people get "
            "in line.",
        ),
        (
            "q11",
            ["appeal", "log", "order"],
            False,
            "Flaws that you found: 2. Sound parts that you marked: 1. A log is how somebody else "
            "can see it.",
        ),
        ("q11", ["appeal"], False, "Flaws that you found: 1. Read again how people get in line."),
        (
            "q12",
            {"out_of": "asked", "value": "66.7 %", "owner": "manager"},
            True,
            "Each of them can be checked.",
        ),
        (
            "q12",
            {"out_of": "asked", "value": 80, "owner": "clerk"},
            False,
            "1 of 3 fields are right. “Value”: The bottom has lost somebody. “Owner”: The clerk "
            "counts. What can the clerk change?",
        ),
        (
            "q12",
            {"out_of": "asked", "value": 0, "owner": "manager"},
            False,
            "2 of 3 fields are right. “Value”: Count top and bottom again.",
        ),
        ("q13", {"share": "66.7 %", "amount": "$120.50", "posts": 6}, True, "Both recur."),
        (
            "q13",
            {"share": 0.667, "amount": 120.5, "posts": 2},
            False,
            "1 of 3 cells are right. “Line A, share of all”: That is a part of one: give a "
            "percent. “Positions”: That counts lines.",
        ),
        (
            "q13",
            {"share": 66.7, "amount": 120.51, "posts": 6},
            False,
            "2 of 3 cells are right. “Line B, amount”: Take line A from both together.",
        ),
        (
            "q13",
            {"share": 66.7, "posts": 6},
            False,
            "2 of 3 cells are right. “Line B, amount”: this cell is empty.",
        ),
        (
            "q13",
            {"share": 66.7, "amount": 120.504, "posts": 6},
            False,
            "2 of 3 cells are right. “Line B, amount”: That is the right number before it is "
            "rounded. Round it to two decimals.",
        ),
        ("first_guess", "57", None, "Fewer: 22 of 100."),
    ],
)
def test_a_kind_says_what_its_text_says(
    id: str, answer: object, right: bool | None, text: str
) -> None:
    assert judge(id, answer) == (right, text)


@pytest.mark.parametrize(
    ("id", "answer"),
    [
        ("q9", {"contract": "D"}),
        ("q9", "D"),
        ("q8", "sender"),
        ("q4", ["seat"]),
        ("q2", "half"),
        ("q1", "place"),
        ("q5", [1, 2]),
        ("q5", "3,3"),
        ("q7", 3),
        ("q11", "order"),
        ("q12", ["asked"]),
        ("q12", {"out_of": "asked", "value": "6 dogs"}),
        ("q13", 3),
        ("q13", {"posts": "6 dollars"}),
    ],
)
def test_an_answer_of_another_kind_is_refused_in_a_sentence(id: str, answer: object) -> None:
    with pytest.raises(UserError):
        QUESTIONS[id].judge(answer)


def test_a_written_answer_is_looked_at_for_its_form_and_never_called_right() -> None:
    gap, why = "Fewer visits in the north", "A clinic was closed"
    nothing = "The part “The gap” has no answer. Answer it above and press its button."
    assert judge("q10", {}) == (None, nothing)
    short = "The part “The because” has 2 words. Write at least 4."
    assert judge("q10", {"q10_gap": gap, "q10_why": "no money"})[1] == short
    assert "say the same" in judge("q10", {"q10_gap": gap, "q10_why": f" {gap.upper()} "})[1]
    right, text = judge("q10", {"q10_gap": gap, "q10_why": why})
    assert right is None
    assert text.startswith("All two parts are there. Nobody has judged them.")


def test_what_is_promised_is_taken_from_the_question() -> None:
    terms = {id: question.terms() for id, question in QUESTIONS.items()}
    assert terms["q4"] == "(1 point)"
    assert terms["q2"] == "(2 points)"
    assert terms["q5"] == "Give one decimal; an answer within 0.05 is right. (1 point)"
    assert terms["q8"] == "Each letter fits one line at most; 2 are left over. (2 points)"
    assert terms["q9"].startswith("In each row “decides” stands once.")
    assert "Write two short parts." in terms["q10"]
    assert "at least four words" in terms["q10"]
    assert "asks one thing (2 points)" in terms["q10"]
    assert terms["q13"] == (
        "Percent: Give one decimal; an answer within 0.05 is right. Dollars: Round to two "
        "decimals. Positions: Give the exact number. (3 points)"
    )
    assert terms["first_guess"] == ""


def test_the_place_for_code_is_made_of_the_question() -> None:
    question = QUESTIONS["q6"]
    assert isinstance(question, Computed)
    (code,) = question.codes
    assert (code.variable, dict(code.given)) == ("difference", {"rate": "7.7", "reference": "4.4"})
    assert code.solution == "rate - reference"
    (several,) = sheet(CODE)[0].questions
    assert isinstance(several, CodeQuestion)
    assert [each.variable for each in several.codes] == ["gap", "ratio"]


def test_a_second_reader_marks_flaws_and_fills_a_card_by_letters_and_numbers() -> None:
    typed = {"answer": "d b", "out_of": "a", "value": "66.68", "owner": "b"}
    for question in sheet(FLAW + CARD)[0].questions:
        found = {step.name: step.read(typed[step.name]) for step in confirm.steps(question)}
        assert found == confirm.key(question)
        assert "lost somebody" not in " ".join(step.shown for step in confirm.steps(question))
    (card,) = sheet(CARD)[0].questions
    value = next(step for step in confirm.steps(card) if step.name == "value")
    assert value.read("80 %") == 80


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("60.8247", "60.8247 is 60.8, rounded as it is asked."),
        ("60.76", "60.76 is 60.8, rounded as it is asked."),
        ("60.85", "You gave 60.85; the answer is 60.8. Close enough here."),  # as near to 60.9
    ],
)
def test_a_more_exact_answer_is_not_called_an_approximation(given: str, said: str) -> None:
    asked = Number(id="n", prompt="?", right=Fraction("60.8"), within=Fraction("0.05"), places=1)
    assert asked.judge(given).text.startswith(said)
