"""What came from one person, as far as names and folders tell; and which names are of hand-ins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from groundwork.cohort.handed_in import NAME_OF_ANSWERS, is_answers, read_answers
from groundwork.cohort.plainly import one_line
from groundwork.learner import answers

NOT_READ = "is a program or a database: neither it nor others beside it were read."
OF_THE_SYSTEM = (".", "~$", "thumbs.db", "desktop.ini")  # how names of such files begin
LONGEST_NAME = 120  # bytes of a file's own name; every system holds them
# What no file on Windows may be called, what no name shows, and bytes that are no letters.
SPOILT = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]'
)
PROGRAMS = (".py", ".pyc", ".pth", ".so", ".dll", ".exe", ".sh", ".bat", ".db")
# What browsers make of a second file of one name: its number is nobody's.
COUNTED = re.compile(r"answers[ -]?\(?\d{1,2}\)?", re.IGNORECASE)
BEHIND_A_NAME = re.compile(r"_assignsubmission_file(_|$)|_LATE(_|$)|_\d+")
Arrivals = dict[tuple[str, str], "Arrival"]  # by folder, and by how a file's name begins


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
    given_to
        The id of the person whose it is, as somebody has said who looked at it; "" for nobody.
    heard
        What that somebody had been told before, by its key.
    """

    where: str
    hints: tuple[str, ...]
    files: dict[str, bytes] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    given_to: str = ""
    heard: frozenset[str] = frozenset()

    def refuse(self, sentence: str) -> None:
        """Tell of something that was not read; names in it are somebody else's text."""
        self.refused.append(one_line(sentence))


def take_in(
    found: Arrivals,
    inner: PurePosixPath,
    root: str,
    data: bytes,
    told: str = "",
) -> None:
    """Keep a file of answers or a notebook, and what is told of it."""
    plain = data.replace(b"\0", b"")  # as every form of Unicode holds plain letters
    holds_answers = b'"answers"' in plain and (b'"value"' in plain or b'"exercise"' in plain)
    if not is_wanted(inner.name) and not holds_answers:
        return
    arrival = arrival_of(found, inner, root)
    put(arrival.files, _split(inner.name)[1], data)
    if told:
        arrival.refuse(told)


def put(files: dict[str, bytes], name: str, data: bytes) -> None:
    """Keep a file under its name, or one like it where there is one of that name.

    A name that some system cannot hold gives way to the course's own.
    """
    if SPOILT.search(name) or len(name.encode()) > LONGEST_NAME:
        name = answers.FILE if name.lower().endswith(".json") else "notebook.ipynb"
    stem, suffix, count = PurePosixPath(name).stem, PurePosixPath(name).suffix, 1
    while name in files:
        name = f"{stem} ({count}){suffix}"
        count += 1
    files[name] = data


def tell_program(found: Arrivals, inner: PurePosixPath, root: str) -> None:
    """Tell the first program in what came from one person; who sends a whole folder sends many."""
    top = PurePosixPath(inner.parts[0]) / inner.name if len(inner.parts) > 1 else inner
    arrival = arrival_of(found, top, root)
    if not any(NOT_READ in sentence for sentence in arrival.refused):
        arrival.refuse(f"{'/'.join(inner.parts[-2:])} {NOT_READ}")


def arrival_of(found: Arrivals, inner: PurePosixPath, root: str) -> Arrival:
    """Return the arrival that a file belongs to: by its folder and by how its name begins."""
    key = key_of(inner)
    if key not in found:
        who = _who(inner)
        whole = _split(inner.name)[0]
        folders = reversed(inner.parent.parts)
        hints = _hints(whole, *folders, Path(root).stem)
        where = f"{root}: {inner.parent.as_posix()}" if len(inner.parts) > 1 else root
        found[key] = Arrival(one_line(f"{where} ({who})" if who else where), hints)
    return found[key]


def key_of(inner: PurePosixPath) -> tuple[str, str]:
    """Return by what all files of one person are known: their folder, and how names begin."""
    return inner.parent.as_posix(), _who(inner).casefold()


def _who(inner: PurePosixPath) -> str:
    return BEHIND_A_NAME.split(_split(inner.name)[0])[0]


def apart(arrival: Arrival) -> Iterator[Arrival]:
    """Yield what came from each workspace: files of several people may lie in one folder.

    What tells no workspace goes with the first.
    """
    named = sorted(filter(is_answers, arrival.files), key=lambda name: name != answers.FILE)
    of: dict[str, str] = {}  # file name to workspace, where the files tell one
    for name in named if len(named) > 1 else ():
        if number := read_answers({name: arrival.files[name]}).workspace():
            of[name] = number
    first, *others = dict.fromkeys(of.values()) or [""]
    if not others:
        yield arrival
        return
    for number in (first, *others):
        files = {
            name: arrival.files[name] for name in arrival.files if of.get(name, first) == number
        }
        name = next(each for each in named if of.get(each) == number)
        where = f"{arrival.where} ({name})"
        hints = _hints(PurePosixPath(name).stem, *arrival.hints)
        refused = arrival.refused if number == first else []
        yield replace(arrival, where=where, hints=hints, files=files, refused=refused)


def _hints(*names: str) -> tuple[str, ...]:
    """Return the names that may tell whose something is."""
    return tuple(name for name in names if name and not COUNTED.fullmatch(name))


def _split(name: str) -> tuple[str, str]:
    """Return what stands before a file's own name, and that name."""
    # A learning-management system puts something before it: "doejane_1234_5678_answers.json".
    if match := NAME_OF_ANSWERS.search(name):
        before, own = name[: match.start()], match[0]
        plain = own.lower() == answers.FILE or not before
        return (before.strip("_- "), own if plain else answers.FILE) if before else ("", own)
    if name.lower().endswith(".ipynb") and (match := re.search(r"\d\d_[a-z_]+", name)):
        before = name[: match.start()].strip("_- ")
        return (before, name[match.start() :])
    if may_be_renamed(name):
        return PurePosixPath(name).stem, answers.FILE
    return "", name


def is_wanted(name: str) -> bool:
    """Whether a file is a notebook or one of answers, by its name."""
    if name.startswith("."):  # what macOS and editors put beside a file
        return False
    if name.lower().endswith(".ipynb"):
        return True
    return bool(NAME_OF_ANSWERS.search(name))


def may_be_renamed(name: str) -> bool:
    """Whether a file may be one of answers under another name; what is in it tells."""
    return name.lower().endswith(".json") and not name.startswith(".")


def is_hidden(inner: PurePosixPath) -> bool:
    """Whether a file lies in a folder that a program keeps for itself, such as its checkpoints."""
    return any(part.startswith(".") or part == "__MACOSX" for part in inner.parts[:-1])


def is_program(name: str) -> bool:
    """Whether a file is a program or a database, by its name."""
    return name.lower().endswith(PROGRAMS) and not is_of_the_system(name)


def is_of_the_system(name: str) -> bool:
    """Whether a system or an editor put a file there by itself."""
    return name.lower().startswith(OF_THE_SYSTEM)


def is_zip(name: str) -> bool:
    """Whether a file is a zip file, by its name."""
    return name.lower().endswith(".zip")
