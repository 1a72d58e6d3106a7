"""Each number in the words of a lesson or an exercise is the one of its source."""

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest
from figures.in_text import held, numbers, problems, texts
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from groundwork.authoring.notebooks import read
from groundwork.authoring.source import reader
from groundwork.authoring.source.page import Placed
from groundwork.learner.course import HELP

SHOWN = ("title", "unit", "year")
ROOT = Path(__file__).parents[2]
NOTEBOOKS = [*ROOT.glob("modules/[0-9]*.ipynb"), *ROOT.glob("exercises/*/*.ipynb")]
NAMES = sorted(path.relative_to(ROOT).with_suffix("").as_posix() for path in NOTEBOOKS)


def found_in(name: str, notebook: NotebookNode) -> list[str]:
    """What is wrong with the figures of a notebook, by the table that is written for it."""
    kind, number = name.split("/")[0].removesuffix("s"), name.split("/")[-1][:2]
    module = f"{'lesson' if kind == 'module' else kind}_{number}"
    place = f"tests/notebooks/figures/{module}.py"
    assert (ROOT / place).exists(), f"{name} has no table of its figures: write {place}."
    table = importlib.import_module(f"figures.{module}").table()
    return list(problems(module.replace("_", " "), notebook, table, place))


def stored(name: str) -> NotebookNode:
    """A notebook in which each cell that shows a block says the block's words, as literals."""
    notebook = read(ROOT / f"{name}.ipynb")
    page, _ = reader.read(ROOT / f"{name}.md")
    cells = {cell.id: cell for cell in notebook.cells}
    for placed in page.cells:
        if isinstance(placed, Placed):
            block = placed.block
            shown = [block.options[each].value for each in SHOWN if each in block.options]
            if block.kind == "explorer":
                shown = []  # a year to begin with

            shown += [block.prose, *(item.text for item in block.items)]
            told = [quote.text for item in block.items for quote in item.quotes]
            told += [quote.text for quote in block.quotes]
            check = f"{placed.id}-check"
            if block.kind == "number":
                shown = shown[: -len(block.items)]  # numbers of the key are no words
            for id, words in ((placed.id, shown), (check if check in cells else placed.id, told)):
                if id in cells and cells[id].cell_type == "code":
                    before = cells[id].source if cells[id].source.startswith("(") else "()"
                    cells[id].source = f"{before} + {tuple(words)!r}" if words else before
    return notebook


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_is_the_one_of_its_source(name: str) -> None:
    found = found_in(name, stored(name))
    assert not found, "\n".join(found)


def test_the_page_of_help_holds_no_figure() -> None:
    assert not list(problems("help", stored(HELP.removesuffix(".ipynb")), {}, "no table"))


PLACE = "tests/notebooks/figures/lesson_02.py"
LESSON_01, EXERCISE = "modules/01_root_causes", "exercises/01_root_causes/01_root_causes"
WRONG = {
    "in prose": ("modules/00_start_here", "start-06", "56 of 100", "65 of 100"),
    "in a table": (LESSON_01, "root-07", "| 10.5 − 4.4 |", "| 10.9 − 4.4 |"),
    "two figures exchanged": (LESSON_01, "root-07", "10.55 and 4.36", "4.36 and 10.55"),
    "in a reply": (LESSON_01, "root-04", "Lower: 22.2", "Lower: 22.9"),
    "in an option": (LESSON_01, "root-15", "was 2.4", "was 4.2"),
    "in a chart's words": (LESSON_01, "root-13", "2.4 times", "2.6 times"),
    "an interval": (LESSON_01, "root-14", "1.39 times", "1.93 times"),
    "a year of history": (LESSON_01, "root-11", "**1891.**", "**1981.**"),
    "in a hint": (EXERCISE, "q7-check", "10.4 minus 4.4 is 6.0", "10.4 minus 4.4 is 6.1"),
    "a date of the invented county": (
        "modules/00_start_here",
        "start-17",
        "ends on June 30, 2027",
        "ends on June 30, 2028",
    ),
    "a position of it": ("modules/00_start_here", "start-12", "P176", "P167"),
    "a count in words": ("modules/00_start_here", "start-17", "Thirteen of", "Twelve of"),
}


@pytest.mark.parametrize(("name", "cell", "right", "wrong"), WRONG.values(), ids=WRONG)
def test_a_wrong_figure_is_caught(name: str, cell: str, right: str, wrong: str) -> None:
    planted = stored(name)
    (chosen,) = [each for each in planted.cells if each.id == cell]
    assert right in chosen.source
    chosen.source = chosen.source.replace(right, wrong)
    found = found_in(name, planted)
    assert found
    assert all(f', cell "{cell}": ' in problem for problem in found)


@pytest.mark.parametrize(
    "add",
    [
        lambda text: new_markdown_cell(text, id="new"),
        lambda text: new_code_cell(f"ChoiceQuestion('q', 'Which?', {{'a': {text!r}}})", id="new"),
        lambda text: new_code_cell(f"f('q', '?', {{}}, replies={{'a': {text!r}}})", id="new"),
    ],
    ids=["prose", "option", "reply"],
)
def test_a_new_number_fails_until_its_author_says_where_it_comes_from(
    add: Callable[[str], NotebookNode],
) -> None:
    text = "In 2023 it was 10.9 per 1,000."
    one = new_notebook(cells=[add(text)])
    found = list(problems("lesson", one, {}, PLACE))
    assert [problem.split(" in “")[0] for problem in found] == [
        'lesson, cell "new": 2023',
        'lesson, cell "new": 10.9',
    ]
    assert found[1].endswith(f"has no source; say where it comes from in {PLACE}.")
    good = {"new": [held("In 2023 it was {:.1f} per 1,000.", "a report", 10.9)]}
    assert not list(problems("lesson", one, good, PLACE))
    wrong = {"new": [held("In 2023 it was {:.1f} per 1,000.", "a report", 10.5)]}
    assert "does not say 'In 2023 it was 10.5 per 1,000.', and should by a report" in next(
        problems("lesson", one, wrong, PLACE)
    )


def test_a_cell_that_is_gone_leaves_the_table() -> None:
    (found,) = problems("lesson", new_notebook(), {"gone": [held("1 in 2", "x")]}, PLACE)
    assert found == f'lesson has no cell "gone": take it out of {PLACE}.'


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Lessons 00 and 01. Steps 1 and 2. Questions 5 to 7.", []),
        ("1. Write it down.\n2. Ask.", []),
        ("| 03 | Say what you stand for |", []),
        ("**In 30 days:** open it. It takes 25 minutes.", []),
        ("6.1 per 1,000 births, 71 of 100, every 10,000", ["6.1", "71"]),
        ("position P176, fund F100, FY2026, in the 1930s", ["P176", "F100", "FY2026", "1930s"]),
        ("more than half, two thirds, one in five, two million", 4),
        ("Fourteen measures, twenty of them", ["Fourteen", "twenty"]),
        ("$41,890 in 2011–2013, 95 %", ["41,890", "2011", "2013", "95"]),
        ("## Sources\n\n*PNAS* 2024;3(8):pgae301, S87–S97, 41,890 staff, 2.4", ["41,890", "2.4"]),
        ("one of two, the second half-time", ["half"]),
    ],
)
def test_what_is_a_figure_follows_a_short_rule(text: str, figures: list[str] | int) -> None:
    found = [match[0] for match in numbers(text)]
    assert len(found) == figures if isinstance(figures, int) else found == figures


def test_ids_columns_and_right_options_are_not_read_as_words() -> None:
    cell = new_code_cell(
        "rows = datasets.read('set_2021').query('year == 2021')\n"
        "ask('q', 'How many in 2017?', {'32': 'About 32'}, right={'32'}, lesson='01 x')"
    )
    assert texts(cell) == ["q", "How many in 2017?", "About 32"]
