"""Sealed feedback says what the plain catalog says, and cannot be read."""

import base64
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundwork.learner.catalog import Catalog
from groundwork.learner.feedback import look_up, seal
from groundwork.subject.errors import UserError

CHOICE = Catalog("q1", "b", {"a": "Hint for a.", "c": "Hint for c."}, why="Because b.")
SEVERAL = Catalog(
    "q2",
    ["a", "c"],
    {"b": "b does not belong.", "d": "d does not belong."},
    {"a": "a is missing.", "c": "c is missing."},
    why="Both.",
)
SORTING = Catalog(
    "q3",
    {"x": "one", "y": "two", "z": "three"},
    {"x": "Look at x.", "y": {"one": "y is not one."}, "z": "Look at z."},
    why="Sorted.",
    other="Read each item again.",
)
NUMBER = Catalog(
    "q4",
    6.1,
    [(2.39, "That is the ratio."), (-6.1, "The sign."), (6.18, "Near, and not right.")],
    why="Subtracted.",
    other="Subtract.",
    tolerance=0.05,
    units=["deaths"],
)
CATALOGS = {one.question: one for one in (CHOICE, SEVERAL, SORTING, NUMBER)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sealed")
    (path / "feedback.json").write_text(seal("test", CATALOGS), encoding="utf-8")
    return path


def test_a_choice_has_its_own_words(folder: Path) -> None:
    assert look_up("q1", "b", folder).text == "Because b."
    assert look_up("q1", " b ", folder).right
    assert look_up("q1", "a", folder).text == "Hint for a."
    unknown = look_up("q1", "zzz", folder)
    assert not unknown.right
    assert not unknown.recognized
    assert unknown.text


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        (["c", "a"], "Both."),
        (("a", "c", "a"), "Both."),
        ({"a", "c"}, "Both."),
        (["a", "b", "c"], "b does not belong."),
        (["a"], "c is missing."),
        (["b", "d"], "b does not belong."),
        ([], "a is missing."),
    ],
)
def test_of_several_mistakes_the_first_is_told(folder: Path, chosen: object, text: str) -> None:
    assert look_up("q2", chosen, folder).text == text


def test_sorting_tells_how_many_are_in_their_place(folder: Path) -> None:
    right = {"z": "three", "y": "two", "x": "one"}
    assert look_up("q3", right, folder).right
    assert look_up("q3", right | {"y": "one"}, folder).text == (
        "2 of 3 are in their place. y is not one."
    )
    assert look_up("q3", right | {"y": "three"}, folder).text == (
        "2 of 3 are in their place. Read each item again."
    )
    assert look_up("q3", {"x": "one"}, folder).text.startswith("1 of 3")
    told = look_up("q3", {"z": "one", "y": "one", "x": "two"}, folder).text
    assert told == "0 of 3 are in their place. Look at x."  # as asked, from the top


@pytest.mark.parametrize("value", ["6.15", "6.05", 6.15, 6.05, 10.5 - 4.4, "6 1/10", "6.10 deaths"])
def test_the_edge_of_the_tolerance_is_right(folder: Path, value: object) -> None:
    assert look_up("q4", value, folder).right


@pytest.mark.parametrize("value", ["6.1500001", "6.0499999", 6.151])
def test_just_past_the_tolerance_is_wrong(folder: Path, value: object) -> None:
    assert not look_up("q4", value, folder).right


def test_a_number_that_was_read_says_so(folder: Path) -> None:
    assert look_up("q4", "6 1/10", folder).text == (
        "Your answer “6 1/10” was read as 6.1. Subtracted."
    )


@pytest.mark.parametrize("value", ["6.1 %", "6.1 fewer", "$6.1", "6.1 per 100 deaths", "6,1"])
def test_a_right_number_with_other_words_is_asked_about(folder: Path, value: str) -> None:
    with pytest.raises(UserError, match="You wrote"):
        look_up("q4", value, folder)
    with pytest.raises(UserError, match="You wrote"):
        NUMBER.judge(value)


@given(
    right=st.decimals(-1000, 1000, places=3),
    tolerance=st.decimals(0, 10, places=3),
    steps=st.integers(-3000, 3000),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_within_the_tolerance_always_passes_and_outside_never(
    right: Decimal, tolerance: Decimal, steps: int, tmp_path: Path
) -> None:
    catalog = Catalog("q", float(right), why="Yes.", other="No.", tolerance=float(tolerance))
    (tmp_path / "feedback.json").write_text(seal("t", {"q": catalog}), encoding="utf-8")
    answer = right + tolerance + Decimal(steps) / 1000
    for form in (str(answer), float(answer)):
        expected = abs(answer - right) <= tolerance
        assert look_up("q", form, tmp_path).right == expected
        assert catalog.judge(form).right == expected


@given(value=st.floats(-20, 20).map(lambda number: round(number, 2)))
def test_sealed_and_plain_numbers_agree(folder: Path, value: float) -> None:
    assert look_up("q4", value, folder) == NUMBER.judge(value)


@given(value=st.lists(st.sampled_from("abcd")))
def test_sealed_and_plain_lists_agree(folder: Path, value: list[str]) -> None:
    assert look_up("q2", value, folder) == SEVERAL.judge(value)


@given(value=st.dictionaries(st.sampled_from("xyz"), st.sampled_from(["one", "two", "three", "?"])))
def test_sealed_and_plain_sortings_agree(folder: Path, value: dict[str, str]) -> None:
    assert look_up("q3", value, folder) == SORTING.judge(value)


def test_the_file_can_be_read_by_nobody_who_has_not_answered(folder: Path) -> None:
    text = (folder / "feedback.json").read_text(encoding="utf-8")
    questions = json.loads(text)["questions"]
    everything = text + "".join(
        base64.b64decode(entry["sealed"]).decode("latin-1")
        for question in questions.values()
        for entry in question["entries"]
    )
    for secret in ("Hint", "Because", "belong", "missing", "Look at", "ratio", "6.1", "true"):
        assert secret not in everything
    for question in questions.values():
        tags = [entry["tag"] for entry in question["entries"]]
        assert tags == sorted(set(tags))
        assert len({len(entry["sealed"]) for entry in question["entries"]}) == 1


def test_the_same_catalog_gives_the_same_file() -> None:
    assert seal("test", CATALOGS) == seal("test", CATALOGS)


def test_a_missing_or_damaged_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="missing beside this notebook"):
        look_up("q1", "a", tmp_path)
    for text in ("{", "[]", '{"questions": {"q1": {}}}'):
        (tmp_path / "feedback.json").write_text(text, encoding="utf-8")
        with pytest.raises(UserError, match="damaged"):
            look_up("q1", "a", tmp_path)


def test_an_unknown_question_is_named(folder: Path) -> None:
    with pytest.raises(UserError, match="q99"):
        look_up("q99", "a", folder)


@pytest.mark.parametrize(("question", "value"), [("q1", ["a"]), ("q2", "a"), ("q3", "a")])
def test_an_answer_of_another_kind_is_refused(folder: Path, question: str, value: object) -> None:
    with pytest.raises(UserError, match="asks for"):
        look_up(question, value, folder)
