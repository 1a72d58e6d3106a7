"""A panel or paper of lesson 06 that counts by judgment alone says so beside each such total."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from budget_panels import MADE, PRACTICE, beside_the_lessons, parts_of, said_by

from groundwork.learner import artifacts, chosen_file
from groundwork.screen.activities import budget_lines
from groundwork.screen.activities.judged_lines import HALF, JUDGED, WHOLE
from groundwork.screen.activities.whose_budget import FUNDS
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.records import RecordList
from groundwork.screen.widgets.what_if import WhatIf

pytestmark = [pytest.mark.lesson("06_budget_baseline"), pytest.mark.usefixtures("own_budget")]

# Halves of dollars and FTE, so that no total of what counts is a line's own number.
LINES = (
    "line_id,fiscal_year,purpose,amount,fund,fte,ends\n"
    "A1,FY2027,Outreach,10046,G1,0.66,\n"
    "A2,FY2027,Navigators,14648,G2,0.74,2027-06-30\n"
    "A3,FY2027,Interpreters,3,G2,0.02,2027-06-30\n"
    "A4,FY2027,Clinic,40000,G2,1,2027-06-30\n"
)
RECURS = {"fund": "G1", "recurs": "recurring", "use": "unrestricted", "recurs_by": "Ordinance 12"}
TOTAL = "$12,350"  # two halves and one whole
COUNTED = re.compile(r"\$12,350|\$5,023|\$7,327|\b0\.72 (?:FTE|are counted)|\b0\.39 are counted")
ALONE = "by your judgment alone"
PANELS = [name for kind, name in MADE if kind not in PRACTICE]


@pytest.fixture
def own_budget(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of which three lines are judged, all taken into the lists without a document."""
    monkeypatch.chdir(beside_the_lessons(workspace))
    monkeypatch.setattr(chosen_file, "_followers", {})
    chosen_file.bring("own.csv", LINES.encode())
    chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
    assert chosen_file.in_use("budget_lines")
    artifacts.save(FUNDS, {"records": [RECURS]})
    said = {("A1", "Outreach"): HALF, ("A2", "Navigators"): HALF, ("A3", "Interpreters"): WHOLE}
    judged = [
        {"number": number, "line": f"{number} {line}", "judged": each}
        for (number, line), each in said.items()
    ]
    artifacts.save(JUDGED, {"records": judged})
    offered = budget_lines.offered()
    assert offered and len(offered.rows) == len(judged)
    for name in ("budget_lines", "money_per_person"):
        (listed,) = (each for each in parts_of(name) if isinstance(each, RecordList))
        listed.respond("take", {})
        assert listed.records


def answers_of(name: str) -> Iterator[str]:
    """Yield each answer of a panel; a list and what stands below it are seen together."""
    parts = parts_of(name)
    views = [part for part in parts if isinstance(part, ChartView)]
    for part in parts:
        if part not in views:
            for said in said_by(part):
                yield "\n".join([said, *(json.dumps(view.respond("open", {})) for view in views)])


@pytest.mark.parametrize("name", PANELS)
def test_no_panel_shows_a_total_by_judgment_without_saying_so(name: str) -> None:
    for said in answers_of(name):
        assert ALONE in said or not COUNTED.search(said), COUNTED.findall(said)


def test_these_panels_count_by_judgment_and_the_list_and_its_papers_do_not() -> None:
    told = {name: "\n".join(answers_of(name)) for name in PANELS}
    by = {name for name, said in told.items() if ALONE in said}
    assert by == {"own_budget", "horizon", "end_the_grant", "money_per_person"}
    totals = {name for name, said in told.items() if TOTAL in said}
    assert totals == {"own_budget", "horizon", "money_per_person"}


@pytest.mark.parametrize("name", PANELS)
def test_with_each_document_named_nothing_rests_on_a_judgment_alone(name: str) -> None:
    name_documents()
    assert not any(ALONE in said for said in answers_of(name))


def test_with_each_document_named_every_panel_has_the_same_total() -> None:
    name_documents()
    totals = {name for name in PANELS if any(TOTAL in said for said in answers_of(name))}
    assert totals == {
        "own_budget",
        "horizon",
        "money_per_person",
        "budget_lines",
        "budget_request",
    }


def judged_in_the_list() -> None:
    """One share and one document that the list says otherwise than the file's judgment."""
    rows = artifacts.load("budget_lines")["records"]  # type: ignore[index]
    said = {"A1 Outreach": (10, "Time study"), "A2 Navigators": (60, "Contract")}
    changed = [
        {**row, **dict(zip(("share", "paper"), said[row["line"]], strict=True))}
        if row["line"] in said
        else row
        for row in rows
    ]
    artifacts.save("budget_lines", {"records": changed})


@pytest.mark.parametrize("judged_before", [True, False])
def test_a_share_in_the_list_counts_in_every_panel(judged_before: bool) -> None:
    judged_in_the_list()
    if not judged_before:
        artifacts.save(JUDGED, {"records": []})
    for name in COUNT:
        told = "\n".join(answers_of(name))
        # A tenth of 10,046, six tenths of 14,648, and the 3 that no document shows.
        assert "$9,796" in told and TOTAL not in told, name
        assert "No line says yet" not in told
    assert "$9,793" in "\n".join(answers_of("budget_lines"))
    ended = "\n".join(answers_of("end_the_grant"))
    assert "0.46 are counted" in ended, re.findall("of which.{60}", ended)


COUNT = ("own_budget", "horizon")


def test_a_judgment_beside_the_lists_share_is_told_and_not_counted() -> None:
    judged_in_the_list()
    (shown,) = (each for each in parts_of("horizon") if isinstance(each, WhatIf))
    controls = shown.respond("open", {})["controls"]
    starts = {each["id"]: each["start"] for each in controls}
    moved = next(id for id in starts if id.endswith("Outreach"))
    assert starts[moved] == "10"
    before = artifacts.load(JUDGED)
    said = json.dumps(shown.respond("look", {"values": {**starts, moved: WHOLE}, "moved": moved}))
    told = "In your list of lines you wrote 10 % for A1 Outreach, and here 100 %. Your list counts"
    assert told in said and "$9,796" in said
    assert artifacts.load(JUDGED) == before
    assert told not in json.dumps(shown.respond("look", {"values": starts}))


def test_a_line_of_the_list_that_the_file_does_not_hold_is_told_where_totals_are() -> None:
    rows = artifacts.load("budget_lines")["records"]  # type: ignore[index]
    other = {**rows[0], "id": "other", "line": "Typed by hand", "paper": "Time study"}
    artifacts.save("budget_lines", {"records": [*rows, other]})
    for name in ("own_budget", "horizon"):
        assert "1 line that this file does not hold by that name (Typed by hand)" in "\n".join(
            answers_of(name)
        )


def name_documents() -> None:
    rows = [
        {**row, "paper": "Time study 2026"}
        for row in artifacts.load("budget_lines")["records"]  # type: ignore[index]
    ]
    artifacts.save("budget_lines", {"records": rows})


def test_a_document_named_in_the_list_is_told_at_once_to_whoever_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = list[str]()
    parts_of("horizon")
    (listed,) = (each for each in parts_of("budget_lines") if isinstance(each, RecordList))
    monkeypatch.setattr(CourseWidget, "send", lambda self, *_: told.append(self.content["name"]))
    for field, value, is_told in (
        ("fund", "G9", False),
        ("paper", "Time study 2026", True),
        ("share", 35, True),
    ):
        told.clear()
        shown = listed.respond("open", {})["records"][0]
        after = listed.respond(
            "save", {"id": shown["id"], "shown": shown, "record": {**shown, field: value}}
        )
        assert str(after["records"][0][field]) == str(value)
        assert ("horizon" in told) is is_told
