"""What no engine measures of WCAG 2.2 AA, over every kind of widget with its form open.

2.4.7 and 2.4.11 focus, 2.5.8 target size, 1.4.10 reflow, 1.4.12 text spacing, 3.2.6 help.
"""

import pytest
from browser_tools import Lab
from every_kind import CELLS, NAME, box_of
from measures import CONTROL, CROWDED, CUT_OFF, FOCUSED, ROOM, SPACED
from playwright.sync_api import Browser, Page, expect
from test_print import HELP, PAGES

pytestmark = pytest.mark.browser

# As it is, and what a zoom of 400 % leaves of a window of 1280 by 1024.
SIZES = {"as it is": (1280, 800), "at 400 %": (320, 256)}
OURS = (".gw", ".gwlab-line", ".gwlab-path", ".gwlab-footer", ".gwlab-fold")
TARGETS = ", ".join(f"{part} :is({CONTROL})" for part in OURS)
WORDS = ", ".join(f"{part}, {part} *" for part in OURS)


def resize(page: Page, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})


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
    box.get_by_role("radio").first.focus()
    at = refused.evaluate(FOCUSED, box.element_handle())
    assert at["ring"] < 2
    assert at["contrast"] < 3
    style.evaluate("style => style.remove()")


def test_help_stands_at_the_same_place_on_every_page(browser: Browser, lab: Lab) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(lab.address(f"modules/{NAME}.ipynb"))
    for path in [*PAGES, f"modules/{NAME}.ipynb"]:
        page.evaluate("path => void jupyterapp.commands.execute('docmanager:open', {path})", path)
        ways = page.locator(".gwlab-line:visible nav a")
        if path != HELP:
            expect(ways.last).to_have_text("Help")
        navigation = page.locator(".gwlab-path nav")
        expect(navigation.nth(0)).to_have_accessible_name("Lessons and exercises")
        expect(navigation.nth(1)).to_have_accessible_name("Help")
        expect(navigation.nth(1).get_by_role("link")).to_have_count(1)
    page.close()
