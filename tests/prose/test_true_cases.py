"""Beside every true case stands when it was last looked up, and what came later."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from groundwork.authoring import bibliography
from groundwork.authoring.figures import keys_in

ROOT = Path(__file__).parents[2]
KNOWN = bibliography.read(ROOT / "datasets" / bibliography.FILE)
TEXTS = [
    ROOT / f"{folder}.md"
    for name in ("04_shared_leadership", "05_accountability_metrics", "06_budget_baseline")
    for folder in (f"modules/{name}", f"exercises/{name}/{name}")
]
NO_CASE = {  # what tells of one place or body, and what is a study, a standard or a definition
    "dobbin-kalev-responsibility": "a study of many firms",
    "friedman-2005": "a way to ask",
    "gare-core-teams-2024": "a definition",
    "hp2020-final-table": "a rule of counting",
    "hp2030-methods": "a rule of counting",
    "leep-2008": "a survey of all departments",
    "nc-95-98": "a law; its own look-up stands in the bibliography",
    "budget-equity-project": "a review of 170 places",
    "california-101320": "a law; its own look-up stands in the bibliography",
    "census-poverty-2019": "a national figure",
    "omb-proposed-2026": "a federal rule; its own look-up stands in the bibliography",
    "cfr-200-414": "a federal rule; its own look-up stands in the bibliography",
    "fns-gift-cards": "a federal rule; its own look-up stands in the bibliography",
    "gfoa-structural": "a definition",
    "hip-infrastructure": "a way to count",
    "illinois-gift-cards": "a state's rule; its own look-up stands in the bibliography",
    "section-1557": "a federal rule; its own look-up stands in the bibliography",
    "ssa-exclusions": "a federal rule; its own look-up stands in the bibliography",
    "ssa-gift-cards": "a federal rule; its own look-up stands in the bibliography",
    "tax-form-threshold": "a federal rule; its own look-up stands in the bibliography",
    "ugesp-rescission": "a federal rule; its own look-up stands in the bibliography",
}
NOT_FOUND = re.compile(r"\b(not found|nothing (later )?(about .* )?was found|not find)\b")
HALF_A_YEAR = 184  # days, after which what was not found is looked for again
STUDIES = {"article-journal"}
TOLD = re.compile(
    r"\{\{ *(?P<keys>@[\w-]+(?: *, *@[\w-]+)*) *\| *looked_up *\}\}"
    r"(?P<then>(?:(?!\{\{ *@[\w-]+(?: *, *@[\w-]+)* *\| *looked_up).)*)"
)
FEWEST_WORDS = 4  # of what came later, or that nothing was found


def cells(text: str) -> Iterator[str]:
    """Yield the cells of a text."""
    yield from re.split(r"^\+\+\+.*$", text, flags=re.MULTILINE)


def faults(text: str) -> list[str]:
    """Return a sentence for each case that stands without its look-up, or without a later."""
    found = []
    for cell in cells(text):
        told = {
            KNOWN.entry(key.strip(" @")).case: sign["then"]
            for sign in TOLD.finditer(cell)
            for key in sign["keys"].split(",")
        }
        cases = {KNOWN.entry(key).case for key in keys_in(cell)} - {""}
        found += [f"{case} has no line “last looked up”" for case in sorted(cases - set(told))]
        found += [
            f"{case}: nothing is said of what came later"
            for case, then in told.items()
            if len(re.findall(r"[^\W\d_]+", then)) < FEWEST_WORDS
        ]
    return found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem + path.parent.name[:3])
def test_each_true_case_says_when_it_was_looked_up_and_what_came_later(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def not_found(text: str) -> set[str]:
    """Return the sources of which a text says, on a day, that what came later was not found."""
    return {
        key.strip(" @")
        for cell in cells(text)
        for sign in TOLD.finditer(cell)
        if NOT_FOUND.search(sign["then"])
        for key in sign["keys"].split(",")
    }


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem + path.parent.name[:3])
def test_what_was_not_found_is_looked_for_again_within_half_a_year(path: Path) -> None:
    for key in not_found(path.read_text(encoding="utf-8")):
        entry = KNOWN.entry(key)
        assert entry.look_again is not None
        assert (entry.look_again - entry.accessed).days <= HALF_A_YEAR, key


def test_what_was_not_found_is_seen_and_what_was_found_is_not() -> None:
    line = "*{{ @seattle-toolkits-2017 | looked_up }}: "
    assert not_found(f"{line}whether they have it was not found.*") == {"seattle-toolkits-2017"}
    assert not_found(f"{line}nothing later about it was found.*") == {"seattle-toolkits-2017"}
    assert not_found(f"{line}in 2023 the council changed it.*") == set()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem + path.parent.name[:3])
def test_each_source_of_a_text_is_a_study_a_case_or_known_to_be_neither(path: Path) -> None:
    cited = [KNOWN.entry(key) for key in keys_in(path.read_text(encoding="utf-8"))]
    unknown = [
        entry.key
        for entry in cited
        if not entry.case and entry.data["type"] not in STUDIES and entry.key not in NO_CASE
    ]
    assert unknown == []


def test_a_case_without_its_look_up_and_a_look_up_without_words_are_seen() -> None:
    told = "It did so [@seattle-toolkits-2017]."
    assert faults(told) == ["Seattle has no line “last looked up”"]
    assert faults(f"{told}\n\n+++ {{}}\n\n{{{{ @seattle-toolkits-2017 | looked_up }}}}: no.") == [
        "Seattle has no line “last looked up”",
        "Seattle: nothing is said of what came later",
    ]
    later = "*{{ @seattle-toolkits-2017 | looked_up }}: nothing later was found.*"
    assert faults(f"{told} {later}") == []


def test_one_line_may_tell_of_several_cases() -> None:
    told = "So did two [@seattle-toolkits-2017; @douglas-pay-2023]."
    line = "{{ @seattle-toolkits-2017, @douglas-pay-2023 | looked_up }}"
    assert faults(f"{told} *{line}: nothing later was found.*") == []
    assert len(faults(f"{told} *{line}: no.*")) == 2
