"""A lesson's minutes are those that its words and acts take a newcomer, by one rule."""

import math
import re
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from groundwork.authoring import minutes
from groundwork.authoring.notebooks import read
from groundwork.subject.errors import UserError

LESSONS = sorted((Path(__file__).parents[2] / "modules").glob("[0-9]*.ipynb"))
A_MINUTE = "word " * minutes.WORDS_A_MINUTE


def asked(act: str, words: str = "") -> NotebookNode:
    shown = new_output("execute_result", {"text/plain": words}, execution_count=1)
    return new_code_cell(f"{act}()", id=act, outputs=[shown])


def lesson(*cells: NotebookNode, **about: object) -> NotebookNode:
    return new_notebook(cells=list(cells), metadata={"groundwork": about})


def text(source: str, *tags: str) -> NotebookNode:
    return new_markdown_cell(source, metadata={"tags": list(tags)})


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_lesson_has_a_quick_path_and_its_minutes_are_true(path: Path) -> None:
    notebook = read(path)
    assert list(minutes.claims(notebook)) == []
    assert minutes.quick(notebook) <= notebook.metadata["groundwork"]["quick"]["minutes"]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_quick_path_keeps_out_of_what_the_warning_speaks_of(path: Path) -> None:
    notebook = read(path)
    steps = [cell for cell in notebook.cells if "quick" in cell.metadata.get("tags", [])]
    assert steps
    warned = "Before you read on" in notebook.cells[0].source
    headings = [each for cell in steps for each in re.findall(r"(?m)^#+ (.+)$", cell.source)]
    assert not warned or not [each for each in headings if each.startswith("Step ")]


def test_words_are_read_and_acts_take_the_seconds_of_the_rule() -> None:
    one = lesson(text(A_MINUTE), asked("choose_place", A_MINUTE))
    found = minutes.lesson(one)
    assert found["read"] == 1
    assert found["do"] == pytest.approx(1 + minutes.SECONDS["choose_place"] / 60)


def test_the_words_around_a_reflection_are_of_it() -> None:
    one = lesson(text(A_MINUTE), text(f"## Reflect\n\n{A_MINUTE}"), asked("reflect"))
    found = minutes.lesson(one)
    assert found["read"] == 1
    expected = 1 + minutes.SECONDS["reflect"] / 60
    assert found["reflect"] == pytest.approx(expected, abs=0.05)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_folded_reflection_says_the_minutes_of_the_lessons_head(path: Path) -> None:
    notebook = read(path)
    folded = sum(each.minutes for each in minutes.sections(notebook) if each.reflect)
    assert math.floor(folded + 0.5) == notebook.metadata["groundwork"]["minutes"]["reflect"]


def test_links_and_marks_are_no_words() -> None:
    one = lesson(text("| --- | --- |\n\n**Go** to [it](#a-b-c-d)."))
    assert minutes.lesson(one)["read"] == 3 / minutes.WORDS_A_MINUTE


def test_what_is_looked_up_and_code_that_nobody_needs_take_no_time() -> None:
    code = asked("gap_table")
    code.metadata["tags"] = ["code-path"]
    words = text(f"## Words\n\n{A_MINUTE}", "closed")
    assert sum(minutes.lesson(lesson(words, code)).values()) == 0


def test_the_quick_path_is_its_own_steps_and_its_share_of_an_act() -> None:
    one = lesson(
        text(f"# A\n\n{A_MINUTE}"),
        text(f"## B\n\n{A_MINUTE}"),
        text("## C", "quick"),
        asked("power_map"),
        text(f"### D\n\n{A_MINUTE}"),
        quick={"share": {"power_map": 0.5}},
    )
    expected = 1 + 0.5 * minutes.SECONDS["power_map"] / 60
    assert minutes.quick(one) == pytest.approx(expected, abs=0.05)


def test_a_claim_that_is_not_borne_out_is_told() -> None:
    about = {"minutes": {"read": 16, "do": 0, "reflect": 0}, "quick": {"minutes": 15}}
    found = list(minutes.claims(lesson(text(A_MINUTE * 17), **about)))
    assert found[0] == "claims 16 minutes to read, and takes 17.0."
    assert "it takes 17.0." in found[-1]


def test_the_build_counts_the_minutes_and_writes_them_where_the_text_has_a_place() -> None:
    places = " · ".join(f"{place} {{{{ lesson | {place} }}}}" for place in minutes.PLACES)
    one = lesson(
        text(f"# A\n\n{places}\n\n{A_MINUTE}"),
        text(f"## B\n\n{A_MINUTE}", "quick"),
        asked("choose_place", A_MINUTE * 3),
        lesson="01_a",
        discuss=20,
        quick={"does": "b"},
    )
    minutes.fill(one)
    assert one.cells[0].source.splitlines()[2] == (
        "read 2 · do 3 · reflect 0 · discuss 20 · quick 10"
    )
    assert list(minutes.claims(one)) == []
    before = one.copy()
    minutes.fill(one)
    assert one == before


def test_an_act_whose_seconds_nobody_said_is_refused() -> None:
    with pytest.raises(UserError, match="how long cell juggle takes"):
        minutes.lesson(lesson(asked("juggle")))
