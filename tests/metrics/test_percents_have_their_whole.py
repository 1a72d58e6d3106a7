"""What the activities of lesson 05 say in percent stands beside its two counts."""

import re
from itertools import permutations

import pytest

from groundwork.screen.activities import game_it, when_known, which_door
from groundwork.subject.fairness.door import CHANGES
from groundwork.subject.fairness.steps import Step
from groundwork.subject.metrics.gaming import MOVES
from groundwork.subject.metrics.knowing import PLACES, Place, chances

TOLD = [*map(which_door.told, CHANGES), *map(game_it.told, MOVES)]


@pytest.mark.parametrize("told", TOLD)
def test_each_percent_is_of_two_counts_in_its_sentence(told: str) -> None:
    found = 0
    for sentence in re.split(r"(?<=[.:])\s", told):
        counts = [int(each) for each in re.findall(r"\b\d+\b(?! percent)", sentence)]
        shares = {round(100 * few / all_) for few, all_ in permutations(counts, 2) if few < all_}
        for percent in map(int, re.findall(r"\b(\d+) percent\b", sentence)):
            assert percent in shares, sentence
            found += 1
    assert found


def test_the_widest_of_several_gaps_is_not_tested_as_if_it_had_been_chosen_before() -> None:
    step = Step("visited", 81, 135, 162, 184, 0.6, 0.88, 0.68, 0.02)
    assert step.p_of_widest(1) == 0.02
    assert step.p_of_widest(2) == 0.04
    assert step.p_of_widest(90) == 1.0
    assert all("because the widest of 2 was picked" in TOLD[at] for at in (0, 1, 3))
    assert "widest of" not in TOLD[2].partition("Fisher")[2]  # one step shows a gap
    assert "may well" in TOLD[3]


@pytest.mark.parametrize("place", PLACES)
def test_chart_and_words_say_how_often_in_the_same_digits(place: Place) -> None:
    chart = when_known.drawn(place)
    for mark, chance in zip(chart.marks, chances(place), strict=True):
        assert f"{100 * chance:.1f} of 100" in chart.meaning
        assert str(mark).endswith(f": {100 * chance:.1f}")


def test_no_mark_on_an_axis_lies_beyond_the_whole() -> None:
    wholes = [which_door.drawn(CHANGES[1]), game_it.quarter(MOVES[1]), when_known.drawn(PLACES[-1])]
    for chart in wholes:
        axes = chart.figure.axes[0]
        assert axes.get_xlim()[1] > 100  # room for a label
        assert max(axes.get_xticks()) == 100
