"""What is still to be found out: from whom, what, and what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ask:
    """One thing to ask for.

    Attributes
    ----------
    whom
        The office, position or group that holds the answer, such as "Finance".
    what
        The paper or the fact, such as "the adopted budget, fund F100".
    why
        What it is for, such as "the statement “…”".
    """

    whom: str
    what: str
    why: str

    def __str__(self) -> str:
        """Return it as one sentence: "From Finance: the adopted budget, for the request"."""
        return f"From {self.whom}: {self.what}, for {self.why}"
