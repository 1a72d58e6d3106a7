"""A paper is kept under its title and day; what a person changed in it is never written over."""

import base64
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from groundwork.learner.papers import folder
from groundwork.learner.papers.model import Paper, Paragraph
from groundwork.screen.widgets import papers
from groundwork.screen.widgets.papers import OWN_COMPUTER, Desk
from groundwork.subject.errors import UserError

ABOVE = {
    "reader": "the board",
    "request": "Put it on the agenda by March 1.",
    "writer": "WIC program manager",
    "department": "Allen County Public Health",
    "place": "Lima, Ohio",
}


@pytest.fixture
def workspace(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(OWN_COMPUTER, raising=False)
    return workspace


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return what was opened on the learner's own computer, which this is."""
    found: list[Path] = []
    monkeypatch.setenv(OWN_COMPUTER, "1")
    monkeypatch.setattr(papers, "opener_of_the_system", lambda: found.append)
    return found


def desk(words: str = "x", title: str = "Power map") -> Desk:
    return Desk(lambda: Paper(title, "", "the senior team", (Paragraph(words),)))


def word(words: str = "x", title: str = "Power map") -> dict[str, Any]:
    return desk(words, title).respond({"do": "word"})


def paper(workspace: Path, name: str) -> str:
    document = docx.Document(io.BytesIO((workspace / "my_work/papers" / name).read_bytes()))
    return "\n".join(each.text for each in document.paragraphs)


def test_the_same_paper_of_one_day_is_one_file_with_the_newest_words(workspace: Path) -> None:
    first, second = word("before"), word("after")
    assert first["name"] == second["name"]
    assert "after" in paper(workspace, second["name"])
    assert len(list((workspace / "my_work/papers").iterdir())) == 1


def test_what_a_person_changed_is_not_written_over(workspace: Path) -> None:
    first = word("before")
    path = workspace / "my_work/papers" / first["name"]
    path.write_bytes(path.read_bytes() + b"edited in Word")
    second, third = word("after"), word("later")
    assert second["name"] == first["name"].replace(".docx", " 2.docx") == third["name"]
    assert path.read_bytes().endswith(b"edited in Word")
    assert "later" in paper(workspace, third["name"])


def test_what_only_the_writer_reads_is_a_file_beside_the_paper(workspace: Path) -> None:
    made = Desk(
        lambda: Paper("Map", "", "the board", (Paragraph("x"),), record="Mind the records.")
    )
    got = made.respond({"do": "word"})
    assert "Mind" not in paper(workspace, got["name"])
    assert got["beside"]["name"].startswith("Read first, Map ")
    assert "Mind the records." in paper(workspace, got["beside"]["name"])
    printed = made.respond({"do": "print"})
    assert "Mind" not in printed["page"] and "Mind" in printed["beside"]
    assert word()["beside"] is None


def test_a_file_that_this_course_never_wrote_is_not_written_over(workspace: Path) -> None:
    name = word()["name"]
    (workspace / "my_work/data/papers.json").write_text("{ half")
    assert word()["name"] != name


def test_a_paper_that_a_program_holds_open_gets_another_name(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, write = word("before"), folder.write_bytes

    def held(path: Path, content: bytes, **options: Any) -> None:
        if path.name == first["name"]:
            raise UserError("Word has it open.")
        write(path, content, **options)

    monkeypatch.setattr(folder, "write_bytes", held)
    assert word("after")["name"] == first["name"].replace(".docx", " 2.docx")


def test_a_title_cannot_leave_the_folder_and_fits_every_system(workspace: Path) -> None:
    name = word(title='../a: "map" <1> | 2?*')["name"]
    assert not set('<>:"/\\|?*') & set(name)
    assert (workspace / "my_work/papers" / name).is_file()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes")
def test_a_paper_is_its_owners_alone(workspace: Path) -> None:
    path = workspace / "my_work/papers" / word()["name"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_where_the_browser_is_elsewhere_the_page_gets_the_file(workspace: Path) -> None:
    got = word()
    content = (workspace / "my_work/papers" / got["name"]).read_bytes()
    assert base64.b64decode(got["file"]) == content
    assert desk().respond({"do": "open"})["own"] is False
    with pytest.raises(UserError, match="another computer"):
        desk().respond({"do": "show"})


def test_on_ones_own_computer_file_and_folder_are_opened(
    workspace: Path, opened: list[Path]
) -> None:
    got = word()
    assert "file" not in got
    desk().respond({"do": "show", "name": got["name"]})
    desk().respond({"do": "show"})
    inside = workspace / "my_work/papers"
    assert opened == [inside / got["name"], inside]
    assert desk().respond({"do": "open"})["own"] is True


@pytest.mark.parametrize("name", ["../data/power_map.json", "/etc/passwd", "gone.docx", "a/b"])
def test_nothing_but_a_paper_can_be_opened(workspace: Path, opened: list[Path], name: str) -> None:
    with pytest.raises(UserError, match="Press Word again"):
        desk().respond({"do": "show", "name": name})
    assert opened == []


def test_department_and_place_are_asked_once_and_each_paper_has_its_reader(
    workspace: Path,
) -> None:
    desk().respond({"do": "tell", "above": ABOVE})
    other = desk(title="Timeline").respond({"do": "open"})["above"]
    assert other == {**ABOVE, "reader": "the senior team", "request": ""}
    assert desk().respond({"do": "open"})["above"] == ABOVE
    desk().respond({"do": "tell", "above": {**ABOVE, "reader": " "}})
    assert desk().respond({"do": "open"})["above"]["reader"] == "the senior team"


def test_a_paper_says_from_which_position_it_is_and_what_it_asks(workspace: Path) -> None:
    told = desk().respond({"do": "text", "above": ABOVE})["text"]
    assert "From: WIC program manager, Allen County Public Health, Lima, Ohio" in told
    assert "Request: Put it on the agenda by March 1." in told


def test_the_writer_words_what_a_paper_is_about_where_the_words_are_the_courses(
    workspace: Path,
) -> None:
    made = Desk(
        lambda: Paper("Profile", "Ours", "the board", (Paragraph("x"),), is_named_by_writer=True)
    )
    assert made.respond({"do": "open"})["above"]["subject"] == "Ours"
    told = made.respond({"do": "word", "above": {"subject": "What we lack"}})
    said = paper(workspace, told["name"])
    assert "What we lack" in said and "Ours" not in said
    assert "subject" not in desk().respond({"do": "open", "above": {"subject": "x"}})["above"]


def test_a_letterhead_has_no_other_fields(workspace: Path) -> None:
    with pytest.raises(TypeError, match="no signature"):
        desk().respond({"do": "tell", "above": {"signature": "x"}})


def test_a_desk_that_was_not_told_leaves_what_another_was_told(workspace: Path) -> None:
    desk().respond({"do": "tell", "above": ABOVE})
    other = desk(title="Timeline")
    assert other.respond({"do": "word", "above": {}})["above"]["department"] == ABOVE["department"]
    other.respond({"do": "tell", "above": {"place": "Toledo"}})
    assert desk().respond({"do": "open"})["above"] == {**ABOVE, "place": "Toledo"}


def test_a_letterhead_of_a_newer_version_is_left_as_it_is(workspace: Path) -> None:
    path = workspace / "my_work/data/letterhead.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"format": 99}')
    with pytest.raises(UserError, match="newer version"):
        desk().respond({"do": "word", "above": ABOVE})
    assert path.read_text() == '{"format": 99}'


def test_looking_at_the_desk_writes_nothing(workspace: Path) -> None:
    for do in ("open", "text", "print"):
        desk().respond({"do": do})
    assert not (workspace / "my_work").exists()


def test_only_who_asks_for_word_waits_for_its_library() -> None:
    script = (
        "import sys\n"
        "from groundwork.screen.activities import cause_map, power_map, readiness, timeline\n"
        "assert not {'docx', 'lxml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
