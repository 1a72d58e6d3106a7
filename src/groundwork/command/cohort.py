"""``groundwork cohort``: what a facilitator does, from the roster to the export."""

import argparse
from collections.abc import Callable
from pathlib import Path

from groundwork.cohort.doing import DOING
from groundwork.command import cohort_parts as do
from groundwork.command import cohort_standing as say

Part = Callable[[argparse.Namespace], int]
RAW = argparse.RawDescriptionHelpFormatter
# What no other program may do to the same cohort meanwhile; "forget" asks before that.
ALONE = ("new", "release", "collect", "grade", "feedback", "aside", "move", "archive")


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its parts."""
    parser = subparsers.add_parser(
        "cohort",
        help="for facilitators: release, collect, grade and give back a group's exercises",
        description="Run the exercises of a group: each part can be run again at any time, and "
        "goes on where it was stopped.\nAll is kept in one folder, which is a course folder of "
        "nbgrader's too. Nothing leaves this computer.",
        epilog="Example: %(prog)s new ~/winter staff.csv --zone America/Chicago",
        formatter_class=RAW,
    )
    parts = parser.add_subparsers(title="parts", metavar="PART", required=True)
    new = _part(parts, "new", do.run_new, "begin a cohort from a list of people")
    new.add_argument("roster", type=_path, metavar="ROSTER.csv", help="names, e-mails or ids")
    new.add_argument("--name", default="", help="what the cohort is called")
    new.add_argument("--zone", default="", help="the time zone of deadlines: America/Chicago")
    new.add_argument(
        "--exchange", default="", metavar="FOLDER", help="nbgrader's exchange, where there is one"
    )
    new.add_argument(
        "--invite", action="store_true", help="write a file for each, by which hand-ins are known"
    )
    release = _part(parts, "release", do.run_release, "give the cohort an exercise, as it is now")
    release.add_argument("exercise", help="such as 01_root_causes")
    release.add_argument("--due", default="", metavar='"2027-03-12 17:00"', help="local time")
    release.add_argument("--seed", default="", help="words that draw the cohort's own numbers")
    release.add_argument(
        "--again", action="store_true", help="a changed exercise, as a release beside the first"
    )
    release.add_argument("--course", type=Path, help=argparse.SUPPRESS)
    collect = _part(
        parts,
        "collect",
        do.run_collect,
        "take what was handed in: folders, zip files, files of answers",
    )
    collect.add_argument("paths", nargs="*", type=_path, metavar="PATH", help="what arrived")
    collect.add_argument("--exercise", default="", help="where hand-ins do not say it themselves")
    collect.add_argument(
        "--yes", action="store_true", help="agree with every suggestion of whose a hand-in is"
    )
    opened = _part(
        parts, "open", do.run_open, "do all of this on a page in your browser, without commands"
    )
    opened.add_argument("--name", default="", help="what a new cohort is called")
    opened.add_argument("--zone", default="", help="the time zone of a new cohort's deadlines")
    read = _part(
        parts, "read", do.run_read, "open formgrader, to read the written answers and give points"
    )
    read.add_argument("exercise", nargs="?", default="")
    for page in (opened, read):
        page.add_argument("--port", type=int, default=0, metavar="NUMBER", help="the port to use")
        page.add_argument("--no-browser", action="store_true", help="only print the address")
    for name, run, help in (
        ("grade", do.run_grade, "grade what was collected"),
        (
            "feedback",
            do.run_feedback,
            "write the feedback pages, and send them where possible",
        ),
        ("status", say.run_status, "say where everybody stands"),
    ):
        _part(parts, name, run, help).add_argument("exercise", nargs="?", default="")
    move = _part(
        parts, "move", say.run_move, "give a hand-in that was taken for one person to another"
    )
    move.add_argument("exercise", help="such as 01_root_causes")
    move.add_argument("id", help="who has it; status lists everybody")
    move.add_argument("to", metavar="OTHER", help="whose it is")
    aside = _part(
        parts,
        "aside",
        say.run_aside,
        "set a hand-in aside, so that it counts nowhere and gets no page, until you take it up",
    )
    aside.add_argument("exercise", help="such as 01_root_causes")
    aside.add_argument("id", help="whose; status lists everybody")
    aside.add_argument("--back", action="store_true", help="take it up again")
    export = _part(
        parts,
        "export",
        say.run_export,
        "write a table for a spreadsheet, Canvas or Moodle",
    )
    export.add_argument("exercise", nargs="?", default="")
    export.add_argument(
        "--for", dest="kind", choices=("plain", "canvas", "moodle", "questions"), default="plain"
    )
    export.add_argument("--to", type=_path, metavar="FILE.csv", help="default: in the folder")
    archive = _part(parts, "archive", do.run_archive, "pack all of a cohort into one zip file")
    archive.add_argument("--to", type=_path, metavar="FILE.zip", help="default: beside the folder")
    forget = _part(parts, "forget", do.run_forget, "delete one person's work, or the whole cohort")
    forget.add_argument("id", nargs="?", help="whose")
    forget.add_argument(
        "--off-list", action="store_true", help="take the person off the list as well"
    )
    forget.add_argument("--all-of-it", action="store_true", help="no person: the whole cohort")
    forget.add_argument("--yes", action="store_true", help="do not ask")


def _path(text: str) -> Path:
    """Return a path; a ~ at its beginning is the own folder on Windows too."""
    return Path(text).expanduser()


def _part(
    parts: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, run: Part, help: str
) -> argparse.ArgumentParser:
    examples = {
        "new": "staff.csv --zone America/Chicago",
        "release": '01_root_causes --due "2027-03-12 17:00"',
        "open": "",
        "collect": "~/Downloads/hand-ins.zip",
        "export": "01_root_causes --for canvas",
        "aside": "01_root_causes jdoe",
        "move": "01_root_causes jdoe asmith",
        "archive": "--to ~/winter-2027.zip",
        "forget": "jdoe",
    }
    example = f"~/winter {examples.get(name, '01_root_causes')}".rstrip()
    parser = parts.add_parser(
        name,
        help=help,
        description=f"{help[0].upper()}{help[1:]}.",
        epilog=f"Example: %(prog)s {example}",
        formatter_class=RAW,
    )
    parser.add_argument("folder", type=_path, metavar="FOLDER", help="the cohort's folder")
    parser.set_defaults(run=do.alone_in(run, DOING[name]) if name in ALONE else run)
    return parser
