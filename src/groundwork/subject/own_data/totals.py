"""Which rows are totals: by what they say, by what they lack, and by what they add up to."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from groundwork.subject.own_data import numbers
from groundwork.subject.own_data.cell import is_blank, text_of

Row = Sequence[object]

_SUMMED = (
    "agenc(?:y|ies)|amounts?|appropriations?|budget|costs?|count(?:y|ies)|departments?|depts?"
    "|divisions?|expenditures?|expenses?|fte|funds?|general|grants?|lines?|offices?|outlays?"
    "|payments?|positions?|programs?|revenues?|salar(?:y|ies)|sections?|sources|staff|units?|uses"
    "|year"
)
_BEFORE = (
    "all|column|combined|county|department|dept|division|final|fund|general|gran|grand|group|net"
    "|overall|page|program|report|section|state|sub|sum|suma|unit"
)
_CORE = r"(?:totals?|totales|ttl)\.?"
_TOTAL = re.compile(
    rf"(?:(?:{_BEFORE})[ -]?)?{_CORE}(?: ?[:,\-–].*| (?:for|of) .*| S?FFY ?[\d\-/]+| S?FY ?[\d\-/]+"
    rf"|(?: .{{1,60}})? (?:{_SUMMED})\b.{{0,60}})?:?"
    rf"|.{{1,60}}[ :\-–](?:sub-?)?{_CORE}:?|sub-?totals?\b.*|sum:?|suma:?|tot[.:]*"
    r"|net (?:revenues?|income|expen[ds]\w*|operating|ordinary|change|surplus|deficit)\b.*"
    r"|(?:excess|surplus|deficit|deficiency)\b.{0,20}(?:of|over|under|deficit|deficiency)\b.*"
    r"|(?:beginning|ending|opening|closing) (?:fund |cash )?balances?\b.*",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?:{_BEFORE})[ -]?)?{_CORE}(?: general)?:?|sum:?|suma:?|tot[.:]*", re.IGNORECASE
)
_NET = re.compile(
    r"(?!.*total)(?:net|excess|surplus|defici\w+|beginning|ending|opening|closing)\b.*",
    re.IGNORECASE,
)
# With the words of a line beside them these are names; alone they speak of everything.
_ALL = re.compile(
    rf"(?:all|combined|entire|overall|whole)(?: (?:other|of|the|combined|together|{_SUMMED}))*"
    r"(?:,? combined)?:?|everything:?|(?:sum|balance) (?:of|for) .*",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r"total|\bnet |excess|surplus|defici|balance|\bttl\b|t ?o ?t ?a ?l\b|sum|\btot\b|---|===|___",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:\w ){2,}\w:?")
_LOOK_BACK = 60


def _evened(cell: object) -> str:
    text = " ".join(cell.split()) if isinstance(cell, str) else ""
    return text.replace(" ", "") if _SPACED.fullmatch(text) else text


def says_total(cell: object) -> bool:
    """Say whether a cell speaks of a total, in any of the ways that reports do.

    >>> says_total("T O T A L"), says_total("TTL"), says_total("Total Health"), says_total("Tote")
    (True, True, False, False)
    """
    return bool(_TOTAL.fullmatch(_evened(cell)))


def begins_total(cell: object) -> bool:
    """Say whether a cell begins as a total does: "Total Public Health", which may be a name."""
    return bool(re.match(r"(?:sub-?|grand )?totals?\b.", _evened(cell), re.IGNORECASE))


def is_net(cell: object) -> bool:
    """Say whether a cell speaks of what is left over, which no rows above it add up to.

    >>> is_net("Net revenue over expenses"), is_net("Total")
    (True, False)
    """
    return bool(_NET.fullmatch(_evened(cell)))


def is_bare(cell: object) -> bool:
    """Say whether a cell says total and nothing else."""
    return bool(_BARE.fullmatch(_evened(cell)))


def says_all(cell: object) -> bool:
    """Say whether a cell speaks of everything together: "All Funds"."""
    return bool(_ALL.fullmatch(_evened(cell)))


class Running:
    """What the rows of data add up to so far, in a few columns, worked out when first asked."""

    def __init__(self, rows: Sequence[Row], places: Sequence[int]) -> None:
        """Take the rows of the sheet and the places of the columns to add up."""
        self._rows, self._places = rows, list(places)
        self._sums: dict[int, list[Decimal]] = {place: [Decimal(0)] for place in self._places}

    def is_sum(self, row: Row, data: Sequence[int], breaks: Collection[int]) -> bool:
        """Say whether a row is the sum of at least two rows right above it, back to some break."""
        said = {
            place: number
            for place in self._places
            if place < len(row) and (number := number_of(row[place]))
        }
        if not said:
            return False
        for place in said:
            sums = self._sums[place]
            for at in data[len(sums) - 1 :]:
                cells = self._rows[at]
                number = number_of(cells[place]) if place < len(cells) else None
                sums.append(sums[-1] + (number or 0))
        end = len(data)
        starts = sorted({0, *(at for at in breaks if end - at >= 2)})[-_LOOK_BACK:]
        return any(
            all(
                self._sums[at][end] - self._sums[at][start] == number for at, number in said.items()
            )
            for start in starts
            if end - start >= 2
        )


def number_of(cell: object) -> Decimal | None:
    """Give the number that stands in a raw cell, or None."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return None if is_blank(cell) else Decimal(repr(cell))
    text = text_of(cell)
    digits = numbers.take_apart(text) if text else None
    return digits.by_point if digits else None
