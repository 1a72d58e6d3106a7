"""The acts of lesson 06 on a page, by mouse and by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from plain_page import PlainPage, new_workspace, plain_lesson
from playwright.sync_api import Browser, Locator, expect

from groundwork.screen.activities.budget_lines import budget_lines
from groundwork.screen.activities.budget_request import budget_request
from groundwork.screen.activities.end_the_grant import end_the_grant
from groundwork.screen.activities.horizon import horizon
from groundwork.screen.activities.money_per_person import money_per_person
from groundwork.screen.activities.tag_twice import tag_twice
from groundwork.screen.activities.two_raters import two_raters

pytestmark = [pytest.mark.browser, pytest.mark.lesson("06_budget_baseline")]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_workspace(tmp_path_factory.mktemp("budget"))


@pytest.fixture(scope="module")
def plain(browser: Browser, workspace: Path) -> Iterator[PlainPage]:
    def shown() -> dict[str, object]:
        return {
            "raters": two_raters(),
            "horizon": horizon(),
            "grant": end_the_grant(),
            "tags": tag_twice(),
            "people": money_per_person(),
            "lines": budget_lines(),
            "request": budget_request(),
        }

    with plain_lesson(browser, workspace, shown) as plain:
        yield plain


def follows(box: Locator) -> Locator:
    return box.locator(".gw-follows")


def test_the_horizon_moves_by_keys_to_both_ends(plain: PlainPage) -> None:
    box = plain.box("horizon")
    slider = box.get_by_role("slider")
    expect(follows(box)).to_contain_text("3.0 % is in the strict baseline and 15.8 %")
    slider.focus()
    slider.press("ArrowRight")
    expect(follows(box)).to_contain_text("$356,152 has a last day after that")
    slider.press("End")
    expect(follows(box)).to_contain_text("$0 has a last day after that")
    assert slider.get_attribute("aria-valuetext") == "4 years after FY2026"
    slider.press("Home")
    expect(follows(box)).to_contain_text("$1,124,222 has a last day after that")


def test_judging_five_lines_counts_more_and_moves_no_dollar(plain: PlainPage) -> None:
    box = plain.box("horizon")
    for line in ("RB-138", "RB-139", "RB-159", "RB-160", "RB-235"):
        box.get_by_label(line).select_option("whole")
    expect(follows(box)).to_contain_text("6.2 % is in the strict baseline")
    expect(box.get_by_text("The equity work counted here is 9.75 FTE")).to_be_visible()
    for line in ("RB-138", "RB-139", "RB-159", "RB-160", "RB-235"):
        box.get_by_label(line).select_option("as it is")
    expect(follows(box)).to_contain_text("3.0 %")


def test_a_grant_ends_with_people_services_and_three_years(plain: PlainPage) -> None:
    box = plain.box("grant")
    expect(box.get_by_role("row", name="Perinatal Equity Coordinator")).to_contain_text("$52,448")
    box.get_by_label("The grant that ends").select_option("F360")
    expect(follows(box)).to_contain_text("9 positions go with it, 7 of them filled")
    expect(follows(box)).to_contain_text("3.00 are counted as equity work")
    expect(follows(box)).to_contain_text("When F360 ends on August 31, 2028")
    box.get_by_role("slider").press("Home")
    box.get_by_label("The grant that ends").select_option("F330")
    expect(follows(box)).to_contain_text("When F330 ends on June 30, 2027")
    expect(follows(box)).to_contain_text("5 positions go with it, 4 of them filled, 1 of them paid")
    assert box.get_by_role("slider").get_attribute("aria-valuetext") == "June 30, 2027"
    box.get_by_label("The grant that ends").select_option("F360")
    expect(box.get_by_text("This fund asks for a match")).to_be_visible()
    box.get_by_label("Positions").select_option("stop")
    expect(box.get_by_text("Positions stop. Who is told")).to_be_visible()
    box.get_by_label("Services and contracts").select_option("6")
    expect(box.get_by_text("Services: the bridge ends on February 28, 2029.")).to_be_visible()
    slider = box.get_by_role("slider")
    slider.focus()
    slider.press("End")
    expect(follows(box)).to_contain_text("August 31, 2028")
    slider.press("Home")
    expect(follows(box)).to_contain_text("September 30, 2026")


def test_the_second_rater_is_heard_once_all_is_classed(plain: PlainPage) -> None:
    box = plain.box("raters")
    lists = box.get_by_role("combobox").all()
    for one in lists[:-1]:
        one.select_option("direct")
    expect(follows(box)).to_contain_text("1 is still open")
    lists[-1].select_option("none")
    expect(follows(box)).to_contain_text("of 8 lines alike.")
    expect(box.get_by_text("Same day, same tents, new name.")).to_be_visible()


def test_a_second_tag_and_prices_follow(plain: PlainPage) -> None:
    box = plain.box("tags")
    box.get_by_label("Evening clinic, Mill Flats").select_option("yes")
    expect(follows(box)).to_contain_text("is no equity work by its papers")
    expect(follows(box)).not_to_contain_text("hardest: $0")
    people = plain.box("people")
    people.get_by_label("Prices", exact=True).select_option("3")
    expect(follows(people)).to_contain_text("in prices of FY2026, 3 % a year")


def test_a_request_says_what_a_level_passes_over(plain: PlainPage) -> None:
    box = plain.box("request")
    for name, dollars in (("Officer", "101840"), ("Panels", "88000"), ("Rides", "37960")):
        box.get_by_role("button", name="Add a line of the request").click()
        box.get_by_label("Item, the first priority first").fill(name)
        box.get_by_label("Recurring dollars a year").fill(dollars)
        box.get_by_role("button", name="Save", exact=True).click()
        expect(box.get_by_role("row", name=name)).to_be_visible()
    expect(box.get_by_text("Passed over: Panels, a higher priority")).to_be_visible()
    box.get_by_role("button", name="Excel").click()
    expect(box.get_by_text("Saved as")).to_be_visible()
