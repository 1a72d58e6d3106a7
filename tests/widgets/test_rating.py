"""Ratings are saved as they are given, come back, and reach the chart."""

import json

import pytest

from groundwork.learner import artifacts
from groundwork.screen.rating import RatingForm
from groundwork.subject.errors import UserError
from groundwork.subject.readiness import Rating

STATEMENTS = {"Roles": {"roles_1": "A position exists."}, "Money": {"money_1": "A line exists."}}
SCALE = {1: "not in place", 2: "talked about"}


def form(**options):
    return RatingForm("readiness", STATEMENTS, SCALE, title="Our readiness", **options)


def test_each_rating_is_saved_and_comes_back(workspace):
    shown = form().respond("rate", {"id": "money_1", "level": 2, "evidence": "FY2025 budget"})
    assert shown == {"where": "my_work/artifacts/readiness.md"}
    form().respond("rate", {"id": "roles_1", "level": None, "evidence": ""})
    again = form()
    assert again.ratings == [Rating("roles_1", None), Rating("money_1", 2, "FY2025 budget")]
    assert again.respond("open", {})["entries"]["money_1"]["level"] == 2


def test_evidence_alone_is_kept_and_is_no_rating(workspace):
    form().respond("rate", {"id": "roles_1", "evidence": "ask HR"})
    again = form()
    assert again.ratings == []
    assert again.respond("open", {})["entries"] == {"roles_1": {"evidence": "ask HR"}}


def test_the_page_reads_well(workspace):
    form().respond("rate", {"id": "money_1", "level": 2, "evidence": "FY2025 budget"})
    page = artifacts.path_of("readiness").with_suffix(".md").read_text(encoding="utf-8")
    assert "## Money\n\n- A line exists.\n  - Rating: 2, talked about\n" in page
    assert "  - What shows it? FY2025 budget" in page
    assert "- A position exists.\n  - Rating: —" in page


def test_the_chart_hears_of_ratings_and_not_of_each_typed_letter(workspace):
    heard = []
    one = form(on_change=heard.append)
    one.respond("rate", {"id": "roles_1", "evidence": "as"})
    assert heard == []
    one.respond("rate", {"id": "roles_1", "level": 1, "evidence": "ask HR"})
    assert heard == [[Rating("roles_1", 1, "ask HR")]]
    form(on_change=heard.append).respond("open", {})
    assert len(heard) == 2


def test_a_damaged_file_is_kept_aside_and_the_form_goes_on(workspace):
    path = artifacts.save("readiness", {"ratings": "?"}, "")
    one = form()
    with pytest.raises(UserError, match=r"kept as readiness\.damaged\.json"):
        one.respond("open", {})
    one.respond("rate", {"id": "roles_1", "level": 1})
    assert json.loads(path.read_text())["ratings"][0]["level"] == 1


def test_two_statements_with_one_id_are_the_authors_mistake():
    with pytest.raises(UserError, match="same id"):
        RatingForm("r", {"A": {"x": "…"}, "B": {"x": "…"}}, SCALE)


def test_the_printout_holds_the_statements_and_no_rating(workspace):
    one = form()
    before = repr(one)
    one.respond("rate", {"id": "roles_1", "level": 1, "evidence": "private note"})
    assert repr(one) == before
    assert "A position exists." in before
    assert "private note" not in json.dumps(one.get_state(), default=str)
