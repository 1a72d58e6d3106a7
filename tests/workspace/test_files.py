"""A learner's file is replaced whole, waits for whoever holds it, and says who else is in the way.

Windows forbids to replace a file that another program has open. Here such a program is a refusal
that carries the number which Windows gives.
"""

import errno
from pathlib import Path

import pytest

from groundwork.learner import files, workspace
from groundwork.subject.errors import UserError


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PAUSES", (0,) * len(files.PAUSES))


def hold(monkeypatch: pytest.MonkeyPatch, times: int, number: int | None) -> None:
    """Refuse the next replacements, as a system does while another program has the file open."""
    really, left = Path.replace, [times]

    def refuse(temporary: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            error = PermissionError(13, "Permission denied")
            error.winerror = number  # type: ignore[attr-defined]
            raise error
        return really(temporary, target)

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_a_scanner_holds_for_a_moment_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    (tmp_path / "kept.md").write_text("before")
    hold(monkeypatch, 3, number)
    files.write_text(tmp_path / "kept.md", "now")
    assert (tmp_path / "kept.md").read_text() == "now"


def test_a_file_that_stays_open_elsewhere_is_told_and_keeps_what_it_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept.csv").write_text("before")
    hold(monkeypatch, 100, 32)
    with pytest.raises(UserError, match=r"kept\.csv could not be written: another program") as told:
        files.write_text(tmp_path / "kept.csv", "now")
    assert "Close it there" in told.value.fix
    assert (tmp_path / "kept.csv").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["kept.csv"]


def test_a_folder_that_may_not_be_written_is_no_open_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold(monkeypatch, 1, None)
    with pytest.raises(PermissionError):
        files.write_text(tmp_path / "kept.md", "now")


@pytest.mark.parametrize("number", [5, 32, 145])
def test_what_a_scanner_holds_for_a_moment_is_deleted(tmp_path: Path, number: int) -> None:
    left = [3]

    def delete() -> None:
        if left[0]:
            left[0] -= 1
            error = OSError(13 if number != 145 else 41, "held")
            error.winerror = number  # type: ignore[attr-defined]
            raise error

    files.patiently(delete, tmp_path / "kept.md", "deleted")
    assert left == [0]
    left[0] = 100
    with pytest.raises(UserError, match=r"kept\.md could not be deleted: another program"):
        files.patiently(delete, tmp_path / "kept.md", "deleted")


def test_an_update_waits_for_a_held_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = tmp_path / "course" / "modules" / "00_start_here.ipynb"
    lesson.parent.mkdir(parents=True)
    lesson.write_text("{}")
    hold(monkeypatch, 1, 32)
    workspace.prepare(tmp_path / "course", tmp_path / "place", {})
    assert (tmp_path / "place" / "modules" / lesson.name).read_text() == "{}"


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_what_a_read_only_folder_asks_for_a_facilitator_can_do_too(number: int) -> None:
    said = files.refusal(OSError(number, ""))
    assert "Start the course" not in said, "a cohort's folder is none that the course starts with"
    assert "ask your IT service to let you write in this one" in said
