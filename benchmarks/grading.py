"""Compare grading a cohort from its answers with `nbgrader autograde`, same hand-ins, same run.

Run it with ``python benchmarks/grading.py`` on a computer that does nothing else. It prints the
milliseconds a hand-in of both, at the first writing and again, without code and with code in all
(run in the sandbox), how the rate of 240 compares with that of 24, and whether points and flags are
the same. It exits with 1 when a hand-in without code takes more than 30 ms at first, when nbgrader
is less than 10 times as slow, without code or with it, when each of 240 takes more than a fifth
longer than each of 24, or when a grade differs. ``--plain 0`` leaves nbgrader out, which takes two
seconds a hand-in.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from groundwork.cohort.begin import new
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.giving_out import release
from groundwork.cohort.grading import grade
from groundwork.cohort.roster import Person
from groundwork.cohort.settings import settings
from groundwork.learner.questions import Write, catalog

ROOT = Path(__file__).parents[1]
NAME = "01_root_causes"
LEAST_FASTER, MOST_SLOWER, LONGEST = 10, 1.2, 30  # LONGEST in milliseconds
CODE = {"q5-code": "rate_difference = reference - rate", "q6-code": "rate_ratio = rate / reference"}


def values(number: int) -> dict[str, Any]:
    """Return answers of one person: right ones, and the wrong ones that their number picks."""
    found: dict[str, Any] = {}
    for question in catalog.read(ROOT / "exercises" / NAME / catalog.FILE).questions:
        if isinstance(question, Write):
            found |= {part.id: f"A text of {number} for {part.id}." for part in question.parts}
            continue
        wrong = [answer for answer, _ in question.wrong_answers()]
        picked = number % (len(wrong) + 1)
        found[question.id] = wrong[picked - 1] if picked else question.right_answer
    return found


def with_code(path: Path) -> None:
    """Write code into the cells of a notebook that are for it."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] in CODE:
            cell["source"] = "".join(cell["source"]) + f"\n{CODE[cell['id']]}\n"
    path.chmod(0o644)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def cohort_of(root: Path, count: int, code: bool = False) -> Cohort:
    """Make a cohort whose hand-ins lie in it."""
    people = [Person(f"p{number:04}", "P", f"{number}") for number in range(count)]
    with quiet():
        cohort = new(root, "Benchmark", people, "UTC")
        release(cohort, ROOT / "exercises" / NAME)
    for number, person in enumerate(people):
        folder = cohort.step("submitted", person.id, NAME)
        shutil.copytree(cohort.root / "release" / NAME, folder)
        if code:
            with_code(folder / f"{NAME}.ipynb")
        at = {"at": "2026-11-20T08:00:00Z"}
        kept = {id: {"value": value, **at} for id, value in values(number).items()}
        content = {"format": 2, "exercise": NAME, "answers": kept}
        (folder / "answers.json").write_text(json.dumps(content), encoding="utf-8")
        (folder / "timestamp.txt").write_text("2026-11-20 08:00:00 UTC", encoding="utf-8")
    return cohort


def ours(cohort: Cohort) -> None:
    """Grade by our command's own function."""
    with ThreadPoolExecutor() as executor:
        list(grade(cohort, NAME, executor))


def plain(cohort: Cohort) -> None:
    """Grade as nbgrader does, with a kernel for each hand-in."""
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    config = settings()
    config.CourseDirectory.root = str(cohort.root)
    config.CourseDirectory.course_id = cohort.about()["course_id"]
    directory = CourseDirectory(config=config)
    api = NbGraderAPI(config=config, coursedir=directory, log_level="CRITICAL")
    for student in cohort.students_with(NAME):
        assert api.autograde(NAME, student)["success"], student


def entries(cohort: Cohort) -> dict[tuple[str, str], tuple[Any, ...]]:
    """Return learner and cell to points and flags."""
    with cohort.gradebook() as book:
        return {
            (submission.student.id, grade.name): (
                *(grade.auto_score, grade.manual_score, grade.needs_manual_grade),
                *(grade.failed_tests, submission.score),
            )
            for submission in book.assignment_submissions(NAME)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


@contextmanager
def quiet() -> Iterator[None]:
    """Let nbgrader and its kernels warn nobody: what they say is theirs, and not measured."""
    sys.stderr.flush()
    before, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        sys.stderr.flush()
        os.dup2(before, 2)
        os.close(before)
        os.close(nowhere)


def seconds(work: Callable[[Cohort], None], cohort: Cohort) -> tuple[float, float]:
    """Return how long something took, and how much of this process's own CPU."""
    with quiet():
        before, cpu = time.perf_counter(), time.process_time()
        work(cohort)
        return time.perf_counter() - before, time.process_time() - cpu


def compared(graded: Cohort, other: Cohort, first: float, count: int) -> bool:
    """Let nbgrader grade some of the same hand-ins; return whether all is as it is to be."""
    for student in graded.students_with(NAME)[count:]:
        shutil.rmtree(other.root / "submitted" / student)
    took = seconds(plain, other)[0] / count * 1000
    with quiet():
        theirs, found = entries(other), entries(graded)
    differ = [key for key, value in theirs.items() if found.get(key) != value]
    print(f"nbgrader, {count}: {took:7.1f} ms each, {took / first:.0f} times as long")
    print(f"{len(theirs)} grades compared, {len(differ)} differ {differ[:3] or ''}")
    return not differ and took >= LEAST_FASTER * first


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plain", type=int, default=24, help="hand-ins for nbgrader itself")
    count = parser.parse_args().plain
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    fine = True
    with tempfile.TemporaryDirectory() as folder:
        seconds(ours, cohort_of(Path(folder) / "warm", 2, code=True))  # imports are in neither
        for code in (False, True):
            name = "code in all" if code else "no code"
            few = cohort_of(Path(folder) / f"few{code}", 24, code)
            other = Path(folder) / f"plain{code}"
            shutil.copytree(few.root, other)
            first, cpu = (took / 24 * 1000 for took in seconds(ours, few))
            again, _ = (took / 24 * 1000 for took in seconds(ours, few))
            told = f"{first:7.1f} ms each (CPU {cpu:.1f}), again {again:.1f}"
            print(f"ours, 24 hand-ins, {name}: {told}")
            fine = fine and (code or first <= LONGEST)
            if not code:
                many = cohort_of(Path(folder) / "many", 240)
                first_many, cpu = (took / 240 * 1000 for took in seconds(ours, many))
                print(f"ours, 240 hand-ins, {name}: {first_many:7.1f} ms each (CPU {cpu:.1f})")
                fine = fine and first_many <= first * MOST_SLOWER
            if count:
                fine = compared(few, Cohort(other), first, count) and fine
    print("Fine." if fine else "Over a limit.")
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main())
