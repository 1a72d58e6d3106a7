"""A root-cause map grows by asking "because?", keeps its order, and is never half read."""

import json
from typing import Any

import pytest

from groundwork.subject import causes
from groundwork.subject.causes import CauseMap
from groundwork.subject.errors import UserError

OUTCOME = "Babies in one part of the county die twice as often"


@pytest.fixture
def map() -> Any:
    """Outcome; c1 with c2 under it; c3 beside c1."""
    grown = causes.add(CauseMap(OUTCOME), "visits are missed", "service", "data", "clinic log")
    grown = causes.add(grown, "the last bus leaves at 16:10", "policy", "people", below="c1")
    return causes.add(grown, "cover ends after 60 days", "policy", "study", "KFF")


def texts(remarks: Any) -> Any:
    return "\n".join(remark.what for remark in remarks)


def test_lines_show_every_branch_to_its_end(map: Any) -> None:
    assert causes.lines(map) == [
        OUTCOME,
        "  Because visits are missed [Service and bedside; I have data: clinic log]",
        "    Because the last bus leaves at 16:10 [Policy and law; People told us]",
        "  Because cover ends after 60 days [Policy and law; Published study: KFF]",
    ]


def test_the_old_map_stays_as_it_was(map: Any) -> None:
    before = causes.lines(map)
    causes.add(map, "x", "policy", "guess")
    causes.edit(map, "c1", text="y")
    causes.remove(map, "c1")
    causes.move(map, "c1", 1)
    assert causes.lines(map) == before


def test_removing_a_cause_removes_what_is_under_it(map: Any) -> None:
    assert [cause.id for cause in causes.remove(map, "c1").causes] == ["c3"]


def test_an_id_is_never_given_twice_while_its_cause_is_there(map: Any) -> None:
    smaller = causes.remove(map, "c1")
    assert causes.add(smaller, "new", "policy", "guess").causes[-1].id == "c4"


def test_moving_swaps_neighbors_and_stops_at_the_ends(map: Any) -> None:
    moved = causes.move(map, "c1", 1)
    assert [cause.id for cause in causes.under(moved)] == ["c3", "c1"]
    assert [cause.id for cause in causes.under(moved, "c1")] == ["c2"]
    assert causes.move(moved, "c1", 1) == moved


def test_a_cause_moves_under_another_with_its_branch(map: Any) -> None:
    moved = causes.edit(map, "c1", under="c3")
    assert [(depth, cause.id) for depth, cause in causes.walk(moved)] == [
        (1, "c3"),
        (2, "c1"),
        (3, "c2"),
    ]


@pytest.mark.parametrize("below", ["c1", "c2"])
def test_a_cause_cannot_come_under_itself(map: Any, below: Any) -> None:
    with pytest.raises(UserError, match="under itself"):
        causes.edit(map, "c1", under=below)


@pytest.mark.parametrize(
    ("text", "level", "evidence", "missing"),
    [
        ("  ", "policy", "data", "no words"),
        ("x", "", "data", "no level"),
        ("x", "policy", "", "no evidence"),
    ],
)
def test_an_unfinished_cause_is_refused(text: str, level: Any, evidence: Any, missing: Any) -> None:
    with pytest.raises(UserError, match=missing):
        causes.add(CauseMap(OUTCOME), text, level, evidence)


def test_data_comes_back_as_the_same_map(map: Any) -> None:
    assert causes.from_data(json.loads(json.dumps(causes.to_data(map)))) == map


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("outcome"),
        lambda data: data["causes"][0].pop("text"),
        lambda data: data["causes"][1].update(under="c9"),
        lambda data: data["causes"][0].update(under="c2"),
        lambda data: data["causes"][1].update(id="c1"),
        lambda data: data["causes"][0].update(id="first"),
        lambda data: data["causes"][0].update(level="fate"),
        lambda data: data.update(causes=None),
    ],
)
def test_damaged_data_is_refused(map: Any, spoil: Any) -> None:
    data = causes.to_data(map)
    spoil(data)
    with pytest.raises(UserError):
        causes.from_data(data)


def test_a_careful_map_raises_no_remark(map: Any) -> None:
    looked = causes.edit(map, "c3", source="KFF: no rule by race found")
    assert causes.review(causes.edit(looked, "c2", source="riders' survey")) == []


@pytest.mark.parametrize("said", ["by race", "Black families", "a redlined district", "segregated"])
def test_where_no_cause_names_race_the_open_list_asks_once(map: Any, said: str) -> None:
    asked = [each for each in causes.review(map) if "names race" in each.what]
    assert len(asked) == 1
    assert "No cause on the map names race." in asked[0].question
    named = causes.edit(map, "c1", text=f"visits are missed, {said}")
    assert "names race" not in texts(causes.review(named))


def test_a_cause_without_its_source_is_asked_for_it(map: Any) -> None:
    assert [remark.about for remark in causes.review(map)][-1:] == ["c2"]
    assert "has no named evidence yet" in texts(causes.review(map))


def test_the_same_remark_about_several_causes_is_one(map: Any) -> None:
    for number in range(3):
        map = causes.add(map, f"cause {number}", "individual", "data", below="c3")
    evidence = [each for each in causes.review(map) if "named evidence" in each.what]
    assert [each.about for each in evidence] == [""]
    assert evidence[0].what.startswith(
        "Four causes have no named evidence yet: “the last bus leaves at 16:10”; “cause 0”; "
    )
    ends = [each for each in causes.review(map) if "what a person does" in each.what]
    assert len(ends) == 1
    assert ends[0].what.startswith("Three causes stop at")


def test_the_same_word_in_two_causes_is_one_remark(map: Any) -> None:
    twice = causes.edit(map, "c1", text="non-compliant patients miss visits")
    twice = causes.edit(twice, "c3", text="non-compliant patients come late")
    assert sum("non-compliant" in each.what for each in causes.review(twice)) == 1


def test_a_map_that_stays_at_the_bedside_is_asked_for_more() -> None:
    low = causes.add(CauseMap(OUTCOME), "visits are short", "service", "guess")
    said = texts(causes.review(low))
    assert "No cause lies above the bedside yet" in said
    assert "only one branch" in said
    assert "Every cause is a guess" in said


def test_a_branch_that_ends_at_what_a_person_does_is_asked_once_more(map: Any) -> None:
    person = causes.add(map, "people come late", "individual", "data", "log")
    assert "stops at what a person does" in texts(causes.review(person))
    on = causes.add(person, "shifts change on the day", "policy", "data", "law", below="c4")
    assert "stops at what a person does" not in texts(causes.review(on))


def test_words_that_blame_people_get_words_that_name_the_system(map: Any) -> None:
    blaming = causes.edit(map, "c1", text="non-compliant patients miss visits")
    [remark] = [each for each in causes.review(blaming) if each.about == "c1"]
    assert "“non-compliant”" in remark.what
    assert "Try: " in remark.what


def test_an_empty_map_is_told_how_to_start() -> None:
    assert "Start with the outcome" in texts(causes.review(CauseMap(OUTCOME)))
