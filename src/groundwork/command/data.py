"""``groundwork data``: templates for your department's files, and the check of a filled one."""

import argparse
from pathlib import Path


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its three parts."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = subparsers.add_parser(
        "data",
        help="bring your department's own files",
        description="Bring your department's own files: see the kinds, get an empty file of a "
        "kind, check a filled one.\nFiles are only read. Nothing leaves this computer.",
        epilog="Example: groundwork data check budget.xlsx --as budget_lines",
        formatter_class=raw,
    )
    parts = parser.add_subparsers(title="parts", metavar="PART", required=True)
    kinds = parts.add_parser("kinds", help="list the kinds of files", formatter_class=raw)
    kinds.set_defaults(run=run_kinds)
    template = parts.add_parser(
        "template",
        help="write an empty file of a kind, with its dictionary",
        description="Write an empty file of a kind, with its dictionary. What exists is never "
        "overwritten.",
        epilog="Example: groundwork data template positions --to positions.xlsx",
        formatter_class=raw,
    )
    template.add_argument("kind", help='see "groundwork data kinds"')
    template.add_argument("--to", type=Path, metavar="FILE", help="ends in .csv or .xlsx")
    template.set_defaults(run=run_template)
    check = parts.add_parser(
        "check",
        help="check a filled file, CSV or Excel",
        description="Say what was understood in a file and what is to be mended. Exit status 0 "
        "when it can be used, 1 when not.",
        epilog='Example: groundwork data check "FY26 budget.xlsx" --as budget_lines '
        "--save budget_tidy.csv",
        formatter_class=raw,
    )
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--as", dest="kind", required=True, metavar="KIND", help="its kind")
    check.add_argument("--sheet", metavar="NAME", help="the sheet of an Excel file")
    check.add_argument(
        "--decimals", choices=("point", "comma"), default="", help="how it writes 1234.56"
    )
    check.add_argument(
        "--dates", choices=("month-first", "day-first"), default="", help="how it writes 3/4/2026"
    )
    check.add_argument("--save", type=Path, metavar="FILE", help="write the tidy table as CSV")
    check.set_defaults(run=run_check)


def run_kinds(args: argparse.Namespace) -> int:
    """Print each kind with what one row of it is."""
    from groundwork.subject.own_data.contracts import CONTRACTS

    for contract in CONTRACTS.values():
        print(f"{contract.kind:18}{contract.title}. {contract.one_row}")
    return 0


def run_template(args: argparse.Namespace) -> int:
    """Write the empty file and its dictionary, and say where they are."""
    from groundwork.learner.own_files import write_template

    for path in write_template(args.kind, args.to):
        print(f"Written: {path}")
    return 0


def run_check(args: argparse.Namespace) -> int:
    """Print the report; save the tidy table when it was asked for and nothing is wrong."""
    from groundwork.learner.own_files import check_file, save
    from groundwork.subject.own_data.report import as_text

    result = check_file(args.file, args.kind, args.sheet, args.decimals, args.dates)
    print(as_text(result))
    if args.save and result.fine:
        save(result, args.save)
        print(f"Written: {args.save}")
    return 0 if result.fine else 1
