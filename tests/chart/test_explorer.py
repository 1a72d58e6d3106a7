"""The explorer's table is no finer than what was published, and its figures line up."""

from groundwork.screen.widgets.explorer import OutcomeExplorer


def test_differences_have_the_figures_decimals_and_ratios_what_rounding_leaves() -> None:
    explorer = OutcomeExplorer(["infant_mortality"], year=2021)
    chart = explorer.respond("draw", {})["chart"]
    assert chart["columns"] == ["Group", "Rate", "Rate difference", "Ratio"]
    assert chart["numbers"] == [False, True, True, True]
    rows = {group: figures for group, *figures in chart["rows"]}
    assert rows["White, non-Hispanic"] == ["4.4", "0.0", "1.0"]
    assert rows["Black, non-Hispanic"] == ["10.5", "6.1", "2.4"]


def test_the_first_chart_is_drawn_once_for_all_formats_and_the_page() -> None:
    explorer = OutcomeExplorer(["infant_mortality"], year=2021)
    drawn: list[tuple[str, int, str]] = []
    draw = explorer.draw
    explorer.draw = lambda *state: drawn.append(state) or draw(*state)  # type: ignore
    first = explorer.respond("draw", {})
    assert explorer.words() == explorer.words()
    shown = {"outcome": "infant_mortality", "year": "2021", "reference": "White, non-Hispanic"}
    assert explorer.respond("draw", shown) == first
    assert len(drawn) == 1
    assert explorer.respond("draw", {**shown, "reference": "All"}) != first
