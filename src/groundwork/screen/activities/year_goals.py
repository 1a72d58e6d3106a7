"""Write a goal for a year's performance agreement, beside the role statement of the position."""

from datetime import date
from typing import Any

from groundwork.learner.papers import year_goals as paper
from groundwork.screen.activities.kept_rows import kept_rows
from groundwork.screen.activities.list_and_view import list_and_view
from groundwork.screen.activities.role_statements import ROLES, roles_of
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import Told
from groundwork.screen.widgets.fields import Field
from groundwork.screen.widgets.first_remarks import first_remarks, with_way
from groundwork.subject.leadership import year_goals as goals
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.year_goals import YearGoal

FIELDS = (
    Field("position", "Position", help="As HR has it, never a person's name.", required=True),
    Field(
        "does",
        "What it does this year",
        "long text",
        help="An act and how many: reviews each change of clinic hours, about six.",
        required=True,
    ),
    Field("day", "By which day", "day", help="A date, such as June 30, 2027."),
    Field(
        "hours",
        "Paid hours in the year",
        "number",
        help="2 percent of full time are about 42.",
        unit="hours a year",
    ),
    Field("asks", "Who asks about it", help="The position above it.", listed=False),
    Field(
        "shown_by",
        "What shows that it is done",
        help="A page, a list or a meeting; never a belief.",
        listed=False,
    ),
    Field(
        "not_counted",
        "What is not counted against the person",
        "long text",
        help="What lies in other hands: hours that were not freed, an answer that came late.",
        listed=False,
    ),
)


def year_goals(name: str = "year_goals") -> Stack:
    """Return the list of goals, and what they lack."""
    return list_and_view(
        name,
        FIELDS,
        lambda rows, list_: told(goals_of(rows), list_, roles_of(kept_rows(ROLES))),
        view="What the goal says",
        title="Goals for the year",
        one="goal",
        paper=lambda rows, invented: paper.paper(
            goals_of(rows), roles_of(kept_rows(ROLES)), invented=invented
        ),
    )


def goals_of(rows: list[dict[str, Any]]) -> tuple[YearGoal, ...]:
    """Turn the list's records into goals."""
    return tuple(YearGoal(**{field.id: row[field.id] for field in FIELDS}) for row in rows)


def told(made: tuple[YearGoal, ...], list_: str, roles: tuple[RoleStatement, ...] = ()) -> Told:
    """Say what the paper promises, and what to look at first in each goal.

    Parameters
    ----------
    list_
        The artifact whose rows the remarks lead to.
    roles
        The role statements, whose share of time is held beside a goal's hours.
    """
    remarks = goals.review(made, roles, date.today())
    first = first_remarks(remarks, lambda remark: with_way(remark, list_, named=True))
    return {
        "What the paper says beside your words": [paper.FAIR],
        "What to look at first": [*first, goals.closing(remarks)],
    }
