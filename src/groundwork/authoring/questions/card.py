"""Read `{card}`: an item without a box is a field; the items whose box names it are its entries.

The box of the right entry begins with an `x`::

    - owner: Owner
    - value: Value

    - [owner] clerk: Records Clerk
      > The clerk counts. Who can change what is counted?
    - [x owner] manager: Program Manager
    - [x value] 66.7
    - [value] 80
      > Who still waits is missing.

A field whose entries are numbers without a name is typed; the others are chosen from a list. Under
a field may stand `> [else]`, what is said to an entry without a reply. `:within:` says how far from
a right number is still right, `:unit: value percent | %` what may stand behind it; the units of
several fields are parted by semicolons.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from groundwork.authoring.questions import parts
from groundwork.authoring.questions.number import tolerance
from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.blocks import Item as Line
from groundwork.authoring.source.fault import Report
from groundwork.learner.numerals import plain
from groundwork.learner.questions import GENERAL, Card, Slip
from groundwork.learner.questions.card import CardField
from groundwork.learner.questions.choose import Option

RIGHT = "x "
FEWEST = 3  # fields, and entries of a chosen one


def read(block: Block, report: Report) -> Card | None:
    """Return the question, or None when a field has no right entry."""
    found = parts.common(block, report, also=("within", "unit"))
    parts.check_quotes(block, ("right", "else", "step"), report)
    fields = [item for item in block.items if item.box is None]
    parts.check_names(fields, report)
    names = {str(item.name): item for item in fields}
    if len(fields) < FEWEST:
        report(block.line, f"has {len(fields)} fields (items without a box): at least {FEWEST}")
    entries: dict[str, list[Line]] = {name: [] for name in names}
    for item in block.items:
        if item.box is None:
            continue
        name = item.box.removeprefix(RIGHT)
        if name in entries:
            entries[name].append(item)
        else:
            report(item.line, f"is in [{item.box}], which is no field: they are {', '.join(names)}")
    if not parts.said(block, "right"):
        report(block.line, "says nothing to the right answer: write > [right] …")
    units = _units(block, names, report)
    made = [_field(item, entries[name], block, report) for name, item in names.items()]
    whole = [field for field in made if field is not None]
    if len(whole) < len(made):
        return None
    return Card(
        **found,
        fields=tuple(replace(field, unit=units.get(field.name, ())) for field in whole),
        why=parts.said(block, "right"),
        other=parts.said(block, "else") or GENERAL,
    )


def _field(item: Line, entries: Sequence[Line], block: Block, report: Report) -> CardField | None:
    said = {quote.box: quote.text for quote in item.quotes}
    for quote in item.quotes:
        if quote.box != "else":
            report(quote.line, "stands under a field, where a quote begins with [else]")
    right = [entry for entry in entries if _is_right(entry)]
    if len(right) != 1:
        report(item.line, f"has {len(right)} right entries: put [x {item.name}] before one")
        return None
    parts.check_replies([quote for entry in entries for quote in entry.quotes], report)
    field = CardField(str(item.name), item.text, other=said.get("else", ""))
    if all(entry.name is None for entry in entries):
        return _typed(field, right[0], entries, block, report)
    return _chosen(field, right[0], entries, item, report)


def _typed(
    field: CardField,
    right: Line,
    entries: Sequence[Line],
    block: Block,
    report: Report,
) -> CardField | None:
    number = parts.number_of(right.text, right.line, report)
    if number is None:
        return None
    places = len(right.text.strip().partition(".")[2])
    within = tolerance(block.options.get("within"), places, report) if places else number * 0
    slips = []
    for entry in entries:
        value = parts.number_of(entry.text, entry.line, report)
        if entry is right or value is None:
            continue
        if abs(value - number) <= within:
            report(entry.line, f"is wrong, and within {plain(within)} of the right number")
        slips.append(Slip(value, parts.reply(entry, report)))
    if not field.other:
        report(right.line, f"belongs to {field.name}, a number: say [else] under that field")
    return replace(field, right=number, within=within, slips=tuple(slips))


def _chosen(
    field: CardField, right: Line, entries: Sequence[Line], item: Line, report: Report
) -> CardField:
    parts.check_names(entries, report)
    if len(entries) < FEWEST:
        report(item.line, f"has {len(entries)} entries to choose from: at least {FEWEST}")
    options = tuple(
        Option(
            str(entry.name),
            entry.text,
            entry is right,
            parts.reply(entry, report, needed=entry is not right),
        )
        for entry in entries
    )
    others = [entry.text for entry in entries if entry is not right]
    for entry in entries:
        for quote in entry.quotes if entry is not right else ():
            parts.check_hint(quote, right.text, [field.label, *others], report)
    return replace(field, options=options)


def _units(block: Block, names: Collection[str], report: Report) -> dict[str, tuple[str, ...]]:
    """Return each field's units, of an option such as "value percent | %; rate per 1,000"."""
    option = block.options.get("unit")
    found: dict[str, tuple[str, ...]] = {}
    for part in filter(None, map(str.strip, option.value.split(";") if option else ())):
        name, _, words = part.partition(" ")
        if name not in names:
            report(option.line if option else block.line, f"gives a unit to {name}, no field")
        found[name] = parts.listed(words)
    return found


def _is_right(entry: Line) -> bool:
    return (entry.box or "").startswith(RIGHT)
