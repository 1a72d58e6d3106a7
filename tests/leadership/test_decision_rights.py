"""Decision rights: one decider with the authority, and a say for those affected."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from groundwork.learner.papers import decision_rights, text
from groundwork.learner.papers.model import Heading, Items
from groundwork.subject.errors import UserError
from groundwork.subject.leadership.authority import NONE, Authority
from groundwork.subject.leadership.decision_checks import review
from groundwork.subject.leadership.decision_rights import Decision, Matrix, Position
from groundwork.subject.leadership.rights_asks import of_matrix
from groundwork.subject.remark import Remark

HOURS = Decision(
    "Clinic hours",
    replace(NONE, money=Decimal(20_000), staffing=True),
    affects_community=True,
    notice="none",
)
FORM = Decision("Intake form", replace(NONE, rule=True))
MEMO = "Delegation of 2025"
DIRECTOR = Position(
    "Director",
    Authority(Decimal(100_000), True, True),
    MEMO,
    staff_written_in=MEMO,
    rule_written_in=MEMO,
)
NURSE = Position(
    "Nurse Supervisor",
    Authority(Decimal(5_000), False, True),
    rule_written_in="Job description",
)
COUNCIL = Position("Residents' Council", community=True, paid=True)
SOUND = Matrix(
    (HOURS, FORM),
    (DIRECTOR, NURSE, COUNCIL),
    {
        "Clinic hours": {"Director": "D", "Nurse Supervisor": "W", "Residents' Council": "A"},
        "Intake form": {"Nurse Supervisor": "DW", "Residents' Council": "A", "Director": "I"},
    },
)


def with_part(decision: str, position: str, letters: str) -> Matrix:
    row = dict(SOUND.parts[decision]) | {position: letters}
    return replace(SOUND, parts=dict(SOUND.parts) | {decision: row})


def codes(matrix: Matrix) -> list[tuple[str, str, str]]:
    return [(remark.code, remark.about, remark.part) for remark in review(matrix)]


def test_a_sound_matrix_passes() -> None:
    assert review(SOUND) == []


@pytest.mark.parametrize(
    ("matrix", "code", "decision", "position"),
    [
        (with_part("Clinic hours", "Director", "A"), "GW-D01", "Clinic hours", ""),
        (with_part("Clinic hours", "Nurse Supervisor", "DW"), "GW-D01", "Clinic hours", ""),
        (with_part("Intake form", "Nurse Supervisor", "A"), "GW-D04", "Intake form", ""),
        (with_part("Intake form", "Residents' Council", ""), "GW-D05", "Intake form", ""),
        (
            with_part("Clinic hours", "Nurse Supervisor", "WI"),
            "GW-D06",
            "Clinic hours",
            "Nurse Supervisor",
        ),
        (with_part("Intake form", "Director", "AI"), "GW-D06", "Intake form", "Director"),
        (with_part("Clinic hours", "Residents' Council", "I"), "GW-D07", "Clinic hours", ""),
        (with_part("Clinic hours", "Residents' Council", "W"), "GW-D07", "Clinic hours", ""),
    ],
)
def test_a_flaw_is_named_at_its_decision_and_position(
    matrix: Matrix, code: str, decision: str, position: str
) -> None:
    assert (code, decision, position) in codes(matrix)


def test_a_decider_without_the_authority_is_told_what_lacks() -> None:
    matrix = with_part("Clinic hours", "Director", "A")
    matrix = replace(
        matrix,
        parts=dict(matrix.parts)
        | {"Clinic hours": {"Nurse Supervisor": "DW", "Residents' Council": "A"}},
    )
    (remark,) = review(matrix)
    assert (remark.code, remark.part) == ("GW-D02", "Nurse Supervisor")
    assert "$20,000 (it can commit $5,000) or staff or hours" in remark.what


BOARD = Position("Board", Authority(), board=True)
OFFICE = Position("HR office", signer=True)


def asked_about(decider: Position, *more: Position, decision: Decision = HOURS) -> list[str]:
    """Return the ask list where this one decides."""
    parts = {decision.name: {decider.name: "DW", COUNCIL.name: "A"}}
    matrix = Matrix((decision,), (decider, COUNCIL, *more), parts)
    return [str(ask) for ask in of_matrix(matrix)]


def test_an_open_authority_is_asked_for_and_nobody_is_said_to_lack_it() -> None:
    open_ = Position("Nurse Manager, north clinic")
    matrix = Matrix((HOURS,), (open_, COUNCIL), {HOURS.name: {open_.name: "DW", COUNCIL.name: "A"}})
    (remark,) = review(matrix)
    assert remark.code == "GW-D16"
    assert "how many dollars it may commit and whether it may decide about staff" in remark.what
    written = " ".join(text.write(decision_rights.paper(matrix)).split())
    assert "no authority" not in written and "can commit" not in written
    assert "dollars: not known yet; staff or hours: not known yet" in written
    assert "would stop" not in written
    asked = "\n".join(asked_about(open_))
    assert "From finance: Nurse Manager, north clinic: how many dollars it may commit" in asked


def test_no_director_is_asked_to_give_a_board_authority() -> None:
    (dollars, staff) = asked_about(BOARD)
    assert dollars.startswith("From counsel: which law or bylaw covers decisions about dollars")
    assert staff.startswith("From counsel: which law or bylaw covers decisions about staff")
    (limited,) = asked_about(replace(BOARD, authority=replace(NONE, staffing=True)))
    assert limited.startswith("From counsel: who may decide about $20,000")


@pytest.mark.parametrize(
    ("name", "asked"),
    [("Health Commissioner", "counsel"), ("Director", "counsel"), ("Deputy Director", "director")],
)
def test_nobody_is_asked_to_give_themselves_authority(name: str, asked: str) -> None:
    (ask,) = asked_about(Position(name, replace(NONE, staffing=True)))
    assert asked in ask.partition(":")[0]
    moved = Decision("Change the form", replace(NONE, rule=True))
    (ask,) = asked_about(Position(name, replace(NONE, rule=True)), decision=moved)
    assert ask.startswith("From counsel: the paper on authority over rules")


def test_a_name_outside_of_the_list_stays_as_typed_and_becomes_a_question() -> None:
    nurse = Position("Nurse", listed=False)
    (ask,) = asked_about(nurse, NURSE)
    assert ask.startswith("From the director: the paper by which this is decided (Nurse)")
    matrix = Matrix((FORM,), (NURSE, nurse), {FORM.name: {NURSE.name: "D", "Nurse": "W"}})
    (remark,) = [each for each in review(matrix) if each.code == "GW-D18"]
    assert "“Nurse” is not in the list" in remark.what
    assert "Is it “Nurse Supervisor”?" in remark.try_instead
    paper = decision_rights.paper(matrix)
    assert "not in the list" not in text.write(paper) and paper.for_writer
    assert "Is it “Nurse Supervisor”?" in " ".join(text.write(paper.for_writer).split())


def test_whether_an_unlisted_adviser_speaks_for_people_outside_is_not_known() -> None:
    matrix = Matrix(
        (HOURS,),
        (DIRECTOR, Position("Parents", listed=False)),
        {HOURS.name: {"Director": "DW", "Parents": "A"}},
    )
    (remark,) = [each for each in review(matrix) if each.code == "GW-D07"]
    assert "not known" in remark.what and "no part" not in remark.what


def test_a_decision_that_does_not_say_what_it_needs_is_asked_about() -> None:
    bare = Decision("Move the clinic", Authority(), affects_community=None)
    asks = asked_about(DIRECTOR, decision=bare)
    assert [ask.partition(":")[0] for ask in asks] == [
        "From finance", "From the director", "From the director",
    ]  # fmt: skip
    assert "none needed" not in text.write(
        decision_rights.paper(Matrix((bare,), (DIRECTOR,), {bare.name: {"Director": "DW"}}))
    )


def test_an_office_in_the_list_is_asked_under_the_name_it_has_there() -> None:
    moved = replace(HOURS, notice="open")
    assert any(
        ask.startswith("From HR office: whether")
        for ask in asked_about(DIRECTOR, OFFICE, decision=moved)
    )
    two = (OFFICE, Position("County human resources", signer=True))
    assert any(
        ask.startswith("From human resources:")
        for ask in asked_about(DIRECTOR, *two, decision=moved)
    )


def test_a_government_decides_by_its_own_law() -> None:
    asks = asked_about(NATION)
    assert asks == [
        "From The Tribal Nation: how it wants to be part of this, as a government, for Clinic hours"
    ]


@pytest.mark.parametrize(
    ("money", "enough"), [("19999.99", False), ("20000", True), ("20000.01", True)]
)
def test_authority_over_money_is_compared_to_the_cent(money: str, enough: bool) -> None:
    director = replace(DIRECTOR, authority=replace(DIRECTOR.authority, money=Decimal(money)))
    found = codes(replace(SOUND, positions=(director, NURSE, COUNCIL)))
    assert (("GW-D02", "Clinic hours", "Director") not in found) is enough


def test_authority_that_no_document_gives_is_doubted() -> None:
    matrix = replace(SOUND, positions=(replace(DIRECTOR, written_in=" "), NURSE, COUNCIL))
    assert codes(matrix) == [("GW-D03", "Clinic hours", "Director")]


@pytest.mark.parametrize(
    ("field", "kind"), [("written_in", "dollars"), ("staff_written_in", "staff or hours")]
)
def test_a_paper_shows_the_authority_of_its_own_kind_alone(field: str, kind: str) -> None:
    changes: Any = {field: ""}
    director = replace(DIRECTOR, **changes)
    matrix = replace(SOUND, positions=(director, NURSE, COUNCIL))
    (remark,) = review(matrix)
    assert remark.code == "GW-D03" and remark.what.endswith(f"authority over {kind}.")
    asks = [ask.what for ask in of_matrix(matrix)]
    assert asks == [f"the paper on authority over {kind} (position: Director)"]
    written = text.write(decision_rights.paper(matrix))
    assert f"{kind}: paper not known yet" in " ".join(written.split())


UNION = Position("The nurses' union", union=True)


@pytest.mark.parametrize(
    ("notice", "letter", "open_"),
    [
        ("", "", True),
        ("open", "", True),
        ("", "I", True),
        ("", "A", False),
        ("", "S", False),
        ("given", "", False),
        ("bargained", "", False),
        ("none", "", False),
    ],
)
def test_moving_staff_without_a_word_on_notice_or_bargaining_is_named_and_asked(
    notice: str, letter: str, open_: bool
) -> None:
    row = dict(SOUND.parts["Clinic hours"]) | {UNION.name: letter}
    matrix = replace(
        SOUND,
        decisions=(replace(HOURS, notice=notice, sign_days=5), FORM),
        positions=(*SOUND.positions, UNION),
        parts=dict(SOUND.parts) | {"Clinic hours": row},
    )
    assert (("GW-D15", "Clinic hours", "") in codes(matrix)) is open_
    assert any("bargaining" in ask.what for ask in of_matrix(matrix)) is open_
    assert not [code for code, _, at in codes(matrix) if code == "GW-D08" and at == UNION.name]


def test_a_decision_that_moves_no_staff_is_not_asked_about_notice() -> None:
    assert "GW-D15" not in [
        code
        for code, _, _ in codes(
            replace(SOUND, decisions=(FORM,), parts={"Intake form": SOUND.parts["Intake form"]})
        )
    ]


@pytest.mark.parametrize(("paid", "words"), [(False, "not paid"), (None, "is not known")])
def test_a_community_that_is_asked_and_not_paid_is_remarked_on(
    paid: bool | None, words: str
) -> None:
    (remark,) = review(replace(SOUND, positions=(DIRECTOR, NURSE, replace(COUNCIL, paid=paid))))
    assert (remark.code, remark.about) == ("GW-D08", "Clinic hours")
    assert words in remark.what


def many(count: int) -> Matrix:
    decisions = tuple(Decision(f"Decision {n}") for n in range(count))
    positions = (Position("Director", NONE), Position("Analyst", NONE))
    return Matrix(
        decisions, positions, {d.name: {"Director": "A", "Analyst": "DW"} for d in decisions}
    )


def test_an_overloaded_position_is_named_with_the_threshold() -> None:
    assert "GW-D09" not in [remark.code for remark in review(many(6))]
    (remark,) = [remark for remark in review(many(7)) if remark.code == "GW-D09"]
    assert remark.part == "Analyst" and "in 7 decisions, over 6" in remark.what
    assert "GW-D09" in [remark.code for remark in review(many(3), most_parts=2)]


def test_one_position_that_decides_everything_is_not_shared_leadership() -> None:
    assert "GW-D12" not in [remark.code for remark in review(many(2))]
    assert "GW-D12" in [remark.code for remark in review(many(3))]


def test_a_position_without_a_part_and_a_person_are_remarked_on() -> None:
    matrix = replace(SOUND, positions=(*SOUND.positions, Position("Amina Yusuf")))
    assert codes(matrix) == [("GW-H01", "", "Amina Yusuf"), ("GW-D10", "", "Amina Yusuf")]


def test_an_empty_matrix_has_nothing_to_remark_on() -> None:
    assert review(Matrix()) == []


def test_every_remark_says_why_and_what_to_try() -> None:
    broken = replace(
        with_part("Clinic hours", "Director", ""), positions=(*SOUND.positions, Position("X"))
    )
    for remark in review(broken):
        assert isinstance(remark, Remark)
        assert remark.what and remark.why.endswith(".") and remark.try_instead.endswith(".")


def test_a_sign_off_without_a_day_is_named_and_one_with_a_day_is_not() -> None:
    matrix = with_part("Clinic hours", "Nurse Supervisor", "WS")
    assert codes(matrix) == [("GW-D13", "Clinic hours", "")]
    hours = replace(HOURS, sign_days=10)
    assert review(replace(matrix, decisions=(hours, FORM))) == []


NATION = Position("The Tribal Nation", government=True)


@pytest.mark.parametrize("letter", ["A", "I"])
def test_a_nation_is_a_government_and_never_asked_whether_it_is_paid(letter: str) -> None:
    row = dict(SOUND.parts["Intake form"]) | {"The Tribal Nation": letter}
    matrix = replace(
        SOUND,
        positions=(*SOUND.positions, NATION),
        parts=dict(SOUND.parts) | {"Intake form": row},
    )
    assert codes(matrix) == [("GW-D14", "Intake form", "The Tribal Nation")]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: with_part("Clinic hours", "Director", "X"), "D \\(decides\\)"),
        (lambda: with_part("Clinic hours", "Director", "DD"), "at most once"),
        (lambda: with_part("Clinic hours", "Directer", "D"), "Did you mean 'Director'"),
        (lambda: Matrix((HOURS, HOURS)), "twice"),
        (lambda: Matrix((), (Position(" "),)), "no name"),
        (lambda: Matrix((), (), {"Clinic hours": {}}), "Add the decision first"),
        (lambda: Authority(Decimal(-1)), "0 or more"),
        (lambda: Authority(Decimal("NaN")), "0 or more"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(make: Any, words: str) -> None:
    with pytest.raises(UserError, match=words):
        make()


@pytest.mark.parametrize(
    ("letters", "notice_is", "late"),
    [("I", "open", True), ("", "open", False), ("A", "open", False), ("I", "given", False)],
)
def test_a_union_that_is_told_afterwards_is_named_where_notice_is_asked(
    letters: str, notice_is: str, late: bool
) -> None:
    row = dict(SOUND.parts["Clinic hours"]) | {UNION.name: letters}
    matrix = replace(
        SOUND,
        decisions=(replace(HOURS, notice=notice_is), FORM),
        positions=(*SOUND.positions, UNION),
        parts=dict(SOUND.parts) | {"Clinic hours": row},
    )
    asks = [ask.what for ask in of_matrix(matrix) if "notice to a union" in ask.what]
    words = f"({UNION.name}: told when it is decided; notice comes before)"
    assert any(words in ask for ask in asks) is late
    blocks = decision_rights.paper(matrix).blocks
    lists = blocks[blocks.index(Heading("What is open")) :]
    open_ = [text for each in lists if isinstance(each, Items) for _, text in each.items]
    line = f"{UNION.name}: told when it is decided. Notice, where it is owed, comes before."
    assert (line in open_) is late
