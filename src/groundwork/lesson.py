"""The one face of the course to its notebooks: `from groundwork.lesson import bar_chart, ...`.

Where a thing lives may change; its name here stays, since a notebook that a learner has changed is
never updated. Each is loaded when a notebook first asks for it: an exercise needs no chart.
"""

from pkgutil import resolve_name
from typing import Any

import groundwork.screen  # noqa: F401  (from here on a notebook shows data frames as our tables)

NAMES = {
    # figures
    "datasets": "groundwork.learner.datasets",
    "gap_table": "groundwork.subject.gaps:gap_table",
    "bar_chart": "groundwork.screen.charts.chart:bar_chart",
    "line_chart": "groundwork.screen.charts.chart:line_chart",
    "stacked_bar_chart": "groundwork.screen.charts.chart:stacked_bar_chart",
    "OutcomeExplorer": "groundwork.screen.widgets.explorer:OutcomeExplorer",
    # what a lesson's text shows under a name
    "chart": "groundwork.screen.activities.from_text:chart",
    "explorer": "groundwork.screen.activities.from_text:explorer",
    "reflect": "groundwork.screen.activities.from_text:reflect",
    "root_cause_map": "groundwork.screen.activities.from_text:root_cause_map",
    # questions of lessons and exercises, and their checks
    "ask": "groundwork.screen.widgets.ask:ask",
    "check": "groundwork.learner.exercise:check",
    "given": "groundwork.learner.exercise:given",
    # questions as notebooks of version 0.1 ask and check them
    "ChoiceQuestion": "groundwork.screen.widgets.questions:ChoiceQuestion",
    "choose_place": "groundwork.screen.activities.place:choose_place",
    # what a learner makes and keeps
    "Reflection": "groundwork.screen.widgets.reflection:Reflection",
    "readiness_profile": "groundwork.screen.activities.readiness:readiness_profile",
    "RootCauseMap": "groundwork.screen.activities.cause_map:RootCauseMap",
    "starting_gap": "groundwork.learner.place:starting_gap",
    "power_map": "groundwork.screen.activities.power_map:power_map",
    "tuesdays_contract": "groundwork.screen.activities.tuesdays_contract:tuesdays_contract",
    "decision_matrix": "groundwork.screen.activities.decision_matrix:decision_matrix",
    "leader_acts": "groundwork.screen.activities.leader_acts:leader_acts",
    "team_seats": "groundwork.screen.activities.team:team_seats",
    "team_charter": "groundwork.screen.activities.team:team_charter",
    "role_statements": "groundwork.screen.activities.role_statements:role_statements",
    "director_leaves": "groundwork.screen.activities.director_leaves:director_leaves",
    "year_goals": "groundwork.screen.activities.year_goals:year_goals",
    "own_file": "groundwork.screen.activities.own_file:own_file",
    "two_raters": "groundwork.screen.activities.two_raters:two_raters",
    "horizon": "groundwork.screen.activities.own_funds:horizon",
    "end_the_grant": "groundwork.screen.activities.end_the_grant:end_the_grant",
    "tag_twice": "groundwork.screen.activities.tag_twice:tag_twice",
    "money_per_person": "groundwork.screen.activities.money_per_person:money_per_person",
    "budget_lines": "groundwork.screen.activities.budget_lines:budget_lines",
    "budget_request": "groundwork.screen.activities.budget_request:budget_request",
    "pay_a_year": "groundwork.screen.activities.pay_a_year:pay_a_year",
    "help_line": "groundwork.screen.activities.help_line:help_line",
    "pay_rule": "groundwork.screen.activities.pay_rule:pay_rule",
    "whose_weights": "groundwork.screen.activities.whose_weights:whose_weights",
    "who_bears": "groundwork.screen.activities.who_bears:who_bears",
    "allocation_note": "groundwork.screen.activities.allocation_note:allocation_note",
    "department_timeline": "groundwork.screen.activities.timeline:department_timeline",
    "metric_register": "groundwork.screen.activities.metric_register:metric_register",
    "register_repairs": "groundwork.screen.activities.metric_register:register_repairs",
    "game_it": "groundwork.screen.activities.game_it:game_it",
    "which_door": "groundwork.screen.activities.which_door:which_door",
    "when_known": "groundwork.screen.activities.when_known:when_known",
    "rule_cards": "groundwork.screen.activities.fair_rules:rule_cards",
    "evaluation_questions": "groundwork.screen.activities.fair_rules:evaluation_questions",
    "choose": "groundwork.screen.widgets.exercise:choose",
    "classify": "groundwork.screen.widgets.exercise:classify",
    "number": "groundwork.screen.widgets.exercise:number",
    "write": "groundwork.screen.widgets.exercise:write",
    "check_written": "groundwork.learner.exercise:check_written",
    "grade": "groundwork.learner.exercise:grade",
}


def __getattr__(name: str) -> Any:
    if name not in NAMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return resolve_name(NAMES[name])


def __dir__() -> list[str]:
    return sorted(NAMES)
