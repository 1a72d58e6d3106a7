"""The department's own history of care and control, as a list the learner fills in."""

from groundwork.learner import place
from groundwork.learner.papers import letterhead, timeline
from groundwork.screen.widgets.records import Field, RecordList

CARE_OR_CONTROL = {
    "care": "care",
    "control": "control",
    "both": "both",
    "not known": timeline.NOT_KNOWN,
}


def department_timeline(name: str = "department_timeline") -> RecordList:
    """Return the list of moments; Riverbend County (invented) has its own, when it is the place."""
    invented = letterhead.INVENTED if place.read() == place.RIVERBEND else ""
    return RecordList(
        place.artifact(name),
        (
            Field("when", "When", help="A year, or a stretch of years.", required=True),
            Field("what", "What happened", "long text", required=True),
            Field("kind", "Care, control or both?", "choice", CARE_OR_CONTROL),
            Field("decided", "Who decided, with what money"),
            Field("source", "How do you know?"),
        ),
        title=place.titled(timeline.TITLE),
        one="moment",
        paper=lambda moments: timeline.paper(
            [{**each, "kind": CARE_OR_CONTROL.get(each["kind"], "")} for each in moments],
            invented=invented,
        ),
    )
