"""What must hold between the cells of a row, and between its rows: nothing impossible passes."""

import re
from collections.abc import Callable, Mapping, Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.groupings import is_everybody, is_whole_place
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note, Problem

Rows = Callable[[Sequence[int]], tuple[int, ...]]
Kept = Mapping[str, Column]

# What can happen to one person more than once in a year.
_REPEATABLE = re.compile(
    r"visit|encounter|call|admission|admitted|hospitali[sz]|discharge|stay|test|screening|dose"
    r"|vaccin|contact|referral|stop|inspection|complaint|session|trip|prescription|refill|ride"
    r"|appointment|meal|claim|service|event|attendance|exposure|day",
    re.IGNORECASE,
)
_PARTS_OF_A_PAYMENT = ("travel", "care", "interpretation", "admin")


def nobody_to_count(kept: Kept, rows: Rows) -> list[Note]:
    """Tell of rows with no events of no people: they have no rate."""
    events, people = kept.get("events"), kept.get("denominator")
    if not events or not people:
        return []
    none = [
        at
        for at, (e, d) in enumerate(zip(events.values, people.values, strict=True))
        if d == 0 and not e
    ]
    if not none:
        return []
    return [Note("0 people, so nothing can be said of a rate", rows(none), people.name, look=True)]


def counts(kept: Kept, answers: Answers, rows: Rows) -> tuple[list[Problem], list[Question]]:
    """Hold events against the people they happened to."""
    events, people = kept.get("events"), kept.get("denominator")
    if not events or not people:
        return [], []
    over = [
        at
        for at, (e, d) in enumerate(zip(events.values, people.values, strict=True))
        if e is not None and d is not None and e > d  # type: ignore[operator]
    ]
    if not over:
        return [], []
    measure = kept.get("measure")
    again = [at for at in over if measure and _REPEATABLE.search(str(measure.values[at]))]
    none = [at for at in over if people.values[at] == 0]
    again = [at for at in again if at not in none]
    never = sorted(set(over) - set(again))
    problems, questions = [], []
    if never:
        at = never[0]
        found = f"{events.values[at]:,} events of {people.values[at]:,} people"
        fix = "Check both columns: they may be exchanged, or the denominator is of another group."
        problems.append(
            Problem(rows(never), events.name, found, "events not above the denominator", fix)
        )
    if again:
        at = again[0]
        question = choose(
            "more events than people",
            f"There are {events.values[at]:,} events of {people.values[at]:,} people. One person "
            "can have several of these. Is that so here?",
            [("yes", "Yes: one person can be counted more than once")],
            rows=rows(again),
            column=events.name,
        )
        if not answers.chosen(question):
            questions.append(question)
    return problems, questions


def intervals(kept: Kept, rows: Rows) -> list[Problem]:
    """Hold a published value against its own interval."""
    value, lower, upper = kept.get("value"), kept.get("lower"), kept.get("upper")
    out = []
    for end, other, below in ((lower, "lower", True), (upper, "upper", False)):
        if not value or not end:
            continue
        wrong = [
            at
            for at, (v, limit) in enumerate(zip(value.values, end.values, strict=True))
            if v is not None and limit is not None and (limit > v if below else limit < v)  # type: ignore[operator]
        ]
        if wrong:
            at = wrong[0]
            found = f"{value.values[at]:g}, outside its own interval ({other} {end.values[at]:g})"
            fix = "Check which column is the value and which are its limits."
            out.append(Problem(rows(wrong), value.name, found, "a value inside its interval", fix))
    return out


def parts_of_payments(kept: Kept, rows: Rows) -> list[Problem]:
    """Hold the parts of a payment against the whole payment."""
    whole = kept.get("amount")
    out: list[Problem] = []
    if not whole:
        return out
    for name in _PARTS_OF_A_PAYMENT:
        part = kept.get(name)
        if not part:
            continue
        wrong = [
            at
            for at, (p, w) in enumerate(zip(part.values, whole.values, strict=True))
            if p is not None and w is not None and p > w >= 0  # type: ignore[operator]
        ]
        if wrong:
            at = wrong[0]
            found = f"{part.values[at]:,.2f}, more than the whole payment, {whole.values[at]:,.2f}"
            fix = "Check both columns: a part of a payment is never larger than the payment."
            out.append(Problem(rows(wrong), part.name, found, f"at most the {whole.heading}", fix))
    return out


def positions_in_hundredths(kept: Kept, answers: Answers, rows: Rows) -> list[Question]:
    """Ask about FTE that buy next to nothing: 50 may stand for 50 percent."""
    fte, money = kept.get("fte"), kept.get("amount") or kept.get("salary")
    if not fte or not money:
        return []
    odd = [
        at
        for at, (f, m) in enumerate(zip(fte.values, money.values, strict=True))
        if f is not None and m is not None and f >= 5 and 0 < m / f < 5000  # type: ignore[operator]
    ]
    if not odd:
        return []
    at = odd[0]
    question = choose(
        "fte",
        f"{fte.values[at]:g} full-time positions for {money.values[at]:,.2f} dollars are less than "
        "5,000 dollars each. Does the number stand for percent of a position? Then write "
        f"{fte.values[at] / 100:.2f} in the file.",  # type: ignore[operator]
        [("keep", f"No, there are {fte.values[at]:g} full-time positions")],
        rows=rows(odd),
        column=fte.name,
    )
    return [] if answers.chosen(question) else [question]


def wholes_beside_parts(kept: Kept, rows: Rows) -> tuple[list[Note], list[Problem]]:
    """Tell that "All" stands beside its parts, and refuse a part larger than its whole."""
    notes: list[Note] = []
    problems: list[Problem] = []
    for name in ("group", "district"):
        column = kept.get(name)
        if not column:
            continue
        whole = {value for value in set(column.values) if value and _is_whole(str(value), name)}
        if not whole or len(set(column.values) - {None}) == len(whole):
            continue
        places = [at for at, value in enumerate(column.values) if value in whole]
        said = f"{', '.join(sorted(map(str, whole)))} stands beside its parts: never add them up"
        notes.append(Note(said, rows(places), column.name, look=True))
        problems += _larger_parts(kept, name, whole, rows)
    return notes, problems


def _is_whole(text: str, name: str) -> bool:
    if is_everybody(text):
        return True
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and all(map(is_everybody, parts)):
        return True
    return name == "district" and is_whole_place(text)


def _larger_parts(kept: Kept, name: str, whole: set[object], rows: Rows) -> list[Problem]:
    others = [
        n for n in ("measure", "year", "quarter", "district", "group") if n in kept and n != name
    ]
    out = []
    for number in ("events", "denominator"):
        column = kept.get(number)
        if not column:
            continue
        wholes: dict[tuple[object, ...], object] = {}
        keys = list(zip(*(kept[n].values for n in others), strict=True)) or [()] * len(
            column.values
        )
        labels = kept[name].values
        for key, label, value in zip(keys, labels, column.values, strict=True):
            if label in whole and value is not None:
                wholes[key] = value
        larger = [
            at
            for at, (key, label, value) in enumerate(zip(keys, labels, column.values, strict=True))
            if label not in whole and value is not None and key in wholes and value > wholes[key]  # type: ignore[operator]
        ]
        if larger:
            at = larger[0]
            found = (
                f"{column.values[at]:,} for {labels[at]}, and {wholes[keys[at]]:,} for all together"
            )
            fix = "Check both rows: a part is never larger than its whole."
            out.append(Problem(rows(larger), column.name, found, "a part within its whole", fix))
    return out


def out_of_order(kept: Kept, pair: tuple[str, str] | None, rows: Rows) -> list[Problem]:
    """Refuse an end that lies before its start."""
    if not pair or any(name not in kept for name in pair):
        return []
    first, last = kept[pair[0]], kept[pair[1]]
    places = [
        at
        for at, (a, b) in enumerate(zip(first.values, last.values, strict=True))
        if a is not None and b is not None and str(b) < str(a)
    ]
    if not places:
        return []
    found = f"{last.values[places[0]]}, before {pair[0]}, {first.values[places[0]]}"
    fix = "Check both days: one of them may be in the wrong year."
    return [Problem(rows(places), last.name, found, f"{pair[1]} on or after {pair[0]}", fix)]


def copies(kept: Kept, key: Sequence[str], one_row: str, rows: Rows) -> list[Problem]:
    """Find rows that cannot be told apart by the columns that should tell them apart."""
    names = [name for name in key if name in kept]
    if not names:
        return []
    if len(kept[names[0]].labels) == len(kept[names[0]].values):
        return []
    first: dict[tuple[object, ...], int] = {}
    found = []
    filled = [bool(kept[name].field and kept[name].field.filled) for name in names]  # type: ignore[union-attr]
    for at, parts in enumerate(zip(*(kept[name].values for name in names), strict=True)):
        if any(part is None and needed for part, needed in zip(parts, filled, strict=True)):
            continue
        if first.setdefault(parts, at) != at:
            found.append((at, first[parts]))
    if not found:
        return []
    above = rows([found[0][1]])[0]
    where = f"row {above}" if len(found) == 1 else "a row above"
    said = f"the same {' and '.join(names)} as in {where}"
    columns = " and ".join(kept[name].name for name in names)
    fix = "Delete the copy, or tell the rows apart."
    expected = one_row.partition(". ")[0].rstrip(".").lower()
    return [Problem(rows([at for at, _ in found]), columns, said, expected, fix)]


def places_of_wholes(kept: Kept) -> dict[str, set[int]]:
    """Give the places of rows that are the sum of others, by the column that says so."""
    out: dict[str, set[int]] = {}
    for name in ("group", "district"):
        column = kept.get(name)
        if column:
            whole = {v for v in set(column.values) if v and _is_whole(str(v), name)}
            if whole and len(set(column.values) - {None}) > len(whole):
                out[name] = {at for at, value in enumerate(column.values) if value in whole}
    return out
