"""A catalog holds the questions of an exercise or a lesson, and names what changed in them."""

from pathlib import Path

import pytest
from questions.every_question import QUESTIONS
from questions.texts import EVERY, sheet

from groundwork.learner.questions import Write
from groundwork.learner.questions.catalog import FILE, Catalog, holding, read, text_of
from groundwork.subject.errors import UserError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalog = Catalog("ex", tuple(QUESTIONS.values()))
    (tmp_path / FILE).write_text(text_of(catalog), encoding="utf-8")
    return tmp_path


def test_a_catalog_is_read_as_it_was_written_and_the_same_questions_give_the_same_file(
    folder: Path,
) -> None:
    found = read(folder / FILE)
    assert found == Catalog("ex", tuple(QUESTIONS.values()))
    assert text_of(found) == (folder / FILE).read_text(encoding="utf-8")


def test_no_key_and_no_reply_can_be_read_in_the_file_in_passing(folder: Path) -> None:
    text = (folder / FILE).read_text(encoding="utf-8")
    for question in QUESTIONS.values():
        for _, reply in question.wrong_answers():
            assert reply not in text
    assert "seat" not in text


def test_a_part_of_a_written_question_is_found_with_the_whole(folder: Path) -> None:
    catalog = holding("q10_gap", folder)
    assert catalog.find("q10_gap").prompt == "1. The gap: what differs, for whom, where?"
    assert isinstance(catalog.whole("q10_gap"), Write)
    assert catalog.whole("q4").id == "q4"


def test_a_lesson_finds_its_question_among_the_catalogs_of_all_lessons(tmp_path: Path) -> None:
    (tmp_path / "catalogs").mkdir()
    for name, id in (("00", "q4"), ("01", "first_guess")):
        catalog = Catalog(name, (QUESTIONS[id],))
        (tmp_path / "catalogs" / f"{name}.json").write_text(text_of(catalog), encoding="utf-8")
    assert holding("first_guess", tmp_path).name == "01"
    with pytest.raises(UserError, match="No lesson here asks the question q99"):
        holding("q99", tmp_path)


@pytest.mark.parametrize("text", [None, "{", "[]", '{"questions": {"q1": 3}}', '{"questions": 3}'])
def test_a_missing_or_damaged_catalog_says_what_to_do(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=r"Start the course again: it puts the file back"):
        holding("q1", tmp_path)


def test_a_question_that_is_not_asked_is_named(folder: Path) -> None:
    with pytest.raises(UserError, match=r"as it is now asks no question q99\. Open its newest"):
        holding("q99", folder)


def test_the_name_of_a_release_is_of_what_is_asked_and_not_of_keys_or_replies() -> None:
    def release(text: str) -> str:
        return Catalog("ex", sheet(text)[0].questions).release

    other_key = EVERY.replace("- [ ] survey", "- [x] survey").replace("- [x] seat", "- [ ] seat")
    assert release(EVERY) == release(EVERY.replace("They are heard.", "They may speak."))
    assert release(EVERY) == release(other_key)
    assert release(EVERY) != release(EVERY.replace("two voting seats", "three voting seats"))


def versions(text: str) -> dict[str, str]:
    return {each.id: each.version for each in sheet(text)[0].questions}


def test_a_question_has_another_version_when_its_key_changes_and_not_when_lines_wrap() -> None:
    wrapped = EVERY.replace("it stands in a rule, and", "it stands in a rule,\n  > and")
    assert wrapped != EVERY
    assert versions(wrapped) == versions(EVERY)
    changed = versions(EVERY.replace(":within: 0.05\n:unit", ":within: 0.1\n:unit"))
    assert {id for id, name in changed.items() if name != versions(EVERY)[id]} == {"q5"}
