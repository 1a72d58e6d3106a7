"""Mark the flawed parts of a text, a card or a rule."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from groundwork.learner.answers import as_data
from groundwork.learner.questions.question import GENERAL, Question, Verdict
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class Part:
    """One part of what is looked at.

    `reply` is said of a flawed part to whoever passed it over, and of a sound one to whoever marked
    it and found all flaws. So what is said of a sound part points at no other.
    """

    name: str
    text: str
    flawed: bool = False
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class Flaw(Question):
    """Some parts are flawed and some are sound; the answer names the parts that were marked.

    How many are flawed is not asked and not told before an answer: to find it out is the task.

    Parameters
    ----------
    parts
        What is looked at, part by part, in the order in which it is read.
    why
        What is said when all flawed parts are marked and no other.
    other
        What is said to any other answer that has no reply of its own.
    """

    kind: ClassVar[str] = "flaw"
    did: ClassVar[str] = "marked as flawed"

    parts: tuple[Part, ...] = ()
    why: str = ""
    other: str = GENERAL

    def judge(self, answer: object) -> Verdict:
        """Count the flaws that were found, and tell the first that was not, or a sound part."""
        marked = self._marked(answer)
        if marked == self._flaws():
            return Verdict(True, self.why)
        replies = list(filter(None, self._replies(marked)))
        told = replies[0] if replies else self.other
        return Verdict(False, f"{self._count(marked)} {told}", bool(replies))

    def asked(self) -> dict[str, Any]:
        """Return prompt and parts."""
        return {"prompt": self.prompt, "parts": {part.name: part.text for part in self.parts}}

    @property
    def right_answer(self) -> list[str]:
        """Return the names of the flawed parts, sorted."""
        return self._flaws()

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return each sound part marked beside the flawed ones, and each flawed one passed over."""
        flaws = self._flaws()
        return [
            (
                [name for name in flaws if name != part.name]
                if part.flawed
                else sorted([*flaws, part.name]),
                part.reply,
            )
            for part in self.parts
            if part.reply
        ]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        return super().from_json({**data, "parts": tuple(Part(**each) for each in data["parts"])})

    def _flaws(self) -> list[str]:
        return sorted(part.name for part in self.parts if part.flawed)

    def _marked(self, answer: object) -> list[str]:
        data = as_data(answer)
        if isinstance(data, list) and all(isinstance(name, str) for name in data):
            return sorted({name.strip() for name in data})
        raise UserError(f"The answer is {data!r}, and the question asks for a list of parts.")

    def _count(self, marked: list[str]) -> str:
        """Say how many flaws were found, and how many sound parts were marked."""
        found = len(set(marked) & set(self._flaws()))
        sound = len(set(marked) - set(self._flaws()))
        flaws = f"Flaws that you found: {found}."
        return f"{flaws} Sound parts that you marked: {sound}." if sound else flaws

    def _replies(self, marked: list[str]) -> Iterator[str]:
        """Yield the replies to flaws that are not marked, then to sound parts that are."""
        yield from (one.reply for one in self.parts if one.name not in marked and one.flawed)
        yield from (one.reply for one in self.parts if one.name in marked and not one.flawed)
