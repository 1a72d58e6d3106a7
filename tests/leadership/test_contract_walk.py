"""A decision walks through its matrix day by day, and stops where a part is missing."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from groundwork.subject.leadership.authority import Authority
from groundwork.subject.leadership.matrix_rows import found, matrix_of, names_in, near
from groundwork.subject.leadership.walk import (
    ARRIVES,
    NOT_KNOWN,
    STOPS,
    end,
    ends_in_words,
    later,
    walk,
)

TUESDAY = date(2026, 9, 1)
POSITIONS = [
    {"name": name, "kind": kind, "money": money, "beyond": beyond, "written_in": paper, "paid": ""}
    | {"staff_written_in": paper}
    for name, kind, money, beyond, paper in (
        ("Health Director", "staff", 50_000.0, "none", "Memo"),
        ("Shift Lead", "staff", 50_000.0, "staffing", "Memo"),
        ("Unwritten", "staff", 50_000.0, "none", ""),
        ("Clinic Manager", "staff", 10_000.0, "none", ""),
        ("County Counsel", "signer", None, "none", ""),
        ("Patient panel", "residents", None, "none", ""),
    )
]
CONTRACT = {
    "name": "Sign it", "money": 38_000.0, "beyond": "none", "affects": "yes", "days": 5.0,
    "D": "Health Director", "S": "county counsel", "A": "Patient panel", "W": "clinic manager",
    "I": "",
}  # fmt: skip


def told(**changes: Any) -> list[str]:
    matrix = matrix_of(POSITIONS, [{**CONTRACT, **changes}])
    return [step.words for step in walk(matrix, matrix.decisions[0], TUESDAY)]


def test_a_whole_matrix_lets_the_decision_arrive_on_working_days() -> None:
    matrix = matrix_of(POSITIONS, [CONTRACT])
    steps = walk(matrix, matrix.decisions[0], TUESDAY)
    assert "after 5 working days" in steps[1].words
    assert [step.day for step in steps] == [
        date(2026, 9, 1), date(2026, 9, 8), date(2026, 9, 15), date(2026, 9, 16),
    ]  # fmt: skip
    assert (steps[-1].words, steps[-1].end) == ("It would be decided.", ARRIVES)
    assert [step.end for step in steps[:-1]] == ["", "", ""]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"W": ""}, "no position is named that does the work"),
        ({"days": "none"}, "would wait at County Counsel: no day is set by which"),
        ({"D": ""}, "no position is named that decides"),
        ({"D": "Health Director; Clinic Manager"}, "Each could wait for the other"),
        ({"D": "clinic manager"}, "$38,000 (it can commit $10,000)"),
        ({"beyond": "rule"}, "it needs rules"),
    ],
)
def test_it_stops_where_a_part_is_missing_and_says_why(changes: Any, words: str) -> None:
    assert words in told(**changes)[-1]
    matrix = matrix_of(POSITIONS, [{**CONTRACT, **changes}])
    assert words in end(matrix, matrix.decisions[0]).words
    assert end(matrix, matrix.decisions[0]).end == STOPS


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"D": "A new post"}, "It is not in the list"),
        ({"D": "Clinic"}, "Whether Clinic may decide it is not known"),
        ({"D": "County Counsel"}, "Not known yet: how many dollars it may commit."),
        ({"money": None}, "Not said yet: how many dollars it needs."),
        ({"beyond": ""}, "Not said yet: whether it moves staff, hours or a rule."),
        ({"D": "Unwritten"}, "No paper is named for its authority over dollars."),
        ({"D": "Shift Lead", "beyond": "staffing"}, "notice to a union, or bargaining, is not"),
        ({"days": None}, "wait at County Counsel: within how many working days"),
    ],
)
def test_what_nobody_has_said_is_not_known_and_stops_nothing(changes: Any, words: str) -> None:
    matrix = matrix_of(POSITIONS, [{**CONTRACT, **changes}])
    last = end(matrix, matrix.decisions[0])
    assert (words in last.words, last.end) == (True, NOT_KNOWN)
    assert "$0" not in " ".join(told(**changes))


@pytest.mark.parametrize(
    "open_", [{"days": None}, {"beyond": "staffing"}, {"beyond": ""}, {"money": 26_000.0}]
)
def test_a_known_stop_is_told_before_what_is_not_known(open_: Any) -> None:
    matrix = matrix_of(POSITIONS, [{**CONTRACT, "D": "Clinic Manager", **open_}])
    last = end(matrix, matrix.decisions[0])
    assert ("it can commit $10,000" in last.words, last.end) == (True, STOPS)


def test_the_count_of_ends_keeps_what_is_not_known_apart() -> None:
    rows = [
        {**CONTRACT, "name": name, "D": decider}
        for name, decider in (("One", "Health Director"), ("Two", "Clinic Manager"), ("Three", "X"))
    ]
    assert ends_in_words(matrix_of(POSITIONS, rows)) == (
        "As it is written down here, 1 of 3 would stop on the way; 1 of 3 would not stop, as far "
        "as a matrix can tell; 1 of 3 cannot be followed to the end, because something is not "
        "known."
    )
    assert ends_in_words(matrix_of(POSITIONS, rows[:1])).endswith(
        "the decision would not stop, as far as a matrix can tell."
    )
    assert ends_in_words(matrix_of(POSITIONS, [])) == ""


def test_nobody_asked_is_said_and_does_not_stop_it() -> None:
    assert "No position is named that advises" in told(A="")[1]
    assert told(A="")[-1] == "It would be decided."
    assert told(I="patient panel")[-1] == (
        "It would be decided. Patient panel would be told the same day."
    )


def test_days_to_sign_off_are_counted_without_weekends() -> None:
    assert later(date(2026, 9, 4), 1) == date(2026, 9, 7)
    assert later(TUESDAY, 0) == TUESDAY


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("health director", "Health Director"),
        ("clinic", "clinic"),
        ("counsel", "counsel"),
        ("Director", "Director"),
        ("Nurse", "Nurse"),
    ],
)
def test_a_name_is_known_when_it_stands_so_in_the_list_and_else_stays_as_typed(
    written: str, meant: str
) -> None:
    assert found(written, [str(row["name"]) for row in POSITIONS]) == meant


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("clinic", ["Clinic Manager"]),
        ("Director", ["Health Director"]),
        ("Clinc Manger", ["Clinic Manager"]),
        ("health director", []),
        ("Nurse", []),
    ],
)
def test_a_name_that_is_not_in_the_list_is_asked_about(written: str, asked: list[str]) -> None:
    assert near(written, [str(row["name"]) for row in POSITIONS]) == asked


def test_names_have_semicolons_between_them() -> None:
    assert names_in(" Clinic  Manager; ;counsel ") == ["Clinic Manager", "counsel"]
    assert names_in("") == []


def test_one_position_may_have_several_parts_and_of_an_unknown_one_nothing_is_known() -> None:
    matrix = matrix_of(POSITIONS, [{**CONTRACT, "W": "Health Director", "A": "Somebody"}])
    assert matrix.part("Sign it", "Health Director") == "DW"
    (new,) = [each for each in matrix.positions if each.name == "Somebody"]
    assert (new.listed, new.authority) == (False, Authority())


def test_an_open_box_is_not_known_and_a_zero_is_a_zero() -> None:
    open_ = {**POSITIONS[0], "name": "A", "money": None, "beyond": ""}
    none = {**POSITIONS[0], "name": "B", "money": 0.0, "beyond": "none"}
    left, right = matrix_of([open_, none], []).positions
    assert left.authority == Authority(None, None, None)
    assert right.authority == Authority(Decimal(0), False, False)
    (decision,) = matrix_of(
        [], [{**CONTRACT, "money": None, "beyond": "", "affects": ""}]
    ).decisions
    assert decision.affects_community is None and len(decision.unsaid()) == 3
