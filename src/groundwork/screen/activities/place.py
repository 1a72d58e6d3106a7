"""Ask whether the learner practices on the invented county or works on their own department."""

from collections.abc import Callable

from groundwork.learner import place
from groundwork.screen.activities.words import Words
from groundwork.screen.widgets.questions import ChoiceQuestion, Reply

SAID = Words("place", riverbend=place.RIVERBEND_NAME)

_followers: list[Callable[[], object]] = []


def follow(switch: Callable[[], object]) -> None:
    """Have something called after each change of the choice.

    All follow who ever asked, since each window on a lesson has widgets of its own.
    """
    _followers.append(switch)


def choose_place() -> ChoiceQuestion:
    """Return the question; the answer is kept for later lessons and can be changed."""

    def reply(value: str) -> Reply:
        before = place.read()
        place.keep(value)
        for switch in _followers:
            switch()
        switched = before not in (None, value)
        told = SAID(f"chose_{value}")
        stays = SAID("riverbend_stays" if value == place.OWN else "own_stays")
        return Reply(None, f"{told} {stays}" if switched else told)

    return ChoiceQuestion(
        "place",
        SAID("asks"),
        {place.OWN: SAID("own"), place.RIVERBEND: SAID("riverbend")},
        button=SAID("button"),
        reply=reply,
        restore=place.read,
    )
