"""A mended file takes the place of the copy with the mistake, and each row taken says it is saved.

A file that is in use, or that somebody put there by hand, is never written over.
"""

import base64
from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import chosen_file
from groundwork.learner.workspace import KEPT
from groundwork.screen.activities import budget_lines
from groundwork.screen.activities.own_file import of_kind

HEAD = "line_id,fiscal_year,purpose,amount,fund,ends\n"
RIGHT = f"{HEAD}A1,FY2027,Nurse,1200.50,G1,\nA2,FY2027,Rides,90.00,G1,2027-06-30\n"
WRONG = RIGHT.replace("90.00", "9O.OO")
OTHER = RIGHT.replace("90.00", "95.00")


@pytest.fixture(autouse=True)
def alone(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chosen_file, "_followers", {})


def bring(widget: Any, text: str) -> dict[str, Any]:
    content = base64.b64encode(text.encode()).decode()
    shown: dict[str, Any] = widget.respond("bring", {"name": "own.csv", "content": content})
    return shown


def copies(workspace: Path) -> dict[str, str]:
    folder = workspace / KEPT / chosen_file.FOLDER
    return {each.name: each.read_text() for each in folder.iterdir()}


def test_the_mended_file_bears_the_name_of_the_one_with_the_mistake(workspace: Path) -> None:
    widget = of_kind("mine", "budget_lines")
    assert bring(widget, WRONG)["state"] == "mend"
    assert bring(widget, WRONG.replace("9O.OO", "9O.00"))["state"] == "mend"
    assert bring(widget, RIGHT)["state"] == "fine"
    assert copies(workspace) == {"own.csv": RIGHT}
    file = chosen_file.in_use("budget_lines")
    assert file and file.file == "own.csv"


def test_a_file_in_use_stays_beside_a_new_one_of_its_name(workspace: Path) -> None:
    widget = of_kind("mine", "budget_lines")
    bring(widget, RIGHT)
    bring(widget, OTHER)
    assert copies(workspace) == {"own.csv": RIGHT, "own (2).csv": OTHER}


@pytest.mark.parametrize("chosen", (True, False))
def test_a_file_that_somebody_put_there_is_never_written_over(
    workspace: Path, chosen: bool
) -> None:
    place = workspace / KEPT / chosen_file.FOLDER / "own.csv"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(WRONG)
    widget = of_kind("mine", "budget_lines")
    if chosen:
        widget.respond("choose", {"file": f"{chosen_file.FOLDER}/own.csv"})
    bring(widget, RIGHT)
    assert copies(workspace) == {"own.csv": WRONG, "own (2).csv": RIGHT}


def test_every_row_that_is_taken_from_a_file_says_that_it_is_saved(workspace: Path) -> None:
    bring(of_kind("mine", "budget_lines"), RIGHT)
    _first, listed, _view = budget_lines.budget_lines().children
    view = listed.respond("take", {})
    assert len(view["records"]) == 2
    assert view["fresh"] == [row["id"] for row in view["records"]]
    assert view["saved"] == view["fresh"][0]
