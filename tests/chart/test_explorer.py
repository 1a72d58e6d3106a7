"""The explorer's table is no finer than what was published, and its figures line up."""

import re

from groundwork.screen.widgets.explorer import OutcomeExplorer


def test_differences_have_the_figures_decimals_and_ratios_what_rounding_leaves() -> None:
    explorer = OutcomeExplorer(["infant_mortality"], year=2021)
    chart = explorer.respond("draw", {})["chart"]
    assert chart["columns"] == ["Group", "Rate", "Rate difference", "Ratio"]
    assert chart["numbers"] == [False, True, True, True]
    rows = {group: figures for group, *figures in chart["rows"]}
    assert rows["White, non-Hispanic"] == ["4.4", "0.0", "1.0"]
    assert rows["Black, non-Hispanic"] == ["10.5", "6.1", "2.4"]


def test_the_words_hold_the_first_year_and_the_latest_with_what_has_changed() -> None:
    words = OutcomeExplorer(["uninsured"], year=2010).words()
    for year, rate in ((2010, "29.2"), (2019, "19.1")):
        assert f"Uninsured rate, {year}" in words
        assert f"American Indian or Alaska Native, non-Hispanic: {rate}" in words
    assert "2010 and 2019: rate difference 18.3 and 12.8 percentage points" in words
    assert OutcomeExplorer(["uninsured"], year=2019).words().count("Uninsured rate, ") == 1


def test_a_chart_is_drawn_once_for_all_formats_and_the_page() -> None:
    explorer = OutcomeExplorer(["infant_mortality"], year=2021)
    drawn: list[tuple[str, int, str]] = []
    draw = explorer.draw
    explorer.draw = lambda *state: drawn.append(state) or draw(*state)  # type: ignore
    first = explorer.respond("draw", {})
    assert explorer.words() == explorer.words()
    shown = {"outcome": "infant_mortality", "year": "2021", "reference": "White, non-Hispanic"}
    assert explorer.respond("draw", shown) == first
    assert [year for _, year, _ in drawn] == [2021, 2022]
    assert explorer.respond("draw", {**shown, "reference": "All"}) != first


def test_a_fall_has_a_minus_and_no_rate_is_a_tenth_of_times_as_high() -> None:
    explorer = OutcomeExplorer(["uninsured", "infant_mortality"], year=2019)
    said = []
    for outcome, year in (("uninsured", 2019), ("infant_mortality", 2021)):
        for reference in ("White, non-Hispanic", "Black, non-Hispanic"):
            chart, told = explorer.draw(outcome, year, reference)
            said.append(" ".join([chart.meaning, *told]))
    assert not [each for each in said if re.search(r"(?<![\d–])-\d|\b0\.\d+ times as high", each)]
    assert any("−" in each and "of the reference's" in each for each in said)
    assert any(re.search(r"\+\d.*[1-9]\.\d times as high", each) for each in said)
