"""JupyterLab as the learner has it, over a workspace whose lessons it knows as the course's own."""

import json
import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser_tools import LABEXTENSIONS, Lab, running_lab

from groundwork.authoring import course_index

if TYPE_CHECKING:
    from playwright.sync_api import Page

LOADED = "window.jupyterapp !== undefined"
ALONE = """async path => {
  for (const open of [...jupyterapp.shell.widgets('main')]) {
    await open.sessionContext?.shutdown();
    open.dispose();
  }
  await jupyterapp.commands.execute('docmanager:open', {path});
}"""


def extension_for(workspace: Path, folder: Path, *, released: bool = False) -> Path:
    """Copy the extension into a new folder, with the workspace's course in place of the real one.

    Parameters
    ----------
    released
        Whether the exercises are in their released form already, so nbgrader has nothing to do.
    """
    shutil.copytree(LABEXTENSIONS, folder)
    with pytest.MonkeyPatch.context() as index:
        if released:
            index.setattr(course_index, "_released", lambda root, page, _folder: root / page.path)
        course = json.dumps(course_index.index(workspace))
    (folder / "groundwork/static/course.json").write_text(course, encoding="utf-8")
    return folder


def learner_home(home: Path, **more: object) -> Path:
    """Put the learner's view of JupyterLab into a home; `more` is said to the page."""
    config = home / "learner" / "labconfig"
    config.mkdir(parents=True)
    page = json.loads((LABEXTENSIONS / "learner_page_config.json").read_text(encoding="utf-8"))
    (config / "page_config.json").write_text(json.dumps({**page, **more}), encoding="utf-8")
    overrides = config / "default_setting_overrides.json"
    shutil.copy(LABEXTENSIONS / "learner_overrides.json", overrides)
    return home


def learner_lab(
    workspace: Path, extension: Path, home: Path, port: int | None = None
) -> AbstractContextManager[Lab]:
    """Start the learner's JupyterLab; the page's own commands can be reached from a test."""
    return running_lab(
        workspace,
        home,
        labextensions=extension,
        arguments=("--LabApp.expose_app_in_browser=True",),
        environment={"JUPYTER_CONFIG_PATH": str(home / "learner")},
        port=port,
    )


def open_alone(page: "Page", lab: Lab, path: str) -> None:
    """Open a notebook as if nothing was open before, with a new kernel.

    In a window that shows JupyterLab already this costs half of what loading it again does.
    """
    if page.evaluate(LOADED):
        page.evaluate(ALONE, path)
    else:
        page.goto(lab.address(path))
