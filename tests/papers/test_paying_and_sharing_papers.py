"""The pay rule and the allocation note: what stands in them, in which order, and to the cent."""

import re
from dataclasses import replace
from datetime import date

import pytest

from groundwork.learner.papers import allocation_note, pay_rule, text, word
from groundwork.learner.papers import print as print_page
from groundwork.learner.papers.model import Paper, Table
from groundwork.subject.asks import BY_WHAT_IT_CHOOSES
from groundwork.subject.budget import sharing
from groundwork.subject.budget.money import show_dollars
from groundwork.subject.budget.paid_groups import PaidGroup, cost_of, total_of
from groundwork.subject.budget.pay_rule import EVERY_PART, ORGANIZATION, PARTS
from groundwork.subject.budget.sharing import FIRST, Place, Weights, share

pytestmark = pytest.mark.lesson("06_budget_baseline")

PANEL = PaidGroup("Panel", 20, 10, 4, 57, care=15, travel=12, interpretation=120, cap=200)
ADVISERS = PaidGroup("Advisers", 2, 12, 2.5, 6)
PLACES = (Place("North", 60_001, 5_127), Place("Mill", 40_720, 9_226), Place("East", 29_830, 5_131))
REASON = dict.fromkeys(FIRST, "written")
SAID = {**dict.fromkeys(PARTS, "said"), "holds": "$90,000"}
HOSTILE = "<script>alert(1)</script> $5 & العيادة 👩🏽‍⚕️ =1+1"


def tables(paper: Paper) -> dict[str, Table]:
    return {block.caption: block for block in paper.blocks if isinstance(block, Table)}


def test_the_years_of_all_groups_add_up_to_what_the_subject_computes() -> None:
    paper = pay_rule.paper({}, (PANEL, ADVISERS))
    *rows, last = tables(paper)[pay_rule.COST].rows
    assert [row[-1] for row in rows] == [
        show_dollars(cost_of(group).total_cents) for group in (PANEL, ADVISERS)
    ]
    assert last[-1] == show_dollars(total_of((PANEL, ADVISERS)))


def test_a_pay_rule_states_only_what_was_written_and_asks_for_the_rest() -> None:
    (rule,) = tables(pay_rule.paper({"fund": "F330, ends June 30, 2027"}, ())).values()
    said = {row[0]: row[1] for row in rule.rows}
    assert said.pop("Money") == "Fund: F330, ends June 30, 2027. The line holds: open."
    assert said.pop("Changes") == "Decided by: open. Looked at again: open."
    assert (
        said.pop("How it is paid") == "Forms: open. Paid: open. Record: open. To take less: open."
    )
    assert set(said.values()) == {"open."}
    asked = "; ".join(ask.what for ask in pay_rule.paper({}, ()).asks)
    assert len(asked.split("; ")) == len(PARTS) + 1
    assert all(heading in asked for heading in PARTS.values())
    (standing,) = pay_rule.paper(SAID, ()).asks
    assert standing.what == BY_WHAT_IT_CHOOSES


@pytest.mark.parametrize("words", ["unknown", "none", "8000 to 9000", "Ask finance!"])
def test_a_line_without_one_amount_keeps_its_words_and_has_a_row_in_the_ask_list(
    words: str,
) -> None:
    paper = pay_rule.paper({**SAID, "holds": words}, (PANEL,))
    assert f"The line holds: {words.removesuffix('.')}" in tables(paper)[pay_rule.RULE].rows[3][1]
    *_, asked = paper.body
    assert isinstance(asked, Table) and asked.caption.startswith("Ask list")
    assert [row[0] for row in asked.rows] == ["Finance", "Counsel"] and f"“{words}”" in asked.rows[
        0
    ][1]


def test_every_part_has_its_place_in_a_row() -> None:
    rows = {**pay_rule.ROWS, **pay_rule.OF_AN_ORGANIZATION}.values()
    assert sorted(part for row in rows for part in row) == sorted(EVERY_PART)


def test_a_partner_organization_has_rows_once_anything_is_written_of_it() -> None:
    alone = tables(pay_rule.paper(SAID, (PANEL,)))[pay_rule.RULE]
    assert not {row[0] for row in alone.rows} & set(pay_rule.OF_AN_ORGANIZATION)
    paper = pay_rule.paper({**SAID, "term": "July 1 to June 30, told 90 days before"}, (PANEL,))
    said = {row[0]: row[1] for row in tables(paper)[pay_rule.RULE].rows}
    assert said["Organization"].startswith("Work: open. Term and notice: July 1 to June 30, told")
    assert said["Its money and data"].count("open.") == 3
    asked = "; ".join(ask.what for ask in paper.asks)
    for part, heading in ORGANIZATION.items():
        assert (heading.removeprefix("Organization: ") in asked) is (part != "term")


def test_a_fund_that_has_ended_is_said_to_the_writer_and_finance_is_asked_which_pays() -> None:
    parts = {**SAID, "fund": "F330, ended June 30, 2026", "holds": "$90,000"}
    paper = pay_rule.paper(parts, (PANEL,), today=date(2026, 11, 27))
    ask, standing = paper.asks
    assert standing.what == BY_WHAT_IT_CHOOSES
    assert ask.what.startswith("which fund pays") and "June 30, 2026, and nothing" in ask.what
    assert "Nothing can be paid from it" in paper.remarks[0]
    assert pay_rule.paper(parts, (PANEL,), "an invented county").asks == (standing,)


def test_no_result_stands_in_the_note_before_who_chose_which_need_and_why() -> None:
    shared = share(PLACES, Weights("300000.01", 50, 10_000))
    for name in FIRST:
        early = text.write(allocation_note.paper({**REASON, name: " "}, shared))
        assert "No result is shown yet" in early
        assert "Mill" not in early
    assert "Mill" in text.write(allocation_note.paper(REASON, shared))


def test_both_versions_of_the_note_add_up_to_the_same_cents_and_name_who_loses() -> None:
    shared = share(PLACES, Weights("300000.01", 50, 10_000))
    paper = allocation_note.paper(REASON, shared, "as chosen")
    last = tables(paper)["Dollars and cents, the same total twice"].rows[-1]
    assert last[1:4] == ("$300,000.01", "$300,000.01", "$0.00")
    assert "Mill gets" in text.write(paper)
    even = text.write(allocation_note.paper(REASON, share(PLACES, Weights(300, 100))))
    assert "no place gets less than by need alone, without a base" in even


def test_the_note_says_first_who_gets_less_than_now() -> None:
    now = (replace(PLACES[0], now="150000.50"), *PLACES[1:])
    said = text.write(allocation_note.paper(REASON, share(now, Weights("300000.01", 50, 10_000))))
    assert "North gets $" in said
    assert "less than now" in said
    assert said.index("less than now") < said.index("less than by need alone")
    assert "Mill | " not in said.split("By need alone")[0], "nobody said what Mill gets now"
    never = text.write(allocation_note.paper(REASON, share(PLACES, Weights(300, 50))))
    assert "than now" not in never


def test_the_note_says_of_who_loses_both_measures_and_promises_nothing() -> None:
    mill, weights = PLACES[1], Weights("300000.01", 50, 10_000)
    (alone,) = [each for each in share(PLACES, weights) if each.place == mill.name]
    less, now = f"{show_dollars(-alone.change_cents)} less", alone.chosen_cents - 1_339_00
    places = (PLACES[0], replace(mill, now=f"{now / 100:.2f}"), *PLACES[2:])
    said = text.write(allocation_note.paper(REASON, share(places, weights)))
    assert (
        f"Mill gets {less} than by need alone, without a base, the most of all places, and $1,339 "
        "more than now. It is to be told who chose" in said
    )
    assert "It is told" not in said


def test_a_loser_that_the_figures_contradict_is_told_to_the_writer_alone() -> None:
    shared = share(PLACES, Weights("300000.01", 50, 10_000))
    wrong = {**REASON, "loses": "North loses, and the director tells it by letter."}
    paper = allocation_note.paper(wrong, shared)
    (said,) = [each for each in paper.look if "another place than the figures" in each]
    assert "North gets $" in said and "Name who gets less: Mill" in said
    assert said not in text.write(paper)
    for right in ("Mill loses; North gains.", "One place loses.", ""):
        told = allocation_note.paper({**REASON, "loses": right}, shared).look
        assert not any("than the figures" in each for each in told)
    assert not any("than the figures" in each for each in allocation_note.paper(wrong, []).look)


def test_a_note_that_is_read_outside_asks_only_whether_counsel_was_asked() -> None:
    """What counsel answers may be privileged, and outsiders read this note."""
    asked = sharing.PARTS["counsel"]
    assert "asked" in asked
    assert not re.search(r"said|says|advice|advised|answer", asked)


@pytest.mark.parametrize("write", [text.write, print_page.write])
def test_what_is_typed_is_text_in_both_papers(write: object) -> None:
    made = (
        pay_rule.paper({"who": HOSTILE}, (replace(PANEL, name=HOSTILE),)),
        allocation_note.paper({**REASON, "chose": HOSTILE}, share(PLACES, Weights(9, 50))),
    )
    for paper in made:
        assert "<script>alert" not in str(write(paper)).replace(HOSTILE, "")  # type: ignore[operator]
        assert "alert(1)" in str(write(paper))  # type: ignore[operator]
        assert word.write(paper)
        assert paper.box is not None and paper.record
