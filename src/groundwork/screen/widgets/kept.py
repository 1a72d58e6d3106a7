"""A widget whose content is an artifact, and what it says when another window changed it."""

from typing import Any

from groundwork.learner.artifacts import Artifact, OutOfDateError
from groundwork.learner.typed import printable
from groundwork.screen.widget import CourseWidget
from groundwork.screen.widgets.papers import Desk

ADVICE = "Your words are still in the form. To keep them, save once more."


class KeptWidget(CourseWidget):
    """A widget that works on an artifact.

    A page sends with each change what it showed of the thing to be changed; `carry_out` compares
    that with the file. A change that is refused is answered with the reason and with how things
    stand now, so that the page can show it.
    """

    _kept: Artifact[Any]
    _desk: Desk | None = None  # hands over the widget's paper, when it makes one

    def carry_out(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Show the artifact (`open`) or change it, and return how it looks now."""
        raise NotImplementedError

    def standing(self) -> dict[str, Any]:
        """Return how the artifact stands now, also to whoever follows its changes."""
        raise NotImplementedError

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Carry out what the page asked for, or say what another window did meanwhile."""
        # What was shown is compared with the file, letter by letter.
        clean = {name: each if name == "shown" else printable(each) for name, each in data.items()}
        if action == "paper" and self._desk:
            return self._desk.respond(clean)
        try:
            view = self.carry_out(action, clean)
            asked = self._kept.about() if action == "open" else ""
            return {**view, "problem": asked} if asked else view
        except OutOfDateError as error:
            return {**self.standing(), "problem": str(error)}
