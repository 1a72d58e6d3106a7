"""Ratings are saved as they are given, come back, and reach the chart."""

import json
from typing import Any

import pytest
from widgets.pages import RatingPage

from groundwork.learner import artifacts
from groundwork.screen.widgets.rating import RatingForm
from groundwork.subject.errors import UserError
from groundwork.subject.readiness import Rating

STATEMENTS = {"Roles": {"roles_1": "A position exists."}, "Money": {"money_1": "A line exists."}}
SCALE = {1: "not in place", 2: "talked about"}


def form(**options: Any) -> Any:
    return RatingPage(RatingForm("readiness", STATEMENTS, SCALE, title="Our readiness", **options))


def test_each_rating_is_saved_and_comes_back(workspace: Any) -> None:
    form().rate("money_1", level=2, evidence="FY2025 budget")
    form().rate("roles_1", level=None, evidence="")
    again = form()
    assert again.ratings == [Rating("roles_1", None), Rating("money_1", 2, "FY2025 budget")]
    assert again.respond("open", {})["entries"]["money_1"]["level"] == 2


def test_evidence_alone_is_kept_and_is_no_rating(workspace: Any) -> None:
    form().rate("roles_1", evidence="ask HR")
    again = form()
    assert again.ratings == []
    assert again.respond("open", {})["entries"] == {"roles_1": {"evidence": "ask HR"}}


def test_the_chart_hears_of_ratings_and_not_of_each_typed_letter(workspace: Any) -> None:
    heard = []  # type: ignore[var-annotated]
    one = form(on_change=heard.append)
    one.rate("roles_1", evidence="as")
    assert heard == [[]]
    one.rate("roles_1", level=1, evidence="ask HR")
    assert heard == [[], [Rating("roles_1", 1, "ask HR")]]
    form(on_change=heard.append)
    assert len(heard) == 3


def test_a_damaged_file_is_kept_aside_and_the_form_goes_on(workspace: Any) -> None:
    path = artifacts.save("readiness", {"ratings": "?"})
    one = form()
    assert "kept as readiness.damaged.json" in one.view["problem"]
    one.rate("roles_1", level=1)
    assert json.loads(path.read_text())["ratings"][0]["level"] == 1


def test_two_statements_with_one_id_are_the_authors_mistake() -> None:
    with pytest.raises(UserError, match="same id"):
        RatingForm("r", {"A": {"x": "…"}, "B": {"x": "…"}}, SCALE)


def test_the_printout_holds_the_statements_and_no_rating(workspace: Any) -> None:
    one = form()
    before = repr(one.widget)
    one.rate("roles_1", level=1, evidence="private note")
    assert repr(one.widget) == before
    assert "A position exists." in before
    assert "private note" not in json.dumps(one.get_state(), default=str)


@pytest.mark.parametrize("level", [9, "2", True, 2.0, [1]])
def test_a_level_that_does_not_exist_is_told_and_the_file_kept_aside(
    workspace: Any, level: Any
) -> None:
    rows = [{"statement": "roles_1", "level": level, "evidence": "ask HR"}]
    path = artifacts.save("readiness", {"version": 1, "ratings": rows, "notes": {}})
    one = form()
    assert one.view["problem"].startswith("Your saved file readiness.json could not be read.")
    assert "Start again here." in one.view["problem"]
    assert "ask HR" in path.with_name("readiness.damaged.json").read_text()
    one.rate("money_1", level=1)
    assert one.ratings == [Rating("money_1", 1)]


def test_a_level_that_does_not_exist_cannot_be_given(workspace: Any) -> None:
    with pytest.raises(UserError, match="no level 9"):
        form().rate("roles_1", level=9)


def test_ratings_of_statements_that_this_form_lacks_stay_in_the_file(workspace: Any) -> None:
    rows = [{"statement": "of_a_later_version", "level": 2, "evidence": "memo"}]
    artifacts.save("readiness", {"version": 1, "ratings": rows, "notes": {}})
    form().rate("roles_1", level=1)
    kept = artifacts.load("readiness")["ratings"]  # type: ignore[index]
    assert [row["statement"] for row in kept] == ["roles_1", "of_a_later_version"]
