"""Find claims that say more than figures can carry.

A list of phrases, so it cannot tell what else is wrong: the authors' checklist in CONTRIBUTING.md
holds the rest. Each phrase stood in a lesson once.
"""

import re
from collections.abc import Iterator

_NUMBER = r"\d[\d.,]*"
# What is wrong, and what to write.
CLAIMS: tuple[tuple[str, str], ...] = (
    (
        rf"{_NUMBER} times (?:the|as many|more) (?:visits|deaths|cases|births|admissions)\b",
        "tells a ratio of rates as a ratio of counts: say whose rate is how many times as high",
    ),
    (
        r"too small to tell from chance",
        "says more than “not significant” does: say that data like these could also turn up if "
        "there were no difference",
    ),
    (
        r"not (?:statistically )?significant,? (?:so|which means that|and so|means)\b[^.]{0,40}"
        r"\b(?:no|same|equal|not (?:different|matter))\b",
        "reads “not significant” as “no difference”",
    ),
    (
        rf"\bdifference(?: of| is| was|:)? (?:about )?{_NUMBER} ?(?:percent\b|%)(?! points)",
        "gives a difference of percents in percent: say percentage points",
    ),
    (
        r"life expectancy rates?\b|\brate ratios? of (?:life|years)|years of life[^.]{0,30}\brate"
        r" ratio",
        "calls years of life a rate: give the difference in years",
    ),
    (
        r"\bthe gap is what\b|\bthe numbers speak\b|\bnumbers are people\b",
        "is a verdict or a slogan: say what was counted, and let the reader judge",
    ),
)
_COMPILED = tuple((re.compile(pattern.replace(" ", r"\s+"), re.I), why) for pattern, why in CLAIMS)


def claims(text: str) -> Iterator[tuple[int, str]]:
    """Yield for each phrase of a text that claims too much its line, from 0, and a sentence."""
    for pattern, why in _COMPILED:
        for found in pattern.finditer(text):
            yield text.count("\n", 0, found.start()), f"{' '.join(found[0].split())!r} {why}."
