"""Grade what a cohort handed in, learner by learner, and say where each of them stands."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial

from groundwork.cohort import aside, gradebook, sandbox
from groundwork.cohort.begin import people_of
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import Frozen, is_task
from groundwork.cohort.gradebook import points_of
from groundwork.cohort.judge import DONE, NOTHING, OPEN, TRIED, UNREAD, Result, judge_all
from groundwork.cohort.learners_code import Run, kept_runs, not_yet
from groundwork.cohort.roster import Person
from groundwork.subject.errors import UserError

AT_ONCE, MOST_BYTES = 32, 200_000_000  # hand-ins that are in memory together; one may be larger
NOT_YET = "not graded yet"


@dataclass(frozen=True)
class Standing:
    """Where one person stands with one exercise.

    Parameters
    ----------
    state
        One of the states of :mod:`groundwork.cohort.judge`, or `NOT_YET`.
    line
        What came of the hand-in, in words.
    points, most
        What a program gave, and the most it could; None where nothing was graded. The judgment is
        not in these: it is what a person reads.
    read, read_most
        The same for what a person gives; None until somebody has read.
    waits
        Whether something waits for a person.
    seconds_late
        How long after the deadline it was handed in; None where nobody knows when that was.
    by_question
        Question id to points; None where a person decides.
    practice
        Question id to done, tried or open: what the program's points mean.
    is_aside
        Whether a person set it aside: it has no points then, which is not 0.
    is_blank
        Whether nothing was written where a person reads: that waits for nobody, and is not 0.
    """

    person: Person
    exercise: str
    state: str
    line: str = ""
    points: float | None = None
    most: float = 0
    read: float | None = None
    read_most: float = 0
    waits: bool = False
    seconds_late: float | None = None
    by_question: dict[str, float | None] = field(default_factory=dict)
    practice: dict[str, str] = field(default_factory=dict)
    is_aside: bool = False
    is_blank: bool = False

    def is_to_be_read(self) -> bool:
        """Whether what was written waits for its first reader or for another look."""
        return self.waits or (self.read is None and not self.is_blank)

    def practiced(self) -> str:
        """Say how many questions are done, tried and open; "" where nothing was graded."""
        counts = Counter(self.practice.values())
        return ", ".join(f"{counts[each]} {each}" for each in (DONE, TRIED, OPEN) if counts[each])

    def stands(self) -> str:
        """Return the state, as a table says it."""
        return aside.ASIDE if self.is_aside else self.state


def exercises_of(cohort: Cohort, name: str = "") -> list[str]:
    """Return the exercises to work on: the one that was named, or all.

    Raises
    ------
    UserError
        When there is none, or not that one.
    """
    released = cohort.exercises()
    if name and name not in released:
        raise UserError(
            f"{name} was not released to this cohort.",
            f"Released: {', '.join(released) or 'nothing yet'}.",
        )
    if not released:
        raise UserError(
            "Nothing was released to this cohort yet.", "Begin with: groundwork cohort release"
        )
    return [name] if name else released


def grade(cohort: Cohort, name: str, executor: Executor) -> Iterator[tuple[str, Result]]:
    """Grade every hand-in of an exercise, and yield each learner with the result once it is kept.

    Grading again gives the same, and leaves alone what a person gave.
    """
    exercise = cohort.frozen(name)
    with cohort.gradebook() as book:
        known = {student.id for student in book.students}
        cells = gradebook.cell_names(book, name)
        students = cohort.students_with(name)
        for student, result in _results(cohort, exercise, students, executor, sandbox.run):
            if result.state != UNREAD:
                if student not in known:
                    book.update_or_create_student(student)
                if gradebook.record(book, cohort, name, student, result, cells):
                    _penalize(cohort, name, student)
                book.db.expunge_all()
            yield student, result


def _results(
    cohort: Cohort, exercise: Frozen, students: Sequence[str], executor: Executor, run: Run
) -> Iterator[tuple[str, Result]]:
    for some in _parts(cohort, exercise.name, students):
        yield from judge_all(
            exercise, some, executor, partial(kept_runs, cohort, exercise.name, run)
        )


def _parts(
    cohort: Cohort, name: str, students: Sequence[str]
) -> Iterator[dict[str, dict[str, bytes]]]:
    """Yield as many hand-ins as are in memory together, then the next."""
    some: dict[str, dict[str, bytes]] = {}
    size = 0
    for student in students:
        some[student] = cohort.handed_in(student, name)
        size += sum(map(len, some[student].values()))
        if len(some) == AT_ONCE or size >= MOST_BYTES:
            yield some
            some, size = {}, 0
    if some:
        yield some


def _penalize(cohort: Cohort, name: str, student: str) -> None:
    """Let nbgrader's plug-in for late hand-ins decide; without a setting it takes nothing off."""
    from nbformat.v4 import new_notebook
    from nbgrader.preprocessors import AssignLatePenalties
    from traitlets.config import Config

    from groundwork.cohort.settings import configure

    config = Config()
    configure(config, cohort.root)
    about = {"notebook": name, "assignment": name, "student": student, "db_url": cohort.db_url()}
    step = AssignLatePenalties(config=config)
    step.log.setLevel("ERROR")
    step.preprocess(new_notebook(), {"nbgrader": about})


def standings(cohort: Cohort, name: str, executor: Executor) -> list[Standing]:
    """Return where each person of a cohort stands with an exercise.

    Nobody is missing, and who could not be read or handed in nothing has no points, not 0.
    """
    exercise = cohort.frozen(name)
    people = {person.id: person for person in people_of(cohort)}
    found: dict[str, Standing] = {}
    with cohort.gradebook() as book:
        students = cohort.students_with(name)
        for student, result in _results(cohort, exercise, students, executor, not_yet):
            person = people.setdefault(student, Person(student))
            if result.state == UNREAD:
                found[student] = Standing(person, name, UNREAD, result.line())
            elif not gradebook.is_graded(cohort, student, name, result):
                found[student] = Standing(person, name, NOT_YET, result.line())
            else:
                submission = book.find_submission(name, student)
                found[student] = _graded(exercise, person, result, submission)
                book.db.expunge_all()
    everybody = [
        found.get(id, Standing(person, name, NOTHING, "Ask whether help is needed."))
        for id, person in people.items()
    ]
    return [
        _aside(one) if aside.is_aside(cohort, name, one.person.id) else one for one in everybody
    ]


def _aside(one: Standing) -> Standing:
    """Return where somebody stands whose hand-in was set aside: it counts nowhere, as no 0."""
    said = f"Before it was set aside: {one.state}."
    return replace(
        one,
        line=said,
        points=None,
        read=None,
        waits=False,
        by_question={},
        practice={},
        is_aside=True,
    )


def _graded(exercise: Frozen, person: Person, result: Result, submission: object) -> Standing:
    (notebook,) = (
        each
        for each in submission.notebooks  # type: ignore[attr-defined]
        if each.name == exercise.name
    )
    grades = {grade.name: grade for grade in notebook.grades}
    by_person = [name for name, cell in exercise.cells.items() if is_task(cell) and name in grades]
    checked = [name for name in exercise.checks if name in grades and grades[name].max_score]
    open_checks = [grades[name] for name in checked if points_of(grades[name]) is None]
    line = result.line()
    late = _seconds_late(submission)
    told = [line, gradebook.CHANGED if gradebook.waits_again(list(grades.values())) else ""]
    line = " ".join(filter(None, [*told, late_by(late or 0)]))
    read = [points_of(grades[name]) for name in by_person]
    unread = {name for name in by_person if points_of(grades[name]) is None}
    looked_at = [name for name in by_person if name not in unread & result.blank]
    return Standing(
        person,
        exercise.name,
        result.state,
        line,
        points=sum(points_of(grades[name]) or 0.0 for name in checked),
        most=sum(grades[name].max_score for name in checked),
        read=sum(each or 0.0 for each in read) if read and None not in read else None,
        read_most=sum(grades[name].max_score for name in by_person),
        waits=bool(open_checks) or any(grades[name].needs_manual_grade for name in looked_at),
        seconds_late=late,
        by_question={exercise.checks[name].id: points_of(grades[name]) for name in checked},
        practice=result.practice(exercise),
        is_blank=bool(unread) and unread <= result.blank,
    )


def late_by(seconds: float) -> str:
    """Say by how much a hand-in came after the deadline; "" where it did not."""
    if seconds <= 0:
        return ""
    minutes = math.ceil(seconds / 60)
    for size, name in ((24 * 60, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"It came {count} {name}{'s' * (count > 1)} after the deadline."
    return ""


def _seconds_late(submission: object) -> float | None:
    """Return how late a hand-in came, as nbgrader counts it; nbgrader says 0 where it cannot."""
    if submission.timestamp is None:  # type: ignore[attr-defined]
        return None
    return float(submission.total_seconds_late)  # type: ignore[attr-defined]
