"""Chance that falls the same way on every system."""

import math
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

T = TypeVar("T")


class Chance:
    """A seeded stream of draws, each made from one or more uniform numbers."""

    def __init__(self, seed: int, stream: int) -> None:
        self._random = np.random.Generator(np.random.PCG64([seed, stream])).random

    def share(self) -> float:
        """A number from 0 up to 1."""
        return float(self._random())

    def between(self, low: float, high: float) -> float:
        """A number from low to high."""
        return low + (high - low) * self.share()

    def pick(self, things: Sequence[T], weights: Sequence[float] | None = None) -> T:
        """One of the things, each as likely as its weight says."""
        weights = weights or [1.0] * len(things)
        left = self.share() * math.fsum(weights)
        for thing, weight in zip(things, weights, strict=True):
            left -= weight
            if left < 0:
                return thing
        return things[-1]

    def count(self, mean: float) -> int:
        """A Poisson count, found by adding up probabilities until the draw is passed."""
        left, number, probability = self.share(), 0, math.exp(-mean)
        while left > probability and number < 10 * mean + 50:
            left -= probability
            number += 1
            probability *= mean / number
        return number
