"""What a learner does and sees, in the words of the page."""

import re

from browser_tools import Lab
from playwright.sync_api import Locator, Page, expect

LESSON = "modules/01_root_causes.ipynb"
EXERCISE = "exercises/01_root_causes/01_root_causes.ipynb"
READY = "Ready. Answer, move things, they respond."
READY_EXERCISE = re.compile("^Ready. Answer the questions")
ASK = re.compile("^This notebook is not part of the course")


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
