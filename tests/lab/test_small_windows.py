"""A lesson on a phone, and in a window enlarged to 200 %, used with the keyboard."""

import pytest
from acts import LESSON, PARTS, RATE, READY, open_lesson, status
from browser_tools import VIEWPORT, Lab
from learner_lab import open_alone
from playwright.sync_api import Page, ViewportSize, expect

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("nothing_kept")]

WIDTH = "node => node.getBoundingClientRect().width"
FOCUS = """() => {
  const at = document.activeElement;
  const name = at.className.replace(/ ?jp-mod-[a-z]+/g, '');
  return [at.tagName, name, at.textContent.slice(0, 40)].join();
}"""
IN_SIGHT = """() => {
  const view = document.querySelector('.jp-WindowedPanel-outer').getBoundingClientRect();
  const at = document.activeElement;
  const box = (at.closest('.gw-option') ?? at).getBoundingClientRect();
  return Math.min(box.top - view.top, view.bottom - box.bottom);
}"""


def test_on_a_phone_the_path_lies_over_the_lesson_and_does_not_squeeze_it(
    window: Page, lab: Lab
) -> None:
    page = window
    page.set_viewport_size({"width": 390, "height": 844})
    open_lesson(page, lab)
    text = page.locator(".jp-MarkdownOutput").first
    before = text.evaluate(WIDTH)
    page.get_by_role("tab", name="Your path").first.click()
    path = page.locator(".gwlab-path:visible")
    expect(path.get_by_role("link").first).to_be_in_viewport(ratio=1)
    assert path.evaluate(WIDTH) > 300
    assert text.evaluate(WIDTH) > before - 5
    path.get_by_role("link").first.press("Escape")
    expect(path).to_have_count(0)
    page.get_by_role("tab", name="Your path").first.click()
    path.get_by_role("link", name="Parts").click()
    expect(path).to_have_count(0)


def test_a_window_that_is_wide_again_shows_the_path_unless_the_learner_closed_it(
    page: Page, lab: Lab
) -> None:
    open_lesson(page, lab)
    path = page.locator(".gwlab-path:visible")
    sizes: dict[str, ViewportSize] = {
        "narrow": {"width": 640, "height": 800},
        "wide": {"width": 1280, "height": 800},
    }
    for closed_by_hand in (False, True):
        if closed_by_hand:
            page.get_by_role("tab", name="Your path").first.click()
        page.set_viewport_size(sizes["narrow"])
        expect(path).to_have_count(0)
        page.set_viewport_size(sizes["wide"])
        expect(path).to_have_count(0 if closed_by_hand else 1)


def opened(page: Page, lab: Lab, path: str) -> None:
    """Open a lesson alone in a window of the usual size."""
    page.set_viewport_size(VIEWPORT)  # type: ignore[arg-type]
    open_alone(page, lab, path)
    expect(status(page)).to_have_text(READY)


def test_tab_stops_at_the_same_places_in_both_directions(window: Page, lab: Lab) -> None:
    opened(window, lab, PARTS)
    window.locator(".gwlab-line:visible").get_by_role("link", name="Next lesson").focus()
    passed = [window.evaluate(FOCUS)]
    for _ in range(10):
        window.keyboard.press("Tab")
        passed.append(window.evaluate(FOCUS))
    for there in passed[-2::-1]:
        window.keyboard.press("Shift+Tab")
        assert window.evaluate(FOCUS) == there


def test_an_arrow_on_a_text_scrolls_the_page(window: Page, lab: Lab) -> None:
    opened(window, lab, LESSON)
    text = window.locator(".jp-MarkdownCell").first
    text.click(position={"x": 5, "y": 5})
    expect(text).to_be_focused()
    window.keyboard.press("ArrowDown")
    window.wait_for_function("document.querySelector('.jp-WindowedPanel-outer').scrollTop > 0")
    window.keyboard.press("Enter")
    expect(text).to_be_focused()


def test_what_tab_and_the_arrows_lead_to_is_wholly_in_sight(window: Page, lab: Lab) -> None:
    opened(window, lab, RATE)
    window.set_viewport_size({"width": 640, "height": 400})
    window.locator(".gw-step-head").first.focus()
    for key in ["Tab", *["ArrowDown"] * 4, "Tab", "Tab", *["ArrowDown"] * 3]:
        window.keyboard.press(key)
        window.wait_for_function(f"({IN_SIGHT})() >= 8")  # a loaded machine is slow


def test_evidence_shows_all_its_words_and_enter_adds_no_line(window: Page, lab: Lab) -> None:
    opened(window, lab, RATE)
    box = window.locator("fieldset.gw-statement:visible").first.get_by_role("textbox")
    before = box.evaluate("box => box.offsetHeight")
    box.fill("the minutes of the board of March " * 8)
    assert box.evaluate("box => box.scrollHeight <= box.clientHeight + 1")
    assert box.evaluate("box => box.offsetHeight") > before
    words = box.input_value()
    box.press("Enter")
    expect(box).to_have_value(words)
