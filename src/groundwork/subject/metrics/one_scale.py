"""Percent and shares of 1 on one card: 64 % and 0.61 are compared only as 64 % and 61 %."""

import re
from collections.abc import Iterator

from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.definition import is_percent
from groundwork.subject.remark import WARNING, Remark

_VALUES = ("baseline_value", "latest_value", "target_value")
_FAR = 10
"""How many times as large as every value a limit is that goes by another scale."""
_NEAR = 2
"""How many times as large as a share in percent another value may be to look like its neighbor."""


UNCLEAR = (1, 100, 0.01)
"""By what values may have to be multiplied where their scale is not known."""
_OF_A_WHOLE = re.compile(r"\b(?:shares?|proportions?|fractions?|percent\w*)\b|%", re.I)


def limited(card: MetricCard, limit: float, percent: bool) -> float | None:
    """Say by what a card's values are multiplied to hold them against a limit, None if unknown.

    Parameters
    ----------
    percent
        Whether the limit is written as a percentage.

    >>> card = MetricCard(baseline_value=0.58, latest_value=0.61, target_value=0.7)
    >>> limited(card, 64, True), limited(card, 0.64, False), limited(card, 64, False)
    (100, 1, None)
    """
    values, unit = list(_given(card).values()), card.unit.strip()
    if mixed(card):
        return None
    if unit and not _OF_A_WHOLE.search(unit):
        return None if percent else 1  # a percentage of days is no number of days
    if not values:
        return 1
    shares = all(0 <= value <= 1 for value in values) and any(0 < value < 1 for value in values)
    if not shares:
        return None if 0 < limit < 1 and min(values) >= _FAR * limit else 1
    in_percent = percent or is_percent(unit)
    if limit >= _FAR * max(values):
        return 100 if in_percent else None
    in_doubt = percent and not is_percent(unit)
    return None if in_doubt or (in_percent and limit > max(values) > 0) else 1


def mixed(card: MetricCard) -> tuple[str, ...]:
    """Return the fields of a card whose values look like shares of 1 beside percentages.

    >>> mixed(MetricCard(baseline_value=0.58, latest_value=61, target_value=70))
    ('baseline_value',)
    """
    if card.unit.strip() and not is_percent(card.unit):
        return ()
    given = _given(card)
    small = [name for name, value in given.items() if 0 < value < 1]
    others = [value for value in given.values() if not 0 <= value <= 1]
    near = all(
        other / _NEAR <= 100 * given[name] <= other * _NEAR for name in small for other in others
    )
    return tuple(small) if small and others and near else ()


def are_on_one_scale(card: MetricCard) -> Iterator[Remark]:
    """M21, too: no value is a share of 1 beside others in percent."""
    for name in mixed(card):
        value = _given(card)[name]
        other = next(each for each in _given(card).values() if not 0 <= each <= 1)
        yield Remark(
            severity=WARNING,
            part=name,
            what=f"{value:g} stands beside {other:g}: they look like a share of 1 and a "
            "percentage, and no comparison of the two is right until they are on one scale.",
            try_instead=f"If {value:g} means {100 * value:g} percent, write {100 * value:g}. If it "
            f"is less than 1 percent, write all values per 1,000.",
            question=f"whether {value:g} is {100 * value:g} percent, beside {other:g}",
        )


def _given(card: MetricCard) -> dict[str, float]:
    """Return the values that a card has, by their field."""
    return {name: value for name in _VALUES if (value := getattr(card, name)) is not None}
