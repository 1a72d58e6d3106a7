"""Write a figure as prose says it: rounded half up, or as words that it has to bear out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from groundwork.authoring.formula import rounded
from groundwork.subject.days import in_words

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NEAR = Fraction(3, 100)
"""How far a share may lie from what "about" says of it, of a multiple in its own size."""


@dataclass(frozen=True)
class Figure:
    """A number, or a text, that prose may fill in.

    Attributes
    ----------
    value
        The number, exact; None when the figure is a text or a day.
    printed
        The text of the data set, or "" when the figure is computed.
    decimals
        How many decimals its source prints; None when that sets no limit.
    unit
        The unit of the data set, or "".
    period
        The year or period as the source prints it, or "" when there are several.
    sources
        The keys of the publications it comes from.
    """

    name: str
    value: Fraction | None
    printed: str = ""
    decimals: int | None = None
    unit: str = ""
    period: str = ""
    sources: tuple[str, ...] = ()


class WrongFormatError(ValueError):
    """A figure cannot be written in the format that was asked for."""


def write(figures: Sequence[Figure], form: str) -> str:
    """Return the figures, which agree, in a format of `FORMATS`, or words that each bears out.

    Raises
    ------
    WrongFormatError
        When there is no such format, it does not fit the figure, or the words are not true of it.
    """
    if form in FORMATS:
        said = list(dict.fromkeys(FORMATS[form](figure) for figure in figures))
        if len(said) > 1:
            raise WrongFormatError(f"they differ: {', '.join(said)}")
        return said[0]
    share = _share(form)
    for figure in figures:
        _bear_out(figure, form, *share)
    return form


def digits(value: Fraction, decimals: int) -> str:
    """Write a number with a fixed number of decimals, commas and a true minus sign."""
    whole = rounded(value, decimals)
    scaled = int(abs(whole) * 10**decimals)
    shown = f"{scaled // 10**decimals:,}"
    if decimals:
        shown += f".{scaled % 10**decimals:0{decimals}d}"
    return f"−{shown}" if whole < 0 else shown


def in_number_words(number: int) -> str:
    """Write a number below 100 in words."""
    if not 0 <= number < 100:
        raise WrongFormatError(f"{number} is written in digits: use the format integer")
    tens, ones = divmod(number, 10)
    if number < 20:
        return _ONES[number]
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def _number(figure: Figure) -> Fraction:
    if figure.value is None:
        raise WrongFormatError(f"{figure.name} is no number: use the format text")
    return figure.value


def _fixed(decimals: int) -> Callable[[Figure], str]:
    def form(figure: Figure) -> str:
        value = _number(figure)
        if figure.decimals is not None and decimals > figure.decimals:
            raise WrongFormatError(
                f"{figure.name} would show {decimals} decimals, and its source prints "
                f"{figure.decimals}"
            )
        return digits(value, decimals)

    return form


def _percent(decimals: int, unit: str) -> Callable[[Figure], str]:
    def form(figure: Figure) -> str:
        return f"{digits(as_share(figure) * 100, decimals)} {unit}"

    return form


def as_share(figure: Figure) -> Fraction:
    """Return a figure as a share of 1, whether its source gives it in percent or not."""
    value = _number(figure)
    return value / 100 if figure.unit.startswith("percent") else value


def _whole(figure: Figure) -> int:
    value = _number(figure)
    if value.denominator != 1:
        raise WrongFormatError(f"{figure.name} is {float(value):g}, which has no word")
    return int(value)


def _printed(figure: Figure) -> str:
    if not figure.printed:
        raise WrongFormatError(f"{figure.name} is computed: say with how many decimals")
    return digits(_number(figure), figure.decimals or 0)


def _text(figure: Figure) -> str:
    if not figure.printed:
        raise WrongFormatError(f"{figure.name} is computed, and has no text")
    return figure.printed


def _day(figure: Figure) -> str:
    try:
        return in_words(date.fromisoformat(figure.printed))
    except ValueError:
        raise WrongFormatError(f"{figure.name} is no day: {figure.printed!r}") from None


def _period(figure: Figure) -> str:
    if not figure.period:
        raise WrongFormatError(f"{figure.name} has no one year")
    return re.sub(r"(?<=\d)-(?=\d)", "–", figure.period)


FORMATS: dict[str, Callable[[Figure], str]] = {
    "integer": _fixed(0),
    "one": _fixed(1),
    "two": _fixed(2),
    "printed": _printed,
    "percent": _percent(0, "percent"),
    "percent one": _percent(1, "percent"),
    "percentage points": _percent(0, "percentage points"),
    "percentage points one": _percent(1, "percentage points"),
    "dollars": lambda figure: f"{digits(_number(figure), 0)} dollars",
    "words": lambda figure: in_number_words(_whole(figure)),
    "Words": lambda figure: in_number_words(_whole(figure)).capitalize(),
    "text": _text,
    "day": _day,
    "year": _period,
}
"""Name of each format to what writes a figure in it."""

_HOW = "more than|less than|fewer than|over|under|about|nearly|almost"
_SHARE = re.compile(
    rf"(?:(?P<how>{_HOW}) )?(?:(?P<top>a|one|two|three|four) (?P<part>{'|'.join(_PARTS)})s?"
    rf"|(?P<half>half)|(?P<few>{'|'.join(_ONES[1:11])}) in (?P<all>{'|'.join(_ONES[2:11])})"
    rf"|(?P<twice>twice)|(?P<times>{'|'.join(_ONES[2:11])}) times)",
    re.IGNORECASE,
)


def _share(form: str) -> tuple[str, Fraction]:
    """Read words such as "nearly a third" as how they compare, and with which number."""
    found = _SHARE.fullmatch(form)
    if not found:
        raise WrongFormatError(
            f"there is no format {form!r}. There are: {', '.join(FORMATS)}, and words that the "
            "figure bears out, such as “more than half”, “about one in five” or “twice”"
        )
    how = (found["how"] or "").lower()
    if found["half"]:
        return how, Fraction(1, 2)
    if found["twice"]:
        return how, Fraction(2)
    if found["times"]:
        return how, Fraction(_ONES.index(found["times"].lower()))
    if found["few"]:
        few, every = (_ONES.index(found[part].lower()) for part in ("few", "all"))
        return how, Fraction(few, every)
    top = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}[found["top"].lower()]
    return how, Fraction(top, _PARTS.index(found["part"].lower()) + 2)


def _bear_out(figure: Figure, form: str, how: str, said: Fraction) -> None:
    """Refuse words that a figure does not bear out."""
    found = as_share(figure) if said <= 1 else _number(figure)
    near = NEAR * max(said, Fraction(1))
    true = {
        "": rounded(found, 2) == rounded(said, 2),
        "more than": found > said,
        "over": found > said,
        "less than": found < said,
        "fewer than": found < said,
        "under": found < said,
        "about": abs(found - said) <= near,
        "nearly": said - 2 * near <= found < said,
        "almost": said - 2 * near <= found < said,
    }
    if not true[how]:
        raise WrongFormatError(f"“{form}” is not true of {figure.name}: it is {float(found):.3g}")
