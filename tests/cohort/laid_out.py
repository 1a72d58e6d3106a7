"""Collect a folder or a zip file that a test lays out."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from groundwork.cohort import arrivals
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import Line, collect
from groundwork.cohort.course_folder import Cohort

ANA, BO = "a" * 32, "b" * 32
LATER = "2026-11-21T08:00:00Z"


def take(
    cohort: Cohort, path: Path, yes: bool = True, doubtful: bool = False, exercise: str = ""
) -> list[Line]:
    asked = iter_answers(yes, doubtful)
    return list(collect(cohort, people_of(cohort), arrivals.read(path), asked, exercise))


class iter_answers:  # noqa: N801
    """Somebody who is asked whose a hand-in is."""

    def __init__(self, yes: bool, doubtful: bool) -> None:
        self.yes, self.doubtful = yes, doubtful

    def __call__(self, question: str, doubt: bool) -> bool:
        return self.doubtful if doubt else self.yes


def lay(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def packed(path: Path, files: Mapping[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return path


def in_memory(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
