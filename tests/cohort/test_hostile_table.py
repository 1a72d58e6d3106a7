"""Hostile hand-ins among honest ones: none gains a point or touches anything, each is told.

Ten kinds are tried in every run; `pytest tests/cohort/test_hostile_table.py --all` tries all of
them and writes the table beside this file.
"""

import csv
import hashlib
import json
import shutil
import socket
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hand_ins import (
    JUDGED,
    MOST,
    NAME,
    NOTEBOOK,
    SOLUTION,
    WORTH,
    WRONG,
    answers,
    new_cohort,
    released,
)
from hostile import EARNED, KINDS, MARK, Surroundings
from walls_needed import need_walls

from groundwork.cohort import arrivals, export, sandbox
from groundwork.cohort.arrived import is_program
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import collect
from groundwork.cohort.course_folder import ABOUT, TIMESTAMP, Cohort
from groundwork.cohort.grading import Standing, grade, standings
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")
TABLE = Path(__file__).with_name("hostile_hand_ins.md")
HONEST = {"ana": (SOLUTION, MOST), "zoe": (SOLUTION | WRONG, MOST - WORTH), "mo": ({}, 0)}


@dataclass
class Tried:
    """What came of trying kinds of hostile hand-ins, by their names."""

    said: dict[str, str]
    standing: dict[str, Standing]
    honest: dict[str, Standing]
    cohort: Cohort
    alone: Cohort


def short(name: str) -> str:
    return f"h.{name.replace(' ', '.')}"


def untouched(root: Path) -> str:
    """A short name of all that nobody's hand-in may change."""
    paths = [*root.glob("source/**/*"), *root.glob("release/**/*"), root / "nbgrader_config.py"]
    found = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        found.update(path.as_posix().encode() + path.read_bytes())
    return found.hexdigest()


@pytest.fixture(scope="module")
def tried(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tried]:
    need_walls()
    names = [n for n, each in KINDS.items() if each.in_suite or request.config.getoption("--all")]
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch, socket.create_server(("127.0.0.1", 0)) as server:
        patch.setenv("HOSTILE_SECRET", "x")
        patch.setattr(sandbox, "LONGEST", 2.5)
        patch.setitem(sandbox.LIMITS, "RLIMIT_CPU", 2)
        everyone = [*HONEST, *map(short, names)]
        cohort = new_cohort(folder / "winter", everyone)
        alone = Cohort(folder / "alone" / "winter")
        shutil.copytree(cohort.root, alone.root)
        before = untouched(cohort.root)
        around = Surroundings(cohort.root, folder, server.getsockname()[1])
        for number, name in enumerate(names):
            sent = KINDS[name].make(released(cohort), around)
            at = f"2026-11-20T0{number // 60}:{number % 60:02}:00Z".encode()
            lay(folder / "in" / short(name), sent, at)
        for name, (values, _) in HONEST.items():
            for inbox in ("in", "honest"):
                files = {FILE: answers(values, handin=name), NOTEBOOK: b""}
                lay(folder / inbox / name, files, b"")
        said = dict.fromkeys(everyone, "")
        lines = collect(cohort, people_of(cohort), arrivals.read(folder / "in"), lambda *_: True)
        for line in lines:
            named = [id for id in everyone if id in line.where.rpartition(": ")[2]]
            said[line.person or max(named, key=len)] += f" {line.said}"
        with ThreadPoolExecutor(2) as executor:
            list(grade(cohort, NAME, executor))
            found = {one.person.id: one for one in standings(cohort, NAME, executor)}
            list(
                collect(alone, people_of(alone), arrivals.read(folder / "honest"), lambda *_: True)
            )
            list(grade(alone, NAME, executor))
        assert untouched(cohort.root) == before
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()
        assert not list(folder.rglob(MARK)) and not Path("/tmp", MARK).exists()
        yield Tried(
            {name: f"{said[short(name)]} {found[short(name)].line}".strip() for name in names},
            {name: found[short(name)] for name in names},
            {name: found[name] for name in HONEST},
            cohort,
            alone,
        )


def lay(folder: Path, sent: Mapping[str, bytes], at: bytes) -> None:
    for name, content in sent.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if name == FILE and at:
            content = content.replace(b"2026-11-20T08:00:00Z", at)
        (folder / name).write_bytes(content)


def test_none_gains_a_point(tried: Tried) -> None:
    gains = {n: one.points for n, one in tried.standing.items() if (one.points or 0) > EARNED}
    assert not gains
    lost = [n for n, one in tried.standing.items() if one.points is None]
    assert set(lost) <= {"ten thousand files"}, "what is whole in a hostile hand-in is graded"


def test_each_is_told(tried: Tried) -> None:
    silent = {n: said for n, said in tried.said.items() if KINDS[n].says not in said or not said}
    assert not silent


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(sys.platform == "win32", reason="nbgrader has no exchange there")
def test_by_the_exchange_the_same_is_taken_of_each_and_the_rest_is_told(
    tried: Tried, tmp_path: Path
) -> None:
    """What is judged is a pure function of what was taken: the same files have the same grade."""
    from groundwork.cohort.exchange import from_exchange

    cohort = Cohort(tmp_path / "winter")
    shutil.copytree(tried.alone.root, cohort.root)
    for folder in ("submitted", "autograded"):
        shutil.rmtree(cohort.root / folder)
    about = cohort.about() | {"exchange": str(tmp_path / "shared")}
    (cohort.root / ABOUT).write_text(json.dumps(about), encoding="utf-8")
    inbox = tried.cohort.root.parent / "in"
    now = "2026-11-20 08:00:00.000000 UTC"
    for sent in inbox.iterdir():
        inbound = tmp_path / "shared" / "winter" / "inbound"
        shutil.copytree(sent, inbound / f"{sent.name}+{NAME}+{now}+abc")
    before = untouched(cohort.root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("groundwork.cohort.exchange.account_of", lambda f: f.name.partition("+")[0])
        lines = {line.person: line for line in from_exchange(cohort, [NAME])}
    assert untouched(cohort.root) == before
    assert lines.keys() == {sent.name for sent in inbox.iterdir()}
    for student, line in lines.items():
        packed = list((inbox / student).glob("*.zip"))
        beside = [path for path in (inbox / student).rglob("*") if is_program(path.name)]
        said = ["work.zip was not read"] * len(packed) + ["is a program or"] * bool(beside)
        assert [each for each in said if each not in line.said] == [], student
        if not packed:
            own = [each.handed_in(student, NAME) for each in (cohort, tried.cohort)]
            answered = [{n: c for n, c in each.items() if n != TIMESTAMP} for each in own]
            assert answered[0] == answered[1], student
        elif (inbox / student / FILE).is_file():
            assert set(cohort.handed_in(student, NAME)) <= {FILE, TIMESTAMP}


def test_the_honest_have_what_they_earned(tried: Tried) -> None:
    assert {name: one.points for name, one in tried.honest.items()} == {
        name: expected for name, (_, expected) in HONEST.items()
    }


@pytest.mark.parametrize("name", HONEST)
def test_all_of_the_honest_is_as_it_is_without_the_others(tried: Tried, name: str) -> None:
    """Files that were handed in, the page, and every row of the gradebook."""
    mixed, alone = (of(each, name) for each in (tried.cohort, tried.alone))
    assert mixed == alone
    assert len(mixed["rows"]) > len(JUDGED)
    assert {"submitted/answers.json", f"autograded/{NOTEBOOK}"} <= mixed.keys()


def of(cohort: Cohort, name: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        f"{step}/{path.name}": path.read_bytes()
        for step in ("submitted", "autograded")
        for path in cohort.step(step, name, NAME).rglob("*")
        if path.is_file()
    }
    with cohort.gradebook() as book:
        (notebook,) = book.find_submission(NAME, name).notebooks
        rows = [
            (g.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade)
            for g in notebook.grades
        ]
        comments = [(c.name, c.auto_comment, c.manual_comment) for c in notebook.comments]
    return found | {"rows": sorted([*rows, *comments], key=str)}


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_nothing_of_theirs_is_a_formula(tried: Tried, between: str) -> None:
    """Whatever a spreadsheet takes for the end of a cell."""
    for writer in (export.plain, export.moodle, export.canvas):
        table = writer(tried.cohort.frozen(NAME), list(tried.standing.values()))
        for row in csv.reader(table.splitlines(), delimiter=between):
            assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "@"))]


def test_the_table_tells_all_kinds(tried: Tried, request: pytest.FixtureRequest) -> None:
    """Each row is as the kind is tried; with all of them tried, the table is written anew."""
    if request.config.getoption("--all"):
        TABLE.write_text("\n".join(table(tried)) + "\n", encoding="utf-8")
    rows = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:2] == "| "]
    rows = [row for row in rows if not row.startswith(("| What it", "| ---"))]
    assert len(rows) == len(KINDS) >= 40
    for (name, each), row in zip(KINDS.items(), rows, strict=True):
        assert row.startswith(f"| {name} | {each.tries} | none | ")
        assert each.says in row


def table(tried: Tried) -> Iterator[str]:
    yield "# Hostile hand-ins, all in one cohort with honest ones"
    yield ""
    yield "Written by `pytest tests/cohort/test_hostile_table.py --all`."
    yield ""
    yield "| What it does | It tries to | Points gained | What is said |"
    yield "| --- | --- | --- | --- |"
    for name, said in tried.said.items():
        places = {str(tried.cohort.root): "COHORT", str(tried.cohort.root.parent): "OUTSIDE"}
        places |= {sys.base_prefix: "PYTHON", str(Path.home()): "HOME", "|": "/"}
        plain = said
        for place, word in places.items():
            plain = plain.replace(place, word)
        plain = plain.replace("<", "&lt;").replace("[", "(").replace("]", ")")
        gained = max((tried.standing[name].points or 0) - EARNED, 0)
        yield f"| {name} | {KINDS[name].tries} | {gained or 'none'} | {' '.join(plain.split())} |"
