"""Words in a seat or a role that choose by race, mark a belief, or hide unpaid hours.

Lists of words find what is often written; they cannot tell whether a sentence is fair. A program
may carry a group's name in its own, so what is found is a reason to ask.
"""

import re

from groundwork.subject.names import names_a_person_in, surely_names_somebody
from groundwork.subject.small_groups import NAMED

_GROUP = re.compile(
    rf"\b{NAMED}\b"
    r"(?! (?:River|Rock|Creek|Hills?|Lake|Earth|Mountains?|Mold|Lung|Infant|Health Program))",
    re.IGNORECASE,
)
_ONE_OF = rf"(?:{NAMED}|non-?white|Somali|Hmong|Haitian|Mexican|Puerto Rican|Filipin[oa])"
_GROUPS = rf"{_ONE_OF}(?:(?:,? (?:and|or) |, |/)(?:an? )?{_ONE_OF})*\b"
_STAFF = (
    r"(?:wom[ae]n|m[ae]n|person|staff|employees?|colleagues?|members?|workers?|nurses?|clerks?"
    r"|managers?|supervisors?|candidates?|applicants?|hires?)"
)
_SERVED = (  # a group named as those whom the work is for
    r"(?! (?:residents|mothers|fathers|parents|families|patients|clients|women|men|people|youth"
    r"|children|infants|babies|births|communit|neighborhoods|tenants|callers|deaths|Infant|Lung"
    r"|Mold|River|Rock|Creek|Hills?|Lake|Earth|Mountains?|Health Program))"
)
_STARTS = r"(?:^|(?<=[.;:!?\n]))\s*"
_ORIGIN = r"(?:origin|descent|background|heritage|ancestry|roots)"
_BY_RACE = re.compile(
    "|".join(
        (
            rf"\b(?:as|being|(?:one|some|any) of (?:our|the)|our|the) (?:an? )?{_GROUPS}"
            rf" {_STAFF}\b",
            rf"\bbecause (?:she|he|they) (?:is|are) (?:an? )?{_GROUPS}",
            r"\bas an? (?:person|woman|man|member) of color\b",
            r"\bbecause of (?:her|his|their) (?:race|ethnicity|skin|national origin|ancestry)\b",
            r"\bsame (?:race|ethnicity|ethnic group|origin) as\b",
            r"(?<!nobody is )(?<!not )(?<!never )"
            r"\b(?:chosen|picked|filled|appointed|selected|seats? goe?s?)"
            r" by (?:race|ethnicity|origin)\b",
            rf"\b(?:(?:must|should|shall|would|(?:has|have|needs?|ought|is|are) to) be"
            rf"|(?:somebody|someone|anybody|one|person|{_STAFF}) who (?:is|are)"
            rf"|(?:somebody|someone|anybody|{_STAFF}) who identif(?:y|ies) as)"
            rf" (?:an? )?{_GROUPS}{_SERVED}",
            r"\b(?:prefer(?:s|red|ably|ence)?(?: for| to| goes to)?|favors?|choose|pick|only"
            rf"|reserved for|set aside for|hires?|recruits?) (?:an? |our )?{_GROUPS}{_SERVED}",
            rf"\b{_GROUPS}(?: {_STAFF})? (?:preferred|only|first)\b",
            r"\b(?:belongs? to|comes? from|(?:is|be) a member of) (?:the|our|an?)"
            rf" {_GROUPS} communit",
            rf"(?:\b(?:must|should) be|{_STARTS}(?:is|are)?) ?of [\w-]+ {_ORIGIN}\b",
            rf"{_STARTS}(?:is|are|being|identifies as) (?:an? )?{_GROUPS}{_SERVED}",
            rf"{_STARTS}(?:an? )?{_GROUPS}(?: {_STAFF}\b|\s*(?:$|[.,;]))",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)
_CAPITALIZED = re.compile(r"\b(?=([A-ZÀ-ÖØ-Þ][\w'’-]+\.? [A-ZÀ-ÖØ-Þ][\w'’-]+))")
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


def by_race(text: str) -> str:
    """Return the first words in a sentence that give work to somebody by race, or "".

    >>> by_race("Must be Black or Latino"), by_race("Reviews care of Black mothers")
    ('Must be Black or Latino', '')
    """
    return _first(_BY_RACE, text)


def person(text: str) -> str:
    """Return the first words in a sentence that read like a person's name, or "".

    >>> person("The count moves to Maria Lopez"), person("It moves to the Stock Clerk")
    ('Maria Lopez', '')
    """
    if found := names_a_person_in(text):
        return found
    return next(filter(surely_names_somebody, _CAPITALIZED.findall(text)), "")


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
