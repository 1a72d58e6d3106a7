"""Choices and days of a register: everyday words are read, and one odd cell stops no other."""

from pathlib import Path
from typing import Any

import pytest

from groundwork.learner import chosen_file, place
from groundwork.learner.workspace import KEPT
from groundwork.screen.activities.metric_register import CARD_FIELDS, metric_register
from groundwork.screen.activities.own_file import of_kind
from groundwork.subject.metrics import choices, short
from groundwork.subject.metrics.card import FIELDS
from groundwork.subject.metrics.choice_words import choice_of, words_of
from groundwork.subject.metrics.files import from_csv
from groundwork.subject.own_data.check import check
from groundwork.subject.own_data.contracts import contract_of
from groundwork.subject.own_data.report import Result, as_text
from groundwork.subject.own_data.sheet import Sheet

CONTRACT = contract_of("metrics_register")
CHOICES = [name for name, each in FIELDS.items() if each.choices and each.kind == "text"]
CELLS = {
    **{each.name: ", ".join(FIELDS[each.name].choices) for each in CONTRACT.fields
       if each.name in CHOICES},
    **{each.name: "yes or no" for each in CONTRACT.fields if each.kind == "yes or no"},
    **{each.name: "a day such as" for each in CONTRACT.fields if each.kind == "day"},
}  # fmt: skip
"""What a cell of each field may hold that no figure hangs on, as it is told."""


def look(heading: str, *cells: str) -> Result:
    rows = [["Measure", heading], *([f"Visits {at}", each] for at, each in enumerate(cells))]
    return check(Sheet("register.csv", [list(row) for row in rows]), CONTRACT)


def test_every_choice_of_the_list_is_a_choice_in_a_file() -> None:
    asked = {each.id for each in CARD_FIELDS if each.kind == "choice"} - {short.ASKS}
    kinds = {each.name: each.kind for each in CONTRACT.fields}
    assert asked <= CELLS.keys()
    assert {kinds[name] for name in CHOICES} == {"choice"}


@pytest.mark.parametrize(
    ("name", "written", "choice"),
    [(name, *pair) for name in CHOICES for pair in words_of(name)],
)
def test_each_word_of_a_choice_is_read_in_either_way(name: str, written: str, choice: str) -> None:
    result = look(name, written.capitalize(), written.upper())
    assert result.table is not None, as_text(result)
    assert result.table[name].tolist() == [choice, choice]
    (card,) = from_csv(f'id,{name}\n1,"{written.title()}"\n').cards
    assert getattr(card, name) == choice


@pytest.mark.parametrize(
    ("written", "often"),
    [
        ("Annual", "yearly"),
        ("Annually", "yearly"),
        ("each year", "yearly"),
        ("Every quarter", "quarterly"),
        ("Monthly", "monthly"),
        ("Semiannual", "twice a year"),
        ("semi-annually", "twice a year"),
        ("Biennial", "every two years"),
        ("Biannual", "Biannual"),  # twice a year, or every two years: nobody knows which
        ("Bimonthly", "Bimonthly"),
    ],
)
def test_how_often_is_read_in_everyday_words(written: str, often: str) -> None:
    assert choice_of("frequency", written) == choice_of("data_frequency", written) == often


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_that_is_none_of_them_is_told_and_only_it_is_left_empty(name: str) -> None:
    result = look(name, "Q2 FY27 or so", "")
    assert result.table is not None, as_text(result)
    assert result.rows == 2 and result.table[name].isna().all()
    (note,) = (each for each in result.notes if each.look)
    assert (note.rows, note.column) == ((2,), f'B "{name}"')
    assert "Q2 FY27 or so" in str(note) and CELLS[name] in str(note)


def test_a_figure_that_cannot_be_read_is_still_mended_first() -> None:
    assert look("Baseline", "about 54", "60").table is None


@pytest.mark.parametrize("name", CELLS)
def test_the_other_cards_are_taken_into_the_list(workspace: Path, name: str) -> None:
    place.keep(place.OWN)
    put = workspace / KEPT / chosen_file.FOLDER / "register.csv"
    put.parent.mkdir(parents=True, exist_ok=True)
    words = [each for each, _ in words_of(name)] if name in CHOICES else [""]
    rows = [f"Visits {at},{each}" for at, each in enumerate([*words, "Now and then"])]
    put.write_text("\n".join([f"Measure,{name}", *rows]), encoding="utf-8")
    widget = of_kind("mine", "metrics_register")
    shown: dict[str, Any] = widget.respond("choose", {"file": f"{chosen_file.FOLDER}/{put.name}"})
    assert shown["state"] == "fine", shown
    made = metric_register()
    made.respond("take", {})
    assert len(made.records) == len(words) + 1


def test_frequencies_are_said_in_one_way_for_a_review_and_a_source() -> None:
    assert {choice for _, choice in words_of("frequency")} == set(choices.FREQUENCIES)
    assert words_of("frequency") == words_of("data_frequency")
