"""What a room without a screen reads from paper is what the lesson's page shows."""

from pathlib import Path

import pandas as pd
import pytest
from small_guide import ROOT, build_changed, text_of

from groundwork.authoring.guide import on_paper
from groundwork.cohort import guide, guide_parts
from groundwork.learner.papers.model import Heading
from groundwork.screen.activities import riverbend_budget, whose_weights
from groundwork.subject.budget.funding import classify_funding

NAME = "06_budget_baseline"
HANDOUT = ROOT / "facilitator_guide" / "handouts" / f"{NAME}.md"

pytestmark = pytest.mark.lesson(NAME)


def cells(table: str) -> list[list[str]]:
    """Return the rows of a Markdown table below its head."""
    lines = [line for line in table.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def dollars(cell: str) -> int:
    return int(cell.replace("\\$", "").replace(",", ""))


def test_the_results_of_the_weights_are_those_of_the_page() -> None:
    rows = cells(on_paper.weights())
    for at, poverty in enumerate(("0", "50", "100")):
        values = {"base": "10000", "poverty": poverty, "births": "0", "hold": "none", "sure": "as"}
        alone, chosen = whose_weights.shares(values)
        for row in rows:
            assert abs(100 * dollars(row[3]) - alone[row[0]]) <= 50
            assert abs(100 * dollars(row[4 + at]) - chosen[row[0]]) <= 50
        assert abs(sum(dollars(row[4 + at]) for row in rows) - whose_weights.TOTAL) <= len(rows)


def test_the_payments_bear_out_what_the_question_says_of_them() -> None:
    lost = [row[2] for row in cells(on_paper.payments())]
    assert lost == ["\\$420", "\\$0", "\\$420", "\\$1,260"]


def test_the_slips_hold_the_positions_of_the_question_and_go_as_the_run_sheet_says() -> None:
    lines = riverbend_budget.lines()
    slips = lines[lines["line_id"].isin(on_paper.SLIPS)]
    workers = slips[slips["fund"] == "F360"]
    assert (len(workers), workers["positions"].sum(), workers["positions_filled"].sum()) == (
        3,
        9,
        7,
    )
    money = classify_funding(lines, pd.Timestamp("2029-06-30"))["funding"]
    goes = {
        line
        for line, kind in zip(lines["line_id"], money, strict=True)
        if line in on_paper.SLIPS and kind in ("time-limited", "one-time", "not known")
    }
    assert goes == {*on_paper.SLIPS[:8], on_paper.SLIPS[-1]}


def test_the_words_of_the_handout_speak_of_no_widget() -> None:
    said = HANDOUT.read_text(encoding="utf-8")
    for word in ("Move the amount", "Slide", "weights appear", "Choose a grant", "button"):
        assert word not in said, word


def test_what_is_given_out_alone_begins_a_page_and_so_does_what_comes_after_it() -> None:
    page = next(each for each in guide.pages(ROOT) if each.path == HANDOUT)
    made = guide.paper(page, pd.Timestamp("2026-11-26").date()).blocks
    parts = [block for block in made if isinstance(block, Heading) and block.level == 1]
    alone = [block for block in parts if block.text.endswith(guide_parts.OWN_PAGE)]
    assert len(alone) == 2
    assert all(block.new_page for block in alone)
    assert parts[parts.index(alone[-1]) + 1].new_page
    assert not parts[1].new_page


def test_a_form_that_an_activity_does_not_have_is_told(tmp_path: Path) -> None:
    text = text_of("handout", NAME).read_text(encoding="utf-8")
    _, faults = build_changed(
        tmp_path,
        text.replace("{{ whose_weights | results }}", "{{ whose_weights | slips }}"),
        "handout",
        NAME,
    )
    assert faults
