"""The learner's workspace: where the lessons, exercises, data sets and kept work are."""

import errno
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import groundwork
from groundwork.learner import privacy
from groundwork.learner.shipping import DATASETS, EXERCISE, LESSONS, shipped
from groundwork.learner.update import Report, update
from groundwork.subject.errors import UserError

VARIABLE = "GROUNDWORK_WORKSPACE"
KEPT = "my_work"
OWN = ".groundwork"
# What a person types to start the course, as start.py says it: another word on Windows.
START = os.environ.get("GROUNDWORK_START", "python3 start.py")


def find(start: Path | None = None) -> Path:
    """Return the workspace that holds `start` (default: the current folder, a notebook's own).

    The environment variable GROUNDWORK_WORKSPACE wins when it is set. A folder counts as a
    workspace when it holds both `modules` and `datasets`, so the repository itself is one.

    Raises
    ------
    UserError
        When no folder above `start` is a workspace.
    """
    if named := os.environ.get(VARIABLE):
        return Path(named)
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "modules").is_dir() and (folder / "datasets").is_dir():
            return folder
    raise UserError(
        f"{here} is not inside a Groundwork workspace.",
        "Open the notebook from the folder that the start command prepared.",
    )


def course() -> Path:
    """Return the folder of the course that this library was installed from.

    Raises
    ------
    UserError
        When the library was installed without its course.
    """
    folder = Path(groundwork.__file__).resolve().parents[2]
    if (folder / "pyproject.toml").is_file() and (folder / "modules").is_dir():
        return folder
    raise UserError(
        "The lessons are not beside this installation of groundwork.",
        f"Start from the course's own folder: {START}",
    )


def default(source: Path) -> Path:
    """Return where a learner's workspace is when nobody says otherwise.

    `~/groundwork`, unless the course itself was unpacked there.
    """
    folder = Path.home() / "groundwork"
    return folder.with_name("groundwork-workspace") if same_folder(folder, source) else folder


def same_folder(one: Path, other: Path) -> bool:
    """Whether two paths lead to one folder, however they are written.

    Names cannot tell: on macOS and Windows ~/Groundwork is ~/groundwork.
    """
    try:
        return one.samefile(other)
    except OSError:  # one of the two is not there
        return one.resolve() == other.resolve()


def make(workspace: Path) -> None:
    """Make the learner's folder, with a place for what they keep, unless it is there.

    Raises
    ------
    UserError
        When the folder cannot be made.
    """
    with plain_errors(workspace):
        workspace.mkdir(parents=True, exist_ok=True)
        if not (workspace / KEPT).is_dir():
            (workspace / KEPT).mkdir(mode=0o700)


def prepare(source: Path, workspace: Path, released: Mapping[str, Path]) -> Report:
    """Bring a workspace up to the course's present state and leave the learner's work alone.

    Run at each start; when nothing changed it only looks at file dates. May be ended at any
    moment: each file is replaced in one step, and the next run finishes the rest.

    Parameters
    ----------
    source
        The course's folder.
    workspace
        The learner's folder; made when missing. When it is the course's own folder, which
        authors use, only `my_work` is made.
    released
        The released exercises: name and the folder that holds it.

    Returns
    -------
    Report
        What was done, and what the learner is to be told.

    Raises
    ------
    UserError
        When the folder cannot be written or the disk is full.
    """
    make(workspace)
    if same_folder(workspace, source):
        return Report()
    with plain_errors(workspace):
        files = dict(_course_files(source, released))
        (workspace / OWN).mkdir(mode=0o700, exist_ok=True)
        report = update(files, workspace, workspace / OWN, groundwork.__version__)
        privacy.tighten(workspace)
    return report


def _course_files(source: Path, released: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
    """Give each file that belongs in a workspace: its path there, and where it comes from."""
    folders = [
        ("modules", source / "modules", LESSONS),
        ("datasets", source / "datasets", DATASETS),
        *((f"exercises/{name}", path, EXERCISE) for name, path in sorted(released.items())),
    ]
    for target, folder, patterns in folders:
        for path in shipped(folder, patterns):
            yield f"{target}/{path}", folder / path


@contextmanager
def plain_errors(workspace: Path) -> Iterator[None]:
    """Turn what the system refuses in a workspace into a sentence with the way out.

    Raises
    ------
    UserError
        For every OSError.
    """
    try:
        yield
    except OSError as error:
        raise _in_plain_words(error, workspace) from error


def _in_plain_words(error: OSError, workspace: Path) -> UserError:
    elsewhere = f'Choose another folder: {START} --workspace "FOLDER"'
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError(
            f"The disk that holds {workspace} is full.",
            "Free some space and start again; nothing of yours was changed.",
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return UserError(f"You may not write to {error.filename or workspace}.", elsewhere)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return UserError(f"{error.filename or workspace} is a file, not a folder.", elsewhere)
    why = (error.strerror or "the system refused it").rstrip(".")
    return UserError(f"The folder {workspace} could not be prepared: {why}.", elsewhere)
