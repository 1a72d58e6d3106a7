"""Lines of a file are lines of the file's year, on the page and in the paper, never of today's."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from groundwork.learner import artifacts, chosen_file
from groundwork.learner.chosen_file import Chosen
from groundwork.screen.activities import budget_lines as activity
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.budget.own_lines import fiscal_year_of

ROOT = Path(__file__).parents[2]
TODAY = fiscal_year_of(date.today(), 7)
OLD = (
    "line_id,fiscal_year,purpose,amount,ends,equity_share,equity_evidence\n"
    "L1,FY2019,Outreach,100000,2020-06-30,1,Job description\nL2,FY2019,Rent,50000,,0,\n"
)


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[RecordList, ChartView]:
    shutil.copytree(ROOT / "datasets", tmp_path / "datasets")
    (tmp_path / "modules").mkdir()
    monkeypatch.setenv("GROUNDWORK_WORKSPACE", str(tmp_path))
    chosen_file.bring("old.csv", OLD.encode())
    chosen_file.choose("budget_lines", Chosen("my_files/old.csv"))
    stack = activity.budget_lines()
    listed = next(each for each in stack.children if isinstance(each, RecordList))
    view = next(each for each in stack.children if isinstance(each, ChartView))
    return listed, view


def test_lines_of_an_older_year_are_read_as_that_year(lists: tuple[RecordList, ChartView]) -> None:
    listed, _ = lists
    assert "six largest lines of FY2019" in listed.carry_out("open", {})["file"]
    listed.carry_out("take", {})
    assert activity.year_of("7", False) == ("FY2019", 7)
    assert activity.now("7", False) == (TODAY, 7)
    said = activity.told(listed.records, *activity.year_of("7", False))
    assert "FY2020" in " ".join(said["What ends"])  # within three years of FY2019
    paper = listed.respond("paper", {"do": "text"})["text"]
    assert "FY2019" in paper
    assert TODAY not in paper.replace(str(date.today().year), "")
    assert activity._which_year("budget_lines") == {
        "Which year": ["The lines are read as FY2019, the year of the file that they are from."]
    }


def test_typed_lines_are_of_this_year_and_a_list_is_of_one_year(
    lists: tuple[RecordList, ChartView],
) -> None:
    listed, _ = lists
    listed.carry_out("save", {"record": {"line": "Typed", "amount": "10"}})
    assert activity.year_of("7", False)[0] == TODAY
    listed.carry_out("take", {})
    chosen_file.bring("new.csv", OLD.replace("2019", "2026").encode())
    chosen_file.choose("budget_lines", Chosen("my_files/new.csv"))
    assert activity.offered() is None
    said = activity._which_year("budget_lines")["Which year"]
    assert "new.csv holds FY2026" in said[1]
    kept = artifacts.load("budget_lines")
    assert kept
    for record in list(kept["records"]):
        view = listed.carry_out("open", {})
        shown = next(each for each in view["records"] if each["id"] == record["id"])
        listed.carry_out("remove", {"id": record["id"], "shown": shown})
    offered = activity.offered()
    assert offered
    assert "of FY2026" in offered.words
    assert activity._which_year("budget_lines") == {}
