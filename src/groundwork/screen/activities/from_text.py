"""What a lesson's cells call: each shows what the lesson's text says under a name."""

from groundwork.learner import blocks, datasets, place
from groundwork.screen.activities.cause_map import RootCauseMap
from groundwork.screen.charts.chart import bar_chart, line_chart, stacked_bar_chart
from groundwork.screen.charts.chart_page import Chart, Words
from groundwork.screen.widgets.explorer import OutcomeExplorer
from groundwork.screen.widgets.reflection import Reflection


def chart(name: str) -> Chart:
    """Return a chart of a data set of the course, with the words below it from its dictionary.

    Raises
    ------
    UserError
        When no page here has a chart of that name, or its data are missing.
    """
    says = blocks.find(name).says
    rows = datasets.read(says["data"])
    if "where" in says:
        rows = rows.query(says["where"])
    about = datasets.describe(says["data"])
    words: Words = {
        "title": says["title"],
        "unit": says["unit"],
        "year": says["year"],
        "meaning": says["meaning"],
        **about.below_a_chart(rows),
    }
    if "decimals" in says:
        words["decimals"] = says["decimals"]
    if about.invented:
        words["invented"] = about.place
    label, value = says["label"], says.get("value", "value")
    if says["as"] == "stacked":
        return stacked_bar_chart(rows, label, value, says["group"], **words)
    if says["as"] == "lines":
        return line_chart(rows, label, value, group=says["group"], **words)
    interval = says.get("interval")
    return bar_chart(
        rows,
        label,
        value,
        group=says.get("group"),
        reference=says.get("reference"),
        interval=(interval[0], interval[1]) if interval else None,
        **words,
    )


def explorer(name: str) -> OutcomeExplorer:
    """Return a chart whose outcome, year and reference group the learner changes."""
    says = blocks.find(name).says
    return OutcomeExplorer(says["data"], says.get("year"))


def reflect(name: str) -> Reflection:
    """Return a place to reflect; what is kept there is kept under the name of its lesson."""
    found = blocks.find(name)
    return Reflection(found.says["kept"], found.says["prompt"], lesson=found.page)


def root_cause_map(name: str) -> RootCauseMap:
    """Return the learner's root-cause map; it begins with the gap of the place they chose."""
    return RootCauseMap(place.starting_gap(), name=name)
