"""The register is one paper and one workbook: a page a card, and a path that Excel computes."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from groundwork.learner.papers import register, register_book, workbook
from groundwork.learner.papers.model import Heading, Table
from groundwork.subject.fairness.evaluation import Evaluation
from groundwork.subject.fairness.rule_card import RuleCard
from groundwork.subject.metrics.card import MetricCard
from groundwork.subject.metrics.files import example_card, from_csv

DAY = date(2026, 11, 25)
ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "datasets/riverbend_county_invented/riverbend_invented_metrics_register.csv"
CARDS = from_csv(REGISTER.read_text(encoding="utf-8")).cards
RULE = RuleCard(name="Who gets a home visit first", criteria="First come, first served")
ASKED = Evaluation(question="Do evenings reach more families?", comparison="The year before")


def test_each_card_and_rule_has_a_page_and_the_first_page_holds_all() -> None:
    made = register.paper(CARDS, [RULE], [ASKED], today=DAY)
    pages = [each.text for each in made.body if isinstance(each, Heading) and each.new_page]
    assert len(pages) == len(CARDS) + 2
    first = next(each for each in made.body if isinstance(each, Table))
    assert len(first.rows) == len(CARDS)
    assert made.box and made.reader == "the director and the senior team"


def test_what_changed_and_the_path_are_two_answers() -> None:
    births, vaccines = CARDS[0], CARDS[1]
    assert register.changed(births) == "little or no detectable change"
    assert register.path(births).startswith("too uncertain to say")
    # Its target is below its baseline: nothing can be met, and no path leads there.
    assert "no better than the baseline" in register.changed(vaccines)
    assert register.path(vaccines) == "cannot be said yet"


def test_a_target_by_race_for_who_is_chosen_is_asked_of_counsel() -> None:
    hiring = next(card for card in CARDS if card.id == "M10")
    asks = register.paper([hiring], today=DAY).asks
    assert "counsel" in [ask.whom for ask in asks]


def test_an_empty_register_says_so_and_open_parts_are_named() -> None:
    assert not register.paper([], today=DAY).asks
    tables = [
        each
        for each in register.paper([MetricCard(id="A", name="B")], today=DAY).body
        if isinstance(each, Table) and each.caption == "The card"
    ]
    assert ("Owner", register.OPEN) in tables[0].rows


def values_of(content: bytes) -> list[list[object]]:
    page = openpyxl.load_workbook(io.BytesIO(content), data_only=True)["Register"]
    return [
        [cell.value for cell in row[14:16]] for row in page.iter_rows(min_row=6) if row[0].value
    ]


def book() -> bytes:
    late = replace(example_card(), latest_year=2040, id="LATE")
    return workbook.write(register_book.book([*CARDS, late, MetricCard(id="X")], [RULE], [ASKED]))


def test_each_path_in_the_sheet_has_its_value_beside_its_formula() -> None:
    found = values_of(book())
    assert found[0] == [pytest.approx(12.9), pytest.approx(0.4)]
    assert found[1] in ([None, None], ["", ""])
    assert found[-2][0] == 81


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice computes it elsewhere")
def test_another_program_computes_the_same_paths(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    bare = openpyxl.load_workbook(io.BytesIO(book()))
    bare.save(path)  # without the values that we wrote, so that the other program has to compute
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    again = tmp_path / "again"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(again), str(path)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    if not (again / path.name).exists():
        pytest.skip("LibreOffice is here without its calculator")
    for ours, theirs in zip(
        values_of(book()), values_of((again / path.name).read_bytes()), strict=True
    ):
        assert [one or None for one in ours] == pytest.approx([one or None for one in theirs])
