"""Read `{text}`: one box to write in. `:words:` is the fewest words it may have."""

from typing import Any

from groundwork.authoring.questions import parts
from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import Text

FEWEST_WORDS = 3  # with fewer, "we do not know" passes for an answer


def read(block: Block, report: Report) -> Text:
    """Return the question."""
    found = parts.common(block, report, also=("words", "rows", "because"))
    parts.check_quotes(block, ("step",), report)
    for item in block.items:
        report(item.line, "is an item, and a text has none: several parts are {write}")
    if "points" in block.options:
        report(block.options["points"].line, "gives points for a text that nobody judges")
    return Text(**found, **form(block, report), cause="because" in block.options)


def form(block: Block, report: Report) -> dict[str, Any]:
    """Return what a block says of the form of what is written."""
    words, rows = parts.whole(block, "words", report), parts.whole(block, "rows", report)
    if words is not None and words < FEWEST_WORDS:
        line = block.options["words"].line
        report(line, f"asks for {words} words: an answer has at least {FEWEST_WORDS}")
    return {name: value for name, value in (("words", words), ("rows", rows)) if value}
