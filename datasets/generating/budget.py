"""The budget of an invented place: its funds, its lines as rows, and what was spent of each."""

from collections.abc import Mapping
from dataclasses import dataclass

from chance import Chance
from tables import Row, dollars


@dataclass(frozen=True)
class Fund:
    """One source of money as the budget office labels it."""

    label: str
    restriction: str
    recurrence: str
    match: str = "no"
    starts: str = ""


@dataclass(frozen=True)
class Bought:
    """One line: what it buys, in dollars of the last year, and what it says of equity."""

    program: str
    purpose: str
    object: str
    fund: str
    amount: int
    share: str = ""
    evidence: str = ""


def amount(chance: Chance, line: Bought, years_ago: int, most: int) -> int:
    """A year's amount in cents: today's, less 3 percent a year, give or take `most` (of 10,000)."""
    drift = 10_000 - 300 * years_ago + round(chance.between(-most, most))
    cents = line.amount * drift // 100
    # Contracts are exact sums; the rest is planned in whole tens of dollars.
    return cents if line.object == "contract" else round(cents, -3)


def line_row(
    number: str,
    line: Bought,
    funds: Mapping[str, Fund],
    ends: Mapping[str, str],
    year: int,
    fte: str,
    cents: int,
) -> Row:
    """A line of one year's budget; `ends` has the last day of each fund that has one."""
    fund = funds[line.fund]
    return {
        "line_id": number,
        "fiscal_year": f"FY{year}",
        "program": line.program,
        "purpose": line.purpose,
        "object": line.object,
        "fte": fte,
        "amount": dollars(cents),
        "fund": line.fund,
        "fund_label": fund.label,
        "starts": fund.starts,
        "ends": ends.get(line.fund, ""),
        "restriction": fund.restriction,
        "recurrence": fund.recurrence,
        "match_required": fund.match,
        "equity_share": line.share,
        "equity_evidence": line.evidence,
    }


def spent_row(row: Mapping[str, object], revised: int, spent: int, used: float) -> Row:
    """What a line held after changes in the year, and what was spent, in cents.

    Of its positions the same part was filled, in quarters of one.
    """
    return {
        "line_id": row["line_id"],
        "fiscal_year": row["fiscal_year"],
        "revised": dollars(revised),
        "spent": dollars(spent),
        "fte_filled": f"{int(float(str(row['fte'] or 0)) * used * 4) / 4:.2f}",
    }


def adopted(line: Bought, year: int) -> Row:
    """The document that a line was adopted in."""
    return {"source_document": f"Adopted budget FY{year}, schedule {line.fund}"}
