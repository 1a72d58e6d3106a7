"""Read `{match}`: written like `{sort}`, with more partners than items.

Items without a box are the partners; the box of an item names the one that fits it. No partner fits
two, and at least one fits none, so that the last pair does not fall out by itself.
"""

from collections import Counter
from dataclasses import fields

from groundwork.authoring.questions import sort
from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import Match

MOST_PARTNERS = 8  # more of them, and to read the list is the work


def read(block: Block, report: Report) -> Match | None:
    """Return the question, or None when it has no items or no partners."""
    found = sort.read(block, report)
    if found is None:
        return None
    for name, count in Counter(item.category for item in found.items).items():
        if count > 1:
            report(block.line, f"matches {count} items with [{name}]: a partner fits one")
    if not len(found.items) < len(found.categories) <= MOST_PARTNERS:
        report(
            block.line,
            f"has {len(found.categories)} partners for {len(found.items)} items: write at least "
            f"one more than there are items, and at most {MOST_PARTNERS}",
        )
    return Match(**{each.name: getattr(found, each.name) for each in fields(found)})
