# mypy: disable-error-code="arg-type"
"""A chart view shows the chart of now and prints the chart of the beginning."""

from typing import Any

import pandas as pd
import pytest

from groundwork.screen.charts.chart import bar_chart
from groundwork.screen.widgets.chart_view import ChartView

WORDS = {"title": "Rates", "unit": "per 1,000", "source": "CDC", "meaning": "Look."}


def chart(value: Any) -> Any:
    return bar_chart(pd.DataFrame({"group": ["A"], "rate": [value]}), "group", "rate", **WORDS)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Any:
    messages = []
    monkeypatch.setattr(ChartView, "send", lambda self, message: messages.append(message))
    return messages


def test_show_replaces_the_chart_on_open_pages_and_for_later_ones(sent: Any) -> None:
    view = ChartView(chart(1.0))
    assert view.respond("open", {})["chart"]["marks"] == ["A: 1.0"]
    view.show(chart(2.0))
    assert sent[0]["chart"]["marks"] == ["A: 2.0"]
    assert view.respond("open", {})["chart"]["marks"] == ["A: 2.0"]


def test_the_printout_holds_the_first_chart_and_never_a_later_one(sent: Any) -> None:
    view = ChartView(chart(1.0))
    before = repr(view)
    view.show(chart(2.0))
    assert "A: 1.0" in before
    assert repr(view) == before


def test_a_cleared_view_is_empty_on_open_pages_and_for_later_ones(sent: Any) -> None:
    view = ChartView(name="Your power map")
    view.show(chart(2.0), {"In words": ["One bar."]})
    view.clear()
    assert sent[-1] == {"chart": None, "told": []}
    assert view.respond("open", {}) == {"chart": None, "told": []}


def test_a_chart_of_the_learners_words_stays_out_of_printout_and_state(sent: Any) -> None:
    view = ChartView(name="Your power map")
    view.show(chart(2.0))
    assert repr(view) == "Your power map: empty until you make it."
    assert "A: 2.0" not in str(view.get_state())


def test_sentences_may_stand_without_a_chart(sent: Any) -> None:
    view = ChartView(name="What it says")
    view.show(None, {"First": ["One."], "Second": []}, aloud=False)
    assert sent[-1] == {"chart": None, "told": [("First", ["One."])], "aloud": False}
    assert view.respond("open", {}) == {"chart": None, "told": [("First", ["One."])]}
