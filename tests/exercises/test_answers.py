"""Answers are kept beside the exercise as plain data, whole, and never lost."""

import datetime
import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundwork.learner import answers
from groundwork.subject.errors import UserError

DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)  # fmt: skip


def test_nothing_kept_is_no_error(tmp_path: Path) -> None:
    assert answers.read(tmp_path) == {}


def test_the_file_is_the_one_that_the_contract_names(tmp_path: Path) -> None:
    answers.keep("q1", "b", tmp_path)
    content = json.loads((tmp_path / "answers.json").read_text(encoding="utf-8"))
    assert content["format"] == 3
    assert content["answers"]["q1"]["value"] == "b"


def test_the_file_tells_in_which_order_and_not_when_somebody_answered(tmp_path: Path) -> None:
    for question, value in (("q1", "a"), ("q2", "b"), ("q1", "c")):
        answers.keep(question, value, tmp_path)
    text = (tmp_path / "answers.json").read_text(encoding="utf-8")
    assert {q: e["turn"] for q, e in json.loads(text)["answers"].items()} == {"q1": 3, "q2": 2}
    today = datetime.datetime.now(datetime.UTC)
    assert f"{today:%Y-}" not in text and f"{today.hour:02}:" not in text


def test_times_of_a_former_format_become_an_order(tmp_path: Path) -> None:
    times = {"q1": "2026-11-20T09:00:00Z", "q2": "2026-11-20T08:00:00Z"}
    kept = {id: {"value": id, "at": at, "asked": "Why?"} for id, at in times.items()}
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"format": 2, "version": 2, "answers": kept}), encoding="utf-8")
    assert answers.read(tmp_path) == {"q1": "q1", "q2": "q2"}
    answers.keep("q3", "new", tmp_path)
    written = json.loads(path.read_text(encoding="utf-8"))["answers"]
    assert {q: e["turn"] for q, e in written.items()} == {"q2": 1, "q1": 2, "q3": 3}
    assert "2026" not in path.read_text(encoding="utf-8")
    assert answers.asked("q1", tmp_path) == "Why?"


def test_a_later_answer_replaces_its_own_question_only(tmp_path: Path) -> None:
    answers.keep("q1", "a", tmp_path)
    answers.keep("q2", ["x", "y"], tmp_path)
    answers.keep("q1", "b", tmp_path)
    assert answers.read(tmp_path) == {"q1": "b", "q2": ["x", "y"]}


def test_the_current_folder_is_the_exercise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answers.keep("q1", "é “ü”")
    assert answers.read() == {"q1": "é “ü”"}
    assert [path.name for path in tmp_path.iterdir()] == ["answers.json"]


@given(value=DATA)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_data_comes_back_as_it_was(value: object, tmp_path: Path) -> None:
    answers.keep("q1", value, tmp_path)
    assert answers.read(tmp_path) == {"q1": value}


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (np.float64(8.1), 8.1),
        (np.int32(3), 3),
        (np.bool_(True), True),
        (np.array([1.5, 2.5]), [1.5, 2.5]),
        (pd.Series([6.1]), [6.1]),
        (Decimal("8.10"), 8.1),
        (Fraction(1, 4), 0.25),
        ({"b", "a"}, ["a", "b"]),
        (("a", "b"), ["a", "b"]),
        ({"clinics": "budget"}, {"clinics": "budget"}),
        (datetime.date(2022, 7, 1), "2022-07-01"),
    ],
)
def test_values_of_other_libraries_become_plain_data(value: object, data: object) -> None:
    found = answers.as_data(value)
    assert found == data
    assert json.loads(json.dumps(found)) == data


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), np.nan])
def test_a_missing_number_says_where_to_look(value: object) -> None:
    with pytest.raises(UserError, match="empty cell"):
        answers.as_data(value)


@pytest.mark.parametrize("value", [object(), pd.DataFrame({"a": [1]}), pd.NaT, len, 1j])
def test_what_is_no_data_is_refused_in_words(value: object) -> None:
    with pytest.raises(UserError, match="cannot be kept"):
        answers.as_data(value)


@pytest.mark.parametrize("text", ["", "{oops", "[]", '{"version": 1}', '{"answers": {"q1": 3}}'])
def test_a_damaged_file_is_put_aside_and_the_next_answer_is_kept(text: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"answers\.damaged\.json"):
        answers.read(tmp_path)
    assert (tmp_path / "answers.damaged.json").read_text(encoding="utf-8") == text
    answers.keep("q1", "b", tmp_path)
    assert answers.read(tmp_path) == {"q1": "b"}


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path: Path) -> None:
    for text in ("first", "second"):
        (tmp_path / "answers.json").write_text(text, encoding="utf-8")
        answers.keep("q1", "b", tmp_path)
    assert (tmp_path / "answers.damaged.json").read_text(encoding="utf-8") == "first"
    assert (tmp_path / "answers.damaged-2.json").read_text(encoding="utf-8") == "second"


def test_a_file_of_a_newer_course_is_left_as_it_is(tmp_path: Path) -> None:
    text = '{"format": 4, "answers": {"q1": {"value": 1}}}'
    (tmp_path / "answers.json").write_text(text, encoding="utf-8")
    for use in (lambda: answers.read(tmp_path), lambda: answers.keep("q1", 2, tmp_path)):
        with pytest.raises(UserError, match="newer version"):
            use()
    assert (tmp_path / "answers.json").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("length", [300, 400, 500])
def test_what_is_whole_in_a_cut_off_file_is_read(tmp_path: Path, length: int) -> None:
    for number in range(9):
        answers.keep(f"q{number}", {"a": [number], "b": "x" * 20}, tmp_path)
    path = tmp_path / "answers.json"
    cut = path.read_text(encoding="utf-8")[:length]
    path.write_text(cut, encoding="utf-8")
    whole = answers.read(tmp_path)
    assert len(whole) == len(re.findall(r'"turn": \d+\n  }', cut))
    assert whole["q0"] == {"a": [0], "b": "x" * 20}
    assert (tmp_path / "answers.damaged.json").read_text(encoding="utf-8") == cut
    assert "answer it again" in answers.about("q8", tmp_path)
    assert answers.about("q0", tmp_path) == ""
    assert answers.read(tmp_path) == whole


def test_one_broken_answer_costs_no_other(tmp_path: Path) -> None:
    text = '{"version": 1, "answers": {"q1": 3, "q2": {"value": "b"}}}'
    (tmp_path / "answers.json").write_text(text, encoding="utf-8")
    assert answers.read(tmp_path) == {"q2": "b"}


def test_a_copy_gives_the_answers_that_the_file_lacks(tmp_path: Path) -> None:
    answers.keep("q1", "theirs", tmp_path)
    answers.keep("q2", "only there", tmp_path)
    (tmp_path / "answers.json").rename(tmp_path / "answers-DESKTOP-AB12.json")
    (tmp_path / "answers.json").write_text('{"version": 1, "answers": {"q1": {"value": "a"}}}')
    assert answers.read(tmp_path) == {"q1": "a", "q2": "only there"}
    assert "answers-DESKTOP-AB12.json" in answers.about("q1", tmp_path)


@pytest.mark.parametrize("later", ["answers.json", "answers (1).json"])
def test_of_two_copies_the_later_answer_to_each_question_is_used(
    tmp_path: Path, later: str
) -> None:
    for name, hour in [("answers.json", 8), ("answers (1).json", 9 if "1" in later else 7)]:
        entry = {"value": name, "at": f"2026-11-20T{hour:02}:00:00Z"}
        content = {"format": 2, "version": 2, "answers": {"q1": entry}}
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    assert answers.read(tmp_path) == {"q1": later}
    assert "the later answer" in answers.about("q1", tmp_path)


@pytest.mark.parametrize("later", ["answers.json", "answers (1).json"])
def test_of_two_copies_the_answer_with_the_higher_turn_is_used(tmp_path: Path, later: str) -> None:
    for name in ("answers.json", "answers (1).json"):
        entry = {"value": name, "turn": 9 if name == later else 8}
        content = {"format": 3, "version": 3, "answers": {"q1": entry}}
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    assert answers.read(tmp_path) == {"q1": later}


@pytest.mark.parametrize("value", ["NaN", "-Infinity", "1e400"])
def test_a_value_that_no_file_can_hold_stops_neither_the_others_nor_the_next(
    tmp_path: Path, value: str
) -> None:
    text = '{"version": 1, "answers": {"q1": {"value": X}, "q2": {"value": "b"}}}'
    text = text.replace("X", value)
    (tmp_path / "answers.json").write_text(text, encoding="utf-8")
    assert answers.read(tmp_path) == {"q2": "b"}
    answers.keep("q3", "c", tmp_path)
    assert answers.read(tmp_path) == {"q2": "b", "q3": "c"}
    assert (tmp_path / "answers.damaged.json").read_text(encoding="utf-8") == text


def test_version_0_1_leaves_a_file_of_today_alone(tmp_path: Path) -> None:
    answers.keep("q1", "b", tmp_path)
    content = json.loads((tmp_path / "answers.json").read_text(encoding="utf-8"))
    assert content["version"] > 1  # it looks at this number, and refuses
