"""Rows that are headings of the rows below them, as printed budgets have: asked about once for all.

"Public Works" alone in a row says of what the next rows are. Left out it is lost, and taken for a
line it is a line without money: so the person says what becomes of it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract, Spec
from groundwork.subject.own_data.grid import Page, Row
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.quoting import quoted
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.sides import side_of
from groundwork.subject.own_data.wording import simple

NAME = "heading rows"
LEAVE_OUT = "leave out"
# What such a row most often names, of what a file can hold; the first that no column holds.
_FIELDS = ("program", "unit", "district", "fund_label")
_OFFERED = 2


@dataclass(frozen=True)
class Around:
    """What is known of the sheet around rows that head others.

    Parameters
    ----------
    page
        Every row of the sheet.
    header
        The place of the headings of columns.
    data
        The places of the rows of data.
    totals
        The places of the rows that are totals.
    columns
        The columns of the table; one of them may take the words of these rows.
    contract, answers
        What the file is to hold, and what the person said.
    outline
        Whether the rows are an outline of accounts.
    """

    page: Page
    header: int
    data: Sequence[int]
    totals: Sequence[int]
    columns: Sequence[Column]
    contract: Contract
    answers: Answers
    outline: bool = False

    def below(self) -> range:
        """Give the places of all rows below the headings of columns."""
        return range(self.header + 1, len(self.page))


def settle(sheet: Around, places: Sequence[int]) -> tuple[list[Question], list[Note], list[Column]]:
    """Ask what becomes of rows that head others, and do it.

    Parameters
    ----------
    places
        The places of these rows.

    Returns
    -------
    The question while it is open, what is told, and the columns that were made of their words.
    """
    sides, others, told = _sides(sheet, places)
    if not others:
        return [], told, sides
    if sheet.outline:
        return [], [*told, *_full_names(sheet, others)], sides
    questions, notes, made = _others(sheet, others, sorted(set(places) - set(others)))
    return questions, [*told, *notes], [*sides, *made]


def _ended(sheet: Around, heads: Sequence[int]) -> list[int]:
    """Give the totals that name the heading above them: what follows is not of its part."""
    out = []
    for at in sheet.totals:
        head = bisect_left(heads, at) - 1
        said = f" {simple(_words(sheet.page[at]))} "
        names = list(map(simple, sheet.page[heads[head]].texts)) if head >= 0 else []
        if any(f" {name} " in said for name in names if any(map(str.isalpha, name))):
            out.append(at)
    return out


def _sides(sheet: Around, places: Sequence[int]) -> tuple[list[Column], list[int], list[Note]]:
    """Make the column that says revenue or expense where headings of rows say it.

    What comes in and what goes out must never be added, so this is no question of taste; which
    of them is wanted is asked elsewhere.
    """
    one = next((each for each in sheet.contract.fields if each.name == "side"), None)
    fields = [column.field.name for column in sheet.columns if column.field]
    if one is None or one.name in fields:
        return [], list(places), []
    meant = {at: side_of(_words(sheet.page[at]), dict(one.words)) for at in places}
    heads = [at for at in places if meant[at]]
    if not heads:
        return [], list(places), []
    above = [bisect_left(heads, at) - 1 for at in sheet.below()]
    cells = [meant[heads[head]] if head >= 0 else None for head in above]
    one_row = len(heads) == 1
    said = "says of the rows below it" if one_row else "say of the rows below them"
    text = f"{said} whether money comes in or goes out"
    note = Note(text, tuple(at + 1 for at in heads), quotes=True)
    made = Column(-1, one.name, one, cells, made=True)
    return [made], [at for at in places if not meant[at]], [note]


def _full_names(sheet: Around, places: Sequence[int]) -> list[Note]:
    """Call each account by the names above it, too, as QuickBooks does: "Personnel:Salaries".

    An account heads the rows from its name down to its total. A name without a total of its own
    ("Ordinary Income/Expense") is none.
    """
    names = next(c for c in sheet.columns if c.field and c.field.name == "purpose")
    said = {at: f" {simple(_words(sheet.page[at]))} " for at in sheet.totals}
    open_now: list[tuple[int, str]] = []
    heads, cells = set[int](), list(names.cells)
    for at in sorted({*places, *sheet.totals, *sheet.data}):
        if at in said:
            ended = [k for k, (end, _) in enumerate(open_now) if end == at]
            del open_now[min(ended, default=len(open_now)) :]
        elif at in places:
            name = _words(sheet.page[at])
            own = f" total {simple(name)} "
            end = next((total for total in sheet.totals if total > at and own in said[total]), -1)
            if end >= 0:
                heads.add(at)
                open_now.append((end, name))
        elif open_now:
            place = at - sheet.header - 1
            cells[place] = ":".join([*(name for _, name in open_now), str(cells[place])])
    names.put(cells)
    notes = []
    for rows, one, many in (
        (heads, "heads the accounts down to its total: its name stands before theirs",
         "head the accounts down to their totals: their names stand before those"),
        (set(places) - heads, "heads the rows below it and was left out: no total names it",
         "head the rows below them and were left out: no total names them"),
    ):  # fmt: skip
        if rows:
            numbers = tuple(at + 1 for at in sorted(rows))
            notes.append(Note(one if len(rows) == 1 else many, numbers, quotes=True))
    return notes


def _others(
    sheet: Around, places: Sequence[int], ends: Sequence[int]
) -> tuple[list[Question], list[Note], list[Column]]:
    """Ask what becomes of rows that head others, and do it; ``ends`` are rows that end a part."""
    page = sheet.page
    own = _own_column(sheet, places)
    held = {column.field.name for column in sheet.columns if column.field}
    known = {each.name: each for each in sheet.contract.fields}
    held |= {"unit"} if "value" in known else set()  # there it is what a number is counted in
    fields = [known[name] for name in _FIELDS if name in known and name not in held]
    heads = [at for at in places if _first(page[at]) == own.at] if own else list(places)
    question = _question(page, places, own, [] if own else fields[:_OFFERED])
    said = sheet.answers.chosen(question)
    numbers = tuple(at + 1 for at in places)
    if not said:
        return [question], [], []
    if said == LEAVE_OUT:
        one = "heads the rows below it and was left out, as you said"
        many = "head the rows below them and were left out, as you said"
        text = one if len(places) == 1 else many
        return [], [Note(text, numbers, quotes=True)], []
    ends = sorted({*ends, *_ended(sheet, heads)})
    above = [_head_of(at, heads, ends) for at in sheet.below()]
    notes = []
    if own:
        words = [page[at].texts[own.at].rstrip(":") for at in heads]
        notes += _put_into(own, words, above, sheet)
        into = f"column {own.name}"
        made = []
    else:
        words = [_words(page[at]) for at in heads]
        cells = [words[head] if head >= 0 else None for head in above]
        made = [Column(-1, said, known[said], cells, made=True)]
        into = f"a new column, {said}"
    text = f"the words of these rows were put into {into}, in each row below them, as you said"
    notes.insert(0, Note(text, tuple(at + 1 for at in heads), quotes=True))
    inner = sorted(set(places) - set(heads))
    if inner:
        one = "heads rows below it in another column and was left out"
        many = "head rows below them in another column and were left out"
        text = one if len(inner) == 1 else many
        notes.append(Note(text, tuple(at + 1 for at in inner), look=True, quotes=True))
    return [], notes, made


def _put_into(own: Column, words: Sequence[str], above: Sequence[int], sheet: Around) -> list[Note]:
    """Put the words of headings into the blank cells below them, where no label stands between.

    ``above`` says of each row below the header which heading it has, or -1.
    """
    cells = list(own.cells)
    down = bool(own.field and own.field.down)
    label: object = None
    part = (-1, 0)
    filled = []
    for at in sheet.data:
        place = at - sheet.header - 1
        head = above[place]
        if part != (head, bisect_left(sheet.totals, at)):
            label, part = None, (head, bisect_left(sheet.totals, at))
        if not own.empty[place]:
            label = cells[place] if down and head >= 0 else None
        elif label is not None:
            cells[place] = label
            filled.append(at + 1)
        elif head >= 0:
            cells[place] = words[head]
    own.put(cells)
    text = "the label above, which stands only on the first row of its group, was filled down"
    return [Note(text, tuple(filled), own.name)] if filled else []


def _head_of(at: int, places: Sequence[int], ends: Sequence[int]) -> int:
    """Give which of some rows heads a row; -1 when none does, or a part ended between them."""
    head, end = bisect_left(places, at) - 1, bisect_left(ends, at) - 1
    return -1 if head < 0 or (end >= 0 and ends[end] > places[head]) else head


def _own_column(sheet: Around, places: Sequence[int]) -> Column | None:
    """The column in which these words stand, where the rows below leave it empty for them."""
    page = sheet.page
    at = _first(page[places[0]])
    column = next((each for each in sheet.columns if each.at == at), None)
    if column is None or column.field is None or column.field.kind != "text":
        return None
    below = [row for row in sheet.data if row > places[0]]
    empty = sum(at not in page[row].holds for row in below)
    return column if 2 * empty > len(below) else None


def _first(row: Row) -> int:
    return row.filled[0]


def _question(
    page: Page, places: Sequence[int], own: Column | None, fields: Sequence[Spec]
) -> Question:
    many = len(places) > 1
    more = ""
    if len({_first(page[at]) for at in places}) > 1:
        more = " They stand in different columns: of two above a row only the nearest is its own."
        if own:
            more = f" Those that do not stand in column {own.name} would be left out."
    choices = []
    if own and own.field:
        choices.append((own.field.name, f"Put them into column {own.name} of each row below"))
    for each in fields:
        meaning = each.meaning.rstrip(".").lower()
        choices.append((each.name, f"Put them into a new column {each.name} ({meaning})"))
    choices.append((LEAVE_OUT, "Leave them out: they are not needed"))
    those = f"{len(places):,} rows hold words and no number" if many else (
        "One row holds words and no number"
    )  # fmt: skip
    head = "They seem to head" if many else "It seems to head"
    return choose(
        NAME,
        f"{those}{quoted(page, places)}. {head} the rows below, as in a printed report. What is to "
        f"become of {'their' if many else 'its'} words?{more}",
        choices,
        rows=tuple(at + 1 for at in places),
    )


def _words(row: Row) -> str:
    return " ".join(row.words).rstrip(":")
