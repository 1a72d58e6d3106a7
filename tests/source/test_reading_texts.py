"""A text is read with true lines, and whatever is wrong in it is told at once, with its line."""

from pathlib import Path
from typing import Any

import pytest

from groundwork.authoring.source.blocks import Block, Item, Option, Quote, changed
from groundwork.authoring.source.page import Code, Placed, Prose
from groundwork.authoring.source.reader import read

HEAD = "---\ntitle: A title\nminutes: {read: 1}\n---\n\n"
LESSON = f"""{HEAD}# The title

The first cell,
on two lines.
% for authors only

+++ {{"id": "second", "tags": ["quick"]}}

## A heading

| a | b |
| - | - |
| 1 | 2 |

:::{{sort}} q1
:points: 2
:cell: q1-here
:tags: after-answer

Choose a level
for each cause.

- policy: Policy and law
- place: Neighborhood

- [policy] zoning: The code lets industry
  build on one side.
  > [place] Who writes
  > a code?
  > [person] Any other.

> [right] Ask more.

> [else] Who did it?
:::

What follows a block.

```{{code-cell}} python
:id: rates
:tags: [code-path]
gap = 7.7 - 4.4
```
"""


def page_of(text: str) -> Any:
    return read(Path("lesson.md"), text)


def said(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.said) for fault in page_of(text)[1]]


def test_a_text_becomes_cells_in_their_order_with_true_lines() -> None:
    page, faults = page_of(LESSON)
    assert faults == []
    assert page.name == "lesson"
    assert page.head == {"title": "A title", "minutes": {"read": 1}}
    assert page.lines == {"title": 2, "minutes": 3, "minutes.read": 3}
    assert [(type(cell), cell.id, cell.line) for cell in page.cells] == [
        (Prose, "the-title", 6),
        (Prose, "second", 14),
        (Placed, "q1-here", 20),
        (Prose, "q1-here-after", 42),
        (Code, "rates", 47),
    ]
    assert LESSON.splitlines()[47 - 1] == "gap = 7.7 - 4.4"
    prose = page.cells[0]
    assert prose.text == "# The title\n\nThe first cell,\non two lines."  # without the comment
    assert page.cells[1].tags == ("quick",)
    assert page.cells[1].text.endswith("| 1 | 2 |")
    assert page.cells[2].tags == ("after-answer",)
    assert page.cells[4] == Code("rates", 47, "gap = 7.7 - 4.4", ("code-path",))


def test_a_block_has_its_options_prose_items_and_replies() -> None:
    block = page_of(LESSON)[0].blocks[0]
    assert block == Block(
        "sort",
        "q1",
        20,
        {"points": Option(21, "2")},  # what places the block is no option of its kind
        "Choose a level for each cause.",
        (
            Item(28, None, "policy", "Policy and law"),
            Item(29, None, "place", "Neighborhood"),
            Item(
                31,
                "policy",
                "zoning",
                "The code lets industry build on one side.",
                (Quote(33, "place", "Who writes a code?"), Quote(35, "person", "Any other.")),
            ),
        ),
        (Quote(37, "right", "Ask more."), Quote(39, "else", "Who did it?")),
        begins=25,
    )


def test_an_empty_box_a_number_and_a_citation_are_read_as_they_stand() -> None:
    block = page_of(
        f"{HEAD}:::{{number}} q5\n\n- [x] 3.3\n  > [@childstats] says so.\n- [ ] -3.3\n"
        "  > The size is right.\n- [see](x.md) this\n:::\n"
    )[0].blocks[0]
    assert [(item.box, item.name, item.text) for item in block.items] == [
        ("x", None, "3.3"),
        ("", None, "-3.3"),
        (None, None, "[see](x.md) this"),
    ]
    assert block.items[0].quotes[0].box is None


def test_the_words_of_a_block_can_be_changed_and_its_keys_stay() -> None:
    block = changed(page_of(LESSON)[0].blocks[0], lambda text, line: f"{line} {text}".upper())
    assert block.prose == "25 CHOOSE A LEVEL FOR EACH CAUSE."
    assert block.items[2].quotes[1].text == "35 ANY OTHER."
    assert (block.items[2].box, block.items[2].name) == ("policy", "zoning")


CHOOSE = ":::{choose} q1\n\nWhich?\n\n- [ ] a: One\n  > No.\n- [x] b: Two\n  > Yes.\n:::\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# no head\n", 1, "has no head"),
        ("---\na: b: c\n---\n# A\n", 2, "is no YAML"),
        (HEAD + CHOOSE.removesuffix(":::\n"), 6, "nothing closes it"),
        (HEAD + CHOOSE.removesuffix(":::\n") + "\n## Next\n", 15, "is a heading inside the block"),
        (HEAD + CHOOSE.removesuffix(":::\n") + "\n" + CHOOSE, 15, "stands inside the block q1"),
        (HEAD + CHOOSE.removesuffix(":::\n") + '\n+++ {"id": "x"}\n', 15, "stands inside"),
        (HEAD + "```{code-cell} python\n:id: a\nx = 1\n", 6, "nothing closes it"),
        (HEAD + "```{code-cel} python\n:id: a\nx = 1\n```\n", 6, "code stands in {code-cell}"),
        (HEAD + "```{code-cell} python\nx = 1\n```\n", 6, "without an id"),
        (HEAD + "# A\n\n```\nx = 1\n", 8, "nothing closes it"),
        (HEAD + CHOOSE.replace("{choose} q1", "choose q1"), 6, "write its kind in braces"),
        (HEAD + CHOOSE.replace("} q1", "}"), 6, "as a name"),
        (HEAD + CHOOSE.replace("Which?", ":points: 1"), 8, "is an option below"),
        (HEAD + CHOOSE.replace("\n\nWhich", "\n:a: 1\n:a: 2\n\nWhich"), 8, "a second time"),
        (HEAD + CHOOSE.replace("One\n", "One,\n  - 4.4\n"), 11, "inside an item"),
        (HEAD + CHOOSE.replace("  > No.", "  > No\n  but yes."), 12, "goes on with a quote"),
        (HEAD + CHOOSE.replace("  > No.", "  > No\n  > - x."), 12, "inside a quote"),
        (HEAD + CHOOSE.replace("  > No.", "  It is\n  > no vote."), 12, "small letter"),
        (HEAD + CHOOSE.replace("  > No.", "  >"), 11, "without words"),
        (HEAD + CHOOSE.replace("a: One", ""), 10, "without words"),
        (
            HEAD + CHOOSE.replace("Which?", "Which?\n> [else] No."),
            9,
            "begins a quote in the middle",
        ),
        (HEAD + "# A\n\n7.7\n- 4.4\n", 9, "begins a list in the middle"),
        (HEAD + "# A\n\n7.7\n1. 4.4\n", 9, "begins a numbered list"),
        (HEAD + "# A\n\none\n# of 5\n", 9, "begins a heading"),
        (HEAD + "+++ id\n\n# A\n", 6, "breaks a cell"),
        (HEAD + '+++ {"id": "a b"}\n\n# A\n', 8, "the id 'a b'"),
        (HEAD + '+++ {"id": "a"}\n\n' + CHOOSE, 6, "no prose follows"),
        (HEAD + "# A\n\n+++\n\nWords.\n", 10, "without a heading"),
        (HEAD + "# A\n\n+++\n\n# A\n", 10, "which the cell of line 6 has"),
        (HEAD + "(here)=\n\n# A\n", 6, "names a place"),
    ],
)
def test_a_slip_is_told_with_its_line(text: str, line: int, words: str) -> None:
    found = said(text)
    assert any(number == line and words in sentence for number, sentence in found), found


def test_all_faults_of_a_text_are_told_at_once() -> None:
    found = said(HEAD + "```{code-cell}\nx = 1\n```\n\n" + CHOOSE.replace("} q1", "}"))
    assert [line for line, _ in found] == [6, 10]


def test_a_fault_says_file_line_and_sentence() -> None:
    fault = page_of("# no head\n")[1][0]
    assert str(fault).startswith("lesson.md:1: has no head")
