"""A hand-in that was taken for the wrong person is given to the right one, and nothing is lost."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from hand_ins import NAME, SOLUTION, counted

from groundwork.cohort import earlier
from groundwork.cohort.arrived import Arrival
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, TAKEN, Line, collect, nobody
from groundwork.cohort.console import reading
from groundwork.cohort.ending import forget_person
from groundwork.cohort.giving_back import feedback, page_file
from groundwork.cohort.grading import Standing, grade, standings
from groundwork.cohort.moving import move
from groundwork.cohort.place import Cohort
from groundwork.command.main import main
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

ANA, BO = counted(SOLUTION, 40, "a" * 32), counted(SOLUTION, 50, "b" * 32)


def arrive(cohort: Cohort, content: bytes, person: str = "", heard: str = "") -> Line:
    """A file called answers.json, of which a reader says whose it is, or nothing."""
    arrival = Arrival("answers.json", (), {FILE: content}, [], person, frozenset([heard]))
    (line,) = collect(cohort, people_of(cohort), [arrival], nobody)
    return line


def held_by(cohort: Cohort, student: str) -> bytes | None:
    return cohort.handed_in(student, NAME).get(FILE)


def graded(cohort: Cohort) -> dict[str, Standing]:
    with ThreadPoolExecutor() as executor:
        list(grade(cohort, NAME, executor))
        return {one.person.id: one for one in standings(cohort, NAME, executor)}


def read(cohort: Cohort, student: str, comment: str) -> None:
    found = reading.hand_in(cohort, NAME, student)
    (question,) = found["questions"]
    ticked = {each["name"]: each["levels"][0][0] for each in question["scales"]}
    cell = question["cell"]
    reading.give(cohort, NAME, student, cell, read=found["read"], comment=comment, ticked=ticked)


def test_the_hand_in_that_was_there_before_comes_back_with_its_reading(cohort: Cohort) -> None:
    assert arrive(cohort, ANA, "ana").state == TAKEN
    graded(cohort)
    read(cohort, "ana", "For Ana.")
    assert arrive(cohort, BO, "ana").state == TAKEN, "the mistake"
    graded(cohort)
    read(cohort, "ana", "For Bo.")
    said = move(cohort, NAME, "ana", "bo").said()
    assert "It is Bo Doe (bo)'s now. The hand-in that Ana Doe (ana) had before is back." in said
    assert (held_by(cohort, "ana"), held_by(cohort, "bo")) == (ANA, BO)
    found = graded(cohort)
    for student, comment in (("ana", "For Ana."), ("bo", "For Bo.")):
        assert (found[student].read, found[student].waits) == (6, False)
        (question,) = reading.hand_in(cohort, NAME, student)["questions"]
        assert question["comment"] == comment and sum(question["ticked"].values()) == 6


def test_a_move_is_undone_by_another(cohort: Cohort) -> None:
    arrive(cohort, ANA, "ana")
    arrive(cohort, BO, "bo")
    move(cohort, NAME, "ana", "bo")
    assert (held_by(cohort, "ana"), held_by(cohort, "bo")) == (None, ANA)
    move(cohort, NAME, "bo", "ana")
    assert (held_by(cohort, "ana"), held_by(cohort, "bo")) == (ANA, BO)


def test_the_page_of_the_wrong_person_goes_with_the_hand_in(cohort: Cohort) -> None:
    arrive(cohort, BO, "ana")
    graded(cohort)
    list(feedback(cohort, NAME))
    assert page_file(cohort, NAME, "ana").is_file()
    move(cohort, NAME, "ana", "bo")
    assert not page_file(cohort, NAME, "ana").exists()
    found = graded(cohort)
    assert found["ana"].points is None and found["bo"].points is not None


def test_the_next_hand_in_of_the_workspace_is_known_as_the_right_one_s(cohort: Cohort) -> None:
    arrive(cohort, BO, "ana")
    move(cohort, NAME, "ana", "bo")
    newer = counted(SOLUTION, 60, "b" * 32)
    line = arrive(cohort, newer)
    assert (line.state, line.person) == (TAKEN, "bo")


def test_a_file_that_would_replace_one_of_another_workspace_is_asked_about(cohort: Cohort) -> None:
    """Bo's was taken for Ana once; then Ana's own came: Bo's, chosen again, is not hers in
    silence."""
    arrive(cohort, BO, "ana")
    arrive(cohort, ANA, "ana")
    line = arrive(cohort, BO)
    assert line.state == LEFT and "from another one would give way to it" in line.question
    assert held_by(cohort, "ana") == ANA
    assert arrive(cohort, BO, "bo", "workspace ana").state == TAKEN
    assert (held_by(cohort, "ana"), held_by(cohort, "bo")) == (ANA, BO)


def test_a_copy_is_one_question_and_names_both(cohort: Cohort) -> None:
    arrive(cohort, ANA, "ana")
    moved = json.loads(ANA)
    line = arrive(cohort, json.dumps(moved, indent=2).encode(), "bo")
    assert line.question.startswith("answers.json comes from the workspace of Ana Doe (ana). It ho")
    assert line.question.endswith("hand-in of Ana Doe (ana). Take it for Bo Doe (bo) all the same?")
    assert held_by(cohort, "bo") is None


def test_nothing_of_a_workspace_is_kept_twice(cohort: Cohort) -> None:
    arrive(cohort, ANA, "ana")
    arrive(cohort, counted(SOLUTION, 60, "a" * 32))
    assert not cohort.own(earlier.FOLDER).exists()


def test_what_is_deleted_leaves_the_person_unless_that_is_asked(cohort: Cohort) -> None:
    arrive(cohort, ANA, "ana")
    arrive(cohort, BO, "ana")
    graded(cohort)
    forget_person(cohort, "ana")
    assert "ana" in {each.id for each in people_of(cohort)}
    assert held_by(cohort, "ana") is None
    assert not list(cohort.own(earlier.FOLDER).glob("*/ana"))
    assert graded(cohort)["ana"].points is None
    forget_person(cohort, "ana", off_list=True)
    assert "ana" not in {each.id for each in people_of(cohort)}


@pytest.mark.parametrize(
    ("before", "now", "says"),
    [("ana", "eve", "Nobody"), ("ana", "ana", "theirs already"), ("cy", "bo", "handed in nothing")],
)
def test_what_cannot_be_moved_is_told(cohort: Cohort, before: str, now: str, says: str) -> None:
    arrive(cohort, ANA, "ana")
    with pytest.raises(UserError, match=says):
        move(cohort, NAME, before, now)
    assert held_by(cohort, "ana") == ANA


def test_the_command_says_what_it_did(cohort: Cohort, capsys: pytest.CaptureFixture[str]) -> None:
    arrive(cohort, BO, "ana")
    assert main(["cohort", "move", str(cohort.root), NAME, "ana", "bo"]) == 0
    assert "It is Bo Doe (bo)'s now. Ana Doe (ana) has handed in nothing" in capsys.readouterr().out
