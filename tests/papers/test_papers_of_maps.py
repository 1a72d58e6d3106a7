# mypy: disable-error-code="arg-type"
"""The papers of the root-cause map and of the power map."""

from typing import Any

import pytest
from papers.every_artifact import ASKS, GUESS, in_word, map_of_causes, map_of_power
from widgets.pages import ListPage, MapPage

from groundwork.learner import place
from groundwork.screen.activities import cause_figure
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.power_map import power_map
from groundwork.subject import causes
from groundwork.subject.causes import CauseMap


def test_a_root_cause_map_holds_outcome_chain_picture_and_asks(workspace: Any) -> None:
    found = in_word(map_of_causes())
    assert "The outcome: buses end at 6" in found.paragraphs
    assert found.items[:2] == [
        (0, "Because buses end at 6 [Policy and law; guess, no evidence yet]"),
        (1, "Because buses end at 6 [Service and bedside; data: buses end at 6]"),
    ]
    assert len(found.pictures) == 1
    assert [row[0] for row in found.tables[ASKS][1:]] == [
        "Whoever keeps this figure (nobody is named yet)",
        "Whoever made this rule or decision (nobody is named yet)",
    ]
    assert [text for _, text in found.headings] == [
        "The chain: it happens because …", "Open questions", "Ask list",
        "The chain as a picture",
    ]  # fmt: skip
    assert "Of them 1: guess, no evidence yet." in found.pictures[0]


def test_a_map_without_an_outcome_says_so(workspace: Any) -> None:
    page = MapPage(RootCauseMap(place.starting_gap()))
    page.respond("add", GUESS)
    assert "The outcome: not written yet" in in_word(page.widget).paragraphs
    kept = (workspace / "my_work/data/root_cause_map.json").read_text()
    assert place.GAP_WANTED not in kept


def test_a_power_map_names_its_decision_and_asks_whose_stance_is_unknown(workspace: Any) -> None:
    found = in_word(map_of_power("the board"))
    assert "The decision: the board" in found.paragraphs
    assert [row[0] for row in found.tables["Positions and groups"]] == [
        "Who", "the board", "Residents",
    ]  # fmt: skip
    asked = [row[:2] for row in found.tables[ASKS]]
    assert ["The board", "where they stand, and what they would need"] in asked
    assert len(found.pictures) == 1
    assert (0, "Who decides: the board (where they stand is not known yet).") in found.items


@pytest.mark.parametrize(("said", "printed"), [("yes", "yes"), ("no", "no"), ("", "not known yet")])
def test_whether_somebody_is_our_own_staff_is_printed_as_it_was_said(
    workspace: Any, said: str, printed: str
) -> None:
    _, actors, _ = power_map().children
    row = {"part": "decides", "influence": "3", "stance": "for", "move": "A talk", "ours": said}
    ListPage(actors).save(name="Board", **row)
    found = in_word(actors)
    assert [row[-1] for row in found.tables["Positions and groups"]] == ["Our own staff?", printed]
    asked = [row[1] for row in found.tables[ASKS]]
    assert ("whether they are our own staff: Board" in asked) is (said == "")


def test_a_large_map_is_drawn_branch_by_branch_and_a_huge_branch_not_at_all() -> None:
    map = CauseMap("Visits are missed")
    for number in range(40):
        below = "" if number % 4 == 0 else f"c{number}"
        map = causes.add(map, f"cause {number}", "policy", "guess", below=below)
    drawn = cause_figure.pictures(map)
    assert 2 < len(drawn) < 8
    assert sum(int(each.alt.split("”: ")[1].split()[0]) for each in drawn) == 40
    for number in range(40, 90):
        map = causes.add(map, f"cause {number}", "policy", "guess", below=f"c{number}")
    assert cause_figure.pictures(map) == []
