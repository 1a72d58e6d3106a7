"""A role statement holds hours, duties, authority and money that lasts."""

import math
from dataclasses import replace
from typing import Any

import pytest

from groundwork.subject.leadership.roles import RoleStatement, equity_fte, review, review_all

SOUND = RoleStatement(
    position="Budget Analyst",
    unit="Finance",
    share=20,
    duties=("Reviews each contract over $50,000 for who gains and who pays",),
    authority="Sends back a request that has no equity note",
    reports_to="Finance Director",
    measured_by="Card BUD-2; yearly review, section 3",
    funded_by="recurring unrestricted",
    current="Job description 2114, May 2026: reviews contracts",
    comes_off="The supply audit moves to the Clinic Clerk",
    receiver="yes",
)


def test_a_sound_statement_passes() -> None:
    assert review(SOUND) == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"position": ""}, "GW-P01", "position"),
        ({"position": "Ana Silva"}, "GW-H01", "position"),
        ({"share": None}, "GW-P02", "share"),
        ({"share": 0}, "GW-P02", "share"),
        ({"share": 120}, "GW-P02", "share"),
        ({"share": 0.5}, "GW-P02", "share"),
        ({"current": " "}, "GW-P03", "current"),
        ({"comes_off": ""}, "GW-P11", "comes_off"),
        ({"comes_off": "Nothing."}, "GW-P11", "comes_off"),
        ({"comes_off": "Done over lunch"}, "GW-P11", "comes_off"),
        ({"receiver": "no"}, "GW-P18", "comes_off"),
        ({"receiver": ""}, "GW-P18", "comes_off"),
        ({"position": "Latina Outreach Worker"}, "GW-H02", "position"),
        ({"duties": ("Speaks for our Black residents each month",)}, "GW-H02", "duties"),
        ({"measured_by": "Believes that racism shapes health"}, "GW-H03", "measured_by"),
        ({"measured_by": "Attitude toward equity"}, "GW-H03", "measured_by"),
        ({"duties": ("Reviews each form after hours",)}, "GW-P15", "duties"),
        ({"duties": ("Reviews contracts for who gains and who pays",)}, "GW-P12", "duties"),
        ({"duties": ()}, "GW-P04", "duties"),
        ({"duties": ("Other duties as assigned",)}, "GW-P04", "duties"),
        ({"duties": (*SOUND.duties, "Other duties as assigned")}, "GW-P05", "duties"),
        ({"duties": (*SOUND.duties, "Promote equity where possible")}, "GW-P05", "duties"),
        ({"authority": ""}, "GW-P06", "authority"),
        ({"reports_to": ""}, "GW-P07", "reports_to"),
        ({"reports_to": "budget analyst"}, "GW-P07", "reports_to"),
        ({"measured_by": ""}, "GW-P07", "measured_by"),
        ({"funded_by": ""}, "GW-P08", "funded_by"),
        ({"funded_by": "unknown"}, "GW-P08", "funded_by"),
        ({"funded_by": "time-limited"}, "GW-P08", "funded_by"),
        ({"funded_by": "one-time"}, "GW-P08", "funded_by"),
    ],
)
def test_what_a_statement_lacks_is_named(changes: dict[str, Any], code: str, field: str) -> None:
    found = review(replace(SOUND, **changes))
    assert (found[0].code, found[0].part) == (code, field)
    for remark in found:
        assert remark.why.endswith(".") and remark.try_instead.endswith(".")


@pytest.mark.parametrize(("share", "severity"), [(0, "error"), (100.5, "error"), (0.5, "nudge")])
def test_an_impossible_share_is_an_error_and_a_doubtful_one_a_nudge(
    share: float, severity: str
) -> None:
    (remark,) = review(replace(SOUND, share=share))
    assert remark.severity == severity


def test_restricted_money_that_recurs_is_not_called_ending() -> None:
    assert review(replace(SOUND, funded_by="recurring restricted")) == []


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("position", "Black River County Nurse"),
        ("position", "Black Infant Health Program Coordinator"),
        ("position", "Racial Equity Officer"),
        ("position", "Minority Health Coordinator"),
        ("comes_off", "The lunch program's audit moves"),
        ("comes_off", "The after-hours line moves to the county"),
        ("duties", ("Trains all volunteers before each season",)),
        ("duties", ("Represents the department to the community once a month",)),
    ],
)
def test_what_only_looks_like_race_or_unpaid_work_is_left_alone(field: str, words: Any) -> None:
    assert review(replace(SOUND, **{field: words})) == []


def test_two_statements_for_one_position_are_named() -> None:
    codes = [
        remark.code for remark in review_all([SOUND, replace(SOUND, position="budget analyst")])
    ]
    assert codes == ["GW-P09"]


def test_work_that_hangs_on_one_position_is_named() -> None:
    lone = replace(SOUND, position="Equity Coordinator", share=100)
    others = [replace(SOUND, position=f"Nurse {n}", share=5) for n in (1, 2)]
    (remark,) = review_all([lone, *others])
    assert remark.code == "GW-P10" and "91 %" in remark.what
    assert review_all([replace(lone, share=20), *others]) == []


def test_shares_add_up_to_full_time_positions() -> None:
    assert equity_fte([SOUND, replace(SOUND, share=50)]) == 0.7
    assert math.isnan(equity_fte([SOUND, replace(SOUND, share=None)]))
