"""Fill the fields of a card."""

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from groundwork.learner.numerals import typed
from groundwork.learner.questions import Card
from groundwork.screen.widgets.questions.number import number_in, with_unit
from groundwork.screen.widgets.questions.question import How, Question, drawn, pairs
from groundwork.subject.errors import UserError


class CardQuestion(Question):
    """Fill the fields of a card; the answer is a mapping of field to option or number.

    Parameters
    ----------
    fields
        Field to its label and its options; a field with no options takes a number.
    units
        Field to the words that may stand behind its number, first as the card writes it.
    """

    drawn_by = drawn("card")

    def __init__(
        self,
        id: str,
        prompt: str,
        fields: Mapping[str, tuple[str, Mapping[str, str]]],
        units: Mapping[str, Sequence[str]] | None = None,
        **how: Unpack[How],
    ) -> None:
        self._units = units or {}
        content = {
            "kind": "card",
            "fields": [
                {
                    "id": name,
                    "label": label,
                    "options": pairs(options),
                    "unit": next(iter(self._units.get(name, ())), ""),
                }
                for name, (label, options) in fields.items()
            ],
        }
        super().__init__(id, prompt, content, **how)

    def clean(self, value: Any) -> dict[str, str | float]:
        """Return field to entry, or name the fields that are open or hold no number."""
        given = value or {}
        empty = [each["label"] for each in self.content["fields"] if not self._filled(each, given)]
        if empty:
            raise UserError(f"Not filled yet: {'; '.join(empty)}.", "Fill each field.")
        return {each["id"]: self._entry(each, given[each["id"]]) for each in self.content["fields"]}

    def _filled(self, field: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
        entry = given.get(field["id"])
        known = [name for name, _ in field["options"]]
        return entry in known if known else str("" if entry is None else entry).strip() != ""

    def _entry(self, field: Mapping[str, Any], entry: Any) -> str | float:
        if field["options"]:
            return str(entry)
        return number_in(str(entry), lambda: self._units.get(field["id"], ()), field["label"])

    def in_words(self, value: Mapping[str, str | float]) -> str:
        """Return each field with its entry."""
        return "; ".join(
            f"{each['label']}: {self._shown(each, value.get(each['id'], ''))}"
            for each in self.content["fields"]
        )

    def _shown(self, field: Mapping[str, Any], entry: str | float) -> str:
        if field["options"]:
            return f"“{dict(field['options']).get(entry, entry)}”"
        return with_unit(entry, field["unit"]) if entry != "" else ""

    def as_typed(self, value: Mapping[str, str | float] | None) -> dict[str, str]:
        """Return each entry as it is chosen or typed."""
        return {name: typed(entry) for name, entry in (value or {}).items()}

    def choices(self) -> list[str]:
        """Return each field with its options."""
        lines = []
        for each in self.content["fields"]:
            how = f"a number ({each['unit']})" if each["unit"] else "a number"
            lines.append(f"{each['label']}: {'choose one.' if each['options'] else how}")
            lines += [f"  - {text}" for _, text in each["options"]]
        return lines


def on_a_card(asked: Card, **how: Unpack[How]) -> CardQuestion:
    """Return the controls of a card that is to be filled."""
    fields = {
        field.name: (field.label, {each.name: each.text for each in field.options})
        for field in asked.fields
    }
    units = {field.name: field.unit for field in asked.fields}
    return CardQuestion(asked.id, asked.prompt, fields, units, **how)
