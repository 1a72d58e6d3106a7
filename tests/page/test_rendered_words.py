"""Signs in the words of a page are what they stand for, and nothing else."""

import pytest
from browser_tools import Lab, markdown, write_notebook
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_amounts_of_money_are_no_mathematics(browser: Browser, lab: Lab) -> None:
    path = "modules/92_money.ipynb"
    write_notebook(lab.workspace / path, [markdown("From \\$57 to **\\$8**, or $9 to $10.")])
    page = browser.new_page()
    page.goto(lab.address(path))
    words = page.locator(".jp-MarkdownOutput:visible")
    expect(words).to_have_text("From $57 to $8, or $9 to $10.", use_inner_text=True)
    page.wait_for_load_state("networkidle")
    assert page.locator("mjx-container").count() == 0
    page.close()
