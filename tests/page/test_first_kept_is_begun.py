"""Whatever a learner keeps first in a lesson, the path calls that lesson's work begun."""

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from shown import shown_by, widgets_in

from groundwork.authoring.work import lesson_work
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.kept import KeptWidget

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
PROGRESS = ROOT / "src/groundwork/screen/lab/labextension/groundwork/static/progress.js"
LESSONS = sorted((ROOT / "modules").glob("[0-9]*.ipynb"))
SAMPLE = {"number": "4", "whole": "4", "year": "2030", "day": "6/30/2030"}
# The place is where to work, and no work; it is chosen in a lesson of its own kind.
NO_WORK = {"place"}
BEGUN = """async ([page, files]) => {
  const { progressOf } = await import('/progress.js');
  const inside = path => Object.keys(files).filter(each => each.startsWith(path))
    .map(each => each.slice(path.length).split('/')[0]);
  const listed = path => [...new Set(inside(path && `${path}/`))].map(name => ({ name }));
  const contents = {
    get: async (path, { type }) => ({ content: type === 'file' ? files[path] : listed(path) }),
  };
  return (await progressOf(contents, '').of(page)).some(stands => stands.begun);
}"""


@pytest.fixture(scope="module")
def progress(browser: Browser) -> Iterator[Page]:
    """A page that counts as the learner's path does."""
    page = browser.new_page()
    script = PROGRESS.read_text(encoding="utf-8")
    blank = {"body": "<title>Path</title>", "content_type": "text/html"}
    page.route("**/*", lambda route: route.fulfill(**blank))
    code = {"body": script, "content_type": "text/javascript"}
    page.route("**/*.js", lambda route: route.fulfill(**code))
    page.goto("http://plain.example/")
    yield page
    page.close()


def keeping(lesson: Path) -> Iterator[CourseWidget]:
    """Run a lesson's cells; yield each widget of it whose words are kept as work."""
    for shown in shown_by(lesson, {}):
        for widget in widgets_in(shown):
            is_kept = isinstance(widget, KeptWidget) or widget.content.get("keeps")
            if is_kept and widget.content.get("id") not in NO_WORK:
                yield widget


def first_acts(widget: CourseWidget) -> list[tuple[str, dict[str, Any]]]:
    """Return all that can be kept first in a widget, as its page sends it."""
    content = widget.content
    if "fields" in content:
        record = {each["id"]: sample(each) for each in content["fields"] if each["required"]}
        return [("save", {"id": None, "shown": None, "record": record})]
    if "levels" in content:
        shown = {"outcome": "", "causes": []}
        grades = content["levels"][0][0], content["evidence"][0][0]
        cause = dict(zip(("level", "evidence"), grades, strict=True), text="A rule", source="")
        return [
            ("outcome", {"text": "Visits are missed", "shown": shown}),
            ("add", {"below": "", "shown": shown, **cause}),
        ]
    if "needs" in content:
        id = content["needs"][0][1][0][0]
        about = {"id": id, "shown": None, "of": content["name"]}
        return [
            ("rate", {**about, "level": 2, "evidence": ""}),
            ("rate", {**about, "level": None, "evidence": ""}),
            ("rate", {**about, "evidence": "A memo"}),
        ]
    if "options" in content:
        last = content["options"][-1][0]
        return [
            ("answer", {"value": [last] if content["kind"] == "several" else last, "shown": None})
        ]
    return [("answer", {"value": "4" if content["kind"] == "number" else "A word", "shown": None})]


def sample(field: dict[str, Any]) -> str:
    if field["kind"] == "choice":
        return field["options"][0][0]
    return (
        "FY2030" if "fiscal year" in field["label"].lower() else SAMPLE.get(field["kind"], "A word")
    )


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_first_thing_that_is_kept_is_a_beginning(
    progress: Page, lesson: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "datasets", tmp_path / "datasets")
    shutil.copytree(ROOT / "modules", tmp_path / "modules", ignore=lambda *_: ["my_work"])
    monkeypatch.chdir(tmp_path / "modules")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    work = lesson_work(lesson)
    missing = []
    mine = tmp_path / "my_work"
    for at, known in enumerate([*keeping(lesson)]):
        for act in range(len(first_acts(known))):
            shutil.rmtree(mine, ignore_errors=True)
            mine.mkdir()
            # A widget remembers what it kept, so each beginning has widgets of its own, made by
            # the cells up to it.
            widget = next(islice(keeping(lesson), at, None))
            action, data = first_acts(widget)[act]
            answer = widget.respond(action, data)
            assert "problem" not in answer, answer
            kept = list(mine.rglob("*.json"))
            assert kept, widget.content
            files = {
                path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8")
                for path in kept
            }
            if not progress.evaluate(BEGUN, [{"work": work}, files]):
                missing.append([*files])
    assert not missing
