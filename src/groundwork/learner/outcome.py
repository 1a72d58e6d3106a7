"""What a check says of an answer: one judgment, for the check cell of a page and for who grades.

The check cell (:mod:`groundwork.learner.exercise`) prints and raises it; grading a cohort writes
it down from the file of answers, without running a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from groundwork.learner.questions import CodeQuestion, Computed, Number, Question, Verdict, Write
from groundwork.subject.errors import UserError

NO_ANSWER = "This question has no answer. Answer it above and press its button."
NOT_YET, NOT_ANSWERED, NOT_COMPLETE = "Not yet", "Not answered", "Not complete"


@dataclass(frozen=True)
class Outcome:
    """What a check found.

    Parameters
    ----------
    lead
        "" when the check passes; else how its sentence begins: one of `NOT_YET`, `NOT_ANSWERED` and
        `NOT_COMPLETE`.
    reason
        Why it does not pass.
    said
        What it shows when it passes, and of a written answer what whoever reads it is shown first.
    verdict
        What the question's own judge said, where it was asked.
    """

    lead: str = ""
    reason: str = ""
    said: str = ""
    verdict: Verdict | None = None

    @property
    def passed(self) -> bool:
        """Whether the check passes; of a written answer that is its form alone."""
        return not self.lead


def outcome(
    question: Question,
    kept: Mapping[str, Mapping[str, Any]],
    computed: object = None,
    chosen: str = "",
) -> Outcome:
    """Judge the answer to a question.

    Parameters
    ----------
    kept
        Question id to what is kept of its answer, as :mod:`groundwork.learner.answers` holds it.
    computed
        What code computed; it counts when there is something.
    chosen
        The variant of a computed question that the page shows, "" for the first.
    """
    if isinstance(question, Write):
        return _form(question, kept)
    entry = kept.get(question.id, {})
    answer = entry.get("value") if computed is None else computed
    if answer is None:
        return Outcome(NOT_ANSWERED, NO_ANSWER)
    try:
        verdict = _verdict(question, answer, entry, computed is not None, chosen)
    except UserError as error:
        return Outcome(NOT_YET, str(error))
    if not verdict.right:
        return Outcome(NOT_YET, verdict.text, verdict=verdict)
    return Outcome(said=f"Right. {verdict.text}".strip(), verdict=verdict)


def variables(question: Question) -> list[str]:
    """Return the variables of a page whose values are an answer to a question."""
    codes = question.codes if isinstance(question, Number | Computed | CodeQuestion) else ()
    return [each.variable for each in codes]


def numbers_given(question: Question) -> dict[str, float]:
    """Return the numbers that a question gives to code, by name.

    Raises
    ------
    UserError
        When it gives none.
    """
    codes = question.codes if isinstance(question, Number | CodeQuestion) else ()
    if not codes:
        raise UserError(f"Question {question.id} gives no numbers to compute with.")
    return {name: float(number) for name, number in codes[0].given.items()}


def computed_in(question: Question, names: Mapping[str, object]) -> object:
    """Return what the code of a page computed for a question; None when it computed nothing.

    Parameters
    ----------
    names
        Variable to value.
    """
    values = {name: names.get(name) for name in variables(question)}
    if all(value is None for value in values.values()):
        return None
    return values if isinstance(question, CodeQuestion) else next(iter(values.values()))


def _verdict(
    question: Question, answer: object, entry: Mapping[str, Any], computed: bool, chosen: str
) -> Verdict:
    if not isinstance(question, Computed):
        return question.judge(answer)
    if computed:
        return question.at(chosen if chosen in question.names() else "").judge(answer)
    return question.at(question.answered(str(entry.get("numbers", ""))) or "none").judge(answer)


def _form(question: Write, kept: Mapping[str, Mapping[str, Any]]) -> Outcome:
    """Show a written answer for whoever reads it, then say what its form lacks.

    Each part is there, long enough, and not the same as another. Then the word list is asked.
    """
    values = {part.id: kept.get(part.id, {}).get("value") for part in question.parts}
    shown = "\n".join(said(part.name, values[part.id]) for part in question.parts)
    texts = {id: str(value) for id, value in values.items() if value is not None}
    if lacks := question.lacks(texts):
        return Outcome(NOT_COMPLETE if texts else NOT_ANSWERED, lacks, shown)
    return Outcome(said="\n".join([shown, question.complete(), *question.remarks(texts)]))


def said(name: str, value: object) -> str:
    """Return a kept answer as whoever grades reads it: its name, then its lines, set in."""
    text = "(no answer kept yet)" if value is None else str(value)
    return "\n".join([f"{name}:", *(f"  {line}".rstrip() for line in text.splitlines() or [""])])
