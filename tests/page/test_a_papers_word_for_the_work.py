"""Above a budget paper its writer names the work that is counted; other papers do not ask."""

from collections.abc import Iterator

import pytest
from plain_page import PlainPage, new_workspace, plain_lesson
from playwright.sync_api import Browser, Locator, expect

from groundwork.learner.papers import letterhead
from groundwork.screen.activities.budget_lines import budget_lines
from groundwork.screen.activities.pay_rule import pay_rule

pytestmark = [pytest.mark.browser, pytest.mark.lesson("06_budget_baseline")]
NAME, TEST = "Name of the work that is counted", "Test by which a line counts"


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    workspace = new_workspace(tmp_path_factory.mktemp("counted"))
    shown = {"lines": budget_lines, "rule": pay_rule}
    with plain_lesson(
        browser, workspace, lambda: {name: make() for name, make in shown.items()}
    ) as plain:
        yield plain


def opened(plain: PlainPage, kind: str) -> Locator:
    paper = plain.page.locator(f"#{kind} .gw-paper")
    if paper.get_by_label("For whom").is_hidden():
        paper.locator("summary", has_text="Change this").press("Enter")
    return paper


def test_the_name_and_the_test_are_asked_above_the_baseline_alone(plain: PlainPage) -> None:
    lines, rule = opened(plain, "lines"), opened(plain, "rule")
    expect(lines.get_by_label(NAME)).to_have_value("equity work")
    expect(rule.get_by_label("For whom")).to_be_visible()
    expect(rule.get_by_label(NAME)).to_be_hidden()
    lines.get_by_label(NAME).fill("work on access to care")
    lines.get_by_label(TEST).fill("A line of our 2024 plan")
    lines.get_by_role("button", name="Print").press("Enter")
    expect(lines.get_by_role("status")).to_contain_text("asks how to print")
    assert letterhead.counted().name == "work on access to care"
    assert letterhead.counted().test == "A line of our 2024 plan"


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_both_fields_are_whole_at_each_width(plain: PlainPage, width: int) -> None:
    plain.page.set_viewport_size({"width": width, "height": 800})
    paper = opened(plain, "lines")
    expect(paper.get_by_label(TEST)).to_be_visible()
    assert paper.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
