"""Nothing that arrives leads elsewhere, takes all memory, or stops the others."""

import json
import os
import tracemalloc
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hand_ins import MOST, NAME, ONE, SOLUTION, WORTH, WRONG, answers
from laid_out import BO, in_memory, lay, packed, take

from groundwork.cohort import arrivals, contents, oversized
from groundwork.cohort.collect import LEFT, TAKEN
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.judge import judge
from groundwork.learner.answers import FILE
from groundwork.subject.errors import UserError

pytestmark = pytest.mark.filterwarnings("ignore")


OUT = ["../../answers.json", "/etc/answers.json", "C:\\answers.json", "..\\answers.json"]


@pytest.mark.parametrize("name", [*OUT, "a/../../answers.json"])
def test_a_path_that_leads_out_of_a_zip_is_not_read(
    cohort: Cohort, tmp_path: Path, name: str
) -> None:
    bad = packed(tmp_path / "ana.zip", {name: answers({}), "answers.json": answers(SOLUTION)})
    lines = take(cohort, bad)
    assert [line.state for line in lines] == [LEFT, TAKEN]
    assert "leads out of it" in lines[0].said
    assert {path.name for path in tmp_path.iterdir()} == {"ana.zip", "winter"}


def test_a_bomb_is_not_unpacked(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "LARGEST_FILE", 100_000)
    monkeypatch.setattr(arrivals, "LARGEST_ALL", 500_000)
    one = packed(tmp_path / "ana.zip", {FILE: b"0" * 1_000_000})
    lines = take(cohort, one)
    assert "is larger than 0.1 MB" in lines[0].said
    assert [line.state for line in lines] == [LEFT, LEFT]
    many = packed(tmp_path / "many.zip", {f"{n}/{FILE}": b"0" * 90_000 for n in range(9)})
    with pytest.raises(UserError, match="holds more than"):
        take(cohort, many)
    assert not cohort.students_with(NAME)


def test_zips_are_opened_so_deep_and_no_deeper(cohort: Cohort, tmp_path: Path) -> None:
    content = in_memory({FILE: answers(SOLUTION)})
    for _ in range(4):
        content = in_memory({"ana.zip": content})
    (tmp_path / "ana.zip").write_bytes(content)
    (line,) = take(cohort, tmp_path / "ana.zip")
    assert line.state == LEFT
    assert "ana.zip lies too deep in other zip files" in line.said
    assert "Unpack it, and collect what is in it." in line.said


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"\0" * 400])
def test_a_damaged_zip_is_told(cohort: Cohort, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ana.zip").write_bytes(content)
    (line,) = take(cohort, tmp_path / "ana.zip")
    assert "is damaged" in line.said


def test_a_link_in_a_zip_is_not_read(cohort: Cohort, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ana.zip", "w") as archive:
        link = zipfile.ZipInfo(FILE)
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    (line,) = take(cohort, tmp_path / "ana.zip")
    assert "is a link" in line.said


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_in_a_folder_is_not_followed(cohort: Cohort, tmp_path: Path) -> None:
    folder = lay(tmp_path / "in", {"ana/notes.txt": b""})
    (folder / "ana" / FILE).symlink_to(cohort.root / "gradebook.db")
    (folder / "bo").symlink_to(cohort.root)
    lines = take(cohort, folder)
    assert {line.state for line in lines} == {LEFT}
    with pytest.raises(UserError, match="is a link"):
        arrivals.read(folder / "bo")


def test_names_that_a_file_carries_lead_nowhere(cohort: Cohort, tmp_path: Path) -> None:
    evil = json.dumps({"format": 2, "exercise": "../../..", "handin": "../x", "answers": {}})
    (line,) = take(cohort, lay(tmp_path / "in", {"ana/answers.json": evil.encode()}))
    assert line.state == LEFT
    assert not cohort.students_with(NAME)


def test_what_is_left_in_a_zip_counts_for_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "LARGEST_FILE", 100_000)
    monkeypatch.setattr(arrivals, "LARGEST_ALL", 500_000)
    for name, size in (("x.json", 99_000), (FILE, 1_000_000)):
        content = {f"{number}/{name}": b"0" * size for number in range(60)}
        with pytest.raises(UserError, match="holds more than"):
            arrivals.read(packed(tmp_path / "in.zip", content))


def test_a_spoiled_zip_costs_itself_alone(cohort: Cohort, tmp_path: Path) -> None:
    content = bytearray(in_memory({FILE: answers(SOLUTION)}))
    content[45:160] = b"\xff" * 115
    inbox = lay(tmp_path / "in", {"ana.zip": bytes(content), f"cy/{FILE}": answers(WRONG)})
    lines = take(cohort, inbox)
    assert [line.person for line in lines if line.state == TAKEN] == ["cy"]
    assert any("is damaged and was not read" in line.said for line in lines)


@pytest.mark.parametrize("name", [f"answers ({'x' * 300}).json", "answers (?).json"])
def test_a_name_that_a_system_cannot_hold_costs_nothing(
    cohort: Cohort, tmp_path: Path, name: str
) -> None:
    inbox = lay(tmp_path / "in", {"bo.zip": in_memory({name: answers(SOLUTION, handin=BO)})})
    (line,) = take(cohort, inbox)
    assert (line.state, line.person) == (TAKEN, "bo")
    assert set(cohort.handed_in("bo", NAME)) == {FILE}


def test_what_the_disk_does_not_take_costs_the_others_nothing(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = lay(tmp_path / "in", {f"{id}/{FILE}": answers(SOLUTION) for id in ("ana", "cy")})
    write = Path.write_bytes

    def full_once(path: Path, data: bytes) -> int:
        if not cohort.students_with(NAME) and not tmp_path.joinpath("full").exists():
            tmp_path.joinpath("full").touch()
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full_once)
    lines = take(cohort, inbox)
    assert [line.state for line in lines] == [LEFT, TAKEN]
    assert "the disk is full" in lines[0].said


def giant(size: int, where: str = "q10_gap") -> bytes:
    """Whole answers, with a text of some size before them all."""
    return answers({where: 'giant \\" é' * (size // 10), **SOLUTION, ONE: WRONG[ONE]})


@pytest.mark.parametrize("way", ["folder", "zip", "file"])
def test_a_file_above_every_limit_costs_its_giant_answer_alone(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Limits are for an answer: what else is in its file is graded."""
    monkeypatch.setattr(contents, "LARGEST_FILE", 200_000)
    content = giant(200_000, "q10_gap_of_another_version")
    if way == "zip":
        at = packed(tmp_path / "in.zip", {f"ana/{FILE}": content})
    else:
        at = lay(tmp_path / "in", {f"ana/{FILE}": content})
    lines = take(cohort, at / "ana" if way == "file" else at)
    assert [line.state for line in lines] == [LEFT, TAKEN]
    assert "is larger than 0.2 MB: of each text in it the beginning alone was read" in lines[0].said
    kept = cohort.handed_in("ana", NAME)
    assert len(kept[FILE]) < len(content) - 100_000
    result = judge(cohort.frozen(NAME), kept)
    assert sum(filter(None, result.points.values())) == MOST - WORTH


def test_a_giant_answer_to_a_question_is_left_to_a_person(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "LARGEST_FILE", 200_000)
    content = answers({**SOLUTION, ONE: "é" * 300_000})
    take(cohort, lay(tmp_path / "in", {f"ana/{FILE}": content}))
    result = judge(cohort.frozen(NAME), cohort.handed_in("ana", NAME))
    assert "is larger than 20,000 characters" in result.line()
    assert None in result.points.values(), "no 0 points for what nobody has read"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-le"])
@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_shortened_text_is_whole_wherever_a_piece_of_it_ends(encoding: str, size: int) -> None:
    texts = ["", "\\" * 99, '"' * 99, "é\n\u2028😀" * 40, "\x01" * 70, "{[:,]}"]
    data: dict[str, Any] = {
        f"{n}": [text, text * 2, {"a": text + "a" * n}] for n, text in enumerate(texts)
    }
    for ascii_alone in (True, False):
        content = json.dumps(data, ensure_ascii=ascii_alone).encode(encoding)
        for longest in range(50, 64):
            rest = range(8, len(content), size)  # a file's beginning tells how it is written
            pieces = [content[:8], *(content[at : at + size] for at in rest)]
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(oversized, "LONGEST_TEXT", longest)
                found = json.loads(oversized.shortened(pieces, 10**6))
            assert found.keys() == data.keys()
            for name, (one, two, three) in data.items():
                for cut, text in zip(found[name][:2], (one, two), strict=True):
                    assert text.startswith(cut.rstrip("\ud83d"))
                    assert cut == text or len(json.dumps(text, ensure_ascii=ascii_alone)) > longest
                assert three["a"].startswith(found[name][2]["a"].rstrip("\ud83d"))


def test_the_whole_of_a_giant_file_is_never_in_memory() -> None:
    pieces = (b'{"a": "' if not n else b"\\\\x" * 300_000 for n in range(60))
    tracemalloc.start()
    kept = oversized.shortened(pieces, 10**7)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(kept) <= oversized.LONGEST_TEXT + 10
    assert most < 20_000_000


def test_a_giant_file_of_empty_texts_is_never_in_memory_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "LARGEST_FILE", 2_000_000)
    monkeypatch.setattr(contents, "KEPT", 100_000)
    path = tmp_path / FILE
    path.write_bytes(b"[" + b'"",' * 1_000_000)
    tracemalloc.start()
    kept, told = contents.content_of(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept == (b"[" + b'"",' * 40_000)[:100_000] and "is larger than 2 MB" in told
    assert most < 15_000_000


def test_a_larger_file_that_holds_no_texts_is_read_up_to_a_limit() -> None:
    assert len(oversized.shortened([b"[1," * 10_000] * 50, 20_000)) == 20_000


def test_a_junction_in_a_folder_is_a_link(
    cohort: Cohort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows calls one a folder, with a mark; a folder in the cloud has another mark."""
    marks = {"ana": 0xA0000003, "bo": 0x9000601A}
    inbox = lay(tmp_path / "in", {f"{id}/{FILE}": answers(SOLUTION) for id in marks})
    really = Path.lstat

    def lstat(path: Path) -> Any:
        about = really(path)
        fields = {name: getattr(about, name) for name in dir(about) if name.startswith("st_")}
        return SimpleNamespace(**fields, st_reparse_tag=marks.get(path.name, 0))

    monkeypatch.setattr(Path, "lstat", lstat)
    lines = take(cohort, inbox)
    assert [(line.state, line.person) for line in lines] == [(LEFT, ""), (TAKEN, "bo")]
    assert "ana is a link" in lines[0].said
    with pytest.raises(UserError, match="is a link"):
        arrivals.read(inbox / "ana")
