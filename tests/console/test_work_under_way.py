"""Long work on the console: stopped, begun again, and ended by what may not run beside it."""

from collections.abc import Callable
from typing import Any

import pytest
from asked_of_the_console import taken, work
from invented_cohort import NAME, PEOPLE

from groundwork.cohort.console.widget import Console
from groundwork.cohort.console.widget import console as opened_here
from groundwork.cohort.course_folder import Cohort
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own


Begin = Callable[[int], None]


@pytest.fixture
def begin(console: Console, monkeypatch: pytest.MonkeyPatch) -> Begin:
    """Take in hand-ins and begin to grade them, one result a piece."""
    monkeypatch.setattr("groundwork.cohort.console.work.PIECE", -1)

    def of(hand_ins: int) -> None:
        taken(console, range(hand_ins))
        console.respond("work", {"what": "grade", "exercise": NAME})

    return of


def test_work_that_is_stopped_goes_on_when_it_is_begun_again(
    console: Console, begin: Begin
) -> None:
    begin(6)
    first = console.respond("go_on", {})
    assert (first["at"], first["of"], first["done"]) == (1, 6, False)
    console.respond("stop", {})
    rows = console.respond("look", {"exercise": NAME})["rows"]
    assert sum(bool(row["program"]) for row in rows) == 1
    with pytest.raises(UserError, match="Stopped"):
        console.respond("go_on", {})
    assert len(work(console, "grade")) == 6
    rows = console.respond("look", {"exercise": NAME})["rows"]
    assert sum(bool(row["program"]) for row in rows) == 6


def test_work_that_is_under_way_ends_before_somebody_is_forgotten(
    console: Console, cohort: Cohort, begin: Begin
) -> None:
    begin(3)
    console.respond("go_on", {})
    console.respond("forget", {"id": "bo.li"})
    with pytest.raises(UserError, match="Stopped"):
        console.respond("go_on", {})
    assert [each["who"] for each in work(console, "grade")] == [
        PEOPLE[0].shown(),
        PEOPLE[2].shown(),
    ]
    assert not [path for path in cohort.root.rglob("*") if "bo.li" in path.name]
    with cohort.gradebook() as book:
        assert {each.student.id for each in book.assignment_submissions(NAME)} == {
            PEOPLE[0].id,
            PEOPLE[2].id,
        }


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("release", {"exercise": NAME}),
        ("move", {"exercise": NAME, "id": "ana.lopez", "to": "zoe.shaw"}),
        ("aside", {"exercise": NAME, "id": "ana.lopez", "back": False}),
        ("archive", {}),
    ],
)
def test_what_changes_a_cohort_ends_work_that_is_under_way(
    console: Console, begin: Begin, action: str, data: dict[str, Any]
) -> None:
    begin(2)
    console.respond("go_on", {})
    console.respond(action, data)
    with pytest.raises(UserError, match="Stopped"):
        console.respond("go_on", {})


def test_a_second_console_in_one_kernel_ends_what_the_first_does_and_the_first_does_no_more(
    console: Console, cohort: Cohort, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is the process's: it keeps neither from the other."""
    begin(3)
    console.respond("go_on", {})
    monkeypatch.chdir(cohort.root)
    newer = opened_here()
    for action, data in (
        ("go_on", {}),
        ("open", {}),
        ("release", {"exercise": NAME}),
        ("aside", {"exercise": NAME, "id": "ana.lopez", "back": False}),
    ):
        with pytest.raises(UserError, match="opened again, and this copy of it does nothing"):
            console.respond(action, data)
    with pytest.raises(UserError, match="Stopped"):
        newer.respond("go_on", {})
    assert len(work(newer, "grade")) == 3
