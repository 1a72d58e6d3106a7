"""Which questions a cohort is stuck on: counted for nobody who could learn who answered what."""

import json
from typing import Any

import pytest
from asked_of_the_console import taken, work
from invented_cohort import NAME, PEOPLE

from groundwork.cohort import supervisors
from groundwork.cohort.console.widget import Console
from groundwork.cohort.course_folder import Cohort

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own


def stuck(console: Console) -> dict[str, Any]:
    return console.respond("stuck", {"exercise": NAME})


def test_nothing_is_counted_before_it_is_said_who_supervises(
    console: Console, cohort: Cohort
) -> None:
    taken(console)
    work(console, "grade")
    assert stuck(console)["questions"] == []
    assert "Say it for 24 people." in stuck(console)["ask"]
    enrolled = console.respond("supervisors", {"exercise": NAME, "ids": ["ana.lopez"]})
    assert "Ana Lopez" in enrolled["said"]
    assert all(not each["stuck"] and not each["told"] for each in enrolled["questions"])
    free = console.respond("supervisors", {"exercise": NAME, "ids": []})
    assert any(each["stuck"] for each in free["questions"])
    names = [word for each in PEOPLE for word in (each.id, each.last)]
    assert not any(word in json.dumps(free["questions"]) for word in names)
    supervisors.forget(cohort, "bo.li")  # somebody new, of whom nothing was said
    assert "Say it for one person." in stuck(console)["ask"]


def test_nothing_is_counted_where_fewer_than_ten_were_graded(console: Console) -> None:
    taken(console, range(9))
    work(console, "grade")
    found = console.respond("supervisors", {"exercise": NAME, "ids": []})
    assert found["said"].startswith("9 graded, and nothing is counted where fewer than 10")
    assert not any(each["stuck"] for each in found["questions"])
