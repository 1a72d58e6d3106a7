"""What a baseline counts: the name of the work, and the test by which a line counts."""

from dataclasses import dataclass

NAME = "equity work"
SHOWN = (
    "A claim counts when documentation shows it, a whole line and a part of one alike. Work that a "
    "law requires, such as interpretation, counts by the same test."
)


@dataclass(frozen=True)
class CountedWork:
    """The work that a baseline counts, in a department's own words where it has some.

    Attributes
    ----------
    name
        What the work is called inside a sentence.
    test
        By which test a line counts as such work; "" for the course's.
    """

    name: str = NAME
    test: str = ""

    @property
    def is_own(self) -> bool:
        """Whether a department has words of its own for it."""
        return self != COURSE

    @property
    def heading(self) -> str:
        """The name as it begins a sentence or heads a column."""
        return f"{self.name[:1].upper()}{self.name[1:]}"

    @property
    def fte(self) -> str:
        """What heads the column of full-time equivalents that count."""
        return "Equity FTE" if self.name == NAME else "FTE that counts"

    @property
    def money(self) -> str:
        """What the money for it is called inside a sentence."""
        return "equity money" if self.name == NAME else f"money for {self.name}"

    @property
    def meant(self) -> str:
        """Say what is counted, in the words of the papers."""
        if self.test:
            return f"{self.heading} is counted by this test: {self.test.rstrip('. ')}. {SHOWN}"
        return (
            f"{self.heading} is work that documentation says is there to find or close an "
            f"avoidable gap in health or in getting care. {SHOWN}"
        )


COURSE = CountedWork()
"""What the course counts, by its own test."""
