"""What gives the answer to a guess away waits until the guess is made."""

import json
from pathlib import Path

import pytest
from accessibility import violations
from acts import GUESS, READY, press, status
from browser_tools import Lab
from learner_lab import open_alone
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SHOWN = "Now shown below: the chart “How many”."
LESSONS = Path(__file__).parents[2] / "modules"


@pytest.fixture
def opened(window: Page, lab: Lab) -> Page:
    open_alone(window, lab, GUESS)
    expect(status(window)).to_have_text(READY)
    return window


def answer_of(page: Page) -> list:
    return [page.locator(".gw-chart"), page.get_by_text("It was forty-eight.")]


def assert_shown(page: Page, shown: bool) -> None:
    for part in answer_of(page):
        expect(part).to_be_visible(visible=shown)


def test_the_chart_and_its_text_come_with_the_answer(opened: Page) -> None:
    assert_shown(opened, False)
    news = opened.locator(".gwlab-fold [role=status]")
    expect(news).to_have_text("")
    press(opened, "Answer")  # nothing is chosen yet
    expect(opened.get_by_text("Nothing is chosen yet.")).to_be_visible()
    assert_shown(opened, False)
    opened.get_by_label("Few").check()
    press(opened, "Answer")
    expect(opened.get_by_text("More.")).to_be_visible()
    assert_shown(opened, True)
    expect(news).to_have_text(SHOWN)  # a screen reader hears what opened
    expect(opened.get_by_role("button", name="Answer")).to_be_focused()


def test_who_asks_sees_it_without_an_answer_by_keyboard_alone(opened: Page) -> None:
    opened.get_by_role("button", name="Answer").focus()
    opened.keyboard.press("Tab")
    control = opened.locator(".gwlab-fold button")
    expect(control).to_be_focused()
    expect(control).to_have_accessible_name("Show it anyway")
    expect(control).to_have_attribute("aria-expanded", "false")
    for key, shown in (("Enter", True), ("Space", False), ("Enter", True)):
        opened.keyboard.press(key)
        assert_shown(opened, shown)
        expect(control).to_have_attribute("aria-expanded", str(shown).lower())
        expect(control).to_be_focused()
    opened.keyboard.press("Tab")
    expect(opened.get_by_role("link", name="forty-eight")).to_be_focused()


def test_jupyterlabs_own_step_to_the_next_cell_passes_over_what_is_folded(opened: Page) -> None:
    opened.locator("[aria-label='Before you start']").focus()
    # Cells whose code is folded have no stop either.
    opened.evaluate("jupyterapp.commands.execute('notebook:move-cursor-down')")
    expect(opened.locator("[aria-label='A story']")).to_be_focused()


def test_the_fold_passes_both_engines_and_changes_nothing_in_the_file(opened: Page) -> None:
    assert violations(opened, ".gwlab-fold") == []
    press(opened, "Show it anyway")
    assert violations(opened, ".gwlab-fold") == []
    assert opened.evaluate("jupyterapp.shell.currentWidget.context.model.dirty") is False


def test_who_restarts_the_page_has_guessed_before(opened: Page) -> None:
    press(opened, "Show it anyway")
    press(opened, "Restart this page")
    press(opened, "Yes, restart")
    expect(status(opened)).to_have_text(READY)
    assert_shown(opened, True)
    expect(opened.locator(".gwlab-fold")).to_have_count(1)


def test_without_being_run_a_lesson_shows_everything(page: Page, lab: Lab) -> None:
    page.add_init_script("Object.defineProperty(crypto, 'subtle', {value: undefined})")
    page.goto(lab.address(GUESS))
    press(page, "Only read")
    expect(page.get_by_text("It was forty-eight.")).to_be_visible()
    expect(page.locator(".gwlab-fold")).to_have_count(0)


@pytest.mark.parametrize("lesson", ["00_start_here", "01_root_causes"])
def test_a_lesson_folds_what_answers_its_first_question(lesson: str) -> None:
    cells = json.loads((LESSONS / f"{lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    folded = ["after-answer" in cell["metadata"].get("tags", []) for cell in cells]
    first = folded.index(True)
    assert "".join(cells[first - 1]["source"]).startswith("ask(")
    # No heading is folded: the outline and the links of the page lead to them.
    texts = [cell for cell, one in zip(cells, folded, strict=True) if one]
    assert not any("".join(cell["source"]).startswith("#") for cell in texts)
