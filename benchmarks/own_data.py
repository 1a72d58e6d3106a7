"""Check large files of a department, against the bare readers of the same files.

Run it with ``python benchmarks/own_data.py``. Each step runs in a process of its own. It prints the
ratio of CPU time for 200,000 rows of CSV against bare `pandas.read_csv` and for 50,000 rows of
Excel against the bare reader of openpyxl, and the peak of memory against the table that comes out;
it exits with 1 when a ratio is over its limit.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd

from groundwork.learner.own_files import check_file

MOST_CSV, MOST_EXCEL, MOST_MEMORY = 6.0, 1.2, 3.0
REPEATS = {"csv": 5, "excel": 3}


def made_up_lines(count: int) -> pd.DataFrame:
    """Make budget lines (invented, seeded), as finance systems write them."""
    random = np.random.default_rng(20260701)
    programs = np.array(["Family Health", "Clinics", "WIC", "Environmental Health", "Equity"])
    work = np.array(["home visits", "outreach", "supplies", "training", "panels", "rent"])
    return pd.DataFrame(
        {
            "line_id": [f"RB-{at:06d}" for at in range(count)],
            "fiscal_year": random.choice([f"FY{year}" for year in range(2022, 2027)], count),
            "program": random.choice(programs, count),
            "purpose": [f"{w} {at % 977}" for at, w in enumerate(random.choice(work, count))],
            "amount": random.integers(-5_000_00, 250_000_00, count) / 100,
            "fund": random.choice(["F100", "F210", "F350", "F410"], count),
            "ends": random.choice(["", "2026-12-31", "2027-06-30", "2030-06-30"], count),
            "restriction": random.choice(["unrestricted", "restricted", ""], count),
            "recurrence": random.choice(["recurring", "time-limited", "one-time", ""], count),
        }
    )


def ours(path: Path) -> pd.DataFrame:
    result = check_file(path, "budget_lines")
    assert result.table is not None, result.problems or result.questions
    return result.table


def bare(path: Path) -> object:
    if path.suffix == ".csv":
        return pd.read_csv(path)
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def measure(way: str, path: Path, memory: bool, repeats: int) -> dict[str, float]:
    """Measure one way in this process: the best CPU time of several runs, or the peak of one."""
    run = ours if way == "ours" else bare
    if memory:
        tracemalloc.start()
        table = run(path)
        peak = tracemalloc.get_traced_memory()[1]
        size = table.memory_usage(deep=True).sum() if isinstance(table, pd.DataFrame) else 1
        return {"peak": peak, "table": float(size)}
    times = []
    for _ in range(repeats):
        start = time.process_time()
        run(path)
        times.append(time.process_time() - start)
    return {"seconds": min(times)}


def in_a_process(way: str, path: Path, memory: bool, repeats: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--way", way, "--path", str(path)]
    command += ["--repeats", str(repeats), *(["--memory"] if memory else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--csv-rows", type=int, default=200_000)
    parser.add_argument("--excel-rows", type=int, default=50_000)
    parser.add_argument("--way", choices=["ours", "bare"], help=argparse.SUPPRESS)
    parser.add_argument("--path", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--repeats", type=int, default=1, help=argparse.SUPPRESS)
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.way:
        print(json.dumps(measure(given.way, given.path, given.memory, given.repeats)))
        return 0
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        csv, excel = Path(folder) / "lines.csv", Path(folder) / "lines.xlsx"
        made_up_lines(given.csv_rows).to_csv(csv, index=False)
        table = made_up_lines(given.excel_rows)
        table["ends"] = pd.to_datetime(table["ends"])
        table.to_excel(excel, index=False)
        for name, path, rows, most in (
            ("csv", csv, given.csv_rows, MOST_CSV),
            ("excel", excel, given.excel_rows, MOST_EXCEL),
        ):
            seconds = {
                way: in_a_process(way, path, False, REPEATS[name])["seconds"]
                for way in ("bare", "ours", "bare", "ours")
            }
            ratio = seconds["ours"] / seconds["bare"]
            failed |= ratio > most
            print(
                f"{rows:,} rows of {name}: bare {seconds['bare']:.2f} s, ours "
                f"{seconds['ours']:.2f} s of CPU, ratio {ratio:.2f} (at most {most:g})"
            )
        memory = in_a_process("ours", csv, True, 1)
        ratio = memory["peak"] / memory["table"]
        failed |= ratio > MOST_MEMORY
        print(
            f"memory for the CSV: peak {memory['peak'] / 2**20:.0f} MiB, table "
            f"{memory['table'] / 2**20:.0f} MiB, ratio {ratio:.2f} (at most {MOST_MEMORY:g})"
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
