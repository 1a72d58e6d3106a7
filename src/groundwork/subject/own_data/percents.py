"""Percentages among published values: one sign, one unit, and nothing above all."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Spec
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Problem

Rows = Callable[[Sequence[int]], tuple[int, ...]]
Kept = Mapping[str, Column]

_PERCENT = re.compile(r"%|\bpercent(?:age)?s?\b|\bper ?cent\b|\bpct\b|\bper 100\b(?![,\d])", re.I)
# What may well be more than 100 percent, or less than nothing.
_MAY_EXCEED = re.compile(
    r"chang(?:e|ing)|growth|increase|increasing|decrease|decreasing|difference|reduc(?:ed|tion)|decline"
    r"|gain|loss|lost|ratio|poverty|income"
    r"|of (?:the )?(?:need|target|goal|budget|average|median|expected|capacity)|excess|gap|point"
    r"|occupancy|turnover|relative|index|trend",
    re.IGNORECASE,
)


def fill_units(kept: dict[str, Column], unit: Spec | None) -> None:
    """Say percent as the unit of the rows that have a percent sign and no unit."""
    signed = _rows_with_a_sign(kept)
    if unit is None or not any(signed):
        return
    column = kept.setdefault("unit", Column(-1, "unit", unit, (), [None] * len(signed)))
    if len(column.values) == len(signed):
        both = zip(signed, column.values, strict=True)
        column.put_values(["percent" if sign and not said else said for sign, said in both])


def _rows_with_a_sign(kept: Kept) -> list[bool]:
    """Say of each row whether one of its values has a percent sign."""
    return [any(signs) for signs in zip(*map(_signed, _values(kept)), strict=True)]


def _values(kept: Kept) -> list[Column]:
    """Return the columns that are in the unit of their row; the limits of a value follow it."""
    return [
        column
        for column in kept.values()
        if column.field
        and column.field.percents
        and column.field.name not in ("lower", "upper")
        and len(column.cells) == len(column.values)
    ]


def _signed(value: Column) -> list[bool]:
    return [text.endswith("%") for text in value.shown]


def against_units(kept: Kept, rows: Rows) -> list[Problem]:
    """Refuse a percent sign in a row whose unit says something else."""
    unit = kept.get("unit")
    problems = []
    for value in _values(kept) if unit else ():
        assert unit is not None
        wrong = [
            at
            for at, (sign, said) in enumerate(zip(_signed(value), unit.values, strict=True))
            if sign and said and not _PERCENT.search(str(said))
        ]
        if wrong:
            found = f'{value.shown[wrong[0]]}, where the unit is "{unit.values[wrong[0]]}"'
            fix = "If the unit is right, take the percent sign off; if the sign is right, write "
            fix += "percent as the unit."
            problems.append(Problem(rows(wrong), value.name, found, "a value in its unit", fix))
    return problems


def mixed(kept: Kept, answers: Answers, rows: Rows) -> tuple[list[Question], str, list[int]]:
    """Ask about numbers without a percent sign among percentages of the same measure.

    Returns
    -------
    The question, while it is open, what was answered, and the places of those numbers.
    """
    value, measure, unit = kept.get("value"), kept.get("measure"), kept.get("unit")
    if not value or len(value.cells) != len(value.values):
        return [], "", []
    signed = _signed(value)
    if not any(signed) or all(signed):
        return [], "", []
    labels = measure.values if measure else [None] * len(signed)
    percents = {label for label, sign in zip(labels, signed, strict=True) if sign}
    plain = [
        at
        for at, (label, sign) in enumerate(zip(labels, signed, strict=True))
        if not sign
        and label in percents
        and value.values[at] is not None
        and not (unit and unit.values[at])
    ]
    if not plain:
        return [], "", []
    shown = value.shown[plain[0]]
    sign = value.shown[signed.index(True)]
    choices = [("percent", f"Percent, too: {shown} stands for {shown} percent"),
               ("other", "Something else: it is no percentage")]  # fmt: skip
    if all(0 <= float(str(value.values[at])) <= 1 for at in plain):
        share = f"{Decimal(str(value.values[plain[0]])) * 100:f}".rstrip("0").rstrip(".") or "0"
        choices.insert(0, ("share", f"A share of 1: {shown} stands for {share} percent"))
    question = choose(
        "percent of value",
        f"Column {value.name} has {sign} beside {shown}, without a percent sign. What does "
        f"{shown} stand for?",
        choices,
        rows=rows(plain),
        column=value.name,
    )
    said = answers.chosen(question)
    return ([] if said else [question]), said, plain


def all_below_one(
    kept: Kept, answers: Answers, rows: Rows
) -> tuple[list[Question], str, list[int]]:
    """Ask about percentages of which none is above 1: they may be shares of 1.

    Returns
    -------
    The question, while it is open, what was answered, and the places of those numbers.
    """
    value, unit = kept.get("value"), kept.get("unit")
    if not value or not unit or len(value.cells) != len(value.values):
        return [], "", []
    signed = _signed(value)
    here = [
        at
        for at, (v, said) in enumerate(zip(value.values, unit.values, strict=True))
        if v is not None and _PERCENT.search(str(said or "")) and not signed[at]
    ]
    numbers = [float(str(value.values[at])) for at in here]
    if len(set(numbers)) < _FEW or not all(0 <= each <= 1 for each in numbers):
        return [], "", []
    shown = value.shown[here[0]]
    share = f"{Decimal(str(value.values[here[0]])) * 100:f}".rstrip("0").rstrip(".") or "0"
    question = choose(
        "percents below 1",
        f"Column {value.name} holds percentages, and none is above 1. Does {shown} stand for "
        f"{share} percent, or for {shown} percent?",
        [("share", f"A share of 1: {shown} stands for {share} percent"),
         ("percent", f"Percent: {shown} stands for {shown} percent")],
        rows=rows(here),
        column=value.name,
    )  # fmt: skip
    said = answers.chosen(question)
    return ([] if said else [question]), said, here


_FEW = 2  # different numbers: one small percentage alone is no sign


def shares_beside_percents(
    kept: Kept, answers: Answers, rows: Rows
) -> tuple[list[Question], str, dict[int, list[Column]]]:
    """Ask about rows of a register that hold shares of 1 where other values have a percent sign.

    Returns
    -------
    The question, while it is open, what was answered, and by row the columns of those numbers.
    """
    values = _values(kept)
    signed = {column.name: _signed(column) for column in values}
    found: dict[int, list[Column]] = {}
    for at in range(len(values[0].values) if any(map(any, signed.values())) else 0):
        unit = str(kept["unit"].values[at] or "") if "unit" in kept else ""
        plain = [c for c in values if c.values[at] is not None and not signed[c.name][at]]
        numbers = [float(str(column.values[at])) for column in plain]
        shares = all(0 <= each <= 1 for each in numbers) and any(0 < each < 1 for each in numbers)
        if shares and (not unit or _PERCENT.search(unit)):
            found[at] = plain
    if not found:
        return [], "", {}
    first = min(found)
    column = next(each for each in found[first] if 0 < float(str(each.values[first])) < 1)
    shown = column.shown[first]
    sign = next(c.shown[signed[c.name].index(True)] for c in values if any(signed[c.name]))
    share = f"{Decimal(str(column.values[first])) * 100:f}".rstrip("0").rstrip(".")
    question = choose(
        "shares beside percents",
        f"The file has {sign} beside {shown}, without a percent sign. What does {shown} stand for?",
        [("share", f"A share of 1: {shown} stands for {share} percent"),
         ("percent", f"Percent: {shown} stands for {shown} percent"),
         ("other", "Something else: it is no percentage")],
        rows=rows(list(found)),
        column=column.name,
    )  # fmt: skip
    said = answers.chosen(question)
    return ([] if said else [question]), said, found


def apply_to_rows(kept: dict[str, Column], said: str, found: Mapping[int, list[Column]]) -> None:
    """Turn the shares of some rows into percent, and say their unit, as the person answered."""
    if said == "share":
        for column in _values(kept):
            column.put_values(_by_hundred(column, {at for at in found if column in found[at]}))
    unit = kept.get("unit")
    if unit and said in ("share", "percent"):
        unit.put_values(["percent" if at in found else v for at, v in enumerate(unit.values)])


def apply(kept: Kept, said: str, places: Sequence[int]) -> None:
    """Turn shares into percent, and say the unit, as the person answered."""
    value, unit = kept["value"], kept.get("unit")
    here = set(places)
    if said == "share":
        limits = [kept[name] for name in ("lower", "upper") if name in kept]
        within = {at for at in here if _holds(value, kept, at)}
        for column in limits:
            column.put_values(_by_hundred(column, within))
        value.put_values(_by_hundred(value, here))
    if unit and said in ("share", "percent"):
        unit.put_values(["percent" if at in here else v for at, v in enumerate(unit.values)])


def _holds(value: Column, kept: Kept, at: int) -> bool:
    """Whether limits stand around a value as it is written: then they are shares of 1, too."""
    number = float(str(value.values[at]))
    lower, upper = (kept[name].values[at] if name in kept else None for name in ("lower", "upper"))
    return (lower is None or float(str(lower)) <= number) and (
        upper is None or float(str(upper)) >= number
    )


def _by_hundred(column: Column, places: Collection[int]) -> list[object]:
    return [
        float(Decimal(str(v)) * 100) if at in places and v is not None else v
        for at, v in enumerate(column.values)
    ]


def beyond_all(kept: Kept, answers: Answers, rows: Rows) -> list[Question]:
    """Ask about percentages above 100 or below 0 of measures that sound like a part of all."""
    value, unit, measure = kept.get("value"), kept.get("unit"), kept.get("measure")
    if not value or not unit:
        return []
    labels = measure.values if measure else [""] * len(value.values)
    odd = [
        at
        for at, (v, said) in enumerate(zip(value.values, unit.values, strict=True))
        if v is not None
        and not 0 <= float(str(v)) <= 100
        and _PERCENT.search(str(said or ""))
        and not _MAY_EXCEED.search(f"{labels[at]} {said}")
    ]
    if not odd:
        return []
    question = choose(
        "percents beyond all",
        f"{value.values[odd[0]]:g} percent cannot be a part of all. Can this measure be above 100 "
        "or below 0, as a change can? If not, mend the number in the file.",
        [("keep", "Yes: keep the number")],
        rows=rows(odd),
        column=value.name,
    )
    return [] if answers.chosen(question) else [question]
