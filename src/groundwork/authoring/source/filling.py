"""Fill a page's figures into its words, and hold back what the build writes itself.

Braces stand for three things. ``{{ gap | one }}`` is a figure and is filled in here. ``{{ q5 |
number }}`` is a promise (:mod:`groundwork.authoring.source.promises`), and ``{group}`` in a
``{computed}`` question a place that each variant fills; both are held back while numbers are looked
at. ``{{ sources | list }}`` is the list of all that the page cites, and stands below the rest.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from groundwork.authoring.figures import Figures, fill
from groundwork.authoring.source.blocks import Block, changed
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.page import Page, Prose
from groundwork.authoring.source.promises import PLACE, Promises

SOURCES = "{{ sources | list }}"
# Kinds whose items hold the numbers of a key, and not words.
KEYED = ("number", "code", "computed")
# The options that are words; the others say how a block is asked, counted or drawn.
WORDS = {"chart": ("title", "unit", "year")}
OF_A_VARIANT = re.compile(r"\{[a-z_]\w*\}")
FIRST_HELD = 0xE000  # a character that no text uses stands for each piece that is held back


@dataclass
class Filler:
    """What fills the words of one page.

    A page whose head defines no figures has none to fill in, and its numbers are not looked at.
    """

    page: Page
    datasets: Path
    report: Report
    figures: Figures | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Read the figures of the head."""
        if "figures" in self.page.head:
            self.figures = Figures.of(self.page.head["figures"] or {}, self.datasets)

    def block(self, block: Block) -> Block:
        """Return a block with its figures filled in; keys and ways to ask stay as they are."""

        def words(text: str, line: int) -> str:
            places = OF_A_VARIANT.findall(text) if block.kind == "computed" else []
            return held_back(text, places, lambda rest: self._filled(rest, line, link=False))

        kept = WORDS.get(block.kind, ())
        bare = replace(
            block,
            options={name: block.options[name] for name in kept if name in block.options},
            items=tuple(
                replace(item, text="") if block.kind in KEYED else item for item in block.items
            ),
        )
        made = changed(bare, words if self.figures else self._refused)
        items = made.items
        if block.kind in KEYED:
            items = tuple(
                replace(new, text=old.text) for new, old in zip(items, block.items, strict=True)
            )
        return replace(made, options={**block.options, **made.options}, items=items)

    def prose(self, cell: Prose, promises: Promises) -> str:
        """Return what a cell of prose says, with figures, sources and promises written out."""
        places = [found[0] for found in PLACE.finditer(cell.text) if promises.of(found[1])]
        if self.figures:
            places += [SOURCES] * cell.text.count(SOURCES)
        text = held_back(cell.text, places, lambda rest: self._filled(rest, cell.line, link=True))
        if self.figures:
            text = text.replace(SOURCES, self.figures.sources_section())
        return promises.fill(text, cell.line, self.report)

    def report_unused(self) -> None:
        """Report the figures of the head that nothing fills in."""
        for name in self.figures.unused() if self.figures else ():
            self.report(self.page.lines["figures"], f"defines {name}, and nothing fills it in")

    def _filled(self, text: str, line: int, *, link: bool) -> str:
        if self.figures is None:
            return self._refused(text, line)
        return fill(text, line, self.figures, self.report, link=link)

    def _refused(self, text: str, line: int) -> str:
        for found in PLACE.finditer(text):
            here = line + text.count("\n", 0, found.start())
            self.report(here, f"fills in {found[1]}, and nothing here is called so")
        return text


def held_back(text: str, places: list[str], change: Callable[[str], str]) -> str:
    """Change a text around some pieces of it, which stay as they are."""
    signs = {place: chr(FIRST_HELD + at) for at, place in enumerate(dict.fromkeys(places))}
    for place, sign in signs.items():
        text = text.replace(place, sign)
    text = change(text)
    for place, sign in signs.items():
        text = text.replace(sign, place)
    return text
