"""Type a number."""

from collections.abc import Callable, Sequence
from typing import Any, Unpack

from groundwork.learner.numerals import exact, plain, read_number, typed
from groundwork.learner.questions import Number
from groundwork.learner.units import refuse_other
from groundwork.screen.widgets.questions.question import How, Question, drawn
from groundwork.subject.errors import UserError


class NumberQuestion(Question):
    """Type a number; the answer is a float in the unit shown, or a fraction as it was typed.

    Parameters
    ----------
    terms
        How exact the answer must be, shown below the prompt.
    others
        Whether the learner may ask for other numbers after an answer.
    button
        What the button says, where it does not check an answer.
    """

    drawn_by = drawn("typed")

    def __init__(
        self,
        id: str,
        prompt: str,
        unit: str = "",
        *,
        terms: str = "",
        others: bool = False,
        button: str = "",
        **how: Unpack[How],
    ) -> None:
        content: dict[str, Any] = {"kind": "number", "unit": unit}
        named = (("terms", terms), ("others", others), ("button", button))
        content |= {name: value for name, value in named if value}
        super().__init__(id, prompt, content, **how)
        # What may stand behind the number; an exercise takes it from the question's catalog.
        self.units: Callable[[], Sequence[str]] = lambda: [unit] if unit else []

    def clean(self, value: Any) -> float | str:
        """Return the number that was typed; words behind it that are not its unit are refused."""
        return number_in(str(value), lambda: self.units())

    def in_words(self, value: float | str) -> str:
        """Return the number with its unit."""
        return with_unit(value, self.content["unit"])

    def as_typed(self, value: float | str | None) -> str:
        """Return the number as it is typed, without the noise of a float."""
        return "" if value is None else typed(value)

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Say also how the number was read, when it was not plain."""
        shown = super().respond(action, data)
        note = read_number(str(data["value"])).note if "right" in shown else ""
        if note and not shown["text"].startswith(note):  # the judge of a fraction says it
            shown["text"] = f"{note} {shown['text']}"
        return shown

    def choices(self) -> list[str]:
        """Return the unit wanted."""
        unit = self.content["unit"]
        return [*self.terms(), f"Type a number ({unit})." if unit else "Type a number."]


def number_in(text: str, units: Callable[[], Sequence[str]], field: str = "") -> float | str:
    """Read a number that was typed, as an answer keeps it; refuse words that are not its unit.

    Parameters
    ----------
    units
        Returns what may stand behind it; it is asked only when something does, or when the number
        may be meant in two ways.
    field
        What the number is of, for the message, where a question takes several.

    Raises
    ------
    UserError
        When there is no number, or one in another unit.
    """
    try:
        numeral = read_number(text)
        if numeral.unit or numeral.grouped:
            refuse_other(numeral, units())
    except UserError as error:
        if not field:
            raise
        raise UserError(f"{field}: {error.problem}", error.fix) from None
    return numeral.kept


def with_unit(value: float | str, unit: str) -> str:
    """Return a number as a sentence says it, with its unit, if any, behind it."""
    said = value if isinstance(value, str) else plain(exact(value), ",")
    return f"{said} {unit}".strip()


def numbered(asked: Number, **how: Unpack[How]) -> NumberQuestion:
    """Return the controls of a question that wants a number."""
    question = NumberQuestion(asked.id, asked.prompt, asked.unit, **how)
    question.units = lambda: asked.units
    return question
