"""A core team's charter is held to the seven functions and to what makes them possible."""

import json
from dataclasses import replace
from typing import Any

import pytest

from groundwork.subject.errors import UserError
from groundwork.subject.leadership import core_team
from groundwork.subject.leadership.charter_checks import review
from groundwork.subject.leadership.core_team import FUNCTIONS, Charter, Member

MEMBERS = (
    Member("Clinic Clerk", "Clinics", "frontline", 8, True),
    Member("Budget Analyst", "Finance", "supervisor", 8, True),
    Member("Deputy Director", "Administration", "executive", 6.5, True),
)
SOUND = Charter(
    name="Equity core team",
    mandate="Director's order 12, signed March 2026",
    sponsor="Deputy Director",
    sponsor_authority=("money", "rule"),
    functions={name: f"We work on {name}." for name in FUNCTIONS},
    members=MEMBERS,
    decides="How the training money is spent",
    reply_within_days=30,
    weeks_between_meetings=4,
    budget_line="Line 4410, $40,000",
    term_months=24,
    rotation="Half the seats change each year",
    community_voice="Residents' council, each quarter; notes go back within two weeks",
    community_paid="$57 an hour by the stipend rule",
)


def test_a_sound_charter_passes() -> None:
    assert review(SOUND) == []


def test_there_are_seven_functions() -> None:
    assert len(FUNCTIONS) == 7


@pytest.mark.parametrize("name", FUNCTIONS)
def test_each_missing_function_is_named_with_its_meaning(name: str) -> None:
    charter = replace(SOUND, functions=dict(SOUND.functions) | {name: " "})
    (remark,) = review(charter)
    assert remark.code == "GW-C03" and name in remark.what and FUNCTIONS[name] in remark.why


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"mandate": ""}, "GW-C01", "mandate"),
        ({"sponsor": ""}, "GW-C02", "sponsor"),
        ({"sponsor_authority": ()}, "GW-C02", "sponsor_authority"),
        ({"sponsor_authority": ("good will",)}, "GW-C02", "sponsor_authority"),
        ({"functions": {**SOUND.functions, "baking": "cake"}}, "GW-C03", "functions"),
        ({"members": ()}, "GW-C04", "members"),
        (
            {"members": (*MEMBERS, Member("Intern", "Clinics", "frontline", 0, True))},
            "GW-C04",
            "members",
        ),
        (
            {"members": (*MEMBERS, Member("Intern", "Clinics", "frontline", 4))},
            "GW-C04",
            "members",
        ),
        ({"members": MEMBERS[1:]}, "GW-C05", "members"),
        ({"members": (MEMBERS[0], replace(MEMBERS[1], unit="clinics "))}, "GW-C05", "members"),
        ({"members": (*MEMBERS, replace(MEMBERS[0], job_level="boss"))}, "GW-C05", "members"),
        ({"decides": ""}, "GW-C06", "decides"),
        ({"reply_within_days": None}, "GW-C07", "reply_within_days"),
        ({"weeks_between_meetings": None}, "GW-C08", "weeks_between_meetings"),
        ({"weeks_between_meetings": 13}, "GW-C08", "weeks_between_meetings"),
        ({"budget_line": ""}, "GW-C09", "budget_line"),
        ({"term_months": None}, "GW-C10", "term_months"),
        ({"rotation": ""}, "GW-C10", "rotation"),
        ({"community_voice": ""}, "GW-C11", "community_voice"),
        ({"community_paid": ""}, "GW-C11", "community_paid"),
        ({"sponsor": "Dr. Okafor"}, "GW-C12", "sponsor"),
        ({"members": (*MEMBERS, replace(MEMBERS[0], position="Ana Silva"))}, "GW-C12", "members"),
    ],
)
def test_what_a_charter_lacks_is_named(changes: dict[str, Any], code: str, field: str) -> None:
    found = review(replace(SOUND, **changes))
    assert (code, field) in [(remark.code, remark.part) for remark in found]
    for remark in found:
        assert remark.what and remark.why.endswith(".") and remark.try_instead.endswith(".")


def test_an_empty_charter_is_told_of_every_function() -> None:
    assert [remark.code for remark in review(Charter())].count("GW-C03") == 7


def test_paid_hours_add_up() -> None:
    assert core_team.paid_hours_a_month(SOUND) == 22.5


def test_a_charter_comes_back_from_json() -> None:
    assert core_team.from_data(json.loads(json.dumps(core_team.to_data(SOUND)))) == SOUND
    assert core_team.from_data({}) == Charter()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "fields with values"),
        ({"sponser": "x"}, "Did you mean 'sponsor'"),
        ({"term_months": True}, "term_months: found True, expected a whole number"),
        ({"term_months": 2.5}, "a whole number"),
        ({"functions": ["x"]}, "names with values"),
        ({"members": [{"unit": "Clinics"}]}, "members, item 1 lacks position"),
        ({"members": [{"position": "A", "paid_hours_a_month": "8"}]}, "a number"),
        ({"sponsor_authority": "money"}, "a list"),
    ],
)
def test_a_damaged_charter_is_told_in_words(data: object, words: str) -> None:
    with pytest.raises(UserError, match=words):
        core_team.from_data(data)
