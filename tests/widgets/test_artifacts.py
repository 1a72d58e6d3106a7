"""Artifacts are saved whole, found again, and never lost when damaged."""

from typing import Any

import pytest

from groundwork.learner import artifacts
from groundwork.subject.errors import UserError


def test_an_artifact_comes_back_and_is_the_only_file(workspace: Any) -> None:
    path = artifacts.save("power_map", {"records": [{"who": "Zoë"}]})
    assert path == workspace / "my_work" / "data" / "power_map.json"
    assert artifacts.load("power_map") == {"records": [{"who": "Zoë"}]}
    assert [each for each in (workspace / "my_work").rglob("*") if each.is_file()] == [path]


def test_nothing_saved_is_none(workspace: Any) -> None:
    assert artifacts.load("power_map") is None


@pytest.mark.parametrize("content", ["{", "[1]", "", '{"records": '])
def test_a_damaged_file_is_kept_aside_each_time(workspace: Any, content: Any) -> None:
    for kept in ("map.damaged.json", "map.damaged-2.json"):
        path = artifacts.path_of("map")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        with pytest.raises(UserError, match=kept):
            artifacts.load("map")
        assert path.with_name(kept).read_text(encoding="utf-8") == content
        assert artifacts.load("map") is None


def test_a_failed_save_leaves_the_old_data(workspace: Any) -> None:
    artifacts.save("map", {"a": 1})
    with pytest.raises(ValueError, match="JSON"):
        artifacts.save("map", {"a": float("nan")})
    assert artifacts.load("map") == {"a": 1}


def test_a_name_stays_in_the_artifacts_folder(workspace: Any) -> None:
    with pytest.raises(UserError, match="cannot be a file's name"):
        artifacts.save("../escape", {})
