"""Every kind of widget on a plain page: it works, and is for everyone, without JupyterLab."""

import re
from collections.abc import Iterator

import pytest
from accessibility import STILL, found_by_axe, found_by_ibm
from acts_on_every_kind import ACTS
from browser_tools import until
from every_kind import CELLS
from fields_of_every_kind import (
    FIELDS,
    KEEP,
    TYPED,
    WORDS,
    fill_and_keep,
    holds_what_was_kept,
)
from plain_page import PlainPage, plain_page
from playwright.sync_api import Browser, expect
from shown import every_kind_shown

pytestmark = pytest.mark.browser

ANSWERS = ".gw-feedback:not(:empty), .gw-fault, .gw-tools, .gw-step > *, .gw-asked"
UNFOLD = "document.querySelectorAll('details').forEach(each => (each.open = true))"


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    """One window in which all of this happens, one thing after the other."""
    with (
        every_kind_shown(tmp_path_factory.mktemp("plain")) as shown,
        plain_page(browser, shown) as plain,
    ):
        plain.open()
        yield plain


@pytest.fixture(autouse=True)
def _nothing_goes_wrong(plain: PlainPage) -> Iterator[None]:
    """No error, nothing asked of another place, nothing that a strict page refuses."""
    yield
    assert plain.faults == []
    assert plain.refused() == []
    assert plain.page.get_by_text("This did not work").count() == 0


@pytest.mark.parametrize("kind", CELLS)
def test_each_kind_stands_on_the_page(plain: PlainPage, kind: str) -> None:
    expect(plain.box(kind).locator(".gw, figure").first).to_be_visible()
    expect(plain.box(kind)).not_to_be_empty()


@pytest.mark.parametrize("kind", CELLS)
def test_each_kind_does_what_it_does(plain: PlainPage, kind: str) -> None:
    box = plain.box(kind)
    for act in ACTS[kind]:
        control = act.find(box)
        control.focus()
        control.type(act.key) if act.types else control.press(act.key)
        plain.settle()
        if act.answered:
            expect(box.locator(ANSWERS).filter(visible=True).first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("colors", ["light", "dark"])
def test_the_engines_find_nothing_in_what_was_used(
    plain: PlainPage, colors: str, width: int
) -> None:
    plain.page.emulate_media(color_scheme=colors)  # type: ignore[arg-type]
    plain.page.set_viewport_size({"width": width, "height": 800})
    expect(plain.page.locator(f".gw[data-theme={colors}]").first).to_be_visible()
    plain.page.evaluate(UNFOLD)
    until(lambda: bool(plain.page.evaluate(STILL)))
    found = [
        *found_by_axe(plain.page, "html", colors_alone=colors == "dark"),
        *found_by_ibm(plain.page, "body", colors_alone=colors == "dark"),
    ]
    assert found == []
    over = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert plain.page.evaluate(over) <= 0
    plain.page.emulate_media(color_scheme="light")
    plain.page.set_viewport_size({"width": 1280, "height": 800})


@pytest.fixture(scope="module")
def drawn_anew(plain: PlainPage) -> PlainPage:
    """The page after something was typed into every kind, and all was drawn anew."""
    plain.open()
    for kind in TYPED:
        FIELDS[kind].fill(plain.box(kind))
    plain.page.evaluate("plain.again()")
    plain.settle()
    return plain


@pytest.mark.parametrize("kind", TYPED)
def test_what_was_typed_is_there_when_all_is_drawn_anew(drawn_anew: PlainPage, kind: str) -> None:
    FIELDS[kind].holds(drawn_anew.box(kind))


@pytest.fixture(scope="module")
def visited_again(plain: PlainPage) -> PlainPage:
    """The page as it opens after every kind was filled and kept."""
    plain.open()
    for kind in KEEP:
        fill_and_keep(kind, plain.box(kind))
        expect(plain.box(kind).get_by_text("Not saved yet"), kind).to_have_count(0)
    plain.open()
    return plain


@pytest.mark.parametrize("kind", KEEP)
def test_what_was_kept_is_there_on_the_next_visit(visited_again: PlainPage, kind: str) -> None:
    holds_what_was_kept(kind, visited_again.box(kind))


def test_words_of_a_need_that_is_done_come_back_before_the_readers_eyes(plain: PlainPage) -> None:
    plain.open()
    box = plain.box("rating")
    need = box.locator(".gw-step:visible")
    for statement in need.locator(".gw-statement").all():
        statement.get_by_role("radio").first.check()
    plain.settle()
    words = need.get_by_role("textbox").first
    words.fill(f"{WORDS}, once more")
    plain.page.evaluate("plain.again()")
    plain.settle()
    expect(words).to_be_visible()
    expect(words).to_have_value(f"{WORDS}, once more")


def test_words_are_the_hosts(plain: PlainPage) -> None:
    plain.open()
    box = plain.box("reflection")
    box.get_by_role("textbox").fill(WORDS)
    box.get_by_role("button", name="Keep", exact=True).click()
    expect(box.get_by_role("status")).to_contain_text("Whoever uses this browser can open it.")
    expect(box.get_by_role("status").get_by_role("link", name="me.md")).to_be_visible()
    plain.page.evaluate("plain.stop(true)")
    question = plain.box("text")
    question.get_by_role("textbox").fill(f"{WORDS} and more")
    question.get_by_role("button", name="Save my answer").click()
    expect(question.get_by_role("status")).to_contain_text("The page cannot keep this now.")
    plain.page.evaluate("plain.stop(false)")


def test_the_host_hears_of_what_was_done(plain: PlainPage) -> None:
    plain.open()
    box = plain.box("choose")
    box.get_by_role("radio").nth(1).check()
    box.get_by_role("button").first.click()
    expect(box.get_by_role("status")).to_contain_text("Right.")
    told = plain.page.evaluate("plain.told")
    assert ["choose", "kept"] in told
    assert ["choose", "answered"] in told
    assert ["choose", "holds"] in told


def test_a_paper_comes_without_a_folder(plain: PlainPage) -> None:
    plain.open()
    box = plain.box("causes")
    box.get_by_role("button", name="Word", exact=True).click()
    expect(box.get_by_role("link", name="Download").first).to_be_visible()
    said = box.locator(".gw-reply").get_by_role("status")
    expect(said.get_by_role("link").first).to_have_attribute("href", re.compile(r"^kept/.*\.docx$"))
    expect(box.get_by_role("button", name="Open the folder")).to_be_hidden()
    box.get_by_role("button", name="Copy as text").click()
    expect(box.get_by_label("The paper as text")).to_have_value(re.compile("Visits are missed"))
