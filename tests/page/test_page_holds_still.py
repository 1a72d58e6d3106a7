"""The view moves only for words that answer the reader's own act, and the control in use stays."""

from collections.abc import Iterator

import pytest
from acts_on_every_kind import ACTS, Act
from browser_tools import Lab
from every_kind import ANSWERED, CELLS, NAME, box_of, open_page
from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

SIZES = {"as it is": (1280, 800), "at 200 %": (640, 400), "on a phone": (320, 480)}
TOP = """() => [...document.querySelectorAll('.jp-WindowedPanel-outer')]
  .find(each => each.checkVisibility()).scrollTop"""
# The control at the end of the view, where its answer would stand below it.
PLACE = """control => {
  control.scrollIntoView({block: 'end'});
  control.focus({preventScroll: true});
  return control.getBoundingClientRect().top;
}"""
# Where things stand, once Python has answered everything and nothing moves any more.
STILL = """async control => {
  const outer = [...document.querySelectorAll('.jp-WindowedPanel-outer')]
    .find(one => one.checkVisibility());
  const seen = nodes => [...nodes].filter(one => one.checkVisibility()).map(box);
  const box = node => { const {top, bottom} = node.getBoundingClientRect(); return {top, bottom}; };
  const now = () => ({
    view: box(outer),
    control: control.isConnected ? box(control) : null,
    focused: document.activeElement === control,
    name: document.activeElement.outerHTML.slice(0, 120),
    said: [...outer.querySelectorAll('.gw-feedback:not(:empty)')].map(one => one.textContent),
    inUse: document.activeElement.closest('.gw') ? box(document.activeElement) : null,
    words: seen((document.activeElement.closest('.gw') ?? outer).querySelectorAll(
      '.gw-feedback:not(:empty), .gw-fault, .gw-tools, .gw-step > *')),
  });
  ANSWERED
  let last = '', since = performance.now();
  for (;;) {
    await new Promise(next => setTimeout(next, 30));
    const text = JSON.stringify(now());
    if (text !== last) { last = text; since = performance.now(); }
    else if (performance.now() - since > 200) return now();
  }
}""".replace("ANSWERED", ANSWERED)
NEAR = 12  # pixels: an outline, a margin


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Lab) -> Iterator[Page]:
    """The lesson with every kind of widget, opened once for all tests below."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    open_page(page, lab, NAME)
    assert page.evaluate(TOP) == 0
    yield page
    page.close()


@pytest.mark.parametrize("kind", CELLS)
@pytest.mark.parametrize("size", SIZES)
def test_whatever_is_done_the_control_in_use_stays_in_sight(
    opened: Page, size: str, kind: str
) -> None:
    width, height = SIZES[size]
    opened.set_viewport_size({"width": width, "height": height})
    for act in ACTS[kind]:
        do(opened, act, box_of(opened, kind))


def do(page: Page, act: Act, box: Locator) -> None:
    """Do one thing, and compare where everything stood before with where it stands after."""
    handle = act.find(box).element_handle()
    assert handle
    before = handle.evaluate(PLACE)
    if act.types:
        page.keyboard.type(act.key)
    else:
        page.keyboard.press(act.key)
    after = handle.evaluate(STILL)
    said = f"{act.what}: from {before} to {after}"
    view, used = after["view"], after["inUse"]
    assert used, said
    tall = used["bottom"] - used["top"] > view["bottom"] - view["top"]
    assert tall or used["top"] >= view["top"] - 1, said
    assert tall or used["bottom"] <= view["bottom"] + 1, said
    if not after["focused"]:
        return
    moved = before - after["control"]["top"]
    if abs(moved) <= 1:
        return
    assert act.answered, said
    # Only as far as the words, or as the control allows.
    ends = [abs(words["bottom"] - view["bottom"]) < NEAR for words in after["words"]]
    assert any(ends) or used["top"] - view["top"] < NEAR, said
