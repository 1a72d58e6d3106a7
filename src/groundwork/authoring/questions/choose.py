"""Read `{choose}`: an `x` in the box is right; more than one makes it "choose all that apply".

The reply stands quoted under its option. Under the right option of one it is what is said to the
right answer; under a right option of several it is said to whoever left it out, and `> [right]`
says the rest. `> [else]` answers what has no reply of its own.
"""

from groundwork.authoring.questions import parts
from groundwork.authoring.source.blocks import Block, Item, Quote
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import GENERAL, Choose, Option

TOO_LONG = 1.4  # times the longest wrong option: then length alone tells the right one
FEWEST = 3  # options; with two, a learner who is told "no" has been told the answer


def read(block: Block, report: Report) -> Choose | None:
    """Return the question, or None when it has no options or no key."""
    found = parts.common(block, report, also=("several",))
    items = named(block, report)
    right = [item for item in items if item.box == "x"]
    several = len(right) > 1 or "several" in block.options
    parts.check_quotes(block, ("right", "else", "step"), report)
    if len(items) < FEWEST:
        report(block.line, f"has {len(items)} options: {block.name} needs at least {FEWEST}")
    if not right:
        report(block.line, f"has no right option: put an x into the box of one, {block.name}")
        return None
    if len(right) == len(items):
        report(block.line, f"has no wrong option: {block.name} asks nothing")
    options = tuple(
        Option(str(item.name), item.text, item.box == "x", parts.reply(item, report))
        for item in items
    )
    why = parts.said(block, "right")
    if several and not why:
        report(block.line, "says nothing to the right answer: write > [right] …")
    if not several:
        if why:
            line = next(quote.line for quote in block.quotes if quote.box == "right")
            report(line, "says [right]: quote it under the right option instead")
        why = next(option.reply for option in options if option.right)
        _check_length(right[0], items, report)
    _check_hints(block, items, report)
    return Choose(
        **found,
        options=options,
        several=several,
        why=why,
        other=parts.said(block, "else") or GENERAL,
    )


def named(block: Block, report: Report) -> list[Item]:
    """Return the options of a block, and report boxes and names that are none."""
    parts.check_names(block.items, report)
    for item in block.items:
        if item.box not in ("x", ""):
            given = "no box" if item.box is None else f"[{item.box}]"
            report(item.line, f"has {given}: an option begins with [x] or [ ]")
    return [item for item in block.items if item.name is not None]


def _check_length(right: Item, items: list[Item], report: Report) -> None:
    longest = max((len(item.text) for item in items if item is not right), default=0)
    if longest and len(right.text) > TOO_LONG * longest:
        report(
            right.line,
            f"is right and by far the longest option ({len(right.text)} letters, the next has "
            f"{longest}): shorten it, or say more in the others",
        )


def _check_hints(block: Block, items: list[Item], report: Report) -> None:
    right = [item for item in items if item.box == "x"]
    wrong = [item for item in items if item.box != "x"]
    replies = [quote for item in items for quote in item.quotes]
    parts.check_replies(replies, report)
    hints: list[Quote] = [quote for item in wrong for quote in item.quotes]
    hints += [quote for quote in block.quotes if quote.box == "else"]
    for option in right:
        for hint in hints:
            parts.check_hint(hint, option.text, [block.prose, *(i.text for i in wrong)], report)
