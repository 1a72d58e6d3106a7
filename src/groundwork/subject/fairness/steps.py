"""Where a gap opens: people step by step through a program, a hiring or a contract.

People who asked are eligible or not, and served or not. A gap at the end can open at any step, and
an even end can hide one. Rates are of those who reached the step before.
"""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from groundwork.subject.errors import UserError
from groundwork.subject.selection import compare_selection
from groundwork.subject.small_numbers import WASHINGTON_DOH_2018
from groundwork.subject.states import column_of

SMALLEST = WASHINGTON_DOH_2018.hide_below or 10
"""Counts from 1 to below this are not shown."""


@dataclass(frozen=True)
class Step:
    """One step, of a group and of the one that it is compared with.

    `rate` and `other_rate` are shares of those who reached the step before, 0 to 1; `ratio` is the
    first over the second, and `p` Fisher's exact test of no difference. None, where a count is too
    small to be shown.
    """

    name: str
    reached: int
    of: int
    other_reached: int
    other_of: int
    rate: float | None
    other_rate: float | None
    ratio: float | None
    p: float | None

    def p_of_widest(self, steps: int) -> float | None:
        """Bound how often chance alone makes the widest gap of several steps as wide (Bonferroni).

        A step that was picked because its gap is widest is not tested as if it had been chosen
        beforehand: the p value is multiplied by the number of steps.
        """
        return None if self.p is None else min(1.0, steps * self.p)

    @property
    def gap(self) -> float:
        """How many points the group's rate is lower, in percent; 0 where nothing is shown."""
        if self.rate is None or self.other_rate is None:
            return 0.0
        return 100 * (self.other_rate - self.rate)


def steps_of(counts: pd.DataFrame, group: str, other: str) -> list[Step]:
    """Compare two groups at each step.

    Parameters
    ----------
    counts
        One row a step in order, the first of them where people come in; one column a group, with
        the people who reached the step.

    Raises
    ------
    UserError
        When a group is missing, or more people reach a step than the one before.
    """
    mine = [int(each) for each in column_of(counts, group)]
    theirs = [int(each) for each in column_of(counts, other)]
    if len(mine) < 2:
        raise UserError("There is only one step.", "Give where people come in, and a step after.")
    for name, before, after in (
        *((group, *pair) for pair in pairwise(mine)),
        *((other, *pair) for pair in pairwise(theirs)),
    ):
        if after > before or after < 0:
            raise UserError(
                f"In {name!r} {after} reach a step and {before} the one before.",
                "Each step holds those who reached it, so the numbers never grow.",
            )
    names = [str(each) for each in counts.index]
    return [
        _step(names[at], (mine[at], mine[at - 1]), (theirs[at], theirs[at - 1]))
        for at in range(1, len(names))
    ]


def where_it_opens(steps: list[Step]) -> Step | None:
    """Return the step with the widest gap in points; None when no step shows one."""
    shown = [step for step in steps if step.gap > 0]
    return max(shown, key=lambda step: step.gap, default=None)


def _step(name: str, mine: tuple[int, int], theirs: tuple[int, int]) -> Step:
    counts = (mine[0], mine[1] - mine[0], theirs[0], theirs[1] - theirs[0])
    if any(0 < count < SMALLEST for count in counts) or not mine[1] or not theirs[0]:
        return Step(name, *mine, *theirs, None, None, None, None)
    found = compare_selection(*mine, *theirs)
    return Step(
        name,
        *mine,
        *theirs,
        found.rate,
        found.reference_rate,
        found.impact_ratio,
        found.fisher_exact,
    )
