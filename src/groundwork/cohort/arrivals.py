"""Read what arrived, from folders and zip files, without trusting any of it.

Nothing is unpacked to the disk and no link is followed. Of what arrived only notebooks and files of
answers are read, each up to a limit; programs, folders of modules and all else stay where they are,
and programs are told. A zip file among others that holds far too much costs itself alone.
"""

import io
import lzma
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from groundwork.learner import answers
from groundwork.subject.errors import UserError

LARGEST_FILE = 100_000_000  # bytes
LARGEST_ALL = 500_000_000
MOST_FILES = 20_000
PART = 0.5  # of both limits, for one zip file among others
NOT_READ = "is a program or a database: neither it nor others beside it were read."
LONGEST_NAME = 120  # bytes of a file's own name; every system holds them
SPOILT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # what no file on Windows may be called
SPOILED = (  # what reading a broken zip file raises
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, NotImplementedError),
    *(EOFError, RuntimeError),
)
DEEPEST = 2  # a zip file in a zip file is read, one in that is not
PROGRAMS = (".py", ".pyc", ".pth", ".so", ".dll", ".exe", ".sh", ".bat", ".db")
# What a learning-management system puts before a name: "doejane_1234_5678_answers.json".
ANSWERS = re.compile(r"answers([ ._(-][^/]*)?\.json", re.IGNORECASE)
BEHIND_A_NAME = re.compile(r"_assignsubmission_file(_|$)|_LATE(_|$)|_\d+")


@dataclass
class Arrival:
    """What came from one person, as far as names and folders tell.

    Parameters
    ----------
    where
        Where it was found, for a person who wants to look.
    hints
        Names that may tell whose it is: of folders, of a zip file, what stands before a file name.
    files
        File name to content.
    refused
        What was not read for safety, a sentence each.
    """

    where: str
    hints: tuple[str, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


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
    if path.is_symlink():
        raise UserError(f"{path} is a link.", "Give the folder or file that it leads to.")
    if not path.exists():
        raise UserError(f"{path} is not there.", "Look at how it is written, then try again.")
    if path.is_file() and path.stat().st_size > LARGEST_ALL:
        raise UserError(
            f"{path.name} is larger than {LARGEST_ALL // 1_000_000} MB.", "Look into it first."
        )
    found: dict[tuple[str, str], Arrival] = {}
    read_so_far = _Read()
    entries = _folder(path) if path.is_dir() else [(PurePosixPath(path.name), path)]
    for inner, file in entries:
        if _is_hidden(inner):
            continue
        if isinstance(file, str):
            _of(found, inner, str(path)).refused.append(file)
        elif inner.suffix.lower() == ".zip" and path.is_dir():
            _one_of_several(found, file.read_bytes(), inner, str(path), read_so_far, 1)
        elif inner.suffix.lower() == ".zip":
            _zip(found, file.read_bytes(), inner, str(path), read_so_far, 1)
        elif is_program(inner.name):
            _tell_program(found, inner, str(path))
        elif _wanted(inner.name) or _may_be_renamed(inner.name):
            read_so_far.more(file.stat().st_size, str(path))
            _take(found, inner, str(path), file.read_bytes())
    return [each for each in found.values() if each.files or each.refused]


def _folder(folder: Path) -> Iterator[tuple[PurePosixPath, Path | str]]:
    """Yield each file below a folder; instead of a link or a device, why it is not read."""
    for path in sorted(folder.iterdir()):
        mode = path.lstat().st_mode
        inner = PurePosixPath(path.name)
        if stat.S_ISDIR(mode):
            for below, file in _folder(path):
                yield inner / below, file
        elif not stat.S_ISREG(mode):
            yield inner, f"{path.name} is a link or no plain file, and was not read."
        elif path.lstat().st_size > LARGEST_FILE and (
            _wanted(path.name) or _may_be_renamed(path.name) or _is_zip(path.name)
        ):
            yield inner, f"{path.name} is larger than {LARGEST_FILE // 1_000_000} MB: not read."
        else:
            yield inner, path


def _one_of_several(
    found: dict[tuple[str, str], Arrival],
    content: bytes,
    at: PurePosixPath,
    root: str,
    so_far: _Read,
    depth: int,
) -> None:
    """Read a zip file that lies among others; one that holds too much is left as a whole."""
    own: dict[tuple[str, str], Arrival] = {}
    read = _Read(share=PART)
    try:
        _zip(own, content, at, root, read, depth)
    except _TooMuchError as error:
        said = error.problem.replace(root, at.name, 1)
        _of(found, at.with_suffix("") / at.name, root).refused.append(said)
        return
    so_far.more(read.size, root, read.count)
    for key, arrival in own.items():
        if key not in found:
            found[key] = arrival
            continue
        for name, data in arrival.files.items():
            _put(found[key], name, data)
        found[key].refused += arrival.refused


def _zip(
    found: dict[tuple[str, str], Arrival],
    content: bytes,
    at: PurePosixPath,
    root: str,
    so_far: _Read,
    depth: int,
) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                try:
                    _entry(found, archive, entry, at, root, so_far, depth)
                except SPOILED:
                    name = PurePosixPath(entry.filename.replace("\\", "/"))
                    said = f"{name.name} is damaged and was not read."
                    _of(found, at.with_suffix("") / name, root).refused.append(said)
    except SPOILED:
        _of(found, at / at.name, root).refused.append(f"{at.name} is damaged and was not read.")


def _entry(
    found: dict[tuple[str, str], Arrival],
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
        _of(found, at.with_suffix("") / at.name, root).refused.append(sentence)
        return
    if _is_hidden(inner):
        return
    if stat.S_ISLNK(entry.external_attr >> 16):
        _of(found, place, root).refused.append(f"{inner.name} is a link and was not read.")
        return
    nested = _is_zip(inner.name)
    if is_program(inner.name):
        _tell_program(found, place, root)
    if not (nested or _wanted(inner.name) or _may_be_renamed(inner.name)):
        return
    if entry.flag_bits & 1:
        _of(found, place, root).refused.append(f"{inner.name} is locked by a password.")
        return
    with archive.open(entry) as file:
        data = file.read(LARGEST_FILE + 1)  # what it says of its size may be a lie
    so_far.more(len(data), root)  # also where it is left: unpacking it was work
    if len(data) > LARGEST_FILE or (nested and depth >= DEEPEST):
        _of(found, place, root).refused.append(f"{inner.name} is too large or packed too often.")
        return
    if nested:
        _one_of_several(found, data, place, root, so_far, depth + 1)
        return
    _take(found, place, root, data)


def _take(
    found: dict[tuple[str, str], Arrival], inner: PurePosixPath, root: str, data: bytes
) -> None:
    if not _wanted(inner.name) and not (b'"answers"' in data and b'"value"' in data):
        return
    arrival = _of(found, inner, root)
    _put(arrival, _split(inner.name)[1], data)


def _put(arrival: Arrival, name: str, data: bytes) -> None:
    """Keep a file under its name, or one like it where there is one of that name.

    A name that some system cannot hold gives way to the course's own.
    """
    if len(name.encode()) > LONGEST_NAME or SPOILT.search(name):
        name = answers.FILE if name.lower().endswith(".json") else "notebook.ipynb"
    stem, suffix, count = PurePosixPath(name).stem, PurePosixPath(name).suffix, 1
    while name in arrival.files:
        name = f"{stem} ({count}){suffix}"
        count += 1
    arrival.files[name] = data


def _tell_program(found: dict[tuple[str, str], Arrival], inner: PurePosixPath, root: str) -> None:
    """Tell the first program in what came from one person; who sends a whole folder sends many."""
    top = PurePosixPath(inner.parts[0]) / inner.name if len(inner.parts) > 1 else inner
    refused = _of(found, top, root).refused
    if not any(NOT_READ in sentence for sentence in refused):
        refused.append(f"{'/'.join(inner.parts[-2:])} {NOT_READ}")


def _of(found: dict[tuple[str, str], Arrival], inner: PurePosixPath, root: str) -> Arrival:
    """Return the arrival that a file belongs to: by its folder and by how its name begins."""
    who, _ = _split(inner.name)
    who = BEHIND_A_NAME.split(who)[0]
    key = (inner.parent.as_posix(), who.casefold())
    if key not in found:
        whole = _split(inner.name)[0]
        folders = reversed(inner.parent.parts)
        hints = tuple(filter(None, [whole, *folders, Path(root).stem]))
        where = f"{root}: {inner.parent.as_posix()}" if len(inner.parts) > 1 else root
        found[key] = Arrival(f"{where} ({who})" if who else where, hints)
    return found[key]


def _split(name: str) -> tuple[str, str]:
    """Return what stands before a file's own name, and that name."""
    if match := ANSWERS.search(name):
        before, own = name[: match.start()], match[0]
        plain = own.lower() == answers.FILE or not before
        return (before.strip("_- "), own if plain else answers.FILE) if before else ("", own)
    if name.lower().endswith(".ipynb") and (match := re.search(r"\d\d_[a-z_]+", name)):
        before = name[: match.start()].strip("_- ")
        return (before, name[match.start() :])
    if _may_be_renamed(name):
        return PurePosixPath(name).stem, answers.FILE
    return "", name


def _wanted(name: str) -> bool:
    if name.startswith("."):  # what macOS and editors put beside a file
        return False
    if name.lower().endswith(".ipynb"):
        return True
    return bool(ANSWERS.search(name))


def _may_be_renamed(name: str) -> bool:
    """Whether a file may be one of answers under another name; what is in it tells."""
    return name.lower().endswith(".json") and not name.startswith(".")


def _is_hidden(inner: PurePosixPath) -> bool:
    """Whether a file lies in a folder that a program keeps for itself, such as its checkpoints."""
    return any(part.startswith(".") or part == "__MACOSX" for part in inner.parts[:-1])


def is_program(name: str) -> bool:
    """Whether a file is a program or a database, by its name."""
    return name.lower().endswith(PROGRAMS)


def _is_zip(name: str) -> bool:
    return name.lower().endswith(".zip")
