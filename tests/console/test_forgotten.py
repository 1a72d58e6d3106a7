"""Somebody who is forgotten is nowhere: on the disk, in what the console holds, on its page."""

import pytest
from asked_of_the_console import read_one, taken, work
from invented_cohort import NAME

from groundwork.cohort.begin import people_of
from groundwork.cohort.console.widget import Console
from groundwork.cohort.place import Cohort

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own


def test_who_is_forgotten_leaves_nothing_behind(console: Console, cohort: Cohort) -> None:
    taken(console, range(2))
    work(console, "grade")
    console.respond("give", read_one(console))
    console.respond("supervisors", {"exercise": NAME, "ids": ["ana.lopez"]})
    console.respond("forget", {"id": "ana.lopez"})
    assert "ana.lopez" in {each.id for each in people_of(cohort)}, "the work goes, and nobody else"
    told = console.respond("forget", {"id": "ana.lopez", "off_list": True})
    assert "ana.lopez" not in {each["id"] for each in told["people"]}
    kept = [path for path in cohort.root.rglob("*") if path.is_file()]
    assert not any("ana.lopez" in path.as_posix() for path in kept)
    own = [path for path in cohort.own().rglob("*") if path.is_file()]
    assert not any(b"ana.lopez" in path.read_bytes() for path in own)
