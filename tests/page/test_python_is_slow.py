"""What is done before Python takes it up is not lost, and neither is what a message carried."""

import re
from collections.abc import Iterator

import pytest
from fields_of_every_kind import FIELDS, FORMS, KEEP, TYPED, fill_and_keep
from plain_page import PlainPage, plain_page
from playwright.sync_api import Browser, expect
from shown import every_kind_shown

pytestmark = pytest.mark.browser

UNSAVED = "Not saved yet"
DRAWN_LATER = {"own_file", "causes"}  # only with what Python answers
EARLY = [kind for kind in TYPED if kind not in DRAWN_LATER]
KEPT_EARLY = [kind for kind in KEEP if kind not in DRAWN_LATER]


@pytest.fixture(scope="module")
def plain(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainPage]:
    """A page of every kind, on which nothing is kept when it opens."""
    with (
        every_kind_shown(tmp_path_factory.mktemp("slow")) as shown,
        plain_page(browser, shown) as plain,
    ):
        plain.page.clock.install()
        yield plain
        assert plain.faults == []


def while_python_is_busy(plain: PlainPage) -> None:
    """Draw every widget, and let none of them be answered."""
    plain.open()
    plain.page.evaluate("plain.hold()")
    plain.page.evaluate("plain.again()")


@pytest.fixture(scope="module", params=["stays", "is drawn anew"])
def typed_early(plain: PlainPage, request: pytest.FixtureRequest) -> PlainPage:
    """The page after something was typed into every kind before Python answered at all."""
    while_python_is_busy(plain)
    for kind in EARLY:
        FIELDS[kind].fill(plain.box(kind))
    if request.param == "is drawn anew":
        plain.page.evaluate("plain.again()")
    plain.page.evaluate("plain.release()")
    plain.settle()
    return plain


@pytest.mark.parametrize("kind", EARLY)
def test_what_is_typed_before_python_answers_is_there(typed_early: PlainPage, kind: str) -> None:
    FIELDS[kind].holds(typed_early.box(kind))


@pytest.fixture(scope="module")
def kept_early(plain: PlainPage) -> PlainPage:
    """The page after all was kept before Python answered at all."""
    while_python_is_busy(plain)
    for kind in KEPT_EARLY:
        fill_and_keep(kind, plain.box(kind))
    plain.page.evaluate("plain.release()")
    plain.settle()
    return plain


@pytest.mark.parametrize("kind", KEPT_EARLY)
def test_what_is_kept_before_python_answers_is_kept(kept_early: PlainPage, kind: str) -> None:
    expect(kept_early.box(kind).get_by_text(UNSAVED)).to_have_count(0)


@pytest.fixture(scope="module", params=["question", "answer"])
def lost(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[PlainPage]:
    """The page after all was kept, and each message to Python or back was lost at first."""
    with (
        every_kind_shown(tmp_path_factory.mktemp("lost")) as shown,
        plain_page(browser, shown) as plain,
    ):
        plain.page.clock.install()
        plain.open()
        plain.page.evaluate(f"plain.lost = '{request.param}'")
        for kind in KEEP:
            fill_and_keep(kind, plain.box(kind))
        plain.page.clock.fast_forward(1000)  # a rating waits so long for more words
        expect(plain.page.get_by_text(UNSAVED)).to_have_count(len(KEEP))
        plain.page.clock.fast_forward(8000)
        expect(plain.page.get_by_text("No answer yet.")).to_have_count(len(KEEP))
        plain.page.evaluate("plain.lost = null")
        plain.page.clock.fast_forward(8000)
        plain.settle()
        yield plain
        assert plain.faults == []


@pytest.mark.parametrize("kind", KEEP)
def test_python_is_asked_again_when_a_message_is_lost(lost: PlainPage, kind: str) -> None:
    expect(lost.box(kind).get_by_text("No answer yet.")).to_have_count(0)
    expect(lost.box(kind).get_by_text(UNSAVED)).to_have_count(0)


@pytest.mark.parametrize("kind", FORMS)
def test_what_is_asked_again_is_done_once(lost: PlainPage, kind: str) -> None:
    expect(lost.box(kind).locator("button", has_text=re.compile("^Delete"))).to_have_count(1)
