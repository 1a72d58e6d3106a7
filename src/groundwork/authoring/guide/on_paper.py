"""What an activity shows on the screen, for a room without one: computed by the same code.

``{{ whose_weights | results }}`` and ``{{ help_line | results }}`` are the numbers that the second
session of lesson 06 reads from paper; ``{{ end_the_grant | slips }}`` are lines to be cut apart,
and its results what goes with them. Of lessons 04 and 05 see :mod:`.paper_contract` and
:mod:`.paper_measures`: what is for the room is a sheet, what a facilitator reads out are results.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

import pandas as pd

from groundwork.authoring.guide import paper_contract, paper_measures
from groundwork.cohort.told.markdown import dollars, table
from groundwork.learner.papers.model import in_words
from groundwork.screen.activities import help_line, riverbend_budget, whose_weights
from groundwork.subject.budget.funding import classify_funding
from groundwork.subject.budget.money import show_dollars

BASE = 10_000  # dollars for each district: the base that the page begins with
SHARES = ((0, "none"), (50, "half"), (100, "all"))  # of the rest, percent by people in poverty
PAYS = (300, 450)  # dollars: in thirds the first keeps all help, and the second loses it each month
SLIPS = (  # lines with and without positions, with each kind of money
    *("RB-158", "RB-165", "RB-138", "RB-139", "RB-140", "RB-149", "RB-144"),
    *("RB-148", "RB-133", "RB-229", "RB-240"),
)
CALLED = ("2027-06-30", "2029-06-30")  # the days that are called
GOES = ("time-limited", "one-time", "not known")  # kinds of money that end by then, or may


def forms(name: str) -> dict[str, str]:
    """Return what can be told of an activity on paper, form to words; nothing for another name."""
    return {form: say() for form, say in _FORMS.get(name, {}).items()}


@cache
def weights() -> str:
    """Say what each district gets by poverty alone, and with a base and three weights."""
    alone, _ = whose_weights.shares(_chosen(0))
    chosen = [whose_weights.shares(_chosen(share))[1] for share, _ in SHARES]
    need = whose_weights.needs()
    columns = (
        *("District", "People", "In poverty", "By poverty alone, no base"),
        *(f"Base ${BASE:,}, {said} of the rest by poverty" for _, said in SHARES),
    )
    counted = [
        (str(place), int(row[whose_weights.PEOPLE]), int(row[whose_weights.POVERTY]))
        for place, row in need.iterrows()
    ]
    rows = [
        (
            *(place, f"{people:,}", f"{poor:,}"),
            *(show_dollars(cents[place]) for cents in (alone, *chosen)),
        )
        for place, people, poor in counted
    ]
    return dollars(table(columns, rows))


def _chosen(poverty: int) -> dict[str, str]:
    return {
        "base": str(BASE),
        "poverty": str(poverty),
        "births": "0",
        "hold": "none",
        "sure": "as",
    }


@cache
def payments() -> str:
    """Say the invented rule of help, and what two amounts come to, at once and in thirds."""
    limit = help_line.RULES["cliff"].limit_cents or 0
    rule = (
        f"The rule is invented: somebody has {show_dollars(help_line.INCOME)} a month besides. In "
        f"a month with more than {show_dollars(limit)}, that month's help of "
        f"{show_dollars(help_line.HELP)} is lost. No real program is told here."
    )
    whens = ((help_line.ONCE, "all in one month"), (help_line.EACH, "a third in each of 3 months"))
    rows = []
    for pay in PAYS:
        for when, said in whens:
            kept = help_line.kept(pay, when, "cliff")
            more = "more" if kept.left_cents >= 0 else "less"
            left = f"{show_dollars(abs(kept.left_cents))} {more}"
            rows.append((show_dollars(kept.pay_cents), said, show_dollars(kept.lost_cents), left))
    columns = ("Pay", "When", "Help lost", "Than without the pay")
    return dollars(f"{rule}\n\n{table(columns, rows)}")


@cache
def slips() -> str:
    """Say of some lines of Riverbend what pays them, until when, and which positions they hold."""
    lines = riverbend_budget.lines().set_index("line_id")
    rows = [_slip(line) for _, line in lines.loc[list(SLIPS)].iterrows()]
    return dollars(table(("Line", "Money", "Last day", "Positions", "Dollars a year"), rows))


@cache
def gone() -> str:
    """Say of each day that is called which slips go by then, and how many positions with them."""
    lines = riverbend_budget.lines()
    lines = lines[lines["line_id"].isin(SLIPS)]
    lines = lines.sort_values("line_id", key=_place, ignore_index=True)
    rows = []
    for day in CALLED:
        goes = lines[classify_funding(lines, pd.Timestamp(day))["funding"].isin(GOES)]
        held = int(goes["positions"].sum())
        filled = int(goes["positions_filled"].sum())
        rows.append(
            (
                in_words(datetime.date.fromisoformat(day)),
                "; ".join(
                    f"{purpose} ({count} slips)" if count > 1 else purpose
                    for purpose, count in Counter(map(str, goes["purpose"])).items()
                ),
                f"{held}: {filled} filled, {held - filled} vacant",
            )
        )
    return dollars(table(("By", "Slips that go", "Positions"), rows))


def _place(ids: pd.Series) -> pd.Series:
    return ids.map(SLIPS.index)


def _slip(line: pd.Series) -> tuple[str, ...]:
    held = 0 if pd.isna(line["positions"]) else int(line["positions"])
    filled = 0 if held == 0 else int(line["positions_filled"])
    people = f"{held}: {filled} filled, {held - filled} vacant" if held else "none"
    return (
        str(line["purpose"]),
        str(line["fund_label"]),
        "none told" if pd.isna(line["ends"]) else in_words(pd.Timestamp(line["ends"]).date()),
        people,
        show_dollars(round(100 * line["amount"])),
    )


_FORMS: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "whose_weights": {"results": weights},
    "help_line": {"results": payments},
    "end_the_grant": {"slips": slips, "results": gone},
    "tuesdays_contract": {"sheet": paper_contract.sheet, "results": paper_contract.walks},
    "game_it": {"sheet": paper_measures.office, "results": paper_measures.moves},
    "metric_register": {"sheet": paper_measures.cards, "results": paper_measures.left_out},
    "register_repairs": {"results": paper_measures.hiring},
}
