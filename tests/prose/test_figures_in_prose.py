"""Figures are filled in, words bear them out, and a number from nowhere is found with its line."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from groundwork.authoring import bibliography
from groundwork.authoring.figures import Figures, fill
from groundwork.authoring.figures.numbers import numbers
from groundwork.authoring.figures.values import Values
from groundwork.authoring.formula import rounded

DATASETS = Path(__file__).parents[2] / "datasets"
BLACK = {"group": "Black, non-Hispanic", "year": 2021}
KNOWN = bibliography.read(DATASETS / bibliography.FILE)
HEAD: dict[str, Any] = {
    "black": {"data": "infant_mortality", "where": BLACK},
    "white": {"data": "infant_mortality", "where": {**BLACK, "group": "White, non-Hispanic"}},
    "gap": "black - white",
    "ratio": "black / white",
    "tracts": {"data": "redlining", "where": "unit == 'tracts'", "take": "sum"},
    "equity": {"data": "workforce_views", "where": {"area": "health equity"}},
    "housing": {"data": "workforce_views", "where": {"area": "quality of housing"}},
    "economy": {"data": "workforce_views", "where": {"area": "economy"}},
    "measures": {"data": "riverbend_invented_metrics_register", "take": "count"},
    "ends": {
        "data": "riverbend_invented_budget_lines",
        "where": {"fiscal_year": "FY2026", "fund": "F330"},
        "column": "ends",
    },
}


def figures_of(head: dict[str, Any]) -> Figures:
    return Figures(Values(head, DATASETS, KNOWN.key_of), KNOWN)


def filled(text: str, line: int = 1, **more: Any) -> tuple[str, list[tuple[int, str]]]:
    """The text with its figures, and the faults that were found in it."""
    found: list[tuple[int, str]] = []
    figures = figures_of({**HEAD, **more})
    return fill(text, line, figures, lambda at, said: found.append((at, said))), found


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("black | one", "10.5"),
        ("black | printed", "10.5"),
        ("black | integer", "11"),
        ("gap | one", "6.1"),
        ("ratio | two", "2.39"),
        ("tracts | integer", "1,431"),
        ("equity | integer", "57"),
        ("equity | percent", "57 percent"),
        ("measures | words", "fourteen"),
        ("measures | Words", "Fourteen"),
        ("ends | day", "June 30, 2027"),
        ("black | year", "2021"),
        ("equity | more than half", "more than half"),
        ("housing, economy | About one in five", "About one in five"),
        ("ratio | more than twice", "more than twice"),
        ("black, white | year", "2021"),
    ],
)
def test_a_figure_is_written_as_its_format_says(sign: str, said: str) -> None:
    assert filled(f"It is {{{{ {sign} }}}} there.") == (f"It is {said} there.", [])


def test_figures_are_exact_and_rounded_half_up() -> None:
    assert rounded(Fraction("0.125"), 2) == Fraction("0.13")
    assert rounded(Fraction("-0.125"), 2) == Fraction("-0.13")
    down = filled("{{ less | one }}, {{ tie | two }}", less="white - black", tie="1 / 8")
    assert down == ("−6.1, 0.13", [])


@pytest.mark.parametrize(
    ("sign", "why"),
    [
        ("blakc | one", "there is no figure 'blakc'. There are: black, white"),
        ("black | three", "there is no format 'three'. There are: integer, one"),
        ("black | two", "would show 2 decimals, and its source prints 1"),
        ("equity | more than two thirds", "“more than two thirds” is not true of equity"),
        ("equity, housing | more than half", "not true of housing: it is 0.222"),
        ("equity | nearly half", "not true"),
        ("ratio | words", "has no word"),
        ("black, white | one", "they differ: 10.5, 4.4"),
        ("ends | one", "is no number: use the format text"),
        ("loop | one", "needs itself: loop → pool → loop"),
        ("none | one", "divides by zero"),
        ("wide | one", "rows of infant_mortality are so and differ"),
        ("gone | one", "no row of infant_mortality is so"),
        ("short | one", "No group is Asi; did you mean Asian"),
        ("typo | one", "There is no data set"),
        ("odd | one", "it has data: poverty, col: value"),
        ("power | one", "may not hold"),
    ],
)
def test_what_cannot_be_filled_in_is_told_with_its_line(sign: str, why: str) -> None:
    text, faults = filled(
        f"One line.\n\nIt is {{{{ {sign} }}}}.",
        line=7,
        loop="pool + 1",
        pool="loop - 1",
        none="black / (white - white)",
        wide={"data": "infant_mortality", "where": {"year": 2021}},
        gone={"data": "infant_mortality", "where": {"year": 1821}},
        short={"data": "infant_mortality", "where": {"group": "Asi"}},
        typo={"data": "infant_mortalty"},
        odd={"data": "poverty", "col": "value"},
        power="black ** 2",
    )
    ((line, said),) = faults
    assert line == 9
    assert why in said
    assert sign in text  # nothing is guessed


@pytest.mark.parametrize(
    "text",
    [
        "Lessons 00 and 01. Steps 1 and 2. Questions 5 to 7.",
        "1. Write it down.\n2. Ask.",
        "| 03 | Say what you stand for |",
        "**Minutes.** Read 8 · do 29.\n\n**In 30 days:** open it. It takes 25 minutes.",
        "Out of every 1,000 births, per 100,000, of 100, every 10,000",
        "A 95 % interval, K-12, the 95 percent confidence interval",
        "Two numbers compare them, and five needs. One of two. The second study, each quarter.",
        "Two points of view, three centers, four birth records, one of each.",
        "[A page](https://example.org/2020/57.html) and `row 57`\n\n```\n57\n```",
        "About {38} of 100, and {seven weeks and thirteen days} away.",
        "In 2021 it was {{ black | one }}.",
        "The grades of the 1930s did so [@nardone-2020].",
        "{other braces} and {% these %} and {# those #}",
    ],
)
def test_what_claims_nothing_passes(text: str) -> None:
    found = [said for _, said in filled(text)[1] if "comes from nowhere" in said]
    assert not found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("6.1 per 1,000 births, 71 of 100", ["6.1", "71"]),
        ("position P176, fund F100, FY2026, in the 1930s", ["P176", "F100", "FY2026", "1930s"]),
        ("more than half, nearly a third, one in five", ["half", "a third", "one in five"]),
        (
            "twice, two thirds, three times, doubled",
            ["twice", "two thirds", "three times", "doubled"],
        ),
        (
            "tenfold, a quarter of it, three out of four",
            ["tenfold", "a quarter", "three out of four"],
        ),
        ("Fourteen measures, twenty-one of them", ["Fourteen", "twenty-one"]),
        ("three in ten, Seven out of every eight", ["three in ten", "Seven out of every eight"]),
        (
            "nine percentage points, five percent, two dollars an hour, six deaths",
            ["nine percentage points", "five percent", "two dollars", "six deaths"],
        ),
        (
            "four of every ten, eight per 1,000, three-quarters, one-fifth",
            ["four of every", "ten", "eight per 1,000", "three-quarters", "one-fifth"],
        ),
        ("two points lower, and three cents", ["two points lower", "three cents"]),
        ("two million, a dozen, ten percent", ["million", "dozen", "ten percent"]),
        ("$41,890 in 2011–2013, 95 %, 37.5%", ["41,890", "2011", "2013", "95", "37.5"]),
        ("the 20th century, ½ of it", ["20th", "½"]),
    ],
)
def test_what_claims_a_number_is_seen(text: str, found: list[str]) -> None:
    assert [match[0] for match in numbers(text)] == found
    assert len(filled(text)[1]) == len(found)


def test_a_number_from_nowhere_is_told_with_line_and_way_out() -> None:
    ((line, said),) = filled("One.\n\nTwo lines,\nand 10.9 died.", line=40)[1]
    assert line == 43
    assert said == (
        "10.9 in “…Two lines, and 10.9 died.…” comes from nowhere: fill in a figure, name a source "
        "that says it, or write {10.9} when it is no figure."
    )


def test_what_the_sources_of_the_paragraph_do_say_is_told_with_it() -> None:
    ((_, said),) = filled("It fell by 6 percent in 2005 [@leep-2008].")[1]
    assert said.endswith("no figure. leep-2008 says 5 percent, 15 percent, 80 percent, 2005.")


def test_a_line_is_right_below_signs_that_take_lines() -> None:
    text = "In eight cities [-@nardone-2020;\n@wei-2024] and {two\nhundred} more, 57 died."
    assert filled("In eight cities {two\nhundred} more,\n57 died.", line=5)[1][0][0] == 7
    assert filled(text.replace("\n@", " @"), line=5)[1][0][0] == 6


def test_a_source_carries_the_numbers_that_it_says_and_no_others() -> None:
    said = "In 1995–2000 they died about 10 percent\nless often [@hummer-2007]."
    assert filled(said)[1] == []
    for wrong in (said.replace("10", "20"), said.replace("2000", "2001")):
        assert len(filled(wrong)[1]) >= 1
    assert len(filled(said.replace(" [@hummer-2007]", ""))[1]) == 3


def test_a_source_holds_for_its_paragraph_alone() -> None:
    text = "- **1891.** A hospital [@curry-2015].\n- **1891.** Another.\n\n1891 again."
    assert [line for line, _ in filled(text)[1]] == [2, 4]


def test_the_year_of_a_figure_holds_in_its_paragraph() -> None:
    assert filled("In 2021 it was {{ black | one }}.")[1] == []
    assert len(filled("In 2012 it was {{ black | one }}.")[1]) == 1
    assert len(filled("In 2021 too.\n\nIt was {{ black | one }}.")[1]) == 1


def test_a_citation_prints_a_link_or_words_or_nothing() -> None:
    assert filled("So it is [@nardone-2020; @wei-2024].")[0] == (
        "So it is ([Nardone and others 2020](#sources); [Wei and others 2024](#sources))."
    )
    assert filled("So it is [-@nardone-2020].")[0] == "So it is."
    figures = figures_of({})
    plain = fill("So it is [@wei-2024].", 1, figures, lambda *_: None, link=False)
    assert plain == "So it is (Wei and others 2024)."


def test_a_missing_source_is_a_fault_and_names_the_nearest() -> None:
    ((line, said),) = filled("Two.\n\nSo it is [@nardone-2002].", line=3)[1]
    assert (line, said) == (
        5,
        "No source has the key 'nardone-2002'. Did you mean [@nardone-2020]? Sources stand in "
        "datasets/bibliography.yaml.",
    )


def test_what_is_filled_in_and_cited_is_listed_by_subject() -> None:
    figures = figures_of(HEAD)
    text = "{{ gap | one }} [@wei-2024]\n\n{{ tracts | integer }} in tracts, {{ measures | words }}"
    fill(text, 1, figures, lambda *_: None)
    assert list(figures.cited) == ["childstats-special13", "wei-2024", "nardone-2020"]
    assert figures.unused() == ["ratio", "equity", "housing", "economy", "ends"]
    shown = figures.sources_list()
    assert shown.startswith("Read on November 22, 2026.")
    assert shown.index("Special13") < shown.index("across eight") < shown.index("HOLC grades")


def test_braces_around_no_number_are_refused() -> None:
    text, ((_, said),) = filled("A {half-hearted} and a {whole} word")
    assert said == "{whole} marks no number: take the braces away."
    assert text == "A half-hearted and a {whole} word"


def test_a_source_is_written_out_where_it_is_asked_for_and_listed_once() -> None:
    figures = figures_of(HEAD)
    text = "Source: {{ @wei-2024 | source }}\n\nSo [@hummer-2007].\n\n{{ sources | list }}"
    made = fill(text, 1, figures, lambda *_: None)
    assert made.startswith("Source: Wei H. and others. [Associations")
    assert made.count("Wei H.") == 1
    assert "- Mothers born in Mexico: Hummer R. A. and others." in made
    assert figures.untold() == []
    fill("And then [@nardone-2020].", 1, figures, lambda *_: None)
    assert figures.untold() == ["nardone-2020"]
