"""Read `{write}` and `{mark-scheme}`: written parts, and the rubric of the person who reads them.

In `{write}` the box of an item holds what the part is called, and its name ends the id under which
the answer is kept: "- [The gap] gap: what differs?" of q10 asks "1. The gap: what differs?" and is
kept as q10_gap. `:because:` names the parts that go on from "because". `> [weak]` and `> [strong]`
are an answer about Riverbend County (invented) each.

In `{mark-scheme}` the box of an item holds the points of a criterion; its quotes say what is asked
(`> [ask]`) and what earns how much (`> [2]`). Its prose comes before them, `> [end]` after. It is
never released to learners, but for the points and what is asked.
"""

from dataclasses import dataclass, replace

from groundwork.authoring.questions import parts
from groundwork.authoring.questions.text import form
from groundwork.authoring.source.blocks import Block, Item
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import Criterion, Text, Write
from groundwork.learner.questions.question import counted_points


@dataclass(frozen=True)
class Rubric:
    """What the person who grades reads: the criteria, and the text of the mark scheme."""

    id: str
    criteria: tuple[Criterion, ...]
    text: str


def read(block: Block, report: Report) -> Write | None:
    """Return the question without its criteria, which `{mark-scheme}` holds."""
    found = parts.common(block, report, also=("words", "rows", "because"))
    parts.check_quotes(block, ("weak", "strong"), report)
    parts.check_names(block.items, report)
    if "points" in block.options:
        line = block.options["points"].line
        report(line, "gives points: the boxes of its {mark-scheme} hold them")
    if not block.items:
        report(block.line, f"has no part to write: {block.name} needs an item a part")
        return None
    because = block.options.get("because")
    causes = because.value.split() if because else []
    for name in causes:
        if because and name not in [item.name for item in block.items]:
            report(because.line, f"names {name!r}, which is no part")
    shape = form(block, report)
    if "words" not in shape:
        report(block.line, "says no fewest words: write :words: 4, or the like")
    called: dict[str, int] = {}
    for item in block.items:
        if not item.box:
            report(item.line, "is called nothing: write it into the box, such as [The gap]")
        elif item.box in called:
            report(item.line, f"is called {item.box!r} as line {called[item.box]} is")
        called.setdefault(str(item.box), item.line)
        for quote in item.quotes:
            report(quote.line, "is quoted under a part, which no program judges")
    written = tuple(
        Text(
            id=f"{block.name}_{item.name}",
            prompt=f"{number}. {item.box}: {item.text}",
            name=str(item.box),
            cause=item.name in causes,
            **shape,
        )
        for number, item in enumerate(block.items, start=1)
    )
    weak, strong = parts.said(block, "weak"), parts.said(block, "strong")
    for name, text in (("weak", weak), ("strong", strong)):
        if not text:
            report(block.line, f"shows no {name} answer to compare with: write > [{name}] …")
    if weak and strong and len(weak) > len(strong):
        report(block.line, "has a weak answer longer than the strong one: are they exchanged?")
    return Write(**found, parts=written, weak=weak, strong=strong)


def read_rubric(block: Block, report: Report) -> Rubric | None:
    """Return the mark scheme of the written question with the same name."""
    for name, option in block.options.items():
        if name not in parts.PLACING:
            report(option.line, "is an option, and a mark scheme takes none")
    parts.check_quotes(block, ("end",), report)
    parts.check_names(block.items, report)
    if not block.items:
        report(block.line, "has no criterion: write an item each, with its points in the box")
        return None
    criteria = tuple(_criterion(item, report) for item in block.items)
    total = sum(each.points for each in criteria)
    lines = [
        f"{number}. **{item.text}** {_levels(item)}"
        for number, item in enumerate(block.items, start=1)
    ]
    end = parts.said(block, "end")
    pieces = [
        block.prose,
        f"{counted_points(total)[0].upper()}{counted_points(total)[1:]} at most:",
        "\n".join(lines),
        *([end] if end else []),
    ]
    return Rubric(block.name, criteria, "\n\n".join(pieces))


def with_rubric(question: Write, rubric: Rubric) -> Write:
    """Return the written question with what its reader asks."""
    return replace(question, criteria=rubric.criteria)


def _criterion(item: Item, report: Report) -> Criterion:
    points = int(item.box) if item.box and item.box.isdecimal() else 0
    if not points:
        report(item.line, f"has [{item.box}]: the box of a criterion holds its points")
    asks = [quote.text for quote in item.quotes if quote.box == "ask"]
    if len(asks) != 1:
        report(item.line, "says not what the reader asks: write > [ask] … once")
    levels = [quote.box for quote in item.quotes if quote.box != "ask"]
    wanted = [str(level) for level in range(points, -1, -1)]
    if points and levels != wanted:
        boxes = ", ".join(f"[{level}]" for level in wanted)
        report(item.line, f"says what earns {levels}: write {boxes}, one quote each, in this order")
    return Criterion(str(item.name), asks[0] if asks else "", points)


def _levels(item: Item) -> str:
    return " ".join(f"{quote.box}: {quote.text}" for quote in item.quotes if quote.box != "ask")
