"""No panel of lesson 06 keeps a word or a sum that the learner changed in another panel."""

from collections.abc import Iterator

import pytest
from budget_panels import MADE, PRACTICE, ROOT
from plain_page import PlainPage, new_workspace, plain_lesson
from playwright.sync_api import Browser, expect

from groundwork import lesson
from groundwork.learner import chosen_file
from groundwork.subject.budget.counted_work import COURSE

pytestmark = [pytest.mark.browser, pytest.mark.lesson("06_budget_baseline")]

NAME = "work on access to care"
OLD, NEW = "$91,357", "$111,603"
"""What counts of two lines, and of three: no line or fund alone holds so much."""
OWN = (
    "line_id,fiscal_year,purpose,amount,fund,fte,ends,restriction,recurrence\n"
    "A1,FY2027,Outreach,50123,G1,1.0,2027-06-30,restricted,time-limited\n"
    "A2,FY2027,Nurses,41234,G2,2.0,,restricted,recurring\n"
    "A3,FY2027,Panels,20246,G1,1.0,2027-06-30,restricted,time-limited\n"
    "A4,FY2027,Rent,30000,G2,,,unrestricted,recurring\n"
)
# What a reader finds there, folded parts and typed words too. Menus define the words of a file.
READ = """box => {
  const copy = box.cloneNode(true);
  for (const each of copy.querySelectorAll("option")) each.remove();
  const typed = [...box.querySelectorAll("input, textarea")].map(({ value }) => value);
  return [copy.textContent, ...typed].join("\\n");
}"""


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    workspace = new_workspace(tmp_path_factory.mktemp("follows"))
    (workspace / "modules/catalogs").symlink_to(ROOT / "modules/catalogs")

    def shown() -> dict[str, object]:
        chosen_file.bring("own.csv", OWN.encode())
        chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
        return {name: getattr(lesson, kind)(name) for kind, name in MADE}

    with plain_lesson(browser, workspace, shown) as plain:
        yield plain


def read(plain: PlainPage) -> dict[str, str]:
    """Return what each panel says that is not about Riverbend County alone."""
    plain.settle()
    names = [name for kind, name in MADE if kind not in PRACTICE]
    return {name: str(plain.box(name).evaluate(READ)) for name in names}


def judge(plain: PlainPage, *lines: str) -> None:
    for line in lines:
        plain.box("horizon").get_by_label(line).select_option("whole")
        plain.settle()


def test_what_is_judged_and_renamed_is_shown_at_once_by_every_panel(plain: PlainPage) -> None:
    lines, request = plain.box("budget_lines"), plain.box("budget_request")
    lines.get_by_role("button", name="Add from own.csv the six largest").press("Enter")
    expect(lines.get_by_role("row", name="Panels")).to_be_visible()
    request.get_by_role("button", name="Add a line of the request").press("Enter")
    request.get_by_label("Item, the first priority first").fill("Panels")
    request.get_by_label("Recurring dollars a year").fill("20246")
    request.get_by_role("button", name="Save", exact=True).press("Enter")
    expect(request.get_by_role("row", name="Panels")).to_be_visible()

    judge(plain, "Outreach", "Nurses")
    before = read(plain)
    saying = {name for name, words in before.items() if OLD in words}
    naming = {name for name, words in before.items() if COURSE.name in words}
    assert saying >= {"own_budget", "horizon"}
    assert naming >= {"own_budget", "horizon", "end_the_grant", "budget_lines", "budget_request"}

    judge(plain, "Panels")
    paper = lines.locator(".gw-paper")
    paper.locator("summary", has_text="Change this").press("Enter")
    paper.get_by_label("Name of the work that is counted").fill(NAME)
    paper.get_by_label("Name of the work that is counted").press("Tab")
    expect(plain.box("horizon").locator(".gw-follows")).to_contain_text(NAME)
    after = read(plain)
    assert {name for name, words in after.items() if OLD in words} == set()
    assert {name for name, words in after.items() if COURSE.name in words.casefold()} == set()
    assert {name for name, words in after.items() if NEW in words} >= saying
    assert {name for name, words in after.items() if NAME in words} >= naming
