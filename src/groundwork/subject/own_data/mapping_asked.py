"""Ask which column is which, and show what stands in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import NUMERIC, Contract, Spec
from groundwork.subject.own_data.heads import Headings
from groundwork.subject.own_data.questions import ASIDE, MAP, YES, Answers, Choice, Question
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.wording import simple

_CHOICES = 12

_SHOWN = 2

_NO_SUM = {
    simple(word)
    for word in (
        *("account", "code", "percent", "pct", "id", "number", "fips", "year", "zip", "share"),
        *("object", "fund", "org", "date", "rate", "grade", "tract", "geoid", "fte", "element"),
    )
}


@dataclass
class Mapped:
    """What was found out about columns. The fields are written into the columns themselves."""

    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    proposed: dict[int, Spec] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    drop: list[tuple[Column, frozenset[str]]] = field(default_factory=list)


def is_it_right(
    columns: Sequence[Column], proposed: Mapping[int, Spec], row: tuple[int, ...]
) -> Question:
    """Ask whether the columns that were proposed are right."""
    by_place = {column.at: column for column in columns}
    said = []
    for at, one in sorted(proposed.items()):
        column = by_place[at]
        said.append(
            f"  {column.name} is {one.name} ({one.meaning.rstrip('.')}): {examples(column)}"
        )
    seen = ", ".join(f'"{column.heading}"' for column in columns if column.heading)
    text = (
        "Are these columns right? Their headings are not known for certain.\n"
        + "\n".join(said)
        + f"\n  All headings that were seen: {seen}."
    )
    choices = [Choice(YES, "Yes, as proposed")]
    for at, one in sorted(proposed.items())[:_CHOICES]:
        heading = by_place[at].heading
        words = f'No: "{heading}" is not {one.name}'
        choices.append(Choice(f"{heading}={ASIDE}", words))
    where = " and ".join(by_place[at].name for at in sorted(proposed))
    return Question(MAP, text, tuple(choices), rows=row, column=where)


def examples(column: Column) -> str:
    """Show two cells of a column, and nothing that may be personal."""
    from groundwork.subject.own_data import personal

    if personal.by_heading(column.heading):
        return "(not shown)"
    shown = ", ".join(personal.shown(text) for text in column.sample[:_SHOWN])
    return f"such as {shown}" if shown else "(empty)"


def _is_no(column: Column, one: Spec) -> bool:
    """Whether a heading says that a column of numbers is none that can be added up."""
    if one.kind not in ("money", "whole", "number"):
        return False
    words = set(column.words.split())
    if one.parts:
        words -= {"percent", "pct", "share"}
    if one.name == "salary" and words & {"hourly", "monthly", "annual", "pay", "salary"}:
        return False
    return ("%" in column.heading and not one.parts) or bool(words & _NO_SUM)


def ask_for_missing(
    columns: Sequence[Column],
    contract: Contract,
    present: set[str],
    answers: Answers,
    out: Mapped,
    heads: Headings,
) -> None:
    """Ask for each column that is needed and was not found, where none can be proposed."""
    row = (heads.at + 1,)
    wanted = [one for one in contract.fields if one.required and one.name not in present]
    if contract.one_of and not present & set(contract.one_of):
        wanted.append(contract.field(contract.one_of[0]))
    twice = {problem.found.rpartition(" for ")[2] for problem in out.problems}
    for one in wanted:
        if one.name in twice:
            continue
        said = answers.of(one.name)
        if one.typed and said:
            out.typed[one.name] = said
            out.notes.append(Note(f'{one.name} is "{said}" in every row, as you said'))
            continue
        if one.name == "year" and "fiscal_year" in present:
            text = "year is that in which each fiscal year ends: no column says the calendar year"
            out.notes.append(Note(text, look=True))
            continue
        year, title = heads.fiscal_year if one.kind == "fiscal year" else heads.year
        if one.typed and one.name == contract.period and year:
            out.typed[one.name] = year
            what = one.name.replace("_", " ")
            text = f"says the {what}, and no column does: {one.name} is {year} in every row"
            out.notes.append(Note(text, (title,), look=True, quotes=True))
            continue
        if one.numbered:
            out.notes.append(Note(f"{one.name} is not in the file: each line got its row number"))
            continue
        several = contract.one_of if one.name in contract.one_of else (one.name,)
        choices = [
            Choice(f"{c.heading}={each.name}", f"{c.name}, {examples(c)}")
            for c, each in _free(columns, [contract.field(name) for name in several])
        ]
        seen = ", ".join(f'"{column.heading}"' for column in columns if column.heading)
        meanings = " Or: ".join(contract.field(name).meaning for name in several)
        which = f"Which column is {' or '.join(several)}? {meanings}"
        if one.typed:
            text = f"{which} None was found; say it once for the whole file, or name a column. "
            text += f"Headings that were seen: {seen}."
            out.questions.append(Question(one.name, text, (), one.example, row))
            continue
        if choices:
            text = (
                f"{which} It is needed, and no heading names it. Headings that were seen: {seen}."
            )
            out.questions.append(Question(MAP, text, tuple(choices[:_CHOICES]), "", row))
            continue
        names = " or ".join(several)
        found = f"no column that could be {names}; headings that were seen: {seen}"
        wanted_as = '" or "'.join(several)
        each = ", with one number in each cell" if one.kind in NUMERIC else ""
        fix = f'Add a column "{wanted_as}" to a copy of the file{each}; or choose another file.'
        out.problems.append(Problem(row, "", found, f"a column of {names}", fix))


def _free(columns: Sequence[Column], fields: Sequence[Spec]) -> list[tuple[Column, Spec]]:
    """Give the columns that a person may say are a field, and the field, the likeliest first.

    Where nothing fits, the person knows better: a column full of mistakes is still a column.
    """
    open_now = [
        (column, one)
        for one in fields
        for column in columns
        if column.field is None and column.heading and not _is_no(column, one)
    ]
    return [(column, one) for column, one in open_now if one.name in column.could] or [
        (column, one)
        for column, one in open_now
        if one.kind not in NUMERIC or column.sample_numbers
    ]
