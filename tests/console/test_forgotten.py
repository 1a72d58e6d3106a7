"""Somebody who is forgotten is nowhere: on the disk, in what the console holds, on its page."""

from collections.abc import Iterator, Mapping
from types import GeneratorType

import pytest
from asked_of_the_console import read_one, taken, work
from invented_cohort import NAME, PEOPLE, arrived, hand_in
from plain_console import OnPage, plain_console
from playwright.sync_api import Browser, expect

from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import Line
from groundwork.cohort.console.widget import Console
from groundwork.cohort.course_folder import Cohort

pytestmark = pytest.mark.filterwarnings("ignore")  # SQLAlchemy's own


def test_who_is_forgotten_leaves_nothing_behind(console: Console, cohort: Cohort) -> None:
    taken(console, range(2))
    work(console, "grade")
    console.respond("give", read_one(console))
    console.respond("supervisors", {"exercise": NAME, "ids": ["ana.lopez"]})
    console.respond("forget", {"id": "ana.lopez"})
    assert "ana.lopez" in {each.id for each in people_of(cohort)}, "the work goes, and nobody else"
    told = console.respond("forget", {"id": "ana.lopez", "off_list": True})
    assert "ana.lopez" not in {each["id"] for each in told["people"]}
    kept = [path for path in cohort.root.rglob("*") if path.is_file()]
    assert not any("ana.lopez" in path.as_posix() for path in kept)
    own = [path for path in cohort.own().rglob("*") if path.is_file()]
    assert not any(b"ana.lopez" in path.read_bytes() for path in own)


WHO = PEOPLE[0]
TOLD = [WHO.id, WHO.first, WHO.last, "lopezana"]  # the last as the file was called


def held(thing: object, seen: dict[int, object] | None = None) -> Iterator[str]:
    """All texts that an object of ours holds, however deep."""
    seen = {} if seen is None else seen
    if id(thing) in seen:
        return
    seen[id(thing)] = thing
    if isinstance(thing, str | bytes):
        yield thing if isinstance(thing, str) else thing.decode(errors="replace")
    elif isinstance(thing, Mapping):
        for each in [*thing.keys(), *thing.values()]:
            yield from held(each, seen)
    elif isinstance(thing, list | tuple | set | frozenset):
        for each in thing:
            yield from held(each, seen)
    elif isinstance(thing, GeneratorType) and thing.gi_frame:
        yield from held(thing.gi_frame.f_locals, seen)
    elif type(thing).__module__.startswith("groundwork"):
        yield from held(vars(thing), seen)


def holding(console: Console) -> list[str]:
    """Which of the words that tell of the person the console's own objects hold."""
    own = [console._arriving, console._exchanged, console._work, console._answered]
    texts = " ".join(held(own))
    return [each for each in TOLD if each in texts]


def test_no_part_of_the_page_and_nothing_in_memory_holds_who_was_forgotten(
    console: Console, cohort: Cohort, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("groundwork.cohort.console.work.PIECE", -1)  # a result a piece
    with plain_console(browser, console) as on:
        first = (f"{WHO.id}.json", hand_in(NAME, 0)[:700])  # mended, which its line says
        on.send(first, ("second.zip", arrived(NAME, named=True, numbers=[1])))
        on.press("Yes to all 2 suggestions")
        named = [(f"lopezana_{at}_71_answers.json", hand_in(NAME, at)) for at in (5, 6)]
        on.send(first, *named)  # one is there already, and two are asked about
        on.press("Not now")
        on.press("Grade what was taken in")
        held_back(on)
        read(on)
        supervises(on)
        moved(on)
        # Brought and not taken in, and asked about in the exchange.
        console._arriving.add_part("lopezana.json", "", 1, first=True, last=True)
        asked = Line("exchange", "not taken", "", "bo.li", NAME, f"It is a copy of {WHO.shown()}'s")
        console._exchanged._waiting["exchange"] = asked
        on.press("Grade what was taken in")
        assert holding(console) == TOLD
        for each in TOLD:
            assert each in everything_on(on), "or the test shows nothing"
        assert on.page.evaluate("plain.unsaved()") == 1

        console.respond("work", {"what": "grade", "exercise": NAME})
        console.respond("go_on", {})
        on.part("At the end")
        on.choose("Whose work?", WHO.id)
        on.page.get_by_label("Take the person off the list too").check()
        on.press("Delete it")
        on.press("Yes, delete")
        on.said("Deleted: all their work. They are off the list too.")
        assert holding(console) == []
        assert [each for each in TOLD if each in everything_on(on)] == []
        assert on.page.evaluate("plain.unsaved()") == 0
        expect(on.page.get_by_label("Whose work?")).to_be_focused()
        on.part("Give a hand-in to somebody else")
        assert [each for each in TOLD if each in everything_on(on)] == []
        expect(on.page.get_by_label("Which exercise?")).to_have_value(NAME)
        on.cover("Hide names")  # they were shown before, and so they are


def everything_on(on: OnPage) -> str:
    """All of the console's page, also what is closed, covered or typed."""
    typed = "nodes => nodes.map((node) => node.value).join(' ')"
    fields = on.root.locator("input, textarea, select").evaluate_all(typed)
    return f"{on.root.inner_html()} {fields}"


def held_back(on: OnPage) -> None:
    """Set the hand-in aside, so that making pages tells of it, and take it up again."""
    on.part("Set a hand-in aside")
    on.choose("Whose hand-in?", WHO.id)
    on.press("Set it aside")
    on.press("Make the pages")
    on.said("No page, or not sent")
    on.press("Take it up again")
    on.press("Make the pages")


def read(on: OnPage) -> None:
    """Begin to read, type a comment, and set it aside: the words stay with the page's host."""
    on.choose("Whose answer?", WHO.id)
    on.press("Open")
    on.page.get_by_label("Your comment").fill("Half typed")
    on.press("Set this one aside")
    on.choose("Whose hand-in?", WHO.id)
    on.press("Take it up again")


def supervises(on: OnPage) -> None:
    """Say who supervises, and close the part again."""
    part = on.part("Which questions people are stuck on")
    part.get_by_role("checkbox", name=WHO.shown()).check()
    on.press("Keep this")
    on.said("Not counted while somebody who supervises others is enrolled")
    part.locator("> summary").click()


def moved(on: OnPage) -> None:
    """Give the hand-in to another and back."""
    part = on.part("Give a hand-in to somebody else")
    for one, other in ((WHO.id, "cy.day"), ("cy.day", WHO.id)):
        on.choose("Who has it now?", one)
        part.get_by_label("Whose is it?").select_option(other)
        on.press("Give it to them", part)
        on.said("now. ")
