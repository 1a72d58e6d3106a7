"""A list of records and, below it, what is said of them: the shape of most that a learner makes."""

from collections.abc import Callable, Sequence

from groundwork.learner import place, public_record
from groundwork.learner.papers import letterhead
from groundwork.learner.papers.model import Paper
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView, Told
from groundwork.screen.widgets.fields import Field, Record
from groundwork.screen.widgets.records import RecordList


def list_and_view(
    name: str,
    fields: Sequence[Field],
    told: Callable[[list[Record], str], Told],
    *,
    view: str,
    title: str,
    one: str,
    paper: Callable[[list[Record], str], Paper] | None = None,
) -> Stack:
    """Return a list of who does what, kept for the place that is chosen, and what is said of it.

    Parameters
    ----------
    name
        The artifact's name, as for a real department.
    fields
        The columns of the list.
    told
        Says what there is to say of the rows; its second argument is the artifact that they are
        kept in, to which remarks lead.
    view
        What a printout calls the place below the list.
    title, one
        The list's title, and what one of its rows is called.
    paper
        Makes the paper of the rows; its second argument says what is invented, or is "".
    """
    kept_in = place.artifact(name)
    said = ChartView(name=view)
    invented = letterhead.invented()
    listed = RecordList(
        kept_in,
        fields,
        title=place.titled(title),
        record=public_record.RIGHTS,
        one=one,
        on_change=lambda rows: said.tell(told(rows, kept_in) if rows else {}),
        paper=(lambda rows: paper(rows, invented)) if paper else None,
    )
    return Stack(listed, said)
