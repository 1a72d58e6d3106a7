"""Read one number from what a learner typed or computed, and say when it was not plain."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import TypeVar

from groundwork.learner.answers import as_data
from groundwork.subject.counts import counted
from groundwork.subject.errors import UserError

# A float carries noise: 10.5 - 4.35 is 6.1500000000000004. Past the 12th digit it is no person's
# answer, so a computed number counts as what is left when the noise is rounded away.
SIGNIFICANT = Context(prec=12)
T = TypeVar("T", int, Decimal)
VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
NUMBER = re.compile(
    r"(?P<sign>[+-]?)\s*(?P<money>\$|[Uu][Ss][Dd]|[Uu][Ss]\$)?\s*"
    rf"(?:(?P<whole>\d+\s+|\d+\s*(?=[{VULGAR}]))?(?:(?P<top>\d+)/(?P<bottom>\d+)|(?P<vulgar>[{VULGAR}]))"
    r"|(?P<digits>\d[\d,]*(?:\.\d*)?|\.\d+)(?P<power>[eE][+-]?\d{1,3})?)"
    rf"(?P<unit>\s*[%×]\.?|\s*\$(?:[ /.].*)?|\s+[^\W\d].*|[^\W\d,{VULGAR}]+|\s*[-‐‑][^\W\d].*)?"
)
LARGEST = 10**15  # past every count of people and dollars; a float holds it to the unit
DECIMALS = 6  # more of them are a fraction without end, such as 1/3, and nobody's way of writing
LARGEST_PART = 1000  # 1/3 or 7/12 is a way of writing, and past this nobody's
SHOWN = 40  # letters of an answer that a message repeats
EXAMPLE = "Type digits with a point, for example 8.1 or 1,250."
THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")
DECIMAL_COMMA = re.compile(r"\d+,\d+")
MONEY_BEHIND = re.compile(r"\s*(?:\$|usd\b|dollars?\b)", re.IGNORECASE)
GROUPED = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # elsewhere a point stands between thousands
# Units of which nobody writes a thousandth: cents have two digits, and what is counted has none.
WITHOUT_THOUSANDTHS = ("dollars", "positions", "people", "visits", "measures")
SCALES = re.compile(r"(hundred|thousand|million|billion|trillion|mio|mil|mn|bn|dozen|[kKmM])s?\b.*")


@dataclass(frozen=True)
class Numeral:
    """A number as it was understood.

    `note` tells the learner how the text was read when there was something to read past (thousands,
    a fraction, words behind the number), and is empty when the number was plain. `unit` is what was
    written with the number, "" for nothing; whether it is the unit asked is the question's matter.
    `grouped` is what was typed like "75.000", which some people read as thousands; "" for all else.
    `fraction` is a number that was typed as one, such as "138/303", and else "".
    """

    value: Fraction
    note: str = ""
    unit: str = ""
    grouped: str = ""
    fraction: str = ""

    @property
    def kept(self) -> float | str:
        """The number as an answer keeps it: a fraction as it was typed, since no float is it."""
        return self.fraction or float(self.value)


def read_number(value: object) -> Numeral:
    """Read one exact number from text, a Python number, or a numpy or pandas value of size one.

    Text may have blank space around it, a sign, thousands separators ("1,250"), a fraction ("1¾",
    "1 3/4"), a percent sign or a unit behind the number ("8.1 deaths"), and a dollar sign or "USD"
    before it or behind it.

    Raises
    ------
    UserError
        When there is no number, or more than one way to read it, as with "8,1" and "3 million".
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


def ask_about_point(numeral: Numeral, unit: str) -> None:
    """Ask about three digits behind the point where they may stand for thousands.

    Three zeros may, whatever the unit: who means 75 hours has no reason to type 75.000. Other
    digits may where the unit has no thousandths; 7.250 hours are seven and a quarter.

    Parameters
    ----------
    unit
        The unit asked, or the one that was typed.

    Raises
    ------
    UserError
        Naming both amounts that can be meant.
    """
    whole, _, behind = numeral.grouped.partition(".")
    if whole and (behind == "000" or unit.startswith(WITHOUT_THOUSANDTHS)):
        thousands = f"{whole},{behind}"
        raise UserError(
            f"You wrote “{numeral.grouped}”, with three digits behind the point.",
            f"Do you mean {thousands} or {plain(round(abs(numeral.value), 2))}? Then type that.",
        )


def exact(number: float) -> Fraction:
    """Return a number of an answer key as the fraction that its digits say: 0.05 is 1/20."""
    return Fraction(Decimal(repr(number)))


def plain(number: Fraction, comma: str = "") -> str:
    """Write a number as a person would: 6.1, 1250, 2.39, "about 3.333" for 10/3.

    Parameters
    ----------
    comma
        What stands between thousands, "," or nothing.
    """
    value = float(number)
    if value.is_integer():
        return f"{value:{comma}.0f}"
    written = f"{value:{comma}.12g}"
    endless = len(written.partition(".")[2]) > DECIMALS and abs(value) >= 0.001
    return f"about {value:{comma}.3f}" if endless else written


def typed(number: float | str) -> str:
    """Write a kept number so that it is read again as the same one: 6.1, 1250, "138/303".

    A number that was kept before fractions were is turned into one: "3 1/3" for 3.3333333333333335.
    """
    if isinstance(number, str):
        return number
    short = f"{number:.0f}" if float(number).is_integer() else f"{number:.15g}"
    whole, share = divmod(abs(Fraction(number).limit_denominator(LARGEST_PART)), 1)
    endless = len(short.partition(".")[2]) > DECIMALS
    if not endless or float(whole + share) != abs(number):
        return short
    return ("-" if number < 0 else "") + (f"{whole} {share}" if whole else str(share))


def _read_text(text: str) -> Numeral:
    bare = re.sub("[−–]", "-", text.strip()).replace("⁄", "/")
    typed = bare if len(bare) <= SHOWN else f"{bare[:SHOWN]}…"
    match = NUMBER.fullmatch(bare)
    if not match:
        raise UserError(
            f"“{typed}” cannot be read as one number." if bare else "No number yet.", EXAMPLE
        )
    behind = match["unit"] or ""
    before = "" if MONEY_BEHIND.match(behind) else match["money"] or ""
    unit = " ".join((before + behind).split())
    if SCALES.fullmatch(unit):
        raise UserError(
            f"You wrote “{unit}” behind the number.",
            "If you mean that, write all its digits, for example 1,250,000.",
        )
    if match["digits"]:
        size = Fraction(
            _not_too_large(Decimal(_digits(match["digits"], typed) + (match["power"] or "")))
        )
    else:
        size = _fraction(match, typed)
    number = -size if match["sign"] == "-" else size
    odd = match["digits"] is None or "," in match["digits"] or unit
    note = f"Your answer “{typed}” was read as {plain(number)}." if odd else ""
    grouped = GROUPED.fullmatch(match["digits"] or "")
    fraction = "" if match["digits"] else bare.removesuffix(match["unit"] or "")
    return Numeral(number, note, unit, grouped[0] if grouped else "", fraction)


def _digits(digits: str, typed: str) -> str:
    """Return digits without the commas between thousands; ask about any other comma."""
    if THOUSANDS.fullmatch(digits):
        return digits.replace(",", "")
    if DECIMAL_COMMA.fullmatch(digits):
        meant = digits.replace(",", ".")
        raise UserError(
            f"You wrote “{typed}”, with a comma.",
            f"Do you mean {meant}? Then type it with a point.",
        )
    if "," in digits:
        raise UserError(f"The commas in “{typed}” do not stand where thousands do.", EXAMPLE)
    return digits


def _fraction(match: re.Match[str], typed: str) -> Fraction:
    """Return "1¾", "1 3/4" or "3/4" as a number."""
    whole = Fraction(_not_too_large(int(match["whole"] or 0)))
    if match["vulgar"]:
        # A third is no float: 1/3 comes back as the nearest fraction with a small bottom.
        return whole + Fraction(unicodedata.numeric(match["vulgar"])).limit_denominator(10)
    if len(match["bottom"]) > len(str(LARGEST)) or int(match["bottom"]) == 0:
        raise UserError(f"“{typed}” cannot be read as one number.", EXAMPLE)
    return whole + Fraction(_not_too_large(int(match["top"])), int(match["bottom"]))


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
        return f"a list of {counted(len(data), 'value')}"
    return "a table" if isinstance(data, dict) else f"{data!r}"
