"""``groundwork data``: templates for your department's files, and the check of a filled one."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from groundwork.subject.own_data.questions import Question

OPEN = 3
"""The exit status when a question is open: neither fine nor wrong."""


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its three parts."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = subparsers.add_parser(
        "data",
        help="bring your department's own files",
        description="Bring your department's own files: see the kinds, get an empty file of a "
        "kind, check a filled one.\nFiles are only read. Nothing leaves this computer.",
        epilog="Example: %(prog)s check budget.xlsx --as budget_lines",
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
        epilog="Example: %(prog)s positions --to positions.xlsx",
        formatter_class=raw,
    )
    template.add_argument("kind", help='one that the part "kinds" lists')
    template.add_argument("--to", type=Path, metavar="FILE", help="ends in .csv or .xlsx")
    template.set_defaults(run=run_template)
    check = parts.add_parser(
        "check",
        help="check a filled file, CSV or Excel",
        description="Say what was understood in a file, what it adds up to, what is to be mended, "
        "and ask what only you can know. Exit status 0 when it can be used, 1 when something is to "
        "be mended, 3 when a question is open.",
        epilog='Example: %(prog)s "FY26 budget.xlsx" --as budget_lines --save budget_tidy.csv',
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
    check.add_argument(
        "--map",
        action="append",
        default=[],
        metavar='"HEADING=NAME"',
        help='which column is which, as in --map "AMT=amount"; --map yes agrees with all proposals',
    )
    check.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar='"QUESTION=ANSWER"',
        help='the answer to a question, as in --answer "side=expense"',
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
    """Print the report; ask in a terminal; save the tidy table when nothing is open."""
    from groundwork.learner.own_answers import check_and_keep
    from groundwork.learner.own_files import save
    from groundwork.subject.own_data.questions import parsed
    from groundwork.subject.own_data.report import as_text

    answers = parsed(args.map, args.answer)
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    while True:
        result = check_and_keep(
            args.file, args.kind, args.sheet, args.decimals, args.dates, answers
        )
        question = result.questions[0] if result.questions and asks else None
        answer = ask(question, input) if question else ""
        if question is None or not answer:
            break
        answers = answers.with_answer(question, answer)
    print(as_text(result))
    if args.save and result.fine:
        save(result, args.save)
        print(f"Written: {args.save}")
    return OPEN if result.questions and not result.problems else int(not result.fine)


def ask(question: "Question", read: Callable[[str], str]) -> str:
    """Ask one question in the terminal; give the answer as it would be typed, or "" to stop."""
    print(f"\n{question.text}")
    for at, choice in enumerate(question.choices, start=1):
        print(f"  {at}. {choice.words}")
    other = f", or an answer such as {question.example}" if question.example else ""
    prompt = "Type a number" if question.choices else "Type the answer"
    while True:
        said = read(f"{prompt}{other if question.choices else ''}; Enter alone stops: ").strip()
        if not said:
            return ""
        if said.isdecimal() and 1 <= int(said) <= len(question.choices):
            return question.choices[int(said) - 1].answer
        if question.example:
            return said
        print(f"Type a number from 1 to {len(question.choices)}.")
