"""On Windows a virus scanner holds each new file for a moment: no work is lost to that.

Simulated by the refusals that Windows gives: of moving, of deleting a file and a folder.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hand_ins import NAME, SOLUTION, WRONG, answers, counted

from groundwork.cohort import arrivals
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, TAKEN, collect
from groundwork.cohort.course_folder import Cohort
from groundwork.command.main import main
from groundwork.learner import files
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")
HELD = [(5, PermissionError), (32, PermissionError), (145, OSError)]


def held(monkeypatch: pytest.MonkeyPatch, number: int, error: type[OSError], times: int) -> None:
    """Refuse the first tries of each move and deletion."""
    monkeypatch.setattr(files, "PAUSES", (0,) * 5)
    tried: dict[tuple[str, str], int] = {}

    def refusing(name: str, really: Callable[..., Any]) -> Callable[..., Any]:
        def act(path: Path, *others: Any, **options: Any) -> Any:
            count = tried[name, str(path)] = tried.get((name, str(path)), 0) + 1
            if count <= times:
                refused = error(13, "Access is denied")
                refused.winerror = number  # type: ignore[attr-defined]
                raise refused
            return really(path, *others, **options)

        return act

    monkeypatch.setattr(Path, "replace", refusing("replace", Path.replace))
    monkeypatch.setattr(Path, "unlink", refusing("unlink", Path.unlink))
    monkeypatch.setattr(shutil, "rmtree", refusing("rmtree", shutil.rmtree))


def put(inbox: Path, content: bytes) -> Path:
    (inbox / "ana").mkdir(parents=True, exist_ok=True)
    (inbox / "ana" / FILE).write_bytes(content)
    return inbox


@pytest.mark.parametrize(("number", "error"), HELD)
def test_a_file_that_is_held_for_a_moment_stops_no_part(
    cohort: Cohort,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    error: type[OSError],
) -> None:
    held(monkeypatch, number, error, 2)
    for content in (counted(SOLUTION | WRONG, 3, "a" * 32), counted(SOLUTION, 9, "a" * 32)):
        inbox = put(tmp_path / "in", content)
        assert main(["cohort", "collect", str(cohort.root), str(inbox), "--yes"]) == 0
        for part in ("grade", "feedback", "export"):
            assert main(["cohort", part, str(cohort.root)]) == 0
    assert cohort.handed_in("ana", NAME)[FILE] == content
    assert not list(cohort.own("making").glob("*"))
    assert main(["cohort", "forget", str(cohort.root), "ana", "--yes"]) == 0
    assert not cohort.step("submitted", "ana", NAME).exists()


def test_a_file_that_stays_held_is_told_and_the_hand_in_before_stays(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = people_of(cohort)
    before, now = answers(SOLUTION | WRONG), answers(SOLUTION, "2026-11-21T08:00:00Z")
    for content, state in ((before, TAKEN), (now, LEFT)):
        arrived = arrivals.read(put(tmp_path / "in", content))
        (line,) = collect(cohort, people, arrived, lambda *_: True)
        assert line.state == state
        held(monkeypatch, 32, PermissionError, 100)
    assert "another program has" in line.said
    assert cohort.handed_in("ana", NAME)[FILE] == before
