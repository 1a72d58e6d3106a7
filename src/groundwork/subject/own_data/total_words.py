"""What words say of totals, in any of the ways that reports do."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from groundwork.subject.own_data.wording import simple

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
    r"|gross (?:profit|margin|income)"
    r"|(?:excess|surplus|deficit|deficiency)\b.{0,20}(?:of|over|under|deficit|deficiency)\b.*"
    r"|(?:beginning|ending|opening|closing) (?:fund |cash )?balances?\b.*",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?:{_BEFORE})[ -]?)?{_CORE}(?: general)?:?|sum:?|suma:?|tot[.:]*", re.IGNORECASE
)
_NET = re.compile(
    r"(?!.*total)(?:net|gross|excess|surplus|defici\w+|beginning|ending|opening|closing)\b.*",
    re.IGNORECASE,
)
# With the words of a line beside them these are names; alone they speak of everything.
_ALL = re.compile(
    rf"(?:all|combined|entire|overall|whole)(?: (?:other|of|the|combined|together|{_SUMMED}))*"
    r"(?:,? combined)?:?|everything:?|(?:sum|balance) (?:of|for) .*",
    re.IGNORECASE,
)
_WITH_NAME = re.compile(rf"(?:(?:sub|grand)[ -]?)?{_CORE} (?!for\b|of\b)([^:]+)", re.IGNORECASE)
_GENERAL = re.compile(
    rf"(?:{_SUMMED}|{_BEFORE}|{_CORE}|other|and|of|for|the|from|by|operating|capital|income|profit"
    r"|loss|personnel|personal|services?|benefits?|wages|operations|maintenance|supplies|budgeted"
    r"|actual|adopted|approved|proposed|revised|s?fy\d*|\d*)s?",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r"total|\b(?:net|gross) |excess|surplus|defici|balance|\bttl\b|t ?o ?t ?a ?l\b|sum|\btot\b"
    r"|---|===|___",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?:\w ){2,}\w:?")


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


def named_in(cell: object) -> str:
    """Give what a cell that begins with Total names behind it, or "" where that is no name.

    >>> named_in("Total Worker Health grant"), named_in("Total all funds"), named_in("Total")
    ('worker health grant', '', '')
    """
    found = _WITH_NAME.fullmatch(_evened(cell))
    if not found:
        return ""
    words = [simple(word) for word in found[1].split()]
    return simple(found[1]) if not all(map(_GENERAL.fullmatch, words)) else ""


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


@dataclass(frozen=True)
class Speech:
    """What the words of a row say of totals.

    ``total`` are the places that speak of one, ``bare`` those that say nothing else, and ``begins``
    those that begin as a total does. ``named`` is what they name, where each of them does so.
    ``everything`` says that one speaks of all together, ``net``
    that one speaks of what is left over.
    """

    total: frozenset[int]
    named: tuple[str, ...]
    bare: frozenset[int]
    begins: frozenset[int]
    everything: bool
    net: bool

    @property
    def any(self) -> bool:
        """Whether it speaks of a total in any way."""
        return bool(self.total or self.begins)


def speech_of(cells: Sequence[object], filled: Sequence[int]) -> Speech:
    """Say what the filled cells of a row say of totals."""

    def places(says: Callable[[object], bool]) -> frozenset[int]:
        return frozenset(place for place in filled if says(cells[place]))

    total = places(says_total)
    begins = places(begins_total)
    named = tuple(named_in(cells[place]) for place in sorted(total or begins))
    return Speech(
        total, named if all(named) else (), places(is_bare), begins,
        bool(places(says_all)), bool(places(is_net)),
    )  # fmt: skip
