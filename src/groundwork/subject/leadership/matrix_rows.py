"""Read a matrix from the two lists that a learner fills in: positions, and decisions.

A cell of a decision names positions, with ";" between them. A name is known when it stands so in
the list, in large or small letters; any other stays as it was written, and nothing is known of it:
a part of a name may be meant for somebody else. `near` says what could be meant, so that one asks.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from groundwork.subject.leadership.authority import Authority
from groundwork.subject.leadership.decision_rights import PARTS, Decision, Matrix, Position

STAFF, RESIDENTS, GOVERNMENT, SIGNER = "staff", "residents", "government", "signer"
UNION, BOARD = "union", "board"
NO_DAYS = "none"
"""In a decision's days: it is known that no day is set by which an answer is due."""
MOST_NEAR = 2
"""Names that are asked about when a name is not in the list."""
KINDS = {
    STAFF: "a position of ours",
    SIGNER: "counsel, HR or finance",
    UNION: "a union of our staff",
    BOARD: "a board, council or commission",
    RESIDENTS: "residents or partners",
    GOVERNMENT: "a Tribal Nation (a government)",
}
BEYOND_MONEY = {
    "none": "nothing else",
    "staffing": "staff or hours of work",
    "rule": "a rule or a form",
    "both": "staff and rules",
}
Row = Mapping[str, Any]


def matrix_of(positions: Iterable[Row], decisions: Iterable[Row]) -> Matrix:
    """Return the matrix of both lists.

    Parameters
    ----------
    positions
        Rows with name, kind (one of `KINDS`), money (dollars or None), beyond (one of
        `BEYOND_MONEY`), written_in, staff_written_in, rule_written_in and paid ("yes", "no" or "").
    decisions
        Rows with name, money, beyond, affects ("yes", "no" or ""), days (a number, `NO_DAYS`, or
        None where nobody has said), notice, and for each letter of `PARTS` the positions that have
        it.
    """
    known = {str(row["name"]): _position(row) for row in positions}
    rows = [row for row in decisions if row["name"]]
    parts: dict[str, dict[str, str]] = {}
    for row in rows:
        cells: dict[str, str] = {}
        for letter in PARTS:
            for written in names_in(row[letter]):
                name = found(written, known)
                known.setdefault(name, Position(name, listed=False))
                cells[name] = cells.get(name, "") + (
                    "" if letter in cells.get(name, "") else letter
                )
        parts[str(row["name"])] = cells
    return Matrix(tuple(_decision(row) for row in rows), tuple(known.values()), parts)


def names_in(cell: str) -> list[str]:
    """Return the names in a cell: "Clinic Manager; counsel" holds two."""
    return [name for part in str(cell or "").split(";") if (name := " ".join(part.split()))]


def found(written: str, known: Iterable[str]) -> str:
    """Return the known name that is written so, in large or small letters, else what was written.

    >>> found("clinic manager", ["Clinic Manager"]), found("Clinic", ["Clinic Manager"])
    ('Clinic Manager', 'Clinic')
    """
    bare = written.casefold()
    return next((name for name in known if name.casefold() == bare), written)


def near(written: str, known: Iterable[str]) -> list[str]:
    """Return the known names that could be meant by one that is not among them, the likest first.

    >>> near("Nurse", ["Clinic Director", "Nurse Manager, north clinic"])
    ['Nurse Manager, north clinic']
    """
    bare = {name.casefold(): name for name in known}
    wanted = written.casefold()
    if wanted in bare:
        return []
    parts = [name for name in bare if wanted in name or name in wanted]
    alike = get_close_matches(wanted, bare, n=MOST_NEAR, cutoff=0.75)
    return [bare[name] for name in dict.fromkeys([*parts, *alike])][:MOST_NEAR]


def _authority(row: Row) -> Authority:
    """Read what stands in a row; a box that is left open is not known, and never 0 or no."""
    money, beyond = row["money"], row["beyond"]
    return Authority(
        None if money is None else Decimal(str(money)),
        beyond in ("staffing", "both") if beyond else None,
        beyond in ("rule", "both") if beyond else None,
    )


def _position(row: Row) -> Position:
    return Position(
        str(row["name"]),
        _authority(row),
        str(row["written_in"]),
        community=row["kind"] == RESIDENTS,
        paid={"yes": True, "no": False}.get(row["paid"]),
        government=row["kind"] == GOVERNMENT,
        union=row["kind"] == UNION,
        board=row["kind"] == BOARD,
        signer=row["kind"] == SIGNER,
        staff_written_in=str(row.get("staff_written_in") or ""),
        rule_written_in=str(row.get("rule_written_in") or ""),
    )


def _decision(row: Row) -> Decision:
    no_clock = row["days"] == NO_DAYS
    days = None if row["days"] is None or no_clock else int(row["days"])
    notice = str(row.get("notice") or "")
    affects = {"yes": True, "no": False}.get(row["affects"])
    return Decision(str(row["name"]), _authority(row), affects, days, notice, no_clock)
