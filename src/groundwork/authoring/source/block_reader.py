"""Read the inside of a colon fence into a block."""

import re
from collections.abc import Sequence
from dataclasses import replace

from groundwork.authoring.source import tokens
from groundwork.authoring.source.blocks import Block, Item, Option, Quote
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.tokens import Piece

HEAD = re.compile(r"\{([a-z][a-z-]*)\}\s*(.*)")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
OPTION = re.compile(r":([a-z][a-z_-]*):(?:\s+(.*))?")
SENTENCE_ENDS = re.compile(r"[.?!][”’)]?$")
BOX = re.compile(r"\[(?!@)([^\][]*)\](?:\s+|$)")  # [@key] is a citation
NAMED = re.compile(r"([a-z0-9][a-z0-9_-]*):\s+(?=\S)")
INSIDE = re.compile(r"\+\+\+|:{3,}\{|`{3,}\{code-cell\}")  # what can stand in no block
PROSE = ("paragraph", "table", "ordered_list", "fence", "code_block", "html_block", "hr")


def read_block(info: str, body: Sequence[str], line: int, report: Report) -> Block | None:
    """Return a block, or None when its head cannot be read.

    Parameters
    ----------
    info
        What stands behind the colons: ``{choose} q4``.
    body
        The lines between the fences.
    line
        The line where the block opens, counted from 1.
    report
        Called with the line and a sentence for each fault.
    """
    head = HEAD.fullmatch(info.strip())
    if head is None:
        report(line, f"opens a block as {info!r}: write its kind in braces, such as {{choose}} q4")
        return None
    if not NAME.fullmatch(head[2]):
        report(line, f"gives {head[2]!r} as a name: write one word, such as {{{head[1]}}} q4")
        return None
    for number, text in enumerate(body, start=line + 1):
        if INSIDE.match(text):
            report(number, f"stands inside the block {head[2]} of line {line}: end that with :::")
            return None
    options, skipped = _options(body, line, report)
    rest = body[skipped:]
    block = Block(head[1], head[2], line, options)
    return _filled(block, rest, line + 1 + skipped, report)


def _options(body: Sequence[str], line: int, report: Report) -> tuple[dict[str, Option], int]:
    """Return the options and the number of lines that they take."""
    options: dict[str, Option] = {}
    for number, text in enumerate(body):
        if text.startswith(":") and (found := OPTION.fullmatch(text.strip())):
            name, value = found[1], (found[2] or "").strip()
            if name in options:
                report(line + 1 + number, f"says :{name}: a second time")
            options[name] = Option(line + 1 + number, value)
        else:
            return options, number
    return options, len(body)


def _filled(block: Block, lines: Sequence[str], line: int, report: Report) -> Block:
    found = tokens.parse(lines)
    tokens.find_wraps(found, line, report)
    prose: list[str] = []
    begins = 0
    items: list[Item] = []
    quotes: list[Quote] = []
    for piece in found:
        here = line + piece.start
        if piece.kind == "bullet_list":
            items += [
                _item(each, lines, line, report) for each in tokens.pieces(piece.inside, lines)
            ]
        elif piece.kind == "blockquote":
            quotes += _quotes(piece, lines, line, report)
        elif piece.kind == "heading":
            report(here, f"is a heading inside the block {block.name}: is its ::: missing above?")
        elif piece.kind == "paragraph":
            if OPTION.fullmatch(lines[piece.start].strip()):
                report(here, "is an option below the block's words: move it to the block's top")
            begins = begins or here
            prose.append(piece.words)
        elif piece.kind in PROSE:
            begins = begins or here
            prose.append("\n".join(lines[piece.start : piece.end]))
        elif piece.kind != "myst_line_comment":
            report(here, f"cannot stand in a block ({piece.kind})")
    return replace(
        block,
        prose="\n\n".join(prose),
        items=tuple(items),
        quotes=tuple(quotes),
        begins=begins,
    )


def _item(piece: Piece, lines: Sequence[str], line: int, report: Report) -> Item:
    here = line + piece.start
    words: list[str] = []
    quotes: list[Quote] = []
    for part in tokens.pieces(piece.inside, lines):
        if part.kind == "paragraph":
            words.append(part.words)
        elif part.kind == "blockquote":
            quotes += _quotes(part, lines, line, report)
        else:
            report(
                line + part.start,
                f"begins a {part.kind.replace('_', ' ')} inside an item: break the line elsewhere",
            )
    box, text = _boxed("\n\n".join(words))
    name = NAMED.match(text)
    if not text:
        report(here, "is an item without words")
    return Item(here, box, name and name[1], text[name.end() :] if name else text, tuple(quotes))


def _quotes(piece: Piece, lines: Sequence[str], line: int, report: Report) -> list[Quote]:
    """Return the replies of one quoted stretch: a box at the beginning of a line begins another."""
    for number in range(piece.start, piece.end):
        if not lines[number].lstrip().startswith((">", "- >")):
            report(line + number, "goes on with a quote: begin the line with >")
    found: list[Quote] = []
    for part in tokens.pieces(piece.inside, lines):
        if part.kind != "paragraph":
            report(
                line + part.start,
                f"begins a {part.kind.replace('_', ' ')} inside a quote: break the line elsewhere",
            )
            continue
        begins = True
        for number, text in enumerate(part.tokens[1].content.splitlines(), start=part.start):
            box, words = _boxed(text.strip())
            if box is not None or not found:
                found.append(Quote(line + number, box, words))
            else:
                before = found[-1]
                if (
                    before.box is not None
                    and SENTENCE_ENDS.search(before.text)
                    and words[:1].isupper()
                ):
                    report(
                        line + number,
                        f"goes on with the reply to [{before.box}]: leave a line empty above it if "
                        "it is a reply of its own, else break the line elsewhere",
                    )
                join = "\n\n" if begins else " "
                found[-1] = replace(found[-1], text=f"{found[-1].text}{join}{words}".strip())
            begins = False
    if not found:
        report(line + piece.start, "is a reply without words")
    for quote in found:
        _begins_well(quote, report)
    return found


def _begins_well(quote: Quote, report: Report) -> None:
    if not quote.text:
        report(quote.line, "is a reply without words")
    elif quote.text[0].islower():
        report(
            quote.line,
            f"begins a reply with a small letter, {quote.text[:20]!r}: has the line before it "
            "lost its >?",
        )


def _boxed(text: str) -> tuple[str | None, str]:
    """Return the box at the beginning of a text, and the rest."""
    box = BOX.match(text)
    return (box[1].strip(), text[box.end() :]) if box else (None, text)
