"""24 invented learners go through two sessions by the console alone, in a real browser."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from accessibility import violations
from browser_tools import free_port
from invented_cohort import HOSTILE, NAME, PEOPLE, arrived, roster
from playwright.sync_api import Browser, Locator, Page, expect
from running_console import go_to, start

from groundwork.cohort.console.notebook import line_to_open
from groundwork.cohort.course_folder import Cohort
from groundwork.command.main import main

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore")]
SECOND = "04_shared_leadership"
SLOW = 60_000  # milliseconds that a busy machine may take
TOO_WIDE = """() => [...document.querySelectorAll('.gw-console *')]
  .filter(node => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1)
  .map(node => node.outerHTML.slice(0, 80))"""


def grades(root: Path, name: str) -> dict[str, list[tuple[Any, ...]]]:
    """What the gradebook holds of an exercise, by person."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with Cohort(root).gradebook() as book:
        for submission in book.assignment_submissions(name):
            (notebook,) = submission.notebooks
            rows = [(g.name, g.auto_score, g.failed_tests, g.max_score) for g in notebook.grades]
            comments = [(c.name, c.auto_comment) for c in notebook.comments]
            found[submission.student.id] = [*sorted(rows, key=str), *sorted(comments, key=str)]
    return found


def by_the_command(root: Path, copy: Path) -> Path:
    """Grade a copy of what was taken in, as the command does it."""
    shutil.copytree(root, copy)
    main(["cohort", "grade", str(copy)])
    return copy


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def said(page: Page, words: str) -> Locator:
    found = page.locator(".gw-console").get_by_text(words).first
    expect(found).to_be_visible(timeout=SLOW)
    return found


def opened(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    expect(page.locator(".gw-console h2").first).to_be_attached(timeout=SLOW)
    return page


def test_two_sessions_by_the_console_alone(browser: Browser, tmp_path: Path) -> None:
    folder, home, port = tmp_path / f"winter_{'x' * 60}", tmp_path / "home", free_port()
    served = start(folder, home, port)
    try:
        page = opened(browser, served.address)
        list_of_people = page.get_by_label("A list of people")
        expect(list_of_people).to_be_visible(timeout=SLOW)
        file = {"name": "staff.csv", "mimeType": "text/csv", "buffer": roster()}
        list_of_people.set_input_files(file)  # type: ignore[arg-type]
        press(page, "Take this list")
        said(page, "24 in the list; 24 in the cohort.")
        said(page, "Give out the exercise first.")
        # Nobody is there to read yet, and the focus is not lost all the same.
        reading = page.get_by_role("region", name="4. Read what they wrote")
        reading.get_by_role("button", name="Show names").click()
        hide = page.locator(".gw-cover").get_by_role("button", name="Hide names")
        expect(hide).to_be_focused()

        press(page, "Give out this exercise")
        said(page, "The exercise is given out now.")
        assert (folder / "to_learners" / f"{NAME}.zip").is_file()
        take_in(page, arrived(NAME, named=True))
        # Stopped before anybody has decided: what waits is there again, behind the cover.
        said(page, "24 to decide.")
        page.reload()
        expect(page.get_by_role("button", name="Yes to all 24 suggestions")).to_be_hidden()
        names = page.locator(".gw-console").inner_text(timeout=SLOW)
        assert not [each.last for each in PEOPLE if f" {each.last} " in names]
        page.locator(".gw-cover").get_by_role("button", name="Show names").click()
        press(page, "Yes to all 24 suggestions")
        said(page, "24 taken.")
        expect(page.get_by_role("heading", name="To decide")).to_have_count(0)
        expect(page.get_by_role("button", name="Yes", exact=True)).to_have_count(0)
        command = by_the_command(folder, tmp_path / "copy_1")

        # Killed in the middle of grading, kernel and server, and started again.
        page.get_by_role("button", name="Grade what was taken in").click()
        expect(page.get_by_role("progressbar", name="Grading")).to_be_visible(timeout=SLOW)
        served.kill()
        line = page.locator(".gwlab-status")
        expect(line).to_contain_text("The console has stopped.", timeout=SLOW)
        expect(line.locator("code")).to_have_text(line_to_open(folder))
        page.set_viewport_size({"width": 390, "height": 800})
        assert line.locator("code").evaluate("node => node.getBoundingClientRect().right") <= 390
        page.close()
        served = start(folder, home, port)
        page = opened(browser, served.address)
        said(page, "24 people, 24 handed in")
        press(page, "Grade what was taken in")
        said(page, "24 graded.")
        assert grades(folder, NAME) == grades(command, NAME)
        assert len(grades(folder, NAME)) == len(PEOPLE)

        page.locator(".gw-cover").get_by_role("button", name="Show names").click()
        read(page, folder)
        stuck(page)
        assert violations(page, ".gw-console") == []
        for width in (640, 390):
            page.set_viewport_size({"width": width, "height": 800})
            # JupyterLab lays its parts out a moment after the window has changed.
            page.wait_for_function(f"({TOO_WIDE})().length === 0")
            assert page.evaluate(TOO_WIDE) == []
        page.set_viewport_size({"width": 1280, "height": 800})

        second_with_keys_alone(page, folder, tmp_path / "copy_2")
        assert "taken" not in page.title()

        # Killed once more, after the second session: all of both is there.
        served.kill()
        page.close()
        served = start(folder, home, port)
        page = opened(browser, served.address)
        for name, copy in ((NAME, tmp_path / "copy_1"), (SECOND, tmp_path / "copy_2")):
            page.get_by_label("Which exercise?").select_option(name)
            said(page, "24 people, 24 handed in, 24 graded")
            assert grades(folder, name) == grades(copy, name)
    finally:
        served.kill()


def take_in(page: Page, content: bytes) -> None:
    file = {"name": "hand-ins.zip", "mimeType": "application/zip", "buffer": content}
    page.get_by_label("Files that arrived").set_input_files(file)  # type: ignore[arg-type]
    press(page, "Take them in")


def read(page: Page, folder: Path) -> None:
    """Read one answer, which tries to be a page of its own."""
    page.get_by_label("Whose answer?").select_option("di.ng")
    press(page, "Open")
    expect(page.get_by_role("heading", name="Di Ng (di.ng)")).to_be_focused(timeout=SLOW)
    expect(page.locator(".gw-written dd").first).to_contain_text(HOSTILE)
    assert page.locator(".gw-written img").count() == 0
    press(page, "Save")
    said(page, "Nothing is ticked for “The chain goes up”")
    for points, scale in zip((2, 1, 0), page.locator(".gw-scale-of").all(), strict=True):
        scale.get_by_role("radio", name=f"{points}:").check()
    page.get_by_text("Comments to put in").click()
    press(page, "Still open: who could change this, and by when?")
    expect(page.get_by_label("Your comment")).to_have_value(
        "Still open: who could change this, and by when?"
    )
    expect(page.locator(".gw-reading").get_by_text("Not saved yet")).to_be_visible()
    press(page, "Save")
    said(page, "Saved for Di Ng (di.ng): 3 of 6 points.")
    with Cohort(folder).gradebook() as book:
        assert book.find_grade("q10", NAME, NAME, "di.ng").score == 3
        comment = book.find_comment("q10", NAME, NAME, "di.ng").comment
        assert comment == "Still open: who could change this, and by when?"


def stuck(page: Page) -> None:
    """Nothing is counted before somebody says who supervises whom, or while one is enrolled."""
    page.get_by_text("Which questions people are stuck on").click()
    said(page, "does anybody in this cohort supervise somebody in it?")
    assert page.locator(".gw-stuck-on").count() == 0
    page.get_by_role("checkbox", name="Ana Lopez").check()
    press(page, "Keep this")
    said(page, "Not counted while somebody who supervises others is enrolled")
    assert page.locator(".gw-stuck").count() == 0
    page.get_by_text("Change who supervises").click()
    press(page, "Nobody here supervises anybody here")
    said(page, "Of 24 who were graded")
    first = page.locator(".gw-stuck-on").first
    first.locator("summary").click()
    expect(first).to_contain_text("What wrong answers reveal")
    section = page.locator("details.gw-part", has_text="Which questions people are stuck on")
    for each in PEOPLE:
        assert each.last not in section.locator(".gw-stuck-on").all_inner_texts()


def second_with_keys_alone(page: Page, folder: Path, copy: Path) -> None:
    """The second session: no hand-in has a name, and each is known by its workspace."""
    exercise = page.get_by_label("Which exercise?")
    exercise.focus()
    while not exercise.evaluate("node => node.value").startswith(SECOND):
        page.keyboard.press("ArrowDown")
    give = page.get_by_role("button", name="Give out this exercise")
    expect(give).to_be_visible(timeout=SLOW)
    go_to(page, give)
    page.keyboard.press("Enter")
    said(page, "The exercise is given out now.")
    files = page.get_by_label("Files that arrived")
    go_to(page, files)
    with page.expect_file_chooser() as chosen:
        page.keyboard.press("Space")
    content = arrived(SECOND, named=False)
    file = {"name": "hand-ins.zip", "mimeType": "application/zip", "buffer": content}
    chosen.value.set_files(file)  # type: ignore[arg-type]
    go_to(page, page.get_by_role("button", name="Take them in"))
    page.keyboard.press("Enter")
    said(page, "24 taken.")
    command = by_the_command(folder, copy)
    for name, outcome in (
        ("Grade what was taken in", "24 graded."),
        ("Make the pages", "24 written"),
    ):
        go_to(page, page.get_by_role("button", name=name))
        page.keyboard.press("Space")
        said(page, outcome)
    assert grades(folder, SECOND) == grades(command, SECOND)
    pages = list((folder / "to_give_back" / SECOND).glob("*.html"))
    assert len(pages) == len(PEOPLE)
