"""``groundwork doctor``: say what is in order and what is not, each with its fix."""

import argparse


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser("doctor", help="check that everything the course needs is there")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one line for each requirement."""
    return 0
