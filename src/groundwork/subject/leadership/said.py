"""Words in a seat or a role that name a group or a person, mark a belief, or hide unpaid hours.

Lists of words find what is often written; they cannot tell whether a sentence is fair. A program
may carry a group's name in its own, so what is found is a reason to ask.
"""

import re

from groundwork.subject.small_groups import NAMED

_GROUP = re.compile(
    rf"\b{NAMED}\b"
    r"(?! (?:River|Rock|Creek|Hills?|Lake|Earth|Mountains?|Mold|Lung"
    r"|(?:Infant )?Health Program|Infant Health))",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(
    r"\b(?:(?:speak|speaks|speaking|stands?) (?:up )?for|(?:the )?voice (?:of|for)"
    r"|represent(?:s|ing)?) (?:(?!(?:to|at|in|before|with|on|for) )[\w'’-]+ ){0,3}?"
    r"(?:residents?|communit(?:y|ies)|people|famil(?:y|ies)|patients?|women|men|youth|immigrants?"
    r"|refugees?|neighbors?)\b",
    re.IGNORECASE,
)
_BELIEF = re.compile(
    r"\b(?:belie(?:f|fs|ves?|ved|ving)|attitudes?|mind-?sets?|convictions?|convinced|passion(?:ate)?"
    r"|open-minded(?:ness)?|unconscious bias|(?:is|be|are) committed to|personal commitment"
    r"|a heart for|feels that|agrees that)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\W*(?:nothing|none|no|not yet|nothing yet|n/?a|not applicable|no change|tbd|open|unknown"
    r"|zero|0|0 hours|zero hours)?\W*",
    re.IGNORECASE,
)
_STARTS_WITH_NOTHING = re.compile(
    r"\s*nothing (?:else )?(?:stops?|comes off|yet|changes|new|for now|is)\b", re.IGNORECASE
)
_UNPAID = re.compile(
    r"\b(?:after (?:hours|work)|(?:over|during|at|through) (?:the )?lunch"
    r"|lunch (?:hours?|breaks?)|(?:their|her|his|my|your|our) (?:own|free|spare) time|spare time"
    r"|as time allows|when time allows|fits? in (?:beside|with|around|where|when|as)"
    r"|unpaid (?:hours|time|work|overtime)|as a volunteer|(?:0|zero) hours)\b",
    re.IGNORECASE,
)


def race(text: str) -> str:
    """Return the first words by which race or ethnicity would choose who sits there, or ""."""
    return _first(_GROUP, text)


def speaks_for(text: str) -> str:
    """Return the first words by which one person would speak for a group, or ""."""
    return _first(_SPEAKS_FOR, text)


def belief(text: str) -> str:
    """Return the first words about what somebody holds and not about what they do, or ""."""
    return _first(_BELIEF, text)


def unpaid(text: str) -> str:
    """Return the first words that put work outside of paid hours, or ""."""
    return _first(_UNPAID, text)


def something(text: str) -> bool:
    """Whether a text names something that stops: "nothing" and "after hours" name none.

    >>> something("Filing"), something("Nothing yet."), something("over lunch")
    (True, False, False)
    """
    nothing = _NOTHING.fullmatch(text) or _STARTS_WITH_NOTHING.match(text)
    return not nothing and not unpaid(text)


def given_up(text: str) -> str:
    """Say which task is given up, as a paper says it: the task, that nothing is, or not known.

    >>> given_up("Filing "), given_up("Nothing"), given_up(" ")
    ('Filing', 'nothing named yet', 'not known yet')
    """
    if not text.strip():
        return "not known yet"
    return text.strip() if something(text) else "nothing named yet"


def _first(words: re.Pattern[str], text: str) -> str:
    found = words.search(text)
    return found[0].strip() if found else ""
