"""The widgets in a real JupyterLab: reachable by keyboard, readable, and private."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from accessibility import THEMES, choose_theme, violations
from browser_tools import Lab, code, running_lab, until, write_notebook
from playwright.sync_api import Browser, Page, expect
from widgets.every_widget import CELLS, WAIT, cells, run, says, widget

pytestmark = pytest.mark.browser

SECRET = "Quokka: I stayed silent in the meeting"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab as the worst case of privacy: it saves the state of widgets in the notebook."""
    folder = tmp_path_factory.mktemp("widgets")
    (folder / "work" / "datasets").mkdir(parents=True)
    write_notebook(folder / "work/modules/all.ipynb", [code(cell.strip()) for cell in CELLS])
    settings = folder / "home/config/lab/user-settings"
    for plugin, setting in {
        "@jupyter-widgets/jupyterlab-manager/plugin": {"saveState": True},
        "@jupyterlab/apputils-extension/notification": {"fetchNews": "false"},
    }.items():
        path = settings / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(setting))
    empty = folder / "no_extensions"
    empty.mkdir()
    with running_lab(
        folder / "work",
        folder / "home",
        labextensions=empty,
        arguments=("--expose-app-in-browser", "--debug"),
    ) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(browser: Browser, lab: Any) -> Any:
    """The notebook with every widget, run once for all tests of this file."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(WAIT)
    page.goto(lab.address("modules/all.ipynb"))
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    run(page)
    return page


def test_a_wrong_answer_then_a_right_one_with_the_keyboard_alone(page: Page) -> None:
    question = widget(page, '[data-question="q1"]')
    question.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    says(question, "Not yet. Who set the hours?")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    says(question, "Right.")
    # Nothing of this was a command to the notebook.
    assert cells(page) == [cell.strip() for cell in CELLS]


def test_what_an_answer_is_told_comes_into_sight_on_a_zoomed_page(page: Page) -> None:
    before = page.viewport_size
    page.set_viewport_size({"width": 640, "height": 300})
    question = widget(page, '[data-question="q1"]')
    button = question.get_by_role("button")
    button.evaluate("button => button.scrollIntoView({ block: 'end' })")
    button.press("Enter")
    expect(question.locator(".gw-feedback")).to_be_in_viewport(ratio=0.9)
    page.set_viewport_size(before)  # type: ignore[arg-type]


def test_keys_in_our_controls_are_no_commands_of_the_notebook(page: Page) -> None:
    before = cells(page)
    targets = {
        '[data-question="q1"]': "input[type=radio]",
        '[data-question="q2"]': "select",
        '[data-question="q3"]': "input",
        '[data-question="q4"]': "textarea",
    }
    for selector, control in targets.items():
        widget(page, selector).locator(control).first.focus()
        for key in ("d", "d", "a", "b", "x", "m", "y", "z", "0", "0", "ArrowDown", "ArrowUp", "j"):
            page.keyboard.press(key)
    widget(page, '[data-question="q1"]').get_by_role("button").focus()
    for key in ("d", "d", "a", "Shift+Enter", "Control+Enter"):
        page.keyboard.press(key)
    assert cells(page) == before
    assert page.locator("dialog.jp-Dialog").count() == 0
    # The same keys do act on the notebook itself, so this test can fail.
    page.locator(".jp-Notebook .jp-InputPrompt").nth(3).click()
    page.keyboard.press("b")
    assert len(cells(page)) == len(before) + 1
    page.keyboard.press("z")
    assert cells(page) == before


def test_saving_by_key_still_works_from_a_text_box(page: Page, lab: Any) -> None:
    path = lab.workspace / "modules/all.ipynb"
    widget(page, '[data-question="q4"]').locator("textarea").focus()
    page.evaluate("jupyterapp.shell.currentWidget.context.model.dirty = true")
    page.keyboard.press("Control+s")
    page.wait_for_function("!jupyterapp.shell.currentWidget.context.model.dirty")
    assert "widgets" in json.loads(path.read_text())["metadata"]  # the worst case is on


def test_a_root_cause_map_is_built_with_the_keyboard_alone(page: Page, lab: Any) -> None:
    map = widget(page, ".gw-causes")
    map.get_by_role("button", name="Visits are missed").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.type("the clinic closes at 16:30")
    page.keyboard.press("Tab")
    page.keyboard.type("Institution")
    page.keyboard.press("Tab")
    page.keyboard.type("People")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    says(map, "Added. Saved.")
    assert "closes at 16:30" in page.evaluate("document.activeElement.textContent")
    saved = json.loads((lab.workspace / "my_work/data/root_cause_map.json").read_text())
    assert saved["causes"][0]["level"] == "institution"
    alt = map.locator("img").get_attribute("alt")
    assert "1 cause in 1 branch" in alt
    name = "Step 1, under the outcome: Institution and budget"
    assert map.get_by_role("button", name=name).count() == 1
    assert map.get_by_text("What a colleague might ask (3)").count() == 1


def test_what_there_is_to_look_at_leads_to_its_line(page: Page, lab: Any) -> None:
    map = widget(page, ".gw-causes")
    map.get_by_role("button", name="3 things to look at").press("Enter")
    asks = map.locator("details", has_text="What a colleague might ask").last
    assert asks.evaluate("one => one.open")
    assert "What a colleague might ask" in page.evaluate("document.activeElement.textContent")
    asks.get_by_role("button", name="closes at 16:30").press("Enter")
    line = page.evaluate("document.activeElement.className + document.activeElement.textContent")
    assert line.startswith("gw-cause") and "closes at 16:30" in line


def focused(page: Page) -> Any:
    """Return the accessible description, validity and label of what has the focus."""
    return page.evaluate(
        """() => {
          const one = document.activeElement;
          const ids = (one.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
          return {
            invalid: one.getAttribute('aria-invalid'),
            described: ids.map(id => document.getElementById(id).textContent).join(' '),
            label: (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent
                    ?? one.textContent),
          };
        }"""
    )


def wait_for_fault(box: Any, text: str) -> None:
    box.locator(".gw-fault", has_text=text).wait_for()


def test_a_mistake_in_a_cause_is_told_at_its_field(page: Page) -> None:
    map = widget(page, ".gw-causes")
    map.get_by_role("button", name="Because…").click()
    map.locator("textarea").fill("nobody asked the patients")
    map.get_by_role("button", name="Add this cause").click()
    wait_for_fault(map, "The cause has no level yet.")
    now = focused(page)
    assert (now["label"], now["invalid"]) == ("Level of this cause (needed)", "true")
    assert (
        "Who or what would have to change? Please look: The cause has no level" in now["described"]
    )
    map.get_by_label("Level of this cause").select_option("policy")
    assert map.locator("[aria-invalid], .gw-fault").count() == 0
    assert focused(page)["described"] == "Who or what would have to change?"
    page.keyboard.press("Escape")  # drops no word
    says(map, "This form holds words that are not saved.")
    map.get_by_role("button", name="Cancel").click()
    assert map.locator("form").count() == 0
    assert "closes at 16:30" in focused(page)["label"]


def test_a_record_changes_the_chart_and_the_change_is_announced(page: Page, lab: Any) -> None:
    records = widget(page, ".gw-records")
    records.get_by_role("button", name="Add a decision").click()
    records.get_by_label("Who decides").fill("<b>Board</b>")
    records.get_by_role("button", name="Save").click()
    says(records, "Added.")
    assert records.get_by_role("rowheader", name="<b>Board</b>").count() == 1
    page.locator("[role=status]", has_text="Infant deaths. The gap").wait_for(state="attached")


def test_a_form_of_records_closes_by_escape_and_cancel_and_goes_back_to_its_row(page: Page) -> None:
    records = widget(page, ".gw-records")
    edit = records.get_by_role("button", name="Edit <b>Board</b>")
    edit.click()
    page.keyboard.press("Escape")
    assert records.locator("form").count() == 0
    assert focused(page)["label"] == "Edit <b>Board</b>"
    edit.click()
    records.get_by_label("People").fill("many")
    page.keyboard.press("Escape")  # drops no word
    says(records, "This form holds words that are not saved.")
    expect(records.get_by_label("People")).to_have_value("many")
    records.get_by_role("button", name="Cancel").click()
    assert records.locator("form").count() == 0
    assert focused(page)["label"] == "Edit <b>Board</b>"
    records.get_by_role("button", name="Add a decision").click()
    records.get_by_role("button", name="Save").click()
    wait_for_fault(records, "“Who decides” is empty.")
    assert focused(page)["invalid"] == "true"
    page.keyboard.press("Escape")
    assert focused(page)["label"] == "Add a decision"


def test_ratings_are_saved_as_they_are_given(page: Page, lab: Any) -> None:
    form = widget(page, '[data-form="readiness"]')
    form.get_by_role("radio", name="2 used").check()
    form.get_by_label("What shows it?").fill("FY2025 budget")
    form.get_by_label("What shows it?").press("Tab")
    says(form, "Saved. 1 of 1 answered.")
    assert form.get_by_role("heading", name="Roles, 1 of 1 answered").count() == 1
    form.get_by_text("✓ Saved").wait_for()
    kept = lab.workspace / "my_work/data/readiness.json"
    until(lambda: json.loads(kept.read_text())["ratings"][0]["evidence"] == "FY2025 budget")


def holding_secret(*folders: Path) -> set[str]:
    """Name every file below the folders that holds the secret, in plain or as a JSON string."""
    return {
        path.name
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and b"Quokka" in path.read_bytes()
    }


def test_a_reflection_is_in_its_file_and_nowhere_else(page: Page, lab: Any) -> None:
    reflection = widget(page, '[data-reflection="me"]')
    expect(reflection.get_by_text("Not saved yet")).to_have_count(0)
    reflection.get_by_role("textbox").fill(SECRET)
    expect(reflection.get_by_text("Not saved yet")).to_be_visible()
    save_notebook(page)
    assert holding_secret(lab.workspace, lab.home) == set()
    reflection.get_by_role("button", name="Keep").click()
    says(reflection, "Kept in my_work/reflections/01_root_causes/me.md.")
    save_notebook(page)
    assert holding_secret(lab.workspace, lab.home) == {"me.md"}


def save_notebook(page: Page) -> None:
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")


def test_after_a_reload_the_kept_text_is_there_and_forget_deletes_it(page: Page, lab: Any) -> None:
    page.reload()
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    run(page)
    reflection = widget(page, '[data-reflection="me"]')
    says(reflection, "Kept in my_work/reflections")
    assert reflection.get_by_role("textbox").input_value() == SECRET
    reflection.get_by_role("button", name="Forget").click()
    assert page.evaluate("document.activeElement.textContent") == "No, go back"
    reflection.get_by_role("button", name="No, go back").click()
    assert (lab.workspace / "my_work/reflections/01_root_causes/me.md").exists()
    reflection.get_by_role("button", name="Forget").click()
    reflection.get_by_role("button", name="Yes, delete").click()
    says(reflection, "The file is deleted.")
    assert reflection.get_by_role("textbox").input_value() == ""
    save_notebook(page)
    assert holding_secret(lab.workspace, lab.home) == set()


def open_forms(page: Page) -> None:
    """Open what is closed at first: the forms of map and list, and a question before deleting."""
    map = widget(page, ".gw-causes")
    if not map.locator("form").count():
        map.locator(".gw-cause").last.click()
        if not map.get_by_role("button", name="Edit").count():
            map.locator(".gw-cause").last.click()
        map.get_by_role("button", name="Edit").click()
    records = widget(page, ".gw-records")
    if not records.locator("form").count():
        records.get_by_role("button", name="Add a decision").click()
        records.get_by_role("button", name="Delete <b>Board</b>").click()
        records.get_by_role("button", name="No, go back").wait_for()


@pytest.mark.parametrize("theme", THEMES[::-1])
def test_the_engines_find_nothing_in_either_theme(page: Page, theme: str) -> None:
    choose_theme(page, theme)
    question = widget(page, '[data-question="q1"]')
    question.get_by_label("At the bedside").check()
    question.get_by_role("button").click()
    says(question, "Not yet.")
    widget(page, '[data-question="q3"]').get_by_role("button").click()
    says(widget(page, '[data-question="q3"]'), "Please look:")
    page.evaluate("document.querySelectorAll('.gw details').forEach(each => (each.open = true))")
    open_forms(page)
    assert violations(page, colors_alone=theme != THEMES[-1]) == []


def test_the_engines_would_notice_a_missing_label(page: Page) -> None:
    page.evaluate(
        "document.querySelector('.gw[data-question=q3] label').setAttribute('for', 'nowhere')"
    )
    found = violations(page, ".gw[data-question=q3]")
    assert any(each.startswith("label:") for each in found)
    assert any(each.startswith("input_label_exists:") for each in found)


def test_the_engines_would_notice_words_too_faint_far_down_the_page(page: Page) -> None:
    widget(page, '[data-form="readiness"]').locator("legend").first.evaluate(
        "words => (words.style.color = '#777')"  # the theme is the dark one
    )
    for colors_alone in (False, True):
        found = violations(page, '[data-form="readiness"]', colors_alone=colors_alone)
        assert any(each.startswith("color-contrast:") for each in found)
        assert any(each.startswith("text_contrast_sufficient:") for each in found)


def test_nothing_runs_over_the_edge_on_a_small_screen_or_at_twice_the_size(page: Page) -> None:
    page.evaluate("void jupyterapp.commands.execute('application:toggle-mode')")
    page.set_viewport_size({"width": 420, "height": 900})
    records = widget(page, ".gw-records")
    assert records.locator("tbody tr").first.evaluate("row => getComputedStyle(row).display") == (
        "block"
    )
    assert records.get_by_role("table").count() == 1
    assert records.get_by_role("rowheader").count() == 1
    for box in page.locator(".gw").all():
        wide = box.evaluate("box => [box.scrollWidth, box.clientWidth]")
        assert wide[0] <= wide[1] + 1, box.evaluate("box => box.className")
