"""A power map says only what its maker chose."""

from typing import Any

import pytest
from widgets.pages import ListPage

from groundwork.learner import artifacts
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.widget import FieldError
from groundwork.subject.errors import UserError

BOARD = {"name": "Board", "part": "decides", "influence": "3", "stance": "against"}


def save(actors: Any, **record: Any) -> Any:
    return actors.respond("save", {"record": record})


@pytest.mark.parametrize("field", ["name", "part", "influence", "stance"])
def test_what_the_map_says_must_be_chosen(workspace: Any, field: Any) -> None:
    _, actors, view = power_map().children
    with pytest.raises(FieldError, match="is empty") as refused:
        save(actors, **{**BOARD, field: ""})
    assert refused.value.field == field
    assert actors.records == []
    assert view.chart is None


def test_an_older_record_with_an_open_field_stays_in_the_list_and_off_the_map(
    workspace: Any,
) -> None:
    open_one = {**BOARD, "name": "Union", "stance": ""}
    artifacts.save("power_map", {"version": 1, "records": [BOARD, open_one]})
    _, actors, view = power_map().children
    assert len(actors.respond("open", {})["rows"]) == 2
    assert list(view.chart.table["Who"]) == ["Board"]
    told = dict(view.respond("open", {})["told"])
    (left_out,) = told["Not on the map until part, influence and stance are chosen"]
    assert left_out == {"text": "Union: press Edit.", "list": "power_map", "rows": ("Union",)}


def test_a_name_that_is_there_already_is_refused_before_it_is_kept(workspace: Any) -> None:
    _, actors, _ = power_map().children
    save(actors, **BOARD)
    with pytest.raises(UserError, match="twice"):
        save(actors, **BOARD)
    assert len(actors.records) == 1


def test_the_last_actor_takes_the_picture_away(workspace: Any) -> None:
    _, actors, view = power_map().children
    save(actors, **BOARD)
    assert view.chart is not None
    ListPage(actors).remove(0)
    assert view.chart is None
