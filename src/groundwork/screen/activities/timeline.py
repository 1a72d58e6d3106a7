"""The department's own history of care and control, as a list the learner fills in."""

from groundwork.learner import place
from groundwork.learner.papers import letterhead, timeline
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.records import RecordList

SAID = Words("timeline", not_known=timeline.NOT_KNOWN)
FIELDS = SAID.fields()
KINDS = next(each for each in FIELDS if each.id == "kind").options


def department_timeline(name: str = "department_timeline") -> RecordList:
    """Return the list of moments; Riverbend County (invented) has its own, when it is the place."""
    invented = letterhead.invented()
    return RecordList(
        place.artifact(name),
        FIELDS,
        title=place.titled(timeline.TITLE),
        one=SAID("one"),
        paper=lambda moments: timeline.paper(
            [{**each, "kind": KINDS.get(each["kind"], "")} for each in moments],
            invented=invented,
        ),
    )
