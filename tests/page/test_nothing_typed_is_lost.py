"""What is typed and not saved outlives a restart, and the page asks before it is left behind."""

import os
import re
import signal
from collections.abc import Iterator
from typing import Any

import pytest
from browser_tools import Lab
from every_kind import NAME, READY, box_of, is_ready, open_page
from fields_of_every_kind import FIELDS, WORDS
from learner_lab import open_alone
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

UNSAVED = "Not saved yet"
KEPT_ANSWERS = ["choose", "several", "sort", "number", "text"]
OTHER = {  # another answer to each, as another window gives it
    "choose": ("In the budget", lambda box: box.get_by_role("radio").nth(0).check()),
    "several": ("A fee", lambda box: box.get_by_role("checkbox").nth(0).check()),
    "sort": (
        "is Service",
        lambda box: [
            box.get_by_role("combobox").nth(at).select_option(each) for at, each in enumerate("ps")
        ],
    ),
    "number": ("12.5 per 1,000", lambda box: box.get_by_role("textbox").fill("7")),
    "text": (WORDS, lambda box: box.get_by_role("textbox").fill("Other words of the other")),
}


@pytest.fixture(scope="module")
def page(browser: Browser, lab: Lab) -> Iterator[Page]:
    """A window in which all of this happens, one thing after the other."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.set_default_timeout(40_000)
    # JupyterLab's own words on a program that crashed.
    ok = page.get_by_role("dialog").get_by_role("button", name="Ok")
    page.add_locator_handler(ok, lambda: ok.click())
    open_page(page, lab)
    yield page
    page.context.close()


def fill_all(page: Page) -> None:
    for kind, field in FIELDS.items():
        field.fill(box_of(page, kind))


def holds_all(page: Page) -> None:
    for kind, field in FIELDS.items():
        field.holds(box_of(page, kind))
        if field.asks and kind != "rating":
            expect(box_of(page, kind).get_by_text(UNSAVED).first).to_be_visible()


def restart(page: Page) -> None:
    page.get_by_role("button", name="Restart this page").click()
    page.get_by_role("button", name="Yes, restart").click()
    is_busy = page.locator(".gwlab-line:visible[data-tone=busy]")
    expect(is_busy).to_be_visible()
    is_ready(page)


def says(page: Page, words: str) -> None:
    expect(page.locator(".gwlab-status:visible")).to_contain_text(words, timeout=120_000)


def asked_by_browser(page: Page, act: str) -> bool:
    """Whether the browser asks before it leaves; the answer is to stay."""
    with page.expect_event("dialog") as asked:
        page.evaluate(f"setTimeout(() => {act})")
    kind = asked.value.type
    asked.value.dismiss()
    return kind == "beforeunload"


def test_each_field_says_that_it_is_not_saved(page: Page) -> None:
    expect(page.locator(".gw").get_by_text(UNSAVED)).to_have_count(0)
    fill_all(page)
    holds_all(page)


def test_the_page_is_restarted(page: Page) -> None:
    page.get_by_role("button", name="Restart this page").click()
    says(page, "What you typed and did not save comes back.")
    page.get_by_role("button", name="No, go on").click()
    restart(page)
    holds_all(page)
    assert page.evaluate("document.activeElement.closest('.gw')") is None  # no form takes the focus


KERNEL = "jupyterapp.shell.currentWidget.sessionContext.session.kernel.id"


def test_the_lessons_program_crashes(page: Page) -> None:
    crashed = page.evaluate(KERNEL)
    pid = page.evaluate(
        """async () => {
          const {kernel} = jupyterapp.shell.currentWidget.sessionContext.session;
          const asked = kernel.requestExecute({code: 'import os; print(os.getpid())'});
          return new Promise(said => {
            asked.onIOPub = ({content}) => content.text && said(Number(content.text));
          });
        }"""
    )
    os.kill(pid, signal.SIGKILL)
    says(page, "no longer running")
    FIELDS["rating"].fill(box_of(page, "rating"))
    restart(page)
    holds_all(page)
    assert page.evaluate(KERNEL) != crashed  # whose connection the server may give back, dead


def test_the_course_is_stopped_and_started_again(page: Page, server: Any) -> None:
    server.stop()
    says(page, "What you typed stays here while this page is open.")
    for kind in ("text", "rating"):
        FIELDS[kind].fill(box_of(page, kind))
    server.start()
    is_ready(page)
    holds_all(page)


@pytest.mark.parametrize(
    "act", ["location.reload()", "location.assign('about:blank')", "history.back()"]
)
def test_the_browser_asks_before_it_leaves(page: Page, act: str) -> None:
    assert asked_by_browser(page, act)
    holds_all(page)


def test_the_browser_asks_before_it_closes(page: Page) -> None:
    with page.expect_event("dialog") as asked:
        page.close(run_before_unload=True)
    asked.value.dismiss()
    holds_all(page)


def test_our_own_links_ask_with_a_way_back(page: Page) -> None:
    page.get_by_role("link", name="The other lesson").first.click()
    question = page.get_by_text("You typed something here that is not saved.")
    expect(question).to_be_visible()
    expect(page.get_by_role("button", name="Stay here")).to_be_focused()
    page.keyboard.press("Enter")
    expect(question).to_have_count(0)
    assert page.evaluate("document.activeElement.closest('.gw') !== null")  # at what is not saved
    holds_all(page)


def test_back_and_forth_bring_the_page_that_the_address_names(page: Page) -> None:
    page.get_by_role("link", name="The other lesson").first.click()
    page.get_by_role("button", name="Go on").click()
    other = page.get_by_role("heading", name="The other lesson")
    expect(other).to_be_visible()
    expect(page).to_have_url(re.compile("91_other"))
    is_ready(page)
    page.evaluate("history.back()")
    expect(page).to_have_url(re.compile(NAME))
    expect(page.get_by_role("heading", name="Every kind")).to_be_visible()
    holds_all(page)
    page.evaluate("history.forward()")
    page.get_by_role("button", name="Stay here").click()
    expect(page).to_have_url(re.compile(NAME))
    expect(page.get_by_role("heading", name="Every kind")).to_be_visible()
    page.evaluate("history.back()")
    page.wait_for_timeout(500)
    holds_all(page)


HERE = "jupyterapp.shell.currentWidget.context.path"


def turn_by_path(page: Page, name: str) -> None:
    page.locator(f".gwlab-path a[href*='{name}']").first.click()


def agrees(page: Page) -> bool:
    """Whether the address names the page on the screen."""
    return page.evaluate(HERE).split("/")[-1] == page.url.split("/")[-1]


def test_in_whatever_order_one_goes_back_and_forth_no_word_is_lost(
    browser: Browser, lab: Lab
) -> None:
    """The address names the page on the screen, or the page asks; and every word is there."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    open_page(page, lab, "91_other")
    turn_by_path(page, NAME)
    expect(page).to_have_url(re.compile(NAME))
    is_ready(page)
    fill_all(page)
    turn_by_path(page, "93_words")
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_url(re.compile("93_words"))
    is_ready(page)
    go_on = page.locator(".gwlab-question:visible").get_by_role("button", name="Go on")
    for step in (-1, -1, 1, 1, -2, 1, -1, 2, -1):
        page.evaluate("step => history.go(step)", step)
        page.wait_for_timeout(700)
        assert agrees(page) != bool(go_on.count()), step
        if go_on.count():
            go_on.click()
            page.wait_for_timeout(700)
        assert agrees(page), step
    expect(page).to_have_url(re.compile(NAME))
    holds_all(page)
    # Two Backs and a Forward without an answer to what the page asks: it has stopped asking.
    for step in (-1, 1):
        page.evaluate("step => history.go(step)", step)
        page.wait_for_timeout(700)
    assert agrees(page)
    expect(go_on).to_have_count(0)
    holds_all(page)
    page.evaluate("history.go(-1)")
    go_on.wait_for()
    assert asked_by_browser(page, "history.go(-1)")  # out of the course: the browser asks
    page.get_by_role("button", name="Stay here").click()
    holds_all(page)
    page.context.close()


@pytest.fixture(scope="module")
def second(page: Page, lab: Lab) -> Iterator[Page]:
    """Another window of the same browser on the same lesson."""
    second = page.context.new_page()
    open_page(second, lab)
    yield second
    second.close(run_before_unload=False)


@pytest.mark.parametrize("kind", KEPT_ANSWERS)
def test_a_second_window_answers(page: Page, second: Page, kind: str) -> None:
    """The window with words of its own is told, and so is the one whose answer was replaced."""
    in_words, change = OTHER[kind]
    here, there = box_of(page, kind), box_of(second, kind)
    if kind == "sort":
        here.get_by_role("combobox").nth(1).select_option("s")
    change(there)
    there.locator(".gw-main").click()
    expect(there.get_by_text(UNSAVED)).to_have_count(0)
    # Told at once, without a press; the own words stay and can be kept.
    expect(here.get_by_role("status")).to_contain_text("This was changed in another window.")
    FIELDS[kind].holds(here)
    expect(here.get_by_text(UNSAVED)).to_be_visible()
    here.locator(".gw-main").click()
    expect(here.get_by_text(UNSAVED)).to_have_count(0)
    told = there.get_by_role("status")
    expect(told).to_contain_text("This was changed in another window.")
    expect(told).to_contain_text(in_words)
    expect(there.get_by_text(UNSAVED)).to_be_visible()
    expect(there.get_by_role("status", name="Saved")).to_have_count(0)


def test_a_notebook_that_is_not_trusted_gets_no_words_back(second: Page, lab: Lab) -> None:
    foreign = second
    open_alone(foreign, lab, "mine/foreign.ipynb")
    foreign.get_by_role("button", name="Run it now").click()
    says(foreign, "Every step of this notebook has run.")
    box = foreign.locator(".gw-reflection")
    FIELDS["reflection"].fill(box)
    foreign.get_by_role("button", name="Restart this page").click()
    says(foreign, "is cleared: copy it first.")
    foreign.get_by_role("button", name="Yes, restart").click()
    expect(box.get_by_role("textbox")).to_have_value("")
    says(foreign, "Every step of this notebook has run.")
    expect(box.get_by_role("textbox")).to_have_value("")


def test_once_all_is_saved_nobody_is_asked(second: Page, lab: Lab) -> None:
    page = second
    open_alone(page, lab, "modules/93_words.ipynb")
    is_ready(page)
    box = page.locator(".gw-reflection")
    FIELDS["reflection"].fill(box)
    assert asked_by_browser(page, "location.reload()")
    box.get_by_role("button", name="Keep").click()
    expect(box.get_by_role("status")).to_contain_text("Kept in")
    expect(page.locator(".gw").get_by_text(UNSAVED)).to_have_count(0)
    page.reload()
    expect(page.locator(".gwlab-status:visible")).to_have_text(READY)
