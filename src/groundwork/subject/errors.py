"""The one error a person can mend: it says what is wrong and what to do."""


class UserError(Exception):
    """A mistake in input or surroundings, told in plain words without a traceback.

    Parameters
    ----------
    problem
        What is wrong, naming the file, row and column where there is one.
    fix
        What to do about it, as one sentence.
    """

    def __init__(self, problem: str, fix: str = "") -> None:
        super().__init__(f"{problem} {fix}".strip())
        self.problem = problem
        self.fix = fix

    def _render_traceback_(self) -> list[str]:
        # IPython asks an error how it wants to be shown: in a lesson, as its words alone.
        return [str(self)]
