"""What arrived and gave nothing: told with its folder, since no hand-in is left without a line."""

from collections.abc import Iterable
from pathlib import PurePosixPath

from groundwork.cohort.arrived import (
    Arrivals,
    arrival_of,
    is_hidden,
    is_of_the_system,
    is_wanted,
    is_zip,
    key_of,
)
from groundwork.learner.answers import FILE

COPIES, OF_MACOS = ".ipynb_checkpoints", "__MACOSX"  # folders of what nobody handed in
HERE = PurePosixPath()
NAMED = 3  # files that are named; the others are counted


def _is_told(inner: PurePosixPath, base: PurePosixPath) -> bool:
    """Whether somebody may have handed in a file: not what a system or a program puts there."""
    if is_hidden(inner):
        own = COPIES in inner.parts or inner.parts[len(base.parts)] == OF_MACOS
        return not own and is_wanted(inner.name)
    return not is_of_the_system(inner.name)


def tell(
    found: Arrivals,
    looked: Iterable[PurePosixPath],
    root: str,
    base: PurePosixPath = HERE,
    *,
    whole: bool = False,
) -> None:
    """Say of each folder, and of the files beside folders, that nothing in it was taken.

    Parameters
    ----------
    looked
        Every file that was met, below `base`.
    whole
        Whether all of it is one person's, so that one thing that was taken is enough.
    """
    gave = {
        _group(PurePosixPath(folder), who, base, whole)
        for (folder, who), each in found.items()
        if each.files or each.refused
    }
    passed: dict[str, list[PurePosixPath]] = {}
    for inner in (each for each in looked if _is_told(each, base)):
        folder, who = key_of(inner)
        if is_zip(inner.name):
            folder, who = inner.with_suffix("").as_posix(), ""
        passed.setdefault(_group(PurePosixPath(folder), who, base, whole), []).append(inner)
    for group, files in passed.items():
        if group not in gave:
            arrival_of(found, files[0], root).refuse(_said(files))


def _group(folder: PurePosixPath, who: str, base: PurePosixPath, whole: bool) -> str:
    """Return what a file belongs to: the uppermost folder, or the person of a file beside them."""
    parts = folder.parts[len(base.parts) :]
    if whole or not folder.is_relative_to(base):
        return ""
    return f"{parts[0]}/" if parts else who


def _said(files: list[PurePosixPath]) -> str:
    names = ", ".join(each.name for each in files[:NAMED])
    more = f" and {len(files) - NAMED} more" if len(files) > NAMED else ""
    if any(is_wanted(each.name) for each in files):
        where = "lies in a hidden folder" if len(files) == 1 else "lie in a hidden folder"
        return f"{names}{more} {where}, and nothing was taken. Ask for the file {FILE} itself."
    is_none = "is no notebook and no file" if len(files) == 1 else "are no notebooks and no files"
    return f"{names}{more} {is_none} of answers, so nothing was taken. Ask for the file {FILE}."
