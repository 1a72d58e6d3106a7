"""The acts of lesson 06's second sitting on a page: by mouse, by keys, and by a hostile hand."""

from collections.abc import Iterator

import pytest
from plain_page import PlainPage, new_workspace, plain_lesson
from playwright.sync_api import Browser, Locator, expect

from groundwork.learner import artifacts
from groundwork.screen.activities.allocation_note import allocation_note
from groundwork.screen.activities.help_line import help_line
from groundwork.screen.activities.pay_a_year import pay_a_year
from groundwork.screen.activities.pay_rule import pay_rule
from groundwork.screen.activities.who_bears import who_bears
from groundwork.screen.activities.whose_weights import whose_weights

pytestmark = [pytest.mark.browser, pytest.mark.lesson("06_budget_baseline")]
HOSTILE = (
    *("1e999", "NaN", "-5", "25", "ten", "9" * 40, "1,2,3", "$", "<script>alert(1)</script>"),
    *("=1+1", "👩🏽‍⚕️", "1\u202e2", "0x10", "1e-9", "--", "½½", "1/0", "العيادة"),
)


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    workspace = new_workspace(tmp_path_factory.mktemp("paying"))

    def shown() -> dict[str, object]:
        return {
            "year": pay_a_year(),
            "help": help_line(),
            "rule": pay_rule(),
            "weights": whose_weights(),
            "cut": who_bears(),
            "note": allocation_note(),
        }

    with plain_lesson(browser, workspace, shown) as plain:
        yield plain


def follows(box: Locator) -> Locator:
    return box.locator(".gw-follows")


def to_each_end(box: Locator) -> None:
    for slider in box.get_by_role("slider").all():
        slider.focus()
        slider.press("End")
        slider.press("Home")


def add(box: Locator, opener: str, **fields: str) -> None:
    box.get_by_role("button", name=opener).click()
    for label, text in fields.items():
        box.locator("form").get_by_label(label.replace("_", " ")).fill(text)


def save(box: Locator) -> None:
    box.locator("form").get_by_role("button", name="Save", exact=True).click()


def test_a_year_of_pay_follows_people_rate_cap_and_line(plain: PlainPage) -> None:
    box = plain.box("year")
    expect(follows(box)).to_contain_text("$22,800 a year. The line holds $63,970")
    box.get_by_label("Line that pays").select_option("RB-236")
    expect(follows(box)).to_contain_text("$21,580 are missing")
    box.get_by_label("A published rule").select_option("washington")
    hours = box.get_by_role("slider", name="Hours a meeting")
    hours.focus()
    hours.press("End")
    expect(box.get_by_text("That is under the hourly floor")).to_be_visible()
    to_each_end(box)
    expect(follows(box)).to_contain_text("2 people at 1 meeting of 1 hour")


def test_a_payment_takes_help_away_and_the_other_way_too(plain: PlainPage) -> None:
    box = plain.box("help")
    expect(follows(box)).to_contain_text("$120 less than without the pay")
    box.get_by_label("When it is paid").select_option("each")
    expect(follows(box)).to_contain_text("$300 more than without")
    slider = box.get_by_role("slider")
    slider.focus()
    slider.press("ArrowRight")
    slider.press("ArrowRight")
    expect(follows(box)).to_contain_text("$450 paid, $1,260 of help lost")
    to_each_end(box)
    expect(follows(box)).to_contain_text("$0 paid")


def test_weights_name_who_loses_and_stop_where_there_is_too_little(plain: PlainPage) -> None:
    box = plain.box("weights")
    expect(follows(box)).to_contain_text("Mill Flats gets $75,759")
    expect(follows(box)).to_contain_text("$24,411 less than by poverty alone, without a base")
    box.get_by_label("Base for each district").select_option("60000")
    box.get_by_label("Hold harmless").select_option("people")
    expect(follows(box)).to_contain_text("more than there is to share")
    box.get_by_label("Hold harmless").select_option("none")
    box.get_by_label("Base for each district").select_option("0")
    box.get_by_role("slider", name="Of the rest").press("End")
    expect(follows(box)).to_contain_text("No district gets less")
    # All by poverty but the base: the base alone takes from Mill Flats.
    box.get_by_label("Base for each district").select_option("10000")
    expect(follows(box)).to_contain_text("Mill Flats gets $93,475")
    expect(follows(box)).to_contain_text("$6,695 less than by poverty alone")
    to_each_end(box)
    expect(follows(box)).to_contain_text("Mill Flats gets $58,044")


def test_a_cut_by_unspent_money_falls_on_whoever_waited(plain: PlainPage) -> None:
    box = plain.box("cut")
    expect(follows(box)).to_contain_text("Chronic Disease Prevention loses the largest part")
    box.get_by_role("slider").press("End")
    expect(follows(box)).to_contain_text("Every unit loses the same part of its money, 6 %")
    to_each_end(box)


def test_a_group_that_is_paid_is_priced_and_makes_a_paper(plain: PlainPage) -> None:
    box = plain.box("rule")
    add(box, "Add a group", Group="Panel", People="8", Meetings_a_year="6")
    box.locator("form").get_by_label("Hours a meeting").fill("5")
    box.locator("form").get_by_label("Dollars an hour").fill("45")
    save(box)
    expect(box.get_by_text("A year of all groups: $10,800.")).to_be_visible()
    box.get_by_role("button", name="Add a part of the rule").click()
    box.locator("form").get_by_label("Part of the rule").select_option("notice")
    box.locator("form").get_by_label("What holds").fill("Under $600 nothing is reported.")
    save(box)
    expect(box.get_by_text("$600 was the line for a federal tax form")).to_be_visible()
    box.get_by_role("button", name="Word").click()
    expect(box.get_by_text("Saved as")).to_be_visible()


@pytest.mark.parametrize("text", HOSTILE)
def test_no_field_for_a_number_takes_what_is_none(plain: PlainPage, text: str) -> None:
    box = plain.box("rule")
    before = artifacts.load("pay_rule_groups")
    if not box.locator("form").count():
        add(box, "Add a group", Group="Hostile", People="2", Meetings_a_year="2")
        box.locator("form").get_by_label("Dollars an hour").fill("20")
    hours = box.locator("form").get_by_label("Hours a meeting")
    hours.fill(text)
    save(box)
    told = box.locator("form [aria-invalid=true], .gw-feedback[data-kind=problem]")
    expect(told.first).to_be_visible(timeout=20_000)
    expect(hours).to_have_value(text)
    assert artifacts.load("pay_rule_groups") == before


def test_no_result_is_shown_before_the_reason_stands_in_writing(plain: PlainPage) -> None:
    box = plain.box("note")
    box.get_by_role("button", name="Add a set of weights").click()
    box.locator("form").get_by_label("Dollars to share, in all").fill("92000")
    box.locator("form").get_by_label("Percent by need").fill("50")
    box.locator("form").get_by_label("Base for each place, dollars").fill("10000")
    save(box)
    expect(box.get_by_role("row", name="92,000")).to_be_visible()
    for name, people, need in (("Alder", 17900, 1970), ("Burnt", 8700, 1390), ("Cold", 4400, 1010)):
        box.get_by_role("button", name="Add a place").click()
        for at, text in enumerate((name, str(people), str(need))):
            box.locator("form input").nth(at).fill(text)
        save(box)
        expect(box.get_by_role("row", name=name)).to_be_visible()
    expect(box.get_by_text("First in writing, above")).to_be_visible()
    expect(box.get_by_text("$21,564.76")).to_have_count(0)
    for part in ("chose", "need", "reason"):
        box.get_by_role("button", name="Add a part of the note").click()
        box.locator("form").get_by_label("What is asked").select_option(part)
        box.locator("form").get_by_label("Your answer").fill(f"The {part} <b>& more</b> $5")
        save(box)
        expect(box.locator("form")).to_have_count(0)
    expect(box.get_by_text("Cold: $21,564.76")).to_be_visible()
    expect(box.get_by_text("It is owed a letter")).to_be_visible()


def test_a_second_set_of_weights_is_refused(plain: PlainPage) -> None:
    box = plain.box("note")
    box.get_by_role("button", name="Add a set of weights").click()
    box.locator("form").get_by_label("Dollars to share, in all").fill("1")
    box.locator("form").get_by_label("Percent by need").fill("1")
    save(box)
    expect(box.get_by_text("There is one set of weights already.")).to_be_visible()
    box.locator("form").get_by_role("button", name="Cancel").click()
