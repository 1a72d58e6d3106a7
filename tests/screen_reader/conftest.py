"""A JupyterLab whose course is one lesson: the kinds of widget that take a learner's words."""

import json
import shutil
from collections.abc import Iterator

import pytest
from browser_tools import LABEXTENSIONS, Lab, code, markdown, running_lab, write_notebook

from groundwork.authoring import course_index

NAME = "90_told"
CELLS = [
    """
from groundwork.learner import answers
from groundwork.screen.widgets.question import ChoiceQuestion, Reply

def reply(value):
    answers.keep("choose", value)
    return Reply(value == "b", "It is decided in the budget, long before the visit.")

ChoiceQuestion("choose", "Where is it decided?", {"a": "At the bedside", "b": "In the budget"},
               reply=reply, restore=lambda: answers.read().get("choose"))
""",
    'ChoiceQuestion("guess", "How many?", {"a": "Few", "b": "Many"}, replies={"a": "More."})',
    """
from groundwork.screen.widgets.reflection import Reflection
Reflection("me", "What did I hear?", lesson="90_told")
""",
    """
from groundwork.screen.widgets.rating import RatingForm
RatingForm("readiness", {"Roles": {"one": "Roles: rule 1 exists.", "two": "Roles: rule 2 exists."}},
           {1: "not in place", 2: "talked about"})
""",
    """
from groundwork.screen.widgets.records import Field, RecordList
RecordList("deciders", [Field("who", "Who decides", required=True)], one="decision")
""",
    """
from groundwork.screen.activities.cause_map import RootCauseMap
RootCauseMap("Visits are missed")
""",
]


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab as the learner sees it."""
    folder = tmp_path_factory.mktemp("told")
    workspace, extension, config = folder / "work", folder / "extension", folder / "labconfig"
    folded = [code(source.strip(), jupyter={"source_hidden": True}) for source in CELLS]
    about = {"lesson": NAME, "title": "Told", "minutes": {"read": 1, "do": 1, "reflect": 1}}
    lesson = [markdown("# Told\n\nRead on."), *folded]
    write_notebook(workspace / "modules" / f"{NAME}.ipynb", lesson, groundwork=about)
    (workspace / "exercises").mkdir()
    (workspace / "datasets").mkdir()
    shutil.copytree(LABEXTENSIONS, extension)
    index = json.dumps(course_index.index(workspace))
    (extension / "groundwork/static/course.json").write_text(index, encoding="utf-8")
    config.mkdir()
    shutil.copy(LABEXTENSIONS / "learner_page_config.json", config / "page_config.json")
    overrides = config / "default_setting_overrides.json"
    shutil.copy(LABEXTENSIONS / "learner_overrides.json", overrides)
    with running_lab(
        workspace,
        folder / "home",
        labextensions=extension,
        arguments=("--LabApp.expose_app_in_browser=True",),
        environment={"JUPYTER_CONFIG_PATH": str(folder)},
    ) as lab:
        yield lab
