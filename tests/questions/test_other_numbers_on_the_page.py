"""A computed question in a real JupyterLab with the keyboard alone: answer, other numbers."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from accessibility import violations
from browser_tools import Lab, code, run_all_cells, running_lab, write_notebook
from playwright.sync_api import expect
from questions.texts import COMPUTED, WRITE, sheet

from groundwork.learner import answers
from groundwork.learner.questions import Computed
from groundwork.learner.questions.catalog import FILE, Catalog, text_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

STEP = "\n> [step] Find both rates first.\n:::"
TEXT = COMPUTED.rstrip().removesuffix(":::") + STEP + "\n" + WRITE
QUESTIONS = sheet(TEXT)[0].questions
(NUMBER,) = [each for each in QUESTIONS if isinstance(each, Computed)]
FIRST, SECOND, *_ = NUMBER.names()
CELLS = ['from groundwork.lesson import ask\n\nask("q6")', 'ask("q10")', '"end"']
EXERCISE = "exercises/one"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("numbers")
    for name in ("datasets", "modules", EXERCISE):
        (folder / "work" / name).mkdir(parents=True)
    write_notebook(folder / "work" / EXERCISE / "one.ipynb", [code(cell) for cell in CELLS])
    catalog = text_of(Catalog("one", QUESTIONS))
    (folder / "work" / EXERCISE / FILE).write_text(catalog, encoding="utf-8")
    with running_lab(
        folder / "work", folder / "home", arguments=("--expose-app-in-browser",)
    ) as lab:
        yield lab


@pytest.fixture
def page(browser: "Browser", lab: Lab) -> Iterator["Page"]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(40_000)
    show(page, lab)
    yield page
    page.close()


def show(page: "Page", lab: Lab) -> None:
    page.goto(lab.address(f"{EXERCISE}/one.ipynb"))
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    run_all_cells(page)
    box(page).get_by_role("textbox").wait_for()


def box(page: "Page") -> "Locator":
    return page.locator('.gw[data-question="q6"]')


def says(where: "Locator", text: str) -> None:
    where.locator("[role=status]", has_text=text).wait_for()


def test_other_numbers_come_with_the_keyboard_and_are_there_after_a_reload(
    page: "Page", lab: Lab
) -> None:
    question = box(page)
    others = question.get_by_role("button", name="Try other numbers")
    assert question.get_by_text(NUMBER.at(FIRST).prompt).is_visible()
    assert not others.is_visible()
    field = question.get_by_role("textbox")
    field.focus()
    page.keyboard.type("1.75")
    page.keyboard.press("Enter")
    says(question, "That is the ratio: subtract.")
    step = question.get_by_text("A worked step")
    assert not question.get_by_text("Find both rates first.").is_visible()
    step.press("Enter")
    assert question.get_by_text("Find both rates first.").is_visible()
    field.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert others.evaluate("node => node === document.activeElement")
    page.keyboard.press("Enter")
    says(question, "These are other numbers.")
    assert field.evaluate("node => node === document.activeElement")
    assert field.input_value() == ""
    assert question.get_by_text(NUMBER.at(SECOND).prompt).is_visible()
    assert not question.get_by_text("A worked step").is_visible()
    assert not others.is_visible()
    page.keyboard.type(str(NUMBER.at(SECOND).right_answer))
    page.keyboard.press("Enter")
    says(question, "Right.")
    assert violations(page) == []
    page.reload()
    show(page, lab)
    expect(box(page).get_by_text(NUMBER.at(SECOND).prompt)).to_be_visible()
    page.wait_for_function(
        "value => document.querySelector('[data-question=q6] input').value === value",
        arg=str(NUMBER.at(SECOND).right_answer),
    )
    assert box(page).get_by_role("button", name="Try other numbers").is_visible()
    kept = json.loads((lab.workspace / EXERCISE / answers.FILE).read_text(encoding="utf-8"))
    assert kept["answers"]["q6"]["numbers"] == SECOND


@pytest.mark.parametrize("width", [1280, 640, 390])
def test_what_opens_after_a_written_answer_fits_the_page(page: "Page", width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    gap, why = (page.locator(f'.gw[data-question="q10_{part}"]') for part in ("gap", "why"))
    gap.get_by_role("textbox").fill("Fewer visits in the north")
    gap.get_by_role("button", name="Save my answer").click()
    says(gap, "Nobody has judged it.")
    why.get_by_role("textbox").fill("A clinic was closed there")
    why.get_by_role("button", name="Save my answer").click()
    says(why, "Nobody has judged it.")
    compare = why.get_by_text(re.compile("If you learn alone"))
    compare.click()
    strong = why.get_by_text("because a clinic closed there.")
    assert strong.is_visible()
    assert violations(page) == []
    wide = "node => node.scrollWidth <= node.clientWidth + 1"
    assert why.evaluate(wide)
