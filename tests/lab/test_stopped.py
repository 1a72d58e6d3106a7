"""A server that stops while a lesson is open."""

import re
from pathlib import Path

import pytest
from acts import ASK, LESSON, RATE, READY, open_lesson, press, status
from browser_tools import Lab, code, free_port, markdown, until, write_notebook
from learner_lab import learner_home, learner_lab, open_alone
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("nothing_kept")]

NEAR = 40  # pixels: words that came and went beside a statement
STOPPED = (
    "The course has stopped. What you kept is safe. What you typed stays here while this page is "
    "open. Start Groundwork again; this page then goes on."
)


def test_the_line_says_that_the_course_stopped_and_goes_on_when_it_is_back(
    browser: Browser, workspace: Path, extension: Path, tmp_path: Path
) -> None:
    port = free_port()
    home = learner_home(tmp_path / "home")
    page, form = browser.new_page(), browser.new_page()
    levels = form.locator("fieldset.gw-statement:visible").nth(1).get_by_role("radio")
    with learner_lab(workspace, extension, home, port) as lab:
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
    with learner_lab(workspace, extension, home, port):
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


FOREIGN = "downloads/of_a_colleague.ipynb"
# Each sentence that the line above a page says, and a connection that was lost.
HEARD = """() => {
  const line = [...document.querySelectorAll('.gwlab-status')].find(one => one.checkVisibility());
  window.heard = [];
  new MutationObserver(() => window.heard.push(line.textContent)).observe(
    line, {childList: true, subtree: true, characterData: true});
  jupyterapp.shell.currentWidget.sessionContext.session.kernel._ws.close();
}"""


def test_one_answer_that_is_missed_stops_nothing(page: Page, lab: Lab) -> None:
    """A page that was let run by hand would have to be let run again."""
    write_notebook(lab.workspace / FOREIGN, [markdown("# Foreign"), code("print('ran')")])
    open_alone(page, lab, FOREIGN)
    expect(status(page)).to_have_text(ASK)
    press(page, "Run it now")
    ready = re.compile("^Ready")
    expect(status(page)).to_have_text(ready)
    asked = 0

    def lose_the_first(route: Route) -> None:
        nonlocal asked
        asked += 1
        if asked == 1:
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route(re.compile("/api/status"), lose_the_first)
    page.evaluate(HEARD)
    until(lambda: bool(page.evaluate("heard.length")) or asked >= 3)
    page.wait_for_timeout(500)
    assert page.evaluate("heard") == []
    expect(status(page)).to_have_text(ready)
