"""What each position could give a core team: hours, those covered, and what they cost."""

from district_people import BENEFITS, POSITIONS
from tables import Row, dollars

HOURS_OF_A_YEAR = 2080
# Hours a month that somebody proposed for each position, and those for which something stops.
PROPOSED = (6, 4, 5, 6, 8, 8, 6, 4, 6, 5, 4, 16, 8, 10)
COVERED = (2, 3, 1, 4, 2, 4, 1, 1, 2, 3, 2, 12, 3, 6)


def seat_hours() -> list[Row]:
    """Four values for each position: hours, hours covered, and an hour's cost without and with."""
    rows: list[Row] = []
    for position in POSITIONS:
        if position.until < 2027:
            continue
        known = len(rows) // 4
        cents = position.salary * 100
        values = {
            "hours": str(PROPOSED[known]),
            "covered": str(COVERED[known]),
            "wage": dollars(round(cents / HOURS_OF_A_YEAR)),
            "pay": dollars(round(cents * (100 + BENEFITS) / 100 / HOURS_OF_A_YEAR)),
        }
        units = {"hours": "hours a month", "covered": "hours a month"}
        for measure, value in values.items():
            unit = units.get(measure, "dollars an hour")
            rows.append({"seat": position.place, "measure": measure, "value": value, "unit": unit})
    return rows
