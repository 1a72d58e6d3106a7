"""A right option is found by what it says: it is not the longest, nor mostly in one place."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from groundwork.authoring.source import course
from groundwork.learner.questions import Choose, Option, catalog

ROOT = Path(__file__).parents[2]
MOST_LONGEST = 0.35
MOST_APART = 2  # between the place that is right most often and the one that is least often


def asked() -> list[Choose]:
    """Every question of lessons and exercises of which one option is chosen."""
    paths = [course.catalog_of(path, kind) for path, kind in course.texts(ROOT).items()]
    questions = [each for path in paths if path.is_file() for each in catalog.read(path).questions]
    return [each for each in questions if isinstance(each, Choose) and not each.several]


def longest(question: Choose) -> bool:
    """Whether the right option is longer than each other one."""
    lengths = {option.right: 0 for option in question.options}
    for option in question.options:
        lengths[option.right] = max(lengths[option.right], len(option.text))
    return lengths[True] > lengths[False]


def share(questions: Iterable[Choose]) -> float:
    found = [longest(each) for each in questions]
    return sum(found) / len(found)


def apart(questions: Iterable[Choose]) -> dict[int, int]:
    """Number of options to how many questions part its most and its least frequent place."""
    places: dict[int, Counter[int]] = defaultdict(Counter)
    for each in questions:
        right = next(at for at, option in enumerate(each.options) if option.right)
        places[len(each.options)][right] += 1
    return {
        options: max(found.values()) - min(found[at] for at in range(options))
        for options, found in places.items()
    }


def test_the_longest_option_is_right_in_a_third_of_the_questions_at_most() -> None:
    questions = asked()
    assert len(questions) > 5
    named = [each.id for each in questions if longest(each)]
    assert share(questions) <= MOST_LONGEST, f"right and longest in {', '.join(named)}"


def test_the_right_option_stands_in_each_place_about_as_often() -> None:
    for options, found in apart(asked()).items():
        assert found <= MOST_APART, f"of questions with {options} options: move some right options"


def question(*texts: str, right: int) -> Choose:
    options = tuple(Option(str(at), text, at == right) for at, text in enumerate(texts))
    return Choose(id="q", prompt="Which?", options=options)


@pytest.mark.parametrize(("right", "is_longest"), [(0, False), (1, True), (2, False)])
def test_an_option_is_longest_when_every_other_is_shorter(right: int, is_longest: bool) -> None:
    assert longest(question("four", "longer", "two", right=right)) is is_longest
    assert not longest(question("longer", "longer", "two", right=right))


def test_right_options_in_one_place_are_seen() -> None:
    first = [question("a", "b", "c", right=0)] * 4
    assert apart(first) == {3: 4}
    assert apart([*first, *[question("a", "b", "c", right=at) for at in (1, 1, 2, 2)]]) == {3: 2}
    assert apart([question("a", "b", "c", right=at) for at in range(3)]) == {3: 0}
