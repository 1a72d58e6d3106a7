"""What a leader commits to, as a list of acts with days."""

from typing import Any

from groundwork.screen.activities.list_and_view import list_and_view
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import Line, Told
from groundwork.screen.widgets.fields import Field
from groundwork.subject.leadership import leader_acts as acts
from groundwork.subject.leadership.leader_acts import Act

ACTS = "leader_acts"
FIELDS = (
    Field("what", "The act", help="What somebody can see: signs the memo that …", required=True),
    Field("kind", "Kind", "choice", acts.KINDS, required=True),
    Field("day", "By which day", required=True),
    Field("seen_by", "Who sees that it is done", help="A position or a meeting."),
)


def leader_acts(name: str = ACTS) -> Stack:
    """Return the list of acts, and what they lack."""
    return list_and_view(
        name,
        FIELDS,
        told,
        view="What the acts say",
        title="Acts of the leader",
        one="leader's act",
    )


def told(rows: list[dict[str, Any]], list_: str) -> Told:
    """Say what to look at in each act, with a way to its row."""
    remarks = acts.review(acts_of(rows))
    lines = [
        Line(f"{each.what} {each.try_instead}", list_, (each.about,) if each.about else ())
        for each in remarks
    ]
    return {"What to look at": [*lines, acts.closing(remarks)]}


def acts_of(rows: list[dict[str, Any]]) -> tuple[Act, ...]:
    """Turn the list's records into acts."""
    return tuple(Act(row["what"], row["kind"], row["day"], row["seen_by"]) for row in rows)
