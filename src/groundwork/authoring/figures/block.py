"""Fill figures into a block: a source named anywhere in it holds for all of it."""

from contextlib import suppress
from dataclasses import replace

from groundwork.authoring.figures.fill import Figures, Report, fill, keys_in
from groundwork.authoring.figures.values import FigureError
from groundwork.authoring.source.blocks import Block, Item, Option, Quote

WORDS = ("title", "unit", "given")
"""Options whose numbers a learner reads; the others set up the block (points, tolerance)."""
OF_A_CHART = (*WORDS, "year")
ANSWERS = ("number", "computed", "code")
"""Kinds whose items are numbers and formulas. Only a right number claims something."""
LATER = ("computed",)
"""Kinds whose words have places, such as `{rate}`, that are filled in when a row is drawn."""


def fill_block(block: Block, figures: Figures, report: Report, *, check: bool = True) -> Block:
    """Return a block with its figures and citations written out, and report as `fill` does.

    What a block shows of a data set is cited by that. Without `check` no number is looked at.
    """
    figures.cited.update(dict.fromkeys(_shown(block, figures)))
    cited = keys_in("\n\n".join(_words(block)))

    def filled(text: str, line: int, claims: bool = True) -> str:
        places = block.kind in LATER
        return fill(
            text,
            line,
            figures,
            report,
            cited=cited,
            link=False,
            places=places,
            check=check and claims,
        )

    words = OF_A_CHART if block.kind == "chart" else WORDS

    def quoted(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(replace(quote, text=filled(quote.text, quote.line)) for quote in quotes)

    return replace(
        block,
        options={
            name: Option(option.line, filled(option.value, option.line, name in words))
            for name, option in block.options.items()
        },
        prose=filled(block.prose, block.begins or block.line),
        items=tuple(
            replace(
                item,
                text=filled(item.text, item.line, _claims(block, item)),
                quotes=quoted(item.quotes),
            )
            for item in block.items
        ),
        quotes=quoted(block.quotes),
    )


def _shown(block: Block, figures: Figures) -> list[str]:
    """Return the sources of the data that a block shows; an unknown data set is told elsewhere."""
    data, where = block.options.get("data"), block.options.get("where")
    found: list[str] = []
    for name in data.value.split("|") if data else ():
        with suppress(FigureError):
            found += figures.values.sources_of(name.strip(), where.value if where else "")
    return found


def _words(block: Block) -> list[str]:
    quotes = [*block.quotes, *(quote for item in block.items for quote in item.quotes)]
    texts = [*(item.text for item in block.items), *(quote.text for quote in quotes)]
    return [block.prose, *texts, *(option.value for option in block.options.values())]


def _claims(block: Block, item: Item) -> bool:
    """Whether an item's numbers claim something: not those of a slip, nor of a formula."""
    if block.kind == "card" and item.box is not None:
        return item.name is not None  # an entry without a name is a number to be typed
    return block.kind not in ANSWERS or (block.kind == "number" and item.box == "x")
