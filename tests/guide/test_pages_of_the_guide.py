"""The guide's pages lead somewhere, speak of the project alone, and hold every part of it."""

import re
from pathlib import Path
from typing import Any

import pytest
from small_guide import ROOT, build_changed, text_of

from groundwork.authoring.guide.shared import SAID
from groundwork.authoring.source import course
from groundwork.authoring.source.links import slug
from groundwork.cohort import guide
from groundwork.command.main import build_parser
from groundwork.learner.papers.law import law_cards

PAGES = [course.guide_page_of(text) for text in course.guide_texts(ROOT)]
LINK = re.compile(r"\]\(([^)\s]+)\)")
# What tells of how or by whom a page was made, and not of what it says.
MAKING = re.compile(
    r"\b(?:issue \d|pull request|prompt engineering|language model|LLM|chatbot|worktree"
    r"|this session of work|as requested|the brief)\b",
    re.IGNORECASE,
)
# Words that a page says about people as if they were not in the room, or that lecture.
LECTURE = re.compile(
    r"\b(?:white fragility|woke|virtue|privileged people|you must understand|educate yourself"
    r"|minorities|the disadvantaged)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_resolves(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    headings = {slug(each) for each in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    for link in LINK.findall(text):
        if not link.startswith("http"):
            file, _, anchor = link.partition("#")
            assert not file or (path.parent / file).is_file(), link
            assert file or anchor in headings, link


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_left_to_be_filled_in(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"\{\{|\}\}|(?<!`)\{\d", text)


@pytest.mark.parametrize("pattern", [MAKING, LECTURE], ids=["making", "lecture"])
def test_no_page_speaks_of_its_making_or_lectures(pattern: re.Pattern[str]) -> None:
    found = [
        f"{path.name}: {match[0]}"
        for path in PAGES
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_start_leads_to_every_page_and_fits_two() -> None:
    start = (ROOT / course.GUIDE / "README.md").read_text(encoding="utf-8")
    linked = set(LINK.findall(start))
    pages = {path.name for path in PAGES if path.parent.name == course.GUIDE.name}
    assert pages - {"README.md"} <= linked
    assert "sessions/" in start and "handouts/" in start
    said = re.sub(r"<!--.*?-->|\]\([^)]*\)", "", start)
    assert len(re.findall(r"\w[\w'-]*", said)) < 920  # two pages of print


def test_the_first_page_says_what_must_be_there_when_the_session_is_next_week() -> None:
    start = (ROOT / course.GUIDE / "README.md").read_text(encoding="utf-8")
    assert SAID["limits"] in start and SAID["order"] in start and SAID["two"] in start
    near = start.partition("**Your session is next week?**")[2].partition("\n\n")[0]
    for each in ("Move the date", "counsel's answer", "signatures", "union", "What can wait"):
        assert each in near


def test_every_command_that_a_page_tells_exists() -> None:
    found = set()
    for path in [*PAGES, ROOT / "docs" / "for_it.md"]:
        found |= set(re.findall(r"start\.py ([a-z]+)(?: ([a-z]+))?", path.read_text("utf-8")))
    told = {(name, part) for name, part in found if name != "write"}  # in the note of the build
    assert {name for name, _ in told} == {"guide", "cohort", "doctor", "open", "prepare"}
    known = parts_of(build_parser())
    for name, part in told:
        assert name == "doctor" or name in known  # start.py's own, too
        assert not part or part in parts_of(known[name]), f"{name} {part}"


def test_what_a_page_tells_to_print_is_a_page_or_a_card() -> None:
    known = {page.name for page in (*guide.pages(ROOT), *guide.cards(ROOT))}
    every = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    printed = set(" ".join(re.findall(r"guide print ([\w ]+)", every)).split())
    assert {"notice", "agreements", "difficult_moments"} <= printed <= known


def parts_of(parser: Any) -> dict[str, Any]:
    """Return the commands of a parser, or the parts of a command."""
    return dict(parser._subparsers._group_actions[0].choices)


def test_the_readme_names_the_guide() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "facilitator_guide/README.md" in readme
    assert "groundwork guide" in readme or "start.py guide" in readme


# A chat is stored by name: whoever votes or leaves by it is on a list.
BY_CHAT = re.compile(
    r"private messages?|by a (?:chat )?message|a message to (?:my|one)", re.IGNORECASE
)


def test_nobody_votes_or_steps_out_by_a_chat() -> None:
    assert BY_CHAT.search("Votes: slips in the room, private messages on the call.")
    found = [path.name for path in PAGES if BY_CHAT.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_every_law_card_stands_in_the_guide() -> None:
    said = (ROOT / course.GUIDE / "law_cards.md").read_text(encoding="utf-8")
    for card in law_cards.cards().values():
        assert all(question in said for question in card.ask)
        assert card.general not in said and card.clear not in said


def test_every_difficult_moment_has_words_to_say() -> None:
    said = (ROOT / course.GUIDE / "difficult_moments.md").read_text(encoding="utf-8")
    moments = said.split("\n### ")[1:]
    assert len(moments) >= 15
    tears = next(each for each in moments if each.startswith("Tears"))
    assert "accused" not in tears and "harmed" not in tears  # one script, whoever weeps
    assert any(each.startswith("One of you is the target") for each in moments)
    assert [each.split("\n")[0] for each in moments if "\n> " not in each] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("affinity_spaces", "March 19, 2025", "March 20, 2025", "20 in"),
        ("political_context", "February 6, 2026", "February 7, 2026", "7 in"),
        ("forms", "708 private workplaces", "780 private workplaces", "780 in"),
        ("records", "[@unc-sog-drafts]", "[@unc-sog-draft]", "unc-sog-draft"),
        ("notice", "## The words", "## The words\n\n<b>Now</b>", "raw HTML"),
        ("README", "[notice](notice.md)", "[notice](notices.md)", "links to notices.md"),
    ],
)
def test_a_number_or_a_link_from_nowhere_is_told(
    tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    text = text_of("guide", name).read_text(encoding="utf-8")
    assert old in text
    _, faults = build_changed(tmp_path, text.replace(old, new, 1), "guide", name)
    assert any(said in fault for fault in faults), faults


# Words that name a law, an order or a court's case: each stands beside a source, which has a date.
LAW = re.compile(
    r"\b(?:[A-Z]\w+ Act|Title VI{1,2}|Executive Order|executive order|EEOC|USC|CFR|HB \d+|SB \d+"
    r"|Department of Justice|v\. City)\b"
)


@pytest.mark.parametrize("text", course.guide_texts(ROOT), ids=lambda path: path.stem)
def test_a_law_is_named_beside_its_source(text: Path) -> None:
    content = text.read_text(encoding="utf-8")
    pieces = re.split(r"\n\s*\n|\n(?=\||- |\d+\. )", content)
    assert [each for each in pieces if LAW.search(each) and "[@" not in each] == []


def test_a_page_without_prose_is_told_so(tmp_path: Path) -> None:
    text = text_of("handout").read_text(encoding="utf-8")
    head = text[: text.index("\n---\n", 4) + 5]
    asked = "```{code-cell}\n:id: sum\n1 + 1\n```\n"
    _, said = build_changed(tmp_path, head + "\n" + asked, "handout")
    assert any("is no prose" in each for each in said), said
