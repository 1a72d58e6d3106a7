"""The learner's own equity money divided by their own population, year by year."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from groundwork.learner import chosen_file, public_record
from groundwork.learner.papers import letterhead
from groundwork.screen.activities import judged_lines, whose_budget
from groundwork.screen.activities.whose_budget import KIND, Budget
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.chart_view import ChartView, Told
from groundwork.screen.widgets.records import FromFile, RecordList
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.budget.equity import not_judged
from groundwork.subject.budget.money import show, show_dollars
from groundwork.subject.budget.per_year import (
    MoneyOfYear,
    each_person,
    in_last_prices,
    in_order,
)
from groundwork.subject.budget.steps import steps_in_words
from groundwork.subject.budget.years import horizon_after
from groundwork.subject.counts import counted

WORDS = Words("own_per_person")
LIST = "own_per_person"
"""The list of years: always the learner's own, never invented."""
AHEAD = 3


def own_per_person(name: str = LIST) -> tuple[RecordList, ChartView]:
    """Return the list of years, and below it what each comes to."""
    view = ChartView(name=WORDS("view"))

    def show(rows: list[dict[str, Any]]) -> None:
        view.tell(told(rows) if rows else {})

    def follow() -> None:
        listed.refresh()
        show(listed.records)

    listed = RecordList(
        name,
        WORDS.fields(),
        title=WORDS("title"),
        one=WORDS("one"),
        record=public_record.BUDGET,
        check=lambda rows: in_order(years_of(rows)),
        on_change=show,
        from_file=offered,
    )
    chosen_file.follow(KIND, name, follow)
    return listed, view


def offered() -> FromFile | None:
    """Return the year of the budget file in use: its equity money, and how much of it recurs.

    A file of which no line is judged offers nothing: it does not say that the money is zero.
    """
    file = chosen_file.in_use(KIND)
    budget = _judged_budget()
    if file is None or budget is None:
        return None
    year = _year_of(budget)
    row = {
        "year": budget.year,
        "dollars": int(year["equity_cents"]) / 100,
        "recurs": int(year["broad_cents"]) / 100,
        "people": None,
        "index": None,
    }
    return FromFile(file.file, WORDS("take", file=file.file, money=budget.work.money), (row,))


def _judged_budget() -> Budget | None:
    """Return the budget of the file in use, where anybody said how much of a line counts."""
    budget = whose_budget.now()
    return None if not budget.own or not_judged(budget.lines).all() else budget


def _horizon(budget: Budget) -> pd.Timestamp:
    return horizon_after(budget.year, AHEAD, budget.first_month)


def _year_of(budget: Budget) -> Any:
    return baseline(budget.lines, _horizon(budget)).loc[budget.year]


def _only_judged(years: Sequence[MoneyOfYear]) -> list[str]:
    """Say of the year of the file in use how much of its money rests on a judgment alone."""
    budget = _judged_budget()
    if budget is None or not years:
        return []
    taken = (budget.year, int(_year_of(budget)["equity_cents"]))
    if taken not in [(each.year, each.cents) for each in years]:
        return []
    return judged_lines.only_judged(budget.lines, _horizon(budget), budget.work)


def years_of(rows: list[dict[str, Any]]) -> list[MoneyOfYear]:
    """Turn the list's records into years."""
    return [
        MoneyOfYear(
            str(row["year"]).strip(),
            _cents(row["dollars"]) or 0,
            None if row.get("people") is None else int(row["people"]),
            _cents(row.get("recurs")),
            row.get("index"),
        )
        for row in rows
    ]


def told(rows: list[dict[str, Any]]) -> Told:
    """Say each year per person, how the money moved, and the same in one year's prices."""
    years = in_order(years_of(rows))
    names = [each.year for each in years]
    money = WORDS("money", money=letterhead.counted().money)
    said = [steps_in_words(names, [each.cents for each in years], money)]
    said += [*(_of_year(each) for each in years), *_only_judged(years)]
    if (real := in_last_prices(years)) is None:
        said.append(WORDS("printed"))
    else:
        moved = steps_in_words(names, real, money)
        said.append(WORDS("real", year=names[-1], said=moved[:1].lower() + moved[1:]))
    return {WORDS("heading"): said}


def _of_year(one: MoneyOfYear) -> str:
    recurs = WORDS("not_known")
    if one.recurring_cents is not None and one.cents:
        recurs = WORDS("recurs", share=f"{100 * one.recurring_cents / one.cents:.0f}")
    known = {"year": one.year, "dollars": show_dollars(one.cents), "recurs": recurs}
    each = each_person(one.cents, one.people)
    if each is None:
        return WORDS("not_divided", **known)
    return WORDS(
        "divided", people=counted(one.people or 0, "person", "people"), each=show(each), **known
    )


def _cents(dollars: float | None) -> int | None:
    return None if dollars is None else round(100 * dollars)
