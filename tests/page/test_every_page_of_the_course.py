"""Each page of the course is opened once in one window, for all that holds for every page.

It opens at its top and stays there, has help at the same place, passes two engines, prints whole,
and shows the words of its source.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import mistune
import pytest
from accessibility import violations
from browser_tools import Lab
from every_kind import open_all, settled
from learner_lab import open_alone
from measures import AT_REST, CUT_OFF, HALF_SAID, SIDEWAYS, help_at_its_place
from playwright.sync_api import Browser, Page, expect
from test_page_holds_still import TOP
from test_print import HELP, PAGES, ROOT, back_on_screen, is_drawn, on_paper, squeezed

from groundwork.authoring.notebooks import read

pytestmark = pytest.mark.browser

# A box of code scrolls by itself, as a box of one line does.
IN_LESSONS = ".jp-Notebook *:not(.cm-editor, .cm-editor *)"
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


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for the whole walk."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    yield page
    page.close()


@pytest.fixture(scope="module", params=PAGES)
def walked(request: pytest.FixtureRequest, window: Page, lab: Lab) -> tuple[str, Page]:
    """A page of the course, opened once for the tests below, which come in their order."""
    open_alone(window, lab, request.param)
    is_drawn(window)
    return request.param, window


def test_a_page_opens_at_its_top_and_stays_there(walked: tuple[str, Page]) -> None:
    _, page = walked
    page.wait_for_timeout(1500)
    assert page.evaluate(TOP) == 0


def test_no_bar_of_no_width_is_measured_beside_the_outputs(walked: tuple[str, Page]) -> None:
    """JupyterLab lays out the whole page for it at each change of an output."""
    path, page = walked
    assert page.locator(".jp-Notebook .jp-OutputArea").count() or path == HELP
    assert page.locator(".jp-Notebook .jp-OutputArea-promptOverlay").count() == 0


def test_help_stands_at_the_same_place(walked: tuple[str, Page]) -> None:
    path, page = walked
    help_at_its_place(page, is_help=path == HELP)


def test_a_page_prints_all_its_text_and_nothing_of_the_machine(walked: tuple[str, Page]) -> None:
    path, page = walked
    # Without the signs and buttons of the screen.
    before = page.locator(".jp-MarkdownOutput").evaluate_all(
        """texts => texts.map(text => {
          const words = text.cloneNode(true);
          const screen = '.jp-InternalAnchorLink, button, .gwlab-fold';
          words.querySelectorAll(screen).forEach(one => one.remove());
          return words.textContent;
        })"""
    )
    names = page.locator(".gw-chart[aria-label]").evaluate_all(
        "charts => charts.map(chart => chart.getAttribute('aria-label'))"
    )
    prompts = page.locator(".gw-question :is(legend, label.gw-prompt)").all_text_contents()
    paper = on_paper(page)
    text = squeezed(paper.inner_text())
    assert [one for one in before if squeezed(one.strip())[:60] not in text] == []
    assert prompts or path == HELP
    assert [one for one in prompts if squeezed(one) not in text] == []
    # Each chart with its picture, its words and its table, open or folded on the screen.
    assert paper.locator("figure").count() == paper.locator("figure img").count() == len(names)
    for chart in paper.locator("figure").all():
        assert chart.locator("table tbody tr").count() == chart.locator("li").count() > 0
        picture = chart.locator("img")
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("image => image.naturalWidth") > 100
    for machine in ("import ", "datasets.read(", "check(", "Saved", "Restart this page", "Keep ("):
        assert machine not in text
    assert paper.locator("button, input, select, textarea, form, details").count() == 0
    # No menu, no panel, no line.
    rest = page.locator("body > :not(.gwlab-printed):not(script):not(style)")
    shown = "nodes => nodes.filter(one => getComputedStyle(one).opacity !== '0').map(one => one.id)"
    assert rest.evaluate_all(shown) == []
    assert paper.evaluate("one => one.scrollWidth <= one.clientWidth")
    back_on_screen(page)


def test_the_engines_find_nothing_in_a_page_as_it_opens(walked: tuple[str, Page]) -> None:
    _, page = walked
    settled(page)
    open_all(page)  # changes the page, so nothing but its words comes after it
    assert violations(page) == []


def test_a_page_shows_the_words_of_its_source(walked: tuple[str, Page], lab: Lab) -> None:
    path, page = walked
    # As the learner has it: nbgrader took the mark scheme out of an exercise.
    sources = [
        one.source for one in read(lab.workspace / path).cells if one.cell_type == "markdown"
    ]
    page.wait_for_function(DRAWN)
    shown = page.evaluate(SHOWN)  # changes the page for good
    assert len(shown) == len(sources) >= 5
    for seen, source in zip(shown, sources, strict=True):
        parsed: Any = parse(source)
        assert without_gaps(seen) == without_gaps(words_of(parsed))


WIDE = (1280, 800)
SIZES = [(640, 800), (390, 844), WIDE]  # a zoom of 200 %, a phone, and the window as it was
# How small each chart's picture is shown, and whether what holds it scrolls by itself.
CHARTS = """() => [...document.querySelectorAll('.gw-chart img')]
  .filter(img => img.checkVisibility())
  .map(img => {
    const pane = img.parentElement;
    return {
      size: img.clientWidth / img.naturalWidth,
      runsOver: pane.scrollWidth > pane.clientWidth,
      scrolls: getComputedStyle(pane).overflowX === 'auto' && pane.tabIndex === 0,
    };
  })"""


# What is a stop of Tab and neither a control nor scrolls, and what scrolls that no stop is in.
STOPS = """() => {
  const control = 'a, button, input, select, textarea, summary, [contenteditable]';
  const can = [control, '[tabindex="0"]'].join();
  const isOver = (one, way, room, content) =>
    /auto|scroll/.test(getComputedStyle(one)[way]) && one[content] > one[room];
  const scrolls = one => isOver(one, 'overflowX', 'clientWidth', 'scrollWidth')
    || isOver(one, 'overflowY', 'clientHeight', 'scrollHeight');
  const seen = [...document.querySelectorAll('.jp-Notebook *')].filter(one =>
    one.checkVisibility({visibilityProperty: true}) && !one.closest('.gw-hidden, .cm-editor'));
  const tell = (what, nodes) => nodes.map(one => `${what}: ${one.outerHTML.slice(0, 120)}`);
  return [
    ...tell('stops and does not scroll', seen.filter(one =>
      one.matches('[tabindex="0"]') && !one.matches(control) && !scrolls(one))),
    ...tell('scrolls and is no stop', seen.filter(one =>
      scrolls(one) && !one.matches(can) && !one.querySelector(can))),
  ];
}"""


@dataclass(frozen=True)
class Laid:
    """What is found on a page that is laid out in one size of window."""

    width: int
    cut: list[str]
    stops: list[str]
    charts: list[dict[str, Any]]


@pytest.fixture(scope="module")
def laid_out(walked: tuple[str, Page]) -> list[Laid]:
    """A page in each size of window, laid out once for the tests below."""
    _, page = walked
    open_all(page)
    found = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(AT_REST)
        cut = []
        if (width, height) != WIDE:
            cut = [
                *page.evaluate(CUT_OFF, IN_LESSONS),
                *page.evaluate(SIDEWAYS),
                *page.evaluate(HALF_SAID),
            ]
        found.append(Laid(width, cut, page.evaluate(STOPS), page.evaluate(CHARTS)))
    return found


def test_nothing_is_cut_off_or_runs_off_the_side_in_a_small_window(laid_out: list[Laid]) -> None:
    assert [(one.width, what) for one in laid_out for what in one.cut] == []


def test_what_scrolls_is_a_stop_of_tab_and_what_does_not_is_none(laid_out: list[Laid]) -> None:
    assert [(one.width, what) for one in laid_out for what in one.stops] == []


def test_the_words_of_a_chart_can_be_read_in_a_small_window(
    walked: tuple[str, Page], laid_out: list[Laid]
) -> None:
    """A picture shrinks to three quarters at most; then it scrolls in its own frame."""
    path, _ = walked
    stored = (ROOT / path).read_text(encoding="utf-8")
    for one in laid_out:
        assert one.charts or "gw-pane" not in stored
        assert [each for each in one.charts if each["size"] < 0.73] == []
        assert [each for each in one.charts if each["runsOver"] and not each["scrolls"]] == []
