"""A page prints as a reader wants it: all its text, no code, what is the learner's by choice."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import Lab, until
from every_kind import AFTER_ANSWER, CELLS
from fields_of_every_kind import fill_everything
from learner_lab import open_alone
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

SECRET = "Quokka"
HELP = "modules/how_it_works.ipynb"  # asks nothing
READY = re.compile("^Ready")
ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("modules", "exercises")
    for path in (ROOT / folder).rglob("*.ipynb")
    if "my_work" not in path.parts and ".ipynb_checkpoints" not in path.parts
)


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Lab) -> Iterator[Page]:
    """One window; printing does not wait for a person's answer in it."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script("window.print = () => { window.printed = true }")
    yield page
    page.close()


def turn_to(page: Page, lab: Lab, path: str) -> None:
    open_alone(page, lab, path)
    is_drawn(page)


def is_drawn(page: Page) -> None:
    """Wait until a page is ready and all its pictures are there."""
    expect(page.locator(".gwlab-status:visible")).to_have_text(READY)
    drawn = "() => [...document.querySelectorAll('.gw img')].every(one => one.complete)"
    page.wait_for_function(drawn)


def on_paper(page: Page) -> Locator:
    """What the browser lays out for paper, without printing."""
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    return page.locator(".gwlab-printed")


def back_on_screen(page: Page) -> None:
    page.emulate_media(media="null")  # "screen" would hold for a PDF too
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_browsers_own_key_prints_the_page_and_the_reader_stays_where_they_were(
    opened: Page, lab: Lab
) -> None:
    turn_to(opened, lab, "modules/01_root_causes.ipynb")
    outer = opened.locator(".jp-WindowedPanel-outer:visible")
    outer.evaluate("outer => outer.scrollTo(0, 700)")
    # Whoever reads on is no longer asked whether to go there.
    expect(opened.locator(".gwlab-line:visible .gwlab-suggestion")).to_have_text("")
    place = outer.bounding_box()
    pages = len(re.findall(rb"/Type\s*/Page\b", opened.pdf(format="Letter")))
    assert pages > 5  # JupyterLab alone prints the one screen that is seen
    opened.wait_for_timeout(1000)  # what changes with a window changes a moment later
    until(lambda: outer.evaluate("outer => outer.scrollTop") == 700)
    until(lambda: outer.bounding_box() == place)
    assert opened.locator(".gwlab-printed").count() == 0
    assert "Groundwork" in opened.title()


def test_what_is_the_learners_own_is_printed_only_by_choice(opened: Page, lab: Lab) -> None:
    turn_to(opened, lab, "modules/90_every_kind.ipynb")
    fill_everything(opened, SECRET)
    # A form left open holds words that nobody kept.
    opened.locator(".gw-records .gw-button.gw-main:visible").last.click()
    opened.locator(".gw-records form textarea").last.fill(f"{SECRET} not kept")
    said = on_paper(opened).text_content() or ""
    assert "Where is it decided?" in said and "What did I hear?" in said
    assert SECRET not in said and "×" not in said and "Infant deaths" in said
    assert on_paper(opened).locator("img[src*=svg]").count() == 3  # author's charts, no map
    back_on_screen(opened)

    def chosen(*ticks: str) -> str:
        opened.get_by_role("button", name="Print this page").click()
        for tick in ticks:
            opened.get_by_role("checkbox", name=tick).press("Space")
        line = opened.locator(".gwlab-line:visible")  # papers have a button of the same name
        line.get_by_role("button", name="Print", exact=True).press("Enter")
        opened.wait_for_function("window.printed")
        expect(opened.locator(".gwlab-status:visible")).to_have_text(READY)
        text = opened.locator(".gwlab-printed").text_content() or ""
        back_on_screen(opened)
        opened.evaluate("window.printed = false")
        return text

    assert SECRET not in chosen()
    own = chosen("with my answers, ratings and maps")
    boxes = opened.locator(".gw :is(textarea, input:not([type]))").evaluate_all(
        "boxes => boxes.filter(box => !box.closest('form, .gw-screen')).map(box => box.value)"
    )
    fields = sum(SECRET in words for words in boxes)
    assert own.count(f"{SECRET} in a field") == fields - 1  # all but the reflection's
    assert own.count(f"{SECRET} in a form") >= 4  # two lists, a map, a timeline
    assert f"{SECRET} not kept" not in own
    reflections = chosen("with my reflections, which are private")
    assert reflections.count(SECRET) == 1
    assert SECRET not in chosen()  # no choice is kept for the next time


def test_printing_can_be_called_off_with_the_keyboard(opened: Page, lab: Lab) -> None:
    opened.get_by_role("button", name="Print this page").press("Enter")
    expect(opened.get_by_role("checkbox", name="with my answers, ratings and maps")).to_be_focused()
    for _ in range(3):
        opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    expect(opened.locator(".gwlab-status:visible")).to_have_text(READY)
    assert not opened.evaluate("window.printed")


def test_jupyterlabs_own_print_command_prints_our_page(opened: Page) -> None:
    opened.evaluate("void jupyterapp.commands.execute('apputils:print')")
    opened.wait_for_function("window.printed")
    assert SECRET not in (opened.locator(".gwlab-printed").text_content() or "")
    back_on_screen(opened)


def test_every_kind_of_widget_is_on_the_page_that_is_printed() -> None:
    assert set(AFTER_ANSWER) < set(CELLS)
