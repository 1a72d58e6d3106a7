"""Long work in short pieces: the page shows how far it is, and can stop it between two of them.

Whoever works keeps each result before the next one is begun, so that a piece that never comes, or a
kernel that is killed in the middle of one, costs nothing: begun again, the work goes on.
"""

import time
from collections.abc import Generator
from typing import Any

PIECE = 0.5  # seconds, after which the page is told


class Work:
    """One piece of long work under way.

    Parameters
    ----------
    results
        Does the work, one result at a time.
    count
        How many results there will be, as far as anybody knows.
    """

    def __init__(self, results: Generator[Any, None, None], count: int) -> None:
        self._results, self.count = results, count
        self.found: list[Any] = []
        self.is_done = False

    def go_on(self) -> None:
        """Work for one piece of time, and for one result at least."""
        end = time.monotonic() + PIECE
        for result in self._results:
            self.found.append(result)
            if time.monotonic() > end:
                return
        self.is_done = True

    def stop(self) -> None:
        """Work no more; what was found is kept."""
        self._results.close()
