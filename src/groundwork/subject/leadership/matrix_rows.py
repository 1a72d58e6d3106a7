"""Read a matrix from the two lists that a learner fills in: positions, and decisions.

A cell of a decision names positions, with ";" between them, as people write them: in small letters,
or by a part of the name. A name that is in no list becomes a position without any authority.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from groundwork.subject.leadership.authority import Authority
from groundwork.subject.leadership.decision_rights import PARTS, Decision, Matrix, Position

STAFF, RESIDENTS, GOVERNMENT, SIGNER = "staff", "residents", "government", "signer"
UNION = "union"
KINDS = {
    STAFF: "a position of ours",
    SIGNER: "counsel, HR or finance",
    UNION: "a union of our staff",
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
        Rows with name, money, beyond, affects ("yes", "no" or ""), days (or None), notice, and for
        each letter of `PARTS` the positions that have it.
    """
    known = {str(row["name"]): _position(row) for row in positions}
    rows = [row for row in decisions if row["name"]]
    parts: dict[str, dict[str, str]] = {}
    for row in rows:
        cells: dict[str, str] = {}
        for letter in PARTS:
            for written in names_in(row[letter]):
                name = found(written, known)
                known.setdefault(name, Position(name))
                cells[name] = cells.get(name, "") + (
                    "" if letter in cells.get(name, "") else letter
                )
        parts[str(row["name"])] = cells
    return Matrix(tuple(_decision(row) for row in rows), tuple(known.values()), parts)


def names_in(cell: str) -> list[str]:
    """Return the names in a cell: "Clinic Manager; counsel" holds two."""
    return [name for part in str(cell or "").split(";") if (name := " ".join(part.split()))]


def found(written: str, known: Iterable[str]) -> str:
    """Return the known name that is meant, or what was written when none or several could be."""
    names = list(known)
    bare = written.casefold()
    for fits in (str.__eq__, str.startswith, str.__contains__):
        near = [name for name in names if fits(name.casefold(), bare)]
        if len(near) == 1:
            return near[0]
    return written


def _authority(row: Row) -> Authority:
    beyond = row["beyond"]
    return Authority(
        Decimal(str(row["money"] or 0)), beyond in ("staffing", "both"), beyond in ("rule", "both")
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
        staff_written_in=str(row.get("staff_written_in") or ""),
        rule_written_in=str(row.get("rule_written_in") or ""),
    )


def _decision(row: Row) -> Decision:
    days = None if row["days"] is None else int(row["days"])
    notice = str(row.get("notice") or "")
    return Decision(str(row["name"]), _authority(row), row["affects"] == "yes", days, notice)
