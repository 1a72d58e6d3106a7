"""The department's own history of care and control, as a list the learner fills in."""

from groundwork.learner import place
from groundwork.screen.records import Field, RecordList

CARE_OR_CONTROL = {
    "care": "care",
    "control": "control",
    "both": "both",
    "not known": "not known yet",
}


def department_timeline(name: str = "department_timeline") -> RecordList:
    """Return the list of moments; Riverbend County (invented) has its own, when it is the place."""
    return RecordList(
        place.artifact(name),
        (
            Field("when", "When", help="A year, or a stretch of years.", required=True),
            Field("what", "What happened", "long text", required=True),
            Field("kind", "Care, control or both?", "choice", CARE_OR_CONTROL),
            Field("decided", "Who decided, with what money"),
            Field("source", "How do you know?"),
        ),
        title=place.titled("Our department in the history of care and control"),
        one="moment",
    )
