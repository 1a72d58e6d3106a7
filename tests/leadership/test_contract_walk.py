"""A decision walks through its matrix day by day, and stops where a part is missing."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from groundwork.subject.leadership.matrix_rows import found, matrix_of, names_in
from groundwork.subject.leadership.walk import later, stalls, walk

TUESDAY = date(2026, 9, 1)
POSITIONS = [
    {"name": name, "kind": kind, "money": money, "beyond": "none", "written_in": "", "paid": ""}
    for name, kind, money in (
        ("Health Director", "staff", 50_000.0),
        ("Clinic Manager", "staff", 10_000.0),
        ("County Counsel", "signer", None),
        ("Patient panel", "residents", None),
    )
]
CONTRACT = {
    "name": "Sign it", "money": 38_000.0, "beyond": "none", "affects": "yes", "days": 5.0,
    "D": "Health Director", "S": "counsel", "A": "Patient panel", "W": "clinic manager", "I": "",
}  # fmt: skip


def told(**changes: Any) -> list[str]:
    matrix = matrix_of(POSITIONS, [{**CONTRACT, **changes}])
    return [step.words for step in walk(matrix, matrix.decisions[0], TUESDAY)]


def test_a_whole_matrix_lets_the_decision_arrive_on_working_days() -> None:
    matrix = matrix_of(POSITIONS, [CONTRACT])
    steps = walk(matrix, matrix.decisions[0], TUESDAY)
    assert [step.day for step in steps] == [
        date(2026, 9, 1), date(2026, 9, 8), date(2026, 9, 15), date(2026, 9, 16),
    ]  # fmt: skip
    assert steps[-1].words == "It is decided."
    assert stalls(matrix, matrix.decisions[0]) == ""


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"W": ""}, "Nobody does the work"),
        ({"days": None}, "no day is set by which an answer is due"),
        ({"D": ""}, "nobody decides"),
        ({"D": "Health Director; Clinic Manager"}, "Each waits for the other"),
        ({"D": "clinic"}, "$38,000 (it can commit $10,000)"),
        ({"D": "A new post"}, "$38,000 (it can commit $0)"),
        ({"beyond": "rule"}, "a rule"),
    ],
)
def test_it_stops_where_a_part_is_missing_and_says_why(changes: Any, words: str) -> None:
    assert words in told(**changes)[-1]
    matrix = matrix_of(POSITIONS, [{**CONTRACT, **changes}])
    assert words in stalls(matrix, matrix.decisions[0])


def test_nobody_asked_is_said_and_does_not_stop_it() -> None:
    assert "Nobody is asked" in told(A="")[1]
    assert told(A="")[-1] == "It is decided."
    assert told(I="patient panel")[-1] == "It is decided. Patient panel is told the same day."


def test_days_to_sign_off_are_counted_without_weekends() -> None:
    assert later(date(2026, 9, 4), 1) == date(2026, 9, 7)
    assert later(TUESDAY, 0) == TUESDAY


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("health director", "Health Director"),
        ("clinic", "Clinic Manager"),
        ("counsel", "County Counsel"),
        ("c", "c"),  # two could be meant
        ("Nurse", "Nurse"),
    ],
)
def test_a_name_is_found_as_people_write_it(written: str, meant: str) -> None:
    assert found(written, [str(row["name"]) for row in POSITIONS]) == meant


def test_names_have_semicolons_between_them() -> None:
    assert names_in(" Clinic  Manager; ;counsel ") == ["Clinic Manager", "counsel"]
    assert names_in("") == []


def test_one_position_may_have_several_parts_and_an_unknown_one_has_no_authority() -> None:
    matrix = matrix_of(POSITIONS, [{**CONTRACT, "W": "Health Director", "A": "Somebody"}])
    assert matrix.part("Sign it", "Health Director") == "DW"
    (new,) = [each for each in matrix.positions if each.name == "Somebody"]
    assert new.authority.money == Decimal(0)
