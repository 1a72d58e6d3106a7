"""What a learner makes for their own department: data to go on with, and a page to read.

Each artifact is `my_work/artifacts/<name>.json` with a readable `<name>.md` beside it.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from groundwork.learner import workspace
from groundwork.learner.files import write_text
from groundwork.subject.errors import UserError


def path_of(name: str, folder: Path | None = None) -> Path:
    """Return where an artifact's data is kept.

    Parameters
    ----------
    name
        Letters, digits, `_` and `-`, for example "power_map".
    folder
        The workspace; default is the one that holds the current folder.
    """
    if not re.fullmatch(r"[A-Za-z0-9_-]+", name):
        raise UserError(
            f"An artifact is called {name!r}, which cannot be a file's name.",
            "Use letters, digits, _ and -, for example power_map.",
        )
    return (folder or workspace.find()) / "my_work" / "artifacts" / f"{name}.json"


def save(
    name: str,
    data: Mapping[str, Any],
    markdown: str,
    *,
    table: str | None = None,
    folder: Path | None = None,
) -> Path:
    """Save an artifact and return the path of its data.

    The readable page is written first, so that data which can be loaded always has its page.

    Parameters
    ----------
    data
        What `load` gives back; plain JSON.
    markdown
        The same for a person to read, print or paste.
    table
        The same as CSV, when it is a table (see `csv_text`).
    """
    path = path_of(name, folder)
    content = json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    write_text(path.with_suffix(".md"), markdown.rstrip() + "\n")
    if table is not None:
        # The mark at the start lets Excel read letters such as é as they are.
        write_text(path.with_suffix(".csv"), "\ufeff" + table)
    write_text(path, content)
    return path


def load(name: str, folder: Path | None = None) -> dict[str, Any] | None:
    """Return an artifact's data, or None when there is none.

    Raises
    ------
    UserError
        When the file cannot be read. It is renamed first, so nothing is lost or written over.
    """
    path = path_of(name, folder)
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise put_aside(name, folder)
    return data


def put_aside(name: str, folder: Path | None = None) -> UserError:
    """Rename an artifact that cannot be used, and return the error that says so."""
    path = path_of(name, folder)
    aside = path.with_name(f"{name}.damaged.json")
    count = 2
    while aside.exists():
        aside = path.with_name(f"{name}.damaged-{count}.json")
        count += 1
    path.rename(aside)
    return UserError(
        f"Your saved file {path.name} could not be read. It was kept as {aside.name}.",
        f"Start again here, or look in {path.with_suffix('.md').name} for what you had.",
    )


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write a table as CSV whose cells a spreadsheet never runs as formulas."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([safe_cell(column) for column in columns])
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return file.getvalue()


def safe_cell(value: Any) -> Any:
    """Put an apostrophe before text that a spreadsheet would run; numbers stay as they are."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        try:
            float(value)
        except ValueError:
            return f"'{value}"
    return value
