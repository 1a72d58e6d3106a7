"""The 180 positions of the department, those it has lost, and what they cost in each year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chance import Chance
from tables import dollars

YEARS = (2022, 2023, 2024, 2025, 2026)
# What a position costs in a year, of its cost in FY2026, in ten-thousandths.
PAY = {2022: 8830, 2023: 9100, 2024: 9380, 2025: 9690, 2026: 10_000}
BENEFITS = 34  # percent of salary
ENDS = {  # last day of the money, by fund; the others have no stated end
    "F110": "2024-06-30",
    "F320": "2027-11-30",
    "F330": "2027-06-30",
    "F340": "2024-06-30",
    "F350": "2026-06-30",
    "F360": "2028-08-31",
    "F410": "2026-12-31",
    "F420": "2038-06-30",
}
WHOLE, WRITTEN, UNWRITTEN, NONE = (
    "whole job",
    "written in the job description",
    "does it, not written down",
    "none",
)


@dataclass(frozen=True)
class Position:
    """One kind of position in one unit: how many, what one earns full-time, and who pays."""

    unit: str
    title: str
    number: int
    salary: int
    fund: str
    purpose: str
    role: str = NONE
    fte: float = 1.0
    since: int = 2022
    until: int = 2026
    shared_with: str = ""  # a second fund that pays half


ADMIN, EPI, CD, IMM = (
    "Administration and Finance",
    "Epidemiology and Data",
    "Communicable Disease",
    "Immunization",
)
CLINIC, MCH, EH = "Clinics", "Maternal and Child Health", "Environmental Health"
CHRONIC, READY = "Chronic Disease Prevention", "Emergency Preparedness"
OVERDOSE, EQUITY, PARTNERS = (
    "Overdose Prevention",
    "Health Equity Office",
    "Community Partnerships",
)
POSITIONS = (
    Position(ADMIN, "Health Director", 1, 148000, "F100", "Leadership", WRITTEN),
    Position(ADMIN, "Deputy Director", 1, 124000, "F100", "Leadership", UNWRITTEN),
    Position(ADMIN, "Finance Manager", 1, 98000, "F100", "Budget and accounting"),
    Position(ADMIN, "Budget Analyst", 2, 71000, "F100", "Budget and accounting"),
    Position(ADMIN, "Accounting Technician", 4, 49000, "F100", "Budget and accounting"),
    Position(ADMIN, "Human Resources Officer", 2, 68000, "F100", "Hiring and personnel", UNWRITTEN),
    Position(ADMIN, "Grants Manager", 1, 82000, "F100", "Grants office"),
    Position(ADMIN, "Grants Specialist", 2, 64000, "F320", "Grants office", since=2023),
    Position(ADMIN, "Office Manager", 1, 57000, "F100", "Front office"),
    Position(ADMIN, "Administrative Assistant", 5, 44000, "F100", "Front office"),
    Position(ADMIN, "IT Support Specialist", 2, 66000, "F100", "Computers and records"),
    Position(EPI, "Epidemiology Manager", 1, 96000, "F100", "Surveillance", UNWRITTEN),
    Position(EPI, "Epidemiologist", 3, 76000, "F210", "Surveillance"),
    Position(
        EPI,
        "Equity Epidemiologist",
        2,
        78000,
        "F320",
        "Health equity data and reports",
        WRITTEN,
        since=2023,
        shared_with="F210",
    ),
    Position(EPI, "Data Analyst", 4, 68000, "F320", "Data modernization", since=2023),
    Position(EPI, "Data Modernization Lead", 1, 88000, "F320", "Data modernization", since=2023),
    Position(EPI, "Vital Records Clerk", 3, 43000, "F220", "Birth and death records"),
    Position(CD, "Communicable Disease Manager", 1, 94000, "F100", "Disease control"),
    Position(CD, "Public Health Nurse", 7, 73000, "F210", "Disease control"),
    Position(CD, "Disease Investigator", 8, 54000, "F210", "Case investigation"),
    Position(CD, "Tuberculosis Nurse", 2, 74000, "F210", "Tuberculosis care"),
    Position(CD, "Administrative Assistant", 2, 44000, "F100", "Disease control"),
    Position(IMM, "Immunization Manager", 1, 88000, "F210", "Vaccination program"),
    Position(IMM, "Immunization Nurse", 5, 72000, "F210", "Vaccination program"),
    Position(
        IMM, "Outreach Worker", 3, 47000, "F350", "Neighborhood vaccination outreach", since=2025
    ),
    Position(IMM, "Medical Assistant", 2, 43000, "F210", "Vaccination program"),
    Position(IMM, "Data Clerk", 1, 42000, "F210", "Vaccination program"),
    Position(CLINIC, "Clinic Manager", 1, 96000, "F230", "Clinic operations"),
    Position(CLINIC, "Nurse Practitioner", 4, 112000, "F230", "Clinical care"),
    Position(CLINIC, "Clinic Nurse", 9, 71000, "F230", "Clinical care"),
    Position(CLINIC, "Medical Assistant", 9, 43000, "F230", "Clinical care"),
    Position(CLINIC, "Interpreter", 3, 52000, "F230", "Interpretation in clinics", WRITTEN, 0.5),
    Position(CLINIC, "Clinic Clerk", 4, 41000, "F230", "Clinic operations"),
    Position(MCH, "Family Health Manager", 1, 94000, "F310", "Home visiting", UNWRITTEN),
    Position(MCH, "Home Visiting Nurse", 9, 73000, "F310", "Home visiting"),
    Position(MCH, "Nutrition Educator", 7, 51000, "F310", "Nutrition for families"),
    Position(
        MCH, "Perinatal Equity Coordinator", 1, 76000, "F410", "Birth equity", WHOLE, since=2023
    ),
    Position(MCH, "Doula Program Coordinator", 1, 66000, "F410", "Birth equity", WHOLE, since=2024),
    Position(
        MCH,
        "Community Health Worker",
        3,
        48000,
        "F360",
        "Community health workers",
        WRITTEN,
        since=2024,
    ),
    Position(
        MCH, "Breastfeeding Peer Counselor", 2, 42000, "F310", "Nutrition for families", fte=0.5
    ),
    Position(EH, "Environmental Health Manager", 1, 96000, "F220", "Inspection"),
    Position(EH, "Inspector", 16, 64000, "F220", "Inspection"),
    Position(
        EH,
        "Healthy Homes Specialist",
        3,
        62000,
        "F360",
        "Lead and asthma in rented homes",
        UNWRITTEN,
        since=2024,
    ),
    Position(EH, "Water Specialist", 2, 68000, "F220", "Wells and water"),
    Position(EH, "Permit Clerk", 2, 43000, "F220", "Permits"),
    Position(CHRONIC, "Prevention Manager", 1, 88000, "F210", "Prevention program"),
    Position(CHRONIC, "Health Educator", 5, 56000, "F430", "Tobacco prevention"),
    Position(
        CHRONIC,
        "Community Health Worker",
        3,
        48000,
        "F360",
        "Community health workers",
        WRITTEN,
        since=2024,
    ),
    Position(CHRONIC, "Healthy Places Planner", 1, 72000, "F100", "Land use and health", UNWRITTEN),
    Position(READY, "Preparedness Coordinator", 1, 78000, "F370", "Emergency planning"),
    Position(READY, "Preparedness Planner", 3, 62000, "F370", "Emergency planning"),
    Position(READY, "Volunteer Coordinator", 1, 54000, "F370", "Emergency planning"),
    Position(READY, "Exercise and Training Officer", 1, 58000, "F370", "Emergency planning"),
    Position(
        OVERDOSE, "Overdose Prevention Manager", 1, 88000, "F420", "Overdose prevention", since=2024
    ),
    Position(
        OVERDOSE, "Peer Navigator", 4, 46000, "F420", "Overdose prevention", WRITTEN, since=2024
    ),
    Position(
        OVERDOSE, "Harm Reduction Specialist", 3, 55000, "F420", "Overdose prevention", since=2024
    ),
    Position(EQUITY, "Equity Officer", 1, 92000, "F330", "Health equity office", WHOLE, since=2023),
    Position(
        EQUITY,
        "Equity Analyst",
        1,
        70000,
        "F330",
        "Health equity office",
        WHOLE,
        since=2023,
        shared_with="F100",
    ),
    Position(EQUITY, "Tribal Liaison", 1, 68000, "F330", "Health equity office", WHOLE, since=2024),
    Position(EQUITY, "Language Access Coordinator", 1, 62000, "F100", "Language access", WHOLE),
    Position(
        EQUITY, "Training Coordinator", 1, 64000, "F320", "Staff learning", WRITTEN, since=2023
    ),
    Position(PARTNERS, "Partnerships Manager", 1, 86000, "F100", "Community partnerships", WRITTEN),
    Position(
        PARTNERS, "Engagement Coordinator", 2, 58000, "F330", "Resident panels", WHOLE, since=2023
    ),
    Position(
        PARTNERS, "Engagement Coordinator", 1, 58000, "F100", "Community partnerships", WRITTEN
    ),
    Position(
        PARTNERS, "Partnership Specialist", 1, 60000, "F320", "Community partnerships", since=2023
    ),
)
LOST = (  # positions of grants that have ended; none of them is left in FY2026
    Position(CD, "Contact Tracer", 10, 46000, "F340", "Contact tracing", until=2024),
    Position(CD, "Case Investigation Supervisor", 2, 66000, "F340", "Contact tracing", until=2024),
    Position(IMM, "Vaccination Site Lead", 4, 58000, "F340", "Mass vaccination", until=2023),
    Position(
        EQUITY, "COVID Equity Coordinator", 1, 66000, "F340", "Health equity office", until=2024
    ),
    Position(PARTNERS, "Community Navigator", 3, 46000, "F340", "Resident panels", until=2024),
)


def holders(
    positions: Sequence[Position] = POSITIONS + LOST,
) -> Iterator[tuple[Position, int, str, float]]:
    """Each holder of each position: position, the holder's place, a fund, and the FTE it pays."""
    for position in positions:
        for place in range(position.number):
            funds = (
                [position.fund, position.shared_with] if position.shared_with else [position.fund]
            )
            for fund in funds:
                yield position, place, fund, position.fte / len(funds)


def positions(chance: Chance) -> list[dict[str, object]]:
    """The positions of FY2026. A position that two funds pay has a row for each, under one id."""
    rows: list[dict[str, object]] = []
    numbers: dict[tuple[Position, int], tuple[str, str]] = {}
    for position, place, fund, fte in holders(POSITIONS):
        if (position, place) not in numbers:
            filled = "no" if chance.share() < 0.09 else "yes"
            numbers[position, place] = f"P{len(numbers) + 1:03d}", filled
        number, filled = numbers[position, place]
        salary, benefits = pay(position, place, fte, 2026)
        rows.append(
            {
                "position_id": number,
                "title": position.title,
                "unit": position.unit,
                "fte": f"{fte:.2f}",
                "salary": dollars(salary),
                "benefits": dollars(benefits),
                "fund": fund,
                "ends": ENDS.get(fund, ""),
                "filled": filled,
                "role_in_equity": position.role,
            }
        )
    return rows


def pay(position: Position, place: int, fte: float, year: int) -> tuple[int, int]:
    """Salary and benefits in cents for a year; each holder's pay step is 2 percent higher."""
    full = position.salary * (100 + 2 * (place % 4))  # cents
    salary = round(full * fte) * PAY[year] // 10_000
    return salary, salary * BENEFITS // 100
