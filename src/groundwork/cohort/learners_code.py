"""The code that a learner wrote: what of it is run, what it computed, and what is kept of the run.

Code counts where it computes what a question asks, as it does when the learner's own page runs: its
value then counts instead of the number that was typed. Code that computes nothing that is asked is
for whoever reads, and is not run.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from groundwork.cohort import walls
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import Frozen
from groundwork.cohort.handed_in import Answers
from groundwork.cohort.page import plain
from groundwork.cohort.sandbox import Job, Ran
from groundwork.cohort.written import Written
from groundwork.learner.answers import NUMBERS
from groundwork.learner.files import write_text
from groundwork.learner.outcome import computed_in, numbers_given, variables
from groundwork.learner.questions import Computed, Question
from groundwork.subject.errors import UserError

RAN = "ran"  # the folder of what is kept of runs
Run = Callable[[Job], Ran]
# What a notebook understands and Python does not: commands for the notebook, and for the system.
COMMAND = re.compile(r"^([ \t]*)[%!].*", re.MULTILINE)
# Words of code that wants more than to compute: the course's own library, and the doors out.
REACHES = re.compile(
    r"\bgroundwork\.(?!lesson\b)|^\s*import groundwork|\bos\.(write|dup|dup2|fdopen|closerange)\b"
    r"|\bsys\.(modules|stdout|__stdout__)\b",
    re.MULTILINE,
)
IN_SIGHT = (
    "The code was not run, since it could read other hand-ins: the cohort's folder lies in the "
    "folder that Python is installed in. Move it out of there, then grade again"
)
MOST_CODE = 1_000_000  # characters of all cells together
TOO_LONG = Ran(not_run=f"The code was not run: the page holds more than {MOST_CODE:,} characters")
NOT_YET = Ran(not_run="The code was not run yet. Grade again")


def not_yet(job: Job) -> Ran:
    """Run nothing, where a hand-in is looked at and not graded."""
    return NOT_YET


def came_of(exercise: Frozen, found: Written, given: Answers, run: Run) -> Ran:
    """Return what comes of a page's code; nothing is run of a page far longer than people write."""
    if sum(len(text) for _, text in found.cells) > MOST_CODE:
        return TOO_LONG
    return run(job_of(exercise, found, given))


def job_of(exercise: Frozen, found: Written, given: Answers) -> Job:
    """Return what is to be run: all cells of code of the page, in its order.

    The cells of the release are among them, since a learner's code goes on from theirs. Inside,
    those that ask and check do nothing.
    """
    numbers = {}
    for question in exercise.checks.values():
        asked = question
        if isinstance(question, Computed):
            chosen = chosen_numbers(question, given)
            asked = question.at(chosen if chosen in question.names() else "")
        try:
            numbers[question.id] = numbers_given(asked)
        except UserError:
            continue  # it gives none
    cells = tuple(COMMAND.sub(r"\1pass", text) for _, text in found.cells)
    names = [name for question in exercise.checks.values() for name in variables(question)]
    return Job(cells, tuple(dict.fromkeys(names)), numbers)


def chosen_numbers(question: Question, given: Answers) -> str:
    """Return the variant of a question that the learner's page showed; "" for the first."""
    chosen = given.about.get(NUMBERS, {}).get(question.id)
    return str(chosen or given.kept.get(question.id, {}).get(NUMBERS, ""))


def value_for(question: Question, exercise: Frozen, found: Written, ran: Ran) -> object:
    """Return what the code computed for a question; None when it computed nothing.

    As a check does, it sees what stands above it: all until the code of the next question begins.
    """
    own = exercise.code_cells.get(question.id)
    names = [name for name, _ in found.cells]
    others = set(exercise.code_cells.values()) - {own}
    start = names.index(own) if own in names else 0
    later = (at for at in range(start + 1, len(names)) if own in names and names[at] in others)
    end = next(later, len(names))
    seen = (computed_in(question, values) for values in reversed(ran.values[:end]))
    return next((value for value in seen if value is not None), None)


def said_of(
    exercise: Frozen,
    values: Mapping[str, object],
    passed: Mapping[str, bool],
    found: Written,
    ran: Ran,
) -> Iterator[str]:
    """Say what became of the code, for whoever reads the hand-in.

    Parameters
    ----------
    values, passed
        Question id to what code computed for it, for each that it computes; and to whether its
        check passes.
    """
    counts = [id for id, value in values.items() if value is not None]
    typed = [id for id in values if id not in counts and passed[id]]
    rest = [id for id in values if id not in counts and not passed[id]]
    if counts:
        yield f"For {exercise.told(counts)} the result of the code counts"
    if ran.not_run:
        yield ran.not_run
    elif ran.stopped:
        yield f"The code was stopped: {ran.stopped}"
    errors = [" ".join(plain(error).split())[:120] for error in ran.errors if error]
    if errors:
        yield f"The code met an error ({errors[0]})"
    if any(REACHES.search(text) for text in found.programs):
        yield "The code reaches for what grades it, or for open files: that changes no point"
    if any(COMMAND.search(text) for _, text in found.cells):
        yield "Lines of it that begin with % or ! were left out"
    if typed:
        yield f"For {exercise.told(typed)} the typed answer counts"
    if rest and undecided(found, ran):
        yield f"Read what was written for {exercise.told(rest)}, and give the points"
    elif rest:
        yield f"The code gives no value for {exercise.told(rest)}"


def undecided(found: Written, ran: Ran) -> bool:
    """Whether a person has to decide about code that gave no value: it was not run as it stands."""
    left_out = any(COMMAND.search(text) for _, text in found.cells)
    return not ran.ended or left_out


def kept_runs(cohort: Cohort, name: str, run: Run, student: str) -> "Kept":
    """Return what runs the code of a learner's hand-in to an exercise, or says how it went."""
    return Kept(cohort.own(RAN, name, f"{student}.json"), run)


@dataclass(frozen=True)
class Kept:
    """Runs of one hand-in that are kept beside the gradebook, so that looking runs nothing.

    Parameters
    ----------
    path
        Where it is kept.
    run
        What runs code that was not run to its end before; nothing is run where it is
        :func:`not_yet`.
    """

    path: Path
    run: Run

    def __call__(self, job: Job) -> Ran:
        """Return what came of a job: what is kept of it, or of a run that is kept now."""
        name = hashlib.sha256(json.dumps(asdict(job)).encode()).hexdigest()[:16]
        before = self._read(name)
        if before and (before.ended or self.run is not_yet):
            return before
        seen = walls.shown_in(self.path)
        ran = Ran(not_run=IN_SIGHT) if seen and self.run is not not_yet else self.run(job)
        if self.run is not not_yet:
            content = {"format": 1, "job": name, "ran": asdict(ran)}
            write_text(self.path, json.dumps(content, indent=1) + "\n")
        return ran

    def _read(self, name: str) -> Ran | None:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            if found["job"] != name:
                return None
            ran = found["ran"]
            values, printed, errors = map(tuple, (ran["values"], ran["printed"], ran["errors"]))
            return Ran(values, printed, errors, str(ran["stopped"]), str(ran["not_run"]))
        except (OSError, ValueError, LookupError, TypeError):
            return None
