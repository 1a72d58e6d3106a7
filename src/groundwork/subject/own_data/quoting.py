"""Quote rows of the file, without what may be personal."""

import dataclasses
from collections.abc import Iterable, Sequence

from groundwork.subject.own_data import personal
from groundwork.subject.own_data.grid import Page
from groundwork.subject.own_data.report import Note

_QUOTED = 3


def quoted(page: Page, places: Sequence[int]) -> str:
    """Quote some rows of a sheet for a message."""
    filled = [at for at in places if page[at].filled]
    said = [
        " ".join(personal.shown(text).strip('"') for text in page[at].words)[:100]
        for at in filled[:_QUOTED]
    ]
    more = " …" if len(filled) > _QUOTED else ""
    return ": " + "; ".join(f'"{each}"' for each in said) + more if said else ""


def with_quotes(notes: Iterable[Note], page: Page) -> list[Note]:
    """Put the words of its rows behind each note that asks for them."""
    return [
        dataclasses.replace(
            note, example=quoted(page, [row - 1 for row in note.rows]), quotes=False
        )
        if note.quotes
        else note
        for note in notes
    ]
