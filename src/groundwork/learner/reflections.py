"""Reflections a learner chose to keep: readable files in their own folder, for their eyes only.

Nothing here logs, prints or raises anything that holds the text.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

from groundwork.learner import kept_files, workspace
from groundwork.learner.files import delete, write_text
from groundwork.subject.errors import UserError

RULE = "---"  # the line between the prompt and the learner's text
FORMAT = 1


@dataclass(frozen=True)
class Kept:
    """A kept reflection: its file, and the text (left out of the repr, so no output shows it)."""

    path: Path
    text: str

    def __repr__(self) -> str:
        """Return the file's name without the text."""
        return f"Kept({self.path.name})"


def path_of(lesson: str, id: str, folder: Path | None = None) -> Path:
    """Return where a reflection is kept: my_work/reflections/<lesson>/<id>.md.

    Parameters
    ----------
    lesson, id
        The lesson's name and the prompt's id; letters, digits, `_` and `-`.
    folder
        The workspace; default is the one that holds the current folder.
    """
    for name in (lesson, id):
        if not re.fullmatch(r"[A-Za-z0-9_-]+", name):
            raise UserError(
                f"A reflection's lesson or id is {name!r}, which cannot be a file's name.",
                "Use letters, digits, _ and -, for example 01_root_causes and my_unit.",
            )
    return (folder or workspace.find()) / "my_work" / "reflections" / lesson / f"{id}.md"


def keep(lesson: str, id: str, prompt: str, text: str, folder: Path | None = None) -> Kept:
    """Keep a reflection, replacing what was kept for the same prompt.

    Raises
    ------
    UserError
        When there is no text.
    """
    if not text.strip():
        raise UserError("There is no text to keep yet.", "Write something first.")
    path = path_of(lesson, id, folder)
    quoted = "\n".join(f"> {line}" for line in prompt.splitlines())
    now = datetime.datetime.now().strftime("%Y-%m-%d %H:%M")
    about = f"Lesson {lesson}, kept on {now}, format {FORMAT}"
    head = f"# My reflection\n\n{about}\n\n{quoted}\n\n{RULE}\n"
    write_text(path, f"{head}{text.strip()}\n", owner_only=True)
    return Kept(path, text.strip())


def read(lesson: str, id: str, folder: Path | None = None) -> Kept | None:
    """Return what was kept for a prompt, or None.

    Raises
    ------
    UserError
        When there is a file that cannot be read, or a newer version of the course wrote it.
    """
    path = path_of(lesson, id, folder)
    content = kept_files.read_text(path)
    if content is None:
        return None
    head, rule, text = content.partition(f"\n{RULE}\n")
    number = re.search(r"(?m)^Lesson .*, format (\d+)$", head) if rule else None
    if number and int(number[1]) > FORMAT:
        raise kept_files.newer(path.name)
    # Somebody may have rewritten the file by hand: then all of it is theirs.
    return Kept(path, (text if rule else content).strip())


def about(lesson: str, id: str, folder: Path | None = None) -> str:
    """Ask about other copies of a kept reflection, or return nothing."""
    return kept_files.about_copies(path_of(lesson, id, folder))


def forget(lesson: str, id: str, folder: Path | None = None) -> bool:
    """Delete a kept reflection, with every copy of it here, and return whether there was one."""
    path = path_of(lesson, id, folder)
    copies = kept_files.copies(path)
    # JupyterLab keeps a copy of a text file that somebody opened and saved in it.
    kept_in_lab = path.parent / ".ipynb_checkpoints" / f"{id}-checkpoint.md"
    for copy in (*copies, kept_in_lab):
        delete(copy)
    if not path.exists():
        return bool(copies)
    delete(path)
    return True
