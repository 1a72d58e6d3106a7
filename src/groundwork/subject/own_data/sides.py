"""Money that comes in and money that goes out: told apart by words, asked about where they do not.

They are never added up, so a column that says which is which is never left aside, and a word that
says neither ("Transfer", "Net") is asked about by name.
"""

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from groundwork.subject.counts import counted
from groundwork.subject.own_data import personal
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract, Spec
from groundwork.subject.own_data.questions import Answers, Question, choose

Rows = Callable[[Sequence[int]], tuple[int, ...]]

_MOST_WORDS = 40
_ONE_BY_ONE = 3
_REVENUE = re.compile(
    r"(?:.* )?(?:revenues?|receipts|inflows?)(?: (?:accounts?|lines?|budget|total))?"
    r"|revenues?(?: (?:from|of)\b| ?[:/–-]).*|money in|income",
    re.IGNORECASE,
)
_EXPENSE = re.compile(
    r"(?:.* )?(?:expenses?|expenditures?|appropriations?|outlays?|disbursements?|outflows?)"
    r"(?: (?:accounts?|lines?|budget|total))?|(?:expenses?|expenditures?) ?[:/–-].*"
    r"|money out|spending",
    re.IGNORECASE,
)
# A special revenue fund spends, and general revenue is a fund of states; what is over, under or
# net of the other is neither; and what one fund moves to another may be counted there again.
_NEITHER = re.compile(
    r"\b(?:(?:special|general) revenues?|net|over|under|non|less|excess|surplus|transfers?)\b",
    re.IGNORECASE,
)
_SAYS_SIDES = re.compile(r"rev|exp|type|side|source", re.IGNORECASE)


@dataclass
class Sides:
    """Questions about words that say neither, and the rows that a person leaves out for them."""

    questions: list[Question] = field(default_factory=list)
    drop: list[tuple[Column, frozenset[str]]] = field(default_factory=list)


def side_of(text: str, words: Mapping[str, str]) -> str:
    """Say whether a text means revenue or expense; "" when it says neither.

    >>> side_of("Grant revenue", {}), side_of("Capital outlay", {}), side_of("Transfers out", {})
    ('revenue', 'expense', '')
    """
    even = " ".join(text.casefold().split())
    if even in words:
        return words[even]
    if _NEITHER.search(even):
        return ""
    comes, goes = _REVENUE.fullmatch(even), _EXPENSE.fullmatch(even)
    return "" if bool(comes) == bool(goes) else "revenue" if comes else "expense"


def find_sides(
    columns: Sequence[Column],
    contract: Contract,
    fixed: Mapping[int, Spec | None],
    answers: Answers,
) -> Sides:
    """Find the column that says revenue or expense by its words, whatever its heading is."""
    out = Sides()
    one = next((each for each in contract.fields if each.name == "side"), None)
    if one is None:
        return out
    column = next((each for each in columns if each.field is one), None)
    words = dict(one.words)
    if column is None:
        free = [each for each in columns if each.at not in fixed]
        column = next((each for each in free if _says_sides(each, words, columns)), None)
    if column is None or len(column.different) > _MOST_WORDS:
        return out
    lines = _of_lines(column, words, columns)
    said = {" ".join(text.casefold().split()): text for text in lines}
    meant = {even: side_of(text, words) for even, text in said.items()}
    unknown = [text for even, text in said.items() if not meant[even]]
    if len(unknown) == len(said):
        return out  # it says nothing of sides: its cells are told as mistakes
    for text, answer in _asked(unknown, column, answers, out).items():
        if answer == "neither":
            out.drop.append((column, frozenset(t for t in column.texts if t == text)))
        meant[" ".join(text.casefold().split())] = "revenue" if answer == "revenue" else "expense"
    more = tuple((even, side) for even, side in meant.items() if even not in words)
    column.field = dataclasses.replace(one, words=one.words + more)
    return out


def _of_lines(column: Column, words: Mapping[str, str], columns: Sequence[Column]) -> list[str]:
    """Its texts but totals, and but those that say a side in rows of their own, above others."""
    known = {text for text in column.texts if side_of(text, words)}
    if not known:
        return column.texts
    others = [each for each in columns if each is not column]
    beside = {
        text
        for at, text in enumerate(column.shown)
        if text in known and not all(each.empty[at] for each in others)
    }
    alone = known - beside
    return [text for text in column.texts if text not in alone and text not in column.totals]


def _says_sides(column: Column, words: Mapping[str, str], columns: Sequence[Column]) -> bool:
    """Whether a column tells sides: both are among its words, or revenue in a column of no use."""
    if len(column.different) > _MOST_WORDS or not column.texts:
        return False
    meant = {text: side_of(text, words) for text in _of_lines(column, words, columns)}
    sides = set(meant.values()) - {""}
    known = [text for text, side in meant.items() if side]
    clear = all(len(text) > 2 for text in known)
    heading = bool(_SAYS_SIDES.search(column.heading))
    if len(known) == len(meant):
        exact = all(" ".join(text.casefold().split()) in words for text in known)
        if exact or column.field is None:
            return (clear and (len(sides) == 2 or heading)) or (len(sides) == 2 and heading)
    if column.field is not None:  # it names the line; `lines_of_revenue` looks at it
        return False
    if len(sides) == 2:
        return clear or heading
    return sides == {"revenue"} and clear and len(known) < len(meant) and not _of_funds(column)


def _of_funds(column: Column) -> bool:
    return bool(re.search(r"fund|grant|source|financ", column.heading, re.IGNORECASE))


def _asked(unknown: Sequence[str], column: Column, answers: Answers, out: Sides) -> dict[str, str]:
    """Ask what words stand for that say neither side; a few one by one, many together."""
    groups = [[text] for text in unknown] if len(unknown) <= _ONE_BY_ONE else [list(unknown)]
    said: dict[str, str] = {}
    for group in groups:
        shown = ", ".join(f'"{personal.shown(text).strip(chr(34))}"' for text in group[:8])
        shown += ", …" if len(group) > 8 else ""
        name = f"side of {group[0]}" if len(group) == 1 else "side of the others"
        it = "it" if len(group) == 1 else "they"
        question = choose(
            name.replace("=", " "),
            f"Column {column.name} tells money that comes in from money that goes out. It also "
            f"says {shown}. What {'does' if len(group) == 1 else 'do'} {it} stand for?",
            [("expense", "Money that goes out: expenses"),
             ("revenue", "Money that comes in: revenues"),
             ("neither", "Neither: leave these rows out")],
            column=column.name,
        )  # fmt: skip
        answer = answers.chosen(question)
        if not answer:
            out.questions.append(question)
        said.update(dict.fromkeys(group, answer))
    return said


def lines_of_revenue(
    kept: Mapping[str, Column], answers: Answers, rows: Rows
) -> tuple[list[Question], list[int]]:
    """Ask about lines that speak of revenue where no column tells sides; give those to leave out.

    Returns
    -------
    The question, while it is open, and the places of lines that the person leaves out.
    """
    if "side" in kept or "amount" not in kept:
        return [], []
    speaks: set[int] = set()
    where = ""
    for name in ("purpose", "object", "program", "fund_label"):
        column = kept.get(name)
        if column is None or not re.search("revenue|receipts", column.all_text, re.IGNORECASE):
            continue
        texts = {t for t in column.labels if isinstance(t, str) and side_of(t, {}) == "revenue"}
        if texts:
            speaks |= {at for at, value in enumerate(column.values) if value in texts}
            where = where or column.name
    if not speaks or len(speaks) == len(kept["amount"].values):
        return [], []
    one = len(speaks) == 1
    question = choose(
        "revenue lines",
        f"{'A line speaks' if one else f'{len(speaks):,} lines speak'} of revenue beside lines "
        "that do not, and no column says which money comes in and which goes out. They must never "
        f"be added up. {'Is it' if one else 'Are they'} money that comes in?",
        [("leave out", "Yes: leave out what comes in; what goes out is wanted"),
         ("keep", "No: it is spent like the other lines")],
        rows=rows(sorted(speaks)),
        column=where,
    )  # fmt: skip
    said = answers.chosen(question)
    return ([] if said else [question]), (sorted(speaks) if said == "leave out" else [])


def wanted(side: Column, answers: Answers) -> Question | None:
    """Ask which lines are wanted where money that comes in stands beside money that goes out."""
    blank = side.values.count(None)
    counts = {word: side.values.count(word) for word in ("expense", "revenue")}
    if not counts["revenue"] and not blank:
        return None
    question = choose(
        "side",
        f"Column {side.name} says what a sum means: "
        f"{counted(counts['expense'], 'line is an expense', 'lines are expenses')} and "
        f"{counted(counts['revenue'], 'is revenue', 'are revenues')}. They must never be "
        "added up. Which lines are wanted?",
        [("expense", "Only the expenses: what the money is spent on"),
         ("revenue", "Only the revenues: where the money comes from"),
         ("both", "Both, kept apart in the column side")],
        column=side.name,
    )  # fmt: skip
    return None if answers.chosen(question) else question
