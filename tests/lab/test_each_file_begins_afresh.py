"""What a file of tests keeps, changes, starts or opens is gone when the next file begins."""

import json
import urllib.request
from pathlib import Path

import afresh
import pytest
from acts import EXERCISE, LESSON, RATE, open_lesson
from browser_tools import Lab, until
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def content(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def running(lab: Lab, kind: str) -> list[dict]:
    with urllib.request.urlopen(f"{lab.url}api/{kind}", timeout=30) as answer:
        return json.load(answer)


def test_nothing_is_left_for_the_next_file(browser: Browser, lab: Lab, workspace: Path) -> None:
    afresh.begin()
    before = content(workspace)
    page = browser.new_page()
    open_lesson(page, lab, RATE)
    page.locator("fieldset.gw-statement:visible").first.get_by_role("radio").first.check()
    expect(page.get_by_text("✓ Saved").first).to_be_visible()
    page.evaluate(
        "jupyterapp.commands.execute('apputils:change-theme', {theme: 'JupyterLab Dark'})"
    )
    settings = lab.home / "config/lab/user-settings/@jupyterlab/apputils-extension"
    until(lambda: any("Dark" in path.read_text() for path in settings.glob("themes*")))
    (workspace / EXERCISE).with_name("answers.json").write_text("{}")
    (workspace / LESSON).write_text("{}")
    (workspace / "modules/00_start_here.ipynb").unlink()
    assert running(lab, "sessions")
    afresh.begin()
    assert content(workspace) == before
    assert not (workspace / "my_work").exists()
    assert not list(settings.glob("themes*"))
    assert running(lab, "sessions") == running(lab, "kernels") == []
    assert browser.contexts == []
