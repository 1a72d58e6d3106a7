"""With the system's few colors (high contrast) everything that was told by color is still told."""

from collections.abc import Iterator

import pytest
from every_kind import CELLS, box_of
from measures import CONTROL, differing, picture
from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

# One of each sort of control that a widget has.
SORTS = """(box, controls) => {
  const seen = new Set();
  return [...box.querySelectorAll(controls)].map((one, place) => [one, place])
    .filter(([one]) => one.checkVisibility())
    .filter(([one]) => {
      const sort = `${one.tagName} ${one.type} ${one.className} ${one.ariaInvalid}`;
      return !seen.has(sort) && seen.add(sort);
    }).map(([, place]) => place);
}"""
CHOSEN = ["choose", "several", "guess", "place", "rating"]


@pytest.fixture(scope="module")
def forced(refused: Page) -> Iterator[Page]:
    refused.emulate_media(forced_colors="active")
    assert refused.evaluate("matchMedia('(forced-colors: active)').matches")
    yield refused
    refused.emulate_media(forced_colors="none")


def changed(page: Page, found: Locator, change: str, back: str = "() => null") -> int:
    """Return how many pixels a change of an element alters in it and around it."""
    part = found.element_handle()  # a change may be of what it was found by
    assert part
    page.evaluate("document.activeElement.blur()")
    part.evaluate("one => one.scrollIntoView({block: 'center'})")
    before = picture(page, part)
    part.evaluate(change)
    after = picture(page, part)
    part.evaluate(back)
    return differing(before, after)


@pytest.mark.parametrize("kind", CELLS)
def test_the_focus_is_seen_on_each_sort_of_control(forced: Page, kind: str) -> None:
    box = box_of(forced, kind)
    controls = box.locator(CONTROL)
    for place in box.evaluate(SORTS, CONTROL):
        control = controls.nth(place)
        forced.keyboard.press("Shift")  # a ring is for who uses keys
        size = control.bounding_box()
        assert size
        ring = changed(forced, control, "one => one.focus({preventScroll: true})")
        assert ring > size["width"] + size["height"], control.evaluate("one => one.outerHTML")


@pytest.mark.parametrize("kind", CHOSEN)
def test_what_is_chosen_is_seen(forced: Page, kind: str) -> None:
    option = box_of(forced, kind).locator(".gw-option").first
    option.locator("input").evaluate("one => { one.checked = false }")
    assert changed(forced, option, "one => { one.querySelector('input').checked = true }") > 30


def test_a_field_with_a_mistake_is_told_from_one_without(forced: Page) -> None:
    faulty = forced.locator(".gw [aria-invalid=true]")
    assert faulty.count() > 2
    for field in faulty.all():
        size = field.bounding_box()
        assert size
        without = "one => one.removeAttribute('aria-invalid')"
        again = "one => one.setAttribute('aria-invalid', 'true')"
        assert changed(forced, field, without, again) > size["width"] + size["height"]


@pytest.mark.parametrize("words", [".gw-fault", ".gw-said strong", "[data-unsaved]"])
def test_words_about_mistakes_and_what_is_not_saved_can_be_read(forced: Page, words: str) -> None:
    if words == "[data-unsaved]":
        box_of(forced, "reflection").get_by_role("textbox").fill("Not kept")
    shown = forced.locator(f".gw {words}").locator("visible=true").first
    away = "one => { one.style.visibility = 'hidden' }"
    assert changed(forced, shown, away, "one => { one.style.visibility = '' }") > 100


def test_the_open_line_of_a_map_is_told_from_a_closed_one(forced: Page) -> None:
    line = box_of(forced, "causes").locator(".gw-cause").first
    assert changed(forced, line, "one => one.setAttribute('aria-expanded', 'false')") > 300


def test_the_lesson_that_is_open_is_told_from_the_others_of_the_path(forced: Page) -> None:
    here = forced.locator(".gwlab-path [aria-current=page]")
    assert changed(forced, here, "one => one.removeAttribute('aria-current')") > 300


def test_the_state_of_the_lesson_is_told_in_the_line(forced: Page) -> None:
    line = forced.locator(".gwlab-line:visible")
    assert changed(forced, line, "one => { one.dataset.tone = 'busy' }") > 20
