"""Two engines find nothing against WCAG 2.2: in each page of the course, and in every kind of
widget while its form is open and its answer is refused."""

import pytest
from accessibility import THEMES, choose_theme, violations
from acts_on_every_kind import REFUSED
from browser_tools import Lab
from every_kind import box_of, is_ready, open_all, settled
from playwright.sync_api import Browser, Page
from test_print import PAGES

pytestmark = pytest.mark.browser


def opened(browser: Browser, lab: Lab, path: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(lab.address(path))
    is_ready(page)
    settled(page)
    open_all(page)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_the_engines_find_nothing_in_a_page_as_it_opens(
    browser: Browser, lab: Lab, path: str
) -> None:
    page = opened(browser, lab, path)
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("kind", [kind for kind, controls in REFUSED.items() if controls])
def test_each_kind_stands_there_with_its_mistake(refused: Page, kind: str) -> None:
    box = box_of(refused, kind)
    assert "Please look:" in box.inner_text()


@pytest.mark.parametrize("theme", THEMES)
def test_the_engines_find_nothing_in_open_forms_and_refused_answers(
    refused: Page, theme: str
) -> None:
    choose_theme(refused, theme)
    assert violations(refused) == []


def test_the_engines_would_find_a_picture_without_words(refused: Page) -> None:
    refused.evaluate(
        "document.querySelectorAll('.gw-chart img').forEach(i => i.removeAttribute('alt'))"
    )
    found = violations(refused, ".gw-chart")
    assert any(each.startswith("image-alt:") for each in found)
    assert any(each.startswith("img_alt_valid:") for each in found)
