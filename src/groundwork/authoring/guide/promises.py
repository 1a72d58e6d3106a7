"""What a page of the guide takes from the course: written by the build and never typed.

``{{ lesson | objectives }}``, ``{{ exercise | minutes }}``, ``{{ stops | table }}``,
``{{ q4 | wrong }}`` (a question's forms stand in :mod:`groundwork.cohort.told.forms`),
``{{ q4_seat | letter }}`` (the letter that an option has there), ``{{ power_map | law }}`` (a law
card), ``{{ roles | sheet }}`` (a need with its statements, to be rated on paper),
``{{ whose_weights | results }}`` (what an activity shows; see :mod:`.on_paper`). Of all lessons
are ``{{ course | lessons }}`` and ``{{ course | supervisors }}``, of all cards
``{{ course | law }}`` and, once for all of them, ``{{ course | sheet }}`` (what they share); of
the state laws ``{{ course | states }}``, of what a learner writes ``{{ course | stores }}``, and
what several pages say in one wording (`shared`).
The head may name cells of the lesson whose words stand in the page too, ``parts: {riverbend:
start-17}``; ``{{ riverbend | text }}`` is their place.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from groundwork.authoring import bibliography
from groundwork.authoring.building.promises import LESSON, Promises
from groundwork.authoring.guide import on_paper, shared
from groundwork.authoring.guide.step import Step
from groundwork.cohort.guide import CARD
from groundwork.cohort.guide_parts import ROOM_FOR
from groundwork.cohort.told import forms
from groundwork.learner import privacy
from groundwork.learner.papers.law import law_cards, state_laws
from groundwork.learner.papers.law.law_cards import LawCard
from groundwork.learner.papers.model import Box, Heading, Items, Paragraph
from groundwork.subject.readiness_statements import NEEDS, Need


@dataclass(frozen=True)
class GuidePromises(Promises):
    """What can be filled into one page of the guide.

    Attributes
    ----------
    step
        The lesson and the exercise of a run sheet or a handout; an empty one for another page.
    table
        The table of the stops of a run sheet, or "".
    parts
        Words of the lesson by the names that the page's head gives them.
    steps
        Every lesson of the course by its name.
    owe
        What a supervisor can do for the lesson.
    short
        Returns the short name of a source by its key.
    """

    step: Step = field(default_factory=Step)
    table: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    owe: str = ""
    short: Callable[[str], str] = str

    def of(self, name: str) -> dict[str, str]:
        """Return what can be filled in under a name: form to words; nothing for another name."""
        found: dict[str, str] = {}
        if name == LESSON:
            return {**_lesson(self.step), "owe": self.owe} if self.step.title else {}
        if name == "course":
            found |= {"lessons": _lessons(self.steps), "supervisors": _supervisors(self.steps)}
            found |= {
                "law": _laws(),
                "sheet": _said(Box("", law_cards.sheet())),
                "states": _states(self.short),
            }
            found |= {"stores": privacy.table(), **shared.SAID}
        if name == "stops" and self.table:
            found |= {"table": self.table}
        if name in self.parts:
            found |= {"text": self.parts[name]}
        if name in law_cards.cards():
            found |= {"law": _law(law_cards.card(name))}
        for need in NEEDS:
            found |= {"title": need.title, "sheet": _need(need)} if need.id == name else {}
        if self.step.title:
            found |= on_paper.forms(name)
        if self.step.exercise.questions:
            found |= self.step.exercise.of(name)
        if question := self.step.questions.get(name):
            found |= {form: say(question) for form, say in forms.FORMS.items()}
        for id, question in self.step.questions.items():
            if name.startswith(f"{id}_"):
                letter = forms.letters(question).get(name.removeprefix(f"{id}_"))
                found |= {"letter": letter} if letter else {}
        return found


def short_names(known: bibliography.Bibliography) -> Callable[[str], str]:
    """Return what names a source in a line: authors or publisher, and year."""
    return lambda key: known.entry(key).short


def _lesson(step: Step) -> dict[str, str]:
    claimed = step.claimed
    return {
        "title": step.title,
        "why": step.why,
        "takeaway": re.sub(r"\byour\b", "their", step.takeaway),
        "objectives": "\n".join(f"- {each}" for each in step.objectives),
        "alone": str(_alone(step)),
        "quick": str(claimed["quick"]),
        "discuss": str(claimed["discuss"]),
    }


def _alone(step: Step) -> int:
    return sum(step.claimed[work] for work in ("read", "do", "reflect"))


def _lessons(steps: Mapping[str, Step]) -> str:
    rows = [
        "| Lesson | Whole, alone | Short path | Exercise | You take away |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, step in steps.items():
        exercise = f"{step.exercise.minutes} minutes" if step.exercise.minutes else "none"
        cells = [
            f"{name[:2]} {step.title}",
            f"{_alone(step)} minutes",
            f"{step.claimed['quick']} minutes",
            exercise,
            step.takeaway,
        ]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def _supervisors(steps: Mapping[str, Step]) -> str:
    return "\n".join(
        f"- [Lesson {name[:2]}, {step.title}](supervisors/{name}.md)"
        for name, step in steps.items()
    )


def _need(need: Need) -> str:
    """Write each statement with its steps to choose from, and room for what shows it."""
    parts = [f"{need.why} Choose one step for each statement on {need.title.lower()}."]
    for each in need.statements:
        steps = [f"- ☐ **{number}.** {text}" for number, text in enumerate(each.steps, start=1)]
        choices = "\n".join([*steps, "- ☐ **?** I don't know."])
        parts += [f"**{each.text}**", choices, f"**{ROOM_FOR}**"]
    return "\n\n".join(parts)


def _laws() -> str:
    return "\n\n".join(
        f"## {CARD}{kind.replace('_', ' ')}\n\n{_law(card)}"
        for kind, card in law_cards.cards().items()
    )


def _law(card: LawCard) -> str:
    """Write a card's law as of the day on which it was read; `release-check` tells when it is past.

    The clearer sentence stays on the learner's page: a card of the guide lies beside papers. What
    most cards share stands once, on the sheet.
    """
    return _said(card.beside_sheet(card.read_to))


def _said(box: Box) -> str:
    said = []
    for block in box.blocks:
        if isinstance(block, Heading):
            said.append(f"**{block.text}**")
        elif isinstance(block, Paragraph):
            said.append(block.text)
        elif isinstance(block, Items):
            said.append("\n".join(f"- {text}" for _, text in block.items))
    return "\n\n".join(said).replace("$", "\\$")


def _states(short: Callable[[str], str]) -> str:
    """Write each state law as a paragraph, with its sources."""
    said = []
    for law in state_laws.laws():
        sources = "; ".join(short(key) for key in law.cite)
        said.append(
            f"**{law.state}, {law.law}.** {law.dates}\n\n"
            f"- Whom it binds: {_sentence(law.binds)}\n"
            f"- What it limits: {_sentence(law.limits)}\n"
            f"- How it stands: {law.stands} [{sources}]"
        )
    return "\n\n".join(said)


def _sentence(said: str) -> str:
    return said if said.endswith(".") else f"{said}."
