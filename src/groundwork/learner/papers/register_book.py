"""The register as a workbook: measures with lists and a live path, rules, evaluations, a log."""

import dataclasses
from collections.abc import Sequence

from groundwork.learner.papers.workbook import (
    DOLLARS,
    NUMBER,
    WHOLE,
    Column,
    Sheet,
    Value,
    Workbook,
)
from groundwork.subject.fairness.evaluation import EVIDENCE, Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics.card import (
    DIRECTIONS,
    FIELDS,
    FREQUENCIES,
    HIGHER,
    KINDS,
    POPULATION,
    PROGRESS,
    MetricCard,
)
from groundwork.subject.metrics.path import standing_of
from groundwork.subject.metrics.progress import progress_of

# The path's value: as `groundwork.subject.metrics.path.standing_of`, in Excel's words.
_KNOWN = "COUNT(H{row},I{row},J{row},K{row},M{row},N{row})=6"
_DATED = "K{row}>I{row},N{row}>I{row}"
_WAY = "H{row}+MIN(1,(N{row}-I{row})/(K{row}-I{row}))*(J{row}-H{row})"
_BETTER = 'IF(G{row}="' + HIGHER + '",J{row}>H{row},J{row}<H{row})'
PATH = f'=IF(AND({_KNOWN},G{{row}}<>"",{_DATED},{_BETTER}),{_WAY},"")'
AHEAD = '=IF(O{row}="","",IF(G{row}="' + HIGHER + '",M{row}-O{row},O{row}-M{row}))'

COLUMNS = (
    Column("Id", 8),
    Column("Measure", 34),
    Column("Asks", 14, choices=(POPULATION, *KINDS)),
    Column("Counted (top)", 30),
    Column("Out of (bottom)", 30),
    Column("Unit", 12),
    Column("Direction", 16, choices=DIRECTIONS),
    Column("Baseline", 10, NUMBER),
    Column("Baseline year", 9, WHOLE),
    Column("Target", 10, NUMBER),
    Column("Target year", 9, WHOLE),
    Column("Target basis", 20),
    Column("Latest", 10, NUMBER),
    Column("Latest year", 9, WHOLE),
    Column("Path in that year", 11, NUMBER, formula=PATH),
    Column("Ahead of the path by", 11, NUMBER, formula=AHEAD),
    Column("Changed?", 20, choices=PROGRESS),
    Column("Owner", 24),
    Column("Owner can commit", 12, DOLLARS),
    Column("Review meeting", 24),
    Column("Reviewed", 13, choices=tuple(FREQUENCIES)),
    Column("Next review", 12),
    Column("If off track", 40),
    Column("Paired measure", 12),
)
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


def book(
    cards: Sequence[MetricCard],
    rules: Sequence[RuleCard] = (),
    evaluations: Sequence[Evaluation] = (),
    *,
    invented: str = "",
) -> Workbook:
    """Return the register as a workbook; its path is a live formula with its value."""
    sheets = (
        Sheet(
            "Register",
            "Register of measures",
            COLUMNS,
            tuple(_row(card) for card in cards),
            NOTES,
        ),
        Sheet(
            "Rules",
            "Rule cards",
            tuple(Column(label, 28) for label in _RULES),
            tuple(tuple(getattr(rule, each.name) for each in _PARTS) for rule in rules),
        ),
        Sheet(
            "Evaluations",
            "Evaluation questions",
            (
                *(Column(label, 26) for label in _QUESTIONS),
                Column("What is known", 30, choices=tuple(EVIDENCE.values())),
            ),
            tuple(_question(each) for each in evaluations),
        ),
        Sheet(
            "Log",
            "Changes of a definition",
            LOG,
            (),
            ("A result can move because the yardstick moved: keep both values.",),
        ),
        Sheet(
            "Definitions",
            "What each field of a card means",
            (Column("Field", 26), Column("What it says", 70), Column("For example", 50)),
            tuple((field.label, field.help, field.example) for field in FIELDS.values()),
        ),
    )
    return Workbook("Register of measures", sheets, invented)


NOTES = (
    "Path: a straight line from the baseline to the target. Ahead: how far the latest value is on "
    "the better side of it; below 0 is behind.",
    "“Changed?” is the word that the page computed, with uncertainty where the card gives it.",
)
_PARTS = dataclasses.fields(RuleCard)


def _row(card: MetricCard) -> tuple[Value, ...]:
    now, changed = standing_of(card), progress_of(card)
    has_latest = card.latest_value is not None and changed and changed.percent is not None
    return (
        *(card.id, card.name, card.kind or card.level, card.numerator, card.denominator),
        *(card.unit, card.direction, card.baseline_value, card.baseline_year),
        *(card.target_value, card.target_year, card.target_basis),
        *(card.latest_value, card.latest_year),
        *((now.expected, now.ahead_by) if now else (None, None)),
        *(changed.word if has_latest and changed else "", card.owner, card.owner_dollars),
        *(card.review_forum, card.frequency, card.next_review, card.consequence),
        card.paired_measure,
    )


def _question(each: Evaluation) -> tuple[Value, ...]:
    return (
        *(each.question, each.decides, each.comparison, each.measures, each.when),
        *(each.who, each.program, each.cost, EVIDENCE.get(each.known, "")),
    )
