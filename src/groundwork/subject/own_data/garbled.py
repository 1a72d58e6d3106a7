"""Letters that were written as UTF-8 and read as something older: Ã© for é, √© for é."""

import re

# What programs read UTF-8 as, when they read it wrongly.
_OLD = ("cp1252", "latin-1", "mac_roman", "cp437", "cp850", "cp1250")
_RUN = re.compile(r"[^\x00-\x7f]{2,}")
# What the bytes of a letter with a mark, or of a printer's quotation mark, begin with.
_FIRST = re.compile(r"[ÃÂâ√┬├ÔĂ]")


def is_garbled(text: str) -> bool:
    """Say whether a text holds letters whose bytes were read as those of an older encoding.

    >>> is_garbled("ClÃ\xadnica"), is_garbled("PeÃ±a"), is_garbled("Peña"), is_garbled("“MENÚ”")
    (True, True, False, False)
    """
    whole = text.strip(" \t\r\n")
    return _decodes(whole, "cp1252") or any(
        _FIRST.match(run) and any(_decodes(run, old) for old in _OLD) for run in _RUN.findall(whole)
    )


def _decodes(text: str, encoding: str) -> bool:
    try:
        return not text.encode(encoding).decode("utf-8").isascii()
    except UnicodeError:
        return False
