"""Money of several years in words: step by step, so that no two picked years hide a fall."""

from collections.abc import Sequence
from itertools import pairwise

from groundwork.subject.budget.money import known_cents, show_dollars
from groundwork.subject.errors import UserError


def turns(amounts: Sequence[int]) -> list[int]:
    """Return the places where amounts begin, turn from rising to falling or back, and end."""
    found = [0]
    for at in range(1, len(amounts) - 1):
        before, after = amounts[at] - amounts[found[-1]], amounts[at + 1] - amounts[at]
        if before * after < 0:
            found.append(at)
    return [*found, len(amounts) - 1] if len(amounts) > 1 else found


def steps_in_words(years: Sequence[str], cents: Sequence[int], what: str) -> str:
    """Say each stretch in which money rose or fell, and what its two ends alone would say.

    Parameters
    ----------
    years, cents
        The years in order, and the whole cents of each.
    what
        What the money is, for example "the equity money".

    Raises
    ------
    UserError
        When there is no year, or an amount is not known.
    """
    if not years or len(years) != len(cents):
        raise UserError("There are not as many years as amounts, or none.", "Give one for each.")
    cents = [known_cents(each) for each in cents]
    places = turns(cents)
    if len(places) == 1:
        return f"In {years[0]} {what} is {show_dollars(cents[0])}."
    said, name = [], what
    for first, last in pairwise(places):
        moved = _change(cents[first], cents[last])
        ends = f"from {show_dollars(cents[first])} to {show_dollars(cents[last])}"
        said.append(f"From {years[first]} to {years[last]} {name} {moved}, {ends}.")
        name = "it"
    if len(places) > 2:
        ends = _change(cents[0], cents[-1])
        said.append(f"By its first and last year alone it {ends}.")
    return " ".join(said)


def _change(was: int, now: int) -> str:
    """Say that an amount rose, fell or stayed, and by which percent of what it was."""
    if now == was:
        return "stayed the same"
    moved = "rose" if now > was else "fell"
    return moved if was <= 0 else f"{moved} by {100 * abs(now / was - 1):.0f} %"
