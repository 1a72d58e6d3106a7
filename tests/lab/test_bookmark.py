"""Who opens a page again is offered to go where they stopped."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from accessibility import violations
from acts import GUESS, LESSON, RATE, READY, new_page, open_lesson, press, status, turn_to
from browser_tools import Lab, until
from learner_lab import open_alone
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

HEARD = """window.heard = [];
new MutationObserver(() => {
  const words = document.querySelector('.gwlab-suggestion [role=status]')?.textContent ?? '';
  if (heard.at(-1) !== words) heard.push(words);
}).observe(document, {subtree: true, childList: true, characterData: true});"""
KEPT = """Object.entries(localStorage).filter(([key]) => key.startsWith('groundwork'))
  .map(([key, value]) => [key.split(' ').at(-1), value.split(' ')[0]])"""
STORED = (
    "JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('groundwork')))"
)
TOP = "each => each.getBoundingClientRect().top"
IS_OPEN = "each => each.open ?? !each.querySelector('.gw-step').hidden"
OUTER = ".jp-WindowedPanel-outer:visible"


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Lab) -> Iterator[Page]:
    """One browser, in which the tests below open the lesson again and again, in order."""
    with new_page(browser, lab) as page:
        page.add_init_script(HEARD)
        open_lesson(page, lab, GUESS)
        yield page


def offer(page: Page) -> Locator:
    return page.locator(".gwlab-line:visible .gwlab-suggestion")


def read_on_to(page: Page, heading: str) -> None:
    """Scroll until a heading is at the top, and rest there."""
    page.locator(f"[aria-label='{heading}']:visible").evaluate("cell => cell.scrollIntoView()")


def kept(page: Page, wanted: list) -> None:
    page.wait_for_function(f"wanted => JSON.stringify({KEPT}) === wanted", arg=_json(wanted))


@contextmanager
def resting(page: Page) -> Iterator[None]:
    """Scroll meanwhile; then rest until the new place is kept, however slow the machine is."""
    before = page.evaluate(STORED)
    yield
    page.wait_for_function(f"before => {STORED} !== before", arg=before)
    page.wait_for_timeout(600)


def _json(value: list) -> str:
    return str(value).replace("'", '"').replace(", ", ",")


def again(page: Page, lab: Lab) -> None:
    """Open the lesson anew, in the window that is there."""
    open_alone(page, lab, GUESS)
    expect(status(page)).to_have_text(READY)


def test_the_first_opening_offers_nothing(opened: Page) -> None:
    opened.wait_for_timeout(300)
    expect(offer(opened)).to_have_text("")
    assert opened.evaluate("heard") in ([""], [])


def test_what_is_kept_is_the_place_and_no_word(opened: Page) -> None:
    read_on_to(opened, "Reflect")
    kept(opened, [[GUESS, "cell-6"]])


def test_the_next_opening_stays_at_the_top_and_offers_the_place_once(opened: Page) -> None:
    opened.reload()
    expect(status(opened)).to_have_text(READY)
    expect(offer(opened)).to_contain_text("You stopped at “Reflect”.")
    assert opened.locator(".jp-WindowedPanel-outer").evaluate("outer => outer.scrollTop") == 0
    opened.wait_for_timeout(300)
    assert [words for words in opened.evaluate("heard") if words] == ["You stopped at “Reflect”."]
    assert violations(opened, ".gwlab-line") == []


def test_by_keyboard_it_leads_there_and_goes_away(opened: Page) -> None:
    opened.locator(".gwlab-line a").last.focus()
    opened.keyboard.press("Tab")
    expect(opened.get_by_role("button", name="Go there")).to_be_focused()
    opened.keyboard.press("Enter")
    place = opened.locator("[aria-label='Reflect']")
    expect(place).to_be_focused()
    expect(place.locator("h2")).to_be_in_viewport()
    expect(offer(opened)).to_have_text("")
    kept(opened, [[GUESS, "cell-6"]])


def test_who_stays_keeps_the_place_and_the_focus_is_in_the_lesson(opened: Page, lab: Lab) -> None:
    again(opened, lab)
    press(opened, "Stay here")
    expect(opened.locator("[aria-label='Guess']")).to_be_focused()
    expect(offer(opened)).to_have_text("")
    read_on_to(opened, "Guess")
    opened.wait_for_timeout(600)
    kept(opened, [[GUESS, "cell-6"]])


def test_who_reads_past_the_place_is_no_longer_asked(opened: Page, lab: Lab) -> None:
    again(opened, lab)
    expect(offer(opened)).to_contain_text("You stopped at")
    read_on_to(opened, "A story")
    kept(opened, [[GUESS, "cell-5"]])
    expect(offer(opened)).to_contain_text("You stopped at")
    read_on_to(opened, "Reflect")
    expect(offer(opened)).to_have_text("")


def test_each_page_has_its_own_place(opened: Page) -> None:
    turn_to(opened, LESSON)
    expect(status(opened)).to_have_text(READY)
    opened.wait_for_timeout(300)
    expect(offer(opened)).to_have_text("")
    turn_to(opened, GUESS)


@pytest.mark.parametrize("heading", ["Reflect", "A story"])
def test_it_leads_to_the_line_that_was_read_and_not_to_the_top_of_its_part(
    opened: Page, lab: Lab, heading: str
) -> None:
    outer = opened.locator(OUTER)
    with resting(opened):
        outer.evaluate("outer => outer.scrollTo(0, 0)")
        read_on_to(opened, heading)
        place = outer.evaluate("outer => outer.scrollTop += 900")
    again(opened, lab)
    expect(offer(opened)).to_contain_text(f"You stopped at “{heading}”.")
    press(opened, "Go there")
    focused = opened.locator(f"[aria-label='{heading}'] :focus")
    expect(focused).to_be_in_viewport()
    assert abs(outer.evaluate("outer => outer.scrollTop") - place) < 40


def test_who_has_read_to_the_end_is_offered_nothing(opened: Page, lab: Lab) -> None:
    opened.locator(OUTER).evaluate("outer => outer.scrollTo(0, outer.scrollHeight)")
    kept(opened, [])
    again(opened, lab)
    opened.wait_for_timeout(300)
    expect(offer(opened)).to_have_text("")


def is_back(place: Locator, read: Locator, was: float) -> bool:
    """Whether a part is open, and what was read in it stands about where it stood."""
    return bool(place.evaluate(IS_OPEN)) and abs(float(read.evaluate(TOP)) - was) < 40


def test_it_opens_the_part_that_was_read_with_the_focus_where_it_lands(
    opened: Page, lab: Lab
) -> None:
    """A need that is not the one that opens by itself, and what any page unfolds."""
    need = "[data-form=readiness_profile] .gw-step-part"
    folded = "details:has(> summary:text-is('More'))"
    for part, seen in ((f"{need} >> nth=1", "fieldset >> nth=3"), (folded, "")):
        open_alone(opened, lab, RATE)
        expect(status(opened)).to_have_text(READY)
        place = opened.locator(part)
        place.locator("button, summary").first.click()
        read = place.locator(seen) if seen else place
        with resting(opened):
            read.evaluate("each => each.scrollIntoView({block: 'start'})")
            opened.locator(OUTER).evaluate("outer => outer.scrollTop += 120")
        was = float(read.evaluate(TOP))
        open_alone(opened, lab, RATE)
        expect(offer(opened)).to_contain_text("You stopped at “Your needs”.")
        assert not place.evaluate(IS_OPEN)
        press(opened, "Go there")
        until(partial(is_back, place, read, was))
        expect(place.locator(":focus")).to_be_in_viewport()


def test_a_browser_that_stores_nothing_is_no_trouble(page: Page, lab: Lab) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    open_lesson(page, lab, GUESS)
    read_on_to(page, "Reflect")
    page.wait_for_timeout(600)
    assert [each for each in errors if "groundwork" in each] == []
