"""State laws near equity work in local government, as far as we found them.

The list is data (`state_laws.yaml`). It is of the kinds that `SOUGHT` names, and never claims to be
whole: a reader in a state that is not on it has to look too.
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
ON_PREFERENCES = "Some states, on preferences"
PREFERENCES = (
    "Laws against preferences by race or sex in public employment, education and contracts reach "
    "local government, among others in"
)
KINDS = {"equity work": (WHERE, FIRST), "preferences": (ON_PREFERENCES, PREFERENCES)}
SOUGHT = (
    "We looked for laws of two kinds: those that limit equity offices, hiring or trainings in "
    "local government, and those against preferences by race or sex in public employment, "
    "education and contracts."
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
    kind
        Which of `KINDS` it is.
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
    kind: str
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
    named = {law.state for law in laws() if law.short}
    return (
        *((where, f"{first} {_named(kind)}.") for kind, (where, first) in KINDS.items()),
        *(
            (law.state, f"{law.law}. {law.dates} {law.stands}")
            for law in laws()
            if law.state not in named
        ),
        (REST, LAST),
    )


def _named(kind: str) -> str:
    by_state: dict[str, list[str]] = {}
    for law in laws():
        if law.kind == kind and law.short:
            by_state.setdefault(law.state, []).append(law.short)
    return "; ".join(f"{state} ({'; '.join(short)})" for state, short in by_state.items())


def cite() -> tuple[str, ...]:
    """Return the keys of all sources, each once."""
    return tuple(dict.fromkeys(key for law in laws() for key in law.cite))
