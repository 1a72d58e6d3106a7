"""Choose one option, or all that apply."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from groundwork.learner.answers import as_data
from groundwork.learner.questions.question import GENERAL, Question, Verdict
from groundwork.subject.errors import UserError


@dataclass(frozen=True)
class Option:
    """One option.

    `reply` is said to whoever chose it; under a right option of several, to whoever left it out.
    """

    name: str
    text: str
    right: bool = False
    reply: str = ""


@dataclass(frozen=True, kw_only=True)
class Choose(Question):
    """One right option, or with `several` a set of them; the answer names options.

    Parameters
    ----------
    why
        What is said to the right answer.
    other
        What is said to any other answer that has no reply of its own.
    """

    kind: ClassVar[str] = "choose"
    did: ClassVar[str] = "picked"

    options: tuple[Option, ...] = ()
    several: bool = False
    why: str = ""
    other: str = GENERAL

    def judge(self, answer: object) -> Verdict:
        """Look the answer up. Of several mistakes the first is told: one thing at a time."""
        chosen = self._chosen(answer)
        if chosen == self._right():
            return Verdict(True, self.why)
        for reply in filter(None, self._replies(chosen)):
            return Verdict(False, reply)
        return Verdict(False, self.other, recognized=False)

    def asked(self) -> dict[str, Any]:
        """Return prompt, options and whether several may be chosen."""
        options = {option.name: option.text for option in self.options}
        return {"prompt": self.prompt, "options": options, "several": self.several}

    @property
    def right_answer(self) -> str | list[str]:
        """Return the right option's name, or the names of several."""
        right = self._right()
        return right if self.several else right[0]

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return each wrong choice with its reply; of several, also each right one left out."""
        wrong = [option for option in self.options if not option.right]
        if not self.several:
            return [(option.name, option.reply) for option in wrong]
        right = self._right()
        extra = [(sorted([*right, option.name]), option.reply) for option in wrong]
        return extra + [
            ([name for name in right if name != option.name], option.reply)
            for option in self.options
            if option.right
        ]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        options = tuple(Option(**each) for each in data["options"])
        return super().from_json({**data, "options": options})

    def _right(self) -> list[str]:
        return sorted(option.name for option in self.options if option.right)

    def _chosen(self, answer: object) -> list[str]:
        """Return the sorted names in an answer; order and repetition do not count."""
        data = as_data(answer)
        if not self.several and isinstance(data, str):
            return [data.strip()]
        if self.several and isinstance(data, list) and all(isinstance(o, str) for o in data):
            return sorted({name.strip() for name in data})
        wanted = "a list of options" if self.several else "one option"
        raise UserError(f"The answer is {data!r}, and the question asks for {wanted}.")

    def _replies(self, chosen: list[str]) -> Iterator[str]:
        """Yield the replies to what is chosen and should not be, then to what is left out."""
        options = {option.name: option for option in self.options}
        known = [options[name] for name in chosen if name in options]
        yield from (option.reply for option in known if not option.right)
        if self.several:
            left_out = (options[name] for name in sorted(options) if name not in chosen)
            yield from (option.reply for option in left_out if option.right)
