"""Lesson 04 once through: the contract walks, a matrix is finished, papers are made, all returns.

One learner, one story: the contract and the seat by mouse, the matrix of one's own by keys.
"""

import os
from pathlib import Path

import pytest
from learner import Learner, is_ready, says, widget
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.lesson("04_shared_leadership")]

LESSON = "04_shared_leadership"
CONTRACT = "[data-question=tuesdays_contract]"
MATRIX = "[data-question=finish_a_matrix]"


def press(box: Locator | Page, name: str) -> None:
    box.get_by_role("button", name=name, exact=True).click()


def give(box: Locator, row: str, **letters: str) -> None:
    group = box.get_by_role("group", name=row)
    for column, letter in letters.items():
        group.get_by_label(column.replace("_", " ")).select_option(letter)


def picture(page: Page, name: str) -> None:
    """Keep a picture of the page where somebody asked for one."""
    if folder := os.environ.get("GROUNDWORK_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def test_the_contract_stops_where_a_part_is_missing_and_arrives_when_none_is(
    learner: Learner,
) -> None:
    learner.start(LESSON)
    is_ready(learner.page)
    path = learner.page.get_by_role("navigation", name="Lessons and exercises")
    expect(path.get_by_role("listitem").filter(has_text="Share the lead")).to_have_attribute(
        "value", "4"
    )
    box = widget(learner.page, CONTRACT)
    give(box, "Sign the contract", Clinic_Manager="D", County_Counsel="S", Equity_Officer="W")
    press(box, "Walk it through")
    says(box, "It would wait at County Counsel")
    give(box, "Sign the contract", County_Counsel="S5", Patient_panel="A")
    press(box, "Walk it through")
    says(box, "$38,000 (it can commit $10,000)")
    give(box, "Sign the contract", Clinic_Manager="", Health_Director="D")
    press(box, "Walk it through")
    says(box, "It would be decided.")
    picture(learner.page, "contract")


def test_a_matrix_is_finished_with_a_hint_on_the_way(learner: Learner) -> None:
    box = widget(learner.page, MATRIX)
    give(box, "Change the hours", Clinic_Manager="D", Patient_panel="A")
    give(box, "Change a form", Health_Director="D", Clinic_Manager="W", Patient_panel="A")
    give(box, "Publish figures", The_Tribal_Nation="D")
    press(box, "Check my answer")
    says(box, "2 of 3 rows stand. Look at the hours again. The manager runs the clinic")
    give(box, "Change the hours", Clinic_Manager="W", Deputy_Director="D")
    press(box, "Check my answer")
    says(box, "One position or government decides in each row")
    picture(learner.page, "matrix")


CUT_OFF = """lists => lists.flatMap(list => {
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = getComputedStyle(list).font;
  const room = list.clientWidth - parseFloat(getComputedStyle(list).paddingLeft) - 24; // its arrow
  const cut = ({text}) => pen.measureText(text).width > room;
  return [...list.options].filter(cut).map(each => each.text);
})"""


@pytest.mark.parametrize("question", [CONTRACT, MATRIX])
def test_a_closed_list_of_parts_shows_whole_words(learner: Learner, question: str) -> None:
    box = widget(learner.page, question)
    assert box.get_by_role("combobox").evaluate_all(CUT_OFF) == []


def test_a_matrix_of_ones_own_is_filled_by_keys_and_tells_where_it_stops(learner: Learner) -> None:
    page = learner.page
    keys = page.keyboard
    positions = widget(page, "[data-list=decision_positions]")
    positions.get_by_role("button", name="Add a position or group").focus()
    keys.press("Enter")
    keys.type("Nurse Manager")
    keys.press("Tab")
    keys.type("a position of ours")
    keys.press("Tab")
    keys.type("25,000")
    keys.press("Control+Enter")
    says(positions, "Added.")
    decisions = widget(page, "[data-list=decision_rights]")
    decisions.get_by_role("button", name="Add a decision").focus()
    keys.press("Enter")
    keys.type("Sign the lease")
    keys.press("Tab")
    keys.type("40000")
    for words in ("nothing", "yes", "nurse", "", "", "nurse manager"):
        keys.press("Tab")
        keys.type(words)
    # A name that is not in the list is asked about, and stays as it was typed.
    expect(decisions).to_contain_text("Do you mean “Nurse Manager”?")
    expect(decisions.get_by_label("Notice to a union")).to_be_hidden()
    expect(decisions.get_by_label("Working days to sign off")).to_be_hidden()
    decider = decisions.get_by_label("Decides")
    expect(decider).to_have_value("nurse")
    assert decider.evaluate("box => [...box.list.options].map(each => each.value)") == [
        "Nurse Manager"
    ]
    decider.fill("Nurse Manager")
    decider.press("Control+Enter")
    says(decisions, "Added.")
    told = page.locator(".gw-told", has_text="Where each decision would stop")
    expect(told).to_contain_text("$40,000 (it can commit $25,000)")
    picture(page, "own")
    press(decisions, "Word")
    expect(decisions.get_by_text("Decision-rights matrix ", exact=False).first).to_be_visible()
    assert list((learner.workspace / "my_work/papers").glob("Decision-rights matrix *.docx"))


def test_several_names_are_picked_one_after_the_other(learner: Learner) -> None:
    decisions = widget(learner.page, "[data-list=decision_rights]")
    press(decisions, "Add a decision")
    advises = decisions.get_by_label("Advises")
    advises.fill("Parents; ")
    assert advises.evaluate("box => [...box.list.options].map(each => each.value)") == [
        "Parents; Nurse Manager"
    ]
    advises.fill("Nurse Manager; ")
    assert advises.evaluate("box => [...box.list.options].map(each => each.value)") == []
    decisions.get_by_label("Signs off").fill("Counsel")
    expect(decisions.get_by_label("Working days to sign off")).to_be_visible()
    press(decisions, "Cancel")


def test_a_seat_says_which_hours_exist_on_the_page_alone(learner: Learner) -> None:
    seats = widget(learner.page, "[data-list=team_seats]")
    press(seats, "Add a seat")
    form = seats.locator("form")
    form.get_by_label("Position").fill("Clinic Clerk")
    form.get_by_label("Paid hours a month").fill("6")
    form.get_by_label("Money that pays them").select_option("time-limited")
    press(seats, "Save")
    says(seats, "Added.")
    told = learner.page.locator(".gw-told", has_text="Hours that exist")
    expect(told).to_contain_text("Not shown yet: 6 hours a month (Clinic Clerk)")
    press(seats, "Word")
    expect(seats.get_by_text("Hours for a core team ", exact=False).first).to_be_visible()
    charter = widget(learner.page, "[data-list=team_charter]")
    press(charter, "Word")
    expect(charter.get_by_text("Charter of the core team ", exact=False).first).to_be_visible()
    picture(learner.page, "charter")


def test_all_of_it_is_there_next_week(learner: Learner) -> None:
    learner.stop()
    learner.start(LESSON)
    is_ready(learner.page)
    for name, words in (("decision_rights", "Sign the lease"), ("team_seats", "Clinic Clerk")):
        expect(widget(learner.page, f"[data-list={name}]")).to_contain_text(words)
    assert learner.errors == [] and learner.abroad == []
