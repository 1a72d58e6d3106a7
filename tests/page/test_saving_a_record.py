"""A half-filled form is never saved unasked, and what was saved stands in sight with its reply."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from fields_of_every_kind import fitting
from plain_page import PlainPage, plain_lesson
from playwright.sync_api import Browser, Locator, expect

from groundwork.screen.activities.budget_lines import budget_lines
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.metric_register import metric_register
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.activities.timeline import department_timeline

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
SIZES = {"as it is": (1280, 800), "at 200 %": (640, 400), "on a phone": (390, 660)}
LISTS = {
    "causes": lambda: RootCauseMap("Visits are missed"),
    "power": power_map,
    "matrix": decision_matrix,
    "seats": team_seats,
    "charter": team_charter,
    "roles": role_statements,
    "timeline": department_timeline,
    "register": metric_register,
    "lines": budget_lines,
}
NUMBERS = count(1)  # a name that is there already may be refused
PLACES = """list => {
  const box = node => { const {top, bottom} = node.getBoundingClientRect(); return [top, bottom]; };
  const used = document.activeElement;
  const row = used.closest('tr, li');
  const said = [...list.querySelectorAll(':scope > .gw-feedback')].at(-1);
  return row && {
    line: box(row.querySelector('th, .gw-cause')), row: box(row), used: box(used),
    reply: box(said), saved: row.textContent.includes('✓ Saved'), view: innerHeight,
  };
}"""


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    folder = tmp_path_factory.mktemp("saving")
    shutil.copytree(ROOT / "datasets", folder / "datasets")
    for name in ("modules", "my_work"):
        (folder / name).mkdir()
    shown = lambda: {name: make() for name, make in LISTS.items()}  # noqa: E731
    with plain_lesson(browser, folder, shown) as plain:
        yield plain


def lists(plain: PlainPage, name: str) -> list[Locator]:
    """Return each list of one activity: a matrix has one of its positions, too."""
    plain.page.set_viewport_size({"width": 1280, "height": 800})
    found = plain.box(name).locator(".gw-records, .gw-causes").all()
    assert found
    return found


def open_form(box: Locator) -> None:
    if not box.locator("form").count():
        box.locator(".gw-button.gw-main").first.press("Enter")


def fill(box: Locator) -> None:
    """Fill in what the form needs, and nothing more."""
    for control in box.locator("form [aria-required]").all():
        if control.evaluate("each => each.tagName") == "SELECT":
            control.select_option(index=1 + box.locator("tbody tr[data-id]").count())
        elif not control.input_value():
            control.fill(fitting(control, f"Word {next(NUMBERS)}"))


def kept(plain: PlainPage) -> list[object]:
    """Return what every list of the page keeps."""
    return [each.standing() for each in plain.widgets if hasattr(each, "standing")]


@pytest.mark.parametrize("name", LISTS)
def test_enter_goes_on_to_the_next_field_and_saves_nothing(plain: PlainPage, name: str) -> None:
    for box in lists(plain, name):
        open_form(box)
        fill(box)
        before = kept(plain)
        fields = box.locator("form :is(input, select, textarea):visible")
        many = fields.count()
        assert many > 1
        for at in range(many):
            if fields.nth(at).evaluate("each => each.tagName") == "TEXTAREA":
                continue
            fields.nth(at).press("Enter")
            last = box.locator("form [type=submit]")
            expect(fields.nth(at + 1) if at + 1 < many else last).to_be_focused()
        plain.settle()
        assert kept(plain) == before
        box.get_by_role("button", name="Cancel", exact=True).press("Enter")


@pytest.mark.parametrize("name", ["causes", "timeline", "charter"])
def test_control_and_enter_saves_from_any_field_and_from_save(plain: PlainPage, name: str) -> None:
    for box in lists(plain, name):
        for kind in ("textarea", "input", "select", "[type=submit]"):
            open_form(box)
            fill(box)
            field = box.locator(f"form {kind}:visible").first
            if field.count():
                field.press("Control+Enter")
                expect(box.locator("form")).to_have_count(0)
            else:
                box.get_by_role("button", name="Cancel", exact=True).press("Enter")


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("size", SIZES)
def test_the_saved_row_and_the_reply_are_in_sight(plain: PlainPage, size: str, name: str) -> None:
    for box in lists(plain, name):
        width, height = SIZES[size]
        plain.page.set_viewport_size({"width": width, "height": height})
        for opener in ("add", "edit") if size == "on a phone" else ("add",):
            if opener == "add":
                open_form(box)
                fill(box)
            else:
                box.get_by_role("button", name="Edit").last.press("Enter")
                box.locator("form :is(input, textarea):visible").last.press("End")
                plain.page.keyboard.type("7")
            box.locator("form [type=submit]").press("Enter")
            expect(box.locator("form")).to_have_count(0)
            plain.settle()
            places = box.evaluate(PLACES)
            where = f"{opener}: {places}"
            assert places, "the focus is in the row that was saved"
            view, (top, _), (reply, end) = places["view"], places["line"], places["reply"]
            assert places["used"][0] >= 0 and places["used"][1] <= view, where
            tall = end - places["row"][0] > view
            assert places["saved"], where
            assert top >= -1 or places["row"][1] - places["row"][0] > view, where
            assert tall or (reply >= 0 and end <= view + 1), where


@pytest.mark.parametrize("width", [1280, 640, 390])
def test_a_table_is_a_stop_of_the_tab_key_only_where_it_scrolls(
    plain: PlainPage, width: int
) -> None:
    plain.page.set_viewport_size({"width": width, "height": 800})
    plain.settle()
    stops = plain.page.locator(".gw-wide").evaluate_all(
        """all => all.filter(each => each.checkVisibility())
          .map(each => [each.scrollWidth > each.clientWidth, each.tabIndex === 0])"""
    )
    assert stops and all(scrolls == stop for scrolls, stop in stops), stops
