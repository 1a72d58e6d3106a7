"""The explorer's table is no finer than what was published, and its figures line up."""

from groundwork.screen.widgets.explorer import OutcomeExplorer


def test_differences_have_the_figures_decimals_and_ratios_two() -> None:
    explorer = OutcomeExplorer(["infant_mortality"], year=2021)
    chart = explorer.respond("draw", {})["chart"]
    assert chart["columns"] == ["Group", "Rate", "Rate difference", "Ratio"]
    assert chart["numbers"] == [False, True, True, True]
    rows = {group: figures for group, *figures in chart["rows"]}
    assert rows["White, non-Hispanic"] == ["4.4", "0.0", "1.00"]
    assert rows["Black, non-Hispanic"] == ["10.5", "6.1", "2.39"]
