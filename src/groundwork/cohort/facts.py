"""What speaks against taking a hand-in for somebody, told to whoever decides before it is taken."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from groundwork.cohort.arrived import Arrival
from groundwork.cohort.copies import Works
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.earlier import is_there, workspace_of
from groundwork.cohort.handed_in import Answers
from groundwork.cohort.roster import Person
from groundwork.cohort.whose import SURE, Guess


class Fact(NamedTuple):
    """One thing that somebody should know: `key` says which, so that it is told once."""

    key: str
    text: str


class Known(NamedTuple):
    """What is known around one hand-in: to which exercise, of whose workspace, and of the others.

    `owners` is workspace to id, as somebody has said it before.
    """

    cohort: Cohort
    people: Sequence[Person]
    exercise: str
    owners: Mapping[str, str]
    works: Works

    def called(self, id: str) -> str:
        """Return somebody's name with the id."""
        return next((each.shown() for each in self.people if each.id == id), id)


def facts(
    known: Known, arrival: Arrival, given: Answers, person: Person | None, guess: Guess
) -> list[Fact]:
    """Return what speaks against taking a hand-in for a person; or for anybody, with None."""
    id = person.id if person else ""
    number = given.workspace()
    owner = known.owners.get(number, "")
    is_chosen = bool(arrival.given_to)
    would_count = not (is_chosen or given.problem)  # what cannot be read replaces nothing
    found = []
    if guess.against and guess.person and not is_chosen:
        text = (
            f"{arrival.where} carries the invitation of {guess.person.shown()}, and its name or "
            f"workspace is that of {guess.against}."
        )
        found.append(Fact("invitation", text))
    elif owner and owner != id:
        named = f", and its name says {person.shown()}" if person and not is_chosen else ""
        text = f"{arrival.where} comes from the workspace of {known.called(owner)}{named}."
        found.append(Fact(f"workspace {owner}", text))
    elif person and would_count and _replaces(known, arrival, id):
        comes = (
            f"comes from a workspace that was said to be {person.shown()}'s"
            if owner
            else _comes_from(number)
        )
        text = (
            f"{arrival.where} {comes}, and a hand-in of {person.shown()} from another one would "
            "give way to it."
        )
        found.append(Fact("replaces", text))
    elif person and would_count and guess.how != SURE and id in known.owners.values():
        text = (
            f"{arrival.where} {_comes_from(number)}, and {person.shown()} has handed in from "
            "another."
        )
        found.append(Fact("new", text))
    lies_there = bool(id) and is_there(known.cohort, known.exercise, id, arrival.files)
    if not lies_there and (copy := known.works.copied_from(given, id, known.exercise)):
        text = (
            f"{'It' if found else arrival.where} holds {copy.what} as the hand-in of "
            f"{known.called(copy.id)}."
        )
        found.append(Fact(f"copy {copy.id}", text))
    return found


def _comes_from(number: str) -> str:
    return "comes from a workspace that is new" if number else "tells no workspace that it is from"


def _replaces(known: Known, arrival: Arrival, id: str) -> bool:
    """Whether somebody's hand-in from another workspace, or from one that is known, gives way."""
    before = known.cohort.handed_in(id, known.exercise)
    return bool(before) and workspace_of(arrival.files) != workspace_of(before)
