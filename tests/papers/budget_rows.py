"""The budget of which the papers and workbooks of lesson 06 tell here."""

from typing import Any

from groundwork.subject.budget.request import request_item
from groundwork.subject.budget.request_years import RequestYears

YEAR, HORIZON = "FY2026", "2029-06-30"

YEARS = RequestYears("FY2027", "FY2026")


def line(name: str, amount: float, **said: Any) -> dict[str, Any]:
    usual = {
        "line": name,
        "amount": amount,
        "fund": "F1",
        "fte": None,
        "positions": None,
        "ends": "",
        "use": "unrestricted",
        "label": "recurring",
        "share": 100,
        "paper": "work plan",
        "serves": "",
        "record": "",
    }
    return {**usual, **said}


RECORDS = [
    line("Coordinator", 90_000.01, fte=1.0),
    line("Panels", 60_000.5, ends="2027-06-30"),
    # Half cents in two classes of money: 33.33 percent of 100.05 is 33.346665 dollars.
    line("Interpreters", 100.05, share=33.33, use="restricted", fte=1.5, positions=3),
    line("Nurses", 120_000.1, share=25, fte=2.0),
    line("Educators", 80_000.9, share=60, paper="", label=""),
    line("Fair", 19_500.3, label="one-time", ends="2026-06-30"),
    line("Rent", 40_000.0, share=0, paper=""),
    line("=HYPERLINK(1)", 0.01, share=50),
    line("Clerks", 50_000.07, share=None, paper="", fte=2.0, ends="2027-06-30"),
]

ITEMS = [
    request_item("Coordinator", 101_840, 1, "panels end", once=5_000, months=7, positions=1),
    request_item("Panels", 88_000, 0, "residents stop being paid"),
    request_item("Translation", "37960.35", 0, ""),
    request_item("Training", 20_000, 0, "new staff get none"),
]
