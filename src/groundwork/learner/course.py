"""What the course consists of: its lessons in order, their minutes, and what their code was."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from groundwork.subject.errors import UserError

SEPARATOR = "\0"
LESSONS = "modules/[0-9][0-9]_*.ipynb"  # the page of help beside them has no number


@dataclass(frozen=True)
class Page:
    """One notebook of the course.

    Parameters
    ----------
    path
        Where it is in a workspace, with forward slashes: ``modules/01_root_causes.ipynb``.
    title
        The title shown in the path of lessons.
    minutes
        Minutes for each kind of work: ``{"read": 20, "do": 25, "reflect": 10}``.
    """

    path: str
    title: str
    minutes: dict[str, int] = field(default_factory=dict)

    @property
    def total_minutes(self) -> int:
        """Return the minutes for the whole page."""
        return sum(self.minutes.values())


@dataclass(frozen=True)
class Step:
    """One job of the course: a lesson and, where there is one, the exercise of the same name."""

    name: str
    lesson: Page
    exercise: Page | None = None


def steps(root: Path) -> list[Step]:
    """Return the course in the order it is read, as the notebooks under `root` tell it.

    Parameters
    ----------
    root
        A workspace or the repository: the folder that holds ``modules`` and ``exercises``.

    Raises
    ------
    UserError
        When a lesson or exercise does not say what it is called.
    """
    found = []
    for path in sorted(root.glob(LESSONS)):
        name = path.stem
        exercise = root / "exercises" / name / f"{name}.ipynb"
        found.append(
            Step(
                name,
                _page(root, path, "lesson"),
                _page(root, exercise, "exercise") if exercise.exists() else None,
            )
        )
    return found


HELP = "modules/how_it_works.ipynb"


def help_page(root: Path) -> Page | None:
    """Return the page that tells how the course works, for all lessons; None where it is not."""
    path = root / HELP
    return _page(root, path, "help") if path.exists() else None


def read_notebook(path: Path) -> dict[str, Any]:
    """Read a notebook file as plain data.

    Raises
    ------
    UserError
        When the file is no notebook.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"], notebook["metadata"]
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(
            f"{path} is not a Jupyter notebook.", "Put back the version that the course installed."
        ) from error
    return notebook


def fingerprint(notebook: dict[str, Any]) -> str | None:
    """Return the SHA-256 of a notebook's code, or None for code that has none.

    The sources of its code cells are joined with U+0000, so text, outputs and counts may change
    and the code may not. A source that holds U+0000 itself, or half a surrogate pair, could pass
    for another notebook and has no fingerprint. The extension that starts lessons in JupyterLab
    computes the same (``static/trust.js``).
    """
    sources = [
        source_of(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"
    ]
    if any(SEPARATOR in source for source in sources):
        return None
    try:
        return hashlib.sha256(SEPARATOR.join(sources).encode("utf-8")).hexdigest()
    except UnicodeEncodeError:
        return None


def _page(root: Path, path: Path, kind: str) -> Page:
    about = read_notebook(path)["metadata"].get("groundwork", {})
    if about.get(kind) != path.stem or not about.get("title"):
        raise UserError(
            f"{path} does not say which {kind} it is.",
            f'Its metadata needs "groundwork": {{"{kind}": "{path.stem}", "title": "…", '
            f'"minutes": {{"do": 25}}}}.',
        )
    minutes = {str(work): int(value) for work, value in about.get("minutes", {}).items()}
    return Page(path.relative_to(root).as_posix(), about["title"], minutes)


def source_of(source: str | list[str]) -> str:
    """Return a cell's source as one text: files may keep it as a list of lines."""
    return source if isinstance(source, str) else "".join(source)
