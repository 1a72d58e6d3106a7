# mypy: disable-error-code="operator"
"""Riverbend County (invented) says that it is invented, adds up, and holds what it is to teach."""

from datetime import date
from pathlib import Path

import pandas as pd
import planted_flaws as flaws
import pytest

from groundwork.learner import datasets
from groundwork.subject.budget.funding import classify_funding, label_disagreements
from groundwork.subject.budget.spending import budgeted_and_spent
from groundwork.subject.metrics.checks import check_card
from groundwork.subject.metrics.files import from_csv

FOLDER = Path(__file__).parents[2] / "datasets"
RIVERBEND = FOLDER / "riverbend_county_invented"


def read(name: str) -> pd.DataFrame:
    return datasets.read(f"riverbend_invented_{name}", FOLDER)


@pytest.fixture(scope="module")
def lines() -> pd.DataFrame:
    return read("budget_lines")


def test_the_budget_has_about_600_lines_over_five_years(lines: pd.DataFrame) -> None:
    assert 570 <= len(lines) <= 630
    assert sorted(lines["fiscal_year"].unique()) == [f"FY{year}" for year in range(2022, 2027)]
    assert not lines.duplicated(["line_id", "fiscal_year"]).any()


def test_a_line_keeps_its_purpose_and_fund_from_year_to_year(lines: pd.DataFrame) -> None:
    same = lines.groupby("line_id")[["program", "purpose", "object", "fund"]].nunique()
    assert same.eq(1).all(axis=None)


def test_money_is_in_whole_cents_and_plausible(lines: pd.DataFrame) -> None:
    cents = lines["amount"] * 100
    assert (cents - cents.round()).abs().max() < 1e-4
    people = read("population")["people"].sum()
    per_person = lines.groupby("fiscal_year")["amount"].sum() / people
    assert per_person.between(60, 130).all()


def test_salaries_and_benefits_add_to_the_staff_lines_of_the_year(lines: pd.DataFrame) -> None:
    staff = lines.query("fiscal_year == 'FY2026' and object == 'staff'")
    budget = staff.groupby(["program", "fund"])[["amount", "fte"]].sum()
    positions = read("positions").assign(amount=lambda row: row["salary"] + row["benefits"])
    cost = positions.groupby(["unit", "fund"])[["amount", "fte"]].sum()
    assert list(budget.index) == list(cost.index)
    assert (budget - cost).abs().max(axis=None) < 0.005


def test_there_are_180_positions_and_some_are_split_over_two_funds() -> None:
    positions = read("positions")
    assert positions["position_id"].nunique() == 180
    split = positions[positions.duplicated("position_id", keep=False)]
    assert split["title"].unique().tolist() == ["Equity Epidemiologist", "Equity Analyst"]
    assert split.groupby("position_id")["fte"].sum().eq(1).all()
    assert positions["filled"].eq("no").sum() == 17


def test_no_money_is_budgeted_outside_the_days_of_its_grant(lines: pd.DataFrame) -> None:
    year = lines["fiscal_year"].str[2:].astype(int)
    first = pd.to_datetime((year - 1).astype(str) + "-07-01")
    last = pd.to_datetime(year.astype(str) + "-06-30")
    assert not (lines["ends"] < first).any()
    assert not (lines["starts"] > last).any()


def test_some_grants_ended_and_took_positions_with_them(lines: pd.DataFrame) -> None:
    ended = lines[lines["fund"] == "F340"]
    assert ended["fiscal_year"].max() == "FY2024"
    assert ended.query("fiscal_year == 'FY2024'")["fte"].sum() > 10


def test_labels_that_say_ongoing_hide_last_days(lines: pd.DataFrame) -> None:
    ongoing = lines.query("recurrence == 'ongoing'").dropna(subset="ends")
    found = ongoing.groupby("fund")["ends"].first().dt.strftime("%Y-%m-%d").to_dict()
    assert found == flaws.ONGOING_BUT_ENDS
    unknown = lines[lines["fund"] == flaws.NOBODY_KNOWS]
    assert unknown["recurrence"].eq("grant").all()
    assert unknown["ends"].isna().all()


def test_shares_are_claimed_without_evidence_or_left_to_judge(lines: pd.DataFrame) -> None:
    now = lines[lines["fiscal_year"] == "FY2026"]
    claimed = now[now["equity_share"].gt(0) & now["equity_evidence"].isna()]
    assert set(claimed["purpose"]) == flaws.CLAIMED_WITHOUT_EVIDENCE
    blank = set(now[now["equity_share"].isna()]["purpose"])
    assert blank >= flaws.LEFT_TO_JUDGE


def test_equity_work_is_spread_over_the_department(lines: pd.DataFrame) -> None:
    claimed = lines[lines["equity_share"].gt(0)]
    assert claimed.query("fiscal_year == 'FY2026'")["program"].nunique() >= 7


def test_payments_stay_within_their_line_and_are_the_sum_of_their_parts(
    lines: pd.DataFrame,
) -> None:
    paid = read("partner_payments")
    spent = paid.groupby(["line_id", "fiscal_year"])["amount"].sum()
    budget = lines.set_index(["line_id", "fiscal_year"])["amount"].reindex(spent.index)
    assert budget.notna().all()
    assert (spent < budget).all()
    stipends = paid[paid["kind"] == "stipend"]
    time = stipends[["people", "meetings", "hours", "rate"]].astype(float).prod(axis=1)
    extra = stipends[["travel", "care", "interpretation", "admin"]].sum(axis=1)
    assert (time + extra - stipends["amount"]).abs().max() < 0.005
    assert (paid["paid"] >= paid["invoiced"]).all()
    assert set(stipends["rate"]) == flaws.LOW_RATES | {57}


def test_most_cells_of_outcomes_are_too_small_to_show() -> None:
    early = read("outcomes").query("measure == 'births before 37 weeks'")
    assert len(early) <= 20 * 5 * 6
    assert (read("outcomes")["denominator"] > 0).all()  # nobody to count has no row
    assert (early["events"] < 10).mean() > 0.9
    assert (early["events"] == 0).mean() > 0.2
    yearly = early.groupby(["fiscal_year", "district", "group"])["events"].sum()
    assert 0.5 < (yearly < 10).mean() < 0.9  # pooling a year helps, and not everywhere


def test_events_never_exceed_their_denominator_and_children_match_the_population() -> None:
    rows = read("outcomes")
    assert (rows["events"] <= rows["denominator"]).all()
    asthma = rows[rows["denominator_is"] == "children"]
    found = asthma.groupby(["district", "group"])["denominator"].agg(["min", "max"])
    children = read("population").set_index(["district", "group"])["children"].sort_index()
    assert found["min"].tolist() == found["max"].tolist() == children.tolist()


def test_the_survey_has_groups_and_units_under_ten() -> None:
    answers = read("staff_survey")
    assert answers.groupby(["year", "group"]).size().lt(10).sum() >= 4
    assert answers.groupby(["year", "unit"]).size().lt(10).sum() >= 8
    assert answers.groupby("year").size().between(120, 150).all()


def test_no_respondent_names_a_unit_with_more_answers_than_positions() -> None:
    positions = read("positions").drop_duplicates("position_id").groupby("unit").size()
    answers = read("staff_survey").groupby(["unit", "year"]).size()
    assert (answers <= positions.reindex(answers.index, level="unit")).all()


def test_each_planted_card_shows_its_flaw_and_the_sound_ones_are_whole() -> None:
    cards = read("metrics_register").set_index("id")
    assert len(cards) == 14
    assert set(cards.index) == set(flaws.CARDS) | flaws.SOUND_CARDS
    assert cards.loc["M02", "target_value"] < cards.loc["M02", "baseline_value"]
    assert pd.isna(cards.loc["M03", "authority"])
    assert cards.loc["M04", "kind"] == "how much"
    assert cards.loc["M05", ["baseline_year", "data_source"]].isna().all()
    assert pd.isna(cards.loc["M06", "disaggregation"])
    assert cards.loc["M07", "gaps_reported"] == "ratio"
    assert pd.isna(cards.loc["M07", "reference_reason"])
    assert cards.loc["M08", "smallest_events"] < 10
    assert pd.isna(cards.loc["M08", "suppression_rule"])
    assert "Non-compliant" in cards.loc["M09", "name"]
    assert pd.isna(cards.loc["M10", "applicants"])
    assert "illegal" in cards.loc["M10", "consequence"]
    assert pd.isna(cards.loc["M11", "consequence"])
    assert cards.loc["M12", "reference_target"] < cards.loc["M12", "reference_baseline"]
    assert cards.loc["M14", "baseline_year"] == 2016
    sound = cards.loc[sorted(flaws.SOUND_CARDS)]
    needed = ["owner", "deputy", "authority", "consequence", "data_source", "community_paid"]
    assert sound[needed].notna().all(axis=None)


def test_the_owners_of_measures_have_the_rights_that_the_memo_gives_them() -> None:
    memo = read("delegations").set_index("position")
    more = {"none": set(), "staffing": {"staffing"}, "rule": {"rule"}}
    owners = read("metrics_register").query("owner_type == 'position'")
    for owner, said in zip(owners["owner"], owners["authority"], strict=True):
        rights = set(said.split("; "))
        if owner not in memo.index or memo.loc[owner, "kind"] != "staff":
            assert "money" not in rights, owner
            continue
        given = more.get(memo.loc[owner, "beyond"], {"staffing", "rule"})
        assert rights == given | {"money"}, owner


def test_the_lesson_on_measures_tells_the_same_dollars_as_the_memo() -> None:
    memo = read("delegations").set_index("position")["money"]
    text = (FOLDER.parent / "modules/05_accountability_metrics.md").read_text(encoding="utf-8")
    card = text.partition("### One card, read whole")[2].partition("\n### ")[0]
    owner, above = memo["Family Health Manager"], memo["Deputy Director"]
    assert f"| Owner can commit | {{{owner:,.0f}}} dollars in one decision |" in card
    assert f"above {{{owner:,.0f}}} dollars the Deputy Director decides" in card
    assert f"above {{{above:,.0f}}} the Health Director" in card
    assert f"She may commit {{{memo['Office Manager']:,.0f}}} dollars and moves no position" in text


def test_values_on_the_cards_are_those_of_the_data(lines: pd.DataFrame) -> None:
    cards = read("metrics_register").set_index("id")
    rows = read("outcomes").query("district == 'Mill Flats'")

    def rate(measure: str, years: list[str]) -> float:
        found = rows[rows["measure"].str.startswith(measure) & rows["fiscal_year"].isin(years)]
        return 100 * found["events"].sum() / found["denominator"].sum()

    now, before = ["FY2025", "FY2026"], ["FY2023", "FY2024"]  # no year stands behind both
    assert cards.loc["M01", "baseline_value"] == round(rate("births", before), 1)
    assert cards.loc["M01", "latest_value"] == round(rate("births", now), 1)
    assert cards.loc["M02", "latest_value"] == round(rate("children", now[-1:]), 1)
    asthma = 4 * 100 * rate("emergency", now[-1:])
    assert cards.loc["M03", "latest_value"] == round(asthma, 1)
    paid = read("partner_payments").query("fiscal_year == 'FY2026'")
    quick = (paid["paid"] - paid["invoiced"]).dt.days.le(30).mean()
    assert cards.loc["M11", "latest_value"] == round(100 * quick, 1)
    work = lines.query("fiscal_year == 'FY2026' and equity_share > 0")
    work = work[work["equity_share"].eq(1) | work["equity_evidence"].notna()]
    money = work["equity_share"] * work["amount"]
    in_base = money[work["fund"] == "F100"].sum() / money.sum()
    assert cards.loc["M13", "latest_value"] == round(100 * in_base, 1)
    for year, column in (("FY2025", "reference_baseline"), ("FY2026", "reference_latest")):
        of_all = lines[lines["fiscal_year"] == year].groupby("fund")["amount"].sum()
        assert cards.loc["M13", column] == round(100 * of_all["F100"] / of_all.sum(), 1)


def test_the_checks_of_a_metric_card_find_each_planted_flaw_and_nothing_in_the_sound_cards() -> (
    None
):
    table = pd.read_csv(RIVERBEND / "riverbend_invented_metrics_register.csv", dtype=str)
    read_back = from_csv(table.drop(columns="invented").to_csv(index=False))
    assert not read_back.problems
    for card in read_back.cards:
        found = {finding.code for finding in check_card(card, date(2026, 11, 22))}
        expected, flaw = flaws.CARDS.get(card.id, ([], ""))
        assert found >= {f"GW-M{number:02d}" for number in expected}, (card.id, flaw)
        assert found or card.id in flaws.SOUND_CARDS
        assert not (found and card.id in flaws.SOUND_CARDS), (card.id, found)


def test_spending_is_of_the_lines_and_agrees_with_what_partners_were_paid(
    lines: pd.DataFrame,
) -> None:
    key = ["line_id", "fiscal_year"]
    spending = read("spending").set_index(key)
    assert spending.index.tolist() == lines.set_index(key).index.tolist()
    assert (spending["spent"] <= spending["revised"]).all()
    paid = read("partner_payments").groupby(key)["amount"].sum()
    assert (spending["spent"].reindex(paid.index) - paid).abs().max() < 0.005
    fte = lines.set_index(key)["fte"].fillna(0)
    assert (spending["fte_filled"] <= fte).all()
    found = budgeted_and_spent(lines, spending.reset_index())
    assert found["unspent_share"].between(0, 0.5).all()


def test_the_budget_of_a_year_holds_every_kind_of_money(lines: pd.DataFrame) -> None:
    now = lines[lines["fiscal_year"] == "FY2026"]
    found = classify_funding(now, "2029-06-30")["funding"]
    assert set(found) == {
        "recurring unrestricted",
        "recurring restricted",
        "ends after the plan",
        "time-limited",
        "one-time",
    }
    assert set(label_disagreements(now, "2029-06-30")["label"]) == {"ongoing"}


def test_some_pay_breaks_a_published_rule() -> None:
    stipends = read("partner_payments").query("kind == 'stipend'")
    assert stipends["rate"].lt(57).any()
    assert (stipends["hours"] * stipends["rate"]).gt(200).any()
