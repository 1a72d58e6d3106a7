"""The contract of a register of measures: the metric card's fields, one row a measure."""

from groundwork.subject.metrics.card import FIELDS as CARD_FIELDS
from groundwork.subject.metrics.card import CardField
from groundwork.subject.metrics.choice_words import words_of
from groundwork.subject.own_data.contract import Contract, Spec
from groundwork.subject.own_data.contracts_people import LOWER, UPPER

_CARD_KINDS = {
    "text": "text",
    "list": "text",
    "number": "number",
    "whole number": "whole",
    "yes or no": "yes or no",
}

_LIMITS_CALLED = {
    f"{moment}_{end}": tuple(
        called for name in names for called in (f"{moment} {name}", f"{name} {moment}")
    )
    for moment in ("baseline", "latest")
    for end, names in (("low", LOWER), ("high", UPPER))
}
"""What a department calls the limits around a value, by their field."""

_ALSO_CALLED = {
    "id": ("measure id", "measure number", "indicator id", "metric id", "kpi id"),
    "equity_question": ("Equity question",),  # before: a register written then is still read
    "name": (
        *("measure", "measure name", "indicator", "indicator name", "metric", "metric name"),
        *("performance measure", "performance indicator", "kpi"),
    ),
    "result": ("outcome", "desired result", "desired outcome"),
    "numerator": ("counted",),
    "denominator": ("out of",),
    "unit": ("unit of measure", "unit of measurement", "measurement unit"),
    "place": ("geography", "jurisdiction"),
    "period": ("time period", "reporting period"),
    "direction": (
        *("better when", "desired direction", "direction of improvement", "desired trend"),
        *("target direction", "polarity", "which way is better", "which is better", "good is"),
        *("better is", "good direction", "higher or lower is better", "higher/lower is better"),
    ),
    "focus_group": ("priority population", "priority group", "focus population"),
    "reference": ("comparison group", "reference group", "compared to", "comparison"),
    "baseline_year": ("year of baseline", "baseline fy", "baseline data year"),
    "latest_year": ("year of latest", "current year", "most recent year", "latest data year"),
    "target_year": ("year of target", "goal year", "target fy", "goal fy"),
    "data_source": ("source", "source of data", "data system", "data set"),
    "data_frequency": ("data frequency", "update frequency", "reporting frequency"),
    "data_status": ("data status",),
    "counted_by": ("data steward", "data lead"),
    "owner": (
        *("measure owner", "lead", "lead position", "responsible position", "responsible"),
        *("responsible party", "responsible person", "person responsible", "accountable"),
        *("accountable position", "lead staff", "staff lead", "lead agency", "lead organization"),
        *("lead partner", "responsible department", "responsible agency"),
    ),
    "deputy": ("backup", "alternate"),
    "frequency": ("review frequency", "frequency of review", "how often", "how often reviewed"),
    "review_forum": ("reviewed at", "review forum"),
    "next_review": ("review date", "next review date", "date of next review"),
    "consequence": (
        *("what follows if off track", "action if off track", "if missed", "action if missed"),
        *("if off target", "action if off target", "what happens if off track", "if not met"),
    ),
}
"""What a field is called beside its name and its label."""

_FISCAL_YEARS = tuple(
    (f"{front}{written}", str(year))
    for year in range(1990, 2080)
    for written in (year, f"{year % 100:02}")
    for front in ("fy", "fy ", "sfy ", "ffy ")
)
"""Fiscal years as cells have them: a card says a year by its digits."""

_WORDS_LIKE = {"owner": ("owner", "lead", "responsible", "accountable"), "data_source": ("source",)}
"""Words that may mean a field; of several columns so called, the first kind of heading wins."""

_IN_THE_UNIT = (
    *("baseline_value", "baseline_low", "baseline_high", "reference_baseline", "target_value"),
    *("latest_value", "latest_low", "latest_high", "reference_latest", "reference_target"),
)
"""Fields whose cells may be written with a percent sign, which then says the unit of the row."""

_MEANS_OTHER_THINGS = ("data_status",)
"""Fields whose label heads other things in registers: "Status" says there what is on track."""

_WORDS = dict.fromkeys(("baseline_year", "latest_year", "target_year"), _FISCAL_YEARS)
_LENIENT = ("choice", "yes or no", "day")
"""Kinds that no figure hangs on: a cell that cannot be read is left empty, and told."""


def _kind(card: CardField) -> str:
    """Return what a column of a field holds; the card may say only that it is text."""
    if card.name == "next_review":
        return "day"
    return "choice" if card.choices and card.kind == "text" else _CARD_KINDS[card.kind]


def _card_field(name: str) -> Spec:
    """Turn a field of the metric card into a column, so that the card stays the one source."""
    card = CARD_FIELDS[name]
    kind = _kind(card)
    label = () if name in _MEANS_OTHER_THINGS else (card.label,)
    return Spec(
        name,
        kind,
        f"{card.label}. {card.help}",
        card.example,
        required=name in ("id", "name"),
        filled=name in ("id", "name"),
        called=(*label, *_ALSO_CALLED.get(name, ()), *_LIMITS_CALLED.get(name, ())),
        code=name in ("id", "paired_measure"),
        numbered=name == "id",
        positions=name in ("owner", "deputy"),
        words=words_of(name) if kind == "choice" else _WORDS.get(name, ()),
        words_like=_WORDS_LIKE.get(name, ()),
        percents=name in _IN_THE_UNIT,
        section=card.section,
        lenient=kind in _LENIENT,
    )


_LEVEL = Spec(
    "confidence_level",
    "text",
    "Level of the limits. 95 where you can; limits of 90 percent are made wider when it says so.",
    "95",
    called=("level of confidence", "confidence", "ci level", "level of the interval"),
    section=CARD_FIELDS["baseline_low"].section,
)
"""What a file says of its limits, and no card holds: a card's limits are of 95 percent."""

METRICS = Contract(
    kind="metrics_register",
    title="Register of metric cards",
    one_row="One row a measure.",
    key=("id",),
    fields=(*(_card_field(name) for name in CARD_FIELDS), _LEVEL),
)
