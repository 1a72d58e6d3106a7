"""The pay rule is one page in Word and in print, with every part said and four groups paid."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from papers import full_pay_rule
from papers.full_pay_rule import GROUPS, ORGANIZATION, PARTS
from papers.recalculating import Office
from playwright.sync_api import Browser

from groundwork.learner.papers import print as print_page
from groundwork.learner.papers import text as plain
from groundwork.learner.papers import word
from groundwork.learner.papers.model import Paper
from groundwork.subject.budget.paid_groups import cost_of
from groundwork.subject.budget.pay_rule import ASKED_WITH, EVERY_PART, asks_of

pytestmark = pytest.mark.lesson("06_budget_baseline")
EVERY = {**PARTS, **ORGANIZATION}
USUAL = {
    "everything": EVERY,
    "no organization": PARTS,
    # Eighteen words each; an amount that stood twice would be no one amount, and be asked about.
    "longest": {part: " ".join((words.split() * 2)[:18]) for part, words in EVERY.items()}
    | {"holds": EVERY["holds"]},
    "six open parts, of five offices": EVERY
    | dict.fromkeys(("choice", "notice", "review", "decides", "term", "help"), ""),
    "half of the parts open": {part: EVERY[part] for part in list(EVERY)[::2]},
    "all parts open": {**dict.fromkeys(EVERY, "unknown"), "work": EVERY["work"]},
    "an ended fund": {**EVERY, "fund": "2150 Health Equity award, ended June 30, 2026"},
    "dollars not known": {**EVERY, "holds": "8000 to 9000"},
    "nothing yet": {},
}


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.fixture(params=USUAL)
def paper(request: pytest.FixtureRequest) -> Paper:
    return full_pay_rule.paper(USUAL[request.param])


def test_a_pay_rule_is_one_page_in_word(paper: Paper, office: Office, tmp_path: Path) -> None:
    path = tmp_path / "rule.docx"
    path.write_bytes(word.write(paper))
    assert pages(office.printed(path, tmp_path).read_bytes()) == 1


@pytest.mark.browser
def test_a_pay_rule_is_one_page_in_print(paper: Paper, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(print_page.write(paper))
    printed = page.pdf(format="Letter", prefer_css_page_size=True)
    page.close()
    assert pages(printed) == 1


def test_the_parts_here_are_all_there_are_and_of_10_to_20_words() -> None:
    assert asks_of(EVERY) == []
    assert all(10 <= len(words.split()) <= 20 for words in EVERY.values())


def test_each_office_is_asked_once_for_all_of_its_open_parts() -> None:
    paper = full_pay_rule.paper(USUAL["all parts open"])
    whom = [ask.whom for ask in paper.asks]
    assert len(whom) == len(set(whom)) == 5
    asked = " ".join(ask.what for ask in paper.asks)
    for part, heading in EVERY_PART.items():
        assert (heading.removeprefix("Organization: ") in asked) is (part != "work")
    for others in ASKED_WITH.values():
        assert f"(with {others})" in asked


@pytest.mark.parametrize("parts", [EVERY, PARTS], ids=["organization", "no organization"])
def test_one_page_leaves_out_nothing_that_was_written(parts: Mapping[str, str]) -> None:
    words = plain.write(full_pay_rule.paper(parts))
    for answer in parts.values():
        assert answer in words
    for group in GROUPS:
        assert f"{group.people} x {group.meetings} x {group.hours:g}" in words
        assert f"In all, a year: ${cost_of(group).total_cents // 100:,}" in words
    assert "who pays $684 of a year" in words and "who pays 14 of 28 meetings" in words
