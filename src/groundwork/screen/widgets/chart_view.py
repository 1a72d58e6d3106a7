"""A chart that can be replaced: the picture changes, and the change is read aloud."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from groundwork.screen.charts.chart import Chart
from groundwork.screen.widget import CourseWidget


@dataclass(frozen=True)
class Line:
    """A sentence about rows of a list on the same page; a way leads from it to each of them.

    Attributes
    ----------
    text
        The sentence.
    list
        The name of the artifact that the list shows.
    rows
        What the list's first column shows in those rows.
    """

    text: str
    list: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class More:
    """Further sentences, folded behind how many they are; whoever wants them opens them."""

    more: tuple[Line, ...]


Told = Mapping[str, Sequence[str | Line | More]]
"""Sentences under their headings."""


class ChartView(CourseWidget):
    """A place on the page that shows one chart at a time.

    Parameters
    ----------
    chart
        The first chart. It is also what a printout of the lesson holds, so a chart of the
        learner's own words is not given here but shown with `show`.
    name
        What the printout calls the place while it is empty.
    """

    drawn_by = ("charts/chart_figure.js", "widgets/chart_view.js")

    def __init__(self, chart: Chart | None = None, name: str = "Chart") -> None:
        super().__init__({"name": name, "own": chart is None})
        self._printed = repr(chart) if chart else f"{name}: empty until you make it."
        self.chart = chart
        self._told: list[tuple[str, list[str | dict[str, Any]]]] = []

    def show(
        self,
        chart: Chart | None,
        told: Told | None = None,
        *,
        aloud: bool = True,
    ) -> None:
        """Replace the chart on every page that shows this view.

        Parameters
        ----------
        chart
            None where there are sentences and nothing to draw.
        told
            Sentences to show below the chart, under their headings.
        aloud
            Whether a screen reader reads the new chart's title and meaning; not when the control
            beside it has already said what happened.
        """
        self.chart = chart
        self._told = [
            (heading, [line if isinstance(line, str) else asdict(line) for line in lines])
            for heading, lines in (told or {}).items()
            if lines
        ]
        parts = chart.parts() if chart else None
        self.send({"chart": parts, "told": self._told, "aloud": aloud})

    def tell(self, told: Told) -> None:
        """Say sentences without a chart, in silence; with none of them the place is empty."""
        if told:
            self.show(None, told, aloud=False)
        else:
            self.clear()

    def clear(self) -> None:
        """Take the chart away; the place is empty as in the beginning."""
        self.chart, self._told = None, []
        self.send({"chart": None, "told": []})

    def words(self) -> str:
        """Return the first chart in words."""
        return self._printed

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Give a page that opens the chart of now."""
        return {"chart": self.chart.parts() if self.chart else None, "told": self._told}
