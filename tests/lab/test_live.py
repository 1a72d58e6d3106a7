"""A lesson is live when it opens."""

import json
from collections.abc import Iterator
from pathlib import Path

import json5
import pytest
from acts import (
    ASK,
    EXERCISE,
    GUESS_CELLS,
    READY,
    READY_EXERCISE,
    WAIT,
    new_page,
    open_lesson,
    press,
    status,
    turn_to,
    write_exercise,
)
from browser_tools import Lab, code, write_notebook
from learner_lab import open_alone
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

STARTS = "Starting this lesson: it takes a few seconds."
LISTEN = """window.heard = [];
new MutationObserver(() => {
  const words = document.querySelector('.gwlab-status[role=status]')?.textContent;
  if (words && heard.at(-1) !== words) heard.push(words);
}).observe(document, {subtree: true, childList: true, characterData: true});"""


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Lab) -> Iterator[Page]:
    """A lesson that opened a moment ago; the tests below that share it run in order."""
    with new_page(browser, lab) as page:
        page.add_init_script(LISTEN)
        open_lesson(page, lab)
        yield page


def test_the_start_is_told_to_screen_readers(opened: Page) -> None:
    assert opened.evaluate("heard") == [STARTS, READY]


def test_the_page_stays_at_the_top_with_the_focus_where_it_was(opened: Page) -> None:
    assert opened.locator(".jp-WindowedPanel-outer").evaluate("outer => outer.scrollTop") == 0
    # JupyterLab gives the first cell the focus on opening; running the later ones moves it nowhere.
    assert opened.evaluate("document.activeElement.dataset.windowedListIndex") == "0"


def test_a_lesson_that_only_ran_needs_no_saving(opened: Page) -> None:
    assert opened.evaluate("jupyterapp.shell.currentWidget.context.model.dirty") is False


def test_a_course_lesson_answers_without_a_press(opened: Page) -> None:
    opened.get_by_role("slider").focus()
    opened.keyboard.press("ArrowRight")
    expect(opened.get_by_text("moved to 1")).to_be_visible()


def test_the_code_is_folded_until_it_is_wanted(opened: Page) -> None:
    source = opened.locator(".jp-CodeCell .cm-content:visible")
    bar = opened.locator(".jp-InputPlaceholder:visible")
    expect(source.or_(bar)).to_have_count(0)
    run = opened.get_by_text("Run your code")
    expect(run).to_be_hidden()  # nobody's to write, and none is shown
    press(opened, "Show the code")
    expect(source).to_have_count(3)
    expect(run).to_be_visible()
    press(opened, "Hide the code")
    expect(source.or_(bar)).to_have_count(0)
    assert opened.evaluate("jupyterapp.shell.currentWidget.context.model.dirty") is False


def test_starting_again_asks_first_then_runs_from_a_fresh_kernel(opened: Page) -> None:
    press(opened, "Restart this page")
    expect(status(opened)).to_contain_text("What you kept stays")
    press(opened, "No, go on")
    expect(opened.get_by_text("moved to 1")).to_be_visible()
    press(opened, "Restart this page")
    press(opened, "Yes, restart")
    expect(opened.get_by_text("nothing moved – yet", exact=True)).to_be_visible()
    expect(status(opened)).to_have_text(READY)


def test_a_kernel_that_died_is_told_and_can_be_started_again(opened: Page) -> None:
    opened.evaluate(
        "() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel"
        ".requestExecute({code: 'import os; os.kill(os.getpid(), 9)'}); }"
    )
    expect(status(opened)).to_have_text(
        "This lesson is no longer running. Press “Restart this page”."
    )
    opened.wait_for_timeout(1500)  # JupyterLab's dialog, which is to stay away, has had its time
    expect(opened.get_by_role("dialog")).to_have_count(0)
    press(opened, "Restart this page")
    press(opened, "Yes, restart")
    expect(status(opened)).to_have_text(READY, timeout=3 * WAIT)


def test_loading_the_page_again_makes_it_live_again(opened: Page) -> None:
    opened.reload()
    expect(status(opened)).to_have_text(READY)
    expect(opened.get_by_text("nothing moved – yet", exact=True)).to_be_visible()


def test_a_lesson_that_stops_says_what_to_do(opened: Page) -> None:
    turn_to(opened, "modules/03_stops.ipynb")
    expect(status(opened)).to_contain_text("stopped with an error. Press “Restart this page”.")
    assert "never" not in opened.locator(".jp-OutputArea:visible").all_inner_texts()


def test_an_exercise_starts_without_its_checks_which_run_when_asked(
    opened: Page, workspace: Path
) -> None:
    write_exercise(workspace, "01_root_causes")
    checked = (workspace / EXERCISE).with_name("checked.txt")
    turn_to(opened, EXERCISE)
    expect(status(opened)).to_have_text(READY_EXERCISE)
    expect(opened.get_by_text("kept 1")).to_be_visible()
    assert not checked.exists()
    press(opened, "Check everything")
    # A question without a number is named by the heading above it, never by the id of its cell.
    said = "0 of 1 checked answer is right. Not yet: “Exercise: root causes”."
    expect(status(opened)).to_have_text(said)
    assert checked.exists()
    # The press is answered where it was made: the focus is still on the line.
    expect(opened.get_by_role("button", name="Check everything")).to_be_focused()


def test_a_learners_own_answer_is_live_again_next_week_and_a_strangers_is_not(
    opened: Page, lab: Lab, workspace: Path
) -> None:
    page = opened
    write_exercise(workspace, "01_root_causes")
    open_alone(page, lab, EXERCISE)
    expect(status(page)).to_have_text(READY_EXERCISE)
    page.evaluate(
        """async () => {
          const {context} = jupyterapp.shell.currentWidget;
          context.model.cells.get(1).sharedModel.setSource('rate = 2');
          await context.save();
        }"""
    )
    press(page, "Check everything")
    expect(status(page)).to_have_text("The 1 checked answer is right.")
    settings = lab.home / "config/lab/user-settings/groundwork/lessons.jupyterlab-settings"
    trusted = json5.loads(settings.read_text())["trusted"]
    assert [entry["path"] for entry in trusted] == [EXERCISE]

    page.goto(lab.address(EXERCISE))
    expect(status(page)).to_have_text(READY_EXERCISE)

    # The file changes under the learner, who reads it again: saving it then does not trust it.
    notebook = json.loads((workspace / EXERCISE).read_text())
    assert "".join(notebook["cells"][1]["source"]) == "rate = 2"
    notebook["cells"][1]["source"] = "rate = 3"
    (workspace / EXERCISE).write_text(json.dumps(notebook))
    page.evaluate("() => jupyterapp.shell.currentWidget.context.revert()")
    expect(status(page)).to_have_text(ASK)
    page.evaluate("() => jupyterapp.shell.currentWidget.context.save()")
    open_alone(page, lab, EXERCISE)
    expect(status(page)).to_have_text(ASK)
    write_exercise(workspace, "01_root_causes")


def test_a_question_is_answered_while_the_rest_of_the_page_still_runs(
    opened: Page, lab: Lab
) -> None:
    page = opened
    after = code(
        "import pathlib, time\nfor _ in range(20):\n"
        "    if not pathlib.Path('answered').exists():\n        time.sleep(0.1)"
    )
    write_notebook(lab.workspace / "long.ipynb", [GUESS_CELLS[2], *([after] * 20)])
    open_alone(page, lab, "long.ipynb")
    press(page, "Run it now")
    page.get_by_label("Few").check()
    press(page, "Answer")
    try:
        expect(page.get_by_text("More.")).to_be_visible()
        expect(status(page)).to_have_text(STARTS)
    finally:
        (lab.workspace / "answered").touch()
    expect(status(page)).to_contain_text("Ready.")


def test_a_lesson_opened_again_loads_none_of_the_widgets_that_it_had(page: Page, lab: Lab) -> None:
    told: list[str] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framereceived", lambda frame: told.append(str(frame))),
    )
    for _ in range(2):
        told.clear()
        page.goto(lab.address("modules/04_guess.ipynb"))
        expect(status(page)).to_have_text(READY)
    states = [frame for frame in told if "update_states" in frame]
    assert states, "JupyterLab asks a kernel in another way for what it made: look at running.js"
    assert "function mount" not in "".join(states)  # the module of a course widget
    assert "function mount" in "".join(told)  # of the one that is shown now
