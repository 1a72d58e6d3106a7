"""Compare grading a cohort from its answers with `nbgrader autograde`, same hand-ins, same run.

Run it with ``python benchmarks/grading.py``. It prints the seconds a hand-in of both, at the first
writing and again, how the rate of 240 compares with that of 24, and whether points and flags are
the same. It exits with 1 when nbgrader is less than 10 times as slow, when each of 240 takes more
than a fifth longer than each of 24, or when a grade differs. ``--plain 0`` leaves nbgrader out,
which takes two seconds a hand-in.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from groundwork.cohort.begin import new, release
from groundwork.cohort.grading import grade
from groundwork.cohort.place import Cohort
from groundwork.cohort.roster import Person
from groundwork.cohort.settings import settings
from groundwork.learner.questions import Write, catalog

ROOT = Path(__file__).parents[1]
NAME = "01_root_causes"
LEAST_FASTER, MOST_SLOWER = 10, 1.2


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


def cohort_of(root: Path, count: int) -> Cohort:
    """Make a cohort whose hand-ins lie in it."""
    people = [Person(f"p{number:04}", "P", f"{number}") for number in range(count)]
    cohort = new(root, "Benchmark", people, "UTC")
    release(cohort, ROOT / "exercises" / NAME)
    for number, person in enumerate(people):
        folder = cohort.step("submitted", person.id, NAME)
        shutil.copytree(cohort.root / "release" / NAME, folder)
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


def seconds(work: Callable[[Cohort], None], cohort: Cohort) -> float:
    """Return how long something took."""
    before = time.perf_counter()
    work(cohort)
    return time.perf_counter() - before


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plain", type=int, default=24, help="hand-ins for nbgrader itself")
    count = parser.parse_args().plain
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with tempfile.TemporaryDirectory() as folder:
        few = cohort_of(Path(folder) / "few", 24)
        other = Path(folder) / "plain"
        shutil.copytree(few.root, other)
        ours(cohort_of(Path(folder) / "warm", 1))  # what is imported is in neither
        first = seconds(ours, few) / 24 * 1000
        again = seconds(ours, few) / 24 * 1000
        many = cohort_of(Path(folder) / "many", 240)
        first_many = seconds(ours, many) / 240 * 1000
        print(f"ours, 24 hand-ins:  {first:7.1f} ms each, again {again:.1f}")
        print(f"ours, 240 hand-ins: {first_many:7.1f} ms each")
        fine = first_many <= first * MOST_SLOWER
        if count:
            for student in few.students_with(NAME)[count:]:
                shutil.rmtree(other / "submitted" / student)
            took = seconds(plain, Cohort(other)) / count * 1000
            theirs = entries(Cohort(other))
            found = entries(few)
            differ = [key for key, value in theirs.items() if found.get(key) != value]
            print(f"nbgrader, {count}:       {took:7.1f} ms each, {took / first:.0f} times as long")
            print(f"{len(theirs)} grades compared, {len(differ)} differ {differ[:3] or ''}")
            fine = fine and not differ and took >= LEAST_FASTER * first
    print("Fine." if fine else "Over a limit.")
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main())
