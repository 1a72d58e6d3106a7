"""The file of the learner's own that stands in for Riverbend County, and its answers.

Files lie in ``my_work/my_files``, or directly in ``my_work``. They are only read. What is kept, by
kind, is the file's name and the answers about it, never a cell of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from groundwork.learner import artifacts, workspace
from groundwork.learner.files import PRIVATE, delete, write_bytes
from groundwork.learner.own_answers import check_and_keep
from groundwork.subject.errors import UserError
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result

FOLDER = "my_files"
ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".pdf", ".numbers")
"""What is offered; of a form that cannot be read, the check says how to save it as another."""
MOST_BROUGHT = 8_000_000  # bytes that a page can hand over; a larger file is put there by hand

_followers: dict[str, dict[str, Callable[[], object]]] = {}


@dataclass(frozen=True)
class Chosen:
    """A chosen file: its place in ``my_work``, its sheet, and its answers."""

    name: str
    sheet: str = ""
    answers: Answers = field(default_factory=Answers)


@dataclass(frozen=True)
class InUse:
    """A chosen file that can be used."""

    file: str
    result: Result


def follow(kind: str, name: str, switch: Callable[[], object]) -> None:
    """Have something called after each choice of a file of this kind.

    A cell that runs again shows a new widget under the name of the old one, which ends to follow.
    """
    _followers.setdefault(kind, {})[name] = switch


def tell(kind: str, but: str = "") -> None:
    """Call whoever follows a kind, except the one of a name: it is who tells."""
    for name, switch in _followers.get(kind, {}).items():
        if name != but:
            switch()


def files() -> list[str]:
    """Return the files that can be chosen, as places in ``my_work``: those of the folder first."""
    kept = workspace.find() / workspace.KEPT
    found = []
    for folder, front in ((kept / FOLDER, f"{FOLDER}/"), (kept, "")):
        if folder.is_dir():
            found += sorted(
                f"{front}{path.name}"
                for path in folder.iterdir()
                if path.suffix.lower() in ENDINGS
                and path.is_file()
                and not path.name.startswith((".", "~$"))
            )
    return found


def bring(name: str, content: bytes, over: str = "") -> str:
    """Put a copy of a file into the folder, and return its place in ``my_work``.

    A file of that name that is there already stays; the new one gets a number. Only the copy whose
    place is ``over`` gives way: one that was brought before and is still to be mended.

    Raises
    ------
    UserError
        When it is no file that can be read, or too large for a page to hand over.
    """
    plain = Path(name.replace("\\", "/")).name
    if Path(plain).suffix.lower() not in ENDINGS or plain.startswith((".", "~$")):
        raise UserError(f"{plain} is no table.", "Choose a CSV or an Excel file.")
    if len(content) > MOST_BROUGHT:
        raise UserError(
            f"{plain} is larger than {MOST_BROUGHT // 1_000_000} MB.",
            f"Copy it into {workspace.KEPT}/{FOLDER} by hand, then press Look again.",
        )
    folder = workspace.find() / workspace.KEPT / FOLDER
    path, number = folder / plain, 1
    while path.exists() and path.read_bytes() != content and f"{FOLDER}/{path.name}" != over:
        number += 1
        path = folder / f"{Path(plain).stem} ({number}){Path(plain).suffix}"
    write_bytes(path, content, mode=PRIVATE)
    return f"{FOLDER}/{path.name}"


def take_away(name: str) -> None:
    """Take a copy away that `bring` made."""
    delete(workspace.find() / workspace.KEPT / _known(name))


def read(kind: str) -> Chosen | None:
    """Return the file that was chosen, or None for Riverbend County."""
    try:
        data = artifacts.load(_artifact(kind))
        if not data or not data.get("name"):
            return None
        answers = Answers(dict(data["columns"]), dict(data["answers"]))
        return Chosen(str(data["name"]), str(data["sheet"]), answers)
    except (KeyError, TypeError, ValueError):
        return None  # it can be chosen again


def choose(kind: str, chosen: Chosen | None) -> None:
    """Keep a choice, and tell whoever follows; None goes back to Riverbend County."""
    data: dict[str, object] = {"name": ""}
    if chosen:
        data = {
            "name": _known(chosen.name),
            "sheet": chosen.sheet,
            "columns": dict(chosen.answers.columns),
            "answers": dict(chosen.answers.said),
        }
    artifacts.save(_artifact(kind), data)
    tell(kind)


def checked(kind: str, chosen: Chosen) -> Result:
    """Check a chosen file with what was answered; a file that did not change is read once.

    Raises
    ------
    UserError
        When it is no longer there, or cannot be read as a table.
    """
    path = workspace.find() / workspace.KEPT / _known(chosen.name)
    try:
        seen = path.stat()
    except OSError:
        raise UserError(
            f"{chosen.name} is no longer in {workspace.KEPT}.",
            "Put it there again, or choose another file.",
        ) from None
    said = (tuple(chosen.answers.columns.items()), tuple(chosen.answers.said.items()))
    return _checked(path, seen.st_mtime_ns, seen.st_size, kind, chosen.sheet, said)


@lru_cache(maxsize=4)
def _checked(
    path: Path,
    _changed: int,
    _size: int,
    kind: str,
    sheet: str,
    said: tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]],
) -> Result:
    answers = Answers(dict(said[0]), dict(said[1]))
    return check_and_keep(path, kind, sheet or None, answers=answers)


def in_use(kind: str) -> InUse | None:
    """Return the chosen file when nothing in it is to be mended or answered; None otherwise."""
    try:
        chosen = read(kind)
        result = checked(kind, chosen) if chosen else None
    except UserError:  # the place where it is chosen says so
        return None
    return InUse(Path(result.file).name, result) if result and result.fine else None


def _artifact(kind: str) -> str:
    return f"own_file_{kind}"


def _known(name: str) -> str:
    """Return a file's place in ``my_work``, where it can only be one that is offered."""
    folder, _, file = name.rpartition("/")
    if folder not in ("", FOLDER) or "\\" in file or not file:
        raise UserError(f"{name!r} is no file in {workspace.KEPT}.", "Choose one of the list.")
    return name
