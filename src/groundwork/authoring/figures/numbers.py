"""Find the numbers that a text claims, in digits and in words.

A number in words below ten ("two studies", "five needs") mostly counts things on the page and is
not looked at, unless its unit makes it a figure ("three percentage points", "four of every ten");
a share, a multiple or a larger number in words always is.
"""

import re
from collections.abc import Iterator

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_PARTS = "half|halves|third|fourth|quarter|fifth|sixth|seventh|eighth|ninth|tenth"
# What counts no things on the page, so that a small number of it in words is a figure too.
_UNITS = (
    r"percent(?:age points?)?|per ?cent|points? (?:higher|lower|more|less|wider|smaller)"
    r"|dollars?|cents?|deaths|births|years of life"
    r"|(?:of|in|out of|for) every|per (?:thousand|hundred|million|\d+(?:,\d{3})*)"
)
# Digits with a code's letters before them (P176), and words for a share, a multiple or much.
_NUMBER = re.compile(
    r"(?<![\w.,])[A-Z]{0,2}\d+(?:,\d{3})*(?:\.\d+)?(?:s|st|nd|rd|th)?\b"
    r"|[½⅓⅔¼¾⅕⅛]"
    rf"|(?i:\b(?:{_ONES}) (?:in|out of)(?: every)? (?:{_ONES}|{_TENS}|{_TEENS}|\d+)\b"
    rf"|\b(?:{_ONES}) times\b|\b(?:{_ONES})[ -](?:{_UNITS})(?!\w)"
    rf"|\b(?:a|{_ONES})[ -](?:{_PARTS})s?\b|\bhalf\b|\bhalves\b|\bthirds\b"
    r"|\b(?:twice|thrice|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|halved)\b"
    rf"|\b(?:{_ONES})fold\b"
    r"|\b(?:dozen|hundred|thousand|million|billion)s?\b"
    rf"|\b(?:{_TEENS})\b|\b(?:{_TENS})(?:-(?:{_ONES}))?\b)"
)
# What looks like a number and claims nothing, wherever it stands.
_NO_CLAIM = re.compile(
    r"^ *\d+[.)] "  # an item of a list
    r"|\b(?:lesson|run sheet|handout)s? \d+(?: and \d+)*|^\| \d\d \|"  # also as rows of the path
    r"|\b(?:steps?|questions?) \d+(?:(?: and | to |, )\d+)*"
    r"|^\*\*Minutes\.\*\*.*|\b\d+(?: minutes|-minute)\b"  # the build compares them
    r"|\*\*In \d+ days:\*\*"
    r"|\b(?:per|of|every|in) 1(?:00,000|0,000|,?000|00)\b"  # the base of a rate
    r"|\b95 ?%(?= (?:confidence )?interval)|\b95 percent(?= (?:confidence )?interval)"
    r"|\bK-12\b",
    re.IGNORECASE | re.MULTILINE,
)
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1|(`+)[^`].*?\2", re.DOTALL | re.MULTILINE)
"""Code in Markdown, in a fence or in a line: it says nothing to a reader of the prose."""
_ADDRESS = re.compile(r"\]\([^)\s]*\)")
HOLE = "\ufffc"
"""What stands where a figure was filled in: no letter, no digit."""


def numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield each number that a text claims and that is none of the build's own."""
    passed = [
        found.span() for pattern in (_NO_CLAIM, CODE, _ADDRESS) for found in pattern.finditer(text)
    ]
    for found in _NUMBER.finditer(text):
        if not any(start <= found.start() and found.end() <= end for start, end in passed):
            yield found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph, item of a list and table begins and ends.

    An item is a paragraph of its own, so that a source is named where its number stands.
    """
    start = 0
    for line in re.finditer(r"^.*\n?", text, re.MULTILINE):
        if not line[0].strip() or re.match(r"\s*(?:[-*+]|\d+[.)])\s", line[0]):
            if text[start : line.start()].strip():
                yield start, line.start()
            start = line.start()
    if text[start:].strip():
        yield start, len(text)
