"""The register is one workbook: what Excel computes stands beside its formula."""

import datetime
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formula.translate import Translator
from papers.recalculating import Office
from papers.register_cards import (
    ASKED,
    CARDS,
    COMPUTED,
    EVERY,
    RULE,
    book,
    values_of,
)

from groundwork.learner.papers import excel, register, register_book, text
from groundwork.learner.papers.model import Table
from groundwork.learner.papers.workbook import DATE
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics import verdict
from groundwork.subject.metrics.card import FIELDS, MetricCard
from groundwork.subject.metrics.path import path_shown

pytestmark = pytest.mark.lesson("05_accountability_metrics")


def test_each_computed_cell_has_its_value_beside_its_formula() -> None:
    found = {row["Id"]: row for row in values_of(book())}
    assert found["M01"]["Path in that year"] == 13.1
    assert found["M01"]["Ahead of the path by"] == pytest.approx(1.2)
    assert found["M01"]["Difference, baseline"] == pytest.approx(7.0)
    assert found["M01"]["Ratio, latest"] == pytest.approx(11.9 / 7.9)
    assert not found["M02"]["Path in that year"]
    assert found["LATE"]["Path in that year"] == 81


def test_source_groups_intervals_and_deputy_stand_in_the_workbook() -> None:
    first = values_of(book())[0] | values_of(book(), "Cards")[0]
    held = CARDS[0]
    for name in (
        *("data_source", "focus_group", "reference", "baseline_low", "baseline_high"),
        *("latest_low", "latest_high", "reference_baseline", "reference_latest", "deputy", "unit"),
    ):
        assert first[FIELDS[name].label] == getattr(held, name)


def test_definitions_are_of_the_columns_that_are_there() -> None:
    pages = openpyxl.load_workbook(io.BytesIO(book()))
    defined = [row[0] for row in pages["Definitions"].iter_rows(min_row=4, values_only=True)]
    there = {
        str(cell.value)
        for name in ("Register", "Cards")
        for row in pages[name].iter_rows()
        if row[0].value == "Id"
        for cell in row
    }
    assert there == set(defined) and len(defined) == len(there)


def test_a_sheet_without_rows_is_left_out_and_lists_are_out_of_sight() -> None:
    pages = openpyxl.load_workbook(io.BytesIO(excel.write(register_book.book(CARDS))))
    assert pages.sheetnames == ["Register", "Cards", "Log", "Definitions", "Lists"]
    assert pages["Lists"].sheet_state == "hidden"
    for name in ("Register", "Cards"):
        page = pages[name]
        assert page.print_title_cols == "$A:$B" and page.print_title_rows
        assert page.freeze_panes.startswith("C")


def test_another_program_computes_the_same_words_and_numbers(
    office: Office, tmp_path: Path
) -> None:
    path, again = tmp_path / "register.xlsx", tmp_path / "again"
    bare = openpyxl.load_workbook(io.BytesIO(book()))
    bare.save(path)  # without the values that we wrote, so that the other program has to compute
    office.converted(path, again)
    theirs = values_of((again / path.name).read_bytes())
    for ours, other in zip(values_of(book()), theirs, strict=True):
        for label in COMPUTED:
            one, two = ours[label] or None, other[label] or None
            assert (one == two) if isinstance(one, str) else (one == pytest.approx(two)), (
                ours["Id"],
                label,
            )


def test_a_row_without_values_shows_nothing_when_another_program_computes_it(
    office: Office, tmp_path: Path
) -> None:
    page = office.recalculated(register_book.book(EVERY), tmp_path)["Register"]
    rows = list(page.iter_rows(values_only=True))
    last = max(at for at, row in enumerate(rows) if row[0])
    assert len(rows) > last + 50
    assert not [cell for row in rows[last + 1 :] for cell in row if cell not in (None, "")]


def test_a_path_is_shown_with_the_decimals_of_the_page(office: Office, tmp_path: Path) -> None:
    """The rules that give a cell its decimals are computed by another program, cell by cell."""
    pages = openpyxl.load_workbook(io.BytesIO(excel.write(register_book.book(EVERY))))
    page = pages["Register"]
    head = next(row for row in page.iter_rows() if row[0].value == "Id")
    first, labels = head[0].row + 1, [cell.value for cell in head]
    rules: dict[str, list[tuple[int, str]]] = {}
    for area in page.conditional_formatting:
        label = str(labels[next(iter(area.sqref.ranges)).min_col - 1])
        for rule in sorted(area.rules, key=lambda each: each.priority):
            beside = page.max_column + 1
            rules.setdefault(label, []).append((beside, rule.dxf.numFmt.formatCode))
            for row in range(first, first + len(EVERY)):
                origin = page.cell(first, beside).coordinate
                moved = Translator(f"={rule.formula[0]}", origin)
                cell = page.cell(row, beside)
                cell.value = moved.translate_formula(cell.coordinate)
    pages.save(tmp_path / "rules.xlsx")
    computed = office.converted(tmp_path / "rules.xlsx", tmp_path / "out")["Register"]
    assert set(rules) == {"Path in that year", "Ahead of the path by"}
    seen = set()
    for row, card in enumerate(EVERY, start=first):
        for of in rules.values():
            shown = [form for at, form in of if computed.cell(row, at).value is True]
            if path_shown(card) is None:
                assert not shown, card.id
            else:
                told = verdict.on_path(card).how.partition(" was expected")[0]
                assert shown[0].partition(".")[2] == "0" * len(told.partition(".")[2]), card.id
                seen.add(shown[0])
    assert {"0", "0.0", "0.0000"} <= seen


def test_days_are_days_on_every_sheet_and_read_as_on_the_page() -> None:
    rule = RuleCard(name="Who gets a visit first", review="2027-06-30")
    asked = Evaluation(question="Do evenings help?", when="2027-06-30")
    made = register_book.book(CARDS, [rule], [asked])
    pages = openpyxl.load_workbook(io.BytesIO(excel.write(made)))
    day = datetime.datetime(2027, 6, 30)
    for sheet, label in (("Rules", "Review"), ("Evaluations", "By when"), ("Cards", "Next review")):
        rows = list(pages[sheet].iter_rows())
        head = next(row for row in rows if label in [cell.value for cell in row])
        at = [cell.value for cell in head].index(label)
        cells = [row[at] for row in rows[rows.index(head) + 1 :] if row[at].value]
        assert cells and all(isinstance(cell.value, datetime.datetime) for cell in cells)
        assert {cell.number_format for cell in cells} == {"mmmm d, yyyy"}
        if sheet != "Cards":
            assert [cell.value for cell in cells] == [day]
    columns = [each for sheet in made.sheets for each in sheet.columns if each.kind == DATE]
    assert all(each.width > len("September 30, 2027") for each in columns)  # else Excel shows ####
    said = text.write(replace(register.paper(CARDS, [rule], [asked]), date=day.date()))
    assert said.count("June 30, 2027") >= 2 and "2027-06-30" not in said


def test_a_day_that_is_over_is_said_in_words_beside_it(office: Office, tmp_path: Path) -> None:
    days = {"2020-06-30": "over", "2099-06-30": "", "June 2020": "", "": ""}
    cards = [replace(CARDS[0], id=f"C{at}", next_review=day) for at, day in enumerate(days)]
    rules = [RuleCard(name=f"R{at}", review=day) for at, day in enumerate(days)]
    asked = [Evaluation(question=f"Q{at}?", when=day) for at, day in enumerate(days)]
    made = register_book.book(cards, rules, asked)
    written = openpyxl.load_workbook(io.BytesIO(excel.write(made)), data_only=True)
    for pages in (written, office.recalculated(made, tmp_path)):
        for sheet, label in (
            ("Rules", "Review"),
            ("Evaluations", "By when"),
            ("Cards", "Next review"),
        ):
            rows = list(pages[sheet].iter_rows(values_only=True))
            head = next(row for row in rows if label in row)
            at = head.index("Is that day over?")
            assert head[at - 1] == label
            below = rows[rows.index(head) + 1 :]
            assert [row[at] or "" for row in below[: len(days)]] == list(days.values()), sheet
            assert not any(row[at] for row in below[len(days) :])


def test_the_open_points_of_a_card_are_those_of_the_paper() -> None:
    found = values_of(excel.write(register_book.book(CARDS)), "Cards")
    table = next(each for each in register.paper(CARDS).body if isinstance(each, Table))
    open_ = [row[table.columns.index("Open")].partition("+")[0] for row in table.rows]
    assert [str(row["Open points"]) for row in found] == open_
    assert len(set(open_)) > 2


def test_a_workbook_of_a_department_names_no_invented_county() -> None:
    own = MetricCard(id="A1", name="Visits kept", place="Adams County", owner="Nurse Manager")
    made = register_book.book([own], [RULE], [ASKED])
    pages = openpyxl.load_workbook(io.BytesIO(excel.write(made)))
    cells = [
        str(cell) for page in pages for row in page.iter_rows(values_only=True) for cell in row
    ]
    assert "Adams County" in cells
    assert not [cell for cell in cells if "Riverbend" in cell or "invented" in cell]
