"""The unit of a number: which words behind it are the ones a question asked for.

What may be written for a common unit stands once, in `SPELLINGS`, for every question of lessons and
exercises; a question lists what it takes beside that. In a form, what stands in parentheses may be
left out: "(more )deaths( per 1,000)". Any other words are asked about, because "3.3 fewer" is not
3.3 more, and whoever is told to drop the word has learned nothing.
"""

import re
from collections.abc import Sequence
from itertools import product

from groundwork.learner.numerals import Numeral, ask_about_point, plain
from groundwork.subject.errors import UserError

SPELLINGS = {
    "percent": ("%", "pct", "per cent"),
    "percentage points": (
        *("percentage point", "points", "point", "percent points", "percent point"),
        *("pp", "ppt", "pts", "pt"),
    ),
    "times": ("times as high", "times as much", "times as many", "x", "×"),
    "dollars": ("$", "dollar", "usd", "us$"),
    "positions": ("position",),
    "visits": ("visit",),
}
"""What may be written for a unit, by the unit as a question writes it."""
DOWNWARD = re.compile(r"\b(fewer|less|lower|below|under|smaller|down)\b")


def refuse_other(numeral: Numeral, units: Sequence[str]) -> None:
    """Refuse a number with words behind it that are not the unit asked.

    Parameters
    ----------
    units
        The forms of the unit; the first is how the question writes it. None: a bare number.

    Raises
    ------
    UserError
        Repeating the words, and naming the unit that is asked for; a percentage where a number of
        times is asked is worked out, and a word of direction or a point in dollars is asked about.
    """
    ask_about_point(numeral, units[0] if units else "")
    if not numeral.unit or _tidy(numeral.unit) in accepted(units):
        return
    wrote = f"You wrote “{numeral.unit}” with the number."
    if DOWNWARD.search(_tidy(numeral.unit)):
        raise UserError(
            f"{wrote} That word turns its meaning around. Which of the two is higher, the one that "
            "the question asks about or the one it is compared with?",
            "Look again, then answer in the words of the question.",
        )
    if "times" in units and _tidy(numeral.unit).split()[:1] in (["%"], ["percent"]):
        percent = plain(round(numeral.value, 4), ",")
        times = plain(round(numeral.value / 100, 6))
        raise UserError(
            f"{wrote} {percent} % of something is {times} times as much.",
            f"The answer is asked in times. If your number is meant so, type {times}.",
        )
    asked = f"The answer is asked in {units[0]}." if units else "The answer is asked as a number."
    raise UserError(
        f"{wrote} {asked}",
        "If your number answers that, type the number alone.",
    )


def accepted(units: Sequence[str]) -> set[str]:
    """Return every spelling that the forms of a unit stand for."""
    known = [spelling for unit in units for spelling in (unit, *_spellings(unit))]
    return {_tidy(written) for form in known for written in _spelled_out(form)}


def _spellings(unit: str) -> list[str]:
    """Return what else may be written: for "dollars a year" also "$", "$ a year" and "dollars"."""
    if unit in SPELLINGS or not unit.startswith("dollars "):
        return list(SPELLINGS.get(unit, ()))
    of = unit.removeprefix("dollars")
    money = ("dollars", *SPELLINGS["dollars"])
    return [*money, *(each + of for each in money)]


def _spelled_out(form: str) -> list[str]:
    parts = re.split(r"\(([^)]*)\)", form)
    choices = [["", part] if place % 2 else [part] for place, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


def _tidy(words: str) -> str:
    """Make one spelling of a unit: lower case, no commas, "/" and hyphens as blanks."""
    words = re.sub(r"(?<=\d),(?=\d)", "", words.casefold()).replace("/", " per ")
    return " ".join(re.sub(r"[-‐‑.]", " ", words).split())
