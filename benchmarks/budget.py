"""Compare the baseline of 1,000,000 budget lines with the bare pandas group-by of the same totals.

Run it with ``python benchmarks/budget.py``. It prints the ratio of time and of peak memory, each
step in a process of its own, and exits with 1 when a ratio is over its limit. The bare
version gets what the rules work out for free: each line's class of funding and of equity work.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
import tracemalloc

import numpy as np
import pandas as pd

from groundwork.subject.budget import (
    baseline,
    budget_cells,
    check_lines,
    classify_equity,
    classify_funding,
)

HORIZON = "2028-06-30"
MOST_TIME, MOST_MEMORY = 2.5, 2.0
REPEATS = 15


def made_up_lines(count: int) -> pd.DataFrame:
    """Make budget lines (invented, seeded) as a file would hold them."""
    random = np.random.default_rng(20260701)
    ends = np.array(["", "2026-12-31", "2027-06-30", "2028-03-31", "2030-06-30"], object)
    return pd.DataFrame(
        {
            "line_id": np.arange(count),
            "fiscal_year": random.choice([f"FY{year}" for year in range(2022, 2027)], count),
            "amount": random.integers(-5_000_00, 250_000_00, count) / 100,
            "fte": random.choice([0, 0, 0.25, 0.5, 1], count),
            "ends": random.choice(ends, count),
            "restriction": random.choice(["unrestricted", "restricted", ""], count),
            "recurrence": random.choice(["recurring", "time-limited", "one-time", ""], count),
            "equity_share": random.choice([0, 0, 0.1, 0.35, 1], count),
            "equity_evidence": random.choice(["time study", "job description", ""], count),
        }
    )


def classed(lines: pd.DataFrame) -> pd.DataFrame:
    """Give the bare group-by its columns ready-made."""
    equity = classify_equity(lines)
    counted = (equity["counted_share"] * 10_000).round().astype("int64")
    return pd.DataFrame(
        {
            "fiscal_year": lines["fiscal_year"],
            "funding": classify_funding(lines, HORIZON)["funding"],
            "equity": equity["equity"],
            "cents": lines["amount_cents"],
            "fte": lines["fte_e4"],
            "share": counted,
        }
    )


def bare(ready: pd.DataFrame) -> pd.DataFrame:
    """Sum the same totals with pandas alone, from classes that are already there."""
    return (
        ready.assign(parts=ready["cents"] * ready["share"], people=ready["fte"] * ready["share"])
        .groupby(["fiscal_year", "funding", "equity"], observed=False)[
            ["cents", "parts", "fte", "people"]
        ]
        .sum()
    )


def same_totals(lines: pd.DataFrame) -> bool:
    """Say whether both ways give the same cents, so that the comparison is fair."""
    cells = budget_cells(lines, HORIZON).set_index(["fiscal_year", "funding", "equity"])["cents"]
    sums = bare(classed(lines)).reset_index()
    part = sums["parts"].where(sums["equity"] != "none", 0) / 10_000
    rest = (sums["cents"] - part).groupby([sums["fiscal_year"], sums["funding"]]).sum()
    exact = sums.assign(exact=part).set_index(["fiscal_year", "funding", "equity"])["exact"]
    for (year, funding), cents in rest.items():
        exact[(year, funding, "none")] = cents
    return bool((cells - exact.reindex(cells.index)).abs().max() <= 1)


def measure(what: str, memory: bool, count: int) -> dict[str, float]:
    """Measure one way in this process: the best time of several, or the peak of one run."""
    lines = check_lines(made_up_lines(count))
    ready = classed(lines) if what == "bare" else lines
    run = bare if what == "bare" else lambda table: baseline(table, HORIZON)
    run(ready.head(1000))  # what is imported on first use is not part of the comparison
    if memory:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        tracemalloc.start()
        run(ready)
        peak = tracemalloc.get_traced_memory()[1]
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return {"peak": peak, "resident_growth": (after - before) * 1024}
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        run(ready)
        times.append(time.perf_counter() - start)
    return {"seconds": min(times)}


def in_a_process(what: str, memory: bool, count: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--lines", str(count), "--measure", what]
    done = subprocess.run(
        command + ["--memory"] * memory, capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--measure", choices=["bare", "baseline"], help=argparse.SUPPRESS)
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure, given.memory, given.lines)))
        return 0
    ways = ("baseline", "bare")
    if not same_totals(check_lines(made_up_lines(min(given.lines, 100_000)))):
        print("The two ways do not give the same totals.")
        return 1
    seconds = {way: in_a_process(way, False, given.lines)["seconds"] for way in ways}
    memory = {way: in_a_process(way, True, given.lines) for way in ways}
    time_ratio = seconds["baseline"] / seconds["bare"]
    peak_ratio = memory["baseline"]["peak"] / memory["bare"]["peak"]
    print(f"{given.lines:,} lines; both ways give the same totals")
    for way in ways:
        peak, grown = memory[way]["peak"] / 2**20, memory[way]["resident_growth"] / 2**20
        print(f"{way:>9}: {seconds[way]:.3f} s, peak {peak:.0f} MiB, process grew {grown:.0f} MiB")
    print(f"time ratio {time_ratio:.2f} (at most {MOST_TIME})")
    print(f"peak memory ratio {peak_ratio:.2f} (at most {MOST_MEMORY})")
    return int(time_ratio > MOST_TIME or peak_ratio > MOST_MEMORY)


if __name__ == "__main__":
    sys.exit(main())
