"""A file far larger than hand-ins are: its line says what was not read, and what to do.

The limits are lowered here; what lies above them is of a size that no real file of answers has.
"""

import os
import zipfile
from pathlib import Path

import pytest
from hand_ins import MOST, NAME, SOLUTION, answers
from laid_out import lay, packed, take

from groundwork.cohort import arrivals, contents
from groundwork.cohort.collect import LEFT, TAKEN
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.judge import judge
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")
FILM = os.urandom(1_000_000)
ASK = f"ask for the file {FILE} once more, as it lies in the learner's folder of the exercise."


@pytest.fixture(autouse=True)
def low_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "LARGEST_FILE", 100_000)
    monkeypatch.setattr(arrivals, "LARGEST_ALL", 500_000)
    monkeypatch.setattr(contents, "KEPT", 50_000)


def points(cohort: Cohort) -> float:
    """The points of what was taken for Ana."""
    found = judge(cohort.frozen(NAME), cohort.handed_in("ana", NAME)).points
    return sum(filter(None, found.values()))


@pytest.mark.parametrize("way", ["file", "folder", "zip"])
def test_the_answers_at_the_beginning_of_a_file_above_every_limit_are_graded(
    cohort: Cohort, tmp_path: Path, way: str
) -> None:
    """The rest is nothing: a sparse file, as a disk makes one that breaks while it writes."""
    content = answers(SOLUTION)
    if way == "zip":
        at = packed(tmp_path / "in.zip", {"ana.json": content + bytes(400_000)})
    else:
        at = lay(tmp_path / "in", {"ana.json": content})
        os.truncate(at / "ana.json", 3_000_000)
    told, taken = take(cohort, at / "ana.json" if way == "file" else at)
    assert (told.state, taken.state) == (LEFT, TAKEN)
    assert "ana.json is larger than 0.1 MB" in told.said
    assert "and its end not at all" in told.said and told.said.endswith(ASK)
    assert points(cohort) == MOST


@pytest.mark.parametrize("way", ["alone", "among others"])
def test_a_zip_file_above_every_limit_is_read_for_what_is_small_in_it(
    cohort: Cohort, tmp_path: Path, way: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with zipfile.ZipFile(folder / "ana.zip", "w") as archive:
        archive.writestr("film.mp4", FILM)
        archive.writestr(FILE, answers(SOLUTION))
    (line,) = take(cohort, folder / "ana.zip" if way == "alone" else folder)
    assert (line.state, points(cohort)) == (TAKEN, MOST)


def test_a_zip_file_in_another_is_left_where_it_is_too_large(
    cohort: Cohort, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as archive:
        archive.writestr(FILE, answers(SOLUTION))
        archive.writestr("film.mp4", FILM[:200_000])
    content = (tmp_path / "inner.zip").read_bytes()
    outer = packed(tmp_path / "in.zip", {"ana.zip": content, f"cy/{FILE}": answers(SOLUTION)})
    left, taken = take(cohort, outer)
    assert "ana.zip is larger than 0.1 MB in other zip files, and was not read." in left.said
    assert left.said.endswith("Unpack it, and collect what is in it.")
    assert (taken.state, taken.person) == (TAKEN, "cy")


def test_a_list_of_files_that_fills_the_memory_is_not_read(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "LARGEST_LIST", 20_000)
    names = {f"{number:0100}.txt": b"" for number in range(200)}
    inbox = lay(tmp_path / "in", {f"cy/{FILE}": answers(SOLUTION)})
    many = packed(inbox / "many.zip", names)
    lines = take(cohort, inbox)
    assert [line.state for line in lines] == [TAKEN, LEFT]
    assert "many.zip lists far more files than a cohort hands in" in lines[1].said
    with pytest.raises(UserError, match="collect the folders of the hand-ins in it"):
        arrivals.read(many)
