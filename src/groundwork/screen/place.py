"""Ask whether the learner practices on the invented county or works on their own department."""

from collections.abc import Callable

from groundwork.learner import place
from groundwork.screen.question import ChoiceQuestion, Reply

_TOLD = {
    place.OWN: "Kept: your own department. Look things up where you can; “I don't know” is fine.",
    place.RIVERBEND: f"Kept: {place.RIVERBEND_NAME}. Everything about it is made up.",
}

_followers: dict[str, Callable[[], object]] = {}


def follow(name: str, switch: Callable[[], object]) -> None:
    """Have something called after each change of the choice.

    Parameters
    ----------
    name
        Who follows. A cell that runs again takes the place of its earlier run.
    """
    _followers[name] = switch


def choose_place() -> ChoiceQuestion:
    """Return the question; the answer is kept for later lessons and can be changed."""

    def reply(value: str) -> Reply:
        place.keep(value)
        for switch in _followers.values():
            switch()
        return Reply(None, _TOLD[value])

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
