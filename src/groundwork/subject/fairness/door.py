"""An invented model of one rule that is changed, and of the door at which people are lost.

Families of two districts ask for a home visit, are found eligible, and are visited within 30 days.
One thing is changed at a time. All counts are invented: they show where to look, and what a change
at another door does to the gap. As it is, 81 of 150 are the 54 percent of the lesson's card, and
162 of 200 the 81 percent that it aims at. No service was observed.
"""

from dataclasses import dataclass

import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.fairness.steps import Step, steps_of, where_it_opens

HERE, THERE = "Mill Flats", "Ridgeview"
STEPS = ("asked", "found eligible", "visited within 30 days")


@dataclass(frozen=True)
class Change:
    """One change, with the families of both districts at each step, and its hours a quarter."""

    name: str
    text: str
    here: tuple[int, int, int]
    there: tuple[int, int, int]
    hours: int


CHANGES = (
    Change("none", "Leave it as it is", (150, 135, 81), (200, 184, 162), 0),
    Change(
        "leaflet", "Send a leaflet to all homes in Mill Flats", (200, 180, 83), (200, 184, 162), 30
    ),
    Change(
        "paper", "Ask for no paper but a name and an address", (150, 146, 87), (200, 196, 172), 5
    ),
    Change(
        "evenings",
        "Visit on two evenings, with an interpreter",
        (150, 135, 116),
        (200, 184, 163),
        90,
    ),
)


def change_of(name: str) -> Change:
    """Return a change by its name."""
    found = {change.name: change for change in CHANGES}
    if name not in found:
        raise UserError(f"There is no change {name!r}.", f"Choose one of {', '.join(found)}.")
    return found[name]


def steps(change: Change) -> list[Step]:
    """Compare the two districts at each step, as the change leaves them."""
    counts = pd.DataFrame({HERE: change.here, THERE: change.there}, index=pd.Index(STEPS))
    return steps_of(counts, HERE, THERE)


def widest(change: Change) -> Step | None:
    """Return the step with the widest gap; None where no step has one."""
    return where_it_opens(steps(change))
