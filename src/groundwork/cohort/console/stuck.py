"""Which questions a cohort is stuck on: counted over 10 people or more, and never by person.

What the page says to wrong answers comes from the same catalog as the run sheets, in the same words
(:mod:`groundwork.cohort.told`).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from groundwork.cohort.console.words import said
from groundwork.cohort.export import FEWEST
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.grading import Standing
from groundwork.cohort.guide import blocks
from groundwork.cohort.roster import Person
from groundwork.cohort.supervisors import Told
from groundwork.cohort.told.forms import FORMS
from groundwork.cohort.told.words import bare
from groundwork.learner.outcome import outcome
from groundwork.learner.papers.model import Block, Items, Paragraph, Quote, Table
from groundwork.learner.questions import Question

Kept = Mapping[str, Mapping[str, Any]]
SMALL = 3  # a count below it, or a rest below it, is said in words


def view(
    exercise: Frozen,
    standings: Sequence[Standing],
    answers: Iterable[Kept],
    people: Sequence[Person],
    told: Told,
) -> dict[str, Any]:
    """Return what may be shown of an exercise: counts, or the likely wrong answers without counts.

    Parameters
    ----------
    answers
        What is kept of each hand-in that was graded, question id to answer, in any order.
    told
        Who supervises somebody.
    """
    unknown = told.unknown(people)
    found: dict[str, Any] = {
        "people": [
            {"id": each.id, "shown": each.shown(), "does": each.id in told.do} for each in people
        ],
        "ask": said("stuck.ask_lead", count=_people(len(unknown))) if unknown else "",
    }
    graded = [one for one in standings if one.points is not None]
    questions = [each for each in exercise.checks.values() if each.points]
    numbers = {each.id: at for at, each in enumerate(exercise.catalog.questions, start=1)}
    if unknown:
        return {**found, "said": "", "questions": []}
    if enrolled := told.enrolled(people):
        who = ", ".join(each.shown() for each in enrolled)
        why = said("stuck.enrolled", who=who)
        return {**found, "said": why, "questions": [_shown(each, numbers) for each in questions]}
    if len(graded) < FEWEST:
        why = said("stuck.few", graded=len(graded), fewest=FEWEST)
        return {**found, "said": why, "questions": [_shown(each, numbers) for each in questions]}
    counts = {each.id: _stuck(each, graded) for each in questions}
    given = list(answers)
    ordered = sorted((each for each in questions if counts[each.id]), key=lambda q: -counts[q.id])
    return {
        **found,
        "said": said("stuck.counted" if ordered else "stuck.nobody_stuck", graded=len(graded)),
        "questions": [
            {
                **_shown(each, numbers),
                "stuck": in_words(counts[each.id], len(graded)),
                "told": _told(each, given, len(graded)),
            }
            for each in ordered
        ],
    }


def in_words(count: int, of: int) -> str:
    """Say a count as it may be said of a group: small ones, and small rests, without a number."""
    if not count:
        return said("stuck.nobody")
    if count < SMALL:
        return said("stuck.one_or_two")
    return said("stuck.nearly_all") if of - count < SMALL else said("stuck.people", count=count)


def _people(count: int) -> str:
    return "one person" if count == 1 else f"{count} people"


def _stuck(question: Question, graded: Sequence[Standing]) -> int:
    given = (one.by_question.get(question.id) for one in graded)
    return sum(points is not None and points < question.points for points in given)


def _shown(question: Question, numbers: Mapping[str, int]) -> dict[str, Any]:
    return {
        "id": question.id,
        "title": said("stuck.numbered", number=numbers[question.id], asked=bare(question)),
        "prompt": [_plain(each) for each in blocks(FORMS["vote"](question))],
        "wrong": [_plain(each) for each in blocks(FORMS["wrong"](question))],
        "stuck": "",
        "told": [],
    }


def _plain(block: Block) -> list[Any]:
    """Return a block of a paper as the page draws it."""
    if isinstance(block, Items):
        return ["list", [list(each) for each in block.items]]
    if isinstance(block, Table):
        return ["table", block.caption, list(block.columns), [list(row) for row in block.rows]]
    if isinstance(block, Paragraph):
        return ["words", block.lead, block.text]
    return ["quote", block.text if isinstance(block, Quote) else ""]


def _told(question: Question, hand_ins: Sequence[Kept], of: int) -> list[list[str]]:
    """Return what the page told those who are stuck, and how many of them, the most first."""
    replies: Counter[str] = Counter()
    for kept in hand_ins:
        with suppress(Exception):  # whatever a made-up answer makes a judge do
            found = outcome(question, kept)
            if found.verdict and found.verdict.right is False:
                replies[found.verdict.text] += 1
    return [[in_words(count, of), text] for text, count in replies.most_common() if count >= SMALL]
