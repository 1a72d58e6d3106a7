"""No text advises other words, or a stand-in, as a way around a law or a request for records."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from groundwork.learner import public_record

ROOT = Path(__file__).parents[2]
TEXTS = [
    *sorted(ROOT.glob("modules/*.md")),
    *sorted(ROOT.glob("exercises/*/*.md")),
    *sorted(ROOT.glob("facilitator_guide/text/**/*.md")),
    *sorted(ROOT.glob("src/groundwork/**/*.yaml")),
    *sorted(ROOT.glob("src/groundwork/**/papers/*.py")),
]
HIDES = re.compile(
    r"whoever wants to cut|needs? no other words?\b|call it something else"
    r"|(?:avoid|leave out|drop|do without) the (?:word|term)s?\b|under the radar|low profile"
    r"|so that (?:nobody|no one|they do not) (?:sees?|finds?|notices?|asks?)\b",
    re.IGNORECASE,
)
OWN_LINES = re.compile(r"(?:your own|the) (?:lines?|list)\b|lines of your own", re.IGNORECASE)
PRIVACY = re.compile(r"a position is a person|HR has (?:not )?spoken", re.IGNORECASE)


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text, each on one line."""
    for each in re.split(r"\n\s*\n", text):
        yield " ".join(each.split())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_text_advises_to_hide_what_the_work_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [each for each in paragraphs(text) if HIDES.search(each)] == []


def test_own_lines_stay_off_a_shared_screen_for_the_sake_of_colleagues() -> None:
    told = [
        each
        for path in ROOT.glob("modules/*.md")
        for each in paragraphs(path.read_text(encoding="utf-8"))
        if "shared screen" in each and OWN_LINES.search(each)
    ]
    assert told
    assert [each for each in (*told, public_record.BUDGET) if not PRIVACY.search(each)] == []


def test_words_that_hide_are_seen_and_plain_ones_are_not() -> None:
    assert HIDES.search("A list is also a list for whoever wants to cut.")
    assert HIDES.search("Measure by district; the card needs no other word.")
    assert not HIDES.search("Other words change nothing about what a law says of a line.")
