"""``groundwork build``: make everything that is generated, or say what is stale."""

import argparse
import importlib

# (what it makes, module whose `generate(check: bool) -> list[str]` returns a sentence for each
# stale thing and, unless it only checks, makes it anew). Imported when called, not before:
# a generator may need much, and this module is imported at every start.
GENERATORS: tuple[tuple[str, str], ...] = (
    ("lock files", "groundwork.authoring.lock"),
    ("environment.yml", "groundwork.authoring.environment"),
    ("data sets", "groundwork.authoring.datasets"),
    ("sources of law cards", "groundwork.authoring.law_sources"),
    ("names of countries and languages", "groundwork.authoring.origins"),
)


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the command to the parser."""
    parser = subparsers.add_parser(
        "build",
        help="make everything that is generated (for authors)",
        description="Make everything in the repository that is generated from something else.",
    )
    parser.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 when something is stale"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Call each generator and print what was stale."""
    stale = 0
    for name, module in GENERATORS:
        found = importlib.import_module(module).generate(args.check)
        stale += len(found)
        print(f"{name}: {'as it should be' if not found else 'stale' if args.check else 'made'}")
        for sentence in found:
            print(f"  {sentence}")
    return 1 if args.check and stale else 0
