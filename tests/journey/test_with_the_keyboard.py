"""The same path with the keyboard alone: no mouse, and no focus but what the keys move.

How a person who uses no mouse gets in: after the address bar, JupyterLab puts the focus on the
lesson's first text. Tab goes through the links of that text to the first widget; Shift and Tab go
back to the line above the lesson, with its links to the exercise and the lessons before and after.
"""

import re

import pytest
from learner import READY_EXERCISE, Learner, is_ready, says, widget
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SECRET = "Quokka by keyboard"
CAUSES = [
    ("the first visit comes late", "Service", "I have"),
    ("the clinic closes early", "Institution", "People"),
    ("the county rolls lines forward", "Policy", "My"),
]
ACTORS = ["Board of commissioners", "Group of doulas"]
LEVELS = ["Policy", "Instit", "Instit", "Neigh", "Service", "Service"]  # the last is wrong
ANSWERS = "exercises/01_root_causes/answers.json"


class Keys:
    """A keyboard, and the name and role that a screen reader would give what has the focus."""

    def __init__(self, learner: Learner) -> None:
        self._page = learner.page
        self._tools = self._page.context.new_cdp_session(self._page)

    def focused(self) -> tuple[str, str]:
        """Return the role and the accessible name of the focused element."""
        found = self._tools.send("Runtime.evaluate", {"expression": "document.activeElement"})
        tree = self._tools.send(
            "Accessibility.getPartialAXTree",
            {"objectId": found["result"]["objectId"], "fetchRelatives": False},
        )
        node = tree["nodes"][0]
        return node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "")

    def press(self, *keys: str) -> None:
        for key in keys:
            self._page.keyboard.press(key)

    def type(self, text: str) -> None:
        self._page.keyboard.type(text)

    def tab_to(self, role: str, name: str, *, within: int, back: bool = False) -> None:
        """Press Tab until something has the focus.

        Parameters
        ----------
        name
            Words of the accessible name.
        within
            The most presses that are fair to ask for.
        back
            Go back, with Shift and Tab.
        """
        passed = []
        for _ in range(within):
            self.press("Shift+Tab" if back else "Tab")
            passed.append(self.focused())
            if passed[-1][0] == role and name in passed[-1][1]:
                return
        raise AssertionError(f"No {role} {name!r} within {within} presses: {passed}")


def test_the_first_widget_is_few_presses_from_the_opened_lesson(learner: Learner) -> None:
    learner.start()
    is_ready(learner.page)
    Keys(learner).tab_to("radio", "The colleagues who carry", within=8)


def test_the_choice_of_place_is_kept(learner: Learner) -> None:
    keys = Keys(learner)
    keys.tab_to("radio", "My own department", within=20)
    keys.press("Space")
    keys.tab_to("button", "Keep my choice", within=1)
    keys.press("Enter")
    says(widget(learner.page, "[data-question=place]"), "Kept: your own department.")


def test_the_next_lesson_is_reached_and_its_chart_changed(learner: Learner) -> None:
    keys = Keys(learner)
    keys.tab_to("link", "Next lesson", within=30, back=True)
    keys.press("Enter")
    expect(learner.page.get_by_role("heading", name="Find the causes")).to_be_visible()
    is_ready(learner.page)
    keys.tab_to("combobox", "Outcome", within=12)
    explorer = learner.page.get_by_role("group", name="Explore a gap")
    meaning, picture = explorer.locator("figcaption"), explorer.locator("img")
    before = picture.get_attribute("src") or ""
    keys.press("ArrowDown")
    expect(picture).not_to_have_attribute("alt", re.compile("^Uninsured rate"))
    keys.press("ArrowUp")
    expect(meaning).to_contain_text("Compared with White, non-Hispanic (6.3)")
    keys.tab_to("combobox", "Year", within=1)
    keys.type("2013")
    expect(meaning).to_contain_text("Compared with White, non-Hispanic (10.2)")
    keys.tab_to("combobox", "Reference group", within=1)
    keys.type("Hisp")
    expect(meaning).to_contain_text("Compared with Hispanic (28.4)")
    expect(picture).not_to_have_attribute("src", before)


def test_a_root_cause_map_is_built(learner: Learner) -> None:
    keys, causes = Keys(learner), widget(learner.page, ".gw-causes")
    keys.tab_to("button", "Outcome", within=60)
    keys.press("Enter")
    for text, level, known in CAUSES:
        keys.tab_to("button", "Because…", within=1)
        keys.press("Enter")
        keys.type(text)
        keys.tab_to("combobox", "Level of this cause", within=1)
        keys.type(level)
        keys.tab_to("combobox", "How do you know?", within=1)
        keys.type(known)
        keys.tab_to("button", "Add this cause", within=2)
        keys.press("Space")
        says(causes, "Added.")
        expect(causes.locator(".gw-cause[aria-expanded=true]")).to_contain_text(text)
        assert text in keys.focused()[1]
    saved = learner.read("my_work/data/root_cause_map.json")["causes"]
    assert [(each["text"], each["level"], each["evidence"]) for each in saved] == [
        ("the first visit comes late", "service", "data"),
        ("the clinic closes early", "institution", "people"),
        ("the county rolls lines forward", "policy", "guess"),
    ]


def test_a_power_map_takes_two_actors(learner: Learner) -> None:
    keys, actors = Keys(learner), widget(learner.page, "[data-list=power_map]")
    keys.tab_to("textbox", "Which one decision", within=24)  # past the paper of the map
    keys.type("Two positions")
    keys.tab_to("button", "Save the decision", within=1)
    keys.press("Enter")
    for name in ACTORS:
        # Past the law card and the line below it, or past Delete of the row before.
        keys.tab_to("button", "Add a position or group", within=3)
        keys.press("Enter")
        assert keys.focused()[1].startswith("Who")
        keys.type(name)
        for scale in ("Part", "Influence", "Stance"):
            keys.tab_to("combobox", scale, within=1)
            keys.press("ArrowDown")
        keys.tab_to("button", "Save", within=4)
        keys.press("Enter")
        expect(actors.get_by_role("rowheader", name=name)).to_be_visible()
        expect(actors.get_by_role("button", name=f"Edit {name}")).to_be_focused()


def test_a_reflection_is_kept(learner: Learner) -> None:
    keys = Keys(learner)
    keys.tab_to("textbox", "Which cause in your map", within=40)
    keys.type(SECRET)
    keys.tab_to("button", "Keep", within=1)
    keys.press("Enter")
    says(widget(learner.page, "[data-reflection=me]"), "Kept in my_work/reflections/")


def test_a_question_is_answered_wrongly_then_rightly(learner: Learner) -> None:
    keys, question = Keys(learner), widget(learner.page, "[data-question=back_needs]")
    keys.tab_to("radio", "Transparent communication", within=20)
    keys.press("Space")
    keys.tab_to("button", "Check my answer", within=1)
    keys.press("Enter")
    says(question, "Not yet. We are not told how the plan is talked about.")
    keys.tab_to("radio", "Transparent communication", within=1, back=True)
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.tab_to("button", "Check my answer", within=1)
    keys.press("Space")
    says(question, "Right. The plan loses its person")


def test_tab_leaves_the_lesson_at_its_end(learner: Learner) -> None:
    keys = Keys(learner)
    keys.tab_to("link", "Exercise: ", within=16)
    learner.page.keyboard.press("Tab")
    assert not learner.page.evaluate("document.activeElement.closest('.jp-Cell') !== null")


def test_the_command_is_stopped_and_started_and_everything_is_there(learner: Learner) -> None:
    assert learner.stop()[0] == 0
    learner.start("01_root_causes")
    page = learner.page
    is_ready(page)
    for text, _, _ in CAUSES:
        name = f"because {text}"
        expect(widget(page, ".gw-causes").get_by_role("button", name=name)).to_be_visible()
    for name in ACTORS:
        actors = widget(page, "[data-list=power_map]")
        expect(actors.get_by_role("rowheader", name=name)).to_be_visible()
    expect(widget(page, "[data-reflection=me]").get_by_role("textbox")).to_have_value(SECRET)


def test_the_exercise_is_reached_and_answered(learner: Learner) -> None:
    keys, page = Keys(learner), learner.page
    keys.tab_to("link", "Exercise", within=4, back=True)
    keys.press("Enter")
    is_ready(page, READY_EXERCISE)
    keys.tab_to("combobox", "State law", within=6)
    for place, level in enumerate(LEVELS):
        if place:
            keys.press("Tab")
        keys.type(level)
    keys.tab_to("button", "Check my answer", within=1)
    keys.press("Enter")
    sort = widget(page, "[data-question=q1b]")
    says(sort, "Not yet.")
    keys.tab_to("combobox", "One mother forgets", within=1, back=True)
    keys.type("Indiv")
    keys.tab_to("button", "Check my answer", within=1)
    keys.press("Enter")
    says(sort, "Right.")
    keys.tab_to("textbox", "percent of households", within=25)
    keys.type("29.7")
    keys.press("Enter")
    says(widget(page, "[data-question=q5b]"), "Right.")
    keys.tab_to("textbox", "1. The gap", within=25)
    keys.type("Fewer first visits here")
    keys.tab_to("button", "Save my answer", within=1)
    keys.press("Enter")
    says(widget(page, "[data-question=q10_gap]"), "Saved with this exercise.")
    kept = learner.read(ANSWERS)
    assert all(answer in str(kept) for answer in ("29.7", "Fewer first visits here"))


def test_nothing_left_this_computer_and_only_its_file_holds_the_reflection(
    learner: Learner,
) -> None:
    learner.save()
    assert learner.stop()[0] == 0
    assert learner.abroad == []
    assert learner.errors == []
    assert learner.files_with(SECRET) == {"me.md"}
