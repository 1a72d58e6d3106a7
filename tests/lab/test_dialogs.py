"""What goes wrong under a lesson is said in plain words: no kernel, no number, no traceback."""

import json
import os
import re
from pathlib import Path

import pytest
from acts import LESSON, LESSON_CELLS, READY, press, status
from browser_tools import Lab, until, write_notebook
from learner_lab import open_alone
from mounts import mounted, read_only
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

JARGON = re.compile(r"kernel|Errno|traceback|Jupyter|revert|overwrite|on disk", re.IGNORECASE)
SAVE = "jupyterapp.commands.execute('docmanager:save').catch(() => null)"


def change(page: Page, number: int = 0) -> None:
    """Change the notebook, so that there is something to save."""
    page.evaluate(
        """number => {
          const {model} = jupyterapp.shell.currentWidget.content;
          model.sharedModel.setMetadata('changed', number);
        }""",
        number,
    )


def save(page: Page) -> None:
    page.evaluate(f"() => {{ {SAVE} }}")


def ask_for(page: Page, path: str) -> None:
    """Ask for a page and wait for nothing, since it may not come."""
    page.evaluate(
        """path => {
          jupyterapp.commands.execute('docmanager:open', {path}).catch(() => null);
        }""",
        path,
    )


def plain_dialog(page: Page, title: str) -> None:
    """Wait for the dialog with our title, and read all of it."""
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".jp-Dialog-header")).to_have_text(title)
    everything = dialog.inner_text() + (dialog.get_attribute("aria-label") or "")
    titles = dialog.locator("[title]").evaluate_all("all => all.map(one => one.title).join(' ')")
    assert not JARGON.search(everything + titles), everything + titles


def fill(disk: Path) -> None:
    """Leave no room on a disk."""
    films = os.open(disk / "films", os.O_CREAT | os.O_WRONLY)
    with pytest.raises(OSError):
        while True:
            os.write(films, bytes(4096))
    os.close(films)


def second_copy(path: Path) -> None:
    """Wait until JupyterLab has made its own copy of a page, which belongs to opening it."""
    copy = path.parent / ".ipynb_checkpoints" / f"{path.stem}-checkpoint.ipynb"
    until(lambda: copy.exists() and copy.read_bytes() == path.read_bytes())


def test_a_full_disk_is_told_with_what_to_do(window: Page, lab: Lab) -> None:
    with mounted(lab.workspace / "small", "-t", "tmpfs", "-o", "size=128k", "tmpfs") as disk:
        write_notebook(disk / "lesson.ipynb", LESSON_CELLS)
        open_alone(window, lab, "small/lesson.ipynb")
        press(window, "Only read")
        second_copy(disk / "lesson.ipynb")
        change(window)
        fill(disk)
        save(window)
        plain_dialog(window, "This page was not saved")
        expect(window.get_by_role("dialog")).to_contain_text("The disk is full. Free some space")
        press(window, "Close")
        # Nor does a page open there, for want of room for its second copy.
        write_notebook(disk / "films", LESSON_CELLS).rename(disk / "another.ipynb")
        fill(disk)
        ask_for(window, "small/another.ipynb")
        plain_dialog(window, "This page could not be opened")
        expect(window.get_by_role("dialog")).to_contain_text("Often the disk is full")
        press(window, "Close")


def test_a_word_file_is_said_to_open_in_another_program(window: Page, lab: Lab) -> None:
    papers = lab.workspace / "papers"
    papers.mkdir()
    (papers / "Power map.docx").write_bytes(b"PK\x03\x04\xff\xfe\x00")
    window.goto(lab.address("papers/Power map.docx"))
    plain_dialog(window, "This file opens in another program")
    expect(window.get_by_role("dialog")).to_contain_text("choose Download")
    press(window, "Close")


def test_a_folder_that_may_not_be_written_is_told(window: Page, lab: Lab) -> None:
    with mounted(lab.workspace / "closed", "-t", "tmpfs", "-o", "size=1m", "tmpfs") as disk:
        write_notebook(disk / "lesson.ipynb", LESSON_CELLS)
        open_alone(window, lab, "closed/lesson.ipynb")
        press(window, "Only read")
        second_copy(disk / "lesson.ipynb")
        change(window)
        with read_only(disk):
            save(window)
            plain_dialog(window, "This page was not saved")
            expect(window.get_by_role("dialog")).to_contain_text("You may not change this file")
            press(window, "Close")


def test_a_page_that_changed_in_another_window_asks_which_to_keep(window: Page, lab: Lab) -> None:
    path = lab.workspace / LESSON
    before = path.read_text(encoding="utf-8")
    try:
        open_alone(window, lab, LESSON)
        expect(status(window)).to_have_text(READY)
        change(window)
        notebook = json.loads(before)
        notebook["cells"][0]["source"] = "# From the other window"
        path.write_text(json.dumps(notebook), encoding="utf-8")
        save(window)
        plain_dialog(window, "This page was changed in another window")
        names = ["Decide later", "Show the other one", "Keep this page"]
        for name in names:
            expect(window.get_by_role("dialog").get_by_role("button", name=name)).to_be_visible()
        press(window, "Show the other one")
        expect(window.get_by_role("heading", name="From the other window")).to_be_visible()
    finally:
        path.write_text(before, encoding="utf-8")


def test_a_lesson_that_cannot_start_says_so_in_its_line_alone(window: Page, lab: Lab) -> None:
    kernels = lab.home / "data" / "kernels" / "broken"
    kernels.mkdir(parents=True)
    spec = {"argv": [str(lab.home / "nowhere"), "{connection_file}"], "display_name": "Broken"}
    (kernels / "kernel.json").write_text(json.dumps({**spec, "language": "python"}))
    path = write_notebook(lab.workspace / "broken.ipynb", LESSON_CELLS)
    notebook = json.loads(path.read_text())
    notebook["metadata"]["kernelspec"] = {"name": "broken", "display_name": "Broken"}
    path.write_text(json.dumps(notebook))
    window.goto(lab.address("broken.ipynb"))  # which looks for kernels, as a first window does
    press(window, "Run it now")
    said = "This lesson could not start. Press “Restart this page”."
    expect(status(window)).to_contain_text(said)
    expect(window.get_by_role("dialog")).to_have_count(0)
