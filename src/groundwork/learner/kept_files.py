"""Read a file that a learner kept, whatever an editor or a syncing program has made of it.

Everything kept is read here: answers, reflections, artifacts, the choice of place. A file that
cannot be read is told in a sentence or put aside. It is never taken for "nothing is kept".
"""

import json
import math
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from groundwork.learner.files import replace
from groundwork.subject.errors import UserError

LARGEST = 100_000_000  # bytes; a file this large is no file of the course
FORMAT = "format"
FORMER_FORMAT = "version"  # the same number's name in files of version 0.1
# What OneDrive, Dropbox, Google Drive, iCloud, Nextcloud, Syncthing and Windows put after a name:
# "-DESKTOP-AB12", " (Ana's conflicted copy 2026-11-20)", " (1)", " 2", ".sync-conflict-2026".
ENDING_OF_A_COPY = re.compile(r"[ (\[].*|\.sync-conflict-.*|_conflict-.*|-(?=.*[A-Z]).*")
BEFORE_A_COPY = ("Copy of ", "Copia de ", "Copie de ", "Kopie von ")
MOST_PASSED_OVER, LOOKED_AT = 10_000, 2 * 10**8  # values, and characters in all
NAMED_VALUE = re.compile(r'"([^"\\]{1,100})"\s*:\s*')


class DamagedError(Exception):
    """A kept file is not what it should be; whoever asked for it puts it aside."""


class NewerFormatError(UserError):
    """A newer version of the course wrote the file; it stays as it is."""


def read_text(path: Path) -> str | None:
    """Return a kept text with plain line feeds, or None when there is none.

    Raises
    ------
    UserError
        When there is something that cannot be read.
    """
    content = read_bytes(path)
    return None if content is None else decode(content)


def read_data(path: Path, newest: int) -> dict[str, Any] | None:
    """Return kept data, or None when there is none; see `parse`."""
    content = read_bytes(path)
    return None if content is None else parse(content, path.name, newest)


def read_bytes(path: Path) -> bytes | None:
    """Return a kept file as it is, or None when there is none.

    When the file is gone and a syncing program left a copy under another name, the copy, the newest
    of several, gets the name back.

    Raises
    ------
    UserError
        When there is something that cannot be read.
    """
    content = _bytes(path)
    if content is None and (renamed := copies(path)):
        newest = max(renamed, key=lambda copy: copy.stat().st_mtime_ns)
        try:
            replace(newest, path)
        except (OSError, UserError):  # a folder that cannot be written
            return _bytes(newest)
        return _bytes(path)
    return content


def decode(content: bytes) -> str:
    """Return the text of bytes that an editor may have saved in its own way.

    With or without a byte-order mark; as UTF-8, UTF-16 or UTF-32, or as Windows' own Latin letters.
    """
    try:
        text = content.decode(json.detect_encoding(content)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse(content: bytes, name: str, newest: int) -> dict[str, Any]:
    """Return kept data of any format up to `newest`, without the number of its format.

    Raises
    ------
    DamagedError
        When it is no JSON object, or its format is no number.
    NewerFormatError
        When its format is a later one.
    """
    try:
        data = json.loads(decode(content), parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        raise DamagedError(name) from None
    if not isinstance(data, dict):
        raise DamagedError(name)
    number = data.pop(FORMAT, data.get(FORMER_FORMAT, 1))
    if type(number) is not int or number < 1:
        raise DamagedError(name)
    if number > newest:
        raise newer(name)
    return data


def newer(name: str) -> NewerFormatError:
    """Return the error for a file that a newer version of the course wrote."""
    return NewerFormatError(
        f"{name} was written by a newer version of the course. It was left as it is.",
        "Update the course, then open this page again.",
    )


def whole_entries(text: str) -> dict[str, Any]:
    """Return each named value of a broken JSON text that is whole, the outermost of each."""
    return dict(pieces(text))


def pieces(text: str, longest: int = LARGEST) -> Iterator[tuple[str, Any]]:
    """Yield each named value of a broken JSON text that is whole, in the order of the text.

    Parameters
    ----------
    longest
        Characters of a value that may be made; of a longer one, what is named in it is.
    """
    decoder, at = json.JSONDecoder(parse_constant=_refuse, parse_float=_finite), 0
    left = passed_over(text, longest)
    while left >= 0 and (match := NAMED_VALUE.search(text, at)):
        try:
            value, at = value_at(decoder, text, match.end(), longest)
            yield match[1], value
        except (ValueError, RecursionError):
            at = match.end()
            left -= 1


def passed_over(text: str, longest: int) -> int:
    """Return how many values that cannot be read are passed over before a search ends.

    Each costs a look at the rest of the text, or at as much of it as a value may have, so the
    longer that is, the fewer they are.
    """
    return min(MOST_PASSED_OVER, LOOKED_AT // (min(len(text), longest) + 1))


def value_at(decoder: json.JSONDecoder, text: str, at: int, longest: int) -> tuple[Any, int]:
    """Read the value that begins at a place of a text; return it and the place behind it.

    Raises
    ------
    ValueError, RecursionError
        When it is none, or longer than so many characters.
    """
    if len(text) - at <= longest:
        return decoder.raw_decode(text, at)
    value, length = decoder.raw_decode(text[at : at + longest])
    return value, at + length


def copies(path: Path) -> list[Path]:
    """Return the files beside this one that a syncing program made of it, by name."""
    try:
        names = [each for each in path.parent.iterdir() if _is_copy(each, path)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _refused(path.parent, error) from error
    return sorted(each for each in names if each.is_file())


def other_copies(path: Path) -> list[str]:
    """Return the names of the copies that hold something else than the file itself."""
    used = read_text(path)
    return [copy.name for copy in copies(path) if read_text(copy) != used]


def about_copies(path: Path) -> str:
    """Ask about copies that hold something else than the file that is used; else nothing."""
    others = other_copies(path)
    if not others:
        return ""
    return (
        f"A syncing program left another copy of your file. {path.name} is used, "
        f"{' and '.join(others)} is not. Open both in the folder {path.parent.name}, put what you "
        f"want into {path.name}, and delete the other."
    )


def put_aside(path: Path) -> Path:
    """Rename a damaged file to the first free name beside it, and return that."""
    aside, count = path.with_name(f"{path.stem}.damaged{path.suffix}"), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.stem}.damaged-{count}{path.suffix}")
    replace(path, aside)
    return aside


def _is_copy(other: Path, path: Path) -> bool:
    if other.suffix.lower() != path.suffix.lower() or other.name == path.name:
        return False
    if other.name.lower() == path.name.lower():
        return not (path.exists() and other.samefile(path))  # one file, where case is no difference
    return names_a_copy(other.name, path.name)


def names_a_copy(name: str, of: str) -> bool:
    """Whether a name is what a syncing program or a browser makes of another file's name."""
    if name in [f"{before}{of}" for before in BEFORE_A_COPY]:
        return True
    other, path = PurePath(name), PurePath(of)
    ending = other.stem.removeprefix(path.stem)
    return ending != other.stem and ENDING_OF_A_COPY.fullmatch(ending) is not None


def _finite(number: str) -> float:
    """Read a number; one that JSON cannot hold was not written by the course."""
    if math.isinf(value := float(number)):
        raise ValueError(number)
    return value


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _bytes(path: Path) -> bytes | None:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UserError(
                f"{path.name} is a folder, where the course keeps a file.",
                f"Rename the folder {path.name} in {path.parent}, then try again.",
            )
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise UserError(
                f"{path.name} is not a file that the course can read.",
                f"Rename {path.name} in {path.parent}, then try again.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> UserError:
    return UserError(
        f"{path.name} is there, but your account could not read it ({error.strerror}).",
        "Close other programs that use it. If it stays so, ask your IT service to let you read "
        f"{path}.",
    )
