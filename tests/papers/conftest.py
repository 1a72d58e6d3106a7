"""One LibreOffice for all tests of this folder."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from papers.recalculating import Office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """LibreOffice, which computes the formulas of a workbook anew."""
    program = shutil.which("soffice")
    if program is None and os.environ.get("CI"):
        pytest.fail("soffice is missing: .ci/run installs libreoffice-calc")
    if program is None:
        pytest.skip("no soffice here, so nothing computes the formulas again")
    office = Office(program, tmp_path_factory.mktemp("office"))
    with office.running():
        yield office


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which nothing is kept; a page stands in its `modules`."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "datasets").symlink_to(Path(__file__).parents[2] / "datasets")
    monkeypatch.chdir(tmp_path / "modules")
    monkeypatch.delenv("GROUNDWORK_WORKSPACE", raising=False)
    return tmp_path
