"""Tables of the National Center for Health Statistics, as data.cdc.gov gives them."""

import re
from collections.abc import Sequence

from groundwork.subject.own_data.cell import Shown
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.layout import File, Known, one_of, rest_aside, year_question
from groundwork.subject.own_data.questions import Answers, Choice, Question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wholes import is_everybody
from groundwork.subject.own_data.wide import as_measures


def nchs(file: File) -> Known | None:
    """Tables of the National Center for Health Statistics."""
    known = weekly(file) or overdose(file) or leading(file) or estimates(file) or _provisional(file)
    if known:
        known.totals = True  # "By Total" and "Total deaths" are names here
    return known


def _provisional(file: File) -> Known | None:
    """Provisional death counts by month, year and total, with a footnote where they are hidden."""
    counts = [c for c in file.columns if re.search(r"\bdeath$", c.words)]
    start = file.place("start week", "start date", "week start date")
    end = file.place("end week", "end date", "week ending date", "week end date")
    if "data as of" not in file.by_name or not counts or end is None:
        return None
    known = Known("provisional counts of the National Center for Health Statistics")
    place = file.place(
        "state", "jurisdiction of occurrence", "jurisdiction", "hhs region", "region"
    )
    if place:
        known.roles[place.at] = "district"
    kinds = file.by_name.get("group")
    year = file.place("year", "mmwr year")
    kept = _period_rows(known, kinds, file.answers) if kinds else ""
    month = file.by_name.get("month")
    if kept == "By Month" and month is not None:
        known.roles[month.at] = "quarter"
    if year is not None and kept not in ("By Total", "By Week"):
        known.roles[year.at] = "year"
    else:
        found = _span(start, end, kinds, kept)
        if found:
            known.typed["year"] = found
            known.notes.append(
                Note(f"year is {found} in every row, as the start and end dates say")
            )
        else:
            year_question(known, file, "", "")
    cause = file.place("condition", "cause of death", "cause name")
    if cause is not None:
        known.roles[cause.at] = "measure"
        counts = counts[:1]
        known.roles[counts[0].at] = "events"
    asking = _group(known, file)
    if cause is None:
        known.turn = as_measures(counts)
        named = ", ".join(f'{c.letter} "{c.heading}"' for c in counts)
        known.notes.append(Note(f"each column of counts is a measure, one row each: {named}"))
    footnote = file.place("footnote", "flag")
    if footnote is not None:
        _hide_by_footnote(counts, footnote)
    turned = {c.at for c in counts}
    return rest_aside(known, [c for c in file.columns if c.at not in asking | turned])


def _group(known: Known, file: File) -> set[int]:
    """Say which column is the group, and leave several to the question about them.

    What is the same in every row (Sex: Male) is the group, too; only where nobody is told apart it
    is All. Give the places of the columns that are asked about.
    """
    words = {"sex", "age", "race", "ethnicity", "hispanic"}
    telling = [c for c in file.columns if words & set(c.words.split()) and c.texts]
    several = [c for c in telling if len(c.texts) > 1]
    if len(several) == 1:
        known.roles[several[0].at] = "group"
    elif not several:
        parts = [c.texts[0] for c in telling if not is_everybody(c.texts[0])]
        known.typed["group"] = ", ".join(parts) or "All"
    return {c.at for c in several} if len(several) > 1 else set()


def _period_rows(known: Known, kinds: Column, answers: Answers) -> str:
    """Ask which rows count when totals, years and months stand below each other."""
    if len(kinds.texts) < 2:
        return kinds.texts[0] if kinds.texts else ""
    choices = tuple(Choice(text, f'Only the rows that say "{text}"') for text in kinds.texts)
    text = (
        f"Column {kinds.name} holds {', '.join(kinds.texts)}: the same deaths, counted in several "
        "ways. Which rows are meant?"
    )
    question = Question("rows", text, choices, column=kinds.name)
    said = answers.chosen(question)
    if not said:
        known.questions.append(question)
        said = choices[0].answer
    known.keep.append((kinds, frozenset([said])))
    return said


def _span(start: Column | None, end: Column, kinds: Column | None, kept: str) -> str:
    """The years of the start and end dates, where they are the same in every row that counts."""
    years = set()
    for column in (start, end):
        if column is None:
            continue
        for at, text in enumerate(column.shown):
            if kinds is not None and kept and kinds.shown[at] != kept:
                continue
            found = re.search(r"(?:19|20)\d\d", text)
            if found:
                years.add(found[0])
    if not years or len(years) > 6:
        return ""
    first, last = min(years), max(years)
    return first if first == last else f"{first}-{last}"


def _hide_by_footnote(counts: Sequence[Column], footnote: Column) -> None:
    """An empty count in a row whose footnote says so is hidden, and not missing."""
    hides = [bool(re.search(r"suppress", text, re.I)) for text in footnote.shown]
    mark = Shown("suppressed", "the footnote of the row says that counts were hidden")
    for column in counts:
        column.put(
            [
                mark if hide and empty else cell
                for hide, empty, cell in zip(hides, column.empty, column.cells, strict=True)
            ]
        )


def weekly(file: File) -> Known | None:
    """Weekly counts of deaths: a cause a column, with flags where a count is hidden."""
    week, end = file.place("mmwr week"), file.place("week ending date", "week-ending date")
    place = file.place("jurisdiction of occurrence", "jurisdiction", "state")
    year = file.place("mmwr year", "year")
    flags = [c for c in file.columns if re.match(r"flag|suppress", c.heading, re.I)]
    known_ones = {c.at for c in (week, end, place, year) if c} | {c.at for c in flags}
    counts = [c for c in file.columns if c.at not in known_ones and _is_cause(c)]
    if week is None or end is None or place is None or year is None or not counts:
        return None
    if "group" in file.by_name:  # the same deaths by week, month and year
        return None
    known = Known("weekly counts of the National Center for Health Statistics")
    known.roles |= {place.at: "district", year.at: "year", week.at: "quarter"}
    asking = _group(known, file)
    _hide_by_flags(counts, flags)
    known.turn = as_measures(counts)
    known.notes.append(
        Note("each column of counts is a measure, one row each; the quarter is a week")
    )
    turned = {c.at for c in counts} | asking
    return rest_aside(known, [c for c in file.columns if c.at not in turned])


_CAUSE = re.compile(r"\([A-Z]\d\d|\bcauses?$|death", re.I)


def _is_cause(column: Column) -> bool:
    return bool(_CAUSE.search(column.heading)) and "as of" not in column.heading.casefold()


def _hide_by_flags(counts: Sequence[Column], flags: Sequence[Column]) -> None:
    """An empty count is hidden where its flag says so; where they do not pair, one of its row."""
    says = [[bool(re.search(r"suppress", text, re.I)) for text in f.shown] for f in flags]
    mark = Shown("suppressed", "a flag of the row says that the count was hidden")
    for order, column in enumerate(counts):
        mine = [says[order]] if len(says) == len(counts) else says
        column.put(
            [
                mark if column.empty[at] and any(flag[at] for flag in mine) else cell
                for at, cell in enumerate(column.cells)
            ]
        )


def overdose(file: File) -> Known | None:
    """Provisional overdose deaths of twelve months, one row a drug and month."""
    names = ("indicator", "data value", "year", "month", "percent pending investigation")
    if any(name not in file.by_name for name in names):
        return None
    known = Known("provisional overdose deaths of the National Center for Health Statistics")
    place = file.place("state name", "state")
    for column, role in (
        (file.by_name["indicator"], "measure"), (file.by_name["data value"], "value"),
        (file.by_name["year"], "year"), (file.by_name["month"], "quarter"), (place, "district"),
    ):  # fmt: skip
        if column:
            known.roles[column.at] = role
    asking = _group(known, file)
    known.notes.append(Note("each value counts the twelve months that end with its month"))
    return rest_aside(known, [c for c in file.columns if c.at not in asking])


def leading(file: File) -> Known | None:
    """Leading causes of death, one row a cause, place and year."""
    cause, deaths = file.by_name.get("cause name"), file.by_name.get("death")
    if cause is None or deaths is None or "year" not in file.by_name:
        return None
    known = Known("leading causes of death of the National Center for Health Statistics")
    known.roles |= {cause.at: "measure", deaths.at: "events", file.by_name["year"].at: "year"}
    place = file.place("state", "county", "jurisdiction")
    if place:
        known.roles[place.at] = "district"
    asking = _group(known, file)
    return rest_aside(known, [c for c in file.columns if c.at not in asking])


def estimates(file: File) -> Known | None:
    """Estimates of the Data Query System and of Health, United States, by subgroup."""
    value, flag = file.by_name.get("estimate"), file.by_name.get("flag")
    group = file.place("stub label", "subgroup")
    measure = file.place("indicator", "topic")
    year = file.place("year", "time period")
    if value is None or flag is None or group is None or measure is None or year is None:
        return None
    known = Known("estimates of the National Center for Health Statistics")
    unit = file.place("unit", "estimate type")
    for column, role in (
        (measure, "measure"), (value, "value"), (year, "year"), (unit, "unit"),
        (file.place("estimate lci", "lower ci"), "lower"),
        (file.place("estimate uci", "upper ci"), "upper"),
    ):  # fmt: skip
        if column:
            known.roles[column.at] = role
    others = [file.place("subtopic"), file.place("stub name", "group"), group, file.place("age")]
    known.together = [c for c in others if c is group or (c is not None and len(c.texts) > 1)]
    hides = [text.startswith("*") for text in flag.shown]
    mark = Shown("suppressed", "its flag says that the number is not shown")
    value.put(
        [
            mark if hide and empty else cell
            for hide, empty, cell in zip(hides, value.empty, value.cells, strict=True)
        ]
    )
    if unit:
        one_of(known, file, unit, "unit")
    asking = {c.at for c in known.together}
    return rest_aside(known, [c for c in file.columns if c.at not in asking])
