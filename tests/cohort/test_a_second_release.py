"""A changed exercise is a release of its own; each hand-in is judged by what it was answered on."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from course_exercises import ROOT
from hand_ins import JUDGED, MOST, NAME, NOTEBOOK, ONE, SOLUTION, answers, released

from groundwork.cohort import arrivals
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, TAKEN, Line, collect
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.giving_out import release
from groundwork.cohort.grading import exercises_of, grade, standings
from groundwork.command.main import main
from groundwork.learner.answers import FILE
from groundwork.learner.questions import Sort, catalog

pytestmark = pytest.mark.filterwarnings("ignore")
SECOND = f"{NAME}_again2"


def changed_course(folder: Path) -> Path:
    """A course whose exercise asks its first question in other words, with one cell more."""
    course = folder / "course"
    shutil.copytree(ROOT / "exercises" / NAME, course / "exercises" / NAME)
    path = course / "exercises" / NAME / catalog.FILE
    found = catalog.read(path)
    first, *others = found.questions
    assert isinstance(first, Sort) and first.id == ONE
    first = replace(first, prompt="Another question than before.", items=first.items[:-1])
    path.write_text(catalog.text_of(replace(found, questions=(first, *others))), encoding="utf-8")
    notebook = course / "exercises" / NAME / NOTEBOOK
    page = json.loads(notebook.read_text(encoding="utf-8"))
    page["cells"].append({"cell_type": "markdown", "id": "new", "metadata": {}, "source": "New."})
    page["cells"] = [cell for cell in page["cells"] if cell["id"] != "q6-code"]
    notebook.write_text(json.dumps(page), encoding="utf-8")
    return course


@pytest.fixture
def both(cohort: Cohort, tmp_path: Path) -> Cohort:
    exercise = changed_course(tmp_path) / "exercises" / NAME
    first, changed = release(cohort, exercise)
    assert (first.stem, changed) == (NAME, True), "nothing is slipped under a cohort"
    second, changed = release(cohort, exercise, again=True)
    assert (second.stem, changed) == (SECOND, False)
    assert release(cohort, exercise, again=True) == (second, False), "no third of the same"
    return cohort


def handed_in(cohort: Cohort, folder: Path, id: str, **about: Any) -> Line:
    place = folder / id / id
    place.mkdir(parents=True)
    solved = SOLUTION
    if about.get("release") == cohort.frozen(SECOND).catalog.release:
        solved = SOLUTION | {ONE: cohort.frozen(SECOND).catalog.find(ONE).right_answer}
    (place / FILE).write_bytes(answers(solved, handin=id * 9, **about))
    (place / NOTEBOOK).write_bytes(released(cohort))
    (line,) = collect(cohort, people_of(cohort), arrivals.read(place.parent), lambda *_: True)
    return line


def test_each_is_judged_by_the_release_it_was_answered_on(both: Cohort, tmp_path: Path) -> None:
    first, second = (both.frozen(name).catalog.release for name in (NAME, SECOND))
    assert first != second
    assert handed_in(both, tmp_path, "ana", release=first).exercise == NAME
    assert handed_in(both, tmp_path, "bo", release=second).exercise == SECOND
    assert exercises_of(both) == [NAME, SECOND]
    for name, student in ((NAME, "ana"), (SECOND, "bo")):
        with ThreadPoolExecutor(1) as executor:
            list(grade(both, name, executor))
            found = {one.person.id: one for one in standings(both, name, executor)}
        assert found[student].points == MOST, found[student].line
        assert found[student].by_question[ONE] == JUDGED[ONE].points
        assert "another version" not in found[student].line
        assert "is called" not in found[student].line, "the course's own name for it is fine"
        assert [one.state for one in found.values()].count("nothing handed in") == 3


@pytest.mark.parametrize("about", [{"release": "00000000"}, {}])
def test_one_that_may_be_of_either_is_asked_about(
    both: Cohort, tmp_path: Path, about: dict[str, str]
) -> None:
    line = handed_in(both, tmp_path, "ana", **about)
    assert line.state == LEFT
    assert f"{NAME}, {SECOND}" in line.said and "--exercise" in line.said
    arrived = arrivals.read(tmp_path / "ana")
    (line,) = collect(both, people_of(both), arrived, lambda *_: True, SECOND)
    assert (line.state, line.exercise) == (TAKEN, SECOND)


def test_the_command_says_how(
    cohort: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = changed_course(tmp_path)
    say: Callable[..., int] = lambda *more: main(  # noqa: E731
        ["cohort", "release", str(cohort.root), NAME, "--course", str(course), *more]
    )
    assert say() == 0
    assert "do the same with --again" in capsys.readouterr().out
    assert say("--again") == 0
    said = capsys.readouterr().out
    assert f"This is the release {SECOND}" in said and f"{SECOND}.zip" in said
