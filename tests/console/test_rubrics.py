"""The rubric of every exercise can be ticked, and nothing of it reaches a learner."""

import re
from pathlib import Path

import pytest
from course_exercises import NOTEBOOKS, ROOT

from groundwork.authoring import course_index
from groundwork.cohort.console.notebook import NAME, lay, notebook
from groundwork.cohort.console.stuck import in_words
from groundwork.cohort.course_folder import Cohort
from groundwork.cohort.frozen import load
from groundwork.cohort.release import release
from groundwork.cohort.rubric import rubrics
from groundwork.learner.course import fingerprint, read_notebook


def _one_line(text: str) -> str:
    """Words without the signs that wrapped lines of a quote begin with."""
    return re.sub(r"[\s>]+", " ", text)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_mark_scheme_is_read_back_as_it_was_written(name: str, tmp_path: Path) -> None:
    source = NOTEBOOKS[name].parent
    release(source, tmp_path)
    text = (source / f"{name}.md").read_text(encoding="utf-8")
    scheme = text.partition(":::{mark-scheme}")[2].partition("\n:::")[0]
    scheme = _one_line(re.sub(r"[{}]", "", scheme))  # the marks of what is no figure
    for rubric in rubrics(load(source, tmp_path / f"{name}.ipynb")):
        assert rubric.scales
        assert sum(scale.levels[0][0] for scale in rubric.scales) == rubric.most
        for scale in rubric.scales:
            assert _one_line(f"{scale.name}: {scale.title}") in scheme
            assert _one_line(f"[ask] {scale.ask}") in scheme
            for level, said in scale.levels:
                assert _one_line(f"[{level}] {said}") in scheme
        assert rubric.before
        assert _one_line(f"[end] {rubric.after}") in scheme


def test_small_counts_and_small_rests_are_said_in_words() -> None:
    assert [in_words(count, 12) for count in (0, 1, 2, 3, 9, 10, 12)] == [
        *("nobody", "one or two", "one or two", "3 people", "9 people"),
        *("nearly all", "nearly all"),
    ]


def test_the_console_is_laid_into_the_cohort_alone(cohort: Cohort) -> None:
    path = lay(cohort)
    assert path.parent == cohort.root
    index = course_index.index(ROOT)
    assert index["fingerprints"][NAME] == fingerprint(read_notebook(path))
    assert notebook() == read_notebook(path)
    assert not any(path for step in ("modules", "exercises") for path in (ROOT / step).rglob(NAME))
