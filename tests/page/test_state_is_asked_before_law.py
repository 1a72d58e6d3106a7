"""While no state is known, each paper's law card leads to the field that names it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from plain_page import PlainPage, new_workspace, plain_lesson
from playwright.sync_api import Browser, Locator, expect
from widgets.test_no_paper_of_nothing import with_a_paper

from groundwork.learner import place
from groundwork.screen.widgets.kept import KeptWidget

pytestmark = pytest.mark.browser
NAME = "Name your city or county, and state"
FIELD = "City or county, and state"


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    workspace = new_workspace(tmp_path_factory.mktemp("state_first"))
    with plain_lesson(browser, workspace, every_paper) as plain:
        plain.page.set_default_timeout(15_000)
        yield plain


def every_paper() -> dict[str, KeptWidget]:
    return {each.content["name"]: each for each in with_a_paper()}


@pytest.fixture
def stateless(plain: PlainPage) -> PlainPage:
    """Return the page of a department of one's own that has not said where it is."""
    place.keep(place.OWN)
    Path("../my_work/data/letterhead.json").unlink(missing_ok=True)
    plain.page.set_viewport_size({"width": 1280, "height": 800})
    plain.open()
    return plain


def cards(plain: PlainPage) -> list[Locator]:
    """Return the parts of the page that hold a law card, one for each paper."""
    cards = plain.page.locator("details.gw-before:visible").all()
    assert len(cards) > 10
    return [card.locator("..") for card in cards]


def asking(plain: PlainPage) -> Locator:
    return plain.page.get_by_role("button", name=NAME, exact=True)


def test_every_card_asks_once_for_the_state_by_a_button_that_the_keyboard_reaches(
    stateless: PlainPage,
) -> None:
    found = cards(stateless)
    expect(asking(stateless)).to_have_count(len(found))
    for card in found:
        card.locator("summary").first.focus()
        stateless.page.keyboard.press("Tab")
        expect(card.get_by_role("button", name=NAME)).to_be_focused()
        stateless.page.keyboard.press("Enter")
        field = stateless.page.locator("input:focus")
        expect(field).to_have_accessible_name(FIELD)
        expect(field).to_be_in_viewport()
        mine = card.evaluate_handle("card => card.closest('.gw').querySelector('.gw-paper')")
        assert field.evaluate("(field, paper) => paper.contains(field)", mine)


def test_it_goes_everywhere_once_a_state_is_named_and_comes_back_with_its_loss(
    stateless: PlainPage,
) -> None:
    asked = len(cards(stateless))
    field = stateless.page.get_by_label(FIELD).first
    for where, left in (("Allen County", asked), ("Lima, Ohio", 0), ("", asked)):
        stateless.page.locator(".gw-paper details").first.evaluate("each => { each.open = true; }")
        field.fill(where)
        field.blur()
        stateless.settle()
        expect(asking(stateless)).to_have_count(left)
    field.fill("Shelby County, Tennessee")
    field.blur()
    stateless.settle()
    stateless.open()
    expect(asking(stateless)).to_have_count(0)
    assert stateless.page.get_by_text("In Tennessee").count() == len(cards(stateless))


def test_the_field_in_use_stays_where_it_is_when_the_line_goes(stateless: PlainPage) -> None:
    # Not every browser holds a page still by itself.
    stateless.page.evaluate("document.documentElement.style.overflowAnchor = 'none'")
    asking(stateless).last.press("Enter")
    field = stateless.page.locator("input:focus")
    before = field.evaluate("field => field.getBoundingClientRect().top")
    stateless.page.keyboard.type("Lima, Ohio")
    field.blur()
    stateless.settle()
    expect(asking(stateless)).to_have_count(0)
    field = stateless.page.get_by_label(FIELD).last
    assert abs(field.evaluate("field => field.getBoundingClientRect().top") - before) <= 1


def test_it_never_shows_for_the_invented_county(browser: Browser, tmp_path: Path) -> None:
    def shown() -> dict[str, KeptWidget]:
        place.keep(place.RIVERBEND)
        return every_paper()

    with plain_lesson(browser, new_workspace(tmp_path), shown) as plain:
        assert cards(plain)
        expect(asking(plain)).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 640, 390])
def test_the_line_is_not_cut_off(stateless: PlainPage, width: int) -> None:
    stateless.page.set_viewport_size({"width": width, "height": 800})
    for button in asking(stateless).all():
        line = button.locator("..")
        assert line.evaluate("line => line.scrollWidth <= line.clientWidth + 1")
