"""A graded step that was pasted or split stands once for the grader, and the page says so."""

import json

from acts import EXERCISE, READY_EXERCISE, press, status, write_exercise
from browser_tools import Lab, code, markdown, write_notebook
from playwright.sync_api import Page, expect

MARK = {"schema_version": 3, "task": False}
CHECK = {**MARK, "grade": True, "solution": False, "locked": True, "points": 1, "grade_id": "q1-c"}
CODE = {**MARK, "grade": False, "solution": True, "locked": False, "grade_id": "q5-code"}
DAMAGED = [
    markdown("# Exercise"),
    code("print('Right.')", nbgrader=CHECK, deletable=False, editable=False),
    code("print('Right.')", nbgrader=CHECK, deletable=False, editable=False),
    code("rate = 7.7", nbgrader=CODE),
    code("rate = rate - 4.4\nprint(round(rate, 1))", nbgrader=CODE),
]


def marks(notebook: dict) -> list[str | None]:
    return [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in notebook["cells"]]


def saved(page: Page, lab: Lab) -> dict:
    page.evaluate("() => jupyterapp.shell.currentWidget.context.save()")
    return json.loads((lab.workspace / EXERCISE).read_text(encoding="utf-8"))


def test_a_step_that_stands_twice_counts_once_and_loses_no_word(page: Page, lab: Lab) -> None:
    write_notebook(lab.workspace / EXERCISE, DAMAGED, groundwork={"exercise": "1", "title": "One"})
    try:
        page.goto(lab.address(EXERCISE))
        press(page, "Run it now")
        expect(status(page)).to_contain_text(READY_EXERCISE)
        expect(status(page)).to_contain_text("stood twice (question 1, question 5)")
        expect(page.get_by_text("3.3", exact=True)).to_be_visible()
        press(page, "Check everything")
        expect(status(page)).to_have_text("The 1 checked answer is right.")
        after = saved(page, lab)
        assert marks(after) == [None, "q1-c", None, "q5-code", None]
        assert ["".join(cell["source"]) for cell in after["cells"]] == [
            cell["source"] for cell in DAMAGED
        ]
        # Pasted now: the copy is told at once.
        page.evaluate(
            """() => {
              const notebook = jupyterapp.shell.currentWidget.content.model.sharedModel;
              notebook.insertCell(2, notebook.getCell(1).toJSON());
            }"""
        )
        expect(status(page)).to_contain_text("stood twice (question 1)")
        assert marks(saved(page, lab)) == [None, "q1-c", None, None, "q5-code", None]
    finally:
        write_exercise(lab.workspace, "01_root_causes")
