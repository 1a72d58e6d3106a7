"""Write a learner's file whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_text(path: Path, text: str, *, owner_only: bool = False) -> None:
    """Replace a file's content with text, as UTF-8 with plain line feeds: see `write_bytes`."""
    write_bytes(path, text.encode("utf-8"), owner_only=owner_only)


def write_bytes(path: Path, data: bytes, *, owner_only: bool = False) -> None:
    """Replace a file's content in one step, so that a crash leaves the old or the new, never half.

    Parameters
    ----------
    path
        The file to write; its folder is made when missing.
    data
        The whole content.
    owner_only
        Whether only the owner may read the file (mode 0600; on Windows an access list).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # mkstemp makes the file owner-only on POSIX before a byte is in it.
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if owner_only:
            _restrict_to_owner(temporary)
        else:
            temporary.chmod(_mode_for_new_files(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


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
