"""What a page promises of its questions, written by the build and never typed.

``{{ q5 | number }}`` is the place of a question among those of its exercise, ``{{ q5 | points }}``
what it is worth, ``{{ q5 | promises }}`` how it is judged, ``{{ q10 | asks }}`` what its reader
asks, ``{{ exercise | questions }}`` how many there are, ``{{ exercise | minutes }}`` how long they
take, by :mod:`groundwork.authoring.exercise_minutes`, with ``first`` and ``second`` for the
sittings where there are two. A lesson may speak of its exercise in the same way.
``{{ lesson | read }}`` waits until the lesson has been run, see
:func:`groundwork.authoring.minutes.fill`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from groundwork.authoring import minutes
from groundwork.authoring.questions import sheet
from groundwork.authoring.source.fault import Report
from groundwork.learner.questions import Question, Write
from groundwork.learner.questions.question import counted_points

PLACE = re.compile(r"\{\{ *(\w+) *\| *([a-z_]+) *\}\}")
EXERCISE = "exercise"
LESSON = "lesson"


@dataclass(frozen=True)
class Promises:
    """The questions of an exercise, and the minutes of each of its sittings."""

    questions: tuple[Question, ...] = ()
    sittings: tuple[int, ...] = ()

    @property
    def minutes(self) -> int:
        """Return the minutes of the whole exercise."""
        return sum(self.sittings)

    @property
    def about(self) -> dict[str, Any]:
        """Return what the exercise's notebook says of its minutes in its metadata."""
        parts = {"sittings": list(self.sittings)} if len(self.sittings) > 1 else {}
        return {"minutes": {"do": self.minutes}, **parts}

    @classmethod
    def said_by(cls, questions: tuple[Question, ...], about: Mapping[str, Any]) -> Self:
        """Return the promises of a notebook that was built; see :attr:`about`."""
        return cls(questions, tuple(about.get("sittings") or about["minutes"].values()))

    def of(self, name: str) -> dict[str, str]:
        """Return what can be promised under a name: form to words; nothing for another name."""
        whole = sheet.promises(self.questions)
        if name == LESSON:
            places = (*minutes.PLACES, *minutes.SITTINGS)
            return {place: f"{{{{ {LESSON} | {place} }}}}" for place in places}
        if name == EXERCISE:
            parts = dict(zip(minutes.SITTINGS, map(str, self.sittings), strict=False))
            return {**whole, "minutes": str(self.minutes), **(parts if len(parts) > 1 else {})}
        question = next((each for each in self.questions if each.id == name), None)
        if question is None:
            return {}
        points, asks = question.points, ""
        if isinstance(question, Write):
            points = question.reader_points
            asks = "\n".join(f"- {criterion.ask}" for criterion in question.criteria)
        return {
            "number": whole[f"number_{name}"],
            "points": counted_points(points),
            "promises": " ".join(question.promises()),
            **({"asks": asks} if asks else {}),
        }

    def fill(self, text: str, line: int, report: Report) -> str:
        """Return a piece of prose with its promises written out; figures are left alone."""

        def words(found: re.Match[str]) -> str:
            name, form = found[1], found[2]
            known: Mapping[str, str] = self.of(name)
            if not known:
                return found[0]  # a figure, or the name of nothing: the figures tell
            if form not in known:
                here = line + text.count("\n", 0, found.start())
                report(here, f"asks for the {form} of {name}: it has {', '.join(known)}")
            return known.get(form, "")

        return PLACE.sub(words, text)
