"""Read `{computed}`: a number by a formula, once for each row of a data set that bears it.

::

    :::{computed} q5
    :points: 1
    :data: infant_mortality
    :each: group | year
    :let: reference: group = White, non-Hispanic | next: year + 1
    :first: American Indian or Alaska Native, non-Hispanic | 2020
    :least: 0.5
    :unit: deaths per 1,000 live births
    :code: rate_difference

    In {year} the rate was {rate} in the group “{group}” and {reference} in “{reference_group}”.
    How many more deaths were there for every 1,000 births?

    - [x] rate - reference
      > {rate} − {reference} = {right}, so {size} {more}.
    - [ ] rate / reference
      > That is the ratio. The question asks for the difference: subtract.
    :::

`rate` is the value of the row drawn. Each name of `:let:` is the value of the same row with one
column changed. `:decimals:` is "data" (as many as the numbers have) or a count, `:within:` "half"
(a step of the last decimal) or "step", `:least:` the smallest size of an answer that is asked,
`:skip:` what no variant is about, such as a group "All".
A wrong number that another answer has too is left out of that variant; three at least stay.
"""

import csv
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from groundwork.authoring import formula
from groundwork.authoring.questions import parts
from groundwork.authoring.questions.drawing import FEWEST_SLIPS, VALUE, Key, Plan, Row, draw
from groundwork.authoring.source.blocks import Block, Item, Option
from groundwork.authoring.source.fault import Report
from groundwork.authoring.source.near import near
from groundwork.learner.questions import GENERAL, Computed, Variant
from groundwork.learner.questions.computed import PLACE
from groundwork.learner.workspace import course

FEWEST = 12  # variants
OPTIONS = (
    *("data", "each", "let", "first", "skip", "least"),
    *("decimals", "within", "unit", "also", "code"),
)
NEEDED = ("data", "each", "first", "unit")


def read(block: Block, report: Report, datasets: Path | None = None) -> Computed | None:
    """Return the question with all its variants; None when it lacks what they are made of.

    Parameters
    ----------
    datasets
        The folder of the data sets; by default the course's.
    """
    found = parts.common(block, report, also=OPTIONS)
    if not parts.takes(block, OPTIONS):
        return None  # what stands under a name that is not known would be missed everywhere
    parts.check_quotes(block, ("else", "step"), report)
    lacking = [name for name in NEEDED if name not in block.options]
    keyed = [item for item in block.items if item.box == "x"]
    wrong = [item for item in block.items if item.box == ""]
    for item in block.items:
        if item.box not in ("x", ""):
            report(item.line, "begins with no [x] or [ ]: each formula of the key has its box")
    if lacking:
        report(block.line, f"says no {' and no '.join(lacking)}")
    if len(keyed) != 1:
        report(block.line, f"has {len(keyed)} right formulas: put one x, {block.name}")
    if lacking or len(keyed) != 1:
        return None
    if len(wrong) < FEWEST_SLIPS:
        report(block.line, f"knows {len(wrong)} slips: it needs at least {FEWEST_SLIPS}")
        return None
    if not parts.said(block, "else"):
        report(block.line, "says nothing to a number that is not cataloged: write > [else] …")
    replies = tuple(parts.reply(item, report) for item in wrong)
    _check_replies(block, wrong, report)
    why = parts.reply(keyed[0], report)
    texts = (found["prompt"], why, parts.said(block, "else"), parts.said(block, "step"))
    plan = _plan(block, keyed[0], wrong, (texts, replies), report)
    rows = _rows(block, _path(datasets or course() / "datasets", plan.data), plan, report)
    is_sound = bool(rows) and _changes_are_there(block, plan, rows, report)
    variants = _variants(block, plan, rows, report) if is_sound else ()
    if not variants:
        return None
    code, also = block.options.get("code"), block.options.get("also")
    return Computed(
        **found,
        variants=variants,
        replies=replies,
        unit=block.options["unit"].value,
        forms=parts.listed(also.value) if also else (),
        why=why,
        other=parts.said(block, "else") or GENERAL,
        variable=code.value if code else "",
        given=tuple(formula.names(plan.right)) if code else (),
        solution=plan.right if code else "",
    )


def _check_replies(block: Block, wrong: list[Item], report: Report) -> None:
    quotes = [quote for item in wrong for quote in item.quotes]
    parts.check_replies(quotes, report)
    for quote in [*quotes, *(quote for quote in block.quotes if quote.box == "else")]:
        if {"right", "size"} & set(PLACE.findall(quote.text)):
            report(quote.line, "gives the answer away, {right} or {size}: name the slip")


def _plan(
    block: Block,
    right: Item,
    wrong: list[Item],
    said: tuple[tuple[str, ...], tuple[str, ...]],
    report: Report,
) -> Plan:
    options = block.options
    decimals = options["decimals"].value if "decimals" in options else "data"
    if decimals != "data" and not decimals.isdecimal():
        report(options["decimals"].line, f"says {decimals!r}: write data, or a count of decimals")
        decimals = "data"
    within = options["within"].value if "within" in options else "half"
    if within not in ("half", "step"):
        report(options["within"].line, f"says within {within!r}: write half or step")
    least = (
        parts.number_of(options["least"].value, options["least"].line, report)
        if ("least" in options)
        else None
    )
    return Plan(
        options["data"].value,
        parts.listed(options["each"].value),
        _changes(options["let"], report) if "let" in options else {},
        right.text,
        tuple(item.text for item in wrong),
        *said,
        parts.listed(options["skip"].value) if "skip" in options else (),
        least or Fraction(0),
        decimals,
        within == "step",
    )


def _changes(option: Option, report: Report) -> dict[str, tuple[str, str]]:
    """Return name to the column that is changed, and how: "=White, non-Hispanic" or "+1"."""
    found = {}
    for part in parts.listed(option.value):
        name, _, change = part.partition(":")
        change = change.strip()
        column, sign, value = _parted(change)
        if not name.isidentifier() or not column or (sign != "=" and not value.isdecimal()):
            report(
                option.line,
                f"says {part!r}: write a name and what differs, such as “reference: group = "
                "White” or “next: year + 1”",
            )
            continue
        found[name] = (column, sign + value)
    return found


def _parted(change: str) -> tuple[str, str, str]:
    for sign in ("=", "+", "-"):
        column, found, value = change.partition(f" {sign} ")
        if found:
            return column.strip(), sign, value.strip()
    return "", "", ""


def _path(folder: Path, name: str) -> Path:
    """Return where a data set lies: among the true ones, or in the folder of an invented place."""
    return next(iter(sorted(folder.glob(f"*/{name}.csv"))), folder / f"{name}.csv")


def _rows(block: Block, path: Path, plan: Plan, report: Report) -> dict[Key, Row]:
    """Return the rows of the data set by what they are about."""
    if not path.is_file():
        report(block.options["data"].line, f"names the data set {plan.data!r}, which is not there")
        return {}
    with path.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    lacking = [name for name in (*plan.each, VALUE) if name not in rows[0]]
    if lacking:
        report(block.options["each"].line, f"names {lacking[0]!r}: {plan.data} has no such column")
        return {}
    return {tuple(row[name] for name in plan.each): row for row in rows if row[VALUE].strip()}


def _changes_are_there(block: Block, plan: Plan, rows: Mapping[Key, Row], report: Report) -> bool:
    """Report each change to a value that no row has; tell whether there is none."""
    is_sound = True
    for name, (column, change) in plan.changes.items():
        if change[0] != "=" or column not in plan.each:
            continue
        there = sorted({row[column] for row in rows.values()})
        if change[1:] not in there:
            is_sound = False
            report(
                block.options["let"].line,
                f"says {name}: no row of {plan.data} has {column} = {change[1:]!r}"
                f"{near(change[1:], there)}. There are: {', '.join(there)}",
            )
    return is_sound


def _variants(
    block: Block, plan: Plan, rows: Mapping[Key, Row], report: Report
) -> tuple[Variant, ...]:
    """Return every variant that the data bear, the first one first, the others by name."""
    found: dict[Key, Variant] = {}
    for key in rows:
        if set(key) & set(plan.skip):
            continue
        try:
            if variant := draw(plan, key, rows):
                found[key] = variant
        except formula.NoFormulaError as error:
            report(block.line, f"cannot be asked of its data: {error}")
            return ()
    wrong = [item for item in block.items if item.box == ""]
    for at, item in enumerate(wrong):
        if found and all(each.slips[at] is None for each in found.values()):
            report(
                item.line,
                f"is a slip that no variant has, {item.text}: either {plan.data} has no row that "
                "it needs, or another answer always has its number",
            )
    first = block.options["first"]
    about = parts.listed(first.value)
    if about not in found:
        why = (
            "for which this cannot be asked"
            if about in rows
            else f"and {plan.data} has no such row"
        )
        report(first.line, f"names {' | '.join(about)}, {why}")
    if len(found) < FEWEST:
        report(block.line, f"has {len(found)} variants: it needs at least {FEWEST}")
    if about not in found:
        return ()
    others = sorted((found[key] for key in found if key != about), key=lambda each: each.name)
    return (found[about], *others)
