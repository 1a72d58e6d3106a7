"""The console's notebook: laid into the cohort's own folder, and nowhere else."""

import json
import os
import shlex
from pathlib import Path
from typing import Any

from groundwork.cohort.console.words import said
from groundwork.cohort.course_folder import CONSOLE, Cohort
from groundwork.learner.files import PRIVATE, write_text
from groundwork.learner.workspace import START

NAME = CONSOLE
TITLE = said("title")
CODE = "from groundwork.cohort.console.widget import console\n\nconsole()"


def notebook() -> dict[str, Any]:
    """Return the notebook as plain data; every cohort has the same."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    head: dict[str, Any] = {
        "id": "console-head",
        "cell_type": "markdown",
        "metadata": {},
        "source": "\n\n".join([f"# {TITLE}", said("head"), said("why_no_list")]),
    }
    code: dict[str, Any] = {
        "id": "console",
        "cell_type": "code",
        "metadata": {"jupyter": {"source_hidden": True}},
        "execution_count": None,
        "outputs": [],
        "source": CODE,
    }
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "cells": [head, code],
    }


def lay(cohort: Cohort) -> Path:
    """Write the notebook into a cohort's folder, in place of an older one, and return its path."""
    path = cohort.root / NAME
    write_text(path, json.dumps(notebook(), indent=1, ensure_ascii=False) + "\n", mode=PRIVATE)
    return path


def line_to_open(folder: Path, system: str = os.name) -> str:
    """Return the very line that opens the cohort's page again, as one types it on this system."""
    typed = f'"{folder}"' if system == "nt" else shlex.quote(str(folder))
    return f"{START} cohort open {typed}"
