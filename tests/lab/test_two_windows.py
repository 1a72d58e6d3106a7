"""Two windows of one browser hold two pages, or the same one, and neither disturbs the other."""

import pytest
from acts import LESSON, READY, open_lesson, status
from browser_tools import Lab
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

OTHER = "modules/00_start_here.ipynb"


@pytest.mark.parametrize("second", [LESSON, OTHER], ids=["the same lesson", "another lesson"])
def test_a_second_window_opens_what_it_was_asked_for(page: Page, lab: Lab, second: str) -> None:
    open_lesson(page, lab)
    window = page.context.new_page()
    window.goto(lab.address(second))
    expect(status(window)).to_have_text(READY)
    # JupyterLab would send it on to a workspace of its own making, by loading the page again.
    assert window.url.partition("?")[0].endswith(f"/{second}")
    assert page.url.partition("?")[0].endswith(f"/{LESSON}")


def test_the_page_opens_again_as_the_lesson_it_is(page: Page, lab: Lab) -> None:
    open_lesson(page, lab)
    other = page.context.new_page()
    other.goto(lab.address(OTHER))
    expect(status(other)).to_have_text(READY)
    page.reload()
    expect(status(page)).to_have_text(READY)
    assert page.locator(".jp-NotebookPanel:visible").count() == 1
    assert page.url.partition("?")[0].endswith(f"/{LESSON}")
