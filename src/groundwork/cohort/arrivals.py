"""Read what arrived, from folders and zip files, without trusting any of it.

Nothing is unpacked to the disk and no link is followed. Of what arrived only notebooks and files of
answers are read; programs, folders of modules and all else stay where they are, and programs are
told. A zip file among others that holds far too much costs itself alone.
"""

import io
import itertools
import lzma
import math
import os
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from groundwork.cohort import oversized
from groundwork.cohort.arrived import (
    Arrival,
    Arrivals,
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
from groundwork.subject.errors import UserError

LARGEST_FILE = 100_000_000  # bytes
LARGEST_ALL = 500_000_000
KEPT = 20_000_000  # characters of a larger file, once its texts were shortened
MOST_FILES = 20_000
JUNCTION = 0xA0000003  # what Windows marks one with; a file in the cloud has another mark
PART = 0.5  # of both limits, for one zip file among others
SPOILED = (  # what reading a broken zip file raises
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, NotImplementedError),
    *(EOFError, RuntimeError),
)
DEEPEST = 2  # a zip file in a zip file is read, one in that is not


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
    if path.is_file() and path.stat().st_size > LARGEST_ALL:
        raise UserError(
            f"{path.name} is larger than {LARGEST_ALL // 1_000_000} MB.", "Look into it first."
        )
    found: Arrivals = {}
    read_so_far = _Read()
    entries = _folder(path) if path.is_dir() else [(PurePosixPath(path.name), path)]
    for inner, file in entries:
        if is_hidden(inner):
            continue
        if isinstance(file, str):
            arrival_of(found, inner, str(path)).refused.append(file)
        elif inner.suffix.lower() == ".zip" and path.is_dir():
            _one_of_several(found, file.read_bytes(), inner, str(path), read_so_far, 1)
        elif inner.suffix.lower() == ".zip":
            _zip(found, file.read_bytes(), inner, str(path), read_so_far, 1)
        elif is_program(inner.name):
            tell_program(found, inner, str(path))
        elif is_wanted(inner.name) or may_be_renamed(inner.name):
            data, told = content_of(file)
            read_so_far.more(len(data), str(path))
            take_in(found, inner, str(path), data, told)
    return [each for each in found.values() if each.files or each.refused]


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
        elif about.st_size > _largest(path.name):
            yield inner, f"{path.name} is larger than {_mega(_largest(path.name))} MB: not read."
        else:
            yield inner, path


def _one_of_several(
    found: Arrivals,
    content: bytes,
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
    content: bytes,
    at: PurePosixPath,
    root: str,
    so_far: _Read,
    depth: int,
) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
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
    with archive.open(entry) as file:
        data = file.read(LARGEST_FILE + 1)  # what it says of its size may be a lie
        so_far.more(len(data), root)  # also where it is left: unpacking it was work
        if nested and (len(data) > LARGEST_FILE or depth >= DEEPEST):
            said = f"{inner.name} is too large or packed too often."
            arrival_of(found, place, root).refused.append(said)
        elif nested:
            _one_of_several(found, data, place, root, so_far, depth + 1)
        elif len(data) > LARGEST_FILE:
            pieces = itertools.chain(_pieces(data), _rest(file, so_far, root))
            data = oversized.shortened(pieces, KEPT)
            take_in(found, place, root, data, _too_large(inner.name))
        else:
            take_in(found, place, root, data)


def _rest(file: IO[bytes], so_far: _Read, root: str) -> Iterator[bytes]:
    """Yield as much again of a file in a zip file; unpacking it counts."""
    for chunk in oversized.chunks(file, LARGEST_FILE):
        so_far.more(len(chunk), root, 0)
        yield chunk


def content_of(path: Path) -> tuple[bytes, str]:
    """Return what a file holds, and what is to be said where it was too large for that."""
    with path.open("rb") as file:
        return content_of_open(file, path.name)


def content_of_open(file: IO[bytes], name: str) -> tuple[bytes, str]:
    """Return what an open file holds, as `content_of` does."""
    data = file.read(LARGEST_FILE + 1)
    if len(data) <= LARGEST_FILE:
        return data, ""
    rest = oversized.chunks(file, LARGEST_ALL)
    return oversized.shortened(itertools.chain(_pieces(data), rest), KEPT), _too_large(name)


def _pieces(data: bytes) -> Iterator[bytes]:
    """Yield what was read already as the rest of the file comes: never all of it at once."""
    return oversized.chunks(io.BytesIO(data), len(data))


def _too_large(name: str) -> str:
    size = _mega(LARGEST_FILE)
    return f"{name} is larger than {size} MB: of each text in it the beginning alone was read."


def _mega(size: float) -> str:
    return f"{size / 1_000_000:g}"


def _largest(name: str) -> float:
    """Return how many bytes a file in a folder may have; one that is not read may have any."""
    if is_zip(name):
        return LARGEST_FILE
    return LARGEST_ALL if is_wanted(name) or may_be_renamed(name) else math.inf
