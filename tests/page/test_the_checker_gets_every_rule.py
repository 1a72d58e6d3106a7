"""The engines find with less work what they find as they came."""

import accessibility
import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# Faults that stand in style rules, each in a form that the engine reads in another way, between
# rules that match nothing.
STYLE = """
.nowhere { color: red } .nowhere:focus, .nobody > p::before { content: "!" }
p { color: #bbb; background: white } p.loud { color: #999 !important }
a:link { text-decoration: none; color: #333 } li:before { content: "\\26A0" }
button:focus { outline: none } input { outline: none !important; border: none }
.closed:focus-within p { display: block } .cut { clip-path: inset(100%); position: absolute }
.small { font: 3px serif } .wide { min-width: 1px; overflow: hidden; width: 4px }
@media (orientation: portrait) { main { transform: rotate(90deg) } }
"""
PAGE = f"""<!doctype html><html lang="en"><head><title>Faults</title><style>{STYLE}</style></head>
<body><main><h1>Faults</h1><p>Words <a href="#x">a link</a> among words.</p><p class="loud">Loud</p>
<ul><li>A warning</li></ul><div class="closed"><button>Go</button> <p>Shown</p></div>
<p class="cut">Cut</p><p class="small">Small</p><label class="wide">A long name <input></label>
<p id="off">Told of a button that is off</p><button disabled aria-describedby="x off">Off</button>
<p id="on">Told of a button that is on</p><button aria-describedby="on">On</button>
<p style="background: #0008; opacity: 0.9"><span style="color: #777">On two grounds</span></p>
<style>.small:hover {{ display: none }}</style></main></body></html>"""


def test_the_checker_finds_the_same_with_all_rules_and_with_those_that_match(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = browser.new_page()
    page.set_content(PAGE)
    monkeypatch.setattr(accessibility, "MEASURED", ())
    monkeypatch.setattr(accessibility, "JUDGED", {})
    found = accessibility.found_by_ibm(page, "html")
    assert page.evaluate("document.styleSheets.length") == 2  # put back
    monkeypatch.setattr(accessibility, "FEWER_RULES", "() => undefined")
    monkeypatch.setattr(accessibility, "WHAT_REFERS", accessibility.EVERY_NODE)
    page.evaluate("delete window.ace")
    assert found == accessibility.found_by_ibm(page, "html")
    faint = "".join(each for each in found if each.startswith("text_contrast_sufficient"))
    assert 'id="on"' in faint and 'id="off"' not in faint
    rules = {each.partition(":")[0] for each in found}
    in_rules = {"style_focus_visible", "element_orientation_unlocked"}
    assert rules >= {"text_contrast_sufficient", *in_rules}
    page.close()


def test_axe_finds_the_same_when_a_color_keeps_its_parts_itself(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = browser.new_page()
    page.set_content(PAGE)
    found = accessibility.found_by_axe(page, "html")
    monkeypatch.setattr(accessibility, "KEPT_IN_ITSELF", "%s")
    page.evaluate("delete window.axe")
    assert page.evaluate("window.axe === undefined")
    assert found == accessibility.found_by_axe(page, "html")
    assert sum(each.startswith("color-contrast") for each in found) >= 3
    page.close()
