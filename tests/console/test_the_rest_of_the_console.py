"""What a facilitator needs now and then, by buttons in a real browser: and each does as a command.

An exercise that has changed, invitations, the exchange, tables, what no program could judge, the
cohort in one file, a person who is forgotten; and a half typed comment before the page goes.
"""

import getpass
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from accessibility import violations
from course_exercises import ROOT
from invented_cohort import NAME, PEOPLE, arrived, hand_in
from playwright.sync_api import Browser, Dialog, Page, expect
from running_console import go_to, served

from groundwork.cohort import waiting
from groundwork.cohort.alone import alone
from groundwork.cohort.aside import is_aside
from groundwork.cohort.begin import new
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.giving_out import release
from groundwork.cohort.roster import Person
from groundwork.command.main import main

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(os.name == "nt", reason="nbgrader has no exchange there"),
]
ME = getpass.getuser()
AT = "2026-11-20 08:00:00.000000 UTC"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Cohort:
    """A cohort with an exchange, into which one person handed in, and with a changed exercise."""
    root = tmp_path_factory.mktemp("rest")
    cohort = new(
        root / "winter", "Winter", [*PEOPLE[:12], Person(ME)], "UTC", str(root / "exchange")
    )
    release(cohort, ROOT / "exercises" / NAME)
    sent = root / "exchange" / "winter" / "inbound" / f"{ME}+{NAME}+{AT}+abc"
    sent.mkdir(parents=True)
    (root / "exchange").chmod(0o777)
    (sent / "answers.json").write_bytes(hand_in(NAME, 0)[:700])
    (sent / "timestamp.txt").write_text(AT, encoding="utf-8")
    cohort.own("frozen", f"{NAME}.txt").write_text("as it was before", encoding="utf-8")
    for number in range(10):
        folder = cohort.step("submitted", PEOPLE[number].id, NAME)
        folder.mkdir(parents=True)
        (folder / "answers.json").write_bytes(hand_in(NAME, number))
        shutil.copyfile(cohort.root / "release" / NAME / f"{NAME}.ipynb", folder / f"{NAME}.ipynb")
    return cohort


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def said(page: Page, words: str) -> None:
    expect(page.locator(".gw-console").get_by_text(words).first).to_be_visible()


def opened(page: Page, address: str) -> None:
    page.goto(address)
    said(page, "13 people")


def test_what_is_needed_now_and_then(browser: Browser, begun: Cohort, tmp_path: Path) -> None:
    folder = begun.root
    with served(folder, tmp_path / "home") as running:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        opened(page, running.address)
        page.locator(".gw-cover").get_by_role("button", name="Show names").click()

        press(page, "Look into the exchange")
        said(page, "1 taken.")
        press(page, "Grade what was taken in")
        said(page, "11 graded.")

        decide(page, begun)
        draft(page)
        aside(page, begun)
        collected(page, begun)

        page.get_by_text("At the end").click()
        for button, kind in (
            *(("For a spreadsheet", "plain"), ("For Canvas", "canvas")),
            *(("For Moodle", "moodle"), ("Each question, counted", "questions")),
        ):
            press(page, button)
            written = folder / f"{NAME}_{kind}.csv"
            said(page, f"Written: {written}")
            other = tmp_path / "by_the_command.csv"
            words = ("--for", kind, "--to", str(other))
            assert main(["cohort", "export", str(folder), NAME, *words]) == 0
            assert written.read_bytes() == other.read_bytes()

        forgotten(page, PEOPLE[11])

        page.get_by_text("Know at once whose a file is").click()
        press(page, "Write an invitation for each")
        said(page, "13 written, a folder for each person")
        assert len(list((folder / "invitations").glob("*/invitation.txt"))) == 13

        press(page, "Give out the changed one too")
        said(page, "It was also released in the exchange.")
        expect(page.get_by_label("Which exercise?")).to_have_value(f"{NAME}_again2")
        expect(page.get_by_role("button", name="Give out the changed one too")).to_have_count(0)
        assert (folder / "to_learners" / f"{NAME}_again2.zip").is_file()

        press(page, "Pack the whole cohort")
        said(page, "It holds names and work")
        with zipfile.ZipFile(folder.with_suffix(".zip")) as packed:
            assert f"{folder.name}/gradebook.db" in packed.namelist()
        page.get_by_label("Whose work?").select_option(PEOPLE[1].id)
        press(page, "Delete it")
        press(page, "Yes, delete")
        said(page, "Deleted: all work of Bo Li (bo.li). The person stays on the list.")
        assert not begun.step("submitted", PEOPLE[1].id, NAME).exists()

        assert violations(page, ".gw-console") == []
        for width in (640, 390):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.locator(".gw-console").evaluate("node => node.scrollWidth > innerWidth + 1")
            assert not wide, width
        page.close()


def decide(page: Page, cohort: Cohort) -> None:
    """Give points for what was lost with a part of the file."""
    page.get_by_label("Whose answer?").select_option(ME)
    press(page, "Open")
    expect(page.get_by_role("heading", name="What a program could not judge")).to_be_visible()
    row = page.locator(".gw-undecided .gw-item").first
    row.get_by_role("button", name="Give these points").click()
    expect(row).to_contain_text("Give points from 0 to")
    row.get_by_role("textbox").fill("1")
    row.get_by_role("button", name="Give these points").click()
    expect(row).to_contain_text("Saved: 1 of")
    with cohort.gradebook() as book:
        (notebook,) = book.find_submission(NAME, ME).notebooks
        assert 1 in [grade.manual_score for grade in notebook.grades]


def aside(page: Page, cohort: Cohort) -> None:
    """Set the open hand-in aside by keys alone, and take it up again in its own part."""
    one = PEOPLE[2]
    page.get_by_label("Whose answer?").select_option(one.id)
    press(page, "Open")
    expect(page.get_by_role("heading", name=one.shown())).to_be_focused()
    go_to(page, page.get_by_role("button", name="Set this one aside"))
    page.keyboard.press("Enter")
    said(page, f"Set aside: {one.shown()}.")
    said(page, "10 graded, 1 set aside")
    row = page.locator(f"tr[data-id='{one.id}']")
    expect(row).to_contain_text("Before it was set aside:")
    assert is_aside(cohort, NAME, one.id)
    expect(page.get_by_label("Whose answer?").locator(f"option[value='{one.id}']")).to_have_count(0)
    page.locator("summary", has_text="Set a hand-in aside").click()
    page.get_by_label("Whose hand-in?").select_option(one.id)
    back = page.get_by_role("button", name="Take it up again")
    go_to(page, back)
    page.keyboard.press("Space")
    said(page, f"Taken up again: {one.shown()}.")
    assert not is_aside(cohort, NAME, one.id)
    expect(page.get_by_role("button", name="Set it aside")).to_be_focused()


def collected(page: Page, cohort: Cohort) -> None:
    """Files are chosen once, whatever comes between; what is settled is asked about no more."""
    kim, lee, other = PEOPLE[10], PEOPLE[11], PEOPLE[3]
    content = arrived(NAME, named=True, numbers=(10, 11))
    file = {"name": "two.zip", "mimeType": "application/zip", "buffer": content}
    page.get_by_label("Files that arrived").set_input_files(file)  # type: ignore[arg-type]
    with alone(cohort, "grading"):
        press(page, "Take them in")
        said(page, "Another program is working on winter")
    press(page, "Take them in")
    said(page, "2 to decide.")

    # One of two cannot be taken: the other was, and is asked about no more.
    (waits,) = [each for each in waiting.everything(cohort) if each.line["person"] == lee.id]
    kept = cohort.own(waiting.FOLDER, waits.key)
    away = kept.rename(cohort.root.parent / "away")
    press(page, "Yes to all 2 suggestions")
    said(page, "This file does not wait here any more.")
    yes = page.get_by_role("button", name="Yes", exact=True)
    expect(yes).to_have_count(1)
    away.rename(kept)
    yes.click()
    said(page, "1 taken.")
    expect(yes).to_have_count(0)

    # What was taken is given to another by keys alone; each control says of which file it is.
    page.locator("summary", has_text=f"Not from {kim.shown()}?").click()
    whose = re.compile(f"{kim.last}{kim.first}".lower())
    people = page.get_by_role("combobox", name=re.compile(rf"Whose is it\? .*{whose.pattern}"))
    people.select_option(other.id)
    give = people.locator("xpath=ancestor::details[1]").get_by_role("button")
    expect(give).to_have_accessible_description(whose)
    go_to(page, give)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{other.shown()}, given now")).to_be_focused()


def forgotten(page: Page, who: Person) -> None:
    """Nothing of somebody who is forgotten stays on the page."""
    press(page, "Grade what was taken in")
    said(page, "12 graded.")
    page.get_by_label("Whose answer?").select_option(who.id)
    press(page, "Open")
    open_one = page.get_by_role("heading", name=who.shown())
    expect(open_one).to_be_focused()
    expect(page.get_by_role("heading", name="Taken, and whose it is")).to_be_visible()
    page.get_by_label("Whose work?").select_option(who.id)
    press(page, "Delete it")
    press(page, "Yes, delete")
    said(page, f"Deleted: all work of {who.shown()}.")
    expect(open_one).to_have_count(0)
    expect(page.get_by_role("heading", name="Taken, and whose it is")).to_have_count(0)


def draft(page: Page) -> None:
    """A half typed comment: the page asks before it goes, and a refused save loses nothing."""
    page.get_by_label("Whose answer?").select_option(PEOPLE[2].id)
    press(page, "Open")
    expect(page.get_by_role("heading", name=PEOPLE[2].shown())).to_be_focused()
    page.get_by_label("Your comment").press_sequentially("Half typed, and not sa")
    expect(page.locator(".gw-reading").get_by_text("Not saved yet")).to_be_visible()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.once("dialog", stay)
    page.evaluate("() => { location.reload(); }")
    expect(page.get_by_label("Your comment")).to_have_value("Half typed, and not sa")
    assert asked == ["beforeunload"]
    press(page, "Save")  # refused: nothing is ticked, and nothing typed is lost
    said(page, "Nothing is ticked for")
    expect(page.get_by_label("Your comment")).to_have_value("Half typed, and not sa")
    page.get_by_label("Your comment").fill("")
