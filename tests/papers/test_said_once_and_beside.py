"""A baseline says once what is true of many lines, and beside a sum what the sum does not hold."""

from collections import Counter
from typing import Any

import pytest
from budget.test_line_kinds import budget, values
from budget.test_line_kinds import table as lines_of
from papers.budget_rows import YEAR, line
from papers.recalculating import stored

from groundwork.learner.papers import baseline_book, budget_baseline
from groundwork.learner.papers import text as plain
from groundwork.learner.papers.baseline_columns import LINES
from groundwork.learner.papers.model import Table
from groundwork.screen.activities.budget_lines import told
from groundwork.screen.activities.grant_ended import MOST_LINES, ended
from groundwork.subject.budget.own_lines import table_of

pytestmark = pytest.mark.lesson("06_budget_baseline")

AWARDS = [
    line(f"{fund} {day} nurse {at}", 1000 * at, fund=fund, ends=day, use="", paper="", covers="")
    for fund, day in (("261", "2026-03-31"), ("261", "2027-06-30"), ("300", "2026-03-31"))
    for at in (1, 2, 3)
]


def page(records: list[dict[str, Any]]) -> dict[str, str]:
    return {head: " ".join(said) for head, said in told(records, YEAR, 7).items()}


def words(records: list[dict[str, Any]]) -> str:
    return " ".join(
        plain.write(budget_baseline.paper(table_of(records, YEAR), records, YEAR)).split()
    )


@pytest.mark.parametrize("share", [10, 100])
def test_what_ends_names_the_lines_that_only_claim_a_share(share: int) -> None:
    claims = [line(name, 100, ends="2028-03-31", paper="", share=share) for name in "AB"]
    said = "2 lines of $200 end on March 31, 2028; none counts yet, since no document shows"
    assert said in page(claims)["What ends"]
    assert said in words(claims)
    assert "No equity work" not in page(claims)["What ends"]
    shown = [{**each, "paper": "work plan"} for each in claims]
    assert "counts yet" not in page(shown)["What ends"] + words(shown)


def test_lines_that_claim_without_a_day_are_said_to_have_none() -> None:
    said = page([line("A", 100, label="", paper=""), line("B", 5, ends="2026-06-30", paper="")])
    assert (
        "2 lines of $105 end on June 30, 2026, or on a day that nobody has given; none counts yet"
        in said["What ends"]
    )


@pytest.mark.parametrize(
    ("papers", "said"),
    [(("", ""), "All of the strict baseline rests on a label or an answer"),
     (("adopted budgets", ""), "$300 of the strict baseline rests on a label or an answer"),
     (("adopted budgets", "ordinance"), "")],
)  # fmt: skip
def test_the_headline_says_what_of_the_strict_baseline_no_paper_shows(
    papers: tuple[str, str], said: str
) -> None:
    records = [
        line(name, amount, recurs_by=paper)
        for name, amount, paper in zip("AB", (500, 300), papers, strict=True)
    ]
    for text in (page(records)["The baseline"], words(records)):
        assert ("of the strict baseline rests on" in text) is bool(said)
        assert said in text


def test_one_award_is_asked_about_once() -> None:
    asks = budget_baseline.asks(table_of(AWARDS, YEAR), AWARDS, YEAR)
    kinds = Counter((ask.whom, ask.why) for ask in asks)
    assert kinds["finance", "what going on costs"] == 2  # two awards end inside the year
    assert kinds["finance", "the class of its money"] == 3
    assert kinds["finance", "the strict baseline"] == 0  # all of it ends inside the plan
    assert kinds["the supervisor of the work", "the part that counts"] == len(AWARDS)
    named = " ".join(ask.what for ask in asks if ask.why == "the class of its money")
    assert all(named.count(str(record["line"])) == 1 for record in AWARDS)


def test_lines_without_a_fund_are_not_taken_for_one_award() -> None:
    records = [{**each, "fund": ""} for each in AWARDS]
    asks = budget_baseline.asks(table_of(records, YEAR), records, YEAR)
    assert sum(ask.why == "the class of its money" for ask in asks) == len(AWARDS)


@pytest.mark.parametrize(
    ("given", "heading", "cell", "sums"),
    [((), "FTE", "not given", ("", "")),
     (("fte",), "FTE", "2", (6, "")),
     (("positions",), "Positions", "2", ("", 6)),
     (("fte", "positions"), "FTE / positions", "2 / 2", (6, 6))],
)  # fmt: skip
def test_what_no_line_gives_has_no_column_in_the_paper_and_no_sum_in_the_workbook(
    given: tuple[str, ...], heading: str, cell: str, sums: tuple[object, object]
) -> None:
    people = dict.fromkeys(given, 2)
    records = [line(name, 100, **people) for name in ("Nurses", "Clerks", "Aides")]
    table = table_of(records, YEAR)
    paper = budget_baseline.paper(table, records, YEAR)
    lines = next(
        each for each in paper.blocks if isinstance(each, Table) and each.caption == "Lines"
    )
    assert lines.columns[3] == heading
    assert [row[3] for row in lines.rows[:-1]] == [cell] * 3
    sheet = stored(baseline_book.workbook(table, YEAR, 7, ""))[LINES]
    total = next(row for row in sheet.iter_rows() if row[0].value == "All lines of this year")
    assert tuple(total[at].value or "" for at in (11, 12)) == sums


@pytest.mark.parametrize("more", [0, 1, 2, 3])
def test_one_line_alone_is_never_folded_into_others(more: int) -> None:
    own = budget(lines_of(*((f"Doula {at}", 100 + at, None) for at in range(MOST_LINES + more))))
    table = next(each for each in ended(own, values()) if isinstance(each, Table))
    folded = any(row[0].startswith("Other lines") for row in table.rows)
    assert folded is (more > 1)
    assert len(table.rows) == 1 + MOST_LINES + (1 if more else 0)
