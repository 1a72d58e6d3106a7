"""Budget lines to baseline, cliff, pay, allocation and request: money exact to the cent.

The question comes from HealthEquityGuide.org, "Build Internal Infrastructure and Capacity": is
equity work, with its roles, in the organization's baseline budget? The steps that answer it, from
inventory to tracking, are ours, and rest on GFOA's idea of structural balance.
"""

from groundwork.subject.budget.agreement import Agreement, compare_raters
from groundwork.subject.budget.allocation import (
    allocate,
)
from groundwork.subject.budget.baseline import baseline, baseline_in_words, budget_cells
from groundwork.subject.budget.cliff import fiscal_cliff, roles_that_go, years_of_cover
from groundwork.subject.budget.cut import spread_cut
from groundwork.subject.budget.deflate import Deflator, in_prices_of, per_person
from groundwork.subject.budget.ending import (
    EndedFund,
    end_fund,
    pick_up,
    pick_up_in_all,
    unpaid_share,
)
from groundwork.subject.budget.equity import EQUITY, classify_equity, shares_without_evidence
from groundwork.subject.budget.funding import FUNDING, classify_funding, label_disagreements
from groundwork.subject.budget.lines import COLUMNS, REQUIRED, check_lines
from groundwork.subject.budget.money import show, to_cents, to_dollars
from groundwork.subject.budget.partner_pay import (
    KENT_COUNTY,
    WASHINGTON,
    DayPay,
    PartnerCost,
    PayRules,
    day_pay,
    partner_cost,
    pay_by_day,
)
from groundwork.subject.budget.request import (
    CALENDAR,
    LEVELS,
    BaselineRequest,
    RequestItem,
    RequestOption,
    baseline_request,
    request_as_text,
    request_item,
    request_options,
)
from groundwork.subject.budget.spending import budgeted_and_spent
from groundwork.subject.budget.tags import TwoTags, two_tags
from groundwork.subject.budget.years import horizon_after, last_day

__all__ = [
    "CALENDAR",
    "COLUMNS",
    "EQUITY",
    "FUNDING",
    "KENT_COUNTY",
    "LEVELS",
    "REQUIRED",
    "WASHINGTON",
    "Agreement",
    "BaselineRequest",
    "DayPay",
    "Deflator",
    "EndedFund",
    "PartnerCost",
    "PayRules",
    "RequestItem",
    "RequestOption",
    "TwoTags",
    "allocate",
    "baseline",
    "baseline_in_words",
    "baseline_request",
    "budget_cells",
    "budgeted_and_spent",
    "check_lines",
    "classify_equity",
    "classify_funding",
    "compare_raters",
    "day_pay",
    "end_fund",
    "fiscal_cliff",
    "horizon_after",
    "in_prices_of",
    "label_disagreements",
    "last_day",
    "partner_cost",
    "pay_by_day",
    "per_person",
    "pick_up",
    "pick_up_in_all",
    "request_as_text",
    "request_item",
    "request_options",
    "roles_that_go",
    "shares_without_evidence",
    "show",
    "spread_cut",
    "to_cents",
    "to_dollars",
    "two_tags",
    "unpaid_share",
    "years_of_cover",
]
