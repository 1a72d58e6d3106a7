"""Whether an id in a new list is of the person who has it in the cohort already.

Lists are exported again and again: an id loses its zeros in a spreadsheet, an address its capital
letters, and an id of somebody who left may be given to somebody else, who would get their grades.
"""

from collections.abc import Sequence
from dataclasses import replace

from groundwork.cohort.roster import Person, kept_plain
from groundwork.subject.errors import UserError


def known_by_their_ids(people: Sequence[Person], there: Sequence[Person]) -> list[Person]:
    """Return the people of a list under the ids that the cohort knows them by.

    Raises
    ------
    UserError
        When somebody has an id that is another person's in the cohort, or two in the list may be
        one person there.
    """
    exactly = {each.id: each for each in there}
    listed = {each.id for each in people}
    alike = {_without_form(each.id): each for each in there if each.id not in listed}
    found: list[Person] = []
    written: dict[str, str] = {}  # as the list writes an id of the cohort
    for person in people:
        before = exactly.get(person.id) or alike.get(_without_form(person.id))
        if before is None:
            found.append(person)
        elif are_the_same(before, person):
            if before.id in written:
                raise UserError(
                    f"{written[before.id]} and {person.id} of the list may both be "
                    f"{before.shown()} of this cohort.",
                    f"Write {before.id} in the list for the one who is, and add their names.",
                )
            written[before.id] = person.id
            found.append(replace(person, id=before.id))
        elif before.id.casefold() == person.id.casefold():
            raise UserError(
                f"{person.id} is {person.shown()} in the list, and {before.shown()} in this "
                "cohort.",
                "If somebody has a new name, let the first name, last name or e-mail address stay "
                "for this once. If the id was given to somebody else, write another one for them: "
                "else they get the work and the points of who had it before.",
            )
        else:
            found.append(person)
    return found


def are_the_same(one: Person, other: Person) -> bool:
    """Whether nothing but a name or an address has changed; who has neither may be anybody."""
    told = [
        (kept_plain(before), kept_plain(now))
        for before, now in (
            (one.first, other.first),
            (one.last, other.last),
            (one.email, other.email),
        )
        if before and now
    ]
    return not told or any(before == now for before, now in told)


def _without_form(id: str) -> str:
    return id.casefold().lstrip("0")
