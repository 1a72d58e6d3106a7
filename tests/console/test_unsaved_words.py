"""What somebody typed while reading and has not saved is there again, in each form of the page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from course_exercises import ROOT
from invented_cohort import NAME, PEOPLE, hand_in
from playwright.sync_api import Browser, Locator, Page, expect
from running_console import go_to, served

from groundwork.cohort.begin import new
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.giving_out import release

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore")]
OTHER = "04_shared_leadership"
ONE, TWO, THREE = PEOPLE[:3]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Cohort:
    """A cohort with a rubric to tick, one that asks for points, and a damaged file to each."""
    cohort = new(tmp_path_factory.mktemp("unsaved") / "winter", "Winter", PEOPLE[:3], "UTC")
    for name in (NAME, OTHER):
        release(cohort, ROOT / "exercises" / name)
        for number, person in enumerate((ONE, TWO, THREE)):
            folder = cohort.step("submitted", person.id, name)
            folder.mkdir(parents=True)
            spoilt = hand_in(name, number).replace(b'"value"', b'"value', 1)
            (folder / "answers.json").write_bytes(spoilt)
            page = cohort.root / "release" / name / f"{name}.ipynb"
            (folder / f"{name}.ipynb").write_bytes(page.read_bytes())
    path = cohort.source(OTHER) / f"{OTHER}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        scheme = "".join(cell["source"])
        if "BEGIN MARK SCHEME" in scheme:
            cell["source"] = scheme.replace("1. **", "First: **")
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return cohort


def unfold(page: Page, title: str) -> None:
    part = page.locator("details", has=page.get_by_role("heading", name=title))
    if part.get_attribute("open") is None:
        part.locator("summary").first.click()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def read(page: Page, exercise: str) -> None:
    """Choose the exercise, and open the first one's hand-in by keys."""
    page.get_by_label("Which exercise?").select_option(exercise)
    page.get_by_label("Whose answer?").select_option(ONE.id)
    go_to(page, page.get_by_role("button", name="Open", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=ONE.shown())).to_be_focused()


def set_aside(page: Page, exercise: str) -> None:
    press(page, "Set this one aside")
    expect(page.get_by_role("heading", name=ONE.shown())).to_have_count(0)
    unfold(page, "Set a hand-in aside")
    page.get_by_label("Whose hand-in?").select_option(ONE.id)
    press(page, "Take it up again")
    expect(page.get_by_text(f"Taken up again: {ONE.shown()}.")).to_be_visible()


def leave_for_another_exercise(page: Page, exercise: str) -> None:
    page.get_by_label("Which exercise?").select_option(OTHER if exercise == NAME else NAME)
    expect(page.get_by_role("heading", name=ONE.shown())).to_have_count(0)


def forget_another(page: Page, exercise: str) -> None:
    who = TWO if exercise == NAME else THREE
    unfold(page, "At the end")
    page.get_by_label("Whose work?").select_option(who.id)
    press(page, "Delete it")
    press(page, "Yes, delete")
    expect(page.get_by_text(f"Deleted: all work of {who.shown()}.")).to_be_visible()


def typed(page: Page) -> list[str]:
    """What each field of the open hand-in holds."""
    held: list[str] = page.locator(".gw-reading, .gw-undecided").evaluate_all(
        """forms => forms.flatMap(form => [...form.querySelectorAll("input, textarea")])
          .map(node => node.type === "radio" ? String(node.checked) : node.value)"""
    )
    return held


def marks(page: Page) -> Locator:
    return page.locator(".gw-console .gw-mark", has_text="Not saved yet")


WAYS: tuple[Callable[[Page, str], None], ...] = (
    set_aside,
    leave_for_another_exercise,
    forget_another,
)


def test_what_is_not_saved_is_there_again(browser: Browser, begun: Cohort, tmp_path: Path) -> None:
    with served(begun.root, tmp_path / "home") as running:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(running.address)
        page.locator(".gw-cover").get_by_role("button", name="Show names").click()
        for exercise in (NAME, OTHER):
            page.get_by_label("Which exercise?").select_option(exercise)
            press(page, "Grade what was taken in")
            expect(page.get_by_text("graded.").first).to_be_visible()
            read(page, exercise)
            nothing = typed(page)
            expect(marks(page)).to_have_count(0)
            form = page.locator(".gw-reading")
            if exercise == NAME:
                form.get_by_role("radio").first.check()
            else:
                form.get_by_label("Points").fill("2,5")
            form.get_by_label("Your comment").fill("Half a comment, and")
            page.locator(".gw-undecided").get_by_role("textbox").first.fill("1")
            before = typed(page)
            assert sum(one != other for one, other in zip(nothing, before, strict=True)) == 3
            for go in WAYS:
                go(page, exercise)
                read(page, exercise)
                expect(marks(page)).to_have_count(2)
                assert typed(page) == before, go.__name__
            for cancel in page.get_by_role("button", name="Cancel", exact=True).all():
                cancel.click()
            expect(marks(page)).to_have_count(0)
            assert typed(page) == nothing
            set_aside(page, exercise)
            read(page, exercise)
            assert typed(page) == nothing, "what was taken back does not come again"
        page.close()
