"""Markdown as markdown-it reads it: CommonMark with tables, and MyST's head, fences and breaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin

from groundwork.authoring.source.fault import Report

_parser = (
    MarkdownIt("commonmark")
    .enable("table")
    .use(front_matter_plugin)
    .use(colon_fence_plugin)
    .use(myst_block_plugin)
)
_WHAT = {
    "bullet_list": "a list",
    "ordered_list": "a numbered list",
    "blockquote": "a quote",
    "heading": "a heading",
}


@dataclass(frozen=True)
class Piece:
    """One thing of a text at one level: a paragraph, a list, a fence.

    `kind` is the name that markdown-it gives it, without ``_open``. `start` is its first line and
    `end` the line after its last, both counted from 0 and without blank lines at its end.
    """

    kind: str
    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def first(self) -> Token:
        """Return the token that opens it."""
        return self.tokens[0]

    @property
    def inside(self) -> tuple[Token, ...]:
        """Return what stands between its first and its last token."""
        return self.tokens[1:-1]

    @property
    def words(self) -> str:
        """Return what its first piece of inline Markdown says, in one line."""
        found = next((token.content for token in self.tokens if token.type == "inline"), "")
        return unwrapped(found)


def parse(lines: Sequence[str]) -> list[Piece]:
    """Return what stands at the top level of some lines."""
    return list(pieces(_parser.parse("\n".join(lines) + "\n"), lines))


def pieces(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Piece]:
    """Yield what stands at the level of the first of some tokens."""
    if not tokens:
        return
    level = tokens[0].level
    begun: list[Token] = []
    for token in tokens:
        begun.append(token)
        if token.nesting == 1 or token.level > level:
            continue
        start, end = begun[0].map or (0, 0)
        while end > start + 1 and not lines[end - 1].strip():
            end -= 1
        yield Piece(begun[0].type.removesuffix("_open"), start, end, tuple(begun))
        begun = []


def unwrapped(text: str) -> str:
    """Return a wrapped paragraph as one line."""
    return " ".join(line.strip() for line in text.splitlines())


def find_open_fence(piece: Piece, lines: Sequence[str], line: int, report: Report) -> bool:
    """Report a fence that nothing closes; it would swallow the rest of the text.

    Parameters
    ----------
    line
        The line of the text, counted from 1, that is line 0 of `lines`.
    """
    mark = piece.first.markup
    last = lines[piece.end - 1].strip()
    closed = piece.end - piece.start > 1 and re.fullmatch(rf"{re.escape(mark[0])}+", last)
    if closed and len(last) >= len(mark):
        return False
    report(
        line + piece.start,
        f"opens {piece.first.info or mark!r} and nothing closes it: end it with a line {mark}",
    )
    return True


def find_wraps(found: Sequence[Piece], line: int, report: Report) -> None:
    """Report a list, quote or heading that begins in the middle of a paragraph.

    A wrapped line that happens to begin with ``- ``, ``1. ``, ``> `` or ``# `` becomes one.
    """
    for before, piece in pairwise(found):
        if before.kind == "paragraph" and before.end == piece.start and piece.kind in _WHAT:
            report(
                line + piece.start,
                f"begins {_WHAT[piece.kind]} in the middle of a paragraph: put a blank line before "
                "it or, if it is the same sentence, break the line elsewhere",
            )
