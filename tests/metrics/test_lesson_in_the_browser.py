"""Lesson 05 in a browser: game the measure, mend a card, write one, and take the paper."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from browser_tools import free_port
from every_kind import open_page
from learner_lab import extension_for, learner_home, learner_lab
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.lesson("05_accountability_metrics")]

ROOT = Path(__file__).parents[2]
NAME = "05_accountability_metrics"


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple]:
    """The lesson, opened once, and the workspace that it keeps in."""
    folder = tmp_path_factory.mktemp("metrics")
    workspace = folder / "work"
    (workspace / "modules").mkdir(parents=True)
    shutil.copy(ROOT / "modules" / f"{NAME}.ipynb", workspace / "modules")
    shutil.copytree(ROOT / "modules/catalogs", workspace / "modules/catalogs")
    shutil.copytree(ROOT / "datasets", workspace / "datasets")
    extension = extension_for(workspace, folder / "labextension")
    home = learner_home(folder / "home")
    with learner_lab(workspace, extension, home, free_port()) as lab:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        open_page(page, lab, NAME)
        yield page, workspace
        page.close()


def named(page: Page, name: str) -> Locator:
    box = page.locator(f"[data-list^={name}]")
    box.scroll_into_view_if_needed()
    return box


def test_each_move_and_each_pair_of_the_game_says_what_it_shows(opened: tuple) -> None:
    page, _ = opened
    for question, press in (("game_it_move", "Play a quarter"), ("game_it_pair", "Play it again")):
        box = page.locator(f"[data-question={question}]")
        box.scroll_into_view_if_needed()
        said = set()
        for option in box.get_by_role("radio").all():
            option.check()
            before = box.locator(".gw-feedback").inner_text()
            box.get_by_role("button", name=press).press("Enter")
            expect(box.locator(".gw-feedback")).not_to_have_text(before)
            said.add(box.locator(".gw-feedback").inner_text())
        assert len(said) == box.get_by_role("radio").count()
    expect(page.get_by_text("an invented model of one office").first).to_be_visible()


def test_a_flaw_of_a_card_is_told_beside_its_field_and_goes_when_it_is_mended(
    opened: tuple,
) -> None:
    page, _ = opened
    box = named(page, "register_repairs")
    box.get_by_role("button", name="Edit Applicants interviewed").click()
    form = box.locator("form")
    target = form.get_by_label("Target", exact=True)
    flaw = form.get_by_text("The card sets a target of 31 for who is chosen")
    expect(flaw).to_be_visible()
    assert str(flaw.get_attribute("id")) in str(target.get_attribute("aria-describedby"))
    target.fill("")
    expect(flaw).to_have_count(0)
    form.get_by_role("button", name="Save").click()
    expect(box.get_by_text("Changed. Saved.")).to_be_visible()


def test_a_card_written_by_keys_alone_stands_in_the_paper_and_in_the_workbook(
    opened: tuple,
) -> None:
    page, workspace = opened
    box = named(page, "metric_register")
    box.get_by_role("button", name="Add a card").press("Enter")
    form = box.locator("form")
    form.get_by_label("Name (needed)").press_sequentially("Complaints answered")
    form.get_by_label("Dollars the owner can commit").fill("15000")
    form.get_by_label("If off track").fill("If under 60 by June, then $40,000 moves by July")
    expect(form.get_by_text("The owner does not hold what the consequence needs")).to_be_visible()
    form.get_by_label("Baseline year").fill("soon")
    form.get_by_role("button", name="Save").press("Enter")
    expect(form.locator(".gw-fault")).to_contain_text("Baseline year")
    form.get_by_label("Baseline year").fill("2026")
    form.get_by_role("button", name="Save").press("Enter")
    expect(box.get_by_text("Added. Saved.")).to_be_visible()
    desk = box.locator(".gw-paper")
    for kind, suffix in (("Word", ".docx"), ("Excel", ".xlsx")):
        desk.get_by_role("button", name=kind, exact=True).press("Enter")
        expect(desk.get_by_text(f"{suffix}").first).to_be_visible()
    (path,) = (workspace / "my_work/papers").glob("*.xlsx")
    page_of = openpyxl.load_workbook(path)["Register"]
    assert "Complaints answered" in [cell.value for cell in page_of["B"]]
