"""The notice is said in under three minutes, and its promises are those that others signed."""

import re

import pytest
from small_guide import ROOT

from groundwork.learner import privacy

PAGE = (ROOT / "facilitator_guide" / "notice.md").read_text(encoding="utf-8")
MANAGERS = (ROOT / "facilitator_guide" / "managers.md").read_text(encoding="utf-8")
SAID = [line.removeprefix("> ") for line in PAGE.splitlines() if line.startswith("> ")]
CHOICE, TOLD, *REST = SAID
FEWEST = 150  # words that are read aloud in a minute, slowly
LONGEST = 30  # words of a sentence that a room can hear


def words(said: str) -> list[str]:
    """Return the words that are said; which group an opening is for is not."""
    return re.findall(r"[\w'’-]+", re.sub(r"^\*.*?\*", "", said))


@pytest.mark.parametrize("opening", [CHOICE, TOLD], ids=["by choice", "told to come"])
def test_it_takes_under_three_minutes(opening: str) -> None:
    assert sum(len(words(each)) for each in [opening, *REST]) <= 3 * FEWEST


def test_its_sentences_are_short() -> None:
    sentences = [each for said in SAID for each in re.split(r"(?<=[.?:;]) ", said)]
    assert [each for each in sentences if len(words(each)) > LONGEST] == []


def test_discipline_pay_and_union_come_first() -> None:
    first = " ".join(REST[:2])
    for each in ("a review, a promotion, a discipline or a reference", "paid work time", "union"):
        assert each in first
        assert each in MANAGERS or each == "union"
    assert "two years after the last session" in first
    assert "for two years after its last session" in MANAGERS


def test_its_copy_has_the_table_that_the_lessons_show() -> None:
    assert privacy.table() in PAGE


def test_nobody_is_enrolled_before_the_managers_signed() -> None:
    for name in ("notice", "managers", "before", "README"):
        said = (ROOT / "facilitator_guide" / f"{name}.md").read_text(encoding="utf-8")
        assert re.search(
            r"[Nn]obody is enrolled before|[Ee]nroll nobody before|before you enroll", said
        )
