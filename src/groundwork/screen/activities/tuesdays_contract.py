"""Tuesday's contract: give each position its part, and see on which day the contract stalls."""

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
    positions, decisions = riverbend()
    about = decisions[0]
    named = {
        name for each in decisions for letter in PARTS for name in str(each[letter]).split("; ")
    }
    cells = {
        f"p{at}": row
        for at, row in enumerate(positions)
        if row["kind"] != "government" and row["name"] in named
    }

    def made(letters: dict[str, str]) -> Matrix:
        names = {
            letter: "; ".join(
                cells[at]["name"]
                for at, each in letters.items()
                if letter == {WITHIN: SIGNS}.get(each, each)
            )
            for letter in PARTS
        }
        days = NO_DAYS if SIGNS in letters.values() else DAYS
        return matrix_of(positions, [{**about, "days": days, **names}])

    def reply(value: dict[str, dict[str, str]]) -> Reply:
        matrix = made(value[CONTRACT])
        steps = walk(matrix, matrix.decisions[0], START)
        lines = [f"{_day(step.day)}: {step.words}" for step in steps]
        arrived = steps[-1].end == ARRIVES
        end = f"From start to end: {_span(steps)}." if arrived else "It would stop here."
        return Reply(None, "\n".join([*lines, end]))

    return MatrixQuestion(
        name,
        "Give each position or group a part, or none.",
        rows={CONTRACT: f"{about['name']}, {about['money']:,.0f} dollars"},
        columns={at: _titled(row) for at, row in cells.items()},
        letters=LETTERS,
        terms="All of it is invented, and so are the days.",
        button="Walk it through",
        reply=reply,
    )


def _titled(row: dict[str, Any]) -> str:
    return f"{row['name']} ({row['money']:,.0f} dollars)" if row["money"] else str(row["name"])


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {in_words(day).rpartition(',')[0]}"


def _span(steps: list[Any]) -> str:
    days = (steps[-1].day - steps[0].day).days
    return f"{days} calendar days"
