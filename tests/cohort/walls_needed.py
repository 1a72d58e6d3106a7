"""Tests that run code behind walls: without bubblewrap they are skipped, and in CI they fail."""

import os

import pytest

from groundwork.cohort.sandbox import why_not


def need_walls() -> None:
    """Skip where there are no walls; in CI that is a failure."""
    if problem := why_not():
        if os.environ.get("CI"):
            pytest.fail(problem)
        pytest.skip(problem)
