"""Generate each exercise's ``feedback.json`` from the hidden checks of its source notebook."""

from pathlib import Path

from groundwork.authoring.catalogs import read_catalogs
from groundwork.learner import feedback
from groundwork.learner.files import write_text
from groundwork.learner.workspace import course


def notebooks(root: Path | None = None) -> list[Path]:
    """Return the source notebook of each exercise, ``exercises/NAME/NAME.ipynb``."""
    return sorted(
        path
        for path in ((root or course()) / "exercises").glob("*/*.ipynb")
        if path.stem == path.parent.name
    )


def sealed(notebook: Path) -> str:
    """Return the text of ``feedback.json`` that belongs to a source notebook.

    Raises
    ------
    UserError
        When a catalog contradicts itself or does not fit its question.
    """
    return feedback.seal(notebook.stem, read_catalogs(notebook))


def generate(check: bool, root: Path | None = None) -> list[str]:
    """Write every ``feedback.json`` that differs from its notebook, or only tell which would.

    Parameters
    ----------
    check
        Whether to leave the files alone.
    root
        The repository, unless it is another.

    Returns
    -------
    list of str
        A sentence for each file found stale.
    """
    root = root or course()
    stale = []
    for notebook in notebooks(root):
        path, text = notebook.with_name(feedback.FILE), sealed(notebook)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(
                f"{path.relative_to(root).as_posix()} differs from what its notebook says."
            )
            if not check:
                write_text(path, text)
    return stale
