# mypy: disable-error-code="var-annotated"
"""Read a paper back from its file, as somebody would who never saw the page."""

import io
from dataclasses import dataclass, field
from html.parser import HTMLParser

import docx
from docx.oxml.ns import qn


@dataclass
class Read:
    """What a file holds: headings with their level, paragraphs, list items, tables, alt texts."""

    title: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    items: list[tuple[int, str]] = field(default_factory=list)
    tables: dict[str, list[list[str]]] = field(default_factory=dict)  # caption to rows
    pictures: list[str] = field(default_factory=list)

    @property
    def everything(self) -> str:
        rows = [cell for table in self.tables.values() for row in table for cell in row]
        lines = [text for _, text in (*self.headings, *self.items)]
        return "\n".join(
            [self.title, *lines, *self.paragraphs, *self.tables, *rows, *self.pictures]
        )


def word(content: bytes) -> Read:
    """Read a Word file by its styles."""
    document = docx.Document(io.BytesIO(content))
    found, caption = Read(), ""
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            rows = [[cell.text for cell in row.cells] for row in block.rows]
            found.tables[caption] = found.tables.get(caption, []) + rows
            continue
        name = block.style.name
        for drawn in block._p.iter(qn("wp:docPr")):
            found.pictures.append(drawn.get("descr"))
        if name == "Title":
            found.title = block.text
        elif name.startswith("Heading"):
            found.headings.append((int(name[-1]), block.text))
        elif name == "Caption":
            caption = block.text
        elif name == "List Paragraph":
            found.items.append((block._p.pPr.numPr.ilvl.val, block.text))
        elif block.text:
            found.paragraphs.append(block.text)
    return found


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found, self.depth, self.text, self.caption = Read(), -1, [], ""
        self.row: list[str] = []
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attributes if name in ("src", "href")]
        if tag == "ul":
            self._item()
            self.depth += 1
        elif tag == "img":
            self.found.pictures.append(given["alt"] or "")
        if tag in ("h1", "h2", "h3", "p", "blockquote", "li", "th", "td", "caption", "dt", "dd"):
            self.text = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def _item(self) -> None:
        if self.depth >= 0 and "".join(self.text).strip():
            self.found.items.append((self.depth, "".join(self.text)))
        self.text = []

    def handle_endtag(self, tag: str) -> None:
        text = "".join(self.text)
        if tag == "b":  # the beginning of a paragraph
            return
        if tag == "h1":
            self.found.title = text
        elif tag in ("h2", "h3"):
            self.found.headings.append((int(tag[1]) - 1, text))
        elif tag in ("p", "blockquote", "dd"):
            self.found.paragraphs.append(text)
        elif tag == "li":
            self._item()
        elif tag == "ul":
            self.depth -= 1
        elif tag == "caption":
            self.caption = text
            self.found.tables.setdefault(text, [])  # two tables may have one caption
        elif tag in ("th", "td"):
            self.row.append(text)
        elif tag == "tr":
            self.found.tables[self.caption].append(self.row)
            self.row = []
        if tag != "ul":
            self.text = []


def page(content: str) -> _Page:
    """Read a page to print; `found` holds what it says."""
    reader = _Page()
    reader.feed(content)
    return reader
