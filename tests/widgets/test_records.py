# mypy: disable-error-code="arg-type, attr-defined, var-annotated"
"""A list of records is saved, checked field by field, and safe to open in a spreadsheet."""

import ast
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from playwright.sync_api import Page
from widgets.pages import ListPage

import groundwork.screen.activities as activities
from groundwork.learner import artifacts
from groundwork.screen.widget import FieldError
from groundwork.screen.widgets.fields import Field, Said
from groundwork.screen.widgets.records import RecordList
from groundwork.subject.errors import UserError

FIELDS = [
    Field("who", "Who decides", required=True),
    Field("power", "Influence", "choice", {"1": "little", "3": "much"}),
    Field("people", "People affected", "number"),
]


@pytest.fixture
def widget(workspace: Any) -> Any:
    return ListPage(RecordList("power_map", FIELDS, one="decision"))


def save(page: Page, place: Any = None, **record: Any) -> Any:
    return page.save(place, **record)


def test_records_are_saved_shown_and_found_again(widget: Any) -> None:
    shown = save(widget, who="Board", power="3", people="1,200")
    assert shown["rows"] == [["Board", "much", "1,200"]]
    assert widget.records == [{"who": "Board", "power": "3", "people": 1200.0}]
    assert RecordList("power_map", FIELDS).records == widget.records


def test_an_edited_record_stays_in_its_place(widget: Any) -> None:
    save(widget, who="Board")
    save(widget, who="Union")
    save(widget, place=0, who="County board")
    assert [record["who"] for record in widget.records] == ["County board", "Union"]


def test_an_empty_field_is_nothing_and_a_needed_one_is_asked_for(widget: Any) -> None:
    save(widget, who="Board")
    assert widget.records == [{"who": "Board", "power": "", "people": None}]
    with pytest.raises(FieldError, match=r"“Who decides” is empty\. Fill it in") as refused:
        save(widget, power="1")
    assert refused.value.field == "who"


def test_a_number_that_is_none_names_its_field(widget: Any) -> None:
    with pytest.raises(FieldError, match="People affected: “many” cannot be read") as refused:
        save(widget, who="Board", people="many")
    assert refused.value.field == "people"
    assert widget.records == []


def test_records_that_do_not_go_together_are_refused_before_they_are_kept(workspace: Any) -> None:
    def check(records: Any) -> None:
        if len(records) > 1:
            raise UserError("Too many.")

    widget = ListPage(RecordList("power_map", FIELDS, check=check))
    save(widget, who="Board")
    with pytest.raises(UserError, match="Too many"):
        save(widget, who="Union")
    assert [record["who"] for record in widget.records] == ["Board"]


def test_a_deleted_record_comes_back_once(widget: Any) -> None:
    save(widget, who="Board")
    assert widget.remove(0)["undo"] is True
    assert widget.records == []
    widget.respond("undo", {})
    assert [record["who"] for record in widget.records] == ["Board"]
    with pytest.raises(UserError, match="nothing to undo"):
        widget.respond("undo", {})


def test_a_damaged_list_is_kept_aside(widget: Any) -> None:
    path = artifacts.save("power_map", {"records": [{"who": "", "power": "7"}]})
    shown = widget.respond("open")
    assert "kept as power_map.damaged.json" in shown["problem"]
    assert path.with_name("power_map.damaged.json").exists()
    assert shown["rows"] == []


def test_the_caller_cannot_change_the_list_by_accident(widget: Any) -> None:
    save(widget, who="Board")
    widget.records[0]["who"] = "changed"
    assert widget.records[0]["who"] == "Board"


def test_the_chart_hears_of_changes_and_of_what_comes_back(workspace: Any) -> None:
    heard = []
    save(ListPage(RecordList("power_map", FIELDS, on_change=heard.append)), who="Board")
    RecordList("power_map", FIELDS, on_change=heard.append).respond("open", {})
    assert [[record["who"] for record in records] for records in heard] == [["Board"], ["Board"]]


def test_the_printout_holds_the_start_and_never_the_learners_records(workspace: Any) -> None:
    start = [{"who": "Board of Riverbend County (invented)", "power": "3"}]
    widget = RecordList("power_map", FIELDS, start=start)
    before = repr(widget)
    save(ListPage(widget), who="My own director")
    assert repr(widget) == before
    assert "Board of Riverbend County (invented); much" in before
    assert "director" not in str(widget.get_state())


PATHS = [*activities.__path__]


def _with_days() -> dict[str, tuple[Field, ...]]:
    """The fields of each list of the course that asks for a day."""
    modules = [import_module(f"{activities.__name__}.{one.name}") for one in iter_modules(PATHS)]
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, tuple) and any(getattr(each, "kind", "") == "day" for each in value)
    }


@pytest.mark.parametrize("fields", _with_days().values(), ids=_with_days())
def test_a_day_is_listed_and_written_again_as_people_write_it(
    fields: tuple[Field, ...], workspace: Any
) -> None:
    days = [each.id for each in fields if each.kind == "day"]
    # The rest of a list is no matter here.
    listed = RecordList("list", [replace(each, required=False, listed=True) for each in fields])
    asked = {"action": "save", "data": {"record": dict.fromkeys(days, "6/30/27"), "shown": None}}
    view = listed.respond(**asked)
    assert view["rows"][0].count("June 30, 2027") == len(days)
    (shown,) = view["records"]
    assert [shown[day] for day in days] == ["June 30, 2027"] * len(days)
    assert {listed.records[0][day] for day in days} == {"2027-06-30"}
    again = listed.respond("save", {"id": shown["id"], "record": shown, "shown": shown})
    assert again["rows"] == view["rows"]


def test_every_list_that_asks_for_a_day_is_looked_at() -> None:
    asks = {
        path.stem
        for path in Path(PATHS[0]).glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "Field"
        if any(isinstance(each, ast.Constant) and each.value == "day" for each in call.args[2:3])
    }
    assert asks and asks <= {name.partition(".")[0] for name in _with_days()}


def test_an_unknown_kind_of_field_is_the_authors_mistake() -> None:
    with pytest.raises(UserError, match="kind 'date'"):
        RecordList("x", [Field("a", "A", "date")])


def test_what_a_check_remarks_on_is_said_while_a_record_is_written() -> None:
    fields = (Field("name", "Name"), Field("year", "Year", "whole"), Field("more", "M", under="x"))
    made = RecordList(
        "looked",
        fields,
        look=lambda record: Said((("year", str(record["year"])),), f"of {record['name']}"),
    )
    told = made.respond("look", {"record": {"name": " A ", "year": "soon"}})
    assert told == {"remarks": [["year", "None"]], "end": "of A", "more": []}
    told = made.respond("look", {"record": {"name": "A", "year": "2027"}})
    assert told["remarks"] == [["year", "2027"]]
    assert "1 more field is folded." in made.words()


MEASURED = [
    Field("name", "Name"),
    Field("unit", "Unit"),
    Field("start", "Baseline", "number", unit_in="unit"),
    Field("goal", "Target", "number", unit_in="unit"),
]


@pytest.mark.parametrize(
    ("start", "unit"),
    [("62%", "percent"), ("62 %", "percent"), ("$62", "dollars"), ("62 days", "days"), ("62", "")],
)
def test_a_unit_typed_with_a_number_is_kept_where_it_is_asked(
    workspace: Any, start: str, unit: str
) -> None:
    page = ListPage(RecordList("measures", MEASURED))
    answer = save(page, name="A", unit="", start=start, goal="85")
    assert page.widget.records == [{"name": "A", "unit": unit, "start": 62.0, "goal": 85.0}]
    assert ("as you typed" in answer["told"]) == bool(unit)
    sign = {"percent": " %", "": ""}.get(unit, f" {unit}")
    assert answer["rows"] == [["A", unit, f"62{sign}", f"85{sign}"]]


def test_a_unit_that_the_record_contradicts_is_refused_at_its_field(workspace: Any) -> None:
    page = ListPage(RecordList("measures", MEASURED))
    with pytest.raises(FieldError, match="“62%” is in percent, and “Unit” says days") as refused:
        save(page, name="A", unit="days", start="62%", goal="")
    assert refused.value.field == "start"
    assert page.widget.records == []
    with pytest.raises(FieldError, match="is in dollars, and “Unit” says percent"):
        save(page, name="A", unit="", start="62%", goal="$85")
    answer = save(page, name="A", unit="Percent of families", start="62 %", goal="85")
    assert answer["told"] == ""


def test_a_unit_counts_while_a_record_is_written(workspace: Any) -> None:
    made = RecordList(
        "measures", MEASURED, look=lambda record: Said((("unit", str(record["unit"])),), "")
    )
    typed = {"name": "A", "unit": "", "start": "62%", "goal": ""}
    assert made.respond("look", {"record": typed})["remarks"] == [["unit", "percent"]]


def test_rows_to_begin_with_are_nobodys_work_until_one_is_changed(workspace: Any) -> None:
    start = [{"who": "Board"}]
    page = ListPage(RecordList("deciders", FIELDS, start=start))
    assert page.view["kept"] is False
    assert save(page, place=0, who="County board")["kept"] is True
    page.remove(0)
    assert page.view["kept"] is True  # to have taken them away is work, too
    assert ListPage(RecordList("others", FIELDS)).view["kept"] is False
