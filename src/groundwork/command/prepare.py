"""``groundwork prepare``: make or update the learner's workspace and open nothing."""

import argparse
import os
import secrets
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path

from groundwork.subject.errors import UserError


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser(
        "prepare",
        help="make or update your folder and open nothing (for many laptops, a hub or Binder)",
        description="Make your workspace, or bring it up to date, and open nothing.",
    )
    add_workspace(parser)
    parser.add_argument(
        "--view",
        type=Path,
        metavar="PREFIX",
        help="also give every JupyterLab of this Python environment the learner's view",
    )
    parser.set_defaults(run=run)


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """Let a command be told which folder is the learner's."""
    parser.add_argument(
        "--workspace", type=Path, metavar="FOLDER", help="your folder (default: ~/groundwork)"
    )


def run(args: argparse.Namespace) -> int:
    """Prepare, say what changed and where it is."""
    if args.view:
        from groundwork.authoring import course_index
        from groundwork.screen.lab.view import lay_view

        lay_view(args.view)
        course_index.install(args.view)
    print(f"The course is in {prepared(args.workspace)}")
    return 0


def prepared(named: Path | None) -> Path:
    """Bring the workspace up to the course's present state, say what changed, and return it."""
    from groundwork.learner import workspace

    source, folder = workspace.course(), made_folder(named)
    released = {}
    if not workspace.same_folder(folder, source):
        with workspace.plain_errors(folder):
            released = _released(source, folder / workspace.OWN)
    for sentence in workspace.prepare(source, folder, released).sentences():
        print(sentence)
    ready_environment()
    return folder


def ready_environment() -> None:
    """Bring up to date what JupyterLab and kernels read of us, in an environment of our own.

    One that somebody else keeps is brought up to date by them, with `prepare --view`.
    """
    from groundwork.authoring import course_index
    from groundwork.screen.lab.view import keep_no_history

    with suppress(OSError):
        keep_no_history(Path(sys.prefix))
        course_index.install()


def made_folder(named: Path | None) -> Path:
    """Make the learner's folder unless it is there, leave what is in it alone, and return it.

    Parameters
    ----------
    named
        Where it is, as somebody said; None for where it is when nobody says otherwise.
    """
    from groundwork.learner import workspace

    place = named or os.environ.get(workspace.VARIABLE)
    folder = Path(place).expanduser().absolute() if place else workspace.default(workspace.course())
    workspace.make(folder)
    return folder


def _released(source: Path, own: Path) -> dict[str, Path]:
    """Give the released version of each exercise, made once for each content."""
    found = {}
    for notebook in sorted((source / "exercises").glob("*/*.ipynb")):
        folder = notebook.parent
        if notebook.stem != folder.name:
            continue
        cache = own / "cache" / "exercises" / f"{folder.name}-{_content(folder)}"
        if not cache.is_dir():
            from groundwork.cohort.release import release  # imports nbgrader: a second or two
            from groundwork.learner.files import replace

            cache.parent.mkdir(parents=True, exist_ok=True)
            for former in cache.parent.glob(f"{folder.name}-*"):
                if not former.name.startswith(cache.name) or _abandoned(former):
                    shutil.rmtree(former, ignore_errors=True)
            making = cache.with_name(f"{cache.name}.{secrets.token_hex(4)}.part")
            release(folder, making)
            try:
                replace(making, cache)
            except (OSError, UserError):
                if not cache.is_dir():
                    raise
                shutil.rmtree(making)  # another start has made the same meanwhile
        found[folder.name] = cache
    return found


def _abandoned(part: Path) -> bool:
    """Whether no start works on it any more."""
    from groundwork.learner.update import ABANDONED_AFTER

    return time.time() - part.stat().st_mtime > ABANDONED_AFTER


def _content(folder: Path) -> str:
    """Hash what lies in an exercise's folder."""
    from groundwork.learner.files import digest

    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    ]
    return digest(folder, paths)[:16]
