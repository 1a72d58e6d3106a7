"""The catalog: the questions of one lesson or exercise, in a file that page and grader both read.

An exercise's is ``catalog.json`` beside its notebook; a lesson's is ``catalogs/NAME.json`` beside
the lessons. It is generated from the text and never edited.

Each question stands there in base64, so that whoever opens the file, or searches in it, is not told
a key unawares. That hides nothing from somebody who wants to see it: keys are out of sight, and not
out of reach. The practice is practice; a person's reading of what is written is the judgment.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from groundwork.learner import kept_files
from groundwork.learner.questions.computed import Computed
from groundwork.learner.questions.question import Question, digest
from groundwork.learner.questions.text import Text
from groundwork.learner.questions.write import Write
from groundwork.subject.errors import UserError

FILE = "catalog.json"
FOLDER = "catalogs"
FORMAT = 1


@dataclass(frozen=True)
class Catalog:
    """The questions of one page.

    Parameters
    ----------
    name
        The lesson or exercise, by the name of its file.
    questions
        In the page's order.
    seed
        What a cohort drew its own numbers with; "" for the published ones.
    """

    name: str
    questions: tuple[Question, ...]
    seed: str = ""

    @property
    def release(self) -> str:
        """Return a short name of what is asked; keys and replies do not count."""
        return digest([[each.kind, each.id, each.asked()] for each in self.questions])

    def find(self, id: str) -> Question:
        """Return a question, or the part of a written one, by its id.

        Raises
        ------
        UserError
            When there is none.
        """
        for question in self.questions:
            for part in (question, *parts(question)):
                if part.id == id:
                    return part
        raise UserError(
            f"{self.name} as it is now asks no question {id}.",
            "Open its newest version. What you answered stays in its file.",
        )

    def whole(self, id: str) -> Question:
        """Return the question that an id belongs to: of a part, the written question it is in."""
        found = self.find(id)
        return next((each for each in self.questions if found in parts(each)), found)

    def drawn(self, seed: str, variants: int) -> "Catalog":
        """Return the catalog of a cohort whose computed questions have numbers of their own."""
        questions = tuple(
            each.drawn(seed, variants) if isinstance(each, Computed) else each
            for each in self.questions
        )
        return Catalog(self.name, questions, seed)


def parts(question: Question) -> tuple[Text, ...]:
    """Return the parts under which a question's answer is kept; none when it is one answer."""
    return question.parts if isinstance(question, Write) else ()


def text_of(catalog: Catalog) -> str:
    """Return the catalog as its file holds it: the same questions give the same text."""
    content = {
        kept_files.FORMAT: FORMAT,
        "name": catalog.name,
        "release": catalog.release,
        **({"seed": catalog.seed} if catalog.seed else {}),
        "questions": {each.id: _covered(each) for each in catalog.questions},
    }
    return json.dumps(content, indent=1) + "\n"


def read(path: Path) -> Catalog:
    """Return the catalog that a file holds.

    Raises
    ------
    UserError
        When it is missing, damaged, or of a newer version of the course.
    """
    from groundwork.learner.questions import from_json

    problem = "is missing beside this notebook"
    try:
        if (found := kept_files.read_data(path, FORMAT)) is not None:
            questions = (from_json(_uncovered(each)) for each in found["questions"].values())
            return Catalog(found["name"], tuple(questions), found.get("seed", ""))
    except (kept_files.DamagedError, KeyError, TypeError, ValueError, AttributeError):
        problem = "beside this notebook is damaged"
    raise UserError(
        f"The file {path.name} {problem}, so answers cannot be checked.",
        "Start the course again: it puts the file back. Your answers stay.",
    )


def holding(id: str, folder: Path | None = None) -> Catalog:
    """Return the catalog that asks a question, as a notebook in this folder finds it.

    Parameters
    ----------
    folder
        The notebook's folder; default is the current folder, which is a notebook's own.

    Raises
    ------
    UserError
        When none does, or its file cannot be read.
    """
    folder = folder or Path.cwd()
    lessons = sorted((folder / FOLDER).glob("*.json"))
    if (folder / FILE).exists() or not lessons:
        catalog = read(folder / FILE)
        catalog.find(id)
        return catalog
    for path in lessons:
        catalog = read(path)
        if id in _every_id(catalog.questions):
            return catalog
    raise UserError(
        f"No lesson here asks the question {id}.",
        "Start the course again: it puts back what a lesson needs. Your answers stay.",
    )


def _every_id(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        yield from (each.id for each in (question, *parts(question)))


def _covered(question: Question) -> str:
    text = json.dumps(question.to_json(), ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(text.encode()).decode("ascii")


def _uncovered(covered: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(base64.b64decode(covered, validate=True))
    return found
