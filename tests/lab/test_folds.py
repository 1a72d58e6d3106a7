"""Parts of a lesson are folded by choice, and nothing of them is out of reach."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import violations
from acts import PARTS, READY, new_page, open_lesson, press, status
from browser_tools import Lab
from learner_lab import open_alone
from playwright.sync_api import Browser, Locator, Page, expect

from groundwork.learner.papers.model import ALONE
from groundwork.subject.readiness_statements import NEEDS

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("nothing_kept")]

SHOWN = {"heron", "egret", "stork", "ibis", "crane"}  # where everything is chosen
LOOKED_UP = {"Rail", "dunlin"}  # in a section, and in a part of one
COUNTY = "bittern"
QUICK = "5 minutes: the middle one"
ALL = "All of it: 55 minutes, in as many sittings as you like"
TOP = "node => node.getBoundingClientRect().top"


@pytest.fixture(scope="module")
def parts(browser: Browser, lab: Lab) -> Iterator[Page]:
    """One browser, in which the tests below use the lesson one after the other."""
    with new_page(browser, lab) as page:
        open_lesson(page, lab, PARTS)
        yield page


def shows(page: Page, words: set[str]) -> None:
    for word in SHOWN | LOOKED_UP | {COUNTY}:
        text = page.locator(".jp-MarkdownOutput", has_text=word).get_by_text(word, exact=False)
        expect(text.first).to_be_visible(visible=word in words)


def fold(page: Page, heading: str) -> Locator:
    """The button below a heading."""
    return page.locator(f"[aria-label='{heading}']:visible .gwlab-fold button")


def test_at_first_only_what_is_looked_up_and_the_county_are_folded(parts: Page) -> None:
    shows(parts, SHOWN)
    expect(parts.get_by_label(ALL)).to_be_checked()
    control = fold(parts, "Words used here")
    expect(control).to_have_accessible_name("Show this part (1 minute): Words used here")
    expect(parts.get_by_role("heading", name="Words used here")).to_be_visible()
    assert violations(parts) == []


def test_the_quick_path_folds_all_but_its_own_steps_and_the_page_holds_still(parts: Page) -> None:
    parts.get_by_label(ALL).focus()
    before = parts.get_by_label(QUICK).evaluate(TOP)
    parts.keyboard.press("ArrowUp")
    expect(parts.get_by_label(QUICK)).to_be_checked()
    expect(parts.get_by_label(QUICK)).to_be_focused()
    shows(parts, set())
    assert parts.get_by_label(QUICK).evaluate(TOP) == before
    expect(parts.locator(".gwlab-way [role=status]")).to_contain_text("The other parts are folded.")
    expect(parts.get_by_role("paragraph").filter(has_text="Rate it.")).to_be_visible()
    for heading in ("Before you start", "A story", "Reflect"):
        expect(parts.get_by_role("heading", name=heading)).to_be_visible()
    expect(parts.get_by_role("heading", name="A step of it")).to_be_hidden()
    expect(parts.locator("pre", has_text="an answer of the crane")).to_be_hidden()
    assert violations(parts) == []


@pytest.mark.parametrize("key", ["", "Enter", "Space"])
def test_a_folded_part_opens_and_closes_where_it_stands(parts: Page, key: str) -> None:
    control = fold(parts, "A story")
    expect(control).to_have_accessible_name("Show this part (2 minutes): A story")
    control.focus()
    before = control.evaluate(TOP)
    for shown, name in ((True, "Fold this part: A story"), (False, "Show this part")):
        if key:
            parts.keyboard.press(key)
        else:
            control.click()
        expect(control).to_have_attribute("aria-expanded", str(shown).lower())
        expect(control).to_have_accessible_name(name) if shown else None
        shows(parts, {"egret", "stork"} if shown else set())
        expect(control).to_be_focused()
        assert control.evaluate(TOP) == pytest.approx(before, abs=1)


def test_the_keys_go_from_one_fold_to_the_next_and_an_arrow_opens_none(parts: Page) -> None:
    fold(parts, "Before you start").focus()
    parts.keyboard.press("Tab")
    expect(fold(parts, "A story")).to_be_focused()
    parts.locator("[aria-label='Before you start']").focus()
    parts.keyboard.press("ArrowDown")
    parts.keyboard.press("Enter")
    expect(parts.locator("[aria-label='Before you start']")).to_be_focused()
    shows(parts, set())


def test_a_fold_says_that_words_were_kept_in_what_it_hides(page: Page, lab: Lab) -> None:
    open_lesson(page, lab, PARTS)
    crane = page.locator("[data-reflection=crane]")
    crane.get_by_role("textbox").fill("By the river.")
    crane.get_by_role("button", name="Keep", exact=True).press("Enter")
    expect(crane.get_by_text("Kept in")).to_be_visible()
    button = crane.get_by_role("button", name="Forget", exact=True)
    before = button.bounding_box()
    button.press("Enter")
    expect(crane.get_by_role("button", name="No, go back")).to_be_focused()
    assert button.bounding_box() == before  # the question stands below it
    page.keyboard.press("Enter")
    page.get_by_label(QUICK).check()
    told = page.locator("[aria-label='Reflect'] .gwlab-fold")
    expect(told).to_contain_text("You kept something here.")
    open_alone(page, lab, PARTS)
    expect(status(page)).to_have_text(READY)
    expect(told).to_contain_text("You kept something here.")
    expect(page.locator("[aria-label='A story'] .gwlab-fold")).not_to_contain_text("kept")


def test_a_link_to_a_folded_part_opens_it(parts: Page) -> None:
    parts.get_by_role("link", name="Reflect").click()
    shows(parts, {"crane"})
    expect(parts.locator("[aria-label='Reflect']")).to_be_focused()
    fold(parts, "Reflect").click()


def test_the_browsers_search_finds_folded_words_and_opens_them(parts: Page) -> None:
    step = parts.locator(".jp-Cell", has_text="stork")
    expect(step).to_have_attribute("hidden", "until-found")
    step.evaluate("cell => cell.dispatchEvent(new Event('beforematch', {bubbles: true}))")
    shows(parts, {"egret", "stork"})
    fold(parts, "A story").click()
    rest = parts.locator("p", has_text="heron")
    expect(rest).to_have_attribute("hidden", "until-found")
    rest.evaluate("text => text.dispatchEvent(new Event('beforematch', {bubbles: true}))")
    shows(parts, {"heron"})
    fold(parts, "Before you start").click()


def test_jupyterlabs_own_search_and_outline_open_what_they_turn_to(parts: Page) -> None:
    turn = "jupyterapp.shell.currentWidget.content.activeCellIndex = {}"
    parts.evaluate(turn.format(3))
    shows(parts, {"egret", "stork"})
    fold(parts, "A story").click()
    shows(parts, set())


def test_a_printout_shows_all(parts: Page) -> None:
    parts.emulate_media(media="print")
    for word in SHOWN | LOOKED_UP | {COUNTY}:
        text = parts.locator(".jp-MarkdownOutput", has_text=word).get_by_text(word, exact=False)
        assert text.first.evaluate("node => node.checkVisibility({contentVisibilityAuto: true})")
    expect(parts.locator(".gwlab-fold button").first).to_be_hidden()
    parts.emulate_media(media="screen")


def test_the_choice_is_remembered_and_can_be_undone(parts: Page, lab: Lab) -> None:
    parts.reload()
    expect(status(parts)).to_have_text(READY)
    expect(parts.get_by_label(QUICK)).to_be_checked()
    shows(parts, set())
    parts.get_by_label(ALL).check()
    shows(parts, SHOWN)
    expect(fold(parts, "A story")).to_have_count(0)
    assert parts.evaluate("jupyterapp.shell.currentWidget.context.model.dirty") is False
    open_alone(parts, lab, PARTS)
    expect(status(parts)).to_have_text(READY)
    shows(parts, SHOWN)


def test_the_county_is_for_who_chose_it(parts: Page) -> None:
    expect(parts.locator(".gwlab-fold", has_text="is for practice on that county")).to_be_visible()
    choose(parts, "Riverbend County (invented)")
    shows(parts, {*SHOWN, COUNTY})
    choose(parts, "My own department")
    shows(parts, SHOWN)
    press(parts, "Show it anyway (1 minute): Riverbend County (invented)")
    shows(parts, {*SHOWN, COUNTY})
    parts.evaluate("window.dispatchEvent(new Event('focus'))")  # nothing was chosen meanwhile
    parts.wait_for_timeout(400)
    shows(parts, {*SHOWN, COUNTY})


def choose(page: Page, place: str) -> None:
    question = page.locator("[data-question=place]")
    question.get_by_label(place).check()
    button = question.get_by_role("button", name="Keep my choice")
    before = button.evaluate(TOP)
    button.click()
    expect(question.get_by_text("Kept:")).to_be_visible()
    assert button.evaluate(TOP) == pytest.approx(before, abs=1)


def test_a_stop_says_what_there_is_and_where_to_go_on(parts: Page, workspace: Path) -> None:
    stop = parts.get_by_role("region", name="You can stop here")
    kept = workspace / "my_work" / "data" / "profile.json"
    kept.parent.mkdir(parents=True)
    first = [each.id for each in NEEDS[0].statements]

    def rate(count: int) -> None:
        rows = [{"statement": id, "level": 1} for id in first[:count]]
        kept.write_text(json.dumps({"ratings": rows}), encoding="utf-8")
        parts.evaluate("window.dispatchEvent(new Event('focus'))")

    parts.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(stop).to_contain_text("The 5-minute part ends here. Nothing is kept yet.")
    rate(1)
    expect(stop).to_contain_text("So far you have: Profile: 1 of ")
    expect(stop).to_contain_text(f"go on at: {NEEDS[0].title}, 1 of {len(first)} answered")
    rate(len(first))
    expect(stop).to_contain_text("The 5-minute part is done: here is what you have.")
    expect(stop).to_contain_text(f"go on at: {NEEDS[1].title}, 0 of ")
    expect(stop).to_contain_text("It is kept in your folder my_work.")
    paper = workspace / "my_work" / "papers" / "Profile 2026-11-25.docx"
    paper.parent.mkdir()
    for title in ("Profile", ALONE.format("Profile"), "Profile, read before you hand it on"):
        paper.with_name(f"{title} 2026-11-25.docx").write_bytes(b"")  # one is for the writer alone
    parts.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(stop).to_contain_text("Your paper, in my_work/papers: Profile 2026-11-25.docx.")
    for later in (
        "2026-11-25 2.docx",
        "2026-11-25 10.docx",
        "2026-11-24 3.docx",
        "2026-11-24.xlsx",
    ):
        paper.with_name(f"Profile {later}").write_bytes(b"")
    parts.evaluate("document.dispatchEvent(new Event('gw-kept'))")
    expect(stop).to_contain_text(
        "Your papers, in my_work/papers: Profile 2026-11-24.xlsx; Profile 2026-11-25 10.docx."
    )
    assert violations(parts, ".gwlab-stop") == []


def test_a_lesson_that_does_not_run_is_folded_all_the_same(page: Page, lab: Lab) -> None:
    page.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    page.goto(lab.address(PARTS))
    page.get_by_label(QUICK).check()
    shows(page, set())
    page.get_by_label(ALL).check()
    shows(page, SHOWN)
