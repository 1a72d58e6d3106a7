"""What is known of when hand-ins came.

nbgrader's exchange notes the moment. A file that came by mail, in a folder or in a zip file tells
none: the course writes no time into it, and the file's own date is that of a copy. What is not
known is said, and is neither late nor on time.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.grading import Standing
from groundwork.cohort.judge import NOTHING
from groundwork.cohort.moments import shown


def due_of(cohort: Cohort, name: str) -> datetime | None:
    """Return when an exercise is due (UTC); None where no deadline was set."""
    from nbgrader.api import MissingEntry

    with suppress(MissingEntry), cohort.gradebook() as book:
        found: datetime | None = book.find_assignment(name).duedate
        return found
    return None


def said(cohort: Cohort, name: str, standings: Sequence[Standing]) -> str:
    """Say the deadline, and of how many hand-ins nobody knows when they came; "" without one."""
    due = due_of(cohort, name)
    if due is None:
        return ""
    came = [one for one in standings if one.state != NOTHING]
    unknown = sum(one.seconds_late is None for one in came)
    line = f"Due {shown(due, cohort.about()['zone'])}."
    if not unknown:
        return line
    one = len(came) == 1
    of = "the only hand-in" if one else f"{unknown} of {len(came)} hand-ins"
    said = "It is" if one else "They are"
    return f"{line} When {of} came is not known: a file does not tell. {said} not late or on time."
