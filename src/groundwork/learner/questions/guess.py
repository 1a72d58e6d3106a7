"""A guess before the page tells: each option has its reply, and none is right or wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from groundwork.learner.questions.choose import Option
from groundwork.learner.questions.question import Question, Verdict


@dataclass(frozen=True, kw_only=True)
class Guess(Question):
    """Choose one option and be told what is known; the answer is an option's name."""

    kind: ClassVar[str] = "guess"
    did: ClassVar[str] = "guessed"

    options: tuple[Option, ...] = ()

    def judge(self, answer: object) -> Verdict:
        """Return the reply to an option; nothing is right or wrong."""
        replies = {option.name: option.reply for option in self.options}
        text = replies.get(str(answer).strip(), "")
        return Verdict(None, text or "Noted. This stays on this page only.", bool(text))

    def asked(self) -> dict[str, Any]:
        """Return prompt and options."""
        return {"prompt": self.prompt, "options": {each.name: each.text for each in self.options}}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        options = tuple(Option(**each) for each in data["options"])
        return super().from_json({**data, "options": options})
