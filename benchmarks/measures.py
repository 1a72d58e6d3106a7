"""All measures for 5,000 indicators in one call, against a loop of single calls.

Run it with ``python benchmarks/measures.py``. It prints both times, their ratio, and the largest
difference between the two sets of answers.
"""

import time

import numpy as np
import pandas as pd

from groundwork.subject.disparity.groups import groups
from groundwork.subject.disparity.summary import all_measures

INDICATORS, GROUPS = 5_000, 6


def main() -> None:
    random = np.random.default_rng(2026)
    estimates = random.uniform(1, 99, (INDICATORS, GROUPS))
    population = random.integers(100, 100_000, (INDICATORS, GROUPS))
    print(f"{INDICATORS:,} indicators, {GROUPS} groups")
    for ordered in (True, False):
        options = {
            "favorable": False,
            "ordered": ordered,
            "maximum": 100.0,
            "reference": None if ordered else 0,
        }
        start = time.perf_counter()
        together = all_measures(groups(estimates, population, **options))
        at_once = time.perf_counter() - start
        start = time.perf_counter()
        single = [
            all_measures(groups(y, n, **options))
            for y, n in zip(estimates, population, strict=True)
        ]
        one_by_one = time.perf_counter() - start
        apart = (together - pd.concat(single, ignore_index=True)).abs().max(axis=None)
        kind = "ordered" if ordered else "unordered"
        print(
            f"{kind}: {together.shape[1]} measures, at once {at_once:.3f} s, one by one "
            f"{one_by_one:.2f} s, ratio {one_by_one / at_once:.0f}, largest difference {apart:.1e}"
        )


if __name__ == "__main__":
    main()
