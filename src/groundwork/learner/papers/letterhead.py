"""What stands above every paper and is asked once: the department, the place, each reader."""

import datetime
import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from groundwork.learner import kept_files, workspace
from groundwork.learner.files import PRIVATE, write_text
from groundwork.learner.papers.model import Paper
from groundwork.learner.place import RIVERBEND_NAME

FORMAT = 1
LONGEST = 300  # letters of a field: a department's name, not a letter
INVENTED = f"{RIVERBEND_NAME}: for practice. No such county exists."
INVENTED_DEPARTMENT = "Riverbend County Health Department (invented)"


@dataclass(frozen=True)
class Letterhead:
    """The department, where it is, and for each paper's title whom the learner wrote it for."""

    department: str = ""
    place: str = ""
    readers: dict[str, str] = field(default_factory=dict)


def read(folder: Path | None = None) -> Letterhead:
    """Return what was told; nothing when nothing was, or when the file is damaged and put aside."""
    path = _path(folder)
    try:
        data = kept_files.read_data(path, FORMAT) or {}
        readers = {str(title): str(reader) for title, reader in data.get("readers", {}).items()}
        return Letterhead(str(data.get("department", "")), str(data.get("place", "")), readers)
    except (kept_files.DamagedError, AttributeError):
        kept_files.put_aside(path)
        return Letterhead()


def keep(
    paper: Paper,
    *,
    reader: str | None = None,
    department: str | None = None,
    place: str | None = None,
    folder: Path | None = None,
) -> None:
    """Keep what the learner wrote above a paper, for this and later ones; None leaves it as it is.

    A paper about the invented county has the invented department, whatever is told.
    """
    before = after = read(folder)
    if reader is not None:
        readers = {**before.readers, paper.title: _tidy(reader)}
        after = replace(after, readers={title: each for title, each in readers.items() if each})
    if department is not None and not paper.invented:
        after = replace(after, department=_tidy(department))
    if place is not None and not paper.invented:
        after = replace(after, place=_tidy(place))
    if after != before:
        content = {kept_files.FORMAT: FORMAT, **asdict(after)}
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        write_text(_path(folder), text, mode=PRIVATE)


def _tidy(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def on(paper: Paper, date: datetime.date, folder: Path | None = None) -> Paper:
    """Return the paper with its letterhead and its date."""
    told = read(folder)
    return replace(
        paper,
        reader=told.readers.get(paper.title, paper.reader),
        department=INVENTED_DEPARTMENT if paper.invented else told.department,
        place="" if paper.invented else told.place,
        date=date,
    )


def _path(folder: Path | None) -> Path:
    return (folder or workspace.find()) / "my_work" / "data" / "letterhead.json"
