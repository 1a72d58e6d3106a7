"""Two windows of one browser hold two pages, or the same one, and neither disturbs the other."""

from collections.abc import Iterator

import pytest
from acts import LESSON, READY, new_page, open_lesson, status
from browser_tools import Lab
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

OTHER = "modules/00_start_here.ipynb"


@pytest.fixture(scope="module")
def first(browser: Browser, lab: Lab) -> Iterator[Page]:
    """The window that was there before the others, which stay open once they are."""
    with new_page(browser, lab) as page:
        open_lesson(page, lab)
        yield page


def shows(page: Page, path: str) -> None:
    # JupyterLab would send it on to a workspace of its own making, by loading the page again.
    assert page.url.partition("?")[0].endswith(f"/{path}")


@pytest.mark.parametrize("second", [LESSON, OTHER], ids=["the same lesson", "another lesson"])
def test_a_second_window_opens_what_it_was_asked_for(first: Page, lab: Lab, second: str) -> None:
    window = first.context.new_page()
    window.goto(lab.address(second))
    expect(status(window)).to_have_text(READY)
    shows(window, second)
    shows(first, LESSON)


def test_the_page_opens_again_as_the_lesson_it_is(first: Page) -> None:
    assert len(first.context.pages) == 3
    first.reload()
    expect(status(first)).to_have_text(READY)
    assert first.locator(".jp-NotebookPanel:visible").count() == 1
    shows(first, LESSON)
