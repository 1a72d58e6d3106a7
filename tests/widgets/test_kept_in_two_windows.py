# mypy: disable-error-code="arg-type, attr-defined, index, var-annotated"
"""A lesson open in two windows: what one of them kept is neither lost nor revived by the other."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page
from widgets.pages import ListPage, MapPage, QuestionPage, RatingPage

from groundwork.learner import artifacts, place
from groundwork.learner.artifacts import Artifact
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.place import choose_place
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.timeline import department_timeline
from groundwork.screen.widgets.fields import Field
from groundwork.screen.widgets.rating import RatingForm
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.errors import UserError

STANDS = "This was changed in another window. Here is how it stands now."
CAUSE = {"level": "policy", "evidence": "guess", "below": ""}
BOARD = {"name": "Board", "part": "decides", "influence": "3", "stance": "for"}
FIELDS = [Field("who", "Who", required=True), Field("n", "People", "number")]
STATEMENTS = {"Roles": {"s1": "A position exists."}, "Money": {"s2": "A line exists."}}
SCALE = {1: "not in place", 2: "talked about"}


@pytest.fixture
def maps(workspace: Any) -> Any:
    return [MapPage(RootCauseMap("Visits are missed")) for _ in range(2)]


@pytest.fixture
def lists(workspace: Any) -> Any:
    return [ListPage(RecordList("stakeholders", FIELDS)) for _ in range(2)]


@pytest.fixture
def forms(workspace: Any) -> Any:
    return [RatingPage(RatingForm("readiness", STATEMENTS, SCALE)) for _ in range(2)]


def add(page: Page, text: str, **more: Any) -> Any:
    return page.respond("add", {**CAUSE, "text": text, **more})


def keep(page: Page, text: str) -> Any:
    """Keep something new, whatever the page is a page of."""
    if isinstance(page, MapPage):
        return add(page, text)
    if isinstance(page, ListPage):
        return page.save(who=text)
    return page.rate({"first": "s1", "second": "s2"}[text], evidence=text)


def causes_kept() -> Any:
    return [cause["text"] for cause in artifacts.load("root_cause_map")["causes"]]


def names_kept(name: str = "stakeholders", field: Any = "who") -> Any:
    return [record[field] for record in artifacts.load(name)["records"]]


def kept_rating(id: Any) -> Any:
    rows = artifacts.load("readiness")["ratings"]
    return next((row["level"], row["evidence"]) for row in rows if row["statement"] == id)


def test_causes_added_in_both_windows_are_both_kept_and_both_shown(maps: Any) -> None:
    a, b = maps
    add(b, "typed in B")
    shown = add(a, "typed in A")
    assert causes_kept() == ["typed in B", "typed in A"]
    assert [cause["text"] for cause in shown["map"]["causes"]] == causes_kept()


def test_a_cause_deleted_in_one_window_does_not_come_back_from_the_other(maps: Any) -> None:
    a, b = maps
    add(a, "first")
    add(a, "second")
    b.respond("open")
    b.respond("delete", {"id": "c1"})
    add(a, "third")
    assert causes_kept() == ["second", "third"]


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("edit", {**CAUSE, "id": "c1", "text": "words of A", "under": ""}),
        ("add", {**CAUSE, "text": "below the old words", "below": "c1"}),
        ("delete", {"id": "c1"}),
        ("move", {"id": "c1", "step": 1}),
    ],
)
def test_a_cause_reworded_elsewhere_is_shown_before_it_is_changed(
    maps: Any, action: Any, data: Any
) -> None:
    a, b = maps
    add(a, "first")
    b.respond("open")
    b.respond("edit", {"id": "c1", "text": "words of B"})
    data = {name: value for name, value in data.items() if action != "edit" or name != "below"}
    shown = a.respond(action, data)
    assert shown["problem"].startswith(STANDS)
    assert shown["map"]["causes"][0]["text"] == "words of B"
    assert causes_kept() == ["words of B"]
    assert "problem" not in a.widget.respond(action, {**data, "shown": shown["map"]})


def test_an_outcome_reworded_elsewhere_is_shown_before_it_is_changed(maps: Any) -> None:
    a, b = maps
    b.respond("outcome", {"text": "Visits of B"})
    assert a.respond("outcome", {"text": "Visits of A"})["problem"].startswith(STANDS)
    assert artifacts.load("root_cause_map")["outcome"] == "Visits of B"
    a.respond("outcome", {"text": "Visits of A"})
    assert artifacts.load("root_cause_map")["outcome"] == "Visits of A"


def test_a_branch_is_not_deleted_with_a_cause_that_the_page_never_showed(maps: Any) -> None:
    a, b = maps
    add(a, "first")
    b.respond("open")
    add(b, "unseen by A", below="c1")
    assert a.respond("delete", {"id": "c1"})["problem"] == STANDS
    assert causes_kept() == ["first", "unseen by A"]


def test_undo_brings_the_branch_back_beside_what_the_other_window_did(maps: Any) -> None:
    a, b = maps
    add(a, "first")
    add(a, "under the first", below="c1")
    a.respond("delete", {"id": "c1"})
    b.respond("open")
    add(b, "typed in B")  # takes an id that the deleted branch had
    a.respond("undo")
    assert causes_kept() == ["typed in B", "first", "under the first"]
    by_text = {cause.text: cause for cause in a.map.causes}
    assert len({cause.id for cause in a.map.causes}) == 3
    assert by_text["under the first"].under == by_text["first"].id
    assert by_text["first"].under == ""


def test_records_added_in_both_windows_are_both_kept(lists: Any) -> None:
    a, b = lists
    b.save(who="Board")
    assert [row[0] for row in a.save(who="Union")["rows"]] == ["Board", "Union"]
    assert names_kept() == ["Board", "Union"]


def test_a_record_deleted_in_one_window_stays_deleted_and_its_neighbor_is_the_one_edited(
    lists: Any,
) -> None:
    a, b = lists
    for name in ("Board", "Union", "Third"):
        a.save(who=name)
    b.respond("open")
    b.remove(0)
    a.save(2, who="Third, edited")
    assert names_kept() == ["Union", "Third, edited"]


def test_a_record_changed_elsewhere_is_shown_before_it_is_changed_or_deleted(lists: Any) -> None:
    a, b = lists
    a.save(who="Board")
    b.respond("open")
    b.save(0, who="Board of B")
    shown = a.save(0, who="Board of A")
    assert shown["problem"].startswith(STANDS)
    assert "still in the form" in shown["problem"]
    assert shown["rows"][0][0] == "Board of B"
    a.save(0, who="Board of A")
    assert b.remove(0)["problem"] == STANDS
    assert names_kept() == ["Board of A"]


def test_a_record_deleted_elsewhere_is_told_and_its_words_can_be_added(lists: Any) -> None:
    a, b = lists
    a.save(who="Board")
    b.respond("open")
    b.remove(0)
    shown = a.save(0, who="Board, edited for an hour")
    assert shown["problem"].startswith(STANDS)
    assert shown["rows"] == []
    a.save(None, who="Board, edited for an hour")
    assert names_kept() == ["Board, edited for an hour"]


def test_undo_of_a_record_keeps_what_the_other_window_added(lists: Any) -> None:
    a, b = lists
    a.save(who="Board")
    a.remove(0)
    b.respond("open")
    b.save(who="Union")  # takes the id that the deleted record had
    a.respond("undo")
    assert names_kept() == ["Board", "Union"]
    assert len({record["id"] for record in artifacts.load("stakeholders")["records"]}) == 2


def test_a_list_of_an_earlier_version_has_the_same_ids_in_both_windows(workspace: Any) -> None:
    old = {"version": 1, "records": [{"who": "Board"}, {"who": "Union", "note": "by hand"}]}
    artifacts.save("stakeholders", old)
    a, b = (ListPage(RecordList("stakeholders", FIELDS)) for _ in range(2))
    b.remove(0)
    a.save(1, who="Union, edited")
    assert names_kept() == ["Union, edited"]
    assert artifacts.load("stakeholders")["records"][0]["note"] == "by hand"


def test_moments_of_both_windows_are_on_the_timeline(workspace: Any) -> None:
    a, b = (ListPage(department_timeline()) for _ in range(2))
    b.save(when="1934", what="A map is drawn")
    a.save(when="1998", what="The clinic closes")
    assert names_kept("department_timeline", "when") == ["1934", "1998"]


def test_the_power_map_draws_the_actors_of_both_windows(workspace: Any) -> None:
    (_, a, view), (_, b, _) = (power_map().children for _ in range(2))
    ListPage(b).save(**BOARD)
    ListPage(a).save(**{**BOARD, "name": "Union"})
    assert list(view.chart.table["Who"]) == ["Board", "Union"]


def test_a_name_that_the_other_window_added_is_not_added_twice(workspace: Any) -> None:
    (_, a, _), (_, b, _) = (power_map().children for _ in range(2))
    page = ListPage(a)
    ListPage(b).save(**BOARD)
    with pytest.raises(UserError, match="twice"):
        page.save(**BOARD)
    assert names_kept("power_map", "name") == ["Board"]


def test_a_decision_of_the_other_window_is_told_before_it_is_replaced(workspace: Any) -> None:
    (a, actors, _), (b, _, _) = (power_map().children for _ in range(2))
    a, b = QuestionPage(a), QuestionPage(b)
    b.press("Decision of B")
    actors.respond("open", {})  # draws with the decision of B; the box still shows none
    told = a.press("Decision of A")
    assert told["problem"].startswith("This was changed in another window.")
    assert "stands now: “Decision of B”. Your own answer is still on this page" in told["problem"]
    assert artifacts.load("power_map_decision")["decision"] == "Decision of B"
    a.press("Decision of A")
    assert artifacts.load("power_map_decision")["decision"] == "Decision of A"


def test_ratings_of_both_windows_are_kept(forms: Any) -> None:
    a, b = forms
    b.rate("s1", level=2, evidence="long evidence typed in B")
    a.rate("s2", level=1)
    assert kept_rating("s1") == (2, "long evidence typed in B")
    assert kept_rating("s2") == (1, "")


def test_a_statement_rated_elsewhere_is_shown_before_it_is_rated(forms: Any) -> None:
    a, b = forms
    b.rate("s1", level=2, evidence="long evidence typed in B")
    shown = a.rate("s1", level=1)
    assert shown["problem"].startswith(STANDS)
    assert shown["entries"]["s1"] == {"level": 2, "evidence": "long evidence typed in B"}
    assert kept_rating("s1") == (2, "long evidence typed in B")
    a.rate("s1", level=1, evidence="long evidence typed in B")
    assert kept_rating("s1") == (1, "long evidence typed in B")


def test_the_same_rating_in_both_windows_is_no_conflict(forms: Any) -> None:
    a, b = forms
    assert "problem" not in b.rate("s1", level=2)
    assert "problem" not in a.rate("s1", level=2)


def test_a_rating_never_lands_in_the_file_of_the_other_place(forms: Any) -> None:
    a, _ = forms
    a.widget.show("readiness_riverbend_invented", "Invented")
    shown = a.rate("s1", level=2)
    assert shown["problem"].startswith(STANDS)
    assert (shown["title"], artifacts.load("readiness_riverbend_invented")) == ("Invented", None)


def test_the_last_choice_of_the_place_holds_in_both_windows(workspace: Any) -> None:
    a, b = choose_place(), choose_place()
    a.respond("answer", {"value": place.OWN})
    b.respond("answer", {"value": place.RIVERBEND})
    assert a.respond("open", {})["value"] == place.RIVERBEND
    assert place.read() == place.RIVERBEND


@pytest.mark.parametrize("kind", ["maps", "lists", "forms"])
def test_a_file_deleted_meanwhile_is_made_again_only_after_asking(
    kind: Any, request: pytest.FixtureRequest
) -> None:
    page, _ = request.getfixturevalue(kind)
    keep(page, "first")
    path = artifacts.path_of(page.view.get("of") or page.widget.content["name"])
    path.unlink()
    told = keep(page, "second")
    assert "was moved or deleted" in told["problem"]
    assert "first" in json.dumps(told)  # still on the page
    assert not path.exists()
    keep(page, "second")
    assert "first" in path.read_text()
    assert "second" in path.read_text()


@pytest.mark.parametrize("kind", ["maps", "lists", "forms"])
def test_a_file_damaged_meanwhile_is_put_aside_and_nothing_shown_is_lost(
    kind: Any, request: pytest.FixtureRequest
) -> None:
    page, _ = request.getfixturevalue(kind)
    keep(page, "first")
    path = artifacts.path_of(page.view.get("of") or page.widget.content["name"])
    path.write_text("{ half a file")
    told = keep(page, "second")
    assert f"kept as {path.stem}.damaged.json" in told["problem"]
    assert path.with_name(f"{path.stem}.damaged.json").read_text() == "{ half a file"
    assert not path.exists()
    keep(page, "second")
    assert "first" in path.read_text()
    assert "second" in path.read_text()


def test_a_change_is_made_again_on_what_another_process_wrote_in_between(workspace: Any) -> None:
    note = Artifact("note", "", lambda data: data["text"], lambda text: {"text": text})
    calls = []

    def make(now: Any) -> Any:
        if not calls:
            artifacts.save("note", {"text": "theirs"})
        calls.append(now)
        return f"{now} ours".strip()

    note.change(make)
    assert calls == ["", "theirs"]
    assert artifacts.load("note") == {"text": "theirs ours"}
