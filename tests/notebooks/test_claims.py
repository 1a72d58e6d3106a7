"""The lint finds claims that say more than figures can carry, and lets sound sentences be."""

import pytest

from groundwork.authoring.claims import claims

TOO_MUCH = (
    "Tracts once graded D have 2.4 times the visits of tracts once graded A.",
    "Black mothers had 2.39 times as many\ndeaths.",
    "Most differences were too small to tell from chance.",
    "It was not significant, so there is no effect.",
    "not statistically significant, which means that the two are equal",
    "The difference was 12.8 percent.",
    "a difference of 18.3 % between the two groups",
    "The life expectancy rate fell.",
    "the rate ratio of life expectancy",
    "Race here is what was reported. The gap is what systems did.",
    "Numbers are people.",
)
SOUND = (
    "The median rate was 2.4 times as high in tracts once graded D.",
    "Tracts graded D are 6.4 times as many as tracts graded A.",
    "“Not significant” does not mean “no difference” or “no harm”.",
    "The difference was 12.8 percentage points.",
    "A difference of 12.8 percent points, or 6.1 per 1,000 births.",
    "Life expectancy at birth, and a death rate.",
    "The gap is wide. Numbers in the report are rounded.",
)


@pytest.mark.parametrize("text", TOO_MUCH)
def test_a_claim_that_says_too_much_is_found_once(text: str) -> None:
    ((line, _),) = claims(f"A line.\n{text}")
    assert line == 1


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_sentence_is_let_be(text: str) -> None:
    assert not list(claims(text))
