"""The lint finds claims that say more than figures can carry, and lets sound sentences be."""

import pytest

from groundwork.authoring.claims import claims, given_away, texts

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
    assert len(list(claims(text))) == 1


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_sentence_is_let_be(text: str) -> None:
    assert not list(claims(text))


def test_a_sentence_broken_over_lines_of_code_is_read_whole() -> None:
    code = 'bar_chart(x, meaning="The difference was "\n    "12.8 percent.")'
    assert len(list(claims(texts(code)))) == 1


QUESTION = "ChoiceQuestion('q', 'Which?', {options}, right={{'b'}})"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"a": "Short.", "b": "The one that was thought about."}, 1),
        ({"a": "A wrong one of some length.", "b": "The right one."}, 0),
        ({"a": "Same long", "b": "Also long"}, 0),
    ],
)
def test_a_right_option_that_is_longer_than_every_other_is_found(
    options: dict[str, str], found: int
) -> None:
    assert len(list(given_away(QUESTION.format(options=options)))) == found


def test_a_guess_has_no_right_option() -> None:
    assert not list(given_away("ChoiceQuestion('q', 'How many?', {'a': 'About 20', 'b': '3'})"))
