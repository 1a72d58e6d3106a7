"""A computed question: a typed number, and after an answer the same question with other numbers."""

from typing import Any, Unpack

from groundwork.learner import answers
from groundwork.learner.exercise import told
from groundwork.learner.questions import Computed, Number
from groundwork.learner.questions.catalog import Catalog
from groundwork.screen.widgets.questions.number import NumberQuestion, numbered
from groundwork.screen.widgets.questions.question import How, Reply, replied
from groundwork.subject.errors import UserError

NEW = "These are other numbers. Read the question again, then answer it."


class ComputedQuestion(NumberQuestion):
    """A number in variants; the page says which it shows, so that two windows may differ."""

    def __init__(self, asked: Computed, page: Catalog) -> None:
        self.asked, self.page = asked, page
        self._shown = ""  # the variant that is answered just now; "" for the one kept
        first = asked.at()
        super().__init__(
            asked.id,
            first.prompt,
            asked.unit,
            terms=" ".join(first.promises()),
            others=True,
            reply=self._keep,
            restore=self._of_these_numbers,
        )
        self.units = lambda: asked.units

    def respond(self, action: str, data: dict[str, Any]) -> dict[str, Any]:
        """Show the numbers chosen before (`open`), or others (`others`); else as any question."""
        if action == "others":
            return self._others(str(data.get("numbers", "")))
        self._shown = str(data.get("numbers", "")) if action != "open" else ""
        shown = super().respond(action, data)
        if action == "open":
            self._shown = self._numbers()
            return {**shown, **self._asked(), "answered": shown["value"] is not None}
        return shown

    def _others(self, numbers: str) -> dict[str, Any]:
        """Choose the next variant, once the one on the page has an answer."""
        self._shown = numbers
        if self._of_these_numbers() is None:
            raise UserError("Answer this question first. Then you can try other numbers.")
        self._shown = self.asked.next_after(self._numbers())
        answers.choose_numbers(self.asked.id, self._shown)
        told(self.asked.id, None)
        self.value = self._sent = None
        return {"value": None, "text": NEW, **self._asked()}

    def _numbers(self) -> str:
        """Return the variant on the page, or else the one that the learner chose or answered."""
        names = self.asked.names()
        for name in (self._shown, answers.chosen_numbers(self.asked.id)):
            if name in names:
                return name
        return names[0]

    def _question(self) -> Number:
        return self.asked.at(self._numbers())

    def _asked(self) -> dict[str, str]:
        """Return what the page shows of the variant."""
        question = self._question()
        terms = " ".join(question.promises())
        return {"numbers": self._numbers(), "prompt": question.prompt, "terms": terms}

    def _of_these_numbers(self) -> Any:
        """Return the kept answer when it is to the variant on the page."""
        kept = answers.entry(self.asked.id)
        same = self.asked.answered(str(kept.get(answers.NUMBERS, ""))) == self._numbers()
        return kept.get("value") if same else None

    def _keep(self, value: Any) -> Reply:
        question, numbers = self._question(), self._numbers()
        answers.keep(
            self.asked.id,
            value,
            asked=question.prompt,
            version=self.asked.version,
            numbers=numbers,
            exercise=self.page.name,
            release=self.page.release,
        )
        answers.choose_numbers(self.asked.id, numbers)
        verdict = question.judge(value)
        told(self.asked.id, verdict)
        return replied(question, verdict)


def first_numbers(asked: Computed, **how: Unpack[How]) -> NumberQuestion:
    """Return the controls where nothing is kept: a lesson asks about the first numbers alone."""
    return numbered(asked.at(), **how)
