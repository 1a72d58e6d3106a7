"""``groundwork open``: prepare the learner's workspace and open it in JupyterLab."""

import argparse
import hashlib
import os
import shutil
from pathlib import Path

from groundwork.subject.errors import UserError


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser(
        "open",
        help="open the course in your browser",
        description="Prepare your workspace and open the course in your browser.",
    )
    parser.add_argument(
        "lesson", nargs="?", help="a lesson such as 01_root_causes (default: the one you had open)"
    )
    parser.add_argument(
        "--workspace", type=Path, metavar="FOLDER", help="your folder (default: ~/groundwork)"
    )
    parser.add_argument("--port", type=int, help="the port to use (default: 8910)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--full", action="store_true", help="start the full JupyterLab")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prepare, say what changed, and serve until Ctrl-C."""
    from groundwork.learner import workspace
    from groundwork.screen import lab

    print("Starting Groundwork …", flush=True)
    source = workspace.course()
    named = args.workspace or os.environ.get(workspace.VARIABLE)
    folder = Path(named).expanduser().absolute() if named else workspace.default(source)
    released = {} if folder.resolve() == source else _released(source, folder / workspace.OWN)
    for sentence in workspace.prepare(source, folder, released).sentences():
        print(sentence)
    lesson = _path_of(args.lesson, folder) if args.lesson else lab.last_lesson(folder)
    lab.serve(
        folder, lesson, port=args.port or lab.PORT, browser=not args.no_browser, full=args.full
    )
    return 0


def _path_of(name: str, folder: Path) -> str:
    """Find a lesson or an exercise by its name, its number or its path."""
    lessons = sorted((folder / "modules").glob("*.ipynb"))
    for lesson in lessons:
        if name in (lesson.stem, lesson.name, lesson.stem.partition("_")[0]):
            return lesson.relative_to(folder).as_posix()
    if (folder / name).is_file() and folder in (folder / name).resolve().parents:
        return Path(name).as_posix()
    raise UserError(
        f"There is no lesson called {name}.",
        f"The lessons are: {', '.join(lesson.stem for lesson in lessons)}.",
    )


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

            cache.parent.mkdir(parents=True, exist_ok=True)
            for former in cache.parent.glob(f"{folder.name}-*"):
                shutil.rmtree(former)
            making = cache.with_name(f"{cache.name}.part")
            release(folder, making)
            making.replace(cache)
        found[folder.name] = cache
    return found


def _content(folder: Path) -> str:
    """Hash what lies in an exercise's folder."""
    content = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".ipynb_checkpoints" not in path.parts:
            content.update(path.relative_to(folder).as_posix().encode() + b"\0")
            content.update(path.read_bytes())
    return content.hexdigest()[:16]
