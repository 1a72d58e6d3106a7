"""A register of one's own: what no column was read as is told as that, on the page and in print."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import chosen_file, place
from groundwork.learner.workspace import KEPT
from groundwork.screen.activities.metric_register import READ_BY, metric_register
from groundwork.screen.activities.own_file import of_kind
from groundwork.subject.metrics.card import FIELDS
from groundwork.subject.metrics.owner import owner_can_decide
from groundwork.subject.metrics.short import card_of

KIND = "metrics_register"
LABELS = [FIELDS[name].label for name in READ_BY]
VALUES = ["54", "2024", "61", "2025", "70", "2027"]
CELLS = [*VALUES, "State registry", "Nurse Manager", "2027-01-15", "If under 60, then…"]


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
    head = ["Measure", "Direction", *(each for i, each in enumerate(LABELS) if i != at)]
    row = ["Visits", "higher is better", *(each for i, each in enumerate(CELLS) if i != at)]
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


OWNERS = {
    "Nurse Manager": True,
    "East End Partnership": True,
    "Vacant": False,
    "Open position": False,
    "Epidemiology team": False,
    "WIC Manager and Nutrition Director": False,
    "": False,
}


def test_owners_are_counted_as_the_cards_check_counts_them(workspace: Path) -> None:
    rows = [f"{each} visits,count,{each}" for each in OWNERS]
    page = choose(workspace, "\n".join(["Measure,Unit,Owner", *rows]))
    assert f"{len(OWNERS)} measures, 2 with an owner" in page
    for named, answers in OWNERS.items():
        remarks = owner_can_decide(card_of({"owner": named}), date(2026, 11, 27))
        assert answers is not any(each.part == "owner" for each in remarks), named
        if named:
            assert (f"{named} (no one position)" in page) is not answers, named


@pytest.mark.parametrize(("target", "verdict"), [("70", "improving"), ("40", "getting worse")])
def test_the_panel_takes_the_direction_from_target_and_baseline_as_the_paper_does(
    workspace: Path, target: str, verdict: str
) -> None:
    place.keep(place.OWN)
    page = choose(
        workspace,
        "Measure,Unit,Baseline,Baseline year,Latest,Latest year,Target,Target year\n"
        f"Visits,count,54,2024,61,2025,{target},2027",
    )
    made = metric_register()
    made.respond("take", {})
    text = made.respond("paper", {"do": "text"})["text"]
    assert f"{verdict}, as printed" in page
    assert f"{verdict}, as printed" in text
    assert "direction" not in page


def test_a_direction_that_follows_from_no_target_is_named_as_not_read(workspace: Path) -> None:
    head = ",".join(["Measure", "Unit", *LABELS])
    cells = [*CELLS[:4], "54", *CELLS[5:]]  # the target is the baseline
    page = choose(workspace, f"{head}\nVisits,count," + ",".join(f'"{each}"' for each in cells))
    assert "Not read from the file: direction." in page


@pytest.mark.parametrize("heading", ["Which way is better", "Which is better", "Good is", "Trend"])
def test_the_way_that_is_better_is_read_by_other_headings(workspace: Path, heading: str) -> None:
    page = choose(workspace, f"Measure,Unit,{heading}\nVisits,count,higher")
    assert ("direction" in page) is (heading == "Trend")
