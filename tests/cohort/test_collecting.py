"""What is handed in is taken once, under the name of who it is from, and nothing else with it."""

from pathlib import Path

import pytest
from hand_ins import (
    MOST,
    NAME,
    NOTEBOOK,
    ONE,
    SOLUTION,
    WRONG,
    answers,
    counted,
    in_the_first_format,
    released,
)
from laid_out import ANA, BO, LATER, in_memory, lay, packed, take

from groundwork.cohort.collect import LEFT, TAKEN, THERE
from groundwork.cohort.course_folder import TIMESTAMP, Cohort
from groundwork.cohort.judge import judge
from groundwork.cohort.roster import Person
from groundwork.cohort.whose import guess
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.mark.parametrize(
    "place",
    [
        "ana/answers.json",
        "Doe, Ana/exercises/01_root_causes/answers.json",
        "Ana Doe_4711_assignsubmission_file_/answers.json",
        "doeana_4711_998_answers.json",
        "doeana_LATE_4711_998_answers-1.json",
        "ana@example.gov/Copy of answers.json",
    ],
)
def test_a_hand_in_is_found_where_mail_and_systems_put_it(
    cohort: Cohort, tmp_path: Path, place: str
) -> None:
    folder = lay(tmp_path / "in", {place: answers(SOLUTION, handin=ANA)})
    (line,) = take(cohort, folder)
    assert (line.state, line.person, line.exercise) == (TAKEN, "ana", NAME)
    assert sum(judge(cohort.frozen(NAME), cohort.handed_in("ana", NAME)).points.values()) == MOST  # type: ignore[arg-type]


def test_what_a_program_keeps_beside_a_hand_in_is_no_second_one(
    cohort: Cohort, tmp_path: Path
) -> None:
    """A learner packs the folder of the exercise: checkpoints and what macOS adds come along."""
    page = released(cohort)
    inside = {
        f"Ana Doe/{NAME}/{FILE}": answers(SOLUTION),
        f"Ana Doe/{NAME}/{NOTEBOOK}": page,
        f"Ana Doe/{NAME}/.ipynb_checkpoints/{NAME}-checkpoint.ipynb": page,
        f"__MACOSX/Ana Doe/{NAME}/{FILE}": b"\0",
    }
    lines = take(cohort, packed(tmp_path / "in.zip", inside))
    lines += take(cohort, lay(tmp_path / "folder", inside))
    assert [(line.person, line.state) for line in lines] == [("ana", TAKEN), ("ana", THERE)]


def test_a_file_of_answers_under_another_name_is_known_by_what_is_in_it(
    cohort: Cohort, tmp_path: Path
) -> None:
    """Whole, cut off or with nothing answered; a file that holds no answers stays unread."""
    files = {
        "Ana Doe exercise 1.json": answers(SOLUTION)[:-400],
        "Bo Doe.JSON": answers(WRONG),
        "cy.json": answers({}),
        "settings.json": b'{"a": 1}',
    }
    lines = take(cohort, lay(tmp_path / "in", files))
    taken = {("ana", TAKEN), ("bo", TAKEN), ("cy", TAKEN), ("", LEFT)}
    assert {(line.person, line.state) for line in lines} == taken
    assert "settings.json is no notebook and no file of answers" in lines[-1].said
    for person in ("ana", "bo", "cy"):
        assert FILE in cohort.handed_in(person, NAME)


def test_a_zip_of_zips_and_a_single_file_are_read(cohort: Cohort, tmp_path: Path) -> None:
    inner = in_memory({"work/answers.json": answers(SOLUTION, handin=ANA)})
    both = packed(tmp_path / "all.zip", {"ana.zip": inner, "bo/answers.json": answers(WRONG)})
    assert [line.person for line in take(cohort, both)] == ["ana", "bo"]
    alone = lay(tmp_path / "cy", {FILE: answers(WRONG, at=LATER)}) / FILE
    (line,) = take(cohort, alone.rename(tmp_path / "cy_answers.json"))
    assert (line.person, line.state) == ("cy", TAKEN)


def test_a_suggestion_is_confirmed_once(cohort: Cohort, tmp_path: Path) -> None:
    folder = lay(tmp_path / "in", {"ana/answers.json": answers(SOLUTION, handin=ANA)})
    (line,) = take(cohort, folder, yes=False)
    assert line.state == LEFT
    assert not cohort.students_with(NAME)
    assert take(cohort, folder)[0].state == TAKEN
    later = answers(SOLUTION, at=LATER, handin=ANA)
    renamed = lay(tmp_path / "later", {"download (7)/answers.json": later})
    assert take(cohort, renamed, yes=False)[0].state == TAKEN


def test_collecting_again_takes_nothing_twice_and_the_newer_stays(
    cohort: Cohort, tmp_path: Path
) -> None:
    old = lay(tmp_path / "old", {"ana/answers.json": answers(WRONG, handin=ANA)})
    new = lay(tmp_path / "new", {"ana/answers.json": answers(SOLUTION, at=LATER, handin=ANA)})
    states = [take(cohort, folder)[0].state for folder in (old, old, new, old, new)]
    assert states == [TAKEN, THERE, TAKEN, THERE, THERE]
    assert cohort.handed_in("ana", NAME)[FILE] == answers(SOLUTION, at=LATER, handin=ANA)


def test_without_times_the_newer_of_one_workspace_stays_and_no_time_is_kept(
    cohort: Cohort, tmp_path: Path
) -> None:
    old, new, anew = counted(WRONG, 30, ANA), counted(SOLUTION, 40, ANA), counted(SOLUTION, 20, BO)
    files = {"old": old, "new": new, "anew": anew}
    folders = {
        name: lay(tmp_path / name, {"ana/answers.json": content}) for name, content in files.items()
    }
    states = [take(cohort, folders[name])[0].state for name in ("old", "old", "new", "old", "new")]
    assert states == [TAKEN, THERE, TAKEN, THERE, THERE]
    there = [path.name for path in cohort.step("submitted", "ana", NAME).iterdir()]
    assert FILE in there and TIMESTAMP not in there
    # From another workspace, such as a new laptop, nothing tells which is newer: what comes counts.
    assert take(cohort, folders["anew"], doubtful=True)[0].state == TAKEN


def test_the_same_right_answers_from_two_workspaces_are_no_copy(
    cohort: Cohort, tmp_path: Path
) -> None:
    take(cohort, lay(tmp_path / "one", {"ana/answers.json": counted(SOLUTION, 40, ANA)}))
    own = lay(tmp_path / "two", {"bo/answers.json": counted(SOLUTION, 40, BO)})
    assert take(cohort, own)[0].state == TAKEN
    copy = lay(tmp_path / "three", {"cy/answers.json": counted(SOLUTION, 40, ANA)})
    assert take(cohort, copy)[0].state == LEFT


def test_what_cannot_be_read_never_replaces_what_can(cohort: Cohort, tmp_path: Path) -> None:
    take(cohort, lay(tmp_path / "old", {"ana/answers.json": answers(SOLUTION, handin=ANA)}))
    (line,) = take(cohort, lay(tmp_path / "new", {"ana/answers.json": b"\0" * 99}), exercise=NAME)
    assert line.state == LEFT
    assert "an earlier hand-in that can be read stays" in line.said
    assert cohort.handed_in("ana", NAME)[FILE] == answers(SOLUTION, handin=ANA)


def test_a_copy_of_another_s_work_is_asked_about(cohort: Cohort, tmp_path: Path) -> None:
    take(cohort, lay(tmp_path / "one", {"ana/answers.json": in_the_first_format(SOLUTION)}))
    copy = lay(tmp_path / "two", {"bo/answers.json": in_the_first_format(SOLUTION)})
    (line,) = take(cohort, copy)
    assert line.state == LEFT
    assert "as the hand-in of Ana Doe (ana)" in line.said
    assert take(cohort, copy, doubtful=True)[0].state == TAKEN


def test_a_hand_in_under_another_s_name_replaces_nothing(cohort: Cohort, tmp_path: Path) -> None:
    own = answers(SOLUTION, handin=ANA)
    take(cohort, lay(tmp_path / "one", {"ana/answers.json": own}))
    forged = answers(WRONG, at=LATER, handin=BO)
    take(cohort, lay(tmp_path / "two", {"bo/answers.json": forged}))
    stolen = lay(tmp_path / "three", {"ana/answers.json": answers({}, at=LATER, handin=BO)})
    (line,) = take(cohort, stolen)
    assert line.state == LEFT
    assert "comes from the workspace of Bo Doe (bo)" in line.said
    assert cohort.handed_in("ana", NAME)[FILE] == own


def test_nobody_is_guessed(cohort: Cohort, tmp_path: Path) -> None:
    (line,) = take(cohort, lay(tmp_path / "in", {"Doe/answers.json": answers(SOLUTION)}))
    assert line.state == LEFT
    assert "Nothing tells whose it is" in line.said


def test_an_exercise_that_a_file_does_not_name_is_known_by_its_options(
    cohort: Cohort, tmp_path: Path
) -> None:
    old = in_the_first_format(SOLUTION)
    (line,) = take(cohort, lay(tmp_path / "in", {"ana/answers.json": old}))
    assert (line.state, line.exercise) == (TAKEN, NAME)
    other = in_the_first_format({ONE: {"something": "else"}})
    (line,) = take(cohort, lay(tmp_path / "other", {"ana/answers.json": other}))
    assert line.state == LEFT
    assert "--exercise" in line.said


def test_only_notebooks_and_answers_are_taken(cohort: Cohort, tmp_path: Path) -> None:
    files = {
        "ana/answers.json": answers(SOLUTION, handin=ANA),
        f"ana/{NOTEBOOK}": released(cohort),
        "ana/groundwork/__init__.py": b"raise SystemExit",
        "ana/catalog.json": b"{}",
        "ana/gradebook.db": b"",
        "ana/.ipynb_checkpoints/x.txt": b"",
    }
    take(cohort, lay(tmp_path / "in", files))
    kept = {path.name for path in cohort.step("submitted", "ana", NAME).iterdir()}
    assert kept == {FILE, NOTEBOOK}


def test_a_notebook_that_nbgrader_cannot_open_lies_beside_a_released_one(
    cohort: Cohort, tmp_path: Path
) -> None:
    files = {"ana/answers.json": answers(SOLUTION), f"ana/{NOTEBOOK}": released(cohort)[:5000]}
    take(cohort, lay(tmp_path / "in", files))
    folder = cohort.step("submitted", "ana", NAME)
    assert (folder / NOTEBOOK).read_bytes() == released(cohort)
    assert cohort.handed_in("ana", NAME)[NOTEBOOK] == released(cohort)[:5000]


def test_a_new_workspace_of_somebody_known_is_a_doubt(cohort: Cohort, tmp_path: Path) -> None:
    """A folder that is named as somebody replaces their work only when a person says so."""
    own = answers(SOLUTION, handin=ANA)
    take(cohort, lay(tmp_path / "one", {f"ana/{FILE}": own}))
    other = lay(tmp_path / "two", {f"ana/{FILE}": answers(WRONG, at=LATER, handin="e" * 32)})
    (line,) = take(cohort, other)
    assert line.state == LEFT
    assert cohort.handed_in("ana", NAME)[FILE] == own
    assert take(cohort, other, doubtful=True)[0].state == TAKEN


def test_a_number_that_belongs_to_an_id_is_not_cut_off() -> None:
    people = [Person("jdoe", "Jane", "Doe"), Person("jdoe_2", "John", "Doe")]
    for hint, id in (("jdoe_2", "jdoe_2"), ("jdoe", "jdoe"), ("doejane_1234_5678", "jdoe")):
        assert (found := guess(people, [hint], "", {}).person) and found.id == id
