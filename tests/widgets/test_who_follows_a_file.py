"""A choice of a file is told to what stands on the page, once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from groundwork.learner import chosen_file
from groundwork.screen.activities import (
    budget_lines,
    end_the_grant,
    horizon,
    metric_register,
    own_funds,
)
from groundwork.screen.widget import CourseWidget


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("budget_lines", budget_lines.budget_lines),
        ("budget_lines", end_the_grant.end_the_grant),
        ("budget_lines", horizon.horizon),
        ("budget_lines", own_funds.own_funds),
        ("metrics_register", metric_register.metric_register),
    ],
)
def test_a_cell_that_runs_again_leaves_no_second_follower(
    kind: str, shown: Callable[[], object], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen_file, "_followers", {})
    told = list[CourseWidget]()
    monkeypatch.setattr(CourseWidget, "send", lambda widget, *_said: told.append(widget))
    for _ in range(3):
        shown()
    chosen_file.tell(kind)
    kinds = [type(widget) for widget in told]
    assert len(kinds) == len(set(kinds)) > 0


OWN = "line_id,fiscal_year,purpose,amount,fund,ends\n" + "".join(
    f"X{at},FY2027,Work {at},{at}000,G{at % 2},2027-06-30\n" for at in range(1, 12)
)


@pytest.mark.parametrize("shown", [end_the_grant.end_the_grant, horizon.horizon])
def test_a_lesson_that_is_opened_again_with_a_file_in_use_stores_nothing_of_it(
    shown: Callable[[], CourseWidget], workspace: Path
) -> None:
    before = repr(shown())
    chosen_file.bring("own.csv", OWN.encode())
    chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
    assert chosen_file.in_use("budget_lines")
    again = shown()
    assert repr(again) == before
    values = {each["id"]: each["start"] for each in again.respond("open", {})["controls"]}
    said = str(again.respond("look", {"values": values})["blocks"])
    assert "own.csv" in said or "FY2027" in said
    chosen_file.choose("budget_lines", None)
