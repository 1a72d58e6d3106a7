"""The same lesson in two windows, as whoever types the command twice has it: both keep."""

from typing import Any

import pytest
from learner import Learner, is_ready, says, widget
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

MAP = "my_work/data/root_cause_map.json"


def add(page: Page, text: str) -> None:
    causes = widget(page, ".gw-causes")
    causes.get_by_role("button", name="Because…").click()
    causes.locator("textarea").fill(text)
    causes.get_by_label("Level of this cause").select_option("policy")
    causes.get_by_label("How do you know?").select_option("guess")
    causes.get_by_role("button", name="Add this cause").click()


def add_actor(page: Page, name: str) -> None:
    actors = widget(page, "[data-list=power_map]")
    actors.get_by_role("button", name="Add a position or group").click()
    actors.get_by_label("Who", exact=False).first.fill(name)
    for scale in ("Part", "Influence", "Stance"):
        actors.locator("form").get_by_label(scale).select_option(index=2)
    actors.get_by_role("button", name="Save").click()
    says(actors, "Added.")


def kept(learner: Learner) -> list[str]:
    return [cause["text"] for cause in learner.read(MAP)["causes"]]


@pytest.fixture(scope="module")
def windows(learner: Learner) -> tuple[Page, Page]:
    """Two windows on lesson 01; each has run all cells, so each has widgets of its own."""
    address = learner.start("01_root_causes")
    first = learner.page
    is_ready(first)
    second = first.context.new_page()
    second.goto(address)
    is_ready(second)
    return first, second


def test_what_both_windows_add_is_in_the_file_and_on_the_page(learner: Any, windows: Any) -> None:
    first, second = windows
    add(second, "typed in the second window")
    says(widget(second, ".gw-causes"), "Added.")
    add(first, "typed in the first window")
    says(widget(first, ".gw-causes"), "Added.")
    assert kept(learner) == ["typed in the second window", "typed in the first window"]
    lines = widget(first, ".gw-causes").locator(".gw-cause")
    expect(lines).to_have_count(3)


def test_words_stay_in_the_form_when_the_cause_is_gone_and_can_be_saved(
    learner: Any, windows: Any
) -> None:
    here, there = (widget(page, ".gw-causes") for page in windows)
    here.get_by_role("button", name="because typed in the second window").click()
    here.get_by_role("button", name="Edit", exact=True).click()
    here.locator("textarea").fill("twenty minutes of work")
    there.get_by_role("button", name="because typed in the second window").click()
    there.get_by_role("button", name="Delete").click()
    there.get_by_role("button", name="Yes, delete").click()
    says(there, "Deleted.")
    here.get_by_role("button", name="Save").click()
    says(here, "This was changed in another window. Here is how it stands now.")
    expect(here.locator("textarea")).to_be_focused()
    expect(here.locator("textarea")).to_have_value("twenty minutes of work")
    expect(here.get_by_role("button", name="because typed in the second window")).to_have_count(0)
    assert kept(learner) == ["typed in the first window"]
    here.get_by_role("button", name="Add this cause").click()
    says(here, "Added.")
    assert kept(learner) == ["typed in the first window", "twenty minutes of work"]


def test_a_record_edited_in_both_windows_is_shown_before_it_is_replaced(
    learner: Any, windows: Any
) -> None:
    first, second = windows
    here, there = (widget(page, "[data-list=power_map]") for page in windows)
    add_actor(first, "Board")
    second.reload()
    is_ready(second)
    for box, name in ((here, "Board of the first"), (there, "Board of the second")):
        box.get_by_role("button", name="Edit Board", exact=True).click()
        box.get_by_label("Who", exact=False).first.fill(name)
    there.get_by_role("button", name="Save").click()
    says(there, "Changed.")
    here.get_by_role("button", name="Save").click()
    says(here, "This was changed in another window. Here is how it stands now.")
    expect(here.get_by_role("rowheader", name="Board of the second")).to_be_visible()
    expect(here.get_by_label("Who", exact=False).first).to_have_value("Board of the first")
    assert "Board of the second" in str(learner.read("my_work/data/power_map.json"))
    here.get_by_role("button", name="Save").click()
    says(here, "Changed.")
    assert "Board of the first" in str(learner.read("my_work/data/power_map.json"))


def test_a_rating_of_the_other_window_stays_before_the_words_typed_here(
    learner: Any, windows: Any
) -> None:
    kept_ratings = "my_work/data/readiness_profile.json"
    for page in windows:
        page.goto(page.url.replace("01_root_causes", "00_start_here"))
        is_ready(page)
    here, there = (widget(page, "[data-form=readiness_profile]") for page in windows)
    for box, words in ((there, "second window"), (here, "first window")):
        box.get_by_label("What shows it?").first.fill(words)
        box.get_by_label("What shows it?").first.press("Tab")
        if box is there:
            expect(box.get_by_text("✓ Saved")).to_be_visible()
    says(here, "This was changed in another window. Here is how it stands now.")
    shows = here.get_by_label("What shows it?").first
    expect(shows).to_have_value("second window; first window")
    assert "first window" not in str(learner.read(kept_ratings))
    here.get_by_role("radio").first.check()
    says(here, "Saved.")
    assert "second window; first window" in str(learner.read(kept_ratings))
    assert learner.errors == []
