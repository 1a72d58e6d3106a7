# mypy: ignore-errors
"""Every function of the subject that takes a number, called with one number that may not be there.

`CALLS` is the one list of them: each entry takes a value and gives what depends on it. What is not
in it has its reason in `EXCEPT`.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from groundwork.subject import disclosure, gaps, outcomes, readiness, states
from groundwork.subject.budget import (
    allocation,
    claimed,
    cliff,
    cut,
    deflate,
    ending,
    equity,
    funding,
    help_line,
    lines,
    money,
    own_lines,
    paid_groups,
    partner_pay,
    pay_rule,
    request,
    sharing,
    spending,
    steps,
    tags,
    years,
)  # fmt: skip
from groundwork.subject.budget.baseline import baseline, budget_cells, rests_on_no_paper
from groundwork.subject.disparity.groups import groups
from groundwork.subject.disparity.summary import all_measures, summary_table
from groundwork.subject.intervals import check_counts, poisson_interval, student_quantile
from groundwork.subject.leadership import core_team, roles
from groundwork.subject.leadership.core_team import Seat
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.metrics import gap, knowing, path
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.interval import interval_of_change
from groundwork.subject.metrics.progress import (
    percent_of_targeted_change,
    progress,
)
from groundwork.subject.rates import (
    age_standardized_rate,
    crude_rate,
    difference_of_rates,
    rate_interval,
    rate_table,
    ratio_of_rates,
    relative_standard_error,
)
from groundwork.subject.readiness import Rating
from groundwork.subject.selection import (
    compare_selection,
    fisher_exact_test,
    impact_ratio,
    is_below_screen,
    selection_table,
    two_proportion_test,
)
from groundwork.subject.small_numbers import WASHINGTON_DOH_2018, flag_small_numbers, pool_years
from groundwork.subject.suppression import suppress


@dataclass
class Form:
    """The type and the index that the tables below are made with; a test sets them."""

    dtype: str = "object"
    index: str = "plain"


FORM = Form()


def typed(values: list[object]) -> pd.Series:
    """A column of the type that is tried."""
    if FORM.dtype == "object":
        return pd.Series(values, dtype="object")
    as_type = {"Int64": int, "Float64": float, "string": str, "boolean": bool}[FORM.dtype]
    cells = [None if value is None or value is pd.NA else as_type(value) for value in values]
    return pd.Series(pd.array(cells, dtype=FORM.dtype))


def series(values: list[object], labels: list[str] | None = None) -> pd.Series:
    """A series of the type and with the index that are tried."""
    made = typed(values)
    if labels is not None:
        made.index = pd.Index(labels)
    return indexed(made)


def indexed(made):
    """Give labels that come twice, or of two levels, where a test wants them."""
    if FORM.index == "twice":
        made.index = pd.Index([made.index[0]] * len(made))
    elif FORM.index == "levels":
        made.index = pd.MultiIndex.from_tuples([(label, 1) for label in made.index])
    return made


HORIZON = "2028-06-30"


def table(**column: object) -> pd.DataFrame:
    """Two budget lines; the second has another value where one is given."""
    made: dict[str, list[object]] = {
        "line_id": ["A", "B"], "fiscal_year": ["FY2026"] * 2, "amount": [100, 50],
        "fund": ["F"] * 2, "ends": ["2027-06-30"] * 2, "restriction": ["unrestricted"] * 2,
        "recurrence": ["ongoing"] * 2, "fte": [1.0, 1.0], "equity_share": [1, 1],
        "equity_evidence": ["a", "a"], "purpose": ["x", "y"],
    }  # fmt: skip
    frame = pd.DataFrame(made)
    for name, value in column.items():
        frame[name] = typed([made[name][0], value])
    return indexed(frame)


def spent(value: object, name: str = "spent") -> pd.DataFrame:
    frame = pd.DataFrame(
        {"line_id": ["A", "B"], "fiscal_year": ["FY2026"] * 2, "spent": [1, 2], "revised": [9, 9]}
    )
    frame[name] = typed([1, value])
    return indexed(frame)


def card(value: object) -> MetricCard:
    return MetricCard(
        id="A", name="A", direction="higher is better", baseline_value=1, baseline_year=2024,
        target_value=9, target_year=2030, latest_value=value, latest_year=2026,
    )  # fmt: skip


def figures(value: object) -> pd.DataFrame:
    made = {"measure": ["m"] * 2, "unit": ["%"] * 2, "group": ["a", "b"], "year": [2020] * 2}
    return indexed(pd.DataFrame({**made, "value": typed([2, value])}))


def need(value: object) -> pd.DataFrame:
    return series([3, value], ["a", "b"]).to_frame("poverty")


def shared(
    people: int = 9, in_need: int = 1, total: int = 10, need_percent: int = 50
) -> list[sharing.Shared]:
    places = [sharing.Place("a", people, in_need), sharing.Place("b", 9, 1)]
    return sharing.share(places, sharing.Weights(total, need_percent))


def group(value: object, name: str) -> paid_groups.PaidGroup:
    usual: dict[str, object] = {"people": 3, "meetings": 4, "hours": 2.0, "rate": 50.0}
    return paid_groups.PaidGroup("G", **{**usual, name: value})


def record(value: object) -> dict[str, object]:
    return {
        "line": "A", "amount": value, "fund": "F", "fte": 1, "positions": 1, "ends": "",
        "use": "", "label": "", "share": 100, "paper": "a",
    }  # fmt: skip


def people(value: object, name: str = "events", other: str = "population") -> pd.DataFrame:
    frame = pd.DataFrame({"group": ["a", "b", "c"], name: typed([12, value, 30])})
    return indexed(frame.assign(**{other: [60, 200, 300]}))


def yearly(value: object) -> pd.DataFrame:
    made = {"group": ["a", "a"], "year": [2023, 2024], "events": typed([5, value])}
    return indexed(pd.DataFrame({**made, "population": [400, 400]}))


def _value(made: pd.DataFrame, measure: str, column: str = "value") -> object:
    """The value of a measure; none where its note says that a group was left out of it."""
    found = made[made["measure"] == measure]
    if not len(found) or "no estimate and" in found["note"].iloc[0]:
        return None
    return found[column].iloc[0]


def _given(value: object) -> object:
    """Where nothing given means that there is no largest value, what is missing is another."""
    return float("nan") if value is None else value


def _tested(made: object) -> object:
    """What was found out; nothing where it says that no uncertainty was given."""
    assert made.tested or "No uncertainty was given" in made.reason
    return made if made.tested else None


AGES = ["young", "old"]
STANDARD = pd.Series([0.5, 0.5], index=AGES, name="made up")
SMALL = WASHINGTON_DOH_2018
COUNTS = suppress(pd.DataFrame({"x": [3, 20, 40], "y": [30, 50, 60]}), SMALL).published
POPULATION = {"FY2025": 20, "FY2026": 10}
CPI = deflate.Deflator("CPI", "made up", {"FY2025": "310.3", "FY2026": "318.9"})
RULE = help_line.HelpRule("r", 500_00, limit_cents=1000_00)
Call = Callable[[object], object]
CALLS: dict[str, list[Call]] = {
    "budget.allocation.allocate": [
        lambda v: allocation.allocate(need(v), 100, {"poverty": 1}),
        lambda v: allocation.allocate(need(1), v, {"poverty": 1}),
        lambda v: allocation.allocate(need(1), 100, {"poverty": v}),
        lambda v: allocation.allocate(need(1), 100, {"poverty": 1}, v)],
    "budget.baseline.baseline": [lambda v: baseline(table(amount=v), HORIZON)],
    "budget.baseline.rests_on_no_paper": [
        lambda v: rests_on_no_paper(table(amount=v), HORIZON)],
    "budget.claimed.claimed_ends": [
        lambda v: claimed.claimed_ends(table(amount=v), "FY2026", HORIZON)],
    "budget.cliff.after_the_plan": [
        lambda v: cliff.after_the_plan(table(amount=v), "FY2026", HORIZON)],
    "budget.cliff.already_ended": [
        lambda v: cliff.already_ended(
            table(amount=v), "FY2026", HORIZON, 7, date(2026, 11, 27))],
    "budget.cliff.fiscal_cliff": [lambda v: cliff.fiscal_cliff(table(amount=v), "FY2026", HORIZON)],
    "budget.cut.spread_cut": [
        lambda v: cut.spread_cut({"a": v, "b": 9}, 1, {"a": 1, "b": 1}),
        lambda v: cut.spread_cut({"a": 9, "b": 9}, v, {"a": 1, "b": 1}),
        lambda v: cut.spread_cut({"a": 9, "b": 9}, 1, {"a": v, "b": 1}),
        lambda v: cut.spread_cut({"a": 9, "b": 9}, 1, {"a": 1, "b": 1}, v)],
    "budget.deflate.per_person": [
        lambda v: deflate.per_person(
            series([v, 900], ["FY2026", "FY2025"]), POPULATION, POPULATION),
        lambda v: deflate.per_person(
            pd.Series([100], index=["FY2026"]), {"FY2026": v}, POPULATION),
        lambda v: deflate.per_person(
            pd.Series([100], index=["FY2026"]), POPULATION, {"FY2026": v})],
    "budget.deflate.in_prices_of": [
        lambda v: deflate.in_prices_of(series([v, 900], ["FY2026", "FY2025"]), "FY2026", CPI)],
    "budget.ending.end_fund": [
        lambda v: ending.end_fund(table(amount=v), "F", "FY2026", "2026-12-31"),
        lambda v: ending.end_fund(table(), "F", "FY2026", "2026-12-31", v)],
    "budget.ending.pick_up": [
        lambda v: ending.pick_up(v, "2026-12-31", "FY2026"),
        lambda v: ending.pick_up(100, "2026-12-31", "FY2026", v),
        lambda v: ending.pick_up(100, "2026-12-31", "FY2026", 3, v),
        lambda v: ending.pick_up(100, "2026-12-31", "FY2026", 3, 3, v)],
    "budget.ending.first_unpaid_year": [lambda v: ending.first_unpaid_year("2026-12-31", v)],
    "budget.ending.whole_year": [
        lambda v: ending.whole_year(v, "2026-12-31", "FY2026"),
        lambda v: ending.whole_year(100, "2025-12-31", "FY2026", v)],
    "budget.ending.unpaid_share": [
        lambda v: ending.unpaid_share("2025-12-31", "FY2026", v)],
    "budget.ending.pick_up_in_all": [lambda v: ending.pick_up_in_all([{"FY2026": v}])["FY2026"]],
    "budget.equity.classify_equity": [lambda v: equity.classify_equity(table(amount=v))],
    "budget.funding.classify_funding": [
        lambda v: funding.classify_funding(table(amount=v), HORIZON)],
    "budget.help_line.kept_of": [
        lambda v: help_line.kept_of([v], 100, RULE), lambda v: help_line.kept_of([1], v, RULE)],
    "budget.lines.as_lines": [lambda v: lines.as_lines(table(amount=v))],
    "budget.lines.check_lines": [lambda v: lines.check_lines(table(amount=v))],
    "budget.money.show": [money.show],
    "budget.money.show_dollars": [money.show_dollars],
    "budget.money.signed": [money.signed, lambda v: money.signed(v, money.show_dollars)],
    "budget.money.to_cents": [money.to_cents],
    "budget.steps.steps_in_words": [
        lambda v: steps.steps_in_words(["FY2025", "FY2026"], [900, v], "it"),
        lambda v: steps.steps_in_words(["FY2025", "FY2026"], [v, 900], "it")],
    "budget.money.to_dollars": [money.to_dollars],
    "budget.partner_pay.partner_cost": [
        lambda v: partner_pay.partner_cost(v, 2, 1, 50, partner_pay.WASHINGTON),
        lambda v: partner_pay.partner_cost(2, v, 1, 50, partner_pay.WASHINGTON),
        lambda v: partner_pay.partner_cost(2, 2, v, 50, partner_pay.WASHINGTON),
        lambda v: partner_pay.partner_cost(2, 2, 1, v, partner_pay.WASHINGTON),
        lambda v: partner_pay.partner_cost(2, 2, 1, 50, partner_pay.WASHINGTON, v)],
    "budget.paid_groups.cost_of": [
        lambda v: paid_groups.cost_of(group(v, "people")),
        lambda v: paid_groups.cost_of(group(v, "meetings")),
        lambda v: paid_groups.cost_of(group(v, "hours")),
        lambda v: paid_groups.cost_of(group(v, "rate")),
        lambda v: paid_groups.cost_of(group(v, "care"))],
    "budget.pay_rule.review": [lambda v: pay_rule.review({}, (group(v, "rate"),))],
    "budget.paid_groups.refuse_impossible": [
        lambda v: paid_groups.refuse_impossible(group(v, "people")),
        lambda v: paid_groups.refuse_impossible(group(v, "meetings"))],
    "budget.paid_groups.total_of": [lambda v: paid_groups.total_of((group(v, "rate"),))],
    "budget.pay_rule.line_against_cost": [
        lambda v: pay_rule.line_against_cost({"holds": "1"}, (group(v, "rate"),))],
    "budget.pay_rule.meetings_after_the_fund": [
        lambda v: pay_rule.meetings_after_the_fund(
            {"fund": "until 6/1/2026"}, (group(v, "meetings"),), date(2026, 1, 1))],
    "budget.request.request_item": [
        lambda v: request.request_item("A post", v)],
    "budget.request.request_options": [
        lambda v: request.request_options([request.request_item("A post", 5)], [v])],
    "budget.sharing.share": [
        lambda v: shared(people=v), lambda v: shared(in_need=v), lambda v: shared(total=v),
        lambda v: shared(need_percent=v)],
    "budget.spending.budgeted_and_spent": [
        lambda v: spending.budgeted_and_spent(table(), spent(v)),
        lambda v: spending.budgeted_and_spent(table(), spent(v, "revised"))],
    "budget.tags.reached_in_words": [lambda v: tags.reached_in_words(table(amount=v), {"A"})],
    "budget.tags.two_tags": [lambda v: tags.two_tags(table(amount=v), {"A"})],
    "budget.years.horizon_after": [lambda v: years.horizon_after("FY2026", v)],
    "budget.years.first_day": [lambda v: years.first_day("FY2026", v)],
    "budget.years.last_day": [lambda v: years.last_day("FY2026", v)],
    "budget.years.months_after": [lambda v: years.months_after(pd.Timestamp("2026-06-30"), v)],
    "budget.own_lines.fiscal_year_of": [lambda v: own_lines.fiscal_year_of(date(2026, 8, 1), v)],
    "gaps.gap_table": [
        lambda v: gaps.gap_table(series([4, v], ["a", "b"]), "a")["rate_ratio"].iloc[1]],
    "gaps.rate_difference": [
        lambda v: gaps.rate_difference(v, 4.0), lambda v: gaps.rate_difference(4.0, v)],
    "gaps.rate_ratio": [lambda v: gaps.rate_ratio(v, 4.0), lambda v: gaps.rate_ratio(4.0, v)],
    "leadership.core_team.hours_a_month": [
        lambda v: core_team.hours_a_month([Seat("a", hours=5.0), Seat("b", hours=v)])],
    "leadership.roles.equity_fte": [
        lambda v: roles.equity_fte([RoleStatement("a", share=50.0), RoleStatement("b", share=v)])],
    "metrics.path.standing_of": [lambda v: path.standing_of(card(v))],
    "metrics.knowing.chances": [
        lambda v: knowing.chances(dataclasses.replace(knowing.PLACES[0], births=v))],
    "metrics.gap.gap_at": [lambda v: gap.gap_at(card(v), "latest")],
    "metrics.gap.told": [lambda v: gap.told(card(v))],
    "outcomes.outcome": [lambda v: outcomes.outcome(figures(v)).rates["b"].iloc[0]],
    "readiness.check_ratings": [
        lambda v: readiness.check_ratings([Rating("roles_1", v)])["roles_1"].level],
    "readiness.profile": [lambda v: readiness.profile([Rating("roles_1", v)])["lowest"].iloc[0]],
    "budget.baseline.budget_cells": [lambda v: budget_cells(table(amount=v), HORIZON)],
    "budget.cliff.roles_that_go": [
        lambda v: cliff.roles_that_go(table(amount=v), "FY2026", HORIZON)],
    "budget.money.exact_units": [lambda v: money.exact_units(v, 2)],
    "budget.money.known_cents": [money.known_cents],
    "budget.partner_pay.day_pay": [
        lambda v: partner_pay.day_pay(v, 50, partner_pay.WASHINGTON),
        lambda v: partner_pay.day_pay(2, v, partner_pay.WASHINGTON)],
    "disclosure.audit": [
        lambda v: disclosure.audit(COUNTS, least_values=v)],
    "disparity.groups.groups": [
        lambda v: groups([[v, 5.0]], favorable=False).estimates[0, 0],
        lambda v: groups([[4.0, 5.0]], [v, 1], favorable=False).population[0, 0],
        lambda v: groups([[4.0, 5.0]], favorable=False, errors=[[v, 1.0]]).errors[0, 0],
        lambda v: groups([[4.0, 5.0]], favorable=False, maximum=_given(v)).maximum],
    "disparity.summary.all_measures": [
        lambda v: all_measures(groups([[v, 5.0]], [1, 1], favorable=False))["d"][0]],
    "disparity.summary.summary_table": [
        lambda v: _value(summary_table(people(v, "estimate"), favorable=False), "d"),
        lambda v: _value(summary_table(
            people(5, "estimate"), favorable=False, maximum=_given(v)), "d"),
        lambda v: _value(summary_table(
            people(5, "estimate").assign(error=1.0), favorable=False, error="error", draws=v), "d"),
        lambda v: _value(summary_table(
            people(5, "estimate").assign(error=series([1, v, 1])), favorable=False,
            error="error", draws=100), "d", "lower")],
    "intervals.check_counts": [lambda v: check_counts([v], "counts")[0]],
    "intervals.poisson_interval": [lambda v: poisson_interval([v])[1][0]],
    "intervals.student_quantile": [student_quantile],
    "metrics.progress.percent_of_targeted_change": [
        lambda v: percent_of_targeted_change(1, v, 3),
        lambda v: percent_of_targeted_change(v, 4, 90),
        lambda v: percent_of_targeted_change(90, 4, v)],
    "metrics.progress.progress": [
        lambda v: progress(v, 4, 90, "higher is better"),
        lambda v: progress(1, v, 3, "higher is better"),
        lambda v: progress(90, 4, v, "lower is better"),
        lambda v: _tested(progress(
            1, 2, 3, "higher is better", baseline_limits=(0, v), latest_limits=(1, 3)))],
    "metrics.interval.interval_of_change": [
        lambda v: interval_of_change(5, (1, v), 6, (5, 7)),
        lambda v: interval_of_change(5, (v, 900), 6, (5, 7)),
        lambda v: interval_of_change(5, (1, 900), v, (0, 900))],
    "metrics.path.path_value": [
        lambda v: path.path_value(v, 2020, 9, 2030, 2025),
        lambda v: path.path_value(9, 2020, v, 2030, 2025)],
    "rates.age_standardized_rate": [
        lambda v: age_standardized_rate(
            series([v, 5], AGES), pd.Series([100, 100], index=AGES), STANDARD).rate,
        lambda v: age_standardized_rate(
            pd.Series([1, 2], index=AGES), series([v, 100], AGES), STANDARD).rate,
        lambda v: age_standardized_rate(
            pd.Series([4, 5], index=AGES), pd.Series([100, 100], index=AGES),
            series([v, 1], AGES).rename("x")).rate,
        lambda v: age_standardized_rate(
            pd.Series([4, 5], index=AGES), pd.Series([100, 9], index=AGES), STANDARD, per=v).rate],
    "rates.crude_rate": [
        lambda v: crude_rate([v], [100])[0], lambda v: crude_rate([1], [v])[0],
        lambda v: crude_rate(series([v, 1]), [100, 100])[0],
        lambda v: crude_rate([5], [100], per=v)[0]],
    "rates.difference_of_rates": [
        lambda v: difference_of_rates(v, 100, 5, 100)[0],
        lambda v: difference_of_rates(1, v, 5, 100)[0],
        lambda v: difference_of_rates(5, 100, 5, 100, per=v)[0]],
    "rates.rate_interval": [
        lambda v: rate_interval([v], [100])[1][0],
        lambda v: rate_interval([v], [100], method="log")[1][0],
        lambda v: rate_interval([5], [100], per=v)[1][0]],
    "rates.rate_table": [
        lambda v: rate_table(people(v))["rate"].iloc[1],
        lambda v: rate_table(people(v, "population", "events"))["rate"].iloc[1],
        lambda v: rate_table(people(5), per=v)["rate"].iloc[1]],
    "rates.ratio_of_rates": [
        lambda v: ratio_of_rates(v, 100, 5, 100)[0], lambda v: ratio_of_rates(1, v, 5, 100)[0]],
    "rates.relative_standard_error": [lambda v: relative_standard_error([v])[0]],
    "selection.compare_selection": [
        lambda v: compare_selection(v, 50, 4, 10).rate,
        lambda v: compare_selection(1, v, 4, 10).rate],
    "selection.fisher_exact_test": [lambda v: fisher_exact_test(v, 50, 4, 10)],
    "selection.impact_ratio": [lambda v: impact_ratio(v, 1), lambda v: impact_ratio(0.5, v)],
    "selection.is_below_screen": [lambda v: is_below_screen(v, 50, 4, 10)],
    "selection.selection_table": [
        lambda v: selection_table(people(v, "selected", "applied"))["impact_ratio"].iloc[1]],
    "selection.two_proportion_test": [
        lambda v: two_proportion_test(v, 50, 4, 10), lambda v: two_proportion_test(1, v, 4, 10)],
    "small_numbers.flag_small_numbers": [
        lambda v: flag_small_numbers(people(v), SMALL)["flag"].iloc[1]],
    "small_numbers.pool_years": [
        lambda v: pool_years(yearly(v), "group", 2)["events"].iloc[0],
        lambda v: pool_years(yearly(5), "group", v)["events"].iloc[0]],
    "states.added": [lambda v: states.added([1, v], "counts")],
    "states.as_numbers": [
        lambda v: states.as_numbers([v], "counts")[0],
        lambda v: states.as_numbers(series([1, v]), "counts")[1]],
    "states.at_least": [lambda v: states.at_least(v, 1, "The count")],
    "states.finite": [lambda v: states.finite(v, "value")],
    "states.one_number": [lambda v: states.one_number(v, "count")],
    "states.positive": [lambda v: states.positive(v, "count")],
    "states.whole": [lambda v: states.whole(v, 0, 99, "count")],
    "states.within": [lambda v: states.within(v, 0, 99, "count")],
    "suppression.suppress": [
        lambda v: suppress(pd.DataFrame({"x": series([v, 20])}), SMALL),
        lambda v: suppress(pd.DataFrame({"x": [30, 20]}), SMALL, least_values=v)],
}  # fmt: skip
CARRIES = "carries amounts as they are, to functions that are tried here"
EXCEPT = {
    "budget.baseline.baseline_in_words": "takes what baseline has made",
    "budget.cliff.years_of_cover": "takes what fiscal_cliff has made",
    "budget.equity.shares_without_evidence": "takes lines that check_lines has made",
    "budget.funding.label_disagreements": "takes lines that check_lines has made",
    "budget.lines.amounts": "takes lines that check_lines has made",
    "budget.lines.category": "takes words",
    "budget.lines.refuse": "takes the places of rows",
    "budget.lines.words": "takes words",
    "budget.line_kinds.fringe_lines": "tells kinds of lines by words",
    "budget.line_kinds.without_people": "tells kinds of lines by words; a blank FTE is a blank",
    "budget.past.ended_by": "takes days; one that nobody gave has not ended",
    "budget.ending.line_ends": "takes days, and no number",
    "budget.funding.recurrence_is_shown": "says which papers are named",
    "budget.equity.not_judged": "says which numbers nobody gave",
    "budget.memo_checks.sums_of": "takes items that request_item has made",
    "budget.request.in_year": "takes items that request_item has made",
    "budget.request.once_in_all": "takes items that request_item has made",
    "budget.money.exact_column": "says which of its numbers are exact; a missing one is not",
    "budget.money.settle": "takes whole cents that known_cents has read",
    "budget.money.share_out": "takes whole cents that known_cents has read",
    "budget.partner_pay.pay_by_day": "sums what day_pay has refused or taken, row by row",
    "budget.request.baseline_request": "takes lines that check_lines has made",
    "budget.request.request_as_text": "takes what baseline_request has made",
    "budget.memo_checks.takes_over_an_end": "compares the words of lines and items",
    "budget.sharing.beside_now": "takes what share has made",
    "budget.sharing.from_need_alone": "takes what share has made",
    "budget.sharing.from_now": "takes what share has made",
    "budget.sharing.review": "takes what share has made",
    "budget.sharing.names_no_loser": "takes what share has made",
    "budget.typed_words.asks_of_request": "reads the words of a request",
    "budget.typed_words.of_lines": "reads the words of budget lines",
    "budget.typed_words.of_request": "reads the words of a request",
    "disclosure.ends": "takes the place of a cell in a table",
    "disclosure.lowest_values": "takes the size of a table",
    "disclosure.rooms_of": "takes what audit has checked; a hidden number is its unknown",
    "disclosure.without_totals": "takes the size of a table",
    "disparity.catalog.applicable": "takes what disparity.groups.groups has checked",
    "disparity.simulation.simulated_intervals": "takes what disparity.groups.groups has checked",
    "disparity.summary.all_intervals": "takes what disparity.groups.groups has checked",
    "disparity.summary.change_in_words": "takes what summary_table has made",
    "fairness.steps.steps_of": "takes the made-up numbers of an activity",
    "fairness.steps.where_it_opens": "takes the made-up numbers of an activity",
    "gaps.change_in_words": "takes rates that rate_difference and rate_ratio read anew",
    "gaps.gaps_disagree": "takes rates that rate_difference and rate_ratio read anew",
    "counts.counted": "says how many things were counted",
    "intervals.gamma_probability": "takes counts that check_counts has read",
    "intervals.gamma_quantile": "takes counts that check_counts has read",
    "outside.typed": "gives texts, and no number",
    "leadership.charter_checks.may_pause": "takes the days of a charter",
    "leadership.core_team.by_agreement": "gives seats, and no number",
    "leadership.decision_rights.lines": "says a matrix in words",
    "leadership.filling.asks": "asks for what is not known",
    "leadership.not_known.meant": "says in words what is meant",
    "leadership.not_known.remarks": "remarks on what is not known",
    "leadership.rights_asks.of_seats": "asks for what is not known",
    "leadership.roles.review": "remarks on what a role lacks",
    "leadership.two_papers.asks": "asks for what is not known",
    "leadership.two_papers.hours_of": "takes a share of time that a form has read",
    "leadership.two_papers.share_of": "takes hours that hours_of has read",
    "leadership.walk.later": "counts days of a matrix; unknown ones are said to be unknown",
    "leadership.year_goals.hours_of": "gives nothing where a role says no hours",
    "metrics.card.text_of": "writes a field as it is",
    "metrics.checks.check_cards": "remarks on what cards lack",
    "metrics.gap.both_gaps_are_reported": "remarks on what a card lacks",
    "metrics.gap.gap_in_words": "says what gap_at has found",
    "metrics.gap.gap_moves": "remarks on what a card lacks",
    "metrics.interval.values_can_be_compared": "remarks on what a card lacks",
    "metrics.interval.years_shared": "reads periods in words",
    "metrics.knowing.says_improving": "takes the made-up numbers of an activity",
    "metrics.pace.is_of_a_year_to_come": "remarks on the years of a card",
    "metrics.one_scale.are_on_one_scale": "remarks on the values that a card has",
    "metrics.one_scale.limited": "looks at the values that a card has alone",
    "metrics.one_scale.mixed": "looks at the values that a card has alone",
    "metrics.pace.newest_is_out": "says nothing where a year or how often is not known",
    "metrics.path.why_no_standing": "says why a card has none, and no number",
    "metrics.path.path_shown": "standing_of, rounded",
    "metrics.path.places_of_path": "how many decimals, of what standing_of gives",
    "metrics.path.standing": "compares with what path_value gives; missing ones it says",
    "metrics.progress.progress_of": "gives nothing where a card lacks a value",
    "metrics.quota.counts_chosen": "reads the words of a card",
    "metrics.quota.of_consequence": "reads the words of a card",
    "metrics.quota.of_target": "reads the words of a card",
    "metrics.quota.remarks": "remarks on what a card says",
    "metrics.register.cards_table": "writes cards as they are",
    "metrics.register.check_all": "remarks on what cards lack",
    "metrics.short.with_direction": "changes the direction of a card alone",
    "metrics.trigger.consequence_is_due": "remarks on what a card lacks",
    "metrics.trigger.trigger_of": "gives nothing where a trigger names no number",
    "metrics.trigger.told": "says nothing where there is nothing to compare",
    "metrics.turns.can_be_seen": "remarks on the words of a card",
    "metrics.turns.unseen": "says nothing where nobody knows how often figures come",
    "power.add": "takes a place in a map",
    "power.edit": "takes a place in a map",
    "power.from_data": "reads a map, and no number",
    "power.remove": "takes a place in a map",
    "power.to_data": "writes a map, and no number",
    "power.stance_words": "says a stance in words",
    "readiness.compare": "compares levels that check_ratings has read",
    "readiness.comparison_words": "says in words what compare has found",
    "readiness.from_data": "reads ratings that check_ratings reads anew",
    "readiness.to_data": "writes ratings as they are",
    "readiness.harms": "looks at what is noted, and at no number",
    "small_numbers.is_small": "takes counts that check_counts has read",
    "small_numbers.relative_width": "takes counts that check_counts has read",
    "states.all_known": "refuses a missing number, which is all it does",
    "states.column_of": "gives a column as it is",
    "states.hidden_in": "says which numbers are hidden",
    "suppression.cost_of_hiding": "takes what suppress has made",
    "budget.own_lines.spent": CARRIES,
    "budget.own_lines.table_of": CARRIES,
    "budget.own_lines.first_twelve": CARRIES,
    "budget.own_lines.records_of": CARRIES,
    "budget.own_lines.judged": CARRIES,
    "budget.own_lines.to_judge": CARRIES,
    "budget.tie.tie_to_budget": "adds up a checked file and a kept list, which lack no amount",
    "budget.fund_facts.funds_of": "adds up a checked file, which lacks no amount; NaN is no sum",
    "budget.fund_facts.lines_with_facts": "fills in words and days; amounts are carried",
    "budget.fund_facts.records_with_facts": "fills in words and days; amounts are carried",
    "budget.own_lines.this_year": "parts lines by their days; amounts are carried as they are",
    "budget.agreement.compare_raters": "takes words",
    "budget.equity.counted_shares": "takes lines that check_lines has made",
    "budget.equity.equity_codes": "takes lines that check_lines has made",
    "budget.funding.funding_codes": "takes lines that check_lines has made",
    "budget.years.years_of_days": "takes days, and says 0 for no day, as its words say",
    "budget.money.half_up": "takes an exact fraction, which is always there",
    "budget.own_lines.name_of": "gives words; a missing one is left out of them",
    "budget.own_lines.year_taken": "takes words",
    "budget.sharing.loses_most": "takes what share has made",
    "budget.sharing.loses_most_from_now": "takes what share has made",
    "leadership.core_team.hours_in_words": "says the seats without hours by name",
    "metrics.checks.check_card": "remarks on what a card lacks",
    "metrics.register.check_register": "remarks on what cards lack",
    "metrics.short.card_of": "makes a card; what is missing is left out of it",
    "metrics.short.read_as": "says a direction in words, or nothing",
    "metrics.short.record_of": "gives a card's fields as they are",
    "metrics.short.worst": "sorts remarks",
    "metrics.gaming.cheapest_trick": "takes the made-up numbers of an activity",
    "metrics.gaming.outcome": "takes the made-up numbers of an activity",
    "metrics.gaming.passes": "takes the made-up numbers of an activity",
    "readiness.counted": "takes what profile has made",
    "readiness.findings": "takes what profile has made",
    "readiness.unanswered": "takes what profile has made",
    "readiness.words": "takes what profile has made",
    "asks.unnamed": "takes the numbers of rows of a list",
    "readiness_asks.asks": "asks for what is not known",
    "readiness.of_former": "says a level in words, or that nobody knows",
    "causes.move": "takes a place in a map",
    "causes.walk": "takes a depth of a map",
    "leadership.charter_checks.review": "remarks on what a charter lacks",
    "leadership.charter_checks.seats_review": "remarks on what seats lack",
    "leadership.core_team.uncovered": "gives seats, and no number",
    "leadership.core_team.when_its_money_ends": "gives seats, and no number",
    "leadership.core_team.when_the_director_leaves": "gives words",
    "leadership.decision_checks.review": "remarks on what a matrix lacks",
    "leadership.matrix_rows.matrix_of": "keeps money that is not known as not known",
    "leadership.rights_asks.of_charter": "asks for what is not known",
    "leadership.rights_asks.of_matrix": "asks for what is not known",
    "leadership.rights_asks.of_roles": "asks for what is not known",
    "leadership.rights_asks.form_of": "gives the form of a seat, and no number",
    "leadership.rights_asks.of_hours": "asks for what is not known",
    "leadership.filling.row": "says in words how a seat is filled",
    "leadership.two_papers.remarks": "remarks on what two papers of one position lack",
    "budget.line_kinds.line_kinds": "takes lines that check_lines has made",
    "budget.memo_checks.asks_of_lines": "takes items that request_item has made",
    "budget.memo_checks.ask_against_items": "takes items that request_item has made",
    "budget.memo_checks.offset_against_items": "takes items that request_item has made",
    "budget.memo_checks.start_against_ends": "takes items that request_item has made",
    "budget.memo_checks.start_against_year": "takes items that request_item has made",
    "budget.sharing.asks_of": "asks for what is not known",
    "leadership.roles.review_all": "remarks on what roles lack",
    "leadership.goal_asks.of_goals": "asks for what is not known",
    "leadership.year_goals.review": "remarks on what goals lack",
    "leadership.year_goals.statement_of": "gives the statement of a position, and no number",
    "leadership.walk.end": "says who decides, and no number",
    "leadership.walk.ends_in_words": "says who decides, and no number",
    "leadership.walk.walk": "counts days of a matrix; unknown ones are said to be unknown",
    "outcomes.decimals_of": "counts decimals of the rates that are there",
    "outcomes.ratio_decimals": "counts decimals for the ratios of the rates that are there",
    "budget.steps.turns": "finds places among amounts that are known",
    "budget.people.with_positions": "counts rows of a list of positions, one row a position",
    "readiness.level_words": "says in words that nobody knows, which is an answer",
    "causes.from_data": "reads a map, and no number",
    "fairness.door.steps": "takes the made-up numbers of an activity",
    "fairness.door.widest": "takes the made-up numbers of an activity",
    "power.closing": "says what a map of power lacks",
    "power.lines": "says what a map of power holds",
    "power.review": "remarks on what a map of power lacks",
    "power.to_see": "says in words how large a map is",
    "power_asks.asks": "asks for what is not known",
    "power_asks.follows": "says in words what follows from a map",
    "metrics.interval.interval_of": "gives limits as a card has them, or nothing",
    "metrics.interval.years_pooled": "reads a period in words",
    "metrics.trigger.is_due": "says no where there is nothing to compare",
    "metrics.verdict.changed": "says in words that nothing can be said",
    "metrics.verdict.on_path": "says in words that nothing can be said",
    "wording.limits": "takes a count that the word list has made",
    "problem.rows_in_words": "takes the rows of a file",
}
"""Why there is nothing to try for a function: whatever it takes or gives is no number of a file."""

EXCEPT_MODULES = {
    "disparity.between": "takes what disparity.groups.groups has checked",
    "disparity.impact": "takes what disparity.groups.groups has checked",
    "disparity.ordered": "takes what disparity.groups.groups has checked",
    "disparity.regression": "takes what disparity.groups.groups has checked",
    "disparity.simple": "takes what disparity.groups.groups has checked",
    "metrics.definition": "remarks on what a card lacks",
    "metrics.equity": "remarks on what a card lacks",
    "metrics.owner": "remarks on what a card lacks",
    "budget.per_year": "takes what a form has read; what nobody knows is said to be unknown",
    "metrics.digits": "rounds and writes numbers that are known",
    "metrics.review": "remarks on what a card lacks",
    "metrics.target": "remarks on what a card lacks",
    "metrics.files": "writes cards as they are",
    "records": "carries what is kept as it is",
    "silence": "counts remarks",
}
"""Modules none of whose functions is tried, and why."""

_AMOUNT = "an amount may be taken back, or be a credit"
_RATE = "a rate of change, or a value on a card, may lie below zero"
MAY_BE_BELOW_ZERO = {
    **dict.fromkeys(
        ("budget.baseline.baseline", "budget.baseline.budget_cells", "budget.cliff.after_the_plan",
         "budget.cliff.already_ended", "budget.cliff.fiscal_cliff",
         "budget.deflate.in_prices_of", "budget.deflate.per_person",
         "budget.ending.end_fund", "budget.ending.pick_up", "budget.ending.pick_up_in_all",
         "budget.ending.whole_year", "budget.equity.classify_equity",
         "budget.funding.classify_funding", "budget.money.exact_units",
         "budget.money.known_cents", "budget.money.show", "budget.money.show_dollars",
         "budget.money.signed",
         "budget.money.to_cents", "budget.money.to_dollars", "budget.steps.steps_in_words",
         "budget.tags.reached_in_words", "budget.tags.two_tags"), _AMOUNT),
    **dict.fromkeys(
        ("gaps.gap_table", "gaps.rate_difference", "gaps.rate_ratio", "metrics.path.path_value",
         "metrics.path.standing_of", "metrics.progress.percent_of_targeted_change",
         "metrics.progress.progress", "metrics.interval.interval_of_change", "outcomes.outcome"),
        _RATE),
    "states.as_numbers": "reads any number; its callers know the limits",
    "states.one_number": "reads any number; its callers know the limits",
    "states.finite": "reads any number; its callers know the limits",
}  # fmt: skip
"""The functions to which a number below zero says something, and what."""

MAY_BE_ENDLESS = {
    "states.as_numbers": "reads any number; its callers know the limits",
    "states.one_number": "reads any number; its callers know the limits",
}
