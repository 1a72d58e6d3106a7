"""Who asked for a home visit and got how far in Three Creeks Health District (invented).

Planted: in Cold Spring fewer are found eligible, since the form asks for a document; after that
step the counties are served alike. Complaints are closed faster in FY2026, brought again more
often, and solved less often, most of all in Spanish.
"""

from chance import Chance
from tables import Row

YEARS = ("FY2021", "FY2022", "FY2023", "FY2024", "FY2025", "FY2026")
ASKED = {"Alder": 190, "Burnt Fork": 150, "Cold Spring": 170}
ELIGIBLE = {"Alder": 0.90, "Burnt Fork": 0.87, "Cold Spring": 0.62}
QUICK, LATE, NEW = 0.56, 0.18, 0.12  # of those found eligible; the rest still wait
RECEIVED = {"English": 210, "Spanish": 130}
# Share closed within 30 days, of those brought again within 60, and said to be solved.
BEFORE = {"English": (0.66, 0.12, 0.61), "Spanish": (0.58, 0.16, 0.50)}
AFTER = {"English": (0.92, 0.27, 0.52), "Spanish": (0.90, 0.38, 0.35)}


def program_steps(chance: Chance) -> list[Row]:
    """Families who asked for a visit, step by step: a row a county, year and step."""
    rows: list[Row] = []
    for year in YEARS:
        for county, usual in ASKED.items():
            asked = max(chance.count(usual), 100)
            eligible = round(asked * (ELIGIBLE[county] + chance.between(-0.02, 0.02)))
            quick = round(eligible * (QUICK + chance.between(-0.03, 0.03)))
            late = max(round(eligible * (LATE + chance.between(-0.03, 0.03))), 10)
            new = max(round(eligible * (NEW + chance.between(-0.02, 0.03))), 10)
            counts = {
                "asked": asked,
                "found eligible": eligible,
                "visited within 30 days": quick,
                "visited later": late,
                "asked under 30 days ago": new,
                "waits longer than 30 days": eligible - quick - late - new,
            }
            rows += [
                {"county": county, "fiscal_year": year, "step": step, "value": count}
                for step, count in counts.items()
            ]
    return rows


def complaints(chance: Chance) -> list[Row]:
    """Complaints by language: a row a language, year and measure."""
    rows: list[Row] = []
    for year, shares in (("FY2025", BEFORE), ("FY2026", AFTER)):
        for language, usual in RECEIVED.items():
            received = chance.count(usual)
            closed, again, solved = shares[language]
            quick = round(received * closed)
            counts = {
                "received": received,
                "closed within 30 days": quick,
                "brought again within 60 days": round(quick * again),
                "resident says it is solved": round(received * solved),
            }
            rows += [
                {"language": language, "fiscal_year": year, "measure": measure, "value": count}
                for measure, count in counts.items()
            ]
    return rows
