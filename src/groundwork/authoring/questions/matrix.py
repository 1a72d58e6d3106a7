"""Read `{matrix}`: items without a box are the columns; the box of a row holds its key.

``:letters: D decides | A advises`` says what may stand in a cell, ``:once: D`` which of them stand
exactly once in each row. A key such as ``[director D, council A|D, clerk -]`` names a column and
the letters that are right there, the best first; "-" is an empty cell. A column that the key leaves
out stays empty, or holds a letter of ``:spare: A W I``; ``> [S] …`` says why an S is too many
where a cell is to be empty. Under a row a quote with a column and a letter (``> [clerk D] …``)
answers that cell; a quote without a box answers any other mistake in the row.
"""

from collections.abc import Collection

from groundwork.authoring.questions import parts
from groundwork.authoring.source.blocks import Block, Option
from groundwork.authoring.source.blocks import Item as Line
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import GENERAL, Category, Matrix, Row
from groundwork.learner.questions.matrix import EMPTY, cell

BLANK = "-"


def read(block: Block, report: Report) -> Matrix | None:
    """Return the question, or None when it has no letters, columns or rows."""
    found = parts.common(block, report, also=("letters", "once", "spare"))
    parts.check_names(block.items, report)
    columns = [item for item in block.items if item.box is None]
    rows = [item for item in block.items if item.box is not None]
    letters = _letters(block.options.get("letters"), report)
    names = [letter.name for letter in letters]
    parts.check_quotes(block, ("right", "else", "step", *names), report)
    if len(columns) < 2 or not rows or len(letters) < 2:
        report(
            block.line,
            f"has {len(letters)} letters (:letters: D decides | A advises), {len(columns)} columns "
            f"(items without a box) and {len(rows)} rows (the box holds the key): {block.name} "
            "needs at least 2 letters, 2 columns and 1 row",
        )
        return None
    if not parts.said(block, "right"):
        report(block.line, "says nothing to the right answer: write > [right] …")
    for column in columns:
        for quote in column.quotes:
            report(quote.line, "is quoted under a column: quote it under a row")
    once, spare = (_some(block, option, names, report) for option in ("once", "spare"))
    parts.check_replies([quote for row in rows for quote in row.quotes], report)
    known = [str(each.name) for each in columns]
    made = Matrix(
        **found,
        letters=tuple(letters),
        columns=tuple(Category(str(each.name), each.text) for each in columns),
        rows=tuple(_row(row, known, names, report) for row in rows),
        once=once,
        spare=spare,
        too_many={name: text for name in names if (text := parts.said(block, name))},
        why=parts.said(block, "right"),
        other=parts.said(block, "else") or GENERAL,
    )
    if not made.judge(made.right_answer).right:
        report(block.line, f"has a key that breaks :once: {once}: give each row one of it")
    return made


def _letters(option: Option | None, report: Report) -> list[Category]:
    """Return the letters with their words: the first word of each part is the letter."""
    found = []
    for part in parts.listed(option.value) if option else ():
        letter, _, words = part.partition(" ")
        if len(letter) != 1 or not words.strip():
            line = option.line if option else 1
            report(line, f"has {part!r}: write one letter and its words, such as D decides")
            continue
        found.append(Category(letter, words.strip()))
    return found


def _some(block: Block, name: str, letters: Collection[str], report: Report) -> str:
    """Return the letters that an option lists."""
    option = block.options.get(name, Option(block.line, ""))
    listed = option.value.replace(" ", "")
    for letter in set(listed) - set(letters):
        report(option.line, f"says {letter!r}, which is none of {letters}")
    return "".join(letter for letter in listed if letter in letters)


def _row(row: Line, columns: Collection[str], letters: Collection[str], report: Report) -> Row:
    key: dict[str, tuple[str, ...]] = {}
    for part in filter(None, (each.strip() for each in str(row.box).split(","))):
        column, _, right = part.partition(" ")
        options = tuple(EMPTY if each == BLANK else each for each in right.strip().split("|"))
        _known(column, options, columns, letters, row.line, report)
        key[column] = options
    if not key:
        report(row.line, "has an empty key: write a column and its letter, such as [director D]")
    replies: dict[str, str] = {}
    general = ""
    for quote in row.quotes:
        if quote.box is None and not general:
            general = quote.text
        elif quote.box is None:
            report(quote.line, "is a second reply without a box")
        else:
            column, _, letter = quote.box.partition(" ")
            given = EMPTY if letter == BLANK else letter
            _known(column, (given,), columns, letters, quote.line, report)
            if given in key.get(column, ()):
                report(quote.line, f"answers [{quote.box}], which is right there")
            replies[cell(column, given)] = quote.text
    if not replies and not general:
        report(row.line, f"has no reply: quote below {row.name!r} what a wrong cell mixes up")
    return Row(str(row.name), row.text, key, replies, general)


def _known(
    column: str,
    options: Collection[str],
    columns: Collection[str],
    letters: Collection[str],
    line: int,
    report: Report,
) -> None:
    if column not in columns:
        report(line, f"names the column {column!r}: the columns are {', '.join(columns)}")
    for each in options:
        if each not in (*letters, EMPTY):
            report(line, f"has {each!r} for {column}: write {', '.join(letters)} or {BLANK}")
