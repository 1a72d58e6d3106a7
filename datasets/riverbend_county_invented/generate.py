"""Make the data of Riverbend County (invented). No such county exists, and nobody in it does.

Run it as `python generate.py`; `--into FOLDER` writes elsewhere. It needs numpy only. The same seed
gives the same bytes on every system: each draw is built from `Generator(PCG64).random()`, whose
stream numpy keeps, and money is counted in whole cents. Only the register of metrics is not drawn:
it is written by hand.
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "generating"))

from chance import Chance
from county_rights import DECISIONS, DELEGATIONS
from money import budget_lines, partner_payments, spending
from people import outcomes, population, staff_survey
from ratings import line_ratings
from rights import decisions, delegations
from staffing import positions
from tables import Row, folder_of, write

INVENTED = "Riverbend County (invented)"
SEED = 20261122


def tables() -> dict[str, list[Row]]:
    """Each table by its name. Every table has a stream of its own, so one may grow alone."""
    lines = budget_lines(Chance(SEED, 1))
    payments = partner_payments(Chance(SEED, 3), lines)
    return {
        "budget_lines": lines,
        "line_ratings": line_ratings(lines),
        "positions": positions(Chance(SEED, 2)),
        "partner_payments": payments,
        "spending": spending(Chance(SEED, 6), lines, payments),
        "population": population(),
        "outcomes": outcomes(Chance(SEED, 4)),
        "staff_survey": staff_survey(Chance(SEED, 5)),
        "delegations": delegations(DELEGATIONS),
        "decisions": decisions(DECISIONS),
    }


if __name__ == "__main__":
    write(folder_of(__doc__ or "", __file__, None), INVENTED, "riverbend_invented", tables())
