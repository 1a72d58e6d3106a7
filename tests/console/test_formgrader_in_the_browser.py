"""nbgrader's own pages, in a real browser: their buttons judge as the command, a reading stays."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from accessibility import violations
from browser_tools import until
from invented_cohort import HOSTILE, NAME, PEOPLE, hand_in
from playwright.sync_api import Browser, Page, expect
from running_console import served

from groundwork.cohort.course_folder import Cohort
from groundwork.command.main import main

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore")]
TASK, COMMENT = "q10", "Well traced. <b>Who</b> decides, & by when?"
HONEST, HOSTILE_ONE = PEOPLE[0].id, PEOPLE[3].id  # the one of number 3 writes markup
BOMB = "import pathlib; pathlib.Path('/tmp/{mark}').touch(); rate_difference = 999"


def lay(cohort: Cohort, number: int, mark: str) -> None:
    """Lay a hand-in where a collector lays it, with code, and with markup in a cell of its own."""
    page = json.loads((cohort.root / "release" / NAME / f"{NAME}.ipynb").read_bytes())
    for cell in page["cells"]:
        if cell["id"] == "q5-code":
            cell["source"] = BOMB.format(mark=mark)
    page["cells"].append(
        {"cell_type": "markdown", "id": "added", "metadata": {}, "source": f"Look: {HOSTILE}"}
    )
    folder = cohort.step("submitted", PEOPLE[number].id, NAME)
    folder.mkdir(parents=True)
    (folder / f"{NAME}.ipynb").write_text(json.dumps(page), encoding="utf-8")
    (folder / "answers.json").write_bytes(hand_in(NAME, number))
    (folder / "timestamp.txt").write_text("2026-11-20 08:00:00.000000 UTC", encoding="utf-8")


def entries(cohort: Cohort, student: str) -> list[tuple[Any, ...]]:
    """All that the gradebook says of a hand-in's cells."""
    with cohort.gradebook() as book:
        (notebook,) = book.find_submission(NAME, student).notebooks
        grades = [
            (g.name, g.auto_score, g.manual_score, g.needs_manual_grade) for g in notebook.grades
        ]
        comments = [(c.name, c.auto_comment, c.manual_comment) for c in notebook.comments]
        return sorted([*grades, *comments], key=str)


def press_autograde(page: Page, address: str, student: str) -> None:
    """Press the button of a row in nbgrader's list of hand-ins."""
    page.goto(f"{address}/formgrader/manage_submissions/{NAME}")
    row = page.locator("tr", has=page.locator(".student-id", has_text=student))
    row.locator(".autograde a").click()
    expect(page.locator("#success-modal")).to_contain_text(f"autograded '{NAME}'")


def open_submission(page: Page, address: str, cohort: Cohort, student: str) -> None:
    with cohort.gradebook() as book:
        (notebook,) = book.find_submission(NAME, student).notebooks
        page.goto(f"{address}/formgrader/submissions/{notebook.id}/")
    # Points and comments come after the page: a field without its own would be saved as empty.
    page.wait_for_function("formgrader.grades.loaded && formgrader.comments.loaded")


def read_by_a_person(page: Page, points: str, comment: str) -> None:
    """Type points and a comment as a person does, each saved when its field is left."""
    for field, said in ((page.locator(f"input#{TASK}"), points), (comment_of(page), comment)):
        with page.expect_response(lambda answer: answer.request.method == "PUT"):
            field.fill(said)
            field.blur()


def comment_of(page: Page) -> Any:
    return page.locator(f"#{TASK}-comment")


def nothing_of_theirs_is_markup(page: Page) -> None:
    said = page.locator("body").inner_text()
    assert "onerror" in said, "the text itself is shown"
    assert page.locator("img[onerror], img[src=x]").count() == 0
    assert "taken" not in page.title()


def test_the_button_goes_through_our_judge_and_a_reading_stays(
    browser: Browser, cohort: Cohort, tmp_path: Path
) -> None:
    mark = f"groundwork-{tmp_path.name}"
    for number in (0, 3):
        lay(cohort, number, mark)
    copy = Cohort(tmp_path / "by_the_command" / "winter")
    shutil.copytree(cohort.root, copy.root)
    assert main(["cohort", "grade", str(copy.root)]) == 0
    with served(cohort.root, tmp_path / "home", "read", NAME) as running:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(running.address)
        page.wait_for_url(f"**/formgrader/gradebook/{NAME}/**")
        address = running.address.partition("/formgrader")[0]
        for student in (HONEST, HOSTILE_ONE):
            press_autograde(page, address, student)
            assert entries(cohort, student) == entries(copy, student)
        assert not Path("/tmp", mark).exists(), "code ran outside of the walls"

        open_submission(page, address, cohort, HOSTILE_ONE)
        nothing_of_theirs_is_markup(page)
        read_by_a_person(page, "4", COMMENT)
        kept = entries(cohort, HOSTILE_ONE)
        assert (TASK, None, 4.0, False) in kept
        assert (TASK, None, COMMENT) in kept

        press_autograde(page, address, HOSTILE_ONE)
        assert entries(cohort, HOSTILE_ONE) == kept
        assert main(["cohort", "grade", str(cohort.root)]) == 0
        assert entries(cohort, HOSTILE_ONE) == kept
        open_submission(page, address, cohort, HOSTILE_ONE)
        expect(page.locator(f"input#{TASK}")).to_have_value("4")
        expect(comment_of(page)).to_have_value(COMMENT)

        page.goto(f"{address}/formgrader/manage_submissions/{NAME}")
        row = page.locator("tr", has=page.locator(".student-id", has_text=HOSTILE_ONE))
        row.locator(".generate-feedback a").click()
        expect(page.locator("#success-modal")).to_contain_text("feedback")
        written = cohort.step("feedback", HOSTILE_ONE, NAME) / f"{NAME}.html"
        until(written.is_file)
        by_the_button = written.read_bytes()
        assert main(["cohort", "feedback", str(cohort.root)]) == 0
        assert written.read_bytes() == by_the_button
        page.goto(written.as_uri())
        assert violations(page, "body") == []
        nothing_of_theirs_is_markup(page)
        expect(page.locator("body")).to_contain_text("Well traced.")
        assert "MARK SCHEME" not in page.content()
        page.close()
