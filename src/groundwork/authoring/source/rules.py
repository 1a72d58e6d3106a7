"""Rules for the prose of a text: headings, links, tables, dollars, and claims that say too much."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from groundwork.authoring import claims
from groundwork.authoring.source import tokens
from groundwork.authoring.source.blocks import changed
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.page import Code, Page, Prose
from groundwork.authoring.source.tokens import Piece

UNINFORMATIVE = {"here", "click here", "this", "link", "this link", "read more", "more"}


@dataclass(frozen=True)
class Heading:
    """A heading, its level from 1 to 6, and its line."""

    line: int
    level: int
    text: str


def check_prose(page: Page, report: Report) -> None:
    """Report what no prose of the course may hold, whatever its kind."""
    for cell in page.cells:
        if isinstance(cell, Prose):
            lines = cell.text.split("\n")
            for piece in tokens.parse(lines):
                _check_piece(piece, lines, cell.line, report)
            _check_claims(cell.text, cell.line, report)
    _check_headings(headings(page), report)


def check_code(page: Page, report: Report) -> None:
    """Report code that everybody's page would run: what it says would be no words of the text."""
    for cell in page.cells:
        if isinstance(cell, Code) and "code-path" not in cell.tags:
            report(cell.line, f"is code, {cell.id}: tag it code-path, or say it in a block")


def check_words_of_blocks(page: Page, report: Report) -> None:
    """Report what the words of charts, options and replies of a lesson may not claim.

    A wrong option of an exercise may claim too much: that is what makes it wrong.
    """

    def look(text: str, line: int) -> str:
        _check_claims(text, line, report)
        return text

    for block in page.blocks:
        changed(block, look)


def check_dollars_of_blocks(page: Page, report: Report) -> None:
    """Report a dollar sign in a block: widgets show words as they are, printouts read them."""

    def look(text: str, line: int) -> str:
        if text.count("$") > 1:
            report(line, "has two dollar signs in one piece of words: write “57 dollars”")
        return text

    for block in page.blocks:
        changed(block, look)


def headings(page: Page) -> list[Heading]:
    """Return the headings of a page, in order."""
    return [
        Heading(cell.line + piece.start, int(piece.first.tag[1:]), piece.words)
        for cell in page.cells
        if isinstance(cell, Prose)
        for piece in tokens.parse(cell.text.split("\n"))
        if piece.kind == "heading"
    ]


def _check_headings(found: list[Heading], report: Report) -> None:
    level = 0
    seen: dict[str, int] = {}
    if not found or found[0].level != 1:
        report(found[0].line if found else 1, "does not begin with a heading of level 1")
    for heading in found:
        if not heading.text:
            report(heading.line, "is a heading without words")
        if heading.level == 1 and level:
            report(heading.line, f"is a second heading of level 1: {heading.text!r}")
        if level and heading.level > level + 1:
            report(heading.line, f"skips from heading level {level} to {heading.level}")
        if heading.text in seen:
            report(
                heading.line, f"repeats the heading {heading.text!r} of line {seen[heading.text]}"
            )
        level = heading.level
        seen.setdefault(heading.text, heading.line)


def _check_piece(piece: Piece, lines: list[str], line: int, report: Report) -> None:
    here = line + piece.start
    if piece.kind == "html_block":
        report(here, f"holds raw HTML, {lines[piece.start].strip()[:40]!r}: write Markdown")
    if piece.kind == "table":
        head = [token for token in piece.tokens if token.type == "inline" and token.level == 4]
        columns = sum(token.type == "th_open" for token in piece.tokens)
        if any(not token.content.strip() for token in head[:columns]):
            report(here, "has a table with an empty header cell")
    for token in piece.tokens:
        if token.type == "inline":
            _check_inline(token, line, report)


def _check_inline(token: Token, line: int, report: Report) -> None:
    here = line + (token.map[0] if token.map else 0)
    for kind, words, url in _parts(token.children or []):
        if kind == "html_inline":
            report(here, f"holds raw HTML, {words[:40]!r}: write Markdown")
        elif kind == "image" and not words.strip():
            report(here, f"has a picture without words: {url}")
        elif kind == "link" and _says_nothing(words):
            report(here, f"has a link whose words do not say where it goes: {words!r}")
    # Elsewhere (a plain JupyterLab, nbviewer, nbgrader's pages) MathJax reads the rendered words.
    prose = "".join(
        child.content for child in token.children or [] if child.type in ("text", "text_special")
    )
    bare = re.sub(r"\\\$", "", re.sub(r"(`+).*?\1", "", token.content, flags=re.DOTALL))
    if "$" in bare:
        near = bare[bare.index("$") :][:20]
        report(here, f"has {near!r}, which may be read as mathematics: write \\$")
    if prose.count("$") > 1:
        report(
            here,
            f"has two dollar signs in one paragraph, {prose[prose.index('$') :][:40]!r}: some "
            "pages read mathematics between them. Write “57 dollars”, or give each amount an item "
            "of a list or a cell of a table",
        )


def _parts(children: list[Token]) -> Iterator[tuple[str, str, str]]:
    """Yield links, pictures and HTML: the kind, the words, and where it leads."""
    words: list[str] = []
    url: str | None = None
    for child in children:
        if child.type == "link_open":
            url, words = str(child.attrGet("href")), []
        elif child.type == "link_close":
            yield "link", "".join(words), url or ""
            url = None
        elif child.type == "image":
            yield "image", child.content, str(child.attrGet("src"))
            words.append(child.content)
        elif child.type == "html_inline":
            yield "html_inline", child.content, ""
        else:
            words.append(child.content)


def _says_nothing(words: str) -> bool:
    text = words.strip().lower()
    return not text or text in UNINFORMATIVE or text.startswith(("http", "www."))


def _check_claims(text: str, line: int, report: Report) -> None:
    for number, said in claims.claims(text):
        report(line + number, f"says {said}")
