"""Where what a learner writes is, who can see it, and how it is kept from others.

`STORES` is the one list: the page of help shows it, and `doctor` checks each store on it.
"""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from groundwork.learner.cloud import NAMED
from groundwork.learner.update import MANIFEST, read_manifest

OWNER_FOLDER = 0o700
OWNER_FILE = 0o600
OTHERS = 0o077
YOU = "you, and whoever may look into your work account"
CLOSED = "Other accounts on this computer cannot open {}"
EMPLOYER = (
    "Whoever runs this computer and its backups, such as your employer, and a records request may "
    "reach all of it"
)
CHECKPOINTS = ".ipynb_checkpoints"


@dataclass(frozen=True)
class Store:
    """One row: what is written, where it is, and who sees it.

    Parameters
    ----------
    what, where, who
        The words of the table.
    paths
        The folders and files of a workspace that hold it, as patterns; none when it is elsewhere.
    unchecked
        What `doctor` says of a store that cannot be checked from here.
    """

    what: str
    where: str
    who: str
    paths: tuple[str, ...] = ()
    unchecked: str = ""


STORES = (
    Store(
        "A reflection, before you press *Keep*",
        "only in this window of your browser",
        "nobody through the course; software of your employer that watches the screen could. It is "
        "gone when you close the window",
    ),
    Store("A reflection you kept", "`my_work/reflections`", YOU, ("my_work/reflections",)),
    Store(
        "Maps, ratings, plans, and the papers made of them",
        "`my_work`",
        f"{YOU}, and those you share them with",
        ("my_work",),
    ),
    Store(
        "Answers in an exercise",
        "`answers.json` in the exercise's folder",
        YOU,
        ("exercises/*/answers*.json",),
    ),
    Store(
        "Answers you hand in",
        "a copy in your facilitator's folder, and in its parts for grading and feedback. "
        "It holds your answers, a count that tells their order, and one random number that is the "
        "same in all your exercises; no time and no name",
        "your facilitators, and whoever runs that folder's computer; a list there says who handed "
        "in what, and a records request may reach it",
        unchecked="Who can open a copy that you handed in cannot be checked from here",
    ),
    Store(
        "An invitation to a group, if you put one there",
        "`invitation.txt`, and its code, no name, in each `answers.json`",
        f"{YOU}, and your facilitator, who has the list of codes",
        ("invitation.txt",),
    ),
    Store(
        "A lesson or exercise as you last saved it",
        "the notebook in `modules` or `exercises`, with an earlier copy of it",
        YOU,
        ("modules/*.ipynb", f"modules/{CHECKPOINTS}", "exercises/*", "*.ipynb", CHECKPOINTS),
    ),
    Store(
        "The lesson you had open, and what the program reported",
        "`.groundwork`",
        YOU,
        (".groundwork",),
    ),
    Store(
        "A paper or page that you copy, print or download",
        "the clipboard, which some computers keep and share between devices; the printer; the "
        "folder where your browser puts downloads",
        "whoever can look into those; the course cannot take it back",
        unchecked="What you copied, printed or downloaded cannot be checked from here",
    ),
    Store(
        f"All of it, when your folder is in {NAMED}",
        "a second copy there",
        "whoever runs that service or server",
    ),
)


def table() -> str:
    """Return the stores as a Markdown table."""
    rows = [(store.what, store.where, store.who) for store in STORES]
    head = [("What you write", "Where it is", "Who sees it"), ("---", "---", "---")]
    return "\n".join(f"| {' | '.join(row)} |" for row in (*head, *rows))


def tighten(workspace: Path) -> None:
    """Take away what others may do with the stores of a workspace, where the system has modes.

    Lessons and data that are as the course installed them stay: a shared workspace shares them.
    Nothing is followed out of the workspace. What belongs to another account, or lies on a disk
    that keeps no modes, stays as it is; `doctor` tells.
    """
    if os.name == "nt":
        return
    for path in private_paths(workspace):
        mode = _mode(path)
        if mode & OTHERS and not path.is_symlink():
            with suppress(OSError):
                path.chmod(OWNER_FOLDER if stat.S_ISDIR(mode) else OWNER_FILE)


def is_open(path: Path) -> bool:
    """Whether others on this computer may do anything with a folder or a file."""
    return bool(_mode(path) & OTHERS)


def open_to_others(workspace: Path, store: Store) -> list[Path]:
    """Return what others may open of a place; of what lies in a closed folder, nothing.

    A link is judged by what it leads to.
    """
    return [
        path
        for path in private_paths(workspace, (store,))
        if is_open(path) and not _closed_above(path, workspace)
    ]


def private_paths(workspace: Path, stores: tuple[Store, ...] = STORES) -> Iterator[Path]:
    """Give each folder and file of the stores that is there and is the learner's alone."""
    seen: set[Path] = set()
    for pattern in (pattern for store in stores for pattern in store.paths):
        for path in sorted(workspace.glob(pattern)):
            for each in (path, *_below(path)):
                if each not in seen and _mode(each) and not _as_installed(each, workspace):
                    seen.add(each)
                    yield each


def _below(folder: Path) -> Iterator[Path]:
    """Give what a folder holds, without following links."""
    if folder.is_symlink():
        return
    for inner, folders, files in os.walk(folder):
        for name in (*folders, *files):
            yield Path(inner) / name


def _closed_above(path: Path, workspace: Path) -> bool:
    inner = path.relative_to(workspace).parents
    above = [workspace, *(workspace / folder for folder in inner)]
    return any(not is_open(folder) for folder in above)


def _mode(path: Path) -> int:
    """Return a file's kind and rights, of a link those of its goal; 0 where none can be seen."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _as_installed(path: Path, workspace: Path) -> bool:
    """Whether a lesson is as the course installed it, byte for byte: nothing in it is anybody's."""
    if path.parent.name != "modules" or path.suffix != ".ipynb":
        return False
    entry = read_manifest(workspace / ".groundwork" / MANIFEST).get(f"modules/{path.name}", {})
    content = entry.get("content")
    return content is not None and content == hashlib.sha256(path.read_bytes()).hexdigest()
