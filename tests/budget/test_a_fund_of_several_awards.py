"""A fund whose lines end on several days: each by its own, on the page as in paper and workbook."""

from collections import Counter
from fractions import Fraction

import pandas as pd
import pytest
from budget.test_line_kinds import budget, values
from hypothesis import given, settings
from hypothesis import strategies as st
from papers.recalculating import stored

from groundwork.learner.papers import baseline_book, budget_baseline
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.baseline_columns import ENDS
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.activities import end_the_grant, horizon
from groundwork.screen.activities.ending_funds import EACH, ending_funds
from groundwork.screen.activities.grant_ended import ended
from groundwork.screen.activities.whose_budget import Budget
from groundwork.screen.widgets.blocks import Shown
from groundwork.subject.budget.cliff import fiscal_cliff
from groundwork.subject.budget.ending import unpaid_share
from groundwork.subject.budget.money import half_up, show_dollars
from groundwork.subject.budget.own_lines import COLUMNS
from groundwork.subject.budget.years import horizon_after, last_day, years_of_days

pytestmark = pytest.mark.lesson("06_budget_baseline")

YEAR = "FY2027"
AWARDS = {"2026-07-31": 150_814_81, "2027-05-31": 244_876_04, "2027-09-30": 399_655_71}
"""Three awards inside one grants fund: a last day, and cents of a whole year."""


def fund(awards: dict[str, int]) -> pd.DataFrame:
    """Return the lines of one fund, all of them equity work by a paper."""
    rows = [
        {
            "line_id": f"Award {day}",
            "fiscal_year": YEAR,
            "purpose": f"Award {day}",
            "amount": cents / 100,
            "fund": "2150",
            "fund_label": "Grants",
            "fte": 1.0,
            "positions": 1,
            "ends": pd.Timestamp(day),
            "restriction": "restricted",
            "recurrence": "time-limited",
            "equity_share": 1.0,
            "equity_evidence": "the award",
            "object": "staff",
        }
        for day, cents in awards.items()
    ]
    return pd.DataFrame(rows)


def shown(own: Budget, **other: str) -> Shown:
    return ended(own, values(**{"fund": "2150", "day": EACH, "staff": "pick up", **other}))


def paid_by_year(blocks: Shown) -> dict[str, str]:
    table = next(block for block in blocks if isinstance(block, Table))
    return dict(zip(table.columns[1:], table.rows[-1][1:], strict=True))


def remarks(blocks: Shown) -> str:
    return " ".join(text for block in blocks if isinstance(block, Items) for _, text in block.items)


def test_each_award_is_paid_from_its_own_last_day_on() -> None:
    own = budget(fund(AWARDS))
    control = {each.id: each for each in end_the_grant._controls(own)}
    assert control["day"].start == EACH
    assert "July 31, 2026 to September 30, 2027" in control["fund"].options[0][1]
    paid = paid_by_year(shown(own, rise="3"))
    assert paid["FY2027"] == "$158,653"
    assert paid["FY2028"] == "$716,296"
    one_day = shown(own, rise="3", day="2027-09-30")
    assert list(paid_by_year(one_day)) == ["FY2028", "FY2029", "FY2030"]
    assert "Here all of it ends on September 30, 2027" in remarks(one_day)


days = st.dates(pd.Timestamp("2026-07-02").date(), pd.Timestamp("2030-12-30").date()).map(str)


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(days, st.integers(100, 10**8), min_size=1, max_size=4),
    st.sampled_from((1, 4, 7, 10)),
    st.sampled_from((0, 2, 3, 5)),
)
def test_what_the_department_pays_is_the_sum_of_its_lines_in_each_year(
    awards: dict[str, int], first_month: int, rise: int
) -> None:
    own = Budget(fund(awards), YEAR, first_month, "your file", own=True)
    known = ending_funds(own)
    if not known:  # all of it ended before the year
        return
    day = known["2150"].start
    for year, paid in paid_by_year(shown(own, rise=str(rise), day=day)).items():
        ahead = int(year[2:]) - int(YEAR[2:])
        factor = (1 + Fraction(rise, 100)) ** ahead
        now = {
            when: cents
            for when, cents in awards.items()
            if pd.Timestamp(when) > last_day("FY2026", first_month)
        }
        cents = [
            half_up(cents * unpaid_share(when, year, first_month) * factor)
            for when, cents in now.items()
        ]
        assert paid == show_dollars(sum(cents))


@pytest.mark.parametrize("first_month", (1, 7, 10))
def test_what_ends_in_a_year_is_the_same_on_the_page_in_the_paper_and_in_the_workbook(
    first_month: int,
) -> None:
    lines = fund(
        {
            "2027-02-28": 150_814_81,
            "2027-09-30": 399_655_71,
            "2027-12-31": 1_000_01,
            "2028-08-31": 2_000_50,
        }
    )
    own = Budget(lines, YEAR, first_month, "your file", own=True)
    cliff = fiscal_cliff(lines, YEAR, horizon_after(YEAR, 3, first_month), first_month)
    said = remarks(shown(own))
    by_year: Counter[str] = Counter()
    for _, line in lines.iterrows():
        year = f"FY{years_of_days(pd.Series([line['ends']]), first_month)[0]}"
        cents = round(100 * line["amount"])
        by_year[year] += cents
        day = f"{line['ends']:%B} {line['ends'].day}, {line['ends'].year}"
        assert f"Ends on {day}: 1 line, {show_dollars(cents)} a year" in said
    known = {str(when): int(gone) for when, gone in cliff["ending_cents"].items() if gone}
    assert known == dict(by_year)

    listed = lines.assign(ends=[f"{day:%Y-%m-%d}" for day in lines["ends"]])
    listed = listed.assign(recurrence_evidence="")[[*COLUMNS]].astype(object)
    words = plain.write(budget_baseline.paper(listed, [], YEAR, first_month))
    book = stored(baseline_book.workbook(listed, YEAR, first_month, ""))
    ends = {str(row[0]): row[1] for row in book[ENDS].iter_rows(values_only=True)}
    for year, cents in known.items():
        assert f"{year}" in words and show_dollars(cents) in words
        assert round(100 * ends[year]) == cents

    moved = horizon._of(own, {"years": "1"})
    table = next(block for block in moved if isinstance(block, Table))
    later = [row[-1] for row in table.rows]
    totals = sum(by_year.values())
    for ahead, cell in enumerate(later):
        gone = sum(cents for year, cents in by_year.items() if int(year[2:]) <= 2027 + ahead)
        assert cell == show_dollars(totals - gone)


def test_a_fund_without_fte_or_positions_says_that_people_are_not_known() -> None:
    blank = fund(AWARDS).assign(fte=float("nan"), positions=0, object="")
    shown_blocks = shown(budget(blank))
    said = next(block.text for block in shown_blocks if isinstance(block, Paragraph))
    assert "how many people go with it is not known" in said
    assert "0 positions" not in said and "0 FTE" not in said
    assert "Positions:" not in remarks(shown_blocks)
    known = shown(budget(fund(AWARDS)))
    said = next(block.text for block in known if isinstance(block, Paragraph))
    assert "3 positions go with it: 3 FTE" in said
