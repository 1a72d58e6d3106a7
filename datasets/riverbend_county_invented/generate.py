"""Make the data of Riverbend County (invented). No such county exists, and nobody in it does.

Run it as `python generate.py`; `--into FOLDER` writes elsewhere. It needs numpy only. The same seed
gives the same bytes on every system: each draw is built from `Generator(PCG64).random()`, whose
stream numpy keeps, and money is counted in whole cents. Only the register of metrics is not drawn:
it is written by hand.
"""

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

from chance import Chance
from money import budget_lines, partner_payments, spending
from people import outcomes, population, staff_survey
from staffing import positions

INVENTED = "Riverbend County (invented)"
SEED = 20261122


def tables() -> dict[str, list[dict[str, object]]]:
    """Each table by its name. Every table has a stream of its own, so one may grow alone."""
    lines = budget_lines(Chance(SEED, 1))
    payments = partner_payments(Chance(SEED, 3), lines)
    return {
        "budget_lines": lines,
        "positions": positions(Chance(SEED, 2)),
        "partner_payments": payments,
        "spending": spending(Chance(SEED, 6), lines, payments),
        "population": population(),
        "outcomes": outcomes(Chance(SEED, 4)),
        "staff_survey": staff_survey(Chance(SEED, 5)),
    }


def write(folder: Path) -> None:
    """Write each table as CSV, with the word "invented" in its name and in its first column."""
    for name, rows in tables().items():
        path = folder / f"riverbend_invented_{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["invented", *rows[0]], lineterminator="\n")
            writer.writeheader()
            writer.writerows({"invented": INVENTED, **row} for row in rows)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--into", type=Path, default=Path(__file__).parent, metavar="FOLDER")
    write(parser.parse_args(arguments).into)


if __name__ == "__main__":
    main()
