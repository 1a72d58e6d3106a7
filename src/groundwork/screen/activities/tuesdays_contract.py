"""Tuesday's contract: give each position its part, and see on which day the contract stalls."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from groundwork.screen.activities.decision_matrix import riverbend
from groundwork.screen.widgets.questions import MatrixQuestion, Reply
from groundwork.subject.days import in_words
from groundwork.subject.leadership.decision_rights import DECIDES, PARTS, SIGNS, Matrix
from groundwork.subject.leadership.matrix_rows import NO_DAYS, matrix_of
from groundwork.subject.leadership.walk import ARRIVES, walk

START = date(2026, 9, 15)  # a Tuesday; no holiday falls into the weeks that follow
CONTRACT = "contract"
WITHIN, DAYS = "S5", 5.0  # to sign off with a clock, which somebody has to agree to
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LETTERS = {
    DECIDES: PARTS[DECIDES],
    SIGNS: "signs off, no day set",
    WITHIN: f"signs off within {DAYS:.0f} working days",
    **{letter: words for letter, words in PARTS.items() if letter not in (DECIDES, SIGNS)},
}


def tuesdays_contract(name: str = "tuesdays_contract") -> MatrixQuestion:
    """Return the question; its answer walks the contract through the parts that were given."""
    about = _decisions()[0]
    return MatrixQuestion(
        name,
        "Give each position or group a part, or none.",
        rows={CONTRACT: f"{about['name']}, {about['money']:,.0f} dollars"},
        columns={at: titled(row) for at, row in columns().items()},
        letters=LETTERS,
        terms="All of it is invented, and so are the days.",
        button="Walk it through",
        reply=lambda value: Reply(None, "\n".join(walked(value[CONTRACT]))),
    )


def columns() -> dict[str, dict[str, Any]]:
    """Return the positions and groups that can have a part, each by the name of its column."""
    positions, decisions = riverbend()
    named = {
        name for each in decisions for letter in PARTS for name in str(each[letter]).split("; ")
    }
    return {
        f"p{at}": row
        for at, row in enumerate(positions)
        if row["kind"] != "government" and row["name"] in named
    }


def walked(given: Mapping[str, str]) -> list[str]:
    """Say what would happen on which day with the letters given to columns, and how it ends."""
    matrix = _matrix(given)
    steps = walk(matrix, matrix.decisions[0], START)
    arrived = steps[-1].end == ARRIVES
    end = f"From start to end: {_span(steps)}." if arrived else "It would stop here."
    return [*(f"{_day(step.day)}: {step.words}" for step in steps), end]


def _matrix(given: Mapping[str, str]) -> Matrix:
    cells = columns()
    names = {
        letter: "; ".join(
            cells[at]["name"]
            for at, each in given.items()
            if letter == {WITHIN: SIGNS}.get(each, each)
        )
        for letter in PARTS
    }
    days = NO_DAYS if SIGNS in given.values() else DAYS
    return matrix_of(riverbend()[0], [{**_decisions()[0], "days": days, **names}])


def _decisions() -> list[dict[str, Any]]:
    return riverbend()[1]


def titled(row: dict[str, Any]) -> str:
    """Return a position with the dollars that it may commit."""
    return f"{row['name']} ({row['money']:,.0f} dollars)" if row["money"] else str(row["name"])


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {in_words(day).rpartition(',')[0]}"


def _span(steps: list[Any]) -> str:
    days = (steps[-1].day - steps[0].day).days
    return f"{days} calendar days"
