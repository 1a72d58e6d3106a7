"""What of the course reaches a learner: this list, and nothing else.

The texts that lessons and exercises are built from stand beside them, with keys and mark schemes;
so do what a second reader confirmed and what translators work on. A file that the list does not
name stays where it is.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

# Patterns as `PurePath.match` reads them, from the end of a path.
LESSONS = ("*.ipynb", "catalogs/*.json")
EXERCISE = ("*.ipynb", "catalog.json", "former.json", "*.csv", "*.png")
DATASETS = ("*.csv", "*.json", "*.yaml", "*.md", "*.py")
# Never part of the course, even when a person or a system left it in one of its folders.
LEFT_BEHIND = {
    ".ipynb_checkpoints",
    "__pycache__",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "answers.json",
}


def shipped(folder: Path, patterns: tuple[str, ...]) -> Iterator[PurePosixPath]:
    """Yield each file of a folder that reaches a learner, relative to it and in order."""
    for path in sorted(folder.rglob("*")):
        inner = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_file() and ships(inner, patterns):
            yield inner


def ships(path: PurePosixPath, patterns: tuple[str, ...]) -> bool:
    """Whether a file reaches a learner, by its path in its folder.

    A part that begins with a dot never does: `._00_start_here.ipynb` is what macOS puts beside a
    file on a drive that is not its own.
    """
    hidden = any(part.startswith(".") or part in LEFT_BEHIND for part in path.parts)
    return not hidden and any(path.match(pattern) for pattern in patterns)


def kept_back(folder: Path) -> list[str]:
    """Return the names of an exercise's files that stay behind.

    nbgrader leaves out files by name when it releases, when it collects, and when it lays the
    source over a hand-in. A learner's answers are no part of the list: they must be collected.
    """
    files = (path for path in folder.rglob("*") if path.is_file())
    inner = (PurePosixPath(path.relative_to(folder).as_posix()) for path in files)
    return sorted(
        {path.name for path in inner if not ships(path, EXERCISE) and path.name not in LEFT_BEHIND}
    )
