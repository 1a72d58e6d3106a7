"""When would you know? How often a register would say "improving", when it is true and when not.

A share of a place's births is counted each year. The register compares a year, or several pooled,
with as many years before, and says "improving" when the fall is more than chance explains, as
:func:`groundwork.subject.metrics.progress.progress` does. How often it would say so is computed
with the normal distribution of the difference of two shares.
"""

import math
from dataclasses import dataclass

from groundwork.subject.errors import UserError
from groundwork.subject.intervals import Z95
from groundwork.subject.states import at_least


@dataclass(frozen=True)
class Place:
    """A place with its births a year, and how many years are pooled before and after."""

    name: str
    text: str
    births: int
    pooled: int = 1


PLACES = (
    Place("district", "One district, 400 births a year, year against year", 400),
    Place("pooled", "The same district, three years against three", 400, 3),
    Place("county", "The whole county, 2,000 births a year, year against year", 2000),
    Place("wide", "The whole county, three years against three", 2000, 3),
)
BASELINE = 0.13
"""Share of births before 37 weeks where it begins."""
FALL = 0.02
"""How much it falls where something is gained: two points, at once and for good."""


def place_of(name: str) -> Place:
    """Return a place by its name."""
    found = {place.name: place for place in PLACES}
    if name not in found:
        raise UserError(f"There is no place {name!r}.", f"Choose one of {', '.join(found)}.")
    return found[name]


def says_improving(births: int, baseline: float, now: float) -> float:
    """Give how often, 0 to 1, the register says "improving" when the true share is `now`.

    Parameters
    ----------
    births
        Births on each side of the comparison.
    baseline, now
        True shares before and after, 0 to 1; lower is better.
    """
    births = at_least(births, 1, "The number of births")
    if not 0 < baseline < 1 or not 0 < now < 1:
        raise UserError(
            f"{births} births at shares of {baseline:g} and {now:g} cannot be compared.",
            "Give births of 1 or more, and two shares between 0 and 1.",
        )
    error = math.sqrt((baseline * (1 - baseline) + now * (1 - now)) / births)
    z = (baseline - now) / error - Z95
    return 0.5 * math.erfc(-z / math.sqrt(2))


def chances(place: Place) -> tuple[float, float]:
    """Give how often it says "improving": when nothing changed, and when it fell by two points."""
    births = at_least(place.births, 1, "The number of births") * place.pooled
    return says_improving(births, BASELINE, BASELINE), says_improving(
        births, BASELINE, BASELINE - FALL
    )
