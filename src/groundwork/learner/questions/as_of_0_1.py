"""Questions as hidden checks of version 0.1 wrote them: ``grade("q1", right=…, wrong=…)``.

A cohort may hold exercises that it released before their questions were written as text. Their
checks run in its gradebook, so they are judged here as they were then.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from groundwork.learner.numerals import exact
from groundwork.learner.questions.catalog import FILE
from groundwork.learner.questions.choose import Choose, Option
from groundwork.learner.questions.number import Number, Slip
from groundwork.learner.questions.question import GENERAL, Question
from groundwork.learner.questions.sort import Category, Item, Sort
from groundwork.subject.errors import UserError

# What an older release said to answers lay beside it, sealed; nothing reads it any more.
SEALED = "feedback.json"
KEPT = "Your answer is kept. Whether it is right is told when it is graded."


def is_release(folder: Path | None = None) -> bool:
    """Whether the notebook of a folder was released before there were catalogs.

    Its own hidden checks hold its keys, and decide when it is graded.
    """
    folder = folder or Path.cwd()
    return (folder / SEALED).exists() and not (folder / FILE).exists()


def question(
    id: str,
    *,
    right: Any,
    wrong: Any = (),
    missing: Mapping[str, str] | None = None,
    why: str = "",
    other: str = GENERAL,
    tolerance: float = 0,
    units: Sequence[str] = (),
) -> Question:
    """Return the question that such a check judged; its texts are not known, only its names.

    Parameters
    ----------
    right
        The right answer, whose form says the kind: text is a choice, a list a choice of several,
        a mapping sorts items into categories, a number is a number.
    wrong
        What is said to a wrong answer: option to hint; item to hint, or to {category: hint}; or a
        list of (number, hint).
    missing
        Of several: right option to what is said when it is left out.

    Raises
    ------
    UserError
        When the right answer has a form of no kind.
    """
    found: dict[str, Any] = {"id": id, "prompt": "", "why": why, "other": other}
    match right:
        case str():
            options = {right: why, **dict(wrong)}
            return Choose(**found, options=_options(options, {right}))
        case list():
            options = {**dict.fromkeys(right, ""), **(missing or {}), **dict(wrong)}
            return Choose(**found, options=_options(options, set(right)), several=True)
        case dict():
            return _sort(found, right, dict(wrong))
        case int() | float() if not isinstance(right, bool):
            slips = tuple(Slip(exact(value), hint) for value, hint in wrong)
            unit, *forms = units or [""]
            number: dict[str, Any] = {"unit": unit, "forms": tuple(forms), "slips": slips}
            return Number(**found, **number, right=exact(right), within=exact(tolerance))
    raise UserError(f"{id} has a right answer of no known kind: {right!r}.")


def _options(replies: Mapping[str, str], right: set[str]) -> tuple[Option, ...]:
    return tuple(Option(name, "", name in right, reply) for name, reply in replies.items())


def _sort(found: Mapping[str, Any], right: Mapping[str, str], wrong: Mapping[str, Any]) -> Sort:
    """A hint for an item in any place answered those categories where some item belongs."""
    replies: dict[str, dict[str, str]] = {}
    for item, written in wrong.items():
        others = sorted(set(right.values()) - {right[item]})
        replies[item] = dict.fromkeys(others, written) if isinstance(written, str) else written
    named = {category for hints in replies.values() for category in hints}
    return Sort(
        **found,
        categories=tuple(Category(name, "") for name in sorted({*right.values(), *named})),
        items=tuple(Item(name, "", place, replies.get(name, {})) for name, place in right.items()),
    )
