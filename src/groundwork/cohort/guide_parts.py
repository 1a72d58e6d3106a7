"""The parts of a page of the guide on paper: what begins a page or stands last, room to write.

Each takes the blocks of a page, as :mod:`groundwork.cohort.guide` reads them, and returns them.
"""

from collections.abc import Sequence
from dataclasses import replace

from groundwork.learner.papers.model import Block, Heading, Paragraph, Table

PART = 1  # the level of a part's heading below the page's title
REVEALS = "What wrong answers reveal"  # a part of a run sheet
OWN_PAGE = ("a page of its own", "pages of their own")
"""What ends the heading of a part of a handout that is given out alone."""
ROOM_FOR = "What shows it:"  # on a handout, a line that is to be written on
ROOM = "\n\n"  # in an empty cell of a handout: what a hand needs to write
ASKED, MORE_ROOM = "Ask yourself", "\n\n\n\n"  # a table that asks for sentences, and their room
A_LINE = f" {'_' * 60}"  # to be written on, where there is no cell


def part(blocks: Sequence[Block], title: str) -> list[Block]:
    """Return the heading of a part and what stands below it."""
    begins = [
        at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.level == PART
    ]
    first = next(at for at in begins if getattr(blocks[at], "text", "") == title)
    return list(blocks[first : next((at for at in begins if at > first), None)])


def on_a_page(block: Block) -> Block:
    """Let a part begin a page."""
    return (
        replace(block, new_page=True)
        if isinstance(block, Heading) and block.level == PART
        else block
    )


def of_its_own(heading: str) -> str:
    """Return the words of a heading that say that its part is given out alone, or ""."""
    return next((each for each in OWN_PAGE if heading.endswith(each)), "")


def own_pages(blocks: Sequence[Block]) -> list[Block]:
    """Let a part that is given out alone begin a page, and what comes after it another."""
    made: list[Block] = []
    is_alone = False
    for block in blocks:
        if isinstance(block, Heading) and block.level == PART:
            was_alone, is_alone = is_alone, bool(of_its_own(block.text))
            block = replace(block, new_page=was_alone or is_alone)
        elif isinstance(block, Heading) and block.level == PART + 1:
            block = replace(block, new_page=True)  # such as one need of five: to be printed alone
        made.append(block)
    return made


def of_session(blocks: Sequence[Block]) -> list[Block]:
    """Give the card of a session a page, and put last what is read at the desk, not in the room."""
    reveals = part(blocks, REVEALS)
    at = blocks.index(reveals[0])
    ordered = [*blocks[:at], *blocks[at + len(reveals) :], *reveals]
    return [ordered[0], *_next_begins_a_page(ordered[1:])]


def _next_begins_a_page(blocks: Sequence[Block]) -> list[Block]:
    """Let the first part among blocks begin a page."""
    at = next(
        at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.level == PART
    )
    return [*blocks[:at], on_a_page(blocks[at]), *blocks[at + 1 :]]


def with_room(block: Block) -> Block:
    """Return a block of a handout with room to write: below a line, in a table's empty cells."""
    if isinstance(block, Paragraph) and block.lead == ROOM_FOR:
        return replace(block, text=A_LINE)
    if not isinstance(block, Table):
        return block
    room = MORE_ROOM if block.columns[0] == ASKED else ROOM
    rows = tuple(tuple(cell or room for cell in row) for row in block.rows)
    return Table(block.caption, block.columns, rows, block.widths)
