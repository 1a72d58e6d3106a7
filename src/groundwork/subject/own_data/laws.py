"""What must hold between the cells of a row, and between its rows: nothing impossible passes."""

from collections.abc import Callable, Mapping, Sequence

from groundwork.subject.counts import counted
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.repeatable import can_repeat
from groundwork.subject.own_data.report import Problem

Rows = Callable[[Sequence[int]], tuple[int, ...]]
Kept = Mapping[str, Column]

_PARTS_OF_A_PAYMENT = ("travel", "care", "interpretation", "admin")


def nobody_to_count(kept: Kept, answers: Answers, rows: Rows) -> tuple[list[Question], list[int]]:
    """Ask about denominators of 0: a denominator is above 0, and among nobody there is no rate.

    Such a row adds nothing when years or places are pooled. Where events were counted it is
    refused elsewhere; a 0 may also stand for people that nobody counted.

    Returns
    -------
    The question while it is open, and the places of rows that the person leaves out.
    """
    events, people = kept.get("events"), kept.get("denominator")
    if not people:
        return [], []
    happened = events.values if events else [None] * len(people.values)
    none = [at for at, d in enumerate(people.values) if d == 0 and not happened[at]]
    if not none:
        return [], []
    where = f"In {len(none):,} rows the" if len(none) > 1 else "In one row the"
    question = choose(
        "nobody to count",
        f"{where} denominator in column {people.name} is 0. A denominator must be above 0: nothing "
        "can be said of a rate among nobody. May these rows be left out? If there are people and "
        "nobody knows how many, empty the cell in the file.",
        [("leave out", "Yes: leave them out")],
        rows=rows(none),
        column=people.name,
    )
    answered = bool(answers.chosen(question))
    return [] if answered else [question], none if answered else []


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
    says = {label: can_repeat(str(label)) for label in measure.labels} if measure else {}
    again = [at for at in over if measure and says.get(measure.values[at])]
    none = [at for at in over if people.values[at] == 0]
    again = [at for at in again if at not in none]
    never = sorted(set(over) - set(again))
    problems, questions = [], []
    if never:
        at = never[0]
        found = _of_people(events.values[at], people.values[at])
        fix = "Check both columns: they may be exchanged, or the denominator is of another group."
        problems.append(
            Problem(rows(never), events.name, found, "events not above the denominator", fix)
        )
    if again:
        at = again[0]
        question = choose(
            "more events than people",
            f"The file says {_of_people(events.values[at], people.values[at])}. One person "
            "can have several of these. Is that so here?",
            [("yes", "Yes: one person can be counted more than once")],
            rows=rows(again),
            column=events.name,
        )
        if not answers.chosen(question):
            questions.append(question)
    return problems, questions


_INTERVALS = (
    ("value", "lower", "upper"),
    ("baseline_value", "baseline_low", "baseline_high"),
    ("latest_value", "latest_low", "latest_high"),
)
"""Each published value, with the lower and the upper limit of its interval."""


def intervals(kept: Kept, rows: Rows) -> list[Problem]:
    """Hold each published value against its own interval."""
    out = []
    for name, lower, upper in _INTERVALS:
        value = kept.get(name)
        for end, other, below in (
            (kept.get(lower), "lower", True),
            (kept.get(upper), "upper", False),
        ):
            if not value or not end:
                continue
            wrong = [
                at
                for at, (v, limit) in enumerate(zip(value.values, end.values, strict=True))
                if v is not None and limit is not None and (limit > v if below else limit < v)  # type: ignore[operator]
            ]
            if wrong:
                at = wrong[0]
                found = (
                    f"{value.values[at]:g}, outside its own interval ({other} {end.values[at]:g})"
                )
                fix = "Check which column is the value and which are its limits."
                out.append(
                    Problem(rows(wrong), value.name, found, "a value inside its interval", fix)
                )
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
    return out or _parts_together(kept, whole, rows)


def _parts_together(kept: Kept, whole: Column, rows: Rows) -> list[Problem]:
    """Hold all parts of a payment together against the whole."""
    parts = [kept[name] for name in _PARTS_OF_A_PAYMENT if name in kept]
    if len(parts) < 2:
        return []
    sums = [
        sum(round(100 * float(str(part.values[at] or 0))) for part in parts)
        for at in range(len(whole.values))
    ]
    wrong = [
        at
        for at, (cents, paid) in enumerate(zip(sums, whole.values, strict=True))
        if paid is not None and paid >= 0 and cents > round(100 * float(paid))  # type: ignore[operator, arg-type]
    ]
    if not wrong:
        return []
    at = wrong[0]
    found = f"parts of {sums[at] / 100:,.2f} together, more than the {whole.values[at]:,.2f} paid"
    fix = "Check these columns: the parts of a payment together are never more than the payment."
    where = " and ".join(part.name for part in parts)
    return [Problem(rows(wrong), where, found, f"at most the {whole.heading} together", fix)]


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


def whole_positions(kept: Kept, answers: Answers, rows: Rows) -> list[Question]:
    """Ask about a position with the same full numbers in several rows: each may be the whole."""
    ids, fte, pay = kept.get("position_id"), kept.get("fte"), kept.get("salary")
    if not ids or not fte or not pay or len(ids.labels) == len(ids.values):
        return []
    rows_of: dict[object, list[int]] = {}
    for at, value in enumerate(ids.values):
        if value is not None:
            rows_of.setdefault(value, []).append(at)
    whole = [
        places
        for places in rows_of.values()
        if len(places) > 1
        and len({(fte.values[at], pay.values[at]) for at in places}) == 1
        and (fte.values[places[0]] or 0) * len(places) > 1  # type: ignore[operator]
    ]
    if not whole:
        return []
    first = whole[0]
    question = choose(
        "whole positions",
        f"Position {ids.values[first[0]]} stands in {len(first)} rows, each with "
        f"{fte.values[first[0]]:g} full-time and {pay.values[first[0]]:,.2f} dollars. Does each "
        "row hold only the part that its fund pays? If each repeats the whole position, write the "
        "part of each fund in a copy of the file.",
        [("keep", "Yes: each row is the part of its fund")],
        rows=rows([at for places in whole for at in places]),
        column=fte.name,
    )
    return [] if answers.chosen(question) else [question]


def _what_to_do(pairs: Sequence[tuple[int, int]], kept: Kept, aside: Sequence[Column]) -> str:
    """Say to delete a copy only where nothing is lost with it."""
    for column in aside:
        if column.heading and any(
            column.cells[a] != column.cells[b] and not column.empty[a] for a, b in pairs
        ):
            return (
                f"They differ in column {column.name}, which was left aside. Say what it holds, "
                "or tell the rows apart in another column."
            )
    differ = [
        column.name
        for column in kept.values()
        if column.at >= 0 and any(column.values[a] != column.values[b] for a, b in pairs)
    ]
    if differ:
        return (
            f"They differ in column {differ[0]}: tell the rows apart by an id of their own, or "
            "keep the one that is right."
        )
    return "Delete the copy, or tell the rows apart."


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


def copies(
    kept: Kept, key: Sequence[str], one_row: str, rows: Rows, aside: Sequence[Column] = ()
) -> list[Problem]:
    """Find rows that cannot be told apart by the columns that should tell them apart.

    ``aside`` are columns of the file that were left aside: where they differ, no row is a copy.
    """
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
    fix = _what_to_do(found, kept, aside)
    expected = one_row.partition(". ")[0].rstrip(".").lower()
    return [Problem(rows([at for at, _ in found]), columns, said, expected, fix)]


def _of_people(events: object, people: object) -> str:
    """Say events and their denominator: "3 events of 1 person"."""
    return f"{counted(events, 'event')} of {counted(people, 'person', 'people')}"  # type: ignore[arg-type]
