"""Mark the flawed parts of a text."""

from collections.abc import Mapping
from typing import Any, Unpack

from groundwork.learner.questions import Flaw
from groundwork.screen.widgets.questions.choose import ChoiceQuestion
from groundwork.screen.widgets.questions.question import How
from groundwork.subject.errors import UserError

MARK = "Mark each part that is flawed."


class FlawQuestion(ChoiceQuestion):
    """Mark the flawed parts of a text; the answer is their sorted list."""

    def __init__(
        self,
        id: str,
        prompt: str,
        parts: Mapping[str, str],
        **how: Unpack[How],
    ) -> None:
        super().__init__(id, prompt, parts, several=True, help=MARK, **how)

    def clean(self, value: Any) -> str | list[str]:
        """Return the marked parts, sorted."""
        if not value:
            raise UserError("Nothing is marked yet.", "Mark a part, then press the button.")
        return super().clean(value)

    def choices(self) -> list[str]:
        """Return one line a part, in the order of the text."""
        return [MARK, *(f"  {name}) {text}" for name, text in self.content["options"])]


def marked(asked: Flaw, **how: Unpack[How]) -> FlawQuestion:
    """Return the controls of a text whose flawed parts are to be found."""
    parts = {part.name: part.text for part in asked.parts}
    return FlawQuestion(asked.id, asked.prompt, parts, **how)
