"""What is still to be asked about the lines of a budget baseline, and of whom."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from groundwork.subject.asks import GRANTS_AND_COUNSEL, Ask
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.ending import unpaid_share
from groundwork.subject.budget.equity import not_judged
from groundwork.subject.budget.funding import RECURRING, classify_funding, recurrence_is_shown
from groundwork.subject.budget.line_kinds import fringe_lines
from groundwork.subject.budget.own_lines import this_year
from groundwork.subject.budget.past import ago, ended_by
from groundwork.subject.budget.years import horizon_after
from groundwork.subject.days import day_of, in_words

Record = Mapping[str, Any]
AHEAD = 3  # years that are planned


def asks(
    table: pd.DataFrame,
    records: Sequence[Record],
    fiscal_year: str,
    first_month: int = 7,
    today: date | None = None,
    work: CountedWork = COURSE,
) -> list[Ask]:
    """Return what is still to be asked about the lines, and of whom.

    First what money pays nobody any more by the day of today.
    """
    if table.empty:
        return []
    now, ended = this_year(table, fiscal_year, first_month)
    found = [
        Ask(
            "finance",
            f"{line}: its last day lies before {fiscal_year}. Was it renewed, or is it gone?",
            "whether it counts",
        )
        for line in ended["line_id"]
    ]
    gone = set(ended["line_id"])
    found = [
        *_of_past(now, fiscal_year, first_month, today),
        *_of_not_judged(now, work.name),
        *_of_fringe(now, work.name),
        *found,
        *_of_recurring(now, fiscal_year, first_month),
        *_of_benefits(now, records),
    ]
    here = [record for record in records if record["line"] not in gone]
    plan = horizon_after(fiscal_year, AHEAD, first_month).date()
    found += [*_of_papers(here), *_of_days(here), *_of_unlike_days(here)]
    found += [*_of_use(here, plan), *_of_records(here)]
    if not now.empty:
        found += _of_months(now, records, fiscal_year, first_month)
        found += _of_labels(now, here, fiscal_year, first_month)
    return [*found, _of_law(here, work.name)]


def _of_papers(records: Sequence[Record]) -> list[Ask]:
    """Ask for the document that shows a share: each line has its own."""
    return [
        Ask(
            "the supervisor of the work",
            f"{record['line']}: a job description, time study or contract that shows "
            f"{record['share']:g} %",
            "the part that counts",
        )
        for record in records
        if record["share"] and not record["paper"]
    ]


def _of_days(records: Sequence[Record]) -> list[Ask]:
    """Ask for the last day of money that counts, is not known to recur, and has none."""
    open_yet = [
        record
        for record in records
        if record["share"]
        and not record["ends"]
        and record["label"] != "one-time"
        and not (record["label"] == "recurring" and record["use"] == "unrestricted")
    ]
    return _once_an_award(
        "the grants office",
        open_yet,
        "{line}: the last day of the money, in the award or the budget",
        "the last day of the money of {lines}, in the award or the budget: {names}",
        "the class of its money",
    )


def _of_unlike_days(records: Sequence[Record]) -> list[Ask]:
    """Ask which day holds where a fund was said to end on another day than its lines have."""
    found: dict[tuple[str, str], dict[str, list[str]]] = {}
    for record in records:
        said, own = str(record.get("fund_ends") or ""), str(record["ends"] or "")[:10]
        if said and own and own != said:
            here = found.setdefault((record["fund"], said), {})
            here.setdefault(day_of(own), []).append(str(record["line"]))
    return [
        Ask(
            "the grants office",
            f"which last day holds for fund {fund}, or whether it holds several awards: "
            f"{day_of(said)}, as was said of the fund, or "
            + "; ".join(f"{day}, as the budget has it ({'; '.join(n)})" for day, n in own.items()),
            "the class of its money",
        )
        for (fund, said), own in found.items()
    ]


def _of_use(records: Sequence[Record], plan: date) -> list[Ask]:
    """Ask for the use of money that may recur: what ends inside the plan is in no baseline."""
    return _once_an_award(
        "finance",
        [
            record
            for record in records
            if not record["use"]
            and record["label"] != "one-time"
            and not (record["ends"] and pd.Timestamp(record["ends"]).date() <= plan)
        ],
        "{line}: whether a funder says what it is for",
        "whether a funder says what {lines} are for: {names}",
        "the strict baseline",
    )


def _of_records(records: Sequence[Record]) -> list[Ask]:
    return [
        Ask(
            "the program",
            f"{record['line']}: the record that shows whom it reaches",
            "the second tag",
        )
        for record in records
        if record["serves"] == "yes" and not record["record"]
    ]


def _of_months(
    now: pd.DataFrame, records: Sequence[Record], fiscal_year: str, first_month: int
) -> list[Ask]:
    """Ask of money that ends inside the year whether its amount is for some months only."""
    inside = ending_inside(now, records, fiscal_year, first_month)
    found = []
    for last in dict.fromkeys(day for _, day in inside):
        months = "for the whole year, or for the months until"
        found += _once_an_award(
            "finance",
            [record for record, day in inside if day == last and not record.get("covers")],
            f"{{line}}: whether its amount is {months} {in_words(last.date())} only",
            f"whether the amounts of {{lines}} are {months} that day only: {{names}}",
            "what going on costs",
        )
    return found


def _of_labels(
    now: pd.DataFrame, records: Sequence[Record], fiscal_year: str, first_month: int
) -> list[Ask]:
    classes = classify_funding(now, horizon_after(fiscal_year, AHEAD, first_month))
    disagree = set(classes.loc[classes["disagrees"], "line_id"])
    return _once_an_award(
        "finance",
        [record for record in records if record["line"] in disagree],
        "{line}: why its label differs from its last day",
        "why the labels of {lines} differ from their last day: {names}",
        "the class of its money",
    )


def _once_an_award(
    whom: str, records: Sequence[Record], of_one: str, of_several: str, why: str
) -> list[Ask]:
    """Ask once of the lines of one award: of one fund, with one last day, which is named."""
    awards: dict[tuple[str, ...], list[str]] = {}
    for record in records:
        key = (record["fund"], record["ends"]) if record["fund"] else (record["line"],)
        awards.setdefault(key, []).append(str(record["line"]))
    return [
        Ask(
            whom,
            of_one.format(line=names[0])
            if len(names) == 1
            else of_several.format(
                lines=f"{len(names)} lines of fund {key[0]}{_ending(key[1])}",
                names="; ".join(names),
            ),
            why,
        )
        for key, names in awards.items()
    ]


def _ending(day: Any) -> str:
    return f" that end on {day_of(str(day)[:10])}" if day else ""


def _of_past(
    table: pd.DataFrame, fiscal_year: str, first_month: int, today: date | None
) -> list[Ask]:
    """Ask who pays what has a last day behind us, the first day first."""
    if today is None:
        return []
    return [
        Ask(
            "finance",
            f"who pays now, from which fund, until when: {'; '.join(names)} (the money ended "
            f"{ago(day, today)}, on {in_words(day)})",
            "who is paid today",
        )
        for day, names in past_lines(table, fiscal_year, first_month, today)
    ]


def past_lines(
    table: pd.DataFrame, fiscal_year: str, first_month: int, today: date
) -> list[tuple[date, list[str]]]:
    """Return the last days in this budget's years that lie before today, each with its lines."""
    if table.empty:
        return []
    past = table[ended_by(table["ends"], fiscal_year, first_month, today)]
    days = pd.to_datetime(past["ends"]).dt.date
    return [(day, list(past.loc[days == day, "line_id"])) for day in sorted(set(days))]


def _of_recurring(table: pd.DataFrame, fiscal_year: str, first_month: int) -> list[Ask]:
    """Ask by fund for the paper that shows that money recurs: a label or an answer is none."""
    if table.empty:
        return []
    classes = classify_funding(table, horizon_after(fiscal_year, AHEAD, first_month))["funding"]
    # A line that holds no equity work is in neither baseline.
    counts = not_judged(table) | (table["equity_share"].astype(str) != "0")
    found = table[classes.isin(RECURRING).to_numpy(bool) & ~recurrence_is_shown(table) & counts]
    return [
        Ask(
            "finance",
            f"which ordinance or adopted budgets show that "
            f"{f'fund {fund}' if fund else 'the money'} recurs ({'; '.join(here)})",
            "both baselines",
        )
        for fund, here in found.groupby(found["fund"].astype(str), sort=False)["line_id"]
    ]


def _of_benefits(table: pd.DataFrame, records: Sequence[Record]) -> list[Ask]:
    """Ask once of all positions whether their dollars hold benefits, which may stand elsewhere."""
    here = set() if table.empty else set(table.loc[~fringe_lines(table), "line_id"])
    names = [
        str(record["line"])
        for record in records
        if record["fte"] and record["line"] in here and not record.get("benefits")
    ]
    if not names:
        return []
    what = f"whether these dollars hold benefits: {'; '.join(names)}"
    return [Ask("finance", what, "what they cost")]


def _of_not_judged(table: pd.DataFrame, work: str) -> list[Ask]:
    """Ask how much of the lines that nobody has judged counts, or nothing."""
    if table.empty:
        return []
    is_asked = not_judged(table) & ~fringe_lines(table)
    names = list(table.loc[is_asked, "line_id"].astype(str))
    if not names:
        return []
    lines = "this line" if len(names) == 1 else f"these {len(names)} lines"
    what = f"how much of {lines} is {work}, and which document shows it: {'; '.join(names)}"
    return [Ask("the supervisors of the work", what, f"every sum of {work}")]


def _of_fringe(table: pd.DataFrame, work: str) -> list[Ask]:
    """Ask once whose benefits and overtime stand on lines of their own: they count as salaries."""
    if table.empty:
        return []
    names = list(table.loc[not_judged(table) & fringe_lines(table), "line_id"].astype(str))
    if not names:
        return []
    rest = "; ".join(names)
    what = f"which salaries these benefits or extra pay belong to, and so count with: {rest}"
    return [Ask("finance", what, f"every sum of {work}")]


def _of_law(records: Sequence[Record], work: str) -> Ask:
    """Ask what limits the work, of the funds that an award may be behind; the law may in any."""
    awards = [r for r in records if r["use"] == "restricted" or r["ends"]]
    funds = list(dict.fromkeys(str(record["fund"]) for record in awards if record["fund"]))
    of_funds = f" (fund {', '.join(funds)})" if funds else ""
    what = f"whether a term of an award or a law limits {work}{of_funds}, and who certifies it"
    return Ask(GRANTS_AND_COUNSEL, what, "what may go on")


def ending_inside(
    table: pd.DataFrame,
    records: Sequence[Record],
    fiscal_year: str,
    first_month: int,
) -> list[tuple[Record, pd.Timestamp]]:
    """Return the listed lines whose money ends inside the year, with its last day."""
    days = dict(zip(table["line_id"], pd.to_datetime(table["ends"]), strict=True))
    return [
        (record, day)
        for record in records
        if pd.notna(day := days.get(record["line"], pd.NaT))
        and 0 < unpaid_share(day, fiscal_year, first_month) < 1
    ]
