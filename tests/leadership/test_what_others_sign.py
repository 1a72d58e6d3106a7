"""What others fill in, receive or sign is asked of them: no blank goes out without its ask."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from groundwork.learner.papers import charter as charter_paper
from groundwork.learner.papers import decision_rights as matrix_paper
from groundwork.learner.papers import roles as roles_paper
from groundwork.learner.papers import seats as seats_paper
from groundwork.learner.papers import year_goals as goals_paper
from groundwork.learner.papers.law import law_cards
from groundwork.learner.papers.model import Items, Paper, Paragraph, Table
from groundwork.subject.leadership import two_papers
from groundwork.subject.leadership.blanks import (
    AGREED,
    CHOSEN,
    HOLDER,
    HR,
    SEAT_BY_CALL,
    SIGNED_CHARTER,
    SUPERVISOR,
)
from groundwork.subject.leadership.blanks import CHARTER as CHARTER_FORM
from groundwork.subject.leadership.blanks import GOAL as GOAL_FORM
from groundwork.subject.leadership.blanks import ROLE as ROLE_FORM
from groundwork.subject.leadership.blanks import SEAT as SEAT_FORM
from groundwork.subject.leadership.core_team import (
    CALL,
    LASTING,
    PARTS,
    POSITION,
    Charter,
    Part,
    Seat,
    by_agreement,
    uncovered,
)
from groundwork.subject.leadership.decision_rights import Decision, Matrix, Position
from groundwork.subject.leadership.goal_asks import of_goals
from groundwork.subject.leadership.rights_asks import of_hours, of_matrix, of_roles, of_seats
from groundwork.subject.leadership.roles import RoleStatement
from groundwork.subject.leadership.year_goals import YearGoal

SEAT = Seat(
    "Budget Analyst", "Finance", "supervisor", 8, LASTING, "The supply audit ends", True,
    filled=CALL, until="2027-03-01", chosen_by="Deputy Director; a clerk", grounds="Knows the fund",
)  # fmt: skip
ROLE = RoleStatement(
    "Budget Analyst", share=5, duties=("Reviews each form",), funded_by=LASTING,
    comes_off="The mileage summary ends",
)  # fmt: skip
GOAL = YearGoal("Budget Analyst", "Reviews each form", "2027-06-30", 42, "Finance Manager")
CHARTER = Charter(tuple(Part(name, "Words", "policy") for name in PARTS), (), (SEAT,))
PAPERS = {
    "charter": charter_paper.paper(CHARTER),
    "hours": seats_paper.paper([SEAT, replace(SEAT, position="Nurse", filled=POSITION)]),
    "roles": roles_paper.paper([ROLE, replace(ROLE, position="Nurse")]),
    "goals": goals_paper.paper([GOAL, replace(GOAL, position="Nurse")]),
    "matrix": matrix_paper.paper(Matrix(decisions=(Decision("Rent a van"),))),
}
LINE = "____"
FORMS = {
    each.caption: each
    for each in (CHARTER_FORM, SIGNED_CHARTER, SEAT_FORM, SEAT_BY_CALL, ROLE_FORM, GOAL_FORM)
}


def blanks(paper: Paper) -> Iterator[str]:
    """What stands beside each blank, or the words around it."""
    for block in paper.blocks:
        if isinstance(block, Table):
            yield from (row[0] for row in _open(block))
        texts = [block.text] if isinstance(block, Paragraph) else []
        texts += [text for _, text in block.items] if isinstance(block, Items) else []
        yield from (text for text in texts if LINE in text)


def _open(table: Table) -> list[tuple[str, ...]]:
    return [row for row in table.rows if any(LINE in cell for cell in row)]


@pytest.mark.parametrize("kind", PAPERS)
def test_each_blank_of_a_paper_is_in_its_ask_list(kind: str) -> None:
    """By its own name, or counted among the lines of its table; the list repeats no form."""
    paper = PAPERS[kind]
    asked = " ".join(ask.what for ask in paper.asks)
    told = {(each.whom, each.what) for each in paper.asks}
    in_a_table = set()
    for block in paper.blocks:
        form = FORMS.get(block.caption.split(":")[0]) if isinstance(block, Table) else None
        if not form:
            continue
        for office, count in Counter(form.lines.values()).items():
            if (office, form.lines_of(count)) in told:
                in_a_table |= {line for line, whom in form.lines.items() if whom == office}
    left = [blank for blank in blanks(paper) if blank not in asked and blank not in in_a_table]
    assert left == []
    assert not any(blank in asked for blank in in_a_table - {"Notice to the union, and bargaining"})


NAMED = "Mrs. Baker"


@pytest.mark.parametrize("kind", ["hours", "roles", "goals", "matrix"])
def test_an_ask_list_does_not_repeat_the_name_of_a_person(kind: str) -> None:
    rent = Decision("Rent a van")
    matrix = Matrix(
        (Decision("Clinic hours"), rent),
        (Position(NAMED, signer=True), Position("Director")),
        {"Clinic hours": {"Director": "D"}, rent.name: {NAMED: "DS"}},
    )
    asks = {
        "hours": lambda: of_hours([SEAT, replace(SEAT, position=NAMED, stops="")]),
        "roles": lambda: of_roles([ROLE, replace(ROLE, position=NAMED)]),
        "goals": lambda: of_goals([GOAL, replace(GOAL, position=NAMED)]),
        "matrix": lambda: of_matrix(matrix),
    }[kind]()
    told = " ".join(map(str, asks))
    assert "Baker" not in told
    assert "the person named in row 2" in told
    assert "Budget Analyst" in told or kind == "matrix"


def test_a_charter_is_signed_by_all_who_have_to_and_says_how_it_ends() -> None:
    found = "; ".join(blanks(PAPERS["charter"]))
    for each in ("In force from", "quorum", "Changed or ended", "sponsor", "counsel", "union"):
        assert each in found


def test_whoever_receives_work_is_asked_for_hours_pay_and_controls() -> None:
    moved = replace(SEAT, stops="The vaccine count moves to the stock clerk")
    asks = [(ask.whom, ask.what) for ask in of_seats([moved])]
    assert any("receives the task" in whom for whom, _ in asks)
    assert any(whom == "human resources" and "out-of-class" in what for whom, what in asks)
    assert any(whom == "finance" and "separation of duties" in what for whom, what in asks)
    agreed = of_seats([replace(moved, receiver="yes")])
    assert not any("receives the task" in ask.whom for ask in agreed)
    assert not any("out-of-class" in ask.what for ask in of_seats([SEAT]))


def test_a_seat_says_how_it_is_filled_or_asks() -> None:
    def asked(seat: Seat) -> str:
        return " ".join(ask.what for ask in of_seats([seat]))

    assert "whether an open call fills it" in asked(replace(SEAT, filled=""))
    assert "who chooses" in asked(replace(SEAT, chosen_by=" "))
    named = replace(SEAT, filled=POSITION, until="", chosen_by="", grounds="")
    assert "why it goes with this position" in asked(named)
    assert "about the job and the same for everybody: Knows the fund" in asked(SEAT)
    assert {ask.whom for ask in of_seats([SEAT]) if "Knows the fund" in ask.what} == {"counsel"}
    table = next(
        block
        for block in PAPERS["hours"].blocks
        if isinstance(block, Table) and "filled" in block.caption
    )
    assert table.rows[0][2:] == ("March 1, 2027", "Deputy Director; a clerk", "Knows the fund")


def test_knowledge_that_the_work_draws_on_is_asked_about_as_pay() -> None:
    asks = of_roles([replace(ROLE, knowledge="Five years with residents of the east side")])
    (ask,) = [ask for ask in asks if "pay step" in ask.what]
    assert "Five years with residents" in ask.what


@pytest.mark.parametrize(("hours", "share", "differ"), [(8, 5, 0), (8, 20, 1), (40, 23, 0)])
def test_two_papers_of_one_position_are_held_side_by_side(
    hours: float, share: float, differ: int
) -> None:
    found = two_papers.remarks([replace(ROLE, share=share)], [replace(SEAT, hours=hours)])
    assert [each.code for each in found] == ["GW-P16"] * differ
    asked = " ".join(ask.what for ask in of_roles([replace(ROLE, share=20)], [SEAT]))
    assert "8 hours a month (about 5 percent of full time)" in asked and "20 percent" in asked


@pytest.mark.parametrize(
    ("stops", "off", "same"),
    [
        ("The supply audit ends", "Supply audit moves to the clerk", True),
        ("The supply audit ends", "The mileage summary ends", False),
        ("Nothing", "Nothing", False),
    ],
)
def test_a_task_is_taken_away_once(stops: str, off: str, same: bool) -> None:
    found = two_papers.remarks([replace(ROLE, comes_off=off)], [replace(SEAT, stops=stops)])
    assert ["GW-P17" in each.code for each in found] == [True] * same


@pytest.mark.parametrize(
    ("change", "stands", "asked"),
    [
        ("replaced", "it goes, and the new text stands in its place", False),
        ("added", "it stays, and the new text is added", False),
        ("", "not known yet", True),
    ],
)
def test_a_request_says_whether_the_new_text_replaces_the_text_now(
    change: str, stands: str, asked: bool
) -> None:
    role = replace(ROLE, current="Supports equity initiatives as needed", change=change)
    made = roles_paper.paper([role])
    (table, form) = [block for block in made.blocks if isinstance(block, Table)]
    rows = {row[0]: row[1] for row in table.rows}
    assert rows["What becomes of the text now"] == stands
    assert rows["Share of paid time"].startswith("5 percent, about 104 hours a year")
    assert "Bargaining unit, or none" in [row[0] for row in form.rows]
    assert any("replaces the text now" in ask.what for ask in made.asks) is asked
    none = replace(role, current="none", change="")
    assert not any("replaces the text now" in ask.what for ask in of_roles([none]))


def test_nothing_comes_off_does_not_stand_in_the_paper_like_a_task() -> None:
    (table,) = [
        block
        for block in roles_paper.paper([replace(ROLE, comes_off="nothing")]).blocks
        if isinstance(block, Table) and block.caption.startswith("Proposed")
    ]
    assert ("What comes off", "nothing named yet") in table.rows


def test_what_an_office_is_asked_for_two_positions_stands_once_with_both() -> None:
    rows = [
        row
        for block in PAPERS["roles"].body
        if isinstance(block, Table) and block.caption.startswith("Not known yet")
        for row in block.rows
    ]
    assert len({row[:2] for row in rows}) == len(rows)
    ((_, _, both),) = [
        row
        for row in rows
        if "lines in the table" in str(row[1]) and str(row[0]).casefold() == "human resources"
    ]
    assert both == "the statement of Budget Analyst; the statement of Nurse"


@pytest.mark.parametrize("kind", PAPERS)
def test_lines_are_asked_for_with_the_table_that_has_them(kind: str) -> None:
    """One table is named by its caption; of several with one caption, each has its position."""
    tables = [block.caption for block in PAPERS[kind].blocks if isinstance(block, Table)]
    told = [ask.what for ask in PAPERS[kind].asks if " in the table “" in ask.what]
    for what in told:
        caption = what.partition("“")[2].partition("”")[0]
        several = caption not in tables
        assert several == any(each.startswith(f"{caption}: ") for each in tables)
        assert what.endswith("in the one of each position named here") == several
    assert told or kind == "matrix"


@pytest.mark.parametrize(
    ("fund", "whom", "what"),
    [
        ("time-limited", "the grants office", "whether the award may pay"),
        ("recurring restricted", "finance", "whether the fund's purpose covers"),
        ("one-time", "finance", "whether the fund's purpose covers"),
        ("unknown", "finance", "which fund pays the position"),
        ("", "finance", "which fund pays the position"),
    ],
)
def test_the_grants_office_is_asked_about_an_award_and_about_no_other_money(
    fund: str, whom: str, what: str
) -> None:
    for asks in (of_seats([replace(SEAT, fund=fund)]), of_roles([replace(ROLE, funded_by=fund)])):
        (ask,) = [ask for ask in asks if "award" in ask.what or "fund" in ask.what.split(":")[0]]
        assert ask.whom == whom and what in ask.what


def test_money_that_lasts_for_any_work_is_not_asked_about() -> None:
    asks = [*of_seats([SEAT]), *of_roles([ROLE])]
    assert not any("award" in ask.what or "purpose covers" in ask.what for ask in asks)


def test_hours_of_an_open_call_are_asked_of_the_supervisor_of_whoever_is_chosen() -> None:
    called = replace(SEAT, stops="The supply audit")
    paper = seats_paper.paper([called])
    supervisors = {ask.whom for ask in paper.asks if "supervisor" in ask.whom}
    assert supervisors == {CHOSEN}
    assert "a signature under the hours" in [ask.what for ask in paper.asks]
    seats, *_, form = [block for block in paper.blocks if isinstance(block, Table)]
    assert "when somebody is chosen" in seats.rows[0] and "yes" not in seats.rows[0]
    assert SUPERVISOR not in {row[1] for row in form.rows}
    assert not any("supply audit" in cell for row in form.rows for cell in row)
    told = " ".join(block.text for block in paper.blocks if isinstance(block, Paragraph))
    assert "Agreed in writing" not in told
    assert "to be agreed by the supervisor of whoever is chosen: 8 hours a month in 1 seat" in told


def test_hours_of_an_open_call_exist_for_no_page_before_somebody_is_chosen() -> None:
    seats = [SEAT, replace(SEAT, position="Nurse", filled=POSITION, receiver="nobody")]
    assert uncovered(seats) == [SEAT]
    assert [len(each) for each in by_agreement(seats).values()] == [1, 0, 1, 0]


def test_whoever_holds_a_position_is_asked_first_and_what_is_owed_to_them_is_asked_too() -> None:
    """Work done unpaid is not written up unasked, nor does its paper end the claim for it."""
    asks = [ask for ask in of_roles([ROLE]) if ask.why == "the statement of Budget Analyst"]
    assert asks[0].whom == HOLDER
    assert "before this goes to human resources: whether they agree" in asks[0].what
    assert "union steward" in asks[0].what
    (owed,) = [ask for ask in asks if "is owed for it until it is reclassified" in ask.what]
    assert owed.whom == HR
    assert "payroll" in owed.what
    assert "deadlines may run" in owed.what
    lines = [*ROLE_FORM.lines.items()]
    assert lines[0] == (AGREED, HOLDER)
    assert {"Done since when, and in which hours": HOLDER}.items() <= ROLE_FORM.lines.items()
    card = law_cards.box("role_statement")
    assert "Hours already worked are reported to HR, and paid." in str(card)
