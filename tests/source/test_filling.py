"""Figures, promises, sources and the places of variants meet in one text, each in its braces."""

from collections.abc import Callable
from pathlib import Path

import pytest

from groundwork.authoring import bibliography, references
from groundwork.authoring.building.build import Built, build
from groundwork.authoring.building.filling import held_back
from groundwork.authoring.source import reader

DATASETS = Path(__file__).parents[2] / "datasets"
HEAD = """---
title: Trace it
figures:
  white: {data: uninsured, where: {group: "White, non-Hispanic", year: 2019}}
---

# Trace it

Question {{ q1 | number }} is worth {{ q1 | points }}. The rate was {{ white | one }} percent.

"""
COMPUTED = """
:::{computed} q1
:points: 1
:data: uninsured
:each: group | year
:let: reference: group = White, non-Hispanic
:first: Hispanic | 2019
:unit: percentage points

In {year} the rates were {rate} and {reference}, after {{ white | one }} percent. How many more?

- [x] rate - reference
  > {rate} − {reference} = {right}.
- [ ] rate + reference * 2
  > You added them.
- [ ] rate
  > That is one of them.
- [ ] reference - rate - 1
  > The other way round.

> [else] Which two groups?
:::
"""
SOURCES = """
+++ {"id": "sources"}

## Sources

{{ sources | list }}
"""


@pytest.fixture
def made(tmp_path: Path) -> Callable[[str], Built]:
    def of(text: str) -> Built:
        path = tmp_path / "x.md"
        listed = text if SOURCES in text else text + SOURCES
        path.write_text(HEAD + listed, encoding="utf-8")
        page, _ = reader.read(path)
        return build(page, "exercise", DATASETS, places={"sources": "Sources"})

    return of


def said(built: Built) -> list[str]:
    return [fault.said for fault in built.faults]


def test_promises_and_figures_are_written_and_neither_comes_from_nowhere(
    made: Callable[[str], Built],
) -> None:
    built = made(COMPUTED)
    assert said(built) == []
    assert (
        "Question 1 is worth 1 point. The rate was 6.3 percent." in built.notebook.cells[0].source
    )


def test_ways_to_ask_and_keys_are_no_claims_and_places_wait_for_their_variant(
    made: Callable[[str], Built],
) -> None:
    assert said(made(COMPUTED)) == []
    (line,) = said(made(COMPUTED.replace("How many more?", "In 12 of {year}, how many more?")))
    assert line.startswith("12 in “")


def test_a_number_of_nowhere_beside_a_promise_is_found(made: Callable[[str], Built]) -> None:
    (line,) = said(made(COMPUTED + '\n+++ {"id": "more"}\n\nThat is {{ q1 | points }} of 18.\n'))
    assert line.startswith("18 in “")


def test_sources_are_listed_from_what_the_page_fills_in(made: Callable[[str], Built]) -> None:
    built = made(COMPUTED + SOURCES)
    assert said(built) == []
    entry = bibliography.read(DATASETS / bibliography.FILE).entry("epi-uninsured")
    assert references.reference(entry) in built.notebook.cells[-1].source


def test_a_figure_that_nothing_fills_in_is_told(made: Callable[[str], Built]) -> None:
    without = COMPUTED.replace("{{ white | one }} percent", "that")
    text = HEAD.replace(" The rate was {{ white | one }} percent.", "")
    page, _ = reader.read(Path("x.md"), text + without + SOURCES)
    (line,) = said(build(page, "exercise", DATASETS, places={"sources": "Sources"}))
    assert line == "defines white, and nothing fills it in"


def test_a_slip_in_the_head_is_told_there_and_once(tmp_path: Path) -> None:
    more = "  gap: white - 1\n"
    text = HEAD.replace("year: 2019}}\n", "year: 1919}}\n" + more).replace(
        "The rate was", "The gap was {{ gap | one }}. The rate was"
    )
    page, _ = reader.read(tmp_path / "x.md", text + COMPUTED + SOURCES)
    found = build(page, "exercise", DATASETS, places={"sources": "Sources"}).faults
    told = [(each.line, each.said.partition(":")[0]) for each in found]
    assert told == [(4, "white")]
    assert "no row of uninsured is so" in found[0].said


def test_what_a_page_rests_on_is_written_out_somewhere() -> None:
    page, _ = reader.read(Path("x.md"), HEAD + COMPUTED)
    (line,) = said(build(page, "exercise", DATASETS, places={}))
    assert line.startswith("rests on epi-uninsured, acsbr-012 and writes them out nowhere")


def test_what_is_held_back_stays_as_it_is() -> None:
    assert held_back("a {x} b {x} {y}", ["{x}", "{y}"], str.upper) == "A {x} B {x} {y}"


def test_a_page_that_defines_no_figures_is_looked_at_all_the_same(tmp_path: Path) -> None:
    text = HEAD.replace(
        'figures:\n  white: {data: uninsured, where: {group: "White, non-Hispanic", year: 2019}}\n',
        "",
    )
    page, _ = reader.read(
        tmp_path / "x.md",
        text + COMPUTED.replace(", after {{ white | one }} percent", "") + SOURCES,
    )
    built = build(page, "exercise", DATASETS, places={"sources": "Sources"})
    assert said(built) == ["{{ white | one }}: there is no figure 'white'. There are: none."]
    assert "worth 1 point" in built.notebook.cells[0].source
