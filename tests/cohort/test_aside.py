"""A hand-in that a person set aside counts nowhere and is no 0, until it is taken up again."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hand_ins import MOST, NAME, NOTEBOOK, SOLUTION, WRONG, answers, hand_in, released

from groundwork.cohort.api import api_of
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.ending import forget_person
from groundwork.cohort.export import canvas, together
from groundwork.cohort.giving_back import feedback
from groundwork.cohort.grading import Standing, grade, standings
from groundwork.command.main import main
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture
def graded(cohort: Cohort) -> Cohort:
    """Three hand-ins: two that are whole, and one that cannot be read; one person sent nothing."""
    for id, content in {"ana": answers(SOLUTION), "bo": answers(SOLUTION), "cy": b""}.items():
        hand_in(cohort, id, {FILE: content, NOTEBOOK: released(cohort)})
    run(cohort)
    return cohort


def run(cohort: Cohort) -> None:
    with ThreadPoolExecutor(1) as executor:
        list(grade(cohort, NAME, executor))


def stands(cohort: Cohort) -> dict[str, Standing]:
    with ThreadPoolExecutor(1) as executor:
        return {one.person.id: one for one in standings(cohort, NAME, executor)}


def say(cohort: Cohort, id: str, *words: str) -> int:
    return main(["cohort", "aside", str(cohort.root), NAME, id, *words])


def test_it_has_no_points_waits_for_nobody_and_gets_no_page(graded: Cohort) -> None:
    assert say(graded, "ana") == 0
    one = stands(graded)["ana"]
    assert (one.stands(), one.points, one.read, one.waits) == ("set aside", None, None, False)
    assert together(one) is None, "an empty cell, and no 0"
    assert one.line == "Before it was set aside: graded."
    assert [each.student for each in feedback(graded, NAME) if each.is_written] == ["bo"]
    outcome = api_of(graded, NAME, log_level="ERROR").generate_feedback(NAME, "ana")
    assert not outcome["success"], "formgrader's button makes none either"
    assert "ana gets no page: It was set aside" in outcome["log"]


def test_status_and_export_say_it(graded: Cohort, capsys: pytest.CaptureFixture[str]) -> None:
    for id in ("ana", "cy", "di"):
        assert say(graded, id) == 0
    capsys.readouterr()
    assert main(["cohort", "status", str(graded.root), NAME]) == 0
    told = capsys.readouterr().out
    assert "Ana Doe (ana): set aside." in told
    assert "Before it was set aside: could not be read." in told
    assert "Before it was set aside: nothing handed in." in told
    assert "1 graded, 3 set aside" in told or "3 set aside, 1 graded" in told
    assert main(["cohort", "export", str(graded.root), NAME]) == 0
    assert "Of them, 3 set aside." in capsys.readouterr().out
    table = (graded.root / f"{NAME}_plain.csv").read_text(encoding="utf-8-sig")
    assert "ana,Ana,Doe,ana@example.gov,set aside," in table
    rows = canvas(graded.frozen(NAME), list(stands(graded).values())).splitlines()
    assert '"Doe, Ana",,,ana,,' in rows


def test_taken_up_again_it_is_as_it_was(graded: Cohort) -> None:
    before = stands(graded)
    for id in before:
        say(graded, id)
        say(graded, id, "--back")
    assert stands(graded) == before
    assert before["ana"].points == MOST


def test_grading_again_leaves_it_aside_and_a_new_file_ends_it(graded: Cohort) -> None:
    say(graded, "ana")
    run(graded)
    assert stands(graded)["ana"].is_aside
    hand_in(graded, "ana", {FILE: answers(WRONG), NOTEBOOK: released(graded)})
    assert not stands(graded)["ana"].is_aside, "whoever hands in anew is looked at anew"
    say(graded, "di")
    hand_in(graded, "di", {FILE: answers(WRONG), NOTEBOOK: released(graded)})
    assert not stands(graded)["di"].is_aside


def test_what_cannot_be_set_aside_or_taken_up_is_told(
    graded: Cohort, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say(graded, "nobody") == 1
    assert "Nobody in this cohort has the id nobody" in capsys.readouterr().err
    assert say(graded, "../../ana") == 1
    assert say(graded, "ana", "--back") == 1
    assert "No hand-in of ana to 01_root_causes is set aside" in capsys.readouterr().err


def test_who_is_forgotten_is_on_no_list_of_it(graded: Cohort) -> None:
    say(graded, "ana")
    forget_person(graded, "ana", off_list=True)
    assert not [path for path in Path(graded.root).rglob("*") if "ana" in path.name]
