"""Read a text into a page; everything that is wrong is reported, with its line."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from groundwork.authoring.source import tokens
from groundwork.authoring.source.block_reader import read_block
from groundwork.authoring.source.fault import Fault, Faults, Report
from groundwork.authoring.source.links import slug
from groundwork.authoring.source.page import Cell, Code, Page, Placed, Prose
from groundwork.authoring.source.tokens import Piece

ID = re.compile(r"[A-Za-z0-9_-]{1,64}")  # as nbformat has it
CODE = re.compile(r"\{code-cell\}(?:\s+(?:python|ipython3?))?")
CODE_OPTION = re.compile(r":([a-z][a-z_-]*):\s*(.*)")
OURS = ("cell", "tags")  # the options of a block that place it, whatever its kind


def read(path: Path, text: str | None = None) -> tuple[Page, list[Fault]]:
    """Return the page that a text holds, and what is wrong in it.

    Parameters
    ----------
    path
        The file; its name is the name of the lesson or exercise.
    text
        What to read instead of the file's own text.
    """
    if text is None:
        text = path.read_text(encoding="utf-8")
    faults = Faults(path)
    lines = text.split("\n")
    found = tokens.parse(lines)
    head, begins = _head(found, faults.report)
    cells = _Cells(lines, faults.report)
    for piece in found:
        cells.take(piece)
    return Page(path, head, begins, cells.done()), sorted(faults.found)


class _Cells:
    """The cells of a text, while it is read."""

    def __init__(self, lines: Sequence[str], report: Report) -> None:
        self._lines = lines
        self._report = report
        self._prose: list[Piece] = []
        self._given: Mapping[str, Any] = {}  # what the last +++ says of the prose after it
        self._break = 0  # its line, counted from 1
        self._cells: list[Cell] = []
        self._seen: dict[str, int] = {}

    def take(self, piece: Piece) -> None:
        if piece.kind in ("front_matter", "myst_line_comment"):
            return
        if piece.kind == "myst_block_break":
            self._end_prose()
            self._unused()
            self._given, self._break = self._about(piece), piece.start + 1
        elif piece.kind == "colon_fence":
            self._end_prose()
            self._place(piece)
        elif piece.kind == "fence" and piece.first.info.lstrip().startswith("{"):
            self._end_prose()
            self._code(piece)
        elif piece.kind == "myst_target":
            self._report(piece.start + 1, "names a place: link to a heading or a cell instead")
        else:
            if piece.kind == "fence":
                tokens.find_open_fence(piece, self._lines, 1, self._report)
            self._prose.append(piece)

    def done(self) -> tuple[Cell, ...]:
        self._end_prose()
        self._unused()
        return tuple(self._cells)

    def _unused(self) -> None:
        if self._given:
            self._report(self._break, "names a cell of prose, and no prose follows")
            self._given = {}

    def _about(self, piece: Piece) -> Mapping[str, Any]:
        """Read what stands behind +++."""
        try:
            about = yaml.safe_load(piece.first.content) or {}
        except yaml.YAMLError:
            about = None
        if not isinstance(about, dict) or set(about) - {"id", "tags"}:
            self._report(
                piece.start + 1, 'breaks a cell: write +++ {"id": "a-word", "tags": ["quick"]}'
            )
            return {}
        return about

    def _end_prose(self) -> None:
        if not self._prose:
            return
        tokens.find_wraps(self._prose, 1, self._report)
        first, last = self._prose[0], self._prose[-1]
        # Between them may stand comments of the author, which no learner reads.
        lines = [line for line in self._lines[first.start : last.end] if not line.startswith("%")]
        line = first.start + 1
        id = str(self._given.get("id") or self._own_id())
        tags = tuple(self._given.get("tags") or ())
        self._given, self._prose = {}, []
        self._add(Prose(self._once(id, line), line, "\n".join(lines), tags))

    def _own_id(self) -> str:
        """Name a cell of prose after its heading, else after the block or code above it."""
        first = self._prose[0]
        if first.kind == "heading":
            return cell_id(first.words)
        if self._cells and not isinstance(self._cells[-1], Prose):
            return f"{self._cells[-1].id}-after"
        self._report(
            first.start + 1,
            'begins a cell without a heading: name it above, +++ {"id": "a-word"}',
        )
        return f"line-{first.start + 1}"

    def _place(self, piece: Piece) -> None:
        line = piece.start + 1
        open_fence = tokens.find_open_fence(piece, self._lines, 1, self._report)
        body = self._lines[piece.start + 1 : piece.end - (0 if open_fence else 1)]
        block = read_block(piece.first.info, body, line, self._report)
        if block is None:
            return
        ours = {name: block.options[name] for name in OURS if name in block.options}
        options = {name: each for name, each in block.options.items() if name not in OURS}
        id = ours["cell"].value if "cell" in ours else block.name
        self._sound(id, line)  # the build sees whether another cell has it
        tags = _tags(ours["tags"].value) if "tags" in ours else ()
        self._add(Placed(id, replace(block, options=options), tags))

    def _code(self, piece: Piece) -> None:
        line = piece.start + 1
        if not CODE.fullmatch(piece.first.info.strip()):
            self._report(line, f"opens {piece.first.info!r}: code stands in {{code-cell}}")
            return
        if tokens.find_open_fence(piece, self._lines, 1, self._report):
            return
        body = self._lines[piece.start + 1 : piece.end - 1]
        options: dict[str, str] = {}
        while body and (found := CODE_OPTION.fullmatch(body[0])):
            options[found[1]] = found[2].strip()
            body = body[1:]
        while body and not body[0].strip():
            body = body[1:]
        if "id" not in options:
            self._report(line, "opens a cell of code without an id: write :id: a-word below it")
        id = self._once(options.pop("id", f"line-{line}"), line)
        tags = _tags(options.pop("tags", ""))
        first = piece.end - len(body)  # the line, counted from 1, of the first line of code
        self._add(Code(id, first, "\n".join(body).strip("\n"), tags, options))

    def _once(self, id: str, line: int) -> str:
        """Hold a cell's id to one cell."""
        if self._sound(id, line) and id in self._seen:
            self._report(line, f"gives the id {id!r}, which the cell of line {self._seen[id]} has")
        self._seen.setdefault(id, line)
        return id

    def _sound(self, id: str, line: int) -> bool:
        """Hold a cell's id to what a notebook takes."""
        if ID.fullmatch(id):
            return True
        self._report(line, f"gives the cell the id {id!r}: use letters, digits, - and _")
        return False

    def _add(self, cell: Cell) -> None:
        self._cells.append(cell)


def cell_id(heading: str) -> str:
    """Return a heading as the id of a cell: small letters, digits and hyphens, at most 64."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return slug(plain)[:64].strip("-")


def _tags(value: str) -> tuple[str, ...]:
    return tuple(value.replace("[", " ").replace("]", " ").replace(",", " ").split())


def _head(found: Sequence[Piece], report: Report) -> tuple[dict[str, Any], dict[str, int]]:
    """Read the head of a text, and the line of each of its entries: `figures`, `figures.gap`."""
    if not found or found[0].kind != "front_matter":
        report(1, "has no head: begin with a line ---, then title: …, then a line ---")
        return {}, {}
    text = found[0].first.content
    try:
        node = yaml.compose(text)
        head = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        report((mark.line if mark else 0) + 2, f"is no YAML: {getattr(error, 'problem', error)}")
        return {}, {}
    if not isinstance(head, dict) or not isinstance(node, yaml.MappingNode):
        report(2, "is no head: write entries such as title: …")
        return {}, {}
    return head, _lines_of(node)


def _lines_of(node: yaml.MappingNode) -> dict[str, int]:
    """Return the line in the file of each entry, and of each entry inside of one."""
    lines: dict[str, int] = {}
    for key, value in node.value:
        lines[str(key.value)] = key.start_mark.line + 2
        if isinstance(value, yaml.MappingNode):
            within = _lines_of(value)
            lines |= {f"{key.value}.{name}": line for name, line in within.items()}
    return lines
