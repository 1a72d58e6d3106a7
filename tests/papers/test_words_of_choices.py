"""What a choice is kept as never stands where its words belong, on no page and in no paper."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from shown import every_list_of_the_lessons, widgets_in

from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.records import RecordList

ROOT = Path(__file__).parents[2]
TYPED = {"year": "2027", "whole": "9", "number": "9", "day": "2027-06-30"}
TERMS = {"budget_lines": {"time-limited"}}
"""What a paper itself uses as a term and explains."""
HANDED = ("text", "print")


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[RecordList]:
    """Each list of the lessons, before anything is written in it."""
    for name in ("datasets", "modules"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=lambda *_: ["my_work"])
    (tmp_path / "my_work").mkdir()
    monkeypatch.chdir(tmp_path / "modules")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    shown = every_list_of_the_lessons().values()
    return [each for one in shown for each in widgets_in(one) if isinstance(each, RecordList)]


def coded(field: dict[str, Any]) -> dict[str, str]:
    """Return the options of a field whose kept name is no word of English, with their words."""
    options = dict(field["options"]) if field["kind"] == "choice" else {}
    return {id: words for id, words in options.items() if re.search(r"\w[ _-]\w", id)}


def record(fields: list[dict[str, Any]], chosen: dict[str, str]) -> dict[str, str]:
    """Fill in every field, each choice with its first option or the one that is given."""
    return {
        each["id"]: chosen.get(each["id"])
        or (each["options"][0][0] if each["kind"] == "choice" else "")
        or TYPED.get(each["kind"], "A task moves to the clerk")
        for each in fields
    }


def said(each: RecordList, typed: dict[str, str], page: list[Any]) -> str:
    """Save a record; return what page and papers say of it, without what a form holds."""
    page.clear()
    looked = each.carry_out("look", {"record": typed})
    view = each.carry_out("save", {"id": None, "shown": None, "record": typed})
    papers = [each._desk.respond({"do": do}) for do in HANDED] if each._desk else []
    book = each._desk._workbook if each._desk else None
    papers.append({"book": repr(book()) if book else ""})
    each.carry_out("remove", {"id": view["saved"], "shown": view["records"][-1]})
    told = [{k: v for k, v in one.items() if k != "records"} for one in (view, looked, *page)]
    return json.dumps([told, papers], ensure_ascii=False)


def test_no_stored_value_is_said(lists: list[RecordList], monkeypatch: pytest.MonkeyPatch) -> None:
    page: list[dict[str, Any]] = []
    monkeypatch.setattr(CourseWidget, "send", lambda _, news, *_more: page.append(news))
    tried, found = 0, []
    for each in lists:
        fields = each.content["fields"]
        for field in fields:
            terms = TERMS.get(each.content["name"], set())
            for id, words in coded(field).items():
                text = said(each, record(fields, {field["id"]: id}), page)
                tried += 1
                if (
                    id not in words
                    and id not in terms
                    and re.search(rf"(?<![\w-]){re.escape(id)}(?![\w-])", text)
                ):
                    found.append((each.content["name"], field["id"], id))
    assert tried > 20
    assert found == []
