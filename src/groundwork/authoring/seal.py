"""Generate each exercise's ``feedback.json`` from the hidden checks of its source notebook."""

from pathlib import Path

from groundwork.authoring.catalogues import read_catalogues
from groundwork.learner import feedback
from groundwork.learner.files import write_text

ROOT = Path(__file__).parents[3]


def notebooks(root: Path = ROOT) -> list[Path]:
    """Return the source notebook of each exercise, ``exercises/NAME/NAME.ipynb``."""
    return sorted(
        path for path in (root / "exercises").glob("*/*.ipynb") if path.stem == path.parent.name
    )


def sealed(notebook: Path) -> str:
    """Return the text of ``feedback.json`` that belongs to a source notebook.

    Raises
    ------
    UserError
        When a catalogue contradicts itself or does not fit its question.
    """
    return feedback.seal(notebook.stem, read_catalogues(notebook))


def build(check: bool, root: Path = ROOT) -> list[str]:
    """Write every ``feedback.json`` that differs from its notebook, or only tell which would.

    Parameters
    ----------
    check
        Whether to leave the files alone.
    root
        The course's repository.

    Returns
    -------
    list of str
        The stale files, relative to the repository.
    """
    stale = []
    for notebook in notebooks(root):
        path, text = notebook.with_name(feedback.FILE), sealed(notebook)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.relative_to(root).as_posix())
            if not check:
                write_text(path, text)
    return stale
