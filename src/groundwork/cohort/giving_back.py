"""Give feedback back: pages that nbgrader makes, by its exchange or as files."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from groundwork.cohort.begin import api_of, done
from groundwork.cohort.collect import SECRET
from groundwork.cohort.place import Cohort, tools_on_path
from groundwork.learner.files import write_bytes

FILES = "to_give_back"


def feedback(cohort: Cohort, name: str) -> Iterator[tuple[str, Path, bool]]:
    """Write the feedback of everybody who was graded; yield who, the page, and if by exchange.

    The page is a file too, for mail or a shared drive. Mark schemes are not in it.
    """
    api = api_of(cohort, name)
    for student in graded(cohort, name):
        with tools_on_path():
            done(api.generate_feedback(name, student, force=True), f"No feedback for {student}")
        page = cohort.step("feedback", student, name) / f"{name}.html"
        target = cohort.root / FILES / name / f"{student}.html"
        write_bytes(target, page.read_bytes())
        secret = cohort.step("autograded", student, name) / SECRET
        by_exchange = bool(cohort.exchange()) and secret.is_file()
        if by_exchange:
            beside = cohort.step("feedback", student, name) / SECRET
            if not beside.exists():
                shutil.copyfile(secret, beside)
            with tools_on_path():
                done(api.release_feedback(name, student), f"No feedback sent to {student}")
        yield student, target, by_exchange


def graded(cohort: Cohort, name: str) -> list[str]:
    """Return who has a graded page, and so gets feedback."""
    found = (cohort.root / "autograded").glob(f"*/{name}/{name}.ipynb")
    return sorted(path.parent.parent.name for path in found)
