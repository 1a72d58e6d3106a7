"""A list is exported again: all in the cohort stay who they are, and nobody takes their place."""

from pathlib import Path

import pytest
from hand_ins import NAME, SOLUTION, answers, hand_in

from groundwork.cohort.begin import new, people_of
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.roster import Person
from groundwork.cohort.same_person import are_the_same, known_by_their_ids
from groundwork.command.main import main
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")
THERE = [Person("00123", "Jane", "Doe", "jane.doe@x.gov"), Person("bo", "Bo", "Li")]


@pytest.mark.parametrize(
    "now",
    [
        Person("00123", "Jane", "Doe-Smith", "jane.smith@x.gov"),
        Person("00123", "Janet", "Roe", "Jane.Doe@X.gov"),
        Person("123", "Jane", "Doe"),
        Person("00123"),
    ],
)
def test_a_new_name_or_a_lost_zero_is_the_same_person(now: Person) -> None:
    assert [each.id for each in known_by_their_ids([now], THERE)] == ["00123"]


def test_an_id_in_other_letters_is_the_same_person_too() -> None:
    (found,) = known_by_their_ids([Person("BO", "Bo", "Li", "bo@x.gov")], THERE)
    assert (found.id, found.email) == ("bo", "bo@x.gov")


def test_the_same_digits_of_somebody_else_are_another_id() -> None:
    (found,) = known_by_their_ids([Person("123", "Al", "Roy", "al@x.gov")], THERE)
    assert found.id == "123"


def test_nothing_is_known_of_who_has_only_an_id() -> None:
    assert are_the_same(Person("a"), Person("a", "Ana"))
    assert not are_the_same(Person("a", "Ana"), Person("a", "Bo"))


def test_an_id_that_was_given_to_somebody_else_gets_nobodys_work(
    cohort: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(cohort, "ana", {FILE: answers(SOLUTION)})
    before = people_of(cohort)
    with pytest.raises(UserError, match=r"ana is Zoe Roy \(ana\) in the list, and Ana Doe \(ana\)"):
        new(cohort.root, "Winter", [Person("eve"), Person("ana", "Zoe", "Roy")], "UTC")
    assert people_of(cohort) == before, "of a refused list nothing is taken"
    roster = tmp_path / "staff.csv"
    roster.write_text("id,first name,last name\nANA,Ana,Doe\n", encoding="utf-8")
    assert main(["cohort", "new", str(cohort.root), str(roster)]) == 0
    said = capsys.readouterr().out
    assert "4 people" in said
    assert "Not in this roster any more" in said and "Ana" not in said.partition("kept:")[2]
    assert cohort.students_with(NAME) == ["ana"]


def test_two_of_one_list_stay_two_people() -> None:
    there = [Person("0123", "Maria", "Li")]
    for now in (
        [Person("0123"), Person("123")],
        [Person("123", "Maria", "Roe"), Person("0123", "Maria", "Li")],
    ):
        assert known_by_their_ids(now, there) == now
    with pytest.raises(UserError, match=r"00123 and 123 of the list may both be Maria Li \(0123\)"):
        known_by_their_ids([Person("00123"), Person("123")], there)


def test_of_a_refused_list_no_name_and_no_time_zone_is_taken(cohort: Cohort) -> None:
    before = cohort.about()
    with pytest.raises(UserError, match="ana is Zoe Roy"):
        new(cohort.root, "Spring", [Person("ana", "Zoe", "Roy")], "America/Denver")
    assert cohort.about() == before
