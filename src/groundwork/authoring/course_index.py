"""Write what the JupyterLab extension knows of the course, from the notebooks themselves.

The index lies in the Python environment, where every JupyterLab finds it beside our extension. Not
in the package: each changed lesson would ask for another installation. Never in a workspace: a
folder that comes from others would have itself trusted.
"""

import json
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from groundwork.authoring import minutes as time
from groundwork.authoring.work import exercise_work, lesson_work
from groundwork.cohort.console import notebook as console
from groundwork.learner.course import Page, Step, fingerprint, help_page, read_notebook, steps
from groundwork.learner.files import digest, write_text
from groundwork.learner.workspace import course
from groundwork.subject.errors import UserError

INDEX = Path("share", "jupyter", "labextensions", "groundwork", "static", "course.json")
# What the released form of an exercise depends on, beside the exercise.
RELEASED_BY = ("src/groundwork/cohort/release.py", "requirements.lock")


def install(prefix: Path | None = None, root: Path | None = None) -> bool:
    """Bring an environment's index up to date with the lessons and the released exercises.

    An exercise is released anew only when it has changed, since that takes a second.

    Parameters
    ----------
    prefix
        The environment's folder; by default that of the Python that runs.
    root
        The repository, unless it is another.

    Returns
    -------
    bool
        Whether it was stale.

    Raises
    ------
    OSError
        When it is stale and the environment cannot be written.
    """
    root = root or course()
    path = (prefix or Path(sys.prefix)) / INDEX
    made_from = _made_from(root)
    former = _read(path)
    if former.get("made_from", {}).get("all") == made_from["all"]:
        return False
    text = json.dumps(index(root, former) | {"made_from": made_from}, indent=1, ensure_ascii=False)
    write_text(path, text + "\n")
    return True


def is_installed(prefix: Path | None = None, root: Path | None = None) -> bool:
    """Whether an environment's index is there and tells of the lessons as they are."""
    path = (prefix or Path(sys.prefix)) / INDEX
    made_from = _made_from(root or course())
    return bool(_read(path).get("made_from", {}).get("all") == made_from["all"])


def _read(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        found = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(found, dict):
            return found
    return {}


def _made_from(root: Path) -> dict[str, str]:
    """Hash what each exercise's fingerprint is made from, and what the whole index is."""
    released_by = [root / name for name in RELEASED_BY]
    exercises = sorted(path for path in root.glob("exercises/*/*") if path.is_file())
    lessons = sorted(root.glob("modules/*.ipynb"))
    code = sorted(root.glob("src/groundwork/**/*.py"))
    return {
        **{
            step.exercise.path: digest(
                root,
                [*(p for p in exercises if p.parent.name == step.name), *released_by],
            )
            for step in steps(root)
            if step.exercise
        },
        "all": digest(root, [*lessons, *exercises, *code, *released_by]),
    }


def index(root: Path, former: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the course as the extension reads it: its steps, and the fingerprint of each page.

    An exercise counts in its released form, which is what the learner gets.

    Parameters
    ----------
    root
        The repository, or a folder that holds lessons and exercises like it.
    former
        An index that this environment has; what it says of an unchanged exercise is taken over.
    """
    found = steps(root)
    aid = help_page(root)
    prints = {step.lesson.path: _print_of(root / step.lesson.path) for step in found}
    known = _unchanged(root, former) if former else {}
    with tempfile.TemporaryDirectory() as folder:
        for exercise in (step.exercise for step in found if step.exercise):
            prints[exercise.path] = known.get(exercise.path) or _print_of(
                _released(root, exercise, Path(folder))
            )
    if aid:
        prints[aid.path] = _print_of(root / aid.path)
    prints[console.NAME] = str(fingerprint(console.notebook()))
    return {
        "version": 1,
        "course": [_entry(root, step) for step in found],
        "help": {"path": aid.path, "title": aid.title} if aid else None,
        "console": {"path": console.NAME, "title": console.TITLE},
        "fingerprints": prints,
    }


def _unchanged(root: Path, former: Mapping[str, Any]) -> dict[str, str]:
    """Return the fingerprints of the exercises that were made from what is here now."""
    now, before = _made_from(root), former.get("made_from", {})
    prints: dict[str, str] = former.get("fingerprints", {})
    return {path: prints[path] for path in prints if path in now and now[path] == before.get(path)}


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
