"""Write an answer in words."""

import textwrap
from typing import Any, Unpack

from groundwork.learner.questions import Text
from groundwork.screen.widgets.questions.question import How, Question, drawn
from groundwork.subject.errors import UserError


class TextQuestion(Question):
    """Write an answer. In an exercise it is handed in, and the screen says so.

    Parameters
    ----------
    rows
        How many lines the box shows.
    button, note
        What the button says and a line above the box, where the text is not handed in.
    record
        What is said of public records.
    """

    drawn_by = drawn("typed")

    def __init__(
        self,
        id: str,
        prompt: str,
        *,
        rows: int = 5,
        button: str = "Save my answer",
        note: str = "If you learn with a group, a person reads this after you hand in.",
        record: str = "",
        **how: Unpack[How],
    ) -> None:
        content: dict[str, Any] = {"kind": "text", "rows": rows, "record": record}
        if how.get("reply"):
            content |= {"button": button, "note": note}
        super().__init__(id, prompt, content, **how)

    def clean(self, value: Any) -> str:
        """Return the text without blank space around it."""
        text = str(value or "").strip()
        if not text:
            raise UserError("There is no text yet.", "Write your answer, then press the button.")
        return text

    def in_words(self, value: str) -> str:
        """Return the text, cut where it is long."""
        return f"“{textwrap.shorten(value, 300, placeholder='…')}”"

    def choices(self) -> list[str]:
        """Return that a written answer is wanted."""
        return ["Write your answer.", *([self.content["note"]] if "note" in self.content else [])]


def written(asked: Text, **how: Unpack[How]) -> TextQuestion:
    """Return the box of a question that is answered in words."""
    return TextQuestion(asked.id, asked.prompt, rows=asked.rows, **how)
