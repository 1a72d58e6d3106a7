"""What one file holds, read up to a limit: of a larger one the beginning of each text."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path

from groundwork.cohort import oversized
from groundwork.learner.answers import FILE

LARGEST_FILE = 100_000_000  # bytes of a file that is read whole
MORE = 400_000_000  # bytes of a larger one that are read
KEPT = 20_000_000  # characters of it, once its texts were shortened


def content_of(path: Path) -> tuple[bytes, str]:
    """Return what a file holds, and what is to be said where it was too large for that."""
    with path.open("rb") as file:
        return content_of_open(file, path.name)


def content_of_open(file: oversized.Readable, name: str, more: int = 0) -> tuple[bytes, str]:
    """Return what an open file holds, as `content_of` does.

    Parameters
    ----------
    more
        How many bytes are read of what is too large to be read whole; many, where nothing is said.
    """
    data = b"".join(oversized.chunks(file, LARGEST_FILE + 1))
    if len(data) <= LARGEST_FILE:
        return data, ""
    rest = oversized.chunks(file, more or MORE)
    kept = oversized.shortened(itertools.chain(_pieces(data), rest), KEPT)
    return kept, _too_large(name, len(kept) >= KEPT or bool(file.read(1)))


def _pieces(data: bytes) -> Iterator[bytes]:
    """Yield what was read already as the rest of the file comes: never all of it at once."""
    return oversized.chunks(io.BytesIO(data), len(data))


def _too_large(name: str, is_left: bool) -> str:
    """Say what was not read of a file, where its end was left too, and what to do."""
    size = f"{LARGEST_FILE / 1_000_000:g}"
    return (
        f"{name} is larger than {size} MB: of each text in it the beginning alone was read"
        f"{', and its end not at all' if is_left else ''}. If an answer is missing, ask for the "
        f"file {FILE} once more, as it lies in the learner's folder of the exercise."
    )
