"""What the check cells of an exercise call: tell the learner, and let nbgrader see the outcome.

A cell that raises loses its points; one that ends without raising has them. Nothing is written to
stderr (nbgrader gives zero for it) and nothing is returned (it would be read as partial credit).

A check of form has no points to give, and never says that an answer is right: it has not read it.
"""

import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from groundwork.learner import answers
from groundwork.learner.outcome import (
    NO_ANSWER,
    NOT_ANSWERED,
    NOT_COMPLETE,
    NOT_YET,
    Outcome,
    computed_in,
    numbers_given,
    outcome,
    said,
)
from groundwork.learner.questions import (
    GENERAL,
    Computed,
    Number,
    Question,
    Text,
    Verdict,
    Write,
    as_of_0_1,
    catalog,
)
from groundwork.subject.errors import UserError

SEE_ABOVE = "The hint is with the question above. Press its button to see it again."

# What the questions of this page said since it runs. Grading runs the cells without anybody who
# presses, so the check of a handed-in exercise always says all of its words.
_told: dict[str, Verdict] = {}


class NotYetError(AssertionError):
    """An answer is not right yet; the notebook shows the sentence and no traceback."""

    lead = NOT_YET

    def _render_traceback_(self) -> list[str]:
        """IPython asks an exception for this instead of drawing frames the learner cannot read."""
        return [f"{self.lead}: {self}"]


class NotAnsweredError(NotYetError):
    """There is no answer, so there is nothing to check."""

    lead = NOT_ANSWERED


class NotCompleteError(NotYetError):
    """An answer in several parts is begun, and its form lacks something."""

    lead = NOT_COMPLETE


ERRORS = {each.lead: each for each in (NotYetError, NotAnsweredError, NotCompleteError)}


def check(id: str, value: object = None) -> None:
    """Say whether the answer to a question is right, with the hint that fits when it is not.

    What the question itself has said already is not said twice: see :func:`told`. Of a written
    answer it looks at the form and never says that it is right.

    Parameters
    ----------
    id
        The question's id, for example "q1".
    value
        A computed value, or a function without parameters that returns it. Without one, the
        variables that the question names are looked up in the notebook. None, as they are before
        anybody writes code, means the answer given in the question above. When there are both, the
        computed value counts.

    Raises
    ------
    NotYetError
        When it is not right, or a file is missing or damaged.
    NotAnsweredError
        When there is no answer yet.
    NotCompleteError
        When a written answer is begun, and its form lacks something.
    """
    if as_of_0_1.is_release():
        _answer(id, _called(value))
        print(as_of_0_1.KEPT)
        return
    try:
        question = catalog.holding(id).find(id)
        computed = None if isinstance(question, Write) else _computed(question, value)
        kept = _kept(question) if computed is None else {}
        chosen = answers.chosen_numbers(id) if isinstance(question, Computed) else ""
    except UserError as error:
        raise NotYetError(str(error)) from None
    _tell(outcome(question, kept, computed, chosen), _told.get(id))


def _kept(question: Question) -> dict[str, answers.Entry]:
    """Return what is kept of a question's answer, or of its parts."""
    ids = [question.id, *(part.id for part in catalog.parts(question))]
    return {id: entry for id in ids if (entry := answers.entry(id))}


def _tell(found: Outcome, told: Verdict | None) -> None:
    """Print an outcome, or raise it; what the question above says already is not said again.

    Raises
    ------
    NotYetError
        When it is not right; of its kinds the one that fits.
    """
    is_told = found.verdict is not None and found.verdict == told
    if not found.passed:
        if found.said:
            _say(found.said)
        raise ERRORS[found.lead](SEE_ABOVE if is_told else found.reason)
    _say("Right." if is_told else found.said)


def _computed(question: Question, value: object) -> object:
    """Return what was computed for a question; None when nothing was."""
    if value is not None:
        return _called(value)
    return computed_in(question, _notebook())


def _called(value: object) -> object:
    if not callable(value):
        return value
    try:
        return value()
    except NameError:  # the cell that computes it did not run, or was emptied
        return None


def _notebook() -> Mapping[str, object]:
    """Return the names that the notebook's cells have defined."""
    return vars(sys.modules["__main__"])


def numbers_of(question: Computed) -> Number:
    """Return a computed question with the numbers that its page shows."""
    chosen = answers.chosen_numbers(question.id)
    return question.at(chosen if chosen in question.names() else "")


def given(id: str) -> dict[str, float]:
    """Return the numbers of a question by name, those of the variant that the page shows.

    Raises
    ------
    UserError
        When the catalog is missing, or the question gives no numbers.
    """
    question = catalog.holding(id).find(id)
    if isinstance(question, Computed):
        question = numbers_of(question)
    return numbers_given(question)


def told(question: str, verdict: Verdict | None) -> None:
    """Note what a question said on the page; None when its words are no longer there."""
    if verdict is None:
        _told.pop(question, None)
    else:
        _told[question] = verdict


def grade(
    question: str,
    value: object = None,
    *,
    right: Any,
    wrong: Any = (),
    missing: Mapping[str, str] | None = None,
    why: str = "",
    other: str = GENERAL,
    tolerance: float = 0,
    units: Sequence[str] = (),
) -> None:
    """Decide as the hidden checks of an older release do, which a cohort may still hold.

    See :mod:`groundwork.learner.questions.as_of_0_1` for what the arguments hold.

    Raises
    ------
    NotYetError
        When there is no answer, or it is not right.
    """
    asked = as_of_0_1.question(
        question,
        right=right,
        wrong=wrong,
        missing=missing,
        why=why,
        other=other,
        tolerance=tolerance,
        units=units,
    )
    try:
        verdict = asked.judge(_answer(question, _called(value)))
    except UserError as error:
        raise NotYetError(str(error)) from None
    if not verdict.right:
        raise NotYetError(verdict.text)


def check_written(parts: Mapping[str, str], *, words: int, causes: Collection[str] = ()) -> None:
    """Check the form of a written answer as the checks of an older release do.

    Parameters
    ----------
    parts
        Question id to what that part is called, for example {"q9_who": "who decides"}.
    words
        The fewest words a part may have.
    causes
        The parts that go on from "because".

    Raises
    ------
    NotAnsweredError
        When no part has an answer.
    NotCompleteError
        Naming the first part that is missing, too short, or the same as an earlier part.
    """
    written = tuple(
        Text(id=id, prompt="", name=name, words=words, cause=id in causes)
        for id, name in parts.items()
    )
    question = Write(id="", prompt="", parts=written)
    try:
        kept = _kept(question)
    except UserError as error:
        raise NotYetError(str(error)) from None
    _tell(outcome(question, kept), None)


def show_answer(question: str, name: str = "") -> None:
    """Print a kept answer, so that whoever grades reads it in the notebook.

    Parameters
    ----------
    question
        The question's id.
    name
        What the answer is called; printed above it.
    """
    try:
        value = answers.read().get(question)
    except UserError as error:
        value = str(error)
    _say(said(name or question, value))


def _answer(id: str, computed: object) -> object:
    """Return the computed value, or else the kept answer.

    Raises
    ------
    NotAnsweredError
        When there is neither.
    NotYetError
        When the file of answers is damaged.
    """
    if computed is not None:
        return computed
    try:
        kept = answers.read(Path.cwd()).get(id)
    except UserError as error:
        raise NotYetError(str(error)) from None
    if kept is None:
        raise NotAnsweredError(NO_ANSWER)
    return kept


def _say(text: str) -> None:
    """Print text with one line for each paragraph: the page breaks it where its window ends."""
    for paragraph in text.splitlines() or [""]:
        print(paragraph.rstrip())
