"""The unit of a number: which words behind it are the ones a question asked for.

A question lists the forms it takes. In a form, what stands in parentheses may be left out: "(more )
deaths( per 1,000)". Any other words are asked about, because "3.3 fewer" is not 3.3 more.
"""

import re
from collections.abc import Sequence
from itertools import product

from groundwork.learner.numerals import Numeral
from groundwork.subject.errors import UserError


def refuse_other(numeral: Numeral, units: Sequence[str]) -> None:
    """Refuse a number with words behind it that are not the unit asked.

    Parameters
    ----------
    units
        The forms of the unit; the first is how the question writes it. None: a bare number.

    Raises
    ------
    UserError
        Repeating the words, and naming the unit that is asked for.
    """
    if not numeral.unit or _tidy(numeral.unit) in accepted(units):
        return
    asked = f"The answer is asked in {units[0]}." if units else "The answer is asked as a number."
    raise UserError(
        f"You wrote “{numeral.unit}” with the number. {asked}",
        "If your number is meant so, type the number alone.",
    )


def accepted(units: Sequence[str]) -> set[str]:
    """Return every spelling that the forms of a unit stand for."""
    return {_tidy(written) for form in units for written in _spelled_out(form)}


def _spelled_out(form: str) -> list[str]:
    parts = re.split(r"\(([^)]*)\)", form)
    choices = [["", part] if place % 2 else [part] for place, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


def _tidy(words: str) -> str:
    """Make one spelling of a unit: lower case, no commas, "/" and hyphens as blanks."""
    words = re.sub(r"(?<=\d),(?=\d)", "", words.casefold()).replace("/", " per ")
    return " ".join(re.sub(r"[-‐‑.]", " ", words).split())
