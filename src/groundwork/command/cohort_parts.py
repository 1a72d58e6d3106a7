"""The parts of ``groundwork cohort``: each calls the cohort floor and prints what came of it."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from groundwork.cohort.collect import Line
    from groundwork.cohort.course_folder import Cohort


def run_new(args: argparse.Namespace) -> int:
    """Read the roster, make the folder, say who is in it."""
    from groundwork.cohort import begin, moments, roster
    from groundwork.cohort.same_person import known_by_their_ids

    people = roster.read(args.roster)
    before = _about(args.folder)
    zone = args.zone or before.get("zone", "") or moments.local_zone()
    name = args.name or before.get("name", "") or args.folder.resolve().name
    cohort = begin.new(args.folder, name, people, zone, args.exchange)
    everyone = begin.people_of(cohort)
    print(f"{name}: {len(everyone)} people. Deadlines are in the time zone {zone}.")
    if args.invite:
        from groundwork.cohort import invitations

        folder = invitations.invite(cohort, everyone)
        print(
            f"Invitations: {folder}, a folder for each person. Send each their own file and "
            "nobody else's: who has it can hand in under their name."
        )
    known = {person.id for person in known_by_their_ids(people, everyone)}
    if others := [person.shown() for person in everyone if person.id not in known]:
        print(f"Not in this roster any more, and kept: {', '.join(others)}.")
    return 0


def run_open(args: argparse.Namespace) -> int:
    """Lay the console into the cohort's folder and serve it until Ctrl-C; begin a new cohort."""
    from groundwork.cohort import begin, moments
    from groundwork.cohort.console import notebook
    from groundwork.cohort.course_folder import Cohort
    from groundwork.command.prepare import ready_environment
    from groundwork.screen.lab import server

    folder = args.folder.absolute()
    if not _about(folder):
        zone = args.zone or moments.likely_zone()
        begin.new(folder, args.name or folder.name, [], zone)
    cohort = Cohort(folder)
    page = notebook.lay(cohort)
    ready_environment()
    server.serve(
        folder,
        page.name,
        port=args.port or server.PORT,
        browser=not args.no_browser,
        again=notebook.line_to_open(folder),
    )
    return 0


def run_release(args: argparse.Namespace) -> int:
    """Freeze the exercise for the cohort, and say where the file for learners is."""
    from groundwork.cohort import giving_out, moments
    from groundwork.learner import workspace

    cohort = cohort_of(args)
    zone = cohort.about()["zone"]
    due = moments.deadline(args.due, zone) if args.due else None
    course = args.course or workspace.course()
    named = PureWindowsPath(args.exercise).name.removesuffix(".ipynb")  # as a path, on any system
    exercise = course / "exercises" / named
    packed, changed = giving_out.release(cohort, exercise, due, args.seed, args.again)
    name = packed.stem
    if cohort.exchange():
        from groundwork.cohort.exchange import release_to_exchange

        release_to_exchange(cohort, name)
        print("Released in the exchange.")
    print(f"For learners: {packed}")
    if changed:
        print(
            "The course's exercise has changed since this cohort was given it. The cohort keeps "
            "what it was given, and is graded by that. To give out the changed one as a release of "
            "its own, do the same with --again."
        )
    if name != named:
        print(f"This is the release {name}. What was answered on a former one is graded by that.")
    if due:
        over = " That is over already." if due < datetime.now(UTC).replace(tzinfo=None) else ""
        clocks = moments.changed_clocks(args.due, due, zone)
        print(f"Due: {moments.shown(due, zone)}.{over} {clocks}".rstrip())
    return 0


def run_collect(args: argparse.Namespace) -> int:
    """Take what arrived; exit status 1 when something was not taken."""
    from groundwork.cohort import arrivals, begin, collect

    cohort = cohort_of(args)
    lines: list[collect.Line] = []
    people = begin.people_of(cohort)
    for path in args.paths:
        found = arrivals.read(path)
        if not found:
            print(f"{path}: no notebook and no file of answers in it.")
        for line in collect.collect(cohort, people, found, _asker(args.yes), args.exercise):
            lines.append(line)
            print(_said(line))
    if not args.paths:
        lines = _from_exchange(cohort, args.exercise, _asker(args.yes))
        print(*map(_said, lines), sep="\n")
    counts = Counter(line.state for line in lines)
    print(", ".join(f"{count} {state}" for state, count in counts.items()) or "Nothing arrived.")
    return int(counts[collect.LEFT] > 0)


def run_grade(args: argparse.Namespace) -> int:
    """Grade, with a line for each hand-in that is more than graded; 1 when one was not read."""
    from groundwork.cohort import grading
    from groundwork.cohort.judge import GRADED, UNREAD

    cohort = cohort_of(args)
    unread = 0
    for name in grading.exercises_of(cohort, args.exercise):
        count = len(cohort.students_with(name))
        print(f"{name}: {count} handed in.")
        states: Counter[str] = Counter()
        with ThreadPoolExecutor() as executor:
            for at, (student, result) in enumerate(grading.grade(cohort, name, executor), 1):
                _progress(at, count)
                states[result.state] += 1
                if result.state != GRADED or result.told:
                    print(f"{student}: {result.state}. {result.line()}")
        print(", ".join(f"{n} {state}" for state, n in states.items()) or "Nothing to grade.")
        unread += states[UNREAD]
    return int(unread > 0)


def run_read(args: argparse.Namespace) -> int:
    """Open nbgrader's own pages for this cohort in the browser, until they are stopped."""
    import subprocess

    from groundwork.cohort import grading
    from groundwork.cohort.course_folder import tools_on_path

    cohort = cohort_of(args)
    with cohort.gradebook():  # formgrader would make a new one where it is gone
        pass
    names = grading.exercises_of(cohort, args.exercise)
    page = f"/formgrader/gradebook/{names[0]}/{names[0]}" if len(names) == 1 else "/formgrader"
    print("Formgrader opens in your browser. Press Ctrl and C here when you are done.", flush=True)
    # Under a name, since at the root formgrader's cookie would hold for its first page alone.
    words = [f"--ServerApp.root_dir={cohort.root}", "--ServerApp.base_url=/cohort/"]
    words += [f"--LabApp.default_url={page}"]
    words += [f"--ServerApp.port={args.port}"] if args.port else []
    words += ["--no-browser"] if args.no_browser else []
    # A container has no other user; learners' code runs as nobody there.
    words += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tools_on_path():
        return subprocess.call([sys.executable, "-m", "jupyterlab", *words], cwd=cohort.root)


def run_feedback(args: argparse.Namespace) -> int:
    """Write the pages, and say where they are; 1 when somebody gets none."""
    from groundwork.cohort import giving_back, grading

    cohort = cohort_of(args)
    problems = 0
    for name in grading.exercises_of(cohort, args.exercise):
        sent = pages = waiting = 0
        count = len(cohort.students_with(name))
        for at, page in enumerate(giving_back.feedback(cohort, name), 1):
            _progress(at, count)
            pages += page.is_written
            sent, waiting = sent + page.sent, waiting + page.waits
            if page.problem:
                print(f"{page.student}: {page.problem}")
            problems += bool(page.problem)
        print(f"{name}: {pages} pages in {cohort.pages(name)}")
        if sent:
            print(f"{sent} of them were sent by the exchange.")
        if waiting:
            print(f"{waiting} of them say that something was not read or judged yet.")
    return int(problems > 0)


def run_archive(args: argparse.Namespace) -> int:
    """Pack the folder."""
    from groundwork.cohort import ending

    cohort = cohort_of(args)
    target = args.to or ending.archive_of(cohort)
    count = ending.archive(cohort, target)
    print(f"{count} files are in {target}. It holds names and work: keep it where the folder was.")
    return 0


def run_forget(args: argparse.Namespace) -> int:
    """Ask, then delete."""
    from groundwork.cohort import ending
    from groundwork.cohort.alone import alone

    cohort = cohort_of(args)
    if args.all_of_it == (args.id is not None) or args.id == "":
        raise UserError(
            "It is not clear what to delete.",
            "Give one person's id, or, for the whole cohort, no id and --all-of-it.",
        )
    if args.off_list and not args.id:
        raise UserError("It is not clear who goes off the list.", "Give the person's id.")
    what = f"all work of {args.id}" if args.id else f"the whole cohort in {cohort.root}"
    what += ", and take the person off the list" if args.off_list else ""
    if not args.yes and not _confirmed(f"Delete {what}? It cannot be brought back."):
        print("Nothing was deleted.")
        return 1
    if args.id:
        with alone(cohort, f"deleting the work of {args.id}"):
            ending.forget_person(cohort, args.id, off_list=args.off_list)
    else:
        ending.forget(cohort)
    stays = f" {args.id} stays on the list." if args.id and not args.off_list else ""
    print(f"Deleted: {what}.{stays} {ending.ELSEWHERE}")
    return 0


def cohort_of(args: argparse.Namespace) -> "Cohort":
    """Return the cohort whose folder was named."""
    from groundwork.cohort.alone import put_right
    from groundwork.cohort.course_folder import Cohort

    cohort = Cohort(args.folder.absolute())
    cohort.about()
    put_right(cohort)
    return cohort


def alone_in(
    run: Callable[[argparse.Namespace], int], doing: str
) -> Callable[[argparse.Namespace], int]:
    """Return a part that works on a cohort while no other program does.

    A folder that is no cohort's yet is nobody's.
    """

    def run_alone(args: argparse.Namespace) -> int:
        from groundwork.cohort.alone import alone
        from groundwork.cohort.course_folder import Cohort

        folder = args.folder.absolute()
        if not _about(folder):
            return run(args)
        with alone(Cohort(folder), doing):
            return run(args)

    return run_alone


def _about(folder: Path) -> dict[str, str]:
    from groundwork.cohort.course_folder import ABOUT, Cohort

    return Cohort(folder).about() if (folder / ABOUT).is_file() else {}


def _from_exchange(
    cohort: "Cohort", exercise: str, ask: Callable[[str, bool], bool]
) -> list["Line"]:
    """Collect from nbgrader's exchange, where the cohort has one."""
    from groundwork.cohort import grading

    if not cohort.exchange():
        here = "it has none on Windows" if os.name == "nt" else "this cohort has none"
        raise UserError(
            "Say what to collect: a folder, a zip file or a file of answers.",
            f"Without a PATH nbgrader's exchange is asked, and {here}.",
        )
    from groundwork.cohort.exchange import from_exchange

    return from_exchange(cohort, grading.exercises_of(cohort, exercise), ask)


def _asker(yes: bool) -> Callable[[str, bool], bool]:
    """Return what asks whose a hand-in is; with --yes every suggestion holds, save a doubtful one.

    What names and workspace tell differently, and what is a copy, is always asked.
    """

    def ask(question: str, doubt: bool) -> bool:
        return (yes and not doubt) or _confirmed(question)

    return ask


def _confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        return False
    return input(f"{question} (y/n) ").strip().casefold() in ("y", "yes")


def _said(line: "Line") -> str:
    whose = f" ({line.person}, {line.exercise})" if line.person else ""
    return f"{line.where}{whose}: {line.state}. {line.said}".rstrip()


def _progress(at: int, count: int) -> None:
    """Say how far it is, on one line that the next one replaces; in a file, nothing."""
    if sys.stderr.isatty():
        of = f" of {count}" if count else ""
        print(f"\r{at}{of} ", end="\n" if at == count else "", file=sys.stderr, flush=True)
