"""The words that a page shows are the words of its source: nothing is read as anything else."""

import html
import re

import mistune
import pytest
from browser_tools import Lab, markdown, write_notebook
from playwright.sync_api import Browser, expect
from test_print import PAGES, READY

from groundwork.authoring.notebooks import read

pytestmark = pytest.mark.browser

# Another parser than the page's.
parse = mistune.create_markdown(renderer="ast", plugins=["table"])
DRAWN = """() => [...document.querySelectorAll('.jp-MarkdownOutput')].every(
  text => text.textContent.trim())"""
SHOWN = """() => {
  const cells = [...document.querySelectorAll('.jp-MarkdownCell')].filter(
    cell => cell.closest('.jp-Notebook').checkVisibility());
  for (const node of document.querySelectorAll('.lm-mod-hidden, .jp-InternalAnchorLink')) {
    const isCell = node.matches('.jp-Cell');
    if (isCell) node.classList.remove('lm-mod-hidden');
    else if (node.matches('.jp-Cell .jp-InternalAnchorLink')) node.remove();
  }
  document.querySelectorAll('[hidden="until-found"]').forEach(one => one.removeAttribute('hidden'));
  document.querySelectorAll('.gwlab-fold').forEach(one => one.remove());
  document.querySelectorAll('.jp-Cell details').forEach(one => (one.open = true));
  return cells.map(cell => cell.querySelector('.jp-MarkdownOutput').innerText);
}"""


def words_of(tokens: list[dict]) -> str:
    """The words of parsed Markdown, in order, as a reader sees them; a picture has none."""
    said = ""
    for token in tokens:
        if token["type"] == "image":
            continue
        is_code = token["type"] in ("codespan", "block_code")
        raw = token.get("raw", "")
        said += words_of(token["children"]) if "children" in token else ""
        said += raw if is_code else html.unescape(raw)
        said += " "
    return said


def without_gaps(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_the_words_of_its_source(browser: Browser, lab: Lab, path: str) -> None:
    # As the learner has it: nbgrader took the mark scheme out of an exercise.
    sources = [
        one.source for one in read(lab.workspace / path).cells if one.cell_type == "markdown"
    ]
    page = browser.new_page()
    page.goto(lab.address(path))
    expect(page.locator(".gwlab-status:visible")).to_have_text(READY)
    page.wait_for_function(DRAWN)
    shown = page.evaluate(SHOWN)
    page.close()
    assert len(shown) == len(sources) >= 5
    for seen, source in zip(shown, sources, strict=True):
        assert without_gaps(seen) == without_gaps(words_of(parse(source)))


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
