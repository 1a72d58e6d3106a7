"""Fill a page's figures and sources into its words, and hold back what the build promises itself.

Double braces stand for three things. ``{{ gap | one }}`` is a figure, ``{{ sources | list }}`` the
list of all that the page cites above it: both are filled in by :mod:`groundwork.authoring.figures`.
``{{ q5 | number }}`` is a promise (:mod:`groundwork.authoring.building.promises`), and is held back
while numbers are looked at.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from groundwork.authoring.building.promises import PLACE, Promises
from groundwork.authoring.figures import Figures, check_code, fill, fill_block
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.page import Cell, Code, Page, Placed, Prose

FIRST_HELD = 0xE000  # a character that no text uses stands for each piece that is held back


@dataclass
class Filler:
    """What fills the words of one page.

    In another language (`translated`) the numbers are not looked at again: what they rest on is
    said in the words of the original. `link` says whether a citation links to Sources.
    """

    page: Page
    datasets: Path
    report: Report
    translated: bool = False
    link: bool = True
    figures: Figures = field(init=False)

    def __post_init__(self) -> None:
        """Read the figures of the head."""
        defined = self.page.head.get("figures") or {}
        lines = {name: self.page.lines.get(f"figures.{name}", 1) for name in defined}
        self.figures = Figures.of(defined, self.datasets, lines)

    def cell(self, cell: Cell) -> Cell:
        """Return a cell with the figures of its block; prose is filled when its links are made."""
        if isinstance(cell, Placed):
            filled = fill_block(cell.block, self.figures, self.report, check=not self.translated)
            return replace(cell, block=filled)
        if isinstance(cell, Code) and not self.translated:
            check_code(cell.text, cell.line, self.report)
        return cell

    def prose(self, cell: Prose, promises: Promises) -> str:
        """Return what a cell of prose says, with figures, sources and promises written out."""
        # A question that has faults promises nothing yet, and is no figure either.
        asked = {each.block.name for each in self.page.cells if isinstance(each, Placed)}
        places = [
            found[0]
            for found in PLACE.finditer(cell.text)
            if promises.of(found[1]) or found[1] in asked
        ]

        def filled(rest: str) -> str:
            check = not self.translated
            return fill(rest, cell.line, self.figures, self.report, link=self.link, check=check)

        return promises.fill(held_back(cell.text, places, filled), cell.line, self.report)

    def report_left(self) -> None:
        """Report figures that nothing fills in, and sources that are written out nowhere."""
        for name in self.figures.unused():
            self.report(self.figures.lines[name], f"defines {name}, and nothing fills it in")
        if untold := self.figures.untold():
            self.report(
                1,
                f"rests on {', '.join(untold)} and writes them out nowhere: write "
                "{{ sources | list }} below ## Sources, or {{ @key | source }} where it stands",
            )


def filled(page: Page, datasets: Path) -> Page:
    """Return a page with the figures of its blocks, for whoever only asks what they hold."""
    filler = Filler(page, datasets, lambda _line, _said: None)
    return replace(page, cells=tuple(map(filler.cell, page.cells)))


def held_back(text: str, places: list[str], change: Callable[[str], str]) -> str:
    """Change a text around some pieces of it, which stay as they are."""
    signs = {place: chr(FIRST_HELD + at) for at, place in enumerate(dict.fromkeys(places))}
    for place, sign in signs.items():
        text = text.replace(place, sign)
    text = change(text)
    for place, sign in signs.items():
        text = text.replace(sign, place)
    return text
