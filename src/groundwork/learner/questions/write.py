"""Several written parts that a person reads by a rubric; a program looks at their form alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from groundwork.learner.questions.question import Question, Verdict, counted_points
from groundwork.learner.questions.text import Text, about_words
from groundwork.subject import silence, wording
from groundwork.subject.causes import NUMBERS


@dataclass(frozen=True)
class Criterion:
    """One thing that whoever reads the answer asks of it, and the most points it may give."""

    name: str
    ask: str
    points: int


@dataclass(frozen=True, kw_only=True)
class Write(Question):
    """A written answer in parts; the answer is a mapping of part id to text.

    `points` is for what a program gives, so it is 0: a person gives the points of the criteria.

    Parameters
    ----------
    parts
        The boxes to write in, each with an id of its own, under which its answer is kept.
    criteria
        What a reader asks. Whoever learns alone sees it after saving.
    weak, strong
        An answer about Riverbend County (invented) that lacks much, and one that does not.
    """

    kind: ClassVar[str] = "write"

    parts: tuple[Text, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    weak: str = ""
    strong: str = ""

    @property
    def reader_points(self) -> int:
        """Return the most points that a reader may give."""
        return sum(each.points for each in self.criteria)

    def judge(self, answer: object) -> Verdict:
        """Say what the form of the parts lacks, or what the word list finds in them."""
        texts = answer if isinstance(answer, Mapping) else {}
        if lacks := self.lacks({str(id): str(text) for id, text in texts.items()}):
            return Verdict(None, lacks, recognized=False)
        return Verdict(None, "\n".join([self.complete(), *self.remarks(texts)]))

    def lacks(self, texts: Mapping[str, str]) -> str:
        """Return the first thing that the form of the parts lacks, or nothing."""
        for part in self.parts:
            if not texts.get(part.id):
                return (
                    f"The part “{part.name}” has no answer. Answer it above and press its button."
                )
        seen: dict[str, str] = {}
        for part in self.parts:
            text = texts[part.id]
            if has := part.too_short(text):
                return f"The part “{part.name}” has {has}. Write at least {part.words}."
            same = seen.setdefault(_bare(text), part.name)
            if same != part.name:
                return _says_the_same(same, part.name)
        return ""

    def says_again(self, id: str, texts: Mapping[str, str]) -> str:
        """Return that a part says what another one says, or nothing."""
        names = {part.id: part.name for part in self.parts}
        mine = _bare(texts.get(id, ""))
        same = [
            each for each in names if each != id and mine and _bare(texts.get(each, "")) == mine
        ]
        return _says_the_same(names[same[0]], names[id]) if same else ""

    def complete(self) -> str:
        """Say that every part is there, and that nobody has judged them."""
        return f"All {_count(len(self.parts))} parts are there. Nobody has judged them."

    def remarks(self, texts: Mapping[str, str]) -> list[str]:
        """Return what the word list finds in the parts, then what it cannot tell; a line each."""
        found = [
            f"{part.name}: {remark}"
            for part in self.parts
            for remark in about_words(texts[part.id], cause=part.cause)
        ]
        return [*found, f"{wording.limits(len(found))} {silence.ASK}"]

    def asked(self) -> dict[str, Any]:
        """Return prompt, parts, and what a reader asks."""
        return {
            "prompt": self.prompt,
            "parts": {part.id: part.asked() for part in self.parts},
            "criteria": {each.name: [each.ask, each.points] for each in self.criteria},
        }

    def promises(self) -> list[str]:
        """Say how many parts there are, what their form must be, and who reads them."""
        fewest = {part.words for part in self.parts}
        count = _count(len(self.parts))
        form = f"Write {count} short parts. The check looks at the form only, so it gives no points"
        if len(fewest) == 1:
            words = _count(fewest.pop())
            form += f": each part has at least {words} words, and no two parts are the same"
        told = (
            "It also tells you what a list of words finds; a list cannot tell whether a sentence "
            "is fair."
        )
        things = f"{_count(len(self.criteria))} thing{'' if len(self.criteria) == 1 else 's'}"
        reader = (
            "If you learn with a group, a person then reads what you wrote and asks "
            f"{things} ({counted_points(self.reader_points)})."
        )
        return [f"{form}.", told, *([reader] if self.criteria else [])]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        parts = tuple(Text(**each) for each in data["parts"])
        criteria = tuple(Criterion(**each) for each in data.get("criteria", ()))
        return super().from_json({**data, "parts": parts, "criteria": criteria})


def _bare(text: str) -> str:
    return " ".join(text.lower().split())


def _says_the_same(one: str, other: str) -> str:
    return f"The parts “{one}” and “{other}” say the same. Change one of them."


def _count(count: int) -> str:
    return NUMBERS[count].lower() if count < len(NUMBERS) else str(count)
