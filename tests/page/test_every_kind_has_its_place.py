"""The lesson of every kind is whole: a new widget without a place in it fails here."""

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from acts_on_every_kind import ACTS, REFUSED
from every_kind import CELLS
from fields_of_every_kind import FIELDS, WORDLESS
from shown import every_kind_shown, widgets_in

from groundwork import screen
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.questions import Question

SCREEN = Path(screen.__file__).parent
DRAWS = ("function render(", "function controlsOf(")


def kinds_of(
    widget: type[CourseWidget], *, also_between: bool = False
) -> Iterator[type[CourseWidget]]:
    """Every widget that can be on a page: the classes that no other is made from."""
    below = widget.__subclasses__()
    if also_between or not below:
        yield widget
    for each in below:
        yield from kinds_of(each, also_between=also_between)


def name_of(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Any]]:
    """Everything that the cells of the lesson show."""
    with every_kind_shown(tmp_path_factory.mktemp("every_kind")) as shown:
        yield [*shown.values()]


def test_every_class_of_widget_is_in_the_lesson(shown: list[Any]) -> None:
    for each in pkgutil.walk_packages(screen.__path__, "groundwork.screen."):
        importlib.import_module(each.name)
    # By name: a test of another folder may have imported a module anew, with classes of its own.
    there = {name_of(type(widget)) for each in shown for widget in widgets_in(each)}
    ours = {name_of(one) for one in kinds_of(CourseWidget)}
    assert {one for one in ours if one.startswith("groundwork.screen.")} - there == set()


def test_every_module_that_draws_is_in_the_lesson(shown: list[Any]) -> None:
    drawn = {widget._esm for each in shown for widget in widgets_in(each)}
    for path in SCREEN.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        if any(each in text for each in DRAWS):
            assert any(text in str(each) for each in drawn), path.name


TOP_NAME = re.compile(r"^(?:async )?(?:function|const|let|class) (\w+)", re.MULTILINE)


def test_no_two_files_of_a_widget_take_one_name(shown: list[Any]) -> None:
    """They are joined into one module, and a name that is taken twice leaves nothing to see."""
    for module in {str(widget._esm) for each in shown for widget in widgets_in(each)}:
        names = Counter(TOP_NAME.findall(module))
        assert {"controlAt", "render"} <= set(names)
        assert [name for name, times in names.items() if times > 1] == []


def test_every_kind_of_question_is_in_the_lesson(shown: list[Any]) -> None:
    """Those too from which another kind is made, and one choice beside several."""
    asked = [
        widget for each in shown for widget in widgets_in(each) if isinstance(widget, Question)
    ]
    assert {name_of(one) for one in kinds_of(Question, also_between=True)} - {
        name_of(type(widget)) for widget in asked
    } == {name_of(Question)}
    assert {"choice", "several"} <= {widget.content["kind"] for widget in asked}


def test_every_kind_is_acted_on_and_typed_into() -> None:
    assert set(ACTS) == set(REFUSED) == set(CELLS)
    assert set(FIELDS) | WORDLESS == set(CELLS)
