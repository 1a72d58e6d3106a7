"""The columns of a register's workbook: what each holds of a card, says, and computes.

The value that the subject floor says stands beside each formula.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from groundwork.learner.papers import workbook
from groundwork.learner.papers.register_formulas import (
    AHEAD,
    CHANGED,
    DIFFERENCE,
    DIGITS,
    EXACT,
    HOW,
    PATH,
    PATH_DIGITS,
    RATIO,
    STANDING,
    in_cells,
)
from groundwork.learner.papers.workbook import Column, Value
from groundwork.subject.metrics import digits, gap, path, short, verdict
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.choices import DIRECTIONS, FREQUENCIES, HIGHER
from groundwork.subject.metrics.interval import years_pooled
from groundwork.subject.metrics.path import standing_of
from groundwork.subject.remark import open_points

OVER = "over"
_EXAMPLES = {"place": "the whole county, for top and bottom alike"}
"""Examples of a workbook where the card's own names the invented county."""


@dataclass(frozen=True)
class Part:
    """One column: its heading, what it says with an example, and what it holds of a card."""

    label: str
    says: str
    example: str
    column: Column
    of: Callable[[MetricCard], Value]


def row_of(card: MetricCard, parts: Sequence[Part]) -> tuple[Value, ...]:
    """Return what each column holds of a card."""
    return tuple(part.of(card) for part in parts)


def _field(name: str, width: float, *, choices: tuple[str, ...] = ()) -> Part:
    """Return the column of a field of the card, in the card's own words."""
    field = FIELDS[name]
    kind = {"number": workbook.NUMBER, "whole number": workbook.WHOLE}.get(field.kind)
    kind = {"owner_dollars": workbook.DOLLARS, "next_review": workbook.DATE}.get(name, kind)

    def of(card: MetricCard) -> Value:
        value = getattr(card, name)
        if name == "next_review":
            return day(value)
        return "; ".join(value) if isinstance(value, tuple) else value

    column = Column(field.label, width, kind or workbook.TEXT, choices=choices)
    return Part(field.label, field.help, _EXAMPLES.get(name, field.example), column, of)


def over(letter: str) -> Column:
    """Return the column that says which days of another one are over, today and later on."""
    told = f'IF({letter}{{row}}<TODAY(),"{OVER}","")'
    return Column("Is that day over?", 9, formula=f'=IF(ISNUMBER({letter}{{row}}),{told},"")')


def is_over(found: Value) -> str:
    """Say of a cell what `over` computes; "" where no day stands."""
    return OVER if isinstance(found, date) and found < date.today() else ""


def _open(card: MetricCard) -> int:
    return len(open_points(short.without_computed(check_card(card))))


def day(text: str) -> date | str:
    """Return a day as Excel counts it; what is no date stays text."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return text


def _computed(
    label: str,
    width: float,
    kind: str,
    says: str,
    formula: str,
    of: Callable[[MetricCard], Value],
    digits: str = "",
) -> Part:
    column = Column(label, width, kind, formula=in_cells(formula), digits=in_cells(digits))
    return Part(label, says, "a formula", column, of)


def _digits(card: MetricCard) -> Value:
    """Return how many decimals a card shows; a card without a value shows none."""
    return digits.of_card(card) if digits.has_numbers(card) else None


def _ahead(card: MetricCard) -> Value:
    expected, latest = path.path_shown(card), card.latest_value
    if expected is None or latest is None:
        return None
    return digits.rounded(
        (latest - expected) * (1 if card.direction == HIGHER else -1), digits.EXACT
    )


def _gap(part: str, moment: str) -> Callable[[MetricCard], Value]:
    def of(card: MetricCard) -> Value:
        found = gap.gap_at(card, moment)
        value: float | None = getattr(found, part) if found else None
        return value

    return of


_YEARS = Part(
    "Years in one value",
    "How many years are put together for one value: 1, or what the period says.",
    "3",
    Column("Years in one value", 8, workbook.WHOLE),
    years_pooled,
)
REGISTER: tuple[Part, ...] = (
    *(_field("id", 8), _field("name", 30), _field("unit", 12)),
    *(_field("focus_group", 17), _field("reference", 17)),
    *(_field("direction", 11, choices=DIRECTIONS), _YEARS),
    *(_field("baseline_value", 9), _field("baseline_year", 9), _field("baseline_low", 9)),
    *(_field("baseline_high", 9), _field("reference_baseline", 10)),
    *(_field("target_value", 9), _field("target_year", 8)),
    *(_field("latest_value", 9), _field("latest_year", 8), _field("latest_low", 9)),
    *(_field("latest_high", 9), _field("reference_latest", 10)),
    _computed(
        *("Decimals", 9, workbook.WHOLE),
        "How many decimals the values and limits of the row show: what is computed has as many.",
        *(DIGITS, _digits),
    ),
    _computed(
        *("Path before rounding", 10, workbook.NUMBER),
        "Where a straight line from baseline to target is in the year of the latest value: this "
        "is compared.",
        *(EXACT, lambda card: getattr(standing_of(card), "expected", None)),
    ),
    _computed(
        *("Path in that year", 9, workbook.NUMBER),
        "The same as it is shown: with the decimals of the row, or more where those would move it "
        "to another side of the latest value or of one of its limits.",
        *(PATH, path.path_shown, PATH_DIGITS),
    ),
    _computed(
        *("Ahead of the path by", 9, workbook.NUMBER),
        "How far the latest value is on the better side of the path; below 0 is behind.",
        *(AHEAD, _ahead, PATH_DIGITS),
    ),
    _computed(
        *("Path", 20, workbook.TEXT),
        "On the path, behind it, or too uncertain to say: the interval reaches it. "
        "Without an interval as printed: chance is not ruled out.",
        *(STANDING, lambda card: verdict.on_path(card).word),
    ),
    _computed(
        *("Changed?", 17, workbook.TEXT),
        "Whether the latest value differs from the baseline, in the words of Healthy People 2030.",
        *(CHANGED, lambda card: verdict.changed(card).word),
    ),
    _computed(
        *("How that was decided", 30, workbook.TEXT),
        "By a test with both intervals, or by the 10 percent rule where one is missing.",
        *(HOW, lambda card: verdict.changed(card).how),
    ),
    _computed(
        *("Difference, baseline", 10, workbook.NUMBER),
        "Focus group minus the other group; in percentage points for percents.",
        *(DIFFERENCE.format("base"), _gap("difference", "baseline")),
    ),
    _computed(
        *("Difference, latest", 10, workbook.NUMBER),
        "The same with the latest values.",
        *(DIFFERENCE.format("now"), _gap("difference", "latest")),
    ),
    _computed(
        *("Ratio, baseline", 9, workbook.ROUNDED),
        "Focus group divided by the other group.",
        *(RATIO.format("base"), _gap("ratio", "baseline")),
    ),
    _computed(
        *("Ratio, latest", 9, workbook.ROUNDED),
        "The same with the latest values.",
        *(RATIO.format("now"), _gap("ratio", "latest")),
    ),
    _field("data_source", 20),
)
_UNTIL_REVIEW = (
    *(_field("id", 8), _field("name", 30)),
    Part(
        "Asks",
        "Population: a condition of everybody. Program: how much, how well, or better off.",
        "Program, how well",
        Column("Asks", 14),
        lambda card: short.ASKED.get(card.kind or card.level, "").partition(":")[0],
    ),
    Part(
        "Open points",
        "How many points were to be answered on the day this file was made; the paper has them.",
        "3",
        Column("Open points", 8, workbook.WHOLE),
        _open,
    ),
    *(_field("numerator", 24), _field("denominator", 24)),
    *(_field("place", 16), _field("period", 16)),
    *(_field("target_basis", 18), _field("data_frequency", 12, choices=tuple(FREQUENCIES))),
    _field("counted_by", 22),
    *(_field("owner", 20), _field("deputy", 18), _field("owner_dollars", 12)),
    *(_field("authority", 14), _field("review_forum", 20)),
    *(_field("frequency", 12, choices=tuple(FREQUENCIES)), _field("next_review", 19)),
)
_REVIEW_OVER = over(workbook.column_letter(len(_UNTIL_REVIEW) - 1))
CARDS: tuple[Part, ...] = (
    *_UNTIL_REVIEW,
    Part(
        _REVIEW_OVER.label,
        "Whether the day of the next review is over on the day the file is read.",
        "a formula",
        _REVIEW_OVER,
        lambda card: is_over(day(card.next_review)),
    ),
    *(_field("consequence", 36), _field("paired_measure", 12)),
)
