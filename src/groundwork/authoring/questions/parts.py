"""What the readers of all kinds share: options, quotes, names, numbers, and their faults."""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Any

from groundwork.authoring.source.blocks import Block, Item, Quote
from groundwork.authoring.source.fault import Report
from groundwork.learner.numerals import plain
from groundwork.learner.questions import GENERAL, Slip

# Every kind takes these; what a kind takes beside them, its reader names.
OPTIONS = ("points", "objective", "taught")
PLACING = ("cell", "tags")  # options that say where a block stands, not what it asks
STEP = "step"
MOST_POINTS = 5  # of one question that a program judges; a rubric counts its own
NUMBER = re.compile(r"-?\d[\d,]*(\.\d+)?")
WORD = re.compile(r"[^\W_]+")
RUN = 4  # so many words in a row, taken from the right option, give it away


def common(block: Block, report: Report, *, also: Collection[str] = ()) -> dict[str, Any]:
    """Return what every question has, from a block's options, prose and `[step]` quote.

    Parameters
    ----------
    also
        The options that this kind takes beside those of all.
    """
    known = (*OPTIONS, *also)
    for name, option in block.options.items():
        if name not in (*known, *PLACING):
            report(
                option.line,
                f"has the option {name!r}, which {{{block.kind}}} does not take: it takes "
                f"{', '.join(known)}",
            )
    if not block.prose.strip():
        report(block.line, f"asks nothing: write the question of {block.name} in the block")
    points = whole(block, "points", report)
    if points is not None and not 1 <= points <= MOST_POINTS:
        line = block.options["points"].line
        report(line, f"gives {points} points: a question that a program judges has 1 to 5")
    found: dict[str, Any] = {"id": block.name, "prompt": block.prose.strip(), "points": points or 0}
    for name in ("objective", "taught"):
        if name in block.options:
            found[name] = block.options[name].value
    if step := said(block, STEP):
        found[STEP] = step
    return found


def takes(block: Block, also: tuple[str, ...]) -> bool:
    """Whether a block has no option but those of its kind; `common` has told of the others."""
    return set(block.options) <= {*OPTIONS, *also, *PLACING}


def whole(block: Block, name: str, report: Report) -> int | None:
    """Return an option as a whole number; None when it is not there, or is none."""
    option = block.options.get(name)
    if option is None:
        return None
    if not option.value.isdecimal():
        report(option.line, f"says {option.value!r} for {name}: write a whole number")
        return None
    return int(option.value)


def said(block: Block, box: str) -> str:
    """Return the text of the quote with this box that stands under no item, or nothing."""
    return next((quote.text for quote in block.quotes if quote.box == box), "")


def check_quotes(block: Block, known: Collection[str], report: Report) -> None:
    """Report quotes under no item whose box says nothing here, and those that stand twice."""
    for quote in block.quotes:
        if quote.box not in known:
            boxes = ", ".join(f"[{each}]" for each in known)
            given = "no box" if quote.box is None else f"[{quote.box}]"
            report(quote.line, f"is a quote with {given} under no item: its box is one of {boxes}")
    for box, count in Counter(quote.box for quote in block.quotes).items():
        if count > 1 and box in known:
            line = [quote.line for quote in block.quotes if quote.box == box][-1]
            report(line, f"says [{box}] a second time")


def check_names(items: Iterable[Item], report: Report) -> None:
    """Report items without a name, and names and texts that stand twice."""
    names: dict[str, int] = {}
    texts: dict[str, int] = {}
    for item in items:
        if item.name is None:
            report(item.line, "has no name: write a word and a colon before it, such as “seat: …”")
        elif item.name in names:
            report(item.line, f"has the name {item.name!r} of line {names[item.name]}")
        if item.text in texts:
            report(item.line, f"says the same as line {texts[item.text]}")
        names.setdefault(str(item.name), item.line)
        texts.setdefault(item.text, item.line)


def reply(item: Item, report: Report, *, needed: bool = True) -> str:
    """Return the one reply without a box that is quoted under an item."""
    plain = [quote for quote in item.quotes if quote.box is None]
    for quote in item.quotes:
        if quote.box is not None:
            report(quote.line, f"has the box [{quote.box}], which says nothing under this item")
    for quote in plain[1:]:
        report(quote.line, "is a second reply to one answer")
    if plain:
        return plain[0].text
    if needed:
        report(item.line, f"has no reply: quote it below {item.name or item.text} with >")
    return ""


def check_replies(replies: Iterable[Quote], report: Report) -> None:
    """Report a reply that is said to two different mistakes: it fits one of them at most."""
    seen: dict[str, int] = {}
    for quote in replies:
        if quote.text in seen:
            report(quote.line, f"is the same reply as in line {seen[quote.text]}: say what differs")
        seen.setdefault(quote.text, quote.line)


def check_hint(quote: Quote, right: str, elsewhere: Iterable[str], report: Report) -> None:
    """Report a reply to a mistake that says the right option.

    Parameters
    ----------
    right
        The text of the right option.
    elsewhere
        What a learner has read already: words that stand there too give nothing away.
    """
    known = set[tuple[str, ...]]().union(*(_runs(text) for text in elsewhere))
    told = _runs(quote.text) & _runs(right) - known
    words = " ".join(_words(right))
    whole = f" {words} " in f" {' '.join(_words(quote.text))} "
    if told or (whole and len(_words(right)) > 1):
        given = " ".join(min(told)) if told else words
        report(quote.line, f"gives the answer away, {given!r}: name the slip, not the answer")


def number_of(text: str, line: int, report: Report) -> Fraction | None:
    """Return a number of a key, exactly as it is written; None, reported, when it is none."""
    bare = text.strip().replace("−", "-")
    if not NUMBER.fullmatch(bare):
        report(line, f"is {text!r}: write a number in digits, such as 3.3 or 1,250")
        return None
    return Fraction(bare.replace(",", ""))


def numbers_in(text: str) -> list[Fraction]:
    """Return the numbers that stand in a sentence."""
    found = re.findall(r"(?<![\w.])[-−]?\d[\d,]*(?:\.\d+)?(?!\w)", text)
    return [Fraction(each.replace("−", "-").replace(",", "").rstrip(".")) for each in found]


def listed(value: str) -> tuple[str, ...]:
    """Return the parts of an option that holds several: they are parted by "|"."""
    return tuple(part.strip() for part in value.split("|") if part.strip())


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def slips(
    item: Item, right: Fraction, within: Fraction, report: Report
) -> tuple[tuple[Slip, ...], str]:
    """Return the wrong numbers that an item's quotes answer, and the reply to any other number.

    Parameters
    ----------
    right, within
        The item's key, and how near an answer must come: no slip may be taken for another.
    """
    found: list[Slip] = []
    for quote in item.quotes:
        value = None if quote.box is None else number_of(quote.box, quote.line, report)
        if value is None:
            continue
        if any(abs(value - each) <= within for each in (right, *(slip.value for slip in found))):
            report(quote.line, f"answers {quote.box}, which is within {plain(within)} of another")
        found.append(Slip(value, quote.text))
    others = [quote.text for quote in item.quotes if quote.box is None]
    if len(others) != 1:
        report(item.line, "needs one reply without a box, to any other number")
    return tuple(found), others[0] if others else GENERAL
