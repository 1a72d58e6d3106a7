"""What a block of a text holds: a question, a chart, a reflection, before a kind makes sense of it.

A block is a colon fence of MyST. Its box holds the key, its quotes are replies::

    :::{choose} q4
    :points: 1

    Which step gives the patients more power?

    - [ ] survey: Ask 200 patients in a survey.
      > It moves no power: nobody has to answer it.
    - [x] seat: Give patients two paid voting seats on the panel.
      > It is a vote, it stands in a rule, and it is paid.

    > [else] Who would have to say yes?
    :::
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Quote:
    """A quoted reply: under an item, or under none.

    Parameters
    ----------
    line
        Its first line in the text, counted from 1.
    box
        What stands in the box at its beginning: `place` of ``> [place] Who writes a code?``. None
        without a box.
    text
        The reply, in Markdown.
    """

    line: int
    box: str | None
    text: str


@dataclass(frozen=True)
class Item:
    """One item of a block's lists: an option, a thing to sort, a category, a number, a part.

    Parameters
    ----------
    line
        Its first line in the text, counted from 1.
    box
        The key: `x`, a category, a rank; "" for an empty box, None without a box.
    name
        The word before the colon, which answers keep; None without one.
    text
        Its words, in Markdown.
    quotes
        The replies quoted under it.
    """

    line: int
    box: str | None
    name: str | None
    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Option:
    """The value of a line such as ``:points: 2``."""

    line: int
    value: str


@dataclass(frozen=True)
class Block:
    """A block as it stands in the text.

    Parameters
    ----------
    kind
        The word in braces: `choose`.
    name
        The word behind it: `q4`.
    line
        The line where it opens, counted from 1.
    options
        What stands between colons at its top.
    prose
        Its paragraphs and tables, in Markdown; a wrapped paragraph is one line.
    items
        The items of its lists, in order.
    quotes
        What is quoted under no item.
    begins
        The first line of its prose, counted from 1; 0 without any.
    """

    kind: str
    name: str
    line: int
    options: Mapping[str, Option] = field(default_factory=dict)
    prose: str = ""
    items: tuple[Item, ...] = ()
    quotes: tuple[Quote, ...] = ()
    begins: int = 0


def changed(block: Block, change: Callable[[str, int], str]) -> Block:
    """Return a block whose words went through `change(text, line)`; names and keys stay."""

    def told(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(replace(quote, text=change(quote.text, quote.line)) for quote in quotes)

    return replace(
        block,
        options={
            name: replace(option, value=change(option.value, option.line))
            for name, option in block.options.items()
        },
        prose=change(block.prose, block.begins or block.line),
        items=tuple(
            replace(item, text=change(item.text, item.line), quotes=told(item.quotes))
            for item in block.items
        ),
        quotes=told(block.quotes),
    )
