"""Hold the cells and rows of the table against each other."""

import re
from collections.abc import Sequence

from groundwork.subject.own_data import (
    codes,
    laws,
    limits,
    look_alike,
    percents,
    sides,
    spoiled,
    suspects,
    wholes,
)
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.lines import Lines
from groundwork.subject.own_data.questions import Answers, choose
from groundwork.subject.own_data.reading import Reading
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.suspects import Suspect
from groundwork.subject.own_data.table import Table


def hold(
    out: Table, found: Lines, read: Reading, contract: Contract, answers: Answers, broken: bool
) -> None:
    """Check what must hold between the cells and the rows of a table.

    ``broken`` says that some of it could not be read: then rows are not held against each other.
    """
    if broken or not out.numbers:
        return
    questions, notes = look_alike.settle(out.kept, answers, out.rows)
    out.questions += questions
    out.notes += notes
    if contract.key:
        aside = [column for column in found.columns if column.field is None and not found.turn]
        out.problems += laws.copies(
            out.kept, _key(out, contract), contract.one_row, out.rows, aside
        )
    out.problems += laws.out_of_order(out.kept, contract.in_order, out.rows)
    if contract.kind == "partner_payments":
        out.problems += laws.parts_of_payments(out.kept, out.rows)
    if all(question.name != "units of fte" for question in read.questions):
        out.questions += laws.positions_in_hundredths(out.kept, answers, out.rows)
    if not out.problems:  # a row that stands twice is told as that
        out.questions += laws.whole_positions(out.kept, answers, out.rows)
        questions, notes = limits.settle(out.kept, answers, out.rows)
        out.questions += questions
        out.notes += notes
    out.problems += percents.against_units(out.kept, out.rows)
    if contract.kind == "metrics_register" and not out.problems:
        _shares(out, answers)
    if contract.values == "events":
        _percents(out, answers)
        problems, questions = laws.counts(out.kept, answers, out.rows)
        out.problems += problems
        out.questions += questions
        open_ones, nobody = laws.nobody_to_count(out.kept, answers, out.rows)
        out.questions += open_ones
        if nobody:
            out.leave_out(nobody, "has", "have", "a denominator of 0 and")
        notes, larger = wholes.beside_parts(out.kept, out.rows)
        out.notes += notes
        out.problems += larger
        out.wholes = wholes.places_of_wholes(out.kept)
    out.problems += laws.intervals(out.kept, out.rows)
    if not any(question.name.startswith("side of") for question in found.questions):
        _sides(out, answers)
    # Money in and money out are never added: what they add up to is looked at once that is clear.
    asked = {question.name.partition(" of ")[0] for question in (*found.questions, *out.questions)}
    if not {"side", "revenue lines"} & asked:
        _totals_among_lines(out, found, read, answers)
    for column in out.kept.values():
        out.questions += spoiled.spoiled_ids(column, answers, out.rows)
        out.questions += codes.fiscal_years_apart(column, answers, out.rows)
        out.problems += codes.two_in_one(column, out.rows)
        out.notes += codes.lengths(column, out.rows)
        out.notes += codes.federal_years(column, answers) + codes.as_numbers(column, out.rows)
    _blank_funds(out, answers)


def _key(out: Table, contract: Contract) -> list[str]:
    """The columns that tell rows apart; a numbered id always does."""
    names = [contract.field(name) for name in contract.key]
    if any(each.filled and each.name not in out.kept for each in names):
        return []
    return [each.name for each in names if each.name in out.kept]


def _shares(out: Table, answers: Answers) -> None:
    """Ask about values of a register that may be shares of 1 beside percentages."""
    asked, said, found = percents.shares_beside_percents(out.kept, answers, out.rows)
    out.questions += asked
    if said:
        percents.apply_to_rows(out.kept, said, found)
        rows = out.rows(list(found))
        out.notes.append(Note(_AS_SAID.get(said, _AS_SAID["other"]), rows))


_AS_SAID = {
    "share": "multiplied by 100, as you said",
    "percent": "percent, as you said",
    "other": "no percentage, as you said",
}


def _percents(out: Table, answers: Answers) -> None:
    """Ask about published percentages that do not look like any."""
    for look in (percents.mixed, percents.all_below_one):
        asked, said, places = look(out.kept, answers, out.rows)
        out.questions += asked
        if said:
            percents.apply(out.kept, said, places)
            limits = " with the limits around it" if {"lower", "upper"} & set(out.kept) else ""
            words = {
                "share": f"multiplied by 100{limits}, as you said",
                "percent": "percent, as you said",
            }
            told = words.get(said, "no percentage, as you said")
            out.notes.append(Note(told, out.rows(places), out.kept["value"].name))
    out.questions += percents.beyond_all(out.kept, answers, out.rows)


def _totals_among_lines(out: Table, found: Lines, read: Reading, answers: Answers) -> None:
    """Ask about lines that are the sum of the lines beside them."""
    lines = (*read.kept.values(), *read.turned)
    money = [
        c
        for c in lines
        if c.field and c.field.kind == "money" and c.field.name in ("amount", "salary")
    ]
    counts = [c for c in lines if c.field and c.field.name in ("events", "denominator")]
    if not money and len(counts) < 2:
        return
    names = ("fiscal_year", "program", "fund", "fund_label", "object", "unit", "partner", "side")
    labels = [read.kept[name] for name in names if name in read.kept]
    values = money or counts
    here = Table(numbers=[at + 1 for at in found.data])
    seen = suspects.suspects(values, labels, sorted(found.breaks))
    words = [c for c in read.kept.values() if c.field and c.field.kind == "text"]
    strong = [each for each in seen if each.strong or _speaks_of_all(each.at, words)]
    weak = [each for each in seen if each not in strong]
    spoken = set(found.spoken)
    says = [at for at, place in enumerate(found.data) if place in spoken] if spoken else []
    strong += _with_the_words_of(strong, weak, words)
    weak = [each for each in weak if each not in strong]
    known = {each.at for each in strong}
    strong += [
        each
        for each in suspects.near(values, labels, sorted(found.breaks), says)
        if each.at not in known
    ]
    weak = [each for each in weak if each.at not in {near.at for near in strong}]
    strong = strong or suspects.in_blocks(values[0])
    strong += suspects.grand_total(values[0], [each.at for each in strong])
    if counts and not money:
        strong, weak = [], [*strong, *weak]
    out.notes += suspects.point_at(weak, values[0], here.rows)
    if not strong:
        return
    question = suspects.ask_about(strong, values[0], here.rows)
    said = answers.chosen(question)
    if not said:
        out.questions.append(question)
    elif said == "leave out":
        gone = set(here.rows([each.at for each in strong]))
        places = [at for at, number in enumerate(out.numbers) if number in gone]
        out.leave_out(places, "reads", "read", "as a total and")


def _with_the_words_of(
    strong: Sequence[Suspect], weak: Sequence[Suspect], words: Sequence[Column]
) -> list[Suspect]:
    """Those that bear the words of a total, which no line does: "All lines" of each program."""
    places = [each.at for each in (*strong, *weak)]
    out = []
    for each in weak if strong else ():
        for column in words:
            said = column.values[each.at]
            of_totals = said is not None and any(column.values[s.at] == said for s in strong)
            if of_totals and column.values.count(said) == sum(
                column.values[at] == said for at in places
            ):
                out.append(each)
                break
    return out


def _speaks_of_all(at: int, words: Sequence[Column]) -> bool:
    """Whether a row says in words, too, that it is a sum."""
    return any(isinstance(said := c.values[at], str) and _ALL.search(said) for c in words)


_ALL = re.compile(r"total|\ball (?:departments|divisions|funds|programs|units)\b", re.IGNORECASE)


def _sides(out: Table, answers: Answers) -> None:
    """Ask what a sum means where money that comes in stands beside money that goes out."""
    side = out.kept.get("side")
    question = sides.wanted(side, answers) if side else None
    if question:
        out.questions.append(question)
    open_ones, gone = sides.lines_of_revenue(out.kept, answers, out.rows)
    out.questions += open_ones
    if gone:
        out.leave_out(gone, "speaks", "speak", "of revenue and")


def _blank_funds(out: Table, answers: Answers) -> None:
    """Ask about labels of funds that were filled down: a blank may be a fund nobody knows."""
    for name in ("fund", "fund_label"):
        column = out.kept.get(name)
        if column is None or not column.down:
            continue
        question = choose(
            f"blank {name}",
            f"Column {column.name} has empty cells. Do they stand for the label above, or does "
            "nobody know?",
            [("above", "The label above: it stands only on the first row of its group"),
             ("unknown", "Nobody knows: leave them empty")],
            rows=out.rows(list(column.down)),
            column=column.name,
        )  # fmt: skip
        said = answers.chosen(question)
        if not said:
            out.questions.append(question)
        elif said == "unknown":
            empty = [None if at in column.down else v for at, v in enumerate(column.values)]
            out.kept[name] = Column(column.at, column.heading, column.field, (), empty)
        else:
            text = "the label above was filled down, as you said"
            out.notes.append(Note(text, out.rows(list(column.down)), column.name))
