"""Read `{sort}`: items without a box are the categories; the box of an item names its category.

Under an item a quote with the box of a wrong category answers that one; a quote without a box
answers any other. `> [right]` is said when all are in their place, `> [else]` when no reply fits.
"""

from collections.abc import Collection

from groundwork.authoring.questions import parts
from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.blocks import Item as Line
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import GENERAL, Category, Item, Sort


def read(block: Block, report: Report) -> Sort | None:
    """Return the question, or None when it has no items or no categories."""
    found = parts.common(block, report)
    parts.check_quotes(block, ("right", "else", "step"), report)
    categories = [item for item in block.items if item.box is None]
    items = [item for item in block.items if item.box is not None]
    parts.check_names(block.items, report)
    if len(categories) < 2 or len(items) < 2:
        report(
            block.line,
            f"has {len(categories)} categories (items without a box) and {len(items)} items "
            f"(the box names the category): {block.name} needs at least 2 of each",
        )
        return None
    if not parts.said(block, "right"):
        report(block.line, "says nothing to the right answer: write > [right] …")
    for category in categories:
        for quote in category.quotes:
            report(quote.line, "is quoted under a category: quote it under an item")
    names = [str(each.name) for each in categories]
    texts = {str(each.name): each.text for each in categories}
    parts.check_replies([quote for item in items for quote in item.quotes], report)
    return Sort(
        **found,
        categories=tuple(Category(str(each.name), each.text) for each in categories),
        items=tuple(_item(item, names, texts, block, report) for item in items),
        why=parts.said(block, "right"),
        other=parts.said(block, "else") or GENERAL,
    )


def _item(
    item: Line, names: Collection[str], texts: dict[str, str], block: Block, report: Report
) -> Item:
    known = ", ".join(names)
    if item.box not in names:
        report(item.line, f"is in [{item.box}], which is no category: they are {known}")
    replies: dict[str, str] = {}
    general = ""
    for quote in item.quotes:
        if quote.box is None and not general:
            general = quote.text
        elif quote.box is None:
            report(quote.line, "is a second reply without a box")
        elif quote.box not in names:
            report(quote.line, f"answers [{quote.box}], which is no category: they are {known}")
        elif quote.box == item.box:
            report(quote.line, f"answers [{quote.box}], where the item belongs")
        elif quote.box in replies:
            report(quote.line, f"answers [{quote.box}] a second time")
        else:
            replies[quote.box] = quote.text
        parts.check_hint(quote, texts.get(str(item.box), ""), [item.text, block.prose], report)
    if not replies and not general:
        report(item.line, f"has no reply: quote below {item.name!r} what a wrong place mixes up")
    return Item(str(item.name), item.text, str(item.box), replies, general)
