"""Who decides, who advises, who does the work and who is told, decision by decision.

The idea of one responsible decider with the needed authority follows Kalev, Dobbin and Kelly 2006
(assigning responsibility gave the broadest gains) and the practice "Build Internal Infrastructure
and Capacity" (defining roles and decision makers). The parts are in our own words, as in the
many responsibility charts that organizations use. Whoever signs off (counsel, human resources,
finance) may stop a decision on stated grounds, and does not make it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from groundwork.subject.errors import UserError
from groundwork.subject.leadership.authority import (
    MONEY,
    NONE,
    RULES,
    STAFF,
    UNKNOWN,
    Authority,
)

DECIDES, SIGNS, ADVISES, WORKS, TOLD = "D", "S", "A", "W", "I"
PARTS = {
    DECIDES: "decides",
    SIGNS: "signs off",
    ADVISES: "advises",
    WORKS: "does the work",
    TOLD: "is told",
}
"""The letters of a cell and their words. A cell may hold several, such as ``DW``."""
NOTICE = {
    "open": "not known yet",
    "given": "notice is given before it is decided",
    "bargained": "it is bargained first",
    "none": "HR says that none is needed",
}
"""What is known of notice to a union, or bargaining, before a decision about staff or hours."""


@dataclass(frozen=True)
class Decision:
    """A decision, the authority it needs, and whether it affects people outside the department.

    Attributes
    ----------
    affects_community
        None when nobody has said.
    sign_days
        Working days within which whoever signs off answers; None when no number is known.
    no_clock
        Whether it is known that no day is set by which whoever signs off answers.
    notice
        One of `NOTICE`, or "".
    """

    name: str
    needs: Authority = NONE
    affects_community: bool | None = False
    sign_days: int | None = None
    notice: str = ""
    no_clock: bool = False

    def unsaid(self) -> list[str]:
        """Name, in words, what is not said of it and decides who may make it."""
        outside = ["whether it affects people outside"] if self.affects_community is None else []
        return [*self.needs_unsaid(), *outside]

    def needs_unsaid(self) -> list[str]:
        """Name, in words, what is not said of the authority it needs."""
        open_ = {
            "how many dollars it needs": self.needs.money is None,
            "whether it moves staff, hours or a rule": self.needs.staffing is None
            or self.needs.rule is None,
        }
        return [words for words, there in open_.items() if there]


@dataclass(frozen=True)
class Position:
    """A position or group that takes part.

    Attributes
    ----------
    written_in
        The document that gives the authority over dollars; empty when nobody has shown one.
    community
        Whether it speaks for the community: a council of residents, a partner group.
    paid
        Whether community members are paid for this; None when not known.
    government
        Whether it is a government of its own, such as a Tribal Nation.
    union
        Whether it is a union of the staff: it speaks for its members, and is never paid for that.
    board
        Whether it is a board, council or commission: its rights stand in a law or in bylaws.
    signer
        Whether it is an office that signs off: counsel, human resources, finance.
    staff_written_in, rule_written_in
        The documents that give the authority over staff or hours, and over rules.
    listed
        Whether it is in the list of positions. Of one that is only named in a decision, nothing is
        known, and no other is taken for it.
    """

    name: str
    authority: Authority = UNKNOWN
    written_in: str = ""
    community: bool = False
    paid: bool | None = None
    government: bool = False
    union: bool = False
    board: bool = False
    signer: bool = False
    staff_written_in: str = ""
    rule_written_in: str = ""
    listed: bool = True

    def lacks(self, needed: Authority) -> list[str]:
        """Name what a decision needs and this may not; no list of ours limits a government."""
        return [] if self.government else self.authority.lacks(needed)

    def leaves_open(self, needed: Authority) -> list[str]:
        """Name for which kinds of authority nothing is known of this one."""
        return [] if self.government else self.authority.leaves_open(needed)

    def papers(self, needed: Authority) -> dict[str, str]:
        """Return for each kind of authority that is needed the paper that gives it, or ""."""
        if self.government:
            return {}
        written = {
            MONEY: self.written_in,
            STAFF: self.staff_written_in,
            RULES: self.rule_written_in,
        }
        return {kind: written[kind].strip() for kind in needed.kinds()}


@dataclass(frozen=True)
class Matrix:
    """Decisions, positions, and the part of each position in each decision.

    ``parts`` maps a decision to its positions and their letters, as in
    ``{"Hire": {"Director": "D"}}``; a position that is not there has no part.
    """

    decisions: tuple[Decision, ...] = ()
    positions: tuple[Position, ...] = ()
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse doubles, strangers and letters without a meaning."""
        decisions = _unique([decision.name for decision in self.decisions], "decision")
        positions = _unique([position.name for position in self.positions], "position")
        for decision, row in self.parts.items():
            _known(decision, decisions, "decision")
            for position, letters in row.items():
                _known(position, positions, "position")
                _check_letters(decision, position, letters)

    def part(self, decision: str, position: str) -> str:
        """Give the letters of a position in a decision, or ""."""
        return self.parts.get(decision, {}).get(position, "")

    def who(self, decision: str, letter: str) -> list[Position]:
        """List the positions that have a part in a decision."""
        return [
            position for position in self.positions if letter in self.part(decision, position.name)
        ]

    def notice_open(self, decision: Decision) -> bool:
        """Whether it moves staff or hours, and says nothing of a union, notice or bargaining.

        A union that is only told hears of it when it is decided.
        """
        settled = decision.notice not in ("", "open")
        heard = [
            position
            for letter in (DECIDES, SIGNS, ADVISES)
            for position in self.who(decision.name, letter)
            if position.union
        ]
        return bool(decision.needs.staffing) and not settled and not heard


def lines(matrix: Matrix) -> list[str]:
    """Say the matrix in sentences, one a decision."""
    told = []
    for decision in matrix.decisions:
        parts = []
        for letter, words in PARTS.items():
            names = [position.name for position in matrix.who(decision.name, letter)]
            parts.append(f"{words}: {', '.join(names) if names else 'not named'}")
        told.append(f"{decision.name} — {'; '.join(parts)}.")
    return told


def _check_letters(decision: str, position: str, letters: str) -> None:
    if set(letters) - set(PARTS) or len(set(letters)) < len(letters):
        raise UserError(
            f"The part of {position!r} in {decision!r} is {letters!r}.",
            "Use each of D (decides), S (signs off), A (advises), W (does the work) and I (is "
            "told) at most once.",
        )


def _unique(names: list[str], what: str) -> list[str]:
    for name in names:
        if not name.strip():
            raise UserError(f"A {what} has no name.", f"Give each {what} a name.")
        if names.count(name) > 1:
            raise UserError(f"The {what} {name!r} is there twice.", "Keep one of them.")
    return names


def _known(name: str, names: list[str], what: str) -> None:
    if name not in names:
        near = get_close_matches(name, names, n=1)
        raise UserError(
            f"There is no {what} {name!r}.",
            f"Did you mean {near[0]!r}?" if near else f"Add the {what} first.",
        )
