"""Several columns that hold the same thing: years side by side, an original and a revised budget.

Which of them is meant, or whether each becomes a row of its own, is asked and never guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data import dates
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract, Spec
from groundwork.subject.own_data.questions import Answers, Choice, Question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wording import simple

ALL = "all"
YEARS = "years"
_NO_MONEY = frozenset(map(simple, (
    "fte", "code", "id", "no", "number", "fips", "fund", "change", "percent", "pct", "variance",
    "difference", "diff", "position", "population", "account", "object", "hours", "rate",
    "organization", "org", "unit", "element", "center",
)))  # fmt: skip
NO_COUNT = frozenset(map(simple, (
    "code", "id", "fips", "rate", "percent", "pct", "crude", "adjusted", "population", "limit",
    "lower", "upper", "low", "high", "ci", "error", "week", "month", "date", "zip", "tract",
)))  # fmt: skip


@dataclass
class Turn:
    """Columns that become rows: what the place of each says of its period and of its kind.

    ``least`` is the least that a number in them can be, where the layout knows.
    """

    columns: list[Column]
    value: str
    label: str = ""
    labels: dict[int, str] = field(default_factory=dict)
    extra: str = ""
    extras: dict[int, str] = field(default_factory=dict)
    least: float | None = None


@dataclass
class Wide:
    """What was found: a question, or the columns to turn, and what is settled by them.

    ``roles`` give the field of columns by their place; "" leaves one aside.
    """

    turn: Turn | None = None
    typed: dict[str, str] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    roles: dict[int, str] = field(default_factory=dict)


def side_by_side(
    columns: Sequence[Column], contract: Contract, answers: Answers, header: int
) -> Wide:
    """Find columns that hold the contract's value side by side."""
    out = Wide()
    if not contract.values or _said_already(columns, contract, answers):
        return out
    alike = _alike(columns, contract)
    two_years = [column for column in alike if _TWO_YEARS.search(column.heading)]
    if two_years:
        named = " and ".join(column.name for column in two_years)
        text = f"{named}: two fiscal years in one amount, and not the sum of one year"
        out.notes.append(Note(text, (header + 1,), look=True))
    periods = {column.at: period_of(column.heading, contract) for column in alike}
    dated = [column for column in alike if periods[column.at]]
    no_period = not any(
        contract.headings.get(c.words) is contract.field(contract.period) for c in columns
    )
    if contract.period == "year" and len(dated) < 2:
        return _several_counts(alike, columns, contract, answers, header, out)
    if len(alike) < 2 and not (dated and no_period):
        return out
    question = _question(alike, periods, contract, header)
    said = answers.chosen(question)
    # The one amount of a file names its year itself.
    is_clear = not said and len(alike) == 1 and _speaks(alike[0], contract)
    if not said:
        said = question.choices[0].answer
        out.questions += [] if is_clear else [question]
    if said == YEARS or said.startswith(f"{YEARS} of "):
        turned = _columns_of_years(alike, periods, said)
        out.turn = Turn(
            turned,
            contract.values,
            contract.period,
            {column.at: periods[column.at] for column in turned},
            "amount_is" if contract.values == "amount" else "",
            {column.at: rest_of(column.heading) for column in turned},
        )
        aside = {column.at for column in alike} - {column.at for column in turned}
        named = ", ".join(f'{column.letter} "{column.heading}"' for column in turned)
        out.notes.append(Note(f"years side by side were turned, one row a year: {named}"))
        stages = {rest_of(column.heading) for column in turned} - {""}
        if len(stages) > 1:
            said = " and ".join(f'"{stage}"' for stage in sorted(stages))
            out.notes.append(
                Note(f"the years are at different stages, {said}: compare with care", look=True)
            )
        # A column that names one year for each row says nothing once years are turned.
        aside |= {
            c.at
            for c in columns
            if contract.headings.get(c.words) is contract.field(contract.period)
        }
        aside |= _of_other_years(columns, alike, contract, "")
        out.roles = dict.fromkeys(aside, "")
    else:
        by_letter = [column for column in alike if column.letter == said]
        chosen = (by_letter or [column for column in alike if column.heading == said])[0]
        aside = {column.at for column in alike}
        aside |= _of_other_years(columns, alike, contract, periods[chosen.at])
        out.roles = dict.fromkeys(aside, "") | {chosen.at: contract.values}
        if periods[chosen.at] and no_period:
            out.typed[contract.period] = periods[chosen.at]
            out.notes.append(
                Note(f"every row is {periods[chosen.at]}, as {chosen.name} says", look=is_clear)
            )
    return out


def _of_other_years(
    columns: Sequence[Column], alike: Sequence[Column], contract: Contract, period: str
) -> set[int]:
    """Places of other columns whose headings name a year that is not the one of every row."""
    others = [column for column in columns if column not in alike]
    return {c.at for c in others if period_of(c.heading, contract) not in ("", period)}


def _said_already(columns: Sequence[Column], contract: Contract, answers: Answers) -> bool:
    """Whether the value's own name heads a column, or the person named the column."""
    if contract.values in answers.columns.values():
        return True
    return any(column.words == simple(contract.values) for column in columns)


def _alike(columns: Sequence[Column], contract: Contract) -> list[Column]:
    """Columns of numbers whose headings speak of the value, or name a year."""
    one = contract.field(contract.values)
    known = contract.headings
    stop = _NO_MONEY if one.kind == "money" else NO_COUNT
    found = []
    for column in columns:
        words = set(column.words.split())
        meant = known.get(column.words)
        if not words or words & stop or (meant is not None and meant is not one):
            continue
        speaks = _speaks(column, contract)
        period = period_of(column.heading, contract)
        if (speaks or period) and one.name in column.could and not _only_years(column):
            found.append(column)
    return found


def _speaks(column: Column, contract: Contract) -> bool:
    """Whether a heading speaks of the contract's value, and not only of a year."""
    one = contract.field(contract.values)
    like = one.likely | {"expense", "budgeted"}
    return bool(set(column.words.split()) & like) or contract.headings.get(column.words) is one


def _only_years(column: Column) -> bool:
    return all(re.fullmatch(r"(?:19|20)\d\d", text) for text in column.texts) and bool(column.texts)


def period_of(heading: str, contract: Contract) -> str:
    """Give the year that a heading names, as the period of the contract writes it, or "".

    >>> from groundwork.subject.own_data.contracts import CONTRACTS
    >>> period_of("FY22 Actual Expense", CONTRACTS["budget_lines"])
    'FY2022'
    """
    found = _YEAR.search(heading)
    if not found or _TWO_YEARS.search(heading):
        return ""
    if contract.period == "year":
        return found[0] if re.fullmatch(r"(?:19|20)\d\d", found[0]) else ""
    return year_in(heading)


def year_in(heading: str) -> str:
    """Give the one year that a heading names, written as a fiscal year, or "".

    >>> year_in("Baseline 2024"), year_in("FY26 actual"), year_in("2018-2022")
    ('FY2024', 'FY2026', '')
    """
    found = _YEAR.findall(heading)
    return (dates.read_fiscal_year(found[0]) or "") if len(found) == 1 else ""


def rest_of(heading: str) -> str:
    """Give a heading without its year, in lower case: which budget it is."""
    rest = re.sub(r"[^\w&]+", " ", _YEAR.sub(" ", heading)).strip().lower()
    return " ".join(rest.split())


_TWO_YEARS = re.compile(r"\bbienni|\b(?:2|two)[- ]years?\b", re.IGNORECASE)
_YEAR = re.compile(
    r"(?<![A-Za-z\d])(?:S?FY|FFY|fiscal year)[ .:_-]*(?:20)?\d\d(?:[-/–](?:20)?\d\d)?(?!\d)"
    r"|(?<!\d)(?:19|20)\d\d(?:[-/–](?:20)?\d\d)?(?!\d)",
    re.IGNORECASE,
)


def _heads(heading: str, columns: Sequence[Column]) -> int:
    return sum(column.heading == heading for column in columns)


def _columns_of_years(alike: Sequence[Column], periods: dict[int, str], said: str) -> list[Column]:
    kind = said.removeprefix(YEARS).removeprefix(" of ")
    return [
        column
        for column in alike
        if periods[column.at] and (not kind or rest_of(column.heading) == kind)
    ]


def _question(
    alike: Sequence[Column], periods: dict[int, str], contract: Contract, header: int
) -> Question:
    one = contract.field(contract.values)
    dated = [column for column in alike if periods[column.at]]
    choices = []
    years = [periods[column.at] for column in dated]
    if len(dated) > 1 and len(set(years)) == len(years):
        named = ", ".join(column.heading for column in dated)
        choices.append(Choice(YEARS, f"Turn them: one row a year, from {named}"))
    kinds: dict[str, list[str]] = {}
    for column in dated:
        kinds.setdefault(rest_of(column.heading), []).append(periods[column.at])
    for kind, found in kinds.items():
        if kind and 1 < len(found) < len(dated) and len(set(found)) == len(found):
            words = f'Turn those that say "{kind}": one row a year'
            choices.append(Choice(f"{YEARS} of {kind}", words))
    twice = {column.heading for column in alike if _heads(column.heading, alike) > 1}
    choices += [
        Choice(column.letter if column.heading in twice else column.heading, f"Only {column.name}")
        for column in alike
    ]
    side = "Years stand side by side here. One row a year is wanted. " if len(dated) > 1 else ""
    text = (
        f"{side}Which column is {one.name}? {'Several' if len(alike) > 1 else 'One'} could be: "
        + ", ".join(column.name for column in alike)
        + "."
    )
    where = " and ".join(column.name for column in alike)
    return Question(one.name, text, tuple(choices), rows=(header + 1,), column=where)


def _several_counts(
    alike: Sequence[Column],
    columns: Sequence[Column],
    contract: Contract,
    answers: Answers,
    header: int,
    out: Wide,
) -> Wide:
    """Ask which of several counts is meant, or take each as a measure of its own."""
    alike = [column for column in alike if not period_of(column.heading, contract)]
    if len(alike) < 2:
        return out
    one: Spec = contract.field(contract.values)
    measured = any(column.words == "measure" for column in columns)
    choices = [Choice(column.heading, f"Only {column.name}") for column in alike]
    if not measured:
        choices.insert(0, Choice(ALL, "All: one row a measure, named by the heading"))
    text = f"Which column is {one.name}? Several could be: "
    text += ", ".join(column.name for column in alike) + "."
    where = " and ".join(column.name for column in alike)
    question = Question(one.name, text, tuple(choices), rows=(header + 1,), column=where)
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
        said = choices[0].answer
    if said == ALL:
        out.turn = as_measures(alike)
    else:
        only = next(column.at for column in alike if column.heading == said)
        out.roles = dict.fromkeys((column.at for column in alike), "") | {only: contract.values}
        if not measured:
            out.typed["measure"] = said
    return out


def as_measures(columns: Sequence[Column]) -> Turn:
    """Turn columns of counts into rows, each a measure that its heading names."""
    labels = {column.at: column.heading for column in columns}
    return Turn(list(columns), "events", "measure", labels)
