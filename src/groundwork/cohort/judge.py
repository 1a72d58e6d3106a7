"""Judge a hand-in: from the bytes of its files and an exercise to points, words and a page.

A pure function. It reads no file, runs nothing that a learner wrote in its own process, and gives
the same result for the same bytes and the same run, so hand-ins can be judged in threads, in
processes or on other machines. Code is run by whoever is handed in for it, behind walls; what comes
back is a value, and the verdict on it is given here.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from groundwork.cohort import handed_in, handed_page, learners_code, page, written
from groundwork.cohort.frozen import Frozen, source
from groundwork.cohort.handed_in import Answers
from groundwork.cohort.learners_code import Run
from groundwork.cohort.plainly import one_line
from groundwork.cohort.sandbox import Ran
from groundwork.cohort.written import Written
from groundwork.learner.outcome import NOT_ANSWERED, NOT_YET, Outcome, outcome
from groundwork.learner.questions import Question, Write, catalog

GRADED, MENDED, UNREAD, NOTHING = "graded", "mended", "could not be read", "nothing handed in"
DONE, TRIED, OPEN = "done", "tried", "open"  # what points of a program mean
TOO_LARGE = f"larger than {handed_in.LARGEST_ANSWER:,} characters, or deeper than pages give it"


@dataclass(frozen=True)
class Result:
    """What came of one hand-in.

    Parameters
    ----------
    state
        `GRADED`, `MENDED` or `UNREAD`.
    mended
        What was wrong with the files and did not cost an answer, a sentence each.
    told
        What whoever reads the hand-in should know.
    problem, fix
        Why it could not be read, and what to do.
    points
        Check cell to points; None where a person has to decide.
    unanswered
        The code cells that are as they were released.
    texts, hand_in
        A short name of the written answers, and one of all files, by which a change is seen.
    answers
        Question id to the answer.
    blank
        The questions for a person to read in which nothing was written.
    outcomes
        What each check cell found, by its name.
    notebook
        The page for whoever reads it, as a notebook.
    """

    state: str
    mended: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    problem: str = ""
    fix: str = ""
    points: Mapping[str, float | None] = field(default_factory=dict)
    unanswered: frozenset[str] = frozenset()
    texts: str = ""
    hand_in: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    notebook: Mapping[str, Any] = field(default_factory=dict)

    def practice(self, exercise: Frozen) -> dict[str, str]:
        """Return what each question with points shows of practice: done, tried or open."""
        return {
            exercise.checks[name].id: practice_of(each)
            for name, each in self.outcomes.items()
            if exercise.checks[name].points
        }

    def line(self) -> str:
        """Say in one paragraph what came of it."""
        if self.state == UNREAD:
            return f"{one_line(self.problem)} {one_line(self.fix)}"
        told = (one_line(each).rstrip(".") for each in (*self.mended, *self.told))
        return " ".join(f"{each}." for each in told)


def practice_of(each: Outcome) -> str:
    """Return what an answer shows of practice."""
    if each.passed:
        return DONE
    return OPEN if each.lead == NOT_ANSWERED else TRIED


def judge_all(
    exercise: Frozen,
    hand_ins: Mapping[str, Mapping[str, bytes]],
    executor: Executor,
    run: Callable[[str], Run] | None = None,
) -> Iterator[tuple[str, Result]]:
    """Judge many hand-ins by an executor of any kind, and yield each learner with the result.

    Parameters
    ----------
    run
        Gives for a learner what runs their code.
    """
    runs = [run(student) if run else learners_code.not_yet for student in hand_ins]
    results = executor.map(partial(judge, exercise), hand_ins.values(), runs)
    return zip(hand_ins, results, strict=True)


def judge(exercise: Frozen, files: Mapping[str, bytes], run: Run = learners_code.not_yet) -> Result:
    """Judge one hand-in.

    Parameters
    ----------
    files
        File name to content.
    run
        What runs the learner's code, asked only where some of it computes an answer.
    """
    given = handed_in.read_answers(files)
    notebook = handed_page.read_page(files, exercise.name, exercise.catalog.name)
    found = written.find(exercise, notebook.cells, notebook.whole)
    computed = [q for q in exercise.checks.values() if written.has_code_for(q, found)]
    if problem := _problem(exercise, given, bool(computed)):
        return Result(UNREAD, problem=problem[0], fix=problem[1], hand_in=name_of(files))
    ran = learners_code.came_of(exercise, found, given, run) if computed else Ran()
    values = {q.id: learners_code.value_for(q, exercise, found, ran) for q in computed}
    outcomes = {name: _outcome(q, given, values.get(q.id)) for name, q in exercise.checks.items()}
    open_code = {
        q.id
        for q in computed
        if values[q.id] is None
        and (learners_code.undecided(found, ran) or _is_unasked(q, found, given))
    }
    points: dict[str, float | None] = {}
    for name, question in exercise.checks.items():
        most = float(exercise.cells[name]["metadata"]["nbgrader"]["points"])
        points[name] = most if outcomes[name].passed else 0.0
        cannot = isinstance(outcomes[name], Unjudged)
        lost = name in lost_with_the_file(given, outcomes)
        unread = question.id in open_code and not outcomes[name].passed
        if most and (cannot or lost or unread):
            points[name] = None
    mended = (*given.mended, *notebook.mended, *found.mended)
    passed = {exercise.checks[name].id: each.passed for name, each in outcomes.items()}
    code = learners_code.said_of(exercise, values, passed, found, ran) if computed else ()
    told = (*_told(exercise, given, found, outcomes), *code)
    unanswered = frozenset(
        name
        for name in exercise.code_cells.values()
        if found.code.get(name, source(exercise.cells[name])) == source(exercise.cells[name])
    )
    return Result(
        MENDED if mended else GRADED,
        mended,
        told,
        points=points,
        unanswered=unanswered,
        texts=_texts(exercise, given),
        hand_in=name_of(files),
        answers={id: entry["value"] for id, entry in given.kept.items()},
        blank=_blank(exercise, given, found),
        outcomes=outcomes,
        notebook=page.write(exercise, given, found, outcomes, points, (*mended, *told), ran),
    )


def name_of(files: Mapping[str, bytes]) -> str:
    """Return a short name of some files: the same files have the same one."""
    found = hashlib.sha256()
    for name, content in sorted(files.items()):
        found.update(name.encode("utf-8", "replace") + b"\0" + hashlib.sha256(content).digest())
    return found.hexdigest()[:16]


def _is_unasked(question: Question, found: Written, given: Answers) -> bool:
    """Whether code answers on another version's page, and nothing else does: for a person."""
    return found.other_version and question.id not in given.kept


class Unjudged(Outcome):
    """An answer whose form is none that a page of ours gives."""


def _outcome(question: Question, given: Answers, computed: object) -> Outcome:
    if question.id in given.too_large and computed is None:
        return Unjudged(NOT_YET, f"The answer is {TOO_LARGE}.")
    chosen = learners_code.chosen_numbers(question, given)
    try:
        return outcome(question, given.kept, computed, chosen)
    except Exception:  # whatever a made-up answer makes a judge do, the others are judged
        return Unjudged(NOT_YET, "The answer has a form that no page gives.")


def lost_with_the_file(given: Answers, outcomes: Mapping[str, Outcome]) -> list[str]:
    """Return the checks without an answer, where a part of the file could not be read.

    What could not be read is not wrong, and has no points rather than 0.
    """
    missing = (name for name, each in outcomes.items() if each.lead == NOT_ANSWERED)
    return list(missing) if given.damaged else []


def _problem(exercise: Frozen, given: Answers, has_code: bool) -> tuple[str, str] | None:
    """Return why nothing can be judged, and what to do."""
    name = one_line(str(given.about.get("exercise", "")), 60)
    own = exercise.ids()
    if given.problem:
        return None if has_code else (given.problem, given.fix)
    if name and name != exercise.catalog.name and given.kept:
        fix = f"Collect it as {name}, and ask for the answers to {exercise.catalog.name}."
        return f"The answers are to another exercise, {name}.", fix
    known = own & (given.kept.keys() | given.too_large)
    if given.kept and not known and not has_code:
        if name and exercise.former & given.kept.keys():  # each exercise asked a q1
            what = "to a former version of this exercise, whose questions are asked no more"
        else:
            what = "to no question of this exercise"
        fix = "Ask the learner to open the newest version: it shows what they answered before."
        return f"The answers are {what}.", fix
    return None


def _told(
    exercise: Frozen,
    given: Answers,
    found: Written,
    outcomes: Mapping[str, Outcome],
) -> Iterator[str]:
    """Say what whoever reads the hand-in should know."""
    if given.problem:
        yield given.problem
    if not given.kept and not given.too_large and not given.problem:
        yield "The file of answers is whole, and no question is answered in it"
    release = given.about.get("release", "")
    if found.other_version or (release and release != exercise.catalog.release):
        yield "It answers another version of the exercise; a question that stayed the same counts"
    if old := sorted(exercise.former & given.kept.keys()):
        what = (
            "An answer to a former question does"
            if len(old) == 1
            else "Answers to former questions do"
        )
        yield f"{what} not count"
    for id in sorted(given.too_large & exercise.ids()):
        number = _named(exercise, id)
        yield f"The answer to {number} is {TOO_LARGE} and was left out: a person decides"
    if lost := lost_with_the_file(given, outcomes):
        ids = exercise.told(exercise.checks[name].id for name in lost)
        yield f"No answer to {ids} could be read: ask for the file once more, or decide"
    for name, each in outcomes.items():
        if isinstance(each, Unjudged) and exercise.checks[name].id not in given.too_large:
            number = exercise.told([exercise.checks[name].id])
            yield f"The answer to {number} cannot be judged: a person decides"
    if found.odd:
        count = len(found.odd)
        cells = "a cell that asks for none" if count == 1 else f"{count} cells that ask for none"
        yield f"There is text in {cells}; the page shows it at its end"
    if found.is_longer:
        yield (
            f"Of the notebook the first {written.MOST_TEXT:,} characters were looked at; the rest "
            "is in the file as it was handed in"
        )


def _named(exercise: Frozen, id: str) -> str:
    """Return the question that an answer belongs to, by its number; a part belongs to its whole."""
    for question in exercise.catalog.questions:
        if id in (question.id, *(part.id for part in catalog.parts(question))):
            return exercise.told([question.id])
    return id


def _blank(exercise: Frozen, given: Answers, found: Written) -> frozenset[str]:
    """Return the questions for a person in which nothing was written; none where some may be lost.

    Text in a cell that asks for none may be the answer.
    """
    if given.damaged or given.problem or found.odd or found.other_version or found.is_longer:
        return frozenset()
    texts = {id: str(entry["value"] or "").strip() for id, entry in given.kept.items()}
    return frozenset(
        question.id
        for question in exercise.catalog.questions
        if isinstance(question, Write)
        and not any(part.id in given.too_large or texts.get(part.id) for part in question.parts)
    )


def _texts(exercise: Frozen, given: Answers) -> str:
    """Return a short name of what a person reads."""
    ids = {
        part.id
        for question in exercise.catalog.questions
        if isinstance(question, Write)
        for part in catalog.parts(question)
    }
    texts = sorted((id, given.kept[id]["value"]) for id in ids if id in given.kept)
    return hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:16]
