"""The readiness profile: rate the five needs, and see the profile change."""

import pandas as pd

from groundwork.screen.chart import Chart, stacked_bar_chart
from groundwork.screen.chart_view import ChartView
from groundwork.screen.rating import RatingForm
from groundwork.screen.widget import Stack
from groundwork.subject.readiness import DONT_KNOW, Rating, profile, words
from groundwork.subject.readiness_statements import LEVELS, NEEDS, STATEMENTS


def readiness_profile(name: str = "readiness_profile") -> Stack:
    """Return the rating form over the profile that it draws.

    Parameters
    ----------
    name
        The artefact's name; the last lesson rates again under another name.
    """
    view = ChartView(name="Your profile")
    form = RatingForm(
        name,
        {need.title: {s.id: s.text for s in need.statements} for need in NEEDS},
        {level.number: level.name for level in LEVELS},
        title="Readiness profile",
        look_at={id: statement.look_at for id, statement in STATEMENTS.items()},
        on_change=lambda ratings: view.show(*_picture(ratings), aloud=False),
    )
    return Stack(form, view)


def _picture(ratings: list[Rating]) -> tuple[Chart, dict[str, list[str]]]:
    table = profile(ratings)
    return profile_chart(table), {"Your profile in words": words(table)}


def profile_chart(table: pd.DataFrame) -> Chart:
    """Draw how many statements of each need have which rating.

    Parameters
    ----------
    table
        What `readiness.profile` returned.
    """
    columns = {f"level_{level.number}": f"{level.number} {level.name}" for level in LEVELS}
    columns["unknown"] = DONT_KNOW
    counts = table.rename(columns=columns).melt(
        id_vars="title",
        value_vars=list(columns.values()),
        var_name="rating",
        value_name="count",
    )
    rated = int(table["rated"].sum() + table["unknown"].sum())
    return stacked_bar_chart(
        counts,
        label="title",
        value="count",
        group="rating",
        title="Your readiness profile",
        unit="number of statements",
        source="your own ratings, kept in your my_work folder",
        meaning=f"{rated} of {len(STATEMENTS)} statements are rated. The sentences below say more.",
        decimals=0,
    )
