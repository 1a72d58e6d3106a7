"""The view moves only for words that answer the reader's own act, and the control in use stays."""

from pathlib import Path

import pytest
from browser_tools import Lab
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

READY = "Ready. Answer, move things, they respond."
REAL = sorted(path.stem for path in (Path(__file__).parents[2] / "modules").glob("*.ipynb"))
TOP = """() => [...document.querySelectorAll('.jp-WindowedPanel-outer')]
  .find(each => each.checkVisibility()).scrollTop"""


def open_page(page: Page, lab: Lab, name: str) -> None:
    page.goto(lab.address(f"modules/{name}.ipynb"))
    expect(page.locator(".gwlab-status:visible")).to_have_text(READY)


@pytest.mark.parametrize("name", [*REAL, "90_every_kind"])
def test_a_lesson_opens_at_its_top_and_stays_there(browser: Browser, lab: Lab, name: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    open_page(page, lab, name)
    page.wait_for_timeout(1500)
    assert page.evaluate(TOP) == 0
    page.close()
