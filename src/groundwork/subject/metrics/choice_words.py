"""What people write for each choice of a card: "Annual" is yearly, "Prelim" is provisional."""

from collections.abc import Mapping

from groundwork.subject.metrics import choices
from groundwork.subject.metrics.card import FIELDS

# "Biannual" and "bimonthly" mean two things each, so they stand for none.
_OFTEN = {
    "weekly": ("week", "every week", "each week", "once a week", "per week"),
    "monthly": ("month", "every month", "each month", "once a month", "per month", "by month"),
    "quarterly": (
        *("quarter", "every quarter", "each quarter", "once a quarter", "per quarter"),
        *("by quarter", "every three months", "every 3 months", "four times a year"),
        *("4 times a year", "qtrly", "qtly"),
    ),
    "twice a year": (
        *("semiannual", "semiannually", "semi-annual", "semi-annually", "semi annual"),
        *("half-yearly", "half yearly", "every half year", "every six months", "every 6 months"),
        *("two times a year", "2 times a year", "2x a year", "twice yearly", "twice per year"),
    ),
    "yearly": (
        *("annual", "annually", "year", "every year", "each year", "once a year", "per year"),
        *("once per year", "once yearly", "by year", "every 12 months", "each fiscal year"),
        *("every fiscal year", "every twelve months"),
    ),
    "every two years": (
        *("biennial", "biennially", "every 2 years", "every other year", "every second year"),
        *("once every two years", "once every 2 years", "each two years"),
    ),
    "every three years": (
        *("triennial", "triennially", "every 3 years", "every third year"),
        *("once every three years", "once every 3 years"),
    ),
    "every five years": (
        *("quinquennial", "every 5 years", "every fifth year"),
        *("once every five years", "once every 5 years"),
    ),
}
_CALLED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "level": {
        choices.POPULATION: ("population indicator", "population accountability"),
        choices.PERFORMANCE: (
            *("program", "performance measure", "program performance"),
            *("performance accountability", "program level"),
        ),
    },
    "kind": {
        choices.HOW_MUCH: ("how much did we do", "how much did we do?", "quantity", "output"),
        choices.HOW_WELL: ("how well did we do it", "how well did we do it?", "quality"),
        choices.BETTER_OFF: ("is anyone better off", "is anyone better off?", "outcome"),
    },
    "direction": {
        choices.HIGHER: (
            *("higher", "high", "up", "upward", "more", "increase", "increasing", "rise"),
            *("maximize", "higher = better", "higher the better", "↑"),
        ),
        choices.LOWER: (
            *("lower", "low", "down", "downward", "less", "fewer", "decrease", "decreasing"),
            *("reduce", "minimize", "lower = better", "lower the better", "↓"),
        ),
    },
    "data_frequency": _OFTEN,
    "data_status": {
        "provisional": ("preliminary", "prelim", "provisional data", "not final"),
        "final": ("final data", "finalized"),
        "mixed": ("final and provisional", "provisional and final"),
    },
    "owner_type": {
        choices.PARTNERSHIP: ("coalition", "collaborative", "partners"),
        choices.POST: ("job", "post", "staff position"),
    },
    "frequency": _OFTEN,
}
"""What a choice is called beside its own words, by field; each word in small letters."""


def words_of(name: str) -> tuple[tuple[str, str], ...]:
    """Return pairs of what is written in a field and the choice that it stands for.

    >>> dict(words_of("frequency"))["annual"]
    'yearly'
    """
    called = _CALLED.get(name, {})
    return tuple(
        (word, choice)
        for choice in FIELDS[name].choices
        for word in (choice, *called.get(choice, ()))
    )


def choice_of(name: str, text: str) -> str:
    """Return the choice that a text stands for in a field, or the text where it stands for none."""
    return dict(words_of(name)).get(" ".join(text.casefold().split()), text)
