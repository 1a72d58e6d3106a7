"""A heading of a register that names a value and its year: "Baseline FY24", "FY26 actual", "Goal".

Such words head other things too ("Goal: healthy births"), so a column is taken only where numbers
stand in it. A year that the heading names is that of every row, unless a column says the year.
"""

from collections.abc import Mapping, Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract, Spec
from groundwork.subject.own_data.mapping_asked import Mapped, examples
from groundwork.subject.own_data.questions import ASIDE, Answers, choose
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wide import rest_of, year_in
from groundwork.subject.own_data.wording import simple

_CALLED = {
    "baseline_value": ("baseline", "base", "start", "starting", "starting point"),
    "latest_value": (
        *("latest", "current", "actual", "most recent", "recent", "now", "to date"),
        *("year to date", "ytd", "ytd actual", "current actual", "result"),
    ),
    "target_value": ("target", "goal", "objective", "current target"),
}
_SAYS_NO_MORE = frozenset(
    map(simple, ("value", "rate", "percent", "pct", "data", "level", "performance", "figure"))
)
_BESIDE_A_YEAR = frozenset(
    ("fy", "cy", "fiscal", "calendar", "year", "in", "for", "of", "as", "by")
)


def name_values(
    columns: Sequence[Column],
    contract: Contract,
    fixed: Mapping[int, Spec | None],
    answers: Answers,
    out: Mapped,
    row: tuple[int, ...],
) -> None:
    """Take columns whose headings name a value of a card, and the years in such headings."""
    fields = {each.name: each for each in contract.fields if each.name in _CALLED}
    taken = {column.field.name for column in columns if column.field}
    for name, field in fields.items():
        of_it = [column for column in columns if column.field is field]
        if name not in taken:
            free = [c for c in columns if c.field is None and c.at not in fixed]
            of_it = _meant([c for c in free if _means(c, field)], field, answers, out, row)
        for column in of_it:
            column.field = field
            _date(column, taken, out)


def _means(column: Column, field: Spec) -> bool:
    """Whether a heading, without its year, names a field, and numbers stand below it.

    A year alone heads the values of that year.
    """
    dated = bool(year_in(column.heading))
    words = simple(rest_of(column.heading)).split()
    small = _SAYS_NO_MORE | (_BESIDE_A_YEAR if dated else frozenset())
    said = " ".join(word for word in words if word not in small)
    if not said:
        return dated and field.name == "latest_value" and field.name in column.could
    return said in _CALLED[field.name] and field.name in column.could


def _meant(
    alike: Sequence[Column], field: Spec, answers: Answers, out: Mapped, row: tuple[int, ...]
) -> list[Column]:
    """Return the one column that is meant; which of several it is, is asked."""
    if len(alike) < 2:
        return list(alike)
    names = [column.heading for column in alike]
    by = {c.letter if names.count(c.heading) > 1 else c.heading: c for c in alike}
    question = choose(
        field.name,
        f"Which column is {field.name}? Several could be: "
        f"{', '.join(column.name for column in alike)}.",
        [
            *((said, f"Only {column.name}, {examples(column)}") for said, column in by.items()),
            (ASIDE, "None of them"),
        ],
        rows=row,
        column=" and ".join(column.name for column in alike),
    )
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
    return [by[said]] if said in by else []


def _date(column: Column, taken: set[str], out: Mapped) -> None:
    """Take the year of a heading as that of every row, and say so."""
    dated = f"{column.field.name.removesuffix('_value')}_year" if column.field else ""
    year = year_in(column.heading).removeprefix("FY")
    if year and dated not in taken:
        out.typed[dated] = year
        out.notes.append(Note(f"{dated} is {year} in every row, as {column.name} says", look=True))
