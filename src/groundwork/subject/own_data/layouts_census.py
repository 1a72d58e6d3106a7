"""Tables of the Census Bureau's American Community Survey, in the forms in which it gives them.

A number that the Bureau does not give has a mark in its place, or a number below zero that no
estimate can be (`cell_marks.MARKS`); what each means stands in the Bureau's "Notes on ACS
Estimate and Annotation Values".
"""

import re
from collections.abc import Sequence

from groundwork.subject.own_data.cell import Shown
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.layout import File, Known, rest_aside, year_question
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wide import Turn

NAME = "a table of the Census Bureau's American Community Survey"
_ESTIMATE = re.compile(r"[A-Z]+\d+[A-Z]*_(?:C\d\d_)?\d+P?E", re.I)
_ANNOTATION = re.compile(r"[A-Z]+\d+[A-Z]*_(?:C\d\d_)?\d+P?EA", re.I)
_INDENT = 4  # blanks that set a label one step to the right
# What stands in place of an estimate, and what it is read as.
_MARKS = {
    "-": (".", "too few of the sample to compute it"),
    "**": (".", "too few of the sample to compute it"),
    "***": (".", "the median lies in the lowest or highest class"),
    "(X)": (".", "not applicable or not available"),
    "X": (".", "not applicable or not available"),
    "N": ("suppressed", "too few cases in the place to show it"),
    "null": (".", "not given"),
}
_OPEN_END = re.compile(r"\$?[\d,]+[-+]")


def census(file: File) -> Known | None:
    """Recognize a table of places by estimates, of labels by places, or one row an estimate."""
    return _by_place(file) or _by_label(file) or _by_variable(file)


def _by_place(file: File) -> Known | None:
    """A place a row, an estimate a column, with codes or words as headings."""
    place = file.place("geographic area name", "name")
    if file.place("geo id", "geography") is None or place is None:
        return None
    coded = [c for c in file.columns if _ESTIMATE.fullmatch(c.heading)]
    second = file.body[0].texts if file.body else ()
    if coded:
        labels = {c.at: second[c.at] if c.at < len(second) else c.heading for c in coded}
        skip = frozenset([0]) if any("!!" in label for label in labels.values()) else frozenset()
    else:
        coded = [c for c in file.columns if c.heading.startswith("Estimate!!")]
        labels, skip = {c.at: c.heading for c in coded}, frozenset()
    if not coded:
        return None
    known = Known(NAME, skip=skip)
    known.roles[place.at] = "district"
    groups = {
        at: re.sub(r"^Estimate!!|:(?=!!|$)", "", label).replace("!!", ", ")
        for at, label in labels.items()
    }
    known.turn = Turn(coded, "value", "group", groups, least=0)
    by_code = {c.heading.upper(): c for c in file.columns if _ANNOTATION.fullmatch(c.heading)}
    for column in coded:
        _read_marks(column, by_code.get(f"{column.heading.upper()}A"))
    known.notes.append(Note("each column of estimates is a group, one row each"))
    return _finished(known, file, coded)


def _by_label(file: File) -> Known | None:
    """A label a row, set to the right below what it is a part of, and a place in each heading."""
    label = file.by_name.get("label grouping")
    wanted = [c for c in file.columns if re.search(r"!!(?:Estimate|Percent|Total)$", c.heading)]
    wanted = wanted or [c for c in file.columns if c is not label and "Margin" not in c.heading]
    if label is None or not wanted:
        return None
    known = Known(NAME)
    known.totals = True
    known.skip = frozenset(at for at in range(len(file.body)) if all(c.empty[at] for c in wanted))
    label.put(_paths(label))
    known.roles[label.at] = "group"
    places, kinds = {}, {}
    for column in wanted:
        place, *middle = column.heading.split("!!")
        places[column.at] = place
        kinds[column.at] = ", ".join(part for part in middle if part != "Estimate")
        _read_marks(column, None)
    known.turn = Turn(wanted, "value", "district", places, least=0)
    if any(kinds.values()):
        base = _table_of(file.name)
        known.turn.extra = "measure"
        known.turn.extras = {at: f"{base}: {k}" if k else base for at, k in kinds.items()}
    known.notes.append(Note("each column of estimates is a place, one row each"))
    return _finished(known, file, wanted)


def _by_variable(file: File) -> Known | None:
    """One row an estimate, as tidycensus writes it."""
    roles = (("name", "district"), ("variable", "measure"), ("estimate", "value"))
    if "geoid" not in file.by_name or any(name not in file.by_name for name, _ in roles):
        return None
    known = Known(f"{NAME}, one row an estimate")
    for name, role in roles:
        known.roles[file.by_name[name].at] = role
    for name in ("year", "label"):
        if name in file.by_name:
            known.roles[file.by_name[name].at] = "year" if name == "year" else "group"
    _read_marks(file.by_name["estimate"], None)
    return _finished(known, file, [])


def _finished(known: Known, file: File, turned: Sequence[Column]) -> Known:
    given = {*known.roles.values(), *((known.turn.label, known.turn.extra) if known.turn else ())}
    if "measure" not in given:
        known.typed["measure"] = _table_of(file.name)
    if "group" not in given:
        known.typed["group"] = "All"
    if "year" not in given:
        year_question(known, file, _years_of(file.name), "the name of the file says")
    taken = {column.at for column in turned}
    return rest_aside(known, [c for c in file.columns if c.at not in taken])


def _years_of(name: str) -> str:
    """Find the years that a table counts in its file's name: ACSDT5Y2022 is 2018 to 2022."""
    found = re.search(r"([15])Y(20[0-4]\d)(?!\d)", name)
    if found and found[1] == "5":
        return f"{int(found[2]) - 4}-{found[2]}"
    year = re.search(r"(?<!\d)20[0-4]\d(?!\d)", name)
    return found[2] if found else year[0] if year else ""


def _table_of(name: str) -> str:
    table = re.search(r"(?<![A-Z])([BCSD]P?\d{2,5}[A-Z]*)(?![a-z\d])", name)
    return f"estimate, table {table[1]}" if table else "estimate"


def _paths(label: Column) -> list[object]:
    """Join each label with those that it is a part of: "Male, Under 5 years"."""
    out: list[object] = []
    path: list[str] = []
    for cell, empty in zip(label.cells, label.empty, strict=True):
        if not isinstance(cell, str) or empty:
            out.append(cell)
            continue
        step = (len(cell) - len(cell.lstrip("\u00a0 "))) // _INDENT
        words = " ".join(cell.split()).rstrip(":")
        path = [*path[:step], *[""] * (step - len(path)), words]
        out.append(", ".join(filter(None, path)))
    return out


def _read_marks(column: Column, annotation: Column | None) -> None:
    """Put what the Bureau's marks mean in place of them."""
    says = annotation.shown if annotation else [""] * len(column.cells)
    column.put(
        [
            _meant(cell, said if said not in ("", "null") else text)
            for cell, text, said in zip(column.cells, column.shown, says, strict=True)
        ]
    )


def _meant(cell: object, text: str) -> object:
    if text in _MARKS:
        mark, why = _MARKS[text]
        return Shown(mark, f"the Census Bureau writes {text}: {why}")
    if _OPEN_END.fullmatch(text):
        return Shown(".", f"the Census Bureau writes {text}: the median lies beyond that")
    # The Bureau writes 20,613 for twenty thousand, whatever the column shows.
    if re.fullmatch(r"\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return Shown(re.sub(r"[$,]", "", text), "read as a plain number")
    return cell
