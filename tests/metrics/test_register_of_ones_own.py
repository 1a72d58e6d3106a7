"""A register of one's own: what no column was read as is told as that, on the page and in print."""

from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import chosen_file, place
from groundwork.learner.workspace import KEPT
from groundwork.screen.activities.metric_register import READ_BY, metric_register
from groundwork.screen.activities.own_file import of_kind
from groundwork.subject.metrics.card import FIELDS

KIND = "metrics_register"
LABELS = [FIELDS[name].label for name in READ_BY]
CELLS = ["54", "61", "70", "State registry", "Nurse Manager", "2027-01-15", "If under 60, then…"]


def choose(workspace: Path, text: str) -> str:
    """Choose a register of one's own; return what its page says, cell for cell."""
    put = workspace / KEPT / chosen_file.FOLDER / "register.csv"
    put.parent.mkdir(parents=True, exist_ok=True)
    put.write_text(text, encoding="utf-8")
    widget = of_kind("mine", KIND)
    shown: dict[str, Any] = widget.respond("choose", {"file": f"{chosen_file.FOLDER}/{put.name}"})
    assert shown["state"] == "fine", shown
    return str(shown["blocks"])


@pytest.mark.parametrize("at", range(len(READ_BY)))
def test_each_column_that_was_not_read_is_named_and_nothing_is_claimed_of_it(
    workspace: Path, at: int
) -> None:
    place.keep(place.OWN)
    head = ["Measure", "Unit", *(each for i, each in enumerate(LABELS) if i != at)]
    row = ["Visits", "count", *(each for i, each in enumerate(CELLS) if i != at)]
    page = choose(workspace, f"{','.join(head)}\n" + ",".join(f'"{cell}"' for cell in row) + "\n")
    assert f"Not read from the file: {LABELS[at].lower()}." in page
    if READ_BY[at] == "owner":
        assert "nobody named" not in page and "with an owner" not in page
    if READ_BY[at] == "consequence":
        assert "that say what follows" not in page
    if READ_BY[at] == "latest_value":
        assert "no later value" not in page
    made = metric_register()
    made.respond("take", {})
    text = made.respond("paper", {"do": "text"})["text"]
    assert f"Not read from it: {LABELS[at].lower()}." in text


def test_a_whole_register_is_told_as_before(workspace: Path) -> None:
    head = ",".join(["Measure", "Unit", *LABELS])
    page = choose(workspace, f"{head}\nVisits,count," + ",".join(f'"{each}"' for each in CELLS))
    assert "1 with an owner" in page
    assert "ot read from" not in page
