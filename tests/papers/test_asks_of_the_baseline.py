"""What a baseline asks of whom: nothing that a line says already, and counsel where law decides."""

from pathlib import Path
from typing import Any

import pytest
from papers.budget_rows import ITEMS, RECORDS, YEAR, YEARS, line

from groundwork.learner import artifacts, chosen_file
from groundwork.learner.papers import budget_baseline, budget_request
from groundwork.screen.activities import whose_budget
from groundwork.screen.activities.end_the_grant import end_the_grant
from groundwork.screen.activities.horizon import horizon
from groundwork.screen.widgets.what_if import WhatIf
from groundwork.subject.asks import GRANTS_AND_COUNSEL, Ask
from groundwork.subject.budget.counted_work import COURSE, CountedWork
from groundwork.subject.budget.fund_facts import FundFacts, records_with_facts
from groundwork.subject.budget.own_lines import table_of

pytestmark = pytest.mark.lesson("06_budget_baseline")

OWN = CountedWork("work on access to care")


def asks(records: list[dict[str, Any]], work: CountedWork = COURSE) -> list[Ask]:
    return budget_baseline.asks(table_of(records, YEAR), records, YEAR, work=work)


@pytest.mark.parametrize(
    ("said", "is_asked"),
    [
        ({"ends": ""}, True),
        ({"ends": "2026-06-30"}, False),
        ({"ends": "2029-06-30"}, False),  # the last day of the plan
        ({"ends": "2029-07-01"}, True),
        ({"ends": "", "label": "one-time"}, False),
        ({"ends": "", "use": "restricted"}, False),
    ],
)
def test_the_use_of_money_is_asked_where_a_baseline_can_hold_it(
    said: dict[str, Any], is_asked: bool
) -> None:
    found = asks([line("Panels", 100, **{"use": "", **said})])
    assert any(ask.why == "the strict baseline" for ask in found) is is_asked


def test_two_awards_of_one_fund_are_told_apart_by_their_days() -> None:
    rows = [
        line(f"{day} nurse {at}", 100, ends=day)
        for day in ("2026-03-31", "2027-06-30")
        for at in (1, 2)
    ]
    what = [ask.what for ask in asks(rows)]
    for day in ("March 31, 2026", "June 30, 2027"):
        assert any(
            f"why the labels of 2 lines of fund F1 that end on {day} differ" in w for w in what
        )
    months = next(each for each in what if "for the months until that day only" in each)
    assert months.startswith("whether the amounts of 2 lines of fund F1 that end on March 31, 2026")


FRINGE = [
    *(("Fringe benefits", None), ("61200 Fringe", None), ("PHN II - Benefits", 2.0)),
    *(("Fringe, nurses", 1.0), ("Employee benefits, clinic", 3.0), ("FICA", None)),
    *(("Health insurance premiums", None), ("Retirement", None), ("Benefits", 0.5)),
]
PAY = [
    *(("Nurses", 2.0), ("Salaries and benefits", None), ("Nurse, salary and fringe", 1.0)),
    *(
        ("Benefits counselor", 1.0),
        ("Health insurance navigators", 2.0),
        ("Personnel & benefits", 2),
    ),
]


@pytest.mark.parametrize(("name", "fte"), [*FRINGE, *PAY])
def test_a_line_of_benefits_is_asked_only_whose_they_are(name: str, fte: float | None) -> None:
    what = [ask.what for ask in asks([line(name, 100, fte=fte, share=None, paper="")])]
    is_fringe = (name, fte) in FRINGE
    assert any("is equity work, and which document" in each for each in what) is not is_fringe
    assert any("hold benefits" in each for each in what) is (fte is not None and not is_fringe)
    assert (
        any("which salaries these benefits or extra pay belong to" in each for each in what)
        is is_fringe
    )


def test_all_lines_of_benefits_are_one_question() -> None:
    rows = [line(name, 100, fte=fte, share=None, paper="") for name, fte in FRINGE]
    (one,) = [ask.what for ask in asks(rows) if "these benefits" in ask.what]
    assert all(name in one for name, _ in FRINGE)
    judged = [{**row, "share": 50} for row in rows]
    assert not [ask for ask in asks(judged) if "these benefits" in ask.what]


@pytest.mark.parametrize("column", ["purpose", "object"])
def test_a_page_asks_no_share_of_benefits_and_says_once_whose_they_follow(
    column: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen_file, "_followers", {})
    rows = "".join(
        f"A{at},FY2027,{name if column == 'purpose' else 'Clinic'},{at}000,G1,{fte or ''},"
        f"{name if column == 'object' else ''}\n"
        for at, (name, fte) in enumerate([("Nurses", 2.0), *FRINGE[:3]], start=1)
    )
    head = "line_id,fiscal_year,purpose,amount,fund,fte,object\n"
    chosen_file.bring("own.csv", f"{head}{rows}".encode())
    chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
    assert chosen_file.in_use("budget_lines")
    shown = horizon()
    asked = [each["label"] for each in shown.respond("open", {})["controls"][1:]]
    assert [each.split()[0] for each in asked] == ["A1"]
    assert page_of(shown).count("each counts as the salaries that it belongs to") == 1


FACTS = {"F1": FundFacts(ends="2027-06-30")}


@pytest.mark.parametrize(
    ("ends", "is_asked"), [("2027-09-30", True), ("2027-06-30", False), ("", False)]
)
def test_a_day_of_a_fund_that_its_lines_contradict_is_asked_with_both_days(
    ends: str, is_asked: bool
) -> None:
    rows = records_with_facts([line("Panels", 100, ends=ends), line("Rent", 5, fund="F2")], FACTS)
    found = [ask for ask in asks(rows) if "which last day holds" in ask.what]
    assert [ask.whom for ask in found] == ["the grants office"] * is_asked
    for ask in found:
        assert "fund F1" in ask.what and "June 30, 2027" in ask.what and "Panels" in ask.what
        assert "September 30, 2027" in ask.what


@pytest.mark.parametrize("typed", ["2027-06-30", "2027-09-30", ""])
def test_the_page_names_both_days_too(
    typed: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen_file, "_followers", {})
    head = "line_id,fiscal_year,purpose,amount,fund,ends\n"
    chosen_file.bring("own.csv", f"{head}A1,FY2027,Doulas,900,G1,2027-06-30\n".encode())
    chosen_file.choose("budget_lines", chosen_file.Chosen("my_files/own.csv"))
    artifacts.save(whose_budget.FUNDS, {"records": [{"fund": "G1", "ends": typed}]})
    for shown in (horizon(), end_the_grant()):
        assert ("you wrote that it ends on" in page_of(shown)) is (typed == "2027-09-30")


def page_of(shown: WhatIf) -> str:
    values = {each["id"]: each["start"] for each in shown.respond("open", {})["controls"]}
    said = str(shown.respond("look", {"values": values})["blocks"])
    if "you wrote" in said:
        assert "September 30, 2027, and lines of it have June 30, 2027" in said
        assert "the grants office knows" in said
    return said


@pytest.mark.parametrize("work", [COURSE, OWN])
@pytest.mark.parametrize("records", [RECORDS, RECORDS[:1], [{**RECORDS[0], "share": None}]])
def test_counsel_is_named_once_where_a_baseline_lists_anything(
    records: list[dict[str, Any]], work: CountedWork
) -> None:
    (one,) = [ask for ask in asks(records, work) if "counsel" in ask.whom]
    assert one.whom == GRANTS_AND_COUNSEL and work.name in one.what
    funds = {str(row["fund"]) for row in records if row["ends"] or row["use"] == "restricted"}
    assert all(fund in one.what for fund in funds)


@pytest.mark.parametrize("answered", [(), ("supplant",), ("risk",), tuple(budget_request.PARTS)])
def test_counsel_is_named_in_a_memo_and_takes_no_row_of_its_own(answered: tuple[str, ...]) -> None:
    paper = budget_request.paper(ITEMS, dict.fromkeys(answered, "No."), YEARS)
    named = [ask for ask in paper.asks if "counsel" in ask.whom]
    assert named and {ask.whom for ask in named} == {GRANTS_AND_COUNSEL}
    assert any("supplanting" in ask.what.lower() for ask in named)


@pytest.mark.parametrize("part", budget_request.PARTS)
def test_an_answer_that_nobody_knows_is_asked_in_a_memo_as_an_empty_one(part: str) -> None:
    found, empty = (
        budget_request.paper(ITEMS, {part: says}, YEARS).asks
        for says in ("Not known yet; finance looks.", "")
    )
    assert [ask for ask in found if ask.why == "the memo"] == [
        ask for ask in empty if ask.why == "the memo"
    ]
