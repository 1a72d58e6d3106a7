"""Rewrite the duties of a position, so that HR can put them into its job description."""

from typing import Any

from groundwork.learner.papers import roles as paper
from groundwork.screen.activities.kept_rows import kept_rows
from groundwork.screen.activities.list_and_view import list_and_view
from groundwork.screen.activities.team import SEATS, receiver, seats_of
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import Told
from groundwork.screen.widgets.fields import ANY, Field
from groundwork.screen.widgets.first_remarks import first_remarks, with_way
from groundwork.subject.leadership import roles, two_papers
from groundwork.subject.leadership.core_team import FUNDS, Seat
from groundwork.subject.leadership.roles import RoleStatement

ROLES = "role_statements"
FIELDS = (
    Field("position", "Position", help="As HR has it, never a person's name.", required=True),
    Field(
        "current",
        "What the job description says now",
        "long text",
        help="Copy the sentence, or write that there is none.",
        listed=False,
    ),
    Field(
        "duty",
        "The new duty",
        "long text",
        help="An action, an object, how often, and who sees it.",
        required=True,
    ),
    Field(
        "change",
        "What becomes of the text now?",
        "choice",
        roles.CHANGES,
        listed=False,
        when=("current", ANY),
    ),
    Field(
        "share",
        "Percent of time",
        "number",
        help="20 is 8 hours of a 40-hour week.",
        unit="percent",
    ),
    Field(
        "comes_off",
        "What comes off",
        help="The task that ends, shrinks or goes elsewhere. Nothing? Write none. Not known? "
        "Leave it open.",
    ),
    receiver("comes_off"),
    Field("authority", "What it decides alone", listed=False),
    Field("fund", "Money that pays it", "choice", FUNDS, listed=False),
    Field("reports_to", "Who asks how it goes", help="The position above it.", listed=False),
    Field(
        "measured_by",
        "How the yearly review asks about it",
        help="An act that can be seen, never a belief.",
        listed=False,
    ),
    Field(
        "knowledge",
        "What somebody has to know for it",
        "long text",
        help="About the job: five years of work with the residents concerned. HR says whether it "
        "counts as a qualification, a pay step or a differential.",
        under="Knowledge that the work draws on",
        listed=False,
    ),
)


def role_statements(name: str = ROLES) -> Stack:
    """Return the list of role statements, and what the newest lacks."""
    return list_and_view(
        name,
        FIELDS,
        lambda rows, list_: told(roles_of(rows), list_, seats_of(kept_rows(SEATS))),
        view="What the statement says",
        title="Role statements",
        one="role statement",
        paper=lambda rows, invented: paper.paper(
            roles_of(rows), seats_of(kept_rows(SEATS)), invented=invented
        ),
    )


def roles_of(rows: list[dict[str, Any]]) -> tuple[RoleStatement, ...]:
    """Turn the list's records into role statements."""
    return tuple(
        RoleStatement(
            position=row["position"],
            share=row["share"],
            duties=tuple(line.strip() for line in row["duty"].splitlines() if line.strip()),
            authority=row["authority"],
            reports_to=row["reports_to"],
            measured_by=row["measured_by"],
            funded_by=row["fund"],
            current=row["current"],
            change=row.get("change", ""),  # rows of an earlier form lack it
            comes_off=row["comes_off"],
            receiver=row["receiver"],
            knowledge=row["knowledge"],
        )
        for row in rows
    )


def told(made: tuple[RoleStatement, ...], list_: str, seats: tuple[Seat, ...] = ()) -> Told:
    """Say what to look at first in each statement.

    Parameters
    ----------
    list_
        The artifact whose rows the remarks lead to.
    seats
        The seats of the core team: a position's two papers are held side by side.
    """
    remarks = [*two_papers.remarks(made, seats), *roles.review_all(made)]
    first = first_remarks(remarks, lambda remark: with_way(remark, list_, named=True))
    return {"What to look at first": [*first, roles.closing(remarks)]}
