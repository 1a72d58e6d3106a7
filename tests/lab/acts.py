# mypy: disable-error-code="arg-type"
"""A small course, and what a learner does and sees, in the words of the page."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from browser_tools import VIEWPORT, Lab, code, markdown, write_notebook
from playwright.sync_api import Browser, Locator, Page, expect

from groundwork.learner.questions import Choose, Criterion, Option, Text, Write, catalog

LESSON = "modules/01_root_causes.ipynb"
GUESS = "modules/04_guess.ipynb"
PARTS = "modules/05_parts.ipynb"
RATE = "modules/06_rate.ipynb"
EXERCISE = "exercises/01_root_causes/01_root_causes.ipynb"
READY = "Ready. You can answer now."
READY_EXERCISE = "Ready. Check each answer as you go."
ASK = re.compile("^This notebook is not part of the course")
WAIT = 40_000  # milliseconds: a kernel starts in one second, or in twenty on a busy machine
FOLDED = {"jupyter": {"source_hidden": True}}
LESSON_CELLS = [
    markdown(
        "# Root causes\n\nWhy: see the system before the gap. Go to [Key points](#Key-points).\n\n"
        + "Read on. " * 200
    ),
    code("import ipywidgets\nslider = ipywidgets.IntSlider(description='Year')\nslider", **FOLDED),
    code(
        "said = ipywidgets.HTML('nothing moved – yet')\n"
        "slider.observe(lambda change: setattr(said, 'value', f'moved to {change.new}'), 'value')\n"
        "said",
        **FOLDED,
    ),
    code(
        "from IPython.display import HTML\n"
        "HTML('<details><summary>As a table</summary>None.</details>')",
        **FOLDED,
    ),
    markdown("## Key points\n\n" + "One more line. " * 200),
]

# What the small lessons have to do, as a real lesson's metadata says it.
RATINGS = [{"kind": "ratings", "name": "profile", "title": "Profile"}]
PROFILE = [{**RATINGS[0], "name": "readiness_profile"}]
MAPS = [
    {"kind": "causes", "name": "causes", "title": "Cause map", "least": 2},
    {"kind": "power", "name": "power_map", "title": "Power map", "least": 2},
    {
        "kind": "records",
        "name": "timeline",
        "title": "Timeline",
        "least": 1,
        "things": ["moment", "moments"],
        "optional": True,
    },
]

# What follows the guess is tagged, as in a lesson.
GUESS_CELLS = [
    markdown("# Guess"),
    markdown("## Before you start\n\nWhat do you think?"),
    code(
        "from groundwork.screen.widgets.questions import ChoiceQuestion\n"
        "ChoiceQuestion('guess', 'How many?', {'a': 'Few', 'b': 'Many'}, replies={'a': 'More.'})",
        **FOLDED,
    ),
    code(
        "from IPython.display import HTML\n"
        'HTML(\'<figure class="gw-chart" aria-label="How many">Forty-eight</figure>\')',
        **FOLDED,
        tags=["after-answer"],
    ),
    markdown("It was [forty-eight](#Reflect).", tags=["after-answer"]),
    *(markdown(f"## {name}\n\n" + "Read on. " * 600) for name in ("A story", "Reflect", "Sources")),
]

# A lesson with a quick path, a part to look things up in, and a part about the invented county.
QUICK = {"minutes": 5, "does": "the middle one", "least": {"profile": 2}}
PARTS_CELLS = [
    markdown("# Parts\n\nGo to [Reflect](#Reflect)."),
    markdown("## Before you start\n\nThink of a heron. " + "Read on. " * 300),
    markdown("## A story\n\nOnce there was an egret. " + "Read on. " * 150),
    markdown("### A step of it\n\nThen came a stork."),
    markdown("## Your department", tags=["quick"]),
    code("from groundwork.screen.activities.place import choose_place\nchoose_place()", **FOLDED),
    markdown("The county is known for its bittern.", tags=["riverbend"]),
    markdown("Rate it.", tags=["stop"]),
    markdown("### A part of it\n\nNow for an ibis."),
    markdown("### In code\n\nHere a dunlin is computed.", tags=["closed"]),
    markdown("## Reflect\n\nWhat of the crane?\n\n" + "Read on. " * 300),
    code("print('an answer of the crane')", **FOLDED),
    code(
        "from groundwork.screen.widgets.reflection import Reflection\n"
        "Reflection('crane', 'Where was it?', lesson='05_parts')",
        **FOLDED,
    ),
    markdown(
        "## Words used here\n\n| Word | Meaning |\n| --- | --- |\n| Rail | A bird |",
        tags=["closed"],
    ),
]

RATE_CELLS = [
    markdown("# Rate\n\n" + "Read on. " * 300),
    markdown("## Your needs"),
    code(
        "from groundwork.screen.activities.readiness import readiness_profile\nreadiness_profile()",
        **FOLDED,
    ),
    code(
        "from IPython.display import HTML\n"
        f"HTML('<details><summary>More</summary><p>{'Read on. ' * 600}</details>')",
        **FOLDED,
    ),
    markdown("Read on. " * 300, tags=["stop"]),
]

RATE_ALL = {"minutes": 5, "does": "one need", "least": {"readiness_profile": 1}}


def graded(grade: bool, solution: bool, **more: object) -> dict:
    """Return the metadata that nbgrader keeps for a cell."""
    return {"nbgrader": {"grade": grade, "solution": solution, "schema_version": 3, **more}}


EXERCISE_CELLS = [
    markdown("# Exercise: root causes"),
    code("rate = None", **graded(grade=False, solution=True, grade_id="rate")),
    code("print('kept', 1)", **FOLDED),
    code(
        "open('checked.txt', 'a').write('x')\nassert rate == 2, 'Divide by the births.'",
        **graded(grade=True, solution=False, grade_id="check-rate", points=1),
    ),
]


OPTIONS = tuple(Option(name=each, text=each, right=each == "a") for each in "ab")
PARTS_OF_Q2 = (Text(id="q2_who", prompt="?"), Text(id="q2_why", prompt="?"))
READ_FOR = (Criterion("who", "Who decides?", 2),)
ASKED = (
    Choose(id="q1", prompt="?", options=OPTIONS),
    Write(id="q2", prompt="?", parts=PARTS_OF_Q2, criteria=READ_FOR),
)


def write_lesson(workspace: Path, name: str, cells: list[dict], **more: object) -> None:
    about = {"lesson": name, "title": name[3:].replace("_", " ").capitalize(), **more}
    minutes = {"read": 20, "do": 25, "reflect": 10}
    path = workspace / "modules" / f"{name}.ipynb"
    write_notebook(path, cells, groundwork={**about, "minutes": minutes})


def write_exercise(workspace: Path, name: str) -> None:
    path = workspace / "exercises" / name / f"{name}.ipynb"
    about = {"exercise": name, "title": "Root causes", "minutes": {"do": 25}}
    write_notebook(path, EXERCISE_CELLS, groundwork=about)
    words = catalog.text_of(catalog.Catalog(name, ASKED))
    path.with_name(catalog.FILE).write_text(words, encoding="utf-8")


@contextlib.contextmanager
def new_page(browser: Browser, lab: Lab) -> Iterator[Page]:
    """Give an empty browser profile; all kernels are ended afterwards.

    Those of another window, too: in a file with a shared window, a test with a page of its own
    comes first or last.
    """
    context = browser.new_context(viewport=VIEWPORT)
    page = context.new_page()
    page.set_default_timeout(WAIT)
    yield page
    for session in context.request.get(f"{lab.url}api/sessions").json():
        context.request.delete(f"{lab.url}api/sessions/{session['id']}")
    context.close()


def status(page: Page) -> Locator:
    """The words at the top of the notebook on the screen."""
    return page.locator(".gwlab-status:visible")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def turn_to(page: Page, path: str) -> None:
    """Open a notebook in the JupyterLab that is on the screen, which spares loading it again."""
    page.evaluate("path => jupyterapp.commands.execute('docmanager:open', {path})", path)


def open_lesson(page: Page, lab: Lab, path: str = LESSON) -> None:
    page.goto(lab.address(path))
    expect(status(page)).to_have_text(READY)


def kernel_answers(page: Page, code: str = "1") -> None:
    """Wait until the notebook's kernel has done everything that it was sent before."""
    page.evaluate(
        """async code => {
          const {sessionContext} = jupyterapp.shell.currentWidget;
          await sessionContext.ready;
          await sessionContext.session.kernel.requestExecute({code, silent: true}).done;
        }""",
        code,
    )
