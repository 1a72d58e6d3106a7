"""A table of horizons has a row for each at which something moves, in Word and on the page."""

from dataclasses import replace
from typing import TypeGuard

import pandas as pd
import pytest

from groundwork.learner.papers.baseline_ending import equity_work
from groundwork.learner.papers.model import Table
from groundwork.screen.activities import horizon, whose_budget
from groundwork.subject.budget.own_lines import records_of, table_of

pytestmark = [pytest.mark.lesson("06_budget_baseline"), pytest.mark.usefixtures("workspace")]

BUDGET = whose_budget.of(None)
ENDS = {
    "never": ("", [[0, 1, 2, 3, 4]]),
    "next year": ("2027-06-30", [[0], [1, 2, 3, 4]]),
    "far": ("2029-06-30", [[0, 1, 2], [3, 4]]),
}


def lines(ends: str) -> pd.DataFrame:
    """Return a line that recurs, and a second one that ends on a day or recurs too."""
    first = BUDGET.lines[BUDGET.lines["ends"].isna()].iloc[[0, 0]]
    found = first.assign(line_id=["A1", "A2"], amount=[10_000.0, 5_000.0], fte=1.0)
    found["equity_share"], found["equity_evidence"] = 1.0, "Work plan"
    found["recurrence"], found["restriction"] = "recurring", "unrestricted"
    found["ends"] = pd.to_datetime(["", ends])
    return found


@pytest.mark.parametrize(("ends", "runs"), ENDS.values(), ids=ENDS)
def test_equal_horizons_are_one_row_on_the_page_and_in_word(
    ends: str, runs: list[list[int]]
) -> None:
    budget = replace(BUDGET, lines=lines(ends), own=True)
    for chosen in range(5):
        table = next(each for each in horizon._of(budget, {"years": str(chosen)}) if is_table(each))
        assert len(table.rows) == len(runs)
        (row,) = (row[0] for row in table.rows if "chosen" in row[0])
        (run,) = (run for run in runs if chosen in run)
        assert row.startswith(str(run[0]))
        assert (f"(chosen: {chosen})" in row) is (len(run) > 1)
    listed = table_of(records_of(budget.lines), budget.year)
    paper = next(each for each in equity_work(listed, budget.year, 7, None) if is_table(each))
    planned = [[year for year in run if year <= 3] for run in runs]
    assert len(paper.rows) == len(planned)
    assert [" to " in row[0] for row in paper.rows] == [len(run) > 1 for run in planned]
    by_page = [row[1] for row in table.rows]
    assert [row[1].partition(" ")[0] for row in paper.rows] == by_page


def is_table(block: object) -> TypeGuard[Table]:
    return isinstance(block, Table)
