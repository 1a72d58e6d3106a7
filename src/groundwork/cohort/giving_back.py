"""Give feedback back: a page for each learner, by nbgrader's exchange or as files."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from groundwork.cohort import aside, feedback_page, handed_in
from groundwork.cohort.api import api_of, done
from groundwork.cohort.course_folder import SECRET, TIMESTAMP, Cohort, tools_on_path, whole_folder
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.gradebook import is_graded, points_of
from groundwork.cohort.judge import UNREAD, judge
from groundwork.cohort.learners_code import kept_runs, not_yet
from groundwork.cohort.rubric import rubrics, ticked_for
from groundwork.learner.files import delete, write_bytes
from groundwork.learner.papers import print as print_page
from groundwork.learner.papers.model import Paper
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGraderAPI


class GivenBack(NamedTuple):
    """Whose page this is, where it lies, if it was sent, and if something in it waits.

    `problem` says why there is none, or why it was not sent; "" where all went well.
    """

    student: str
    page: Path
    sent: bool = False
    waits: bool = False
    problem: str = ""
    is_written: bool = True


def feedback(cohort: Cohort, name: str) -> Iterator[GivenBack]:
    """Write the feedback of everybody whose hand-in was graded as it is now, a line for each.

    The page is a file, for mail or a shared drive, and lies where nbgrader's exchange takes it.
    What was set aside gets none.
    """
    exercise = cohort.frozen(name)
    api = api_of(cohort, name)
    with cohort.gradebook() as book:
        for student in cohort.students_with(name):
            found = _written(book, cohort, exercise, student)
            if isinstance(found, str):
                delete(cohort.page(student, name))  # it is of another hand-in
                yield GivenBack(
                    student, cohort.page(student, name), problem=found, is_written=False
                )
                continue
            page = _keep(cohort, name, student, found.paper)
            graded_page = cohort.step("autograded", student, name)
            with whole_folder(cohort, cohort.step("feedback", student, name)) as making:
                (making / f"{name}.html").write_text(page, encoding="utf-8", newline="\n")
                for beside in (SECRET, TIMESTAMP):
                    if (graded_page / beside).is_file():
                        shutil.copyfile(graded_page / beside, making / beside)
            by_exchange = bool(cohort.exchange()) and (graded_page / SECRET).is_file()
            problem = _sent(api, name, student) if by_exchange else ""
            sent = by_exchange and not problem
            yield GivenBack(student, cohort.page(student, name), sent, found.waits, problem)


def _sent(api: "NbGraderAPI", name: str, student: str) -> str:
    """Send a page by the exchange; return what went wrong, which costs nobody else theirs."""
    try:
        with tools_on_path():
            done(api.release_feedback(name, student), "The exchange did not take the page")
    except UserError as error:
        return error.problem
    return ""


def page_of(cohort: Cohort, name: str, student: str) -> str:
    """Return the page that one learner gets back, and keep it as the file that is sent.

    Raises
    ------
    UserError
        When what lies there now was not graded.
    """
    with cohort.gradebook() as book:
        found = _written(book, cohort, cohort.frozen(name), student)
    if isinstance(found, str):
        raise UserError(f"{student} gets no page: {found}")
    return _keep(cohort, name, student, found.paper)


def _keep(cohort: Cohort, name: str, student: str, paper: Paper) -> str:
    page = print_page.write(paper)
    write_bytes(cohort.page(student, name), page.encode())
    return page


class _Written(NamedTuple):
    paper: Paper
    waits: bool


def _written(book: "Gradebook", cohort: Cohort, exercise: Frozen, student: str) -> _Written | str:
    """Return somebody's page, or why there is none."""
    name = exercise.name
    files = cohort.handed_in(student, name)
    result = judge(exercise, files, kept_runs(cohort, name, not_yet, student))
    if aside.is_aside(cohort, name, student):
        return "It was set aside. Take it up again first."
    if result.state == UNREAD:
        return result.line()
    if not is_graded(cohort, student, name, result):
        return "It was not graded as it is now. Grade it first."
    rows = {each.name: each for each in book.find_submission_notebook(name, name, student).grades}
    readings = []
    for rubric in rubrics(exercise):
        given = rows[rubric.cell].manual_score
        readings.append(
            feedback_page.Reading(
                rubric,
                given,
                book.find_comment(rubric.cell, name, name, student).manual_comment or "",
                ticked_for(cohort, name, student, rubric.cell, given),
            )
        )
    points = {each: points_of(rows[each]) for each in exercise.checks if each in rows}
    kept = handed_in.read_answers(files).kept
    made = feedback_page.paper(exercise, kept, result, points, readings, datetime.date.today())
    checked = [points.get(cell) for cell, each in exercise.checks.items() if each.points]
    unread = {each.rubric.cell for each in readings if each.points is None}
    return _Written(made, None in checked or not unread <= result.blank)
