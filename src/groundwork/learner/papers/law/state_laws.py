"""State laws that limit equity work in local government, as far as we found them.

The list is data (`state_laws.yaml`). It never claims to be whole: a reader in a state that is not
on it has to look too.
"""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("state_laws.yaml")
WHERE, REST = "Some states", "All other states"
FIRST = (
    "Laws that limit equity offices, hiring or trainings reach local government, among others in"
)
STATE_STAFF = (
    "Staff of a state department ask their own counsel about rules for state agencies, such as a "
    "governor's order: the list was not made for them."
)
LAST = (
    "This list is not whole. Other states require such work. Look up yours, also when it is not "
    f"named here. {STATE_STAFF}"
)


@dataclass(frozen=True)
class StateLaw:
    """One law.

    Attributes
    ----------
    state, law
        The state, and the number and year of the bill or the section of its code.
    short
        How a card tells of it; "" where another entry of the state tells of it too, or `stands`
        has to be told.
    dates
        When it was passed, signed and in force, and which of these was not found.
    binds, limits
        Whom it binds, and what it is about: offices, hiring, trainings.
    stands
        What courts have said of it, and what of it was not read.
    cite
        The keys of its sources.
    """

    state: str
    law: str
    short: str
    dates: str
    binds: str
    limits: str
    stands: str
    cite: tuple[str, ...]

    @property
    def whole(self) -> str:
        """All that was found of it, for a reader of its state."""
        return f"{self.law}. {self.dates} Binds: {self.binds}. Limits: {self.limits} {self.stands}"


@cache
def laws() -> tuple[StateLaw, ...]:
    """Return every law, by state."""
    said = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    names = {each.name for each in fields(StateLaw)}
    assert all(set(each) == names for each in said), "state_laws.yaml has an entry of another form"
    return tuple(StateLaw(**{**each, "cite": tuple(each["cite"])}) for each in said)


def in_short() -> tuple[tuple[str, str], ...]:
    """Return what a card says of all of them: where, and what, a paragraph each."""
    by_state: dict[str, list[str]] = {}
    for law in laws():
        if law.short:
            by_state.setdefault(law.state, []).append(law.short)
    named = "; ".join(f"{state} ({'; '.join(short)})" for state, short in by_state.items())
    undecided = [law for law in laws() if law.state not in by_state]
    return (
        (WHERE, f"{FIRST} {named}."),
        *((law.state, f"{law.law}. {law.dates} {law.stands}") for law in undecided),
        (REST, LAST),
    )


def cite() -> tuple[str, ...]:
    """Return the keys of all sources, each once."""
    return tuple(dict.fromkeys(key for law in laws() for key in law.cite))
