"""A deadline is said in the cohort's time zone, wherever the computer that grades stands."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hand_ins import NAME, SOLUTION, answers, hand_in

from groundwork.cohort.api import api_of
from groundwork.cohort.begin import people_of
from groundwork.cohort.course_folder import ABOUT, Cohort
from groundwork.cohort.giving_out import release
from groundwork.cohort.grading import grade, late_by, standings
from groundwork.cohort.moments import changed_clocks, deadline, shown
from groundwork.command.main import main
from groundwork.learner.answers import FILE

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(not hasattr(time, "tzset"), reason="the computer's zone cannot be changed"),
]
PACIFIC = "America/Los_Angeles"
MACHINES = ("UTC", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Apia")


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer in one zone after another."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("machine")
@pytest.mark.parametrize(
    ("said", "zone", "moment", "again"),
    [
        ("2026-11-20 17:00", PACIFIC, "2026-11-21 01:00", "November 20, 2026, 17:00 PST"),
        ("2026-07-20T17:00", PACIFIC, "2026-07-21 00:00", "July 20, 2026, 17:00 PDT"),
        ("2026-07-20", "America/Phoenix", "2026-07-21 06:59", "July 20, 2026, 23:59 MST"),
        ("2027-01-31 12:00", "Pacific/Guam", "2027-01-31 02:00", "January 31, 2027, 12:00 ChST"),
        # The day on which clocks go forward: before, in the hour that is left out, after.
        ("2027-03-14 01:59", PACIFIC, "2027-03-14 09:59", "March 14, 2027, 01:59 PST"),
        ("2027-03-14 02:30", PACIFIC, "2027-03-14 10:30", "March 14, 2027, 03:30 PDT"),
        ("2027-03-14 03:00", PACIFIC, "2027-03-14 10:00", "March 14, 2027, 03:00 PDT"),
        ("2027-03-14", PACIFIC, "2027-03-15 06:59", "March 14, 2027, 23:59 PDT"),
        # The day on which they go back: 01:30 comes twice, and the second makes nobody late.
        ("2026-11-01 00:59", PACIFIC, "2026-11-01 07:59", "November 1, 2026, 00:59 PDT"),
        ("2026-11-01 01:30", PACIFIC, "2026-11-01 09:30", "November 1, 2026, 01:30 PST"),
        ("2026-11-01", PACIFIC, "2026-11-02 07:59", "November 1, 2026, 23:59 PST"),
    ],
)
def test_a_time_is_meant_where_the_cohort_is(said: str, zone: str, moment: str, again: str) -> None:
    found = deadline(said, zone)
    assert f"{found:%Y-%m-%d %H:%M}" == moment
    assert shown(found, zone) == f"{again} ({zone})"


@pytest.mark.usefixtures("machine")
@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2027-03-14 02:30", "is left out there"),
        ("2026-11-01T01:30", "comes twice there"),
        ("2027-03-14 03:00", ""),
        ("2026-11-01 00:59", ""),
        ("2026-11-01 02:00", ""),
        ("2026-11-01", ""),
    ],
)
def test_what_a_change_of_clocks_makes_of_a_time_is_said(text: str, says: str) -> None:
    found = changed_clocks(text, deadline(text, PACIFIC), PACIFIC)
    assert (says in found) and bool(found) == bool(says)


@pytest.mark.parametrize(
    ("seconds", "says"),
    [
        (-60, ""),
        (0, ""),
        (1, "It came 1 minute after the deadline."),
        (3599, "It came 1 hour after the deadline."),
        (3 * 86400 + 5, "It came 3 days after the deadline."),
    ],
)
def test_by_how_much_a_hand_in_was_late_is_said(seconds: float, says: str) -> None:
    assert late_by(seconds) == says


@pytest.mark.usefixtures("machine")
def test_who_is_late_is_late_by_the_cohorts_clock(
    cohort: Cohort, capsys: pytest.CaptureFixture[str]
) -> None:
    """Due on the day on which clocks go back: one hand-in is a minute early, one is late."""
    about = (cohort.root / ABOUT).read_text(encoding="utf-8")
    (cohort.root / ABOUT).write_text(about.replace("America/Chicago", PACIFIC), encoding="utf-8")
    assert main(["cohort", "release", str(cohort.root), NAME, "--due", "2026-11-01 17:00"]) == 0
    assert f"Due: November 1, 2026, 17:00 PST ({PACIFIC})" in capsys.readouterr().out
    for student, moment in (("ana", "00:59"), ("bo", "01:06")):
        at = f"2026-11-02 {moment}:00.000000 UTC"
        hand_in(cohort, student, {FILE: answers(SOLUTION)}, at)
    with ThreadPoolExecutor(1) as executor:
        list(grade(cohort, NAME, executor))
        late = {one.person.id: one.seconds_late for one in standings(cohort, NAME, executor)}
    assert (late["ana"], late["bo"]) == (0, 360)
    assert main(["cohort", "status", str(cohort.root), NAME]) == 0
    said = capsys.readouterr().out
    (bo,) = [line for line in said.splitlines() if "(bo)" in line]
    assert bo.endswith("It came 6 minutes after the deadline.")
    assert said.count("after the deadline") == 1
    listed = api_of(cohort, NAME).get_assignment(NAME)
    assert listed["display_duedate"].startswith("2026-11-01 17:00:00 PST")


def test_a_deadline_is_changed_and_nobody_is_released_anew(cohort: Cohort) -> None:
    from course_exercises import ROOT

    exercise = ROOT / "exercises" / NAME
    before = (cohort.root / "release" / NAME / f"{NAME}.ipynb").read_bytes()
    for said in ("2026-11-20 17:00", "2026-11-27 17:00"):
        release(cohort, exercise, deadline(said, PACIFIC))
        with cohort.gradebook() as book:
            assert book.find_assignment(NAME).duedate == deadline(said, PACIFIC)
    assert (cohort.root / "release" / NAME / f"{NAME}.ipynb").read_bytes() == before
    assert len(people_of(cohort)) == 4


@pytest.mark.parametrize("due", ["", "2026-11-01 17:00"])
def test_a_file_that_came_with_no_time_is_neither_late_nor_on_time(
    cohort: Cohort, capsys: pytest.CaptureFixture[str], due: str
) -> None:
    """By mail, folder or zip nobody knows when; the exchange tells it."""
    from course_exercises import ROOT

    if due:
        release(cohort, ROOT / "exercises" / NAME, deadline(due, PACIFIC))
    for student, at in (("ana", ""), ("bo", ""), ("cy", "2026-11-02 01:06:00.000000 UTC")):
        hand_in(cohort, student, {FILE: answers(SOLUTION)}, at)
        if not at:
            (cohort.step("submitted", student, NAME) / "timestamp.txt").unlink()
    with ThreadPoolExecutor(1) as executor:
        list(grade(cohort, NAME, executor))
        late = {one.person.id: one.seconds_late for one in standings(cohort, NAME, executor)}
    assert late == {"ana": None, "bo": None, "cy": 360 if due else 0, "di": None}
    assert main(["cohort", "status", str(cohort.root), NAME]) == 0
    said = capsys.readouterr().out
    told = "When 2 of 3 hand-ins came is not known: a file does not tell. They are not late or on"
    assert (told in said) == bool(due)
