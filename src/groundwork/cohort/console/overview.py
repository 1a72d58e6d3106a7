"""Where a cohort stands, as the page's tables hold it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from groundwork.cohort import earlier, feedback_page, giving_out, moments
from groundwork.cohort.begin import people_of
from groundwork.cohort.console.arriving import holds
from groundwork.cohort.console.words import said
from groundwork.cohort.course_folder import AGAIN, Cohort, in_the_course
from groundwork.cohort.grading import NOT_YET, Standing
from groundwork.cohort.judge import NOTHING, UNREAD
from groundwork.learner import workspace
from groundwork.learner.course import steps
from groundwork.learner.files import write_text
from groundwork.subject.counts import counted
from groundwork.subject.errors import UserError

CHOSEN = "chosen.txt"


def about(cohort: Cohort) -> dict[str, Any]:
    """Return what the page shows of the cohort itself: its name, and each exercise it may have."""
    told = cohort.about()
    return {
        "name": told["name"],
        "zone": told["zone"],
        "folder": str(cohort.root),
        "exchange": bool(cohort.exchange()),
        "people": [{"id": each.id, "shown": each.shown()} for each in people_of(cohort)],
        "exercises": exercises(cohort),
    }


def choose(cohort: Cohort, name: str) -> None:
    """Keep which exercise is looked at, so that the page comes back to it."""
    if chosen(cohort) != {"chosen": name}:
        write_text(cohort.own(CHOSEN), f"{name}\n")


def chosen(cohort: Cohort) -> dict[str, str]:
    """Return the exercise that was looked at last; nothing where there is none."""
    try:
        name = cohort.own(CHOSEN).read_text(encoding="utf-8").strip()
    except OSError:
        return {}
    return {"chosen": name} if name in cohort.exercises() else {}


def exercises(cohort: Cohort) -> list[dict[str, Any]]:
    """Return each exercise of the course, and of the cohort, with its title and deadline."""
    from nbgrader.api import MissingEntry

    titles = _titles()
    released = cohort.exercises()
    exercises = workspace.course() / "exercises" if titles else Path()
    zone = cohort.about()["zone"]
    found = []
    with cohort.gradebook() as book:
        for name in sorted({*titles, *released}):
            due = None
            with suppress(MissingEntry):
                due = book.find_assignment(name).duedate
            found.append(
                {
                    "name": name,
                    "title": _title(name, titles),
                    "released": name in released,
                    "changed": name in titles and giving_out.has_changed(cohort, exercises / name),
                    "due": moments.shown(due, zone) if due else "",
                    "due_typed": moments.typed(due, zone) if due else "",
                    "needs_file": name in released and giving_out.is_own(cohort, name),
                    "file": str(Path("to_learners") / f"{name}.zip") if name in released else "",
                }
            )
    return found


def _title(name: str, titles: Mapping[str, str]) -> str:
    """Return the title of an exercise, or of a later release of it with its number."""
    own = in_the_course(name)
    title = f"{name[:2]} {titles.get(own, own)}"
    if own == name:
        return title
    return said("overview.later", title=title, number=name.rpartition(AGAIN)[2])


def _titles() -> dict[str, str]:
    """Return the exercises of the course by name; none where the library stands alone."""
    try:
        found = steps(workspace.course())
    except UserError:
        return {}
    return {each.name: each.exercise.title for each in found if each.exercise}


def rows(standings: Sequence[Standing]) -> list[dict[str, str]]:
    """Return a row for each person, in the order of the roster; nobody is ranked."""
    return [
        {
            "id": one.person.id,
            "who": one.person.shown(),
            "state": one.stands(),
            "handed": "yes" if one.state != NOTHING else "",
            "aside": "yes" if one.is_aside else "",
            "program": "" if one.points is None else _program(one),
            "reader": _reader(one),
            "line": one.line.strip(),
        }
        for one in standings
    ]


def pages(cohort: Cohort, name: str, standings: Sequence[Standing]) -> list[dict[str, Any]]:
    """Return whose each page is that can be given back; the page itself has no name.

    One of a hand-in that was set aside since, or is not graded as it is now, is not.
    """
    files = [(cohort.page(one.person.id, name), one) for one in standings]
    return [
        {"file": path.name, "who": one.person.shown(), "waits": feedback_page.waits(path)}
        for path, one in files
        if path.is_file() and one.points is not None
    ]


def put_away(cohort: Cohort, name: str) -> list[dict[str, str]]:
    """Return what gave way to a file from another computer: who had it, and what it holds."""
    found = ((each, earlier.latest(cohort, name, each.id)) for each in people_of(cohort))
    return [
        {"id": each.id, "who": each.shown(), "holds": holds(files)}
        for each, files in found
        if files
    ]


def summary(standings: Sequence[Standing]) -> str:
    """Say in one line how many people stand where."""
    counts = Counter(one.state for one in standings if not one.is_aside)
    missing = sum(one.state == NOTHING for one in standings)
    unread, waiting, aside = counts[UNREAD], counts[NOT_YET], sum(one.is_aside for one in standings)
    graded = len(standings) - counts[NOTHING] - unread - waiting - aside
    wait = sum(one.waits for one in standings)
    parts = [
        counted(len(standings), "person", "people"),
        f"{len(standings) - missing} handed in",
        f"{graded} graded",
        *([f"{waiting} not graded yet"] if waiting else []),
        *([f"{unread} could not be read"] if unread else []),
        *([f"{aside} set aside"] if aside else []),
        *([said("overview.wait", count=wait)] if wait else []),
    ]
    return ", ".join(parts) + "."


def _program(one: Standing) -> str:
    return f"{one.points:g} of {one.most:g}: {one.practiced()}"


def _reader(one: Standing) -> str:
    if one.points is None or not one.read_most:
        return ""
    if one.read is None:
        return said("overview.blank" if one.is_blank else "overview.not_read")
    given = f"{one.read:g} of {one.read_most:g}"
    return f"{given}, {said('overview.again')}" if one.waits else given
