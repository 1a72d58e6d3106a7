"""Write what the JupyterLab extension knows of the course, from the notebooks themselves."""

import json
import tempfile
from pathlib import Path
from typing import Any

from groundwork.authoring import minutes as time
from groundwork.authoring.work import exercise_work, lesson_work
from groundwork.learner.course import Page, Step, fingerprint, help_page, read_notebook, steps
from groundwork.learner.files import write_text
from groundwork.learner.workspace import course
from groundwork.subject.errors import UserError

INDEX = "src/groundwork/screen/lab/labextension/groundwork/static/course.json"


def generate(check: bool, root: Path | None = None) -> list[str]:
    """Bring ``static/course.json`` up to date with the lessons and the released exercises.

    Parameters
    ----------
    check
        Whether to leave the file alone and only tell if it is stale.
    root
        The repository, unless it is another.

    Returns
    -------
    list[str]
        A sentence when the file was found stale.
    """
    root = root or course()
    text = json.dumps(index(root), indent=1, ensure_ascii=False) + "\n"
    path = root / INDEX
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return []
    if not check:
        write_text(path, text)
    return [f"{INDEX} differs from what the lessons and exercises are."]


def index(root: Path) -> dict[str, Any]:
    """Return the course as the extension reads it: its steps, and the fingerprint of each page.

    An exercise counts in its released form, which is what the learner gets.
    """
    found = steps(root)
    aid = help_page(root)
    prints = {step.lesson.path: _print_of(root / step.lesson.path) for step in found}
    with tempfile.TemporaryDirectory() as folder:
        for step in found:
            if step.exercise:
                prints[step.exercise.path] = _print_of(_released(root, step.exercise, Path(folder)))
    if aid:
        prints[aid.path] = _print_of(root / aid.path)
    return {
        "version": 1,
        "course": [_entry(root, step) for step in found],
        "help": {"path": aid.path, "title": aid.title} if aid else None,
        "fingerprints": prints,
    }


def _entry(root: Path, step: Step) -> dict[str, Any]:
    minutes = {"lesson": step.lesson.total_minutes}
    work = {"lesson": lesson_work(root / step.lesson.path)}
    if step.exercise:
        minutes["exercise"] = step.exercise.total_minutes
        work["exercise"] = exercise_work(root / step.exercise.path)
    return {
        "name": step.name,
        "title": step.lesson.title,
        "minutes": minutes,
        "work": work,
        **time.index(root / step.lesson.path),
        "lesson": step.lesson.path,
        "exercise": step.exercise.path if step.exercise else None,
        "exercise_title": step.exercise.title if step.exercise else None,
    }


def _released(root: Path, exercise: Page, folder: Path) -> Path:
    from groundwork.cohort.release import release  # nbgrader takes a second to import

    source = (root / exercise.path).parent
    release(source, folder / source.name)
    return folder / source.name / f"{source.name}.ipynb"


def _print_of(path: Path) -> str:
    found = fingerprint(read_notebook(path))
    if found is None:
        raise UserError(
            f"A code cell of {path} holds a character that no lesson may hold.",
            "Take out the U+0000 or the half surrogate pair.",
        )
    return found
