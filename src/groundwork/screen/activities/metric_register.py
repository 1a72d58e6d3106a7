"""The register of metric cards: the learner's own, and three flawed cards to repair."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from groundwork.learner import chosen_file, datasets, place, public_record
from groundwork.learner.chosen_file import InUse
from groundwork.learner.papers import letterhead, register, register_book
from groundwork.screen.activities import fair_rules
from groundwork.screen.activities.decision_matrix import POSITIONS
from groundwork.screen.activities.kept_rows import kept_rows
from groundwork.screen.widgets.fields import Field, Record, Said
from groundwork.screen.widgets.records import FromFile, RecordList
from groundwork.subject.errors import UserError
from groundwork.subject.metrics import short
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.checks import check_card, closing
from groundwork.subject.metrics.files import from_csv
from groundwork.subject.remark import Remark

KIND = "metrics_register"
RIVERBEND_REGISTER = "riverbend_invented_metrics_register"
TO_REPAIR = ("M02", "M03", "M10")
TO_MEND = "M06"
REPAIRS = "register_repairs_riverbend_invented"
GIVEN = re.compile(r"(r\d+)?")
"""The id of a card whose writer gave it none: what the list calls its record."""
LISTED = ("name", "baseline_value", "target_value", "owner", "consequence")
READ_BY = (
    *("baseline_value", "baseline_year", "latest_value", "latest_year"),
    *("target_value", "target_year", "data_source", "owner", "next_review", "consequence"),
)
"""What a register is read by: said where a file's columns do not hold it."""
_LONG = ("numerator", "denominator", "consequence", "equity_question", "gap_reading")
_KINDS = {"number": "number", "whole number": "whole", "yes or no": "choice"}
_DAYS = ("next_review",)
_UNITS = {"owner_dollars": "dollars"}
_OF_THE_UNIT = {
    *("baseline_value", "baseline_low", "baseline_high", "reference_baseline", "target_value"),
    *("latest_value", "latest_low", "latest_high", "reference_latest", "reference_target"),
}


def _field(name: str, under: str = "") -> Field:
    """Turn a field of the card into one of the form; the card stays the one source of its words."""
    if name == short.ASKS:
        return Field(
            name,
            "What it asks",
            "choice",
            short.ASKED,
            help="A condition of everybody belongs to a partnership. What a program does belongs "
            "to the position that runs it.",
            listed=False,
        )
    card = FIELDS[name]
    words = "long text" if name in _LONG else "day" if name in _DAYS else "text"
    kind = "year" if name.endswith("_year") else _KINDS.get(card.kind, words)
    options = {each: each for each in card.choices if card.kind == "text"}
    if card.kind == "yes or no":
        options = {"yes": "yes", "no": "no"}
    return Field(
        name,
        card.label,
        "choice" if options else kind,
        options,
        help=f"{card.help} For example: {card.example}",
        required=name == "name",
        under=under,
        listed=name in LISTED,
        unit=_UNITS.get(name, ""),
        unit_in="unit" if name in _OF_THE_UNIT else "",
    )


def _more(name: str) -> str:
    return f"More fields: {FIELDS[name].section.lower()}"


CARD_FIELDS = (
    *(_field(name) for name in short.FIRST),
    *(_field(name, _more(name)) for name in short.MORE),
)


def metric_register(name: str = "metric_register") -> RecordList:
    """Return the learner's register; Riverbend County (invented) has its own, when it is chosen."""
    invented = letterhead.invented()
    # Whoever practices begins with a card that is there, and mends it.
    begun = [card for card in riverbend_cards() if card.id == TO_MEND] if invented else []

    def beside() -> tuple[list[Any], list[Any]]:
        return (fair_rules.kept_rules(), fair_rules.kept_evaluations())

    listed = RecordList(
        place.artifact(name),
        CARD_FIELDS,
        title=place.titled("Register of measures"),
        one="card",
        start=[short.record_of(card) for card in begun],
        look=look,
        record=public_record.REGISTER,
        paper=lambda records: register.paper(cards_of(records), *beside(), invented=invented),
        workbook=lambda records: register_book.book(
            cards_of(records), *beside(), invented=invented
        ),
        beside=lambda: any(beside()),
        # What is true of a department never goes into an invented list.
        from_file=None if invented else offered,
    )
    chosen_file.follow(KIND, name, listed.refresh)
    return listed


def offered() -> FromFile | None:
    """Return the cards of the learner's own register, while a file of it is in use."""
    file = chosen_file.in_use(KIND)
    if file is None:
        return None
    rows = tuple(_records_of_file(file))
    return FromFile(file.file, f"Add the cards of {file.file}", rows, not_read(file))


def cards_of_file(file: InUse) -> list[MetricCard]:
    """Return the cards of a checked register, read as the list and its paper read them."""
    return [short.card_of(record) for record in _records_of_file(file)]


def _records_of_file(file: InUse) -> list[Record]:
    table = file.result.table
    cards = () if table is None else from_csv(table.to_csv(index=False)).cards
    return [short.record_of(card) for card in cards]


def not_read(file: InUse) -> tuple[str, ...]:
    """Return what a card is read by, and no column of a checked register was read as.

    The direction is one of these where it does not follow from each target and baseline.
    """
    table = file.result.table
    if table is None:
        return ()
    lacks = tuple(name for name in READ_BY if name not in table)
    open_ = "direction" not in table and not all(card.direction for card in cards_of_file(file))
    return (*lacks, "direction") if open_ else lacks


def register_repairs(name: str = "register_repairs") -> RecordList:
    """Return three flawed cards of Riverbend County (invented), each to be mended."""
    return RecordList(
        REPAIRS,
        CARD_FIELDS,
        title=f"Three cards to repair: {place.RIVERBEND_NAME}",
        one="practice card",
        start=[short.record_of(card) for card in riverbend_cards() if card.id in TO_REPAIR],
        look=look,
    )


def riverbend_cards() -> tuple[MetricCard, ...]:
    """Return the register of Riverbend County (invented), as its data set has it."""
    rows = datasets.read(RIVERBEND_REGISTER)
    return from_csv(rows.to_csv(index=False)).cards


def look(record: Record) -> Said:
    """Say the three worst things that the checks remark on beside their fields, the others below.

    Dollars that the learner's decision matrix (lesson 04) gives the owner count, and are told.
    """
    known = None if record.get("owner_dollars") is not None else _dollars_of(record.get("owner"))
    matrix = ""
    if known is not None:
        record = {**record, "owner_dollars": known}
        matrix = f"Your decision matrix lets this position commit ${known:,.0f}: write it down."
    card = short.card_of(record)
    found = short.without_computed(check_card(card, date.today()))
    shown, others = short.worst(found, record)
    said, more = (tuple((each.part, _words(each)) for each in part) for part in (shown, others))
    if not found:
        end = closing(found)
        return Said((), " ".join(filter(None, (end, matrix))))
    count = fair_rules.counted(len(shown), len(found))
    return Said(said, " ".join(filter(None, (count, short.read_as(record), matrix))), more)


def _words(remark: Remark) -> str:
    """Say a remark in the words of the form, which asks level and kind by one choice."""
    if remark.part == short.ASKS:
        return "Choose what it asks: without it nobody knows whether one position can answer."
    return f"{remark.what} {remark.try_instead}"


def _dollars_of(owner: object) -> float | None:
    """Return what the decision matrix lets a position commit; None when it does not say."""
    wanted = str(owner or "").strip().casefold()
    try:
        rows = kept_rows(POSITIONS)
    except UserError:  # its own list says so
        return None
    for row in rows:
        money = row.get("money")
        if wanted and str(row.get("name", "")).strip().casefold() == wanted and money is not None:
            return float(money)
    return None


def cards_of(records: Sequence[Record]) -> list[MetricCard]:
    """Turn kept records into cards; one without an id of the learner's gets a number."""
    made = [short.card_of(record) for record in records]
    numbers = {
        card.id: f"Card {at}" for at, card in enumerate(made, start=1) if GIVEN.fullmatch(card.id)
    }
    called = {**numbers, "": ""}
    return [
        replace(
            card,
            id=f"Card {at}" if card.id in numbers else card.id,
            paired_measure=called.get(card.paired_measure, card.paired_measure),
        )
        for at, card in enumerate(made, start=1)
    ]
