"""With the screen reader Orca and keys alone: what is said at each kind of widget."""

import re
import time
from pathlib import Path

import pytest
from browser_tools import Lab
from orca import Orca, find_orca, reading
from playwright.sync_api import Browser, Error, expect

pytestmark = pytest.mark.browser
LONGEST = 170  # seconds for both tries


def journey(orca: Orca, lab: Lab) -> None:
    page = orca.page
    page.goto(lab.address("modules/90_told.ipynb"))
    expect(page.locator(".gwlab-status:visible")).to_have_text(
        re.compile(r"^Ready\."), timeout=60_000
    )

    # A question: its words, its options, its answer.
    orca.begin_at('[data-question="choose"] input')
    orca.hears("Where is it decided?", "At the bedside", "radio button")
    orca.press("space", "Tab")
    orca.hears("Check my answer")
    orca.press("space")
    orca.hears("long before the visit")

    # A guess.
    orca.begin_at('[data-question="guess"] input')
    orca.hears("How many?", "Few")
    orca.press("space", "Tab")
    orca.hears("button")
    orca.press("space")
    orca.hears("More.")

    orca.begin_at('[data-reflection="me"] textarea')
    orca.hears("What did I hear?", "entry")

    orca.begin_at('[data-form="readiness"] input[type=radio]')
    orca.hears("Roles: rule 1 exists.", "not in place", "radio button")

    # A form that opens: where it begins, and what is needed.
    orca.begin_at('[data-list="deciders"] .gw-main')
    orca.hears("Add a decision", "button")
    orca.press("space")
    orca.hears("Who decides (needed)", "entry", "required")

    orca.begin_at(".gw-causes .gw-cause")
    orca.hears("Visits are missed")
    orca.press("Tab")
    orca.hears("Because", "button")
    orca.press("space")
    orca.hears("Visits are missed” happens because", "entry", "required")


def test_each_kind_of_widget_is_told_by_a_screen_reader(
    browser: Browser, lab: Lab, tmp_path: Path
) -> None:
    find_orca()
    end = time.monotonic() + LONGEST
    try:
        with reading(browser, tmp_path / "first", end) as orca:
            journey(orca, lab)
    except (AssertionError, Error):  # once more: speech waits for a loaded machine
        with reading(browser, tmp_path / "second", end) as orca:
            journey(orca, lab)
