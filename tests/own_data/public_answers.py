"""Answer the questions about published files as their publisher would, and count the answers.

Run it with ``python tests/own_data/public_answers.py FOLDER`` to print what each file of a folder
needed. The files are public records: cities' budgets and provisional death counts.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from groundwork.learner.own_files import check_file
from groundwork.subject.own_data.questions import Answers
from groundwork.subject.own_data.report import Result

# What the publisher of each file would say, by the name of the question.
SAID = {
    "map": "yes",
    "side": "expense",
    "amount": "years",
    "cents of amount": "round",
    "group": "Sex and Age group",
}


@dataclass
class Needed:
    """What a file needed: its questions in order, and its result."""

    questions: list[str]
    result: Result


def needed(path: Path, kind: str) -> Needed:
    """Answer one question after the other until none is left."""
    answers, asked = Answers(), []  # type: ignore[var-annotated]
    while True:
        result = check_file(path, kind, answers=answers)
        if not result.questions or len(asked) > 9:
            return Needed(asked, result)
        question = result.questions[0]
        asked.append(question.name)
        alike = any(choice.answer == "one" for choice in question.choices)
        said = SAID.get(question.name, "one" if alike else "?")
        answers = answers.with_answer(question, said)


def kind_of(path: Path) -> str:
    return "outcomes" if path.name.startswith("nchs") else "budget_lines"


def main() -> int:
    for path in sorted(Path(sys.argv[1]).glob("*.*")):
        if path.suffix not in (".csv", ".xlsx"):
            continue
        found = needed(path, kind_of(path))
        table = found.result.table
        state = "not accepted" if table is None else f"{len(table):,} rows"
        said = ", ".join(found.questions) or "nothing"
        print(f"{path.name:32} {len(found.questions)} answers ({said}): {state}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
