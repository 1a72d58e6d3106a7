"""The register as a workbook: values with live verdicts, cards, rules, evaluations, a log."""

import dataclasses
from collections.abc import Sequence

from groundwork.learner.papers.register_columns import CARDS, REGISTER, Part, day, row_of
from groundwork.learner.papers.workbook import DATE, NUMBER, TEXT, Column, Sheet, Value, Workbook
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
        _sheet("Cards", "Register of measures: what is counted, and who answers", CARDS, cards),
    ]
    if rules:
        columns = tuple(Column(each, 22, DATE if each == "Review" else TEXT) for each in _RULES)
        rows = tuple(tuple(day(getattr(rule, each.name)) for each in _PARTS) for rule in rules)
        sheets.append(Sheet("Rules", "Rule cards", columns, rows))
    if evaluations:
        sheets.append(
            Sheet(
                "Evaluations",
                "Evaluation questions",
                (
                    *(Column(each, 20, DATE if each == "By when" else TEXT) for each in _QUESTIONS),
                    Column("What is known", 20, choices=tuple(EVIDENCE.values())),
                ),
                tuple(_question(each) for each in evaluations),
            )
        )
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
