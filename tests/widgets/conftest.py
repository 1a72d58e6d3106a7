"""A workspace of one's own for every widget test."""

import pytest


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """Return an empty workspace; the current folder is its `modules`, as for a lesson's kernel."""
    for name in ("modules", "datasets"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path / "modules")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    return tmp_path
