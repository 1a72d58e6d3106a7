"""Explore published gaps: the learner changes outcome, year and reference group."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import pandas as pd

from groundwork.learner import datasets
from groundwork.screen.charts.chart import INTERVAL, Chart, bar_chart
from groundwork.screen.widget import CourseWidget
from groundwork.subject.gaps import gap_table
from groundwork.subject.outcomes import (
    EVERYBODY,
    Outcome,
    decimals_of,
    outcome,
    ratio_decimals,
)
from groundwork.subject.units import MINUS, difference_unit, is_rate

FIRST_REFERENCE = "White, non-Hispanic"
RATIO = "Ratio"
# Only one series of each data set can be compared over the years; its dictionary says why.
SERIES = ("main", "final", "with_standard_errors")
BY_SEX = ("Male", "Female")  # another way to group people, so not in one chart with the rest


class OutcomeExplorer(CourseWidget):
    """A chart whose outcome, year and reference group the learner changes.

    Parameters
    ----------
    names
        Data sets of the course with the columns measure, series, group, year, value and unit.
    year
        The year shown first; by default the latest of the first outcome.
    """

    drawn_by = ("charts/chart_figure.js", "widgets/explorer.js")

    def __init__(self, names: Sequence[str], year: int | None = None) -> None:
        self._figures = {name: _figures(name) for name in names}
        self._outcomes = {name: outcome(rows) for name, rows in self._figures.items()}
        self._sources = {name: datasets.describe(name) for name in names}
        first = names[0]
        self._start = (first, year or self._outcomes[first].years[-1], FIRST_REFERENCE)
        super().__init__(
            {
                "outcomes": [
                    [name, _label(each), each.years, _references(each)]
                    for name, each in self._outcomes.items()
                ],
                "start": list(self._start),
            }
        )

    def words(self) -> str:
        """Return the first chart in words, and that of the latest year with what has changed.

        Whoever reads on paper, or confirms a key, cannot choose a year.
        """
        lines = [line for chart, told in self._in_words for line in (repr(chart), *told)]
        return "\n".join(["Choose an outcome, a year and a reference group.", *lines])

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Draw the chart for what is chosen."""
        chosen = (data["outcome"], int(data["year"]), data["reference"]) if data else self._start
        chart, told = self._first if chosen == self._start else self.draw(*chosen)
        return {"chart": chart.parts(), "told": told}

    @cached_property
    def _in_words(self) -> list[tuple[Chart, list[str]]]:
        name, year, reference = self._start
        latest = self._outcomes[name].years[-1]
        return [self._first, *([] if year == latest else [self.draw(name, latest, reference)])]

    @cached_property
    def _first(self) -> tuple[Chart, list[str]]:
        # Asked for by every format that Jupyter keeps, and by the page as soon as it shows.
        return self.draw(*self._start)

    def draw(self, name: str, year: int, reference: str) -> tuple[Chart, list[str]]:
        """Return the chart of one year, and sentences on the gaps of the first year and this."""
        shown = self._outcomes[name]
        gaps = shown.gaps(year, reference)
        rows = self._figures[name].query("year == @year")
        table = _table(gaps, rows, shown, reference)
        chart = bar_chart(
            table,
            label="Group",
            value=table.columns[1],
            reference=reference,
            interval=INTERVAL if INTERVAL[0] in table else None,
            title=f"{_label(shown)}, {year}",
            unit=shown.unit,
            decimals=decimals_of(gaps["rate"]),
            meaning=_meaning(gaps, reference, shown),
            **self._sources[name].below_a_chart(rows),
        )
        figures = dict.fromkeys(table.columns[1:], decimals_of(gaps["rate"]))
        figures[RATIO] = ratio_decimals(gaps["rate"], reference)
        return replace(chart, table=table, decimals=figures), shown.change(year, reference)


def _figures(name: str) -> pd.DataFrame:
    rows = datasets.read(name)
    if "series" in rows:
        rows = rows[rows["series"].isin(SERIES)]
    return rows[~rows["group"].isin(BY_SEX)]


def _label(shown: Outcome) -> str:
    return shown.name[0].upper() + shown.name[1:]


def _references(shown: Outcome) -> list[str]:
    """Groups that have a figure in every year, since a reference must be there to compare with."""
    return [str(group) for group in shown.rates.columns[shown.rates.notna().all()]]


def _table(gaps: pd.DataFrame, rows: pd.DataFrame, shown: Outcome, reference: str) -> pd.DataFrame:
    """The figures and their gaps under the names a reader knows, with intervals where printed."""
    figures = decimals_of(gaps["rate"])
    rate = is_rate(shown.unit)
    table = pd.DataFrame({"Rate" if rate else "Years": gaps["rate"]})
    if "lower" in rows and rows["lower"].notna().any():
        limits = rows.set_index("group")[["lower", "upper"]].reindex(gaps.index)
        table[list(INTERVAL)] = limits.round(figures)
    table["Rate difference" if rate else "Difference in years"] = gaps["rate_difference"].round(
        figures
    )
    if rate:
        table[RATIO] = gaps["rate_ratio"].round(ratio_decimals(gaps["rate"], reference))
    return table.rename_axis("Group").reset_index()


def _meaning(gaps: pd.DataFrame, reference: str, shown: Outcome) -> str:
    """Say the widest gap in both ways, no finer than the published figures."""
    others = gaps.drop(index=[reference, EVERYBODY], errors="ignore")
    widest = others.iloc[int(others["rate_difference"].abs().to_numpy().argmax())]
    figures, base = decimals_of(gaps["rate"]), gaps.loc[reference, "rate"]
    apart = _signed(widest["rate_difference"], figures)
    difference = f"{apart} {difference_unit(shown.unit)}"
    times = f"{widest['rate_ratio']:.{ratio_decimals(gaps['rate'], reference)}f}"
    high = f"{times} times as high" if float(times) >= 1 else f"{times} of the reference's"
    ratio = f", and a rate {high}" if is_rate(shown.unit) else ""
    return (
        f"Compared with {reference} ({base:.{figures}f}), the widest difference on this chart is "
        f"for {widest.name} ({widest['rate']:.{figures}f}): {difference}{ratio}."
        f"{_held_by_everybody(gaps, str(widest.name), reference, figures)}"
    )


def _held_by_everybody(gaps: pd.DataFrame, group: str, reference: str, figures: int) -> str:
    """Say that everybody holds the group compared, and its difference from a group apart."""
    if reference != EVERYBODY:
        return ""
    holds = f" “{EVERYBODY}” contains the group compared with it, which draws the two together."
    if FIRST_REFERENCE not in gaps.index or group == FIRST_REFERENCE:
        return holds
    apart = gap_table(gaps["rate"], FIRST_REFERENCE)["rate_difference"][group]
    said = _signed(apart, figures)
    return f"{holds} Compared with {FIRST_REFERENCE}, the difference would be {said}."


def _signed(difference: float, figures: int) -> str:
    """Write a difference with its sign; a minus is no hyphen, at which a line may break."""
    return f"{difference:+.{figures}f}".replace("-", MINUS)
