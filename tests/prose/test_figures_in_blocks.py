"""In a block, and in a cell of code, a number from nowhere is found on its own line."""

from pathlib import Path
from typing import Any

import pytest

from groundwork.authoring import bibliography
from groundwork.authoring.figures import Figures, check_code, fill_block
from groundwork.authoring.figures.values import Values
from groundwork.authoring.source import reader
from groundwork.authoring.source.blocks import Block

DATASETS = Path(__file__).parents[2] / "datasets"
KNOWN = bibliography.read(DATASETS / bibliography.FILE)
HEAD: dict[str, Any] = {
    "black": {
        "data": "infant_mortality",
        "where": {"group": "Black, non-Hispanic", "year": 2021},
    },
    "white": {
        "data": "infant_mortality",
        "where": {"group": "White, non-Hispanic", "year": 2021},
    },
    "gap": "black - white",
}
CHOOSE = """---
title: x
---

:::{choose} q1
:points: 2

Of 1,000 babies
{{ black | one }} died. What may we say?

- [ ] more: It was {{ gap | one }} more.
  > The gap is {{ gap | one }}.
- [x] less: It was {2.4} times as high.
  > See above.
- [ ] even: One of two.
  > Look at 2021.

> [else] Add up.
:::
"""
NUMBER = """---
title: x
---

:::{number} q5
:within: 0.05
:unit: deaths per 1,000 births
:given: one {{ black | one }} | other {{ white | one }}

How many more?

- [x] {{ gap | one }}
  > It is {{ black | one }} − {{ white | one }}.
- [ ] 2.39
  > That is the ratio.
- [ ] 14.9
  > You added.
:::
"""
CHART = """---
title: x
---

:::{chart} visits
:data: redlining
:where: year == 2013
:label: group
:title: By the grade of the 1930s
:unit: visits per 10,000 residents
:year: 2011–2013

The rate was high [-@nardone-2020].
:::
"""


def filled(text: str) -> tuple[Block, list[tuple[int, str]]]:
    found: list[tuple[int, str]] = []
    page, faults = reader.read(Path("x.md"), text)
    assert not faults
    figures = Figures(Values(HEAD, DATASETS, KNOWN.key_of), KNOWN)
    (block,) = page.blocks
    return fill_block(block, figures, lambda at, said: found.append((at, said))), found


@pytest.mark.parametrize("text", [CHOOSE, NUMBER, CHART])
def test_a_block_whose_numbers_all_come_from_somewhere_passes(text: str) -> None:
    assert filled(text.replace("Look at 2021.", "Look at {2021}."))[1] == []


def test_every_piece_of_a_block_is_filled() -> None:
    block, _ = filled(CHOOSE)
    assert block.prose == "Of 1,000 babies 10.5 died. What may we say?"
    assert [item.text for item in block.items][:2] == [
        "It was 6.1 more.",
        "It was 2.4 times as high.",
    ]
    assert block.items[0].quotes[0].text == "The gap is 6.1."
    number, _ = filled(NUMBER)
    assert number.items[0].text == "6.1"
    assert number.options["given"].value == "one 10.5 | other 4.4"


@pytest.mark.parametrize(
    ("text", "right", "wrong", "line"),
    [
        (CHOOSE, "{{ black | one }} died", "10.6 died", 8),
        (CHOOSE, "It was {{ gap | one }} more", "It was 6.2 more", 11),
        (CHOOSE, "The gap is {{ gap | one }}", "The gap is 1.6", 12),
        (CHOOSE, "{2.4} times", "4.2 times", 13),
        (CHOOSE, "See above.", "It doubled.", 14),
        (CHOOSE, "Add up.", "Nearly a third.", 18),
        (NUMBER, "[x] {{ gap | one }}", "[x] 6.2", 12),
        (NUMBER, "other {{ white | one }}", "other 4.5", 8),
        (NUMBER, "That is the ratio.", "That is 2.93.", 15),
        (CHART, "2011–2013", "2001–2013", 11),
        (CHART, "grade of the 1930s", "grade of the 1940s", 9),
        (CHART, "The rate was high", "The rate was twice as high", 13),
    ],
)
def test_a_wrong_number_is_told_with_its_line(text: str, right: str, wrong: str, line: int) -> None:
    assert right in text
    planted = text.replace("Look at 2021.", "Look.").replace(right, wrong)
    found = filled(planted)[1]
    assert [at for at, _ in found] == [line] * len(found)
    assert found


def test_the_data_that_a_block_shows_are_cited_by_it() -> None:
    figures = Figures(Values({}, DATASETS, KNOWN.key_of), KNOWN)
    page, _ = reader.read(Path("x.md"), CHART.replace(" [-@nardone-2020]", ""))
    fill_block(page.blocks[0], figures, lambda *_: None)
    assert list(figures.cited) == ["nardone-2020"]
    every = CHART.replace("redlining", "life_expectancy | uninsured").replace(":where:", ":x:")
    fill_block(reader.read(Path("x.md"), every)[0].blocks[0], figures, lambda *_: None)
    assert {"nvsr-74-6", "epi-uninsured", "acsbr-012"} <= set(figures.cited)


def test_words_of_code_hold_no_number_and_conditions_may() -> None:
    found: list[tuple[int, str]] = []
    code = (
        "rows = datasets.read('x').query('year == 2021')\n"
        "show(rows['set_2021'],\n"
        "     title='In 2021 it was twice as high')\n"
    )
    check_code(code, 30, lambda line, said: found.append((line, said)))
    assert [(line, said.split(" in ")[0]) for line, said in found] == [(32, "2021"), (32, "twice")]
    check_code("%magic 2021", 1, lambda *_: pytest.fail("no Python, nothing to say"))
