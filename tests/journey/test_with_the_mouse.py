"""From the command to the exercise and back next week, as most people would do it.

One learner, one story: the tests run in order, and each goes on where the one before stopped.
"""

import re
from functools import partial

import pytest
from accessibility import violations
from browser_tools import until
from learner import (
    READY_EXERCISE,
    Learner,
    go_to,
    is_ready,
    says,
    turn_dark,
    widget,
)
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

LESSON = "Find the causes"
EXERCISE = "Exercise: Trace a gap back"
REFLECTION = "Quokka: I stayed silent in the meeting about hours"
CAUSES = [
    ("the first visit comes late", "Service and bedside", "I have data"),
    ("the clinic closes at 16:30", "Institution and budget", "People told us"),
    ("the county rolls last year's lines forward", "Policy and law", "My guess"),
]
ACTORS = {"Board of commissioners": "decides", "Group of doulas": "affected, no vote"}
LEVELS = {
    "State law": "Policy and law",
    "evening clinic": "Institution and budget",
    "counts the doses": "Institution and budget",
    "last bus": "Neighborhood and living conditions",
    "front desk": "Service and bedside",
    "One mother": "Individual",
}
ANSWERS = "exercises/01_root_causes/answers.json"


def press(box: Locator | Page, name: str) -> None:
    box.get_by_role("button", name=name, exact=True).click()


def test_the_command_opens_a_lesson_that_is_live_by_itself(learner: Learner) -> None:
    assert "00_start_here" in learner.start()
    is_ready(learner.page)


def test_the_choice_of_place_and_a_rating_are_kept(learner: Learner) -> None:
    place = widget(learner.page, "[data-question=place]")
    place.get_by_label("My own department").check()
    press(place, "Keep my choice")
    says(place, "Kept: your own department.")
    assert learner.read("my_work/place.json")["place"] == "own"
    rating = widget(learner.page, "[data-form]")
    rating.get_by_role("radio", name="3 partly").first.check()
    says(rating, "Saved")
    expect(learner.page.locator(".gwlab-state").first).to_have_text("◐Begun: 1 of 29 answered")
    guess = widget(learner.page, "[data-question=where_to_look]")
    guess.get_by_label("Which part of the Educator").check()
    press(guess, "Check my answer")
    says(guess, "Not yet.")
    assert violations(learner.page) == []


def test_the_page_of_help_opens_in_place_and_leads_back(learner: Learner) -> None:
    page = learner.page
    page.locator(".gwlab-line:visible").get_by_role("link", name="Help").click()
    is_ready(page, "Ready. This page is to read: nothing on it has to run.")
    expect(page.get_by_role("heading", name="Agreements for working alone")).to_be_visible()
    page.locator(".gwlab-line:visible").get_by_role("link", name="Back").click()
    is_ready(page)
    assert last_lesson(learner) == "modules/00_start_here.ipynb", "the next start opens a lesson"


def last_lesson(learner: Learner) -> str:
    return (learner.workspace / ".groundwork/last_lesson").read_text(encoding="utf-8").strip()


def test_the_chart_follows_what_is_chosen(learner: Learner) -> None:
    go_to(learner.page, LESSON)
    explorer = learner.page.get_by_role("group", name="Explore a gap")
    picture, meaning = explorer.locator("img"), explorer.locator("figcaption")
    expect(picture).to_have_attribute("alt", re.compile("^Uninsured rate, 2010. Bar chart"))
    for label, choice, title, words in [
        (
            "Outcome",
            "Infant mortality rate",
            r"Infant mortality rate, \d{4}",
            "White, non-Hispanic",
        ),
        ("Outcome", "Uninsured rate", "Uninsured rate, 2019", "White, non-Hispanic (6.3)"),
        ("Year", "2013", "Uninsured rate, 2013", "White, non-Hispanic (10.2)"),
        ("Reference group", "Hispanic", "Uninsured rate, 2013", "Hispanic (28.4)"),
    ]:
        before = picture.get_attribute("src")
        explorer.get_by_label(label, exact=True).select_option(label=choice)
        expect(meaning).to_contain_text(f"Compared with {words}")
        expect(picture).to_have_attribute("alt", re.compile(f"^{title}\\."))
        expect(picture).not_to_have_attribute("src", before)
        assert picture.evaluate("async img => (await img.decode(), img.naturalWidth)") > 300
    news = explorer.locator("[role=status].gw-hidden")
    expect(news).to_contain_text("Uninsured rate, 2013. Compared with Hispanic")


def test_a_lesson_that_is_opened_again_while_it_runs_is_the_last_one(learner: Learner) -> None:
    for name, path in (("Start here", "00_start_here"), (LESSON, "01_root_causes")):
        go_to(learner.page, name)
        until(partial(is_last, learner, f"modules/{path}.ipynb"))


def is_last(learner: Learner, path: str) -> bool:
    return last_lesson(learner) == path


def test_a_root_cause_map_grows_by_asking_because(learner: Learner) -> None:
    causes = widget(learner.page, ".gw-causes")
    causes.locator(".gw-cause").first.click()  # empty, it opens its form
    causes.get_by_label("The outcome").fill("Visits are missed in the north of the county")
    press(causes, "Save")
    says(causes, "The outcome is written.")
    for text, level, evidence in CAUSES:
        press(causes, "Because…")
        causes.get_by_label("happens because…").fill(text)
        causes.get_by_label("Level of this cause").select_option(label=level)
        causes.get_by_label("How do you know?").select_option(label=evidence)
        press(causes, "Add this cause")
        expect(causes.locator(".gw-cause[aria-expanded=true]")).to_contain_text(text)
        says(causes, "Added.")
    expect(causes.locator("img")).to_have_attribute("alt", re.compile("3 causes"))


def test_a_power_map_takes_actors_and_draws_them(learner: Learner) -> None:
    decision = widget(learner.page, "[data-question=decision]")
    decision.get_by_role("textbox").fill("Two positions for evening hours")
    press(decision, "Save the decision")
    says(decision, "Saved")
    actors = widget(learner.page, "[data-list=power_map]")
    for name in ACTORS:
        press(actors, "Add a position or group")
        actors.get_by_label("Who", exact=False).first.fill(name)
        for scale in ("Part", "Influence", "Stance"):
            actors.locator("form").get_by_label(scale).select_option(index=2)
        press(actors, "Save")
        says(actors, "Added.")
        expect(actors.get_by_role("rowheader", name=name)).to_be_visible()
    drawn = learner.page.get_by_role("img", name="Power map: Two positions for evening hours")
    expect(drawn).to_have_attribute("alt", re.compile("Map with 2 names"))
    saved = learner.read("my_work/data/power_map.json")
    assert all(name in str(saved) for name in ACTORS)


def test_a_reflection_is_in_its_file_once_it_is_kept(learner: Learner) -> None:
    reflection = widget(learner.page, "[data-reflection=me]")
    reflection.get_by_role("textbox").fill(REFLECTION)
    expect(reflection.get_by_text("Not saved yet")).to_be_visible()
    assert learner.files_with("Quokka") == set()
    press(reflection, "Keep")
    says(reflection, "Kept in my_work/reflections/01_root_causes/me.md.")


def test_a_wrong_answer_is_told_what_to_try_and_the_right_one_why(learner: Learner) -> None:
    question = widget(learner.page, "[data-question=next_because]")
    question.get_by_label("Tenants keep their windows shut").check()
    press(question, "Check my answer")
    says(question, "Not yet. It may be so, and it stops at the tenants.")
    question.get_by_label("The city inspects an apartment only").check()
    press(question, "Check my answer")
    says(question, "Right. This names a rule.")


def test_the_engines_find_nothing_in_the_lesson_that_was_worked_through(learner: Learner) -> None:
    wrong = widget(learner.page, "[data-question=attorney_line]")
    wrong.get_by_label("Win a council member over").check()
    press(wrong, "Check my answer")
    says(wrong, "Not yet.")
    asked = widget(learner.page, ".gw-causes").locator("summary")
    asked.filter(has_text="What a colleague might ask").click()
    assert violations(learner.page) == []


def test_ctrl_c_stops_it_cleanly_while_the_page_is_open(learner: Learner) -> None:
    learner.save()
    status, said = learner.stop()
    assert status == 0
    assert said.strip() == f"Stopped. Your work is in {learner.workspace}."
    log = (learner.workspace / ".groundwork/server.log").read_text(encoding="utf-8")
    assert "Traceback" not in log, log


def test_the_lesson_that_was_open_last_is_remembered(learner: Learner) -> None:
    assert last_lesson(learner) == "modules/01_root_causes.ipynb"


def test_next_week_everything_is_there(learner: Learner) -> None:
    learner.start("01_root_causes")
    page = learner.page
    is_ready(page)
    causes = widget(page, ".gw-causes")
    for text, _, _ in CAUSES:
        expect(causes.get_by_role("button", name=f"because {text}")).to_be_visible()
    expect(causes.locator("img")).to_have_attribute("alt", re.compile("3 causes"))
    for name in ACTORS:
        rows = widget(page, "[data-list=power_map]")
        expect(rows.get_by_role("rowheader", name=name)).to_be_visible()
    decision = widget(page, "[data-question=decision]").get_by_role("textbox")
    expect(decision).to_have_value("Two positions for evening hours")
    reflection = widget(page, "[data-reflection=me]")
    expect(reflection.get_by_role("textbox")).to_have_value(REFLECTION)
    says(reflection, "Kept in my_work/reflections/")


def test_the_exercise_answers_at_once_and_keeps_what_was_answered(learner: Learner) -> None:
    page = learner.page
    go_to(page, EXERCISE, READY_EXERCISE)
    sort = widget(page, "[data-question=q1b]")
    for cause, level in LEVELS.items():
        sort.get_by_label(cause).select_option(label=level)
    sort.get_by_label("front desk").select_option(label="Individual")
    press(sort, "Check my answer")
    says(sort, "Not yet.")
    sort.get_by_label("front desk").select_option(label="Service and bedside")
    press(sort, "Check my answer")
    says(sort, "Right.")
    number = widget(page, "[data-question=q5b]")
    number.get_by_role("textbox").fill("0.6")
    press(number, "Check my answer")
    says(number, "Not yet. You divided the two rates.")
    number.get_by_role("textbox").fill("29,7")
    number.get_by_role("textbox").press("Enter")
    says(number, "Do you mean 29.7?")
    number.get_by_role("textbox").fill("29.7 fewer")
    press(number, "Check my answer")
    says(number, "You wrote “fewer” with the number.")
    number.get_by_role("textbox").fill("29.7 points")
    press(number, "Check my answer")
    says(number, "Right.")
    gap = widget(page, "[data-question=q10_gap]")
    gap.get_by_role("textbox").fill("Fewer first visits in the north")
    press(gap, "Save my answer")
    says(gap, "Saved with this exercise. Nobody has judged it.")
    kept = str(learner.read(ANSWERS))
    for answer in ("29.7", "Fewer first visits in the north", "'form': 'service'"):
        assert answer in kept
    assert violations(page) == []


def test_the_engines_find_nothing_in_the_dark_theme_either(learner: Learner) -> None:
    page = learner.page
    turn_dark(page)  # nothing was found in the light one, above
    found = {"exercise": violations(page, colors_alone=True)}
    go_to(page, LESSON)
    found["lesson 01"] = violations(page, colors_alone=True)
    go_to(page, "Start here")
    expect(widget(page, "[data-question=place]").get_by_label("My own department")).to_be_checked()
    expect(page.locator(".gw-paper summary:visible").first).to_contain_text("From:")
    found["lesson 00"] = violations(page, colors_alone=True)
    assert found == {"exercise": [], "lesson 01": [], "lesson 00": []}


def test_the_engines_would_notice_words_too_faint_at_the_end_of_the_page(learner: Learner) -> None:
    last = widget(learner.page, "[data-reflection=next_step]").locator(".gw-help")
    last.evaluate("words => (words.style.color = '#444')")
    found = violations(learner.page, "[data-reflection=next_step]", colors_alone=True)
    assert any(each.startswith("color-contrast") for each in found)
    assert any(each.startswith("text_contrast_sufficient:") for each in found)


def test_a_loaded_again_exercise_shows_the_answers(learner: Learner) -> None:
    page = learner.page
    go_to(page, EXERCISE, READY_EXERCISE)
    page.reload()
    is_ready(page, READY_EXERCISE)
    sort = widget(page, "[data-question=q1b]")
    says(sort, "Your earlier answer is shown.")
    for cause, level in LEVELS.items():
        chosen = sort.get_by_label(cause).locator("option:checked")
        expect(chosen).to_have_text(level)
    number = widget(page, "[data-question=q5b]").get_by_role("textbox")
    expect(number).to_have_value(re.compile(r"^29\.7$"))
    gap = widget(page, "[data-question=q10_gap]").get_by_role("textbox")
    expect(gap).to_have_value("Fewer first visits in the north")


def test_nothing_left_this_computer_and_no_error_was_logged(learner: Learner) -> None:
    learner.save()
    status, _ = learner.stop()
    assert status == 0
    assert learner.abroad == []
    assert learner.errors == []


def test_the_reflection_is_in_no_file_but_its_own(learner: Learner) -> None:
    assert learner.files_with("Quokka") == {"me.md"}
