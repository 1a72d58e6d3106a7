# mypy: disable-error-code="operator, union-attr"
"""Form, path and paper count the same ratings alike: an answer, a rating, "I don't know"."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_tools import LABEXTENSIONS
from playwright.sync_api import Browser, Page, expect

from groundwork.learner import artifacts
from groundwork.learner.papers import text
from groundwork.screen.activities.readiness import readiness_profile
from groundwork.screen.widgets.rating import WHOM, RatingForm
from groundwork.subject import readiness
from groundwork.subject.readiness import Rating
from groundwork.subject.readiness_statements import NEEDS, STATEMENTS

pytestmark = pytest.mark.browser

PANEL = (LABEXTENSIONS / "groundwork/static/progress.js").read_text(encoding="utf-8")
WORK = {
    "kind": "ratings",
    "name": "readiness_profile",
    "title": "Profile",
    "parts": [[need.title, [each.id for each in need.statements]] for need in NEEDS],
}
LEVELS: dict[str, list[int | None]] = {
    "nothing": [],
    "ratings alone": [1, 4, 3],
    "not known alone": [None, None],
    "a need and a half": [3, 2, None, 4, 1, 2, None, 3],
    "all": [2, None] * 14 + [4],
}
ON_A_PAGE = """async ([widget, content]) => {
    const heard = [];
    const model = {
        get: () => content,
        on: (_, hear) => heard.push(hear),
        off: () => {},
        send: async ({ ask, action, data }) => {
            const answer = await window.answer(action, data ?? {});
            for (const hear of heard) hear({ re: ask, ...answer });
        },
    };
    const { default: form } = await import(widget);
    form.render({ model, el: document.body, signal: new AbortController().signal });
}"""
ON_THE_PATH = """async ([panel, file, work]) => {
    const { progressOf } = await import(panel);
    const folders = {
        '': ['my_work'], my_work: ['data'], 'my_work/data': ['readiness_profile.json'],
    };
    const contents = { get: async path => ({
        content: path in folders ? folders[path].map(name => ({ name })) : file,
    }) };
    const [stands] = await progressOf(contents, '').of({ work: [work] });
    return stands.works[0];
}"""


def module(source: str) -> str:
    return "data:text/javascript;base64," + base64.b64encode(source.encode()).decode()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RatingForm:
    for name in ("modules", "datasets"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "modules")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    widget = readiness_profile().children[0]
    assert isinstance(widget, RatingForm)
    return widget


def rate(form: RatingForm, levels: list[int | None]) -> list[Rating]:
    ratings = [Rating(id, level) for id, level in zip(STATEMENTS, levels, strict=False)]
    for each in ratings:
        entry = {"id": each.statement, "level": each.level, "evidence": ""}
        form.respond("rate", {**entry, "shown": None, "of": "readiness_profile"})
    return ratings


def show(page: Page, form: RatingForm) -> None:
    page.expose_function("answer", form.respond)
    page.evaluate(ON_A_PAGE, [module(str(form._esm)), form.content])


@pytest.mark.parametrize("levels", LEVELS.values(), ids=LEVELS)
def test_form_path_and_paper_count_alike(
    page: Page, form: RatingForm, levels: list[int | None]
) -> None:
    ratings = rate(form, levels)
    table = readiness.profile(ratings)
    told = readiness.counted(table)

    show(page, form)
    expect(page.get_by_text(f"{told}.", exact=True)).to_be_visible()
    for need in NEEDS:
        heading = f"{need.title}, {readiness.counted(table.loc[[need.id]])}"
        expect(page.locator(".gw-step-head", has_text=need.title)).to_contain_text(heading)

    path = artifacts.path_of("readiness_profile")
    kept = path.read_text(encoding="utf-8") if ratings else json.dumps({"ratings": []})
    stands = page.evaluate(ON_THE_PATH, [module(PANEL), kept, WORK])
    assert stands["words"] == told
    assert stands["done"] == (len(ratings) == len(STATEMENTS))
    begun = [need for need in NEEDS if 0 < table.loc[need.id, "unanswered"] < len(need.statements)]
    left = begun or [need for need in NEEDS if table.loc[need.id, "unanswered"]]
    following = f"{left[0].title}, {readiness.counted(table.loc[[left[0].id]])}" if left else None
    assert stands.get("next") == following

    if ratings:
        paper = text.write(form._desk._make())
        begun_needs = [need for need in NEEDS if table.loc[need.id, ["rated", "unknown"]].sum()]
        assert (f"In all, {told}." in paper) == (len(begun_needs) > 1)  # one alone says it
        for need in NEEDS:
            if any(each.statement.startswith(f"{need.id}_") for each in ratings):
                assert f"{need.title}: {readiness.counted(table.loc[[need.id]])}." in paper


def test_the_field_asks_for_what_fits_the_choice_and_holds_still(
    page: Page, form: RatingForm
) -> None:
    show(page, form)
    first = page.locator("fieldset").first
    label = first.locator(".gw-field label")
    expect(label).to_have_text("What shows it?")
    unknown = first.get_by_role("radio", name=readiness.DONT_KNOW)
    unknown.check()
    expect(label).to_have_text(WHOM)
    expect(unknown).to_be_focused()
    expect(first.get_by_text("✓ Saved")).to_be_visible()
    second = page.locator("fieldset").nth(1)
    before = second.bounding_box()
    first.get_by_role("radio").first.check()
    expect(label).to_have_text("What shows it?")
    expect(first.get_by_text("✓ Saved")).to_be_visible()
    assert second.bounding_box() == before


def test_who_types_without_a_pause_has_nearly_all_words_saved(page: Page, form: RatingForm) -> None:
    page.clock.install()
    show(page, form)
    page.get_by_role("radio").first.check()
    box = page.get_by_role("textbox").first
    for word in range(40):  # a letter or two every half second: never the pause that saves
        box.press_sequentially(f"{word} ")
        page.clock.run_for(500)
    (kept,) = (artifacts.load("readiness_profile") or {})["ratings"]
    assert int(kept["evidence"].split()[-1]) >= 32


def test_who_turns_away_has_all_words_saved(page: Page, form: RatingForm) -> None:
    page.clock.install()
    show(page, form)
    page.get_by_role("textbox").first.press_sequentially("job descriptions")
    page.evaluate(
        """() => {
          Object.defineProperty(document, 'hidden', {value: true, configurable: true});
          document.dispatchEvent(new Event('visibilitychange'));
        }"""
    )
    expect(page.get_by_text("✓ Saved").first).to_be_visible()
