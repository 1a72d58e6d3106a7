"""Where the server and its kernels say what went wrong."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from functools import partial
from pathlib import Path

LOG = ".groundwork/server.log"  # in the workspace


@contextmanager
def messages_to(log: Path) -> Iterator[None]:
    """Send what the server and its kernels say on stderr to a file that only the owner reads.

    The learner's window then holds the address and nothing else.
    """
    sys.stderr.flush()
    screen = os.dup(2)
    private = partial(os.open, mode=0o600)
    with open(
        log, "w", encoding="utf-8", errors="backslashreplace", buffering=1, opener=private
    ) as file:
        os.dup2(file.fileno(), 2)  # for the kernels
        try:
            # For us: what writes to a Windows console cannot write to a file in its place.
            with redirect_stderr(file):
                yield
        finally:
            os.dup2(screen, 2)
            os.close(screen)
