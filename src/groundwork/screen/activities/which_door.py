"""Which door? Change one thing about a service, and see at which step people are lost."""

import pandas as pd

from groundwork.screen.activities.choice_and_chart import choice_and_chart
from groundwork.screen.charts.chart import bar_chart
from groundwork.screen.charts.chart_page import Chart
from groundwork.screen.widget import Stack
from groundwork.subject.counts import counted
from groundwork.subject.fairness.door import CHANGES, HERE, THERE, Change, change_of, steps, widest

MODEL = "an invented model of one service; no service was observed"


def which_door(name: str = "which_door") -> Stack:
    """Return the change to choose, and the rates at each step that it leaves."""

    def follows(value: str) -> tuple[Chart, str]:
        change = change_of(value)
        return drawn(change), told(change)

    return choice_and_chart(
        name,
        "You may change one thing for a year. Which one?",
        {each.name: each.text for each in CHANGES},
        follows,
        button="Try it for a year",
        chart="People at each step",
    )


def drawn(change: Change) -> Chart:
    """Draw which percent of those who reached the step before go on, in both districts."""
    rows = [
        (f"{step.name}, {district}", 100 * rate)
        for step in steps(change)
        for district, rate in ((HERE, step.rate), (THERE, step.other_rate))
        if rate is not None
    ]
    data = pd.DataFrame(rows, columns=["Step", "Percent"])
    return bar_chart(
        data,
        "Step",
        "Percent",
        title=change.text,
        unit="percent of those who reached the step before",
        year="one year",
        source=MODEL,
        invented="Invented service",
        decimals=0,
        meaning=told(change),
    )


def told(change: Change) -> str:
    """Say how many are served, at which step the gap is widest, and what the change took."""
    found = widest(change)
    asked, _, served = change.here
    reached = (
        f"In {HERE} {served} of {asked} families who asked are visited within 30 days, "
        f"{100 * served / asked:.0f} percent."
    )
    tested = sum(step.p is not None for step in steps(change))
    p = found.p_of_widest(tested) if found else None
    if found is None or found.rate is None or found.other_rate is None or p is None:
        return f"{reached} No step shows a gap that can be told."
    often = "fewer than 1" if p < 0.01 else f"at most {100 * p:.0f}"
    chance = f"Chance alone makes a gap as wide in {often} of 100 such years"
    if p >= 0.5:
        chance = "Chance alone may well have made it"
    of = f", multiplied by {tested} because the widest of {tested} was picked"
    printed = "under 0.001" if p < 0.001 else f"{p:.2f}"
    hours = f" It took {counted(change.hours, 'hour')}." if change.hours else ""
    return (
        f"{reached} The widest gap is at “{found.name}”, of those who reached the step before: "
        f"{found.reached} of {found.of} ({100 * found.rate:.0f} percent) against "
        f"{found.other_reached} of {found.other_of} ({100 * found.other_rate:.0f}). {chance} "
        f"(Fisher's exact test, p {printed}{of if tested > 1 else ''}).{hours}"
    )
