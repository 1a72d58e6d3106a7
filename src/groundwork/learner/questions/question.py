"""What every kind of question is: something asked, and a judge that says what an answer is worth.

A question is plain data. It goes to JSON and back without loss, so that the page that asks, the
check cell and the grader all read the same one and let the same judge decide.
"""

import dataclasses
import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Self

from groundwork.subject.counts import counted

GENERAL = "Read the question again, then look at each part of your answer."


@dataclass(frozen=True)
class Verdict:
    """What a learner is told about an answer.

    `right` is None where nothing is right or wrong. `recognized` is False when the answer is wrong
    in a way that nobody cataloged.
    """

    right: bool | None
    text: str
    recognized: bool = True


def each_named_once(counted: str, told: Mapping[str, str], wrong: Iterable[str]) -> str:
    """Say how much is right, what is said of wrong parts, and which others are wrong.

    Parameters
    ----------
    counted
        How many are right; "" where there is but one.
    told
        What a wrong part is called, to what is said of it.
    wrong
        What all wrong parts are called.
    """
    said = [f"“{name}”: {text}" for name, text in told.items()]
    others = "; ".join(f"“{name}”" for name in wrong if name not in told)
    also = f"Look also at: {others}." if others else ""
    return " ".join(filter(None, [counted, *said, also]))


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """A question of any kind.

    Parameters
    ----------
    id
        What answers are kept under; it stands for what is asked, see
        :mod:`groundwork.learner.former`.
    prompt
        The question itself, plain text.
    points
        What a program gives for a right answer; 0 in a lesson.
    objective
        What somebody who answers it can do, in the words of the page that teaches it.
    step
        A worked step, shown to a learner who wants it after an answer.
    taught
        Where the course teaches it: the place's name, or a Markdown link to it.
    """

    kind: ClassVar[str] = ""
    # What somebody did who answered, so that no page repeats an answer as its writer's statement.
    did: ClassVar[str] = "answered"

    id: str
    prompt: str
    points: int = 0
    objective: str = ""
    step: str = ""
    taught: str = ""

    @abstractmethod
    def judge(self, answer: object) -> Verdict:
        """Decide about an answer, with the words that a learner reads.

        Raises
        ------
        UserError
            When the answer cannot be one to this kind of question.
        """

    @abstractmethod
    def asked(self) -> dict[str, Any]:
        """Return what a learner sees before answering: no key, no reply."""

    @property
    def right_answer(self) -> Any:
        """Return an answer that is right, as an answers file holds it; None where none is."""
        return None

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return for each reply to a mistake an answer that earns it, wrong in nothing else."""
        return []

    def promises(self) -> list[str]:
        """Return what the page must say of the way it is judged, a sentence each."""
        return []

    def terms(self) -> str:
        """Return what the page says of how the question is judged, its points last; or nothing."""
        points = [f"({counted_points(self.points)})"] if self.points else []
        return " ".join([*self.promises(), *points])

    def to_json(self) -> dict[str, Any]:
        """Return the whole question as plain data, without what is left at its default."""
        return {"kind": self.kind, **_as_data(self)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        return cls(**{name: value for name, value in data.items() if name != "kind"})

    @property
    def version(self) -> str:
        """Return a short name of all that the question says, its key and replies included."""
        return digest(self.to_json())


def digest(data: Any, length: int = 8) -> str:
    """Return a short name of plain data: the same data has the same name on every machine."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def counted_points(points: int) -> str:
    """Say points as a page does: "1 point", "2 points"."""
    return counted(points, "point")


def _as_data(value: Any) -> Any:
    """Return data classes, tuples and exact numbers as JSON holds them."""
    if dataclasses.is_dataclass(value):
        return {
            each.name: _as_data(getattr(value, each.name))
            for each in dataclasses.fields(value)
            if getattr(value, each.name) != each.default
        }
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, Mapping):
        return {key: _as_data(inner) for key, inner in value.items()}
    return [_as_data(inner) for inner in value] if isinstance(value, tuple | list) else value
