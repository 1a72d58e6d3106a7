"""Choose one of several options, or all that apply."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Unpack

from groundwork.learner.questions import Choose, Guess
from groundwork.screen.widgets.questions.question import How, Question, Reply, drawn, pairs
from groundwork.subject.errors import UserError


class ChoiceQuestion(Question):
    """Choose one of several options, or all that apply.

    Parameters
    ----------
    options
        Option id to its text.
    several
        Whether more than one may be chosen; the answer is then a sorted list.
    replies
        Option id to what a learner who chose it is told.
    right
        The ids of the right options; without it, and with `replies`, nothing is right or wrong.
    button
        What the button says, where it does not check an answer.
    help
        What is said above the options of several, where it is not "Choose all that apply."
    """

    drawn_by = drawn("choose")

    def __init__(
        self,
        id: str,
        prompt: str,
        options: Mapping[str, str],
        *,
        several: bool = False,
        help: str = "",
        replies: Mapping[str, str] | None = None,
        right: Collection[str] | None = None,
        button: str | None = None,
        **how: Unpack[How],
    ) -> None:
        for named in (*(replies or ()), *(right or ())):
            if named not in options:
                raise UserError(
                    f"Question {id} replies to the option {named!r}, which it does not have.",
                    f"Its options are {', '.join(options)}.",
                )
        if how.get("reply") is None and (replies or right):
            how["reply"] = _reply_from(dict(replies or {}), None if right is None else set(right))
        content: dict[str, Any] = {
            "kind": "several" if several else "choice",
            "options": pairs(options),
        }
        if help:
            content["help"] = help
        if button or (right is None and replies):
            content["button"] = button or "Answer"
        super().__init__(id, prompt, content, **how)

    def clean(self, value: Any) -> str | list[str]:
        """Return the chosen option's id, or the sorted ids when several may be chosen."""
        known = {option for option, _ in self.content["options"]}
        chosen = [value] if isinstance(value, str) else list(value or [])
        if not chosen or not set(chosen) <= known:
            raise UserError("Nothing is chosen yet.", "Choose an answer, then press the button.")
        return sorted(chosen) if self.content["kind"] == "several" else chosen[0]

    def in_words(self, value: str | list[str]) -> str:
        """Return the texts of what is chosen."""
        texts = dict(self.content["options"])
        chosen = [value] if isinstance(value, str) else value
        return "; ".join(f"“{texts.get(option, option)}”" for option in chosen)

    def choices(self) -> list[str]:
        """Return how many to choose and one line an option."""
        how = "Choose all that apply." if self.content["kind"] == "several" else "Choose one."
        return [how, *(f"  {option}) {text}" for option, text in self.content["options"])]


def _reply_from(replies: dict[str, str], right: set[str] | None) -> Callable[[Any], Reply]:
    """Make the reply of a question whose texts are written beside its options."""

    def reply(value: str | list[str]) -> Reply:
        chosen = [value] if isinstance(value, str) else value
        text = "\n".join(replies[option] for option in chosen if option in replies)
        if right is None:
            return Reply(None, text or "Noted. This stays on this page only.")
        if set(chosen) == right:
            return Reply(True, text)
        return Reply(False, text or "Look at the options again.")

    return reply


def chosen(asked: Choose, **how: Unpack[How]) -> ChoiceQuestion:
    """Return the controls of a question with options."""
    options = {option.name: option.text for option in asked.options}
    return ChoiceQuestion(asked.id, asked.prompt, options, several=asked.several, **how)


def guessed(asked: Guess, **how: Unpack[How]) -> ChoiceQuestion:
    """Return the controls of a question whose answer is neither right nor wrong."""
    options = {option.name: option.text for option in asked.options}
    return ChoiceQuestion(asked.id, asked.prompt, options, button="Answer", **how)
