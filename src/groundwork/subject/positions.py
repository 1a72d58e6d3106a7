"""Who answers, as it is typed: one position, nobody, or several at once."""

import re

_NOBODY = re.compile(
    r"(?:tb[ad]|n/?a|none|nobody|unknown|everyone|everybody|all(?: staff)?|staff|the department"
    r"|department|management|leadership|to be (?:decided|determined|named|hired)|various|\?+|[-–]+"
    r"|(?:an? )?(?:open|unfilled|empty)(?: (?:position|post|job))?"
    r"|(?:position|post|job) (?:is )?open)\.?",
    re.IGNORECASE,
)
_VACANT = re.compile(r"\bvacan(?:t|cy)\b", re.IGNORECASE)
_TEAM = re.compile(r"\b(?:team|staff|unit|division|section|bureau|crew|group)$", re.IGNORECASE)
_TITLE = (
    r"(?:manager|director|supervisor|coordinator|officer|chief|lead|epidemiologist|administrator"
    r"|analyst|specialist|nurse|planner|commissioner|clerk|educator)"
)
_HAS_TITLE = re.compile(rf"\b{_TITLE}\b", re.IGNORECASE)
_IS_TITLE = re.compile(rf"(?:[\w’'-]+ ){{0,5}}{_TITLE}(?:,? (?:of|for)\b.*)?", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|&|/|plus)\s+(?:the\s+)?|[,;]\s+", re.IGNORECASE)


def is_nobody(text: str) -> bool:
    """Whether nobody answers: “TBD”, “open position”, or a position that is vacant.

    >>> is_nobody("Vacant"), is_nobody("Family Health Manager")
    (True, False)
    """
    return bool(_NOBODY.fullmatch(text.strip()) or _VACANT.search(text))


def is_team(text: str) -> bool:
    """Whether it is a team and no position."""
    return bool(_TEAM.search(text.strip()))


def are_several(text: str) -> bool:
    """Whether two positions are named, and not one whose title holds an “and”.

    >>> are_several("WIC Manager and Nutrition Director")
    True
    >>> are_several("Director of Planning and Policy")
    False
    """
    parts = _AND.split(text.strip())
    return any(map(_IS_TITLE.fullmatch, parts[1:])) and bool(_HAS_TITLE.search(parts[0]))
