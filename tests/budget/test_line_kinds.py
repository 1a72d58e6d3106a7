"""Benefits and overtime go with a position, indirect cost stays, what is paid once ends there."""

from typing import Any

import pandas as pd
import pytest

from groundwork.learner.papers import budget_asks
from groundwork.screen.activities import (
    end_the_grant,
    ending_funds,
    grant_ended,
    horizon,
    own_file,
)
from groundwork.screen.activities.whose_budget import Budget
from groundwork.subject.budget.ending import end_fund, line_ends, whole_year
from groundwork.subject.budget.line_kinds import fringe_lines, line_kinds, without_people
from groundwork.subject.budget.lines import check_lines

ENDS = "2026-12-31"


def table(*lines: tuple[str, float, float | None]) -> pd.DataFrame:
    rows = [
        {
            "line_id": f"row {at}",
            "fiscal_year": "FY2027",
            "purpose": purpose,
            "object": None,
            "amount": amount,
            "fund": "2210",
            "fund_label": "State grant",
            "fte": fte,
            "ends": pd.Timestamp(ENDS),
            "restriction": "restricted",
            "recurrence": "",
            "equity_share": None,
            "equity_evidence": None,
        }
        for at, (purpose, amount, fte) in enumerate(lines)
    ]
    return pd.DataFrame(rows)


FUND = table(
    ("PHN II", 300_000, 3.0),
    ("PHN II - Benefits", 145_648, None),
    ("Indirect 10% de minimis", 23_549, None),
    ("Grant carryforward adj", -18_750.33, None),
    ("Doula services", 60_000, None),
)


# Names of benefits in charts of accounts of counties and states.
BENEFITS = (
    *("Social Security", "201 Social Security", "Soc. Sec.", "FICA/Medicare", "OASDI", "SUTA"),
    *("Pensions", "Pension", "Retirement", "State Retirement", "Retirement - Hybrid", "Local PERS"),
    *("PERS", "CalPERS", "TCRS", "IMRF", "OPERS contribution", "Deferred Compensation", "401(k)"),
    *("Medical Insurance", "Health Ins", "Health & Dental Insurance", "Dental", "Vision", "OPEB"),
    *("Dental Insurance", "Life Insurance", "Group Life Insurance", "Medical/Dental", "403(b)"),
    *("Employer Medicare", "Medicare", "Medicare - Employer", "Employer's share of Medicare"),
    *("Unemployment Compensation", "Unemployment", "Unemployment Insurance", "Payroll Taxes"),
    *("Workers' Compensation", "Worker's Comp", "Workers Comp", "Workmen's Compensation Insurance"),
    *("Hospitalization", "Long-term disability", "Disability Insurance", "Cafeteria plan"),
    *("Other Post-Employment Benefits", "Fringe: navigators", "Fringe benefits outreach workers"),
    *(
        "PHN II - Social Security",
        "Medical insurance for outreach workers",
        "Benefits, eligibility",
    ),
    # Tennessee's counties, California, North Carolina, Washington (BARS) and Minnesota.
    *("205 Employee and Dependent Insurance", "299 Other Fringe Benefits", "Payments to Retirees"),
    *("Retirement - Hybrid Stabilization", "Employee Group Insurance", "Retiree Health", "SUI"),
    *("OASDI/Medicare", "Flexible Benefits", "LGERS", "FICA Tax Expense", "Group Hospitalization"),
    *("401K Supplemental Retirement", "Personnel Benefits", "Industrial Insurance", "PFML"),
    *("Labor & Industries", "Paid Family & Medical Leave", "LEOFF", "HRA VEBA", "HSA", "LTD"),
    *("Medical/Dental/Vision", "PERA - Coordinated", "MN Paid Leave", "Reemployment Insurance"),
    *("Insurance - Health", "Life & AD&D", "Employee Assistance Program"),
)
# Pay of people who have posts on other lines.
PAY = (
    *("187 Overtime Pay", "Overtime", "Salaries - Overtime", "PHN II - Overtime", "Longevity"),
    *("186 Longevity Pay", "188 Bonus Payments", "Bonus", "Retention bonus", "Shift differential"),
    *("Stand-by pay", "Standby Pay", "On-Call Pay", "Call Back Pay", "Bilingual Pay Differential"),
    *("Holiday Pay", "Hazard Pay", "Premium Pay", "Other Pay", "Merit pay", "Certification pay"),
    *("Educational Incentive", "Salary Supplements", "189 Other Salaries & Wages", "Other Wages"),
    *("Vacation Payoff", "Sick Leave Cash Out", "PTO payout", "Terminal Leave", "Severance Pay"),
    *("Compensated Absences", "Overtime pay & shift differential", "Auto Allowance"),
)
NO_BENEFITS = (
    *("Medical supplies", "Drugs and medical supplies", "Medical services", "Liability Insurance"),
    *("Pension consultant contract", "Consultant on pensions", "Health insurance navigators"),
    *("Social Security outreach", "Social Security benefits counseling", "Benefit enrollment"),
    *("Health insurance for uninsured children", "Health insurance premium assistance"),
    *("Navigators for health insurance", "Enrollment in dental insurance", "Dental clinic"),
    *("Dental sealants", "Vision screening", "Medicare billing", "Medicare enrollment help"),
    *("Retirement home visits", "Life skills", "Unemployment navigators", "Disability access"),
    *("Helpers", "Papers", "Diapers", "Pers. services", "PERS units", "STD testing"),
    *("Workers' compensation claims help", "Help with unemployment compensation", "WIC benefits"),
    *("Community benefits agreement", "Preventable hospitalization review", "Acme Ltd"),
    *("Overtime claims clinic", "Wage and overtime rights education", "Help with overtime claims"),
    *(
        "Healthy longevity program",
        "SNAP bonus dollars",
        "On-call interpreters",
        "Pay equity study",
    ),
    *(
        "Stand-by generator",
        "Holiday meals",
        "Participant incentives",
        "Premium pay for child care",
    ),
    *(
        "Clothing allowance for children",
        "Paid leave outreach",
        "Hazard pay advocacy",
        "Group visits",
    ),
    *("Education incentives for residents", "Industrial hygiene", "Retiree health fair"),
)


@pytest.mark.parametrize("where", ["purpose", "object", "line_id"])
@pytest.mark.parametrize("name", BENEFITS + PAY)
def test_usual_names_of_benefits_and_pay_are_no_service_and_follow_their_salaries(
    name: str, where: str
) -> None:
    lines = table(("", 100, None)).assign(**{where: name})
    assert line_kinds(check_lines(lines)).tolist() == ["benefits"]
    assert fringe_lines(lines).tolist() == [True]


@pytest.mark.parametrize("where", ["purpose", "object", "line_id"])
@pytest.mark.parametrize("name", PAY)
@pytest.mark.parametrize("by", ["fte", "positions"])
def test_pay_with_fte_or_positions_is_a_position_whatever_its_words(
    name: str, where: str, by: str
) -> None:
    lines = table(("", 100, None))
    lines[where], lines[by] = name, 2
    assert line_kinds(check_lines(lines)).tolist() == ["staff"]
    assert fringe_lines(lines).tolist() == [False] == without_people(lines).tolist()


OTHER_SALARIES = [name for name in PAY if "Other" in name and "Pay" not in name]


@pytest.mark.parametrize("fte", [None, 2.5])
@pytest.mark.parametrize("name", OTHER_SALARIES)
def test_other_salaries_of_a_title_are_its_salary(name: str, fte: float | None) -> None:
    for purpose, bought, number in (
        ("Community health worker", name, "142-189"),
        (f"Community health worker: {name}", None, "17"),
        ("", None, f"142 Community health worker (2): {name}"),
    ):
        lines = table((purpose, 100, fte)).assign(object=bought, line_id=number)
        assert line_kinds(check_lines(lines)).tolist() == ["staff"]
        assert fringe_lines(lines).tolist() == [False]


def test_every_panel_calls_a_position_in_an_account_of_other_salaries_the_same() -> None:
    file: Any = None
    fund = table(
        ("Community health worker: Other Salaries & Wages", 104_733.75, 2.5),
        ("Overtime Pay", 5_000, None),
        ("Other Supplies", 7_300, None),
    )
    own = budget(fund)
    assert {row["purpose"] for row in horizon._to_judge(own).values()} == {
        fund["purpose"][0],
        "Other Supplies",
    }
    ended = end_fund(fund, "2210", "FY2027", ENDS, 10)
    assert ended.staff_cents == 109_733_75 and ended.fte == 2.5
    (said,) = [each for each in own_file._lacks(file, fund) if "lines of their own" in each]
    assert "1 line" in said and "$5,000" in said
    listed = fund.assign(line_id=fund["purpose"])
    records = [
        {"line": each, "fte": fte, "fund": "2210", "use": "", "ends": ""}
        for each, fte in zip(fund["purpose"], (2.5, None, None), strict=True)
    ]
    (fringe,) = budget_asks._of_fringe(listed, "equity work")
    assert "Overtime" in fringe.what and "health worker" not in fringe.what
    (judge,) = budget_asks._of_not_judged(listed, "equity work")
    (benefits,) = budget_asks._of_benefits(listed, records)
    assert "health worker" in judge.what and "health worker" in benefits.what


@pytest.mark.parametrize("name", NO_BENEFITS)
def test_a_service_about_benefits_stays_a_service(name: str) -> None:
    lines = table((name, 100, None))
    assert line_kinds(check_lines(lines)).tolist() == ["service"]
    assert fringe_lines(lines).tolist() == [False]


@pytest.mark.parametrize("bought", ["contract", "Contracted services", "supplies", "stipend"])
def test_what_is_bought_is_no_benefit_whatever_it_is_about(bought: str) -> None:
    lines = table(("Dental", 100, None)).assign(object=bought)
    assert line_kinds(check_lines(lines)).tolist() == ["service"]


@pytest.mark.parametrize(
    "name",
    [
        *("Doula visits, Mill Creek: Contracts with doulas", "312 Contracts with Private Agencies"),
        *("Contract: doula visits", "Doula visits (contract)", "Doula visits - contract"),
        *(
            "Doula visits; contracts",
            "Contracts w/ other agencies",
            "399 Other Contracted Services",
        ),
        *("Overtime Pay", "Social Security", "Stipends for advisers", "Indirect cost"),
    ],
)
def test_a_contract_has_no_position_that_somebody_could_give(name: str) -> None:
    assert without_people(table((name, 100, None)).assign(line_id=name)).tolist() == [True]


@pytest.mark.parametrize("name", ["Contract manager", "Nurse: contract manager", "Nurse", "Doulas"])
def test_of_everybody_else_a_blank_is_one_that_nobody_gave(name: str) -> None:
    assert without_people(table((name, 100, None)).assign(line_id=name)).tolist() == [False]


def test_what_holds_salaries_is_judged_itself() -> None:
    lines = table(("Salaries & benefits", 100, None), ("Salaries, overtime", 100, None))
    assert fringe_lines(lines).tolist() == [False, False]


# A grant of a county whose chart of accounts has a line for each benefit.
CHART = table(
    ("Public Health Nurse", 58_000, 1.0),
    ("Social Security", 3_600, None),
    ("Medical Insurance", 12_000, None),
    ("Employer Medicare", 840, None),
    ("Pensions", 4_000, None),
    ("Contracts: doula visits", 40_500, None),
)


def test_every_step_counts_a_chart_of_accounts_by_its_kinds() -> None:
    file: Any = None  # asked only where no line has a last day
    ended = end_fund(CHART, "2210", "FY2027", ENDS, 10)
    assert ended.staff_cents == 78_440_00
    assert ended.services == (("Contracts: doula visits", 40_500_00),)
    assert ended.indirect_cents == 7_844_00
    own, picked = budget(CHART), values(staff="pick up", services="stop")
    lines, _ = ending_funds.lines_of(own, "2210", picked)
    paid = grant_ended._costs(lines, line_ends(lines, picked["day"]), picked, own)
    assert paid["Contracts: doula visits"]["FY2028"] == 0
    assert sum(years["FY2028"] for years in paid.values()) == 78_440_00
    (said,) = [
        each for each in own_file._lacks(file, CHART) if "stand on lines of their own" in each
    ]
    assert "4 lines" in said and "$20,440" in said
    assert not fringe_lines(CHART)[[0, 5]].any() and fringe_lines(CHART)[1:5].all()


@pytest.mark.parametrize(
    ("purpose", "fte", "kind"),
    [
        ("PHN II - Benefits", None, "benefits"),
        ("Fringe", None, "benefits"),
        ("Employer FICA", None, "benefits"),
        ("Health insurance premiums", None, "benefits"),
        ("Benefits counseling for residents", None, "service"),
        ("Benefits Manager", 1.0, "staff"),
        ("Indirect 10% de minimis", None, "indirect"),
        ("Overhead", None, "indirect"),
        ("Grant carryforward adj", None, "one-off"),
        ("Prior year adjustment", None, "one-off"),
        ("Doula services", None, "service"),
        ("Interpretation", None, "service"),
    ],
)
def test_a_line_without_fte_is_no_service_yet(purpose: str, fte: float | None, kind: str) -> None:
    assert line_kinds(check_lines(table((purpose, 100, fte)))).tolist() == [kind]


def test_benefits_count_with_staff_and_indirect_lines_are_told_once() -> None:
    ended = end_fund(FUND, "2210", "FY2027", ENDS, 15)
    assert ended.staff_cents == 445_648_00
    assert ended.services == (("Doula services", 60_000_00),)
    assert ended.indirect_cents == 23_549_00
    assert ended.once_cents == -18_750_33
    without = end_fund(FUND.drop(2), "2210", "FY2027", ENDS, 10)
    assert without.indirect_cents == 44_564_80


def values(**other: str) -> dict[str, str]:
    usual = {"fund": "2210", "day": ENDS, "staff": "6", "services": "pick up", "rise": "0"}
    return {**usual, "indirect": "10", **other}


def budget(lines: pd.DataFrame) -> Budget:
    return Budget(lines, "FY2027", 7, "your file", own=True)


def costs(**other: str) -> dict[str, dict[str, int]]:
    said = values(**other)
    own = budget(FUND)
    lines, _ = ending_funds.lines_of(own, "2210", said)
    return grant_ended._costs(lines, line_ends(lines, said["day"]), said, own)


def test_benefits_end_with_the_bridge_of_their_position() -> None:
    paid = costs()
    assert set(paid) == {"PHN II", "PHN II - Benefits", "Doula services"}
    assert paid["PHN II - Benefits"]["FY2028"] == 0
    assert paid["Doula services"]["FY2028"] == 60_000_00


def test_an_amount_of_the_months_alone_is_raised_to_a_whole_year() -> None:
    assert whole_year(60_000_00, ENDS, "FY2027") == 120_000_00
    assert whole_year(60_000_00, "2027-06-30", "FY2027") == 60_000_00
    assert whole_year(60_000_00, "2026-06-30", "FY2027") == 60_000_00
    assert costs()["Doula services"]["FY2027"] == 30_000_00
    assert costs(covers="months")["Doula services"]["FY2027"] == 60_000_00
    # What is paid once has no whole year.
    raised, _ = ending_funds.lines_of(budget(FUND), "2210", values(covers="months"))
    assert raised["amount"].tolist() == [600_000, 291_296, 47_098, -18_750.33, 120_000]


def test_whole_year_or_months_is_asked_where_a_fund_ends_inside_the_year() -> None:
    asked = {each.id for each in end_the_grant._controls(budget(FUND))}
    assert "covers" in asked
    later = FUND.assign(ends=pd.Timestamp("2027-12-31"))
    assert "covers" not in {each.id for each in end_the_grant._controls(budget(later))}
