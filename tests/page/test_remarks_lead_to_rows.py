"""A remark leads to the row that it is about, in whichever list of the page that stands."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from plain_page import PlainPage, plain_page
from playwright.sync_api import Browser, expect

from groundwork.learner import place
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.power_map import power_map
from groundwork.screen.activities.team import team_charter, team_seats

pytestmark = [pytest.mark.browser, pytest.mark.lesson("06_budget_baseline")]
ROOT = Path(__file__).parents[2]
ROWS = {
    "power": {"Who": "County board", "Part": "decides", "Influence": "3", "Stance": "undecided"},
    "seats": {"Position": "Nurse", "Paid hours a month": "4", "Money that pays them": "unknown"},
}
FOLD = """part => {
  part.hidden = 'until-found';
  part.addEventListener('beforematch', () => part.removeAttribute('hidden'), {once: true});
}"""


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    folder = tmp_path_factory.mktemp("remarks")
    shutil.copytree(ROOT / "datasets", folder / "datasets")
    for name in ("modules", "my_work"):
        (folder / name).mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder / "modules")
        patch.delenv("GROUNDWORK_WORKSPACE", raising=False)
        place.keep(place.RIVERBEND)
        shown = {
            "matrix": decision_matrix(),
            "power": power_map(),
            "seats": team_seats(),
            "charter": team_charter(),
        }
        with plain_page(browser, shown) as plain:
            plain.open()
            yield plain
            assert plain.faults == []
            assert plain.refused() == []


def add(plain: PlainPage, kind: str) -> None:
    box = plain.box(kind)
    box.get_by_role("button", name="Add a").first.click()
    form = box.locator("form")
    for label, value in ROWS[kind].items():
        control = form.get_by_label(label).first
        is_list = control.evaluate("each => each.tagName") == "SELECT"
        control.select_option(value) if is_list else control.fill(value)
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form).to_have_count(0)


def leads(plain: PlainPage, kind: str, row: str) -> None:
    """Press the way to a row by keyboard; the row's button has the focus and is in sight."""
    way = plain.box(kind).locator(".gw-told").get_by_role("button", name=f"“{row}”").first
    way.press("Enter")
    edit = plain.page.get_by_role("button", name=f"Edit {row}", exact=True)
    expect(edit).to_be_focused()
    expect(edit).to_be_in_viewport()


@pytest.mark.parametrize("width", [1280, 640, 320])
def test_a_gap_of_the_matrix_leads_to_its_decision(plain: PlainPage, width: int) -> None:
    plain.page.set_viewport_size({"width": width, "height": 480})
    leads(plain, "matrix", "Change the hours of a clinic")


def test_a_remark_on_the_power_map_leads_to_its_actor(plain: PlainPage) -> None:
    add(plain, "power")
    leads(plain, "power", "County board")


def test_a_remark_below_the_charter_leads_to_its_seat_in_a_folded_part(plain: PlainPage) -> None:
    add(plain, "seats")
    box = plain.box("charter")
    for part in ("purpose", "mandate", "decides", "asked", "support", "community", "rhythm"):
        box.get_by_role("button", name="Add a part").click()
        form = box.locator("form")
        form.get_by_label("Part").select_option(part)
        form.get_by_label("What it says").fill("Words")
        form.get_by_label("Stands by").select_option("policy")
        form.get_by_role("button", name="Save", exact=True).click()
        expect(form).to_have_count(0)
    box.get_by_role("button", name="Add a part").click()
    form = box.locator("form")
    form.get_by_label("Part").select_option("reply")
    form.get_by_label("What it says").fill("In 30 days")
    form.get_by_label("Stands by").select_option("policy")
    form.get_by_role("button", name="Save", exact=True).click()
    expect(form).to_have_count(0)
    plain.page.locator("section[aria-labelledby='name-seats']").evaluate(FOLD)
    leads(plain, "charter", "Nurse")


def test_words_in_an_open_form_stay(plain: PlainPage) -> None:
    box = plain.box("matrix")
    box.get_by_role("button", name="Add a decision").click()
    box.locator("form").get_by_label("Decision").first.fill("Half a sent")
    leads(plain, "matrix", "Change the hours of a clinic")
    expect(box.locator("form").get_by_label("Decision").first).to_have_value("Half a sent")
