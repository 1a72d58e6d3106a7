"""What a leader commits to, as a list of acts with days."""

from typing import Any

from groundwork.learner import place, public_record
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView, Line, Told
from groundwork.screen.widgets.fields import Field
from groundwork.screen.widgets.records import RecordList
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
    view = ChartView(name="What the acts say")

    def show(rows: list[dict[str, Any]]) -> None:
        remarks = acts.review(acts_of(rows))
        told = [
            Line(
                f"{each.what} {each.try_instead}",
                place.artifact(name),
                (each.about,) if each.about else (),
            )
            for each in remarks
        ]
        lines: Told = {"What to look at": [*told, acts.closing(remarks)]}
        view.show(None, lines, aloud=False) if rows else view.clear()

    listed = RecordList(
        place.artifact(name),
        FIELDS,
        title=place.titled("Acts of the leader"),
        record=public_record.RIGHTS,
        one="leader's act",
        on_change=show,
    )
    return Stack(listed, view)


def acts_of(rows: list[dict[str, Any]]) -> tuple[Act, ...]:
    """Turn the list's records into acts."""
    return tuple(Act(row["what"], row["kind"], row["day"], row["seen_by"]) for row in rows)
