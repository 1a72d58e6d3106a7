"""What a learner makes for their own department, as data to go on with.

Each artifact is `my_work/data/<name>.json`; what a person reads is a paper (see `papers`). A lesson
may be open in two windows that know nothing of each other, so whatever changes an artifact does it
through `Artifact`, which reads the file again before every change.

Version 0.1 kept the data in `my_work/artifacts`, with a page and a table beside it. The data moves
along in one step when it is first asked for; the page and the table stay, since people may have
linked to them.
"""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from groundwork.learner import kept_files, workspace
from groundwork.learner.files import PRIVATE, replace, write_text
from groundwork.subject.errors import UserError

T = TypeVar("T")
FORMAT = 1
FORMER_FOLDER = "artifacts"  # of my_work, in version 0.1
UNFIT = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
TRIES = 3  # how often a change is made again because another process wrote in between


class OutOfDateError(UserError):
    """What a page shows is not what the file holds; the page is then shown how it stands."""


class Artifact(Generic[T]):
    """An artifact as one window works on it.

    Every change is made to what the file holds at that moment, so that what another window kept
    stays, and what it deleted stays deleted. A file that was damaged meanwhile is put aside; one
    that was deleted meanwhile is made again only when the learner says so by doing it once more.

    There is no lock, since the shared folders of departments do not all offer one. Windows of one
    server share a process and take turns. Between two processes the file is compared once more
    just before it is replaced; two that write within the same few milliseconds can still collide.

    Parameters
    ----------
    name
        The artifact's name.
    start
        What there is while nothing is saved.
    read
        Turns the file's data into the artifact; raises KeyError, TypeError, ValueError,
        AttributeError or UserError when it cannot.
    write
        Turns the artifact into plain data for JSON.
    """

    def __init__(
        self,
        name: str,
        start: T,
        read: Callable[[dict[str, Any]], T],
        write: Callable[[T], Mapping[str, Any]],
    ) -> None:
        self.name = name
        self._start, self._read, self._write = start, read, write
        self._known: T | None = None  # what the file held when it was last read or written
        self._may_renew = False  # whether the learner was told that the file is gone

    def now(self) -> T:
        """Return the artifact as the file holds it.

        Raises
        ------
        OutOfDateError
            When the file cannot be read; it is put aside by then.
        """
        return self._parse(kept_files.read_bytes(found(self.name)))

    def change(self, make: Callable[[T], T]) -> Path:
        """Save what `make` makes of the artifact as it is now, and return the path of its data.

        Parameters
        ----------
        make
            Returns the changed artifact, or raises a UserError to refuse the change; see
            `refuse_stale`. It may be called more than once.
        """
        path = path_of(self.name)
        for _ in range(TRIES):
            before = kept_files.read_bytes(found(self.name))
            now = self._parse(before)
            if before is None and self._known is not None and not self._may_renew:
                self._may_renew = True
                raise OutOfDateError(
                    f"{path.name} was moved or deleted since you opened this page. Your work is "
                    "still on this page.",
                    "Do the same once more to save all of it again. To start fresh, press Restart "
                    "this page at the top.",
                )
            after = make(now)
            content = _as_json(self._write(after))
            if kept_files.read_bytes(found(self.name)) == before:
                write_text(path, content, mode=PRIVATE)
                self._known, self._may_renew = after, False
                return path
        raise OutOfDateError("This was changed in another window just now.", "Do it once more.")

    def about(self) -> str:
        """Ask about other copies of the file, or return nothing."""
        return kept_files.about_copies(found(self.name))

    def _parse(self, content: bytes | None) -> T:
        if content is None:
            return self._start if self._known is None else self._known
        try:
            self._known = self._read(kept_files.parse(content, f"{self.name}.json", FORMAT))
        except kept_files.NewerFormatError:
            raise
        except (kept_files.DamagedError, *UNFIT, UserError):
            self._may_renew = True
            raise put_aside(self.name, shown=self._known is not None) from None
        self._may_renew = False
        return self._known


def refuse_stale(shown: object, kept: object, advice: str = "") -> None:
    """Refuse to change what is no longer as the page showed it.

    Parameters
    ----------
    shown, kept
        The part that is to be changed, as the page showed it and as the file holds it.
    advice
        What to do about it, as one sentence.
    """
    if shown != kept:
        raise OutOfDateError(
            "This was changed in another window. Here is how it stands now.", advice
        )


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
    return (folder or workspace.find()) / "my_work" / "data" / f"{name}.json"


def found(name: str, folder: Path | None = None) -> Path:
    """Return where an artifact's data is, once what version 0.1 kept has moved along.

    The move is one step, so that a run ended in the middle leaves the file here or there. Where it
    may not be moved, because another program holds it, it is read where it was.
    """
    path = path_of(name, folder)
    former = path.parents[1] / FORMER_FOLDER / path.name
    if path.exists() or not former.is_file():
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(former, path)
    except (OSError, UserError):
        return former
    return path


def save(name: str, data: Mapping[str, Any], folder: Path | None = None) -> Path:
    """Save an artifact and return the path of its data.

    Parameters
    ----------
    data
        What `load` gives back; plain JSON.
    """
    path = path_of(name, folder)
    write_text(path, _as_json(data), mode=PRIVATE)
    return path


def load(name: str, folder: Path | None = None) -> dict[str, Any] | None:
    """Return an artifact's data, or None when there is none.

    Raises
    ------
    UserError
        When the file is damaged: it is renamed first, so nothing is lost or written over. When it
        cannot be read, or a newer version of the course wrote it: it stays as it is.
    """
    try:
        return kept_files.read_data(found(name, folder), FORMAT)
    except kept_files.DamagedError:
        raise put_aside(name, folder) from None


def put_aside(name: str, folder: Path | None = None, *, shown: bool = False) -> OutOfDateError:
    """Rename an artifact that cannot be used, and return the error that says so.

    Parameters
    ----------
    shown
        Whether a page still shows what the file held before.
    """
    path = found(name, folder)
    aside = kept_files.put_aside(path)
    problem = f"Your saved file {path.name} could not be read. It was kept as {aside.name}."
    if shown:
        return OutOfDateError(problem, "Do the same once more to save what this page shows.")
    page = path.parents[1] / FORMER_FOLDER / f"{name}.md"
    look = f", or look in {FORMER_FOLDER}/{page.name} for what you had" if page.exists() else ""
    return OutOfDateError(problem, f"Start again here{look}.")


def _as_json(data: Mapping[str, Any]) -> str:
    kept = {kept_files.FORMAT: FORMAT, **data}
    return json.dumps(kept, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
