"""A data frame in a notebook is a table with a caption, and each cell belongs to its headers."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from groundwork.authoring.notebooks import read
from groundwork.screen.data_frame import MOST_ROWS, page_of
from groundwork.subject.gaps import gap_table

ROOT = Path(__file__).parents[2]
RATES = pd.Series({"All": 5.4, "Black <b>": 10.5, "White": 4.4})
FRAMES = {
    "gaps": gap_table(RATES, reference="White").round(2),
    "no names": pd.DataFrame([[1, "$57"], [2, "to $8"]]),
    "two levels": pd.DataFrame(
        np.arange(8.0).reshape(2, 4),
        index=pd.MultiIndex.from_tuples([("A", 2020), ("A", 2021)], names=["place", None]),
        columns=pd.MultiIndex.from_product([["rate", ""], [2020, 2021]]),
    ),
    "empty": pd.DataFrame({"rate": []}),
    "long": pd.DataFrame({"rate": np.arange(1000) / 7}),
    "missing": pd.DataFrame({"rate": [1.5, None], "day": [pd.NaT, pd.Timestamp("2026-01-02")]}),
}


def faults_of(page: str) -> list[str]:
    """What is wrong with the tables of a page, in words."""
    found = []
    for table in re.findall(r"<table.*?</table>", page, re.DOTALL):
        if not re.search(r"<caption>\s*[^<\s]", table):
            found.append("no caption")
        for attributes, text in re.findall(r"<th\b([^>]*)>(.*?)</th>", table, re.DOTALL):
            if not re.search(r'scope="(col|row)"', attributes):
                found.append(f"no scope: {text}")
            if not text.strip():
                found.append("an empty header")
        widths = {len(re.findall(r"<t[hd]\b", row)) for row in re.findall("<tr.*?</tr>", table)}
        if len(widths) != 1:
            found.append(f"rows of {widths} cells")
    return found


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
def test_each_frame_has_a_caption_and_a_header_for_every_cell(frame: pd.DataFrame) -> None:
    page = page_of(frame)
    assert "<table>" in page and faults_of(page) == []
    assert "<b>" not in page
    assert page.count("<tr>") == 1 + min(len(frame), MOST_ROWS)


def test_the_check_would_find_what_pandas_writes() -> None:
    found = faults_of(FRAMES["gaps"].to_html())
    assert {"no caption", "an empty header", "no scope: rate"} <= set(found)


def test_the_caption_says_what_is_shown() -> None:
    assert "the rate of White</caption>" in page_of(FRAMES["gaps"])
    assert "the first 60 of 1,000 rows</caption>" in page_of(FRAMES["long"])


def test_every_table_of_the_stored_lessons_is_such_a_table() -> None:
    pages = [
        output.data["text/html"]
        for path in sorted((ROOT / "modules").glob("*.ipynb"))
        for cell in read(path).cells
        for output in cell.get("outputs", [])
        if "<table" in output.get("data", {}).get("text/html", "")
    ]
    assert len(pages) > 2 and [faults_of(page) for page in pages if faults_of(page)] == []


def test_a_learners_own_frame_is_shown_so_once_the_course_is_imported() -> None:
    program = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
import groundwork.screen.display, sys
assert "pandas" not in sys.modules
import pandas as pd
print(shell.display_formatter.format(pd.DataFrame({"a": [1.5]}))[0]["text/html"])
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert "Table of 1 row and 1 column</caption>" in run.stdout and not faults_of(run.stdout)


def test_counts_have_their_commas_and_years_have_none() -> None:
    frame = pd.DataFrame({"place": ["Alder"], "fiscal_year": [2026], "people": [17900]})
    shown = page_of(frame.set_index("place"))
    assert ">17,900<" in shown
    assert ">2026<" in shown
