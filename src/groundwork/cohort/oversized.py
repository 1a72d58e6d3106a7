"""Read a file that is far too large, so that one giant answer in it costs itself alone.

A limit is for an answer, never for its file. Of each text in the file the beginning is kept, which
is still longer than any answer may be, and as much of what stands between two texts. The whole of
it is never in memory. What is left may still hold so many values that nobody makes all of them at
once: whoever reads it asks first, and takes one piece after the other.
"""

import codecs
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Protocol

LONGEST_TEXT = 200_000  # signs, of which a letter may take six: more than an answer may hold
LONGEST_BETWEEN = 200_000  # signs between two texts: numbers, brackets
LARGEST_READ = 20_000_000  # bytes of a file that is read as it is, and characters of a larger one
MOST_VALUES = 500_000  # of a file whose values are made all at once; each takes up to 200 bytes
LARGEST_PIECE = 2_000_000  # characters of one that are made at once in a larger one
CHUNK = 1_000_000  # bytes
ESCAPE = 6  # signs of the longest, as in "\\u00e9"
# The inside of a text up to its end, in one look.
INSIDE = re.compile(r'[^"\\]*+(?:\\(?:u[0-9a-fA-F]{4}|[^u])[^"\\]*+)*+', re.DOTALL)
# Short texts with little between them, as many as there are, in one look.
SHORT = re.compile(r'(?:[^"]{0,40}+"[^"\\]{0,40}+")*+')


class Readable(Protocol):
    """What bytes are read from: a file, or a file in a zip file."""

    def read(self, size: int, /) -> bytes:
        """Read so many bytes, or fewer at the end."""
        ...


def chunks(file: Readable, most: int) -> Iterator[bytes]:
    """Yield the content of a file, or of a file in a zip file, up to a number of bytes."""
    left = most
    while left > 0 and (chunk := file.read(min(CHUNK, left))):
        left -= len(chunk)
        yield chunk


def bounded(content: bytes) -> bytes:
    """Return a file as it is, or shortened where it is larger than is read as it is."""
    if len(content) <= LARGEST_READ:
        return content
    return shortened(chunks(io.BytesIO(content), len(content)), LARGEST_READ)


def is_small(content: bytes) -> bool:
    """Whether all values of a JSON file may be made at once; each but one follows such a sign."""
    signs = sum(map(content.count, (b"[", b"{", b",")))
    return len(content) <= LARGEST_READ and signs <= MOST_VALUES


def shortened(content: Iterable[bytes], most: int) -> bytes:
    """Return JSON text as UTF-8, cut in each text, and between two texts, that is too long.

    Parameters
    ----------
    content
        The file, piece by piece.
    most
        Characters after which the rest is left, whole or not: it holds more than texts.
    """
    kept = io.StringIO()
    count, length, is_inside, rest = 0, 0, False, ""
    for chunk in _decoded(content):
        text, rest, at = rest + chunk, "", 0
        while at < len(text) and count <= most:
            if is_inside:
                end = INSIDE.match(text, at).end()  # type: ignore[union-attr]
                own = _cut(text[at:end], max(LONGEST_TEXT - length, 0))
                length += end - at
                if text[end : end + 1] == '"':
                    own, end, length, is_inside = f'{own}"', end + 1, 0, False
                elif len(text) - end < ESCAPE:  # half of one, whose rest comes with the next piece
                    rest, end = text[end:], len(text)
                else:  # one that is none
                    own, end = own + text[end : end + 2], end + 2
            elif (end := SHORT.match(text, at).end()) > at:  # type: ignore[union-attr]
                own, length = text[at:end], 0
            else:
                end = text.find('"', at) % (len(text) + 1)
                own = text[at:end][: max(LONGEST_BETWEEN - length, 0)]
                length += end - at
                if end < len(text):
                    own, end, length, is_inside = f'{own}"', end + 1, 0, True
            kept.write(own)
            count += len(own)
            at = end
        if count > most:
            break
    return kept.getvalue()[:most].encode("utf-8", "replace")


def _decoded(content: Iterable[bytes]) -> Iterator[str]:
    """Yield a file's text, in whatever form of Unicode its beginning is."""
    decoder = None
    for chunk in content:
        if decoder is None:
            decoder = codecs.getincrementaldecoder(json.detect_encoding(chunk))("replace")
        yield decoder.decode(chunk)


def _cut(text: str, room: int) -> str:
    """Return the beginning of the inside of a JSON text, with no escape in two."""
    if len(text) <= room:
        return text
    kept = text[:room]
    start = kept.rfind("\\", max(room - ESCAPE, 0))
    run = start + 1 - len(kept[: start + 1].rstrip("\\"))
    needed = ESCAPE if kept[start + 1 : start + 2] == "u" else 2
    return kept[:start] if run % 2 and room - start < needed else kept
