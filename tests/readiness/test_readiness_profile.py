"""A readiness profile counts, says what is unknown, and never averages."""

import json
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.subject import readiness, readiness_asks
from groundwork.subject.errors import UserError
from groundwork.subject.readiness import Rating
from groundwork.subject.readiness_statements import LEVELS, NEEDS, STATEMENTS, Need
from groundwork.subject.readiness_steps import STEPS

answers = st.dictionaries(
    st.sampled_from(list(STATEMENTS)),
    st.tuples(st.none() | st.integers(1, 4), st.sampled_from(["", "  ", "Memo of May 3"])),
).map(lambda found: [Rating(id, level, evidence) for id, (level, evidence) in found.items()])


def roles(*levels: int | None, evidence: str = "") -> list[Rating]:
    return [Rating(f"roles_{n}", level, evidence) for n, level in enumerate(levels, 1)]


def test_the_five_needs_stand_in_the_order_of_the_practice() -> None:
    assert [need.id for need in NEEDS] == [
        "roles",
        "leadership",
        "communication",
        "analysis",
        "accountability",
    ]


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need.id)
def test_each_need_has_four_to_six_statements_with_stable_ids(need: Need) -> None:
    assert 4 <= len(need.statements) <= 6
    for number, statement in enumerate(need.statements, 1):
        assert statement.id == f"{need.id}_{number}"
        assert statement.need == need.id
        assert statement.text.endswith(".") and statement.look_at.endswith(".")
        assert len(statement.text.split()) <= 30, "one breath"


@settings(deadline=None)
@given(answers)
def test_every_statement_is_counted_exactly_once(ratings: list[Rating]) -> None:
    table = readiness.profile(ratings)
    levels = table[[f"level_{n}" for n in (1, 2, 3, 4)]].sum(axis=1)
    assert (levels == table["rated"]).all()
    assert (table["rated"] + table["unknown"] + table["unanswered"] == table["statements"]).all()
    assert (table["with_note"] <= table["rated"]).all()


@settings(deadline=None)
@given(answers)
def test_no_number_with_a_decimal_is_ever_shown(ratings: list[Rating]) -> None:
    table = readiness.profile(ratings)
    assert not [name for name in table if pd.api.types.is_float_dtype(table[name])]
    assert not any(
        before.isdigit() and after.isdigit()
        for sentence in readiness.words(table)
        for before, dot, after in zip(sentence, sentence[1:], sentence[2:], strict=False)
        if dot == "."
    )


def test_i_dont_know_is_a_finding_and_not_a_low_rating() -> None:
    table = readiness.profile(roles(4, 4, None, None, evidence="Budget, page 12"))
    row = table.loc["roles"]
    assert (row["unknown"], row["rated"], row["lowest"], row["level_1"]) == (2, 2, 4, 0)
    assert "4 of 6 answered (2 rated, 2 “I don't know”)." in readiness.words(table)[0]
    assert "“I don't know” is a finding." in readiness.words(table)[0]


def test_an_even_number_of_ratings_has_a_middle_in_words() -> None:
    assert readiness.profile(roles(1, 2, 3, 4)).loc["roles", "median"] == "between 2 and 3"


def test_an_odd_number_of_ratings_has_a_named_middle() -> None:
    assert readiness.profile(roles(1, 2, 4)).loc["roles", "median"] == "2 (talked about)"


def test_two_ratings_have_no_middle() -> None:
    table = readiness.profile(roles(1, 4))
    assert table.loc["roles", "median"] == "too few to say"
    assert "middle" not in readiness.words(table)[0]


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_each_rating_without_a_note_is_asked_in_the_same_words(level: int) -> None:
    bare, shown = Rating("roles_1", level, " "), Rating("roles_2", 5 - level, "Budget p. 12")
    table = readiness.profile([bare, shown])
    assert table.loc["roles", "without_note"] == 1
    advised = [readiness.words(readiness.profile([Rating("roles_1", n)]))[0] for n in (level, 4)]
    assert len({each.partition("Note for each")[2] for each in advised}) == 1
    assert all("for a low rating too" in each for each in advised)
    (asked,) = readiness_asks.asks([bare, shown])
    (other,) = readiness_asks.asks([Rating("roles_1", 4)])
    assert asked.why.replace(f"rating {level}", "rating 4") == other.why
    assert "Note for each" not in readiness.words(readiness.profile([shown]))[0]


def test_an_empty_profile_says_so() -> None:
    table = readiness.profile([])
    assert table["lowest"].isna().all()
    assert readiness.words(table)[-1].startswith("Nothing is answered yet")


@pytest.mark.parametrize(
    ("ratings", "problem", "fix"),
    [
        ([Rating("role_1", 1)], "no statement 'role_1'", "Did you mean 'roles_1'?"),
        ([Rating("roles_1", 5)], "is 5", "1, 2, 3 or 4"),
        ([Rating("roles_1", True)], "is True", "1, 2, 3 or 4"),
        ([Rating("roles_1", 1), Rating("roles_1", 2)], "rated twice", "Keep one"),
    ],
)
def test_a_wrong_rating_is_told_in_words(ratings: list[Rating], problem: str, fix: str) -> None:
    with pytest.raises(UserError) as caught:
        readiness.profile(ratings)
    assert problem in caught.value.problem
    assert fix in caught.value.fix


@settings(deadline=None)
@given(answers)
def test_ratings_come_back_from_json_as_they_went(ratings: list[Rating]) -> None:
    again = readiness.from_data(json.loads(json.dumps(readiness.to_data(ratings))))
    assert again == list(readiness.check_ratings(ratings).values())


@pytest.mark.parametrize(
    "data",
    [
        {"roles_1": 2},
        [3],
        [{"level": 2}],
        [{"statement": "roles_1"}],
        [{"statement": "roles_1", "level": "2"}],
        [{"statement": "roles_1", "level": 2, "evidence": None}],
        [{"statement": "roles_1", "level": 9}],
    ],
)
def test_damaged_ratings_are_told_in_words(data: object) -> None:
    with pytest.raises(UserError):
        readiness.from_data(data)


def test_every_statement_says_what_each_of_its_four_steps_looks_like() -> None:
    assert list(STEPS) == list(STATEMENTS)
    for steps in STEPS.values():
        assert len(steps) == len(set(steps)) == len(LEVELS) == 4
        for step in steps:
            assert step.endswith("."), step
            assert len(step.split()) <= 18, step


@pytest.mark.parametrize("id", STATEMENTS)
def test_the_highest_step_leaves_nothing_out(id: str) -> None:
    *_, highest = STEPS[id]
    assert not re.search(r"\b(?:some|part of|lacks?|less than|leaves?)\b", highest)


@pytest.mark.parametrize(
    ("level", "noted", "whom"),
    [
        (None, "Sam's office", "Sam's office"),
        (None, "Ask the finance office.", "the finance office"),
        (None, "ask: the budget analyst", "the budget analyst"),
        (None, "", "Finance"),
        ("no choice", "Ask the finance office", "the finance office"),
        ("no choice", "Asked for in May", "Finance"),
    ],
)
def test_whom_the_learner_names_is_asked(level: int | None, noted: str, whom: str) -> None:
    rated = [Rating("roles_2", None, noted)] if level is None else []
    (asked,) = readiness_asks.asks(rated, {} if rated else {"roles_2": noted})
    assert asked.whom == whom
    kept = whom == "Finance" and noted
    assert ("noted so far" in asked.what) == bool(kept)


def test_whom_to_ask_and_until_when_stand_apart() -> None:
    (asked,) = readiness_asks.asks([Rating("roles_2", None, "Ask grants manager by Dec 15.")])
    assert asked.whom == "Grants manager" or asked.whom == "grants manager"
    assert asked.what.endswith(", by Dec 15")


@pytest.mark.parametrize(
    ("noted", "whom"),
    [
        ("the clerk on 2nd floor", "The clerk on 2nd floor"),
        ("the clerk on 4 East", "The clerk on 4 East"),
        ("the clerk on 12/3", "The clerk"), ("the clerk on 2026-12-03", "The clerk"),
        ("the clerk on 3rd of May", "The clerk"), ("the clerk on 12 March", "The clerk"),
        ("the clerk by 5 pm", "The clerk"), ("the clerk on May 3", "The clerk"),
    ],
)  # fmt: skip
def test_a_place_is_no_day(noted: str, whom: str) -> None:
    (asked,) = readiness_asks.asks([Rating("roles_2", None, f"Ask {noted}")])
    assert asked.whom.casefold() == whom.casefold()
