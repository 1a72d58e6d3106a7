"""A workbook as LibreOffice computes it anew, and as we wrote its values beside the formulas."""

import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from groundwork.learner.papers import workbook
from groundwork.learner.papers.workbook import Workbook


def recalculated(book: Workbook, folder: Path) -> Any:
    """Return the workbook after LibreOffice computed every formula anew."""
    return all_recalculated([book], folder)[0]


def all_recalculated(books: Sequence[Workbook], folder: Path) -> list[Any]:
    """Return workbooks after LibreOffice, which starts slowly, computed them in one run."""
    paths = []
    for at, book in enumerate(books):
        # Without the stored values, nothing but LibreOffice can have filled them in.
        bare = openpyxl.load_workbook(io.BytesIO(workbook.write(book)))
        paths.append(folder / f"book{at}.xlsx")
        bare.save(paths[-1])
    return all_converted(paths, folder / "out")


def converted(path: Path, out: Path) -> Any:
    """Let LibreOffice compute a workbook and return its values."""
    return all_converted([path], out)[0]


def all_converted(paths: Sequence[Path], out: Path) -> list[Any]:
    """Let LibreOffice compute workbooks and return their values."""
    program = shutil.which("soffice")
    if program is None and os.environ.get("CI"):
        pytest.fail("soffice is missing: .ci/run installs libreoffice-calc")
    if program is None:
        pytest.skip("no soffice here, so nothing computes the formulas again")
    profile = f"-env:UserInstallation=file://{out}-profile"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=300)
    return [openpyxl.load_workbook(out / path.name, data_only=True) for path in paths]


def stored(book: Workbook) -> Any:
    """Return the workbook with the values that we wrote beside the formulas."""
    return openpyxl.load_workbook(io.BytesIO(workbook.write(book)), data_only=True)


def numbers(sheet: Any, head: int = 4) -> dict[tuple[str, str], Any]:
    """Return the cells below a sheet's heading by its row's first cell and its column."""
    rows = list(sheet.iter_rows(min_row=head, values_only=True))
    labels = rows[0]
    return {
        (str(row[0]), str(name)): cell
        for row in rows[1:]
        for name, cell in zip(labels[1:], row[1:], strict=True)
    }


def differences(ours: Any, theirs: Any, within: float = 1e-9) -> list[tuple[str, str, Any, Any]]:
    """Return the cells that hold another value in one of two workbooks."""
    found = []
    for sheet in ours.sheetnames:
        for row in ours[sheet].iter_rows():
            for cell in row:
                one, two = cell.value, theirs[sheet][cell.coordinate].value
                if isinstance(one, int | float):
                    same = two == pytest.approx(one, abs=within)
                else:
                    same = (one or None) == (two or None)
                if not same:
                    found.append((sheet, cell.coordinate, one, two))
    return found
