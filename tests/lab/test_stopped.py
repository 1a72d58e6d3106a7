"""A server that stops while a lesson is open."""

import shutil
from pathlib import Path

import browser_tools
import pytest
from acts import LESSON, RATE, READY, open_lesson, status
from browser_tools import LABEXTENSIONS, running_lab
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

NEAR = 40  # pixels: words that came and went beside a statement
STOPPED = (
    "The course has stopped. What you kept is safe. What you typed stays here while this page is "
    "open. Start Groundwork again; this page then goes on."
)


def test_the_line_says_that_the_course_stopped_and_goes_on_when_it_is_back(
    browser: Browser,
    workspace: Path,
    extension: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    port = browser_tools.free_port()
    monkeypatch.setattr(browser_tools, "free_port", lambda: port)
    config = tmp_path / "learner" / "labconfig"
    config.mkdir(parents=True)
    shutil.copy(LABEXTENSIONS / "learner_page_config.json", config / "page_config.json")
    how = {
        "labextensions": extension,
        "environment": {"JUPYTER_CONFIG_PATH": str(tmp_path / "learner")},
    }
    page, form = browser.new_page(), browser.new_page()
    levels = form.locator("fieldset.gw-statement:visible").nth(1).get_by_role("radio")
    with running_lab(workspace, tmp_path / "home", **how) as lab:
        open_lesson(page, lab, LESSON)
        page.get_by_role("slider").press("ArrowRight")
        expect(page.get_by_text("moved to 1")).to_be_visible()
        open_lesson(form, lab, RATE)
        levels.first.check()
        expect(form.get_by_text("✓ Saved")).to_be_visible()
    expect(status(page)).to_have_text(STOPPED)
    expect(status(form)).to_have_text(STOPPED)
    levels.last.press("Space")
    expect(form.get_by_text("this cannot be kept now")).to_be_visible()
    place = levels.last.bounding_box()
    with running_lab(workspace, tmp_path / "home", **how):
        expect(status(page)).to_have_text(READY)
        # A fresh kernel has run the lesson, and its widgets answer.
        expect(page.get_by_text("nothing moved – yet", exact=True)).to_be_visible()
        page.get_by_role("slider").press("ArrowRight")
        expect(page.get_by_text("moved to 1")).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.close()
        # What was chosen meanwhile is kept now, and its reader is where they were.
        expect(status(form)).to_have_text(READY)
        expect(form.get_by_text("✓ Saved")).to_be_visible()
        expect(levels.last).to_be_checked()
        expect(levels.last).to_be_focused()
        now = levels.last.bounding_box()
        assert place and now and abs(place["y"] - now["y"]) < NEAR
        form.close()
        shutil.rmtree(workspace / "my_work")
