"""Layouts that health departments meet often, known by their headings.

Each is recognized by headings that its publisher writes, and says which column holds what, what
its marks mean and which rows are sums of others. What it cannot know it asks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject.own_data.cells import Shown, is_blank, text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.headings import simple
from groundwork.subject.own_data.questions import Answers, Choice, Question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wide import Turn, as_measures

Row = Sequence[object]


@dataclass
class Known:
    """A layout that was recognized.

    ``roles`` give the field of columns by their place ("" leaves one aside), ``typed`` what is the
    same in every row, ``keep`` the only rows that count (a column and its words), ``drop`` rows
    that are sums of others, ``skip`` further rows of headings, from 0 below the first.
    """

    name: str
    roles: dict[int, str] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    turn: Turn | None = None
    questions: list[Question] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    keep: list[tuple[Column, frozenset[str]]] = field(default_factory=list)
    drop: list[tuple[Column, frozenset[str]]] = field(default_factory=list)
    skip: frozenset[int] = frozenset()


@dataclass
class _File:
    """What a layout is recognized from."""

    name: str
    columns: list[Column]
    by_name: dict[str, Column]
    body: Sequence[Row]
    answers: Answers

    def place(self, *names: str) -> Column | None:
        known = (self.by_name.get(simple(name)) for name in names)
        return next((column for column in known if column is not None), None)


def recognize(
    name: str, columns: list[Column], body: Sequence[Row], answers: Answers
) -> Known | None:
    """Recognize the layout of an outcomes file by its headings, or give None."""
    file = _File(name, columns, {simple(c.heading): c for c in columns}, body, answers)
    for layout in (_wonder, _nchs, _places, _rankings, _census):
        known = layout(file)
        if known:
            known.notes.insert(0, Note(f"the layout is known: {known.name}"))
            return known
    return None


def has_codes_below(row: Row) -> bool:
    """Whether a row holds headings in words, with a row of short codes for them below."""
    return any(_RAW.fullmatch(text_of(cell)) for cell in row)


def _rest_aside(known: Known, columns: Sequence[Column]) -> Known:
    for column in columns:
        known.roles.setdefault(column.at, "")
    return known


def _year_question(known: Known, file: _File, found: str, why: str) -> None:
    """Ask for the year where the table itself has none; propose what the file says elsewhere."""
    said = file.answers.of("year")
    if said:
        known.typed["year"] = said
        return
    choices = (Choice(found, f"{found}, as {why}"),) if found else ()
    text = "The table has no column for the year. Which year or years does it count?"
    known.questions.append(Question("year", text, choices, "2020" if not found else "2018-2022"))
    known.typed["year"] = found or "2020"


_WONDER_PLACES = ("county", "state", "residence county", "residence state", "census region",
                  "hhs region", "census division", "2013 urbanization")  # fmt: skip
_WONDER_CAUSES = re.compile(r"cause|icd|drug|injury|leading")


def _wonder(file: _File) -> Known | None:
    """CDC WONDER: pairs of a label and its code, notes, and a footer after three dashes."""
    pairs = [c for c in file.columns if f"{simple(c.heading)} code" in file.by_name]
    footer = [text_of(row[0]) for row in file.body[-120:] if row and not is_blank(row[0])]
    ruled = any(re.fullmatch(r"-{3,}", text) for text in footer)
    if "note" not in file.by_name or not (pairs or ruled):
        return None
    known = Known("CDC WONDER")
    notes = file.by_name["note"]
    events = file.place("death", "birth", "case", "cancer case", "infant death", "count")
    for column, role in (
        (events, "events"),
        (file.place("population"), "denominator"),
        (file.place("year", "year of death"), "year"),
        (file.place(*_WONDER_PLACES), "district"),
    ):
        if column:
            known.roles[column.at] = role
    rate = file.place("crude rate", "death rate", "rate", "birth rate")
    if events is None and rate is not None:
        known.roles[rate.at] = "value"
    rest = [c for c in pairs if c.at not in known.roles]
    cause = next((c for c in rest if _WONDER_CAUSES.search(simple(c.heading))), None)
    if cause is not None:
        known.roles[cause.at] = "measure"
        rest.remove(cause)
    elif events is not None:
        known.typed["measure"] = events.heading.lower()
    if len(rest) == 1:
        known.roles[rest[0].at] = "group"
    elif not rest:
        known.typed["group"] = "All"
    if "year" not in known.roles.values():
        _year_question(known, file, _years_in(footer), "its notes below the table say")
    totals = frozenset(text for text in notes.texts if text.casefold() == "total")
    if totals:
        known.drop.append((notes, totals))
    known.notes.append(
        Note(
            "Suppressed is kept as hidden, never as zero; Unreliable and Not Applicable as missing"
        )
    )
    # With several groupings the question about the group follows; its columns stay free.
    asking = {c.at for c in rest} if len(rest) > 1 else set()
    return _rest_aside(known, [c for c in file.columns if c.at not in asking])


def _years_in(footer: Sequence[str]) -> str:
    """Find the years that the query of the export was about."""
    for text in footer:
        if text.startswith("Dataset:"):  # the years of the whole collection, not of this table
            continue
        found = re.search(r"\b((?:19|20)\d\d) ?(?:-|–|to|through) ?((?:19|20)\d\d)\b", text)
        if found:
            return f"{found[1]}-{found[2]}"
        years = re.findall(r"\b(?:19|20)\d\d\b", text) if re.match(r"Year|Title", text) else []
        if years:
            first, last = min(years), max(years)
            return first if first == last else f"{first}-{last}"
    return ""


def _nchs(file: _File) -> Known | None:
    """Provisional death counts of the National Center for Health Statistics."""
    counts = [c for c in file.columns if re.search(r"\bdeath$", simple(c.heading))]
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
            _year_question(known, file, "", "")
    groupings = [c for c in file.columns if _is_grouping(c)]
    if len(groupings) == 1:
        known.roles[groupings[0].at] = "group"
    elif not groupings:
        known.typed["group"] = "All"
    known.turn = as_measures(counts)
    named = ", ".join(f'{c.letter} "{c.heading}"' for c in counts)
    known.notes.append(Note(f"each column of counts is a measure, one row each: {named}"))
    footnote = file.by_name.get("footnote")
    if footnote is not None:
        _hide_by_footnote(counts, footnote)
    asking = {c.at for c in groupings} if len(groupings) > 1 else set()
    turned = {c.at for c in counts}
    return _rest_aside(known, [c for c in file.columns if c.at not in asking | turned])


def _is_grouping(column: Column) -> bool:
    words = set(simple(column.heading).split())
    return bool(words & {"sex", "age", "race", "ethnicity", "hispanic"}) and len(column.texts) > 1


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
        for at, cell in enumerate(column.cells):
            if kinds is not None and kept and text_of(kinds.cells[at]) != kept:
                continue
            found = re.search(r"(?:19|20)\d\d", text_of(cell))
            if found:
                years.add(found[0])
    if not years or len(years) > 6:
        return ""
    first, last = min(years), max(years)
    return first if first == last else f"{first}-{last}"


def _hide_by_footnote(counts: Sequence[Column], footnote: Column) -> None:
    """An empty count in a row whose footnote says so is hidden, and not missing."""
    hides = [bool(re.search(r"suppress", text_of(cell), re.I)) for cell in footnote.cells]
    mark = Shown("suppressed", "the footnote of the row says that counts were hidden")
    for column in counts:
        column.put(
            [
                mark if hide and is_blank(cell) else cell
                for hide, cell in zip(hides, column.cells, strict=True)
            ]
        )


def _places(file: _File) -> Known | None:
    """CDC PLACES: estimates for a place from a model, with two ways of counting age."""
    value, way = file.by_name.get("data value"), file.by_name.get("data value type")
    if value is None or way is None or "measure" not in file.by_name:
        return None
    known = Known("CDC PLACES: estimates from a model, not counts")
    for name, role in (
        ("year", "year"), ("measure", "measure"), ("data value", "value"),
        ("data value unit", "unit"), ("low confidence limit", "lower"),
        ("high confidence limit", "upper"),
    ):  # fmt: skip
        if name in file.by_name:
            known.roles[file.by_name[name].at] = role
    place = file.place("location name", "locationname", "location id", "locationid", "state desc")
    named = len(set(place.cells)) > 1 if place else False
    county = file.place("location id", "locationid")
    if place and not named and county:
        place = county
    if place:
        known.roles[place.at] = "district"
    known.typed["group"] = "All"
    known.notes.append(Note("each value is for all people of its measure: the group is All"))
    _one_of(known, file, way, "rates")
    return _rest_aside(known, file.columns)


def _one_of(known: Known, file: _File, column: Column, name: str) -> None:
    texts = column.texts
    if len(texts) < 2:
        return
    choices = tuple(Choice(text, f'Only "{text}"') for text in texts)
    text = f"Column {column.name} holds {', '.join(texts)}. They must not be mixed: which one?"
    question = Question(name, text, choices, column=column.name)
    said = file.answers.chosen(question)
    if not said:
        known.questions.append(question)
        said = texts[0]
    known.keep.append((column, frozenset([said])))


_RAW = re.compile(r"(.+) raw value$", re.I)


def _rankings(file: _File) -> Known | None:
    """County Health Rankings: some columns for each measure, and a second row of headings."""
    measures = [c for c in file.columns if _RAW.fullmatch(c.heading)]
    if not measures or file.place("5 digit fips code", "county fips code", "fips") is None:
        return None
    known = Known("County Health Rankings")
    if file.body and any(
        re.search(r"^(?:fipscode|statecode|v\d+_)", text_of(c)) for c in file.body[0]
    ):
        known.skip = frozenset([0])
    for column, role in (
        (file.place("name", "county"), "district"),
        (file.place("release year", "year"), "year"),
    ):
        if column:
            known.roles[column.at] = role
    if "year" not in known.roles.values():
        _year_question(known, file, "", "")
    names = [_RAW.fullmatch(c.heading)[1] for c in measures]  # type: ignore[index]
    choices = tuple(Choice(name, name) for name in names)
    text = f"This file holds {len(names)} measures side by side. Which one is wanted?"
    question = Question("measure", text, choices)
    said = file.answers.chosen(question)
    if not said:
        known.questions.append(question)
        said = names[0]
    known.typed |= {"measure": said, "group": "All"}
    for ending, role in (
        (" raw value", "value"), (" numerator", "events"), (" denominator", "denominator"),
        (" ci low", "lower"), (" ci high", "upper"),
    ):  # fmt: skip
        column = file.by_name.get(simple(said + ending))
        filled = column is not None and any(
            not is_blank(cell) for at, cell in enumerate(column.cells) if at not in known.skip
        )
        if column is not None and filled:
            known.roles[column.at] = role
    return _rest_aside(known, file.columns)


_ESTIMATE = re.compile(r"[A-Z]+\d+[A-Z]*_(?:C\d\d_)?\d+E", re.I)


def _census(file: _File) -> Known | None:
    """A table of the American Community Survey: a place a row, an estimate a column."""
    place = file.place("geographic area name", "name")
    if file.place("geo id", "geography") is None or place is None:
        return None
    coded = [c for c in file.columns if _ESTIMATE.fullmatch(c.heading)]
    second = file.body[0] if file.body else ()
    if coded:
        labels = {c.at: text_of(second[c.at]) if c.at < len(second) else c.heading for c in coded}
        skip = frozenset([0]) if any("!!" in label for label in labels.values()) else frozenset()
    else:
        coded = [c for c in file.columns if c.heading.startswith("Estimate!!")]
        labels, skip = {c.at: c.heading for c in coded}, frozenset()
    if not coded:
        return None
    known = Known("a table of the Census Bureau's American Community Survey", skip=skip)
    known.roles[place.at] = "district"
    table = re.search(r"\b([BCSD]P?\d{2,5}[A-Z]*)", file.name)
    known.typed["measure"] = f"estimate, table {table[1]}" if table else "estimate"
    known.turn = Turn(
        coded,
        "value",
        "group",
        {
            at: re.sub(r"^Estimate!!|:(?=!!|$)", "", label).replace("!!", ", ")
            for at, label in labels.items()
        },
    )
    year = re.search(r"(?<!\d)20[0-4]\d(?!\d)", file.name)
    _year_question(known, file, year[0] if year else "", "the name of the file says")
    known.notes.append(Note("each column of estimates is a group, one row each"))
    turned = {c.at for c in coded}
    return _rest_aside(known, [c for c in file.columns if c.at not in turned])
