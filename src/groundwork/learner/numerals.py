"""Read one number from what a learner typed or computed, and say when it was not plain."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import TypeVar

from groundwork.learner.answers import as_data
from groundwork.subject.errors import UserError

# A float carries noise: 10.5 - 4.35 is 6.1500000000000004. Past the 12th digit it is no person's
# answer, so a computed number counts as what is left when the noise is rounded away.
SIGNIFICANT = Context(prec=12)
T = TypeVar("T", int, Decimal)
NUMBER = re.compile(
    r"(?P<sign>[+-]?)\$?(?P<digits>\d[\d,]*(?:\.\d*)?|\.\d+)(?P<power>[eE][+-]?\d{1,3})?"
    r"(?P<unit>\s*%|\s+[^\W\d].*|[^\W\d,]+)?"
)
LARGEST = 10**15  # past every count of people and dollars; a float holds it to the unit
SHOWN = 40  # letters of an answer that a message repeats
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")
DECIMAL_COMMA = re.compile(r"\d+,\d+")


@dataclass(frozen=True)
class Numeral:
    """A number as it was understood.

    `note` tells the learner how the text was read when there was something to read past (a comma,
    words behind the number), and is empty when the number was plain.
    """

    value: Fraction
    note: str = ""


def read_number(value: object) -> Numeral:
    """Read one exact number from text, a Python number, or a numpy or pandas value of size one.

    Text may have blank space around it, thousands separators ("1,250"), a decimal comma ("8,1"),
    a dollar sign, a percent sign or a unit behind the number ("8.1 deaths").

    Raises
    ------
    UserError
        When there is no number, or more than one way to read it.
    """
    data = as_data(value)
    if isinstance(data, list) and len(data) == 1:
        data = data[0]
    if isinstance(data, str):
        return _read_text(data)
    if isinstance(data, int) and not isinstance(data, bool):
        return Numeral(Fraction(_not_too_large(data)))
    if isinstance(data, float):
        return Numeral(Fraction(_not_too_large(SIGNIFICANT.plus(Decimal(repr(data))))))
    raise UserError(
        f"The answer is {_describe(data)}, and the question asks for one number.",
        "Give one number, for example 8.1.",
    )


def exact(number: float) -> Fraction:
    """Return a number of an answer key as the fraction that its digits say: 0.05 is 1/20."""
    return Fraction(Decimal(repr(number)))


def plain(number: Fraction) -> str:
    """Write a number as a person would: 6.1, 1250, 2.39."""
    value = float(number)
    return f"{value:.0f}" if value.is_integer() else f"{value:.12g}"


def _read_text(text: str) -> Numeral:
    bare = text.strip().replace("−", "-")
    typed = bare if len(bare) <= SHOWN else f"{bare[:SHOWN]}…"
    match = NUMBER.fullmatch(bare)
    if not match:
        found = f"“{typed}” cannot be read as one number." if bare else "No number yet."
        raise UserError(found, "Type digits with a point, for example 8.1 or 1,250.")
    digits, power = match["digits"], match["power"] or ""
    if THOUSANDS.fullmatch(digits):
        digits, odd = digits.replace(",", ""), False
    elif DECIMAL_COMMA.fullmatch(digits):
        digits, odd = digits.replace(",", "."), True
    elif "," in digits:
        raise UserError(
            f"The commas in “{typed}” do not stand where thousands do.",
            "Type digits with a point, for example 8.1 or 1,250.",
        )
    else:
        odd = False
    number = Fraction(_not_too_large(Decimal(f"{match['sign']}{digits}{power}")))
    if odd or match["unit"]:
        return Numeral(number, f"Your answer “{typed}” was read as {plain(number)}.")
    return Numeral(number)


def _not_too_large(number: T) -> T:
    """Return a number, or refuse one that no answer can be and that a float may not hold."""
    if abs(number) >= LARGEST:
        raise UserError(
            "This number is too large to be an answer here.",
            "Look at its digits again, and give one number such as 8.1 or 1,250.",
        )
    return number


def _describe(data: object) -> str:
    if data is None:
        return "empty"
    if isinstance(data, list):
        return f"a list of {len(data)} values"
    return "a table" if isinstance(data, dict) else f"{data!r}"
