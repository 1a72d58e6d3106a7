"""A control that starts where another one's value says is never left behind by it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from groundwork.learner.papers.model import Paragraph
from groundwork.screen.activities.end_the_grant import end_the_grant
from groundwork.screen.widgets.what_if import Control, Shown, WhatIf

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def in_the_lessons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT / "modules")


def shown(values: Mapping[str, str]) -> Shown:
    return (Paragraph(f"{values['fund']} {values['day']}"),)


def test_a_follower_starts_where_the_leader_says() -> None:
    funds, days = (("a", "A"), ("b", "B")), (("1", "one"), ("2", "two"))
    follower = Control("day", "Day", days, "1", follows="fund", starts={"a": "1", "b": "2"})
    made = WhatIf("x", "X", (Control("fund", "Fund", funds, "a"), follower), shown)

    def said(**values: str) -> str:
        return str(made.respond("look", {"values": values})["blocks"][0]["text"])

    assert said() == "a 1"
    assert said(fund="b") == "b 2"
    assert said(fund="b", day="1") == "b 1"  # who moves it, moves it
    assert said(fund="b", day="nonsense") == "b 2"


def test_each_grant_begins_at_its_own_last_day() -> None:
    controls = {each["id"]: each for each in end_the_grant().content["controls"]}
    fund, day = controls["fund"], controls["day"]
    assert day["follows"] == "fund"
    assert set(day["starts"]) == {value for value, _ in fund["options"]}
    words = dict(day["options"])
    for value, label in fund["options"]:
        assert f"{value}, ends {words[day['starts'][value]]}: " in label
    assert day["start"] == day["starts"][fund["start"]]
