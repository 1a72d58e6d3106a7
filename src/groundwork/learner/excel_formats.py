"""Number formats of Excel: which part of one shows a value, and what it shows.

A format has up to four sections (above zero, below zero, zero, text) or sections with conditions;
each is made of places for digits, words in quotation marks, marks behind a backslash, parts of a
day. The grammar is that of ECMA-376, part 1, 18.8.31.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)'
    r"|\[\$(?P<currency>[^\]-]*)[^\]]*\]"
    r"|\[(?P<operator><=|>=|<>|<|>|=)(?P<limit>-?\d+(?:\.\d+)?)\]"
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General)|(?P<half>AM/PM|A/P)|(?P<exponent>E[+-])"
    r"|(?P<day>[ymdhsgbe]+)|(?P<digit>[0#?])|(?P<mark>[.,%@/])|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_TESTS: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "=": lambda a, b: a == b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<>": lambda a, b: a != b,
}


@dataclass
class Section:
    """One section of a format.

    ``parts`` are pairs of what a part is ("text", "digit", "mark", "day") and how it is written.
    ``color`` is "" or the name of a color; ``test`` is None or a comparison and its limit.
    """

    parts: list[tuple[str, str]] = field(default_factory=list)
    color: str = ""
    test: tuple[str, float] | None = None
    general: bool = False

    @property
    def words(self) -> str:
        """What it shows beside digits and days, as it is written."""
        return "".join(text for kind, text in self.parts if kind == "text")

    @property
    def has_digits(self) -> bool:
        """Whether it has places for digits."""
        return self.general or any(kind == "digit" for kind, _ in self.parts)

    @property
    def days(self) -> str:
        """The letters of its parts of a day: y, m, d, h, s."""
        return "".join(text for kind, text in self.parts if kind == "day")

    def marks(self, mark: str) -> int:
        """Count a mark of it that is not written as a word."""
        return sum(kind == "mark" and text == mark for kind, text in self.parts)

    @property
    def decimals(self) -> int:
        """How many places for digits stand behind its point."""
        marks = [at for at, part in enumerate(self.parts) if part == ("mark", ".")]
        behind = self.parts[marks[0] :] if marks else []
        return sum(kind == "digit" for kind, _ in behind)

    @property
    def thousands(self) -> int:
        """How often it divides by a thousand: the commas behind the last place for a digit."""
        marks = "".join("0" if kind == "digit" else text for kind, text in self.parts
                        if kind in ("digit", "mark"))  # fmt: skip
        return sum(map(len, re.findall(r"(?<=0),+(?=\.|[^0,]*$)", marks)))

    @property
    def grouped(self) -> bool:
        """Whether it parts thousands by commas."""
        marks = "".join("0" if kind == "digit" else text for kind, text in self.parts)
        return bool(re.search(r"0,+0", marks.partition(".")[0]))

    @property
    def inside(self) -> str:
        """The words that stand between places for digits: the dashes of 000-00-0000."""
        at = [place for place, (kind, _) in enumerate(self.parts) if kind == "digit"]
        between = self.parts[at[0] : at[-1]] if at else []
        return "".join(text for kind, text in between if kind == "text")


@cache
def sections_of(code: str) -> tuple[Section, ...]:
    """Take a format apart."""
    out = [Section()]
    at = 0
    while at < len(code):
        if code[at] == ";":
            out.append(Section())
            at += 1
            continue
        found = _TOKEN.match(code, at)
        assert found
        at = found.end()
        kind, text = found.lastgroup or "", found[0]
        here = out[-1]
        if kind in ("quoted", "escaped", "currency", "literal"):
            here.parts.append(("text", found[kind] or ""))
        elif kind == "pad":
            here.parts.append(("text", " "))
        elif kind == "limit":
            here.test = (found["operator"], float(found["limit"]))
        elif kind == "bracket":
            here.color = found["bracket"].casefold()
        elif kind == "general":
            here.general = True
        elif kind in ("day", "elapsed", "half"):
            here.parts.append(("day", found[kind].casefold() if kind == "day" else text))
        elif kind in ("digit", "mark"):
            here.parts.append((kind, text))
        elif kind == "exponent":
            here.parts.append(("mark", "E"))
    return tuple(out)


def for_number(sections: tuple[Section, ...], value: float) -> tuple[Section, bool]:
    """Give the section that shows a number, and whether it shows it without its sign."""
    tested = [each for each in sections[:3] if each.test]
    if tested:
        for each in sections[:3]:
            if each.test is None or _TESTS[each.test[0]](value, each.test[1]):
                return each, False
        return sections[min(len(sections), 3) - 1], False
    numbers = sections[:3]
    if value < 0 and len(numbers) > 1:
        return numbers[1], True
    if value == 0 and len(numbers) > 2:
        return numbers[2], False
    return numbers[0], False


def for_text(sections: tuple[Section, ...]) -> Section | None:
    """Give the section that shows a text; None when the text is shown as it is."""
    if len(sections) > 3:
        return sections[3]
    return next((each for each in sections if each.marks("@")), None)


def shown_number(section: Section, value: float, unsigned: bool) -> str:
    """Write a number as a section shows it; a fraction or an exponent is written in full."""
    exact = Decimal(repr(value)) * 100 ** section.marks("%") / 1000**section.thousands
    if section.general or section.marks("E") or section.marks("/"):
        return f"{value:.15g}"
    places = section.decimals
    rounded = abs(exact).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, behind = f"{rounded:f}".partition(".")
    out: list[str] = []
    digits = list(whole if rounded >= 1 or places == 0 else "")
    if digits == ["0"] and not any(part == ("digit", "0") for part in section.parts):
        digits = []
    left = _left_of_point(section)
    slots = sum(kind == "digit" for kind, _ in left)
    for kind, text in reversed(left):
        if kind == "text":
            out.append(text)
        elif kind == "digit":
            slots -= 1
            out.append(digits.pop() if digits else "0" if text == "0" else "")
            if not slots:
                out.extend(digits[::-1])
                digits = []
    said = "".join(out[::-1])
    if section.grouped:
        said = re.sub(r"\d+", lambda found: f"{int(found[0]):,}", said, count=1)
    right = section.parts[len(left) :]
    for kind, text in right:
        if kind == "text":
            said += text
        elif kind == "digit":
            said += behind[:1] if text == "0" or behind.strip("0") else ""
            behind = behind[1:]
        elif text in ".%":
            said += text
    said = said.strip() + ("%" if section.marks("%") and not said.rstrip().endswith("%") else "")
    return f"-{said}" if value < 0 and not unsigned and rounded else said


def _left_of_point(section: Section) -> list[tuple[str, str]]:
    for at, part in enumerate(section.parts):
        if part == ("mark", "."):
            return section.parts[:at]
    return section.parts


_MONTHS = "January February March April May June July August September October November December"


def shown_day(section: Section, day: date) -> str:
    """Write a day as a section shows it; a time of day is left out."""
    names = _MONTHS.split()
    weekday = f"{day:%A}"
    out = ""
    for kind, text in section.parts:
        if kind == "text" or (kind == "mark" and text in "/.,"):
            out += text
        elif kind == "day":
            for run in re.findall(r"(y+|m+|d+|.)", text):
                wide = len(run)
                if run[0] == "y":
                    out += f"{day.year:04d}" if wide > 2 else f"{day.year % 100:02d}"
                elif run[0] == "m":
                    name = names[day.month - 1]
                    out += {1: f"{day.month}", 2: f"{day.month:02d}", 3: name[:3], 5: name[0]}.get(
                        wide, name
                    )
                elif run[0] == "d":
                    out += {1: f"{day.day}", 2: f"{day.day:02d}", 3: weekday[:3]}.get(wide, weekday)
    return " ".join(out.split())


def is_midnight(value: object) -> bool:
    """Whether a value is a day without a time of day."""
    return not isinstance(value, datetime) or value.time() == datetime.min.time()
