"""Make the data of Three Creeks Health District (invented). No such place exists, nor anyone in it.

Run it as `python generate.py`; `--into FOLDER` writes elsewhere. It needs numpy only, and the same
seed gives the same bytes on every system. Each table comes from a module of its own.
"""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "generating"))

from chance import Chance
from district_hours import seat_hours
from district_money import budget_lines, spending
from district_people import population, positions, role_costs
from district_register import register
from district_rights import DECISIONS, DELEGATIONS
from district_service import complaints, program_steps
from rights import decisions, delegations
from tables import Row, folder_of, write

INVENTED = "Three Creeks Health District (invented)"
SEED = 20261126


def tables() -> dict[str, list[Row]]:
    """Each table by its name. Every table has a stream of its own, so one may grow alone."""
    lines = budget_lines(Chance(SEED, 1))
    return {
        "budget_lines": lines,
        "positions": positions(),
        "spending": spending(Chance(SEED, 2), lines),
        "population": population(),
        "role_costs": role_costs(Chance(SEED, 21)),
        "delegations": delegations(DELEGATIONS),
        "decisions": decisions(DECISIONS),
        "seat_hours": seat_hours(),
        "program_steps": program_steps(Chance(SEED, 5)),
        "complaints": complaints(Chance(SEED, 6)),
        "metrics_register": register(),
    }


if __name__ == "__main__":
    write(folder_of(__doc__ or "", __file__, None), INVENTED, "three_creeks_invented", tables())
