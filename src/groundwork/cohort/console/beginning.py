"""Who takes part, and what they are given, as the page asks for it."""

import base64
from typing import Any

from groundwork.cohort import begin, giving_out, invitations, moments, roster
from groundwork.cohort.console import overview
from groundwork.cohort.console.words import said
from groundwork.cohort.course_folder import Cohort, remove
from groundwork.learner import workspace
from groundwork.learner.files import write_bytes
from groundwork.subject.errors import UserError

Data = dict[str, Any]


def begun(cohort: Cohort, data: Data) -> Data:
    """Take the people of a list, and the cohort's name and time zone."""
    told = cohort.about()
    name, zone = data["name"].strip() or told["name"], data["zone"].strip()
    try:
        moments.zone_of(zone)
    except UserError as error:
        return {"wrong_zone": str(error)}
    people = _read_roster(cohort, data["file"], base64.b64decode(data["data"]))
    begin.new(cohort.root, name, people, zone)
    there = len(begin.people_of(cohort))
    done = said("begin.done", count=len(people), all=there)
    return {**overview.about(cohort), "said": done}


def _read_roster(cohort: Cohort, name: str, content: bytes) -> list[roster.Person]:
    path = cohort.own("making", "roster", "list.csv")
    try:
        write_bytes(path, content, owner_only=True)
        return roster.read(path)
    except UserError as error:
        raise UserError(error.problem.replace(str(path), name), error.fix) from None
    finally:
        remove(path.parent)


def released(cohort: Cohort, data: Data) -> Data:
    """Give out an exercise, also in the exchange where there is one."""
    zone = cohort.about()["zone"]
    due = moments.deadline(data["due"], zone) if data.get("due") else None
    folder = workspace.course() / "exercises" / data["exercise"]
    seed, again = data.get("seed", ""), bool(data.get("again"))
    packed, changed = giving_out.release(cohort, folder, due, seed, again)
    name = packed.stem
    lines = [said("release.done")]
    if cohort.exchange():
        from groundwork.cohort.exchange import release_to_exchange

        release_to_exchange(cohort, name)
        lines.append(said("release.sent"))
    if changed:
        lines.append(said("release.changed"))
    if due:
        lines.append(said("release.due_is", due=moments.shown(due, zone)))
        lines.append(moments.changed_clocks(data["due"], due, zone))
    return {**overview.about(cohort), "chosen": name, "said": " ".join(filter(None, lines))}


def invited(cohort: Cohort) -> Data:
    """Write an invitation for each person."""
    people = begin.people_of(cohort)
    folder = invitations.invite(cohort, people)
    return {"said": said("invite.done", count=len(people), folder=folder)}
