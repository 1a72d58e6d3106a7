"""What a budget line is: staff, their benefits, indirect cost, something one-off, or a service.

Finance systems book benefits, overtime and indirect cost on lines of their own, without FTE. A line
without FTE is therefore no service yet: benefits and such pay go with their position, indirect cost
is what a fund pays toward offices and accounting, and what is paid once is not paid again.
"""

import re

import numpy as np
import pandas as pd

from groundwork.subject.budget.benefit_words import is_all_benefits, names_benefits
from groundwork.subject.budget.lines import as_lines
from groundwork.subject.budget.pay_words import holds_salaries, names_pay, pays_a_post

STAFF, BENEFITS, INDIRECT, ONE_OFF, SERVICE = (
    *("staff", "benefits", "indirect", "one-off"),
    "service",
)
_SAY = ("purpose", "object", "line_id")
# Words of charts of accounts.
_WORDS = {
    ONE_OFF: r"carry[- ]?(?:forward|over)|true[- ]?up|prior[- ](?:year|period)|one[- ]time"
    r"|\badjust(?:ments?|ing)?\b",
    INDIRECT: r"\bindirects?\b|\boverhead\b|de[- ]minimis|\bf ?& ?a\b|cost allocation"
    r"|\bcentral services?\b",
}
# A line that buys something is no benefit, whatever it is about: "Pension", a contract.
_BOUGHT = re.compile(r"\b(?:contract|stipend|suppl|profession|consult|equipment|travel|print)")


def line_kinds(lines: pd.DataFrame) -> np.ndarray:
    """Return for each checked line which kind it is.

    Parameters
    ----------
    lines
        As `lines.check_lines` makes them. What a line is for and its object decide, and whether it
        has FTE or positions: then it is staff, whatever its words.
    """
    purpose, bought, number = (
        lines[each].astype(object).fillna("").astype(str).str.lower() for each in _SAY
    )
    said = purpose + " | " + bought + " | " + number
    kinds = np.full(len(lines), SERVICE, dtype=object)
    kinds[(said.map(names_benefits) & ~bought.str.match(_BOUGHT)).to_numpy(bool)] = BENEFITS
    for kind, words in _WORDS.items():
        kinds[said.str.contains(words).to_numpy(bool)] = kind
    once = lines["recurrence"].astype(object).fillna("").astype(str).str.lower() == "one-time"
    kinds[once.to_numpy(bool)] = ONE_OFF
    staff = (lines["object"].astype(object) == "staff").to_numpy(bool)
    kinds[~_blank(lines) | staff | _pays_a_post(lines)] = STAFF
    return kinds


def _blank(lines: pd.DataFrame) -> np.ndarray:
    """Say of each checked line whether it has neither FTE nor positions."""
    return (lines["fte_e4"].to_numpy() == 0) & (lines["positions"].to_numpy() == 0)


def _pays_a_post(lines: pd.DataFrame) -> np.ndarray:
    """Say of each line whether it is the salary of a post that it names, with or without FTE."""
    purpose, bought, number = (lines[each].astype(object).fillna("").astype(str) for each in _SAY)
    words = purpose + " | " + bought
    return words.where(words.str.len() > 3, number).map(pays_a_post).to_numpy(bool)


def fringe_lines(table: pd.DataFrame) -> np.ndarray:
    """Say of each line whether it holds benefits or such pay alone: judged with its salaries."""
    lines = as_lines(table)
    said = [lines[each].astype(object).fillna("").astype(str) for each in _SAY]
    words = ["\n".join(each) for each in zip(*said, strict=True)]
    named = np.array([is_all_benefits(each) for each in words], bool)
    with_pay = np.array([holds_salaries(each) for each in words], bool)
    # "PHN II - Benefits" holds benefits too where its FTE is written again beside it; pay such as
    # overtime with FTE is a position's own.
    pay = np.array([names_pay(*each) for each in zip(*said, strict=True)], bool)
    apart = named & (_blank(lines) | ~pay) & ~_pays_a_post(lines)
    return ((line_kinds(lines) == BENEFITS) | apart) & ~with_pay


# A contract says so first, or behind what it is for. "Contract manager" and "training coordinator"
# are people.
_PURCHASE = re.compile(
    r"(?:^|[|,;:(–—] *| - |\d )contracts?(?: *[-–—,:)]| with?\b| w/| for\b|$)"
    r"|\b(?:stipends?|supplies|professional services|contract(?:ed|ual) services)\b"
    r"|\btranslations? of\b|\b(?:telephone|video) interpretation\b",
    re.IGNORECASE,
)


def without_people(table: pd.DataFrame) -> np.ndarray:
    """Say of each listed line whether it pays for no position, by its words and without FTE.

    Of benefits, indirect cost, contracts, stipends and supplies a blank FTE means none; of every
    other line a blank is one that nobody gave.
    """
    lines = as_lines(table)
    names = table["line_id"].astype(str)
    bought = np.array([bool(_PURCHASE.search(name)) for name in names], bool)
    apart = np.isin(line_kinds(lines), (BENEFITS, INDIRECT))
    return (bought | apart) & _blank(lines)
