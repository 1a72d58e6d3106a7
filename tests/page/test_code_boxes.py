"""A box for code: its colors can be read, and Tab leads out of it as it does everywhere."""

from collections.abc import Iterator

import pytest
from accessibility import THEMES, choose_theme, violations
from browser_tools import Lab
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SOURCE = "jupyterapp.shell.currentWidget.content.widgets.map(c => c.model.sharedModel.getSource())"
# One of each kind of token that Python has.
CODE = '''# a comment
import math
@property
def rate(a: int, *, b=None) -> "str":
    """Words."""
    return f"{a!r}" + str(math.floor(3.5) if not b else [a, True, {"k": 0x1F}])
class Gap(Exception): ...
x = (rate(1) >= 2) @ 3; print(x.y, r"\\d", ?)'''

# The learner's box with that code, and one of the lesson's own: all others are as these two.
MARK = """() => {
  for (const name of ['Your code', 'Code of this page']) {
    const [box] = [...document.querySelectorAll(`.cm-content[aria-label='${name}']`)]
      .filter(one => one.checkVisibility());
    box.closest('.cm-editor').setAttribute('data-looked-at', '');
  }
}"""


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Lab) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(lab.address("modules/01_root_causes.ipynb"))
    status = page.locator(".gwlab-status:visible")
    expect(status).to_have_text("Ready. You can answer now.")
    page.get_by_role("button", name="The same in code").click()  # folded at first
    page.get_by_role("textbox", name="Your code", exact=True).wait_for()
    yield page
    page.close()


@pytest.mark.parametrize("theme", THEMES)
def test_every_color_of_code_can_be_read(opened: Page, theme: str) -> None:
    choose_theme(opened, theme)
    opened.get_by_role("button", name="Show the code").click()
    opened.get_by_role("textbox", name="Code of this page").first.wait_for()
    own = "c => c.model.getMetadata('tags')?.includes('code-path')"
    before = opened.evaluate(
        f"""code => {{
          const cell = jupyterapp.shell.currentWidget.content.widgets.find({own});
          const before = cell.model.sharedModel.getSource();
          cell.model.sharedModel.setSource(code);
          return before;
        }}""",
        CODE,
    )
    opened.wait_for_function("document.querySelectorAll('.cm-content span[class]').length > 40")
    opened.evaluate(MARK)
    assert opened.locator("[data-looked-at]").count() == 2
    assert violations(opened, "[data-looked-at]") == []
    opened.evaluate(
        f"""code => jupyterapp.shell.currentWidget.content.widgets.find({own})
              .model.sharedModel.setSource(code)""",
        before,
    )
    opened.get_by_role("button", name="Hide the code").click()


def test_tab_leaves_the_box_both_ways_and_the_way_is_told(opened: Page) -> None:
    box = opened.get_by_role("textbox", name="Your code", exact=True)
    before = opened.evaluate(SOURCE)
    told = "Tab leaves this box."
    assert told in box.evaluate(
        "box => document.getElementById(box.getAttribute('aria-describedby')).textContent"
    )
    expect(opened.locator(".gwlab-editor-note:visible")).to_contain_text(told)
    for key in ("Tab", "Shift+Tab"):
        box.focus()
        opened.keyboard.press(key)
        expect(box).not_to_be_focused()
        assert opened.evaluate("document.activeElement.closest('.jp-Notebook') !== null")
    assert opened.evaluate(SOURCE) == before
    # The way to move a line to the right, which Tab did before.
    box.focus()
    opened.keyboard.press("Control+]")
    assert opened.evaluate(SOURCE) != before
    opened.keyboard.press("Control+[")
    assert opened.evaluate(SOURCE) == before
