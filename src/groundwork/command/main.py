"""The parser of the ``groundwork`` command and what every subcommand shares."""

import argparse
import importlib
import io
import os
import sys
from collections.abc import Sequence

from groundwork import __version__
from groundwork.learner.files import refusal
from groundwork.subject.errors import UserError

# Each is a module of this package with `register(subparsers)`, whose parser sets
# `run=function(args) -> int`. It imports what it needs inside that function, so that
# `groundwork --help` stays quick.
SUBCOMMANDS: tuple[str, ...] = (
    *("open", "prepare", "doctor", "data", "guide", "cohort"),
    *("write", "confirm", "build", "release_check"),
)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser with every subcommand registered."""
    parser = argparse.ArgumentParser(
        prog=os.environ.get("GROUNDWORK_START") or "groundwork",  # as it was typed
        description="Training for health department staff who build equity infrastructure.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"groundwork {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in SUBCOMMANDS:
        importlib.import_module(f"groundwork.command.{name}").register(subparsers)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    0: done. 1: problems found, or refused. 2: bad usage. 130: stopped with Ctrl-C.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a Windows console may lack a letter of a path
    try:
        try:
            args = build_parser().parse_args(arguments)
            return args.run(args)
        finally:
            sys.stdout.flush()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. Nothing is left half done.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader, such as `head`, has enough
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # or Python complains at exit
        return 1
    except OSError as error:
        place = f"{error.filename} could not be used: " if error.filename else ""
        print(f"{place}{refusal(error)}", file=sys.stderr)
        return 1
