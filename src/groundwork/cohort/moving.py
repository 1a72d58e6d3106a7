"""Give a hand-in to the person whose it is, when it was taken for somebody else."""

from typing import NamedTuple

from groundwork.cohort import earlier
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, TAKEN, THE_SAME, THERE, take
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.gradebook import timestamp
from groundwork.cohort.roster import Person
from groundwork.cohort.whose import Matched
from groundwork.subject.errors import UserError


class Moved(NamedTuple):
    """Who had it, whose it is, and if an earlier hand-in of the first one came back.

    `put_away` is whether what the other one had gave way. In `others`, more exercises, the first
    one has a file from the same workspace too.
    """

    before: Person
    now: Person
    came_back: bool
    put_away: bool = False
    others: tuple[str, ...] = ()

    def said(self) -> str:
        """Say what was done, and what to do next."""
        back = f"The hand-in that {self.before.shown()} had before is back"
        none = f"{self.before.shown()} has handed in nothing now"
        told = [
            f"It is {self.now.shown()}'s now. {back if self.came_back else none}.",
            "Grade again, then make the pages again.",
        ]
        if self.put_away:
            told.append(
                f"What {self.now.shown()} had is put away: the console asks whose it is, under "
                "“Give a hand-in to somebody else”."
            )
        if self.others:
            told.append(
                f"{self.before.shown()} has a file from the same computer in "
                f"{', '.join(self.others)} too: give that one as well."
            )
        return " ".join(told)


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
    others = tuple(
        each
        for each in cohort.exercises()
        if number and earlier.workspace_of(cohort.handed_in(before, each)) == number
    )
    is_away = state == TAKEN and replaces
    return Moved(people.get(before, Person(before)), people[now], came_back, is_away, others)


def give_earlier(cohort: Cohort, name: str, before: str, now: str) -> str:
    """Give what was put away, since another file took its place, to whose it is; say what was done.

    Raises
    ------
    UserError
        When nothing was put away, or nobody has that id.
    """
    people = {each.id: each for each in people_of(cohort)}
    if now not in people:
        raise UserError(f"Nobody in this cohort has the id {now}.", "Choose somebody on the list.")
    files = earlier.latest(cohort, name, before)
    if not files:
        raise UserError(f"Nothing of {before} was put away.", "Look at where they stand.")
    earlier.hand_over(cohort, name, before, now)
    Matched.read(cohort.own("matched.json")).note(earlier.workspace_of(files), now)
    return f"It is {people[now].shown()}'s now. Grade again, then make the pages again."


def _is_read(cohort: Cohort, name: str, student: str, given: earlier.Reading) -> bool:
    """Whether a reader gave something for a copy of a hand-in, and not for one before it."""
    has = earlier.reading(cohort, name, student)
    return has["graded"] == given["graded"] and bool(has["rows"] or has["comments"])
