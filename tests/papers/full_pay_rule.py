"""A pay rule as a department hands it in: every part said in 10 to 20 words, four groups paid."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from groundwork.learner.papers import pay_rule
from groundwork.learner.papers.model import Paper
from groundwork.subject.budget.paid_groups import PaidGroup

TODAY = date(2026, 11, 27)
PARTS = {
    "who": "Residents who advise us, interpreters from the neighborhood and two partner "
    "organizations, for meetings, reading before them and travel",
    "choice": "Check, direct deposit, prepaid card or store card; each person chooses at the "
    "first meeting and may change",
    "when": "Within 14 days of the meeting, by the accounts payable clerk of the health department",
    "record": "The chair's list of who came; the program manager approves; finance takes an "
    "address where somebody has no tax number",
    "notice": "Pay is taxable income and can lower benefits; a benefits counselor at 555-0100 "
    "answers questions before the first payment",
    "less": "A form in four languages lets anybody take less or nothing, without giving a reason",
    "fund": "2150 Health Equity award, until May 31, 2027; the general fund is asked for from "
    "June on",
    "holds": "$18,000 on line 2150-4230-5100, of which nothing is spent or encumbered so far",
    "decides": "The Deputy Director, after the resident panel was asked at one of its paid "
    "meetings",
    "review": "June 1, 2027, with the resident panel, and again each June as long as anybody "
    "is paid",
}
ORGANIZATION = {
    "work": "Invites 40 residents a year, hosts six meetings and tells what it hears; it need "
    "not collect data",
    "term": "July 1, 2026 to June 30, 2027; the organization is told 90 days before the end",
    "paid": "A quarter in advance, then within 30 days of a bill of one page, by finance",
    "indirect": "15 percent of direct costs; general liability of $1,000,000, whose price is "
    "paid as a direct cost",
    "data": "The organization owns what people tell it; we see counts by topic, and no names "
    "or recordings",
    "help": "The contracts analyst helps with bills and reports for two hours a month, in "
    "person or by phone",
}
GROUPS = (
    PaidGroup("Resident panel", 8, 6, 2.5, 45, care=30, travel=22, interpretation=140, cap=200),
    PaidGroup("Community interpreters", 4, 6, 2.5, 45, travel=22),
    PaidGroup("Youth advisers", 5, 4, 2, 45, care=0, travel=12),
    PaidGroup("Partner organizations", 2, 12, 3, 60, travel=15, cap=250),
)


def paper(parts: Mapping[str, str]) -> Paper:
    """Return the rule of these parts, with what its writer says above it."""
    return replace(
        pay_rule.paper(parts, GROUPS, today=TODAY),
        writer="Budget Analyst",
        department="Ashby County Health Department (invented)",
        place="Ashby County, Ohio",
        date=TODAY,
    )
