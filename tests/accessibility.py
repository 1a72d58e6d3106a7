"""What two engines find against WCAG 2.2 A and AA in a part of a page: one call for every test.

axe-core comes with axe-playwright-python. IBM's Equal Access checker finds what axe does not ask
about; ``accessibility_checker/ace.js`` is the file of that name in the npm package
accessibility-checker-engine 4.0.34 (Apache License 2.0, see the folder), unchanged.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

OURS = (
    ".gw, .gw-chart, .gwlab-line, .gwlab-path, .gwlab-footer, .gwlab-fold, .gwlab-way, "
    ".gwlab-stop, .gw-data, .jp-MarkdownOutput"
)
# The engines take what lies below the fold of JupyterLab for hidden, and find no background
# behind it: the panel that has the color ends at the fold, and the browser draws no cell below it.
UNCOVER = """body, .jp-LabShell { overflow: visible !important }
.jp-Cell { content-visibility: visible !important }
.jp-WindowedPanel-viewport { background: var(--jp-layout-color0) }"""
# Colors and style sheets fade into each other; nothing is to be measured half way.
STILL = "document.getAnimations().every(one => one.playState !== 'running')"
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # to describe all that is well takes longer than to find faults
}
# What alone can differ between two themes of one page: the same elements in other colors.
COLORS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
COLORS_IBM = ["text_contrast_sufficient"]
CHECKER = Path(__file__).with_name("accessibility_checker")
ENGINE = CHECKER / "ace.js"
# The engine goes through the whole page for each text that has an id, to see whether what refers to
# it is disabled. The browser finds at once what refers to something.
EVERY_NODE = (
    'for(var i=t.getAttribute("id"),a=t.ownerDocument.body;null!==d.DOMWalker.parentNode(a);)'
    "a=d.DOMWalker.parentNode(a);for(var n=new d.DOMWalker(a);n.nextNode();)if(n.node&&"
    '1===n.node.nodeType&&n.elem()&&(n.elem().getAttribute("aria-describedby")||"")'
    '.split(" ").includes(i)&&e.isNodeDisabled(n.node))return!0'
)
WHAT_REFERS = (
    'const i=t.getAttribute("id");'
    'for(const n of t.ownerDocument.querySelectorAll("[aria-describedby]"))'
    'if(n.getAttribute("aria-describedby").split(" ").includes(i)&&e.isNodeDisabled(n))return!0'
)
# axe keeps the parts of each of its many thousand colors in weak maps, which take a quarter of its
# time. Here an object keeps them itself.
KEPT_IN_ITSELF = """(() => {
  class WeakMap {
    constructor() { this.key = Symbol(); }
    set(one, value) { one[this.key] = value; return this; }
    get(one) { return one[this.key]; }
    has(one) { return this.key in one; }
  }
  class WeakSet extends WeakMap {
    add(one) { return this.set(one, true); }
  }
  %s
})()"""
FEWER_RULES = (CHECKER / "rules_that_match.js").read_text(encoding="utf-8")
ALL_RULES = "() => { delete document.styleSheets }"
POLICY = "WCAG_2_2"
# Both engines take what was scrolled out above the view for something that never comes into it.
TO_THE_TOP = """() => [...document.querySelectorAll('.jp-WindowedPanel-outer')].map(outer => {
  const before = outer.scrollTop;
  outer.scrollTop = 0;
  return before;
})"""
BACK = """before => document.querySelectorAll('.jp-WindowedPanel-outer').forEach(
  (outer, place) => { outer.scrollTop = before[place]; })"""
# Asked about every control that can have the focus, and the slowest by far: our own tests measure
# the ring around each, and what covers it (tests/page/test_for_everyone.py). The second is never
# sure (it asks a person), and compares each control with every element of the page.
MEASURED = ("style_focus_visible", "element_tabbable_unobscured")
# What IBM's engine cannot tell and asks a person about, or only recommends: looked at on every
# screen, and why it is no fault of ours. A rule that is not here fails, until somebody has looked.
JUDGED = {
    "a_target_warning": "JupyterLab gives it a new tab, which WCAG wants told at AAA only.",
    "blockquote_cite_exists": "A quoted statement or case has no page of its own.",
    "element_tabbable_role_valid": "A wide table has to have the focus to be scrolled by keys.",
    "input_fields_grouped": "A form has a name of its own; one box alone needs no group around it.",
    "input_label_visible": "The label stands above its box; the engine looks beside it.",
    "list_structure_proper": "HTML lets a list of names and values group them in divs.",
    "media_alt_brief": "What a chart shows takes more than 150 letters, and is told only once.",
    "select_options_grouped": "People stand in the order of the list, in no groups.",
    "style_highcontrast_visible": "Forced colors are tried on every kind of widget "
    "(tests/page/test_for_everyone.py).",
    "widget_tabbable_exists": "A cell of code is reached with Tab, and its box with Enter.",
    "text_block_heading": "Short lines: points, states, labels. Headings are headings.",
    "text_quoted_correctly": "Quotation marks are read aloud; a <q> adds a second pair.",
    "text_sensory_misuse": "“Right” is said of answers, never of places.",
}
ASK = """async ([part, policy, measured, alone]) => {
  const all = [...document.querySelectorAll(part)];
  const nodes = all.filter(node => !node.parentElement?.closest(part) && node.checkVisibility());
  // The notebook around many of them is looked at once, and whatever lies outside of it apart.
  const around = nodes.map(node => (nodes.length > 4 && node.closest('.jp-NotebookPanel')) || node);
  const checker = new window.ace.Checker();
  checker.rulesetRules[policy] = alone
    ?? checker.rulesetRules[policy].filter(rule => !measured.includes(rule));
  const results = [];
  for (const root of new Set(around)) {
    results.push(...(await checker.check(root, [policy])).results);
  }
  // The engine compares with the groups of pages in other tabs, which nobody sees.
  const lonely = ({ruleId, node}) => {
    if (ruleId !== 'fieldset_label_valid') return false;
    const named = node.querySelector('legend')?.textContent;
    const same = [...document.querySelectorAll('fieldset')].filter(one =>
      one.checkVisibility() && one.querySelector('legend')?.textContent === named);
    return Boolean(named) && same.length === 1;
  };
  const element = node => (node?.nodeType === 1 ? node : node?.parentElement);
  return results
    .filter(({value, node}) => value[1] !== 'PASS' && element(node)?.closest(part))
    // In what is closed the engine sees a control and not its label: it is looked at when open.
    .filter(result => element(result.node).checkVisibility() && !lonely(result))
    .map(({ruleId, value, message, snippet}) => [ruleId, value.join(' '), message, snippet]);
}"""


THEMES = ("JupyterLab Dark", "JupyterLab Light")


def choose_theme(page: "Page", theme: str) -> None:
    """Choose one of the themes."""
    page.evaluate(
        "theme => { void jupyterapp.commands.execute('apputils:change-theme', {theme}) }", theme
    )
    light = str(theme.endswith("Light")).lower()
    page.wait_for_selector(f"body[data-jp-theme-light={light}]", state="attached")


def violations(page: "Page", part: str = OURS, *, colors_alone: bool = False) -> list[str]:
    """Return what both engines find in all that we draw on the screen, a line each.

    Parameters
    ----------
    part
        A selector; what lies outside is not ours.
    colors_alone
        For a second theme of a page in which nothing was found in the first.
    """
    before = page.evaluate(TO_THE_TOP)
    uncovered = page.add_style_tag(content=UNCOVER)
    page.wait_for_function(STILL)
    found = [
        *found_by_axe(page, part, colors_alone=colors_alone),
        *found_by_ibm(page, part, colors_alone=colors_alone),
    ]
    uncovered.evaluate("sheet => sheet.remove()")
    page.evaluate(BACK, before)
    return found


def found_by_axe(page: "Page", part: str, *, colors_alone: bool = False) -> list[str]:
    """Return what axe finds."""
    from axe_playwright_python.base import AXE_SCRIPT
    from axe_playwright_python.sync_playwright import Axe

    options = {**WCAG, **COLORS} if colors_alone else WCAG
    is_there = page.evaluate("window.axe !== undefined")
    axe = Axe("0" if is_there else KEPT_IN_ITSELF % AXE_SCRIPT)
    found = axe.run(page, context=part, options=options).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def found_by_ibm(page: "Page", part: str, *, colors_alone: bool = False) -> list[str]:
    """Return what IBM's engine finds, without what a person has judged."""
    if not page.evaluate("window.ace !== undefined"):
        page.evaluate(f"{engine()};window.ace = ace; 0")
    asked = [part, POLICY, MEASURED, COLORS_IBM if colors_alone else None]
    page.evaluate(FEWER_RULES)
    found = page.evaluate(ASK, asked)
    page.evaluate(ALL_RULES)
    return [
        f"{rule}: {value}: {message} {snippet[:200]}"
        for rule, value, message, snippet in found
        if value == "VIOLATION FAIL" or rule not in JUDGED
    ]


def engine() -> str:
    """Return IBM's engine, which asks the browser where it would go through the whole page."""
    text = ENGINE.read_text(encoding="utf-8")
    assert text.count(EVERY_NODE) == 1, "another version of the engine: look what it does there"
    return text.replace(EVERY_NODE, WHAT_REFERS)
