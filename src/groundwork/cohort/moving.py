"""Give a hand-in to the person whose it is, when it was taken for somebody else."""

from typing import NamedTuple

from groundwork.cohort import earlier
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, TAKEN, THE_SAME, THERE, take
from groundwork.cohort.gradebook import timestamp
from groundwork.cohort.place import Cohort
from groundwork.cohort.roster import Person
from groundwork.cohort.whose import Matched
from groundwork.subject.errors import UserError


class Moved(NamedTuple):
    """Who had it, whose it is, and if an earlier hand-in of the first one came back."""

    before: Person
    now: Person
    came_back: bool

    def said(self) -> str:
        """Say what was done, and what to do next."""
        back = f"The hand-in that {self.before.shown()} had before is back"
        none = f"{self.before.shown()} has handed in nothing now"
        return (
            f"It is {self.now.shown()}'s now. {back if self.came_back else none}. "
            "Grade again, then make the pages again."
        )


def move(cohort: Cohort, name: str, before: str, now: str) -> Moved:
    """Give one person's hand-in to another, with what a reader gave for it.

    The former hand-in of whoever had it by mistake comes back. What the other one had handed in
    from another workspace is put away, and comes back when this is undone.

    Parameters
    ----------
    before, now
        The ids of who has it, and of whose it is.

    Raises
    ------
    UserError
        When there is nothing to give, nobody of that id, or what is there already would be lost.
    """
    people = {each.id: each for each in people_of(cohort)}
    if now not in people:
        raise UserError(f"Nobody in this cohort has the id {now}.", "Choose somebody on the list.")
    if before == now:
        raise UserError("It is theirs already.", "Choose somebody else.")
    if not cohort.step("submitted", before, name).is_dir():
        raise UserError(f"{before} has handed in nothing to {name}.", "Look at where they stand.")
    files = cohort.handed_in(before, name)
    number = earlier.workspace_of(files)
    given, when = earlier.reading(cohort, name, before), timestamp(cohort, before, name)
    theirs = cohort.handed_in(now, name)
    state, said = take(cohort, cohort.frozen(name), now, files, when)
    replaces = bool(theirs) and earlier.is_of_another(files, theirs)
    if state == LEFT or (state == THERE and said != THE_SAME and replaces):
        raise UserError(said, f"Look at what {people[now].shown()} handed in.")
    if state == TAKEN and replaces:  # it was put away, with its reading
        earlier.clear(cohort, name, now)
    if state == TAKEN or (said == THE_SAME and not _is_read(cohort, name, now, given)):
        earlier.give_reading(cohort, name, now, given)
    earlier.take_away(cohort, name, before)  # the last, since what was stopped is done again
    Matched.read(cohort.own("matched.json")).note(number, now)
    came_back = earlier.bring_back(cohort, name, before, number)
    return Moved(people.get(before, Person(before)), people[now], came_back)


def _is_read(cohort: Cohort, name: str, student: str, given: earlier.Reading) -> bool:
    """Whether a reader gave something for a copy of a hand-in, and not for one before it."""
    has = earlier.reading(cohort, name, student)
    return has["graded"] == given["graded"] and bool(has["rows"] or has["comments"])
