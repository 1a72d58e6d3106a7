"""Write a learner's file whole or not at all."""

import errno
import hashlib
import os
import secrets
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from groundwork.subject.errors import UserError

# What Windows answers while another program has a file open: access denied, a sharing and a
# lock violation.
HELD = (5, 32, 33)
NOT_EMPTY_YET = 145  # of a folder, while a file that was deleted in it is still open elsewhere
PRIVATE = 0o600  # what a learner writes, where the folder around it may be anybody's
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds; a virus scanner or a syncing program lets go


class HeldError(UserError):
    """Another program holds a file or a folder open."""


def write_text(path: Path, text: str, *, owner_only: bool = False, mode: int | None = None) -> None:
    """Replace a file's content with text, as UTF-8 with plain line feeds: see `write_bytes`.

    Halves of characters, as a program leaves them that cuts a text in the middle of an emoji, are
    left out: no file can hold them, and the rest must not be lost for them.
    """
    write_bytes(path, text.encode("utf-8", "ignore"), owner_only=owner_only, mode=mode)


def write_bytes(
    path: Path, data: bytes, *, owner_only: bool = False, mode: int | None = None
) -> None:
    """Replace a file's content in one step, so that a crash leaves the old or the new, never half.

    Parameters
    ----------
    path
        The file to write; its folder is made when missing.
    data
        The whole content.
    owner_only
        Whether only the owner may read the file (mode 0600; on Windows an access list).
    mode
        The file's mode, such as `PRIVATE`; otherwise it keeps the one it has. Windows has none.

    Raises
    ------
    UserError
        When another program holds the file open, which Windows allows.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with open_new(temporary) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if owner_only:
            _restrict_to_owner(temporary)
        else:
            temporary.chmod(_mode_for_new_files(path) if mode is None else mode)
        replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def digest(root: Path, paths: Iterable[Path]) -> str:
    """Return the SHA-256 of some files: their names under `root` and their content, in order."""
    content = hashlib.sha256()
    for path in paths:
        content.update(path.relative_to(root).as_posix().encode() + b"\0")
        content.update(path.read_bytes())
    return content.hexdigest()


def open_new(path: Path) -> BinaryIO:
    """Make a file that only its owner may read, before a byte is in it.

    Not `tempfile.mkstemp`: on Windows, in a folder that cannot be written, it tries two thousand
    million names before it gives up.
    """
    return open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600))


def replace(temporary: Path, path: Path) -> None:
    """Put a written file in the place of another, in one step; see `patiently`."""
    patiently(lambda: temporary.replace(path), path, "written")


def delete(path: Path) -> None:
    """Delete a file, if it is there; see `patiently`."""
    patiently(lambda: path.unlink(missing_ok=True), path, "deleted")


def patiently(act: Callable[[], object], path: Path, what: str) -> None:
    """Move or delete something; where another program holds it for a moment, as often as it takes.

    Parameters
    ----------
    what
        What is done to the path: "written".

    Raises
    ------
    HeldError
        When another program holds it open and does not let go.
    """
    for pause in (*PAUSES, None):
        try:
            act()
            return
        except OSError as error:
            if getattr(error, "winerror", None) not in (*HELD, NOT_EMPTY_YET):
                raise
            if pause is None:
                raise HeldError(
                    f"{path} could not be {what}: another program has it open.",
                    "Close it there, for example in Excel, and try again.",
                ) from error
            time.sleep(pause)


def refusal(error: OSError) -> str:
    """Say what a system refused and what to do, without its numbers and its words."""
    number = getattr(error, "winerror", None)
    if error.errno in (errno.ENOSPC, errno.EDQUOT) or number == 112:
        return "the disk is full. Free some space and try again."
    if number in HELD[1:]:
        return "another program has the file open. Close it there and try again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            "your account may not write in this folder. Start again with a folder of your own, or "
            "ask your IT service to let you write in this one."
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return "the folder was moved or deleted. Start the course again, then try again."
    return "the disk does not take it. Try again, and if it stays so, ask your IT service."


def _mode_for_new_files(path: Path) -> int:
    """The mode the file has, or what the system would give a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _restrict_to_owner(path: Path) -> None:
    if os.name == "nt":
        # Windows ignores modes; jupyter_core sets the access list as it does for its own secrets.
        from jupyter_core.paths import win32_restrict_file_to_user

        win32_restrict_file_to_user(str(path))
    else:
        path.chmod(0o600)
