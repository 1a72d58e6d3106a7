"""Numbers as finance offices write them: dollar signs, brackets, commas, the minus behind.

A text such as ``1,234`` can be 1234 or 1.234. Which of the two is meant is decided for a whole
column, by the cells of it that can be read in one way only, and never by a guess.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

POINT, COMMA = "point", "comma"
PLAIN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)

_SPACE = r"[ \u00a0\u202f\u2009]"
_SHAPE = re.compile(
    rf"(?P<open>\()?{_SPACE}*(?P<sign>[-−+])?{_SPACE}*(?P<dollar>US\$|\$|USD)?{_SPACE}*"
    rf"(?P<inner>\()?(?P<sign2>[-−])?{_SPACE}*"
    rf"(?P<digits>[\d.,'’ \u00a0\u202f\u2009]*\d[.,]?){_SPACE}*(?P<inner_close>\))?"
    rf"{_SPACE}*(?P<percent>%)?{_SPACE}*(?P<dollar2>USD|\$)?{_SPACE}*(?P<behind>[-−])?"
    rf"{_SPACE}*(?P<close>\))?",
    re.IGNORECASE | re.ASCII,
)
_BY_POINT = re.compile(
    rf"\d+(?:\.\d*)?|\.\d+|[1-9]\d{{0,2}}(?:(,|'|’|{_SPACE})\d{{3}})(?:\1\d{{3}})*(?:\.\d*)?"
)
_BY_COMMA = re.compile(
    rf"\d+(?:,\d*)?|,\d+|[1-9]\d{{0,2}}(?:(\.|'|’|{_SPACE})\d{{3}})(?:\1\d{{3}})*(?:,\d*)?"
)

# With one or two digits behind the last point there is one way to read it. Most sums look so, and
# a large file has many.
_CLEARLY_POINT = re.compile(r"[-($]*(?:\d+|\d{1,3}(?:,\d{3})+)\.\d\d?\)?")


@dataclass(frozen=True)
class Digits:
    """A text taken apart: what its digits mean by each way of writing decimals, if anything."""

    by_point: Decimal | None
    by_comma: Decimal | None
    percent: bool
    dollar: bool

    @property
    def one_way(self) -> str:
        """The only way it can be read, or "" when both ways read it (alike or not)."""
        if self.by_point is not None and self.by_comma is not None:
            return ""
        return POINT if self.by_point is not None else COMMA

    @property
    def alike(self) -> bool:
        """Whether both ways read the same number."""
        return self.by_point == self.by_comma


def take_apart(text: str) -> Digits | None:
    """Take a text apart, or give None when it is no number.

    >>> take_apart("($1,234.56)").by_point
    Decimal('-1234.56')
    """
    found = _SHAPE.fullmatch(text)
    if not found:
        return None
    opened = bool(found["open"]) + bool(found["inner"])
    if opened != bool(found["close"]) + bool(found["inner_close"]):
        return None
    signs = [found["sign"], found["sign2"], found["behind"]]
    minus = sum(sign in ("-", "−") for sign in signs) + opened
    if minus > 1 or sum(sign is not None for sign in signs) > 1:
        return None
    if (found["sign"] == "+" and minus) or (found["dollar"] and found["dollar2"]):
        return None
    digits = found["digits"]
    by_point = _value(digits, ".", minus) if _BY_POINT.fullmatch(digits) else None
    by_comma = _value(digits, ",", minus) if _BY_COMMA.fullmatch(digits) else None
    if by_point is None and by_comma is None:
        return None
    dollar = bool(found["dollar"] or found["dollar2"])
    return Digits(by_point, by_comma, bool(found["percent"]), dollar)


def decide(texts: Iterable[str], kind: str) -> str:
    """Say how a column writes decimals: "point", "comma", "mixed", or "" when nothing decides it.

    Parameters
    ----------
    texts
        The different texts of the column; those that are no numbers do not count.
    kind
        The kind of the column. Money has at most two decimals and a whole number none, so
        ``1,234`` in such a column is 1234 beyond doubt in a file that writes decimal points.
        ``1.234`` alone decides nothing.
    """
    ways = set()
    for each in texts:
        text = each if each.isascii() else western(each)
        if _CLEARLY_POINT.fullmatch(text):
            ways.add(POINT)
            continue
        digits = take_apart(text) if "," in text or "." in text else None
        if digits is None or digits.alike:
            continue
        if digits.one_way:
            ways.add(digits.one_way)
        elif "," in text and kind in ("money", "whole"):
            ways.add("leaning")
    strong = ways & {POINT, COMMA}
    if len(strong) == 2:
        return "mixed"
    if strong:
        return strong.pop()
    return POINT if ways else ""


def is_whole(text: str) -> bool:
    """Say whether a text is a number that has no decimals in one way of writing or the other.

    A zero before other digits ("012") is that of a code.

    >>> is_whole("1,200"), is_whole("1.200"), is_whole("12.0"), is_whole("12.5"), is_whole("12%")
    (True, True, True, False, False)
    """
    found = take_apart(text)
    if found is None or found.percent or re.match(r"0\d", text):
        return False
    return any(each is not None and not decimals(each) for each in (found.by_point, found.by_comma))


def western_digits(text: str) -> str:
    """Write the decimal digits of every script as 0 to 9; superscripts are no such digits.

    >>> western_digits("٣٤"), western_digits("３４"), western_digits("5²")
    ('34', '34', '5²')
    """
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


_WESTERN = str.maketrans("٬٫．，％＄（）－﹣＋", ",..,%$()--+")


def western(text: str) -> str:
    """Write the digits of every script, and their marks, as those of a keyboard.

    >>> western("١٬٠٠٠٫٥"), western("１２．５０"), western("Ｆ１００")
    ('1,000.5', '12.50', 'F100')
    """
    full = "".join(
        unicodedata.normalize("NFKC", letter) if "\uff01" <= letter <= "\uff5e" else letter
        for letter in text.translate(_WESTERN)
    )
    return western_digits(full)


def plainly(number: Decimal) -> str:
    """Write a number in plain digits.

    >>> plainly(Decimal("0.50")), plainly(Decimal("12E3"))
    ('0.5', '12000')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimals(number: Decimal) -> int:
    """Count the decimals that are not zeros at the end."""
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _value(digits: str, mark: str, minus: int) -> Decimal:
    whole, _, part = digits.partition(mark)
    number = Decimal(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{part or '0'}")
    return -number if minus else number
