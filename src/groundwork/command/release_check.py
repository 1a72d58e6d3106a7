"""``groundwork release-check``: what has to be read again before a release."""

import argparse
from datetime import date
from pathlib import Path


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "release-check",
        help="for authors: say what has to be read again before a release",
        description="Say which sources, rules from outside and law cards are past the day on which "
        "to look again, and which keys no second reader has confirmed. Exit status 0 when nothing "
        "is open, 1 when something is. Of what is past its day the tests only warn, "
        "so that no released version stops passing by itself.",
        epilog="Example: %(prog)s --on 2027-06-01",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--on", type=date.fromisoformat, metavar="DAY", help="judge by this day, as in 2027-06-01"
    )
    parser.add_argument("--course", type=Path, default=Path.cwd(), help="the course's folder")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is past its day, which keys nobody has confirmed, and what to do."""
    from groundwork.authoring.confirm import unconfirmed
    from groundwork.authoring.release_check import past
    from groundwork.subject.days import in_words

    keys = [
        f"{text.relative_to(args.course).as_posix()}: {sentence}"
        for text, sentences in unconfirmed(args.course).items()
        for sentence in sentences
    ]
    for line in keys:
        print(line)
    if keys:
        print("Have somebody who did not write them answer: groundwork confirm NAME")
    day = args.on or date.today()
    found = past(args.course, day)
    for sentence in found:
        print(sentence)
    if not found:
        print(f"Nothing has to be read again by {in_words(day)}.")
        return 1 if keys else 0
    print(
        "Read each again, mend what changed, and set its two dates: accessed (of a card: read) and"
    )
    print("look_again, at most six months on.")
    return 1
