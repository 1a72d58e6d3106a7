"""Slips of an author, planted in copies of every exercise: each is found by someone.

By `write`, which names it with its line; by the promise that the build writes, which then says
something else on the page; or by the second reader, who answers without the key. The reader here is
one who knows the answers: what they recorded is what the text said before the slip.
"""

import functools
import re
import shutil
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from questions import texts

from groundwork.authoring import confirm, write
from groundwork.authoring.asked import asked_of
from groundwork.authoring.building.build import Built
from groundwork.authoring.source import course
from groundwork.learner.workspace import course as this_course

EXERCISES = {
    path.stem: path for path, kind in course.texts(this_course()).items() if kind == "exercise"
}
# No exercise has to hold every kind, so a small one with two numbers does.
SAMPLE = "every_kind"
# Its numbers are made up, and a text has to say so.
MADE_UP = ["200 patients", "half wanted", "native 7.7 | white 4.4", "difference, 2020", "[x] 3.3"]
MADE_UP += ["7.7 − 4.4 = 3.3.", "A | $240", "33.3 %"]


def marked(words: str) -> str:
    """Mark what is no figure."""
    for each in MADE_UP:
        words = words.replace(each, re.sub(r"\d[\d.]*\d|half", r"{\g<0>}", each))
    return words


WORDS = {
    **{name: path.read_text(encoding="utf-8") for name, path in EXERCISES.items()},
    SAMPLE: texts.HEAD
    + "{{ exercise | points }} points in all.\n\n"
    + marked(
        textwrap.dedent(
            texts.EVERY
            + texts.NUMBER.replace("} q5", "} q5b")
            + texts.CHOOSE.replace("} q4", "} q4b")
        )
    )
    + "\n## Sources\n\n{{ sources | list }}\n",
}


Edit = Callable[[str], str]


def once(
    kind: str, pattern: str, put: str | Callable[[re.Match[str]], str], place: int = 0
) -> Edit:
    """Replace a pattern in the first block of a kind that holds it (`place`: the second, ...)."""

    def edit(text: str) -> str:
        blocks = [
            found
            for found in re.finditer(rf"^:::\{{{kind}\}}.*?^:::$", text, re.S | re.M)
            if re.search(pattern, found[0], re.S | re.M)
        ]
        block = blocks[place]
        changed = re.sub(pattern, put, block[0], count=1, flags=re.S | re.M)
        return text[: block.start()] + changed + text[block.end() :]

    return edit


ONE = r"(\A(?:(?!^- \[x\]).)*^- )\[x\]((?:(?!^- \[x\]).)*^- )\[ \]((?:(?!^- \[x\]).)*)\Z"
LAST = (
    r"(\A(?:(?!^- \[x\]).)*^- )\[ \]((?:(?!^- \[ \]|^- \[x\]).)*^- )\[x\]"
    r"((?:(?!^- \[x\]).)*)\Z"
)


def moved_key(place: int) -> Edit:
    """Give the x of a choice of one to its neighbor."""

    def edit(text: str) -> str:
        for pattern, put in ((ONE, r"\1[ ]\2[x]\3"), (LAST, r"\1[x]\2[ ]\3")):
            try:
                return once("choose", pattern, put, place)(text)
            except IndexError:
                continue
        raise AssertionError("no choice of one")

    return edit


def exchanged_words(text: str) -> str:
    """Exchange the words of the right option and of a wrong one, each with its reply."""
    found = re.search(
        r"^- \[ \] (\w+): ([^\n]*)\n((?:  >[^\n]*\n)+)- \[x\] (\w+): ([^\n]*)\n((?:  >[^\n]*\n)+)",
        text,
        re.M,
    )
    assert found
    new = f"- [ ] {found[1]}: {found[5]}\n{found[3]}- [x] {found[4]}: {found[2]}\n{found[6]}"
    return text[: found.start()] + new + text[found.end() :]


def hint_with_the_answer(text: str) -> str:
    """Put the right option's words into the reply to a wrong one."""
    found = re.search(r"^:::\{choose\}.*?^- \[x\] \w+: ([^\n]*)$.*?^:::$", text, re.S | re.M)
    assert found
    block = re.sub(r"(- \[ \][^\n]*\n  > )", rf"\1Choose this: {found[1]} ", found[0], count=1)
    return text.replace(found[0], block)


@dataclass(frozen=True)
class Slip:
    """An edit of the text, or of the notebook that is built from it, and who finds it."""

    edit: Edit | None
    by: str  # "write", "promise", "reader"
    notebook: Callable[[nbformat.NotebookNode], None] | None = None


def checks(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]


def cells(notebook: nbformat.NotebookNode) -> list[tuple[str, str, dict[str, object]]]:
    """What a test compares of a notebook and its text."""
    return [(cell.id, cell.source, dict(cell.metadata)) for cell in notebook.cells]


def no_check(notebook: nbformat.NotebookNode) -> None:
    notebook.cells.remove(checks(notebook)[0])


def unlocked(notebook: nbformat.NotebookNode) -> None:
    checks(notebook)[0].metadata.nbgrader.locked = False


SLIPS = {
    "the key of a choice": Slip(moved_key(0), "reader"),
    "the key of another choice": Slip(moved_key(1), "reader"),
    "the words of two options": Slip(exchanged_words, "reader"),
    "a right sentence that counts as wrong": Slip(
        once("choose", r"- \[x\]((?:(?!- \[x\]).)*- \[x\])", r"- [ ]\1"), "reader"
    ),
    "a wrong sentence that counts as right": Slip(
        once("choose", r"(- \[x\].*- \[x\].*?)- \[ \]", r"\1- [x]"), "reader"
    ),
    "an item in a wrong category": Slip(
        once("sort", r"^- \[(\w+)\](.*)^- \[(?!\1\])(\w+)\]", r"- [\3]\2- [\3]"), "reader"
    ),
    "two items exchanged": Slip(
        once("sort", r"^- \[(\w+)\](.*)^- \[(?!\1\])(\w+)\]", r"- [\3]\2- [\1]", -1), "reader"
    ),
    "a number of the key": Slip(
        once("number", r"^(- \[x\] \{?)(\d+)", lambda m: f"{m[1]}{int(m[2]) + 1}"), "write"
    ),
    "the key of a number exchanged with a slip": Slip(
        once("number", r"- \[x\](.*?)- \[ \]", r"- [ ]\1- [x]", 1), "write"
    ),
    "the formula of the key exchanged with a slip": Slip(
        once("computed", r"- \[x\](.*?)- \[ \]", r"- [ ]\1- [x]"), "reader"
    ),
    "a tolerance of a computed number that is no step": Slip(
        once("computed", r":within: step", ":within: 0.09"), "write"
    ),
    "a tolerance ten times finer": Slip(
        once("number", r":within: 0\.05", ":within: 0.005"), "write"
    ),
    "a tolerance that is no step": Slip(
        once("number", r":within: 0\.05", ":within: 0.09"), "write"
    ),
    "ten times the points": Slip(once(r"\w+", r":points: (\d)", r":points: \g<1>0"), "write"),
    "no points": Slip(once(r"\w+", r":points: 1", ":points: 0"), "write"),
    "one point more": Slip(once(r"\w+", r":points: 1", ":points: 2"), "promise"),
    "no check": Slip(None, "write", no_check),
    "a check that is not locked": Slip(None, "write", unlocked),
    "a single word is enough": Slip(once("write", r":words: \d+", ":words: 1"), "write"),
    "the names of two parts": Slip(
        once("write", r"^- (\[[^\]]+\])(.*)^- (\[[^\]]+\])", r"- \3\2- \1"), "reader"
    ),
    "an answer inside a hint": Slip(hint_with_the_answer, "write"),
    "a reply that lost its mark": Slip(once("choose", r"(- \[ \][^\n]*\n)  > ", r"\1  "), "write"),
    "the points of the rubric": Slip(once("mark-scheme", r"- \[2\]", "- [3]"), "write"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of what an exercise is built from."""
    return copied(tmp_path)


def copied(folder: Path) -> Path:
    shutil.copytree(this_course() / "datasets", folder / "datasets")
    return folder


Before = Callable[[str], tuple[Built, confirm.Record]]


@pytest.fixture(scope="module")
def before_the_slip(tmp_path_factory: pytest.TempPathFactory) -> Before:
    """Each text as it is, built and read once for all slips."""
    root = copied(tmp_path_factory.mktemp("before"))
    return functools.cache(lambda name: read_rightly(root, name))


def planted(root: Path, name: str, words: str) -> Path:
    path = root / "exercises" / name / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")
    return path


def store(path: Path, made: Built) -> None:
    """Write what a reader is asked from: the catalog, and the notebook with its scenes."""
    course.catalog_of(path, "exercise").write_text(made.catalog, encoding="utf-8")
    write.write(made.notebook, course.notebook_of(path))


def read_rightly(root: Path, name: str) -> tuple[Built, confirm.Record]:
    """A text without slips, and what a reader records who knows the answers that it gives."""
    path = planted(root, name, WORDS[name])
    made = write.built(path, "exercise", root)
    assert made.faults == []
    store(path, made)
    return made, {
        asked.id: confirm.recorded(asked, confirm.key(asked.question))
        for asked in asked_of(path, "exercise")
    }


def edited(slip: Slip, words: str) -> str | None:
    """Return a text with a slip; None when it has no block in which that could be planted."""
    assert slip.edit
    try:
        return slip.edit(words)
    except (IndexError, AssertionError):
        return None


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_found(root: Path, before_the_slip: Before, text: str, name: str) -> None:
    slip, before = SLIPS[name], WORDS[text]
    if slip.notebook:
        if text not in EXERCISES:
            pytest.skip("the sample has no stored notebook")
        made, _ = before_the_slip(text)
        stored = nbformat.read(course.notebook_of(EXERCISES[text]), as_version=4)
        assert cells(stored) == cells(made.notebook)
        slip.notebook(stored)
        assert cells(stored) != cells(made.notebook)
        return
    after = edited(slip, before)
    if after is None:
        pytest.skip("the text asks nothing of that kind")
    was, known = before_the_slip(text)
    assert after != before
    path = planted(root, text, after)
    made = write.built(path, "exercise", root)
    if slip.by == "write":
        assert made.faults
        line = next(
            at
            for at, (old, new) in enumerate(
                zip(before.splitlines(), after.splitlines(), strict=False), start=1
            )
            if old != new
        )
        assert any(abs(fault.line - line) <= 40 for fault in made.faults)
        return
    if slip.by == "promise":
        told = "\n".join(cell.source for cell in made.notebook.cells)
        assert told != "\n".join(cell.source for cell in was.notebook.cells)
        return
    store(path, made)
    open_points = list(confirm.open_points(asked_of(path, "exercise"), known))
    assert open_points or made.faults


@pytest.mark.parametrize("name", [name for name, slip in SLIPS.items() if slip.edit])
def test_each_slip_is_planted_somewhere(name: str) -> None:
    assert any(edited(SLIPS[name], words) for words in WORDS.values())


def test_there_are_more_slips_than_nineteen_and_five_of_them_are_wrong_keys() -> None:
    assert len(SLIPS) >= 19
    assert sum(slip.by == "reader" for slip in SLIPS.values()) >= 5
