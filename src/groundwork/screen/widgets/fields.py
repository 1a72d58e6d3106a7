"""One field of a record and what is typed into it: read by its kind, with its unit, or refused."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from groundwork.learner.amounts import UNITS, read_amount, read_day
from groundwork.learner.numerals import Numeral, ask_about_point, read_number
from groundwork.screen.widget import FieldError
from groundwork.subject.days import day_of
from groundwork.subject.errors import UserError

KINDS = ("text", "long text", "name", "names", "choice", "number", "whole", "year", "day")
NUMBERS = ("number", "whole", "year")
ANY = ("",)
"""In `Field.when`: whatever stands in the other field, if anything does."""
Record = dict[str, Any]  # field id to value, and "id" to the record's own name in the file


@dataclass(frozen=True)
class Said:
    """What is said of a record while it is written: each remark with the field it is about.

    `end` says below all fields how many remarks there are, and what no check can tell. `more` are
    those that do not stand beside their field: they are listed below, with the way to it.
    """

    remarks: tuple[tuple[str, str], ...]
    end: str
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Field:
    """One column of the list.

    Attributes
    ----------
    id, label
        The column's id in the data and its name on the screen.
    kind
        "text", "long text", "choice", "number", "whole" for what is counted, "year", or "day",
        which is kept as 2027-06-30.
        "name" is a text with a list to pick from, "names" one that holds several with ";" between
        them; what is picked from is `offers` of the list, and other names may be typed.
    options
        Of a choice: what is kept to what is shown. Of a number: words that may stand in its place,
        such as "none", to what is shown for them.
    help
        One sentence below the label.
    required
        Whether a record without it is refused.
    under
        The name of the folded part of the form that holds it, for a field that is seldom needed;
        "" for one that is always in sight.
    listed
        Whether the table shows it; a long list keeps some fields for the form and the paper.
    when
        The id of another field and those of its values for which this one is asked, or `ANY`; ()
        where it is always asked. What it holds stays when it is not asked any more.
    unit
        Of a number: what it counts, one of `groundwork.learner.amounts.UNITS`; "" for whatever.
    unit_in
        Of a number of whatever unit: the id of the field that says it. A unit that is typed with
        the number is kept there; one that is typed where none is asked is refused.
    """

    id: str
    label: str
    kind: str = "text"
    options: Mapping[str, str] = field(default_factory=dict)
    help: str = ""
    required: bool = False
    under: str = ""
    listed: bool = True
    when: tuple[str, tuple[str, ...]] | tuple[()] = ()
    unit: str = ""
    unit_in: str = ""

    def clean(self, typed: Any) -> Any:
        """Return what was typed as text, option id or number; an empty field is "" or None."""
        text = str(typed if typed is not None else "").strip()
        if not text:
            return None if self.kind in NUMBERS else ""
        if self.kind in NUMBERS:
            if word := self._word(text):
                return word
            try:
                numeral = read_number(text)
                number = float(numeral.value)
                self._refuse_unit(text, _unit_of(numeral))
                ask_about_point(numeral, "people" if self.kind == "whole" else _unit_of(numeral))
                if self.kind == "number":
                    return number
                if not number.is_integer():
                    example = "2027" if self.kind == "year" else "12"
                    raise UserError(f"{text} is no whole number.", f"Write it like {example}.")
                return int(number)
            except UserError as error:
                raise UserError(f"{self.label}: {error.problem}", error.fix) from None
        if self.kind == "choice" and text not in self.options:
            options = ", ".join(self.options.values())
            raise UserError(f"{self.label} has no option {text!r}.", f"Choose one of: {options}.")
        return text

    def _word(self, text: str) -> str:
        """Return the word in place of a number that was typed, or ""."""
        bare = text.strip(" .").casefold()
        return next((word for word, says in self.options.items() if bare in (word, says)), "")

    def _refuse_unit(self, text: str, unit: str) -> None:
        """Refuse a unit that is not asked, such as percent in a count: it would be lost."""
        known = self.unit or self.unit_in
        if known or not unit or unit.casefold().rstrip("s") in self.label.casefold():
            return
        raise UserError(
            f"“{text}” is in {unit}, which is not asked here.",
            "Write the number that is asked, without a unit.",
        )

    def unit_typed(self, typed: Any) -> str:
        """Return the unit that was typed with a number of whatever unit, in words; or ""."""
        try:
            return _unit_of(read_number(str(typed).strip())) if self.unit_in and typed else ""
        except UserError:
            return ""

    def typed(self, typed: Any) -> Any:
        """Return what was typed just now, as `clean` does; its unit, size and day are checked."""
        text = str(typed if typed is not None else "").strip()
        try:
            if text and self.unit and not self._word(text):
                return read_amount(text, UNITS[self.unit])
            if text and self.kind == "day":
                return read_day(text)
        except UserError as error:
            raise UserError(f"{self.label}: {error.problem}", error.fix) from None
        return self.clean(text)

    def shown(self, value: Any) -> str:
        """Return a kept value as the table shows it."""
        if value is None:
            return ""
        if self.kind == "number" and value in self.options:
            return self.options[value]
        if self.unit.startswith("dollars") and not float(value).is_integer():
            return f"{value:,.2f}"
        return self.options.get(value, value) if self.kind == "choice" else self.as_typed(value)

    def as_typed(self, value: Any) -> str:
        """Return a kept value as the form shows it, which takes it again."""
        if self.kind == "day" and value:
            return day_of(str(value))
        return str(value) if self.kind == "year" and value else plain(value)


def _unit_of(numeral: Numeral) -> str:
    return _SIGNS.get(numeral.unit.rstrip(".").casefold(), numeral.unit)


_SIGNS = {"%": "percent", "$": "dollars", "us$": "dollars", "usd": "dollars"}


def complete(fields: Sequence[Field], typed: Mapping[str, Any]) -> tuple[Record, str]:
    """Clean what the form sent, or name the field at fault; say what was kept elsewhere.

    A kept record may lack a field, because the field was not needed when it was written.
    """
    record: Record = {}
    for each in fields:
        try:
            value = each.typed(typed.get(each.id))
        except UserError as error:
            raise FieldError(each.id, error.problem, error.fix) from None
        if each.required and value in ("", None):
            how = "Choose one" if each.kind == "choice" else "Fill it in"
            raise FieldError(each.id, f"“{each.label}” is empty.", f"{how}, then save again.")
        record[each.id] = value
    return record, keep_units(fields, record, typed)


def keep_units(fields: Sequence[Field], record: Record, typed: Mapping[str, Any]) -> str:
    """Keep a unit that was typed with a number in the field that asks for it, and say so."""
    told = ""
    labels = {each.id: each.label for each in fields}
    for each in fields:
        unit = each.unit_typed(typed.get(each.id))
        said = str(record.get(each.unit_in) or "").casefold()
        if not unit or said.startswith(unit.casefold()):
            continue
        label = labels[each.unit_in]
        if said:
            raise FieldError(
                each.id,
                f"{each.label}: “{typed[each.id]}” is in {unit}, and “{label}” says {said}.",
                f"Write the number alone, or change “{label}”.",
            )
        record[each.unit_in] = unit
        told = f"{label}: {unit}, as you typed “{typed[each.id]}”."
    return told


def so_far(fields: Sequence[Field], typed: Mapping[str, Any]) -> Record:
    """Return a record as it is typed; what cannot be read yet is empty."""
    record: Record = {}
    for each in fields:
        try:
            record[each.id] = each.typed(typed.get(each.id))
        except UserError:
            record[each.id] = None
    with suppress(FieldError):
        keep_units(fields, record, typed)
    return record


def plain(value: Any) -> str:
    """Return a kept value as plain text."""
    if value is None:
        return ""
    return f"{value:,.12g}" if isinstance(value, int | float) else str(value)
