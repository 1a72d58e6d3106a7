"""``groundwork write``: build notebooks from their texts, and say everything that is wrong."""

import argparse
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "write",
        help="for authors: build lessons, exercises and the guide from their texts",
        description="Build the notebook of each text of that name (a lesson, its exercise) and the "
        "page of each text of the facilitator's guide (a run sheet, its handout), run code where "
        "it changed, and say everything that is wrong, with file and line. With faults nothing is "
        "written.",
        epilog="Example: %(prog)s 01_root_causes --open --watch",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="*", help="such as 01_root_causes (default: all texts)")
    parser.add_argument("--watch", action="store_true", help="do it again at each save")
    parser.add_argument(
        "--open", action="store_true", help="show the first of them, built, and watch its text"
    )
    parser.add_argument(
        "--again", action="store_true", help="run the code also where it is as before"
    )
    parser.add_argument("--port", type=int, default=8911, help="for --open (default: 8911)")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--course", type=Path, default=Path.cwd(), help="the course's folder")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write, and go on as long as somebody watches."""
    root = args.course.resolve()
    texts = _texts(root, args.name)
    if args.open:
        return _open(root, texts, args)
    status = _write(texts, root, args.again)
    if args.watch:
        from groundwork.authoring.watch import watch

        print("Watching. To stop, press Ctrl-C.", flush=True)
        watch(root, lambda changed: _written_anew(changed, root, args.name))
    return status


def _texts(root: Path, names: list[str]) -> dict[Path, str]:
    from groundwork.authoring.source import course

    if not names:
        return {**course.texts(root), **course.guide_texts(root)}
    return {path: kind for name in names for path, kind in course.named(root, name).items()}


def _write(texts: Mapping[Path, str], root: Path, again: bool) -> int:
    """Write the texts; print what was done to each, then its faults."""
    from groundwork.authoring.write import write_texts
    from groundwork.subject.counts import counted

    wrong = same = 0
    begin = time.monotonic()
    for done in write_texts(texts, root, again=again):
        state = "written" if done.changed else "as it was"
        state = f"run, {state}" if done.ran else state
        if done.faults:
            state = f"not written, {len(done.faults)} to mend"
        seconds, begin = time.monotonic() - begin, time.monotonic()
        if state == "as it was" and not done.problems:
            same += 1
            continue
        takes = f"; takes {done.minutes}" if done.minutes else ""
        print(f"{done.text.relative_to(root)}: {state} ({seconds:.1f} s){takes}")
        for fault in done.faults:
            print(f"  {fault.file.relative_to(root)}:{fault.line}: {fault.said}")
        for problem in done.problems:
            print(f"  {problem}")
        wrong += len(done.faults) + len(done.problems)
        sys.stdout.flush()
    if same:
        print(f"{counted(same, 'text')} as before.", flush=True)
    return 1 if wrong else 0


def _written_anew(changed: set[Path], root: Path, names: list[str]) -> None:
    """Write again what was saved: the text itself, or all when something behind it was."""
    from groundwork.subject.errors import UserError

    if any((root / "src") in path.parents for path in changed):
        # A library that changed is loaded by a process of its own.
        subprocess.run([sys.executable, "-P", "-m", "groundwork", "write", *names], cwd=root)
        return
    try:
        texts = _texts(root, names)
        _write(
            {path: kind for path, kind in texts.items() if path in changed} or texts, root, False
        )
    except UserError as error:
        print(error)


def _open(root: Path, texts: Mapping[Path, str], args: argparse.Namespace) -> int:
    """Show the first text's notebook, and watch the texts in a process of its own."""
    from functools import partial

    from groundwork.authoring.refusal import refusal
    from groundwork.authoring.source import course
    from groundwork.screen.lab import server

    status = _write(texts, root, args.again)
    notebook = course.notebook_of(next(iter(texts)))
    if not notebook.is_file():
        return status
    command = [sys.executable, "-P", "-m", "groundwork", "write", *args.name, "--watch"]
    watching = subprocess.Popen([*command, "--course", str(root)])
    try:
        server.serve(
            root,
            notebook.relative_to(root).as_posix(),
            port=args.port,
            browser=not args.no_browser,
            refusal=partial(refusal, root),
        )
    finally:
        watching.terminate()
        watching.wait()
    return status
