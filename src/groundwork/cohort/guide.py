"""The facilitator's guide: which pages there are, and each as a paper to print or open in Word."""

import datetime
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from groundwork.cohort import guide_parts
from groundwork.cohort.guide_forms import ON_ONE_PAGE, of_form
from groundwork.learner.papers.model import (
    BOX,
    Block,
    Heading,
    Items,
    Paper,
    Paragraph,
    Quote,
    Table,
)
from groundwork.subject.errors import UserError

FOLDER = "facilitator_guide"
CARDS = "law_cards"  # the page whose parts are handed out one by one
CARD = "Law card: "  # how the heading of such a part begins
OF_A_LESSON = ("sessions", "handouts", "supervisors")  # a page for each, under the lesson's name
LINE = 92  # letters of a table's line in print
CODE = ("code_block", "fence")  # what is to be typed
_parser = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class GuidePage:
    """One page of the guide: its name, its file, and whether it is handed to participants.

    `part` is the heading of the part that it is, when it is not the whole page.
    """

    name: str
    path: Path
    part: str = ""

    @property
    def is_handout(self) -> bool:
        """Whether participants write on it."""
        return self.path.parent.name == "handouts"

    @property
    def title(self) -> str:
        """Return its heading of level 1, or that of its part."""
        return self.part or next(
            each.text for each in _blocks(self.path) if isinstance(each, Heading)
        )


def pages(course: Path) -> list[GuidePage]:
    """Return the pages of the guide: those of the guide itself, and those of each lesson."""
    folder = course / FOLDER
    order = {FOLDER: 0, **{name: at for at, name in enumerate(OF_A_LESSON, start=1)}}
    paths = [
        *folder.glob("*.md"),
        *(each for sub in OF_A_LESSON for each in folder.glob(f"{sub}/*.md")),
    ]
    ordered = sorted(paths, key=lambda path: (order[path.parent.name], path.stem != "README", path))
    return [GuidePage(path.stem, path) for path in ordered]


def named(course: Path, name: str) -> list[GuidePage]:
    """Return the pages of a name: those of a lesson share one; a law card is a part of a page.

    Raises
    ------
    UserError
        When there is none.
    """
    known = [*pages(course), *cards(course)]
    found = [page for page in known if page.name == name]
    if not found:
        names = ", ".join(dict.fromkeys(page.name for page in known))
        raise UserError(f"The guide has no page called {name}.", f"Its pages are: {names}.")
    return found


def cards(course: Path) -> list[GuidePage]:
    """Return each law card, and the law sheet, as a page of its own."""
    return [
        GuidePage(each.text.removeprefix(CARD).lower().replace(" ", "_"), whole.path, each.text)
        for whole in pages(course)
        if whole.name == CARDS
        for each in _blocks(whole.path)[1:]
        if isinstance(each, Heading) and each.level == guide_parts.PART
    ]


def paper(page: GuidePage, day: datetime.date, minutes: int | None = None) -> Paper:
    """Return a page as a paper of a day; of a run sheet, one form of so many minutes or all.

    Raises
    ------
    UserError
        When no session takes so many minutes.
    """
    first, *blocks = _blocks(page.path)
    reader = ""
    if blocks and isinstance(blocks[0], Paragraph) and blocks[0].text.startswith("For "):
        reader = blocks.pop(0).text.removeprefix("For ").rstrip(".")  # type: ignore[union-attr]
    if page.part:
        first, *blocks = guide_parts.part(blocks, page.part)
    elif page.name == CARDS:
        blocks = [guide_parts.on_a_page(block) for block in blocks]
    if isinstance(blocks[0], Heading) and blocks[0].text == ON_ONE_PAGE:
        blocks = guide_parts.of_session(blocks)
    if page.is_handout:
        blocks = [guide_parts.with_room(block) for block in guide_parts.own_pages(blocks)]
    if minutes is not None:
        blocks = [_spread(block) for block in of_form(blocks, minutes)]
    assert isinstance(first, Heading)
    return Paper(first.text, "", reader, tuple(blocks), date=day)


def _blocks(path: Path) -> list[Block]:
    return blocks(path.read_text(encoding="utf-8"))


def blocks(text: str) -> list[Block]:
    """Read a page's Markdown into the blocks of a paper."""
    return _read(_parser.parse(text))


def _read(tokens: Sequence[Token]) -> list[Block]:
    made: list[Block] = []
    for opening, inside in _top(tokens):
        if opening.type == "heading_open":
            made.append(Heading(_said(inside), max(1, int(opening.tag[1:]) - 1)))
        elif opening.type == "paragraph_open":
            made.append(Paragraph(*_lead(inside)))
        elif opening.type == "blockquote_open":
            made.append(Quote("\n".join(map(_plain, _inlines(inside)))))
        elif opening.type == "ordered_list_open":
            made += _numbered(opening, inside)
        elif opening.type == "bullet_list_open":
            made += _bullets(inside)
        elif opening.type == "table_open":
            made.append(_table(inside, _caption(made)))
        elif opening.type in CODE:
            made.append(_code(opening))
    return made


def _top(tokens: Sequence[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """Yield each thing that lies in no other: the token that opens it, and what is inside."""
    inside: list[Token] = []
    opening: Token | None = None
    level = tokens[0].level if tokens else 0
    for token in tokens:
        if token.level > level or (opening and token.nesting != -1):
            inside.append(token)
        elif token.nesting == 1:
            opening, inside = token, []
        elif token.nesting == -1 and opening:
            yield opening, inside
            opening = None
        else:
            yield token, []


def _bullets(tokens: Sequence[Token]) -> Iterator[Block]:
    """Yield the items of a list with their depths; a command among them ends one list."""
    items: list[tuple[int, str, int]] = []
    depth = 0
    for token in tokens:
        if token.type.endswith("list_open"):
            depth += 1
        elif token.type.endswith("list_close"):
            depth -= 1
        elif token.type == "inline":
            items.append((depth, _plain(token), _bold(token)))
        elif token.type in CODE:
            yield from _listed(items)
            yield _code(token)
            items = []
    yield from _listed(items)


def _listed(items: Sequence[tuple[int, str, int]]) -> Iterator[Block]:
    if items and all(text.startswith(BOX) for _, text, _ in items):
        yield from (Paragraph(text) for _, text, _ in items)
    elif items:
        bold = tuple(letters for _, _, letters in items)
        yield Items(tuple((depth, text) for depth, text, _ in items), bold if any(bold) else ())


def _bold(inline: Token) -> int:
    """Return how many letters in bold an item begins with."""
    children = [each for each in inline.children or [] if each.type != "text" or each.content]
    if not children or children[0].type != "strong_open":
        return 0
    end = next(at for at, each in enumerate(children) if each.type == "strong_close")
    return len(_words(children[:end]))


def _numbered(opening: Token, tokens: Sequence[Token]) -> Iterator[Block]:
    """Yield each item of a numbered list: a paragraph that begins with its number, and the rest."""
    first = int(opening.attrGet("start") or 1)
    for number, (_, inside) in enumerate(_top(tokens), start=first):
        head, *rest = _read(inside) or [Paragraph("")]
        if isinstance(head, Paragraph):
            yield Paragraph(head.text, f"{number}. {head.lead}")
        else:
            yield from (Paragraph("", f"{number}."), head)
        yield from rest


def _code(token: Token) -> Quote:
    return Quote(token.content.rstrip("\n"))


def _table(tokens: Sequence[Token], caption: str) -> Table:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_plain(token))
    head, *body = rows
    return Table(caption, tuple(head), tuple(map(tuple, body)), _widths(rows))


def _spread(block: Block) -> Block:
    """Give a table that has lost columns widths for those that are left: most for its words."""
    if not isinstance(block, Table) or block.widths:
        return block
    return replace(block, widths=_widths([block.columns, *block.rows], float))


def _widths(
    rows: Sequence[Sequence[str]], weigh: Callable[[float], float] = math.sqrt
) -> tuple[float, ...]:
    """Return how many letters wide each column is: never less than its longest word.

    What is left of the line follows the longest cells, by default by the root of their letters: so
    a row is about as high in each of its columns. Of empty columns the last has room to write in,
    when its head has more than a word or it is alone.
    """
    columns = list(zip(*rows, strict=True))
    empty = [at for at, column in enumerate(columns) if not any(column[1:])]
    wanted = [weigh(max(map(len, column))) for column in columns]
    for at in empty:
        roomy = at == empty[-1] and (len(empty) == 1 or " " in columns[at][0])
        wanted[at] = max(*wanted, weigh(30)) if roomy else wanted[at]
    least = [
        3 + max(len(word) for cell in column for word in [*cell.split(), ""]) for column in columns
    ]
    left = max(LINE - sum(least), 0)
    return tuple(word + left * want / sum(wanted) for word, want in zip(least, wanted, strict=True))


def _caption(made: list[Block]) -> str:
    """Take the sentence above a table that ends with a colon, else the last heading.

    A single word after a sentence, such as “Here:”, names no table.
    """
    above = made[-1] if made else None
    if isinstance(above, Paragraph) and re.search(r"(?:^|[^.?!] )\S*:$", above.text):
        made.pop()
        before, stop, last = above.text.rpartition(". ")
        if before:
            made.append(Paragraph(f"{before}{stop.rstrip()}", above.lead))
            return last.rstrip(":")
        return f"{above.lead}{last}".rstrip(":")
    heading = next((each.text for each in reversed(made) if isinstance(each, Heading)), "")
    return heading.removesuffix(guide_parts.of_its_own(heading)).removesuffix(": ")


def _inlines(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.type == "inline"]


def _said(tokens: Sequence[Token]) -> str:
    return " ".join(map(_plain, _inlines(tokens)))


def _lead(tokens: Sequence[Token]) -> tuple[str, str]:
    """Return a paragraph's words, and the bold ones that it begins with."""
    (inline,) = _inlines(tokens)
    children = [child for child in inline.children or [] if child.type != "text" or child.content]
    if not children or children[0].type != "strong_open":
        return _plain(inline), ""
    end = next(at for at, child in enumerate(children) if child.type == "strong_close")
    return _words(children[end + 1 :]), _words(children[:end])


def _plain(inline: Token) -> str:
    return _words(inline.children or [])


def _words(children: Sequence[Token]) -> str:
    """Return inline Markdown as words; a link to elsewhere also says where it leads."""
    said: list[str] = []
    address = ""
    for child in children:
        if child.type in ("text", "code_inline", "text_special"):
            said.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            said.append(" " if child.type == "softbreak" else "\n")
        elif child.type == "link_open":
            address = str(child.attrGet("href"))
        elif child.type == "link_close":
            said.append(f" ({address})" if address.startswith("http") else "")
    return "".join(said)
