"""What is said where a list of remarks ends: what was looked at, and what no check can tell.

A check that finds nothing has only found nothing. Whoever shows remarks shows this sentence below
them, whether there are any or none.
"""

from collections.abc import Iterable, Sized

from groundwork.subject import wording
from groundwork.subject.remark import Remark

UNCHECKED = (  # in a paper, whether it asks or not
    "Nobody has checked this map. Before you rely on it, ask two people what is wrong or missing: "
    "one who lives with what it tells, paid for the time, and one who keeps the records behind it."
)
CHOOSES = "We know only some words. Counsel reads by what this chooses, before anybody is chosen."
"""What ends each list of a paper by which people are chosen, or money is shared."""
ASK = (
    "Ask somebody who lives with it to read it, in paid time. They may say no, and nobody is asked "
    "because of their race."
)


def left_out(remarks: Iterable[Remark]) -> str:
    """Say how many remarks on wording a paper leaves out, or "" where there is none."""
    count = sum(remark.is_wording for remark in remarks)
    if not count:
        return ""
    if count == 1:
        return "1 remark on wording is still open; it is not in the paper."
    return f"{count} remarks on wording are still open; they are not in the paper."


def closing(
    remarks: Sized, looks_at: str, phrases: int | None = None, *, chooses: bool = False
) -> str:
    """Return the sentences that end a list of remarks.

    Parameters
    ----------
    remarks
        The remarks that are shown above.
    looks_at
        What the checks look at, as in "who decides, who is affected and what would move them".
    phrases
        How many phrases of the word list were found; None where no words were looked at.
    chooses
        Whether people may be chosen, or money shared, by what was looked at: then no list is the
        end of the question.
    """
    start = "These checks look" if len(remarks) else "These checks found nothing to ask. They look"
    limit = f"{start} at {looks_at}. They cannot tell whether it is true."
    words = "" if phrases is None else f" {wording.limits(phrases)}"
    counsel = f" {CHOOSES}" if chooses else ""
    return f"{limit}{words} {ASK}{counsel}"
