"""County Health Rankings: the file for analysis, and the sheets of the workbook."""

import re
from collections.abc import Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.layout import File, Known, rest_aside, year_question
from groundwork.subject.own_data.questions import Choice, Question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wholes import is_whole_place
from groundwork.subject.own_data.wide import Turn

_RAW = re.compile(r"(.+) raw value$", re.I)

_NO_COUNTY = "000"
_LOW, _HIGH = re.compile(r"CI ?[-–]? ?low", re.I), re.compile(r"CI ?[-–]? ?high", re.I)
# What stands beside a measure and is none: its limits, ranks, counts and remarks on quality.
_BESIDE = re.compile(
    r"\bCI\b|quartile|z-?score|\brank|^#|unreliable|\bratio\b|national|signific|\bgap\b", re.I
)
_OF_GROUP = re.compile(r"(.+?) ?\((.+)\)")


def rankings(file: File) -> Known | None:
    """Recognize the file for analysis or a sheet of the workbook; one measure is asked for."""
    return _for_analysis(file) or _of_workbook(file)


def _measure(file: File, known: Known, names: Sequence[str]) -> str:
    """Ask which of the measures side by side is wanted; the first stands in until it is said."""
    choices = tuple(Choice(name, name) for name in names)
    text = f"This file holds {len(names)} measures side by side. Which one is wanted?"
    question = Question("measure", text, choices)
    said = file.answers.chosen(question)
    if not said:
        known.questions.append(question)
    known.typed["measure"] = said or names[0]
    return said or names[0]


def _of_workbook(file: File) -> Known | None:
    """Measures side by side below a row of their names, each with its limits and its groups."""
    state, county = file.by_name.get("state"), file.by_name.get("county")
    fips = file.place("fips")
    if fips is None or state is None or county is None:
        return None
    below: dict[str, list[Column]] = {}
    for column in file.columns:
        over = file.above[column.at] if column.at < len(file.above) else ""
        if over and column not in (state, county, fips):
            below.setdefault(over, []).append(column)
    if not any(_LOW.search(column.heading) for each in below.values() for column in each):
        return None
    known = Known("County Health Rankings, a sheet of the workbook")
    known.roles[county.at] = "district"
    county.put(
        [
            "statewide" if empty else cell
            for cell, empty in zip(county.cells, county.empty, strict=True)
        ]
    )
    offers = _offers(below)
    if not offers:
        return None
    said = _measure(file, known, list(offers))
    year = re.search(r"(?<!\d)20[0-4]\d(?!\d)", file.name)
    year_question(known, file, year[0] if year else "", "the name of the file says")
    main, beside = offers[said]
    groups = {main.at: "All"}
    for column in beside:
        found = _OF_GROUP.fullmatch(column.heading)
        if found and not _BESIDE.search(column.heading) and found[1] in main.heading:
            groups[column.at] = found[2]
    if len(groups) == 1:
        known.typed["group"] = "All"
        known.roles[main.at] = "value"
        for pattern, role in ((_LOW, "lower"), (_HIGH, "upper")):
            limit = next((c for c in beside if pattern.search(c.heading)), None)
            if limit is not None:
                known.roles[limit.at] = role
    else:
        columns = [column for column in file.columns if column.at in groups]
        known.turn = Turn(columns, "value", "group", groups)
        known.notes.append(Note("each column of the measure is a group, one row each"))
    if main.heading.startswith("%"):
        known.typed["unit"] = "percent"
    known.notes.append(Note(f'the measure is "{main.heading}"'))
    turned = set(groups) if known.turn else set()
    return rest_aside(known, [c for c in file.columns if c.at not in turned])


def _for_analysis(file: File) -> Known | None:
    """County Health Rankings: some columns for each measure, and a second row of headings."""
    measures = [c for c in file.columns if _RAW.fullmatch(c.heading)]
    if not measures or file.place("5 digit fips code", "county fips code", "fips") is None:
        return None
    known = Known("County Health Rankings")
    if file.body and any(
        re.search(r"^(?:fipscode|statecode|v\d+_)", text) for text in file.body[0].texts
    ):
        known.skip = frozenset([0])
    for column, role in (
        (file.place("name", "county"), "district"),
        (file.place("release year", "year"), "year"),
    ):
        if column:
            known.roles[column.at] = role
    if "year" not in known.roles.values():
        year_question(known, file, "", "")
    names = [_RAW.fullmatch(c.heading)[1] for c in measures]  # type: ignore[index]
    said = _measure(file, known, names)
    known.typed["group"] = "All"
    _name_states(file)
    for ending, role in (
        (" raw value", "value"), (" numerator", "events"), (" denominator", "denominator"),
        (" ci low", "lower"), (" ci high", "upper"),
    ):  # fmt: skip
        column = file.place(said + ending)
        filled = column is not None and any(
            not empty for at, empty in enumerate(column.empty) if at not in known.skip
        )
        if column is not None and filled:
            known.roles[column.at] = role
    return rest_aside(known, file.columns)


def _offers(below: dict[str, list[Column]]) -> dict[str, tuple[Column, list[Column]]]:
    """Give each measure by its name, with the columns that stand beside it."""
    offers = {}
    for over, columns in below.items():
        mains = [
            column
            for column in columns
            if not _BESIDE.search(column.heading)
            and not _OF_GROUP.fullmatch(column.heading)
            and not column.is_empty
        ]
        for order, main in enumerate(mains):
            until = columns.index(mains[order + 1]) if order + 1 < len(mains) else len(columns)
            beside = columns[columns.index(main) + 1 : until]
            offers[over if len(mains) == 1 else main.heading] = (main, beside)
    return offers


def _name_states(file: File) -> None:
    """Say of the rows without a county that they are about a whole state."""
    code, name = file.place("county fips code"), file.place("name")
    if code is None or name is None:
        return
    whole = [text.zfill(3) == _NO_COUNTY for text in code.shown]
    name.put(
        [
            f"{text}, statewide" if all_of_it and not is_whole_place(text) else cell
            for cell, text, all_of_it in zip(name.cells, name.shown, whole, strict=True)
        ]
    )
