"""What a person gave is never undone by grading again."""

import html
import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hand_ins import (
    CHECK,
    JUDGED,
    MOST,
    NAME,
    NOTEBOOK,
    ONE,
    SOLUTION,
    WORTH,
    WRONG,
    answers,
    hand_in,
    released,
)

from groundwork.cohort.api import api_of
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.ending import archive, forget, forget_person
from groundwork.cohort.export import plain, questions, together
from groundwork.cohort.giving_back import GivenBack, feedback
from groundwork.cohort.grading import NOT_YET, Standing, grade, standings
from groundwork.cohort.judge import GRADED, NOTHING, UNREAD
from groundwork.cohort.rubric import keep_ticked, rubrics
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")

TASK = "q10"


@pytest.fixture(autouse=True)
def _handed_in(request: pytest.FixtureRequest) -> None:
    """Four people: one answered, one sent a broken file, one sent after grading, one nothing."""
    if "cohort" not in request.fixturenames:
        return
    cohort: Cohort = request.getfixturevalue("cohort")
    page = released(cohort)
    hand_in(cohort, "ana", {FILE: answers(SOLUTION), NOTEBOOK: page})
    hand_in(cohort, "bo", {FILE: b"\0" * 99, NOTEBOOK: page})
    run(cohort)
    hand_in(cohort, "cy", {FILE: answers(WRONG), NOTEBOOK: page})


def run(cohort: Cohort) -> None:
    with ThreadPoolExecutor() as executor:
        list(grade(cohort, NAME, executor))


def stands(cohort: Cohort) -> dict[str, Standing]:
    with ThreadPoolExecutor() as executor:
        return {one.person.id: one for one in standings(cohort, NAME, executor)}


def pages(cohort: Cohort) -> list[GivenBack]:
    """The pages that were written."""
    return [each for each in feedback(cohort, NAME) if each.is_written]


def read_by_a_person(cohort: Cohort, points: float, check: str = "", given: float = 0) -> None:
    """Give points and a comment as formgrader does."""
    with cohort.gradebook() as book:
        task = book.find_grade(TASK, NAME, NAME, "ana")
        task.manual_score, task.needs_manual_grade = points, False
        book.find_comment(TASK, NAME, NAME, "ana").manual_comment = "Well traced."
        if check:
            one = book.find_grade(check, NAME, NAME, "ana")
            one.manual_score, one.extra_credit, one.needs_manual_grade = given, 1, False
        book.db.commit()


def test_everybody_has_a_line_and_only_what_was_graded_has_points(cohort: Cohort) -> None:
    found = stands(cohort)
    assert {id: one.state for id, one in found.items()} == {
        "ana": GRADED,
        "bo": UNREAD,
        "cy": NOT_YET,
        "di": NOTHING,
    }
    assert found["ana"].points == MOST
    assert {id for id, one in found.items() if one.points is None} == {"bo", "cy", "di"}
    assert all(one.line for id, one in found.items() if id in ("bo", "di"))
    assert {together(one) for one in found.values()} == {None}, "ana waits for a reader"


def test_in_a_table_what_is_not_known_is_empty_and_not_0(cohort: Cohort) -> None:
    import csv

    read_by_a_person(cohort, 4)
    text = plain(cohort.frozen(NAME), list(stands(cohort).values()))
    rows = {row["id"]: row for row in csv.DictReader(text.splitlines())}
    assert rows["ana"]["together"] == f"{MOST + 4}"
    for id in ("bo", "di"):
        assert not any(rows[id][name] for name in ("points by the program", "together", ONE))
    assert rows["bo"]["state"] == UNREAD
    assert "Ask for the file" in rows["bo"]["what came of it"]


def test_nothing_is_counted_where_fewer_than_ten_stand_behind_a_number(cohort: Cohort) -> None:
    found = list(stands(cohort).values())
    with pytest.raises(UserError, match="fewer than 10"):
        questions(cohort.frozen(NAME), found)
    ten = [one for one in found if one.points is not None] * 10
    assert f"{ONE},{WORTH},10,10,0,0" in questions(cohort.frozen(NAME), ten)


def test_points_and_comments_of_a_person_stay(cohort: Cohort) -> None:
    read_by_a_person(cohort, 4, CHECK, 1.5)
    for _ in range(2):
        run(cohort)
    outcome = api_of(cohort, NAME).autograde(NAME, "ana")
    assert outcome["success"], outcome["log"]
    with cohort.gradebook() as book:
        task = book.find_grade(TASK, NAME, NAME, "ana")
        assert (task.manual_score, task.needs_manual_grade, task.auto_score) == (4, False, None)
        assert book.find_comment(TASK, NAME, NAME, "ana").comment == "Well traced."
        check = book.find_grade(CHECK, NAME, NAME, "ana")
        assert (check.manual_score, check.extra_credit, check.auto_score) == (1.5, 1, WORTH)
        assert check.needs_manual_grade, "as nbgrader has it for points that a person changed"
    assert stands(cohort)["ana"].by_question[ONE] == 2.5


@pytest.mark.parametrize("by_button", [False, True])
def test_a_text_that_was_changed_after_it_was_read_waits_again(
    cohort: Cohort, by_button: bool
) -> None:
    read_by_a_person(cohort, 4)
    later = SOLUTION | {"q10_gap": "Another gap, written after the reading."}
    hand_in(cohort, "ana", {FILE: answers(later), NOTEBOOK: released(cohort)})
    if by_button:
        assert api_of(cohort, NAME).autograde(NAME, "ana")["success"]
    else:
        run(cohort)
    one = stands(cohort)["ana"]
    assert (one.waits, one.read) == (True, 4)
    assert "was changed after somebody had read it" in one.line
    read_by_a_person(cohort, 5)
    run(cohort)
    assert not stands(cohort)["ana"].waits


def test_another_choice_after_a_reading_reopens_nothing(cohort: Cohort) -> None:
    read_by_a_person(cohort, 4)
    hand_in(cohort, "ana", {FILE: answers(SOLUTION | WRONG), NOTEBOOK: released(cohort)})
    run(cohort)
    one = stands(cohort)["ana"]
    assert (one.points, one.waits) == (MOST - WORTH, False)


def test_feedback_has_the_reading_and_no_mark_scheme(cohort: Cohort) -> None:
    read_by_a_person(cohort, 4)
    (given,) = pages(cohort)
    assert (given.student, given.waits) == ("ana", False)
    text = given.page.read_text(encoding="utf-8")
    assert text.index("Well traced.") < text.index("Question 1"), "what a person wrote comes first"
    assert "4 of 6 points, given by a person." in text
    assert f"{WORTH:g} of {WORTH} points." in text
    for theirs in ("MARK SCHEME", "One &quot;because&quot;", "import check", "Test cell"):
        assert theirs not in text
    other = (cohort.step("feedback", "ana", NAME) / f"{NAME}.html").read_text(encoding="utf-8")
    assert other == text


def test_what_nobody_judged_or_read_is_said_and_is_not_0(cohort: Cohort) -> None:
    hand_in(cohort, "ana", {FILE: answers(SOLUTION)[:900], NOTEBOOK: released(cohort)})
    assert pages(cohort) == [], "it is not what was graded"
    run(cohort)
    (given,) = [each for each in pages(cohort) if each.student == "ana"]
    text = given.page.read_text(encoding="utf-8")
    assert given.waits
    assert "Nobody has judged this one, so it has no points. That is not 0." in text
    assert "Nobody has read it yet." in text
    assert "0 of" not in text.replace("10 of", "")


def test_what_was_ticked_is_told_by_its_criterion_alone(cohort: Cohort) -> None:
    (rubric,) = rubrics(cohort.frozen(NAME))
    ticked = {scale.name: 1 for scale in rubric.scales}
    read_by_a_person(cohort, sum(ticked.values()))
    keep_ticked(cohort, NAME, "ana", TASK, ticked)
    (given,) = pages(cohort)
    text = html.unescape(given.page.read_text(encoding="utf-8"))
    for scale in rubric.scales:
        assert f"{scale.ask} 1 of 2 points." in text, "a row says what it asks"
        assert text.index(scale.ask) < text.index("points, given by a person."), "and no sum first"
        assert not any(said in text for _, said in scale.levels)


def test_formgraders_button_for_feedback_writes_our_page(cohort: Cohort) -> None:
    read_by_a_person(cohort, 4)
    (given,) = pages(cohort)
    ours = given.page.read_bytes()
    sent = cohort.step("feedback", "ana", NAME) / f"{NAME}.html"
    for path in (given.page, sent):
        path.unlink()
    outcome = api_of(cohort, NAME).generate_feedback(NAME, "ana")
    assert outcome["success"], outcome["log"]
    assert sent.read_bytes() == given.page.read_bytes() == ours
    hand_in(cohort, "ana", {FILE: answers(WRONG), NOTEBOOK: released(cohort)})
    outcome = api_of(cohort, NAME, log_level="ERROR").generate_feedback(NAME, "ana")
    assert not outcome["success"], "it is not what was graded"
    assert "was not graded as it is now" in outcome["log"]


def test_the_reader_has_the_mark_scheme(cohort: Cohort) -> None:
    text = (cohort.step("autograded", "ana", NAME) / NOTEBOOK).read_text(encoding="utf-8")
    assert "BEGIN MARK SCHEME" in text


def test_the_button_says_why_a_hand_in_cannot_be_read(cohort: Cohort) -> None:
    outcome = api_of(cohort, NAME, log_level="ERROR").autograde(NAME, "bo")
    assert not outcome["success"]
    assert "No answer in answers.json could be read" in outcome["log"]
    with cohort.gradebook() as book:
        grades = book.find_submission_notebook(NAME, NAME, "bo").grades
        assert {grade.auto_score for grade in grades} == {None}


def test_a_person_can_be_forgotten(cohort: Cohort) -> None:
    list(feedback(cohort, NAME))
    forget_person(cohort, "ana", off_list=True)
    left = [path for path in cohort.root.rglob("*") if "ana" in path.name]
    assert not left
    assert "ana" not in stands(cohort)
    with pytest.raises(UserError, match="Nobody in this cohort"):
        forget_person(cohort, "ana", off_list=True)


def test_a_cohort_can_be_put_away_and_forgotten(cohort: Cohort, tmp_path: Path) -> None:
    count = archive(cohort, tmp_path / "winter.zip")
    assert count == sum(path.is_file() for path in cohort.root.rglob("*"))
    with pytest.raises(UserError, match="is there already"):
        archive(cohort, tmp_path / "winter.zip")
    forget(cohort)
    assert not cohort.root.exists()
    with pytest.raises(UserError, match="not a cohort's folder"):
        forget(Cohort(tmp_path))


def test_feedback_of_wrong_answers_tells_no_key(cohort: Cohort) -> None:
    """Of a question only what its page said to this answer: no right one, no other hint."""
    given = {id: each.wrong_answers()[0] for id, each in JUDGED.items() if each.wrong_answers()}
    wrong = {id: answer for id, (answer, _) in given.items()}
    hand_in(cohort, "ana", {FILE: answers(wrong), NOTEBOOK: released(cohort)})
    run(cohort)
    page = next(each.page for each in pages(cohort) if each.student == "ana")
    text = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.read_text("utf-8"))).split())
    for id, (_, said) in given.items():
        question = JUDGED[id]
        shown = " ".join(said.split())
        assert shown in text, id
        others = {" ".join(hint.split()) for _, hint in question.wrong_answers()[1:]}
        for hint in others - {shown}:
            assert hint in shown or hint not in text, id
        for why in filter(None, [getattr(question, "why", "")]):
            assert " ".join(why.split()) not in text, id
    assert "right=" not in text


def test_where_nothing_was_written_nothing_waits(cohort: Cohort) -> None:
    """No points, which is not 0; what may be lost, or stands in another cell, is read."""
    none = {id: value for id, value in SOLUTION.items() if not id.startswith(f"{TASK}_")}
    spaces = {**none, f"{TASK}_gap": "  \n"}
    page = json.loads(released(cohort))
    page["cells"].append({"cell_type": "markdown", "id": "own", "metadata": {}, "source": "Here."})
    handed = {
        "nothing": (answers(none), released(cohort), True),
        "spaces": (answers(spaces), released(cohort), True),
        "a word": (answers({**none, f"{TASK}_gap": "One"}), released(cohort), False),
        "cut off": (answers(none)[:-40], released(cohort), False),
        "too long": (answers({**none, f"{TASK}_gap": "x" * 30_000}), released(cohort), False),
        "elsewhere": (answers(none), json.dumps(page).encode(), False),
    }
    for kind, (content, notebook, is_blank) in handed.items():
        hand_in(cohort, "ana", {FILE: content, NOTEBOOK: notebook})
        run(cohort)
        one = stands(cohort)["ana"]
        assert (one.read, one.is_blank, one.is_to_be_read()) == (None, is_blank, not is_blank), kind
        (given,) = [each for each in pages(cohort) if each.student == "ana"]
        text = given.page.read_text(encoding="utf-8")
        assert ("You wrote nothing here, so" in text) == is_blank, kind
        assert ("Nobody has read it yet." in text) != is_blank, kind
        assert given.waits == (not is_blank), kind
    hand_in(cohort, "ana", {FILE: answers(none), NOTEBOOK: released(cohort)})
    run(cohort)
    read_by_a_person(cohort, 0)  # who reads may give points all the same
    one = stands(cohort)["ana"]
    assert (one.read, one.is_blank, one.is_to_be_read()) == (0, False, False)


@pytest.mark.parametrize("comment", ["", "Well traced."])
def test_a_page_says_nothing_of_what_it_does_not_have(cohort: Cohort, comment: str) -> None:
    """No button, nothing above that is not there, and no judgment of a person."""
    hand_in(cohort, "ana", {FILE: answers({}), NOTEBOOK: released(cohort)})
    run(cohort)
    with cohort.gradebook() as book:
        book.find_comment(TASK, NAME, NAME, "ana").manual_comment = comment or None
        book.db.commit()
    (given,) = [each for each in pages(cohort) if each.student == "ana"]
    text = html.unescape(given.page.read_text(encoding="utf-8"))
    assert text.count("You did not answer it.") == len([q for q in JUDGED.values() if q.points])
    assert not [word for word in ("button", "judgment", "Answer it above") if word in text]
    assert ("comment above" in text) == bool(comment) == ("Well traced." in text)
