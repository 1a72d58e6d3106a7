"""What part of a whole budget the listed lines are: a sentence, a table by fund, and a sheet."""

from groundwork.learner.papers.model import Block, Paragraph, Table
from groundwork.learner.papers.workbook import CENTS, PERCENT, WHOLE, Column, Formula, Sheet, Value
from groundwork.subject.budget.money import show_dollars, to_dollars
from groundwork.subject.budget.tie import Part, Tie
from groundwork.subject.counts import counted

NO_BUDGET = (
    "No file of a whole budget is in use here, so nobody can say what part of one these lines are."
)
TIED = Column("Fund in the budget file", 14)
"""The column of the workbook's lines by which a line counts as one of the budget's."""
NAME = "Part of the budget"


def sentences(tie: Tie | None) -> list[str]:
    """Say what part of the budget is listed, and what of the list is not in it as it stands."""
    if tie is None:
        return [NO_BUDGET]
    said = [
        f"Of {counted(tie.whole.all_lines, 'line')} of {tie.file}, {tie.fiscal_year}, "
        f"{tie.whole.lines} {'is' if tie.whole.lines == 1 else 'are'} listed: "
        f"{_dollars(tie.whole)}."
    ]
    if tie.others:
        names = "; ".join(f"{name}, {show_dollars(cents)}" for name, cents in tie.others)
        said.append(f"Listed, and not in that file under this name: {names}.")
    if tie.changed:
        names = "; ".join(
            f"{each.name}, {show_dollars(each.cents)} here and "
            f"{show_dollars(each.filed_cents)} there"
            for each in tie.changed
        )
        said.append(f"Listed with other dollars than the file has: {names}.")
    return said


def by_fund(tie: Tie | None) -> list[str]:
    """Say of each fund how many of its lines and dollars are listed."""
    parts = tie.parts if tie else ()
    return [
        f"Fund {part.fund}: {part.lines} of {counted(part.all_lines, 'line')}, {_dollars(part)}."
        for part in parts
    ]


def blocks(tie: Tie | None) -> list[Block]:
    """Return the same for a paper, with a table by fund."""
    said: list[Block] = [Paragraph(" ".join(sentences(tie)))]
    if tie is None:
        return said
    rows = tuple(
        (
            part.fund,
            f"{part.lines} of {part.all_lines}",
            show_dollars(part.cents),
            show_dollars(part.all_cents),
            _percent(part),
        )
        for part in (*tie.parts, tie.whole)
    )
    caption = f"What part of {tie.file}, {tie.fiscal_year}, is listed, by fund"
    columns = ("Fund", "Lines listed", "Dollars listed", "Dollars in the file", "Percent")
    return [*said, Table(caption, columns, rows, (3, 2, 3, 3, 2))]


def sheet(tie: Tie, lines: Sheet, letter: str) -> Sheet:
    """Return the table by fund as formulas over the lines, whose funds stand in a column."""
    columns = (
        Column("Fund", 24),
        *(Column(name, 14, WHOLE) for name in ("Lines listed", "Lines in the file")),
        *(Column(name, 18, CENTS) for name in ("Dollars listed", "Dollars in the file")),
        Column("Percent of dollars", 12, PERCENT),
    )
    notes = (
        f"{' '.join(sentences(tie))} A line counts here by its “{TIED.label}” on the sheet "
        f"{lines.name}; its dollars are those of the list.",
    )
    start = len(notes) + 4
    end = start + len(tie.parts) - 1
    amounts = f"ROUND({lines.over_from_elsewhere('C')}*100,0)"
    rows = []
    for at, part in enumerate(tie.parts, start):
        here = f"({lines.over_from_elsewhere(letter)}=$A{at})"
        rows.append(
            _row(
                part,
                at,
                (f"=SUMPRODUCT({here}*1)", f"=SUMPRODUCT({here}*{amounts})/100"),
                (part.all_lines, to_dollars(part.all_cents)),
            )
        )
    added = {column: f"=SUM({column}{start}:{column}{end})" for column in "BCDE"}
    whole = tie.whole
    last = _row(
        whole,
        end + 1,
        (added["B"], added["D"]),
        (
            Formula(added["C"], whole.all_lines),
            Formula(added["E"], to_dollars(whole.all_cents)),
        ),
    )
    title = f"What part of {tie.file}, {tie.fiscal_year}, is listed"
    return Sheet(NAME, title, columns, tuple(rows), notes, (last,))


def _row(
    part: Part, at: int, formulas: tuple[str, str], held: tuple[Value, Value]
) -> tuple[Value, ...]:
    lines, dollars = formulas
    share = "" if part.percent is None else part.percent / 100
    return (
        part.fund,
        Formula(lines, part.lines),
        held[0],
        Formula(dollars, to_dollars(part.cents)),
        held[1],
        Formula(f'=IF(E{at}>0,D{at}/E{at},"")', share),
    )


def _dollars(part: Part) -> str:
    percent = _percent(part)
    of = f"{show_dollars(part.cents)} of {show_dollars(part.all_cents)}"
    return f"{of} ({percent})" if percent else of


def _percent(part: Part) -> str:
    return "" if part.percent is None else f"{part.percent:.1f} %"
