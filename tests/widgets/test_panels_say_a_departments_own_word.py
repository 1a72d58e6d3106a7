"""No panel of lesson 06 says the course's word for the work beside a paper that has another."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from budget_panels import MADE, PRACTICE, beside_the_lessons, parts_of, said_by

from groundwork.learner import artifacts, chosen_file
from groundwork.learner.papers import letterhead
from groundwork.screen.activities.budget_lines import offered
from groundwork.screen.activities.whose_budget import FUNDS
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.budget.counted_work import COURSE

pytestmark = pytest.mark.lesson("06_budget_baseline")

NAME, TEST = "work on access to care", "Our 2024 plan names the line under goal 2"
SHOWS_OWN = ["own_budget", "horizon", "end_the_grant", "budget_lines", "budget_request"]
WORD = re.compile(r"equity(?!_)")  # the names of columns of a file stay
OWN = (
    "line_id,fiscal_year,purpose,amount,fund,fte,ends,restriction,recurrence,recurrence_evidence,"
    "equity_share,equity_evidence\n"
    "A1,FY2027,Outreach,90000,G1,1.0,2027-06-30,restricted,time-limited,,1,work plan\n"
    "A2,FY2027,Nurses,120000,G1,2.0,2027-06-30,restricted,time-limited,,,\n"
    "A3,FY2027,Clinic,60000,G2,1.0,,unrestricted,recurring,ordinance 12,0.25,time study\n"
    "A4,FY2027,Rent,40000,G2,,,unrestricted,recurring,ordinance 12,0,\n"
    "A5,FY2027,Doulas,30000,G1,0.5,2027-06-30,restricted,time-limited,,0.5,\n"
    "A6,FY2027,Panels,20000,G3,1.0,2027-06-30,restricted,time-limited,,1,contract\n"
    "A7,FY2027,Clerks,50000,G4,1.0,2027-06-30,restricted,time-limited,,,\n"
)


@contextmanager
def own_budget(workspace: Path) -> Iterator[None]:
    """A file of the learner's own is in use, and its lines and years are taken into the lists."""
    with pytest.MonkeyPatch.context() as here:
        here.chdir(beside_the_lessons(workspace))
        here.delenv("GROUNDWORK_WORKSPACE", raising=False)
        here.setattr(chosen_file, "_followers", {})
        chosen_file.bring("own.csv", OWN.encode())
        chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
        assert chosen_file.in_use("budget_lines") and offered()
        artifacts.save(FUNDS, {"records": [{"fund": "G1", "ends": "2027-06-30"}]})
        lists = [each for each in parts_of("budget_lines") if isinstance(each, RecordList)]
        lists += [each for each in parts_of("money_per_person") if isinstance(each, RecordList)]
        for listed in lists:
            listed.respond("take", {})
        assert all(listed.records for listed in lists)
        yield


@dataclass
class Told:
    """What panels say before the work is renamed, after it, and when it has no name again."""

    before: dict[str, str]
    named: dict[str, str]
    again: dict[str, str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Each panel's words, said once for all tests that only read them."""
    with own_budget(tmp_path_factory.mktemp("told")):
        before = {name: words_of(name) for name in ("money_per_person",)}
        rename(NAME, TEST)
        named = {name: words_of(name) for kind, name in MADE if kind not in PRACTICE}
        rename("", "")
        return Told(before, named, {name: words_of(name) for name in SHOWS_OWN})


def rename(work: str, test: str) -> None:
    (lines,) = (each for each in parts_of("budget_lines") if isinstance(each, RecordList))
    lines.respond("paper", {"do": "tell", "above": {"work": work, "test": test}})
    assert letterhead.counted().name == (work or COURSE.name)


def words_of(name: str) -> str:
    parts = parts_of(name)
    told = [words for part in parts for words in said_by(part)]
    return "\n".join([*told, *(json.dumps(v.respond("open", {})) for v in views(parts))])


def views(parts: list[CourseWidget]) -> list[ChartView]:
    return [part for part in parts if isinstance(part, ChartView)]


@pytest.mark.parametrize("name", [name for kind, name in MADE if kind not in PRACTICE])
def test_no_panel_says_equity_work_once_it_has_another_name(name: str, told: Told) -> None:
    words = told.named[name].casefold()
    assert COURSE.name not in words
    assert name not in SHOWS_OWN or not WORD.search(words)


@pytest.mark.parametrize("name", SHOWS_OWN)
def test_these_panels_say_the_departments_name_or_else_the_courses(name: str, told: Told) -> None:
    assert NAME in told.named[name]
    assert NAME not in told.again[name] and COURSE.name in told.again[name]


def test_riverbends_lines_keep_the_courses_name_beside_a_departments_own(tmp_path: Path) -> None:
    with own_budget(tmp_path):
        rename(NAME, TEST)
        words = words_of("tag_twice")
        assert NAME not in words and COURSE.heading in words


@pytest.mark.parametrize("name", ["horizon", "end_the_grant"])
def test_without_a_file_these_are_riverbends_lines_by_the_courses_name(
    name: str, tmp_path: Path
) -> None:
    with own_budget(tmp_path):
        rename(NAME, TEST)
        chosen_file.choose("budget_lines", None)
        words = words_of(name)
        assert NAME not in words and COURSE.name in words


def test_own_years_are_of_the_money_for_the_work_by_its_name(told: Told) -> None:
    assert "he equity money" in told.before["money_per_person"]
    assert f"he money for {NAME}" in told.named["money_per_person"]


def test_a_new_name_is_shown_at_once_by_what_stands_on_the_page_already(tmp_path: Path) -> None:
    with own_budget(tmp_path):
        shown: dict[str, list[CourseWidget]] = {name: parts_of(name) for _, name in MADE}
        sent: list[CourseWidget] = []
        for parts in shown.values():
            for part in parts:
                part.send = lambda *_said, part=part: sent.append(part)
        (lines,) = (each for each in shown["budget_lines"] if isinstance(each, RecordList))
        data: dict[str, Any] = {"do": "tell", "above": {"work": NAME}}
        lines.respond("paper", data)
        for name in ("horizon", "end_the_grant", "budget_lines", "money_per_person"):
            assert set(sent) & set(shown[name]), name
        assert lines not in sent  # its paper would take back what was just made
        (view,) = views(shown["budget_lines"])
        assert NAME in json.dumps(view.respond("open", {}))
        assert COURSE.name not in json.dumps(view.respond("open", {}))
