"""A paper as data: to whom it goes, what it says, what is still to be asked.

Writers turn it into Word (`word`), a page to print (`print`) and plain text (`text`). A block that
they all know is one of `Block`; a further kind is one more class here and one more function in each
writer.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from groundwork.subject.asks import Ask, offices_in
from groundwork.subject.budget.counted_work import CountedWork
from groundwork.subject.days import in_words
from groundwork.subject.us_states import state_in

ALONE = "Read first, {}"  # so that its file is not taken for the paper
LOOK = "Look at this first"
ASKS = "Ask list"
ANSWER_BY = "Please answer by ______: yes, no with the reason, or who decides"
BY_COUNSEL = "in writing, through whoever may ask counsel, answered to them alone by a day: "
REMARKS = "What the checks remark on"
# A number as a table holds it: dollars, a count, a percent, or dollars with their percent.
AMOUNT = re.compile(r"[-+−]?\$?\d[\d,.]*( ?%)?( \(\d[\d,.]* ?%\))?")
LETTERS, PADDING = 84, 2  # that a page is wide, and that a cell keeps free
LONGEST = 20  # letters of a word that no column breaks
WORD = re.compile(r"[^\s-]+-?")  # what stands on one line: a line may end after a hyphen
SHORT_ROWS, SHORT = 12, 1200  # rows, and letters in them, of a table that no page cuts
NO_AMOUNT = ("not given", "open")


BOX = "☐"  # what begins an answer to choose


@dataclass(frozen=True)
class Heading:
    """A heading inside a paper; level 1 is the highest below the paper's title.

    `new_page` begins a page with it, where paper has pages. `folds` lets a page fold in a box what
    stands below it, down to the next heading.
    """

    text: str
    level: int = 1
    new_page: bool = False
    folds: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; an end of a line in it stays one. `lead` is its beginning, in bold."""

    text: str
    lead: str = ""

    @property
    def is_by_hand(self) -> bool:
        """Whether it is checked or written on: an answer to choose, or room and lines to write."""
        return self.text.startswith(BOX) or bool(self.text and not self.text.strip("_ \n"))


@dataclass(frozen=True)
class Quote:
    """Words to be said or read as they stand, set apart from the paper's own."""

    text: str


@dataclass(frozen=True)
class Items:
    """A list. Each item is its depth, 0 for the outermost, and its text.

    `bold` is, for each item, how many letters at its beginning are in bold; none by default.
    """

    items: tuple[tuple[int, str], ...]
    bold: tuple[int, ...] = ()

    @property
    def parted(self) -> Iterator[tuple[int, str, str]]:
        """Give of each item its depth, its beginning in bold, and the rest."""
        bold = self.bold or (0,) * len(self.items)
        for (depth, text), letters in zip(self.items, bold, strict=True):
            yield depth, text[:letters], text[letters:]

    @classmethod
    def flat(cls, *texts: str) -> "Items":
        """Return a list without a second level."""
        return cls(tuple((0, text) for text in texts))


@dataclass(frozen=True)
class Table:
    """A table whose first row and first column are its headers.

    Attributes
    ----------
    caption
        What the table shows.
    columns, rows
        The header row, and the cells; every row has as many as there are columns.
    widths
        How wide the columns are in relation to each other; by default all the same.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a table with rows of unlike length."""
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"A row of the table {self.caption!r} has too few or too many cells.")

    @property
    def is_short(self) -> bool:
        """Whether it fits on a page with room to spare, so that no page need cut it."""
        return len(self.rows) <= SHORT_ROWS and sum(map(len, map("".join, self.rows))) <= SHORT

    @property
    def shares(self) -> tuple[float, ...]:
        """How much of the table's width each column takes; they add up to 1.

        A column is wide enough for its longest number and its longest word, which are not broken.
        Where all of these need more than the page, each gives up the same part.
        """
        widths = self.widths or (1,) * len(self.columns)
        asked = [width / sum(widths) for width in widths]
        least = [(each + PADDING) / LETTERS for each in self._longest()]
        lifted = [max(pair) for pair in zip(asked, least, strict=True)]
        # What is added to narrow columns is taken from those with room to spare.
        spare = [now - each for now, each in zip(lifted, least, strict=True)]
        over = sum(lifted) - 1
        if over <= 0:
            return tuple(asked)
        if sum(spare) <= over:
            return tuple(each / sum(least) for each in least)
        return tuple(
            now - over * room / sum(spare) for now, room in zip(lifted, spare, strict=True)
        )

    def _longest(self) -> Iterator[int]:
        """Give of each column how many letters must stay on one line."""
        columns = zip(self.columns, *self.rows, strict=True)
        for cells, amount in zip(columns, self.amounts, strict=True):
            words = [len(word) for cell in cells for word in WORD.findall(cell)]
            numbers = [len(cell) for cell in cells[1:] if amount]
            yield max(*(min(each, LONGEST) for each in words), *numbers, 0, 0)

    @property
    def amounts(self) -> tuple[bool, ...]:
        """Which columns hold numbers, to be set flush right; the first one names its row."""
        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        return (False, *(_is_of_amounts(cells) for cells in columns[1:]))


def _is_of_amounts(cells: tuple[str, ...]) -> bool:
    known = [cell for cell in cells if cell.strip() and cell not in NO_AMOUNT]
    return bool(known) and all(AMOUNT.fullmatch(cell) for cell in known)


@dataclass(frozen=True)
class Picture:
    """A picture as PNG, with what it shows in words and its width in inches where there is room."""

    png: bytes = field(repr=False)
    alt: str
    width: float = 6.5


BoxBlocks = tuple[Heading | Paragraph | Quote | Items, ...]


@dataclass(frozen=True)
class Box:
    """A part with a title that stands apart from the paper's own words.

    `on_page` is what the page of the lesson shows below `blocks`, and no file holds. `in_state` is
    what a file says in place of `blocks` to a writer whose state is named; the page says the rest.
    """

    title: str
    blocks: BoxBlocks
    on_page: BoxBlocks = ()
    in_state: BoxBlocks = ()


Block = Heading | Paragraph | Quote | Items | Table | Picture | Box


@dataclass(frozen=True)
class Paper:
    """A paper for a named reader.

    Attributes
    ----------
    title, subject
        What it is, such as "Power map", and what it is about, such as the decision.
    reader
        Whom it is for: a position or a group, such as "the health officer and the senior team".
    blocks
        What it says.
    asks
        What is still to be asked; it comes after them.
    annex
        What comes last, such as a picture that may take a page of its own.
    box, record
        What its writer has to know before it goes out: the law near it, and what can become a
        public record. They stand in a paper of the writer's own (`for_writer`), and never in this.
    look
        What its writer alone has to look at first, since it can hurt somebody: a name, a choice by
        race, a belief. It stands at the top of the page for the writer.
    remarks
        What the checks remark on, for the writer to mend; it stands at the end of that page.
    view
        What kind of view it is, such as "One person's view on one day.", or "".
    empty
        Why nothing is in it yet, or "": else it would look as if somebody had looked at something.
    invented
        What is invented in it, or "". It stands at the top of every page.
    request
        What the reader is asked to do, and by when, or "".
    is_named_by_writer
        Whether the writer may word the subject, where it is the course's and not what they wrote.
    counts
        What work the paper counts and by which test, where its writer may word both; else None.
    writer, department, place, date
        From which position, whom and where, and of which day; an empty one is left out.
    """

    title: str
    subject: str
    reader: str
    blocks: tuple[Block, ...]
    asks: tuple[Ask, ...] = ()
    box: Box | None = None
    annex: tuple[Block, ...] = ()
    look: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    view: str = ""
    empty: str = ""
    record: str = ""
    invented: str = ""
    request: str = ""
    is_named_by_writer: bool = False
    counts: CountedWork | None = None
    writer: str = ""
    department: str = ""
    place: str = ""
    date: datetime.date | None = None

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What stands below the title, each with its label; nothing that is empty."""
        told = {
            "For": self.reader,
            "From": ", ".join(filter(None, (self.writer, self.department, self.place))),
            "Date": in_words(self.date) if self.date else "",
            "Request": self.request,
            "Still empty": self.empty,
            "Whose view": "" if self.empty else self.view,
            "Invented": self.invented,
        }
        return tuple((label, text) for label, text in told.items() if text)

    @property
    def foot(self) -> str:
        """What stands at the foot of every page, beside its number."""
        return " · ".join([self.title, *([in_words(self.date)] if self.date else [])])

    @property
    def body(self) -> tuple[Block, ...]:
        """What the paper says to its reader, its ask list, and its annex."""
        if not self.asks:
            return (*self.blocks, *self.annex)
        # Where nothing else has a heading, a caption alone names it.
        if any(isinstance(block, Heading) for block in self.blocks):
            asked = self._asked(f"Not known yet. {ANSWER_BY}")
            return (*self.blocks, Heading(ASKS), asked, *self.annex)
        return (*self.blocks, self._asked(f"{ASKS}. {ANSWER_BY}"), *self.annex)

    def _asked(self, caption: str) -> Table:
        what_for: dict[tuple[str, str], list[str]] = {}
        for ask in self.asks:  # what one office is asked for several things is asked once
            what_for.setdefault((ask.whom, ask.what), []).append(ask.why)
        counsel = next((key for key in what_for if "counsel" in offices_in(key[0].lower())), None)
        rows = [  # how counsel is asked stands once
            (
                whom[:1].upper() + whom[1:],
                f"{BY_COUNSEL if (whom, what) == counsel else ''}{what}",
                "; ".join(dict.fromkeys(whys)),
            )
            for (whom, what), whys in what_for.items()
        ]
        if any(why for *_, why in rows):
            return Table(caption, ("Ask", "What", "For"), tuple(rows), (4, 13, 4))
        return Table(caption, ("Ask", "What"), tuple(row[:2] for row in rows), (4, 17))

    @property
    def for_writer(self) -> "Paper | None":
        """What only its writer reads, apart from what is handed on; None where there is nothing.

        It is a file of its own: a last page to take off would be sent along.
        """
        record = Paragraph(self.record) if self.record else None
        look = (Heading(LOOK), Items.flat(*self.look)) if self.look else ()
        remarks = (Heading(REMARKS), Items.flat(*self.remarks)) if self.remarks else ()
        box = self.box
        if box and box.in_state and state_in(self.place):
            box = replace(box, blocks=box.in_state)
        told = (*look, *(block for block in (record, box) if block), *remarks)
        if not told:
            return None
        return Paper(
            ALONE.format(self.title),
            self.subject,
            "you, who wrote the paper, before you hand it on",
            told,
            invented=self.invented,
            date=self.date,
        )
