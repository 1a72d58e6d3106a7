"""An invented model of one rule that is changed, and of the door at which people are lost.

Families of two districts ask for a home visit, are found eligible, and are visited within 30 days.
One thing is changed at a time. All counts are invented: they show where to look, and what a change
at another door does to the gap. No service was observed.
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
    Change("none", "Leave it as it is", (120, 108, 54), (150, 138, 110), 0),
    Change(
        "leaflet", "Send a leaflet to all homes in Mill Flats", (160, 144, 55), (150, 138, 110), 30
    ),
    Change(
        "paper", "Ask for no paper but a name and an address", (120, 117, 58), (150, 147, 116), 5
    ),
    Change(
        "evenings",
        "Visit on two evenings, with an interpreter",
        (120, 108, 84),
        (150, 138, 111),
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
