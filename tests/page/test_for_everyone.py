"""Every kind of widget with its form open and its answer refused, on one page, is for everyone.

Two engines find nothing against WCAG 2.2 AA, what no engine measures is measured (2.4.7 and 2.4.11
focus, 2.5.8 target size, 1.4.10 reflow, 1.4.12 text spacing, 3.2.6 help), and with the system's few
colors (high contrast) everything that was told by color is still told.
"""

from collections.abc import Iterator

import pytest
from accessibility import THEMES, choose_theme, violations
from acts_on_every_kind import REFUSED
from browser_tools import Lab
from every_kind import CELLS, box_of, open_all, open_page, settled
from measures import (
    AT_REST,
    CONTROL,
    CROWDED,
    CUT_OFF,
    FOCUSED,
    ROOM,
    SPACED,
    differing,
    help_at_its_place,
    picture,
)
from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

# As it is, and what a zoom of 400 % leaves of a window of 1280 by 1024.
SIZES = {"as it is": (1280, 800), "at 400 %": (320, 256)}
OURS = (".gw", ".gwlab-line", ".gwlab-path", ".gwlab-footer", ".gwlab-fold")
TARGETS = ", ".join(f"{part} :is({CONTROL})" for part in OURS)
WORDS = ", ".join(f"{part}, {part} *" for part in OURS)
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
def refused(browser: Browser, lab: Lab) -> Iterator[Page]:
    """Every kind of widget in a page of its own, with its form open and a mistake told."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    open_page(page, lab)
    settled(page)
    for kind, controls in REFUSED.items():
        for find in controls:
            find(box_of(page, kind)).click()
            settled(page)
    open_all(page)
    yield page
    page.close()


def resize(page: Page, size: str) -> None:
    width, height = SIZES[size]
    if page.viewport_size != {"width": width, "height": height}:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(AT_REST)


@pytest.mark.parametrize("kind", [kind for kind, controls in REFUSED.items() if controls])
def test_each_kind_stands_there_with_its_mistake(refused: Page, kind: str) -> None:
    box = box_of(refused, kind)
    assert "Please look:" in box.inner_text()


@pytest.mark.parametrize("kind", CELLS)
@pytest.mark.parametrize("size", SIZES)
def test_what_tab_leads_to_is_in_sight_with_a_ring_around_it(
    refused: Page, size: str, kind: str
) -> None:
    resize(refused, size)
    box = box_of(refused, kind)
    root = box.element_handle()
    # By Tab to the first control too: the browser moves the view otherwise than for a program.
    box.locator(CONTROL).locator("visible=true").first.focus()
    refused.keyboard.press("Tab")
    refused.keyboard.press("Shift+Tab")
    passed = 0
    while (at := refused.evaluate(FOCUSED, root))["inside"]:
        passed += 1
        assert at["ring"] >= 2, at
        assert at["contrast"] >= 3, at
        assert at["tall"] or (at["above"] <= 1 and at["below"] <= 1), at
        assert not at["covered"], at
        refused.keyboard.press("Tab")
    assert passed


@pytest.mark.parametrize("size", SIZES)
def test_each_target_is_24_pixels_large_or_stands_alone(refused: Page, size: str) -> None:
    resize(refused, size)
    assert refused.evaluate(CROWDED, TARGETS) == []


@pytest.mark.parametrize("spaced", ["", SPACED], ids=["as it is", "spaced"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_off_and_nothing_scrolls_both_ways(
    refused: Page, size: str, spaced: str
) -> None:
    resize(refused, size)
    style = refused.add_style_tag(content=spaced or "/* nothing */")
    aside, inside, room = refused.evaluate(ROOM)
    cut = refused.evaluate(CUT_OFF, WORDS)
    style.evaluate("style => style.remove()")
    assert cut == []
    assert aside <= 0
    assert inside <= 0
    assert room >= 0.5  # the line above the lesson does not fill a small window


def test_the_measures_would_tell(refused: Page) -> None:
    resize(refused, "as it is")
    style = refused.add_style_tag(
        content=""".gw .gw-button { height: 12px; min-height: 0; overflow: hidden; margin: 0 }
        .gw .gw-buttons { gap: 0; flex-direction: column }
        .gw :focus-visible { outline: 1px solid #eee }"""
    )
    assert len(refused.evaluate(CROWDED, TARGETS)) > 10
    assert len(refused.evaluate(CUT_OFF, WORDS)) > 10
    box = box_of(refused, "choose")
    refused.keyboard.press("Shift")  # a ring is for who uses keys
    box.get_by_role("radio").first.focus()
    at = refused.evaluate(FOCUSED, box.element_handle())
    assert at["ring"] < 2
    assert at["contrast"] < 3
    style.evaluate("style => style.remove()")


@pytest.mark.parametrize("theme", THEMES)
def test_the_engines_find_nothing_in_open_forms_and_refused_answers(
    refused: Page, theme: str
) -> None:
    choose_theme(refused, theme)
    assert violations(refused, colors_alone=theme != THEMES[0]) == []


def test_the_engines_would_find_a_picture_without_words(refused: Page) -> None:
    words = refused.locator(".gw-chart img").evaluate_all(
        "all => all.map(one => [one.alt, one.removeAttribute('alt')][0])"
    )
    found = violations(refused, ".gw-chart")
    refused.locator(".gw-chart img").evaluate_all(
        "(all, words) => all.forEach((one, at) => { one.alt = words[at] })", words
    )
    assert any(each.startswith("image-alt:") for each in found)
    assert any(each.startswith("img_alt_valid:") for each in found)


def test_help_stands_at_its_place(refused: Page) -> None:
    help_at_its_place(refused)


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
