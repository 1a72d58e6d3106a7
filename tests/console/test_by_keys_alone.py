"""What is needed now and then, by keys alone: no focus is lost or hidden, and each act is heard."""

from collections.abc import Iterator

import pytest
from asked_of_the_console import taken, work
from invented_cohort import PEOPLE
from plain_console import OnPage, plain_console
from playwright.sync_api import Browser, Locator, expect
from running_console import go_to

from groundwork.cohort.console.widget import Console
from groundwork.cohort.course_folder import Cohort

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore")]
ANA, BO = PEOPLE[0], PEOPLE[1]
# Wide, narrow, and as wide as 1280 pixels are at 200 %.
WIDTHS = {"1280": (1280, 800), "390": (390, 780), "200 %": (640, 400)}
# What has the focus is a control of the console, can be seen, and nothing lies above it.
LOST = """() => {
  const node = document.activeElement;
  if (!node?.closest(".gw-console")) return "the focus is lost";
  if (!node.checkVisibility()) return `hidden: ${node.outerHTML.slice(0, 80)}`;
  const box = node.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight) return "the focus is out of sight";
  const [x, y] = [box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 12)];
  const above = document.elementFromPoint(x, Math.min(Math.max(y, 1), innerHeight - 1));
  const isFree = !above || node.contains(above) || above.contains(node);
  return isFree ? "" : `covered by ${above.outerHTML.slice(0, 80)}`;
}"""
HEARD = """() => {
  window.heard = [];
  const look = (changes) => {
    for (const { target } of changes) {
      const node = target.nodeType === 1 ? target : target.parentElement;
      const region = node?.closest("[role=status]");
      const said = region?.checkVisibility() && region.textContent.trim();
      if (said) heard.push(said);
    }
  };
  const how = { childList: true, characterData: true, subtree: true };
  new MutationObserver(look).observe(document.querySelector(".gw-console"), how);
}"""


@pytest.fixture(params=WIDTHS)
def on(
    request: pytest.FixtureRequest, console: Console, cohort: Cohort, browser: Browser
) -> Iterator[OnPage]:
    """A console on which two hand-ins were graded, in a window of some width."""
    taken(console, range(2))
    work(console, "grade")
    with plain_console(browser, console) as found:
        width, height = WIDTHS[request.param]
        found.page.set_viewport_size({"width": width, "height": height})
        found.page.evaluate(HEARD)
        yield found


def press(on: OnPage, control: Locator, key: str = "Enter") -> None:
    """Come to a control by Tab, press a key, and look where the focus is then."""
    go_to(on.page, control)
    assert on.page.evaluate(LOST) == ""
    on.page.keyboard.press(key)
    on.plain.settle()
    assert on.page.evaluate(LOST) == ""


def choose(on: OnPage, menu: Locator, value: str) -> None:
    """Choose from a list by its arrows."""
    go_to(on.page, menu)
    for _ in range(40):
        if menu.input_value() == value:
            return
        on.page.keyboard.press("ArrowDown")
    raise AssertionError(value)


def heard(on: OnPage, words: str) -> None:
    """A screen reader was told."""
    said = on.page.evaluate("heard.splice(0)")
    assert any(words in each for each in said), said


def test_a_hand_in_is_given_to_somebody_else(on: OnPage) -> None:
    part = on.page.locator("details.gw-part", has_text="Give a hand-in to somebody else")
    press(on, part.locator("> summary"))
    give = part.get_by_role("button", name="Give it to them")
    press(on, give)
    heard(on, "Choose who has it and whose it is first.")
    choose(on, part.get_by_label("Who has it now?"), ANA.id)
    choose(on, part.get_by_label("Whose is it?"), "cy.day")
    press(on, give, "Space")
    heard(on, "It is Cy Day (cy.day)'s now.")
    expect(give).to_be_focused()


def opened(on: OnPage) -> Locator:
    """Open an answer to read, by keys."""
    choose(on, on.page.get_by_label("Whose answer?"), ANA.id)
    press(on, on.root.get_by_role("button", name="Open", exact=True))
    expect(on.page.get_by_role("heading", name=ANA.shown())).to_be_focused()
    return on.page.locator(".gw-scale-of").first


def test_a_tick_is_taken_back(on: OnPage) -> None:
    scale = opened(on)
    go_to(on.page, scale.get_by_role("radio").first)
    on.page.keyboard.press("Space")
    on.page.keyboard.press("ArrowDown")
    expect(scale.get_by_role("radio").nth(1)).to_be_checked()
    on.page.evaluate("heard.splice(0)")
    press(on, scale.get_by_role("button", name="Take the tick back"))
    assert scale.get_by_role("radio", checked=True).count() == 0
    expect(scale.get_by_role("radio").first).to_be_focused()
    heard(on, "No line is ticked for “The chain goes up” now.")


def test_what_was_changed_is_taken_back(on: OnPage) -> None:
    scale = opened(on)
    go_to(on.page, scale.get_by_role("radio").first)
    on.page.keyboard.press("Space")
    go_to(on.page, on.page.get_by_label("Your comment"))
    on.page.keyboard.type("Half typed")
    press(on, on.page.locator(".gw-reading").get_by_role("button", name="Cancel"))
    heard(on, "What you changed is taken back.")
    expect(on.page.get_by_label("Your comment")).to_have_value("")
    assert scale.get_by_role("radio", checked=True).count() == 0
    assert on.page.evaluate("plain.unsaved()") == 0


def test_names_are_covered_and_shown(on: OnPage) -> None:
    toggle = on.page.locator(".gw-cover button")
    press(on, toggle)
    heard(on, "Names and work are hidden now.")
    expect(toggle).to_have_text("Show names")
    assert ANA.last not in on.root.inner_text()
    press(on, toggle, "Space")
    heard(on, "Names and work are shown now.")
    press(on, toggle)
    part = on.page.locator(".gw-covered:visible").last
    press(on, part.get_by_role("button", name="Show names"))
    heard(on, "Names and work are shown now.")
    expect(toggle).to_have_text("Hide names")
