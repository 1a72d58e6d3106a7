"""The allocation note as Excel: live formulas that share the same cents, and who loses."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from papers.recalculating import Office, differences, numbers, stored

from groundwork.learner.papers import allocation_book, excel
from groundwork.learner.papers.workbook import Workbook
from groundwork.subject.budget.sharing import FIRST, PARTS, Place, Weights, share

REASON = dict.fromkeys(PARTS, "written")
PLACES = [Place("North", 62_080, 5_127), Place("Mill", 40_720, 9_226), Place("East", 29_830, 5_131)]
# Three equal rests for one cent: the name that comes first has it, wherever its row stands.
EQUAL = [Place(name, 30, 10) for name in ("Cedar", "Birch", "Alder")]
CASES = (
    (PLACES, Weights("300000.01", 50, "10000")),
    (PLACES, Weights("9999999.99", 33, "10.33")),
    (PLACES, Weights("7", 0)),
    (PLACES, Weights("7", 100)),
    (EQUAL, Weights("100", 50)),
)


def book(places: list[Place], weights: Weights) -> Workbook:
    return allocation_book.workbook(REASON, places, weights, share(places, weights))


def test_formulas_share_the_cents_of_the_note(office: Office, tmp_path: Path) -> None:
    for places, weights in CASES:
        ours = book(places, weights)
        theirs = office.recalculated(ours, tmp_path)
        assert differences(stored(ours), theirs, within=1e-5) == []
        found = numbers(theirs["Shares"], head=8)
        for got in share(places, weights):
            for cents, column in (
                (got.alone_cents, "By need alone, no base"),
                (got.chosen_cents, "As chosen"),
                (got.change_cents, "Difference"),
            ):
                assert round(100 * found[got.place, column]) == cents, (got.place, column)
            assert found[got.place, "Rank as chosen"] == got.rank


def test_who_gains_and_who_loses_stands_above_the_shares() -> None:
    weights = Weights("300000", 50, "10000")
    sheet = stored(book(PLACES, weights))["Shares"]
    changes = {got.place: got.change_cents for got in share(PLACES, weights)}
    assert (sheet["D5"].value, sheet["E5"].value, sheet["F5"].value) == (300_000, 300_000, 0)
    assert sheet["F6"].value == pytest.approx(-sheet["F7"].value)
    assert round(100 * sheet["F7"].value) == sum(each for each in changes.values() if each < 0)
    assert sheet["G7"].value == "Mill"
    words = ["gains" if each > 0 else "loses" for each in changes.values()]
    assert [sheet[f"G{row}"].value for row in (9, 10, 11)] == words
    assert set(words) == {"gains", "loses"}


def test_shares_follow_a_weight_a_base_and_a_place_that_a_person_changes(
    office: Office, tmp_path: Path
) -> None:
    edited = openpyxl.load_workbook(
        io.BytesIO(excel.write(book(PLACES, Weights("300000.01", 50, "10000"))))
    )
    shares, assumed = edited["Shares"], edited["Assumptions"]
    first = 9
    for letter, value in zip("ABC", ("South", 20_001, 3_003), strict=True):
        shares[f"{letter}{first + len(PLACES)}"] = value
    assumed["B6"], assumed["C6"] = 777.77, 0.33
    edited.save(tmp_path / "edited.xlsx")
    found = office.converted(tmp_path / "edited.xlsx", tmp_path / "new")
    places = [*PLACES, Place("South", 20_001, 3_003)]
    right = share(places, Weights("300000.01", 33, "777.77"))
    for row, got in enumerate(right, start=first):
        cells = [found["Shares"][f"{letter}{row}"].value for letter in "ADEH"]
        assert cells[0] == got.place
        assert [round(100 * each) for each in cells[1:3]] == [got.alone_cents, got.chosen_cents]
        assert cells[3] == got.rank


@pytest.mark.parametrize("name", FIRST)
def test_no_result_stands_in_the_workbook_before_who_chose_which_need_and_why(name: str) -> None:
    weights = Weights("300000", 50)
    early = allocation_book.workbook({**REASON, name: " "}, PLACES, weights, share(PLACES, weights))
    assert [sheet.name for sheet in early.sheets] == ["Shares", "Who chose"]
    assert early.sheets[0].columns[-1].label == "In need"
    assert "No result is shown yet" in early.sheets[0].notes[0]
    without = allocation_book.workbook(REASON, PLACES, None, [])
    assert "the total, the base and the weights" in without.sheets[0].notes[0]
    assert stored(without).sheetnames


def test_what_a_place_gets_now_stands_beside_what_it_gets_and_is_recomputed(
    office: Office, tmp_path: Path
) -> None:
    weights = Weights("300000.01", 50, "10000")
    places = [replace(PLACES[0], now="150000.10"), *PLACES[1:]]
    made = allocation_book.workbook(REASON, places, weights, share(places, weights))
    found = office.recalculated(made, tmp_path)
    assert differences(stored(made), found, within=1e-5) == []
    north = share(places, weights)[0]
    sheet = found["Shares"]
    assert round(100 * sheet["I9"].value) == 15_000_010
    assert round(100 * sheet["J9"].value) == north.from_now_cents
    assert not sheet["J10"].value, "nobody said what the second place gets now"
