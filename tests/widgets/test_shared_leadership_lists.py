"""The lists of lesson 04 tell what they lack, on the page what is for the page alone."""

from pathlib import Path
from typing import Any

import pytest
from widgets.pages import ListPage

from groundwork.learner import place
from groundwork.learner.papers import letterhead, text
from groundwork.screen.activities.decision_matrix import decision_matrix, riverbend
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.activities.tuesdays_contract import tuesdays_contract
from groundwork.subject.errors import UserError
from groundwork.subject.leadership.core_team import PARTS
from groundwork.subject.leadership.matrix_rows import matrix_of

pytestmark = pytest.mark.usefixtures("workspace")

ROOT = Path(__file__).parents[2]
SEAT: dict[str, Any] = {"unit": "Clinics", "level": "frontline", "fund": "recurring unrestricted"}


def told(view: Any) -> dict[str, list[Any]]:
    return dict(view.respond("open", {})["told"])


def as_text(listed: Any) -> str:
    return text.write(listed._desk._make())


def walked(**letters: str) -> str:
    question = tuesdays_contract()
    titles = dict(question.content["columns"])
    cells = {
        at: letter
        for name, letter in letters.items()
        for at, title in titles.items()
        if title.startswith(name.replace("_", " "))
    }
    found: str = question.respond("answer", {"value": {"contract": cells}})["text"]
    return found


def test_the_contract_stops_at_a_desk_without_a_clock_and_goes_on_with_one() -> None:
    parts = {"Equity": "W", "Health_Director": "D"}
    assert "no day is set by which an answer is due" in walked(**parts, County_Counsel="S")
    arrived = walked(**parts, County_Counsel="S5")
    assert "Tuesday, September 22: County Counsel would sign off" in arrived
    assert "From start to end: 8 calendar days" in arrived
    assert walked(Equity="W", Clinic_Manager="D").endswith("It would stop here.")


def test_riverbend_begins_with_its_own_matrix_and_the_learner_with_none() -> None:
    positions, decisions, view = decision_matrix().children
    assert (positions.records, decisions.records, told(view)) == ([], [], {})
    place.keep(place.RIVERBEND)
    positions, decisions, view = decision_matrix().children
    assert len(decisions.records) == 6
    assert len(told(view)["Where each decision would stop"]) == 6 + 1
    assert letterhead.INVENTED in as_text(decisions)
    limit: Any = {"kind": "staff", "money": "9", "written_in": "", "beyond": "none", "paid": ""}
    ListPage(positions).save(name="A new post", **limit)
    assert len(told(view)["Where each decision would stop"]) == 6 + 1


def test_every_decision_of_riverbend_has_a_gap() -> None:
    from groundwork.subject.leadership import decision_checks

    matrix = matrix_of(*riverbend())
    flawed = {remark.about for remark in decision_checks.review(matrix)}
    assert flawed >= {decision.name for decision in matrix.decisions}


def test_a_change_of_positions_changes_what_the_decisions_are_told() -> None:
    positions, decisions, view = decision_matrix().children
    row: dict[str, Any] = {
        "name": "Rent a van",
        "money": "30000",
        "beyond": "none",
        "affects": "no",
        "days": "",
    }
    ListPage(decisions).save(**row, D="nurse lead", S="", A="", W="nurse lead", I="")
    where = "Where each decision would stop"
    assert "nurse lead may decide it is not known" in told(view)[where][0]
    limit: dict[str, Any] = {
        "kind": "staff",
        "money": "30,000",
        "written_in": "Memo",
        "beyond": "",
        "paid": "",
    }
    ListPage(positions).save(name="Nurse Lead", **limit)
    assert "It would not stop, as far as a matrix can tell" in told(view)[where][0]


def test_no_day_is_set_can_be_written_and_is_not_the_same_as_not_known() -> None:
    decisions = decision_matrix().children[1]
    row: dict[str, Any] = {
        "name": "Rent a van", "money": "0", "beyond": "none", "affects": "no",
        "D": "Director", "S": "Counsel", "A": "", "W": "Clerk", "I": "",
    }  # fmt: skip
    page = ListPage(decisions)
    page.save(**row, days="None.")
    assert decisions.records[0]["days"] == "none"
    assert decisions._for_page(decisions._kept.now()[0])["days"] == "none"
    assert "no day is set" in decisions._view(decisions._kept.now())["rows"][0]
    written = " ".join(as_text(decisions).split())
    assert "no day is set" in written and "to agree on a number of working days" in written
    page.save(**{**row, "name": "Rent two"}, days="")
    assert "days: not known yet" in " ".join(as_text(decisions).split())
    with pytest.raises(UserError):
        page.save(**{**row, "name": "Rent three"}, days="some")


def test_remarks_of_matrix_seats_and_charter_lead_to_rows_that_are_there() -> None:
    place.keep(place.RIVERBEND)
    positions, decisions, matrix = decision_matrix().children
    seats, hours = team_seats().children
    ListPage(seats).save(
        position="Nurse", hours="4", stops="", agreed="", **{**SEAT, "fund": "unknown"}
    )
    parts, holds = team_charter().children[1:]
    for part in PARTS:
        ListPage(parts).save(part=part, says="Soon", instrument="word")
    rows = {
        each.content["name"]: {row[0] for row in each._view(each._kept.now())["rows"]}
        for each in (positions, decisions, seats, parts)
    }
    for view in (matrix, hours, holds):
        lines = [
            each
            for lines in told(view).values()
            for line in lines
            if isinstance(line, dict)
            for each in line.get("more", [line])
            if each["rows"]
        ]
        assert lines
        for line in lines:
            assert set(line["rows"]) <= rows[line["list"]], line


def test_hours_that_are_not_there_are_told_on_the_page_and_never_in_the_paper() -> None:
    seats, view = team_seats().children
    page = ListPage(seats)
    page.save(position="Clerk", hours="6", stops="Filing", agreed="yes", **SEAT)
    page.save(position="Nurse", hours="4", stops="", agreed="", **SEAT)
    hours = told(view)["Hours that exist"]
    assert hours[0] == "Agreed in writing: 6 hours a month in 1 seat."
    assert (
        hours[1] == "Asked for, and not known to be agreed in writing: 4 hours a month in 1 seat."
    )
    assert "Not shown yet: 4 hours a month (Nurse)" in hours[2]
    written = as_text(team_charter().children[1])
    assert "Agreed in writing: 6 hours a month in 1 seat." in " ".join(written.split())
    assert "Not shown yet" not in written and "unpaid" not in written.split("BEFORE YOU USE")[0]


def test_the_page_tells_what_the_charter_promises_before_the_paper_is_made() -> None:
    parts, view = team_charter().children[1:]
    ListPage(team_seats().children[0]).save(
        position="Clerk", hours="6", stops="Filing", agreed="yes", **SEAT
    )
    ListPage(parts).save(part="decides", says="Its training money", instrument="word")
    written = " ".join(as_text(parts).split())
    promised = told(view)["What the paper promises beside your words"]
    assert len(promised) == 3 and all(each in written for each in promised)


def test_a_part_of_the_charter_is_written_once() -> None:
    functions, parts, view = team_charter().children
    page = ListPage(parts)
    page.save(part="decides", says="Its training money", instrument="word")
    with pytest.raises(UserError, match="has “Decides alone” already"):
        page.save(part="decides", says="Again", instrument="policy")
    assert "If the director leaves" not in told(view)  # the page asks it
    functions.respond("answer", {"value": ["plans", "data"]})
    assert "Keep one plan for all units" in as_text(parts)


def test_a_role_statement_is_asked_what_comes_off() -> None:
    listed, view = role_statements().children
    rest: dict[str, Any] = dict.fromkeys(
        ("current", "comes_off", "authority", "reports_to", "measured_by"), ""
    )
    ListPage(listed).save(position="Inspector", duty="Helps as needed", share="5", fund="", **rest)
    assert any(
        "What comes off is not known yet" in str(line)
        for line in told(view)["What to look at first"]
    )
    assert "To be filled in, first by whoever holds the position: Inspector" in as_text(listed)
