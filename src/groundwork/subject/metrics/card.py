"""A metric card: one accountable measure on one page.

The values of a card are those of its focus group, the group the card is about (or of everybody,
when no group is named). The reference's values stand beside them, so both gaps can be computed and
are never typed.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any

from groundwork.subject.metrics.choices import (
    AUTHORITIES,
    DIRECTIONS,
    FREQUENCIES,
    GAPS,
    HIGHER,
    KINDS,
    LEVELS,
    OWNER_TYPES,
    PROGRESS,
    STATUSES,
)


def _field(
    kind: str, section: str, label: str, help: str, example: str, choices: tuple[str, ...] = ()
) -> Any:
    return dataclasses.field(
        default={"text": "", "list": ()}.get(kind),
        metadata={
            "kind": kind,
            "section": section,
            "label": label,
            "help": help,
            "example": example,
            "choices": choices,
        },
    )


def _text(section: str, label: str, help: str, example: str, choices: tuple[str, ...] = ()) -> Any:
    return _field("text", section, label, help, example, choices)


def _list(section: str, label: str, help: str, example: str, choices: tuple[str, ...] = ()) -> Any:
    return _field("list", section, label, help, example, choices)


def _number(section: str, label: str, help: str, example: str) -> Any:
    return _field("number", section, label, help, example)


def _whole(section: str, label: str, help: str, example: str) -> Any:
    return _field("whole number", section, label, help, example)


def _yes_no(section: str, label: str, help: str, example: str) -> Any:
    return _field("yes or no", section, label, help, example)


_WHAT, _COUNT, _WHO, _VALUES = "What it is", "How it is counted", "Who is compared", "Values"
_CARE, _SELECT = "Small numbers", "Hiring, contracts and grants"
_DATA, _ANSWER, _SAY = "Where it comes from", "Who answers for it", "Community"
_LIMIT = (
    "Of a 95 % interval. Is it one of 90 % (Census margins)? Make each side 1.19 times as long."
)


@dataclass(frozen=True)
class MetricCard:
    """One measure with its owner. Everything may be left empty; the checks say what is missing.

    Text fields default to "", lists to (), the rest to None. `FIELDS` gives each field's label,
    help, example and choices.
    """

    id: str = _text(_WHAT, "Id", "A short code that never changes.", "BPC-1")
    name: str = _text(
        _WHAT,
        "Name",
        "What is measured, in plain words.",
        "Families who got home visits they asked for",
    )
    result: str = _text(
        _WHAT,
        "Result",
        "The condition you want to be true.",
        "All babies have a healthy first year",
    )
    equity_question: str = _text(
        _WHAT,
        "Difference kept in view",
        "The unfair difference this card keeps in view, and what makes it.",
        "Do clinic hours and sites keep families in the East district from visits?",
    )
    level: str = _text(
        _WHAT,
        "Level",
        "Population: a condition of all people in a place. Performance: what one program does.",
        "performance",
        choices=LEVELS,
    )
    kind: str = _text(
        _WHAT,
        "Kind",
        "For performance: how much was done, how well, or is anyone better off?",
        "better off",
        choices=KINDS,
    )
    numerator: str = _text(
        _COUNT,
        "Counted (top)",
        "Who or what is counted.",
        "Families visited within 30 days of asking",
    )
    denominator: str = _text(
        _COUNT,
        "Out of (bottom)",
        "Out of whom or what: also who was turned away, or still waits.",
        "All families who asked at least 30 days ago, also those who still wait",
    )
    numerator_inside: bool | None = _yes_no(
        _COUNT, "Top is part of bottom", "Is everyone in the top also in the bottom?", "yes"
    )
    unit: str = _text(
        _COUNT, "Unit", "percent, per 1,000, per 100,000, count, days, dollars …", "percent"
    )
    place: str = _text(
        _COUNT, "Place", "Where, for top and bottom alike.", "Riverbend County (invented)"
    )
    period: str = _text(
        _COUNT, "Period", "When, for top and bottom alike.", "fiscal year, July to June"
    )
    age_adjustment: str = _text(
        _COUNT,
        "Age adjustment",
        "The standard used, or why none is needed.",
        "not needed: infants only",
    )
    disaggregation: tuple[str, ...] = _list(
        _WHO, "Split by", "The groupings shown.", "race and ethnicity; district"
    )
    disaggregation_reason: str = _text(
        _WHO,
        "Why no split by race and ethnicity",
        "Only when that split is missing.",
        "The form does not ask yet; it will from July",
    )
    unknown_percent: float | None = _number(
        _WHO, "Percent other or unknown", "Share of people whose group is not known.", "4"
    )
    focus_group: str = _text(
        _WHO,
        "Focus group",
        "The group the values are for: mostly the one that the system serves worst.",
        "Families in the East district",
    )
    reference: str = _text(
        _WHO, "Compared with", "The reference group or total.", "District with the best rate"
    )
    reference_reason: str = _text(
        _WHO,
        "Why this reference",
        "Best rate, largest group, total: and why.",
        "The best rate shows what the county can do",
    )
    gaps_reported: tuple[str, ...] = _list(
        _WHO, "Gaps reported", "Show both.", "difference; ratio", choices=GAPS
    )
    gap_reading: str = _text(
        _WHO,
        "How to read the gaps",
        "What to say when the two gaps move apart.",
        "The difference fell and the ratio rose: both groups gained, in unlike proportion",
    )
    direction: str = _text(_VALUES, "Direction", "Which way is better.", HIGHER, choices=DIRECTIONS)
    baseline_value: float | None = _number(_VALUES, "Baseline", "Where you start.", "54")
    baseline_year: int | None = _whole(_VALUES, "Baseline year", "Four digits.", "2025")
    baseline_low: float | None = _number(_VALUES, "Baseline, lower limit", _LIMIT, "48")
    baseline_high: float | None = _number(_VALUES, "Baseline, upper limit", _LIMIT, "60")
    reference_baseline: float | None = _number(
        _VALUES, "Reference at baseline", "The reference's value then.", "81"
    )
    latest_value: float | None = _number(_VALUES, "Latest", "The newest value.", "63")
    latest_year: int | None = _whole(_VALUES, "Latest year", "Four digits.", "2026")
    latest_low: float | None = _number(_VALUES, "Latest, lower limit", _LIMIT, "57")
    latest_high: float | None = _number(_VALUES, "Latest, upper limit", _LIMIT, "69")
    reference_latest: float | None = _number(
        _VALUES, "Reference, latest", "The reference's value now.", "82"
    )
    progress: str = _text(
        _VALUES,
        "Progress",
        "One of four words; the checks tell you which.",
        "improving",
        choices=PROGRESS,
    )
    target_value: float | None = _number(_VALUES, "Target", "Where you want to be.", "81")
    target_year: int | None = _whole(_VALUES, "Target year", "Four digits.", "2029")
    target_basis: str = _text(
        _VALUES,
        "Target basis",
        "Where the target comes from: standard, best group, trend, statute or community choice.",
        "best group: the rate that one district has today",
    )
    reference_target: float | None = _number(
        _VALUES, "Reference at target", "Where the reference should be then.", "85"
    )
    smallest_events: int | None = _whole(
        _CARE, "Smallest count", "Events in the smallest group shown, in one period.", "34"
    )
    uncertainty: str = _text(
        _CARE, "Uncertainty", "How it is shown.", "95 % interval beside each value"
    )
    suppression_rule: str = _text(
        _CARE,
        "Rule for small counts",
        "What is hidden, pooled or flagged.",
        "Counts 1 to 9 are hidden; three years are pooled",
    )
    selected: int | None = _whole(_SELECT, "Selected", "People chosen, focus group.", "12")
    applicants: int | None = _whole(_SELECT, "Applicants", "People who applied, focus group.", "80")
    reference_selected: int | None = _whole(
        _SELECT, "Selected, reference", "People chosen, reference group.", "24"
    )
    reference_applicants: int | None = _whole(
        _SELECT, "Applicants, reference", "People who applied, reference group.", "150"
    )
    data_source: str = _text(
        _DATA, "Data source", "The register, survey or system.", "Home visit records"
    )
    data_frequency: str = _text(
        _DATA, "Source is updated", "How often.", "monthly", choices=tuple(FREQUENCIES)
    )
    data_geography: str = _text(
        _DATA, "Source covers", "The smallest place it can show.", "Riverbend County (invented)"
    )
    data_lag_months: float | None = _number(
        _DATA, "Lag in months", "From the end of a period to its figures.", "2"
    )
    data_status: str = _text(_DATA, "Status", "Final or provisional.", "final", choices=STATUSES)
    counted_by: str = _text(
        _DATA,
        "Counted by",
        "The position that counts it, and another that counts a part of it once more.",
        "Office Manager; once a year the Epidemiologist counts one month again",
    )
    owner_type: str = _text(
        _ANSWER,
        "Owner is a",
        "Position for performance, partnership for population.",
        "position",
        choices=OWNER_TYPES,
    )
    owner: str = _text(
        _ANSWER,
        "Owner",
        "The position that answers for it. No person's name.",
        "Family Health Manager",
    )
    deputy: str = _text(
        _ANSWER, "Deputy", "The position that stands in.", "Home Visiting Supervisor"
    )
    authority: tuple[str, ...] = _list(
        _ANSWER,
        "Decision authority",
        "What the owner can change without asking.",
        "money; staffing",
        choices=AUTHORITIES,
    )
    owner_dollars: float | None = _number(
        _ANSWER,
        "Dollars the owner can commit",
        "In one decision, without asking: from the county's delegation memo, or the decision "
        "matrix of lesson 04.",
        "25000",
    )
    frequency: str = _text(
        _ANSWER, "Reviewed", "How often.", "quarterly", choices=tuple(FREQUENCIES)
    )
    review_forum: str = _text(
        _ANSWER,
        "Review meeting",
        "Where it is looked at.",
        "Performance meeting of the senior team",
    )
    next_review: str = _text(_ANSWER, "Next review", "A date, year first.", "2027-01-15")
    consequence: str = _text(
        _ANSWER,
        "If off track",
        "If off track by X, then Y by Z.",
        "If under 60 for two quarters, then the manager moves one position to evening visits "
        "within 30 days of HR's answer on notice to the union",
    )
    paired_measure: str = _text(
        _ANSWER, "Paired measure", "The card that shows whether quality held.", "BPC-2"
    )
    community_chose: str = _text(
        _SAY,
        "Who chose it",
        "Which community members, and how.",
        "East district parents' council, by vote",
    )
    community_sees: str = _text(
        _SAY, "Who sees it", "Where and when it is shown.", "Posted at three clinics each quarter"
    )
    community_paid: str = _text(
        _SAY,
        "Are they paid",
        "By which rule and from which line.",
        "yes, by the stipend rule, line 4410",
    )


@dataclass(frozen=True)
class CardField:
    """What a form, a file or a person needs to know of one field of a card."""

    name: str
    kind: str
    section: str
    label: str
    help: str
    example: str
    choices: tuple[str, ...]


FIELDS: dict[str, CardField] = {
    each.name: CardField(each.name, **each.metadata) for each in dataclasses.fields(MetricCard)
}
"""Every field by name, in the order of the card."""


def text_of(card: MetricCard) -> dict[str, str]:
    """Give all that a person typed as text, field by field, without the empty ones."""
    values = {name: getattr(card, name) for name in FIELDS}
    texts = {
        name: "; ".join(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if isinstance(value, str | tuple)
    }
    return {name: text for name, text in texts.items() if text.strip()}
