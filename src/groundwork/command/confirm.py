"""``groundwork confirm``: a second reader answers a page's questions without seeing their keys."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from groundwork.subject.errors import UserError


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "confirm",
        help="for authors: have keys confirmed by a second reader who does not see them",
        description="Answer the questions of a lesson and its exercise as a learner would, without "
        "their keys. Whoever wrote them cannot confirm them. What you answer is recorded beside "
        "the text, hashed with it; a question whose text or key changes is asked again.",
        epilog="Example: %(prog)s 01_root_causes",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", help="the lesson's or exercise's name, such as 01_root_causes")
    parser.add_argument("--all", action="store_true", help="ask what is confirmed already too")
    parser.add_argument("--course", type=Path, default=Path.cwd(), help="the course's folder")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask what is open, record it after each question, and say where reader and key differ."""
    from groundwork.authoring import confirm
    from groundwork.authoring.asked import asked_of
    from groundwork.authoring.source import course

    still_open = 0
    asking = 0
    for text, kind in course.named(args.course, args.name).items():
        path = confirm.path_of(text, kind)
        before = confirm.read_record(path)
        questions = asked_of(text, kind)
        if not questions and not before:
            continue  # most pages of the guide
        asking += 1
        about = text.relative_to(args.course)
        ids = {asked.id for asked in questions}
        record = {id: entry for id, entry in before.items() if id in ids}
        due = [
            asked
            for asked in questions
            if args.all or any(confirm.open_points([asked], {**_of(record, asked.id)}))
        ]
        print(f"{about}: {len(due)} of {len(questions)} questions to answer.")
        for asked in due:
            question = asked.question
            print(f"\n{asked.scene}")
            print(f"\n[{question.id}] {question.terms()}".rstrip())
            answers = {step.name: _asked(step.shown, step.read) for step in confirm.steps(question)}
            record[question.id] = confirm.recorded(asked, answers)
            confirm.write_record(path, record)
        if before or record:
            confirm.write_record(path, record)
        found = list(confirm.open_points(questions, record))
        still_open += len(found)
        print(*found, sep="\n") if found else print(f"{about}: every key is confirmed.")
    if not asking:
        print(f"{args.name} asks nothing that has a key.")
    return 1 if still_open else 0


def _of(record: Mapping[str, dict[str, str]], id: str) -> dict[str, dict[str, str]]:
    return {id: record[id]} if id in record else {}


def _asked(shown: str, read: Callable[[str], Any]) -> Any:
    """Ask until the answer can be read."""
    print(shown)
    while True:
        try:
            return read(input("> "))
        except EOFError:
            raise UserError(
                "The answers ended before the questions did.", "What was answered is recorded."
            ) from None
        except UserError as error:
            print(error)
