"""Whatever is kept marks its widget, so that a folded part can say that something is kept in it."""

import pytest
from browser_tools import Lab
from every_kind import NAME, box_of, is_ready, open_page, settled
from fields_of_every_kind import FIELDS, fill_everything
from learner_lab import open_alone
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

KEPT = [kind for kind, field in FIELDS.items() if field.asks]


def marked(page: Page, holds: bool) -> None:
    for kind in KEPT:
        count = box_of(page, kind).locator("[data-holds]")
        if holds:
            expect(count.first, kind).to_be_visible()
        else:
            expect(count, kind).to_have_count(0)


def test_each_kind_says_that_something_is_kept_in_it(browser: Browser, lab: Lab) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    open_page(page, lab)
    settled(page)
    marked(page, False)
    fill_everything(page, "Twenty minutes of work")
    # What is kept lies under the place: another choice than at first would hide it at the reload.
    box_of(page, "place").get_by_label("My own department").check()
    for button in page.locator(":is(.gw-question, .gw-reflection) .gw-main:visible").all():
        button.click()
        settled(page)
    marked(page, True)
    open_alone(page, lab, f"modules/{NAME}.ipynb")
    is_ready(page)
    settled(page)
    marked(page, True)
    page.close()
