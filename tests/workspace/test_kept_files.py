"""Whatever an editor, a syncing program or a disk made of a kept file, it is read or asked about.

Each test runs over every kind of file that is kept: answers, a reflection, an artifact and the
choice of place.
"""

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import answers, artifacts, kept_files, place, reflections, workspace
from groundwork.subject.errors import UserError

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and pipes are POSIX things")
LESSON = ("01_root_causes", "next_step")
WORDS = "Zoë’s unit, “hours”"


@dataclass(frozen=True)
class Kind:
    """One kind of kept file: where it is, and how it is kept, read and asked about."""

    path: Callable[[], Path]
    keep: Callable[[], object]
    read: Callable[[], Any]
    kept: Any
    about: Callable[[], str]
    is_data: bool = True


def note() -> artifacts.Artifact[str]:
    return artifacts.Artifact(
        "note",
        "",
        lambda data: str(data["text"]),
        lambda text: {"text": text},
    )


def read_reflection() -> str | None:
    found = reflections.read(*LESSON)
    return found.text if found else None


KINDS = {
    "answers": Kind(
        lambda: Path.cwd() / answers.FILE,
        lambda: answers.keep("q1", WORDS),
        lambda: answers.read().get("q1"),
        WORDS,
        lambda: answers.about("q1"),
    ),
    "reflection": Kind(
        lambda: reflections.path_of(*LESSON),
        lambda: reflections.keep(*LESSON, "What next?", WORDS),
        read_reflection,
        WORDS,
        lambda: reflections.about(*LESSON),
        is_data=False,
    ),
    "artifact": Kind(
        lambda: artifacts.path_of("note"),
        lambda: note().change(lambda _: WORDS),
        lambda: note().now(),
        WORDS,
        lambda: note().about(),
    ),
    "loaded artifact": Kind(
        lambda: artifacts.path_of("note"),
        lambda: artifacts.save("note", {"text": WORDS}),
        lambda: (artifacts.load("note") or {}).get("text"),
        WORDS,
        lambda: note().about(),
    ),
    "place": Kind(
        lambda: workspace.find() / workspace.KEPT / "place.json",
        lambda: place.keep(place.RIVERBEND),
        place.read,
        place.RIVERBEND,
        lambda: kept_files.about_copies(workspace.find() / workspace.KEPT / "place.json"),
    ),
}
DATA = {name: kind for name, kind in KINDS.items() if kind.is_data}
NAMES = [
    "{stem} (conflicted copy 2026-11-20 101112){suffix}",
    "{stem} (Zoë Ito's conflicted copy 2026-11-20){suffix}",
    "{stem}-DESKTOP-AB12{suffix}",
    "{stem}-Zoë's MacBook Pro{suffix}",
    "{stem} (1){suffix}",
    "{stem} 2{suffix}",
    "{stem} - Copy{suffix}",
    "Copy of {stem}{suffix}",
    "{stem}.sync-conflict-20261120-101112-ABCDEFG{suffix}",
    "{stem}_conflict-20261120-101112{suffix}",
    "{stem} [Conflict]{suffix}",
]


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kind:
    monkeypatch.setenv(workspace.VARIABLE, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return KINDS[request.param]


@pytest.fixture(params=DATA)
def data(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kind:
    monkeypatch.setenv(workspace.VARIABLE, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return DATA[request.param]


def renamed(path: Path, pattern: str) -> Path:
    return path.with_name(pattern.format(stem=path.stem, suffix=path.suffix))


@pytest.mark.parametrize("letters", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_it_is_read_in_whatever_letters_an_editor_saved_it(kind: Kind, letters: str) -> None:
    kind.keep()
    text = kind.path().read_text(encoding="utf-8")
    kind.path().write_bytes(text.replace("\n", "\r\n").encode(letters))
    assert kind.read() == kind.kept


@pytest.mark.parametrize("pattern", NAMES)
def test_a_file_that_was_renamed_is_read_and_gets_its_name_back(kind: Kind, pattern: str) -> None:
    kind.keep()
    kind.path().rename(renamed(kind.path(), pattern))
    assert kind.read() == kind.kept
    assert kind.path().is_file()
    assert kind.about() == ""


def test_of_several_renamed_files_the_newest_is_read_and_the_others_are_asked_about(
    kind: Kind,
) -> None:
    kind.keep()
    older, newer = (renamed(kind.path(), name) for name in NAMES[:2])
    older.write_bytes(kind.path().read_bytes() + b"\n ")
    os.utime(older, (1, 1))
    kind.path().rename(newer)
    assert kind.read() == kind.kept
    assert older.name in kind.about()


@pytest.mark.parametrize("pattern", NAMES)
def test_a_second_copy_is_asked_about_until_it_is_gone(kind: Kind, pattern: str) -> None:
    kind.keep()
    copy = renamed(kind.path(), pattern)
    copy.write_bytes(kind.path().read_bytes())
    assert kind.about() == ""  # it holds nothing else
    copy.write_bytes(kind.path().read_bytes() + b"\n ")
    assert copy.name in kind.about()
    assert kind.read() == kind.kept
    copy.unlink()
    assert kind.about() == ""


def test_half_a_character_costs_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(workspace.VARIABLE, str(tmp_path))
    answers.keep("q1", "a\ud83d b", tmp_path)
    assert answers.read(tmp_path) == {"q1": "a b"}
    reflections.keep(*LESSON, "What next?", "a\ud83d b")
    kept = reflections.read(*LESSON)
    assert kept and kept.text == "a b"
    # As JSON writes it, somebody else's program may have left one in a file.
    text = '{"format": 2, "version": 2, "answers": {"q1": {"value": "a\\ud83d b"}}}'
    (tmp_path / "answers.json").write_text(text, encoding="utf-8")
    answers.keep("q2", "c", tmp_path)
    assert answers.read(tmp_path) == {"q1": "a b", "q2": "c"}


def test_every_earlier_format_is_read_and_a_newer_one_is_left_as_it_is(data: Kind) -> None:
    data.keep()
    content = json.loads(data.path().read_text(encoding="utf-8"))
    newest = content.pop("format")
    content.pop("version", None)
    for number in range(1, newest + 1):
        for name in ("version", "format"):
            data.path().write_text(json.dumps({name: number, **content}), encoding="utf-8")
            assert data.read() == data.kept
    text = json.dumps({"format": newest + 1, **content})
    data.path().write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match="newer version"):
        data.read()
    assert data.path().read_text(encoding="utf-8") == text


def test_a_reflection_of_a_newer_format_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(workspace.VARIABLE, str(tmp_path))
    path = reflections.keep(*LESSON, "What next?", WORDS).path
    path.write_text(path.read_text().replace("format 1", "format 2"))
    with pytest.raises(UserError, match="newer version"):
        reflections.read(*LESSON)


@pytest.mark.parametrize(
    "text", ["", "{oops", "[]", "[" * 100_000, '{"format": "x"}', '{"format": 1' + "0" * 5000 + "}"]
)
def test_a_damaged_file_is_put_aside_and_the_next_can_be_kept(data: Kind, text: str) -> None:
    data.keep()
    path = data.path()
    path.write_text(text, encoding="utf-8")
    try:
        assert not data.read()
    except UserError as told:
        assert ".damaged" in str(told)
    (aside,) = (each for each in path.parent.glob("*.damaged*") if each.suffix == ".json")
    assert aside.read_text(encoding="utf-8") == text
    data.keep()
    assert data.read() == data.kept


def test_a_folder_in_its_place_is_a_sentence(kind: Kind) -> None:
    kind.path().mkdir(parents=True)
    with pytest.raises(UserError, match="is a folder"):
        kind.read()


@POSIX
def test_a_pipe_or_a_huge_file_is_a_sentence(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    kind.path().parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(kind.path())
    with pytest.raises(UserError, match="not a file that the course can read"):
        kind.read()
    kind.path().unlink()
    kind.keep()
    monkeypatch.setattr(kept_files, "LARGEST", 10)
    with pytest.raises(UserError, match="not a file that the course can read"):
        kind.read()


def test_a_file_that_may_not_be_read_is_a_sentence(
    kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind.keep()
    really = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == kind.path():
            raise PermissionError(13, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UserError, match=r"could not read it \(Permission denied\)"):
        kind.read()


def test_what_was_forgotten_does_not_come_back_from_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(workspace.VARIABLE, str(tmp_path))
    path = reflections.keep(*LESSON, "What next?", WORDS).path
    for pattern in NAMES:
        renamed(path, pattern).write_bytes(path.read_bytes())
    assert reflections.forget(*LESSON)
    assert list(path.parent.iterdir()) == []
    assert reflections.read(*LESSON) is None


@pytest.mark.parametrize("name", ["note_of_others", "note_riverbend_invented", "note.damaged"])
def test_another_artifact_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(workspace.VARIABLE, str(tmp_path))
    path = artifacts.path_of("note")
    path.parent.mkdir(parents=True)
    path.with_name(f"{name}.json").write_text('{"text": "another"}')
    assert note().now() == ""
    assert note().about() == ""
