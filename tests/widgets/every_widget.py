"""One notebook with widgets in a plain JupyterLab, and what is seen and done in it."""

from typing import Any

from browser_tools import run_all_cells
from playwright.sync_api import Page

WAIT = 40_000  # milliseconds
CELLS = [
    """
from groundwork.screen.widgets.questions import *
ChoiceQuestion("q1", "Where is this decided?", {"a": "At the bedside", "b": "In the budget"},
               replies={"a": "Who set the hours?"}, right={"b"})
""",
    """
ClassifyQuestion("q2", "Sort each cause.", {"x": "The last bus leaves early"},
                 {"p": "Policy", "s": "Service"}, reply=lambda value: Reply(True, "Yes."))
""",
    'NumberQuestion("q3", "How large?", "per 1,000", reply=lambda v: Reply(v == 6.1, ""))',
    'TextQuestion("q4", "Why?")',
    """
from groundwork.screen.widgets.reflection import Reflection
Reflection("me", "What did I hear?", lesson="01_root_causes")
""",
    """
from groundwork.screen.activities.cause_map import RootCauseMap
RootCauseMap("Visits are missed")
""",
    """
from groundwork.screen.widgets.rating import RatingForm
RatingForm("readiness", {"Roles": {"roles_1": "A rule exists."}}, {1: "not in place", 2: "used"})
""",
    """
import pandas as pd
from groundwork.screen.charts.chart import bar_chart
from groundwork.screen.widgets.chart_view import ChartView
from groundwork.screen.widgets.fields import Field
from groundwork.screen.widgets.records import RecordList

def draw(value):
    data = pd.DataFrame({"group": ["Black", "White"], "rate": [value, 4.5]})
    return bar_chart(data, "group", "rate", title="Infant deaths", unit="per 1,000", source="NVSR",
                     meaning="The gap did not close.")

view = ChartView(draw(10.9))
RecordList("power_map", [Field("who", "Who decides", required=True), Field("n", "People")],
           one="decision", on_change=lambda rows: view.show(draw(float(len(rows)))))
""",
    "view",
    "draw(10.9)",
]


def run(page: Page) -> None:
    """Run every cell and wait until the last of them shows its widget."""
    run_all_cells(page)
    page.wait_for_function("document.querySelectorAll('.gw .gw-chart img[src^=data]').length > 0")
    page.wait_for_selector(".jp-OutputArea .gw-chart")


def widget(page: Page, selector: Any) -> Any:
    return page.locator(f".gw{selector}").first


def says(box: Any, text: str) -> None:
    """Wait until a widget's live region says something."""
    box.locator("[role=status]", has_text=text).wait_for()


def cells(page: Page) -> Any:
    return page.evaluate(
        "jupyterapp.shell.currentWidget.content.model.sharedModel.cells.map(c => c.source)"
    )
