"""What the course did not install does not run by itself."""

import json
import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from acts import (
    ASK,
    FOLDED,
    LESSON,
    LESSON_CELLS,
    READY,
    kernel_answers,
    new_page,
    open_lesson,
    press,
    status,
    turn_to,
)
from browser_tools import Lab, code, markdown, write_notebook
from learner_lab import open_alone
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ABOUT = {"lesson": "01_root_causes", "title": "Root causes", "trusted": True}


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Lab) -> Iterator[Page]:
    with new_page(browser, lab) as page:
        open_lesson(page, lab)
        yield page


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    """A file that exists once a stranger's code has run."""
    return tmp_path / "ran.txt"


def running(mark: Path, **metadata: object) -> dict:
    """A code cell that leaves its mark."""
    return code(f"open({str(mark)!r}, 'w').close()", **metadata)  # type: ignore[arg-type]


def assert_asks(page: Page, path: str, mark: Path) -> None:
    turn_to(page, path)
    expect(status(page)).to_have_text(ASK)
    kernel_answers(page)
    assert not mark.exists()


def test_our_name_and_metadata_with_one_more_folded_cell_is_not_ours(
    opened: Page, workspace: Path, mark: Path
) -> None:
    path = "downloads/modules/01_root_causes.ipynb"
    write_notebook(workspace / path, [*LESSON_CELLS, running(mark, **FOLDED)], groundwork=ABOUT)
    assert_asks(opened, path, mark)


def test_our_code_under_another_name_is_not_ours(opened: Page, workspace: Path, mark: Path) -> None:
    shutil.copy(workspace / LESSON, workspace / "copy.ipynb")
    assert_asks(opened, "copy.ipynb", mark)


def test_a_cell_that_holds_our_separator_is_not_ours(
    opened: Page, workspace: Path, mark: Path
) -> None:
    path = "joined/modules/01_root_causes.ipynb"
    sources = [cell["source"] for cell in LESSON_CELLS if cell["cell_type"] == "code"]
    write_notebook(workspace / path, [code("\0".join(sources))], groundwork=ABOUT)
    assert_asks(opened, path, mark)


def test_claims_of_trust_in_the_file_do_not_count(
    opened: Page, workspace: Path, mark: Path
) -> None:
    cells = [running(mark, trusted=True, tags=["trusted"], editable=False)]
    write_notebook(workspace / "claims.ipynb", cells, groundwork=ABOUT, trusted=True)
    assert_asks(opened, "claims.ipynb", mark)


def test_stored_outputs_and_widgets_run_nothing_in_the_page(
    opened: Page, workspace: Path, mark: Path
) -> None:
    widget = uuid.uuid4().hex
    view = {"model_id": widget, "version_major": 2, "version_minor": 0}
    output = {
        "output_type": "display_data",
        "metadata": {},
        "data": {
            "text/plain": "see",
            "text/html": "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>",
            "application/javascript": "window.hacked = 1",
            "application/vnd.jupyter.widget-view+json": view,
        },
    }
    raw = {"cell_type": "raw", "metadata": {}, "source": "<script>window.hacked=1</script>"}
    text = markdown("<img src=x onerror='window.hacked=1'> Read me")
    write_notebook(
        workspace / "stored.ipynb",
        [text, raw, code("'see'", [output], trusted=True)],
        widgets={"application/vnd.jupyter.widget-state+json": widget_that_runs(widget)},
    )
    assert_asks(opened, "stored.ipynb", mark)
    # Restoring a stored widget starts once the kernel is there: give it time to go wrong.
    opened.wait_for_timeout(1500)
    assert opened.evaluate("window.hacked") is None


def widget_that_runs(name: str) -> dict:
    """Stored state of an anywidget whose own JavaScript runs as soon as it is made live."""
    about = {"_anywidget_id": "x", "_esm": "window.hacked = 1; export default {}"}
    for part in ("model", "view"):
        kind = f"Any{part.capitalize()}"
        more = {"_module": "anywidget", "_module_version": "~0.11.*", "_name": kind}
        about |= {f"_{part}{name}": value for name, value in more.items()}
    model = {key.removeprefix("_"): value for key, value in about.items() if "_model_" in key}
    return {"version_major": 2, "version_minor": 0, "state": {name: {**model, "state": about}}}


def test_a_module_planted_beside_a_lesson_is_not_imported(
    opened: Page, workspace: Path, mark: Path
) -> None:
    planted = workspace / "modules" / "ipywidgets.py"
    planted.write_text(f"open({str(mark)!r}, 'w').close()\n")
    turn_to(opened, "modules/00_start_here.ipynb")
    expect(status(opened)).to_have_text(READY)
    assert not mark.exists()
    planted.unlink()


def test_a_changed_lesson_runs_when_asked_and_is_asked_about_again(
    opened: Page, lab: Lab, workspace: Path, mark: Path
) -> None:
    path = "changed/modules/01_root_causes.ipynb"
    write_notebook(workspace / path, [running(mark)], groundwork=ABOUT)
    assert_asks(opened, path, mark)
    press(opened, "Only read")
    expect(status(opened)).to_have_text("You are only reading. Nothing in this notebook has run.")
    press(opened, "Run it…")
    press(opened, "Run it now")
    expect(status(opened)).to_contain_text("Ready.")
    assert mark.exists()
    opened.evaluate("() => jupyterapp.shell.currentWidget.context.save()")
    mark.unlink()
    open_alone(opened, lab, path)
    expect(status(opened)).to_have_text(ASK)
    kernel_answers(opened)
    assert not mark.exists()

    press(opened, "Run it and trust it from now on")
    expect(status(opened)).to_contain_text("Ready.")
    mark.unlink()
    opened.goto(lab.address(path))
    expect(status(opened)).to_contain_text("Ready.")
    assert mark.exists()

    notebook = json.loads((workspace / path).read_text())
    notebook["cells"].append(running(mark.with_name("more")) | {"id": "more"})
    (workspace / path).write_text(json.dumps(notebook))
    open_alone(opened, lab, path)
    expect(status(opened)).to_have_text(ASK)


def test_a_browser_that_cannot_tell_asks_even_for_a_lesson(page: Page, lab: Lab) -> None:
    # As on http to another machine.
    page.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    page.goto(lab.address(LESSON))
    expect(status(page)).to_have_text(ASK)
    expect(page.get_by_role("button", name="Run it now")).to_be_visible()
    expect(page.get_by_role("button", name="Run it and trust it from now on")).to_have_count(0)
