"""One LibreOffice for all tests of this folder."""

import os
import shutil
from collections.abc import Iterator

import pytest
from papers.recalculating import Office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """LibreOffice, which computes the formulas of a workbook anew."""
    program = shutil.which("soffice")
    if program is None and os.environ.get("CI"):
        pytest.fail("soffice is missing: .ci/run installs it")
    if program is None:
        pytest.skip("no soffice here, so nothing computes the formulas again")
    office = Office(program, tmp_path_factory.mktemp("office"))
    with office.running():
        yield office
