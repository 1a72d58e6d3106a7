"""What the check cells of an exercise call: tell the learner, and let nbgrader see the outcome.

A cell that raises loses its points; one that ends without raising has them. Nothing is written to
stderr (nbgrader gives zero for it) and nothing is returned (it would be read as partial credit).

A check of form has no points to give, and never says that an answer is right: it has not read it.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from groundwork.learner import answers
from groundwork.learner.catalog import GENERAL, Catalog, Feedback
from groundwork.learner.feedback import look_up
from groundwork.subject import silence, wording
from groundwork.subject.causes import NUMBERS
from groundwork.subject.errors import UserError

SEE_ABOVE = "The hint is with the question above. Press its button to see it again."

# What the questions of this page said since it runs. Grading runs the cells without anybody who
# presses, so the check of a handed-in exercise always says all of its words.
_told: dict[str, Feedback] = {}


class NotYetError(AssertionError):
    """An answer is not right yet; the notebook shows the sentence and no traceback."""

    lead = "Not yet"

    def _render_traceback_(self) -> list[str]:
        """IPython asks an exception for this instead of drawing frames the learner cannot read."""
        return [f"{self.lead}: {self}"]


class NotAnsweredError(NotYetError):
    """There is no answer, so there is nothing to check."""

    lead = "Not answered"


class NotCompleteError(NotYetError):
    """An answer in several parts is begun, and its form lacks something."""

    lead = "Not complete"


def check(question: str, value: object = None) -> None:
    """Say whether the answer to a question is right, with the hint that fits when it is not.

    What the question itself has said already is not said twice: see :func:`told`.

    Parameters
    ----------
    question
        The question's id, for example "q1".
    value
        A computed value, or a function without parameters that returns it, so that a name nobody
        has defined is no error. None, as it is before anybody writes code, means the answer given
        in the question above. When there are both, the computed value counts.

    Raises
    ------
    NotYetError
        When it is not right, or a file is missing or damaged.
    NotAnsweredError
        When there is no answer yet.
    """
    try:
        feedback = look_up(question, _answer(question, value))
    except UserError as error:
        raise NotYetError(str(error)) from None
    is_told = _told.get(question) == feedback
    if not feedback.right:
        raise NotYetError(SEE_ABOVE if is_told else feedback.text)
    print("Right." if is_told else f"Right. {feedback.text}".strip())


def told(question: str, feedback: Feedback | None) -> None:
    """Note what a question said on the page; None when its words are no longer there."""
    if feedback is None:
        _told.pop(question, None)
    else:
        _told[question] = feedback


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
    """Decide with the plain catalog; only ever called in a hidden check.

    The arguments are literals, because the sealed feedback is made from them without running them.
    See :class:`groundwork.learner.catalog.Catalog` for what they hold.

    Raises
    ------
    NotYetError
        When there is no answer, or it is not right.
    """
    catalog = Catalog(question, right, wrong, missing, why, other, tolerance, units)
    try:
        feedback = catalog.judge(_answer(question, value))
    except UserError as error:
        raise NotYetError(str(error)) from None
    if not feedback.right:
        raise NotYetError(feedback.text)


def check_written(parts: Mapping[str, str], *, words: int, causes: Collection[str] = ()) -> None:
    """Print a written answer for whoever grades, then check its form; a person judges what it says.

    Each part is there, long enough, and not the same as another. Then the word list is asked.

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
    for question, name in parts.items():
        show_answer(question, name)
    texts = _texts(parts)
    seen: dict[str, str] = {}
    for question, name in parts.items():
        text = texts[question]
        if (has := len(text.split())) < words:
            raise NotCompleteError(
                f"The part “{name}” has {has} {'word' if has == 1 else 'words'}. "
                f"Write at least {words}."
            )
        same = seen.setdefault(" ".join(text.lower().split()), name)
        if same != name:
            raise NotCompleteError(
                f"The parts “{same}” and “{name}” say the same. Change one of them."
            )
    count = NUMBERS[len(parts)].lower() if len(parts) < len(NUMBERS) else str(len(parts))
    _say(f"All {count} parts are there. Nobody has judged them.")
    found = [
        f"{parts[question]}: {remark}"
        for question, text in texts.items()
        for remark in about_words(text, cause=question in causes)
    ]
    _say("\n".join([*found, f"{wording.limits(len(found))} {silence.ASK}"]))


def _texts(parts: Mapping[str, str]) -> dict[str, str]:
    """Return the kept answer of each part.

    Raises
    ------
    NotAnsweredError
        When no part has one.
    NotCompleteError
        When some have, and others have none.
    """
    texts: dict[str, str] = {}
    lacking = []
    for question, name in parts.items():
        try:
            texts[question] = str(_answer(question, None, name))
        except NotAnsweredError as error:
            lacking.append(error)
    if lacking:
        raise NotCompleteError(str(lacking[0])) if texts else lacking[0]
    return texts


def about_words(text: str, *, cause: bool = False) -> list[str]:
    """Return what the word list remarks on a written answer, a sentence each.

    Parameters
    ----------
    cause
        Whether the text goes on from "because".
    """
    return [
        f"“{remark.found}”: {remark.why} Try: {remark.try_instead}."
        for remark in wording.remarks(wording.because(text) if cause else text)
    ]


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
    _say(f"{name or question}:")
    _say("(no answer kept yet)" if value is None else str(value), indent="  ")


def _answer(question: str, value: object, name: str = "") -> object:
    """Return the computed value, or else the kept answer.

    Raises
    ------
    NotAnsweredError
        When there is neither.
    NotYetError
        When the file of answers is damaged.
    """
    if callable(value):
        try:
            value = value()
        except NameError:  # the cell that computes it did not run, or was emptied
            value = None
    if value is not None:
        return value
    try:
        kept = answers.read(Path.cwd()).get(question)
    except UserError as error:
        raise NotYetError(str(error)) from None
    if kept is None:
        what = f"The part “{name}”" if name else "This question"
        raise NotAnsweredError(f"{what} has no answer. Answer it above and press its button.")
    return kept


def _say(text: str, indent: str = "") -> None:
    """Print text with one line for each paragraph: the page breaks it where its window ends."""
    for paragraph in text.splitlines() or [""]:
        print(f"{indent}{paragraph}".rstrip())
