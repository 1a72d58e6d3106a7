# mypy: disable-error-code="dict-item"
"""The buttons under an artifact hand its paper over, in a real browser."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from accessibility import violations
from browser_tools import Lab, code, run_all_cells, running_lab, write_notebook
from papers import reading
from playwright.sync_api import Browser, Page, expect

from groundwork.learner.papers.law import law_cards

pytestmark = pytest.mark.browser

CELLS = [
    "from groundwork.screen.activities.readiness import readiness_profile\nreadiness_profile()",
    'from groundwork.screen.activities.cause_map import RootCauseMap\nRootCauseMap("")',
    "from groundwork.screen.activities.power_map import power_map\npower_map()",
    "from groundwork.screen.activities.timeline import department_timeline\ndepartment_timeline()",
]
KINDS = {
    "profile": "[data-form=readiness_profile]",
    "causes": "[data-map=root_cause_map]",
    "power": "[data-list=power_map]",
    "timeline": "[data-list=department_timeline]",
}
CARDS = {"profile": "readiness_profile", "causes": "root_cause_map", "power": "power_map"}
TITLES = {
    "profile": "Readiness profile",
    "causes": "Root-cause map",
    "power": "Power map",
    "timeline": "Our department in the history of care and control",
}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "work/datasets").mkdir(parents=True)
    data = folder / "work/my_work/data"
    data.mkdir(parents=True)
    cause = {"id": "c1", "under": "", "text": "buses end at 6", "level": "policy"}
    kept = {
        "root_cause_map": {"outcome": "", "causes": [{**cause, "evidence": "guess", "source": ""}]},
        "readiness_profile": {
            "ratings": [{"statement": "roles_1", "level": 3, "evidence": "budget"}],
            "notes": {},
        },
    }
    for name, content in kept.items():
        (data / f"{name}.json").write_text(json.dumps({"format": 1, **content}))
    write_notebook(folder / "work/modules/papers.ipynb", [code(cell) for cell in CELLS])
    with running_lab(
        folder / "work", folder / "home", arguments=("--expose-app-in-browser",)
    ) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(browser: Browser, lab: Any) -> Any:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page.set_default_timeout(40_000)
    page.add_init_script(
        "if (window !== top)"
        "  window.print = () => (top.printed = document.documentElement.outerHTML)"
    )
    page.goto(lab.address("modules/papers.ipynb"))
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    run_all_cells(page)
    for selector in KINDS.values():
        page.wait_for_selector(f".gw{selector} .gw-paper summary:not(:empty)")
    return page


def desk(page: Page, kind: Any) -> Any:
    return page.locator(f".gw{KINDS[kind]} .gw-paper")


def says(box: Any, text: str) -> None:
    box.locator("[role=status]", has_text=text).wait_for()


@pytest.mark.parametrize("kind", KINDS)
def test_word_keeps_the_paper_and_offers_it(page: Page, lab: Any, kind: Any) -> None:
    box = desk(page, kind)
    box.get_by_role("button", name="Word").press("Enter")
    says(box, f"Saved as my_work/papers/{TITLES[kind]}")
    says(box, "It does not name your department")
    with page.expect_download() as got:
        box.get_by_role("link", name="Download").first.press("Enter")
    assert box.get_by_role("link", name="Read first").count() == (kind != "timeline")
    file = Path(got.value.path()).read_bytes()
    name = got.value.suggested_filename
    assert (lab.workspace / "my_work/papers" / name).read_bytes() == file
    assert reading.word(file).title == TITLES[kind]
    assert box.get_by_role("button", name="Open the folder").is_hidden()  # not this computer's


@pytest.mark.parametrize("kind", KINDS)
def test_print_asks_the_browser_to_print_the_paper_alone(page: Page, kind: Any) -> None:
    box = desk(page, kind)
    page.evaluate("window.printed = ''")
    box.get_by_role("button", name="Print").click()
    says(box, "Your browser asks how to print it.")
    page.wait_for_function("window.printed !== ''")
    assert reading.page(page.evaluate("window.printed")).found.title == TITLES[kind]
    with page.context.expect_page() as opened:
        box.get_by_role("link", name="Open the page in a new tab").click()
    tab = opened.value
    assert tab.locator("h1").inner_text() == TITLES[kind]
    tab.close()


def test_text_is_copied_or_where_that_is_not_allowed_marked(page: Page) -> None:
    box = desk(page, "causes")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box.get_by_role("button", name="Copy as text").click()
    says(box, "Copied.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Root-cause map\n") and "buses end at 6" in text
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    box.get_by_role("button", name="Copy as text").click()
    says(box, "press Ctrl and C")
    marked = page.evaluate("getSelection().toString() || document.activeElement.value")
    assert "buses end at 6" in marked


def test_whom_it_is_for_and_from_is_asked_once_for_all_papers(page: Page, lab: Any) -> None:
    first, other = desk(page, "power"), desk(page, "timeline")
    if first.get_by_label("Your department").is_hidden():
        first.locator("summary").first.click()
    first.get_by_label("Your department").fill("Allen County Public Health")
    first.get_by_label("For whom").fill("the county administrator")
    first.get_by_role("button", name="Copy as text").focus()
    expect(first.locator("summary").first).to_have_text(
        "For the county administrator. From: Allen County Public Health. Change this"
    )
    for kind in ("timeline", "causes", "profile"):
        expect(desk(page, kind).locator("summary").first).to_contain_text(
            "From: Allen County Public Health."
        )
    other.get_by_role("button", name="Word").click()
    says(other, "Saved as")
    kept = json.loads((lab.workspace / "my_work/data/letterhead.json").read_text())
    assert kept["department"] == "Allen County Public Health"
    assert kept["readers"]["Power map"] == "the county administrator"


@pytest.mark.parametrize("width", [1280, 390, 640])
def test_the_engines_find_nothing_and_nothing_is_cut_off(page: Page, width: Any) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page, ".gw-paper") == []
    for kind in KINDS:
        box = desk(page, kind)
        assert box.evaluate("node => node.scrollWidth <= node.clientWidth + 1")


def card_of(page: Page, kind: Any) -> Any:
    return page.locator(f".gw{KINDS[kind]} details.gw-before")


@pytest.mark.parametrize("kind", CARDS)
def test_the_law_card_is_closed_until_it_is_opened_with_the_keyboard(page: Page, kind: Any) -> None:
    card = card_of(page, kind)
    question = card.get_by_text(law_cards.card(CARDS[kind]).ask[0])
    summary = card.locator("summary").first
    expect(summary).to_have_text("Before you use this")
    expect(question).to_be_hidden()
    summary.press("Enter")
    expect(question).to_be_visible()
    expect(card.get_by_text("All other states")).to_be_hidden()
    card.locator("details > summary", has_text=law_cards.RULES.text).press("Enter")
    expect(card.get_by_text("All other states")).to_be_visible()
    assert violations(page, "div:has(> .gw-before)") == []
    summary.press("Enter")
    expect(question).to_be_hidden()


@pytest.mark.parametrize("kind", CARDS)
def test_what_to_ask_counsel_comes_before_the_first_thing_to_press(page: Page, kind: Any) -> None:
    first = page.locator(f".gw{KINDS[kind]} :is(button, input, select, textarea, summary)").first
    assert first.evaluate("node => node.parentElement.matches('details.gw-before')")


@pytest.mark.parametrize("kind", ["timeline"])
def test_what_has_no_law_card_shows_no_empty_one(page: Page, kind: Any) -> None:
    expect(card_of(page, kind)).to_be_hidden()
