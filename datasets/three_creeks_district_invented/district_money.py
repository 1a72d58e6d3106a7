"""Funds and three fiscal years of budget lines, and what was spent in the two that are over."""

from dataclasses import dataclass

from budget import Bought, Fund, adopted, amount, line_row, spent_row
from chance import Chance
from district_people import (
    ADMIN,
    ALDER,
    ALL,
    BURNT_FORK,
    COLD_SPRING,
    COMMUNITY,
    ENDS,
    ENVIRONMENT,
    FAMILY,
    WIC,
    YEARS,
    holders,
    pay,
)
from tables import Row, cents_of

FUNDS = {
    "T100": Fund("Contributions of the three counties", "unrestricted", "ongoing"),
    "T110": Fund("District reserve", "unrestricted", "one-time"),
    "T200": Fund("State foundational services money", "restricted", "ongoing"),
    "T210": Fund("WIC, federal money through the state", "restricted", "ongoing"),
    "T220": Fund("Permit and record fees", "restricted", "ongoing"),
    # The next and the last but one are labeled ongoing though their money has a last day.
    "T300": Fund(
        "Federal infrastructure grant (ongoing)", "restricted", "ongoing", "no", "2022-12-01"
    ),
    "T310": Fund(
        "Foundation grant for rural mothers", "restricted", "time-limited", "no", "2025-01-01"
    ),
    "T320": Fund("Opioid settlement share", "restricted", "ongoing", "no", "2023-07-01"),
    # Nobody has written down whether this one recurs or when it ends.
    "T330": Fund("State preparedness grant", "restricted", "grant", "yes"),
    "T340": Fund(
        "State community health worker money", "restricted", "ongoing", "no", "2024-07-01"
    ),
    "T350": Fund("Federal recovery money", "restricted", "one-time", "no", "2021-07-01"),
}
# Shares that the district has claimed for a role, and the paper that shows each.
ROLE_SHARES = {
    "District Administrator": ("0.10", ""),
    "Home Visiting Nurse": ("0.50", "Time study, May 2026"),
    "WIC Clerk and Interpreter": ("0.40", "Time study, May 2026"),
    "Equity and Data Coordinator": ("1.00", "Job description, March 2023"),
    "Community Health Worker, Cold Spring": ("0.60", "Time study, May 2026"),
    "Community Health Worker, Burnt Fork": ("0.60", ""),
}


@dataclass(frozen=True)
class Line(Bought):
    """One line: what it buys, in dollars of FY2027, where, and the years it is in the budget.

    `serves` is who of those hit hardest the program reaches, by the district's own records.
    """

    county: str = ALL
    serves: str = ""
    since: int = 2025
    until: int = 2027


CAMPS = "People in farmworker camps: visit log, 2026"
WELLS = "Households without safe water: well register, 2026"
NATION = "Families of the Tribal Nation next door: its own health department's report, 2025"
ROADS = "Mothers more than 40 miles from a hospital: birth records, 2023 to 2025"
OTHER_LINES = (
    Line(ADMIN, "Rent of three offices", "facilities", "T100", 54000),
    Line(ADMIN, "Insurance", "contract", "T100", 21500),
    Line(ADMIN, "Yearly audit", "contract", "T100", 14800),
    Line(ADMIN, "Computers and software", "equipment", "T100", 26000),
    Line(ADMIN, "Vehicles", "equipment", "T100", 31000),
    Line(ADMIN, "Legal advice", "contract", "T100", 9000),
    Line(ADMIN, "Staff learning, all topics", "training", "T100", 6200),
    Line(ADMIN, "Move to a new records system", "contract", "T110", 33000, since=2027),
    Line(FAMILY, "Vaccines and supplies", "supplies", "T200", 22000),
    Line(FAMILY, "Laboratory tests", "contract", "T200", 11500),
    Line(FAMILY, "Nurse mileage", "travel", "T200", 18400),
    Line(FAMILY, "Telephone interpretation", "contract", "T200", 7800, "1.00", "Contract 2025-014"),
    Line(
        FAMILY,
        "Clinic days in farmworker camps",
        "contract",
        "T200",
        17500,
        "0.50",
        "Visit log, 2026",
        BURNT_FORK,
        CAMPS,
    ),
    Line(
        FAMILY,
        "Home visits with the health department of the Tribal Nation next door",
        "contract",
        "T310",
        38000,
        "1.00",
        "Agreement between governments, February 2025",
        COLD_SPRING,
        NATION,
    ),
    Line(
        FAMILY,
        "Mothers' advisory group",
        "stipend",
        "T310",
        9600,
        "1.00",
        "Grant agreement, January 2025",
        COLD_SPRING,
        ROADS,
    ),
    Line(FAMILY, "Safe sleep kits", "supplies", "T310", 4200, county=COLD_SPRING, serves=ROADS),
    Line(WIC, "Food for classes", "supplies", "T210", 3800),
    Line(WIC, "WIC days at the Cold Spring school", "contract", "T210", 12600, county=COLD_SPRING),
    Line(ENVIRONMENT, "Water tests", "contract", "T220", 16400),
    Line(ENVIRONMENT, "Inspector mileage", "travel", "T220", 14200),
    Line(ENVIRONMENT, "Permit software", "contract", "T220", 9800),
    Line(
        ENVIRONMENT,
        "Help with well repairs",
        "contract",
        "T110",
        40000,
        "0.50",
        "Board resolution 2026-04",
        COLD_SPRING,
        WELLS,
        since=2027,
    ),
    Line(ENVIRONMENT, "Emergency supplies", "supplies", "T330", 6400),
    Line(ENVIRONMENT, "Alerts in plain English and Spanish", "contract", "T330", 5200, "1.00"),
    Line(COMMUNITY, "Naloxone", "supplies", "T320", 14000),
    Line(COMMUNITY, "Rides to treatment", "contract", "T320", 36000),
    Line(
        COMMUNITY,
        "Rides to care, Cold Spring",
        "contract",
        "T340",
        24000,
        "1.00",
        "Work plan, July 2025",
        COLD_SPRING,
        ROADS,
        since=2026,
    ),
    Line(
        COMMUNITY,
        "Health fair in Alder, renamed Health for All Day in FY2026",
        "contract",
        "T100",
        5400,
        "1.00",
        "",
        ALDER,
    ),
    Line(COMMUNITY, "Survey of residents", "contract", "T300", 28000),
    Line(
        COMMUNITY,
        "Equity training for staff and board",
        "training",
        "T300",
        9500,
        "1.00",
        "Contract 2025-021",
    ),
    Line(
        COMMUNITY,
        "Outreach by churches and growers",
        "contract",
        "T350",
        46000,
        "1.00",
        "Grant report, May 2025",
        until=2025,
    ),
)


def budget_lines(chance: Chance) -> list[Row]:
    """Every line of FY2025 to FY2027. A line keeps its id from year to year."""
    rows: list[Row] = []
    staff = list(holders())
    for year in YEARS:
        for place, (_, position, fund, fte) in enumerate(staff, 101):
            if position.since <= year <= position.until:
                share, evidence = ROLE_SHARES.get(position.title, ("", ""))
                line = Line(
                    position.unit,
                    f"{position.title}: {position.purpose.lower()}",
                    "staff",
                    fund,
                    0,
                    share,
                    evidence,
                    position.county,
                )
                rows.append(_row(place, line, year, f"{fte:g}", sum(pay(position, fte, year))))
        for place, line in enumerate(OTHER_LINES, 101 + len(staff)):
            if line.since <= year <= line.until:
                cents = amount(chance, line, YEARS[-1] - year, 300)
                rows.append(_row(place, line, year, "", cents))
    return rows


def spending(chance: Chance, lines: list[Row]) -> list[Row]:
    """What each line of FY2025 and FY2026 held after changes in the year, and what was spent."""
    rows: list[Row] = []
    for row in lines:
        if row["fiscal_year"] == "FY2027":  # the year is not over
            continue
        change = chance.pick([0, -10, 10], [92, 4, 4])  # percent, in the year
        low, high = (0.60, 0.95) if row["fund"] in ("T300", "T310", "T340") else (0.92, 1.0)
        used = chance.between(low, high)
        revised = cents_of(row) * (100 + change) // 100
        rows.append(spent_row(row, revised, round(revised * used), used))
    return rows


def _row(place: int, line: Line, year: int, fte: str, cents: int) -> Row:
    served, _, shown = line.serves.partition(": ")
    of_the_district = {
        "serves_most_impacted": served,
        "serves_evidence": shown,
        "county": line.county,
    }
    row = line_row(f"TC-{place}", line, FUNDS, ENDS, year, fte, cents)
    return row | of_the_district | adopted(line, year)
