"""One program at a time works on a cohort: a command, a page of the console, formgrader's buttons.

The system's own lock ends with the process that holds it, also when that is killed. A note beside
it says who works there and since when, and is written anew as long as that goes on, also while a
command waits for a person's answer. On a shared drive that keeps no locks between computers the
note of another computer counts too, until nobody has written it for an hour.
"""

import getpass
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from groundwork.cohort.course_folder import Cohort, sweep, tidy
from groundwork.learner.files import HeldError, delete, write_text
from groundwork.subject.errors import UserError

FOLDER, LOCK, NOTE = "working", "lock", "who.json"
PATIENCE = 3.0  # seconds that one waits for the other
RENEWED = 60.0  # seconds after which a note is written anew
LONGEST = 3600  # seconds without that, after which another computer's note was left behind


@contextmanager
def alone(cohort: Cohort, doing: str, patience: float | None = None) -> Iterator[None]:
    """Work on a cohort while no other program does; what a stopped one left is put right first.

    In one process it may be held inside itself.

    Parameters
    ----------
    doing
        What is done, as others are told: "grading".
    patience
        Seconds to wait for another program; a few, where nothing else is said.

    Raises
    ------
    UserError
        When another program works there: which, and since when.
    """
    from filelock import FileLock, Timeout

    folder = cohort.own(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    # One lock for all threads of this process, which would else wait for one another.
    lock = FileLock(folder / LOCK, mode=0o600, thread_local=False, is_singleton=True)
    try:
        held = lock.acquire(timeout=PATIENCE if patience is None else patience)
    except Timeout:
        raise _busy(cohort, _read(folder / NOTE)) from None
    with held:
        if lock.lock_counter > 1:
            yield
            return
        there = _read(folder / NOTE)
        if there.get("host", socket.gethostname()) != socket.gethostname() and _is_recent(there):
            raise _busy(cohort, there)
        note = _note(doing)
        _write(folder / NOTE, note)
        try:
            with _renewed(folder / NOTE, note):
                tidy(cohort)
                yield
        finally:
            if _is_ours(_read(folder / NOTE)):  # after an hour another computer may work there
                delete(folder / NOTE)


def put_right(cohort: Cohort) -> None:
    """Put right what a stopped command left, unless another program works there now."""
    with suppress(UserError, OSError), alone(cohort, "looking", patience=0):
        sweep(cohort)


@contextmanager
def _renewed(path: Path, note: dict[str, Any]) -> Iterator[None]:
    """Write a note anew now and then, until the work ends; one of another computer is left."""
    ended = threading.Event()

    def renew() -> None:
        while not ended.wait(RENEWED):
            with suppress(OSError, HeldError):  # the next time, then
                if _is_ours(_read(path)):
                    _write(path, {**note, "seen": time.time()})

    renewing = threading.Thread(target=renew, daemon=True)
    renewing.start()
    try:
        yield
    finally:
        ended.set()
        renewing.join()


def _write(path: Path, note: dict[str, Any]) -> None:
    write_text(path, json.dumps(note) + "\n", owner_only=True)


def _note(doing: str) -> dict[str, Any]:
    try:
        who = getpass.getuser()
    except (OSError, KeyError, ImportError):  # where the system has no name for the account
        who = ""
    about = {"doing": doing, "who": who, "host": socket.gethostname(), "pid": os.getpid()}
    return {**about, "since": time.time()}


def _read(path: Path) -> dict[str, Any]:
    """Return what a note says; nothing where there is none that can be read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return found if isinstance(found, dict) and isinstance(found["since"], float) else {}
    except (OSError, ValueError, KeyError):
        return {}


def _is_ours(note: dict[str, Any]) -> bool:
    return (note.get("host"), note.get("pid")) == (socket.gethostname(), os.getpid())


def _is_recent(note: dict[str, Any]) -> bool:
    return time.time() < _ends(note)


def _ends(note: dict[str, Any]) -> float:
    """Return when a note that nobody writes anew counts no more."""
    seen = note.get("seen", note["since"])
    return (seen if isinstance(seen, float) else note["since"]) + LONGEST


def _busy(cohort: Cohort, note: dict[str, Any]) -> UserError:
    name = cohort.root.name
    again = "Wait until that has ended, or close it there, then do the same again."
    if not note:
        return UserError(f"Another program is working on {name}.", again)
    since = time.strftime("%H:%M", time.localtime(note["since"]))
    where = "this computer" if note.get("host") == socket.gethostname() else note.get("host", "")
    problem = (
        f"Another program is working on {name}: {note.get('who') or 'somebody'} began "
        f"{note.get('doing')} on {where} at {since} (process {note.get('pid')})."
    )
    if where != "this computer":
        again += f" If that computer was switched off, it is free at {_free(note)} again."
    return UserError(problem, again)


def _free(note: dict[str, Any]) -> str:
    return time.strftime("%H:%M", time.localtime(_ends(note)))
