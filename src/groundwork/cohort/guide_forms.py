"""A run sheet for one form of session: of three clocks, the one that the room keeps.

A session takes 60, 90 or 120 minutes. A run sheet tells all three in tables with a column for each.
Printed for one form, it has that column alone, the clock of a stop is a line below its heading, and
what the form leaves out is not there.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from groundwork.learner.papers.model import Block, Heading, Items, Paragraph, Table
from groundwork.subject.errors import UserError

FORMS = (60, 90, 120)  # minutes of a session
COLUMNS = tuple(f"{length} minutes" for length in FORMS)
CLOCK = "In the form of"  # the head of the table below the heading of a stop
CLOCK_OF_ONE = "Clock"  # the head of the one column that is left
PART, MINUTES_OF_ONE = "Part", "Minutes"  # the same in a table of what a stop consists of
CUT = "From the top"  # the same in the table of what is cut first
LEFT_OUT = "left out"
SENTENCE = re.compile(r"(?<=[.?!”\"]) (?=[A-Z“\"])")
OF_FORMS = re.compile(r"(?:In|For) the (\d+)-minute(?: and (\d+)-minute)? forms?\b")
ASK = "Ask."  # the question of a stop, which every form asks
ON_ONE_PAGE = "The session on one page"  # the heading of what stands first in a run sheet


def of_form(blocks: Sequence[Block], minutes: int) -> list[Block]:
    """Return the blocks of a run sheet as the form of so many minutes reads them.

    Raises
    ------
    UserError
        When no session takes so many minutes.
    """
    if minutes not in FORMS:
        raise UserError(f"No session takes {minutes} minutes.", "Choose 60, 90 or 120.")
    at = FORMS.index(minutes)
    kept: list[Block] = []
    inside = 0  # the level of the heading whose stop is left out
    aside = False  # whether what is read belongs to other forms, up to the stop's question
    for block in blocks:
        if isinstance(block, Heading) and block.level <= inside:
            inside = 0
        aside = (aside and not _ends_aside(block)) or _leads_aside(block, minutes)
        if inside or aside:
            continue
        if isinstance(block, Paragraph):
            text = _without_other_forms(block.text, minutes)
            kept += [replace(block, text=text)] if text or block.lead else []
        elif isinstance(block, Items):
            kept += _items(block, minutes)
        elif not isinstance(block, Table) or not set(COLUMNS) <= set(block.columns):
            kept.append(block)
        elif block.columns[0] != CLOCK:
            kept.append(_column(block, at))
        elif block.rows[0][at + 1] == LEFT_OUT:
            heading = next(each for each in reversed(kept) if isinstance(each, Heading))
            del kept[len(kept) - 1 - kept[::-1].index(heading) :]
            inside = heading.level
        else:
            told = (f"{name}: {cell}" for name, *cells in block.rows[1:] for cell in [cells[at]])
            kept.append(Paragraph("".join(f". {each}" for each in told), block.rows[0][at + 1]))
    return kept


def _leads_aside(block: Block, minutes: int) -> bool:
    """Whether a paragraph leads to what other forms alone do: it begins with them, and ends so."""
    if not isinstance(block, Paragraph) or not block.text.endswith(":"):
        return False
    found = OF_FORMS.match(block.text)
    return found is not None and str(minutes) not in found.groups()


def _ends_aside(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.lead == ASK)


def _without_other_forms(text: str, minutes: int) -> str:
    """Leave out each sentence that begins with other forms."""
    named = [(each, OF_FORMS.match(each.lstrip())) for each in SENTENCE.split(text)]
    return " ".join(each for each, of in named if not of or str(minutes) in of.groups())


def _items(block: Items, minutes: int) -> list[Block]:
    """Return a list without what is said for other forms alone; nothing where that is all."""
    left = [
        ((depth, bold + rest), len(bold))
        for depth, bold, text in block.parted
        for rest in [_without_other_forms(text, minutes)]
        if rest or bold
    ]
    items, bold = tuple(each for each, _ in left), tuple(letters for _, letters in left)
    return [Items(items, bold if any(bold) else ())] if items else []


def _column(table: Table, at: int) -> Table:
    """Return a table whose columns of forms are one, without the rows that this form leaves out."""
    left = [column for column in COLUMNS if column != COLUMNS[at]]
    stay = [place for place, name in enumerate(table.columns) if name not in left]
    place = table.columns.index(COLUMNS[at])
    rows = [row for row in table.rows if row[place] != LEFT_OUT]
    head = MINUTES_OF_ONE if table.columns[0] in (PART, CUT) else CLOCK_OF_ONE
    return Table(
        f"{table.caption.replace('the three forms', 'this form')}, {COLUMNS[at]}",
        tuple(head if each == place else table.columns[each] for each in stay),
        tuple(tuple(row[each] for each in stay) for row in rows),
    )
