"""The readiness profile is rated one need at a time, and every need is at hand."""

import re
from collections.abc import Iterator

import pytest
from accessibility import violations
from acts import RATE, READY, new_page, open_lesson, status
from browser_tools import Lab
from playwright.sync_api import Browser, Locator, expect

from groundwork.subject import readiness_asks
from groundwork.subject.readiness_statements import NEEDS, STATEMENTS

pytestmark = pytest.mark.browser

TITLES = [need.title for need in NEEDS]
SIZES = [len(need.statements) for need in NEEDS]
TOP = "node => node.getBoundingClientRect().top"


@pytest.fixture(scope="module")
def form(browser: Browser, lab: Lab) -> Iterator[Locator]:
    """The form of a real profile, rated by the tests below one after the other."""
    with new_page(browser, lab) as page:
        open_lesson(page, lab, RATE)
        yield page.locator("[data-form=readiness_profile]")


def head(form: Locator, place: int, rated: int = 0) -> Locator:
    name = f"{place + 1} of {len(NEEDS)}: {TITLES[place]}, {rated} of {SIZES[place]} answered"
    return form.get_by_role("heading", name=name).get_by_role("button")


def open_steps(form: Locator) -> list[bool]:
    return [
        each.get_attribute("aria-expanded") == "true"
        for each in form.locator(".gw-step-head").all()
    ]


def test_each_need_has_a_heading_that_counts_and_the_first_is_open(form: Locator) -> None:
    for place in range(len(NEEDS)):
        expect(head(form, place)).to_be_visible()
    assert open_steps(form) == [True, False, False, False, False]
    expect(form.locator("fieldset.gw-statement:visible")).to_have_count(SIZES[0])
    expect(form.locator("fieldset.gw-statement")).to_have_count(len(STATEMENTS))


def test_the_count_follows_the_ratings(form: Locator) -> None:
    form.locator("fieldset.gw-statement").first.get_by_role("radio").nth(1).check()
    expect(head(form, 0, 1)).to_be_visible()


def test_who_does_not_know_is_told_the_next_step_and_not_which_papers_to_read(
    form: Locator,
) -> None:
    row = form.locator("fieldset.gw-statement").first
    row.get_by_role("radio").last.check()
    statement = next(iter(STATEMENTS.values()))
    expect(row.get_by_role("textbox", name="Whom will you ask?")).to_have_accessible_description(
        readiness_asks.next_step(statement)
    )
    row.get_by_role("radio").nth(1).check()
    expect(row.get_by_role("textbox", name="What shows it?")).to_have_accessible_description(
        statement.look_at
    )


def test_next_need_leads_on_by_keyboard_and_its_first_words_are_in_sight(form: Locator) -> None:
    page = form.page
    form.get_by_role("button", name=f"Next need: {TITLES[1]}").focus()
    page.keyboard.press("Enter")
    assert open_steps(form) == [False, True, False, False, False]
    expect(head(form, 1)).to_be_focused()
    expect(head(form, 1)).to_be_in_viewport()
    expect(form.locator("fieldset.gw-statement:visible legend").first).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(
        form.locator("fieldset.gw-statement:visible").first.get_by_role("radio").first
    ).to_be_focused()


@pytest.mark.parametrize("key", ["", "Enter", "Space"])
def test_a_heading_opens_and_closes_its_need_where_it_stands(form: Locator, key: str) -> None:
    control = head(form, 3)
    control.focus()
    before = control.evaluate(TOP)
    for shown in (True, False):
        control.click() if not key else form.page.keyboard.press(key)
        expect(control).to_have_attribute("aria-expanded", str(shown).lower())
        expect(control).to_be_focused()
        expect(control).to_be_in_viewport()
        if not shown:
            assert open_steps(form) == [False] * 5
    assert before >= control.evaluate(TOP) - 1
    assert violations(form.page, ".gw") == []


def test_the_search_of_the_browser_opens_the_need_that_it_finds(form: Locator) -> None:
    last = form.locator(".gw-step").last
    expect(last).to_have_attribute("hidden", "until-found")
    last.evaluate("step => step.dispatchEvent(new Event('beforematch', {bubbles: true}))")
    assert open_steps(form) == [False, False, False, False, True]


def test_a_printout_has_every_statement(form: Locator) -> None:
    form.page.emulate_media(media="print")
    for text in form.locator("fieldset.gw-statement legend").all():
        expect(text).to_be_visible()
    form.page.emulate_media(media="screen")


def test_who_comes_back_finds_the_need_where_they_stopped(form: Locator) -> None:
    page = form.page
    for fieldset in form.locator("fieldset.gw-statement").all()[: SIZES[0]]:
        if not fieldset.is_visible():
            head(form, 0, 1).click()
        fieldset.get_by_role("radio").last.check()
    expect(head(form, 0, SIZES[0])).to_be_visible()
    expect(form.get_by_text("✓ Saved").nth(SIZES[0] - 1)).to_be_attached()
    page.reload()
    expect(status(page)).to_have_text(READY)
    expect(head(form, 0, SIZES[0])).to_be_visible()
    expect(head(form, 1)).to_have_attribute("aria-expanded", "true")
    assert page.locator(".jp-WindowedPanel-outer").evaluate("outer => outer.scrollTop") == 0


def test_who_comes_back_finds_the_need_that_is_begun_and_not_the_first_that_is_not(
    form: Locator,
) -> None:
    page = form.page
    head(form, 3).click()
    form.locator("fieldset.gw-statement:visible").first.get_by_role("radio").nth(1).check()
    expect(head(form, 3, 1)).to_be_visible()
    expect(form.locator("fieldset.gw-statement:visible .gw-saved").first).to_have_text("✓ Saved")
    page.reload()
    expect(status(page)).to_have_text(READY)
    expect(head(form, 3, 1)).to_have_attribute("aria-expanded", "true")


PRESSES = """form => {
  const press = (node, x) => node.dispatchEvent(
    new MouseEvent('click', {bubbles: true, cancelable: true, detail: 1, clientX: x, clientY: 9}));
  press(form.querySelector('.gw-step:not([hidden]) > .gw-buttons button'), 9);
  const radio = form.querySelectorAll('.gw-step:not([hidden]) input')[2];
  const chosen = [9, 9, 29].map(x => {
    press(radio, x);
    return radio.checked;
  });
  return [...chosen, form.querySelector('.gw-step:not([hidden])') === radio.closest('.gw-step')];
}"""


def test_a_second_press_of_a_hand_at_rest_chooses_nothing(form: Locator) -> None:
    """The page moved under it, so nobody meant what stands there now; a hand that moved chooses."""
    if not open_steps(form)[0]:
        form.locator(".gw-step-head").first.click()
    assert form.evaluate(PRESSES) == [False, False, True, True]


PRESSES_AGAIN = """(form, kind) => {
  const press = node => node.dispatchEvent(
    new MouseEvent('click', {bubbles: true, cancelable: true, detail: 1, clientX: 99, clientY: 9}));
  press(form.querySelector('.gw-step-head'));
  const radio = [...form.querySelectorAll('input[type=radio]:not(:checked)')].at(-1);
  document.body.dispatchEvent(new Event(kind, {bubbles: true}));
  press(radio);
  return radio.checked;
}"""


@pytest.mark.parametrize("kind", ["pointermove", "wheel", "keydown"])
def test_a_second_press_of_a_hand_that_moved_or_scrolled_is_meant(form: Locator, kind: str) -> None:
    assert form.evaluate(PRESSES_AGAIN, kind)


def test_the_card_at_a_stop_names_a_paper_as_soon_as_it_is_made(form: Locator) -> None:
    stop = form.page.get_by_role("region", name="You can stop here")
    expect(stop).to_contain_text("The 5-minute part is done: here is what you have.")
    expect(stop).to_contain_text("It is kept in your folder my_work.")
    form.get_by_role("button", name="Word", exact=True).click()
    expect(stop).to_contain_text(
        re.compile(r"Your paper, in my_work/papers: Readiness profile [\d-]+\.docx\.")
    )
