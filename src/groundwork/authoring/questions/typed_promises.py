"""Find promises that somebody typed: what a page says of its questions, the build writes.

A typed "2 points" stays when the question comes to give 3. So points, tolerance, the fewest words,
how many questions there are and their numbers stand in a text only as places that are filled in.
"""

import re

from groundwork.authoring.source.fault import Report

COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# What is typed, and the place that the build fills instead.
TYPED = (
    (rf"\b{COUNT} points?\b", "{{ ID | points }}"),
    (r"\bwithin \d[\d.]*", "{{ ID | promises }}"),
    (rf"\bGive {COUNT} decimals?\b", "{{ ID | promises }}"),
    (rf"\bat least {COUNT} words?\b", "{{ ID | promises }}"),
    (rf"\b{COUNT} (?:short )?parts\b", "{{ ID | promises }}"),
    (rf"\b{COUNT} questions\b", "{{ exercise | questions }}"),
    (r"\bquestions? \d+", "{{ ID | number }}"),
)
_COMPILED = tuple((re.compile(pattern, re.I), place) for pattern, place in TYPED)


def check(prose: str, line: int, report: Report) -> None:
    """Report each promise that is typed in a piece of an exercise's prose.

    Parameters
    ----------
    line
        The first line of the prose, counted from 1.
    """
    for pattern, place in _COMPILED:
        for found in pattern.finditer(prose):
            here = line + prose.count("\n", 0, found.start())
            said = " ".join(found[0].split())
            report(here, f"promises {said!r}: let the build write it, {place}")
