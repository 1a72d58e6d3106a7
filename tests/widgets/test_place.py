# mypy: disable-error-code="arg-type, attr-defined, index"
"""What is invented and what is true of a department never share a file, a title or a chart."""

import json
from typing import Any

import pytest
from widgets.pages import MapPage, RatingPage, text_of_paper

from groundwork.learner import artifacts, place
from groundwork.screen.activities import place as choices
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.place import choose_place
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.readiness import readiness_profile
from groundwork.screen.activities.timeline import department_timeline
from groundwork.screen.widget import CourseWidget

INVENTED = "Riverbend County (invented)"
RATING = {"id": "roles_1", "level": 3, "evidence": "memo"}


def choose(where: Any) -> Any:
    return choose_place().respond("answer", {"value": where})


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what was pushed to open pages, each with the widget that pushed it."""
    messages = []
    monkeypatch.setattr(choices, "_followers", [])
    monkeypatch.setattr(CourseWidget, "send", lambda self, news: messages.append((self, news)))
    return messages


@pytest.mark.parametrize("where", [None, place.OWN])
def test_ratings_of_the_own_department_are_the_readiness_profile(
    workspace: Any, where: Any
) -> None:
    if where:
        choose(where)
    form, view = readiness_profile().children
    RatingPage(form).rate(**RATING)
    assert form.respond("open", {})["title"] == "Readiness profile"
    assert artifacts.path_of("readiness_profile").exists()
    assert "invented" not in text_of_paper(form)
    assert (view.chart.title, view.chart.source.partition(",")[0]) == (
        "Your readiness profile",
        "your own ratings",
    )


def test_ratings_of_riverbend_say_so_in_file_form_title_and_chart(workspace: Any) -> None:
    choose(place.RIVERBEND)
    form, view = readiness_profile().children
    RatingPage(form).rate(**RATING)
    assert form.respond("open", {})["title"] == f"Readiness profile: {INVENTED}"
    assert f"Invented: {INVENTED}" in text_of_paper(form)
    assert artifacts.path_of("readiness_profile_riverbend_invented").exists()
    assert not artifacts.path_of("readiness_profile").exists()
    assert view.chart.title == f"{INVENTED}: Readiness profile"
    assert view.chart.source.startswith("your ratings of an invented county")


def test_form_and_chart_switch_as_soon_as_the_choice_changes(workspace: Any, sent: Any) -> None:
    choose(place.OWN)
    form, view = readiness_profile().children
    RatingPage(form).rate(**RATING)
    choose(place.RIVERBEND)
    assert (form, {"switch": True}) in sent
    opened = form.respond("open", {})
    assert (opened["title"], opened["entries"]) == (f"Readiness profile: {INVENTED}", {})
    assert view.chart is None
    assert sent[-1] == (view, {"chart": None, "told": []})
    RatingPage(form).rate(**{**RATING, "level": 1})
    choose(place.OWN)
    assert form.respond("open", {})["entries"]["roles_1"]["level"] == 3
    assert view.chart.title == "Your readiness profile"
    kept = [artifacts.load(f"readiness_profile{end}") for end in ("", "_riverbend_invented")]
    assert [each["ratings"][0]["level"] for each in kept] == [3, 1]


def test_a_change_of_the_choice_says_where_the_earlier_work_is(workspace: Any, sent: Any) -> None:
    words = [choose(where)["text"] for where in (place.OWN, place.OWN, place.RIVERBEND, place.OWN)]
    first, again, invented, back = words
    assert first == again
    assert "kept; choose" not in first
    assert "Your own ratings are kept; choose your own department to see them again." in invented
    assert f"What you made for {INVENTED} is kept; choose it to see it again." in back


def test_the_forms_of_both_windows_follow_the_choice(workspace: Any, sent: Any) -> None:
    forms = [readiness_profile().children[0] for _ in range(2)]
    sent.clear()
    choose(place.RIVERBEND)
    assert [widget for widget, news in sent if news.get("switch")] == forms
    for form in forms:
        RatingPage(form).rate(**RATING)
    assert not artifacts.path_of("readiness_profile").exists()


def test_a_chart_never_calls_a_departments_ratings_invented(workspace: Any) -> None:
    form, view = readiness_profile().children
    place.keep(place.RIVERBEND)  # as another lesson does, whose choice this form does not hear
    RatingPage(form).rate(**RATING)
    assert view.chart.title == "Your readiness profile"


def test_the_printed_form_is_the_same_for_each_choice(workspace: Any) -> None:
    printed = set()
    for where in (place.OWN, place.RIVERBEND):
        choose(where)
        printed.add(repr(readiness_profile()))
    assert len(printed) == 1


def test_map_list_and_timeline_of_riverbend_have_their_own_files_and_titles(workspace: Any) -> None:
    choose(place.RIVERBEND)
    map = MapPage(RootCauseMap(place.starting_gap()))
    map.respond("outcome", {"text": "Visits are missed"})
    decision, actors, view = power_map().children
    decision.respond("answer", {"value": "Pay for evening hours"})
    record = {"name": "Board", "part": "decides", "influence": "3", "stance": "for"}
    actors.respond("save", {"record": record})
    timeline = department_timeline()
    timeline.respond("save", {"record": {"when": "1934", "what": "A map is drawn"}})
    names = ("root_cause_map", "power_map_decision", "power_map", "department_timeline")
    for name in names:
        assert not artifacts.path_of(name).exists()
        assert artifacts.path_of(f"{name}_riverbend_invented").exists()
    for widget in (map.widget, actors, timeline):
        assert f"Invented: {INVENTED}" in text_of_paper(widget)
        assert widget.content["title"].endswith(f": {INVENTED}")
    assert view.chart.title.startswith(INVENTED)
    assert "invented county" in view.chart.source
    choose(place.OWN)
    assert department_timeline().records == []
    assert json.dumps(power_map().children[1].content).count("invented") == 0


def test_without_a_choice_names_and_titles_are_the_departments(workspace: Any) -> None:
    assert place.artifact("power_map") == "power_map"
    assert place.titled("Power map") == "Power map"
