"""Read a file that is far too large, so that one giant text in it costs itself alone.

A limit is for an answer, never for its file. Of each text in the file the beginning is kept, which
is still longer than any answer may be, and all that stands between the texts. The whole of it is
never in memory.
"""

import codecs
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Protocol

LONGEST_TEXT = 200_000  # signs, of which a letter may take six: more than an answer may hold
CHUNK = 1_000_000  # bytes
ESCAPE = 6  # signs of the longest, as in "\\u00e9"
# The inside of a text up to its end, in one look.
INSIDE = re.compile(r'[^"\\]*+(?:\\(?:u[0-9a-fA-F]{4}|[^u])[^"\\]*+)*+', re.DOTALL)


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


def shortened(content: Iterable[bytes], most: int) -> bytes:
    """Return JSON text with each of its texts cut to `LONGEST_TEXT`, as UTF-8.

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
            if not is_inside:
                end = text.find('"', at) + 1 or len(text)
                own, length = text[at:end], 0
                is_inside = own.endswith('"')
            else:
                end = INSIDE.match(text, at).end()  # type: ignore[union-attr]
                own = _cut(text[at:end], max(LONGEST_TEXT - length, 0))
                length += end - at
                if text[end : end + 1] == '"':
                    own, end, is_inside = f'{own}"', end + 1, False
                elif len(text) - end < ESCAPE:  # half of one, whose rest comes with the next piece
                    rest, end = text[end:], len(text)
                else:  # one that is none
                    own, end = own + text[end : end + 2], end + 2
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
