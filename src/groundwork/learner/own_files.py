"""Check the files that departments bring, save what came out, and write templates."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from groundwork.learner.files import write_bytes, write_text
from groundwork.learner.own_excel import workbook_bytes
from groundwork.learner.own_reading import read
from groundwork.subject.errors import UserError
from groundwork.subject.own_data import template
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result
from groundwork.subject.safe_cell import safe_cell

HIDDEN_MARK = "*"
"""What stands for a number that is hidden on purpose in a saved table."""


def check_file(
    path: Path | str,
    kind: str,
    sheet: str | None = None,
    decimals: str = "",
    dates: str = "",
    answers: Answers | None = None,
) -> Result:
    """Check a file of the learner's department against the contract of its kind.

    Parameters
    ----------
    path
        A .csv, .txt, .tsv or .xlsx file. It is only read, never changed.
    kind
        One of `CONTRACTS`, such as "budget_lines".
    sheet
        The sheet of an Excel file; needed only when several could be meant.
    decimals, dates, answers
        What the person says about the file, as in `check`.

    Raises
    ------
    UserError
        When the file cannot be read as a table at all.
    """
    contract = contract_of(kind)
    answers = answers or Answers()
    with _without_collecting():
        table = read(Path(path), contract, sheet, answers)
        return check(table, contract, decimals, dates, answers)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage among millions of new cells, which takes half the time.

    Nothing here makes circles of objects that only that look would find.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def save(result: Result, path: Path) -> None:
    """Write the tidy table of a result as CSV, safe to open in a spreadsheet.

    The file starts with a byte-order mark, without which Excel garbles letters such as é.

    Raises
    ------
    UserError
        When there are problems, so that there is no table, or when the file is there already.
    """
    if result.table is None:
        raise UserError("There is nothing to save.", "Mend the problems first.")
    _refuse_existing(path)
    table = marked(result.table)
    for name in table.columns:
        if isinstance(table[name].dtype, pd.StringDtype):
            table[name] = table[name].map(safe_cell, na_action="ignore")
    table.columns = pd.Index([safe_cell(str(name)) for name in table.columns])
    write_text(path, "\ufeff" + table.to_csv(index=False, lineterminator="\n"))


def marked(table: pd.DataFrame) -> pd.DataFrame:
    """Write each hidden number as *, which a check reads as hidden again; missing is empty."""
    table = table.copy()
    for column in [name for name in table.columns if str(name).endswith("_hidden")]:
        name = str(column).removesuffix("_hidden")
        if name in table:
            texts = table[name].astype("object").where(~table[column], HIDDEN_MARK)
            table[name] = texts.where(table[name].notna() | table[column], None)
            table = table.drop(columns=column)
    return table


def write_template(kind: str, to: Path | None = None) -> list[Path]:
    """Write the empty file of a kind and its dictionary, and give their paths.

    Parameters
    ----------
    kind
        One of `CONTRACTS`.
    to
        A name that ends in .csv, which gets a page of Markdown beside it, or in .xlsx, which has
        the dictionary on a second sheet. By default the kind's name with .csv, in this folder.

    Raises
    ------
    UserError
        When one of the files is there already; then none is written.
    """
    contract = contract_of(kind)
    to = to or Path(f"{contract.kind}.csv")
    if to.suffix.lower() == ".xlsx":
        _refuse_existing(to)
        write_bytes(to, workbook_bytes(contract))
        return [to]
    if to.suffix.lower() != ".csv":
        raise UserError(f"A template cannot be written as {to.name}.", "End it in .csv or .xlsx.")
    words = to.with_name(f"{to.stem}_dictionary.md")
    _refuse_existing(to)
    _refuse_existing(words)
    write_text(words, template.dictionary_text(contract))
    write_text(to, "\ufeff" + ",".join(template.header(contract)) + "\n")
    return [to, words]


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise UserError(f"{path} is there already.", "Give another name, or move it away first.")
