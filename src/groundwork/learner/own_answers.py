"""Keep what a person answered about a file, and offer it for the next file with those headings.

It is kept in the learner's own folder, by kind and headings: the words of headings, and never a
cell. It is offered and never applied unasked.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from groundwork.learner import workspace
from groundwork.learner.files import write_text
from groundwork.learner.own_files import check_file
from groundwork.subject.errors import UserError
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Result
from groundwork.subject.own_data.wording import simple

AS_BEFORE = "as before"
_MOST_KEPT = 30
# What is true of one file alone: its year, its totals, its letters, its labels.
_OF_ONE_FILE = (
    *("year", "fiscal_year", "totals", "letters", "map", AS_BEFORE, "hidden rows"),
    *("labels", "whole positions", "percents below 1", "heading rows"),
    "shares beside percents",
)


@dataclass(frozen=True)
class Kept:
    """The answers about one file: its kind, its headings, and what was said."""

    kind: str
    headings: tuple[str, ...]
    answers: Answers


def check_and_keep(
    path: Path | str,
    kind: str,
    sheet: str | None = None,
    decimals: str = "",
    dates: str = "",
    answers: Answers | None = None,
    folder: Path | None = None,
) -> Result:
    """Check a file as `check_file` does; offer earlier answers, and keep those that answer all.

    A file that is still to be mended keeps them too: it comes back with the same headings.

    ``folder`` is the learner's workspace; None finds it, and outside of one nothing is kept.
    """
    answers = answers or Answers()
    result = check_file(path, kind, sheet, decimals, dates, answers)
    kept_in = _kept_in(folder)
    if kept_in is None:
        return result
    before = _matching(read(kept_in), result)
    if before and (result.questions or _reads_otherwise(before, result, answers)):
        question = _offer(before)
        said = answers.chosen(question)
        both = Answers(
            {**before.answers.columns, **answers.columns},
            {**before.answers.said, **answers.said},
        )
        if said == "yes":
            answers = both
            result = check_file(path, kind, sheet, decimals, dates, answers)
        elif not said:
            left = result.questions
            with suppress(UserError):  # a kept answer that does not fit here is told after a yes
                still = check_file(path, kind, sheet, decimals, dates, both).questions
                # What a yes would answer is not asked beside it; after a no it is asked anew.
                left = tuple(each for each in left if each in still)
            return replace(result, table=None, questions=(question, *left))
    if not result.questions and (answers.columns or answers.said):
        keep(kept_in, result, answers)
    return result


def keep(kept_in: Path, result: Result, answers: Answers) -> None:
    """Keep the answers about a file, in place of older ones for the same headings."""
    said = {
        name: answer
        for name, answer in answers.said.items()
        if name not in _OF_ONE_FILE and not name.startswith(("names in", "nine digits", "cents"))
    }
    new = Kept(result.kind, result.headings, Answers({**result.columns, **answers.columns}, said))
    others = [each for each in read(kept_in) if not _alike(each, new.kind, new.headings)]
    entries = [
        {
            "kind": each.kind,
            "headings": list(each.headings),
            "columns": dict(each.answers.columns),
            "answers": dict(each.answers.said),
        }
        for each in (new, *others)[:_MOST_KEPT]
    ]
    text = json.dumps({"files": entries}, indent=1, ensure_ascii=False) + "\n"
    write_text(kept_in, text, owner_only=True)


def read(kept_in: Path) -> list[Kept]:
    """Read what was kept; what cannot be read counts as nothing, for it can be answered again."""
    try:
        entries = json.loads(kept_in.read_text(encoding="utf-8-sig"))["files"]
        return [
            Kept(
                str(each["kind"]),
                tuple(map(str, each["headings"])),
                Answers(_texts(each["columns"]), _texts(each["answers"])),
            )
            for each in entries
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []


def _texts(pairs: dict[str, str]) -> dict[str, str]:
    return {str(name): str(value) for name, value in pairs.items()}


def _kept_in(folder: Path | None) -> Path | None:
    try:
        return (folder or workspace.find()) / workspace.KEPT / "data" / "own_files.json"
    except UserError:
        return None


def _matching(kept: Sequence[Kept], result: Result) -> Kept | None:
    return next((each for each in kept if _alike(each, result.kind, result.headings)), None)


def _alike(each: Kept, kind: str, headings: Sequence[str]) -> bool:
    return each.kind == kind and sorted(map(simple, each.headings)) == sorted(map(simple, headings))


def _reads_otherwise(before: Kept, result: Result, answers: Answers) -> bool:
    """Whether a column holds something else here than was said before, and nobody says so now."""
    then = {simple(head): simple(name) for head, name in before.answers.columns.items()}
    said = set(map(simple, answers.columns))
    for each in result.seen:
        names = {simple(each.called), simple(each.letter)}
        held = {then[name] for name in names & then.keys()}
        if not names & said and held - {simple(each.field)}:
            return True
    return False


def _offer(before: Kept) -> Question:
    columns = ", ".join(f'"{head}" is {name}' for head, name in before.answers.columns.items())
    said = ", ".join(f"{name}: {answer}" for name, answer in before.answers.said.items())
    text = "You answered these questions for a file with the same headings: "
    text += "; ".join(filter(None, (columns, said))) + ". Are the answers the same here?"
    choices = [("yes", "Yes, use them again"), ("no", "No, ask me anew")]
    return choose(AS_BEFORE, text, choices)
