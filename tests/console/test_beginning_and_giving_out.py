"""Who takes part, and an exercise that is given out: what the console answers."""

import base64
import json
from typing import Any

import pytest
from asked_of_the_console import send, work
from course_exercises import ROOT
from invented_cohort import NAME, PEOPLE, hand_in, roster
from plain_console import plain_console
from playwright.sync_api import Browser

from groundwork.cohort.begin import new
from groundwork.cohort.console.widget import Console
from groundwork.cohort.console.words import everything
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.invitations import code_of
from groundwork.learner.invitation import GROUP
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own
SECOND = "04_shared_leadership"


def test_a_list_is_taken_with_the_time_zone_of_the_browser(tmp_path: Any) -> None:
    cohort = new(tmp_path / "new", "new", [], "UTC")
    data = base64.b64encode(roster()).decode()
    said = Console(cohort).respond(
        "begin", {"name": "Winter", "zone": "America/Chicago", "file": "staff.csv", "data": data}
    )
    assert said["zone"] == "America/Chicago"
    assert len(said["people"]) == len(PEOPLE)


def test_a_time_zone_that_is_none_is_told_at_its_own_field(console: Console) -> None:
    data = {"name": "", "zone": "Eastern", "file": "staff.csv", "data": ""}
    said = console.respond("begin", data)
    assert list(said) == ["wrong_zone"]
    assert "no time zone 'Eastern'" in said["wrong_zone"]


def test_a_mistake_in_the_list_names_the_file_that_was_chosen(console: Console) -> None:
    data = base64.b64encode(b"Name,Supervises\nAna,perhaps\n").decode()
    with pytest.raises(UserError, match=r"^staff\.csv, row 2: 'perhaps' does not say"):
        console.respond("begin", {"name": "", "zone": "UTC", "file": "staff.csv", "data": data})


def test_a_changed_exercise_is_given_out_beside_the_first(console: Console, cohort: Cohort) -> None:
    def exercise(name: str) -> dict[str, Any]:
        found = console.respond("open", {})["exercises"]
        return next(each for each in found if each["name"] == name)

    title = exercise(NAME)["title"]
    assert not exercise(NAME)["changed"]
    cohort.own("frozen", f"{NAME}.txt").write_text("as it was before", encoding="utf-8")
    assert exercise(NAME)["changed"]
    told = console.respond("release", {"exercise": NAME, "due": "2027-03-12T17:00"})
    assert "has changed since" in told["said"]
    told = console.respond("release", {"exercise": NAME, "again": True})
    second = f"{NAME}_again2"
    assert told["chosen"] == second
    assert exercise(second)["title"] == f"{title} (release 2)"
    assert not exercise(NAME)["changed"]
    console.respond("release", {"exercise": second, "due": "2027-04-12T17:00"})
    assert "March 12, 2027" in exercise(NAME)["due"], "each release has a deadline of its own"
    assert "April 12, 2027" in exercise(second)["due"]


def test_an_invitation_is_written_for_each_and_known_again(
    console: Console, cohort: Cohort
) -> None:
    told = console.respond("invite", {})
    assert f"{len(PEOPLE)} written" in told["said"]
    assert len(list((cohort.root / "invitations").glob("*/invitation.txt"))) == len(PEOPLE)
    code = code_of(cohort, "bo.li")
    about = {"cohort": code[:GROUP], "learner": code[GROUP:]}
    content = json.loads(hand_in(NAME, 1)) | about
    send(console, "answers.json", json.dumps(content).encode())
    (line,) = work(console, "collect")
    assert (line["state"], line["person"]) == ("taken", "bo.li")


def test_the_mail_on_the_page_is_that_of_the_guide() -> None:
    guide = (ROOT / "facilitator_guide" / "text" / "exercises.md").read_text(encoding="utf-8")
    for paragraph in everything()["release"]["mail"]:
        assert f"> {paragraph}\n" in guide


def test_a_file_is_needed_only_where_the_exercise_is_not_the_course_s(console: Console) -> None:
    def needs() -> dict[str, bool]:
        found = console.respond("open", {})["exercises"]
        return {each["name"]: each["needs_file"] for each in found}

    assert not needs()[NAME]
    console.respond("release", {"exercise": SECOND, "seed": "some words"})
    assert needs()[SECOND]


def test_a_deadline_is_in_its_field_again(console: Console) -> None:
    console.respond("release", {"exercise": NAME, "due": "2027-03-12T17:00"})
    found = Console(console._cohort).respond("open", {})["exercises"]
    assert "2027-03-12T17:00" in [each["due_typed"] for each in found]


def test_a_list_and_an_exercise_are_taken_up_by_the_page(
    console: Console, browser: Browser
) -> None:
    with plain_console(browser, console) as on:
        part = on.part("Add people, or bring names up to date")
        file = {"name": "staff.csv", "mimeType": "text/csv", "buffer": b"Name\nNew Person\n"}
        on.page.get_by_label("A list of people").set_input_files(file)  # type: ignore[arg-type]
        on.press("Take this list", part)
        on.said("1 in the list; 25 in the cohort.")
        on.press("Make the file again, or change the deadline")
        on.said("The exercise is given out now.")
