"""Read what arrived, from folders and zip files, without trusting any of it.

Nothing is unpacked to the disk and no link is followed. Of what arrived only notebooks and files of
answers are read; programs, folders of modules and all else stay where they are, and programs are
told. A zip file among others that holds far too much costs itself alone.
"""

import io
import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from groundwork.cohort import contents, oversized, passed_over
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
from groundwork.cohort.course_folder import OWN
from groundwork.cohort.kept_by_a_cohort import is_cohorts_own, is_of_a_cohort
from groundwork.subject.errors import UserError

LARGEST_ALL = 500_000_000  # bytes
LARGEST_LIST = 10_000_000  # of what a zip file holds, which is read at once
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
    if any(is_cohorts_own(each) for each in above if each.name != OWN):
        raise UserError(
            f"{path} is what a cohort keeps: nothing in it has just arrived.",
            "Give what arrived: a folder of downloads or a zip file.",
        )
    if not path.exists():
        raise UserError(f"{path} is not there.", "Look at how it is written, then try again.")
    found: Arrivals = {}
    read_so_far = _Read()
    entries = [*_folder(path)] if path.is_dir() else [(PurePosixPath(path.name), path)]
    for inner, file in entries:
        if isinstance(file, str):
            arrival_of(found, inner, str(path)).refuse(file)
            continue
        try:
            _one(found, inner, file, str(path), read_so_far, is_alone=file == path)
        except OSError as error:  # costs the others nothing
            arrival_of(found, _own_place(inner), str(path)).refuse(_unread(inner.name, error))
    if not (path.is_file() and is_zip(path.name)):  # of one, each folder in it was told
        looked = [inner for inner, file in entries if not isinstance(file, str)]
        passed_over.tell(found, looked, str(path))
    arrivals = (part for arrival in found.values() for part in apart(arrival))
    return [each for each in arrivals if each.files or each.refused]


def _one(
    found: Arrivals, inner: PurePosixPath, file: Path, root: str, so_far: _Read, *, is_alone: bool
) -> None:
    """Read one file of a folder, or the only one."""
    if is_hidden(inner):
        return
    if is_zip(inner.name):
        read_zip = _zip if is_alone else _one_of_several
        with _ZipFile(file.open("rb", buffering=0), file.name) as content:
            read_zip(found, content, inner, root, so_far, 1)
    elif is_program(inner.name):
        tell_program(found, inner, root)
    elif is_wanted(inner.name) or may_be_renamed(inner.name):
        data, told = contents.content_of(file)
        so_far.more(len(data), root)
        take_in(found, inner, root, data, told)


def _unread(name: str, error: OSError) -> str:
    """Say that the disk did not give a file or a folder, and what to do."""
    why = "this account may not open it" if isinstance(error, PermissionError) else error.strerror
    return (
        f"{name} could not be read: {why or 'the disk does not give it'}. Copy it to a folder of "
        "your own (one that lies in the cloud is fetched first), then collect that."
    )


def is_link(about: os.stat_result) -> bool:
    """Whether a path leads elsewhere: a link, or a junction, which Windows calls a folder."""
    return stat.S_ISLNK(about.st_mode) or getattr(about, "st_reparse_tag", 0) == JUNCTION


def _folder(folder: Path) -> Iterator[tuple[PurePosixPath, Path | str]]:
    """Yield each file below a folder; instead of a link or a device, why it is not read."""
    for path in sorted(folder.iterdir()):
        inner = PurePosixPath(path.name)
        try:
            about = path.lstat()
            is_folder = stat.S_ISDIR(about.st_mode) and not is_link(about)
            below = [*_folder(path)] if is_folder and not is_cohorts_own(path) else []
        except OSError as error:
            yield inner / path.name, _unread(path.name, error)
            continue
        mode = about.st_mode
        if is_cohorts_own(path):
            yield inner / path.name, f"{path.name} is a cohort's own folder, and was not read."
        elif is_folder:
            yield from ((inner / each, file) for each, file in below)
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
        arrival_of(found, _own_place(at), root).refuse(said)
        return
    so_far.more(read.size, root, read.count)
    for key, arrival in own.items():
        if key not in found:
            found[key] = arrival
            continue
        for name, data in arrival.files.items():
            put(found[key].files, name, data)
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
            if is_of_a_cohort(archive.namelist()):
                said = f"{at.name} is the archive of a cohort, and was not read."
                arrival_of(found, _own_place(at), root).refuse(said)
                return
            looked = []
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                if not _leads_out(entry):
                    looked.append(at.with_suffix("") / _inner(entry))
                try:
                    _entry(found, archive, entry, at, root, so_far, depth)
                except SPOILED:
                    name = _inner(entry)
                    said = f"{name.name} is damaged and was not read."
                    arrival_of(found, _own_place(at.with_suffix("") / name), root).refuse(said)
            base, whole = at.with_suffix(""), so_far.share < 1  # one among others is one person's
            passed_over.tell(found, looked, root, base, whole=whole)
    except SPOILED:
        arrival_of(found, _own_place(at), root).refuse(f"{at.name} is damaged and was not read.")


def _entry(
    found: Arrivals,
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    at: PurePosixPath,
    root: str,
    so_far: _Read,
    depth: int,
) -> None:
    inner = _inner(entry)
    place = at.with_suffix("") / inner
    if _leads_out(entry):
        sentence = f"{at.name} holds a file with a path that leads out of it, which was not read."
        arrival_of(found, _own_place(at), root).refuse(sentence)
        return
    if is_hidden(inner):
        return
    if stat.S_ISLNK(entry.external_attr >> 16):
        arrival_of(found, _own_place(place), root).refuse(
            f"{inner.name} is a link and was not read."
        )
        return
    nested = is_zip(inner.name)
    if is_program(inner.name):
        tell_program(found, place, root)
    if not (nested or is_wanted(inner.name) or may_be_renamed(inner.name)):
        return
    if entry.flag_bits & 1:
        arrival_of(found, _own_place(place), root).refuse(f"{inner.name} is locked by a password.")
        return
    with archive.open(entry) as file:  # what it says of its size may be a lie
        so_far.more(0, root)
        unpacked = _Unpacked(file, so_far, root)
        if not nested:
            take_in(
                found,
                place,
                root,
                *contents.content_of_open(unpacked, inner.name, contents.LARGEST_FILE),
            )
            return
        data = b"".join(oversized.chunks(unpacked, contents.LARGEST_FILE + 1))
    if len(data) > contents.LARGEST_FILE or depth >= DEEPEST:
        why = (
            f"is larger than {_mega(contents.LARGEST_FILE)} MB"
            if depth < DEEPEST
            else "lies too deep"
        )
        said = f"{inner.name} {why} in other zip files, and was not read. {UNPACK}"
        arrival_of(found, _own_place(place), root).refuse(said)
    else:
        raw: Any = io.BytesIO(data)
        _one_of_several(found, _ZipFile(raw, inner.name), place, root, so_far, depth + 1)


def _own_place(path: PurePosixPath) -> PurePosixPath:
    """Return where something is told: of a zip file in a folder of its name, as what is in it."""
    return path.with_suffix("") / path.name if is_zip(path.name) else path


def _inner(entry: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(entry.filename.replace("\\", "/"))


def _leads_out(entry: zipfile.ZipInfo) -> bool:
    inner = _inner(entry)
    return inner.is_absolute() or ".." in inner.parts or ":" in entry.filename or not inner.name


class _Unpacked:
    """An open file in a zip file; whatever is unpacked of it counts, also where it is left."""

    def __init__(self, file: IO[bytes], so_far: _Read, where: str) -> None:
        self._file, self._so_far, self._where = file, so_far, where

    def read(self, size: int) -> bytes:
        """Read so many bytes."""
        data = self._file.read(size)
        self._so_far.more(len(data), self._where, 0)
        return data


def _mega(size: float) -> str:
    return f"{size / 1_000_000:g}"
