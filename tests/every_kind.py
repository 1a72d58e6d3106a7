"""One lesson that holds every kind of widget, and how each is found on the page."""

import re
from pathlib import Path

from browser_tools import Lab, code, markdown, write_notebook
from playwright.sync_api import Locator, Page, expect

NAME = "90_every_kind"
READY = re.compile(r"^Ready\.")  # the page of help is to be read, and says so

FOLDED = {"jupyter": {"source_hidden": True}}
BETWEEN = markdown("Read on. " * 60)
CELLS = {
    "choose": """
from groundwork.learner import answers
from groundwork.screen.widgets.questions import (
    ChoiceQuestion, ClassifyQuestion, NumberQuestion, Reply
)
from groundwork.screen.widgets import exercise

def kept(id, right):
    def reply(value):
        answers.keep(id, value)
        return Reply(value == right, "It is decided in the budget, long before the visit.")
    return {"reply": reply, "restore": lambda: answers.read().get(id)}

ChoiceQuestion("choose", "Where is it decided?", {"a": "At the bedside", "b": "In the budget"},
               **kept("choose", "b"))
""",
    "several": """
ChoiceQuestion("several", "Which are rules?", {"a": "Zoning", "b": "Asthma", "c": "A fee"},
               several=True, **kept("several", ["a", "c"]))
""",
    "sort": """
ClassifyQuestion("sort", "Sort each cause.", {"x": "The last bus", "y": "A late visit"},
                 {"p": "Policy", "s": "Service"}, **kept("sort", {"x": "p", "y": "s"}))
""",
    "match": """
from groundwork.screen.widgets.questions import MatchQuestion, MatrixQuestion
MatchQuestion("match", "Who can undo each act?", {"x": "An e-mail", "y": "A resolution"},
              {"s": "Who sent it", "b": "The board", "c": "A court"},
              terms="Each letter fits one line at most; 1 is left over.",
              **kept("match", {"x": "s", "y": "b"}))
""",
    "matrix": """
MatrixQuestion("matrix", "Fill in the parts.", rows={"x": "Sign the contract", "y": "Hire"},
               columns={"d": "Director (up to $50,000)", "n": "Nurse Manager", "c": "Counsel"},
               letters={"D": "decides", "A": "advises", "W": "does the work"},
               terms="In each row “decides” stands once.",
               **kept("matrix", {"x": {"d": "D"}, "y": {"d": "D"}}))
""",
    "flaw": """
from groundwork.screen.widgets.questions import CardQuestion, FlawQuestion

FlawQuestion("flaw", "Which parts of this rule are flawed?",
             {"who": "The nurse decides", "order": "First come, first served", "log": "Logged"},
             **kept("flaw", ["order"]))
""",
    "card": """
CardQuestion("card", "Fill the card.",
             {"owner": ("Owner", {"c": "Records Clerk", "m": "Program Manager"}),
              "value": ("Value", {})},
             {"value": ("percent", "%")}, **kept("card", {"owner": "m", "value": 66.7}))
""",
    "number": 'NumberQuestion("number", "How large?", "per 1,000", **kept("number", 6.1))',
    "computed": """
from fractions import Fraction
from groundwork.learner.questions import Computed
from groundwork.learner.questions.catalog import Catalog
from groundwork.learner.questions.computed import Variant
from groundwork.screen.widgets.questions import ComputedQuestion

def year(name, gap):
    return Variant(name, {"year": name}, Fraction(gap), Fraction(0), 1, ())

asked = Computed(id="computed", prompt="How large was the gap in {year}?", unit="per 1,000",
                 variants=(year("2022", "6.4"), year("2021", "6.2")))
ComputedQuestion(asked, Catalog("90_every_kind", (asked,)))
""",
    "table": """
from groundwork.screen.widgets.questions import TableQuestion
TableQuestion("table", "Fill in what recurs.", columns=["", "Amount", "Share"],
              rows=[["Line A", "$240", "[share]"], ["Line B", "[amount]", "33.3 %"]],
              cells={"share": ("Line A, share", ["percent", "%"]),
                     "amount": ("Line B, amount", ["dollars", "$"])},
              terms="Percent: give one decimal.",
              **kept("table", {"share": 66.7, "amount": 120.5}))
""",
    "text": 'exercise.write("text", "Why does it happen?", words=4)',
    "guess": """
ChoiceQuestion("guess", "How many?", {"a": "Few", "b": "Many"}, replies={"a": "More."})
""",
    "chart": """
import pandas as pd
from groundwork.screen.charts.chart import bar_chart

def draw(value):
    data = pd.DataFrame({"group": ["Black", "White"], "rate": [value, 4.5]})
    return bar_chart(data, "group", "rate", title="Infant deaths", unit="per 1,000", source="NVSR",
                     meaning="The gap did not close.")

draw(10.9)
""",
    "place": """
from groundwork.screen.activities.place import choose_place
choose_place()
""",
    "explorer": """
from groundwork.screen.widgets.explorer import OutcomeExplorer
OutcomeExplorer(["infant_mortality", "uninsured"])
""",
    "what_if": """
from groundwork.learner.papers.model import Items, Paragraph, Table
from groundwork.screen.widgets.what_if import PERCENT, SLIDE, Control, WhatIf

def follows(values):
    years = int(values["years"])
    return (Paragraph(f"In {years} years {80 - 20 * years} % recurs."),
            Table("What recurs", ("Line", "Dollars"), (("A", f"${100 - years}"),)),
            Items.flat(f"Line A: {values['a']}"))

WhatIf("what_if", "Move the horizon",
       [Control("years", "Plan this far", tuple((str(n), f"{n} years") for n in range(4)), "0",
                SLIDE),
        Control("a", "Line A", (("in", "counts"), ("out", "does not")), "in", help="No paper.",
                group="Judge the line"),
        Control("b", "Line B", (("all", "all of it"), ("none", "none of it")), "35", PERCENT,
                group="Judge the line")],
       follows)
""",
    "own_file": """
from groundwork.learner import chosen_file, workspace
from groundwork.learner.files import write_text
from groundwork.screen.activities.own_file import of_kind

ROWS = "Department,Description,AMT\\nClinics,Nurses,1200.50\\nClinics,Rides,90\\n"
write_text(workspace.find() / "my_work/my_files/budget.csv", ROWS)
chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/budget.csv"))
of_kind("own_file", "budget_lines")
""",
    "view": """
from groundwork.screen.widgets.chart_view import ChartView
view = ChartView(draw(10.9), name="Rates")
view
""",
    "records": """
from groundwork.screen.widgets.fields import Field
from groundwork.screen.widgets.records import RecordList
FIELDS = [Field("who", "Who decides", required=True), Field("why", "Why", "long text")]
RecordList("deciders", FIELDS, one="decision",
           on_change=lambda rows: view.show(draw(len(rows) + 1.0)))
""",
    "looked": """
from groundwork.screen.widgets.fields import Said
CARD = [Field("name", "Name", required=True), Field("year", "Target year", "whole"),
        Field("owner", "Owner", under="More fields")]
RecordList("looked", CARD, one="card", look=lambda record: Said(
    (("year", "Look: the year is open."),) if record["year"] is None else (), "1 remark is shown.",
    () if record["owner"] else (("owner", "Look: nobody owns it."),)))
""",
    "picked": """
from groundwork.screen.widgets.fields import ANY
PARTS = [Field("what", "Decision", required=True), Field("decides", "Decides", "name"),
         Field("signs", "Signs off", "names", help="A semicolon stands between two."),
         Field("days", "Working days to sign off", "number", when=("signs", ANY))]
RecordList("picked", PARTS, one="part", offers=lambda: ["Clinic Manager", "Nurse Manager"])
""",
    "causes": """
from groundwork.screen.activities.cause_map import RootCauseMap
RootCauseMap("Visits are missed")
""",
    "power": """
from groundwork.screen.activities.power_map import power_map
power_map()
""",
    "timeline": """
from groundwork.screen.activities.timeline import department_timeline
department_timeline()
""",
    "rating": """
from groundwork.screen.widgets.rating import RatingForm
STATEMENTS = {need: {f"{need}_{n}".lower(): f"{need}: rule {n} exists." for n in range(1, 15)}
              for need in ("Roles", "Money")}
RatingForm("readiness", STATEMENTS, {1: "not in place", 2: "talked about"})
""",
    "reflection": """
from groundwork.screen.widgets.reflection import Reflection
Reflection("me", "What did I hear?", lesson="90_every_kind")
""",
}
AFTER_ANSWER = ("chart",)


def cells() -> list[dict]:
    """Return the lesson: text between all widgets, as a real one has it."""
    made = [markdown("# Every kind\n\n" + "Read on. " * 60)]
    for name, source in CELLS.items():
        tags = {"tags": ["after-answer"]} if name in AFTER_ANSWER else {}
        made += [code(source.strip(), **FOLDED, **tags)]  # type: ignore[arg-type]
        made += [] if name == "guess" else [BETWEEN]
    return made


def write_lesson(workspace: Path) -> Path:
    """Write the lesson into a workspace."""
    minutes = {"read": 1, "do": 1, "reflect": 1}
    about = {"lesson": NAME, "title": "Every kind", "minutes": minutes}
    return write_notebook(workspace / "modules" / f"{NAME}.ipynb", cells(), groundwork=about)


# Every message to Python is answered. A widget's own go another way than those of a cell, so that
# the end of a cell tells nothing of them. A page without code is ready before it has a session.
ANSWERED = """
  const kernel = jupyterapp.shell.currentWidget.sessionContext.session?.kernel;
  const asks = () => [...(kernel?._futures.values() ?? [])]
    .some(({msg}) => msg.header.msg_type.startsWith('comm'));
  while (asks()) await new Promise(next => setTimeout(next, 20));
  await new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)));
"""


def box_of(page: Page, kind: str) -> Locator:
    """Return the output of the kind's cell: one widget, or several in a stack."""
    at = [cell["source"] for cell in cells()].index(CELLS[kind].strip())
    # By its number, not by counting: a notebook may leave out what is far away.
    cell = page.locator(f".jp-Notebook:visible .jp-Cell[data-windowed-list-index='{at}']")
    return cell.locator(".jp-Cell-outputWrapper")


def open_page(page: Page, lab: Lab, name: str = NAME) -> None:
    """Open a lesson and wait until it answers."""
    page.set_default_timeout(90_000)  # a loaded machine is slow, and only a failure waits
    page.goto(lab.address(f"modules/{name}.ipynb"))
    is_ready(page)


def settled(page: Page) -> None:
    """Wait until Python has answered every widget, each of which asks as it is drawn."""
    page.evaluate(f"async () => {{ {ANSWERED} }}")


def open_all(page: Page) -> None:
    """Open what is closed at first; an engine sees a control in it, but not the label above."""
    page.evaluate(
        """() => {
          for (const one of document.querySelectorAll('.jp-Cell details')) one.open = true;
          for (const one of document.querySelectorAll('.gwlab-fold [aria-expanded=false]')) {
            one.click();
          }
        }"""
    )


def is_ready(page: Page) -> None:
    # A kernel starts in a second, or in a minute on a busy machine.
    expect(page.locator(".gwlab-status:visible")).to_have_text(READY, timeout=120_000)
