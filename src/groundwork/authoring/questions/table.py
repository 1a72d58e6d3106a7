"""Read `{table}`: a table in the prose, and an item for each of its open cells.

::

    :::{table} q3
    :points: 3

    Fill in what each baseline holds.

    | | Dollars | Share of equity work |
    | --- | ---: | ---: |
    | Strict | [strict] | [strict_share] |

    - [120000 dollars] strict: Strict, dollars
      > [180000] You believed a label: look at the last day of line B.
      > Add up the recurring unrestricted lines only.
    - [50.0 percent] strict_share: Strict, share
      > Divide by all equity work, and give a percent.

    > [right] …
    :::

The box of an item holds the right number and its unit; its name stands in brackets in the table.
Under it a quote with a number answers that one, a quote without a box any other. What is written
with decimals is right within half a step of the last one; a whole number and dollars are exact.
"""

import re
from fractions import Fraction

from groundwork.authoring.questions import parts
from groundwork.authoring.source.blocks import Block, Item
from groundwork.authoring.source.fault import Report
from groundwork.learner.numerals import plain
from groundwork.learner.questions import GENERAL, Number, Table
from groundwork.learner.questions.number import decimals

OPEN = re.compile(r"\[([a-z0-9][a-z0-9_-]*)\]")
RULE = re.compile(r":?-{3,}:?")
DOLLARS = "dollars"
# Other words that may stand with a number of this unit.
FORMS = {
    DOLLARS: ("$", "dollar", "$ dollars"),
    "percent": ("%",),
    "FTE": ("full-time equivalents",),
    "positions": ("position", "people"),
}
FEWEST_SLIPS = 3  # of the whole table


def read(block: Block, report: Report) -> Table | None:
    """Return the question, or None when it has no table, or no cell to fill."""
    found = parts.common(block, report)
    parts.check_quotes(block, ("right", "else", "step"), report)
    parts.check_names(block.items, report)
    lines = block.prose.splitlines()
    table = [_cells_of(line) for line in lines if line.startswith("|")]
    if len(table) < 3 or not all(RULE.fullmatch(cell) for cell in table[1]):
        report(block.line, f"has no table: {block.name} needs a header, a rule and a row below")
        return None
    if not block.items:
        report(block.line, "has no cell to fill: write an item for each, its key in the box")
        return None
    if not parts.said(block, "right"):
        report(block.line, "says nothing to the right answer: write > [right] …")
    header, rows = table[0], table[2:]
    for row in rows:
        if len(row) != len(header):
            report(block.line, f"has a row of {len(row)} cells under {len(header)}: {row[0]!r}")
            return None
    named = [name for row in rows for cell in row if (name := _open(cell))]
    for item in block.items:
        if named.count(str(item.name)) != 1:
            report(item.line, f"stands {named.count(str(item.name))} times as [{item.name}]: once")
    for name in set(named) - {str(item.name) for item in block.items}:
        report(block.line, f"has the open cell [{name}], and no item of that name")
    cells = {item.name: cell for item in block.items if (cell := _cell(item, report))}
    if len(cells) != len(block.items) or set(named) != set(cells):
        return None
    if sum(len(cell.slips) for cell in cells.values()) < FEWEST_SLIPS:
        report(block.line, f"knows fewer than {FEWEST_SLIPS} wrong numbers in the whole table")
    prose = "\n".join(line for line in lines if not line.startswith("|"))
    found["prompt"] = re.sub(r"\n{2,}", "\n", prose).strip()
    return Table(
        **found,
        columns=tuple(header),
        rows=tuple(tuple(row) for row in rows),
        cells=tuple(cells[name] for name in named),
        why=parts.said(block, "right"),
        other=parts.said(block, "else") or GENERAL,
    )


def _cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _open(cell: str) -> str:
    """Return the name of an open cell, or nothing."""
    found = OPEN.fullmatch(cell)
    return found[1] if found else ""


def _cell(item: Item, report: Report) -> Number | None:
    """Return what is judged in one cell."""
    written, _, unit = (item.box or "").strip().partition(" ")
    right = parts.number_of(written, item.line, report)
    if right is None:
        return None
    places = len(written.partition(".")[2])
    within = Fraction(1, 2 * 10**places) if places and unit != DOLLARS else Fraction(0)
    slips, other = parts.slips(item, right, within, report)
    for quote in item.quotes:
        if right in parts.numbers_in(quote.text):
            report(quote.line, f"gives the answer away, {plain(right)}: name the slip")
    return Number(
        id=str(item.name),
        prompt=item.text,
        right=right,
        within=within,
        places=places if places != decimals(right) else None,
        unit=unit,
        forms=FORMS.get(unit, ()),
        slips=slips,
        other=other,
    )
