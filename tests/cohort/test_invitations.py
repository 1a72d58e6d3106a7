"""A hand-in with an invitation is known by it, one without is not, and no name is in any file."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hand_ins import NAME, SOLUTION, WRONG, answers

from groundwork.cohort import arrivals, invitations
from groundwork.cohort.begin import people_of
from groundwork.cohort.collect import LEFT, TAKEN, Line, collect
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.ending import forget_person
from groundwork.command.main import main
from groundwork.learner import answers as kept
from groundwork.learner import invitation
from groundwork.learner.workspace import OWN, VARIABLE

pytestmark = pytest.mark.filterwarnings("ignore")


def never(question: str, doubt: bool) -> bool:
    return False


def carried(cohort: Cohort, id: str) -> dict[str, str]:
    code = invitations.code_of(cohort, id)
    return {"cohort": code[: invitation.GROUP], "learner": code[invitation.GROUP :]}


def taken(cohort: Cohort, folder: Path, content: bytes, ask: Any = never) -> Line:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / kept.FILE).write_bytes(content)
    root = folder.parent
    (line,) = collect(cohort, people_of(cohort), arrivals.read(root), ask)
    return line


@pytest.fixture
def inviting(cohort: Cohort) -> Cohort:
    invitations.invite(cohort, people_of(cohort))
    return cohort


def test_it_is_known_whatever_the_folder_is_called(inviting: Cohort, tmp_path: Path) -> None:
    content = answers(SOLUTION, handin="a" * 32, **carried(inviting, "ana"))
    line = taken(inviting, tmp_path / "in" / "download (3)", content)
    assert (line.state, line.person) == (TAKEN, "ana")


@pytest.mark.parametrize("place", ["bo", "Bo Doe"])
def test_a_name_that_says_otherwise_is_asked_about(
    inviting: Cohort, tmp_path: Path, place: str
) -> None:
    content = answers(SOLUTION, **carried(inviting, "ana"))
    line = taken(inviting, tmp_path / "in" / place, content)
    assert line.state == LEFT
    assert (
        "carries the invitation of Ana Doe (ana), and its name or workspace is that of Bo Doe"
        in line.said
    )
    doubts = []

    def yes(question: str, doubt: bool) -> bool:
        doubts.append(doubt)
        return True

    assert taken(inviting, tmp_path / "in" / place, content, yes).person == "ana"
    assert doubts == [True]


def test_a_workspace_that_was_anothers_is_asked_about(inviting: Cohort, tmp_path: Path) -> None:
    first = answers(SOLUTION, handin="b" * 32)
    assert taken(inviting, tmp_path / "one" / "bo", first, lambda *_: True).person == "bo"
    stolen = answers(WRONG, handin="b" * 32, **carried(inviting, "ana"))
    assert taken(inviting, tmp_path / "two" / "x", stolen).state == LEFT


@pytest.mark.parametrize(
    "change",
    [{"learner": "22222222"}, {"learner": "../../.."}, {"cohort": "2222"}, {"learner": ""}],
)
def test_a_code_that_is_none_says_nothing(
    inviting: Cohort, tmp_path: Path, change: Mapping[str, str]
) -> None:
    content = answers(SOLUTION, **{**carried(inviting, "ana"), **change})
    line = taken(inviting, tmp_path / "in" / "x", content)
    assert (line.state, line.person) == (LEFT, "")


def test_one_of_another_cohort_is_told(
    inviting: Cohort, empty_cohort: Path, tmp_path: Path
) -> None:
    code = invitation.with_check("2345ABCDEFG")
    said = {"cohort": code[:4], "learner": code[4:]}
    line = taken(inviting, tmp_path / "in" / "x", answers(SOLUTION, **said))
    assert "an invitation to another cohort" in line.said
    not_inviting = Cohort(empty_cohort)
    assert invitations.invited(not_inviting, people_of(not_inviting), said) is None


def test_codes_are_the_same_again_and_tell_no_name(
    cohort: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "staff.csv"
    roster.write_text("id,name\nana,Ana Doe\nnew.one,New One\n", encoding="utf-8")
    words = ["cohort", "new", str(cohort.root), str(roster), "--invite"]
    assert main(words) == 0
    assert "Send each their own file" in capsys.readouterr().out
    files = sorted((cohort.root / invitations.FOLDER).glob("*/invitation.txt"))
    assert [path.parent.name for path in files] == ["ana", "bo", "cy", "di", "new.one"]
    before = [path.read_text(encoding="utf-8") for path in files]
    assert main(words) == 0
    assert [path.read_text(encoding="utf-8") for path in files] == before
    codes = {invitation.found_in(text) for text in before}
    assert len(codes) == 5 and all(map(invitation.is_code, codes))
    assert "Ana" not in before[0] and "ana" not in before[0].casefold().split()
    forget_person(cohort, "ana", off_list=True)
    assert not files[0].exists()


def test_a_mistyped_or_swapped_sign_is_found() -> None:
    code = invitation.with_check("K7MN4Q2X9TB")
    for at, sign in enumerate(code):
        for other in invitation.SIGNS:
            changed = code[:at] + other + code[at + 1 :]
            assert invitation.is_code(changed) == (other == sign)
        swapped = code[:at] + code[at : at + 2][::-1] + code[at + 2 :]
        assert invitation.is_code(swapped) == (swapped == code)
    for text in (invitation.shown(code), f"code: {code.lower()}.", f"\ufeff{code}\r\n"):
        assert invitation.found_in(text) == code
    assert invitation.found_in("no code, and 2222-2222-2223") == ""


def test_answers_carry_it_while_it_is_there(
    inviting: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = tmp_path / "work"
    folder = workspace / "exercises" / NAME
    for path in (folder, workspace / OWN, workspace / "modules", workspace / "datasets"):
        path.mkdir(parents=True)
    monkeypatch.setenv(VARIABLE, str(workspace))
    file = folder / kept.FILE

    def about() -> dict[str, Any]:
        kept.keep("q1b", "x", folder, exercise=NAME)
        found = json.loads(file.read_text(encoding="utf-8"))
        return {name: found.get(name) for name in ("cohort", "learner")}

    assert about() == {"cohort": None, "learner": None}
    sent = inviting.root / invitations.FOLDER / "ana" / invitation.FILE
    (workspace / invitation.FILE).write_bytes(sent.read_bytes())
    assert about() == carried(inviting, "ana")
    assert "ana" not in file.read_text(encoding="utf-8").casefold()
    line = taken(inviting, tmp_path / "in" / "x", file.read_bytes())
    assert (line.state, line.person) == (TAKEN, "ana")
    (workspace / invitation.FILE).write_text("K7MN-4Q2X-9TBD was mistyped", encoding="utf-8")
    assert about() == {"cohort": None, "learner": None}
    (workspace / invitation.FILE).unlink()
    assert about() == {"cohort": None, "learner": None}
