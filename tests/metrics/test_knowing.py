"""How often a register says "improving" agrees with registers drawn by chance."""

import math

import numpy as np
import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.intervals import Z95
from groundwork.subject.metrics.choices import LOWER
from groundwork.subject.metrics.knowing import BASELINE, FALL, PLACES, chances, says_improving
from groundwork.subject.metrics.progress import IMPROVING, progress


def limits(share: float, births: int) -> tuple[float, float]:
    arm = Z95 * math.sqrt(share * (1 - share) / births)
    return share - arm, share + arm


def drawn(births: int, now: float) -> float:
    chance = np.random.default_rng(5)
    before = chance.binomial(births, BASELINE, 3000) / births
    after = chance.binomial(births, now, 3000) / births
    said = [
        progress(
            one,
            two,
            0.01,
            LOWER,
            baseline_limits=limits(one, births),
            latest_limits=limits(two, births),
        ).word
        for one, two in zip(before, after, strict=True)
    ]
    return said.count(IMPROVING) / len(said)


@pytest.mark.parametrize("births", [400, 2000])
@pytest.mark.parametrize("fall", [0.0, FALL])
def test_it_agrees_with_registers_drawn_by_chance(births: int, fall: float) -> None:
    found = says_improving(births, BASELINE, BASELINE - fall)
    assert found == pytest.approx(drawn(births, BASELINE - fall), abs=0.03)


def test_more_births_and_more_years_tell_a_true_fall_more_often_and_chance_no_more() -> None:
    found = [chances(place) for place in PLACES]
    assert all(nothing == pytest.approx(0.025) for nothing, _ in found)
    told = [fell for _, fell in found]
    assert told == sorted(told)
    assert told[0] < 0.2 and told[-1] > 0.9


@pytest.mark.parametrize(
    ("births", "before", "now"), [(0, 0.1, 0.1), (10, 0.0, 0.1), (10, 0.1, 1.0)]
)
def test_what_cannot_be_compared_is_refused(births: int, before: float, now: float) -> None:
    with pytest.raises(UserError):
        says_improving(births, before, now)
