"""Find the table in a sheet: its header under title rows, its data, its totals and remarks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from groundwork.subject.own_data.cells import is_blank, text_of
from groundwork.subject.own_data.contract import NUMERIC, Contract, Field
from groundwork.subject.own_data.report import Note, Problem

Row = Sequence[object]

INVENTED = Field("invented", "text", "Says in every row that the data are made up.", "")
_ROWS_TO_LOOK_AT = 60
_WORDS_OF_TOTALS = (
    "amount|budget|costs?|department|expenditures?|expenses?|fte|fund|funds|positions?|program"
    "|program|revenues?|salar(?:y|ies)|staff|uses|sources|year"
)
_TOTAL = re.compile(
    rf"(?:grand|sub|sub-|report|overall|sum)? ?totals?(?: ?[:\-–].*| (?:for|of) .*| (?:all )?"
    rf"(?:{_WORDS_OF_TOTALS})s?| S?FY ?[\d\-/]+)?:?|.{{1,60}}[ :\-–](?:sub-?)?totals?:?|"
    r"sub-?totals?\b.*|sum:?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Column:
    """A column of the sheet: its place from 0, its heading, and the field it was read as."""

    at: int
    heading: str
    field: Field | None

    @property
    def letter(self) -> str:
        """The letter a spreadsheet shows above it."""
        return letter(self.at)


@dataclass
class Layout:
    """Where the table is: place of the header and of each data row, from 0."""

    header: int = -1
    columns: list[Column] = field(default_factory=list)
    data: list[int] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    notes: list[Note] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def letter(at: int) -> str:
    """Give the letter of a column: 0 is A, 25 is Z, 26 is AA."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def simple(heading: str) -> str:
    """Bring a heading to what counts in it: no case, marks, plural or blank space.

    >>> simple("Amount ($)"), simple("FTEs"), simple("line_id")
    ('amount', 'fte', 'line id')
    """
    words = re.sub(r"[^\w&]|_", " ", heading.casefold()).replace("&", " and ").split()
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in words
    )


def headings(contract: Contract) -> dict[str, Field]:
    """Give each heading that means a field, its own name first."""
    known = {simple(INVENTED.name): INVENTED}
    for each in contract.fields:
        known[simple(each.name)] = each
    for each in contract.fields:
        for called in each.called:
            known.setdefault(simple(called), each)
    return known


def find_header(rows: Sequence[Row], contract: Contract) -> tuple[int, int]:
    """Give the place of the row that names most fields, and how many; (-1, 0) when none does."""
    known = headings(contract)
    best, most = -1, 0
    for at, row in enumerate(rows[:_ROWS_TO_LOOK_AT]):
        named = {
            known[words].name
            for cell in row
            if isinstance(cell, str) and (words := simple(cell)) in known
        }
        if len(named) > most:
            best, most = at, len(named)
    # A survey may have one column that is known, and its questions.
    return (best, most) if most >= (1 if contract.question else 2) else (-1, 0)


def find(rows: Sequence[Row], contract: Contract, exact_widths: bool) -> Layout:
    """Find the table.

    Parameters
    ----------
    rows
        Every row of the sheet from its first, as raw cells.
    contract
        What the file is to hold.
    exact_widths
        Whether a row longer than the header means shifted cells, as it does in text files.
    """
    found = Layout()
    found.header, _ = find_header(rows, contract)
    if found.header < 0:
        found.problems.append(_no_header(rows, contract))
        return found
    if found.header:
        told = "stands" if found.header == 1 else "stand"
        above = tuple(range(1, found.header + 1))
        found.notes.append(Note(f"{told} above the header and {_was(above)} left out", above))
    _match_columns(rows, contract, found)
    _sort_rows(rows, found, exact_widths)
    return found


def _no_header(rows: Sequence[Row], contract: Contract) -> Problem:
    needed = [each.name for each in contract.fields if each.required]
    if not any(not is_blank(cell) for row in rows for cell in row):
        return Problem((), "", "an empty sheet", "a header and rows", "Choose another file.")
    return Problem(
        (),
        "",
        f"no row that names columns (looked at the first {min(len(rows), _ROWS_TO_LOOK_AT)})",
        f"a header row with {', '.join(needed)}",
        f'See "groundwork data template {contract.kind}" for the names, and put them in one row.',
    )


def _match_columns(rows: Sequence[Row], contract: Contract, found: Layout) -> None:
    known, header = headings(contract), rows[found.header]
    row = (found.header + 1,)
    width = max(len(each) for each in rows[found.header :])
    names = [" ".join(text_of(cell).split()) for cell in header] + [""] * (width - len(header))
    fields = [known.get(simple(name)) if name else None for name in names]
    for each in {one.name: one for one in fields if one}.values():
        places = [at for at, one in enumerate(fields) if one is each]
        own = [at for at in places if simple(names[at]) == simple(each.name)]
        if len(own) == 1:
            for at in set(places) - set(own):
                fields[at] = None
        elif len(places) > 1:
            which = " and ".join(f'{letter(at)} "{names[at]}"' for at in places)
            fix = f'Delete one of them, or head only the right one "{each.name}".'
            found.problems.append(
                Problem(row, which, f"{len(places)} columns for {each.name}", "one column", fix)
            )
    missing = [one for one in contract.fields if one not in fields]
    for at, (name, one) in enumerate(zip(names, fields, strict=True)):
        column = Column(at, name, one)
        empty = all(at >= len(each) or is_blank(each[at]) for each in rows[found.header + 1 :])
        if one is None and not (empty and not name):
            found.problems += _near(column, missing, row)
        if one or not empty:
            found.columns.append(column)
        elif name:
            found.notes.append(Note(f'column {column.letter} "{name}" is empty'))
    for one in missing:
        if one.required:
            found.problems.append(_missing(one, found, row))
    for column in found.columns:
        if column.field and column.heading != column.field.name:
            said = f'column {column.letter} "{column.heading}" was read as {column.field.name}'
            found.notes.append(Note(said))


def _near(column: Column, missing: Sequence[Field], row: tuple[int, ...]) -> list[Problem]:
    """Ask about a heading that is nearly one which is still wanted."""
    wanted = {simple(word): one for one in missing for word in (one.name, *one.called)}
    close = get_close_matches(simple(column.heading), wanted, n=1, cutoff=0.8)
    if not close:
        return []
    name = wanted[close[0]].name
    where, found = f'{column.letter} "{column.heading}"', f'the heading "{column.heading}"'
    fix = f'If you mean {name}, head it "{name}". If not, give it a name that differs more.'
    return [Problem(row, where, found, "a heading that is known, or clearly another", fix)]


def _missing(one: Field, found: Layout, row: tuple[int, ...]) -> Problem:
    fix = f'Head the column that holds it "{one.name}"'
    fix += "." if one.filled else ", or add an empty one: empty cells are allowed in it."
    return Problem(row, one.name, f"no column {one.name}", f"a column for it: {one.meaning}", fix)


def _sort_rows(rows: Sequence[Row], found: Layout, exact_widths: bool) -> None:
    """Tell data from totals, remarks, headers said again and blank rows."""
    header = [text_of(cell) for cell in rows[found.header]]
    places = [column.at for column in found.columns]
    texts = [each.at for each in found.columns if each.field and _names_rows(each.field)]
    numeric = {each.at for each in found.columns if each.field and each.field.kind in NUMERIC}
    totals, again, blank, lone, long, short, nameless = [], [], [], [], [], [], []
    for at in range(found.header + 1, len(rows)):
        row = rows[at]
        if _is_plain(row, texts, header):
            found.data.append(at)
            continue
        filled = [place for place in places if place < len(row) and not is_blank(row[place])]
        if not filled:
            blank.append(at)
        elif exact_widths and len(row) > len(header) and not all(map(is_blank, row[len(header) :])):
            long.append(at)
        elif _says_total(row, filled, texts):
            totals.append(at)
            found.breaks.add(len(found.data))
        elif _says_header(row, filled, header):
            again.append(at)
        elif len(filled) == 1 and len(places) > 2:
            lone.append(at)
        elif texts and numeric.issuperset(filled):
            nameless.append(at)
            found.breaks.add(len(found.data))
        else:
            found.data.append(at)
            if exact_widths and len(row) < len(header):
                short.append(at)
    last = found.data[-1] if found.data else found.header
    remarks = [at for at in lone if at > last and _reads_as_remark(rows[at])]
    lone = [at for at in lone if at not in set(remarks)]
    _tell(
        found, totals, "read like totals and were left out", "reads like a total and was left out"
    )
    _tell(
        found,
        again,
        "say the header again and were left out",
        "says the header again and was left out",
    )
    _tell(
        found,
        remarks,
        "stand below the table as remarks and were left out",
        "stands below the table as a remark and was left out",
    )
    _tell(
        found,
        [at for at in blank if at < last],
        "are empty and were left out",
        "is empty and was left out",
    )
    _tell(
        found,
        short,
        "have fewer cells than the header: the missing ones were read as empty",
        "has fewer cells than the header: the missing ones were read as empty",
    )
    if lone:
        fix = "Fill the row in, or delete it. A label of a group belongs in a column of its own."
        found.problems.append(
            Problem(_numbers(lone), "", "one filled cell", "a whole row, or none", fix)
        )
    if nameless:
        needed = " or ".join(each.heading for each in found.columns if each.at in texts)
        fix = "If it is a total, delete it or write Total in its first cell. If not, fill it in."
        expected = "rows that say what they are"
        found.problems.append(
            Problem(_numbers(nameless), "", f"a row without {needed}", expected, fix)
        )
    if long:
        fix = "A comma inside a cell moves all that follows: export as Excel, or with quotes."
        expected = f"at most {len(header)} cells, as in the header"
        found.problems.append(Problem(_numbers(long), "", "more cells than that", expected, fix))
    if not found.data and not found.problems:
        found.problems.append(
            Problem(
                (found.header + 1,),
                "",
                "no rows under the header",
                "at least one row",
                "Fill in a row, or choose another file.",
            )
        )


def _is_plain(row: Row, texts: Sequence[int], header: Sequence[str]) -> bool:
    """Whether a row is data beyond doubt: a quick look that settles nearly all of a large file."""
    if len(row) != len(header) or len(texts) < 2:
        return False
    words = [cell for cell in row if type(cell) is str]
    folded = "\n".join(words).casefold()
    return (
        "total" not in folded
        and "sum" not in folded
        and all(type(cell := row[place]) is str and cell[:1].isalnum() for place in texts)
        and row[texts[0]] != header[texts[0]]
    )


def _says_header(row: Row, filled: Sequence[int], header: Sequence[str]) -> bool:
    """A header said again, as at the top of each page of a printed report."""
    return len(filled) > 1 and all(
        place < len(header) and text_of(row[place]) == header[place] for place in filled
    )


def _names_rows(one: Field) -> bool:
    """Whether a field is one of the words that each row must have."""
    return one.filled and one.kind in ("text", "fiscal year")


def _says_total(row: Row, filled: Sequence[int], texts: Sequence[int]) -> bool:
    """A row is a total when it says so and lacks a word that each data row has."""
    words = "\n".join([cell for cell in row if type(cell) is str]).casefold()
    if "total" not in words and "sum" not in words:
        return False
    said = [
        place
        for place in filled
        if isinstance(cell := row[place], str) and _TOTAL.fullmatch(" ".join(cell.split()))
    ]
    if not said:
        return False
    others = [place for place in texts if place not in said]
    return not others or any(place >= len(row) or is_blank(row[place]) for place in others)


def _reads_as_remark(row: Row) -> bool:
    texts = [cell for cell in row if not is_blank(cell)]
    return isinstance(texts[0], str) and (" " in texts[0].strip() or texts[0].strip()[0] in "*†‡")


def _tell(found: Layout, places: Sequence[int], many: str, one: str = "") -> None:
    if places:
        rows = _numbers(places)
        found.notes.append(Note(one if len(rows) == 1 and one else many, rows))


def _numbers(places: Sequence[int]) -> tuple[int, ...]:
    return tuple(at + 1 for at in places)


def _was(rows: Sequence[int]) -> str:
    return "was" if len(rows) == 1 else "were"
