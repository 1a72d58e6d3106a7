"""With the screen reader Orca and keys alone: what is said at each kind of widget."""

import time
from pathlib import Path

import pytest
from browser_tools import Lab
from every_kind import CELLS, box_of, open_page, settled
from orca import Orca, find_orca, reading
from playwright.sync_api import Browser, Error
from told_of_every_kind import TOLD

pytestmark = pytest.mark.browser
LONGEST = 170  # seconds for both tries


def journey(orca: Orca, lab: Lab, kinds: list[str]) -> dict[str, str]:
    """Go to some kinds of widget; return those at which something was not said, with why."""
    open_page(orca.page, lab)
    settled(orca.page)
    silent = {}
    for kind in kinds:
        try:
            for step in TOLD[kind]:
                if step.at:
                    orca.begin_at(box_of(orca.page, kind).locator(step.at).first)
                orca.press(*step.keys)
                orca.hears(*step.words)
        except (AssertionError, Error) as why:
            silent[kind] = str(why)
    return silent


def test_each_kind_of_widget_is_told_by_a_screen_reader(
    browser: Browser, lab: Lab, tmp_path: Path
) -> None:
    find_orca()
    end = time.monotonic() + LONGEST
    silent = {}
    try:
        with reading(browser, tmp_path / "first", end) as orca:
            silent = journey(orca, lab, [*CELLS])
    except (AssertionError, Error) as why:
        silent = dict.fromkeys(CELLS, str(why))
    if silent:  # these once more: speech waits for a loaded machine
        with reading(browser, tmp_path / "second", end) as orca:
            silent = journey(orca, lab, [*silent])
    assert silent == {}


def test_every_kind_of_widget_has_its_words() -> None:
    assert set(TOLD) == set(CELLS)
