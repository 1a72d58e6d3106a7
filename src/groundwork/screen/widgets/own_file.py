"""A file of the learner's own in place of Riverbend County: chosen, checked, asked about, used."""

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from groundwork.learner import chosen_file
from groundwork.learner.chosen_file import Chosen, InUse
from groundwork.learner.own_excel import SheetError
from groundwork.learner.typed import printable
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.blocks import Shown, as_plain
from groundwork.subject.counts import counted
from groundwork.subject.errors import UserError
from groundwork.subject.own_data.contract import Spec
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.privacy import NO_PERSONAL_DATA
from groundwork.subject.own_data.questions import ASIDE, MAP, YES, Answers, Question
from groundwork.subject.own_data.report import Result
from groundwork.subject.problem import rows_in_words

SHEET = "sheet"
_SENTENCES = re.compile(r"(?<=[.?!]) +(?=[A-Z])")
NEEDED, OTHERS = "What is needed", "What may be there too"
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
        Returns what a file that can be used says.
    """

    kind: str
    title: str
    invented: str
    follows: str
    stays: str
    show: Callable[[InUse], Shown]


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

    def turn(self) -> None:
        """Show on every page what the file in use says now: its lines were judged, or renamed."""
        chosen, found = chosen_file.read(self._use.kind), chosen_file.in_use(self._use.kind)
        if chosen and found:
            self.send({"of": chosen.name, "blocks": as_plain(self._use.show(found))})

    def words(self) -> str:
        """Return what can be chosen, and what is said without a file."""
        said = [f"{self.content['title']} {self._use.invented}, or a file of your own."]
        return "\n".join([*said, self._use.follows, self._use.stays])

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Carry out `open`, `look`, `choose`, `bring`, `answer`, `anew` or `back`."""
        kind = self._use.kind
        if action == "bring":
            before = set(chosen_file.files())
            content, over = _bytes(data.get("content")), self._to_mend()
            name = chosen_file.bring(str(data.get("name")), content, over)
            self._brought = "" if name in before - {over} else name
            chosen_file.choose(kind, Chosen(name))
        elif action == "choose":
            name = str(data.get("file") or "")
            chosen_file.choose(kind, Chosen(name) if name else None)
        elif action == "back":
            chosen_file.choose(kind, None)
        elif action == "anew" and (chosen := chosen_file.read(kind)):
            chosen_file.choose(kind, Chosen(chosen.name, chosen.sheet))
        elif action == "answer":
            self._answer_questions(data)
        return self._standing()

    def _to_mend(self) -> str:
        """Return the copy that was brought here and is still to be mended: the next replaces it."""
        chosen = chosen_file.read(self._use.kind)
        is_ours = chosen is not None and chosen.name == self._brought
        return self._brought if is_ours and not chosen_file.in_use(self._use.kind) else ""

    def _answer_questions(self, data: dict[str, Any]) -> None:
        """Add answers: `sheet`, `columns` (what a column holds, by its name), `said` by place."""
        chosen = chosen_file.read(self._use.kind)
        if chosen is None or chosen.name != data.get("file"):
            raise UserError("Another file was chosen meanwhile.", "Look at it once more.")
        if data.get(SHEET):
            chosen_file.choose(self._use.kind, Chosen(chosen.name, str(data[SHEET])))
            return
        answers = chosen.answers
        questions = chosen_file.checked(self._use.kind, chosen).questions
        open_now = {str(at): question for at, question in enumerate(questions)}
        for at, typed in _texts(data.get("said")).items():
            if typed and at in open_now:
                answers = answers.with_answer(open_now[at], typed)
        said = dict(answers.said)
        if data.get("agreed"):
            said[MAP] = YES
        answers = Answers({**answers.columns, **_texts(data.get("columns"))}, said)
        # Refused here, before they are kept: an answer that fits nothing would stay in the way.
        chosen_file.checked(self._use.kind, Chosen(chosen.name, chosen.sheet, answers))
        chosen_file.choose(self._use.kind, Chosen(chosen.name, chosen.sheet, answers))

    def _standing(self) -> dict[str, Any]:
        kind = self._use.kind
        chosen = chosen_file.read(kind)
        view: dict[str, Any] = {
            "files": [[name, Path(name).name] for name in chosen_file.files()],
            "chosen": chosen.name if chosen else "",
            "answered": bool(chosen and (chosen.answers.columns or chosen.answers.said)),
        }
        if chosen is None:
            return {
                **view,
                "state": "invented",
                "said": f"In use: {self._use.invented}.",
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


def _texts(sent: object) -> dict[str, str]:
    """Return what a page sent as texts by name; what has another form counts as nothing."""
    if not isinstance(sent, Mapping):
        return {}
    return {str(name): printable(str(text)).strip() for name, text in sent.items()}


def _bytes(sent: object) -> bytes:
    try:
        return base64.b64decode(str(sent), validate=True)
    except ValueError:
        raise UserError("The file did not come whole.", "Choose it again.") from None


def _checked(result: Result) -> dict[str, Any]:
    """Return what a check found, as the page draws it."""
    contract = contract_of(result.kind)
    name = Path(result.file).name
    if result.fine:
        said, state = f"In use: {name}, {counted(result.rows, 'row')}.", "fine"
    elif result.problems:
        count = len(result.problems)
        what = counted(count, "thing")
        said, state = f"{name} is not in use yet: {what} to mend.", "mend"
    else:
        count = len(result.questions)
        what = counted(count, "question is", "questions are")
        said, state = f"{name} is not in use yet: {what} open.", "ask"
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
        "fields": _in_groups(contract.fields),
        "problems": [str(each) for each in result.problems[:MOST_SHOWN]],
        "more": max(0, len(result.problems) - MOST_SHOWN),
        "notes": [_sentence(str(each)) for each in _in_order(result)],
        "sums": list(result.sum_lines) if not result.problems else [],
        "cautions": list(result.cautions),
    }


def _in_groups(fields: Sequence[Spec]) -> list[list[Any]]:
    """Return what a column can hold in groups, as a menu shows it: in a few words and its name."""
    groups: dict[str, list[list[str]]] = {NEEDED: []}
    for each in fields:
        words = each.meaning.partition(". ")[0].rstrip(".")
        name = NEEDED if each.required else each.section or OTHERS
        groups.setdefault(name, []).append([each.name, f"{words} ({each.name})"])
    return [[name, options] for name, options in groups.items() if options]


def _is_about_columns(question: Question) -> bool:
    """Whether the menus of columns answer it."""
    return question.name == MAP and bool(question.choices) and question.choices[0].answer == YES


def _first(question: Question) -> str:
    return question.text.partition("\n")[0]


def _question(at: int, question: Question) -> dict[str, Any]:
    """Ask in one sentence; all the others stand below it."""
    where = f"{rows_in_words(question.rows)}: " if question.rows and question.column else ""
    sentences = _SENTENCES.split(_sentence(f"{where}{question.text}").replace("\n", " "))
    asked = next((each for each in sentences if each.endswith("?")), sentences[0])
    return {
        "at": at,
        "name": question.name,
        "text": asked,
        "about": " ".join(each for each in sentences if each is not asked),
        "choices": [[choice.answer, choice.words] for choice in question.choices],
        "example": question.example,
    }


def _in_order(result: Result) -> Sequence[object]:
    """Give the notes, what may be wrong first."""
    return sorted(result.notes, key=lambda note: not note.look)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
