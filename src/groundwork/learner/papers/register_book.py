"""The register as a workbook: values with live verdicts, cards, rules, evaluations, a log."""

import dataclasses
from collections.abc import Sequence

from groundwork.learner.papers.register_columns import (
    CARDS,
    REGISTER,
    Part,
    day,
    is_over,
    over,
    row_of,
)
from groundwork.learner.papers.workbook import (
    DATE,
    NUMBER,
    TEXT,
    Column,
    Sheet,
    Value,
    Workbook,
    column_letter,
)
from groundwork.subject.fairness.evaluation import EVIDENCE, Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics.card import MetricCard

LOG = (
    Column("Day", 12),
    Column("Measure", 16),
    Column("What changed in its definition", 44),
    Column("Value by the old definition", 14, NUMBER),
    Column("Value by the new one", 14, NUMBER),
    Column("Who decided", 24),
)
_RULES = ("Rule", "Who comes first", "Applied by", "Exception", "Log", "Appeal", "Review", "Asked")
_QUESTIONS = (
    *("Question", "Decision that hangs on it", "Compared with", "Measures", "By when"),
    *("Who does it", "Who runs the program", "Cost"),
)
_DAYS = ("Review", "By when")
NOTES = (
    "What has a formula computes from what stands beside it: change a value, and “Changed?”, "
    "“Path” and the gaps follow.",
    "“Changed?”: with both 95 % intervals, a test with both, as if the two values were independent "
    "(Zou and Donner 2008; limits need not be even on both sides). Without one, 10 percent of the "
    "way to the target is the least that counts; away from the target, 10 percent of the baseline: "
    "as printed, and chance is not ruled out.",
    "Limits are taken as 95 % limits. A 90 % margin, as the Census Bureau prints it, is first "
    "multiplied by 1.19.",
    "“Path”: a straight line from the baseline to the target. Ahead: how far the latest value is "
    "on the better side of it; below 0 is behind. “Too uncertain to say”: the interval reaches "
    "it. Without an interval chance is not ruled out. The path is compared before it is rounded; "
    "it is shown with as many decimals as the row, or more where those would hide its side.",
    "Difference: the focus group's value minus the other's, in the unit of the row (in percentage "
    "points for percents). Ratio: the first divided by the second.",
)


def book(
    cards: Sequence[MetricCard],
    rules: Sequence[RuleCard] = (),
    evaluations: Sequence[Evaluation] = (),
    *,
    invented: str = "",
) -> Workbook:
    """Return the register as a workbook; its verdicts are live formulas with their values.

    A sheet without a row is left out: it would print as an empty page.
    """
    sheets = [
        _sheet("Register", "Register of measures: values", REGISTER, cards, NOTES),
        _sheet("Cards", "What is counted, and who answers", CARDS, cards),
    ]
    rows: tuple[tuple[Value, ...], ...]
    if rules:
        rows = tuple(tuple(day(getattr(rule, each.name)) for each in _PARTS) for rule in rules)
        sheets.append(_with_over(Sheet("Rules", "Rule cards", _columns(_RULES, 22), rows)))
    if evaluations:
        known = Column("What is known", 20, choices=tuple(EVIDENCE.values()))
        rows = tuple(_question(each) for each in evaluations)
        columns = (*_columns(_QUESTIONS, 20), known)
        sheets.append(_with_over(Sheet("Evaluations", "Evaluation questions", columns, rows)))
    sheets += [
        Sheet(
            "Log",
            "Changes of a definition",
            LOG,
            (),
            ("A result can move because the yardstick moved: keep both values.",),
        ),
        Sheet(
            "Definitions",
            "What each column of the sheets “Register” and “Cards” means",
            (Column("Column", 26), Column("What it says", 80), Column("For example", 50)),
            tuple(
                (part.label, part.says, part.example)
                for part in {part.label: part for part in (*REGISTER, *CARDS)}.values()
            ),
        ),
    ]
    return Workbook("Register of measures", tuple(sheets), invented)


_PARTS = dataclasses.fields(RuleCard)


def _columns(labels: Sequence[str], width: float) -> tuple[Column, ...]:
    return tuple(Column(each, width, DATE if each in _DAYS else TEXT) for each in labels)


def _with_over(sheet: Sheet) -> Sheet:
    """Say behind the day of each row whether it is over."""
    at = next(at for at, column in enumerate(sheet.columns) if column.kind == DATE)
    told = over(column_letter(at))
    rows = tuple((*row[: at + 1], is_over(row[at]), *row[at + 1 :]) for row in sheet.rows)
    columns = (*sheet.columns[: at + 1], told, *sheet.columns[at + 1 :])
    return dataclasses.replace(sheet, columns=columns, rows=rows)


def _sheet(
    name: str,
    title: str,
    parts: Sequence[Part],
    cards: Sequence[MetricCard],
    notes: tuple[str, ...] = (),
) -> Sheet:
    columns = tuple(part.column for part in parts)
    rows = tuple(row_of(card, parts) for card in cards)
    return Sheet(name, title, columns, rows, notes, named=2)


def _question(each: Evaluation) -> tuple[Value, ...]:
    return (
        *(each.question, each.decides, each.comparison, each.measures, day(each.when)),
        *(each.who, each.program, each.cost, EVIDENCE.get(each.known, "")),
    )
