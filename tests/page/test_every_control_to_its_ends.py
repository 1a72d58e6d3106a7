"""Every slider, menu and choice of every lesson goes to both its ends, and the page stays whole."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plain_page import PlainPage, plain_lesson
from playwright.sync_api import Browser, ElementHandle
from shown import shown_by

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "modules").glob("[0-9]*.ipynb"))
SMALLEST = (320, 640)  # a phone, or a window of 1280 at 400 %
# What a number that is none, or a value that is missing, looks like to a reader.
NO_WORDS = r"\b(NaN|nan|undefined|null|Infinity|inf|Traceback)\b|\$None|\bNone %|\[object "
SLIDERS = "input[type=range]"
MENUS = "select"
CHOICES = ":is(input[type=radio], input[type=checkbox])"
# The control at a place among those that are seen, found once: to look for it at each step, as a
# locator does, goes through the whole page each time.
SEEN = """([which, at]) => [...document.querySelectorAll(which)].filter(each =>
  each.offsetWidth && each.offsetHeight && each.checkVisibility({visibilityProperty: true}))[at]"""
UNFOLD = "() => document.querySelectorAll('details').forEach(each => { each.open = true; })"
# What can be chosen in a menu; how often to press a choice: a box is checked and not checked, of a
# group its first and its last are chosen.
ABOUT = """each => {
  const options = [...(each.options ?? [])];
  const group = [...document.getElementsByName(each.name)];
  const isAnEnd = each === group[0] || each === group.at(-1);
  return {
    name: each.labels?.[0]?.textContent ?? each.ariaLabel ?? each.id,
    disabled: each.matches(':disabled, [aria-disabled=true], [aria-disabled=true] *'),
    options: [...options.keys()].filter(at => !options[at].disabled),
    presses: each.type === 'checkbox' ? 2 : Number(isAnEnd),
  };
}"""
LOOK = """words => {
  const said = document.querySelector('main').textContent;
  const at = said.search(new RegExp(words));
  const { scrollWidth } = document.documentElement;
  return [at < 0 ? '' : said.slice(at - 80, at + 80), scrollWidth - innerWidth];
}"""


@pytest.fixture(scope="module", params=LESSONS, ids=lambda path: path.stem)
def opened(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PlainPage]:
    """All that a lesson shows, on one page."""
    folder = tmp_path_factory.mktemp("ends")
    for name in ("datasets", "modules"):
        shutil.copytree(ROOT / name, folder / name, ignore=lambda *_: ["my_work"])
    (folder / "my_work").mkdir()

    def shown() -> dict[str, object]:
        return {f"part-{at}": each for at, each in enumerate(shown_by(request.param, {}))}

    with plain_lesson(browser, folder, shown) as plain:
        yield plain


def slide(one: ElementHandle, _: dict[str, Any]) -> Iterator[None]:
    for key in ("Home", "End"):
        one.press(key)
        yield


def choose(one: ElementHandle, about: dict[str, Any]) -> Iterator[None]:
    for at in (about["options"][-1], about["options"][0]):
        one.select_option(index=at)
        yield


def check(one: ElementHandle, about: dict[str, Any]) -> Iterator[None]:
    for _ in range(about["presses"]):
        one.press("Space")
        yield


WAYS = {SLIDERS: slide, MENUS: choose, CHOICES: check}


def is_whole(plain: PlainPage, done: str) -> None:
    no_words, wider = plain.page.evaluate(LOOK, NO_WORDS)
    assert no_words == "", done
    assert wider <= 0, f"{done}: wider than the window"


def test_each_control_goes_to_both_its_ends(opened: PlainPage) -> None:
    opened.page.set_viewport_size({"width": SMALLEST[0], "height": SMALLEST[1]})
    opened.page.evaluate(UNFOLD)
    moved = 0
    for which, way in WAYS.items():
        at = 0
        # One may open another.
        while one := opened.page.evaluate_handle(SEEN, [which, at]).as_element():
            at += 1
            about = one.evaluate(ABOUT)
            if about["disabled"]:
                continue
            for _ in way(one, about):
                opened.settle()
                is_whole(opened, f"{about['name']} (number {at} of {which})")
                moved += 1
    assert moved >= 4, "every lesson has controls"
    assert opened.faults == []
