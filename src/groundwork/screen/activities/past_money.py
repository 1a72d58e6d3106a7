"""What a budget of the learner's own still holds and no money pays any more, day by day."""

import pandas as pd

from groundwork.screen.activities.whose_budget import Budget
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.past import ago, ended_by
from groundwork.subject.counts import counted
from groundwork.subject.days import in_words


def past_money(lines: pd.DataFrame, budget: Budget) -> list[str]:
    """Say of lines of a budget which money ended before today, and ask who pays now."""
    today = budget.today
    if today is None:
        return []
    past = lines[ended_by(lines["ends"], budget.year, budget.first_month, today)]
    said = []
    for when, here in past.groupby("ends", sort=True):
        day = pd.Timestamp(str(when)).date()
        funds = ", ".join(dict.fromkeys(here["fund"].dropna().astype(str)))
        dollars = show_dollars(sum(round(100 * amount) for amount in here["amount"]))
        said.append(
            f"Ended {ago(day, today)}, on {in_words(day)}: {counted(len(here), 'line')}"
            f"{f' of fund {funds}' if funds else ''}, {dollars} in {budget.year}. Who pays now?"
        )
    return said
