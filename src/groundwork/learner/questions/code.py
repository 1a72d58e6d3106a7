"""An answer that is computed: one or several variables, each judged as a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from groundwork.learner.questions.number import Code, Number
from groundwork.learner.questions.question import Question, Verdict
from groundwork.subject.errors import UserError


@dataclass(frozen=True, kw_only=True)
class CodeQuestion(Question):
    """Variables to compute; the answer is a mapping of variable to value.

    Parameters
    ----------
    variables
        What is judged: a number each, whose `id` is the variable's name and whose `prompt` says
        what it stands for.
    given
        Name to number, for the lines that stand in the code cell at first.
    why
        What is said when all are right.
    """

    kind: ClassVar[str] = "code"
    did: ClassVar[str] = "computed"

    variables: tuple[Number, ...] = ()
    given: Mapping[str, str]
    solution: Mapping[str, str]
    why: str = ""

    def judge(self, answer: object) -> Verdict:
        """Judge the variables in their order, and tell the first that is not right."""
        if not isinstance(answer, Mapping):
            raise UserError(
                f"The answer is {answer!r}, and the question asks for computed variables.",
                f"Compute {', '.join(each.id for each in self.variables)} in the code cell.",
            )
        for variable in self.variables:
            if answer.get(variable.id) is None:
                return Verdict(False, f"{variable.id} has no value yet.", recognized=False)
            found = variable.judge(answer[variable.id])
            if not found.right:
                return Verdict(False, f"{variable.id}: {found.text}", found.recognized)
        return Verdict(True, self.why)

    def asked(self) -> dict[str, Any]:
        """Return prompt, variables and the numbers to start from."""
        variables = {each.id: each.asked() for each in self.variables}
        return {"prompt": self.prompt, "variables": variables, "given": dict(self.given)}

    @property
    def right_answer(self) -> dict[str, float]:
        """Return variable to value."""
        return {each.id: each.right_answer for each in self.variables}

    @property
    def codes(self) -> tuple[Code, ...]:
        """Return what there is to compute, a variable each."""
        return tuple(Code(each.id, self.given, self.solution[each.id]) for each in self.variables)

    def wrong_answers(self) -> list[tuple[Any, str]]:
        """Return each cataloged wrong value among right ones, with its reply."""
        return [
            ({**self.right_answer, variable.id: value}, reply)
            for variable in self.variables
            for value, reply in variable.wrong_answers()
        ]

    def promises(self) -> list[str]:
        """Say of each variable how exact it must be."""
        return [f"{each.id}: {said}" for each in self.variables for said in each.promises()]

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the question that :meth:`to_json` gave."""
        variables = tuple(Number.from_json(each) for each in data["variables"])
        return super().from_json({**data, "variables": variables})
