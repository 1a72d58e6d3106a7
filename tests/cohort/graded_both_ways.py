"""24 honest hand-ins, graded by our command after each way to collect, and by nbgrader itself."""

import json
import os
import shutil
import sys
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import nbformat
import pytest
import without_a_kernel
from hand_ins import (
    AT,
    CODE,
    CODE_CELL,
    NAME,
    NOTEBOOK,
    SOURCE,
    mixed,
    new_cohort,
    released,
    with_code,
)
from nbformat import NotebookNode
from nbgrader.apps import NbGraderAPI
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from traitlets.config import Config
from walls_needed import need_walls

from groundwork.cohort import arrivals
from groundwork.cohort.api import api_of
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import TAKEN, collect
from groundwork.cohort.course_folder import ABOUT, TIMESTAMP, Cohort
from groundwork.cohort.grading import grade
from groundwork.cohort.settings import settings

FEW = ("solved", "half", "texts", "wrong00", "wrong01")  # by formgrader's button
HELPER = "def less(one, other):\n    return other - one\n"
# What some of them wrote into the cell for code, and into one that they added above it.
WROTE = {
    "wrong00": (CODE, ""),
    "wrong01": ("rate_difference = less(rate, reference)", HELPER),
    "wrong02": ("rate_difference = rate", ""),
    "wrong03": ("rate_difference = nothing_of_that_name", ""),
    "wrong04": ("print(reference - rate)", ""),
    "nothing": ("rate_difference = round(reference - rate, 1)", ""),
    "variants": (CODE, ""),
}


@dataclass
class HandIn:
    """What one person hands in, and when."""

    files: dict[str, bytes]
    at: datetime
    code: str = ""


def handed_in(notebook: bytes) -> dict[str, HandIn]:
    """24 honest hand-ins, each at a minute of its own and one of them late, some with code."""
    need_walls()
    found = {}
    for minute, (student, content) in enumerate(mixed().items()):
        at = datetime(2026, 11, 20, 10 if student == "half" else 8, minute)
        code, above = WROTE.get(student, ("", ""))
        page = with_code(notebook, code=code) if code else notebook
        if above:
            page = with_a_cell_above(page, above)
        answered = content.replace(AT.encode(), f"{at:%Y-%m-%dT%H:%M:%SZ}".encode())
        found[student] = HandIn({"answers.json": answered, NOTEBOOK: page}, at, code)
    return found


def with_a_cell_above(notebook: bytes, code: str) -> bytes:
    """The notebook with a cell of code above the one that a question has for it."""
    found = json.loads(notebook)
    at = [cell["id"] for cell in found["cells"]].index(CODE_CELL)
    cell = {"cell_type": "code", "id": "own", "metadata": {}, "source": code, "outputs": []}
    found["cells"].insert(at, {**cell, "execution_count": None})
    return json.dumps(found).encode()


class WithoutAKernel(Execute):
    """nbgrader's step that runs a notebook, in this process."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        about = resources["nbgrader"]
        coursedir = self.parent.parent.coursedir
        folder = coursedir.format_path("autograded", about["student"], about["assignment"])
        without_a_kernel.put_back_checks(nb, nbformat.read(SOURCE, as_version=4))
        without_a_kernel.run(nb, Path(folder))
        return nb, resources


def by_nbgrader(root: Path, students: list[str], with_kernels: bool) -> Cohort:
    """Grade as nbgrader does with the settings of our releases, on a machine of its own.

    A kernel for each takes seconds, so they are there with `--all` alone.
    """
    config = settings()
    config.Autograde.autograde_preprocessors = [
        WithoutAKernel if step is Execute and not with_kernels else step
        for step in Autograde.autograde_preprocessors.default()
    ]
    api = nbgraders_api(root, config)
    for student in students:
        outcome = api.autograde(NAME, student)
        assert outcome["success"], f"{student}: {outcome.get('log') or outcome}"
    return Cohort(root)


def nbgraders_api(root: Path, config: Config) -> NbGraderAPI:
    """nbgrader with the settings of our releases, and nothing of a cohort's own."""
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.course_id = "winter"
    directory = CourseDirectory(config=config)
    return NbGraderAPI(config=config, coursedir=directory, log_level="CRITICAL")


def by_the_exchange(cohort: Cohort, everyone: dict[str, HandIn], exchange: Path) -> None:
    """Lay each hand-in where its own account hands it in, and collect."""
    from groundwork.cohort.exchange import from_exchange

    for student, one in everyone.items():
        at = one.at.strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        sent = exchange / "winter" / "inbound" / f"{student}+{NAME}+{at}+abc"
        sent.mkdir(parents=True)
        for name, content in one.files.items():
            (sent / name).write_bytes(content)
        (sent / TIMESTAMP).write_text(at, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:  # as many accounts as people
        patch.setattr("groundwork.cohort.exchange.account_of", lambda f: f.name.partition("+")[0])
        assert {line.state for line in from_exchange(cohort, [NAME])} == {TAKEN}


def by_a_zip(cohort: Cohort, everyone: dict[str, HandIn], path: Path) -> None:
    """Put all hand-ins into one zip file, a folder for each, and collect it."""
    with zipfile.ZipFile(path, "w") as packed:
        for student, one in everyone.items():
            for name, content in one.files.items():
                packed.writestr(f"{student}/{name}", content)
    lines = collect(cohort, people_of(cohort), arrivals.read(path), lambda _, doubt: not doubt)
    assert {line.state for line in lines} == {TAKEN}


@dataclass
class Graded:
    """The same 24 hand-ins, collected and graded in each way."""

    exchange: Cohort
    zip: Cohort
    nbgraders: Cohort
    button: Cohort
    everyone: dict[str, HandIn]


@contextmanager
def graded_both_ways(root: Path, with_kernels: bool) -> Iterator[Graded]:
    """By our command after both ways to collect, by nbgrader, a few by formgrader's button."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        given = new_cohort(root / "given" / "winter", list(mixed()))
        with given.gradebook() as book:
            book.update_or_create_assignment(NAME, duedate="2026-11-20 09:00:00 UTC")
        everyone = handed_in(released(given))
        copies = {}
        for way in ("exchange", "zip", "nbgraders", "button"):
            copies[way] = Cohort(root / way / "winter")
            if way in ("exchange", "zip"):
                shutil.copytree(given.root, copies[way].root)
                about = copies[way].about() | {"exchange": str(root / "shared")}
                (copies[way].root / ABOUT).write_text(json.dumps(about), encoding="utf-8")
        by_the_exchange(copies["exchange"], everyone, root / "shared")
        by_a_zip(copies["zip"], everyone, root / "mail.zip")
        for way in ("nbgraders", "button"):
            shutil.copytree(copies["exchange"].root, copies[way].root)
        for way in ("exchange", "zip"):
            with ThreadPoolExecutor() as executor:
                list(grade(copies[way], NAME, executor))
        by_nbgrader(copies["nbgraders"].root, list(everyone), with_kernels)
        api = api_of(copies["button"], NAME)
        for student in FEW:
            outcome = api.autograde(NAME, student)
            assert outcome["success"], outcome["log"]
        yield Graded(**copies, everyone=everyone)
