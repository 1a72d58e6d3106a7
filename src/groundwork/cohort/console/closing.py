"""What is made at the end: tables, and the whole cohort in one file."""

from collections.abc import Sequence
from typing import Any

from groundwork.cohort import ending, export
from groundwork.cohort.console.words import said
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.grading import Standing
from groundwork.learner.files import write_bytes

Data = dict[str, Any]


def exported(cohort: Cohort, name: str, kind: str, found: Sequence[Standing]) -> Data:
    """Write a table of where everybody stands."""
    text = export.WRITERS[kind](cohort.frozen(name), found)
    target = cohort.root / f"{name}_{kind}.csv"
    write_bytes(target, b"\xef\xbb\xbf" + text.encode("utf-8", "replace"), owner_only=True)
    lines = [said("end.written", file=target)]
    aside = sum(one.is_aside for one in found)
    empty = sum(export.together(one) is None for one in found)
    if empty and kind != "questions":
        lines.append(said("end.empty", empty=empty, count=len(found)))
        lines += [said("end.aside", count=aside)] if aside else []
    return {"said": " ".join(lines)}


def archived(cohort: Cohort) -> Data:
    """Pack the whole cohort."""
    target = ending.archive_of(cohort)
    count = ending.archive(cohort, target)
    return {"said": said("end.archived", count=count, file=target)}
