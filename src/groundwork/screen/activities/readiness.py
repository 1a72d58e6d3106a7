"""The readiness profile: rate the five needs, and see the profile change."""

from collections.abc import Mapping

import pandas as pd

from groundwork.learner import place
from groundwork.learner.papers import letterhead
from groundwork.learner.papers import readiness as readiness_paper
from groundwork.learner.papers.model import Paper
from groundwork.screen.activities.place import follow
from groundwork.screen.activities.words import Words
from groundwork.screen.charts.chart import Chart, stacked_bar_chart
from groundwork.screen.charts.paper_picture import picture_of
from groundwork.screen.widget import Stack
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.rating import RatingForm
from groundwork.subject.readiness import (
    DONT_KNOW,
    Rating,
    counted,
    harms,
    profile,
    words,
)
from groundwork.subject.readiness_asks import next_step
from groundwork.subject.readiness_statements import FORMER, LEVELS, NEEDS, STATEMENTS
from groundwork.subject.remark import harms_in_words

TITLE = readiness_paper.TITLE
SAID = Words("readiness", riverbend=place.RIVERBEND_NAME)


def readiness_profile(name: str = "readiness_profile") -> Stack:
    """Return the rating form over the profile that it draws, for the place the learner chose.

    A department's ratings and those of the invented county are two artifacts; both parts switch
    to the other one as soon as the choice changes.

    Parameters
    ----------
    name
        The artifact's name; the last lesson rates again under another name.
    """
    view = ChartView(name=SAID("view"))
    form = RatingForm(
        name,
        {need.title: {s.id: s.text for s in need.statements} for need in NEEDS},
        {level.number: level.name for level in LEVELS},
        title=TITLE,
        look_at={id: statement.look_at for id, statement in STATEMENTS.items()},
        next_step={id: next_step(statement) for id, statement in STATEMENTS.items()},
        steps={id: statement.steps for id, statement in STATEMENTS.items()},
        on_change=lambda ratings: _draw(view, ratings, invented),
        former=FORMER,
        paper=lambda ratings, notes, former: _paper(ratings, notes, former, invented),
    )

    invented = False  # whether the form shows Riverbend; another window may choose otherwise

    def switch() -> None:
        nonlocal invented
        invented = place.read() == place.RIVERBEND
        form.show(place.artifact(name), place.titled(TITLE))

    switch()
    follow(switch)
    return Stack(form, view)


def _draw(view: ChartView, ratings: list[Rating], invented: bool) -> None:
    if not ratings:
        view.clear()
        return
    table = profile(ratings)
    heading = SAID("in_words_invented" if invented else "in_words")
    first = list(harms_in_words(harms(ratings)))
    told = {**({SAID("look"): first} if first else {}), heading: words(table)}
    view.show(profile_chart(table, invented=invented), told, aloud=False)


def _paper(
    ratings: list[Rating], notes: Mapping[str, str], former: list[str], invented: bool
) -> Paper:
    table = profile(ratings)
    answered = table[(table["rated"] > 0) | (table["unknown"] > 0)]
    return readiness_paper.paper(
        ratings,
        picture=picture_of(profile_chart(answered, invented=invented, title=TITLE))
        if ratings
        else None,
        notes=notes,
        former=former,
        invented=letterhead.INVENTED if invented else "",
    )


def profile_chart(
    table: pd.DataFrame, *, invented: bool = False, title: str = SAID("title")
) -> Chart:
    """Draw how many statements of each need have which rating.

    Parameters
    ----------
    table
        What `readiness.profile` returned.
    invented
        Whether the ratings are of Riverbend County (invented).
    title
        The chart's title, which speaks to whom it is shown.
    """
    columns = {f"level_{level.number}": f"{level.number} {level.name}" for level in LEVELS}
    columns["unknown"] = DONT_KNOW
    counts = table.rename(columns=columns).melt(
        id_vars="title",
        value_vars=list(columns.values()),
        var_name="rating",
        value_name="count",
    )
    return stacked_bar_chart(
        counts,
        label="title",
        value="count",
        group="rating",
        title=TITLE if invented else title,
        invented=place.RIVERBEND_NAME if invented else "",
        unit=SAID("unit"),
        source=SAID("source_invented" if invented else "source"),
        meaning=SAID("meaning", counted=counted(table)),
        decimals=0,
    )
