"""Tag lines twice: as equity work, and as serving those whom harm reaches most."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.equity import counted_shares, equity_codes, not_judged
from groundwork.subject.budget.lines import ONE, as_lines
from groundwork.subject.budget.money import settle, show_dollars


@dataclass(frozen=True)
class TwoTags:
    """A year's budget by two tags, in cents; the four parts add up to the budget.

    Equity work is what a line's share says; serving is a line as a whole.
    """

    both: int
    equity_only: int
    serves_only: int
    neither: int

    @property
    def cents(self) -> int:
        """The whole budget."""
        return self.both + self.equity_only + self.serves_only + self.neither


def two_tags(table: pd.DataFrame, serving: Collection[str]) -> TwoTags:
    """Divide a budget by both tags.

    Parameters
    ----------
    table
        Budget lines of one fiscal year.
    serving
        The ids of the lines whose program serves the most impacted communities, by a record that
        somebody can look at.
    """
    lines = as_lines(table)
    cents = lines["amount_cents"].to_numpy()
    part = cents * counted_shares(lines, equity_codes(lines))
    serves = lines["line_id"].astype(str).isin(set(serving)).to_numpy(bool)
    rest = cents * ONE - part
    exact = [int(each.sum()) for each in (part[serves], part[~serves], rest[serves], rest[~serves])]
    return TwoTags(*settle(exact, ONE, int(cents.sum())))


def reached_in_words(
    table: pd.DataFrame, serving: Collection[str], work: CountedWork = COURSE
) -> str:
    """Say what the serving lines hold, and how much of that counts, as far as judged."""
    is_open = not_judged(table)
    tags, unknown = two_tags(table[~is_open], serving), two_tags(table[is_open], serving)
    said = (
        f"{show_dollars(tags.both + tags.serves_only + unknown.serves_only)}, of which "
        f"{show_dollars(tags.serves_only)} is no {work.name} by its papers"
    )
    if any(is_open):
        said += f" and {show_dollars(unknown.serves_only)} is not judged"
    return f"{said}."
