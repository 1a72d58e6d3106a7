"""A file of the learner's own in a lesson: fetched, asked about, used by the steps, and left."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import found_by_axe, found_by_ibm
from plain_page import PlainPage, new_workspace, plain_lesson
from playwright.sync_api import Browser, Locator, expect

from groundwork.learner import artifacts, chosen_file
from groundwork.screen.activities.budget_lines import budget_lines
from groundwork.screen.activities.end_the_grant import end_the_grant
from groundwork.screen.activities.horizon import horizon
from groundwork.screen.activities.metric_register import metric_register
from groundwork.screen.activities.own_file import of_kind
from groundwork.screen.activities.own_funds import own_funds
from groundwork.screen.widgets.records import RecordList

pytestmark = pytest.mark.browser
HEAD = ["Dept", "Line Desc", "AMT", "Fund", "Grant End Date", "Restriction", "Funding Type", "FTE"]
LINES = [
    ["Clinics", "Nurse Manager", "120,000", "100", "", "unrestricted", "ongoing", "1.0"],
    ["Clinics", "Interpreters", "(1,500)", "100", "", "unrestricted", "ongoing", ""],
    ["Equity", "Equity Officer", "98,000", "G7", "6/30/2027", "restricted", "grant", "1.0"],
    ["Equity", "Resident panels", "41,000", "G7", "6/30/2027", "restricted", "grant", ""],
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_workspace(tmp_path_factory.mktemp("own_file"))


@pytest.fixture(scope="module")
def plain(browser: Browser, workspace: Path) -> Iterator[PlainPage]:
    def shown() -> dict[str, object]:
        return {
            "file": of_kind("own_budget", "budget_lines"),
            "funds": own_funds(),
            "horizon": horizon(),
            "grant": end_the_grant(),
            "lines": budget_lines(),
            "register": of_kind("own_register", "metrics_register"),
            "cards": metric_register(),
        }

    with plain_lesson(browser, workspace, shown) as plain:
        yield plain


def write(path: Path, rows: list[list[str]]) -> Path:
    path.parent.mkdir(exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def unfold(box: Locator) -> None:
    """Open the part that chooses a file, which folds while one is in use."""
    if not box.get_by_label("Whose ").first.is_visible():
        box.get_by_text("Use a file of your own").click()


def said(box: Locator) -> Locator:
    return box.locator(".gw-feedback").first


def test_a_file_that_is_fetched_is_asked_about_with_menus_and_then_used(
    plain: PlainPage, tmp_path: Path
) -> None:
    box = plain.box("file")
    expect(plain.box("funds").locator(".gw-records")).to_be_hidden()
    plain.box("grant").get_by_label("Its last day").press("ArrowRight")
    expect(said(box)).to_contain_text("In use: Riverbend County (invented)")
    original = write(tmp_path / "FY27 budget.csv", [HEAD, *LINES])
    before = original.read_bytes()
    box.get_by_text("Use a file of your own").click()
    box.get_by_label("Or fetch a file").set_input_files(original)
    expect(said(box)).to_contain_text("FY27 budget.csv is not in use yet")
    expect(box.get_by_label("Column C “AMT” is (proposed)")).to_have_value("amount")
    expect(box.get_by_text('such as "120,000"')).to_be_visible()
    box.get_by_label("Which column is fiscal_year?").fill("FY2027")
    box.get_by_label("Which column is fiscal_year?").press("Control+Enter")
    expect(said(box)).to_contain_text("In use: FY27 budget.csv, 4 rows.")
    expect(box.get_by_text("Your file FY27 budget.csv, FY2027: 4 lines, $257,500")).to_be_visible()
    assert original.read_bytes() == before
    assert chosen_file.read("budget_lines") is not None


def test_the_steps_follow_the_file_and_say_whose_it_is(plain: PlainPage) -> None:
    steps = plain.box("horizon")
    expect(steps.get_by_text("Your file FY27 budget.csv, FY2027")).to_be_visible()
    steps.get_by_label("Equity Officer").select_option("whole")
    expect(steps.locator(".gw-follows")).to_contain_text("of $98,000 of equity work")
    grant = plain.box("grant")
    assert grant.get_by_label("The grant that ends").input_value() == "G7"
    # The day of the grant before it is no day of this one.
    expect(grant.locator(".gw-follows")).to_contain_text("When G7 ends on June 30, 2027")
    expect(grant.locator(".gw-follows")).to_contain_text("1 position goes with it: 1 FTE")
    expect(grant.locator(".gw-follows")).to_contain_text("1.00 are counted as equity work")
    expect(grant.get_by_text("This is your file FY27 budget.csv")).to_be_visible()


def test_the_list_takes_lines_once_and_its_paper_says_from_which_file(plain: PlainPage) -> None:
    box = plain.box("lines")
    judged = box.get_by_role("button", name="Add from FY27 budget.csv what you judged: 1 line")
    judged.press("Enter")
    expect(box.get_by_role("row", name="Equity Officer")).to_contain_text("100")
    press = box.get_by_role("button", name="Add from FY27 budget.csv the six largest lines")
    press.focus()
    press.press("Enter")
    expect(box.get_by_role("row", name="Nurse Manager")).to_be_visible()
    expect(press).to_be_hidden()
    assert plain.page.evaluate("document.activeElement !== document.body")
    kept = artifacts.load("budget_lines")
    assert kept is not None
    assert {each["file"] for each in kept["records"]} == {"FY27 budget.csv"}
    expect(box.get_by_role("button", name="Word")).to_be_visible()
    for listed in (each for each in plain.widgets if isinstance(each, RecordList)):
        if not listed.content["paper"]:
            continue
        text = listed.respond("paper", {"do": "text"})["text"]
        came = "Taken from a file: 4 of 4 from FY27 budget.csv."
        assert (came in text) == (listed.content["name"] == "budget_lines")


def test_a_column_is_read_as_the_menu_says(plain: PlainPage) -> None:
    box = plain.box("file")
    box.get_by_text("Which column is which").click()
    box.get_by_label("Column A “Dept” is").select_option("nothing")
    box.get_by_role("button", name="Answer, and check again").press("Enter")
    expect(said(box)).to_contain_text("In use: FY27 budget.csv")
    expect(box.get_by_text("Left aside: A “Dept”")).to_be_visible()  # with all menus closed
    box.get_by_text("Which column is which").click()
    expect(box.get_by_label("Column A “Dept” is")).to_have_value("nothing")


def test_one_control_goes_back_and_the_steps_with_it(plain: PlainPage) -> None:
    box = plain.box("file")
    box.get_by_role("button", name="Go back to Riverbend County (invented)").focus()
    plain.page.keyboard.press("Enter")
    expect(said(box)).to_contain_text("In use: Riverbend County (invented)")
    assert plain.page.evaluate("document.activeElement !== document.body")
    expect(plain.box("horizon").get_by_text("Riverbend County (invented), FY2026")).to_be_visible()
    expect(plain.box("grant").get_by_label("The grant that ends")).to_have_value("F410")


def test_what_is_wrong_is_said_in_place_and_mended_there(plain: PlainPage, workspace: Path) -> None:
    ours = workspace / "my_work" / "my_files" / "ours.csv"
    wrong = [*LINES[3][:2], "about 40k", *LINES[3][3:]]
    head = ["fiscal_year", "Department", "purpose", "amount", *HEAD[3:]]
    write(ours, [head, *(["FY2027", *row] for row in (*LINES[:3], wrong))])
    box = plain.box("file")
    unfold(box)
    box.get_by_role("button", name="Look again").click()
    box.get_by_label("Whose budget lines?").select_option(label="ours.csv")
    box.get_by_role("button", name="Check and use it").click()
    expect(said(box)).to_contain_text("ours.csv is not in use yet: 1 thing to mend.")
    expect(box.get_by_role("listitem").filter(has_text="about 40k")).to_contain_text("row 5")
    expect(plain.box("horizon").get_by_text("Riverbend County (invented), FY2026")).to_be_visible()
    write(ours, [head, *(["FY2027", *row] for row in LINES)])
    box.get_by_role("button", name="Check and use it").click()
    expect(said(box)).to_contain_text("In use: ours.csv, 4 rows.")


def test_each_fund_of_an_export_is_asked_what_no_export_says(
    plain: PlainPage, workspace: Path
) -> None:
    head = ["fiscal_year", "purpose", "amount", "fund", "FTE", "Encumbered"]
    rows = [
        ["FY2027", "Equity Officer", "98,000", "100", "1.0", "0"],
        ["FY2027", "Clinic nurses", "640,000", "100", "8.0", "0"],
        ["FY2027", "Doula services", "60,000", "G7", "", "30,000"],
    ]
    write(workspace / "my_work" / "my_files" / "export.csv", [head, *rows])
    box = plain.box("file")
    unfold(box)
    box.get_by_role("button", name="Look again").click()
    box.get_by_label("Whose budget lines?").select_option(label="export.csv")
    box.get_by_role("button", name="Check and use it").click()
    expect(said(box)).to_contain_text("In use: export.csv, 3 rows.")
    steps = plain.box("horizon")
    expect(box.get_by_text("The column “Encumbered” is left aside")).to_be_visible()
    steps.get_by_label("100 Equity Officer").select_option("whole")
    expect(steps.locator(".gw-follows")).to_contain_text("0.0 % is in the strict baseline")
    funds = plain.box("funds")
    funds.get_by_role("button", name="Take the 2 funds of export.csv into the list").press("Enter")
    expect(funds.get_by_role("row", name="100")).to_contain_text("738,000")
    answers = (
        ("100", {"Does it recur?": "recurring", "Any use?": "unrestricted"}, ""),
        ("G7", {"Does it recur?": "recurring", "Any use?": "restricted"}, "12/31/2026"),
    )
    for fund, chosen, day in answers:
        funds.get_by_role("button", name=f"Edit {fund}").click()
        form = funds.locator("form")
        for label, value in chosen.items():
            form.get_by_label(label).select_option(value)
        form.get_by_label("Last day of its money").fill(day)
        if day:
            form.get_by_label("Its amounts are for").select_option("months")
        form.get_by_role("button", name="Save", exact=True).click()
        expect(form).to_have_count(0)
    expect(steps.locator(".gw-follows")).to_contain_text("100.0 % is in the strict baseline")
    expect(steps.get_by_text("What a whole year of G7 costs")).to_be_visible()
    grant = plain.box("grant")
    expect(grant.get_by_label("The grant that ends")).to_have_value("G7")
    expect(grant.get_by_label("Its amounts are for")).to_have_value("months")
    expect(grant.locator(".gw-follows")).to_contain_text("$120,000 a year of services")
    part = "section[aria-labelledby='name-funds'] .gw"
    assert [*found_by_axe(plain.page, part), *found_by_ibm(plain.page, part)] == []
    plain.box("file").get_by_role("button", name="Go back to Riverbend County").click()
    expect(funds.locator(".gw-records")).to_be_hidden()
    kept = artifacts.load("own_budget_funds")
    assert kept is not None and [each["fund"] for each in kept["records"]] == ["100", "G7"]


def test_people_in_a_file_are_protected_kindly_and_the_copy_is_gone(
    plain: PlainPage, tmp_path: Path, workspace: Path
) -> None:
    people = ["Maria Alvarez", "John Whitfield", "Aisha Thompson", "Peter Novak"]
    rows = [[*row, who] for row, who in zip(LINES, people, strict=True)]
    path = write(tmp_path / "with people.csv", [[*HEAD, "Employee Name"], *rows])
    box = plain.box("file")
    box.get_by_label("Or fetch a file").set_input_files(path)
    expect(said(box)).to_contain_text("is not used, to protect the people in it: column I")
    expect(said(box)).to_contain_text("The copy that was made here is deleted again.")
    assert "Alvarez" not in box.inner_text()
    assert not (workspace / "my_work/my_files/with people.csv").exists()
    assert path.exists()


def test_a_register_of_ones_own_is_read_and_its_cards_are_taken(
    plain: PlainPage, tmp_path: Path
) -> None:
    head = "id,name,direction,baseline_value,baseline_year,target_value,target_year,latest_value"
    rows = [f"{head},latest_year,owner", "A1,Calls answered,higher is better,50,2024,80,2028,70"]
    path = tmp_path / "register.csv"
    path.write_text("\n".join([rows[0], f"{rows[1]},2026,Desk Manager"]), encoding="utf-8")
    box = plain.box("register")
    box.get_by_label("Or fetch a file").set_input_files(path)
    expect(said(box)).to_contain_text("In use: register.csv, 1 row.")
    row = box.get_by_role("row", name="A1. Calls answered")
    expect(row).to_contain_text(
        "improving, as printed: no usable interval, chance not ruled out (10 percent"
    )
    expect(row).to_contain_text("on the path, as printed: no usable interval, chance not ruled out")
    cards = plain.box("cards")
    cards.get_by_role("button", name="Add the cards of register.csv").click()
    expect(cards.get_by_role("row", name="Calls answered")).to_be_visible()


def test_two_engines_find_nothing_while_it_asks(plain: PlainPage, workspace: Path) -> None:
    box = plain.box("file")
    write(workspace / "my_work" / "my_files" / "asks.csv", [HEAD, *LINES])
    unfold(box)
    box.get_by_role("button", name="Look again").click()
    box.get_by_label("Whose budget lines?").select_option(label="asks.csv")
    box.get_by_role("button", name="Check and use it").click()
    expect(box.get_by_label("Which column is fiscal_year?")).to_be_visible()
    part = "section[aria-labelledby='name-file'] .gw"
    assert [*found_by_axe(plain.page, part), *found_by_ibm(plain.page, part)] == []
