"""A request as a budget analyst hands it in: every question answered, in words of usual length."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from groundwork.learner.papers import budget_request
from groundwork.learner.papers.model import Paper
from groundwork.subject.budget.request import RequestItem, request_item
from groundwork.subject.budget.request_years import RequestYears

YEARS = RequestYears("FY2028", "FY2027")
ANSWERS = {
    "ask": "Move two positions, one contract and half of a second contract from fund 2150 to fund "
    "1001 when their award ends.",
    "money": "1001-4230-5100 and 1001-4210-6510",
    "year": "FY2028; July 1, 2027",
    "outcome": "Residents of the east side who are pregnant: visits by week 12, from the home "
    "visiting file, each quarter",
    "offset": "None found; indirect on the award ends too",
    "supplant": "No: general fund takes over an ended award. Grants office asked Nov 24, 2026.",
    "risk": "None on fund 1001; $4,100 of the contract is encumbered until May 31, 2027",
    "yes": "Board of Commissioners, June 15, 2027",
    "owner": "Deputy Director for Community Health",
}
BASELINE = (
    "The listed lines hold $354,498, of which $324,038 is equity work by its papers: $300,078 "
    "direct and $23,960 embedded. Planned 3 years ahead, $102,562 (31.7 %) is in the strict "
    "baseline and $102,562 (31.7 %) in the broad one."
)
ENDS = {
    "2150 Health Equity Specialist (CDC Health Disparities)": date(2027, 5, 31),
    "2150 Contract - Eastside Neighborhood Council": date(2027, 5, 31),
}
_WORKERS = "Community Health Workers, Doula Project (2 positions, 1.5 FTE)"
_ITEMS = (
    (_WORKERS, 109_875.50, "Home visits to 140 pregnant residents of the east side", 79_875.50),
    ("Health Equity Specialist", 99_922.58, "The advisory committee has no staff", 99_922.58),
    ("Contract, Birth Village Doula Collective", 45_000, "Doula care for 60 families", None),
    ("Contract, Eastside outreach", 19_250, "Outreach in Eastside in two languages", 38_500),
    ("Interpreters at three clinics", 37_960.35, "Visits by telephone alone", 37_960.35),
    ("Rides to prenatal care", 28_400, "Rides for 90 residents a year", 28_400),
    ("Translation of notices", 20_000, "Notices in two of five languages", None),
    ("Resident advisers, a year of pay", 13_158, "The panel stops meeting", 12_000),
)


def items(count: int) -> list[RequestItem]:
    """Return the first items; positions are counted in the first two."""
    return [
        request_item(
            name,
            dollars,
            1.5 if at == 0 else 1 if at == 1 else None,
            stops,
            once=2_500 if at == 1 else 0,
            months=9 if at in (0, 2) else 12,
            positions=2 if at == 0 else 1 if at == 1 else None,
            is_staff=at < 2,
            line="none" if holds is None else f"2150 {name}",
            line_dollars=holds,
        )
        for at, (name, dollars, stops, holds) in enumerate(_ITEMS[:count])
    ]


def paper(count: int, answers: Mapping[str, str] = ANSWERS) -> Paper:
    """Return the memo of so many items."""
    made = budget_request.paper(items(count), answers, YEARS, BASELINE, ends=ENDS)
    return replace(
        made,
        writer="Budget Analyst",
        department="Ashby County Health Department (invented)",
        place="Ashby County, Ohio",
        date=date(2026, 11, 27),
    )
