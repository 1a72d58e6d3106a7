"""The columns of a table: one for each heading, and for each column of cells without one."""

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.heads import Headings


def columns_of(heads: Headings) -> list[Column]:
    """Make the columns below the headings; one that has neither a heading nor a cell is none."""
    body = heads.body
    cells = body.columns
    names = [*heads.names, *[""] * (len(cells) - len(heads.names))]
    cells += [(None,) * len(body)] * (len(names) - len(cells))
    columns = []
    for at, (name, each) in enumerate(zip(names, cells, strict=True)):
        column = Column(at, name, None, each)
        if body.only_text:
            column.only_text = True
        if name or not column.is_empty:
            columns.append(column)
    return columns
