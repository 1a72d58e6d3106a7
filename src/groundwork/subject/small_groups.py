"""A few people of one race in a unit: among colleagues that says who they are, as a name does.

The one rule for maps, chains and notes on evidence. A list of words finds what is often written;
a count of residents, or a figure with its base, is none of it.
"""

import re
from collections.abc import Iterator

from groundwork.subject.peoples import FAITHS, PEOPLES
from groundwork.subject.remark import Remark

_THING = (
    r"(?:papers?|ink|boards?|list(?:s|ed)?|box(?:es)?|market|mold|ice|holes?|coats?|noise|blood"
    r"|space|hats?|bread|rice|coffee|tea)\b"
)
_NO_PEOPLE = r"(?:absence|change|choice|coat|kind|lack|loss|matter|range|shade|splash|use)s?\b"
NAMED = (
    rf"(?:(?:Black|White)(?![ -](?:{_THING}|collar\b))|African[ -]Americans?|Latin[oaxe]s?"
    r"|Hispanics?|Chican[oa]s?|Asians?(?:[ -]Americans?)?|Native[ -](?:American|Hawaiian)s?"
    r"|American Indians?|Alaska Natives?|AI ?/ ?AN|AIAN|NH ?/ ?PI|NHPI|AAPI|Indigenous"
    r"|Pacific Islanders?|Arabs?|Middle Eastern|BIPOC|POC"
    rf"|(?!{_NO_PEOPLE})[\w’'-]+ of colou?r"
    r"|minority(?! health))"
)
"""A race or an ethnic group, as papers write it; no paper, ink or box that is black or white."""

_RACE = rf"(?:{NAMED}|Native|Tribal|immigrant|{PEOPLES}|{FAITHS})"
_FEW = (
    r"(?<!\bin )(?<!\bof )(?<![\d.,])"
    r"(?:only|sole|single|few|both|one|two|three|four|five|six|seven|eight|nine|[1-9](?![\d.,]))"
)
_PEOPLE = (
    r"(?:staff|employees?|colleagues?|team|people|persons?|wom[ae]n|m[ae]n|supervisors?|managers?"
    r"|directors?|deput(?:y|ies)|officers?|chiefs?|leaders?|nurses?|doctors?|physicians?|midwi(?:fe|ves)"
    r"|workers?|epidemiologists?|analysts?|inspectors?|coordinators?|specialists?|educators?"
    r"|assistants?|clerks?|interns?|applicants?|hires?|members?|commissioners?|patients?|clients?"
    r"|families|mothers|fathers|parents)"
)
_A_FIGURE = r"(?!\s+(?:per|in|of|out of)\s+(?:every\s+|each\s+)?\d)"
_SMALL = re.compile(
    rf"\b{_FEW}\s+(?:[\w’'-]+\s+)?{_RACE}\b(?:\s+[\w’'-]+)??\s+{_PEOPLE}\b{_A_FIGURE}"
    rf"|\b{_FEW}\s+{NAMED}\b{_A_FIGURE}(?=\W*$|[,;:.]|\s+(?:in|on|at|here|who)\b)"
    rf"|\b{_FEW}\s+(?:of\s+)?(?:the\s+|our\s+|their\s+)?(?:[\w’'-]+\s+)?{_PEOPLE}"
    rf"\s+(?:who\s+)?(?:are|is|identify as)\s+{_RACE}\b",
    re.IGNORECASE,
)


def found(text: str) -> str:
    """Return the first words that point to a few people by their race, or "".

    >>> found("Ask the two Black supervisors"), found("1 of 3 Black residents has no doctor")
    ('two Black supervisors', '')
    """
    few = _SMALL.search(text)
    return " ".join(few[0].split()) if few else ""


def remarks(about: str, *texts: str) -> Iterator[Remark]:
    """Remark on each text of one row that points to a few people by their race."""
    for words in dict.fromkeys(filter(None, map(found, texts))):
        yield Remark(
            about=about,
            harms=True,
            what=f"“{words}” can point to people whom every reader here knows.",
            why="In a small unit, race and a position are as good as a name.",
            try_instead="Leave out the number or the unit, or ask those people first.",
        )
