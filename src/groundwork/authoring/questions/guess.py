"""Read `{guess}`: options with empty boxes, each with its reply; nothing is right or wrong."""

from groundwork.authoring.questions import parts
from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import Guess, Option


def read(block: Block, report: Report) -> Guess | None:
    """Return the guess, or None when it has no options."""
    found = parts.common(block, report)
    parts.check_names(block.items, report)
    parts.check_quotes(block, ("step",), report)
    if "points" in block.options:
        report(block.options["points"].line, "gives points for a guess, which has no right answer")
    for item in block.items:
        if item.box:
            report(item.line, f"has [{item.box}]: a guess has no right option, so no key")
    if len(block.items) < 2:
        report(block.line, f"has {len(block.items)} options: a guess needs at least 2")
        return None
    options = tuple(
        Option(str(item.name), item.text, reply=parts.reply(item, report)) for item in block.items
    )
    return Guess(**found, options=options)
