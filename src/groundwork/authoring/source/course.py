"""Which texts the course has, and what each is."""

from pathlib import Path

from groundwork.authoring.source.near import near
from groundwork.subject.errors import UserError

# Where texts lie, and what the page is that is built from one. A lesson's name begins with two
# digits; the page of help beside the lessons has none.
PLACES = {
    "modules/[0-9][0-9]_*.md": "lesson",
    "modules/[a-z]*.md": "help",
    "exercises/*/*.md": "exercise",
}
GUIDE = Path("facilitator_guide")
# The texts of the guide, and what the page is that is built from one: a page to read beside them.
OF_ALL = "{{ course |"  # in a text of the guide: what it takes from every lesson
GUIDE_TEXTS = {
    "*.md": "guide",
    "sessions/*.md": "session",
    "handouts/*.md": "handout",
    "supervisors/*.md": "supervisor",
}


def texts(root: Path) -> dict[Path, str]:
    """Return every text of the course with what it is; an exercise's is named as its folder."""
    found = {}
    for place, kind in PLACES.items():
        for path in sorted(root.glob(place)):
            if kind != "exercise" or path.stem == path.parent.name:
                found[path] = kind
    return found


def guide_texts(root: Path) -> dict[Path, str]:
    """Return every text of the facilitator's guide with what it is."""
    folder = root / GUIDE / "text"
    return {
        path: kind for place, kind in GUIDE_TEXTS.items() for path in sorted(folder.glob(place))
    }


def guide_page_of(text: Path) -> Path:
    """Return the page that is built from a text of the guide: it lies where `text/` does."""
    at = max(place for place, part in enumerate(text.parts) if part == "text")
    return Path(*text.parts[:at], *text.parts[at + 1 :])


def named(root: Path, name: str) -> dict[Path, str]:
    """Return the texts of that name: a lesson, its exercise and its pages of the guide share one.

    With them come the pages of the guide that tell of every lesson.

    Raises
    ------
    UserError
        When there is none.
    """
    known = {**texts(root), **guide_texts(root)}
    found = {path: kind for path, kind in known.items() if path.stem == name}
    if not found:
        names = sorted({path.stem for path in known})
        raise UserError(
            f"There is no text called {name}{near(name, names)}",
            f"The texts here are: {', '.join(names) or 'none'}.",
        )
    of_all = {path: kind for path, kind in guide_texts(root).items() if OF_ALL in _text(path)}
    return {**found, **of_all}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def notebook_of(text: Path) -> Path:
    """Return the notebook that is built from a text."""
    return text.with_suffix(".ipynb")


def catalog_of(text: Path, kind: str) -> Path:
    """Return the catalog that is built from a text: what its page asks, shows and replies."""
    if kind == "exercise":
        return text.with_name("catalog.json")
    return text.parent / "catalogs" / f"{text.stem}.json"
