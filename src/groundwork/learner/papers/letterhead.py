"""What stands above every paper: from whom, asked once; for whom and what is asked, by paper."""

import datetime
import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from groundwork.learner import kept_files, place, workspace
from groundwork.learner.files import PRIVATE, write_text
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Paper
from groundwork.learner.place import RIVERBEND_NAME
from groundwork.subject.budget.counted_work import NAME, CountedWork

FORMAT = 1
LONGEST = 300  # letters of a field: a department's name, not a letter
COUNTED = ("work", "test")  # what baseline and request count, by which test
SENDER = ("writer", "department", "place")  # the same on all papers, but for invented ones
INVENTED = f"{RIVERBEND_NAME}: for practice. No such county exists."
INVENTED_DEPARTMENT = "Riverbend County Health Department (invented)"


def invented() -> str:
    """Say what a paper made now is made up for, or nothing for a learner's own department."""
    return INVENTED if place.read() == place.RIVERBEND else ""


@dataclass(frozen=True)
class Letterhead:
    """The writer's position, the department and where it is; by the paper's title, its reader,
    what is asked of that reader, and what it is about where its writer words that. `work` and
    `test` are what the papers on money count, and by which test.
    """

    writer: str = ""
    department: str = ""
    place: str = ""
    readers: dict[str, str] = field(default_factory=dict)
    requests: dict[str, str] = field(default_factory=dict)
    subjects: dict[str, str] = field(default_factory=dict)
    work: str = ""
    test: str = ""


def read(folder: Path | None = None) -> Letterhead:
    """Return what was told; nothing when nothing was, or when the file is damaged and put aside."""
    path = _path(folder)
    try:
        data = kept_files.read_data(path, FORMAT) or {}
        writer, department, place = (str(data.get(name, "")) for name in SENDER)
        readers, requests, subjects = (
            {str(title): str(words) for title, words in data.get(name, {}).items()}
            for name in ("readers", "requests", "subjects")
        )
        counted = (str(data.get(name, "")) for name in COUNTED)
        return Letterhead(writer, department, place, readers, requests, subjects, *counted)
    except (kept_files.DamagedError, AttributeError):
        kept_files.put_aside(path)
        return Letterhead()


def counted(folder: Path | None = None) -> CountedWork:
    """Return what work the papers on money count, in the learner's words where there are some."""
    told = read(folder)
    return CountedWork(told.work or NAME, told.test)


def keep(
    paper: Paper,
    *,
    reader: str | None = None,
    request: str | None = None,
    subject: str | None = None,
    work: str | None = None,
    test: str | None = None,
    folder: Path | None = None,
    **sender: str,
) -> None:
    """Keep what the learner wrote above a paper, for this and later ones.

    What is not given stays as it is. A paper about the invented county is from the invented
    department, whatever is told.

    Parameters
    ----------
    reader, request
        For whom this paper is, and what it asks of that reader.
    subject
        What it is about; taken only where its writer words that.
    work, test
        What is counted and by which test; taken only where the paper counts it.
    sender
        `writer`, `department` and `place` of all papers.

    Raises
    ------
    TypeError
        When there is no field of that name.
    """
    before = after = read(folder)
    if reader is not None:
        after = replace(after, readers=_with(after.readers, paper.title, reader))
    if request is not None:
        after = replace(after, requests=_with(after.requests, paper.title, request))
    if subject is not None and paper.is_named_by_writer:
        after = replace(after, subjects=_with(after.subjects, paper.title, subject))
    if paper.counts and work is not None:
        after = replace(after, work=_tidy(work))
    if paper.counts and test is not None:
        after = replace(after, test=_tidy(test))
    if unknown := sender.keys() - set(SENDER):
        raise TypeError(f"A letterhead has no {', '.join(sorted(unknown))}.")
    if not paper.invented:
        told = {**{name: getattr(after, name) for name in SENDER}, **sender}
        writer, department, place = (_tidy(told[name]) for name in SENDER)
        after = replace(after, writer=writer, department=department, place=place)
    if after != before:
        content = {kept_files.FORMAT: FORMAT, **asdict(after)}
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
        write_text(_path(folder), text, mode=PRIVATE)


def _with(told: dict[str, str], title: str, words: str) -> dict[str, str]:
    """Return what is told by title with these words in it, or without the title for no words."""
    kept = {**told, title: _tidy(words)}
    return {each: words for each, words in kept.items() if words}


def _tidy(text: str) -> str:
    return " ".join(text.split())[:LONGEST]


def on(paper: Paper, date: datetime.date, folder: Path | None = None) -> Paper:
    """Return the paper with its letterhead and its date."""
    told = read(folder)
    named = told.subjects.get(paper.title, "") if paper.is_named_by_writer else ""
    box = paper.box
    if box and not paper.invented:
        box = law_cards.led_by_state(box, told.place)
    return replace(
        paper,
        box=box,
        subject=named or paper.subject,
        reader=told.readers.get(paper.title, paper.reader),
        request=told.requests.get(paper.title, paper.request),
        writer="" if paper.invented else told.writer,
        department=INVENTED_DEPARTMENT if paper.invented else told.department,
        place="" if paper.invented else told.place,
        date=date,
    )


def _path(folder: Path | None) -> Path:
    return (folder or workspace.find()) / "my_work" / "data" / "letterhead.json"
