"""What a room without a screen reads from paper is what the lesson's page shows."""

import re
from pathlib import Path

import pandas as pd
import pytest
from small_guide import ROOT, build_changed, text_of

from groundwork.authoring.guide import on_paper, paper_contract, paper_measures
from groundwork.cohort import guide, guide_parts
from groundwork.learner.papers.model import Heading
from groundwork.screen.activities import riverbend_budget, tuesdays_contract, whose_weights
from groundwork.screen.activities.metric_register import riverbend_cards
from groundwork.subject.budget.funding import classify_funding
from groundwork.subject.metrics import gaming

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
    assert len(alone) == 4
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


def test_the_contract_arrives_with_the_letters_of_the_key_and_stops_with_the_others() -> None:
    told = on_paper.forms("tuesdays_contract")
    arrives, _, others = told["results"].partition("\n\nWhere other letters part")
    assert "15 calendar days" in arrives and "It would stop here" not in arrives
    ends = dict(cells(others))
    assert len(ends) == len(paper_contract.OTHERS)
    assert [name for name, end in ends.items() if not end.endswith("It would stop here.")] == [
        "Nobody has the A"
    ]
    for name, said in (
        ("Two positions have the D", "Each could wait for the other."),
        ("Nobody has the D", "no position is named that decides"),
        ("Nobody has the A", "It would go on without."),
        ("The Equity Officer has the D", "it needs"),
    ):
        assert said in ends[name], name
    names = [row["name"] for row in tuesdays_contract.columns().values()]
    assert [name for name in paper_contract.KEY if name not in names] == []
    for said in (*names, *tuesdays_contract.LETTERS):
        assert said in told["sheet"]
    assert "calendar days" not in told["sheet"] and "County Counsel S5" not in told["sheet"]


def test_the_office_is_played_on_paper_as_on_the_page() -> None:
    told = on_paper.forms("game_it")
    for at, move in enumerate(gaming.MOVES, start=1):
        assert f"| {at} | {move.text} |" in told["sheet"]
        found = gaming.outcome(move)
        shares = [f"{each:.0f}" for each in (found.closed, found.reopened, found.taken_in)]
        assert (
            f"| {at}. {move.text} | {' | '.join(shares)} | {found.solved:.0f} |" in told["results"]
        )
        assert f"| {shares[0]} |" not in told["sheet"]
    assert re.findall(r"\| ([\d, ]+|none) \|$", told["results"].partition("Second")[2], re.M) == [
        *("2, 3, 4", "3, 4", "2", "none"),
    ]


def test_three_cards_are_marked_and_one_is_read_before_its_question() -> None:
    cards_ = {card.id: card for card in riverbend_cards()}
    sheet = on_paper.forms("metric_register")["sheet"]
    for id in paper_measures.MARKED:
        assert f"| Out of | {cards_[id].denominator} |" in sheet
    key = {name: (bottom, left) for name, bottom, left in cells(paper_measures.left_out())}
    for id in paper_measures.MARKED:
        bottom, left = key[cards_[id].name]
        assert bottom == cards_[id].denominator and left and left not in sheet
    assert "who could have been counted" in paper_measures.left_out()
    hiring = on_paper.forms("register_repairs")["results"]
    assert f"{cards_[paper_measures.HIRING].target_value:g} percent" in hiring


@pytest.mark.parametrize("minutes", [60, 90, 120])
def test_the_key_of_the_red_pens_is_printed_where_cards_are_marked(minutes: int) -> None:
    page = next(
        each
        for each in guide.pages(ROOT)
        if each.path.parts[-2:] == ("sessions", "05_accountability_metrics.md")
    )
    made = str(guide.paper(page, pd.Timestamp("2026-11-26").date(), minutes).blocks)
    (left,) = (paper_measures.NOT_IN[each] for each in paper_measures.NOT_IN if "Fam" in each)
    assert (left in made) == ("handout's last page in red" in made) == (minutes > 60)


def test_what_goes_by_each_day_is_what_the_money_says() -> None:
    lines = riverbend_budget.lines()
    for row, day in zip(cells(on_paper.gone()), on_paper.CALLED, strict=True):
        money = classify_funding(lines, pd.Timestamp(day))["funding"]
        goes = lines[lines["line_id"].isin(on_paper.SLIPS) & money.isin(on_paper.GOES)]
        assert [re.sub(r" \(\d slips\)$", "", each) for each in row[1].split("; ")] == list(
            dict.fromkeys(goes.set_index("line_id").reindex(on_paper.SLIPS)["purpose"].dropna())
        )
        filled = int(goes["positions_filled"].sum())
        assert row[2].startswith(f"{int(goes['positions'].sum())}: {filled} filled")
