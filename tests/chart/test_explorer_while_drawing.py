"""While a new chart is drawn, the old one says that it is no longer what was chosen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from groundwork.screen.widgets.explorer import OutcomeExplorer

pytestmark = pytest.mark.browser

# A stand-in for the kernel: it keeps each question until the test lets it be answered.
SHOW = """
async ([esm, content]) => {
  const script = URL.createObjectURL(new Blob([esm], { type: "text/javascript" }));
  const { default: widget } = await import(script);
  let listen;
  window.asked = [];
  window.reply = (answer) => listen({ re: window.asked.at(-1).ask, ...answer });
  widget.render({
    el: document.body,
    signal: new AbortController().signal,
    model: {
      get: () => content,
      on: (_, each) => { listen = each; },
      off() {},
      send: (question) => window.asked.push(question),
    },
  });
}
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    explorer = OutcomeExplorer(["infant_mortality"], year=2021)
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_content(f"<style>{explorer._css}</style>")
    page.evaluate(SHOW, [explorer._esm, explorer.content])
    page.evaluate("answer => reply(answer)", explorer.respond("draw", {}))
    yield page
    page.close()


def test_the_old_chart_is_marked_until_the_answer_comes_and_nothing_moves(page: Page) -> None:
    figure, year = page.locator(".gw-chart"), page.get_by_label("Year")
    expect(figure).to_be_visible()
    expect(figure).not_to_have_attribute("aria-busy", "true")
    before = [each.bounding_box() for each in (year, figure)]
    year.select_option("2022")
    expect(figure).to_have_attribute("aria-busy", "true")
    expect(page.locator(".gw-chart figcaption")).to_have_css("opacity", "0.35")
    assert [each.bounding_box() for each in (year, figure)] == before
    page.evaluate("reply({ problem: 'The lesson is not running.' })")
    expect(figure).not_to_have_attribute("aria-busy", "true")
    expect(page.get_by_text("The lesson is not running.")).to_be_visible()
