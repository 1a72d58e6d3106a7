"""A second engine finds nothing against WCAG 2.2 in the pages of the course."""

import contextlib

import pytest
import second_engine
from browser_tools import OURS, UNCOVER, Lab
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as NotYet
from test_print import PAGES, READY

pytestmark = pytest.mark.browser


def opened(browser: Browser, lab: Lab, path: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(lab.address(path))
    expect(page.locator(".gwlab-status:visible")).to_have_text(READY)
    # Each widget draws what it is told a moment after it is ready.
    drawn = "[...document.querySelectorAll('.gw tbody')].every(body => body.rows.length)"
    page.wait_for_function(drawn)
    filled = """[...document.querySelectorAll('.gw ul')].every(
      list => list.childElementCount || list.closest('[hidden]'))"""
    with contextlib.suppress(NotYet):  # an empty list that stays is for the engine to find
        page.wait_for_function(filled, timeout=20_000)
    page.wait_for_timeout(2000)
    # In a closed part the engine sees a control, but not the label above it.
    page.evaluate("document.querySelectorAll('.jp-Cell details').forEach(one => (one.open = true))")
    page.add_style_tag(content=UNCOVER)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_the_second_engine_finds_nothing(browser: Browser, lab: Lab, path: str) -> None:
    page = opened(browser, lab, path)
    assert second_engine.found(page, OURS) == []
    page.close()


def test_the_second_engine_would_find_a_picture_without_words(browser: Browser, lab: Lab) -> None:
    page = opened(browser, lab, "modules/01_root_causes.ipynb")
    page.evaluate(
        "document.querySelectorAll('.gw-chart img').forEach(i => i.removeAttribute('alt'))"
    )
    assert any(each.startswith("img_alt_valid:") for each in second_engine.found(page, ".gw-chart"))
    page.close()
