"""A limit in other words than "under 60" is a trigger too; a number that is no limit is none."""

from dataclasses import replace

import pytest

from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.files import example_card
from groundwork.subject.metrics.trigger import Trigger, told, trigger_of

CARD = replace(example_card(), latest_low=None, latest_high=None, uncertainty="none: a full count")
STARTS = 54.0  # where the card starts
UNDER = (
    *("under 60", "below 60 percent", "less than 60", "fewer than 60", "lower than 60", "< 60"),
    *("it falls under 60", "the share drops below 60 %", "it is short of 60", "it stays under 60"),
    *("it is not at least 60", "it does not rise to 60", "it is only just under 60"),
    *("it does not reach 60", "it doesn’t get to 60", "it never hits 60", "it fails to reach 60"),
    "in June 2026 it is under 60",
)
OVER = (
    *("over 60", "above 60 percent", "more than 60", "greater than 60", "higher than 60", "> 60"),
    *("it exceeds 60", "the wait exceeded 60", "it is exceeding 60", "it surpasses 60"),
    *("it rises above 60", "it goes past 60", "it gets past 60", "it is over 60", "it tops 60"),
    *("it goes beyond 60", "it is in excess of 60", "it is not at most 60"),
)
AT_MOST = (
    *("it drops to 60", "it fell to 60", "it falls back to 60", "it declines to 60", "at most 60"),
    *("it drops to 60 or less", "it is 60 or lower", "60 percent or fewer are seen", "≤ 60"),
    *("it goes down to 60", "it is at 60 or below", "it is at or below 60", "no more than 60"),
    *("it does not exceed 60", "it is not over 60", "it isn't above 60", "it gets to 60 or less"),
)
AT_LEAST = (
    *("it reaches 60", "it reached 60", "it gets to 60", "it got to 60", "it hits 60"),
    *("it climbs to 60", "it rises to 60", "it goes up to 60", "at least 60", "60 or more wait"),
    *("it is 60 percent or higher", "it is at or above 60", ">= 60", "it is not under 60"),
)
NONE = (
    *("under the path", "it gets worse", "lower", "the gap grows", "it is at 60", "it is 60"),
    *("it falls by more than 5 points", "it falls more than 5 points", "it rises by 5 or more"),
    *("it drops from 60 to 50", "in the past 4 quarters nothing moved", "more than 2 reviews"),
    *("it reaches 2027", "we exceed $5000", "more than 10,000 are spent", "over the past 3 months"),
    *("it is the 60th week", "under a quarter of families", "at least two residents ask"),
)


def read(words: str, baseline: float | None = STARTS) -> Trigger | None:
    line = f"If {words}, then the manager opens one evening by July, for 20 or more"
    return trigger_of(replace(CARD, consequence=line, baseline_value=baseline))


@pytest.mark.parametrize("words", UNDER)
def test_under_a_value(words: str) -> None:
    found = read(words)
    assert found is not None and (found.side, found.value, found.reached) == ("under", 60, False)


@pytest.mark.parametrize("words", OVER)
def test_over_a_value(words: str) -> None:
    found = read(words)
    assert found is not None and (found.side, found.value, found.reached) == ("over", 60, False)


@pytest.mark.parametrize("words", AT_MOST)
def test_a_value_or_less(words: str) -> None:
    found = read(words)
    assert found is not None and (found.side, found.value, found.reached) == ("under", 60, True)


@pytest.mark.parametrize("words", AT_LEAST)
def test_a_value_or_more(words: str) -> None:
    found = read(words)
    assert found is not None and (found.side, found.value, found.reached) == ("over", 60, True)


@pytest.mark.parametrize("words", NONE)
def test_a_number_that_sets_no_limit_is_no_trigger(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", ["it reaches 60", "it gets to 60", "it hits 60"])
def test_a_value_that_is_met_is_met_from_where_the_measure_starts(words: str) -> None:
    sides = [found and found.side for found in (read(words, start) for start in (54, 60, 71, None))]
    assert sides == ["over", "over", "under", "over"]


@pytest.mark.parametrize(
    ("words", "latest", "says"),
    [
        ("exceeds 60", 61.0, "61 (2026), is over 60; the trigger is passed"),
        ("exceeds 60", 60.0, ""),
        ("drops to 61 or less", 61.0, "61 (2026), is 61 or less; the trigger is passed"),
        ("drops to 61 or less", 61.5, ""),
        ("reaches 60", 60.0, "60 (2026), is 60 or more; the trigger is passed"),
        ("does not reach 60", 60.0, ""),
        ("does not reach 60", 59.0, "59 (2026), is under 60; the trigger is passed"),
    ],
)
def test_a_latest_value_at_or_beyond_the_limit_is_told(
    words: str, latest: float, says: str
) -> None:
    line = f"If it {words}, then the manager opens one evening by July 2027"
    card = replace(CARD, consequence=line, latest_value=latest)
    assert says in told(card) and bool(told(card)) == bool(says)
    asked = [each.what for each in check_card(card) if each.part == "consequence"]
    assert (told(card) in asked) == bool(says)


def test_the_whole_interval_counts_also_where_the_limit_itself_does() -> None:
    line = "If it drops to 61 or less, then the manager opens one evening by July 2027"
    at = replace(CARD, consequence=line, latest_value=60.0, latest_low=58.0, latest_high=61.0)
    assert "the trigger is passed" in told(at)
    assert "is not wholly so" in told(replace(at, latest_high=61.5))
