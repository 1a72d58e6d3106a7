"""Write the notebook of a text: built, run where its code changed, and stored with its outputs."""

import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from nbformat import NotebookNode

from groundwork.authoring import exercise_minutes, lint, minutes
from groundwork.authoring.building.build import Built, build, check, promises_of
from groundwork.authoring.building.filling import filled
from groundwork.authoring.building.promises import Promises
from groundwork.authoring.guide import page as guide_page
from groundwork.authoring.notebooks import copy_course, execute, read, tidy, write
from groundwork.authoring.questions.sheet import Sheet, read_sheet
from groundwork.authoring.source import course, objectives, reader
from groundwork.authoring.source.fault import Fault, Faults
from groundwork.authoring.source.links import NOTEBOOK, Form, headings, slug
from groundwork.authoring.source.messages import translated
from groundwork.authoring.source.page import Page
from groundwork.learner.files import write_text

# What was run when, so that a change of prose runs nothing. Outside the repository's files.
RUNS = "build/runs"
RUN = ("lesson",)  # kinds whose outputs are stored; an exercise is run by who answers it


@dataclass(frozen=True)
class Written:
    """What writing one text came to.

    Parameters
    ----------
    text
        The text.
    ran
        Whether its code was run; if not, its outputs are those that were stored.
    changed
        The files that were written anew.
    faults
        What is wrong in the text. With faults nothing is written.
    problems
        What is wrong in the notebook as it was run, or too long.
    minutes
        What it takes a newcomer, in words.
    """

    text: Path
    ran: bool
    changed: tuple[Path, ...]
    faults: tuple[Fault, ...]
    problems: tuple[str, ...] = ()
    minutes: str = ""


def write_texts(texts: Mapping[Path, str], root: Path, *, again: bool = False) -> Iterator[Written]:
    """Write each text's notebook and catalog, unless something is wrong in it.

    Parameters
    ----------
    texts
        Each text with what it is; see :func:`groundwork.authoring.source.course.texts`.
    root
        The course's folder.
    again
        Whether to run the code also where it did not change.
    """
    shared = faults_between(root)
    broken = set[str]()  # exercises; a lesson promises what its own asks
    for path, kind in sorted(texts.items(), key=lambda each: each[1] != "exercise"):
        if kind in course.GUIDE_TEXTS.values():
            yield _write_guide(path, kind, root)
            continue
        found = [each for each in shared if each.file == path]
        if kind == "lesson" and path.stem in broken:
            found.append(Fault(path, 1, "waits for its exercise: mend what is wrong there"))
        done = _write_text(path, kind, root, found, again)
        if kind == "exercise" and done.faults:
            broken.add(path.stem)
        yield done


def built(
    path: Path,
    kind: str,
    root: Path,
    *,
    translate: Callable[[str], str] | None = None,
    form: Form = NOTEBOOK,
) -> Built:
    """Return what a text builds, with all its faults.

    Parameters
    ----------
    path, kind
        The text, and what it is.
    root
        The course's folder.
    translate
        Returns a piece of the text's words in another language.
    form
        How the place that shows the page writes links.
    """
    page, faults = reader.read(path)
    words = Faults(path)
    check(page, kind, words.report)
    objectives.check(page, root / "modules" / f"{path.stem}.md", words.report)
    faults += words.found
    places = dict(zip(map(slug, headings(page)), headings(page), strict=True))
    if translate:
        text = translated(path.read_text(encoding="utf-8"), translate)
        other, more = reader.read(path, text)
        faults += [] if faults else more
        # A cell keeps its id in every language: bookmarks and grades rest on it.
        pairs = zip(other.cells, page.cells, strict=True)
        page = replace(other, cells=tuple(replace(new, id=old.id) for new, old in pairs))
        places = dict(zip(places, headings(page), strict=True))
    promised = promises_to_lesson(path, kind, root)
    found = build(
        page,
        kind,
        root / "datasets",
        exercise=promised,
        places=places,
        form=form,
        translated=translate is not None,
    )
    return Built(found.notebook, found.catalog, sorted({*faults, *found.faults}))


def promises_to_lesson(path: Path, kind: str, root: Path) -> Promises | None:
    """Return what the exercise of a lesson promises, for a lesson that has one."""
    text = root / "exercises" / path.stem / f"{path.stem}.md"
    if kind == "exercise" or not text.is_file():
        return None
    return promises_of(*_asked(text, root))


def faults_between(root: Path) -> list[Fault]:
    """Return what is wrong between texts: a name that two lessons give to different things.

    A learner's answers, words and maps are kept under these names. The questions of an exercise
    are kept beside it, so theirs need only differ from each other.
    """
    seen: dict[str, tuple[Path, int]] = {}
    found = []
    for path, kind in course.texts(root).items():
        if kind == "exercise":
            continue
        page, _ = reader.read(path)
        for block in page.blocks:
            if block.name in seen and seen[block.name][0] != path:
                other, line = seen[block.name]
                said = f"is called {block.name}, as line {line} of {other.name} is"
                found.append(Fault(path, block.line, said))
            seen.setdefault(block.name, (path, block.line))
    return found


def _write_guide(path: Path, kind: str, root: Path) -> Written:
    made, faults = guide_page.build(path, kind, root)
    if faults:
        return Written(path, False, (), tuple(faults))
    stored = course.guide_page_of(path)
    stored.parent.mkdir(exist_ok=True)
    return Written(path, False, (stored,) if _store(stored, made) else (), ())


def _write_text(path: Path, kind: str, root: Path, shared: list[Fault], again: bool) -> Written:
    made = built(path, kind, root)
    faults = tuple(sorted({*made.faults, *shared}))
    if faults:
        return Written(path, False, (), faults)
    notebook_path, catalog_path = course.notebook_of(path), course.catalog_of(path, kind)
    changed = [catalog_path] if _store(catalog_path, made.catalog) else []
    ran = False
    if kind in RUN:
        mark = digest(made, root)
        ran = again or not _reuse_outputs(made.notebook, notebook_path, root, mark)
        if ran:
            run(made.notebook, root, path.parent)
            write_text(_mark_of(notebook_path, root), mark + "\n")
        minutes.fill(made.notebook)
    before = notebook_path.read_bytes() if notebook_path.is_file() else b""
    write(tidy(made.notebook), notebook_path)
    if notebook_path.read_bytes() != before:
        changed.append(notebook_path)
    problems, takes = lint.lint(notebook_path) if kind == "lesson" else [], ""
    if kind == "lesson":
        takes = minutes.in_words(made.notebook)
    elif kind == "exercise":
        counted = minutes_of_exercise(path, root)
        takes = " and ".join(f"{each:.1f}" for each in counted) + " minutes"
        problems = [
            f"takes {each:.1f} minutes, and a sitting has at most {exercise_minutes.SITTING}: "
            "shorten what is read, ask less, or begin another sitting"
            for each in counted
            if each > exercise_minutes.SITTING
        ]
    return Written(path, ran, tuple(changed), (), tuple(problems), takes)


def minutes_of_exercise(path: Path, root: Path) -> list[float]:
    """Return the minutes that each sitting of an exercise takes."""
    page, asked = _asked(path, root)
    return exercise_minutes.counted(page, asked.questions)


def _asked(path: Path, root: Path) -> tuple[Page, Sheet]:
    """Return the page of an exercise with its figures, and what it asks."""
    page, _ = reader.read(path)
    page = filled(page, root / "datasets")
    return page, read_sheet(page.blocks, lambda _line, _said: None, graded=True)


def run(notebook: NotebookNode, root: Path, folder: Path) -> None:
    """Run the notebook of a folder of the course, in a workspace in which nobody kept anything."""
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Path(temporary) / "groundwork"
        copy_course(root, workspace)
        execute(notebook, workspace / folder.relative_to(root))


def _store(path: Path, text: str) -> bool:
    """Write a generated file if it differs, or remove one that is no longer made."""
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text == before:
        return False
    if text:
        write_text(path, text)
    else:
        path.unlink()
    return True


def _reuse_outputs(notebook: NotebookNode, stored: Path, root: Path, mark: str) -> bool:
    """Take over the stored outputs if what they came from is as it was; tell whether it is."""
    kept = _mark_of(stored, root)
    if not stored.is_file() or not kept.is_file():
        return False
    if kept.read_text(encoding="utf-8").strip() != mark:
        return False
    return take_outputs(notebook, read(stored))


def take_outputs(notebook: NotebookNode, stored: NotebookNode) -> bool:
    """Take over the outputs of a stored notebook if its code is the same; tell whether it is."""
    before = {cell.id: cell for cell in stored.cells if cell.cell_type == "code"}
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if any(cell.id not in before or before[cell.id].source != cell.source for cell in cells):
        return False
    for cell in cells:
        cell.outputs = before[cell.id].outputs
        cell.execution_count = before[cell.id].execution_count
    return True


def _mark_of(notebook: Path, root: Path) -> Path:
    return root / RUNS / f"{notebook.stem}.sha256"


def digest(made: Built, root: Path) -> str:
    """Return a hash of all that a lesson's outputs come from: code, catalog, library, data."""
    found = hashlib.sha256()
    code = [cell.source for cell in made.notebook.cells if cell.cell_type == "code"]
    found.update(json.dumps([code, made.catalog]).encode())
    for path in _behind(root):
        found.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def _behind(root: Path) -> Iterator[Path]:
    for folder, endings in (
        ("src", (".py", ".json", ".yaml")),
        ("datasets", (".csv", ".json", ".yaml")),
    ):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in endings and path.is_file() and path.name != "course.json":
                yield path
