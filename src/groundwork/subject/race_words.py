"""Words that name race, ethnicity or origin, or what stands in for them.

The one list for what is given by need: a card's split, a rule's criteria, a reason for sharing
money. Whether the law allows a choice by them is for counsel; a list of words only finds them.
"""

import re

from groundwork.subject.leadership import said
from groundwork.subject.small_groups import NAMED

_RUN = (
    r"(?! (?:against|to the (?:bottom|top|finish)|for (?:the cure|mayor|governor|office)|days?\b))"
)
_RACE = rf"(?:races?{_RUN}|racial(?:ly)?|ethnic\w*|trib(?:es?|al\w*))"
_NAMED = re.compile(rf"\b{_RACE}\b", re.IGNORECASE)
_STANDS_IN = re.compile(
    r"\b(?:lived experience|racis[mt]\w*|redlin\w*|red-lin(?:ed|ing)|HOLC|Home Owners['’]? Loan"
    r"|(?:[CD][- ]graded?|graded? [CD]) (?:areas?|neighborhoods?|places?|tracts?|zones?)"
    r"|segregat\w*|enslave\w*|slaves?|slavery|jim crow|descen(?:dants? of|d(?:s|ed)? from)"
    r"|national origin|(?:country|place) of birth|foreign-born|ancestry|immigra\w+"
    r"|refugees?|asylum[- ]seek\w+|undocumented)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"\b{NAMED} (?:County|Hawk|Plains?|Oaks?|Mountains?|Horse|Bear|House|Bluff|Fork)\b",
    re.IGNORECASE,
)
_BODY = (
    r"(?:Office|Officer|Division|Department|Bureau|Center|Unit|Council|Committee|Coalition|Caucus"
    r"|Alliance|Association|Commission|Board|Team|Task Force|Collective|Network|Chamber|Society"
    r"|Union|Program|Director|Manager|Coordinator|Lead)"
)
_JOINED = r"(?:(?:,? (?:and|&|of|for|on|the)){0,3} [A-Z][\w’'/-]*){0,8}"
_NAME_OF_A_BODY = re.compile(
    rf"\b{_BODY} (?:of|for|on) (?:the )?[A-Z][\w’'/-]*{_JOINED}"
    rf"|\b[A-Z][\w’'/-]*{_JOINED} {_BODY}\b"
)
_DENIED = re.compile(
    r"\b(?:not(?! only| just)|no(?! matter)|nor|neither|without|never|except|excluding|instead of"
    rf"|rather than|other than)\b(?:(?!\bbut\b)[^.;:,]){{0,40}}?\b{_RACE}\b"
    rf"(?:(?:,| and| or) (?:by )?(?:race|ethnicity|tribe)\b)*"
    rf"|\b{_RACE}\b(?: and \w+)?(?:\s+(?:is|are|was|were)\s+(?:not|never|left out|missing|open)\b"
    r"|:\s*(?:not?|none|open|never)\b|\s+left out\b)[^.;,]*"
    rf"|\b(?:regardless of|irrespective of|whatever) (?:their |the )?"
    rf"(?:{_RACE}|(?:immigration|refugee) status|national origin|ancestry)\b"
    rf"|\b{_RACE}[- ](?:neutral|blind)\b",
    re.IGNORECASE,
)


def named(text: str) -> str:
    """Return the first words that name race, ethnicity or a group by them, or "".

    >>> named("Share of Black residents"), named("White County; by district, not by race")
    ('Black', '')
    """
    left = _PLACE.sub(" ", without_denials(text))
    found = _NAMED.search(left)
    return found[0] if found else said.race(left)


def named_or_meant(text: str) -> str:
    """Return the first words that name race, origin or what stands in for them, or "".

    >>> named_or_meant("Places that were redlined"), named_or_meant("People in poverty")
    ('redlined', '')
    """
    found = _STANDS_IN.search(without_denials(text))
    return named(text) or (found[0] if found else "")


def without_denials(text: str) -> str:
    """Return a text without what it says that it is not: "by district, not by race".

    >>> without_denials("By district, not by race")
    'By district'
    """
    return _DENIED.sub("", text).strip(" ,.;()")


def without_bodies(text: str) -> str:
    """Return a text without the names of offices and councils, which may name race in their own.

    >>> without_bodies("Office of Racial Equity, Nov 3"), without_bodies("By race, Nov 3")
    (', Nov 3', 'By race, Nov 3')
    """
    return _NAME_OF_A_BODY.sub("", text)
