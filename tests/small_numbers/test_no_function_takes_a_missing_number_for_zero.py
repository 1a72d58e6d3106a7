# mypy: ignore-errors
"""A number is there, hidden or missing, for every function that a lesson or a command uses.

Which functions there are is read from what lessons, exercises and commands import, so that a new
one has its place in `CALLS`, or in `EXCEPT` a reason why not.
"""

import ast
import dataclasses
import importlib
import importlib.util
import inspect
import math
import typing
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from groundwork import lesson
from groundwork.subject import gaps, outcomes, readiness
from groundwork.subject.budget import (
    allocation,
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
    partner_pay,
    pay_rule,
    request,
    sharing,
    spending,
    tags,
    years,
)  # fmt: skip
from groundwork.subject.budget.baseline import baseline
from groundwork.subject.errors import UserError
from groundwork.subject.leadership import core_team, roles
from groundwork.subject.leadership.core_team import Seat
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.metrics import gap, knowing, path
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.readiness import Rating

ROOT = Path(__file__).parents[2]
SUBJECT = "groundwork.subject"
USERS = ("learner", "screen", "command", "authoring", "cohort")
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
        frame[name] = pd.Series([made[name][0], value], dtype="object")
    return frame


def spent(value: object, name: str = "spent") -> pd.DataFrame:
    frame = pd.DataFrame(
        {"line_id": ["A", "B"], "fiscal_year": ["FY2026"] * 2, "spent": [1, 2], "revised": [9, 9]}
    )
    frame[name] = pd.Series([1, value], dtype="object")
    return frame


def card(value: object) -> MetricCard:
    return MetricCard(
        id="A", name="A", direction="higher is better", baseline_value=1, baseline_year=2024,
        target_value=9, target_year=2030, latest_value=value, latest_year=2026,
    )  # fmt: skip


def figures(value: object) -> pd.DataFrame:
    return pd.DataFrame(
        {"measure": ["m"] * 2, "unit": ["%"] * 2, "group": ["a", "b"], "year": [2020] * 2,
         "value": pd.Series([1.5, value], dtype="object")}
    )  # fmt: skip


def need(value: object) -> pd.DataFrame:
    return pd.DataFrame({"poverty": pd.Series([3, value], dtype="object", index=["a", "b"])})


def shared(
    people: int = 9, in_need: int = 1, total: int = 10, need_percent: int = 50
) -> list[sharing.Shared]:
    places = [sharing.Place("a", people, in_need), sharing.Place("b", 9, 1)]
    return sharing.share(places, sharing.Weights(total, need_percent))


def group(value: object, name: str) -> pay_rule.PaidGroup:
    usual: dict[str, object] = {"people": 3, "meetings": 4, "hours": 2.0, "rate": 50.0}
    return pay_rule.PaidGroup("G", **{**usual, name: value})


def record(value: object) -> dict[str, object]:
    return {
        "line": "A", "amount": value, "fund": "F", "fte": 1, "positions": 1, "ends": "",
        "use": "", "label": "", "share": 100, "paper": "a",
    }  # fmt: skip


RULE = help_line.HelpRule("r", 500_00, limit_cents=1000_00)
Call = Callable[[object], object]
CALLS: dict[str, list[Call]] = {
    "budget.allocation.allocate": [
        lambda v: allocation.allocate(need(v), 100, {"poverty": 1}),
        lambda v: allocation.allocate(need(1), v, {"poverty": 1}),
        lambda v: allocation.allocate(need(1), 100, {"poverty": v}),
        lambda v: allocation.allocate(need(1), 100, {"poverty": 1}, v)],
    "budget.baseline.baseline": [lambda v: baseline(table(amount=v), HORIZON)],
    "budget.cliff.after_the_plan": [
        lambda v: cliff.after_the_plan(table(amount=v), "FY2026", HORIZON)],
    "budget.cliff.fiscal_cliff": [lambda v: cliff.fiscal_cliff(table(amount=v), "FY2026", HORIZON)],
    "budget.cut.spread_cut": [
        lambda v: cut.spread_cut({"a": v, "b": 9}, 1, {"a": 1, "b": 1}),
        lambda v: cut.spread_cut({"a": 9, "b": 9}, v, {"a": 1, "b": 1}),
        lambda v: cut.spread_cut({"a": 9, "b": 9}, 1, {"a": v, "b": 1}),
        lambda v: cut.spread_cut({"a": 9, "b": 9}, 1, {"a": 1, "b": 1}, v)],
    "budget.deflate.per_person": [
        lambda v: deflate.per_person(
            pd.Series([v], index=["FY2026"], dtype="object"), {"FY2026": 10}, {"FY2026": 5}),
        lambda v: deflate.per_person(
            pd.Series([100], index=["FY2026"]), {"FY2026": v}, {"FY2026": 5})],
    "budget.ending.end_fund": [
        lambda v: ending.end_fund(table(amount=v), "F", "FY2026", "2026-12-31"),
        lambda v: ending.end_fund(table(), "F", "FY2026", "2026-12-31", v)],
    "budget.ending.pick_up": [
        lambda v: ending.pick_up(v, "2026-12-31", "FY2026"),
        lambda v: ending.pick_up(100, "2026-12-31", "FY2026", v),
        lambda v: ending.pick_up(100, "2026-12-31", "FY2026", 3, v)],
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
    "budget.money.to_cents": [money.to_cents],
    "budget.money.to_dollars": [money.to_dollars],
    "budget.partner_pay.partner_cost": [
        lambda v: partner_pay.partner_cost(v, 2, 1, 50, partner_pay.WASHINGTON),
        lambda v: partner_pay.partner_cost(2, v, 1, 50, partner_pay.WASHINGTON),
        lambda v: partner_pay.partner_cost(2, 2, v, 50, partner_pay.WASHINGTON),
        lambda v: partner_pay.partner_cost(2, 2, 1, v, partner_pay.WASHINGTON),
        lambda v: partner_pay.partner_cost(2, 2, 1, 50, partner_pay.WASHINGTON, v)],
    "budget.pay_rule.cost_of": [
        lambda v: pay_rule.cost_of(group(v, "people")),
        lambda v: pay_rule.cost_of(group(v, "meetings")),
        lambda v: pay_rule.cost_of(group(v, "hours")),
        lambda v: pay_rule.cost_of(group(v, "rate")),
        lambda v: pay_rule.cost_of(group(v, "care"))],
    "budget.pay_rule.review": [lambda v: pay_rule.review({}, (group(v, "rate"),))],
    "budget.request.request_item": [
        lambda v: request.request_item("A post", v)],
    "budget.request.request_options": [
        lambda v: request.request_options([request.request_item("A post", 5)], [v])],
    "budget.sharing.share": [
        lambda v: shared(people=v),
        lambda v: shared(in_need=v),
        lambda v: shared(total=v),
        lambda v: shared(need_percent=v)],
    "budget.spending.budgeted_and_spent": [
        lambda v: spending.budgeted_and_spent(table(), spent(v)),
        lambda v: spending.budgeted_and_spent(table(), spent(v, "revised"))],
    "budget.tags.two_tags": [lambda v: tags.two_tags(table(amount=v), {"A"})],
    "budget.years.horizon_after": [lambda v: years.horizon_after("FY2026", v)],
    "budget.years.first_day": [lambda v: years.first_day("FY2026", v)],
    "budget.years.last_day": [lambda v: years.last_day("FY2026", v)],
    "budget.years.months_after": [lambda v: years.months_after(pd.Timestamp("2026-06-30"), v)],
    "budget.own_lines.fiscal_year_of": [lambda v: own_lines.fiscal_year_of(date(2026, 8, 1), v)],
    "gaps.gap_table": [
        lambda v: gaps.gap_table(pd.Series([4.0, v], index=["a", "b"], dtype="object"), "a")[
            "rate_ratio"].iloc[1]],
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
}  # fmt: skip
CARRIES = "carries amounts as they are, to functions that are tried here"
EXCEPT = {
    "budget.own_lines.spent": CARRIES,
    "budget.own_lines.table_of": CARRIES,
    "budget.own_lines.twelve_of": CARRIES,
    "budget.own_lines.judged": CARRIES,
    "budget.own_lines.to_judge": CARRIES,
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
    "leadership.core_team.hours_in_words": "says the seats without hours by name",
    "metrics.checks.check_card": "remarks on what a card lacks",
    "metrics.register.check_register": "remarks on what cards lack",
    "metrics.short.card_of": "makes a card; what is missing is left out of it",
    "metrics.short.read_as": "says a direction in words, or nothing",
    "metrics.short.record_of": "gives a card's fields as they are",
    "metrics.short.with_id": "changes the id of a card alone",
    "metrics.short.worst": "sorts remarks",
    "metrics.gaming.cheapest_trick": "takes the made-up numbers of an activity",
    "metrics.gaming.outcome": "takes the made-up numbers of an activity",
    "metrics.gaming.passes": "takes the made-up numbers of an activity",
    "readiness.counted": "takes what profile has made",
    "readiness.findings": "takes what profile has made",
    "readiness.unanswered": "takes what profile has made",
    "readiness.words": "takes what profile has made",
    "readiness.asks": "asks for what is not known",
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
    "leadership.rights_asks.of_hours": "asks for what is not known",
    "leadership.filling.row": "says in words how a seat is filled",
    "leadership.two_papers.remarks": "remarks on what two papers of one position lack",
    "budget.line_kinds.line_kinds": "takes lines that check_lines has made",
    "budget.memo_checks.ask_against_items": "takes items that request_item has made",
    "budget.memo_checks.start_against_ends": "takes items that request_item has made",
    "budget.sharing.asks_of": "asks for what is not known",
    "leadership.roles.review_all": "remarks on what roles lack",
    "leadership.goal_asks.of_goals": "asks for what is not known",
    "leadership.year_goals.review": "remarks on what goals lack",
    "leadership.year_goals.statement_of": "gives the statement of a position, and no number",
    "leadership.walk.end": "says who decides, and no number",
    "leadership.walk.ends_in_words": "says who decides, and no number",
    "leadership.walk.walk": "counts days of a matrix; unknown ones are said to be unknown",
    "outcomes.decimals_of": "counts decimals of the rates that are there",
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


def used() -> set[str]:
    """The functions of the subject that lessons, exercises and commands import."""
    found = set()
    for folder in USERS:
        for path_ in (ROOT / "src" / "groundwork" / folder).rglob("*.py"):
            found |= _imported(ast.parse(path_.read_text(encoding="utf-8")))
    for target in lesson.NAMES.values():
        module, _, name = target.partition(":")
        if module.startswith(SUBJECT) and name:
            found.add((module, name))
    functions = set()
    for module, name in found:
        each = getattr(importlib.import_module(module), name, None)
        if inspect.isfunction(each) and each.__module__.startswith(SUBJECT):
            functions.add(each)
    return {_name(each) for each in functions if _reads_own_data(each) is False and _counts(each)}


def _imported(tree: ast.AST) -> set[tuple[str, str]]:
    """Names that are imported from the subject, and names that are asked of its modules."""
    names, modules = set(), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(SUBJECT):
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                if importlib.util.find_spec(node.module).submodule_search_locations and (
                    importlib.util.find_spec(whole)
                ):
                    modules[alias.asname or alias.name] = whole
                else:
                    names.add((node.module, alias.name))
    for node in ast.walk(tree):
        of_name = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if of_name and node.value.id in modules:
            names.add((modules[node.value.id], node.attr))
    return names


def _name(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__name__}".removeprefix(f"{SUBJECT}.")


def _reads_own_data(function: Callable[..., object]) -> bool:
    """What reads files has tests of its own: tests/own_data."""
    return ".own_data." in function.__module__


_NUMBERS = (int, float, np.ndarray, pd.Series, pd.DataFrame)


def _counts(function: Callable[..., object]) -> bool:
    """Whether a number can be among what a function takes."""
    hints = typing.get_type_hints(function)
    return any(_holds_numbers(hint) for name, hint in hints.items() if name != "return")


def _holds_numbers(hint: object, depth: int = 0) -> bool:
    if (
        hint is typing.Any
        or hint is object
        or getattr(hint, "__name__", "") in ("Decimal", "Fraction")
    ):
        return True
    if isinstance(hint, type) and issubclass(hint, _NUMBERS):
        return hint is not bool
    if dataclasses.is_dataclass(hint) and depth < 3:
        return any(_holds_numbers(each, depth + 1) for each in typing.get_type_hints(hint).values())
    return any(_holds_numbers(each, depth) for each in typing.get_args(hint))


MISSING = {"None": None, "NaN": math.nan, "NA": pd.NA, "NaT": pd.NaT, "numpy": np.float64("nan")}
NO_NUMBER = {"words": "about 12", "hidden": "*", "few": "<10", "endless": math.inf, "yes": True}
EACH = [(name, at) for name, calls in CALLS.items() for at in range(len(calls))]


def test_every_function_has_its_place() -> None:
    assert used() - set(CALLS) - set(EXCEPT) == set()
    assert set(CALLS) - used() == set()
    assert set(EXCEPT) - used() == set()
    assert not set(CALLS) & set(EXCEPT)
    assert all(EXCEPT.values())


def is_missing(answer: object) -> bool:
    if isinstance(answer, tuple):
        return any(map(is_missing, answer))
    if answer is None or answer is pd.NA or answer is pd.NaT or answer == "":
        return True
    return isinstance(answer, float) and math.isnan(answer)


@pytest.mark.parametrize("what", {**MISSING, **NO_NUMBER})
@pytest.mark.parametrize(("name", "at"), EACH)
def test_what_is_no_number_gives_nothing_or_a_sentence(name: str, at: int, what: str) -> None:
    try:
        answer = CALLS[name][at]({**MISSING, **NO_NUMBER}[what])
    except UserError as error:
        assert error.fix
    else:
        assert is_missing(answer), f"{name} takes {what} for {answer}"


@pytest.mark.parametrize(("name", "at"), EACH)
def test_a_number_that_is_there_gives_an_answer(name: str, at: int) -> None:
    """Some number is taken, or the test above would be true of a function that refuses all."""
    taken = 0
    for number in (1, 2, 3, 7, 50, "3"):
        try:
            CALLS[name][at](number)
        except UserError:
            continue
        taken += 1
    assert taken
