# mypy: disable-error-code="call-overload, func-returns-value"
"""The path says what is begun and done, from what is kept, without a kernel."""

import importlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from accessibility import violations
from acts import EXERCISE, LESSON, new_page, open_lesson
from browser_tools import Lab, write_notebook
from playwright.sync_api import Browser, Page, expect

from groundwork.authoring import course_index
from groundwork.authoring.work import lesson_work
from groundwork.learner import papers
from groundwork.subject import readiness
from groundwork.subject.errors import UserError
from groundwork.subject.readiness import Rating
from groundwork.subject.readiness_statements import NEEDS, STATEMENTS

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("nothing_kept")]

ALL = len(STATEMENTS)
EVERY = [{"statement": id, "level": None, "evidence": ""} for id in STATEMENTS]
PRIVATE = "words that nobody else may read"


@pytest.fixture(scope="module")
def opened(browser: Browser, lab: Lab) -> Iterator[Page]:
    with new_page(browser, lab) as page:
        open_lesson(page, lab)
        yield page


def keep(workspace: Path, path: str, data: object) -> None:
    file = workspace / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")


def ratings(*rows: dict) -> dict:
    return {"version": 1, "ratings": list(rows), "notes": {}}


def told(unknown: int) -> str:
    """Say how much is answered where so many statements are not known, as papers say it."""
    return readiness.counted(readiness.profile(Rating(id, None) for id in [*STATEMENTS][:unknown]))


def look_again(page: Page) -> None:
    """Come back to the window, as after work in another one."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def says(page: Page, title: str, *lines: str) -> None:
    """Wait until the path says how a page stands; the sign before the words is for the eye."""
    entry = page.locator(f".gwlab-path a:has-text('{title}') + .gwlab-state p")
    expect(entry).to_have_text(list(lines))


def test_where_nothing_is_kept_nothing_is_begun(opened: Page) -> None:
    says(opened, "Start here", "○Not begun")
    says(opened, "Root causes 55", "○Not begun")
    says(opened, "Exercise", "○Not begun")
    sign = opened.locator(".gwlab-sign").first
    expect(sign).to_have_attribute("aria-hidden", "true")  # the word beside it is read


@pytest.mark.parametrize("folder", ["my_work/data", "my_work/artifacts"])
def test_ratings_are_counted_and_all_of_them_are_done(
    opened: Page, workspace: Path, folder: str
) -> None:
    keep(workspace, f"{folder}/profile.json", ratings(*EVERY[:6]))
    look_again(opened)
    says(opened, "Start here", f"◐Begun: {told(6)}")
    keep(workspace, f"{folder}/profile.json", ratings(*EVERY))
    look_again(opened)
    says(opened, "Start here", f"✓Done: {told(ALL)}")


def test_a_short_path_that_is_walked_to_its_end_is_told_as_done(
    opened: Page, workspace: Path
) -> None:
    keep(workspace, "my_work/data/profile.json", ratings(*EVERY[:1]))
    look_again(opened)
    says(opened, "Parts", f"◐Begun: {told(1)}")
    keep(workspace, "my_work/data/profile.json", ratings(*EVERY[:2]))
    look_again(opened)
    says(opened, "Parts", f"◐The 5-minute part is done: {told(2)}")
    keep(workspace, "my_work/data/profile.json", "{")
    look_again(opened)
    says(opened, "Parts", "◐Begun: its file could not be read")


SHORT_PATH = """async ([url, page, files]) => {
  const {progressOf} = await import(url);
  const folders = path => Object.keys(files).filter(file => file.startsWith(path && `${path}/`))
    .map(file => file.slice(path ? path.length + 1 : 0).split('/')[0]);
  const get = async (path, {type}) => ({content: type === 'file' ? files[path]
    : [...new Set(folders(path))].map(name => ({name}))});
  const [stands] = await progressOf({get}, '').of(page);
  return [stands.begun, stands.quick];
}"""


def course_lessons() -> list[dict]:
    """Those lessons that have a short path."""
    return [each for each in every_lesson() if each.get("quick")]


@cache
def every_lesson() -> list[dict]:
    """Every lesson of the course, as the page reads of it."""
    pages = course_index.index(Path(__file__).parents[2])["course"]
    return [{**each, "work": each["work"]["lesson"]} for each in pages]


def titles_of_papers() -> list[str]:
    """The title of each paper that the course makes; a module that makes none has none."""
    names = sorted(path.stem for path in Path(papers.__path__[0]).glob("*.py"))
    modules = [importlib.import_module(f"{papers.__name__}.{name}") for name in names]
    return sorted({each.TITLE for each in modules if hasattr(each, "TITLE")})


def made(work: dict, count: int) -> dict[str, str]:
    """Files of a piece of work with that many things made, and every other field written."""
    rows = [{"id": f"r{at}", "name": PRIVATE} for at in range(count)]
    rated = [
        {"statement": id, "level": 1, "evidence": PRIVATE}
        for id in [each for _, ids in work.get("parts", []) for each in ids][:count]
    ]
    said = {"version": 1, "decision": PRIVATE, "outcome": PRIVATE, "notes": {"a": PRIVATE}}
    data = json.dumps({**said, "records": rows, "causes": rows, "ratings": rated})
    return {f"my_work/data/{work['name']}.json": data}


@pytest.mark.parametrize("lesson", course_lessons(), ids=lambda lesson: lesson["name"])
def test_a_short_path_of_a_lesson_counts_what_is_made_and_no_heading_of_it(
    opened: Page, lab: Lab, lesson: dict
) -> None:
    url = f"{lab.url}lab/extensions/groundwork/static/progress.js"
    least = lesson["quick"]["least"]
    works = [work for work in lesson["work"] if work["name"] in least]
    assert len(works) == len(least)

    def stands(counts: dict[str, int]) -> list[bool]:
        files: dict[str, str] = {}
        for work in works:
            files |= made(work, counts[work["name"]])
        return opened.evaluate(SHORT_PATH, [url, lesson, files])

    assert stands(least) == [True, True]
    for name in least:
        assert stands({**least, name: 0}) == [True, False], name


def test_a_statement_of_another_version_does_not_count(opened: Page, workspace: Path) -> None:
    keep(
        workspace,
        "my_work/data/profile.json",
        ratings(*EVERY[:1], {"statement": "gone", "level": None}),
    )
    look_again(opened)
    says(opened, "Start here", f"◐Begun: {told(1)}")


def test_the_invented_county_is_counted_apart(opened: Page, workspace: Path) -> None:
    keep(workspace, "my_work/data/profile.json", ratings(*EVERY))
    keep(workspace, "my_work/data/profile_riverbend_invented.json", ratings(*EVERY[:2]))
    look_again(opened)
    own = f"✓Done: {told(ALL)}"
    invented = f"◐Riverbend County (invented), begun: {told(2)}"
    says(opened, "Start here", own, invented)
    keep(workspace, "my_work/place.json", {"place": "riverbend"})
    look_again(opened)
    says(opened, "Start here", invented, own)  # what was chosen comes first


def test_maps_are_begun_and_done_by_their_own_rules(opened: Page, workspace: Path) -> None:
    cause = {"id": "c1", "text": PRIVATE}
    keep(workspace, "my_work/data/causes.json", {"outcome": PRIVATE, "causes": [cause]})
    look_again(opened)
    says(opened, "Root causes 55", "◐Begun. Cause map: 1 cause; Power map: no decision yet")
    actors = [{"id": "r1", "name": PRIVATE}, {"id": "r2", "name": PRIVATE}]
    keep(workspace, "my_work/data/power_map.json", {"records": actors})
    keep(workspace, "my_work/data/causes.json", {"causes": [cause, cause]})
    look_again(opened)
    said = "Cause map: 2 causes; Power map: {}, 2 positions and groups"
    says(opened, "Root causes 55", f"◐Begun. {said.format('no decision yet')}")
    keep(workspace, "my_work/data/power_map_decision.json", {"decision": PRIVATE})
    look_again(opened)
    says(opened, "Root causes 55", f"✓Done. {said.format('decision written')}")
    expect(opened.locator(".gwlab-path")).not_to_contain_text(PRIVATE)


def test_what_is_optional_shows_when_it_is_begun_and_is_never_missing(
    opened: Page, workspace: Path
) -> None:
    keep(workspace, "my_work/data/timeline.json", {"records": [{}, {}]})
    look_again(opened)
    says(opened, "Root causes 55", "◐Begun. Timeline: 2 moments; 2 more not begun")


def test_an_outcome_without_a_cause_is_a_beginning(opened: Page, workspace: Path) -> None:
    keep(workspace, "my_work/data/causes.json", {"version": 1, "outcome": PRIVATE, "causes": []})
    look_again(opened)
    said = "Cause map: outcome written, no cause yet; Power map: no decision yet"
    says(opened, "Root causes 55", f"◐Begun. {said}")


def test_a_list_that_was_emptied_is_none(opened: Page, workspace: Path) -> None:
    keep(workspace, "my_work/data/power_map.json", {"version": 1, "records": []})
    look_again(opened)
    says(opened, "Root causes 55", "○Not begun")


def test_answers_of_an_exercise_are_counted_and_told_apart(opened: Page, workspace: Path) -> None:
    file = f"{Path(EXERCISE).parent.as_posix()}/answers.json"
    answers = {"q1": {"value": "a"}, "q2_who": {"value": PRIVATE}}
    keep(workspace, file, {"answers": answers})
    look_again(opened)
    says(opened, "Exercise", "◐Begun: 1 of 2 answered")  # one part of the second is missing
    keep(workspace, file, {"answers": answers | {"q2_why": {"value": PRIVATE}}})
    look_again(opened)
    says(opened, "Exercise", "◐2 of 2 answered; 1 written answer: nobody has judged it")
    # The key is sealed: an answer may be wrong, and no sign says that it is done.
    keep(workspace, file, {"answers": {"q1": {"value": "a"}}})
    look_again(opened)
    says(opened, "Exercise", "◐Begun: 1 of 2 answered")


@pytest.mark.parametrize("content", ["{", "[1", '{"ratings": 7}', "null"])
def test_what_cannot_be_read_is_not_called_nothing(
    opened: Page, workspace: Path, content: str
) -> None:
    keep(workspace, "my_work/data/profile.json", content)
    look_again(opened)
    says(opened, "Start here", "◐Begun: its file could not be read")


def test_a_byte_order_mark_is_no_damage(opened: Page, workspace: Path) -> None:
    keep(workspace, "my_work/data/profile.json", "\ufeff" + json.dumps(ratings(*EVERY[:1])))
    look_again(opened)
    says(opened, "Start here", f"◐Begun: {told(1)}")


def test_the_panel_says_what_done_means(opened: Page) -> None:
    meaning = opened.locator(".gwlab-meaning")
    meaning.locator("summary").press("Enter")
    expect(meaning).to_contain_text(f"Profile: each of the {ALL} statements has an answer")
    expect(meaning).to_contain_text("Questions: an exercise is never called done here.")
    expect(meaning).to_contain_text("What you wrote, nobody has judged.")
    assert violations(opened, ".gwlab-path") == []
    meaning.locator("summary").press("Enter")


def test_no_kernel_is_needed_and_no_missing_file_is_asked_for(
    page: Page, lab: Lab, workspace: Path
) -> None:
    keep(workspace, "my_work/data/profile.json", ratings(*EVERY[:3]))
    page.route("**/api/kernels**", lambda route: route.abort())
    page.route("**/api/sessions**", lambda route: route.abort())
    refused: list[str] = []
    page.on("response", lambda answer: answer.status == 404 and refused.append(answer.url))
    page.goto(lab.address(LESSON))
    says(page, "Start here", f"◐Begun: {told(3)}")
    assert [url for url in refused if "/api/contents" in url] == []


def test_a_lesson_whose_work_nothing_can_count_is_the_authors_mistake(tmp_path: Path) -> None:
    path = tmp_path / "00_x.ipynb"
    write_notebook(path, [], groundwork={"work": [{"kind": "poem", "name": "x"}]})
    with pytest.raises(UserError, match="nothing can count"):
        lesson_work(path)
    write_notebook(path, [], groundwork={"work": [{"kind": "causes", "name": "x", "title": "X"}]})
    with pytest.raises(UserError, match="nothing can count"):
        lesson_work(path)


@pytest.mark.parametrize("title", titles_of_papers())
def test_each_paper_belongs_to_the_work_of_one_lesson(title: str) -> None:
    begins = [each["paper"] for lesson in every_lesson() for each in lesson["work"]]
    assert begins.count(title) == 1


def test_the_parts_of_a_rating_are_those_of_the_needs(tmp_path: Path) -> None:
    path = tmp_path / "00_x.ipynb"
    work = {"kind": "ratings", "name": "x", "title": "X"}
    write_notebook(path, [], groundwork={"work": [work]})
    (found,) = lesson_work(path)
    assert [title for title, _ in found["parts"]] == [need.title for need in NEEDS]
