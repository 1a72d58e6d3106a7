"""What a cohort keeps itself: its graded pages would be taken for hand-ins."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from groundwork.cohort.arrived import is_hidden
from groundwork.cohort.course_folder import ABOUT, CONFIG, KEPT_THERE


def is_cohorts_own(path: Path) -> bool:
    """Whether a cohort keeps something in a folder."""
    files = (path.parent / ABOUT, path.parent / CONFIG)
    return path.name in KEPT_THERE and all(each.is_file() for each in files)


def is_of_a_cohort(names: Iterable[str]) -> bool:
    """Whether all in a zip file is of one cohort's folder; a file of that name tells nothing."""
    paths = [PurePosixPath(each) for each in names if not each.endswith("/")]
    files = {each for each in paths if not is_hidden(each) and not each.name.startswith(".")}
    folders = [each.parent for each in files if each.name == ABOUT]
    if not folders:
        return False
    folder = min(folders, key=lambda each: len(each.parts))
    return folder / CONFIG in files and all(folder in each.parents for each in files)
