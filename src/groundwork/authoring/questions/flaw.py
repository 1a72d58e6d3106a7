"""Read `{flaw}`: the parts of a text, card or rule in their order; an `x` marks a flawed one.

Under a flawed part stands what is said to whoever passes it over, under a sound one what is said to
whoever marks it. `> [right]` is said when all are found, `> [else]` where no reply fits.
"""

from groundwork.authoring.questions import parts
from groundwork.authoring.questions.choose import named
from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import GENERAL, Flaw, Part

FEWEST = 4  # parts; with fewer, two tries find the flaw


def read(block: Block, report: Report) -> Flaw | None:
    """Return the question, or None when no part is flawed."""
    found = parts.common(block, report)
    parts.check_quotes(block, ("right", "else", "step"), report)
    items = named(block, report)
    flawed = [item for item in items if item.box == "x"]
    if len(items) < FEWEST:
        report(block.line, f"has {len(items)} parts: {block.name} needs at least {FEWEST}")
    if not flawed:
        report(block.line, f"has no flawed part: put an x into the box of one, {block.name}")
        return None
    if 2 * len(flawed) > len(items):
        report(block.line, "has more flawed parts than sound ones: then marking all is a good try")
    if not parts.said(block, "right"):
        report(block.line, "says nothing to the right answer: write > [right] …")
    quotes = [quote for item in items for quote in item.quotes]
    parts.check_replies(quotes, report)
    return Flaw(
        **found,
        parts=tuple(
            Part(str(item.name), item.text, item.box == "x", parts.reply(item, report))
            for item in items
        ),
        why=parts.said(block, "right"),
        other=parts.said(block, "else") or GENERAL,
    )
