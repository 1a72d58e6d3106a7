"""Layouts that health departments meet often, known by their headings.

Each is recognized by headings that its publisher writes, and says which column holds what, what
its marks mean and which rows are sums of others. What it cannot know it asks.
"""

from groundwork.subject.own_data.layout import File, Known
from groundwork.subject.own_data.layouts_cdc import places, wonder
from groundwork.subject.own_data.layouts_census import census
from groundwork.subject.own_data.layouts_nchs import nchs
from groundwork.subject.own_data.layouts_rankings import rankings
from groundwork.subject.own_data.layouts_rates import rates
from groundwork.subject.own_data.layouts_surveys import surveys
from groundwork.subject.own_data.report import Note


def recognize(file: File) -> Known | None:
    """Recognize the layout of an outcomes file by its headings, or give None."""
    for layout in (wonder, nchs, rates, places, surveys, rankings, census):
        known = layout(file)
        if known:
            known.notes.insert(0, Note(f"the layout is known: {known.name}"))
            return known
    return None
