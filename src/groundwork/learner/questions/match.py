"""Match each item with the one partner that fits it; some partners fit none."""

from dataclasses import dataclass
from typing import ClassVar

from groundwork.learner.questions.sort import Sort
from groundwork.subject.counts import counted


@dataclass(frozen=True, kw_only=True)
class Match(Sort):
    """Items and partners, which stand where a sorting has its categories.

    No partner fits two items and some fit none, so that the last item does not fall out by itself.
    An answer that uses a partner twice is wrong in one of the two places, and is judged like that.
    """

    kind: ClassVar[str] = "match"
    did: ClassVar[str] = "matched"

    @property
    def spare(self) -> int:
        """Return how many partners fit no item."""
        return len(self.categories) - len(self.items)

    def promises(self) -> list[str]:
        """Say how often a partner fits, and how many fit nothing."""
        left = counted(self.spare, "is", "are")
        return [f"Each letter fits one line at most; {left} left over."]
