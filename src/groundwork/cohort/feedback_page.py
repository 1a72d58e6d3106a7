"""The page that a learner gets back: what a person wrote to them first, then each answer.

It says nothing that the next cohort is graded by: of the rubric, what is asked and the points; of
a question, what its page said to this answer. What nobody judged has no points, which is said and
is not 0. The learner's page is not at hand where this one is read: no sentence points to it.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from groundwork.cohort.frozen import Frozen
from groundwork.cohort.handed_in import Entry
from groundwork.cohort.judge import Result, practice_of
from groundwork.cohort.page import answer_in_words, asked_of, plain
from groundwork.cohort.rubric import Rubric
from groundwork.learner.outcome import NOT_ANSWERED
from groundwork.learner.papers.model import Block, Heading, Items, Paper, Paragraph, Quote
from groundwork.learner.questions import Question
from groundwork.subject.counts import counted

NOT_JUDGED = "Nobody has judged this one, so it has no points. That is not 0."
ASKED, YOU = "You were asked. ", "You"
NOT_READ = "Nobody has read it yet."
BLANK = "You wrote nothing here, so it has no points. That is not 0. You may hand in again."
NOT_ANSWERED_BY_YOU, NOT_WRITTEN = "You did not answer it.", "(You wrote nothing here.)"
PRACTICE = (
    "These points show what you worked through: done, tried or open. You may answer as often as "
    "you like."
)
COMMENTED = "The comment above is from a person who read what you wrote: it says more than points."


@dataclass(frozen=True)
class Reading:
    """What a person gave for one written answer; `points` is None until somebody has read it."""

    rubric: Rubric
    points: float | None = None
    comment: str = ""
    ticked: Mapping[str, int] = field(default_factory=dict)


def waits(page: Path) -> bool:
    """Whether a page that was made says that something in it was not read or judged."""
    text = page.read_text(encoding="utf-8")
    return NOT_READ in text or NOT_JUDGED in text


def paper(
    exercise: Frozen,
    kept: Mapping[str, Entry],
    result: Result,
    points: Mapping[str, float | None],
    readings: list[Reading],
    day: datetime.date,
) -> Paper:
    """Return the page of one hand-in.

    Parameters
    ----------
    kept
        Question id to what is kept of its answer.
    points
        Check cell to points, a person's before a program's; None where nobody has judged.
    """
    blocks = [block for each in readings for block in _read(each, kept, result)]
    checked = {name: q for name, q in exercise.checks.items() if q.points}
    numbers = {each.id: at for at, each in enumerate(exercise.catalog.questions, start=1)}
    more = f" {COMMENTED}" if any(each.comment for each in readings) else ""
    blocks += [Heading("The questions that a program checks"), Paragraph(PRACTICE + more)]
    for name, question in checked.items():
        number = numbers[question.id]
        blocks += _checked(question, number, kept.get(question.id), result, name, points.get(name))
    return Paper("What came of your exercise", exercise.title, "you", tuple(blocks), date=day)


def _read(reading: Reading, kept: Mapping[str, Entry], result: Result) -> Iterator[Block]:
    question, rubric = reading.rubric.question, reading.rubric
    yield Heading("What you wrote, and what was written to you")
    if reading.comment:
        yield Paragraph("", "To you")
        yield Quote(plain(reading.comment))
    if reading.points is None:
        yield Paragraph(BLANK if rubric.cell in result.blank else NOT_READ)
    yield Paragraph(question.prompt, ASKED)
    for part in question.parts:
        entry = kept.get(part.id)
        said = entry["value"] if entry else ""
        text = plain(said if isinstance(said, str) else str(said))
        yield Paragraph(text if text.strip() else NOT_WRITTEN, f"{part.prompt} ")
    if reading.points is None:
        return
    given = [
        f"{scale.ask} {reading.ticked[scale.name]} of {counted(scale.levels[0][0], 'point')}."
        for scale in rubric.scales
        if scale.name in reading.ticked
    ]
    if given:
        yield Paragraph("", "What the person who read it asked, and the points for it")
        yield Items.flat(*given)
    yield Paragraph(f"{reading.points:g} of {rubric.most} points, given by a person.")


def _checked(
    question: Question,
    number: int,
    entry: Entry | None,
    result: Result,
    name: str,
    points: float | None,
) -> Iterator[Block]:
    yield Heading(f"Question {number}", 2)
    outcome = result.outcomes[name]
    yield Paragraph(plain((asked_of(question, entry) if entry else question).prompt), ASKED)
    if entry:
        did, *lines = plain(answer_in_words(question, entry, YOU)).splitlines()
        yield Paragraph("", did)
        yield Items.flat(*(line.strip() for line in lines))
    if points is None:
        yield Paragraph(NOT_JUDGED)
        return
    done = practice_of(outcome)
    yield Paragraph(f"{done.capitalize()}: {points:g} of {question.points} points.")
    if outcome.lead == NOT_ANSWERED:
        yield Paragraph(NOT_ANSWERED_BY_YOU)
        return
    said = " ".join(filter(None, [outcome.lead and f"{outcome.lead}:", outcome.reason]))
    yield from [Paragraph(plain(said or outcome.said))] if said or outcome.said else []
