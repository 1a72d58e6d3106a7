"""A small guide for tests: the course as it is, linked, with one run sheet of its own."""

from pathlib import Path

from groundwork.authoring.guide import page
from groundwork.authoring.source import course

ROOT = Path(__file__).parents[2]
NAME = "01_root_causes"


def session_text() -> str:
    """Return the run sheet of lesson 01 as its author wrote it."""
    return text_of("session").read_text(encoding="utf-8")


def text_of(kind: str, name: str = NAME) -> Path:
    texts = course.guide_texts(ROOT)
    return next(path for path in texts if path.stem == name and texts[path] == kind)


def build_changed(
    folder: Path, text: str, kind: str = "session", name: str = NAME
) -> tuple[str, list[str]]:
    """Build a changed text where the course is as it is; return the page and what is wrong."""
    for shared in ("modules", "exercises", "datasets"):
        if not (folder / shared).exists():
            (folder / shared).symlink_to(ROOT / shared)
    own = text_of(kind, name).relative_to(ROOT)
    for path in course.guide_texts(ROOT):  # those that it may link to
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / own).write_text(text, encoding="utf-8")
    made, faults = page.build(folder / own, kind, folder)
    return made, [fault.said for fault in faults]
