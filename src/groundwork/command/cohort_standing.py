"""The parts of ``groundwork cohort`` that say where everybody stands, move and set aside."""

import argparse
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from groundwork.command.cohort_parts import cohort_of
from groundwork.subject.errors import UserError

if TYPE_CHECKING:
    from groundwork.cohort.grading import Standing


def run_status(args: argparse.Namespace) -> int:
    """Print a line for everybody."""
    from groundwork.cohort import grading, lateness

    cohort = cohort_of(args)
    for name in grading.exercises_of(cohort, args.exercise):
        print(name)
        with ThreadPoolExecutor() as executor:
            found = grading.standings(cohort, name, executor)
        for one in found:
            said = f"{_points(one)}{_practice(one)}{one.line}"
            print(f"  {one.person.shown()}: {one.stands()}. {said}".rstrip())
        counts = Counter(one.stands() for one in found)
        print("  " + ", ".join(f"{count} {state}" for state, count in counts.items()))
        if due := lateness.said(cohort, name, found):
            print(f"  {due}")
    return 0


def run_move(args: argparse.Namespace) -> int:
    """Give a hand-in to the person whose it is, and say so."""
    from groundwork.cohort import grading
    from groundwork.cohort.moving import move

    cohort = cohort_of(args)
    (name,) = grading.exercises_of(cohort, args.exercise)
    print(move(cohort, name, args.id, args.to).said())
    return 0


def run_aside(args: argparse.Namespace) -> int:
    """Set a hand-in aside, or take it up again, and say so."""
    from groundwork.cohort import aside, begin, grading

    cohort = cohort_of(args)
    (name,) = grading.exercises_of(cohort, args.exercise)
    if args.back:
        aside.take_up(cohort, name, args.id)
        print(f"Taken up again: what {args.id} handed in to {name}.")
        return 0
    aside.put(cohort, name, args.id, {each.id for each in begin.people_of(cohort)})
    print(
        f"Set aside: what {args.id} handed in to {name}. It waits for nobody, has no points, which "
        "is not 0, and gets no page. To take it up again, do the same with --back."
    )
    return 0


def run_export(args: argparse.Namespace) -> int:
    """Write one file an exercise."""
    from groundwork.cohort import export, grading
    from groundwork.learner.files import write_bytes

    cohort = cohort_of(args)
    names = grading.exercises_of(cohort, args.exercise)
    if args.to and len(names) > 1:
        raise UserError("--to is for one exercise.", f"Name one of: {', '.join(names)}.")
    for name in names:
        with ThreadPoolExecutor() as executor:
            found = grading.standings(cohort, name, executor)
        target = args.to or cohort.root / f"{name}_{args.kind}.csv"
        if args.to and target.exists() and not export.is_one(target):
            raise UserError(f"{target} is there already, and is no table.", "Give another name.")
        text = export.WRITERS[args.kind](cohort.frozen(name), found)
        write_bytes(target, b"\xef\xbb\xbf" + text.encode("utf-8", "replace"), owner_only=True)
        empty = sum(export.together(one) is None for one in found)
        aside = sum(one.is_aside for one in found)
        print(f"Written: {target}")
        if empty and args.kind != "questions":
            print(
                f"{empty} of {len(found)} have no total yet: their cell is empty, which is not 0."
                + (f" Of them, {aside} set aside." if aside else "")
            )
    return 0


def _points(one: "Standing") -> str:
    if one.points is None:
        return ""
    unread = "nothing was written" if one.is_blank else "waits for a reader"
    read = unread if one.read is None else f"{one.read:g} of {one.read_most:g} read"
    if one.waits and one.read is not None:
        read += ", waits for another look"
    reader = f", {read}" if one.read_most else ""
    return f"{one.points:g} of {one.most:g} by the program{reader}. "


def _practice(one: "Standing") -> str:
    return f"Practice: {one.practiced()}. " if one.practice else ""
