"""Where the learner's last day of a fund is another than the one that the fund's lines have."""

import pandas as pd

from groundwork.screen.activities import whose_budget
from groundwork.screen.activities.whose_budget import Budget
from groundwork.subject.days import day_of, in_words


def unlike_days(lines: pd.DataFrame, budget: Budget) -> list[str]:
    """Name both days of each fund of these lines of which two are known, and who can tell."""
    if not budget.own:
        return []
    said = []
    for fund, known in whose_budget.fund_facts().items():
        own = lines.loc[(lines["fund"] == fund) & lines["ends"].notna(), "ends"]
        days = [in_words(day) for day in sorted({pd.Timestamp(each).date() for each in own})]
        others = [day for day in days if day != day_of(known.ends)]
        if known.ends and others:
            said.append(
                f"Fund {fund}: you wrote that it ends on {day_of(known.ends)}, and lines of it "
                f"have {' and '.join(others)}. They are counted by their own day. Which one holds, "
                "or whether the fund holds several awards, the grants office knows."
            )
    return said
