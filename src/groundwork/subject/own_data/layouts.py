"""Layouts that health departments meet often, known by their headings.

Each is recognized by headings that its publisher writes, and says which column holds what, what
its marks mean and which rows are sums of others. What it cannot know it asks.
"""

from collections.abc import Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.grid import Page
from groundwork.subject.own_data.layout import File, Known
from groundwork.subject.own_data.layouts_cdc import places, wonder
from groundwork.subject.own_data.layouts_census import census
from groundwork.subject.own_data.layouts_nchs import nchs
from groundwork.subject.own_data.layouts_rankings import rankings
from groundwork.subject.own_data.layouts_surveys import surveys
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Note


def recognize(
    name: str,
    columns: list[Column],
    body: Page,
    answers: Answers,
    above: Sequence[str] = (),
) -> Known | None:
    """Recognize the layout of an outcomes file by its headings, or give None.

    ``above`` is the row above the headings; a word in it counts to the right until the next.
    """
    file = File(name, columns, {c.words: c for c in columns}, body, answers, above)
    for layout in (wonder, nchs, places, surveys, rankings, census):
        known = layout(file)
        if known:
            known.notes.insert(0, Note(f"the layout is known: {known.name}"))
            return known
    return None
