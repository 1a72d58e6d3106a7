"""The folder of papers: my_work/papers. What a person changed in Word is never written over."""

import hashlib
import json
import re
from itertools import count
from pathlib import Path

from groundwork.learner import kept_files, workspace
from groundwork.learner.files import PRIVATE, write_bytes, write_text
from groundwork.learner.papers.model import Paper
from groundwork.subject.errors import UserError

FORMAT = 1
NOT_IN_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def path_of(folder: Path | None = None) -> Path:
    """Return the folder where papers are kept."""
    return (folder or workspace.find()) / "my_work" / "papers"


def keep(paper: Paper, content: bytes, suffix: str = ".docx", folder: Path | None = None) -> Path:
    """Write a paper as `<Title> <date>` and return its path.

    A file of that name is replaced only when it is as this course wrote it. When a person changed
    it, or a program holds it open, the paper gets a number after its name.

    Parameters
    ----------
    paper
        The paper, which has a date.
    content
        What a writer made of it.
    """
    assert paper.date is not None
    title = " ".join(NOT_IN_A_NAME.sub(" ", paper.title).split())
    stem = f"{title} {paper.date.isoformat()}"
    written = _written(folder)
    for number in count(1):
        name = f"{stem} {number}{suffix}" if number > 1 else f"{stem}{suffix}"
        path = path_of(folder) / name
        if _is_a_persons(path, written.get(name)):
            continue
        try:
            write_bytes(path, content, mode=PRIVATE)
        except UserError:  # another program, such as Word, has it open
            if number > 9:
                raise
            continue
        _note(name, content, folder)
        return path
    raise AssertionError("count() never ends")


def _is_a_persons(path: Path, ours: str | None) -> bool:
    """Whether the name is taken by a file that this course did not write as it is now."""
    try:
        return _hash(path.read_bytes()) != ours
    except FileNotFoundError:
        return False
    except OSError:  # a folder, or another program lets nobody look
        return True


def _written(folder: Path | None) -> dict[str, str]:
    """Return the hash of each paper as this course wrote it; a lost list only means new names."""
    path = _list(folder)
    try:
        names = (kept_files.read_data(path, FORMAT) or {}).get("papers", {})
        return {str(name): str(each) for name, each in names.items()}
    except (kept_files.DamagedError, AttributeError):
        kept_files.put_aside(path)
        return {}


def _note(name: str, content: bytes, folder: Path | None) -> None:
    there = {each.name for each in path_of(folder).iterdir()}
    names = {**_written(folder), name: _hash(content)}
    kept = {each: digest for each, digest in sorted(names.items()) if each in there}
    data = {kept_files.FORMAT: FORMAT, "papers": kept}
    write_text(_list(folder), json.dumps(data, indent=1, ensure_ascii=False) + "\n", mode=PRIVATE)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _list(folder: Path | None) -> Path:
    return (folder or workspace.find()) / "my_work" / "data" / "papers.json"
