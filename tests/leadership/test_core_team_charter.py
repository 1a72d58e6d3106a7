"""A core team's charter is held to its parts, its functions and its paid hours."""

import math
from dataclasses import replace
from typing import Any

import pytest

from groundwork.learner.papers import charter as charter_paper
from groundwork.learner.papers import seats as seats_paper
from groundwork.learner.papers.model import Table
from groundwork.screen.activities.team import hours_told
from groundwork.subject.leadership import blanks, charter_checks, core_team, filling, rights_asks
from groundwork.subject.leadership.charter_checks import review, seats_review
from groundwork.subject.leadership.core_team import FUNCTIONS, PARTS, Charter, Part, Seat
from groundwork.subject.leadership.leader_acts import Act
from groundwork.subject.leadership.rights_asks import of_charter

CLERK = Seat("Clinic Clerk", "Clinics", "frontline", 8, core_team.LASTING, "Filing", True, "nobody")
ANALYST = replace(CLERK, position="Budget Analyst", unit="Finance", job_level="supervisor")
DEPUTY = replace(CLERK, position="Deputy Director", unit="Admin", job_level="executive", hours=6.5)
NOTHING = ("", "Nothing", "nothing stops for it", "None.", "n/a", "0 hours", "After hours", "–")
SOUND = Charter(
    tuple(
        Part(name, "Within 30 days, in writing" if name == "reply" else "Words", "resolution")
        for name in PARTS
    ),
    tuple(FUNCTIONS),
    (CLERK, ANALYST, DEPUTY),
)


def with_part(name: str, **changes: str) -> Charter:
    parts = tuple(replace(p, **changes) if p.name == name else p for p in SOUND.parts)
    return replace(SOUND, parts=parts)


def test_a_sound_charter_passes() -> None:
    assert review(SOUND) == []


def test_there_are_nine_parts_and_seven_functions() -> None:
    assert (len(PARTS), len(FUNCTIONS)) == (9, 7)


@pytest.mark.parametrize("name", PARTS)
def test_each_part_that_says_nothing_is_named_once(name: str) -> None:
    (remark,) = review(with_part(name, says=" "))
    assert (remark.code, remark.part) == ("GW-C01", name)
    assert PARTS[name] in remark.what and remark.question


@pytest.mark.parametrize(
    ("says", "days", "code"),
    [
        ("The director answers soon", None, "GW-C02"),
        ("in 12 weeks", 84, "GW-C02"),
        ("within 10 working days", 10, ""),
        ("after 1 month", 30, ""),
    ],
)
def test_an_answer_has_a_number_of_days(says: str, days: int | None, code: str) -> None:
    charter = with_part("reply", says=says)
    part = charter.part("reply")
    assert part and part.days == days
    assert [each.code for each in review(charter)] == ([code] if code else [])


@pytest.mark.parametrize("instrument", ["", "nothing", "word"])
def test_what_stands_by_a_word_alone_is_named(instrument: str) -> None:
    (remark,) = review(with_part("decides", instrument=instrument))
    assert remark.code == "GW-C03" and "Decides alone" in remark.what


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"hours": None}, "GW-C07"),
        ({"hours": 0}, "GW-C07"),
        ({"fund": "unknown"}, "GW-C08"),
        ({"fund": ""}, "GW-C08"),
        ({"fund": "recurring restricted"}, "GW-C08"),
        ({"fund": "time-limited"}, "GW-C08"),
        ({"position": "Ana Silva"}, "GW-H01"),
        ({"job_level": "manager"}, "GW-C09"),
        ({"unit": "finance "}, "GW-C10"),
        ({"position": "Black community health worker"}, "GW-H02"),
        ({"stops": "Speaks for our rural residents"}, "GW-H02"),
        ({"stops": "The team meets over lunch"}, "GW-C12"),
        ({"stops": "Done after hours"}, "GW-C12"),
        ({"stops": "The vaccine count moves to the stock clerk", "receiver": ""}, "GW-C14"),
        ({"receiver": ""}, "GW-C14"),
        ({"receiver": "no"}, "GW-C14"),
    ],
)
def test_what_a_seat_lacks_is_named(changes: dict[str, Any], code: str) -> None:
    seats = (replace(CLERK, **changes), ANALYST, DEPUTY)
    found = seats_review(seats)
    assert [each.code for each in found] == [code]
    assert all(each.why.endswith(".") and each.try_instead.endswith(".") for each in found)


def test_a_team_without_seats_or_functions_is_told_so() -> None:
    codes = [each.code for each in review(Charter())]
    assert codes.count("GW-C01") == 9 and {"GW-C04", "GW-C05"} <= set(codes)


@pytest.mark.parametrize(
    ("changes", "there"),
    [
        ({}, True),
        *[({"stops": stops}, False) for stops in NOTHING],
        ({"agreed": None}, False),
        ({"agreed": False}, False),
        ({"stops": "Filing moves to the stock clerk", "receiver": ""}, False),
        ({"stops": "Filing moves to the stock clerk", "receiver": "yes"}, True),
        ({"stops": "Filing goes to paper once a month", "receiver": "nobody"}, True),
        ({"receiver": "no"}, False),
    ],
)
def test_hours_are_there_when_something_stops_and_it_is_agreed(
    changes: dict[str, Any], there: bool
) -> None:
    seat = replace(CLERK, **changes)
    assert core_team.uncovered([seat]) == ([] if there else [seat])


@pytest.mark.parametrize("instrument", ["word", "nothing", ""])
def test_a_power_to_pause_that_no_signed_paper_gives_is_named(instrument: str) -> None:
    charter = with_part("asked", says="May pause a form for ten working days")
    assert "GW-C13" not in [each.code for each in review(charter)]
    assert any("power to pause" in ask.what for ask in of_charter(charter))
    loose = with_part("asked", says="May pause a form for ten days", instrument=instrument)
    assert "GW-C13" in [each.code for each in review(loose)]
    assert not any("power to pause" in ask.what for ask in of_charter(SOUND))


def test_hours_to_be_paid_add_up_over_the_seats() -> None:
    assert core_team.hours_a_month(SOUND.seats) == 22.5
    assert math.isnan(core_team.hours_a_month([*SOUND.seats, replace(CLERK, hours=None)]))


def test_hours_asked_for_are_never_added_to_hours_agreed() -> None:
    seats = [CLERK, replace(ANALYST, agreed=None), replace(DEPUTY, hours=None, agreed=True)]
    assert core_team.hours_in_words(seats) == [
        "Agreed in writing: 8 hours a month in 1 seat.",
        "Asked for, and not known to be agreed in writing: 8 hours a month in 1 seat.",
        "Without hours yet: 1 seat (Deputy Director).",
    ]


@pytest.mark.parametrize("instrument", ["agreement", "civil_service"])
def test_an_agreement_and_a_civil_service_rule_outlive_the_director(instrument: str) -> None:
    found = core_team.when_the_director_leaves(with_part("decides", instrument=instrument))
    assert "Decides alone" in found["stand"]


def test_hr_is_asked_about_notice_where_the_charter_has_seats() -> None:
    asked = [ask.what for ask in of_charter(SOUND) if ask.whom == "human resources"]
    assert any("bargaining" in what for what in asked)
    assert any("nonexempt" in what for what in asked)


def test_when_the_director_leaves_a_word_falls_and_a_resolution_stands() -> None:
    charter = replace(
        SOUND,
        parts=(Part("purpose", "x", "word"), Part("mandate", "x", "policy"), SOUND.parts[2]),
    )
    assert core_team.when_the_director_leaves(charter) == {
        "fall": ["Purpose"],
        "asked again": ["Made official by"],
        "stand": ["Decides alone"],
    }


def test_seats_on_ending_or_unknown_money_are_named() -> None:
    ends = [replace(CLERK, fund=fund) for fund in ("time-limited", "one-time", "unknown", "")]
    assert core_team.when_its_money_ends([CLERK, *ends]) == ends


def test_a_list_without_remarks_is_no_approval() -> None:
    for closing in (charter_checks.closing, charter_checks.seats_closing):
        assert "cannot tell whether it is true" in closing([])


@pytest.mark.parametrize(("receiver", "asked"), [("", True), ("nobody", False), ("yes", False)])
def test_where_stopped_work_goes_is_asked_when_nobody_says(receiver: str, asked: bool) -> None:
    seat = replace(CLERK, stops="The monthly supply count", receiver=receiver)
    asks = [ask.what for ask in rights_asks.of_hours([seat])]
    wanted = "who takes over “The monthly supply count”, and whether they agreed"
    assert (wanted in asks) is asked


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"agreed": False}, "(Clinic Clerk). Agreed in writing: not yet. Cover"),
        ({"stops": ""}, "(Clinic Clerk). What stops for them: not written yet. Cover"),
        (
            {"stops": "", "agreed": None},
            "What stops for them: not written yet. Agreed in writing: not yet. Cover",
        ),
        ({"receiver": "no"}, "(Clinic Clerk). Whoever receives the work was asked: not written"),
    ],
)
def test_only_what_lacks_is_said_of_hours_that_are_not_there(
    changes: dict[str, Any], lacks: str
) -> None:
    told = hours_told((replace(CLERK, **changes),), "team_seats")["Hours that exist"]
    assert any(lacks in str(line) for line in told)


def test_what_is_not_decided_of_a_seat_is_not_called_open() -> None:
    assert filling.row(Seat("Clerk")) == ("not decided yet",) * 4
    bare = replace(SOUND, parts=(), seats=(Seat("Clerk"),))
    for made in (seats_paper.paper(bare.seats), charter_paper.paper(bare, [Act("Signs a memo")])):
        cells = [c for b in made.blocks if isinstance(b, Table) for row in b.rows for c in row]
        assert "open" not in cells and any("yet" in cell for cell in cells)


@pytest.mark.parametrize(
    ("receiver", "stands"),
    [("", blanks.BLANK), ("nobody", "it goes to nobody. C"), ("no", "not agreed yet. C")],
)
def test_what_is_written_of_stopped_work_stands_in_the_table_to_be_confirmed(
    receiver: str, stands: str
) -> None:
    made = seats_paper.paper([replace(CLERK, receiver=receiver)])
    (table,) = [b for b in made.blocks if isinstance(b, Table) and b.columns == blanks.COLUMNS]
    answers = {row[0]: row[2] for row in table.rows}
    assert answers[blanks.STOPS] == f"Filing. Confirmed: {blanks.BLANK}"
    assert answers[blanks.HOURS].startswith("8 hours a month. Confirmed")
    assert stands in answers[blanks.GOES] and blanks.BLANK in answers[blanks.GOES]
    assert answers["Bargaining unit, or none"] == blanks.BLANK


def test_the_table_of_seats_gives_hours_a_month_and_a_year() -> None:
    (table, *_) = [b for b in seats_paper.paper([CLERK]).blocks if isinstance(b, Table)]
    assert "8 a month, 96 a year" in table.rows[0]


def test_a_nation_is_no_row_of_residents_and_is_not_asked_of_the_sponsor() -> None:
    asks = {ask.what: ask.whom for ask in of_charter(Charter())}
    assert asks[f"what stands under “{PARTS['nation']}”"] == blanks.SPEAKER
    assert asks[f"what stands under “{PARTS['community']}”"] == blanks.SPONSOR
    assert "Nation" not in PARTS["community"] and "government to government" in PARTS["nation"]


def test_the_promise_on_punishment_is_proposed_and_asked_of_those_who_would_keep_it() -> None:
    for charter in (SOUND, Charter((Part("purpose", "Words", "word"),))):
        whom = [ask.whom for ask in of_charter(charter) if "nobody is punished" in ask.what]
        assert whom == [blanks.HR, blanks.COUNSEL]
    assert "kept, changed or struck" in charter_paper.PROTECTED
    assert not [ask for ask in of_charter(Charter()) if "punished" in ask.what]
