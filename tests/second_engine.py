"""IBM's Equal Access checker, which finds what axe does not ask about.

``accessibility_checker/ace.js`` is the file of that name in the npm package
accessibility-checker-engine 4.0.34 (Apache License 2.0, see the folder), unchanged.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ENGINE = Path(__file__).with_name("accessibility_checker") / "ace.js"
POLICY = "WCAG_2_2"
# What the engine cannot tell and asks a person about, or only recommends: looked at on every
# screen, and why it is no fault of ours. A rule that is not here fails, until somebody has looked.
JUDGED = {
    "a_target_warning": "JupyterLab opens links to elsewhere in a new tab; the browser says so.",
    "aria_content_in_landmark": "The panels are JupyterLab's; ours in them have headings.",
    "blockquote_cite_exists": "A quoted statement or case has no page of its own.",
    "element_tabbable_role_valid": "A wide table has to have the focus to be scrolled by keys.",
    "element_tabbable_visible": "Below the fold; the browser scrolls to what has the focus.",
    "input_fields_grouped": "One question with one box; a group around it would be read twice.",
    "input_label_visible": "The label stands above its box; the engine looks beside it.",
    "media_alt_brief": "What a chart shows takes more than 150 letters, and is told only once.",
    "style_focus_visible": "tests/lab and tests/page measure the outline at the focus.",
    "text_block_heading": "Short lines: points, states, labels. Headings are headings.",
    "text_quoted_correctly": "Quotation marks are read aloud; a <q> adds a second pair.",
    "text_sensory_misuse": "“Right” is said of answers, never of places.",
}
ASK = """async ([part, policy]) => {
  const all = [...document.querySelectorAll(part)];
  const nodes = all.filter(node => !node.parentElement.closest(part));
  const checker = new window.ace.Checker();
  const results = [];
  for (const root of nodes.length > 4 ? [document] : nodes) {
    results.push(...(await checker.check(root, [policy])).results);
  }
  const element = node => (node?.nodeType === 1 ? node : node?.parentElement);
  return results
    .filter(({value, node}) => value[1] !== 'PASS' && element(node)?.closest(part))
    .map(({ruleId, value, message, snippet}) => [ruleId, value.join(' '), message, snippet]);
}"""


def found(page: "Page", part: str) -> list[str]:
    """Return what the engine finds in parts of the page, a line each.

    Parameters
    ----------
    part
        A selector; what lies outside is not ours.
    """
    if not page.evaluate("window.ace !== undefined"):
        page.evaluate(f"{ENGINE.read_text(encoding='utf-8')};window.ace = ace; 0")
    return [
        f"{rule}: {value}: {message} {snippet[:200]}"
        for rule, value, message, snippet in page.evaluate(ASK, [part, POLICY])
        if value == "VIOLATION FAIL" or rule not in JUDGED
    ]
