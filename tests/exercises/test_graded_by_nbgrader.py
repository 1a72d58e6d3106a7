"""Every exercise is graded, handed in by learners who answer in different ways.

Two of them go through nbgrader itself, from the release to the feedback: one with the solution, and
one with a wrong answer to each question, who has deleted a check and brings a catalog that calls
one of the answers right. The hand-ins of the others are
run in this process: one has nothing, one the right answers in other forms, one code, and one each
has the second, third... cataloged wrong answer of all questions at once.
"""

import copy
import json
import os
import shutil
from pathlib import Path

import cut_off
import nbformat
import pytest
import without_a_kernel
from course_exercises import NOTEBOOKS, judged
from graded_exercise import Grade, Graded, done, exchange, graded_here, name_of_task, shown
from nbgrader.api import get_alembic_version
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.exchange.default import ExchangeFetchAssignment, ExchangeSubmit
from ways_to_answer import check_of, first_choice, hand_in, learners

from groundwork.cohort.course_folder import tools_on_path
from groundwork.cohort.release import release
from groundwork.cohort.settings import settings
from groundwork.learner import answers
from groundwork.learner.questions.catalog import FILE, read

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="nbgrader's exchange is for POSIX systems only"),
    pytest.mark.filterwarnings("ignore"),  # SQLAlchemy's own, a dozen an assignment
]
BY_NBGRADER = ("solution", "wrong00")


@pytest.fixture(scope="session")
def gradebooks_version() -> str:
    """What nbgrader writes into each new gradebook, for which it starts `alembic`."""
    with tools_on_path():
        return get_alembic_version()


@pytest.fixture(scope="module", params=NOTEBOOKS)
def graded(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    gradebooks_version: str,
) -> Graded:
    """The exercise after generate, release, fetch, submit, collect, autograde and feedback."""
    name, source = request.param, NOTEBOOKS[request.param]
    root = tmp_path_factory.mktemp(name)
    ignored = shutil.ignore_patterns(answers.FILE)
    shutil.copytree(source.parent, root / "source" / name, ignore=ignored)
    # An author's own try, left in the source folder, must not replace what learners hand in.
    answers.keep("q1", "the author's own try", root / "source" / name)
    (root / "exchange").mkdir()
    (root / "exchange").chmod(0o777)
    config = settings([root / "source" / name])
    config.CourseDirectory.course_id = "course"
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.assignment_id = name
    config.Exchange.root = str(root / "exchange")
    config.Exchange.cache = str(root / "cache")
    config.ExchangeCollect.check_owner = False  # one account plays every learner
    if cut_off.possible():
        config.Execute.kernel_manager_class = cut_off.AsyncManager
    questions = judged(source)
    result = Graded(name, root, questions, learners(source, questions))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nbgrader.api.get_alembic_version", lambda: gradebooks_version)
        api = NbGraderAPI(
            config=config, coursedir=CourseDirectory(config=config), log_level="ERROR"
        )
        done(api.generate_assignment(name))
        (root / "release" / name / answers.FILE).unlink()
        done(api.release_assignment(name))
        for student in BY_NBGRADER:
            exchange(ExchangeFetchAssignment, config, student, root)
            hand_in(root / "home" / student / name, result.learners[student])
            exchange(ExchangeSubmit, config, student, root)
        done(api.collect(name))
        done(api.autograde(name, "*"))
        done(api.generate_feedback(name, "*"))
        for student in BY_NBGRADER:
            with api.gradebook as gradebook:
                notebook = gradebook.find_submission_notebook(name, name, student)
                result.grades[student] = {grade.name: Grade.of(grade) for grade in notebook.grades}
    own = nbformat.read(source, as_version=4)
    for student in result.learners.keys() - BY_NBGRADER:
        result.grades[student] = graded_here(result, student, own)
    return result


@pytest.mark.parametrize("learner", BY_NBGRADER)
def test_what_runs_here_is_graded_as_nbgrader_grades_it(graded: Graded, learner: str) -> None:
    source, theirs = NOTEBOOKS[graded.name], graded.notebook(learner)
    here = copy.deepcopy(theirs)
    without_a_kernel.put_back_checks(here, nbformat.read(source, as_version=4))
    without_a_kernel.run(here, graded.root / "autograded" / learner / graded.name)
    found = {name: Grade(*each) for name, each in without_a_kernel.points(here).items()}
    assert found == graded.grades[learner]
    for cell, other in zip(here.cells, theirs.cells, strict=True):
        if cell.metadata.get("nbgrader", {}).get("grade") and cell.cell_type == "code":
            assert shown(cell) == shown(other), cell.source


@pytest.mark.parametrize("learner", ["solution", "otherforms", "bycode", "old"])
def test_right_answers_get_full_marks_in_any_form(graded: Graded, learner: str) -> None:
    points = graded.automatic(learner)
    assert points
    assert {name: score for name, (score, _) in points.items()} == {
        name: most for name, (_, most) in points.items()
    }


def test_a_catalog_that_somebody_handed_in_decides_nothing(graded: Graded) -> None:
    source = NOTEBOOKS[graded.name]
    asked = first_choice(source)
    own = graded.root / "submitted" / "wrong00" / graded.name / FILE
    handed_in = next(each for each in read(own).questions if each.id == asked.id)
    assert handed_in.judge(asked.wrong_answers()[0][0]).right
    assert graded.automatic("wrong00")[check_of(source, asked.id)][0] == 0


def test_the_untouched_release_gets_no_mark(graded: Graded) -> None:
    assert {score for score, _ in graded.automatic("untouched").values()} == {0}


def test_damaged_answers_get_no_mark_and_are_still_there(graded: Graded) -> None:
    assert {score for score, _ in graded.automatic("damaged").values()} == {0}
    folder = graded.root / "autograded" / "damaged" / graded.name
    kept = (folder / "answers.damaged.json").read_text(encoding="utf-8")
    assert kept == graded.learners["damaged"].answers


def test_a_check_that_a_learner_deleted_is_put_back_and_judges(graded: Graded) -> None:
    id, question = next(iter(graded.questions.items()))
    first = check_of(NOTEBOOKS[graded.name], id)
    handed_in = nbformat.read(
        graded.root / "submitted" / "wrong00" / graded.name / f"{graded.name}.ipynb", as_version=4
    )
    assert f'check("{id}")' not in "".join(cell.source for cell in handed_in.cells)
    assert question.wrong_answers()[0][1] in graded.text("wrong00", first)


def test_each_cataloged_wrong_answer_loses_its_points_and_shows_its_own_hint(
    graded: Graded,
) -> None:
    for number, learner in enumerate(name for name in graded.learners if name.startswith("wrong")):
        points = graded.automatic(learner)
        for id, question in graded.questions.items():
            cell = check_of(NOTEBOOKS[graded.name], id)
            score, most = points.pop(cell)
            wrong = question.wrong_answers()
            if number < len(wrong):
                assert score == 0, (id, wrong[number])
                assert wrong[number][1] in graded.text(learner, cell)
            else:
                assert score == most, (id, learner)
        assert all(score == most for score, most in points.values())


def test_a_failed_check_is_one_sentence_without_a_traceback(graded: Graded) -> None:
    for learner in ("untouched", "wrong00"):
        for cell in graded.notebook(learner).cells:
            for output in cell.get("outputs", []):
                if output.output_type == "error":
                    assert len(output.traceback) == 1
                    assert "\n" not in output.traceback[0]
                    assert output.evalue in output.traceback[0]


def test_nothing_is_written_to_stderr(graded: Graded) -> None:
    for learner in graded.learners:
        for cell in graded.notebook(learner).cells:
            for output in cell.get("outputs", []):
                assert output.get("name") != "stderr", (learner, cell.source, output.text)


def test_a_solved_exercise_runs_without_any_network(graded: Graded) -> None:
    cut_off.needed()
    outputs = [one for cell in graded.notebook("solution").cells for one in cell.get("outputs", [])]
    assert outputs
    assert [one.evalue for one in outputs if one.output_type == "error"] == []


def test_no_cell_but_a_check_raises_in_the_untouched_release(graded: Graded) -> None:
    for cell in graded.notebook("untouched").cells:
        if not cell.metadata.get("nbgrader", {}).get("grade"):
            kinds = {output.output_type for output in cell.get("outputs", [])}
            assert "error" not in kinds, cell.source


def test_answers_travel_and_survive_grading(graded: Graded) -> None:
    for learner in BY_NBGRADER:
        handed_in = graded.root / "home" / learner / graded.name / answers.FILE
        for step in ("submitted", "autograded"):
            arrived = graded.root / step / learner / graded.name / answers.FILE
            assert arrived.read_bytes() == handed_in.read_bytes()


def test_a_hand_in_is_a_copy_that_a_grader_can_open_and_the_learners_own_stays_closed(
    graded: Graded,
) -> None:
    own = graded.root / "home" / "solution" / graded.name / answers.FILE
    (copy,) = graded.root.glob(f"exchange/course/inbound/solution+*/{answers.FILE}")
    assert own.stat().st_mode & 0o777 == 0o600
    assert copy.stat().st_mode & 0o044 == 0o044
    assert copy.parent.stat().st_mode & 0o055 == 0o055


def test_a_written_answer_waits_for_a_person_who_can_read_it(graded: Graded) -> None:
    tasks = [name for name in graded.grades["solution"] if name_of_task(graded, name)]
    assert tasks, "an exercise has at least one answer that a person judges"
    for name in tasks:
        grade = graded.grades["solution"][name]
        assert (grade.auto_score, grade.needs_manual_grade) == (None, True)
        assert "BEGIN MARK SCHEME" in graded.cell("solution", name).source
    shown = "".join(
        output.get("text", "")
        for cell in graded.notebook("solution").cells
        for output in cell.get("outputs", [])
    )
    texts = set(graded.learners["solution"].answers) - set(graded.questions)
    assert texts
    for question in texts:
        text = graded.learners["solution"].answers[question]  # type: ignore[index]
        assert text in shown
        assert text in graded.feedback("solution")


def test_feedback_shows_hints_and_no_key(graded: Graded) -> None:
    page = graded.feedback("wrong00")
    for question in graded.questions.values():
        (_, given), *others = question.wrong_answers()
        assert given in page
        for _, hint in others:
            assert hint in given or hint not in page  # cells of a table may share a hint
    assert "MARK SCHEME" not in page
    assert "right=" not in page


def test_our_release_is_the_release_that_nbgrader_makes(graded: Graded, tmp_path: Path) -> None:
    release(NOTEBOOKS[graded.name].parent, tmp_path)
    theirs = graded.root / "release" / graded.name
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        path.name for path in theirs.iterdir()
    )
    name = f"{graded.name}.ipynb"
    assert json.loads((tmp_path / name).read_text(encoding="utf-8")) == json.loads(
        (theirs / name).read_text(encoding="utf-8")
    )
