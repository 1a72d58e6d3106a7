"""A button that hands over a paper stays in sight with its reply, on every widget with a paper.

No answer to an act may put height above the control in use: it would be pushed out of the window.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fields_of_every_kind import fitting
from plain_page import PlainPage, plain_page
from playwright.sync_api import Browser, Locator, expect
from shown import every_list_of_the_lessons

from groundwork.screen.activities import place
from groundwork.screen.activities.place import choose_place
from groundwork.screen.widgets.records import RecordList

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
SIZES = {"as it is": (1280, 800), "at 200 %": (640, 400), "on a phone": (320, 480)}
WAYS = ("Word", "Excel", "Print", "Copy as text")
NO_NAME = "It does not name your department"
# In a row, some way down: where a reader presses it who has just read what stands above.
LOW = "each => { each.scrollIntoView({block: 'end'}); each.focus({preventScroll: true}); }"
PLACES = """button => {
  const box = node => { const {top, bottom} = node.getBoundingClientRect(); return [top, bottom]; };
  const reply = button.closest('.gw-paper').querySelector('.gw-reply .gw-feedback');
  return {button: box(button), reply: box(reply), view: innerHeight};
}"""


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    folder = tmp_path_factory.mktemp("papers_hold_still")
    for name in ("datasets", "modules"):
        shutil.copytree(ROOT / name, folder / name, ignore=lambda *_: ["my_work"])
    (folder / "my_work").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder / "modules")
        patch.delenv("GROUNDWORK_WORKSPACE", raising=False)
        shown = {**every_list_of_the_lessons(), "place": choose_place()}
        with plain_page(browser, shown) as plain:
            plain.page.add_init_script("window.print = () => {}")
            plain.open()
            yield plain
            assert plain.faults == []


def papers(plain: PlainPage) -> list[Locator]:
    return plain.page.locator(".gw-paper").all()


def hand_over(plain: PlainPage, paper: Locator, way: str) -> None:
    """Press a button at the lower end of the window, and see it and its reply there."""
    button = paper.get_by_role("button", name=way, exact=True)
    button.evaluate(LOW)
    button.press("Enter")
    said = paper.locator(".gw-reply .gw-feedback")
    expect(said).to_contain_text(re.compile("Saved as|asks how to print|Copied|does not let"))
    plain.settle()
    places = button.evaluate(PLACES)
    view, (top, bottom) = places["view"], places["reply"]
    where = f"{way} of {paper.locator('..').get_attribute('data-list')}: {places}"
    assert places["button"][0] >= 0 and places["button"][1] <= view, where
    tall = bottom - places["button"][0] > view
    assert top < view and (tall or bottom <= view + 1), where


@pytest.mark.parametrize("named", [False, True], ids=["without a department", "with one"])
@pytest.mark.parametrize("size", SIZES)
def test_the_pressed_button_and_its_reply_stay_in_the_window(
    plain: PlainPage, size: str, named: bool
) -> None:
    width, height = SIZES[size]
    plain.page.set_viewport_size({"width": width, "height": height})
    assert len(papers(plain)) > 10
    name_the_department(plain, "Oak County Health" if named else "")
    left = [*WAYS]  # one paper hands over in each way, the others in the first
    for paper in papers(plain):
        can = [
            way for way in left if paper.get_by_role("button", name=way, exact=True).is_visible()
        ]
        for way in can or WAYS[:1]:
            hand_over(plain, paper, way)
            said = paper.locator(".gw-reply .gw-feedback")
            expect(said.get_by_text(NO_NAME)).to_have_count(0 if named else 1)
        left = [way for way in left if way not in can]
        assert named or paper.locator("details").first.get_attribute("open") is None
    assert not left


def name_the_department(plain: PlainPage, name: str) -> None:
    """Write the department's name once, above the first paper, and fold that again."""
    first = papers(plain)[0]
    above = first.locator("details").first
    above.evaluate("each => { each.open = true; }")
    field = first.get_by_label("Your department's name")
    field.fill(name)
    field.blur()
    plain.settle()
    above.evaluate("each => { each.open = false; }")


def test_the_reply_leads_to_the_name_and_back(plain: PlainPage) -> None:
    plain.page.set_viewport_size({"width": 1280, "height": 800})
    name_the_department(plain, "")
    paper = papers(plain)[0]
    word = paper.get_by_role("button", name="Word", exact=True)
    word.press("Enter")
    paper.get_by_role("button", name="Name your department").press("Enter")
    field = paper.get_by_label("Your department's name")
    expect(field).to_be_focused()
    expect(field).to_be_in_viewport()
    plain.page.keyboard.type("Oak County Health")
    word.press("Enter")
    said = paper.locator(".gw-reply .gw-feedback")
    expect(said).to_contain_text("Saved as")
    expect(said.get_by_text(NO_NAME)).to_have_count(0)
    expect(paper.get_by_role("button", name="Name your department")).to_have_count(0)


def test_a_reply_tells_when_its_paper_is_no_longer_of_now(plain: PlainPage) -> None:
    box = plain.page.locator(".gw-records[data-list='department_timeline']")
    said = box.locator(".gw-reply .gw-feedback")
    box.get_by_role("button", name="Word", exact=True).press("Enter")
    expect(said).to_contain_text("Saved as")
    box.locator(".gw-button.gw-main").first.click()
    form = box.locator("form")
    for control in form.locator("select:visible").all():
        choose(control)
    for control in form.locator(":is(input, textarea):visible").all():
        control.fill(fitting(control, "A moment"))
    form.locator("[type=submit]").click()
    expect(form).to_have_count(0)
    expect(said).to_contain_text("Something has changed since this paper was made.")
    expect(box.get_by_role("link", name="Download")).to_have_count(0)


def test_no_paper_of_one_place_is_offered_below_another(plain: PlainPage) -> None:
    """Ratings switch with the place; a list is shown anew as after another choice of a file."""
    name_the_department(plain, "")
    for each in plain.widgets:
        if isinstance(each, RecordList):
            place.follow(each.refresh)
    switching = ".gw-records:visible, [data-form]:visible"
    boxes = [
        each for each in plain.page.locator(switching).all() if each.locator(".gw-paper").count()
    ]
    assert len(boxes) > 10
    for number, box in enumerate(boxes):
        way = WAYS[number % len(WAYS)]
        button = box.get_by_role("button", name=way, exact=True)
        button = (
            button if button.is_visible() else box.get_by_role("button", name="Word", exact=True)
        )
        button.press("Enter")
        expect(box.locator(".gw-reply .gw-feedback")).to_contain_text(NO_NAME)
    for where in ("Riverbend", "own department"):
        asked = plain.box("place")
        asked.locator("label", has_text=where).first.click()
        asked.get_by_role("button").first.press("Enter")
        plain.settle()
        for box in boxes:
            name = box.get_attribute("data-list") or box.get_attribute("data-form")
            reply = box.locator(".gw-reply")
            expect(reply.locator("a, button, textarea"), str(name)).to_have_count(0)
            expect(reply.locator(".gw-feedback"), str(name)).to_be_empty()
            expect(box.locator("iframe"), str(name)).to_have_count(0)


def test_no_reply_asks_for_a_name_that_was_given_since(plain: PlainPage) -> None:
    name_the_department(plain, "")
    first, other = papers(plain)[:2]
    for paper in (first, other):
        paper.get_by_role("button", name="Word", exact=True).press("Enter")
        expect(paper.locator(".gw-reply .gw-feedback")).to_contain_text(NO_NAME)
    name_the_department(plain, "Oak County Health")
    for paper in (first, other):
        said = paper.locator(".gw-reply .gw-feedback")
        expect(said).to_contain_text("Something has changed since this paper was made.")
        expect(paper.locator(".gw-reply").get_by_role("button")).to_have_count(0)


def test_what_one_field_asks_for_stands_below_it(plain: PlainPage) -> None:
    """A field that is asked only now opens below the one that asks for it."""
    lists = [each for each in plain.widgets if isinstance(each, RecordList)]
    assert any(field["when"] for each in lists for field in each.content["fields"])
    for each in lists:
        ids = [field["id"] for field in each.content["fields"]]
        for field in each.content["fields"]:
            if field["when"]:
                assert ids.index(field["when"][0]) < ids.index(field["id"]), field["id"]


def test_the_browser_is_told_of_a_half_typed_row_of_every_list(plain: PlainPage) -> None:
    """So that it asks before the tab is closed, which is the end of what is typed and not kept."""
    plain.page.set_viewport_size({"width": 1280, "height": 800})
    lists = plain.page.locator(".gw-records:visible")  # one is there for a file of one's own only
    assert lists.count() > 10
    for box in lists.all():
        box.locator(".gw-button.gw-main").first.click()
        form = box.locator("form")
        for kind in ("textarea", "input[list]", "input:not([list])", "select"):
            control = form.locator(f"{kind}:visible").first
            if not control.count():
                continue
            choose(control) if kind == "select" else control.press_sequentially("x")
            expect(form.get_by_text("Not saved yet")).to_be_visible()
            assert plain.page.evaluate("plain.unsaved()") == 1
            choose(control, 0) if kind == "select" else control.fill("")
            assert plain.page.evaluate("plain.unsaved()") == 0
        form.get_by_role("button", name="Cancel").click()


NOT_IN_IT = "Words on this page that are not saved yet are not in it"


def test_every_paper_says_that_half_typed_words_are_not_in_it(plain: PlainPage) -> None:
    """Whatever holds them, and whichever paper is made meanwhile, in each way."""
    plain.page.set_viewport_size({"width": 1280, "height": 800})
    boxes = plain.page.locator(":is(.gw-records, .gw-causes, .gw-question):visible")
    holding = [each for each in boxes.all() if opened(each)]
    assert len(holding) > 10
    for number, box in enumerate(holding):
        opened(box)
        field = box.locator(":is(form, .gw-question) :is(textarea, input):visible").first
        field.press_sequentially("half typed")
        paper = papers(plain)[number % len(papers(plain))]
        can = [
            each
            for way in (WAYS[number % len(WAYS)], "Word")
            if (each := paper.get_by_role("button", name=way, exact=True)).is_visible()
        ]
        can[0].press("Enter")
        said = paper.locator(".gw-reply .gw-feedback")
        expect(said).to_contain_text(NOT_IN_IT)
        paper.get_by_role("button", name="Go to what is not saved").press("Enter")
        reached = box.locator(":is(textarea, input, select):focus")
        expect(reached).to_be_in_viewport()
        close(box)
        can[0].press("Enter")
        expect(said).to_contain_text(re.compile("Saved as|asks how to print|Copied|does not let"))
        expect(said).not_to_contain_text(NOT_IN_IT)


def opened(box: Locator) -> bool:
    """Open the form of a list or a map; return whether there is a field to type in."""
    if not box.locator("form").count() and box.locator(".gw-cause, table").count():
        box.locator(".gw-button.gw-main").first.press("Enter")
    return box.locator(":is(form, .gw-question) textarea, form input").count() > 0


def close(box: Locator) -> None:
    """Give up what was typed."""
    if box.locator("form").count():
        box.get_by_role("button", name="Cancel", exact=True).press("Enter")
    else:
        box.locator("textarea").fill("")


BESIDE_THE_PATH = 951  # pixels: what is left for a list in the lab, in a window of 1280
LETTERS = "document.documentElement.style.setProperty('--gw-size', '17px')"  # as they are there
LONG = "Environmental Health Director; Board of County Commissioners"
NUMBERS = {"whole": "12", "year": "2026", "number": "9", "day": "6/30/2030"}
LONGEST = """select => {
  const longest = [...select.options].sort((a, b) => b.text.length - a.text.length)[0];
  select.value = longest.value;
  select.dispatchEvent(new Event('input', {bubbles: true}));
}"""


def test_no_list_is_wider_than_its_frame(plain: PlainPage) -> None:
    """With the longest words of a department in each cell, no button of a row is cut."""
    plain.page.set_viewport_size({"width": BESIDE_THE_PATH, "height": 800})
    plain.page.evaluate(LETTERS)
    lists = plain.page.locator(".gw-records:visible")
    assert lists.count() > 10
    for box in lists.all():
        box.locator(".gw-button.gw-main").first.click()
        form = box.locator("form")
        for folded in form.locator("details").all():
            folded.evaluate("each => { each.open = true; }")
        for each in form.locator("select:visible").all():
            each.evaluate(LONGEST)
        fields = form.locator(":is(input, textarea):visible")
        at = 0
        while at < fields.count():  # a field that is asked only now opens below another
            kind = fields.nth(at).get_attribute("data-kind") or ""
            named = fields.nth(at).evaluate("each => each.labels[0].textContent")
            fields.nth(at).fill("FY2026" if "iscal year" in named else NUMBERS.get(kind, LONG))
            at += 1
        form.locator("[type=submit]").click()
        expect(form).to_have_count(0)
        widths = box.locator(".gw-wide").evaluate("each => [each.scrollWidth, each.clientWidth]")
        assert widths[0] <= widths[1], f"{box.get_attribute('data-list')}: {widths}"
        assert box.get_by_role("button", name="Delete").last.is_visible()


def choose(control: Locator, at: int = 1) -> None:
    control.select_option(index=at)
