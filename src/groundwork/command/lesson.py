"""``groundwork lesson``: run a lesson and store it with its outputs."""

import argparse
from pathlib import Path

from groundwork.subject.errors import UserError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "lesson",
        help="for authors: run a lesson and store its outputs",
        description="Run a lesson top to bottom in a fresh kernel and an empty workspace, and "
        "store it with its outputs, which CI compares.",
        epilog="Example: groundwork lesson 01_root_causes",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="+", help="the lesson's name, such as 01_root_causes")
    parser.add_argument("--course", type=Path, default=Path.cwd(), help="the course's folder")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Store each lesson, then print what the lint finds in it."""
    from groundwork.authoring.lint import lint
    from groundwork.authoring.notebooks import store

    problems: list[str] = []
    for name in args.name:
        path = args.course / "modules" / f"{name}.ipynb"
        if not path.exists():
            found = ", ".join(sorted(p.stem for p in path.parent.glob("*.ipynb"))) or "none"
            raise UserError(f"There is no lesson {path}.", f"Lessons here: {found}.")
        print(f"Running {name} …", flush=True)
        store(path, args.course)
        problems += lint(path, "lesson" if name[:2].isdigit() else "help")
    print(*problems, sep="\n") if problems else print("Stored. The lint found nothing.")
    return 1 if problems else 0
