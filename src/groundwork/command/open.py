"""``groundwork open``: prepare the learner's workspace and open it in JupyterLab."""

import argparse
from pathlib import Path

from groundwork.command.prepare import add_workspace
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
    add_workspace(parser)
    parser.add_argument(
        "--port", type=_port, metavar="NUMBER", help="the port to use, 1 to 65535 (default: 8910)"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--full", action="store_true", help="start the full JupyterLab")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prepare, say what changed, and serve until Ctrl-C."""
    from groundwork.command.prepare import prepared
    from groundwork.screen.lab import server

    print("Starting Groundwork …", flush=True)
    folder = prepared(args.workspace)
    lesson = _path_of(args.lesson, folder) if args.lesson else server.last_lesson(folder)
    server.serve(
        folder, lesson, port=args.port or server.PORT, browser=not args.no_browser, full=args.full
    )
    return 0


def _port(text: str) -> int:
    """Read the number of a port."""
    if not (text.isdecimal() and 1 <= int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: give a number from 1 to 65535")
    return int(text)


def _path_of(name: str, folder: Path) -> str:
    """Find a lesson or an exercise by its name, its number or its path."""
    lessons = sorted((folder / "modules").glob("*.ipynb"))
    for lesson in lessons:
        if name in (lesson.stem, lesson.name) or name.zfill(2) == lesson.stem.partition("_")[0]:
            return lesson.relative_to(folder).as_posix()
    if (folder / name).is_file() and folder in (folder / name).resolve().parents:
        return Path(name).as_posix()
    raise UserError(
        f"There is no lesson called {name}.",
        f"The lessons are: {', '.join(lesson.stem for lesson in lessons)}.",
    )
