"""Every word of a text is found for translators, with its line, and put back where it stood."""

import io
import re
from pathlib import Path

import pytest
from babel.messages.extract import extract as babel_extract
from pseudo import pseudo
from small_texts import EXERCISE, HELP, LESSON, write_course

from groundwork.authoring import write
from groundwork.authoring.source import course, reader
from groundwork.authoring.source.messages import messages, translated

RICH = """---
title: "A title: with a colon"
quick: {minutes: 5, does: rate one need, least: {profile: 5}}
work:
  - {kind: records, name: list, title: Timeline, things: [moment, moments]}
figures:
  gap: {data: infant_mortality}
---

# Heading *one*

A paragraph that is
wrapped, with `code` and [a link](#there).

> A quote in prose,
> wrapped.

- An item
  - A nested one

1. First
2. 12 %

| Head | 5 |
| --- | --- |
| Cell \\| one | {{ gap | one }} |

```
no words
```

:::{sort} q1
:points: 2
:unit: deaths per 1,000
:data: a_name

Choose a level.

- policy: Policy and law

- [policy] zoning: The code lets industry
  build.
  > [place] Who writes
  > a code?
  > [else] Another.

> [right] Ask more.
:::

:::{write} q2
- [The gap] gap: What differs?
:::
"""


def test_words_are_found_with_line_and_place_and_nothing_else_is() -> None:
    assert [(found.line, found.text, found.where) for found in messages(RICH)] == [
        (2, "A title: with a colon", ""),
        (3, "rate one need", ""),
        (5, "Timeline", ""),
        (5, "moment", ""),
        (5, "moments", ""),
        (10, "Heading *one*", ""),
        (12, "A paragraph that is wrapped, with `code` and [a link](#there).", ""),
        (15, "A quote in prose, wrapped.", ""),
        (18, "An item", ""),
        (19, "A nested one", ""),
        (21, "First", ""),
        (24, "Head", ""),
        (26, "Cell \\| one", ""),
        (34, "deaths per 1,000", "q1 unit"),
        (37, "Choose a level.", "q1"),
        (39, "Policy and law", "q1 policy"),
        (41, "The code lets industry build.", "q1 zoning"),
        (43, "Who writes a code?", "q1 reply"),
        (45, "Another.", "q1 reply"),
        (47, "Ask more.", "q1 reply"),
        (51, "The gap", "q2 name"),
        (51, "What differs?", "q2 gap"),
    ]


@pytest.mark.parametrize("text", [RICH, LESSON, EXERCISE, HELP], ids=["rich", "l", "e", "h"])
def test_words_that_are_put_back_as_they_were_change_nothing_that_is_read(text: str) -> None:
    def words_of(text: str) -> list[str]:
        page, _ = reader.read(Path("x.md"), text)
        said = [re.sub(r"line=\\d+", "", repr(cell)) for cell in page.cells]
        return [" ".join(each.replace("\\\\n", " ").split()) for each in said]

    same = translated(text, lambda words: words)
    assert [found.text for found in messages(same)] == [found.text for found in messages(text)]
    assert len(words_of(same)) == len(words_of(text))


def test_babel_calls_the_extraction_by_its_name() -> None:
    method = "groundwork.authoring.source.messages:extract"
    found = list(babel_extract(method, io.BytesIO(EXERCISE.encode())))
    assert (found[1][0], found[1][1]) == (5, "Trace it")
    assert any(
        words == "That is the ratio." and notes == ["q1 reply"] for _, words, notes, _ in found
    )


def test_figures_and_formulas_are_no_words() -> None:
    text = (
        "---\ntitle: A gap\nfigures:\n  one: {data: x, where: {title: Equity Officer}}\n---\n\n"
        ":::{computed} q1\n:data: x\n\nHow many?\n\n- [x] rate - reference\n  > So many.\n:::\n"
    )
    assert [each.text for each in messages(text)] == ["A gap", "How many?", "So many."]


def test_a_translated_text_builds_the_same_cells_with_links_that_lead_somewhere(
    tmp_path: Path,
) -> None:
    write_course(tmp_path)
    path = tmp_path / "modules/01_job.md"
    plain = write.built(path, "lesson", tmp_path)
    other = write.built(path, "lesson", tmp_path, translate=pseudo)
    assert other.faults == []
    assert [cell.id for cell in other.notebook.cells] == [cell.id for cell in plain.notebook.cells]
    assert "[Ýóúr túrñ](#Ýóúr-túrñ)" in other.notebook.cells[0].source
    assert "ñúmbér 2" in other.notebook.cells[0].source
    assert "Poliçý" not in other.catalog  # questions are covered
    assert "Whát wíll ýóú ášk" in other.catalog
    for text, kind in course.texts(tmp_path).items():
        assert write.built(text, kind, tmp_path, translate=pseudo).faults == []
