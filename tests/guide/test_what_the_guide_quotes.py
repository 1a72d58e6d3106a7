"""What a page quotes or promises stands where it says, in the words that it gives."""

import datetime
import re
import tomllib

import pytest
from small_guide import ROOT

from groundwork.authoring.guide.shared import SAID
from groundwork.authoring.source import course
from groundwork.cohort import guide
from groundwork.cohort.guide_forms import FORMS
from groundwork.learner.papers.model import Quote
from groundwork.subject.readiness_statements import NEEDS

GUIDE = ROOT / course.GUIDE
PAGES = {
    path.relative_to(GUIDE).as_posix(): path.read_text(encoding="utf-8")
    for path in map(course.guide_page_of, course.guide_texts(ROOT))
}
AGREEMENTS = {
    int(number): f"{name} {said}".lower()
    for number, name, said in re.findall(
        r"^(\d+)\. \*\*(.+?)\*\* (.+)$", PAGES["agreements.md"], re.MULTILINE
    )
}
AGREED = re.compile(r"\bwe agreed\b(?:, number (\d+)(?:, that |: )([^.]+)\.)?", re.IGNORECASE)


def misquoted(text: str) -> list[str]:
    """Return what a text says that the group agreed, and no agreement says."""
    return [
        found[0]
        for found in AGREED.finditer(text)
        if not found[1] or found[2].lower() not in AGREEMENTS.get(int(found[1]), "")
    ]


@pytest.mark.parametrize("name", PAGES)
def test_what_the_group_agreed_is_quoted_by_number_and_in_its_words(name: str) -> None:
    assert misquoted(PAGES[name]) == []
    for said in re.findall(r"agreements?[^.\n]*?, numbers? ([\d, and]+)", PAGES[name]):
        assert {int(each) for each in re.findall(r"\d+", said)} <= AGREEMENTS.keys()


@pytest.mark.parametrize(
    "said",
    [
        "We agreed that what somebody writes stays.",
        "We agreed, number 10, that a rating stays.",
        "We agreed, number 11, that stories stay.",
    ],
)
def test_an_agreement_that_nobody_made_is_found(said: str) -> None:
    assert misquoted(said)
    assert len(AGREEMENTS) == 10


def test_each_use_that_is_promised_away_is_made_good_when_it_happened() -> None:
    uses = re.search(r"not used in ([^.]+)\.", SAID["promise"])
    assert uses
    for use in re.findall(r"\ba (\w+)", uses[1]):
        assert f"the {use}" in SAID["remedy"], use
    assert SAID["remedy"] in PAGES["managers.md"] and SAID["floor"] in PAGES["managers.md"]


@pytest.mark.parametrize("form", FORMS)
def test_the_rule_that_sorted_by_race_is_said_in_each_form_as_the_handout_says_it(
    form: int,
) -> None:
    sheet, handout = "sessions/01_root_causes.md", "handouts/01_root_causes.md"
    assert "the sentence on a rule that sorted by race" in PAGES[sheet]
    (page,) = (each for each in guide.pages(ROOT) if each.path == GUIDE / sheet)
    printed = guide.paper(page, datetime.date(2026, 11, 26), form)
    assert SAID["sorted"] in [each.text for each in printed.blocks if isinstance(each, Quote)]
    assert SAID["sorted"] in PAGES[handout]


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("sessions/")])
def test_a_round_has_a_way_for_a_large_group(name: str) -> None:
    rounds = re.findall(r"^> .*(?:Once around|around once).*\n\n(.+)", PAGES[name], re.MULTILINE)
    assert rounds
    assert [each for each in rounds if not each.startswith(SAID["around"])] == []


def test_counsel_reads_what_it_is_about_and_the_very_words() -> None:
    said = PAGES["for_counsel.md"]
    assert SAID["subject"] in said and SAID["subject"] in PAGES["political_context.md"]
    for each in ("promise", "remedy"):
        assert f'"{SAID[each]}"' in said
    stated = re.search(r'among the statements: "(.+?)"', said)
    assert stated
    assert [1 for need in NEEDS for each in need.statements if stated[1] in each.text] == [1]
    aloud = re.search(r'read aloud in session 01: "(.+?)"', said)
    assert aloud and aloud[1] in SAID["sorted"] and "racism" in aloud[1]
    for each in ("sessions/", "handouts/", "difficult_moments.md", "agreements.md"):
        assert each in said
    assert SAID["own_ratings"] in PAGES["sessions/00_start_here.md"]


def test_who_is_sent_to_the_repository_learns_where_it_is() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = (ROOT / "docs" / "for_it.md").read_text(encoding="utf-8")
    address = project.get("urls", {}).get("Repository", "write it here: ____")
    assert address in said
