"""What a card of a register leaves open of its consequence is asked of the owner."""

from dataclasses import replace
from datetime import date

from papers.register_cards import CARDS

from groundwork.learner.papers import register
from groundwork.subject.metrics.checks import check_card

TODAY = date(2026, 11, 27)
OVER = "If under 63 by June 2026, moves two visiting days"


def asked(consequence: str) -> dict[str, list[str]]:
    """Return what the owner is asked for each card, by its id, with this consequence."""
    cards = [replace(card, consequence=consequence) for card in CARDS]
    return {
        card.id: [
            ask.what for ask in register.paper([card], today=TODAY).asks if ask.whom == "the owner"
        ]
        for card in cards
    }


def test_a_card_without_a_consequence_is_asked_for_one() -> None:
    for id, asks in asked("").items():
        assert any(each.startswith("what follows if it is off track") for each in asks), id


def test_a_time_that_is_over_is_asked_about_where_it_is_remarked_on() -> None:
    told = {
        card.id
        for card in CARDS
        for remark in check_card(replace(card, consequence=OVER), TODAY)
        if remark.what == "“by June 2026” is over."
    }
    found = {
        id
        for id, asks in asked(OVER).items()
        if any(each.startswith("“by June 2026” is over") for each in asks)
    }
    assert told and found == told
