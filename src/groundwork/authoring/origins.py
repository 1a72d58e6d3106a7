"""Names of countries, regions and languages, as the Unicode CLDR has them in English.

`subject/origins.json` keeps them, so that no learner's machine needs babel.
"""

import json
from pathlib import Path

from babel import Locale

KEPT = Path(__file__).parents[1] / "subject" / "origins.json"
_NO_PLACES = {"EU", "EZ", "QO", "UM", "UN", "US", "XA", "XB", "ZZ", "001"}
"""Codes of unions, of test data, of what is unknown, and of the country the course is for."""


def from_cldr() -> dict[str, list[str]]:
    """Return the names of places and of languages, of a language those of one word alone."""
    english = Locale("en")
    places = {name for code, name in english.territories.items() if code not in _NO_PLACES}
    languages = {name for name in english.languages.values() if " " not in name}
    return {"places": sorted(places), "languages": sorted(languages)}


def generate(check: bool) -> list[str]:
    """Write the names beside those that are kept by hand, or only say that they are stale."""
    text = KEPT.read_text(encoding="utf-8")
    made = json.dumps(json.loads(text) | from_cldr(), ensure_ascii=False, indent=0) + "\n"
    if made == text:
        return []
    if not check:
        KEPT.write_text(made, encoding="utf-8")
    return [f"{KEPT.name} has other names of countries or languages than the CLDR of babel."]
