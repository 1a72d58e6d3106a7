"""A day in a kept file that a hand has damaged stops no list and no paper: it is told."""

import importlib
import json
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from widgets.pages import ListPage, text_of_paper

from groundwork.learner import artifacts, place
from groundwork.screen import activities
from groundwork.screen.activities.budget_lines import budget_lines
from groundwork.screen.activities.budget_request import budget_request
from groundwork.screen.activities.fair_rules import evaluation_questions, rule_cards
from groundwork.screen.activities.metric_register import metric_register
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.activities.year_goals import year_goals
from groundwork.screen.widgets.records import Field, RecordList
from groundwork.subject.errors import UserError

DAMAGED = "2027-13-45"
FIRST: dict[str, Any] = {
    "number": "1",
    "whole": "1",
    "year": "2027",
    "text": "Clerk",
    "day": "June 30, 2027",
}


def lists_in(widget: Any) -> list[RecordList]:
    """Return the lists of an activity."""
    if isinstance(widget, RecordList):
        return [widget]
    return [each for each in getattr(widget, "children", ()) if isinstance(each, RecordList)]


def typed(field: Field) -> Any:
    """Return something that a field takes."""
    return next(iter(field.options)) if field.options else FIRST.get(field.kind, "Clerk")


ACTIVITIES: dict[str, Callable[[], Any]] = {
    each.__name__: each
    for each in (
        team_seats, year_goals, metric_register, rule_cards, evaluation_questions, budget_lines,
    )
}  # fmt: skip
PAPERS: dict[str, Callable[[], Any]] = {
    "team_seats": team_charter,  # the charter has the seats, too
    "budget_lines": budget_request,
    "rule_cards": metric_register,
    "evaluation_questions": metric_register,
}


@pytest.mark.parametrize("name", ACTIVITIES)
def test_a_damaged_day_is_told_and_stops_nothing(name: str) -> None:
    make = ACTIVITIES[name]
    (listed,) = lists_in(make())
    days = [field.id for field in listed._fields if field.kind == "day"]
    assert days
    row = {field.id: typed(field) for field in listed._fields}
    listed.respond("save", {"id": None, "shown": None, "record": row})
    path = artifacts.path_of(place.artifact(name))
    kept = json.loads(path.read_text(encoding="utf-8"))
    for record in kept["records"]:
        record |= dict.fromkeys(days, DAMAGED)
    path.write_text(json.dumps(kept), encoding="utf-8")
    made = [*lists_in(make()), *lists_in(PAPERS.get(name, list)())]
    for listed in made:
        ListPage(listed)  # it opens, so that the day can be mended
    papers = [paper_or_problem(listed) for listed in made if listed._desk]
    assert papers and all(DAMAGED in each for each in papers)


def paper_or_problem(listed: RecordList) -> str:
    """Return a list's paper, or what its button says to be mended first."""
    try:
        return text_of_paper(listed)
    except UserError as error:
        return str(error)


def test_every_list_with_a_day_is_tried() -> None:
    """A module of activities with such a field stands above, by one of its lists."""
    with_days = {
        module.__name__.rpartition(".")[2]
        for info in pkgutil.iter_modules(activities.__path__)
        for module in [importlib.import_module(f"{activities.__name__}.{info.name}")]
        if any(field.kind == "day" for field in fields_of(module))
    }
    tried = {make.__module__.rpartition(".")[2] for make in ACTIVITIES.values()}
    assert with_days == tried


def fields_of(module: ModuleType) -> Iterator[Field]:
    """Yield the fields of a module's lists."""
    for value in vars(module).values():
        if isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, Field))
