"""An update refreshes what the learner left alone and harms nothing they made."""

import os
from pathlib import Path

import pytest
from workspace.updating import DATA, EXERCISE, LESSON, POSIX, notebook, prepare, text, write

from groundwork.learner import workspace
from groundwork.learner.update import Report, update
from groundwork.subject.errors import UserError


def test_everything_of_the_course_is_installed(source: Path, place: Path) -> None:
    report = prepare(source, place)
    assert text(place, LESSON) == notebook("first")
    assert text(place, "datasets/deep/more.csv") == "a\n"
    assert text(place, EXERCISE) == notebook("# YOUR CODE HERE")
    assert len(report.installed) == 6
    assert report.sentences() == []


@POSIX
def test_what_the_learner_keeps_is_theirs_alone(source: Path, place: Path) -> None:
    prepare(source, place)
    assert (place / "my_work").stat().st_mode & 0o777 == 0o700


def test_a_second_start_changes_nothing(source: Path, place: Path) -> None:
    prepare(source, place)
    before = {path: path.stat().st_mtime_ns for path in place.rglob("*") if path.is_file()}
    assert prepare(source, place) == Report()
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_an_untouched_file_is_refreshed(source: Path, place: Path) -> None:
    prepare(source, place)
    write(source, DATA, "group,rate\nA,1\n")
    report = prepare(source, place)
    assert text(place, DATA) == "group,rate\nA,1\n"
    assert report.refreshed == [DATA]
    assert report.sentences() == [f"Brought up to date: {DATA}."]


def test_a_lesson_that_was_only_run_is_refreshed(source: Path, place: Path) -> None:
    prepare(source, place)
    write(place, LESSON, notebook("first", outputs=3))
    write(source, LESSON, notebook("second"))
    prepare(source, place)
    assert text(place, LESSON) == notebook("second")


def test_a_lesson_that_was_only_run_stays_as_it_is_until_the_course_changes(
    source: Path, place: Path
) -> None:
    prepare(source, place)
    write(place, LESSON, notebook("first", outputs=3))
    os.utime(source / LESSON)  # a new download with the same content
    assert prepare(source, place) == Report()
    assert text(place, LESSON) == notebook("first", outputs=3)


def test_a_change_of_outputs_or_metadata_in_the_course_arrives(source: Path, place: Path) -> None:
    prepare(source, place)
    write(source, LESSON, notebook("first", outputs=9))
    assert prepare(source, place).refreshed == [LESSON]
    assert text(place, LESSON) == notebook("first", outputs=9)


@pytest.mark.parametrize(
    ("path", "mine"), [(LESSON, notebook("mine")), (DATA, "mine"), (EXERCISE, notebook("mine"))]
)
def test_a_changed_file_stays_and_the_new_version_lies_beside_it(
    source: Path, place: Path, path: str, mine: str
) -> None:
    prepare(source, place)
    write(place, path, mine)
    new = source / ("released/01_root_causes.ipynb" if path == EXERCISE else path)
    new.write_text(notebook("second"), encoding="utf-8")
    report = prepare(source, place)
    assert text(place, path) == mine
    (beside,) = report.beside.values()
    assert Path(beside).parent == Path(path).parent
    assert "(new version " in beside
    assert text(place, beside) == notebook("second")
    assert f"You changed {path}" in report.sentences()[0]


def test_a_new_version_is_told_once(source: Path, place: Path) -> None:
    prepare(source, place)
    write(place, LESSON, notebook("mine"))
    write(source, LESSON, notebook("second"))
    assert prepare(source, place).beside
    assert prepare(source, place) == Report()
    os.utime(source / LESSON)
    assert prepare(source, place) == Report()


def test_a_new_version_that_the_learner_works_in_is_not_overwritten(
    source: Path, place: Path
) -> None:
    prepare(source, place)
    write(place, LESSON, notebook("mine"))
    write(source, LESSON, notebook("second"))
    first = prepare(source, place).beside[LESSON]
    write(place, first, notebook("mine too"))
    write(source, LESSON, notebook("third"))
    second = prepare(source, place).beside[LESSON]
    assert text(place, first) == notebook("mine too")
    assert text(place, second) == notebook("third")


def test_a_deleted_file_comes_back_in_the_newest_version(source: Path, place: Path) -> None:
    prepare(source, place)
    write(place, LESSON, notebook("mine"))
    write(source, LESSON, notebook("second"))
    prepare(source, place)
    (place / LESSON).unlink()
    prepare(source, place)
    assert text(place, LESSON) == notebook("second")


def test_a_file_that_no_learner_opened_is_dropped_without_a_word(source: Path, place: Path) -> None:
    sealed = source / "exercises" / "01" / "feedback.json"
    sealed.parent.mkdir(parents=True)
    sealed.write_text("{}", encoding="utf-8")
    update({"exercises/01/feedback.json": sealed}, place, place / ".groundwork", "0.1.0")
    assert (place / "exercises" / "01" / "feedback.json").exists()
    sealed.unlink()
    report = update({}, place, place / ".groundwork", "0.2.0")
    assert report.dropped == []
    assert report.sentences() == []
    assert (place / "exercises" / "01" / "feedback.json").exists()


def test_a_file_that_the_course_dropped_stays_and_is_told_once(source: Path, place: Path) -> None:
    prepare(source, place)
    (source / DATA).unlink()
    assert prepare(source, place).dropped == [DATA]
    assert (place / DATA).exists()
    assert prepare(source, place) == Report()


def test_what_the_learner_made_is_never_touched(source: Path, place: Path) -> None:
    prepare(source, place)
    mine = {
        "my_work/reflections/01_root_causes/why.md": "mine",
        "exercises/01_root_causes/answers.json": "{}",
        "modules/my own.ipynb": "{}",
        "datasets/my own.csv": "1",
    }
    for path, content in mine.items():
        write(place, path, content)
    write(source, "released/answers.json", "the course's")
    write(source, LESSON, notebook("second"))
    prepare(source, place)
    assert {path: text(place, path) for path in mine} == mine


def test_a_file_that_was_there_before_the_course_is_the_learners(source: Path, place: Path) -> None:
    write(place, DATA, "mine")
    assert list(prepare(source, place).beside) == [DATA]
    assert text(place, DATA) == "mine"


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"files": []}', '{"files": {"a": 1}}'])
def test_a_damaged_manifest_costs_nothing(source: Path, place: Path, manifest: str) -> None:
    prepare(source, place)
    write(place, LESSON, notebook("mine"))
    write(place, ".groundwork/manifest.json", manifest)
    prepare(source, place)
    assert text(place, LESSON) == notebook("mine")
    assert prepare(source, place) == Report()


def test_a_damaged_notebook_of_the_learner_is_kept(source: Path, place: Path) -> None:
    prepare(source, place)
    write(place, LESSON, "{ half")
    write(source, LESSON, notebook("second"))
    prepare(source, place)
    assert text(place, LESSON) == "{ half"


def test_the_courses_own_folder_is_left_as_it_is(source: Path) -> None:
    before = sorted(source.rglob("*"))
    assert prepare(source, source) == Report()
    assert sorted(source.rglob("*")) == sorted([*before, source / "my_work"])


def test_what_a_system_puts_beside_files_is_no_part_of_the_course(
    source: Path, place: Path
) -> None:
    write(source, "modules/._01_root_causes.ipynb", "macOS")
    write(source, "datasets/._gaps.csv", "macOS")
    write(source, "datasets/desktop.ini", "Windows")
    assert len(prepare(source, place).installed) == 6


def test_the_courses_own_folder_is_known_under_a_name_of_other_case(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on macOS, whose folders have no case; a link stands for the other way to write the name.
    shouted = source.with_name("THE COURSE")
    if not shouted.exists():
        shouted.symlink_to(source)
    monkeypatch.setattr(Path, "resolve", Path.absolute)
    before = sorted(source.rglob("*"))
    assert prepare(source, shouted) == Report()
    assert sorted(source.rglob("*")) == sorted([*before, source / "my_work"])


def test_a_workspace_can_be_made_before_anything_is_laid_into_it(
    source: Path, place: Path, tmp_path: Path
) -> None:
    workspace.make(place)
    assert [path.name for path in place.iterdir()] == ["my_work"]
    assert prepare(source, place).installed
    write(tmp_path, "taken", "")
    with pytest.raises(UserError, match="is a file, not a folder"):
        workspace.make(tmp_path / "taken" / "inside")


def test_a_workspace_that_is_a_file_is_told(source: Path, tmp_path: Path) -> None:
    write(tmp_path, "taken", "")
    with pytest.raises(UserError, match=r"is a file, not a folder.*--workspace"):
        prepare(source, tmp_path / "taken")
