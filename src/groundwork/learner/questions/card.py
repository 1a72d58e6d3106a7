"""Fill the fields of a card; each field is judged by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from groundwork.learner.answers import as_data
from groundwork.learner.numerals import read_number
from groundwork.learner.questions.choose import Option
from groundwork.learner.questions.number import SHARE, Slip, is_share
from groundwork.learner.questions.question import GENERAL, Question, Verdict, each_named_once
from groundwork.learner.units import refuse_other
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class CardField:
    """One field of the card: its entry is chosen from options, or is a number that is typed.

    Parameters
    ----------
    name, label
        What answers keep, and what the card says.
    options
        What may be chosen; empty where a number is typed.
    right, within, slips
        Of a number: the right one, how far from it is still right, and the wrong ones we know.
    unit
        Of a number: the words that may stand behind it, first as the card writes it.
    other
        What is said to an entry that has no reply of its own.
    """

    name: str
    label: str
    options: tuple[Option, ...] = ()
    right: Fraction | None = None
    within: Fraction = Fraction(0)
    unit: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()
    other: str = ""

    @property
    def is_number(self) -> bool:
        """Whether a number is typed here."""
        return self.right is not None

    @property
    def right_entry(self) -> str | float:
        """Return the entry that is right, as an answer holds it."""
        if self.right is not None:
            return float(self.right)
        return next(option.name for option in self.options if option.right)

    def judge(self, entry: object) -> str | None:
        """Return None for the right entry, else what is said to it; "" where nothing is known."""
        if self.right is None:
            option = next((one for one in self.options if one.name == entry), None)
            if option and option.right:
                return None
            return (option.reply if option else "") or self.other
        numeral = read_number(entry)
        refuse_other(numeral, self.unit)
        if abs(numeral.value - self.right) <= self.within:
            return None
        near = [slip for slip in self.slips if abs(numeral.value - slip.value) <= self.within]
        if not near and is_share(numeral.value, self.right, self.unit):
            return SHARE
        return near[0].reply if near else self.other

    def wrong_entries(self) -> list[tuple[str | float, str]]:
        """Return each wrong entry that has a reply, with it."""
        chosen = [(each.name, each.reply) for each in self.options if not each.right and each.reply]
        return [*chosen, *((float(slip.value), slip.reply) for slip in self.slips)]


@dataclass(frozen=True, kw_only=True)
class Card(Question):
    """A card with several fields; the answer is a mapping of field to entry.

    Parameters
    ----------
    fields
        The card's fields, in order.
    why
        What is said when every field is right.
    other
        What is said when no field has a reply for its entry.
    """

    kind: ClassVar[str] = "card"
    did: ClassVar[str] = "filled in"

    fields: tuple[CardField, ...] = ()
    why: str = ""
    other: str = GENERAL

    def judge(self, answer: object) -> Verdict:
        """Judge field by field: say how many are right, and of each wrong one what it is."""
        given = as_data(answer)
        if not isinstance(given, dict):
            raise UserError(f"The answer is {given!r}, and the question asks for a filled card.")
        told = {
            field.label: self.other
            if given.get(field.name) in (None, "")
            else field.judge(given[field.name])
            for field in self.fields
        }
        wrong = {label: said for label, said in told.items() if said is not None}
        if not wrong:
            return Verdict(True, self.why)
        right = len(self.fields) - len(wrong)
        replies = {label: said for label, said in wrong.items() if said not in ("", self.other)}
        told_of = replies or {next(iter(wrong)): self.other}
        counted = f"{right} of {len(self.fields)} fields are right."
        return Verdict(False, each_named_once(counted, told_of, wrong), any(wrong.values()))

    def asked(self) -> dict[str, Any]:
        """Return prompt, and of each field its label with its options or that it takes a number."""
        return {
            "prompt": self.prompt,
            "fields": {
                field.name: {
                    "label": field.label,
                    **(
                        {"number": list(field.unit), "within": str(field.within)}
                        if field.is_number
                        else {"options": {each.name: each.text for each in field.options}}
                    ),
                }
                for field in self.fields
            },
        }

    @property
    def right_answer(self) -> dict[str, str | float]:
        """Return field to right entry."""
        return {field.name: field.right_entry for field in self.fields}

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return for each reply a card that is wrong in this one field."""
        return [
            ({**self.right_answer, field.name: entry}, reply)
            for field in self.fields
            for entry, reply in field.wrong_entries()
        ]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        return super().from_json({**data, "fields": tuple(map(_field, data["fields"]))})


def _field(data: Mapping[str, Any]) -> CardField:
    right = data.get("right")
    return CardField(
        **{
            **data,
            "options": tuple(Option(**each) for each in data.get("options", ())),
            "right": None if right is None else Fraction(right),
            "within": Fraction(data.get("within", 0)),
            "unit": tuple(data.get("unit", ())),
            "slips": tuple(
                Slip(Fraction(each["value"]), each["reply"]) for each in data.get("slips", ())
            ),
        }
    )
