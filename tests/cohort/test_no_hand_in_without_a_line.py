"""Whatever somebody handed in has a line, and one file costs nobody else theirs."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from hand_ins import NAME, SOLUTION, WRONG, answers
from laid_out import in_memory, lay, packed, take

from groundwork.cohort.collect import LEFT, TAKEN
from groundwork.cohort.course_folder import ABOUT, CONFIG, Cohort
from groundwork.command.main import main
from groundwork.learner.answers import FILE

pytestmark = pytest.mark.filterwarnings("ignore")
WHOLE, OTHER = answers(SOLUTION), answers(WRONG)
NOTHING_IN_IT = {
    "di/answers.txt": WHOLE,
    "di/answers.docx": b"PK",
    "gus/work.7z": b"7z",
    "flo/flo.json": b"",
    "flo/flo (cut off).json": WHOLE[:60],
    ".bo/answers.json": WHOLE,
    "bo/__MACOSX/answers.json": WHOLE,
    "ed.zip": in_memory({"answers.txt": WHOLE}),
    "flo.json": b"{}",
    "ed.tar.gz": b"\x1f\x8b",
}


@pytest.mark.parametrize("name", NOTHING_IN_IT)
@pytest.mark.parametrize("way", ["folder", "zip"])
def test_what_gives_nothing_has_a_line_that_names_it(
    cohort: Cohort, tmp_path: Path, name: str, way: str
) -> None:
    files = {name: NOTHING_IN_IT[name], f"cy/{FILE}": OTHER}
    at = lay(tmp_path / "in", files) if way == "folder" else packed(tmp_path / "in.zip", files)
    lines = take(cohort, at)
    assert sorted(line.state for line in lines) == [LEFT, TAKEN]
    (left,) = [line for line in lines if line.state == LEFT]
    inner = "answers.txt" if name == "ed.zip" else Path(name).name
    assert inner in left.said and f"Ask for the file {FILE}" in left.said


def test_one_line_is_enough_for_a_folder_and_none_for_what_a_system_puts_there(
    cohort: Cohort, tmp_path: Path
) -> None:
    files = {f"ana/data/{number}.csv": b"" for number in range(9)}
    system = {"Thumbs.db": b"", "~$list.xlsx": b"", "cy/.DS_Store": b"", ".DS_Store": b""}
    inbox = {**files, **system, f"cy/{FILE}": OTHER, "cy/notes.docx": b"PK"}
    left, taken = sorted(take(cohort, lay(tmp_path / "in", inbox)), key=lambda line: line.state)
    assert (left.state, taken.state) == (LEFT, TAKEN)
    assert "0.csv, 1.csv, 2.csv and 6 more are no notebooks and no files of answers" in left.said


def test_nothing_that_can_be_read_is_no_success(
    cohort: Cohort, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inbox = lay(tmp_path / "in", NOTHING_IN_IT)
    assert main(["cohort", "collect", str(cohort.root), str(inbox), "--yes"]) == 1
    told = capsys.readouterr().out
    for name in ("answers.txt", "work.7z", "flo.json", "ed.tar.gz", ".bo"):
        assert name in told


def test_answers_in_utf_16_under_another_name_are_answers(cohort: Cohort, tmp_path: Path) -> None:
    inbox = lay(tmp_path / "in", {"bo/bo.json": WHOLE.decode().encode("utf-16")})
    (line,) = take(cohort, inbox)
    assert (line.state, line.person) == (TAKEN, "bo")


def test_folders_that_are_called_as_a_cohorts_are_told(cohort: Cohort, tmp_path: Path) -> None:
    """Two files that a learner can put on a shared drive hide nobody's work in silence."""
    files = {ABOUT: b"{}", CONFIG: b"", f"submitted/ana/{FILE}": WHOLE, f"bo/{FILE}": OTHER}
    lines = take(cohort, lay(tmp_path / "in", files))
    assert any("submitted is a cohort's own folder, and was not read." in x.said for x in lines)
    assert [line.person for line in lines if line.state == TAKEN] == ["bo"]


@pytest.mark.skipif(os.name == "nt", reason="its names are always Unicode")
def test_a_name_that_is_not_unicode_costs_nothing(cohort: Cohort, tmp_path: Path) -> None:
    inbox = lay(tmp_path / "in", {f"ana/{FILE}": WHOLE})
    folder = os.fsencode(inbox)
    odd = Path(os.fsdecode(folder + b"/cy/answers (\xff).json"))
    odd.parent.mkdir()
    odd.write_bytes(OTHER)
    lines = take(cohort, inbox)
    assert {(line.person, line.state) for line in lines} == {("ana", TAKEN), ("cy", TAKEN)}
    assert FILE in cohort.handed_in("cy", NAME)
    for line in lines:
        line.where.encode()


@pytest.mark.parametrize("refused", [errno.EIO, errno.EACCES])
@pytest.mark.parametrize("what", ["file", "zip file", "folder"])
def test_what_the_disk_does_not_give_costs_itself_alone(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: int, what: str
) -> None:
    name = {"file": f"bo/{FILE}", "zip file": "bo.zip", "folder": f"bo/deep/{FILE}"}[what]
    content = in_memory({FILE: WHOLE}) if what == "zip file" else WHOLE
    inbox = lay(tmp_path / "in", {name: content, f"ana/{FILE}": WHOLE, f"cy/{FILE}": OTHER})
    closed = inbox / Path(name).parent if what == "folder" else inbox / name
    opened, listed = Path.open, Path.iterdir

    def no(path: Path) -> None:
        if path == closed:
            raise OSError(refused, os.strerror(refused))

    def open_(path: Path, *words: Any, **more: Any) -> Any:
        no(path)
        return opened(path, *words, **more)

    def iterdir(path: Path) -> Any:
        no(path)
        return listed(path)

    monkeypatch.setattr(Path, "open", open_)
    monkeypatch.setattr(Path, "iterdir", iterdir)
    lines = take(cohort, inbox)
    assert [line.person for line in lines if line.state == TAKEN] == ["ana", "cy"]
    (left,) = [line for line in lines if line.state == LEFT]
    assert f"{closed.name} could not be read" in left.said
    assert "Copy it to a folder of your own" in left.said
