"""The blocks that are no questions: charts, what explores data, reflections, maps and ratings.

Each kind turns a block into what the catalog of its page holds, and says what its cell calls.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from groundwork.authoring.source.blocks import Block
from groundwork.authoring.source.fault import Report
from groundwork.subject.own_data.contracts import CONTRACTS

CHARTS = {"bars": (), "stacked": ("group",), "lines": ("group",)}  # what each needs beside the rest
Entry = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """A kind of block: what reads it, and what its cell calls.

    A kind whose words are its own (a map, a rating) has an empty entry in the catalog. `named` says
    whether its call is told the block's name.
    """

    read: Callable[[Block, Report], Entry]
    call: str
    named: bool = True


def chart(block: Block, report: Report) -> Entry:
    """Read a chart: its data, its title and unit, and in the prose what it shows, in words."""
    known = ("as", "data", "where", "label", "value", "group", "interval", "reference")
    words = ("title", "unit", "year", "decimals")
    _options(block, (*known, *words), report, needed=("data", "label", "title", "unit", "year"))
    found: Entry = {name: option.value for name, option in block.options.items()}
    shape = found.setdefault("as", "bars")
    if shape not in CHARTS:
        report(block.options["as"].line, f"draws {shape!r}: choose {', '.join(CHARTS)}")
    for name in CHARTS.get(shape, ()):
        if name not in found:
            report(block.line, f"says no {name}: write :{name}: and the column's name")
    if "decimals" in found:
        found["decimals"] = _whole(block, "decimals", report)
    if "interval" in found:
        found["interval"] = found["interval"].split()
        if len(found["interval"]) != 2:
            report(block.options["interval"].line, "names two columns: write lower upper")
    _only_prose(block, report, "what the chart shows, in words")
    return {**found, "meaning": block.prose}


def explorer(block: Block, report: Report) -> Entry:
    """Read an explorer of outcomes: the data sets to choose from, and the year shown first."""
    _options(block, ("data", "year"), report, needed=("data",))
    _nothing_inside(block, report)
    found: Entry = {}
    if "data" in block.options:
        found["data"] = [name.strip() for name in block.options["data"].value.split("|")]
    if "year" in block.options:
        found["year"] = _whole(block, "year", report)
    return found


def reflect(block: Block, report: Report) -> Entry:
    """Read a reflection: its prompt, and under which name its file is kept."""
    _options(block, ("kept",), report)
    _only_prose(block, report, "what to think about")
    kept = block.options.get("kept")
    return {"prompt": block.prose, "kept": kept.value if kept else block.name}


def own_file(block: Block, report: Report) -> Entry:
    """Read a place for a file of the learner's own: the kind of file that it takes."""
    _options(block, ("as",), report, needed=("as",))
    _nothing_inside(block, report)
    kind = block.options["as"].value if "as" in block.options else ""
    if kind and kind not in CONTRACTS:
        report(block.options["as"].line, f"takes {kind!r}: choose {', '.join(CONTRACTS)}")
    return {"as": kind}


def activity(block: Block, report: Report) -> Entry:
    """Read something that a learner makes, whose words are its own: its name is all there is."""
    _options(block, (), report)
    _nothing_inside(block, report)
    return {}


KINDS = {
    "chart": Kind(chart, "chart"),
    "explorer": Kind(explorer, "explorer"),
    "reflect": Kind(reflect, "reflect"),
    "place": Kind(activity, "choose_place", named=False),
    "readiness": Kind(activity, "readiness_profile"),
    "cause-map": Kind(activity, "root_cause_map"),
    "power-map": Kind(activity, "power_map"),
    "timeline": Kind(activity, "department_timeline"),
    "own-file": Kind(own_file, "own_file"),
    "two-raters": Kind(activity, "two_raters"),
    "horizon": Kind(activity, "horizon"),
    "end-the-grant": Kind(activity, "end_the_grant"),
    "tag-twice": Kind(activity, "tag_twice"),
    "per-person": Kind(activity, "money_per_person"),
    "budget-lines": Kind(activity, "budget_lines"),
    "budget-request": Kind(activity, "budget_request"),
    "pay-a-year": Kind(activity, "pay_a_year"),
    "help-line": Kind(activity, "help_line"),
    "pay-rule": Kind(activity, "pay_rule"),
    "whose-weights": Kind(activity, "whose_weights"),
    "who-bears": Kind(activity, "who_bears"),
    "allocation-note": Kind(activity, "allocation_note"),
    "contract": Kind(activity, "tuesdays_contract"),
    "decision-matrix": Kind(activity, "decision_matrix"),
    "leader-acts": Kind(activity, "leader_acts"),
    "seats": Kind(activity, "team_seats"),
    "charter": Kind(activity, "team_charter"),
    "roles": Kind(activity, "role_statements"),
    "year-goals": Kind(activity, "year_goals"),
    "director-leaves": Kind(activity, "director_leaves"),
    "metric-register": Kind(activity, "metric_register"),
    "register-repairs": Kind(activity, "register_repairs"),
    "game-it": Kind(activity, "game_it"),
    "which-door": Kind(activity, "which_door"),
    "when-known": Kind(activity, "when_known"),
    "rule-cards": Kind(activity, "rule_cards"),
    "evaluation-questions": Kind(activity, "evaluation_questions"),
}


def _options(
    block: Block, known: Collection[str], report: Report, needed: Collection[str] = ()
) -> None:
    for name, option in block.options.items():
        if name not in known:
            takes = ", ".join(known) or "none"
            report(option.line, f"has :{name}:, which {{{block.kind}}} does not take: {takes}")
    for name in needed:
        if name not in block.options:
            report(block.line, f"says no {name}: write :{name}: at the top of the block")


def _whole(block: Block, name: str, report: Report) -> int:
    option = block.options[name]
    if option.value.isdecimal():
        return int(option.value)
    report(option.line, f"says {option.value!r} for {name}: write a whole number")
    return 0


def _only_prose(block: Block, report: Report, what: str) -> None:
    if not block.prose:
        report(block.line, f"has no words: say {what}")
    for line in _lines_inside(block):
        report(line, f"stands in {{{block.kind}}}, which holds a paragraph and nothing else")


def _nothing_inside(block: Block, report: Report) -> None:
    for line in _lines_inside(block) or ([block.line] if block.prose else []):
        report(line, f"has words in {{{block.kind}}}, which says its own")


def _lines_inside(block: Block) -> list[int]:
    return [item.line for item in block.items] + [quote.line for quote in block.quotes]
