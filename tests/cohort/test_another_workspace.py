"""A file from another workspace, or from none that is known, replaces nobody's hand-in unasked."""

import json
from pathlib import Path
from typing import Any

import pytest
from hand_ins import MOST, NAME, ONE, SOLUTION, WRONG, answers, counted
from laid_out import ANA, BO, lay, take

from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, REPLACED, TAKEN
from groundwork.cohort.course_folder import TIMESTAMP, Cohort
from groundwork.cohort.invitations import code_of, invite
from groundwork.cohort.judge import judge
from groundwork.command.main import main
from groundwork.learner.answers import FILE
from groundwork.learner.invitation import GROUP

pytestmark = pytest.mark.filterwarnings("ignore")


def points(cohort: Cohort, person: str) -> float:
    found = judge(cohort.frozen(NAME), cohort.handed_in(person, NAME)).points
    return sum(filter(None, found.values()))


def without_a_number(content: bytes) -> bytes:
    return json.dumps({n: v for n, v in json.loads(content).items() if n != "handin"}).encode()


@pytest.mark.parametrize("kind", ["a new number", "no number"])
def test_a_file_in_a_folder_with_her_name_is_asked_about_also_with_yes(
    cohort: Cohort, tmp_path: Path, kind: str
) -> None:
    take(cohort, lay(tmp_path / "1", {f"ana/{FILE}": counted(SOLUTION, 9, ANA)}))
    other = counted({ONE: WRONG[ONE]}, 20, BO)
    other = without_a_number(other) if kind == "no number" else other
    inbox = lay(tmp_path / "2", {f"ana/{FILE}": other})
    (line,) = take(cohort, inbox)
    assert line.state == LEFT and points(cohort, "ana") == MOST
    assert "a hand-in of Ana Doe (ana) from another one would give way to it" in line.question
    words = ["cohort", "collect", str(cohort.root), str(inbox), "--yes"]
    assert main(words) == 1 and points(cohort, "ana") == MOST
    (line,) = take(cohort, inbox, doubtful=True)
    assert (line.state, line.said) == (TAKEN, REPLACED)


def test_a_copied_invitation_is_asked_about_where_it_would_replace_a_hand_in(
    cohort: Cohort, tmp_path: Path
) -> None:
    invite(cohort, people_of(cohort))
    code = code_of(cohort, "ana")
    about: dict[str, Any] = {"cohort": code[:GROUP], "learner": code[GROUP:]}

    def sent(values: dict[str, Any], last: int, number: str) -> bytes:
        return json.dumps(json.loads(counted(values, last, number)) | about).encode()

    (line,) = take(cohort, lay(tmp_path / "1", {f"misc/{FILE}": sent(SOLUTION, 9, ANA)}))
    assert (line.state, line.person) == (TAKEN, "ana")
    inbox = lay(tmp_path / "2", {f"misc/{FILE}": sent({ONE: WRONG[ONE]}, 20, BO)})
    (line,) = take(cohort, inbox)
    assert (line.state, points(cohort, "ana")) == (LEFT, MOST)
    assert "would give way to it" in line.question


def test_a_newer_file_of_the_same_workspace_is_not_asked_about(
    cohort: Cohort, tmp_path: Path
) -> None:
    take(cohort, lay(tmp_path / "1", {f"ana/{FILE}": counted({ONE: WRONG[ONE]}, 3, ANA)}))
    (line,) = take(cohort, lay(tmp_path / "2", {f"ana/{FILE}": counted(SOLUTION, 20, ANA)}))
    assert (line.state, line.said, points(cohort, "ana")) == (TAKEN, "", MOST)


TEXT = "The board's budget rule closes the clinic at five, and nobody who works by day gets in."


@pytest.mark.parametrize("number", ["", BO[:-1] + "c"])
def test_a_text_that_is_the_same_letter_for_letter_is_asked_about(
    cohort: Cohort, tmp_path: Path, number: str
) -> None:
    values = {**SOLUTION, "q10_gap": TEXT}
    take(cohort, lay(tmp_path / "1", {f"ana/{FILE}": counted(values, 9, ANA)}))
    spaced = {**values, "q10_gap": f"  {TEXT}\n"}
    copy = counted(spaced, 9, number or BO)
    copy = copy if number else without_a_number(copy)
    (line,) = take(cohort, lay(tmp_path / "2", {f"bo/{FILE}": copy}))
    assert line.state == LEFT
    assert (
        "holds a text that is the same, letter for letter, as the hand-in of Ana" in line.question
    )
    own = {**SOLUTION, "q10_gap": TEXT.replace("board", "council")}
    (line,) = take(cohort, lay(tmp_path / "3", {f"cy/{FILE}": counted(own, 9, "c" * 32)}))
    assert line.state == TAKEN


def test_what_a_file_says_of_its_time_is_no_moment_when_it_came(
    cohort: Cohort, tmp_path: Path
) -> None:
    take(cohort, lay(tmp_path / "in", {f"ana/{FILE}": answers(SOLUTION)}))
    assert TIMESTAMP not in cohort.handed_in("ana", NAME)
