"""Read what arrived, from folders and zip files, without trusting any of it.

Nothing is unpacked to the disk and no link is followed. Of what arrived only notebooks and files of
answers are read; programs, folders of modules and all else stay where they are, and programs are
told. A zip file among others that holds far too much costs itself alone.
"""

import io
import itertools
import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from groundwork.cohort import oversized
from groundwork.cohort.arrived import (
    Arrival,
    Arrivals,
    apart,
    arrival_of,
    is_hidden,
    is_program,
    is_wanted,
    is_zip,
    may_be_renamed,
    put,
    take_in,
    tell_program,
)
from groundwork.cohort.place import ABOUT, CONFIG, KEPT_THERE, OWN
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

LARGEST_FILE = 100_000_000  # bytes
LARGEST_ALL = 500_000_000
LARGEST_LIST = 10_000_000  # of what a zip file holds, which is read at once
KEPT = 20_000_000  # characters of a larger file, once its texts were shortened
MOST_FILES = 20_000
JUNCTION = 0xA0000003  # what Windows marks one with; a file in the cloud has another mark
PART = 0.5  # of both limits, for one zip file among others
SPOILED = (  # what reading a broken zip file raises
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, NotImplementedError),
    *(EOFError, RuntimeError),
)
DEEPEST = 2  # a zip file in a zip file is read, one in that is not
UNPACK = "Unpack it, and collect what is in it."


@dataclass
class _Read:
    """How much was read so far, over all that one command reads, or of one zip file among others.

    `share` is how much of the limits it may use.
    """

    size: int = 0
    count: int = 0
    share: float = 1

    def more(self, size: int, where: str, count: int = 1) -> None:
        self.size += size
        self.count += count
        if self.size > LARGEST_ALL * self.share or self.count > MOST_FILES * self.share:
            raise _TooMuchError(
                f"{where} holds more than {LARGEST_ALL * self.share / 1_000_000:g} MB or "
                f"{MOST_FILES * self.share:,g} files, packed or not. Hand-ins of a cohort are far "
                "smaller, so nothing was taken.",
                "Look into it, and collect the hand-ins in parts.",
            )


class _TooMuchError(UserError):
    """A zip file or a folder holds far more than hand-ins do."""


class _ZipFile(io.BufferedReader):
    """A zip file of any size, of which never more is read at once than a list of hand-ins is long.

    `zipfile` reads the list of what is in it as a whole, and holds many times as much in memory.
    """

    def __init__(self, raw: io.RawIOBase, name: str) -> None:
        super().__init__(raw)
        self._named = name

    def read(self, size: int | None = -1, /) -> bytes:
        """Read so much, where that is not too much."""
        if size is not None and size > LARGEST_LIST:
            raise _TooMuchError(
                f"{self._named} lists far more files than a cohort hands in, so nothing was taken.",
                "Unpack it, and collect the folders of the hand-ins in it.",
            )
        return super().read(size)


def read(path: Path) -> list[Arrival]:
    """Return what arrived in a folder, a zip file, or one file of answers or notebook.

    Raises
    ------
    UserError
        When there is nothing, or far too much.
    """
    if os.path.lexists(path) and is_link(path.lstat()):
        raise UserError(f"{path} is a link.", "Give the folder or file that it leads to.")
    above = (path.absolute(), *path.absolute().parents)
    # What the console was sent lies in the cohort's own folder for a moment.
    if any(_is_cohorts_own(each) for each in above if each.name != OWN):
        raise UserError(
            f"{path} is what a cohort keeps: nothing in it has just arrived.",
            "Give what arrived: a folder of downloads or a zip file.",
        )
    if not path.exists():
        raise UserError(f"{path} is not there.", "Look at how it is written, then try again.")
    found: Arrivals = {}
    read_so_far = _Read()
    entries = _folder(path) if path.is_dir() else [(PurePosixPath(path.name), path)]
    for inner, file in entries:
        if is_hidden(inner):
            continue
        if isinstance(file, str):
            arrival_of(found, inner, str(path)).refused.append(file)
        elif inner.suffix.lower() == ".zip" and path.is_dir():
            with _ZipFile(file.open("rb", buffering=0), file.name) as content:
                _one_of_several(found, content, inner, str(path), read_so_far, 1)
        elif inner.suffix.lower() == ".zip":
            with _ZipFile(file.open("rb", buffering=0), file.name) as content:
                _zip(found, content, inner, str(path), read_so_far, 1)
        elif is_program(inner.name):
            tell_program(found, inner, str(path))
        elif is_wanted(inner.name) or may_be_renamed(inner.name):
            data, told = content_of(file)
            read_so_far.more(len(data), str(path))
            take_in(found, inner, str(path), data, told)
    arrivals = (part for arrival in found.values() for part in apart(arrival))
    return [each for each in arrivals if each.files or each.refused]


def is_link(about: os.stat_result) -> bool:
    """Whether a path leads elsewhere: a link, or a junction, which Windows calls a folder."""
    return stat.S_ISLNK(about.st_mode) or getattr(about, "st_reparse_tag", 0) == JUNCTION


def _is_cohorts_own(path: Path) -> bool:
    """Whether a cohort keeps something there: its graded pages would be taken for hand-ins."""
    files = (path.parent / ABOUT, path.parent / CONFIG)
    return path.name in KEPT_THERE and all(each.is_file() for each in files)


def _is_of_a_cohort(names: Iterable[str]) -> bool:
    """Whether all in a zip file is of one cohort's folder; a file of that name tells nothing."""
    paths = [PurePosixPath(each) for each in names if not each.endswith("/")]
    files = {each for each in paths if not is_hidden(each) and not each.name.startswith(".")}
    folders = [each.parent for each in files if each.name == ABOUT]
    if not folders:
        return False
    folder = min(folders, key=lambda each: len(each.parts))
    return folder / CONFIG in files and all(folder in each.parents for each in files)


def _folder(folder: Path) -> Iterator[tuple[PurePosixPath, Path | str]]:
    """Yield each file below a folder; instead of a link or a device, why it is not read."""
    for path in sorted(folder.iterdir()):
        about = path.lstat()
        mode, inner = about.st_mode, PurePosixPath(path.name)
        if _is_cohorts_own(path):
            continue
        if stat.S_ISDIR(mode) and not is_link(about):
            for below, file in _folder(path):
                yield inner / below, file
        elif not stat.S_ISREG(mode):
            yield inner, f"{path.name} is a link or no plain file, and was not read."
        else:
            yield inner, path


def _one_of_several(
    found: Arrivals,
    content: IO[bytes],
    at: PurePosixPath,
    root: str,
    so_far: _Read,
    depth: int,
) -> None:
    """Read a zip file that lies among others; one that holds too much is left as a whole."""
    own: Arrivals = {}
    read = _Read(share=PART)
    try:
        _zip(own, content, at, root, read, depth)
    except _TooMuchError as error:
        said = error.problem.replace(root, at.name, 1)
        arrival_of(found, at.with_suffix("") / at.name, root).refused.append(said)
        return
    so_far.more(read.size, root, read.count)
    for key, arrival in own.items():
        if key not in found:
            found[key] = arrival
            continue
        for name, data in arrival.files.items():
            put(found[key], name, data)
        found[key].refused += arrival.refused


def _zip(
    found: Arrivals,
    content: IO[bytes],
    at: PurePosixPath,
    root: str,
    so_far: _Read,
    depth: int,
) -> None:
    try:
        with zipfile.ZipFile(content) as archive:
            if _is_of_a_cohort(archive.namelist()):
                said = f"{at.name} is the archive of a cohort, and was not read."
                arrival_of(found, at / at.name, root).refused.append(said)
                return
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                try:
                    _entry(found, archive, entry, at, root, so_far, depth)
                except SPOILED:
                    name = PurePosixPath(entry.filename.replace("\\", "/"))
                    said = f"{name.name} is damaged and was not read."
                    arrival_of(found, at.with_suffix("") / name, root).refused.append(said)
    except SPOILED:
        arrival_of(found, at / at.name, root).refused.append(
            f"{at.name} is damaged and was not read."
        )


def _entry(
    found: Arrivals,
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    at: PurePosixPath,
    root: str,
    so_far: _Read,
    depth: int,
) -> None:
    inner = PurePosixPath(entry.filename.replace("\\", "/"))
    place = at.with_suffix("") / inner
    if inner.is_absolute() or ".." in inner.parts or ":" in entry.filename or not inner.name:
        sentence = f"{at.name} holds a file with a path that leads out of it, which was not read."
        arrival_of(found, at.with_suffix("") / at.name, root).refused.append(sentence)
        return
    if is_hidden(inner):
        return
    if stat.S_ISLNK(entry.external_attr >> 16):
        arrival_of(found, place, root).refused.append(f"{inner.name} is a link and was not read.")
        return
    nested = is_zip(inner.name)
    if is_program(inner.name):
        tell_program(found, place, root)
    if not (nested or is_wanted(inner.name) or may_be_renamed(inner.name)):
        return
    if entry.flag_bits & 1:
        arrival_of(found, place, root).refused.append(f"{inner.name} is locked by a password.")
        return
    with archive.open(entry) as file:  # what it says of its size may be a lie
        so_far.more(0, root)
        unpacked = _Unpacked(file, so_far, root)
        if not nested:
            take_in(found, place, root, *content_of_open(unpacked, inner.name, LARGEST_FILE))
            return
        data = b"".join(oversized.chunks(unpacked, LARGEST_FILE + 1))
    if len(data) > LARGEST_FILE or depth >= DEEPEST:
        why = f"is larger than {_mega(LARGEST_FILE)} MB" if depth < DEEPEST else "lies too deep"
        said = f"{inner.name} {why} in other zip files, and was not read. {UNPACK}"
        arrival_of(found, place, root).refused.append(said)
    else:
        raw: Any = io.BytesIO(data)
        _one_of_several(found, _ZipFile(raw, inner.name), place, root, so_far, depth + 1)


class _Unpacked:
    """An open file in a zip file; whatever is unpacked of it counts, also where it is left."""

    def __init__(self, file: IO[bytes], so_far: _Read, where: str) -> None:
        self._file, self._so_far, self._where = file, so_far, where

    def read(self, size: int) -> bytes:
        """Read so many bytes."""
        data = self._file.read(size)
        self._so_far.more(len(data), self._where, 0)
        return data


def content_of(path: Path) -> tuple[bytes, str]:
    """Return what a file holds, and what is to be said where it was too large for that."""
    with path.open("rb") as file:
        return content_of_open(file, path.name)


def content_of_open(
    file: oversized.Readable, name: str, more: int | None = None
) -> tuple[bytes, str]:
    """Return what an open file holds, as `content_of` does.

    Parameters
    ----------
    more
        How many bytes are read of what is too large to be read whole; many, where nothing is said.
    """
    data = b"".join(oversized.chunks(file, LARGEST_FILE + 1))
    if len(data) <= LARGEST_FILE:
        return data, ""
    more = LARGEST_ALL - LARGEST_FILE if more is None else more
    rest = oversized.chunks(file, more)
    kept = oversized.shortened(itertools.chain(_pieces(data), rest), KEPT)
    return kept, _too_large(name, len(kept) >= KEPT or bool(file.read(1)))


def _pieces(data: bytes) -> Iterator[bytes]:
    """Yield what was read already as the rest of the file comes: never all of it at once."""
    return oversized.chunks(io.BytesIO(data), len(data))


def _too_large(name: str, is_left: bool) -> str:
    """Say what was not read of a file, where its end was left too, and what to do."""
    size = _mega(LARGEST_FILE)
    return (
        f"{name} is larger than {size} MB: of each text in it the beginning alone was read"
        f"{', and its end not at all' if is_left else ''}. If an answer is missing, ask for the "
        f"file {FILE} once more, as it lies in the learner's folder of the exercise."
    )


def _mega(size: float) -> str:
    return f"{size / 1_000_000:g}"
