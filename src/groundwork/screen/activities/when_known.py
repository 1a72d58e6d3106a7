"""When would you know? How often a register says "improving", true or not."""

import pandas as pd

from groundwork.screen.activities.choice_and_chart import choice_and_chart
from groundwork.screen.charts.chart import bar_chart
from groundwork.screen.charts.chart_page import Chart
from groundwork.screen.widget import Stack
from groundwork.subject.metrics.knowing import BASELINE, FALL, PLACES, Place, chances, place_of

MODEL = "computed for an invented place; no place was observed"
TRUTHS = ("Nothing has changed", "It has fallen by two points")


def when_known(name: str = "when_known") -> Stack:
    """Return the place and period to choose, and how often its register says "improving"."""

    def follows(value: str) -> tuple[Chart, str]:
        place = place_of(value)
        return drawn(place), told(place)

    return choice_and_chart(
        name,
        f"At first {100 * BASELINE:.0f} percent of births come before 37 weeks. Suppose that the "
        f"share falls by {100 * FALL:.0f} points, at once and for good. Where and over how long do "
        "you look?",
        {each.name: each.text for each in PLACES},
        follows,
        button="Compute how often",
        chart="How often the register says improving",
    )


def drawn(place: Place) -> Chart:
    """Draw how often of 100 times the register says "improving", for both truths."""
    data = pd.DataFrame({"Truth": TRUTHS, "Times": [100 * each for each in chances(place)]})
    return bar_chart(
        data,
        "Truth",
        "Times",
        title=f"The register says “improving”: {place.text[:1].lower()}{place.text[1:]}",
        unit="times of 100",
        year="",
        source=MODEL,
        invented="Invented place",
        decimals=1,
        meaning=told(place),
    )


def told(place: Place) -> str:
    """Say how often the true fall is told, and how often chance alone is."""
    nothing, fell = (100 * each for each in chances(place))
    return (
        f"With a true fall it says “improving” in {fell:.1f} of 100 cases, and mostly “little or "
        "no detectable change” in the others. When nothing has changed it still says “improving” "
        f"in {nothing:.1f} of 100."
    )
