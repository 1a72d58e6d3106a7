"""A small course, laid into a workspace and brought up to date there."""

import json
import os
from pathlib import Path

import pytest

from groundwork.learner import workspace
from groundwork.learner.update import Report

LESSON = "modules/01_root_causes.ipynb"
DATA = "datasets/gaps.csv"
EXERCISE = "exercises/01_root_causes/01_root_causes.ipynb"
POSIX = pytest.mark.skipif(os.name != "posix", reason="processes are killed the POSIX way")


def notebook(*sources: str, outputs: int = 0) -> str:
    """Return a notebook's text; `outputs` stands for how often it was run."""
    cells = [
        {
            "id": f"c{number}",
            "cell_type": "code",
            "metadata": {"collapsed": bool(outputs)},
            "source": source,
            "execution_count": outputs or None,
            "outputs": [{"output_type": "stream", "name": "stdout", "text": "x" * outputs}],
        }
        for number, source in enumerate(sources)
    ]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


def write(folder: Path, path: str, text: str) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def prepare(source: Path, place: Path) -> Report:
    return workspace.prepare(source, place, {"01_root_causes": source / "released"})


def text(place: Path, path: str) -> str:
    return (place / path).read_text(encoding="utf-8")
