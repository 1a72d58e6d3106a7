"""A text becomes a notebook whose cells, ids and promises it decides, and nothing else does."""

import json
from pathlib import Path

import pytest
from nbformat import NotebookNode
from nbgrader.nbgraderformat import MetadataValidator
from small_texts import EXERCISE, LESSON, write_course

from groundwork.authoring import write
from groundwork.authoring.building.build import Built
from groundwork.authoring.source import course, links
from groundwork.learner import blocks
from groundwork.learner.questions import catalog


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_course(tmp_path)
    return tmp_path


def built(root: Path, name: str) -> Built:
    path = root / name
    return write.built(path, course.texts(root)[path], root)


def said(root: Path, name: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.said) for fault in built(root, name).faults]


LESSON_FILE, EXERCISE_FILE = "modules/01_job.md", "exercises/01_job/01_job.md"


def by_id(made: Built) -> dict[str, NotebookNode]:
    return {cell.id: cell for cell in made.notebook.cells}


def test_the_texts_of_a_course_are_found_with_what_they_are(root: Path) -> None:
    (root / "exercises/01_job/notes.md").write_text("", encoding="utf-8")
    assert {
        path.relative_to(root).as_posix(): kind for path, kind in course.texts(root).items()
    } == {
        LESSON_FILE: "lesson",
        "modules/how_it_works.md": "help",
        EXERCISE_FILE: "exercise",
    }


def test_a_lesson_has_the_cells_that_its_text_names(root: Path) -> None:
    made = built(root, LESSON_FILE)
    assert made.faults == []
    assert [(cell.id, cell.cell_type) for cell in made.notebook.cells] == [
        ("a-job-to-do", "markdown"),
        ("first-code", "code"),
        ("your-turn", "markdown"),
        ("level", "code"),
        ("think", "code"),
        ("power_map", "code"),
        ("place", "code"),
        ("compute", "code"),
        ("your-department", "markdown"),
    ]
    cells = by_id(made)
    assert cells["first-code"].source == (
        "from groundwork.lesson import ask, choose_place, power_map, reflect"
    )
    assert cells["level"].source == 'ask("level")'
    assert cells["level"].metadata == {"jupyter": {"source_hidden": True}, "tags": ["after-answer"]}
    assert cells["think"].source == 'reflect("small_me")'
    assert cells["place"].source == "choose_place()"
    assert cells["compute"].metadata == {"tags": ["code-path"]}
    assert cells["your-turn"].metadata == {"tags": ["quick"]}
    assert made.notebook.metadata.groundwork == {
        "lesson": "01_job",
        "title": "A job to do",
        "discuss": 5,
        "quick": {"does": "do the job"},
    }


def test_links_and_promises_are_written_by_the_build(root: Path) -> None:
    words = by_id(built(root, LESSON_FILE))["a-job-to-do"].source
    assert "[Your turn](#Your-turn)" in words
    assert "[the rules](how_it_works.ipynb)" in words
    assert "has\nthree questions; number 2 is worth 2 points." in words
    words = by_id(built(root, EXERCISE_FILE))["q1-text"].source
    assert words == (
        "## Question 1: How large?\n\nGive one decimal; an answer within 0.05 is right. (1 point)"
    )


def test_links_are_written_once_and_built_for_each_place(root: Path) -> None:
    path = root / LESSON_FILE
    made = write.built(path, "lesson", root, form=links.WEB)
    words = by_id(made)["a-job-to-do"].source
    assert "[Your turn](#your-turn)" in words
    assert "[the rules](how_it_works.html)" in words


def test_a_catalog_holds_what_a_page_asks_and_shows(root: Path, tmp_path: Path) -> None:
    path = course.catalog_of(root / LESSON_FILE, "lesson")
    assert path == root / "modules/catalogs/01_job.json"
    path.parent.mkdir()
    path.write_text(built(root, LESSON_FILE).catalog, encoding="utf-8")
    assert catalog.holding("level", root / "modules").find("level").judge("policy").right
    found = blocks.find("small_me", root / "modules")
    assert (found.page, found.says) == (
        "01_job",
        {"prompt": "What will you ask, and whom?", "kept": "me"},
    )
    assert "power_map" not in json.loads(path.read_text(encoding="utf-8"))["blocks"]


def test_an_exercise_is_valid_nbgrader_source(root: Path) -> None:
    made = built(root, EXERCISE_FILE)
    assert made.faults == []
    graded = {
        cell.id: {
            key: cell.metadata.nbgrader[key]
            for key in ("grade_id", "grade", "locked", "solution", "task", "points")
            if key in cell.metadata.nbgrader
        }
        for cell in made.notebook.cells
        if "nbgrader" in cell.metadata
    }
    yes, no = True, False
    check = {"grade": yes, "locked": yes, "solution": no, "task": no}
    assert graded == {
        "q1-code": {
            "grade_id": "q1-code",
            **{"grade": no, "locked": no, "solution": yes, "task": no},
        },
        "q1-check": {"grade_id": "q1-check", **check, "points": 1},
        "q2-check": {"grade_id": "q2-check", **check, "points": 2},
        "q3-check": {"grade_id": "q3-check", **check, "points": 0},
        "q3": {
            "grade_id": "q3",
            **{"grade": no, "locked": yes, "solution": no, "task": yes, "points": 2},
        },
    }
    MetadataValidator().validate_nb(made.notebook)
    assert [cell.id for cell in made.notebook.cells] == [
        *("trace-it", "q1-text", "q1", "q1-code-text", "q1-code", "q1-check"),
        *("q2", "q2-check", "q3-gap", "q3-why", "q3-check", "q3"),
    ]


def test_a_check_stands_after_the_code_that_it_judges(root: Path) -> None:
    cells = by_id(built(root, EXERCISE_FILE))
    assert cells["q1-code"].source == (
        "one = 7.7\nother = 4.4\ngap = None\n"
        "### BEGIN SOLUTION\ngap = one - other\n### END SOLUTION"
    )
    assert cells["q1-check"].source.endswith('check("q1")')
    assert cells["q2-check"].source.endswith('check("q2b")')
    assert cells["q3-why"].source.endswith('ask("q3_why")')
    assert "=== BEGIN MARK SCHEME ===\n\nRead for the thinking." in cells["q3"].source


def test_a_cell_that_is_put_in_changes_no_other_id(root: Path) -> None:
    before = [cell.id for cell in built(root, LESSON_FILE).notebook.cells]
    more = LESSON.replace(
        ":::{reflect}",
        ":::{guess} more\n\nHow many?\n\n- [ ] few: Few\n  > So."
        "\n- [ ] many: Many\n  > No.\n:::\n\n:::{reflect}",
    )
    write_course(root, lesson=more)
    after = [cell.id for cell in built(root, LESSON_FILE).notebook.cells]
    assert [id for id in after if id != "more"] == before


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (
            "title: A job",
            "titles: x\ntitle: A job",
            "titles: x",
            "no entry of a head: titles; did you mean title?",
        ),
        ("do {{ lesson | do }}", "do 3", "# A job", "does not say '**Minutes.** Read {{ lesson"),
        ("**Only {{ lesson", "**In {{ lesson", "# A job", "does not say '**Only {{ lesson"),
        (
            "{{ lesson | do }}",
            "{{ lesson | doing }}",
            "{{ lesson | doing }}",
            "the doing of lesson",
        ),
        ("discuss: 5", "discuss: 5\nminutes: {read: 1}", "minutes: {read: 1}", "the build counts"),
        ("quick: {", "quick: {minutes: 5, ", "quick: {minutes: 5", "the build counts: take them"),
        ("## Key points", "## Points", "---", "has no part “Key points”"),
        (
            "## Key points\n\nOne.\n\n## Look back",
            "## Look back\n\nOne.\n\n## Key points",
            "## Look back",
            "where “Key points” belongs",
        ),
        (":tags: code-path", ":tags: quick", "1 + 1", "is code, compute: tag it code-path"),
        (
            ":::{power-map}",
            ":::{reflect} other\n:kept: me\n\nWhat next?\n:::\n\n:::{power-map}",
            ":::{reflect} other",
            "keeps its words as me, and so does small_me",
        ),
        (
            "#your-turn",
            "#your-tour",
            "Go to [Your turn](#your-tour), or see [the rules](how_it_works.md). Its exercise has",
            "no heading is called so; did you mean your-turn?",
        ),
        (
            "how_it_works.md",
            "how_it_work.md",
            "Go to [Your turn](#your-turn), or see [the rules](how_it_work.md). Its exercise has",
            "write the path of a text",
        ),
        (
            "| questions",
            "| question",
            "{{ exercise | question }}",
            "asks for the question of exercise",
        ),
        (
            ":::{choose} level",
            ":::{chose} level",
            ":::{chose} level",
            "no kind of block: {chose}; did you mean choose?",
        ),
        (":::{place} place", ":::{place} place\n:title: x", ":title: x", "{place} does not take"),
        (":::{place} place\n", ":::{place} place\n\nWords.\n", ":::{place} place", "says its own"),
        (
            ":::{power-map} power_map",
            ":::{power-map} level",
            ":::{power-map} level",
            "another block is called so",
        ),
        ("What will you ask, and whom?\n", "", ":::{reflect} small_me", "has no words"),
        (":id: compute", ":id: level", "1 + 1", "another cell is called so"),
        ("## A worked", "#### A worked", "#### A worked", "skips from heading level 2 to 4"),
        ("## Your turn", "# Your turn", "# Your turn", "second heading of level 1"),
        ("## Your turn", "## A job to do\n\n## Your turn", "## A job to do", "repeats the heading"),
        (
            "[the rules]",
            "[here]",
            "Go to [Your turn](#your-turn), or see [here](how_it_works.md). Its exercise has",
            "do not say where it goes",
        ),
        (
            "Go to [",
            "It costs $57. Go to [",
            "It costs $57.",
            "may be read as mathematics",
        ),
        (
            "Go to [",
            "<b>Go</b> to [",
            "<b>Go</b>",
            "raw HTML",
        ),
        (
            "Go to [",
            "Numbers are people. Go to [",
            "Numbers are people.",
            "slogan",
        ),
        ("It is a rule.", "The gap is what it is.", "  > The gap is what it is.", "slogan"),
        (
            "## Your turn",
            "## Your turn\n\n| | b |\n| - | - |\n| 1 | 2 |",
            "| | b |",
            "empty header cell",
        ),
        ("It is a rule.", "From $5 to $6.", "  > From $5 to $6.", "two dollar signs"),
    ],
)
def test_a_slip_in_a_lesson_is_told_with_its_line(
    root: Path, old: str, new: str, line: str, words: str
) -> None:
    write_course(root, lesson=LESSON.replace(old, new, 1))
    found = said(root, LESSON_FILE)
    lines = (root / LESSON_FILE).read_text(encoding="utf-8").split("\n")
    assert any(line in lines[at - 1] and words in sentence for at, sentence in found), found


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (":::{mark-scheme} q3", ":::{mark-scheme} q2b", ":::{mark-scheme} q2b", "is a mark scheme"),
        (
            "| points }})\n\n:::{number}",
            "| point }})\n\n:::{number}",
            "{{ q1 | promises }} ({{ q1 | point }})",
            "asks for the point of q1",
        ),
    ],
)
def test_a_slip_in_an_exercise_is_told_with_its_line(
    root: Path, old: str, new: str, line: str, words: str
) -> None:
    write_course(root, exercise=EXERCISE.replace(old, new, 1))
    found = said(root, EXERCISE_FILE)
    lines = (root / EXERCISE_FILE).read_text(encoding="utf-8").split("\n")
    assert any(line in lines[at - 1] and words in sentence for at, sentence in found), found


def test_a_name_that_two_lessons_give_is_a_fault(root: Path) -> None:
    """Answers, words and maps are kept under it: one lesson would show another's."""
    other = LESSON.replace("level", "other_level").replace(":::{place} place\n:::\n\n", "")
    (root / "modules/02_job.md").write_text(
        other.replace("{{ exercise | questions }}", "x").replace("{{ q2 | number }}", "y"),
        encoding="utf-8",
    )
    first = LESSON.split("\n")
    reflects, maps = (
        first.index(":::{reflect} small_me") + 1,
        first.index(":::{power-map} power_map") + 1,
    )
    found = [(fault.file.name, fault.said) for fault in write.faults_between(root)]
    assert found == [
        ("02_job.md", f"is called small_me, as line {reflects} of 01_job.md is"),
        ("02_job.md", f"is called power_map, as line {maps} of 01_job.md is"),
    ]


def test_a_later_lesson_rates_again_under_a_name_of_its_own(root: Path) -> None:
    path = root / LESSON_FILE
    text = path.read_text(encoding="utf-8").replace("{power-map} power_map", "{readiness} profile")
    path.write_text(text, encoding="utf-8")
    again = text.replace("level", "other_level").replace("small_me", "other_me")
    again = again.replace(":::{place} place\n:::\n\n", "").replace(
        "{readiness} profile", "{readiness} profile_again"
    )
    (root / "modules/09_job.md").write_text(again, encoding="utf-8")
    assert write.faults_between(root) == []
    called = built(root, "modules/09_job.md").notebook.cells
    assert 'readiness_profile("profile_again")' in [cell.source for cell in called]


def test_a_question_with_a_fault_is_not_taken_for_a_figure_too(root: Path) -> None:
    path = root / EXERCISE_FILE
    text = path.read_text(encoding="utf-8")
    before = said(root, EXERCISE_FILE)
    path.write_text(text.replace("- [x]", "- [ ]", 1), encoding="utf-8")
    found = [words for _, words in said(root, EXERCISE_FILE)]
    assert before == []
    assert found
    assert not [words for words in found if "there is no figure" in words]
