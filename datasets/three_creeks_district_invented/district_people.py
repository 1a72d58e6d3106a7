"""The fourteen positions of the district, two it has lost, and the people of its three counties."""

from collections.abc import Iterator
from dataclasses import dataclass

from chance import Chance
from tables import Row, dollars

YEARS = (2025, 2026, 2027)
# What a position costs in a year, of its cost in FY2027, in ten-thousandths.
PAY = {2025: 9420, 2026: 9710, 2027: 10_000}
BENEFITS = 36  # percent of salary
ENDS = {  # last day of the money, by fund; the others have no stated end
    "T110": "2027-06-30",
    "T300": "2027-11-30",
    "T310": "2027-12-31",
    "T320": "2038-06-30",
    "T340": "2028-06-30",
    "T350": "2025-06-30",
}
ADMIN, FAMILY, WIC = "Administration", "Nursing and Family Health", "WIC"
ENVIRONMENT, COMMUNITY = "Environmental Health and Preparedness", "Community Health"
WHOLE, WRITTEN, UNWRITTEN, NONE = (
    "whole job",
    "written in the job description",
    "does it, not written down",
    "none",
)
ALL, ALDER, BURNT_FORK, COLD_SPRING = "all three", "Alder", "Burnt Fork", "Cold Spring"


@dataclass(frozen=True)
class Position:
    """One position: what it earns full-time, and the funds that pay it, in equal parts."""

    unit: str
    title: str
    salary: int
    funds: tuple[str, ...]
    purpose: str
    role: str = NONE
    fte: float = 1.0
    filled: bool = True
    county: str = ALL
    since: int = 2025
    until: int = 2027

    @property
    def place(self) -> str:
        """The title, and the county where it is that of one: no two positions share it."""
        county = "" if self.county == ALL else f", {self.county}"
        return self.title if self.title.endswith(county) else f"{self.title}{county}"


POSITIONS = (
    Position(ADMIN, "District Administrator", 96000, ("T100",), "Leadership", UNWRITTEN),
    Position(ADMIN, "Finance and Grants Officer", 68000, ("T100", "T300"), "Budget and grants"),
    Position(ADMIN, "Office Manager", 46000, ("T100",), "Front office and records"),
    Position(FAMILY, "Nursing Supervisor", 84000, ("T200",), "Nursing", UNWRITTEN),
    Position(FAMILY, "Public Health Nurse", 72000, ("T200",), "Disease control", county=ALDER),
    Position(FAMILY, "Public Health Nurse", 70000, ("T200",), "Vaccination", county=BURNT_FORK),
    Position(
        FAMILY,
        "Home Visiting Nurse",
        71000,
        ("T310",),
        "Visits to mothers far from a hospital",
        WRITTEN,
        0.6,
        county=COLD_SPRING,
    ),
    Position(WIC, "WIC Coordinator", 56000, ("T210",), "Food and nutrition for families"),
    Position(WIC, "WIC Clerk and Interpreter", 40000, ("T210",), "Interpretation", WRITTEN, 0.75),
    Position(ENVIRONMENT, "Environmental Health Specialist", 60000, ("T220",), "Inspection"),
    Position(
        ENVIRONMENT,
        "Inspection and Preparedness Specialist",
        58000,
        ("T220", "T330"),
        "Inspection and emergency planning",
        filled=False,
    ),
    Position(COMMUNITY, "Equity and Data Coordinator", 66000, ("T300",), "Equity and data", WHOLE),
    Position(
        COMMUNITY,
        "Community Health Worker, Cold Spring",
        44000,
        ("T340",),
        "Community health work",
        WRITTEN,
        county=COLD_SPRING,
    ),
    Position(
        COMMUNITY,
        "Community Health Worker, Burnt Fork",
        43000,
        ("T340",),
        "Community health work",
        UNWRITTEN,
        0.8,
        county=BURNT_FORK,
        since=2026,
    ),
)
LOST = (  # positions of a grant that has ended; neither is left in FY2026
    Position(COMMUNITY, "Outreach Coordinator", 52000, ("T350",), "Outreach", until=2025),
    Position(FAMILY, "Contact Tracer", 41000, ("T350",), "Contact tracing", until=2025),
)

# People, children and people in poverty of each county, and whether it is a priority area.
COUNTIES = {
    ALDER: (17900, 3840, 1970, "no"),
    BURNT_FORK: (8700, 1910, 1390, "no"),
    COLD_SPRING: (4400, 1060, 1010, "yes"),
}


def holders() -> Iterator[tuple[str, Position, str, float]]:
    """Each position of any year: its id, itself, a fund, and the FTE that the fund pays."""
    for place, position in enumerate(POSITIONS + LOST, 1):
        for fund in position.funds:
            yield f"D{place:02d}", position, fund, position.fte / len(position.funds)


def pay(position: Position, fte: float, year: int) -> tuple[int, int]:
    """Salary and benefits in cents for a year."""
    salary = round(position.salary * 100 * fte) * PAY[year] // 10_000
    return salary, salary * BENEFITS // 100


def positions() -> list[Row]:
    """The positions of FY2027. A position that two funds pay has a row for each, under one id."""
    rows: list[Row] = []
    for number, position, fund, fte in holders():
        if position.until == 2027:
            salary, benefits = pay(position, fte, 2027)
            rows.append(
                {
                    "position_id": number,
                    "title": position.title,
                    "unit": position.unit,
                    "county": position.county,
                    "fte": f"{fte:.2f}",
                    "salary": dollars(salary),
                    "benefits": dollars(benefits),
                    "fund": fund,
                    "ends": ENDS.get(fund, ""),
                    "filled": "yes" if position.filled else "no",
                    "role_in_equity": position.role,
                }
            )
    return rows


def population() -> list[Row]:
    """People, children and people in poverty, by county, in 2026."""
    return [
        {
            "county": county,
            "year": 2026,
            "people": people,
            "children": children,
            "people_in_poverty": poor,
            "priority_area": priority,
        }
        for county, (people, children, poor, priority) in COUNTIES.items()
    ]


def role_costs(chance: Chance) -> list[Row]:
    """For each position what a year costs, and how many months of FY2028 nobody pays, if it ends.

    The months are drawn, for practice: they follow from no award.
    """
    rows: list[Row] = []
    for position in POSITIONS:
        about = {"position": position.place}
        cost = sum(pay(position, position.fte, 2027)) // 100
        months = chance.pick(range(2, 11))
        rows.append({**about, "measure": "cost of a year", "value": str(cost)})
        rows.append({**about, "measure": "months without money in FY2028", "value": str(months)})
    return rows
