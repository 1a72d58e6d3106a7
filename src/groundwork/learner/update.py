"""Refresh the course's files in a workspace without touching what the learner changed.

A notebook counts as changed when the text of its cells differs from what was installed. Running
a lesson and saving it changes outputs and counts, which the next run makes again, so a learner
who only worked through a lesson gets the new version in its place. Any other file counts as
changed when a byte differs.

A file that the learner deleted comes back: lessons need their data, and "delete it and start
again" is the way to a fresh copy. A file that the course dropped stays, and the learner is told.
"""

import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypedDict

from groundwork.learner.files import open_new, replace, write_text

MANIFEST = "manifest.json"
# Files of the course that a learner never opened: nobody is told that they are no part of it any
# more. They stay, as everything does that the course dropped.
NEVER_OPENED = ("feedback.json",)
ABANDONED_AFTER = 3600  # seconds; a half-written file this old belongs to a run that was ended


class Entry(TypedDict, total=False):
    """What the manifest knows of one installed file."""

    fingerprint: str  # of what was installed, see `fingerprint`
    content: str  # hash of the course's file when it was last looked at
    seen: list[int]  # its size and date then: when both are the same, it need not be read
    offered: str  # content of the new version that was put beside a changed file


@dataclass(frozen=True)
class Report:
    """What an update did. Paths are relative to the workspace, with forward slashes."""

    installed: list[str] = field(default_factory=list)
    refreshed: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)  # the learner's file: the new version
    dropped: list[str] = field(default_factory=list)  # no longer in the course; left in place

    def sentences(self) -> list[str]:
        """Say in plain words what the learner should know; nothing when all is as before."""
        said = []
        if self.refreshed:
            said.append(f"Brought up to date: {_listed(self.refreshed)}.")
        for own, new in self.beside.items():
            said.append(f"You changed {own}, so it stays as it is. The new version is {new}.")
        for path in self.dropped:
            said.append(f"{path} is no longer part of the course. Your copy stays.")
        return said


def update(files: Mapping[str, Path], workspace: Path, own: Path, version: str) -> Report:
    """Install the course's files that are new, refresh the untouched, put the rest beside.

    Parameters
    ----------
    files
        Path in the workspace, and the course's file that belongs there.
    workspace, own
        The learner's folder, and the folder in it where the manifest is kept.
    version
        The course's version, for the name of a new version put beside a changed file.
    """
    manifest = read_manifest(own / MANIFEST)
    before = json.dumps(manifest)
    report = Report()
    for path, source in files.items():
        size_and_date = _seen(source)
        entry = manifest.setdefault(path, {})
        if entry.get("seen") == size_and_date and (workspace / path).exists():
            continue
        _bring(path, source, entry, workspace, own, version, report)
        entry["seen"] = size_and_date
    for path in sorted(set(manifest) - set(files)):
        del manifest[path]
        if (workspace / path).exists() and PurePosixPath(path).name not in NEVER_OPENED:
            report.dropped.append(path)
    if json.dumps(manifest) != before:
        # Last: a run ended before this compares the contents once more and finds them right.
        content = {"format": 1, "course": version, "files": manifest}
        write_text(own / MANIFEST, json.dumps(content, indent=1) + "\n")
    _sweep(own)
    return report


def fingerprint(path: Path) -> str:
    """Return a hash of what a learner can change in a file.

    Of a notebook: type, text and pasted pictures of each cell. Of anything else, and of a
    notebook that cannot be read: every byte.
    """
    content = path.read_bytes()
    if path.suffix == ".ipynb":
        try:
            cells = [
                [cell["cell_type"], "".join(cell["source"]), cell.get("attachments", {})]
                for cell in json.loads(content)["cells"]
            ]
            content = json.dumps(cells, sort_keys=True).encode()
        except (ValueError, KeyError, TypeError):
            pass
    return hashlib.sha256(content).hexdigest()


def read_manifest(path: Path) -> dict[str, Entry]:
    """Return what was installed. A missing or damaged manifest is empty.

    Nothing is lost then: every file that differs from the course counts as the learner's.
    """
    try:
        files: dict[str, Entry] = json.loads(path.read_text(encoding="utf-8"))["files"]
        return {name: entry for name, entry in files.items() if isinstance(entry, dict)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _bring(
    path: str, source: Path, entry: Entry, workspace: Path, own: Path, version: str, report: Report
) -> None:
    """Bring one file up to date, or put the new version beside it."""
    target = workspace / path
    content = hashlib.sha256(source.read_bytes()).hexdigest()
    new = fingerprint(source)
    if not target.exists():
        _place(source, target, own)
        report.installed.append(path)
    elif fingerprint(target) in (new, entry.get("fingerprint")):
        if hashlib.sha256(target.read_bytes()).hexdigest() != content and (
            entry.get("content") != content
        ):
            _place(source, target, own)
            report.refreshed.append(path)
    else:
        if content not in (entry.get("content"), entry.get("offered")):
            beside = _free_name(target, source, version)
            if not beside.exists():
                _place(source, beside, own)
            report.beside[path] = beside.relative_to(workspace).as_posix()
            entry["offered"] = content
        return
    entry["fingerprint"] = new
    entry["content"] = content
    entry.pop("offered", None)


def _free_name(target: Path, source: Path, version: str) -> Path:
    """Name a new version so that nothing is in its way, or find it where a former run put it."""
    number = 1
    while True:
        again = f", {number}" if number > 1 else ""
        name = target.with_name(f"{target.stem} (new version {version}{again}){target.suffix}")
        if not name.exists() or name.read_bytes() == source.read_bytes():
            return name
        number += 1


def _place(source: Path, target: Path, own: Path) -> None:
    """Copy a file so that its place holds the old content or the new one, never a part."""
    incoming = own / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    name = incoming / secrets.token_hex(8)
    with open_new(name) as part, source.open("rb") as whole:
        shutil.copyfileobj(whole, part)
        part.flush()
        os.fsync(part.fileno())
    # A new file is the owner's alone; on a shared workspace others may read lessons, as before.
    name.chmod(source.stat().st_mode & 0o666 | 0o600)
    replace(name, target)


def _seen(source: Path) -> list[int]:
    status = source.stat()
    return [status.st_size, status.st_mtime_ns]


def _sweep(own: Path) -> None:
    """Remove what an ended run left half written."""
    incoming = own / "incoming"
    if incoming.is_dir():
        for part in incoming.iterdir():
            if time.time() - part.stat().st_mtime > ABANDONED_AFTER:
                part.unlink(missing_ok=True)


def _listed(paths: list[str]) -> str:
    """Name a few paths, and count the rest."""
    shown = ", ".join(paths[:3])
    return f"{shown} and {len(paths) - 3} more" if len(paths) > 3 else shown
