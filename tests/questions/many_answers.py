"""Thousands of answers to a question of version 0.1: every choice, many ways to sort, a grid."""

import itertools
import random
from collections.abc import Mapping
from typing import Any

MOST = 8000  # ways to sort in one question; of more a fixed draw


def many(check: Mapping[str, Any]) -> list[Any]:
    """Return answers to what a hidden check judged; the same each time."""
    right = check["right"]
    if isinstance(right, str):
        names = [right, *check["wrong"], "nobody's"]
        return [*names, *(f" {name} " for name in names), ["a"], 3, {"x": 1}, None]
    if isinstance(right, list):
        names = sorted({*right, *check["wrong"], "nobody's"})
        chosen = [
            list(some)
            for size in range(len(names) + 1)
            for some in itertools.combinations(names, size)
        ]
        return [*chosen, *(each[::-1] for each in chosen), "half", 3, {}]
    if isinstance(right, dict):
        return _sortings(right, check["wrong"])
    return _numbers(check)


def _sortings(right: Mapping[str, str], wrong: Mapping[str, Any]) -> list[Any]:
    named = {category for hints in wrong.values() if isinstance(hints, dict) for category in hints}
    categories = [*sorted({*right.values(), *named}), "nowhere"]
    every = list(itertools.product(categories, repeat=len(right)))
    if len(every) > MOST:
        every = random.Random(7).sample(every, MOST)
    sorted_ones = [dict(zip(right, places, strict=True)) for places in every]
    odd: list[Any] = [{}, dict(list(right.items())[:2]), {**right, "more": "x"}]
    return [*sorted_ones, *odd, dict.fromkeys(right, 3), "x", ["a"]]


def _numbers(check: Mapping[str, Any]) -> list[Any]:
    answers: list[Any] = [round(-20 + step * 0.01, 2) for step in range(4001)]
    answers += [str(round(step * 0.005, 3)) for step in range(800)]
    within = check["tolerance"]
    for value in (check["right"], *(value for value, _ in check["wrong"])):
        for part in (-1.0001, -1, -0.5, 0, 0.5, 1, 1.0001):
            answers += [value + part * within, f"{value + part * within:.6f}"]
        units = [*check["units"], "%", "fewer", "dollars", "percent", "x times"]
        answers += [f"{value} {unit}" for unit in units]
    odd = ["3,3", "3 3/10", "", "abc", "1e3", "$3.3", "1 3/4", "33/10", None, [3.3], [1, 2], "3.30"]
    return answers + odd
