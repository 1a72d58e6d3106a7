"""The console on the page: what it is asked to do, and what it answers."""

from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from typing import Any, ClassVar

from groundwork.cohort import (
    aside,
    begin,
    ending,
    giving_back,
    grading,
    lateness,
    moving,
    supervisors,
)
from groundwork.cohort.alone import alone, put_right
from groundwork.cohort.console import beginning, closing, comments, overview, reading, stuck
from groundwork.cohort.console.arriving import Arriving
from groundwork.cohort.console.exchanged import Exchanged
from groundwork.cohort.console.words import everything, said
from groundwork.cohort.console.work import ENDS, Work
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.doing import DOING
from groundwork.cohort.handed_in import read_answers
from groundwork.cohort.judge import UNREAD
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.papers import is_own_computer, opener_of_the_system
from groundwork.subject.errors import UserError

HERE = Path(__file__).parent
Data = dict[str, Any]


def console() -> "Console":
    """Return the console of the cohort in whose folder the notebook lies.

    Raises
    ------
    UserError
        When the folder is no cohort's.
    """
    return Console(Cohort(Path.cwd()))


class Console(CourseWidget):
    """A cohort's page: every button calls what the command of the same name calls."""

    drawn_by: ClassVar[tuple[str, ...]] = tuple(
        str(HERE / name)
        for name in ("pieces.js", "people.js", "steps.js", "reading.js", "stuck.js", "page.js")
    )
    _css = "\n".join([CourseWidget._css, (HERE / "console.css").read_text(encoding="utf-8")])

    _newest: ClassVar[dict[Path, "Console"]] = {}  # by the folder of its cohort

    def __init__(self, cohort: Cohort) -> None:
        """Begin; an older console of the same cohort in this kernel does nothing from now on.

        To other programs both are one, so that the lock keeps neither from the other.
        """
        cohort.about()
        self._cohort = cohort
        self._work: Work | None = None
        self._arriving = Arriving(cohort)
        self._exchanged = Exchanged(cohort)
        super().__init__({"words": everything()})
        if older := self._newest.get(cohort.root.resolve()):
            older._end_work()
        self._newest[cohort.root.resolve()] = self

    def _hold_nothing_of(self, id: str) -> None:
        """Keep in memory nothing of somebody: what arrived, what was asked, what was answered."""
        self._end_work()
        self._arriving = Arriving(self._cohort)
        self._exchanged.forget(id)
        self._answered.clear()

    def words(self) -> str:
        """Return what is shown where the page does not run: nothing of anybody's."""
        return said("title")

    def respond(self, action: str, data: Data) -> Data:
        """Carry out what the page asked for."""
        if self._newest[self._cohort.root.resolve()] is not self:
            raise UserError(said("older"), said("older_fix"))
        act: Callable[[Data], Data] = {
            "open": self._open,
            "begin": lambda data: beginning.begun(self._cohort, data),
            "look": self._look,
            "release": lambda data: beginning.released(self._cohort, data),
            "invite": lambda _: beginning.invited(self._cohort),
            "file": self._file,
            "work": self._begin_work,
            "go_on": self._go_on,
            "stop": self._stop,
            "settle": self._settle,
            "drop": self._drop,
            "move": self._move,
            "give_earlier": self._give_earlier,
            "folder": self._folder,
            "hand_in": self._hand_in,
            "give": self._give,
            "decide": self._decide,
            "comment": self._comment,
            "aside": self._aside,
            "stuck": self._stuck,
            "supervisors": self._supervisors,
            "export": self._export,
            "archive": lambda _: closing.archived(self._cohort),
            "forget": self._forget,
        }[action]
        if action in ENDS:
            self._end_work()
        doing = DOING.get(action)
        with alone(self._cohort, doing) if doing else nullcontext():
            return act(data)

    def _open(self, _data: Data) -> Data:
        put_right(self._cohort)
        about = overview.about(self._cohort)
        chosen = overview.chosen(self._cohort)
        return {**about, **chosen, "asked": self._asked(), "own_computer": is_own_computer()}

    def _asked(self) -> list[Data]:
        """Return all that waits for a person's word."""
        return [*self._arriving.asked(), *self._exchanged.asked()]

    def _look(self, data: Data) -> Data:
        """Return where everybody stands, and whose answers can be read."""
        name = data["exercise"]
        if name not in self._cohort.exercises():
            nobody = said("overview.nobody")
            return {"rows": [], "summary": nobody, "to_read": [], "pages": [], "put_away": []}
        overview.choose(self._cohort, name)
        found = self._standings(name)
        due = lateness.said(self._cohort, name, found)
        return {
            "rows": overview.rows(found),
            "summary": f"{overview.summary(found)} {due}".strip(),
            "to_read": reading.to_read(found),
            "pages": overview.pages(self._cohort, name, found),
            "put_away": overview.put_away(self._cohort, name),
        }

    def _standings(self, name: str) -> list[grading.Standing]:
        with ThreadPoolExecutor() as executor:
            return grading.standings(self._cohort, name, executor)

    def _file(self, data: Data) -> Data:
        first, last, anew = data["first"], data["last"], data.get("anew", False)
        name, content = data["name"], data["data"]
        size = data["size"]
        more = self._arriving.add_part(name, content, size, first=first, last=last, anew=anew)
        return {"count": self._arriving.waiting, "more": more}

    def _begin_work(self, data: Data) -> Data:
        """Begin long work, of which the page asks for one piece after another."""
        self._end_work()
        what, name = data["what"], data.get("exercise", "")
        made: dict[str, Callable[[], tuple[Generator[Data, None, None], int]]] = {
            "collect": lambda: (self._arriving.collect(), self._arriving.waiting),
            "exchange": lambda: (self._exchanged.collect(name), 0),
            "grade": lambda: (self._grade(name), len(self._cohort.students_with(name))),
            "feedback": lambda: (
                self._feedback(name),
                len(self._cohort.students_with(name)),
            ),
        }
        held = alone(self._cohort, DOING[what])
        self._work = Work(*made[what](), held)
        return {"at": 0, "of": self._work.count, "found": [], "done": False}

    def _go_on(self, _data: Data) -> Data:
        work = self._work
        if work is None or work.is_stopped:
            raise UserError(said("stopped"))
        before = len(work.found)
        try:
            work.go_on()
        except BaseException:
            self._end_work()
            raise
        if work.is_done:
            self._work = None
        found = work.found[before:]
        return {"at": len(work.found), "of": work.count, "found": found, "done": work.is_done}

    def _stop(self, _data: Data) -> Data:
        self._end_work()
        return {}

    def _end_work(self) -> None:
        if self._work:
            self._work.stop()
        self._work = None

    def _grade(self, name: str) -> Generator[Data, None, None]:
        cohort = self._cohort
        who = {each.id: each.shown() for each in begin.people_of(self._cohort)}
        with ThreadPoolExecutor() as executor:
            for student, result in grading.grade(cohort, name, executor):
                odd = result.state == UNREAD or bool(result.told)
                yield {
                    "who": who.get(student, student),
                    "state": result.state,
                    "line": result.line() if odd else "",
                    "graded": result.state != UNREAD and not aside.is_aside(cohort, name, student),
                }

    def _feedback(self, name: str) -> Generator[Data, None, None]:
        who = {each.id: each.shown() for each in begin.people_of(self._cohort)}
        for page in giving_back.feedback(self._cohort, name):
            yield {
                "who": who.get(page.student, page.student),
                "written": page.is_written,
                "sent": page.sent,
                "waits": page.waits,
                "problem": page.problem,
            }

    def _settle(self, data: Data) -> Data:
        key, person = data["key"], data.get("person", "")
        if self._exchanged.waits(key):
            return self._exchanged.settle(key)
        return self._arriving.settle(key, person, data.get("exercise", ""))

    def _drop(self, data: Data) -> Data:
        self._exchanged.drop(data["key"])
        self._arriving.drop(data["key"])
        return {}

    def _move(self, data: Data) -> Data:
        """Give a hand-in that was taken for one person to another."""
        moved = moving.move(self._cohort, data["exercise"], data["id"], data["to"])
        return {**self._look(data), "said": moved.said(), "others": list(moved.others)}

    def _give_earlier(self, data: Data) -> Data:
        """Give what was put away to whose it is."""
        told = moving.give_earlier(self._cohort, data["exercise"], data["id"], data["to"])
        return {**self._look(data), "said": told}

    def _folder(self, data: Data) -> Data:
        """Open the folder of the pages that are given back, in the system's own window."""
        folder = self._cohort.pages(data["exercise"])
        opener = opener_of_the_system()
        if not is_own_computer() or opener is None or not folder.is_dir():
            raise UserError(said("feedback.no_folder", folder=folder))
        opener(folder)
        return {"said": said("feedback.opened", folder=folder)}

    def _hand_in(self, data: Data) -> Data:
        found = reading.hand_in(self._cohort, data["exercise"], data["id"])
        return {**found, "bank": comments.bank(self._cohort)}

    def _give(self, data: Data) -> Data:
        reading.give(
            self._cohort,
            data["exercise"],
            data["id"],
            data["cell"],
            read=data["read"],
            comment=data["comment"],
            ticked=data.get("ticked"),
            points=data.get("points"),
        )
        return self._look(data)

    def _decide(self, data: Data) -> Data:
        name, id = data["exercise"], data["id"]
        points = data["points"]
        reading.decide(self._cohort, name, id, data["cell"], points, read=data["read"])
        return self._look(data)

    def _comment(self, data: Data) -> Data:
        keep = comments.drop if data.get("drop") else comments.keep
        keep(self._cohort, data["text"])
        return {"bank": comments.bank(self._cohort)}

    def _aside(self, data: Data) -> Data:
        """Set a hand-in aside, or take it up again."""
        name, id = data["exercise"], data["id"]
        if data["back"]:
            aside.take_up(self._cohort, name, id)
        else:
            aside.put(self._cohort, name, id, {each.id for each in begin.people_of(self._cohort)})
        return self._look(data)

    def _stuck(self, data: Data) -> Data:
        name = data["exercise"]
        if name not in self._cohort.exercises():
            return {"said": said("overview.nobody"), "people": [], "ask": "", "questions": []}
        standings = self._standings(name)
        graded = [one.person.id for one in standings if one.points is not None]
        kept = (read_answers(self._cohort.handed_in(each, name)).kept for each in graded)
        people = begin.people_of(self._cohort)
        told = supervisors.read(self._cohort)
        return stuck.view(self._cohort.frozen(name), standings, kept, people, told)

    def _supervisors(self, data: Data) -> Data:
        do = set(data["ids"])
        everybody = {each.id for each in begin.people_of(self._cohort)}
        supervisors.keep(self._cohort, do & everybody, everybody - do)
        return self._stuck(data)

    def _export(self, data: Data) -> Data:
        name = data["exercise"]
        return closing.exported(self._cohort, name, data["kind"], self._standings(name))

    def _forget(self, data: Data) -> Data:
        """Delete somebody's work; the person too only where that was asked for."""
        id, off_list = data["id"], bool(data.get("off_list"))
        people = begin.people_of(self._cohort)
        who = next((each.shown() for each in people if each.id == id), id)
        ending.forget_person(self._cohort, id, off_list=off_list)
        self._hold_nothing_of(id)
        done = said("end.forgotten_off") if off_list else said("end.forgotten", who=who)
        fields = reading.fields(self._cohort)
        about = {**overview.about(self._cohort), "asked": self._asked()}
        return {**about, "said": done, "fields": fields}
