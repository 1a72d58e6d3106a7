"""A number computed from a data set, in many variants: the same question about other numbers.

A variant is named by what it is about (a group and a year), never by its place in a list, so that
new rows of data rename no variant and take no answer's meaning away.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, ClassVar, Self

from groundwork.learner.questions.number import Code, Number, Slip
from groundwork.learner.questions.question import GENERAL, Question, Verdict
from groundwork.subject.errors import UserError

# {group}, {rate}: what a variant fills into the words of the question.
PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Variant:
    """The numbers and words of one variant.

    `slips` holds a value for each reply of the question, None where another answer has that value.
    """

    name: str
    words: Mapping[str, str]
    right: Fraction
    within: Fraction
    places: int
    slips: tuple[Fraction | None, ...]


@dataclass(frozen=True, kw_only=True)
class Computed(Question):
    """A number with its unit, in variants; the first is the one that a page shows at first.

    `prompt`, `why`, `other`, `step` and `replies` hold places such as {group} that a variant fills.
    """

    kind: ClassVar[str] = "computed"
    did: ClassVar[str] = "entered"

    variants: tuple[Variant, ...] = ()
    replies: tuple[str, ...] = ()
    unit: str = ""
    forms: tuple[str, ...] = ()
    why: str = ""
    other: str = GENERAL
    variable: str = ""
    given: tuple[str, ...] = ()
    solution: str = ""
    seed: str = field(default="")

    @property
    def units(self) -> tuple[str, ...]:
        """Return the words that may stand behind the number, first as the question writes it."""
        return self.at().units

    def names(self) -> list[str]:
        """Return the variants' names: the first, then the others as the seed orders them."""
        first, *others = (each.name for each in self.variants)
        return [first, *sorted(others, key=self._order)]

    def next_after(self, name: str) -> str:
        """Return the variant that comes when a learner asks for other numbers."""
        names = self.names()
        place = names.index(name) if name in names else -1
        return names[(place + 1) % len(names)]

    def answered(self, name: str) -> str:
        """Return the variant that a kept answer is to; "" for one that is not asked here.

        An answer of before there were variants names none: it is to the published first one.
        """
        names = self.names()
        if not name:
            return "" if self.seed else names[0]
        return name if name in names else ""

    def at(self, name: str = "") -> Number:
        """Return the question with the numbers of one variant, the first when none is named.

        Raises
        ------
        UserError
            When there is no such variant.
        """
        variant = next((each for each in self.variants if name in ("", each.name)), None)
        if variant is None:
            raise UserError(
                "These numbers are not asked here any more.",
                "Press “Try other numbers”, then answer again.",
            )
        words = variant.words
        slips = zip(variant.slips, self.replies, strict=True)
        given = {each: words[each] for each in self.given}
        return Number(
            id=self.id,
            prompt=filled(self.prompt, words),
            points=self.points,
            objective=self.objective,
            step=filled(self.step, words),
            taught=self.taught,
            right=variant.right,
            within=variant.within,
            places=variant.places,
            unit=self.unit,
            forms=self.forms,
            slips=tuple(
                Slip(value, filled(reply, words)) for value, reply in slips if value is not None
            ),
            why=filled(self.why, words),
            other=filled(self.other, words),
            code=Code(self.variable, given, self.solution) if self.variable else None,
        )

    @property
    def codes(self) -> tuple[Code, ...]:
        """Return what there is to compute in the first variant, where somebody may."""
        return self.at().codes

    def judge(self, answer: object, variant: str = "") -> Verdict:
        """Judge a number as an answer to one variant, the first when none is named."""
        return self.at(variant).judge(answer)

    def asked(self) -> dict[str, Any]:
        """Return what each variant asks."""
        return {"variants": {each.name: self.at(each.name).asked() for each in self.variants}}

    @property
    def right_answer(self) -> float:
        """Return the right number of the first variant."""
        return self.at().right_answer

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return each cataloged wrong number of the first variant with its reply."""
        return self.at().wrong_answers()

    def promises(self) -> list[str]:
        """Return what holds of every variant; the rest is said with each."""
        return ["You can try other numbers once you have answered."]

    def drawn(self, seed: str, count: int) -> Self:
        """Return the question with as many variants as a seed draws, the published first left out.

        The same seed draws the same ones.
        """
        others = sorted(self.variants[1:], key=lambda each: _hash(seed, self.id, each.name))
        return replace(self, variants=tuple(others[:count]), seed=seed)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        variants = tuple(
            Variant(
                each["name"],
                each["words"],
                Fraction(each["right"]),
                Fraction(each["within"]),
                each["places"],
                tuple(None if value is None else Fraction(value) for value in each["slips"]),
            )
            for each in data["variants"]
        )
        lists = {name: tuple(data.get(name, ())) for name in ("replies", "forms", "given")}
        return super().from_json({**data, **lists, "variants": variants})

    def _order(self, name: str) -> str:
        return _hash(self.seed, self.id, name)


def variant_name(about: Sequence[str]) -> str:
    """Return the name of a variant about a data set, a group and a year, or the like."""
    return _hash(*about)[:6]


def filled(text: str, words: Mapping[str, str]) -> str:
    """Fill the places of a text; one that nobody knows stays as it is."""
    return PLACE.sub(lambda place: words.get(place[1], place[0]), text)


def _hash(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()
