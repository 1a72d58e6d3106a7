"""A file of answers is read under any name, and the files of two people are never one hand-in."""

from pathlib import Path

import pytest
from hand_ins import MOST, NAME, NOTEBOOK, SOLUTION, WRONG, counted, released
from laid_out import ANA, BO, lay, packed, take

from groundwork.cohort import arrivals
from groundwork.cohort.collect import LEFT, PERSON, TAKEN
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.handed_in import is_of_a_hand_in
from groundwork.cohort.judge import GRADED, judge
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")

NAMES = (
    *("answers.json", "Answers.json", "ANSWERS.JSON", "answers_Dana.json", "answers-Dana.json"),
    *("answers Dana.json", "answers.Dana.json", "answersDana.json", "Dana_answers.json"),
    *("Dana answers.json", "my answers of exercise 1.json", "answers_v2.json", "answers_01.json"),
    *("answers (7).json", "Answers (7).json", "answers(7).json", "answers-7.json"),
    *("answers 2.json", "answers [1].json", "answers7.json", "answers__.json", "answers_.json"),
    *("Copy of answers.json", "answers - Copy.json", "answers.sync-conflict-2026.json"),
    *("answers-DESKTOP-AB12.json", "answers_conflict-x.json", "answers.json.json"),
    *("answers_final_answers_2.json", "doedana_LATE_4711_998_answers_Dana-1.json"),
    *("102.json", "Dana.json", "exercise 1.JSON", "réponses_é.json", "answers_é.json"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_answers_is_read_under_any_name(
    cohort: Cohort, tmp_path: Path, name: str
) -> None:
    """In a folder, in a zip file and alone: what is taken for one is kept as one that is read."""
    content = counted(SOLUTION, 40, ANA)
    folder = lay(tmp_path / "in", {f"ana/{name}": content})
    zipped = packed(tmp_path / "in.zip", {f"ana/{name}": content})
    for path in (folder, zipped, folder / "ana" / name):
        (arrival,) = arrivals.read(path)
        assert all(map(is_of_a_hand_in, arrival.files)), list(arrival.files)
        result = judge(cohort.frozen(NAME), arrival.files)
        assert (result.state, sum(map(float, result.points.values()))) == (GRADED, MOST)  # type: ignore[arg-type]
    (line,) = take(cohort, folder)
    assert (line.state, line.person) == (TAKEN, "ana")
    kept = judge(cohort.frozen(NAME), cohort.handed_in("ana", NAME))
    assert (kept.state, kept.line()) == (GRADED, "")


def test_files_of_two_people_in_one_folder_are_two_hand_ins(cohort: Cohort, tmp_path: Path) -> None:
    """As a browser saves what several mails brought: the name tells who, and a count does not."""
    files = {
        "answers.json": counted(SOLUTION, 40, "d" * 32),
        "answers (1).json": counted(WRONG, 30, "e" * 32),
        "answers_ana.json": counted(SOLUTION, 40, ANA),
        "answers Bo.json": counted(WRONG, 30, BO),
    }
    for path in (lay(tmp_path / "in", files), packed(tmp_path / "some.zip", files)):
        lines = {line.where.rpartition(" (")[2]: line for line in take(cohort, path)}
        assert lines["answers_ana.json)"].person == "ana"
        assert lines["answers Bo.json)"].person == "bo"
        unknown = [line for line in lines.values() if line.asks == PERSON]
        assert [line.state for line in unknown] == [LEFT, LEFT]
    assert cohort.handed_in("ana", NAME)["answers_ana.json"] == files["answers_ana.json"]
    assert cohort.handed_in("bo", NAME)["answers Bo.json"] == files["answers Bo.json"]


def test_copies_from_one_workspace_stay_one_hand_in(cohort: Cohort, tmp_path: Path) -> None:
    files = {
        f"ana/{FILE}": counted(WRONG, 30, ANA),
        "ana/answers (1).json": counted(SOLUTION, 40, ANA),
        "ana/answers.damaged.json": b'{"answers": {',
        f"ana/{NOTEBOOK}": released(cohort),
    }
    (arrival,) = arrivals.read(lay(tmp_path / "in", files))
    assert len(arrival.files) == 4


def test_the_count_that_a_browser_gives_is_nobody_s_number(cohort: Cohort, tmp_path: Path) -> None:
    for name in ("answers (7).json", "answers-7.json", "answers 7.json", "answers(7).json"):
        (arrival,) = arrivals.read(lay(tmp_path / name, {name: counted(WRONG, 9, BO)}) / name)
        assert arrival.hints == ()
    (arrival,) = arrivals.read(lay(tmp_path / "in", {"7.json": counted(WRONG, 9, BO)}) / "7.json")
    assert "7" in arrival.hints
