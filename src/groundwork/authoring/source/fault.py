"""What is wrong in a text, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# Called with a line of the text, counted from 1, and with what is wrong there.
Report = Callable[[int, str], None]


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong in a text.

    Parameters
    ----------
    file
        The text.
    line
        Its line, counted from 1.
    said
        What is wrong and what to write instead.
    """

    file: Path
    line: int
    said: str

    def __str__(self) -> str:
        """Return the fault as editors and terminals link it: file, line, sentence."""
        return f"{self.file}:{self.line}: {self.said}"


class Faults:
    """Everything that is wrong in one text: an author mends it all at once."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.found: list[Fault] = []

    def report(self, line: int, said: str) -> None:
        """Add a fault, once."""
        fault = Fault(self.file, line, said)
        if fault not in self.found:
            self.found.append(fault)
