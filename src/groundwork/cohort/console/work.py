"""Long work in short pieces: the page shows how far it is, and can stop it between two of them.

Whoever works keeps each result before the next one is begun, so that a piece that never comes, or a
kernel that is killed in the middle of one, costs nothing: begun again, the work goes on.
"""

import threading
import time
from collections.abc import Generator
from contextlib import AbstractContextManager, ExitStack
from typing import Any

PIECE = 0.5  # seconds, after which the page is told
IDLE = 120.0  # seconds without a word from the page, after which it was closed
# What may not be done between two pieces of long work, which ends first.
ENDS = {"begin", "release", "settle", "move", "give_earlier", "aside", "archive", "forget"}


class Work:
    """One piece of long work under way.

    Parameters
    ----------
    results
        Does the work, one result at a time.
    count
        How many results there will be, as far as anybody knows.
    held
        What keeps other programs from the same cohort, until the work is done or stopped. It is
        stopped too when the page asks for no more.
    """

    def __init__(
        self,
        results: Generator[Any, None, None],
        count: int,
        held: AbstractContextManager[None],
        idle: float = IDLE,
    ) -> None:
        self._results, self.count, self._idle = results, count, idle
        self.found: list[Any] = []
        self.is_done = self.is_stopped = False
        self._turn = threading.Lock()
        self._held = ExitStack()
        self._held.enter_context(held)
        self._waiting = self._wait()

    def go_on(self) -> None:
        """Work for one piece of time, and for one result at least; once it was stopped, no more."""
        with self._turn:
            self._waiting.cancel()
            end = time.monotonic() + PIECE
            for result in () if self.is_stopped else self._results:
                self.found.append(result)
                if time.monotonic() > end:
                    self._waiting = self._wait()
                    return
            self.is_done = not self.is_stopped
            self._held.close()

    def stop(self) -> None:
        """Work no more; what was found is kept."""
        with self._turn:
            self._waiting.cancel()
            self.is_stopped = not self.is_done
            try:
                self._results.close()
            finally:
                self._held.close()

    def _wait(self) -> threading.Timer:
        waiting = threading.Timer(self._idle, self.stop)
        waiting.daemon = True
        waiting.start()
        return waiting
