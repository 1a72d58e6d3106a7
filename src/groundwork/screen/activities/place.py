"""Ask whether the learner practices on the invented county or works on their own department."""

from collections.abc import Callable

from groundwork.learner import place
from groundwork.screen.widgets.question import ChoiceQuestion, Reply

_TOLD = {
    place.OWN: "Kept: your own department. Look things up where you can; “I don't know” is fine.",
    place.RIVERBEND: f"Kept: {place.RIVERBEND_NAME}. Everything about it is made up.",
}

_KEPT = {
    place.OWN: f"What you made for {place.RIVERBEND_NAME} is kept; choose it to see it again.",
    place.RIVERBEND: "Your own ratings are kept; choose your own department to see them again.",
}

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
        return Reply(None, f"{_TOLD[value]} {_KEPT[value]}" if switched else _TOLD[value])

    return ChoiceQuestion(
        "place",
        "What do you want to work on?",
        {
            place.OWN: "My own department",
            place.RIVERBEND: f"{place.RIVERBEND_NAME}, to practice first",
        },
        button="Keep my choice",
        reply=reply,
        restore=place.read,
    )
