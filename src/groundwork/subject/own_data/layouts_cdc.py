"""Layouts of the CDC: exports of WONDER, and PLACES in both of its forms."""

import re
from collections.abc import Sequence

from groundwork.subject.own_data.cell import Shown
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.layout import File, Known, one_of, rest_aside, year_question
from groundwork.subject.own_data.questions import Choice, Question
from groundwork.subject.own_data.report import Note

# From the smallest place to the largest: the smallest is the place of the row.
_WONDER_PLACES = ("county", "state", "region", "division", "urbanization")
_WONDER_COUNTS = re.compile(r"(?:^|\b)(?:death|birth|case|count)$")
_WONDER_CAUSES = re.compile(r"cause|icd|drug|injury|leading|disease|site")


def wonder(file: File) -> Known | None:
    """CDC WONDER: pairs of a label and its code, notes, and a footer after three dashes."""
    pairs = [c for c in file.columns if f"{c.words} code" in file.by_name]
    footer = [row.texts[0] for row in file.body[-120:] if row.filled[:1] == [0]]
    ruled = any(re.fullmatch(r"-{3,}", text) for text in footer)
    if "note" not in file.by_name or not (pairs or ruled):
        return None
    known = Known("CDC WONDER")
    notes = file.by_name["note"]
    coded = {c.at for c in pairs}
    counts = [c for c in file.columns if _WONDER_COUNTS.search(c.words)]
    events = next(
        (c for c in counts if c.at not in coded and "code" not in c.heading.lower()), None
    )
    for column, role in (
        (events, "events"),
        (file.place("population") or _births_of(file, events), "denominator"),
        (file.place("year", "year of death"), "year"),
        (_wonder_place(pairs), "district"),
    ):
        if column:
            known.roles[column.at] = role
    rate = file.place("crude rate", "death rate", "rate", "birth rate")
    if events is None and rate is not None:
        known.roles[rate.at] = "value"
    rest = [c for c in pairs if c.at not in known.roles and not _is_place(c)]
    cause = next((c for c in rest if _WONDER_CAUSES.search(c.words)), None)
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
        year_question(known, file, _years_in(footer), "its notes below the table say")
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
    return rest_aside(known, [c for c in file.columns if c.at not in asking])


def _is_place(column: Column) -> bool:
    return bool(set(column.words.split()) & set(_WONDER_PLACES))


def _wonder_place(pairs: Sequence[Column]) -> Column | None:
    """The smallest place that the rows name."""
    for word in _WONDER_PLACES:
        for column in pairs:
            if word in column.words.split():
                return column
    return None


def _births_of(file: File, events: Column | None) -> Column | None:
    """The births that deaths of infants are counted among."""
    births = file.by_name.get("birth")
    return births if births is not events else None


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


_WIDE = re.compile(r"(\w+_(?:Crude|Adj)Prev)", re.I)
PLACES = "CDC PLACES: estimates from a model, not counts"


_PLACE_OF_A_LEVEL = {"census tract": ("tractfips",), "city": ("city name",)}


def places(file: File) -> Known | None:
    """CDC PLACES: estimates for a place from a model, with two ways of counting age."""
    return _places_by_row(file) or _places_side_by_side(file)


def _places_side_by_side(file: File) -> Known | None:
    """One row a place, a measure and way of counting a column."""
    names = [c.heading for c in file.columns if _WIDE.fullmatch(c.heading)]
    place = file.place(
        "tractfips", "tract fips", "zcta5", "place name", "county name", "location name"
    )
    if not names or place is None:
        return None
    known = Known(PLACES)
    known.roles[place.at] = "district"
    choices = tuple(Choice(name, name) for name in names)
    text = (
        f"This file holds {len(names)} estimates side by side. Which one is wanted? Crude is for "
        "the people who live there; Adj is as if all places had people of the same ages."
    )
    question = Question("measure", text, choices)
    said = file.answers.chosen(question)
    if not said:
        known.questions.append(question)
        said = names[0]
    known.typed |= {"measure": said, "group": "All", "unit": "percent"}
    known.roles[next(c.at for c in file.columns if c.heading == said)] = "value"
    year_question(known, file, "", "")
    return rest_aside(known, file.columns)


def _places_by_row(file: File) -> Known | None:
    """One row a place, measure and way of counting."""
    value, way = file.by_name.get("data value"), file.by_name.get("data value type")
    if value is None or way is None or "measure" not in file.by_name:
        return None
    known = Known(PLACES)
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
    level = file.place("geographic level")
    if level:
        said = one_of(known, file, level, "level")
        place = file.place(*_PLACE_OF_A_LEVEL.get(said.casefold(), ("state desc",)))
    if place:
        known.roles[place.at] = "district"
    footnote = file.by_name.get("data value footnote")
    if footnote:
        mark = Shown("suppressed", "a footnote says that the number is not shown")
        hides = [bool(re.search("suppress", text, re.IGNORECASE)) for text in footnote.shown]
        cells = zip(value.cells, value.empty, hides, strict=True)
        value.put([mark if empty and hide else cell for cell, empty, hide in cells])
    known.typed["group"] = "All"
    known.notes.append(Note("each value is for all people of its measure: the group is All"))
    one_of(known, file, way, "rates")
    return rest_aside(known, file.columns)
