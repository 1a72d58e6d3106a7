"""JupyterLab as a learner sees it: the path at hand, nothing that cannot work, readable by all."""

import re
from collections.abc import Iterator

import pytest
from accessibility import THEMES, choose_theme, violations
from acts import EXERCISE, LESSON, READY, READY_EXERCISE, new_page, open_lesson, status, turn_to
from browser_tools import LABEXTENSIONS, Lab
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def seen() -> dict[str, list[str]]:
    """What the page asked for and complained about while it was open."""
    return {"requests": [], "errors": []}


@pytest.fixture(scope="module")
def window(browser: Browser, lab: Lab, seen: dict[str, list[str]]) -> Iterator[Page]:
    with new_page(browser, lab) as page:
        page.on("request", lambda request: seen["requests"].append(request.url))
        page.on("pageerror", lambda error: seen["errors"].append(str(error)))
        page.on(  # type: ignore[call-overload]
            "console",
            lambda message: seen["errors"].append(message.text) if message.type == "error" else 0,
        )
        open_lesson(page, lab)
        yield page


@pytest.fixture
def opened(window: Page) -> Page:
    """The window with the lesson in it, wherever the test before this one had led."""
    if window.evaluate("jupyterapp.shell.currentWidget.context.path") != LESSON:
        turn_to(window, LESSON)
        turned_to(window, "Root causes")
    return window


def test_all_parts_of_the_extension_are_asked_for_at_once(page: Page, lab: Lab) -> None:
    # Were each found through the one that imports it, a slow network would be waited for again
    # and again. So none waits here for the first, which imports the others.
    wanted = {path.name for path in (LABEXTENSIONS / "groundwork/static").glob("*.js")}
    asked: set[str] = set()
    held: list[Route] = []
    page.on("request", lambda request: asked.add(request.url.split("/")[-1]))
    page.route("**/groundwork/static/*.js", lambda route: held.append(route))
    page.route("**/groundwork/static/remoteEntry.js", lambda route: route.continue_())
    with page.expect_request("**/groundwork/static/trust.js"):  # the last
        page.goto(lab.address(LESSON))
    assert wanted - asked == set()
    for route in held:
        route.continue_()
    expect(status(page)).to_have_text(READY)


SEEN = """window.seen = {path: [], lesson: []};
const look = () => {
  const path = document.querySelector('#jp-left-stack')?.parentElement
    ?.getBoundingClientRect();
  const cell = document.querySelector('.jp-Notebook .jp-Cell')?.getBoundingClientRect();
  if (path?.width) seen.path.push(Math.round(path.width));
  if (cell?.width) seen.lesson.push(Math.round(cell.left));
  requestAnimationFrame(look);
};
requestAnimationFrame(look);"""


@pytest.mark.parametrize("width", [1000, 1280, 1700])
def test_the_path_has_one_width_however_often_a_page_is_opened(
    browser: Browser, lab: Lab, width: int
) -> None:
    """JupyterLab keeps the shares of its parts, and gives back others than it began with."""
    with new_page(browser, lab) as page:
        page.set_viewport_size({"width": width, "height": 800})
        page.add_init_script(SEEN)
        found: dict[str, set[int]] = {"path": set(), "lesson": set()}
        for turn in range(4):
            if turn % 2:
                page.reload()
            else:
                page.goto(lab.address(EXERCISE if turn else LESSON))
            expect(status(page)).to_contain_text("Ready.")
            page.wait_for_timeout(600)  # JupyterLab writes down how the window stands
            for part, places in page.evaluate("seen").items():
                found[part].update(places)
    assert len(found["path"]) == len(found["lesson"]) == 1, found


def test_each_way_has_one_place_on_every_page(opened: Page) -> None:
    """Who presses twice goes two lessons on, or nowhere; never to another way."""
    places: dict[str, set[int]] = {}
    for path in (LESSON, EXERCISE, "modules/00_start_here.ipynb", "modules/04_guess.ipynb"):
        if opened.evaluate("jupyterapp.shell.currentWidget.context.path") != path:
            turn_to(opened, path)
        ways = opened.locator(".gwlab-line:visible .gwlab-ways a")
        expect(ways.first).to_be_visible()
        expect(status(opened)).to_contain_text("Ready.")
        for way in ways.all():
            box = way.bounding_box()
            assert box
            places.setdefault(way.inner_text(), set()).add(round(box["x"]))
    assert {"Previous lesson", "Exercise", "Next lesson", "Back to the lesson"} <= set(places)
    assert {name: found for name, found in places.items() if len(found) > 1} == {}
    starts = [place for found in places.values() for place in found]
    assert len(set(starts)) == len(starts)


def path_links(page: Page) -> list[str]:
    return page.locator(".gwlab-path a").all_inner_texts()


def test_the_path_lists_what_is_there_and_marks_where_you_are(opened: Page) -> None:
    # 02_reading_inequity belongs to the course, but this workspace does not have it yet.
    assert [re.sub(r"\s+", " ", text) for text in path_links(opened)] == [
        "Start here 55 minutes",
        "Root causes 55 minutes",
        "Exercise: Root causes 25 minutes",
        "Stops 55 minutes",
        "Guess 55 minutes",
        "Parts 55 minutes",
        "Rate 55 minutes",
    ]
    expect(opened.locator(".gwlab-path [aria-current=page]")).to_contain_text("Root causes")
    expect(opened.locator(".gwlab-path")).to_contain_text("py start.py open --full")


def test_what_the_learner_reads_passes_both_engines_in_light_and_dark(opened: Page) -> None:
    for theme in THEMES:
        choose_theme(opened, theme)
        parts = ".gwlab-line, .gwlab-path, .gwlab-footer, .jp-MarkdownOutput"
        assert violations(opened, parts, colors_alone=theme != THEMES[0]) == [], theme


def test_lines_of_text_are_short_enough_to_read(opened: Page) -> None:
    characters = opened.locator(".jp-MarkdownOutput p").first.evaluate(
        """text => {
          const range = document.createRange();
          const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
          const long = [...document.querySelectorAll('.jp-MarkdownOutput p')]
            .map(p => p.firstChild).find(n => n.textContent.length > 500) ?? node;
          range.setStart(long, 0);
          let end = 0;
          do { end += 1; range.setEnd(long, end); } while (range.getClientRects().length < 2);
          return end;
        }"""
    )
    assert 55 <= characters <= 90


def test_at_twice_the_size_nothing_of_ours_is_cut_off(opened: Page) -> None:
    # What a browser's zoom of 200 % leaves of a screen of 1280 by 800.
    opened.set_viewport_size({"width": 640, "height": 400})
    line = opened.locator(".gwlab-line:visible")
    room = opened.locator(".jp-WindowedPanel-outer:visible").evaluate("outer => outer.clientHeight")
    assert room > 300  # of the 400: no bar but our line, in one row
    expect(line.get_by_role("button", name="Restart this page")).to_be_hidden()
    line.get_by_role("button", name="More").press("Enter")
    expect(line.get_by_role("button", name="Restart this page")).to_be_in_viewport(ratio=1)
    expect(line.get_by_role("link", name="Next lesson")).to_be_in_viewport(ratio=1)
    overflow = "part => part.scrollWidth > part.clientWidth + 1"
    assert not line.evaluate(overflow)
    assert not opened.locator(".gwlab-path").evaluate(overflow)
    overflowing = opened.locator(".jp-MarkdownOutput p:visible").evaluate_all(
        "texts => texts.filter(text => text.scrollWidth > text.clientWidth + 1).length"
    )
    assert overflowing == 0
    opened.set_viewport_size({"width": 1280, "height": 800})


def test_the_keyboard_alone_reaches_the_line_and_the_path_and_leaves_them(opened: Page) -> None:
    where = """() => {
      const at = document.activeElement;
      const part = ['.gwlab-path', '.gwlab-line', '.jp-Notebook'].find(name => at.closest(name));
      return [part ?? '', at.textContent.trim()];
    }"""
    opened.locator(".gwlab-path a").first.focus()
    passed = []
    for _ in range(25):
        opened.keyboard.press("Tab")
        passed.append(tuple(opened.evaluate(where)))
    places = [part for part, _ in passed]
    assert (".gwlab-line", "Restart this page") in passed
    assert (".gwlab-line", "Next lesson") in passed
    assert ".jp-Notebook" in places[places.index(".gwlab-line") :]  # out again at the other end
    outline = opened.locator(".gwlab-line a").first
    outline.focus()
    assert outline.evaluate("link => getComputedStyle(link).outlineStyle") == "solid"


def turned_to(page: Page, words: str) -> None:
    """Wait until a page is there: the path names it, and it has the focus, which it takes last."""
    current = page.locator(".gwlab-path [aria-current=page]")
    expect(current).to_have_text(re.compile(f"^{words}"))
    page.wait_for_function("document.activeElement.closest('.jp-Notebook')?.checkVisibility()")


def test_enter_goes_to_the_exercise_and_back_and_on(opened: Page) -> None:
    line = opened.locator(".gwlab-line:visible")
    line.get_by_role("link", name="Exercise").press("Enter")
    expect(status(opened)).to_have_text(READY_EXERCISE)
    turned_to(opened, "Exercise: Root causes")
    line.get_by_role("link", name="Back to the lesson").press("Enter")
    turned_to(opened, "Root causes")
    footer = opened.locator(".gwlab-footer:visible")
    footer.get_by_role("link", name="Previous lesson: Start here (55 minutes)").press("Enter")
    turned_to(opened, "Start here")
    expect(status(opened)).to_have_text(READY)
    expect(opened).to_have_url(re.compile("/doc/tree/modules/00_start_here.ipynb$"))


def test_the_links_lead_somewhere_in_a_new_tab_too(opened: Page, lab: Lab) -> None:
    link = opened.locator(".gwlab-line:visible").get_by_role("link", name="Exercise")
    assert link.evaluate("link => link.href") == lab.address(EXERCISE)


def test_tab_goes_from_one_link_at_the_end_of_a_lesson_to_the_next_and_out(opened: Page) -> None:
    links = opened.locator(".gwlab-footer:visible a")
    expect(links).to_have_count(3)
    links.nth(1).focus()
    opened.keyboard.press("Tab")
    expect(links.last).to_be_focused()
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('.jp-Notebook')") is None


def test_a_link_to_a_heading_of_the_lesson_leads_there_by_mouse_and_by_keyboard(
    opened: Page,
) -> None:
    text = opened.locator(".jp-MarkdownCell:visible").first
    link = opened.locator(".jp-MarkdownOutput:visible a[href='#Key-points']").first
    for follow in (link.click, lambda: link.press("Enter")):
        text.focus()
        follow()
        expect(opened.locator("[aria-label='Key points']:visible")).to_be_focused()
    expect(text).to_have_attribute("aria-label", "Root causes")
    text.focus()


def test_the_page_has_the_lessons_title_not_the_files_name(opened: Page) -> None:
    expect(opened).to_have_title("Root causes – Groundwork")
    bar = opened.locator("#jp-title-panel-title")
    assert bar.evaluate("bar => getComputedStyle(bar, '::before').content") == '"Root causes"'
    expect(bar.locator("input")).to_be_hidden()  # it would rename the file


def test_arrows_in_an_output_stay_there(opened: Page) -> None:
    summary = opened.locator(".jp-OutputArea summary:visible")
    summary.focus()
    opened.keyboard.press("ArrowDown")
    expect(summary).to_be_focused()


def test_a_double_click_on_text_does_not_turn_it_into_its_source(opened: Page) -> None:
    opened.locator(".jp-MarkdownOutput:visible h1").dblclick()
    expect(opened.locator(".jp-MarkdownOutput:visible h1")).to_have_text(re.compile("^Root causes"))
    expect(opened.locator(".jp-MarkdownCell .cm-content:visible")).to_have_count(0)


def test_no_key_pressed_by_chance_changes_a_lesson(opened: Page) -> None:
    cells = "jupyterapp.shell.currentWidget.context.model.cells.length"
    before = opened.evaluate(cells)
    opened.locator(".jp-MarkdownCell:visible").first.focus()
    for key in ("d", "d", "x", "a", "b", "v", "y", "m", "1", "Enter"):
        opened.keyboard.press(key)
    assert opened.evaluate(cells) == before
    expect(opened.locator(".jp-MarkdownCell .cm-content:visible")).to_have_count(0)


def test_no_menu_or_panel_is_there_that_cannot_work(opened: Page) -> None:
    menus = opened.locator(".lm-MenuBar-itemLabel").all_inner_texts()
    assert menus == ["File", "Edit", "View", "Settings", "Help"]
    tabs = opened.locator(".jp-SideBar .lm-TabBar-tab").evaluate_all(
        "tabs => tabs.map(tab => tab.dataset.id)"
    )
    assert sorted(tabs) == ["filebrowser", "groundwork-path", "table-of-contents"]
    kept = {"docmanager:save", "editmenu:undo", "documentsearch:start", "apputils:print"}
    kept |= {"apputils:display-shortcuts"}
    assert kept <= menu_commands(opened)
    gone = re.compile("nbgrader|formgrader|debugger|terminal|extensionmanager|launcher:|console:")
    commands = opened.evaluate("jupyterapp.commands.listCommands()")
    assert [name for name in commands if gone.match(name)] == []


def test_no_key_or_right_click_offers_an_authors_tools(opened: Page) -> None:
    cells = opened.locator(".jp-Notebook:visible .jp-Cell")
    before = cells.count()
    text = opened.locator(".jp-MarkdownOutput:visible p").first
    text.click(button="right")
    expect(opened.locator(".lm-Menu:visible")).to_have_count(0)  # the browser's own comes
    text.click()
    for keys in ("Control+Shift+C", "Control+Shift+D", "Control+Shift+S", "0", "0", "i", "i", "z"):
        opened.keyboard.press(keys)
    expect(opened.locator(".jp-Dialog, .lm-CommandPalette:visible")).to_have_count(0)
    expect(status(opened)).to_have_text(READY)
    assert cells.count() == before


def menu_commands(page: Page) -> set[str]:
    """The commands that a person finds in the menus."""
    commands: set[str] = set()
    for label in page.locator(".lm-MenuBar-itemLabel").all():
        label.click()
        shown = page.locator(".lm-Menu-item:visible")
        expect(shown.first).to_be_visible()
        commands |= set(shown.evaluate_all("items => items.map(item => item.dataset.command)"))
        page.keyboard.press("Escape")
    return commands


def test_nothing_is_asked_of_another_host_and_nothing_complains(
    opened: Page, lab: Lab, seen: dict[str, list[str]]
) -> None:
    host = lab.url.split("/some/")[0]
    assert [url for url in seen["requests"] if not url.startswith((host, "data:", "blob:"))] == []
    assert seen["errors"] == []
    expect(opened.get_by_text("Jupyter news")).to_have_count(0)


def test_the_folder_of_a_persons_work_lists_papers_and_not_the_courses_data(
    page: Page, lab: Lab
) -> None:
    kept = lab.workspace / "my_work"
    for name in ("data/map.json", "papers/Map.docx", "reflections/me.md", "place.json", "own.csv"):
        (kept / name).parent.mkdir(parents=True, exist_ok=True)
        (kept / name).write_text("{}", encoding="utf-8")
    open_lesson(page, lab)
    page.get_by_role("button", name="Open the folder my_work").click()
    listed = page.locator(".jp-DirListing-itemName")
    expect(listed).to_have_text(["papers", "reflections", "own.csv"])
    page.get_by_role("button", name="Toggle File Filter").click()
    page.get_by_placeholder("Filter files by name").last.fill(
        "a"
    )  # the search lists no more than that
    expect(listed).to_have_text(["papers"])
