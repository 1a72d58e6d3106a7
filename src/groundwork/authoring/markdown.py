"""What a notebook's text cells hold: headings, links, pictures and tables."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import mistune

_parse = mistune.create_markdown(renderer="ast", plugins=["table"])


@dataclass(frozen=True)
class Heading:
    """A heading with its level, 1 to 6."""

    level: int
    text: str


@dataclass(frozen=True)
class Link:
    """A link or a picture (`image`), with the words that stand for it."""

    url: str
    text: str
    image: bool = False


@dataclass(frozen=True)
class Table:
    """The header cells of a table."""

    header: tuple[str, ...]


def elements(text: str) -> Iterator[Heading | Link | Table]:
    """Yield the headings, links, pictures and tables of a text, in order."""
    for token in _walk(_parse(text)):
        attributes = token.get("attrs", {})
        match token["type"]:
            case "heading":
                yield Heading(attributes["level"], words(token))
            case "link":
                yield Link(attributes["url"], words(token))
            case "image":
                yield Link(attributes["url"], words(token), image=True)
            case "table_head":
                yield Table(tuple(words(cell) for cell in token["children"]))


def raw_html(text: str) -> list[str]:
    """Return the pieces of HTML that a text holds."""
    return [
        token["raw"]
        for token in _walk(_parse(text))
        if token["type"] in ("block_html", "inline_html")
    ]


def blocks(text: str) -> list[str]:
    """Return the plain words of each paragraph, heading, list item and table cell, without code."""
    ends = ("paragraph", "heading", "block_text", "table_cell")
    return [_prose(token) for token in _walk(_parse(text)) if token["type"] in ends]


def _prose(token: dict[str, Any]) -> str:
    if token["type"] == "codespan":
        return ""
    if "children" in token:
        return "".join(map(_prose, token["children"]))
    return html.unescape(token.get("raw", ""))


def words(token: dict[str, Any]) -> str:
    """Return the plain words of a piece of parsed text."""
    if "children" in token:
        return "".join(words(child) for child in token["children"])
    return token.get("raw", "")


def _walk(tokens: Any) -> Iterator[dict[str, Any]]:
    for token in tokens:
        yield token
        yield from _walk(token.get("children", []))
