"""Where a gap opens is found step by step, and small counts are not shown."""

import pandas as pd
import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.fairness.door import CHANGES, change_of, widest
from groundwork.subject.fairness.steps import steps_of, where_it_opens


def people(mine: list[int], theirs: list[int]) -> pd.DataFrame:
    names = ["applied", "interviewed", "hired"][: len(mine)]
    return pd.DataFrame({"a": mine, "b": theirs}, index=pd.Index(names))


def test_an_even_end_can_hide_a_gap_at_a_step() -> None:
    # 40 and 60 applied, 10 and 30 were interviewed, 4 and 6 hired: 10 % each at the end.
    interview, hire = steps_of(people([40, 10, 4], [60, 30, 6]), "a", "b")
    assert (interview.rate, interview.other_rate) == (0.25, 0.5)
    assert interview.ratio == pytest.approx(0.5)
    assert interview.p == pytest.approx(0.014, abs=0.001)
    assert (hire.rate, hire.p) == (None, None)  # four people: not shown
    assert where_it_opens([interview, hire]) == interview


def test_without_a_gap_no_step_is_named() -> None:
    assert where_it_opens(steps_of(people([100, 50], [100, 50]), "a", "b")) is None


@pytest.mark.parametrize("mine", [[40], [40, 50], [40, -1]])
def test_impossible_steps_are_refused(mine: list[int]) -> None:
    with pytest.raises(UserError):
        steps_of(people(mine, [60, 30][: len(mine)]), "a", "b")


def test_a_change_at_another_door_leaves_the_gap_where_it_opens() -> None:
    gaps = {change.name: widest(change) for change in CHANGES}
    assert {each.name for each in gaps.values() if each} == {"visited within 30 days"}
    widths = {name: round(each.gap) for name, each in gaps.items() if each}
    assert widths == {"none": 28, "leaflet": 42, "paper": 28, "evenings": 3}
    served = {change.name: change.here[2] for change in CHANGES}
    assert max(served, key=lambda name: served[name]) == "evenings"
    with pytest.raises(UserError):
        change_of("x")
