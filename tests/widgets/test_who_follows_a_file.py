"""A choice of a file is told to what stands on the page, once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from groundwork.learner import chosen_file
from groundwork.screen.activities import budget_lines, end_the_grant, horizon, metric_register
from groundwork.screen.widget import CourseWidget


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("budget_lines", budget_lines.budget_lines),
        ("budget_lines", end_the_grant.end_the_grant),
        ("budget_lines", horizon.horizon),
        ("metrics_register", metric_register.metric_register),
    ],
)
def test_a_cell_that_runs_again_leaves_no_second_follower(
    kind: str, shown: Callable[[], object], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen_file, "_followers", {})
    (workspace / "datasets").rmdir()
    (workspace / "datasets").symlink_to(Path(__file__).parents[2] / "datasets")
    told = list[CourseWidget]()
    monkeypatch.setattr(CourseWidget, "send", lambda widget, *_said: told.append(widget))
    for _ in range(3):
        shown()
    chosen_file.tell(kind)
    assert len(told) == 1
