"""A workbook as LibreOffice computes it anew, and as we wrote its values beside the formulas."""

import contextlib
import io
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from browser_tools import until

from groundwork.learner.papers import excel
from groundwork.learner.papers.workbook import Workbook


class Office:
    """A LibreOffice that is started once, which takes five times as long as to compute a book."""

    def __init__(self, program: str, folder: Path) -> None:
        self._command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        self._folder = folder

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """Keep it running meanwhile: it ends with the last book that is closed."""
        kept = self._folder / "kept-open.xlsx"
        openpyxl.Workbook().save(kept)
        command = [*self._command, "--norestore", "--nologo", str(kept)]
        with (self._folder / "office.log").open("w") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
        try:
            until((self._folder / f".~lock.{kept.name}#").exists)
            yield
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)

    def recalculated(self, book: Workbook, folder: Path) -> Any:
        """Return the workbook after LibreOffice computed every formula anew."""
        path = folder / "book.xlsx"
        # Without the stored values, nothing but LibreOffice can have filled them in.
        openpyxl.load_workbook(io.BytesIO(excel.write(book))).save(path)
        return self.converted(path, folder / "out")

    def converted(self, path: Path, out: Path) -> Any:
        """Let LibreOffice compute a workbook and return its values."""
        command = [*self._command, "--convert-to", "xlsx", "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return openpyxl.load_workbook(out / path.name, data_only=True)

    def printed(self, path: Path, out: Path) -> Path:
        """Let LibreOffice print a file, and return the PDF."""
        command = [*self._command, "--convert-to", "pdf", "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return out / f"{path.stem}.pdf"


def stored(book: Workbook) -> Any:
    """Return the workbook with the values that we wrote beside the formulas."""
    return openpyxl.load_workbook(io.BytesIO(excel.write(book)), data_only=True)


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
