"""The words of a text, for translators: found with their lines, and put back in another language.

Babel calls :func:`extract` (``babel.cfg`` names it); :func:`translated` puts the words back into
the same text, so that what is built from it has the same cells, names and keys. What is in double
braces, what is marked as code, and where a link leads belong to the sentence and are no words.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import IO, Any

import yaml
from markdown_it.token import Token

from groundwork.authoring.source import tokens
from groundwork.authoring.source.block_reader import BOX, HEAD, NAMED, OPTION

WORDS_OF_HEAD = ("title", "does", "things")  # the entries of a head, at any depth, that are words
WORDS_OF_BLOCK = ("title", "unit", "also", "objective", "taught")
FORMULAS = ("computed",)  # the kinds whose items are formulas, and no words
NAMED_IN_BOX = ("write",)  # the kinds whose boxes hold words
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Message:
    """One piece of words: its line, counted from 1, and where it stands, for the translator."""

    line: int
    text: str
    where: str = ""


@dataclass(frozen=True)
class Unit:
    """Lines of a text, from `start` to before `end`, counted from 0, as words and what is between.

    One line replaces them: what is between the words stays as it is.
    """

    start: int
    end: int
    parts: tuple[str | Message, ...]


def messages(text: str) -> list[Message]:
    """Return the words of a text in their order; what holds no letter is left out."""
    units = sorted(_units(text.split("\n")), key=lambda unit: unit.start)
    return [part for unit in units for part in unit.parts if isinstance(part, Message)]


def translated(text: str, translate: Callable[[str], str]) -> str:
    """Return a text with its words in another language, a wrapped paragraph in one line."""
    lines = text.split("\n")
    for unit in sorted(_units(lines), key=lambda unit: unit.start, reverse=True):
        said = [part if isinstance(part, str) else translate(part.text) for part in unit.parts]
        lines[unit.start : unit.end] = ["".join(said)]
    return "\n".join(lines)


def extract(
    file: IO[bytes], keywords: object, comment_tags: object, options: dict[str, Any]
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Yield the words of a text as Babel wants them: line, function, message, comments."""
    for message in messages(file.read().decode("utf-8")):
        yield message.line, "", message.text, [message.where] if message.where else []


def _units(lines: Sequence[str]) -> Iterator[Unit]:
    for piece in tokens.parse(lines):
        if piece.kind == "front_matter":
            yield from _head(piece.first.content, piece.start + 1)
        elif piece.kind == "colon_fence":
            yield from _block(piece.first.info, lines, piece.start, piece.end)
        else:
            yield from _prose(piece.tokens, lines)


def _head(text: str, start: int) -> Iterator[Unit]:
    """Yield the words of a head; each stands on a line of its own or among others."""
    lines = text.split("\n")
    found: dict[int, list[tuple[int, int, str]]] = {}
    for key, node in _scalars(yaml.compose(text)):
        if key in WORDS_OF_HEAD and _has_words(node.value):
            begin, end = node.start_mark, node.end_mark
            found.setdefault(begin.line, []).append((begin.column, end.column, node.value))
    for number, places in found.items():
        parts: list[str | Message] = []
        at = 0
        for begin, end, value in sorted(places):
            # Between quotation marks, since a translation may hold a colon or a comma.
            parts += [f'{lines[number][at:begin]}"', Message(start + number + 1, value), '"']
            at = end
        yield Unit(start + number, start + number + 1, (*parts, lines[number][at:]))


def _scalars(node: Any, key: str = "") -> Iterator[tuple[str, yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        yield key, node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _scalars(each, key)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if name.value != "figures":  # they name columns and values of the data
                yield from _scalars(value, str(name.value))


def _block(info: str, lines: Sequence[str], start: int, end: int) -> Iterator[Unit]:
    head = HEAD.fullmatch(info.strip())
    kind, name = (head[1], head[2]) if head else ("", "")
    body = list(lines[start + 1 : end - 1])
    at = 0
    while at < len(body) and (found := OPTION.fullmatch(body[at].strip())):
        if found[1] in WORDS_OF_BLOCK and found[2] and _has_words(found[2]):
            message = Message(start + at + 2, found[2], f"{name} {found[1]}")
            yield Unit(start + 1 + at, start + 2 + at, (f":{found[1]}: ", message))
        at += 1
    first = start + 1 + at
    for piece in tokens.parse(body[at:]):
        within = piece.kind in ("bullet_list", "blockquote")
        for unit in _prose(piece.tokens, body[at:]):
            yield from _boxed(unit, first, kind, name) if within else [_moved(unit, first, name)]


def _moved(unit: Unit, by: int, where: str) -> Unit:
    parts = tuple(
        Message(part.line + by, part.text, where) if isinstance(part, Message) else part
        for part in unit.parts
    )
    return Unit(unit.start + by, unit.end + by, parts)


def _boxed(unit: Unit, by: int, kind: str, where: str) -> Iterator[Unit]:
    """Take box and name out of the words of an item or of a reply."""
    before, message, *_ = unit.parts
    assert isinstance(before, str) and isinstance(message, Message)
    parts: list[str | Message] = [before]
    line, text = message.line + by, message.text
    if box := BOX.match(text):
        text = text[box.end() :]
        if kind in NAMED_IN_BOX and ">" not in before:
            parts += ["[", Message(line, box[1], f"{where} name"), "] "]
        else:
            parts.append(f"[{box[1]}] ")
    what = "reply" if ">" in before else "item"
    if ">" not in before and (name := NAMED.match(text)):
        parts.append(name[0])
        text, what = text[name.end() :], name[1]
    if _has_words(text) and (kind not in FORMULAS or what == "reply"):
        parts.append(Message(line, text, f"{where} {what}"))
    else:
        parts.append(text)
    yield Unit(unit.start + by, unit.end + by, tuple(parts))


def _prose(found: Sequence[Token], lines: Sequence[str]) -> Iterator[Unit]:
    """Yield the words of paragraphs, headings and tables, at any depth."""
    for before, token in pairwise(found):
        if before.type == "tr_open" and before.map:
            yield _row(lines[before.map[0]], before.map[0])
        elif token.type == "inline" and before.type in ("paragraph_open", "heading_open"):
            yield from _paragraph(token, lines)


def _paragraph(token: Token, lines: Sequence[str]) -> Iterator[Unit]:
    """Yield a paragraph as one piece of words; in a quote, a box begins another."""
    start, end = token.map or (0, 0)
    said = [line.strip() for line in token.content.split("\n")]
    before = lines[start][: lines[start].index(said[0])]
    begins = [0]
    if ">" in before:
        begins += [at for at, line in enumerate(said) if at and BOX.match(line)]
    for at, until in zip(begins, [*begins[1:], len(said)], strict=True):
        text = " ".join(said[at:until])
        if _has_words(text):
            last = end if until == len(said) else start + until
            yield Unit(start + at, last, (before, Message(start + at + 1, text)))


def _has_words(text: str) -> bool:
    return bool(LETTER.search(re.sub(r"\{\{.*?\}\}", "", text)))


def _row(line: str, number: int) -> Unit:
    parts: list[str | Message] = []
    # A bar within double braces or behind a backslash parts no cells.
    for cell in re.findall(r"(?:\{\{.*?\}\}|\\.|[^|\\])+|\|", line):
        if _has_words(cell):
            left = cell[: len(cell) - len(cell.lstrip())]
            right = cell[len(cell.rstrip()) :]
            parts += [left, Message(number + 1, cell.strip()), right]
        else:
            parts.append(cell)
    return Unit(number, number + 1, tuple(parts))
