"""Give a cohort an exercise: frozen as it is now, and packed as a file for learners."""

import hashlib
import shutil
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from groundwork.cohort.api import api_of, done
from groundwork.cohort.course_folder import AGAIN, Cohort, in_the_course, whole_folder
from groundwork.cohort.draw import draw
from groundwork.learner import files, shipping
from groundwork.subject.errors import UserError

GIVE = "to_learners"
HOW = "HOW_TO_HAND_IN.txt"
HOW_TO_HAND_IN = """\
How to put this exercise into your course, and how to hand in

You need this only if your facilitator sent it to you. Else open the exercise of the course itself,
and begin at 5.

1. Start the course once as always, then close it: Ctrl and C in its window.
2. Open your folder of the course. "How this course works" says where it is; mostly it is the
   folder "groundwork" in your own folder. In it is a folder "exercises".
3. Is there a folder {exercise} in "exercises"? If you have answered nothing in it yet, delete it.
   If you have answered, leave it as it is, and ask your facilitator before you go on.
4. Copy the folder {exercise}, beside this text, into "exercises".
5. Start the course again, open the exercise there, and answer. Every answer is saved at once.
6. To hand in, send your facilitator the one file
       exercises/{exercise}/answers.json
   of your folder, as they told you. It holds your answers and no name. Put nothing else with it.
7. You can change answers and send the file again: the newer one counts.
"""


def release(
    cohort: Cohort,
    exercise: Path,
    due: datetime | None = None,
    seed: str = "",
    again: bool = False,
) -> tuple[Path, bool]:
    """Give a cohort an exercise of the course, as the exercise is now.

    The cohort's copy is frozen: what its hand-ins are graded by does not change any more.
    An exercise that has changed since can be given beside it, as a release of its own.

    Parameters
    ----------
    exercise
        The exercise's folder in the course; named as a release that the cohort has, that one.
    due
        When hand-ins are due (UTC).
    seed
        Words that draw the cohort's own numbers.
    again
        Whether to make a new release where the exercise has changed since the last one; what was
        answered on a former one is still graded by that.

    Returns
    -------
    tuple
        The zip file for learners, which is named as the release, and whether the course's exercise
        is another than the cohort's last release of it.
    """
    asked, name = exercise.name, in_the_course(exercise.name)
    exercise = exercise.with_name(name)
    if not (exercise / f"{name}.ipynb").is_file() or not (exercise / "catalog.json").is_file():
        known = ", ".join(
            sorted(each.parent.name for each in exercise.parent.glob("*/catalog.json"))
        )
        raise UserError(f"The course has no exercise {name}.", f"It has: {known or 'none'}.")
    with cohort.gradebook():  # nbgrader would make a new one where it is gone
        pass
    sent = _sent(exercise)
    state = _state(exercise)
    name, changed = _next_release(cohort, asked, state, again)
    source = cohort.source(name)
    if source.is_dir() and seed and _seed_of(cohort, name) != _digest(seed):
        raise UserError(
            f"{name} was given out already, and its numbers do not change any more.",
            "Leave out the words, or give the exercise to another cohort.",
        )
    if not source.is_dir():
        files.write_text(_note(cohort, name), f"{state}\n{_digest(seed)}\n")
        with whole_folder(cohort, source) as making:
            for inner in sent:
                own = inner if inner.name != f"{exercise.name}.ipynb" else Path(f"{name}.ipynb")
                (making / own).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(exercise / inner, making / own)
            if seed:
                draw(making, seed)
    if name not in cohort.exercises() or not _is_in_gradebook(cohort, name):
        made = api_of(cohort, name).generate_assignment(name, force=True)
        done(made, f"{name} could not be released")
    with cohort.gradebook() as book:
        about: dict[str, Any] = {"duedate": due} if due else {}
        book.update_or_create_assignment(name, **about)
    packed = cohort.root / GIVE / f"{name}.zip"
    folder = cohort.root / "release" / name
    _pack(folder, packed, {HOW: HOW_TO_HAND_IN.format(exercise=name)})
    return packed, changed


def has_changed(cohort: Cohort, exercise: Path) -> bool:
    """Whether the course's exercise is another than the cohort's last release of it."""
    given = cohort.releases_of(exercise.name)
    return bool(given) and _is_other(cohort, given[-1], _state(exercise))


def is_own(cohort: Cohort, release: str) -> bool:
    """Whether a release is another exercise than the course's, so that people need its file."""
    return in_the_course(release) != release or _seed_of(cohort, release) not in ("", "none")


def _is_in_gradebook(cohort: Cohort, name: str) -> bool:
    from nbgrader.api import Notebook

    with cohort.gradebook() as book:
        return book.db.query(Notebook).filter(Notebook.name == name).count() > 0


def _next_release(cohort: Cohort, asked: str, state: str, again: bool) -> tuple[str, bool]:
    """Return which release to work on, and if the course's exercise is another than the last."""
    name = in_the_course(asked)
    given = cohort.releases_of(name)
    if asked not in [name, *given]:
        raise UserError(
            f"This cohort has no release {asked}.", f"It has: {', '.join(given) or 'none yet'}."
        )
    if not given:
        return name, False
    changed = _is_other(cohort, given[-1], state)
    if not again:
        return asked, changed
    return (f"{name}{AGAIN}{len(given) + 1}" if changed else given[-1]), False


def _is_other(cohort: Cohort, release: str, state: str) -> bool:
    note = _note(cohort, release)
    return not note.is_file() or note.read_text(encoding="utf-8").split()[:1] != [state]


def _seed_of(cohort: Cohort, release: str) -> str:
    """Return the short name of the words that drew a release's numbers; "" for unknown."""
    note = _note(cohort, release)
    kept = note.read_text(encoding="utf-8").split() if note.is_file() else []
    return kept[1] if len(kept) > 1 else ""


def _digest(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()[:16] if seed else "none"


def _sent(exercise: Path) -> list[PurePosixPath]:
    return sorted(shipping.shipped(exercise, shipping.EXERCISE))


def _state(exercise: Path) -> str:
    return files.digest(exercise, [exercise / each for each in _sent(exercise)])


def _note(cohort: Cohort, name: str) -> Path:
    return cohort.own("frozen", f"{name}.txt")


def _pack(folder: Path, target: Path, beside: Mapping[str, str]) -> None:
    """Write a folder, and texts beside it, as a zip file; the same content gives the same bytes."""
    import io

    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                inner = (Path(folder.name) / path.relative_to(folder)).as_posix()
                archive.writestr(zipfile.ZipInfo(inner), path.read_bytes())
        for inner, text in beside.items():
            archive.writestr(zipfile.ZipInfo(inner), text.replace("\n", "\r\n").encode())
    files.write_bytes(target, content.getvalue())
