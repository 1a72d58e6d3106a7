"""What lesson 06's second sitting says of Riverbend in words is what its files and acts say."""

import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from groundwork.screen.activities import who_bears, whose_weights
from groundwork.screen.activities.help_line import kept
from groundwork.screen.activities.pay_a_year import _cost

pytestmark = pytest.mark.usefixtures("workspace")

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "datasets" / "riverbend_county_invented"
YEAR = "FY2026"


def of_year(name: str) -> pd.DataFrame:
    rows = pd.read_csv(FOLDER / f"riverbend_invented_{name}.csv")
    return rows[rows["fiscal_year"] == YEAR]


def payments(line: str) -> pd.DataFrame:
    rows = of_year("partner_payments")
    return rows[rows["line_id"] == line]


@pytest.mark.parametrize(
    ("line", "rate", "people"),
    [("RB-234", 57, 20), ("RB-208", 45, 9), ("RB-235", 20, 8), ("RB-236", 6, 2)],
)
def test_four_groups_have_the_rates_and_people_of_the_table(
    line: str, rate: int, people: int
) -> None:
    assert set(payments(line)["rate"]) == {rate}
    assert set(payments(line)["people"]) == {people}


def test_the_advisers_year_costs_what_the_reply_says() -> None:
    rows = payments("RB-236")
    hours = (rows["people"] * rows["meetings"] * rows["hours"]).sum()
    assert (hours, 57 * hours) == (60, 3_420)
    lines = of_year("budget_lines").set_index("line_id")
    held: Any = lines.loc["RB-236", "amount"]
    assert round(held) == 1_220
    asked = {"people": "2", "meetings": "10", "hours": "3", "rate": "57"}
    cost = _cost({**asked, "extras": "care", "rule": "none"}).total_cents
    assert 3.9 < cost / 122_000 < 4.4


def test_two_bills_of_one_unit_waited_as_long_as_the_question_says() -> None:
    rows = payments("RB-208")
    days = [
        (datetime.date.fromisoformat(paid) - datetime.date.fromisoformat(bill)).days
        for bill, paid in zip(rows["invoiced"], rows["paid"], strict=True)
    ]
    assert sorted(days)[-2:] == [132, 132]
    lines = of_year("budget_lines").set_index("line_id")
    assert lines.loc["RB-208", "program"] == "Maternal and Child Health"
    shown: Any = who_bears._show({"cut": "6", "even": "20"})[1]
    lost = {row[0]: float(row[-1].rstrip(" %")) for row in shown.rows}
    assert lost["Maternal and Child Health"] > 6


def test_mill_flats_gets_less_by_the_weights_of_the_question() -> None:
    values = {"base": "10000", "poverty": "50", "births": "0", "hold": "none", "sure": "as"}
    alone, chosen = whose_weights.shares(values)
    # By need alone nobody has a base: the loss is the base's and the weights'.
    assert round((alone["Mill Flats"] - chosen["Mill Flats"]) / 100) == 24_411
    assert max(chosen, key=lambda place: chosen[place]) == "Mill Flats"


def test_three_parts_keep_the_help_at_300_dollars_and_lose_it_three_times_at_450() -> None:
    assert kept(300, "each", "cliff").lost_cents == 0
    assert kept(300, "once", "cliff").lost_cents == 420_00
    assert kept(450, "each", "cliff").lost_cents == 3 * 420_00
