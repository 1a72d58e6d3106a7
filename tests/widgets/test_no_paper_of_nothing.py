"""A paper of nothing says so: else it would look as if somebody had looked at something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from groundwork import lesson
from groundwork.authoring.source.kinds import KINDS, activity
from groundwork.learner import artifacts, place
from groundwork.learner.chosen_file import _followers
from groundwork.screen.activities import from_text
from groundwork.screen.widget import CourseWidget, Stack
from groundwork.screen.widgets.kept import KeptWidget


@pytest.fixture(autouse=True)
def own_place(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groundwork.learner.chosen_file._followers", {**_followers})
    place.keep(place.OWN)


def parts(shown: object) -> Iterator[CourseWidget]:
    if isinstance(shown, Stack):
        for each in shown.children:
            yield from parts(each)
    elif isinstance(shown, CourseWidget):
        yield shown


def with_a_paper() -> list[KeptWidget]:
    """Return every widget of the course that hands over a paper."""
    named = [kind.call for kind in KINDS.values() if kind.read is activity and kind.named]
    made = [getattr(from_text, name, getattr(lesson, name, None)) for name in named]
    assert None not in made
    shown = [make(name) for make, name in zip(made, named, strict=True) if make]
    widgets = [each for one in shown for each in parts(one)]
    return [each for each in widgets if isinstance(each, KeptWidget) and each._desk]


def test_a_paper_of_nothing_says_so_itself_and_beside_its_button() -> None:
    found = with_a_paper()
    assert len(found) >= 14
    for widget in found:
        for do in ("text", "print", "word"):
            told = widget._responded({"action": "paper", "data": {"do": do}})
            assert told["empty"].startswith("Still empty: "), widget.content["name"]
            if do != "word":
                words = told["text" if do == "text" else "page"]
                assert "Still empty" in words and told["empty"][13:] in words
                assert "Whose view" not in words


BESIDE = {
    "budget_request": "budget_request_parts",
    "pay_rule_groups": "pay_rule",
    "allocation_places": "allocation_note",
}


@pytest.mark.parametrize(("listed", "beside"), BESIDE.items())
def test_what_stands_beside_a_list_is_a_paper_too(listed: str, beside: str) -> None:
    part = {"id": "r1", "part": "why", "says": "Because the award ends."}
    artifacts.save(beside, {"records": [part]})
    widget = next(each for each in with_a_paper() if each.content["name"] == listed)
    told = widget._responded({"action": "paper", "data": {"do": "text"}})
    assert told["empty"] == "" and "Still empty" not in told["text"]
