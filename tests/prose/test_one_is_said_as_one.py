"""Where a page or a paper counts things, one is said as one: "1 line", and never "1 lines".

The code is read as it is written: a number before a plural goes through `counted`, unless it is
told apart right there (`"1 line" if …`), or is in the list below.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from groundwork.subject import readiness
from groundwork.subject.counts import counted
from groundwork.subject.readiness import Rating
from groundwork.subject.readiness_statements import NEEDS

SOURCES = Path(__file__).parents[2] / "src" / "groundwork"
FLOORS = ("subject", "learner", "screen")
PLURAL = re.compile(
    r"^ (?:of the |more |working |different |short |further |full-time )?"
    r"(answers|bars|cards|causes|cells|columns|days|decisions|events|fields|files|groups|hours"
    r"|lines|measures|months|names|parts|people|pieces|places|positions|questions|remarks|rows"
    r"|seats|statements|things|units|values|words|years|are|have)\b"
)
NO_COUNT = {  # words, and not a number
    ("subject/leadership/two_papers.py", "both"),
    ("subject/own_data/asked_cells.py", "column.name"),
    ("subject/own_data/sections.py", "'their' if many else 'its'"),
    ("subject/power.py", "actor.name"),
    ("subject/states.py", "what"),
    ("learner/papers/baseline_book.py", "work.fte"),
    ("subject/disparity/summary.py", "scale.capitalize()"),
}
NEVER_ONE = {  # told apart above, of all the rows of a question, or a limit that is larger
    ("learner/papers/register.py", "len(cards)"),
    ("subject/budget/agreement.py", "len(odd)"),
    ("subject/budget/allocation.py", "len(names)"),
    ("subject/budget/deflate.py", "some"),
    ("subject/budget/partner_pay.py", "hours"),
    ("subject/budget/partner_pay.py", "units / HOURS"),
    ("subject/budget/request.py", "months"),
    ("subject/budget/request.py", "positions or 0"),
    ("subject/budget/sharing.py", "place.people"),
    ("subject/disparity/groups.py", "extra.shape[1]"),
    ("subject/disparity/groups.py", "y.shape[1]"),
    ("subject/disparity/summary.py", "measure.least_groups"),
    ("subject/leadership/charter_checks.py", "reply.days"),
    ("subject/leadership/decision_checks.py", "count"),
    ("subject/leadership/decision_checks.py", "len(deciders)"),
    ("subject/leadership/decision_checks.py", "load"),
    ("subject/leadership/roles.py", "names.count(name)"),
    ("subject/metrics/files.py", "len(names)"),
    ("subject/metrics/interval.py", "pooled"),
    ("subject/metrics/register.py", "len(kinds)"),
    ("subject/metrics/register.py", "len(owners)"),
    ("subject/metrics/review.py", "(review - today).days"),
    ("subject/own_data/laws.py", "fte.values[at]"),
    ("subject/own_data/laws.py", "len(first)"),
    ("subject/own_data/layouts_rankings.py", "len(names)"),
    ("subject/own_data/mapping.py", "len(chosen)"),
    ("subject/own_data/rows_told.py", "len(page[header])"),
    ("subject/readiness.py", "table['statements'].sum()"),
    ("subject/silence.py", "count"),
    ("subject/small_numbers.py", "rule.least_population"),
    ("subject/small_numbers.py", "rule.unreliable_below"),
    ("learner/papers/roles.py", "equity_fte(known)"),
    ("learner/papers/roles.py", "len(roles)"),
    ("learner/questions/card.py", "len(self.fields)"),
    ("learner/questions/matrix.py", "len(self.rows)"),
    ("learner/questions/sort.py", "len(self.items)"),
    ("learner/questions/table.py", "len(self.cells)"),
    ("learner/questions/write.py", "_count(len(self.parts))"),
    ("learner/questions/write.py", "count"),
    ("learner/questions/write.py", "words"),
    ("screen/activities/budget_request.py", "typed"),
    ("screen/activities/grant_ended.py", "found.equity_fte"),
    ("screen/activities/fair_rules.py", "all"),
    ("screen/activities/horizon.py", "n"),
    ("screen/charts/chart.py", "len(series)"),
}


def plurals_behind_a_number() -> Iterator[tuple[str, str]]:
    """Each file and number that a plural follows, where nothing there tells one apart."""
    for floor in FLOORS:
        for path in sorted((SOURCES / floor).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            choices = [node for node in ast.walk(tree) if isinstance(node, ast.IfExp)]
            apart = {id(inner) for choice in choices for inner in ast.walk(choice)}
            for node in ast.walk(tree):
                if isinstance(node, ast.JoinedStr) and id(node) not in apart:
                    name = path.relative_to(SOURCES).as_posix()
                    yield from ((name, number) for number in numbers_of(node))


def numbers_of(text: ast.JoinedStr) -> Iterator[str]:
    for value, behind in zip(text.values, text.values[1:], strict=False):
        if not (isinstance(value, ast.FormattedValue) and isinstance(behind, ast.Constant)):
            continue
        number = ast.unparse(value.value)
        is_fixed = re.fullmatch(r"(?:len\()?(?:\w+\.)*[A-Z_]+\)?", number)
        if PLURAL.match(str(behind.value)) and not is_fixed:
            yield number


def test_a_number_before_a_plural_is_said_by_the_one_rule() -> None:
    assert set(plurals_behind_a_number()) == NO_COUNT | NEVER_ONE


def test_one_and_none_and_several() -> None:
    assert [counted(count, "line") for count in (0, 1, 2, 1500)] == [
        "0 lines", "1 line", "2 lines", "1,500 lines",
    ]  # fmt: skip
    assert counted(1.5, "hour") == "1.5 hours"
    assert [counted(count, "person", "people") for count in (1, 2)] == ["1 person", "2 people"]


@pytest.mark.parametrize("rated", [1, 2, 3])
@pytest.mark.parametrize("noted", [0, 1, 2, 3])
def test_a_need_says_in_good_english_what_is_rated(rated: int, noted: int) -> None:
    if noted > rated:
        return
    ids = [each.id for each in NEEDS[0].statements][:rated]
    ratings = [Rating(id, 1, "a paper" if at < noted else "") for at, id in enumerate(ids)]
    (told,) = readiness.findings(readiness.profile(ratings))
    wanted = {
        (1, 0): "It is at 1 (not in place). It has no note on what shows it.",
        (1, 1): "It is at 1 (not in place). It has a note on what shows it.",
        (2, 0): "All are at 1 (not in place). None of the 2 has a note on what shows it.",
        (3, 1): "All are at 1 (not in place). 1 of the 3 has a note on what shows it.",
        (3, 2): "All are at 1 (not in place). 2 of the 3 have a note on what shows it.",
    }
    assert wanted.get((rated, noted), "a note on what shows it.") in told
    assert not re.search(r"\b0 of\b|\bthe 1\b|\b1 of the \d have\b", told)
