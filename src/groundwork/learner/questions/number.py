"""A number with its unit, typed or computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from groundwork.learner.numerals import plain, read_number
from groundwork.learner.questions.question import GENERAL, Question, Verdict
from groundwork.learner.units import refuse_other
from groundwork.subject.causes import NUMBERS

SHARE = "That is a share of one. The question asks for percent."


@dataclass(frozen=True)
class Slip:
    """A wrong number that we know, and what is said to it."""

    value: Fraction
    reply: str


@dataclass(frozen=True)
class Code:
    """The place for those who write code.

    Parameters
    ----------
    variable
        The name whose value is judged.
    given
        Name to number, for the lines that stand there at first.
    solution
        What the author computes: an expression of the given names.
    """

    variable: str
    given: Mapping[str, str]
    solution: str


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """One number; the answer is text, a Python number, or a numpy or pandas value of size one.

    Parameters
    ----------
    right
        The right number.
    within
        How far from the right number is still right. The same holds for each slip.
    unit
        The unit as the question writes it; "" for none.
    forms
        The other words that may stand behind the number; see :mod:`groundwork.learner.units`.
    slips
        The wrong numbers that have a reply of their own.
    why, other
        What is said to the right number, and to one that nobody cataloged.
    places
        How many decimals the answer is written with; None: as many as the right number has.
    code
        Where the number may be computed; None for nowhere.
    """

    kind: ClassVar[str] = "number"
    did: ClassVar[str] = "entered"

    right: Fraction
    within: Fraction = Fraction(0)
    unit: str = ""
    forms: tuple[str, ...] = ()
    slips: tuple[Slip, ...] = ()
    why: str = ""
    other: str = GENERAL
    places: int | None = None
    code: Code | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """Return the words that may stand behind the number, first as the question writes it."""
        return (self.unit, *self.forms) if self.unit else self.forms

    def judge(self, answer: object) -> Verdict:
        """Find the nearest number within the tolerance; the right one wins over a slip nearby."""
        numeral = read_number(answer)
        refuse_other(numeral, self.units)
        distance = abs(numeral.value - self.right)
        if distance <= self.within:
            near = self._near(numeral.value) if distance else ""
            return Verdict(True, _joined(numeral.note, near, self.why))
        slips = [slip for slip in self.slips if abs(numeral.value - slip.value) <= self.within]
        if not slips and is_share(numeral.value, self.right, self.units):
            return Verdict(False, _joined(numeral.note, SHARE))
        if not slips and self._rounds_to_right(numeral.value):
            return Verdict(False, _joined(numeral.note, self._round_it()))
        if not slips:
            return Verdict(False, _joined(numeral.note, self.other), recognized=False)
        nearest = min(slips, key=lambda slip: abs(numeral.value - slip.value))
        return Verdict(False, _joined(numeral.note, nearest.reply))

    def _near(self, given: Fraction) -> str:
        """Say how a right answer differs from the key; a more exact one is no approximation."""
        typed, answer = plain(given), plain(self.right)
        if self.places is not None and abs(given - self.right) < Fraction(1, 2 * 10**self.places):
            return f"{typed[:1].upper()}{typed[1:]} is {answer}, rounded as it is asked."
        return f"You gave {typed}; the answer is {answer}. Close enough here."

    def asked(self) -> dict[str, Any]:
        """Return prompt and unit, and how exact the answer must be."""
        return {"prompt": self.prompt, "unit": self.unit, "promises": self.promises()}

    @property
    def right_answer(self) -> float:
        """Return the right number."""
        return float(self.right)

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return each cataloged wrong number with its reply."""
        return [(float(slip.value), slip.reply) for slip in self.slips]

    @property
    def decimals(self) -> int:
        """Return how many decimals the answer is written with."""
        return decimals(self.right) if self.places is None else self.places

    def _rounds_to_right(self, value: Fraction) -> bool:
        """Whether a number is the right one but for its rounding: the way to it was right."""
        return abs(value - self.right) * 10**self.decimals <= Fraction(1, 2)

    def rounded_too_far(self, given: object) -> str:
        """Say that a number is the right one with too few decimals; "" when it is not."""
        value = read_number(given).value
        for places in reversed(range(self.decimals)):
            if abs(value - self.right) * 10**places <= Fraction(1, 2) and _has(value, places):
                to = f"to {_places(places)}" if places else "to a whole number"
                return f"That is the right number, rounded {to}. Give {_places(self.decimals)}."
        return ""

    def _round_it(self) -> str:
        to = f"to {_places(self.decimals)}" if self.decimals else "to a whole number"
        return f"That is the right number before it is rounded. Round it {to}."

    @property
    def codes(self) -> tuple[Code, ...]:
        """Return what there is to compute, where somebody may."""
        return (self.code,) if self.code else ()

    def promises(self) -> list[str]:
        """Say how many decimals to give and what is near enough."""
        if not self.within:
            rounded = f"Round to {_places(self.decimals)}."
            return [rounded if self.decimals else "Give the exact number."]
        near = f"an answer within {plain(self.within)} is right"
        if not self.decimals:
            return [f"{near[0].upper()}{near[1:]}."]
        return [f"Give {_places(self.decimals)}; {near}."]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        return super().from_json(
            {
                **data,
                "right": Fraction(data["right"]),
                "within": Fraction(data.get("within", 0)),
                "forms": tuple(data.get("forms", ())),
                "slips": tuple(
                    Slip(Fraction(each["value"]), each["reply"]) for each in data.get("slips", ())
                ),
                "code": Code(**data["code"]) if data.get("code") else None,
            }
        )


def is_share(given: Fraction, right: Fraction, units: Sequence[str]) -> bool:
    """Whether a number is the right percent as a share of one, such as 0.455 or 138/303."""
    return "percent" in units and right != 0 and abs(100 * given - right) <= Fraction(1, 2)


def decimals(number: Fraction) -> int:
    """Return how many decimals a number has when it is written out."""
    return len(plain(number).partition(".")[2])


def _has(number: Fraction, places: int) -> bool:
    """Whether a number can be written with so many decimals."""
    return (number * 10**places).denominator == 1


def _places(count: int) -> str:
    return "one decimal" if count == 1 else f"{_in_words(count)} decimals"


def _joined(*said: str) -> str:
    return " ".join(filter(None, said))


def _in_words(count: int) -> str:
    return NUMBERS[count].lower() if count < len(NUMBERS) else str(count)
