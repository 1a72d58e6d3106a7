"""A cohort draws numbers of its own by a seed, once, and can draw the same again."""

from pathlib import Path

import pytest
from questions.texts import EVERY, sheet

from groundwork.cohort.draw import VARIANTS, draw
from groundwork.learner.questions import Computed
from groundwork.learner.questions.catalog import FILE, Catalog, read, text_of
from groundwork.subject.errors import UserError

PUBLISHED = Catalog("one", sheet(EVERY)[0].questions)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(text_of(PUBLISHED), encoding="utf-8")
    return tmp_path


def numbers(folder: Path) -> list[str]:
    question = read(folder / FILE).find("q6")
    assert isinstance(question, Computed)
    return question.names()


def test_a_seed_gives_other_numbers_than_the_published_and_the_same_each_time(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    published = numbers(folder)
    assert draw(folder, "winter 2027") == ["q6"]
    drawn = numbers(folder)
    assert len(drawn) == VARIANTS
    assert published[0] not in drawn
    assert set(drawn) < set(published)
    other = tmp_path_factory.mktemp("again")
    (other / FILE).write_text(text_of(PUBLISHED), encoding="utf-8")
    draw(other, "winter 2027")
    assert (other / FILE).read_bytes() == (folder / FILE).read_bytes()


def test_every_other_question_stays_as_it_was(folder: Path) -> None:
    draw(folder, "winter 2027")
    for before, after in zip(PUBLISHED.questions, read(folder / FILE).questions, strict=True):
        assert before == after or before.id == "q6"


def test_numbers_are_not_drawn_anew_under_answers_that_were_given(folder: Path) -> None:
    draw(folder, "winter 2027")
    before = (folder / FILE).read_bytes()
    draw(folder, "winter 2027")
    with pytest.raises(UserError, match="drawn already"):
        draw(folder, "spring")
    assert (folder / FILE).read_bytes() == before


def test_a_seed_is_words(folder: Path) -> None:
    with pytest.raises(UserError, match="no seed"):
        draw(folder, " ")
