"""A file of the learner's own in place of Riverbend County: chosen, checked, asked about, used."""

import base64
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from groundwork.learner import chosen_file
from groundwork.learner.chosen_file import Chosen, InUse
from groundwork.learner.own_excel import SheetError
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.blocks import Shown, as_plain
from groundwork.subject.errors import UserError
from groundwork.subject.own_data.contract import Spec
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.privacy import NO_PERSONAL_DATA
from groundwork.subject.own_data.questions import ASIDE, MAP, YES, Answers, Question
from groundwork.subject.own_data.report import Result
from groundwork.subject.problem import rows_in_words

SHEET = "sheet"
MOST_SHOWN = 10
"""Problems and notes that are listed; the rest are counted."""


@dataclass(frozen=True)
class Use:
    """What a lesson does with a file of one kind.

    Attributes
    ----------
    kind
        One of `CONTRACTS`, such as "budget_lines".
    title
        What is chosen, as a question.
    invented
        What stands there without a file: Riverbend County, and that it is invented.
    follows, stays
        Which steps follow the file, and which stay with Riverbend County, a sentence each.
    show
        Returns what the file says, None standing for Riverbend County.
    """

    kind: str
    title: str
    invented: str
    follows: str
    stays: str
    show: Callable[[InUse | None], Shown]


class OwnFile(CourseWidget):
    """The choice of a file, its check, and what it says.

    Nothing of the file is kept in the notebook: the page asks, and only that page is answered.
    """

    drawn_by = ("widgets/blocks.js", "widgets/own_file.js")

    def __init__(self, name: str, use: Use) -> None:
        self._use = use
        self._brought = ""
        super().__init__(
            {
                "name": name,
                "title": use.title,
                "about": f"{contract_of(use.kind).title}, from a file of your own",
                "invented": use.invented,
                "endings": list(chosen_file.ENDINGS),
                "most": chosen_file.MOST_BROUGHT,
                "help": "A CSV or Excel file, as it comes. It is read on this computer and never "
                f"changed. Files in my_work/{chosen_file.FOLDER} are in this list.",
                "follows": use.follows,
                "stays": use.stays,
            }
        )

    def words(self) -> str:
        """Return what can be chosen, and what is said without a file."""
        said = [f"{self.content['title']} {self._use.invented}, or a file of your own."]
        return "\n".join([*said, self._use.follows, self._use.stays])

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Carry out `open`, `look`, `choose`, `bring`, `answer` or `back`; return how it stands."""
        kind = self._use.kind
        if action == "bring":
            content = base64.b64decode(data["content"])
            before = set(chosen_file.files())
            name = chosen_file.bring(str(data["name"]), content)
            self._brought = "" if name in before else name
            chosen_file.choose(kind, Chosen(name))
        elif action == "choose":
            name = str(data["file"])
            chosen_file.choose(kind, Chosen(name) if name else None)
        elif action == "back":
            chosen_file.choose(kind, None)
        elif action == "answer":
            self._answer_questions(data)
        return self._standing()

    def _answer_questions(self, data: dict[str, Any]) -> None:
        """Add answers: `sheet`, `columns` (what a column holds, by its name), `said` by place."""
        chosen = chosen_file.read(self._use.kind)
        if chosen is None or chosen.name != data["file"]:
            raise UserError("Another file was chosen meanwhile.", "Look at it once more.")
        if data.get(SHEET):
            chosen_file.choose(self._use.kind, Chosen(chosen.name, str(data[SHEET])))
            return
        answers = chosen.answers
        questions = chosen_file.checked(self._use.kind, chosen).questions
        for at, typed in dict(data.get("said", {})).items():
            question = questions[int(at)]
            if str(typed).strip():
                answers = answers.with_answer(question, str(typed).strip())
        columns = {str(name): str(what) for name, what in dict(data.get("columns", {})).items()}
        said = dict(answers.said)
        if data.get("agreed"):
            said[MAP] = YES
        answers = Answers({**answers.columns, **columns}, said)
        # Refused here, before they are kept: an answer that fits nothing would stay in the way.
        chosen_file.checked(self._use.kind, Chosen(chosen.name, chosen.sheet, answers))
        chosen_file.choose(self._use.kind, Chosen(chosen.name, chosen.sheet, answers))

    def _standing(self) -> dict[str, Any]:
        kind = self._use.kind
        chosen = chosen_file.read(kind)
        view: dict[str, Any] = {
            "files": [[name, Path(name).name] for name in chosen_file.files()],
            "chosen": chosen.name if chosen else "",
        }
        if chosen is None:
            return {
                **view,
                "state": "invented",
                "said": f"In use: {self._use.invented}.",
                "blocks": as_plain(self._use.show(None)),
            }
        try:
            result = chosen_file.checked(kind, chosen)
        except SheetError as error:
            said = f"{error.problem} Which one is it?"
            return {**view, "state": "ask", "said": said, "sheets": list(error.sheets)}
        except UserError as error:
            return {**view, "state": "mend", "said": f"Not in use yet. {error}"}
        private = [each for each in result.problems if each.expected == NO_PERSONAL_DATA]
        if private:
            return {**view, "state": "personal", "said": self._protected(result, chosen)}
        view |= _checked(result)
        if result.fine:
            found = InUse(Path(result.file).name, result)
            return {**view, "state": "fine", "blocks": as_plain(self._use.show(found))}
        return view

    def _protected(self, result: Result, chosen: Chosen) -> str:
        """Say kindly that a file with personal data is not taken, and take a copy of it away."""
        where = " and ".join(
            f"{each.column} holds {each.found.removesuffix(' (not shown)')}"
            for each in result.problems
            if each.expected == NO_PERSONAL_DATA
        )
        if self._brought == chosen.name:
            chosen_file.take_away(chosen.name)
            chosen_file.choose(self._use.kind, None)
            self._brought = ""
            copy = "The copy that was made here is deleted again. "
        else:
            copy = ""
        return (
            f"{Path(result.file).name} is not used, to protect the people in it: column {where}. "
            f"{copy}Nothing of it is shown or kept. Save a copy without that column, and choose "
            "the copy. Positions, groups and sums are enough here."
        )


def _checked(result: Result) -> dict[str, Any]:
    """Return what a check found, as the page draws it."""
    contract = contract_of(result.kind)
    name = Path(result.file).name
    if result.fine:
        said, state = f"In use: {name}, {result.rows:,} rows.", "fine"
    elif result.problems:
        count = len(result.problems)
        what = "1 thing is" if count == 1 else f"{count} things are"
        said, state = f"{name} is not in use yet: {what} to mend.", "mend"
    else:
        count = len(result.questions)
        what = "1 question is" if count == 1 else f"{count} questions are"
        said, state = f"{name} is not in use yet: {what} open.", "ask"
    needed = [[each.name, _meant(each)] for each in contract.fields if each.required]
    others = [[each.name, _meant(each)] for each in contract.fields if not each.required]
    return {
        "state": state,
        "said": said,
        "questions": [
            _question(at, each)
            for at, each in enumerate(result.questions)
            if not _is_about_columns(each)
        ],
        "asked": next((_first(each) for each in result.questions if _is_about_columns(each)), ""),
        "columns": [asdict(each) for each in result.seen],
        "aside": [ASIDE, "nothing: leave it aside"],
        "fields": [["What is needed", needed], ["What may be there too", others]],
        "problems": [str(each) for each in result.problems[:MOST_SHOWN]],
        "more": max(0, len(result.problems) - MOST_SHOWN),
        "notes": [_sentence(str(each)) for each in _in_order(result)],
        "sums": list(result.sum_lines) if not result.problems else [],
        "cautions": list(result.cautions),
    }


def _meant(one: Spec) -> str:
    return f"{one.name}: {one.meaning}"


def _is_about_columns(question: Question) -> bool:
    """Whether the menus of columns answer it."""
    return question.name == MAP and bool(question.choices) and question.choices[0].answer == YES


def _first(question: Question) -> str:
    return question.text.partition("\n")[0]


def _question(at: int, question: Question) -> dict[str, Any]:
    where = f"{rows_in_words(question.rows)}: " if question.rows and question.column else ""
    return {
        "at": at,
        "name": question.name,
        "text": _sentence(f"{where}{question.text}"),
        "choices": [[choice.answer, choice.words] for choice in question.choices],
        "example": question.example,
    }


def _in_order(result: Result) -> Sequence[object]:
    """Give the notes, what may be wrong first."""
    return sorted(result.notes, key=lambda note: not note.look)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
