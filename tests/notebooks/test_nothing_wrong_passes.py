"""A wrong notebook cannot pass: each known hole of nbval is closed by nbval's setup or the lint."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbval.plugin as nbval_words
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_output

from groundwork.authoring.lint import MARKER, TAGS, lint
from groundwork.authoring.notebooks import read, write

ROOT = Path(__file__).parents[2]
LESSON = ROOT / "modules" / "01_root_causes.ipynb"
CHART = 'chart("asthma_visits")'


def cell_with(notebook: NotebookNode, text: str) -> NotebookNode:
    """The one code cell whose source holds `text`."""
    (cell,) = [c for c in notebook.cells if c.cell_type == "code" and text in c.source]
    return cell


def plant_wrong_number(notebook: NotebookNode) -> None:
    output = cell_with(notebook, "gap_table(").outputs[0]
    assert "2.68" in output.data["text/plain"]
    output.data["text/plain"] = output.data["text/plain"].replace("2.68", "2.78")
    output.data["text/html"] = output.data["text/html"].replace("2.68", "2.78")


def plant_other_chart(notebook: NotebookNode) -> None:
    """The same figures, drawn as a line: only the picture and its words differ."""
    cell = cell_with(notebook, CHART)
    cell.source = (
        "from groundwork.lesson import datasets, line_chart\n"
        'visits = datasets.read("redlining").query("unit.str.startswith(\'visits\')")\n'
        'line_chart(visits.assign(at=[0, 1]), x="at", value="value", title="Emergency visits for '
        'asthma by the grade of the 1930s", unit="visits", source="x", meaning="x")'
    )


def plant_other_bar(notebook: NotebookNode) -> None:
    """One bar is drawn with another length, with the same title, caption and picture type."""
    cell = cell_with(notebook, CHART)
    cell.source = (
        "from groundwork.lesson import datasets\nread = datasets.read\n"
        'datasets.read = lambda name: read(name).replace({"value": {63.5: 64.5}})\n'
        f"{cell.source}"
    )


def plant_cleared_count(notebook: NotebookNode) -> None:
    cell = cell_with(notebook, "gap_table(")
    cell.execution_count = None
    cell.outputs = []


def plant_stored_warning(notebook: NotebookNode) -> None:
    warning = new_output("stream", name="stderr", text="DeprecationWarning: old call\n")
    cell_with(notebook, "gap_table(").outputs.insert(0, warning)


def plant_bare_picture(notebook: NotebookNode) -> None:
    cell_with(notebook, "gap_table(").outputs.append(
        new_output("display_data", data={"image/png": "AAAA", "text/plain": "<Figure>"})
    )


def plant_skipped_cell(notebook: NotebookNode) -> None:
    cell_with(notebook, "gap_table(").metadata.tags = ["code-path", "nbval-ignore-output"]


def plant_comment(notebook: NotebookNode) -> None:
    """A wrong number, and nbval told in a comment not to look."""
    plant_wrong_number(notebook)
    cell_with(notebook, "gap_table(").source += "\n## NBVAL_IGNORE_OUTPUT"


def plant_foreign_picture(notebook: NotebookNode) -> None:
    """A picture in HTML: nbval's setup blanks it, so that any other would do as well."""
    shown = '<img src="data:image/png;base64,AAAA" alt="10.9">'
    cell = cell_with(notebook, "gap_table(")
    cell.source = f"display({{'text/html': {shown!r}, 'text/plain': 'x'}}, raw=True)"
    other = {"text/html": shown.replace("AAAA", "BBBB"), "text/plain": "x"}
    cell.outputs = [new_output("display_data", data=other)]


def plant_picture_beside_a_chart(notebook: NotebookNode) -> None:
    """A second picture inside the figure of a true chart."""
    (output,) = cell_with(notebook, CHART).outputs
    output.data["text/html"] += '<img src="data:image/png;base64,AAAA" alt="">'


def plant_figure_with_other_words(notebook: NotebookNode) -> None:
    """A figure that looks like a chart's, whose marks are not those of the words beside it."""
    (output,) = cell_with(notebook, CHART).outputs
    output.data["text/html"] = output.data["text/html"].replace("<li>HOLC grade D: 63.5", "<li>D")


def plant_import(notebook: NotebookNode) -> None:
    cell_with(notebook, "gap_table(").source += "\nfrom IPython.display import HTML"


def nothing_planted(notebook: NotebookNode) -> None:
    """Leave the lesson as it is stored."""


def planted(plant: Callable[[NotebookNode], None], folder: Path) -> Path:
    notebook = read(LESSON)
    plant(notebook)
    path = folder / f"{plant.__name__}.ipynb"
    write(notebook, path)
    return path


@pytest.mark.parametrize(
    ("plant", "words"),
    [
        (plant_cleared_count, "execution count None"),
        (plant_stored_warning, "stored warning"),
        (plant_bare_picture, "bare picture"),
        (plant_skipped_cell, "nbval-ignore-output"),
        (plant_comment, "says ## NBVAL_IGNORE_OUTPUT"),
        (plant_foreign_picture, "that groundwork.screen.charts did not draw"),
        (plant_picture_beside_a_chart, "that groundwork.screen.charts did not draw"),
        (plant_figure_with_other_words, "that groundwork.screen.charts did not draw"),
        (plant_import, "imports IPython.display"),
    ],
)
def test_the_lint_catches_what_nbval_lets_pass(
    plant: Callable[[NotebookNode], None], words: str, tmp_path: Path
) -> None:
    found = [problem for problem in lint(planted(plant, tmp_path)) if words in problem]
    assert len(found) == 1


@pytest.mark.parametrize("marker", sorted(nbval_words.comment_markers))
def test_every_comment_that_nbval_obeys_is_refused(marker: str) -> None:
    for line in (f"# {marker}", f"   ##{marker}", f"#\t{marker.lower()}  "):
        assert MARKER.match(line)
    assert not MARKER.match(f"print('{marker}')")


def test_every_tag_that_nbval_obeys_is_refused_or_wants_an_error() -> None:
    obeyed = {tag for tag in nbval_words.metadata_tags if not tag.startswith(TAGS)}
    assert obeyed == {"raises-exception"}


def test_nbval_catches_a_wrong_number_and_a_changed_chart(tmp_path: Path) -> None:
    plants = (plant_wrong_number, plant_other_chart, plant_other_bar)
    paths = [planted(plant, tmp_path) for plant in plants]
    shutil.copytree(ROOT / "modules" / "catalogs", tmp_path / "catalogs")
    good = planted(nothing_planted, tmp_path)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-q", "-rf"]
    command += ["--rootdir", str(tmp_path), "-p", "no:cacheprovider", str(good), *map(str, paths)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240)
    failed = {
        line.split("::")[0].split("/")[-1]
        for line in run.stdout.splitlines()
        if line.startswith("FAILED")
    }
    assert failed == {path.name for path in paths}, run.stdout[-3000:]
