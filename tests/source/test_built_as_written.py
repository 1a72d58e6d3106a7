"""Every notebook and every catalog of the course is what its text builds."""

from pathlib import Path

import pytest

from groundwork.authoring import minutes, write
from groundwork.authoring.notebooks import read
from groundwork.authoring.source import course

ROOT = Path(__file__).parents[2]
TEXTS = course.texts(ROOT)
ADVICE = "Change the text, then type: python3 start.py write"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_notebook_and_its_catalog_are_what_their_text_builds(path: Path) -> None:
    kind = TEXTS[path]
    made = write.built(path, kind, ROOT)
    assert made.faults == []
    stored = read(course.notebook_of(path))
    if kind == "lesson":  # its minutes are counted once it has been run
        assert write.take_outputs(made.notebook, stored), ADVICE
        minutes.fill(made.notebook)
    assert stored.metadata == made.notebook.metadata, ADVICE
    was, now = (
        [(cell.id, cell.cell_type, cell.source, cell.metadata) for cell in notebook.cells]
        for notebook in (stored, made.notebook)
    )
    assert was == now, ADVICE
    catalog = course.catalog_of(path, kind)
    kept = catalog.read_text(encoding="utf-8") if catalog.exists() else ""
    assert kept == made.catalog, ADVICE


def test_no_notebook_or_catalog_stands_without_a_text() -> None:
    built = {course.notebook_of(path) for path in TEXTS}
    built |= {course.catalog_of(path, kind) for path, kind in TEXTS.items()}
    found = [*ROOT.glob("modules/**/*.ipynb"), *ROOT.glob("exercises/**/*.ipynb")]
    found += [*ROOT.glob("modules/catalogs/*"), *ROOT.glob("exercises/*/catalog.json")]
    assert not {path for path in found if ".ipynb_checkpoints" not in path.parts} - built


def test_no_two_lessons_give_one_name_to_different_things() -> None:
    assert write.faults_between(ROOT) == []


def test_a_change_of_a_notebook_is_seen(tmp_path: Path) -> None:
    path, kind = next(iter(TEXTS.items()))
    changed = path.read_text(encoding="utf-8").replace("Reflect\n", "Think\n", 1)
    assert changed != path.read_text(encoding="utf-8")
    (tmp_path / "modules").mkdir()
    text = tmp_path / "modules" / path.name
    text.write_text(changed, encoding="utf-8")
    made = write.built(text, kind, tmp_path)
    stored = [cell.source for cell in read(course.notebook_of(path)).cells]
    assert [cell.source for cell in made.notebook.cells] != stored
