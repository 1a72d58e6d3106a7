"""What can hurt somebody comes first on the page, is never folded, and stays with the writer."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from widgets.pages import ListPage

from groundwork.learner.papers import text
from groundwork.screen.activities import fair_rules, metric_register
from groundwork.screen.activities.decision_matrix import decision_matrix
from groundwork.screen.activities.leader_acts import leader_acts
from groundwork.screen.activities.role_statements import role_statements
from groundwork.screen.activities.team import team_charter, team_seats
from groundwork.screen.activities.year_goals import year_goals
from groundwork.screen.widgets.chart_view import Line, More
from groundwork.screen.widgets.first_remarks import MOST, first_remarks
from groundwork.subject.remark import Remark

pytestmark = pytest.mark.usefixtures("workspace")

ROOT = Path(__file__).parents[2]
NAME = "Maria Lopez"


def role() -> Any:
    listed, view = role_statements().children
    row: dict[str, Any] = dict.fromkeys((each.id for each in listed._fields), "")
    row |= {
        "position": "Community Health Worker",
        "duty": "Speaks for the Black community\nHelps as needed\nOther duties as assigned",
        "comes_off": f"The count moves to {NAME}",
        "measured_by": "Believes in equity",
    }
    ListPage(listed).save(**row)
    return listed, view, ["Speaks for the Black community", "Believes", NAME]


def seats() -> Any:
    listed, view = team_seats().children
    row: dict[str, Any] = dict.fromkeys((each.id for each in listed._fields), "")
    row |= {"hours": "4", "fund": "unknown"}
    ListPage(listed).save(**{**row, "position": "Clerk"})
    ListPage(listed).save(**{**row, "position": "Nurse", "stops": f"Goes to {NAME}"})
    ListPage(listed).save(**{**row, "position": "Latina Outreach Worker"})
    return listed, view, [NAME, "Latina"]


def charter() -> Any:
    parts, view = team_charter().children[1:]
    ListPage(parts).save(part="support", says=f"{NAME} takes notes", instrument="word")
    ListPage(parts).save(part="asked", says="Our Black staff, on forms", instrument="word")
    return parts, view, [NAME, "Our Black staff"]


def acts() -> Any:
    listed, view = leader_acts().children
    ListPage(listed).save(what="Support equity", kind="time", day="soon", seen_by="")
    ListPage(listed).save(what="Signs the memo", kind="time", day="soon", seen_by=NAME)
    return listed, view, [NAME]


def goals() -> Any:
    listed, view = year_goals().children
    row: dict[str, Any] = dict.fromkeys((each.id for each in listed._fields), "")
    row |= {"does": "Speaks for the Black community", "shown_by": "Believes in it", "asks": NAME}
    ListPage(listed).save(**{**row, "position": "Clerk"})
    return listed, view, ["Speaks for the Black community", "Believes", NAME]


def matrix() -> Any:
    positions, decisions, view = decision_matrix().children
    row: dict[str, Any] = dict.fromkeys((each.id for each in decisions._fields), "")
    ListPage(decisions).save(**{**row, "name": "Rent a van"})
    ListPage(decisions).save(**{**row, "name": "Change a form"})
    row = dict.fromkeys((each.id for each in positions._fields), "")
    ListPage(positions).save(**{**row, "name": NAME, "kind": "staff"})
    return decisions, view, [NAME]


LISTS: dict[str, Callable[[], Any]] = {
    "role": role, "seats": seats, "charter": charter, "acts": acts, "matrix": matrix,
    "goals": goals,
}  # fmt: skip


def lines(view: Any) -> list[Any]:
    """Return what to look at, as the page draws it."""
    told = dict(view.respond("open", {})["told"])
    return next(told[heading] for heading in told if heading.startswith("What to look at"))


@pytest.mark.parametrize("kind", LISTS)
def test_a_name_race_or_a_belief_is_told_first_and_never_folded(kind: str) -> None:
    _, view, words = LISTS[kind]()
    first = lines(view)[: len(words)]
    assert all("more" not in line for line in first)
    for each in words:
        assert any(each in line["text"] for line in first), each


@pytest.mark.parametrize("kind", [kind for kind in LISTS if kind != "acts"])
def test_it_stands_in_the_page_for_the_writer_and_never_as_a_remark_in_the_paper(kind: str) -> None:
    listed, _, words = LISTS[kind]()
    paper = listed._desk._make()
    alone = " ".join(text.write(paper.for_writer).split())
    handed = " ".join(text.write(paper).split())
    for each in words:
        assert each in alone
    assert "reads like a person's name" not in handed and "reads as if race" not in handed
    assert alone.index(words[0]) < alone.index("Before you use this".upper())


def test_what_is_folded_can_be_opened_and_says_how_much_it_is() -> None:
    remarks = [Remark(what=f"{at}", harms=at > 4) for at in range(9)]
    told = first_remarks(remarks, lambda each: Line(each.what, "list", ()))
    shown, more = told[:-1], told[-1]
    assert [each.text for each in shown if isinstance(each, Line)] == ["5", "6", "7", "8"]
    assert isinstance(more, More) and len(more.more) == 5
    assert len(first_remarks(remarks[:MOST], lambda each: Line(each.what, "list", ()))) == MOST


def test_beside_the_fields_of_a_form_it_is_told_whatever_else_is_missing() -> None:
    listed = fair_rules.rule_cards()
    empty = dict.fromkeys((each.id for each in listed._fields), "")
    said = listed._looked({**empty, "applies": NAME})
    assert NAME in str(said["remarks"][0])
    said_of_card = metric_register.look({"name": "Visits", "owner": NAME})
    assert NAME in said_of_card.remarks[0][1]


def test_no_list_of_the_page_cuts_its_remarks_by_itself() -> None:
    cut = re.compile(r"\bremarks\[:")
    texts = (ROOT / "src/groundwork/screen/activities").glob("*.py")
    assert [path.name for path in texts if cut.search(path.read_text("utf-8"))] == []
