"""A new version, which an update laid beside a lesson that the learner changed, is the course's."""

from pathlib import Path

import pytest
from acts import ASK, LESSON, READY, status
from browser_tools import Lab
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

BESIDE = LESSON.replace(".ipynb", " (new version 0.2.0).ipynb")


@pytest.fixture
def beside(workspace: Path) -> Path:
    path = workspace / BESIDE
    path.write_bytes((workspace / LESSON).read_bytes())
    return path


def test_the_new_version_is_live_and_on_the_path(page: Page, lab: Lab, beside: Path) -> None:
    page.goto(lab.address(BESIDE))
    expect(status(page)).to_have_text(READY)
    ways = page.locator(".gwlab-line:visible .gwlab-ways a")
    expect(ways).to_have_text(["Previous lesson", "Exercise", "Next lesson"])


def test_a_file_that_only_has_such_a_name_asks_first(page: Page, lab: Lab, beside: Path) -> None:
    text = beside.read_text(encoding="utf-8")
    beside.write_text(text.replace("IntSlider", "FloatSlider"), encoding="utf-8")
    page.goto(lab.address(BESIDE))
    expect(status(page)).to_have_text(ASK)
