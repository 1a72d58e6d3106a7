"""What is still to be found out: from whom, what, and what it is for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from groundwork.subject.names import names_somebody
from groundwork.subject.remark import Remark

OFFICES = {
    "counsel": re.compile(r"\bcounsel\b"),
    "human resources": re.compile(r"\bHR\b|\bhuman resources\b"),
    "finance": re.compile(r"\bfinance\b"),
    "the grants office": re.compile(r"\bgrants office\b"),
}
"""Offices that a remark may send its writer to, and how it names them."""
GRANTS_AND_COUNSEL = "the grants office and counsel"
"""Whom to ask what an award and the law allow: one knows its terms, the other the law."""
BY_WHAT_IT_CHOOSES = "before anybody is chosen or paid: whether the law allows what it goes by"
"""What counsel is asked of each paper that chooses people or shares money, also of a clean one."""
_DONE = "known|asked|decided|determined|said|settled|set|named|found(?: out)?|agreed|clear|sure"
_OPEN = re.compile(
    r"\W*(?:(?:it|this|that) is )?(?:still )?"
    rf"(?:open|unknown|unclear|undecided|pending|tb[acd]|no idea|to be (?:{_DONE})|not yet"
    rf"|not(?: yet)?(?: been)? (?:{_DONE})|(?:i|we) (?:do not|don['’]t) know"
    r"|nobody (?:knows|asked|has asked))"
    r"(?: yet| so far)?\s*(?:[.,;:?!()–—-].*)?",
    re.IGNORECASE | re.DOTALL,
)
_NONE = re.compile(
    r"\W*(?:there (?:is|are) )?(?:none|nothing|nil|n\W?a|nobody|no one|not applicable"
    r"|does not apply|not(?= (?:kept|possible|needed|foreseen|planned))|no(?: (?:formal "
    r"|written )?(?:log|appeals?|exceptions?|hearing))?)"
    r"(?: (?:yet|so far|at all|here|foreseen|planned|kept|possible|needed))?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ask:
    """One thing to ask for.

    Attributes
    ----------
    whom
        The office, position or group that holds the answer, such as "Finance".
    what
        The paper or the fact, such as "the adopted budget, fund F100".
    why
        What it is for, such as "the statement “…”"; "" where it is the paper that asks.
    """

    whom: str
    what: str
    why: str

    def __str__(self) -> str:
        """Return it as one sentence: "From Finance: the adopted budget, for the request"."""
        return f"From {self.whom}: {self.what}, for {self.why}"


def is_open(answer: str) -> bool:
    """Whether an answer says nothing yet: it is empty, or says that nobody knows.

    >>> [is_open(each) for each in ("?", "Not known yet; finance looks", "open to all", "none")]
    [True, True, False, False]
    """
    return not re.search(r"\w", answer) or bool(_OPEN.fullmatch(answer.strip()))


def is_none(answer: str) -> bool:
    """Whether an answer says that there is none.

    >>> [is_none(each) for each in ("n/a", "No appeal.", "No later than Friday", "None but HR")]
    [True, True, False, False]
    """
    return bool(_NONE.fullmatch(answer))


def so_far(heading: str, answer: str) -> str:
    """Return what is asked for, with the words that stand there and leave it open.

    >>> so_far("The fund", " "), so_far("The fund", "unknown")
    ('The fund', 'The fund: so far “unknown”')
    """
    return f"{heading}: so far “{answer.strip()}”" if answer.strip() else heading


def offices_in(text: str) -> list[str]:
    """Return the offices that a text names.

    >>> offices_in("Ask HR, or counsel, before you write it.")
    ['counsel', 'human resources']
    """
    return [office for office, named in OFFICES.items() if named.search(text)]


def of_remarks(remarks: Iterable[Remark], why: str = "") -> list[Ask]:
    """Ask each office that a remark sends its writer to; what it is for is the remark's own.

    What can hurt somebody is asked in the words of its question, or not at all.
    """
    return [
        Ask(office, remark.question or remark.what, why or remark.about)
        for remark in remarks
        if remark.question or not remark.harms
        for office in offices_in(f"{remark.try_instead} {remark.question}")
    ]


class _OfPosition(Protocol):
    @property
    def position(self) -> str: ...


def rows_of(rows: Sequence[_OfPosition]) -> dict[str, int]:
    """Return the number of the first row that has each position."""
    return {row.position: number for number, row in reversed([*enumerate(rows, 1)])}


def unnamed(asks: Iterable[Ask], rows: Mapping[str, int]) -> list[Ask]:
    """Ask of "the person named in row 2" where a person's name stands in a position's place.

    The row shows the name; a list that goes to offices need not repeat it.

    Parameters
    ----------
    rows
        What stands where a position belongs, with the number of its row.
    """
    known = {name: f"the person named in row {row}" for name, row in rows.items()}
    people = {name: said for name, said in known.items() if names_somebody(name)}
    found = []
    for ask in asks:
        for name, said in people.items():
            parts = (each.replace(name, said) for each in (ask.whom, ask.what, ask.why))
            ask = Ask(*parts)
        found.append(ask)
    return found


def by_office(asks: Iterable[Ask]) -> list[Ask]:
    """Return one ask for each office, with all that it is asked for the paper they stand in.

    >>> by_office([Ask("finance", "the fund", "a"), Ask("finance", "the line", "b")])
    [Ask(whom='finance', what='the fund; the line', why='')]
    """
    asked: dict[str, list[str]] = {}
    for ask in asks:
        asked.setdefault(ask.whom, []).append(ask.what)
    return [Ask(whom, "; ".join(what), "") for whom, what in asked.items()]


def with_counsel(asks: Iterable[Ask], why: str) -> list[Ask]:
    """Ask counsel by what a paper chooses: in the row that goes there already, or in a new one.

    >>> [str(each) for each in with_counsel([], "the rule")]  # doctest: +ELLIPSIS
    ['From counsel: before anybody is chosen ... what it goes by, for the rule']
    """
    found = list(asks)
    at = next((n for n, ask in enumerate(found) if "counsel" in offices_in(ask.whom)), None)
    if at is None:
        return [*found, Ask("counsel", BY_WHAT_IT_CHOOSES, why)]
    found[at] = replace(found[at], what=f"{found[at].what}; {BY_WHAT_IT_CHOOSES}")
    return found
