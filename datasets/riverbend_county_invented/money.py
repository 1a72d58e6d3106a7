"""Five fiscal years of budget lines, and what was paid to community partners out of them."""

from collections.abc import Mapping

from budget import Fund, adopted, amount, line_row, spent_row
from chance import Chance
from other_lines import OTHER_LINES, Line
from staffing import ENDS, YEARS, holders, pay
from tables import Row, cents_of, dollars

STIPEND_PARTS = ("people", "meetings", "hours", "rate", "travel", "care", "interpretation", "admin")


FUNDS = {
    "F100": Fund("County general fund", "unrestricted", "ongoing", "no"),
    "F110": Fund("County reserve", "unrestricted", "one-time", "no", "2022-07-01"),
    "F210": Fund("State local assistance", "restricted", "ongoing", "no"),
    "F220": Fund("Permit and record fees", "restricted", "ongoing", "no"),
    "F230": Fund("Clinic fees and insurance", "restricted", "ongoing", "no"),
    "F310": Fund("Federal family health formula grant", "restricted", "ongoing", "yes"),
    # The next two and F410 are labeled ongoing though their money has a last day.
    "F320": Fund(
        "Federal infrastructure grant (ongoing)", "restricted", "ongoing", "no", "2022-12-01"
    ),
    "F330": Fund(
        "Federal health disparities grant (ongoing)", "restricted", "ongoing", "no", "2022-07-01"
    ),
    "F340": Fund("Federal recovery money", "restricted", "one-time", "no", "2021-07-01"),
    "F350": Fund("Federal vaccination grant", "restricted", "time-limited", "no", "2024-07-01"),
    "F360": Fund(
        "Community health worker grant", "restricted", "time-limited", "yes", "2023-09-01"
    ),
    "F370": Fund("State preparedness formula grant", "restricted", "ongoing", "yes"),
    "F410": Fund("Foundation grant for birth equity", "restricted", "ongoing", "no", "2023-01-01"),
    "F420": Fund("Opioid settlement", "restricted", "ongoing", "no", "2023-07-01"),
    "F120": Fund("County year-end balance", "unrestricted", "one-time", "no"),
    # Nobody has written down whether this one recurs or when it ends.
    "F430": Fund("State tobacco prevention grant", "restricted", "grant", "yes"),
}
# Shares that the department has already claimed for a role, and the paper that shows each.
ROLE_SHARES: Mapping[str, tuple[str, str]] = {
    "Equity Officer": ("1.00", "Job description, July 2022"),
    "Tribal Liaison": ("1.00", "Job description, August 2023"),
    "Interpreter": ("0.50", "Time study, April 2025"),
    "Community Health Worker": ("0.40", "Time study, April 2025"),
    "Equity Epidemiologist": ("0.50", "Job description, January 2023"),
    "Human Resources Officer": ("0.25", ""),
    "Health Educator": ("0.60", ""),
    "Deputy Director": ("0.10", ""),
    "Healthy Homes Specialist": ("0.20", "Work plan, September 2023"),
}


def budget_lines(chance: Chance) -> list[Row]:
    """Every line of FY2022 to FY2026. A line keeps its id from year to year."""
    staff = _staff_lines()
    ids = {key: f"RB-{place:03d}" for place, key in enumerate([*staff, *OTHER_LINES], 101)}
    rows = []
    for year in YEARS:
        for key, costs in staff.items():
            if year in costs:
                program, title, purpose, fund = key
                fte, cents = costs[year]
                share, evidence = ROLE_SHARES.get(title, ("", ""))
                line = Line(
                    program, f"{title}: {purpose.lower()}", "staff", fund, 0, share, evidence
                )
                rows.append(_row(ids[key], line, year, f"{fte:.2f}", cents))
        for line in OTHER_LINES:
            if line.since <= year <= line.until:
                cents = amount(chance, line, YEARS[-1] - year, 400)
                rows.append(_row(ids[line], line, year, "", cents))
    return rows


def partner_payments(chance: Chance, lines: list[Row]) -> list[Row]:
    """Payments of FY2024 to FY2026, each out of the line of a partner; some money stays unspent."""
    partners = {(line.program, line.purpose): line for line in OTHER_LINES if line.partner}
    rows: list[Row] = []
    for row in lines:
        year = int(str(row["fiscal_year"])[2:])
        line = partners.get((str(row["program"]), str(row["purpose"])))
        if line is None or year < 2024:
            continue
        budget = cents_of(row)
        for quarter in (1, 2, 3, 4):
            stipend = line.people > 0
            cost = _stipend(chance, line, budget // 4) if stipend else _fee(chance, budget)
            invoiced, paid = _days(chance, year, quarter)
            rows.append(
                {
                    "payment_id": f"PP-{len(rows) + 1:03d}",
                    "fiscal_year": row["fiscal_year"],
                    "line_id": row["line_id"],
                    "partner": line.partner,
                    "purpose": line.purpose,
                    "kind": "stipend" if stipend else "contract",
                    **cost,
                    "invoiced": invoiced,
                    "paid": paid,
                    "fund": line.fund,
                }
            )
    return rows


def spending(chance: Chance, lines: list[Row], payments: list[Row]) -> list[Row]:
    """What each line held after changes in the year, and what was spent of it.

    Lines of partners spent what the partners were paid. New grants hire slowly.
    """
    paid: dict[tuple[object, object], int] = {}
    for row in payments:
        key = (row["line_id"], row["fiscal_year"])
        paid[key] = paid.get(key, 0) + cents_of(row)
    rows: list[Row] = []
    for row in lines:
        key, adopted = (row["line_id"], row["fiscal_year"]), cents_of(row)
        change = chance.pick([0, -10, 10], [94, 3, 3])  # percent, in the year
        new_grant = row["fund"] in ("F320", "F330", "F360", "F420")
        low, high = (0.55, 0.95) if new_grant else (0.90, 1.0)
        used = chance.between(low, high)
        revised = adopted if key in paid else adopted * (100 + change) // 100
        spent = paid.get(key, round(revised * used))
        rows.append(spent_row(row, revised, spent, used))
    return rows


def _staff_lines() -> dict[tuple[str, str, str, str], dict[int, tuple[float, int]]]:
    """FTE and cents by year, for each unit, title, purpose and fund."""
    lines: dict[tuple[str, str, str, str], dict[int, tuple[float, int]]] = {}
    for position, place, fund, fte in holders():
        costs = lines.setdefault((position.unit, position.title, position.purpose, fund), {})
        for year in range(position.since, position.until + 1):
            paid, cents = costs.get(year, (0.0, 0))
            costs[year] = paid + fte, cents + sum(pay(position, place, fte, year))
    return lines


def _row(number: str, line: Line, year: int, fte: str, cents: int) -> Row:
    return line_row(number, line, FUNDS, ENDS, year, fte, cents) | adopted(line, year)


def _stipend(chance: Chance, line: Line, most: int) -> Row:
    """One quarter's stipends: people, meetings, hours, rate, and what comes on top, in cents."""
    meetings, hours = chance.pick([2, 3, 3, 4]), chance.pick([1, 2, 2, 3, 4])
    while line.people * meetings * hours * line.rate * 100 > most:
        meetings, hours = (meetings - 1, hours) if meetings > 1 else (meetings, hours - 1)
    time = line.people * meetings * hours * line.rate * 100
    on_top = {
        "travel": line.people * meetings * chance.pick([0, 600, 1200]),
        "care": line.people * meetings * chance.pick([0, 0, 1500]),
        "interpretation": meetings * chance.pick([0, 0, 12_000]),
    }
    on_top["admin"] = (time + sum(on_top.values())) * line.admin // 100
    if time + sum(on_top.values()) > most:
        on_top = dict.fromkeys(on_top, 0)
    return {
        "people": line.people,
        "meetings": meetings,
        "hours": hours,
        "rate": f"{line.rate:.2f}",
        **{name: dollars(cents) for name, cents in on_top.items()},
        "amount": dollars(time + sum(on_top.values())),
    }


def _fee(chance: Chance, budget: int) -> Row:
    """One quarter of a contract: between 17 and 25 percent of what the line holds."""
    blank = dict.fromkeys(STIPEND_PARTS, "")
    return {**blank, "amount": dollars(round(budget * chance.between(0.17, 0.25)))}


def _days(chance: Chance, year: int, quarter: int) -> tuple[str, str]:
    """The day of the invoice, in the month after the quarter, and the day of payment."""
    months = {1: (year - 1, 10), 2: (year, 1), 3: (year, 4), 4: (year, 6)}
    in_year, month = months[quarter]
    later = chance.pick([1, 1, 2, 3, 4]) if quarter < 4 else 0
    day = 1 + int(chance.share() * 14)
    pay_day = 15 + int(chance.share() * 13)
    paid = (in_year, month + later) if month + later <= 12 else (in_year + 1, month + later - 12)
    return f"{in_year}-{month:02d}-{day:02d}", f"{paid[0]}-{paid[1]:02d}-{pay_day:02d}"
