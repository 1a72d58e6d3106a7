"""What all questions on the screen share: how one is answered, kept and shown again."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from groundwork.learner import former
from groundwork.learner.questions import Question as Asked
from groundwork.learner.questions import Verdict
from groundwork.learner.typed import printable
from groundwork.screen.widget import CourseWidget
from groundwork.subject.errors import UserError

CHECK = "Check my answer"
STEP = "A worked step"
TAUGHT = "Where this is taught"


@dataclass(frozen=True)
class More:
    """What a learner may open after an answer."""

    title: str
    text: str


@dataclass(frozen=True)
class Reply:
    """What a learner is told about an answer; `right` is None when there is no right or wrong."""

    right: bool | None
    text: str
    more: tuple[More, ...] = ()


class How(TypedDict, total=False):
    """What is done with an answer.

    Attributes
    ----------
    reply
        Called with the answer when the learner presses the button. Without it the answer stays in
        this page.
    restore
        Called when the question comes on the screen; returns an earlier answer or None.
    """

    reply: Callable[[Any], Reply] | None
    restore: Callable[[], Any] | None


class Question(CourseWidget):
    """A question on the screen; each kind is a module beside this one, with the controls it has.

    Parameters
    ----------
    id
        The question's id, for example "q1".
    prompt
        The question itself.
    content
        What the page draws it from; `kind` names it.
    reply, restore
        What is done with an answer (`How`).

    An exercise sets `note`, which is called then too and returns what else the learner should know.
    """

    def __init__(
        self,
        id: str,
        prompt: str,
        content: Mapping[str, Any],
        *,
        reply: Callable[[Any], Reply] | None = None,
        restore: Callable[[], Any] | None = None,
    ) -> None:
        button = CHECK if reply else "Note my answer"
        keeps = restore is not None
        super().__init__({"id": id, "prompt": prompt, "button": button, "keeps": keeps, **content})
        self.value: Any = None
        self._sent: Any = None  # what this page answered last, kept even if the reply then failed
        self._reply = reply or (lambda value: Reply(None, "Noted. This stays on this page only."))
        self._restore = restore
        self.note: Callable[[], str] = lambda: ""

    @abstractmethod
    def clean(self, value: Any) -> Any:
        """Return what the page sent as a proper answer, or raise a UserError saying what lacks."""

    @abstractmethod
    def choices(self) -> list[str]:
        """Return the lines that follow the prompt in a printout."""

    @abstractmethod
    def in_words(self, value: Any) -> str:
        """Return an answer as the learner reads it on the page."""

    def as_typed(self, value: Any) -> Any:
        """Return an answer as the controls take it, where that is not the answer itself."""
        return None

    def terms(self) -> list[str]:
        """Return the lines of a printout that say what holds for all of the question."""
        return [terms] if (terms := self.content.get("terms")) else []

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Restore an earlier answer (`open`), take one (`answer`), or see if it changed (`look`).

        `shown` in data is the kept answer that the page knows of. An answer that another window
        gave since is told, with the kept one as `value`, and not replaced.
        """
        if action == "open":
            # Another window may have answered since, so what is kept goes before what is known.
            kept = self._restore() if self._restore else None
            if kept is not None and not self._fits(kept):
                return {"value": None, "note": former.sentence("", kept)}
            self.value = self.value if kept is None else kept
            shown = {"note": self.note(), "typed": self.as_typed(self.value)}
            return {"value": self.value, **{name: said for name, said in shown.items() if said}}
        kept = self._kept()
        stale = "shown" in data and kept not in (None, data["shown"], self._sent)
        try:
            value = self.clean(printable(data["value"]))
        except UserError as error:
            if action == "answer" and kept is not None and not stale:
                fix = f"{error.fix} Your earlier answer still stands: {self._told(kept)}."
                raise UserError(error.problem, fix.strip()) from None
            if action == "answer" and not stale:
                raise
            value = None
        if stale and value != kept:
            problem = (
                "This was changed in another window. Here is how it stands now: "
                f"{self._told(kept)}. Your own answer is still on this page. To keep it "
                "instead, press the button once more."
            )
            return {"problem": problem, "value": kept}
        if action == "look":
            return {}
        self.value = self._sent = value
        reply = self._reply(self.value)
        more = [[each.title, each.text] for each in reply.more]
        return {
            "value": self.value,
            "right": reply.right,
            "text": reply.text,
            **({"more": more} if more else {}),
        }

    def _kept(self) -> Any:
        """Return the answer that is kept; None for one that was damaged, or to a former question.

        Whoever then keeps an answer is told what happened to the file.
        """
        try:
            kept = self._restore() if self._restore else None
        except UserError:
            return None
        return kept if kept is None or self._fits(kept) else None

    def _told(self, kept: Any) -> str:
        try:
            return self.in_words(kept)
        except (TypeError, ValueError, AttributeError):  # a file that was changed by hand
            return str(kept)

    def _fits(self, kept: Any) -> bool:
        """Whether a kept answer can be one to this question as it reads now."""
        try:
            self.clean(kept)
        except (UserError, TypeError, ValueError, AttributeError, KeyError):
            return False
        return True

    def words(self) -> str:
        """Return prompt and choices; never the learner's answer."""
        return "\n".join(
            [f"Question {self.content['id']}: {self.content['prompt']}", *self.choices()]
        )


def drawn(controls: str) -> tuple[str, ...]:
    """Return the files that draw a kind: its controls, and what is around them."""
    return (f"widgets/questions/{controls}.js", "widgets/questions/question.js")


def pairs(words: Mapping[str, str]) -> list[list[str]]:
    """Return names with their words as the page takes them, in their order."""
    return [[name, text] for name, text in words.items()]


def replied(asked: Asked, verdict: Verdict, more: tuple[More, ...] = ()) -> Reply:
    """Return a verdict as the page says it, with what a learner may open after an answer."""
    found = (More(STEP, asked.step), More(TAUGHT, asked.taught))
    return Reply(verdict.right, verdict.text, (*more, *(each for each in found if each.text)))
