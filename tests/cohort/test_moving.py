"""A hand-in that was taken for the wrong person is given to the right one, and nothing is lost."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from course_exercises import ROOT
from hand_ins import NAME, SOLUTION, answers, counted

from groundwork.cohort import aside, earlier, waiting
from groundwork.cohort.arrived import Arrival
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, TAKEN, Line, collect, nobody
from groundwork.cohort.console import overview, reading
from groundwork.cohort.course_folder import TIMESTAMP, Cohort
from groundwork.cohort.ending import forget_person
from groundwork.cohort.giving_back import feedback
from groundwork.cohort.giving_out import release
from groundwork.cohort.grading import Standing, grade, standings
from groundwork.cohort.moving import give_earlier, move
from groundwork.command.main import main
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

ANA, BO = counted(SOLUTION, 40, "a" * 32), counted(SOLUTION, 50, "b" * 32)


def arrive(cohort: Cohort, content: bytes, person: str = "", *heard: str) -> Line:
    """A file called answers.json, of which a reader says whose it is, or nothing."""
    arrival = Arrival("answers.json", (), {FILE: content}, [], person, frozenset(heard))
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
    assert cohort.page("ana", NAME).is_file()
    move(cohort, NAME, "ana", "bo")
    assert not cohort.page("ana", NAME).exists()
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


def test_an_older_hand_in_is_not_lost_where_a_newer_one_of_another_workspace_stays(
    cohort: Cohort,
) -> None:
    """Ana's account handed in Bo's work at 8, and Bo another workspace's at 9."""
    eight = answers(SOLUTION, handin="c" * 32)
    nine = answers(SOLUTION, at="2026-11-20T09:00:00Z", handin="b" * 32)
    assert arrive(cohort, eight, "ana").state == TAKEN
    assert arrive(cohort, nine, "bo").state == TAKEN
    for id, hour in (("ana", 8), ("bo", 9)):  # as the exchange tells, and no file does
        when = cohort.step("submitted", id, NAME) / TIMESTAMP
        when.write_text(f"2026-11-20 0{hour}:00:00.000000 UTC\n", encoding="utf-8")
    graded(cohort)
    read(cohort, "ana", "For what was handed in at 8.")
    with pytest.raises(UserError, match="A newer hand-in is there already"):
        move(cohort, NAME, "ana", "bo")
    assert (held_by(cohort, "ana"), held_by(cohort, "bo")) == (eight, nine)
    assert graded(cohort)["ana"].read == 6


def test_what_was_read_once_is_not_lost_with_a_copy(cohort: Cohort) -> None:
    arrive(cohort, BO, "ana")
    graded(cohort)
    read(cohort, "ana", "For Bo.")
    assert arrive(cohort, BO, "bo", "workspace ana", "copy ana").state == TAKEN
    move(cohort, NAME, "ana", "bo")
    assert (held_by(cohort, "ana"), held_by(cohort, "bo")) == (None, BO)
    found = graded(cohort)
    assert (found["bo"].read, found["bo"].waits) == (6, False)


def test_a_copy_that_was_read_too_keeps_its_own_reading(cohort: Cohort) -> None:
    arrive(cohort, BO, "ana")
    assert arrive(cohort, BO, "bo", "workspace ana", "copy ana").state == TAKEN
    graded(cohort)
    read(cohort, "ana", "The first.")
    read(cohort, "bo", "The second.")
    move(cohort, NAME, "ana", "bo")
    (question,) = reading.hand_in(cohort, NAME, "bo")["questions"]
    assert question["comment"] == "The second."


def test_stopped_in_the_middle_it_is_done_again_and_the_reading_is_there(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(cohort, ANA, "bo")
    arrive(cohort, BO, "ana")
    graded(cohort)
    read(cohort, "ana", "For Bo.")
    read(cohort, "bo", "For Ana.")
    for part in ("clear", "give_reading"):
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(earlier, part, stopped)
            move(cohort, NAME, "ana", "bo")
        assert held_by(cohort, "ana") == BO
        assert earlier.reading(cohort, NAME, "ana")["comments"]
    move(cohort, NAME, "ana", "bo")
    assert held_by(cohort, "bo") == BO
    (question,) = reading.hand_in(cohort, NAME, "bo")["questions"]
    assert question["comment"] == "For Bo."
    move(cohort, NAME, "bo", "ana")
    (question,) = reading.hand_in(cohort, NAME, "bo")["questions"]
    assert question["comment"] == "For Ana."


def stopped(*_: object) -> None:
    raise KeyboardInterrupt


def test_what_was_set_aside_stays_so_with_whoever_gets_it(cohort: Cohort) -> None:
    everybody = {each.id for each in people_of(cohort)}
    arrive(cohort, ANA, "ana")
    aside.put(cohort, NAME, "ana", everybody)
    arrive(cohort, BO, "ana")
    aside.put(cohort, NAME, "ana", everybody)
    move(cohort, NAME, "ana", "bo")
    assert aside.is_aside(cohort, NAME, "bo")
    assert aside.is_aside(cohort, NAME, "ana"), "what came back was set aside before"


def test_the_page_of_a_hand_in_goes_once_one_of_another_workspace_is_taken(cohort: Cohort) -> None:
    arrive(cohort, BO, "ana")
    graded(cohort)
    list(feedback(cohort, NAME))
    arrive(cohort, ANA, "ana")
    assert not cohort.page("ana", NAME).exists()
    assert not cohort.step("feedback", "ana", NAME).exists()
    assert overview.pages(cohort, NAME, [*graded(cohort).values()]) == []


def test_a_page_of_what_was_set_aside_since_is_not_on_the_list_to_send(cohort: Cohort) -> None:
    arrive(cohort, ANA, "ana")
    found = graded(cohort)
    list(feedback(cohort, NAME))
    sent = {"file": "ana.html", "who": "Ana Doe (ana)", "waits": True}
    assert overview.pages(cohort, NAME, [*found.values()]) == [sent]
    aside.put(cohort, NAME, "ana", {"ana"})
    assert overview.pages(cohort, NAME, [*graded(cohort).values()]) == []


def test_who_is_forgotten_leaves_nothing_with_whoever_had_it_by_mistake(cohort: Cohort) -> None:
    arrive(cohort, BO, "ana")
    arrive(cohort, ANA, "ana")
    arrive(cohort, BO, "bo", "workspace ana")
    assert list(cohort.own(earlier.FOLDER).glob("*/ana/*"))
    forget_person(cohort, "bo")
    assert not list(cohort.own(earlier.FOLDER).glob("*/ana/*"))
    assert held_by(cohort, "ana") == ANA


def test_of_who_is_forgotten_nothing_waits_and_of_others_all_does(cohort: Cohort) -> None:
    arrive(cohort, BO, "bo")
    for where, hint, files, person, heard in (
        ("no exercise", "Bo Doe", {FILE: answers({})}, "", ""),
        ("a workspace", "", {FILE: counted(SOLUTION, 60, "b" * 32)}, "", ""),
        ("a copy of nobody", "", {FILE: counted(SOLUTION, 50, "c" * 32)}, "", "copy bo"),
        ("a copy of Cy", "cy", {FILE: counted(SOLUTION, 50, "d" * 32)}, "cy", "copy bo"),
        ("Ana", "Ana Doe", {FILE: ANA}, "", ""),
    ):
        line = {"person": person, "who": person, "question": f"{where}: of Bo Doe (bo)?"}
        arrival = Arrival(where, (hint,), files)
        waiting.keep(cohort, waiting.Waits("", arrival, line, frozenset(filter(None, [heard]))))
    forget_person(cohort, "bo")
    left = waiting.everything(cohort)
    assert [each.arrival.where for each in left] == ["Ana", "a copy of Cy"]
    assert "Bo" not in left[1].line["question"] and not left[1].heard


def test_two_that_were_taken_for_each_other_are_put_right(cohort: Cohort) -> None:
    """What the first move puts away is asked about, and goes with its reading."""
    arrive(cohort, BO, "ana")
    arrive(cohort, ANA, "bo")
    graded(cohort)
    read(cohort, "bo", "For Ana.")
    moved = move(cohort, NAME, "ana", "bo")
    assert moved.put_away and "What Bo Doe (bo) had is put away" in moved.said()
    (kept,) = overview.put_away(cohort, NAME)
    assert kept["id"] == "bo" and kept["holds"].startswith(f"{len(SOLUTION)} answers.")
    with pytest.raises(UserError, match="Nobody in this cohort"):
        give_earlier(cohort, NAME, "bo", "nobody")
    assert "It is Ana Doe (ana)'s now." in give_earlier(cohort, NAME, "bo", "ana")
    assert (held_by(cohort, "ana"), held_by(cohort, "bo")) == (ANA, BO)
    assert overview.put_away(cohort, NAME) == []
    graded(cohort)
    (question,) = reading.hand_in(cohort, NAME, "ana")["questions"]
    assert question["comment"] == "For Ana."
    assert arrive(cohort, counted(SOLUTION, 70, "a" * 32)).person == "ana"
    with pytest.raises(UserError, match="Nothing of bo was put away"):
        give_earlier(cohort, NAME, "bo", "ana")


def test_what_is_given_to_somebody_puts_away_what_they_have(cohort: Cohort) -> None:
    arrive(cohort, BO, "ana")
    arrive(cohort, ANA, "bo")
    move(cohort, NAME, "ana", "bo")
    arrive(cohort, counted(SOLUTION, 30, "d" * 32), "ana", "new")
    give_earlier(cohort, NAME, "bo", "ana")
    assert held_by(cohort, "ana") == ANA
    assert [each["id"] for each in overview.put_away(cohort, NAME)] == ["ana"]


def test_a_move_names_the_other_exercises_of_the_same_workspace(cohort: Cohort) -> None:
    other = "04_shared_leadership"
    release(cohort, ROOT / "exercises" / other)
    arrive(cohort, BO, "ana")
    folder = cohort.step("submitted", "ana", other)
    folder.mkdir(parents=True)
    (folder / FILE).write_bytes(BO.replace(NAME.encode(), other.encode()))
    moved = move(cohort, NAME, "ana", "bo")
    assert moved.others == (other,) and f"computer in {other} too" in moved.said()
    assert move(cohort, other, "ana", "bo").others == ()
    assert cohort.handed_in("bo", other)
