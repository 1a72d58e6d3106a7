# mypy: disable-error-code="arg-type, misc, var-annotated"
"""The root-cause map on the screen: saved after each step, drawn safely, undone once."""

import base64
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from widgets.pages import MapPage, text_of_paper

from groundwork.learner import artifacts
from groundwork.screen.activities import cause_picture
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.widget import FieldError
from groundwork.subject import causes
from groundwork.subject.causes import CauseMap
from groundwork.subject.errors import UserError

CAUSE = {"text": "the clinic closes at 16:30", "level": "institution", "evidence": "people"}


@pytest.fixture
def widget(workspace: Any) -> Any:
    return MapPage(RootCauseMap("Visits are missed"))


def test_each_step_is_saved_and_comes_back(widget: Any) -> None:
    shown = widget.respond("add", {**CAUSE, "source": "", "below": ""})
    assert shown["new"] == "c1"
    page = text_of_paper(widget)
    assert "• Because the clinic closes at 16:30 [Institution and budget; people told us]" in page
    again = RootCauseMap("Another start")
    assert again.map.outcome == "Visits are missed"
    assert again.respond("open", {})["map"]["causes"][0]["text"] == CAUSE["text"]


def test_looking_saves_nothing(widget: Any, workspace: Any) -> None:
    widget.respond("open", {})
    assert not (workspace / "my_work").exists()


def test_a_deleted_branch_comes_back_once(widget: Any) -> None:
    widget.respond("add", {**CAUSE, "below": ""})
    widget.respond("add", {**CAUSE, "below": "c1"})
    before = widget.map
    assert widget.respond("delete", {"id": "c1"})["undo"] is True
    assert widget.map.causes == ()
    assert widget.respond("undo", {})["undo"] is False
    assert widget.map == before
    with pytest.raises(UserError, match="nothing to undo"):
        widget.respond("undo", {})


@pytest.mark.parametrize("field", ["text", "level", "evidence"])
def test_a_refused_step_names_its_field_and_changes_nothing(widget: Any, field: Any) -> None:
    with pytest.raises(FieldError, match="The cause has no") as refused:
        widget.respond("add", {**CAUSE, field: "", "below": ""})
    assert refused.value.field == field
    assert widget.map.causes == ()


def test_a_cause_cannot_be_moved_below_itself_and_the_field_is_named(widget: Any) -> None:
    widget.respond("add", {**CAUSE, "below": ""})
    with pytest.raises(FieldError, match="under itself") as refused:
        widget.respond("edit", {**CAUSE, "id": "c1", "under": "c1"})
    assert refused.value.field == "under"


def test_the_page_hears_which_field_is_at_fault(
    widget: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = []
    monkeypatch.setattr(RootCauseMap, "send", lambda self, message: sent.append(message))
    data = {"text": " ", "shown": widget.view["map"]}
    widget._answer(widget, {"ask": "1", "action": "outcome", "data": data}, [])
    assert sent[0]["field"] == "text"
    assert "no words yet" in sent[0]["problem"]


def test_a_damaged_map_is_kept_aside_and_the_start_is_shown(workspace: Any) -> None:
    path = artifacts.save("root_cause_map", {"outcome": "x", "causes": [{"id": "c1"}]})
    shown = RootCauseMap("Visits are missed").respond("open", {})
    assert "kept as root_cause_map.damaged.json" in shown["problem"]
    assert "c1" in path.with_name("root_cause_map.damaged.json").read_text()
    assert shown["map"]["outcome"] == "Visits are missed"


def test_the_chart_hears_of_each_change(workspace: Any) -> None:
    heard = []
    widget = MapPage(RootCauseMap("Visits are missed", on_change=heard.append))
    widget.respond("open", {})
    assert heard == []
    widget.respond("outcome", {"text": "Visits are\n not kept"})
    assert [map.outcome for map in heard] == ["Visits are not kept"]


def test_the_printout_holds_the_start_and_never_the_learners_map(widget: Any) -> None:
    before = repr(widget.widget)
    widget.respond("outcome", {"text": "My own outcome"})
    assert repr(widget.widget) == before == "Root-cause map, to begin with:\nVisits are missed"
    assert "My own outcome" not in str(widget.get_state())


def boxes_and_words(map: Any) -> Any:
    svg = base64.b64decode(cause_picture.picture(map).partition(",")[2]).decode()
    root = ET.fromstring(svg)
    name = "{http://www.w3.org/2000/svg}"
    boxes = [
        tuple(float(box.get(side)) for side in ("x", "y", "width", "height"))
        for box in root.iter(f"{name}rect")
        if box.get("rx")
    ]
    return boxes, " ".join(text.text for text in root.iter(f"{name}text"))


def test_the_picture_shows_every_cause_and_no_box_lies_on_another() -> None:
    map = CauseMap("A long outcome that needs several lines of text in its box to be read")
    for below in ("", "", "c1", "c1", "c2", "c5", "c5", ""):
        map = causes.add(map, f"cause below {below or 'all'}", "policy", "guess", below=below)
    boxes, words = boxes_and_words(map)
    assert len(boxes) == 9
    assert "cause below c5" in words
    for number, (x, y, width, height) in enumerate(boxes):
        for left, top, wide, high in boxes[number + 1 :]:
            apart = x + width <= left or left + wide <= x or y + height <= top or top + high <= y
            assert apart


def test_five_steps_are_read_at_700_pixels_without_scrolling_sideways() -> None:
    map = CauseMap("An outcome of several words that is as long as most people write them")
    for below in ("", "c1", "c2", "c3", "c4"):
        map = causes.add(
            map, "a cause that is long enough for two lines " * 2, "policy", "guess", below=below
        )
    svg = ET.fromstring(cause_picture.draw(map))
    assert int(svg.get("width")) <= 700
    boxes, _ = boxes_and_words(map)
    assert [top for _, top, _, _ in sorted(boxes)] == sorted(top for _, top, _, _ in boxes)


def test_typed_marks_stay_text_in_the_picture() -> None:
    _, words = boxes_and_words(CauseMap("<script>alert(1)</script> & “more”"))
    assert "<script>alert(1)</script> &" in words


def test_the_description_counts_and_names_levels() -> None:
    map = causes.add(CauseMap("Visits are missed"), **CAUSE)
    assert cause_picture.description(map) == (
        "Root-cause map of “Visits are missed”: 1 cause in 1 branch, up to 1 step deep. "
        "Levels named: Institution and budget. The list holds every cause."
    )
