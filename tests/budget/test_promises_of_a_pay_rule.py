"""What a pay rule promises on taxes, benefits and names, or keeps no record of, hurts somebody."""

import pytest

from groundwork.learner.papers import pay_rule as paper
from groundwork.learner.papers import text as plain
from groundwork.subject.budget.pay_rule import PARTS, asks_of, promises, review

TOLD = ("notice", "choice", "record", "data")
PROMISES = [
    *("You will not lose your benefits", "Pay under $2,000 is not taxable", "It is tax-free"),
    *("ICE will never get your name", "We guarantee that nothing changes", "No tax is owed"),
    *("This won't affect your SNAP", "Pay does not count as income", "You keep your benefits"),
    *("Your name is safe from everybody", "We promise that benefits stay", "It is untaxed"),
]
UNRECORDED = [
    *("Gift cards, so that no record is made", "We do not report it", "Cash, off the books"),
    *("Paid without a receipt", "Not reported below $500", "We don't report gift cards"),
    *("No paper trail", "It need not be reported", "Cash, without any record"),
]
LAWFUL = [
    *("Pay is taxable income and can lower benefits; a counselor at 555-0100 answers", ""),
    *("We cannot promise that benefits stay as they are", "Nobody guarantees anything on taxes"),
    *("The chair's list of who came; finance takes an address where there is no tax number",),
    *("We see counts by topic, and no names or recordings", "Check, direct deposit, store card"),
    *("Finance reports payments; ask whether it may change what you get",),
    "Nothing here promises anything on taxes",
    *("We never share a name without consent", "We do not record immigration status"),
    *("A payment may not change SNAP, or it may: ask first", "No receipts are asked under $20"),
]


@pytest.mark.parametrize("part", TOLD)
@pytest.mark.parametrize(
    ("said", "what"),
    [
        *((each, "promise on taxes, benefits or names") for each in PROMISES),
        *((each, "no record of a payment") for each in UNRECORDED),
    ],
)
def test_it_is_told_to_the_writer_alone_and_counsel_is_asked(
    part: str, said: str, what: str
) -> None:
    (found,) = promises({part: said})
    assert found.harms and what in found.what and found in review({part: said}, ())
    made = paper.paper({part: said}, ())
    words = " ".join(plain.write(made).split())
    assert found.what not in words
    assert any(found.what in line for line in made.look)
    (asked,) = [ask.what for ask in made.asks if ask.whom == "counsel"]
    assert found.question in asked


@pytest.mark.parametrize("part", TOLD)
@pytest.mark.parametrize("said", LAWFUL)
def test_what_may_happen_and_who_is_asked_is_no_promise(part: str, said: str) -> None:
    assert promises({part: said}) == []


@pytest.mark.parametrize("part", ["who", "choice", "less", "decides"])
def test_each_part_that_can_say_who_is_paid_is_read_for_race(part: str) -> None:
    (found,) = review({part: "Black members may take less"}, ())
    assert found.harms and found.about == PARTS[part]


def test_nobody_who_is_paid_is_asked_on_which_day_the_rule_is_looked_at() -> None:
    (asked,) = [ask for ask in asks_of({}) if PARTS["review"] in ask.what]
    assert asked.whom == "the director"
    assert {ask.whom for ask in asks_of({}) if ask.whom == "those who are paid"}
