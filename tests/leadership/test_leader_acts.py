"""An act of a leader can be seen and has a day."""

from dataclasses import replace

import pytest

from groundwork.subject.leadership.leader_acts import KINDS, Act, closing, review

MEMO = Act("Signs the memo that frees 8 hours a month", "time", "March 2", "Senior team")
ASKED = Act("Answers for it in the yearly review", "review", "June 30", "County Manager")


def test_sound_acts_pass_and_no_act_is_no_remark() -> None:
    assert review([MEMO, ASKED]) == []
    assert review([]) == []
    assert "cannot tell whether it is true" in closing([])


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (replace(MEMO, day="soon"), "GW-L01"),
        (replace(MEMO, what="Supports the team"), "GW-L02"),
        (replace(MEMO, what="Champions equity in all she does"), "GW-L02"),
        (replace(MEMO, seen_by=" "), "GW-L03"),
    ],
)
def test_what_an_act_lacks_is_named(act: Act, code: str) -> None:
    (remark,) = review([act, ASKED])
    assert remark.code == code
    assert remark.why.endswith(".") and remark.try_instead.endswith(".")


def test_acts_without_a_review_of_the_leader_are_remarked_on_once() -> None:
    assert [remark.code for remark in review([MEMO, MEMO])] == ["GW-L04"]
    assert "review" in KINDS and "trial" in KINDS
