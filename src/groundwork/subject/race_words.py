"""Words that name race, ethnicity, origin, faith or immigration status, or stand in for them.

The one list for what is given by need: a card's split, a rule's criteria, a reason for sharing
money. Whether the law allows a choice by them is for counsel; a list of words only finds them.
"""

import re

from groundwork.subject.leadership import said
from groundwork.subject.peoples import FAITHS, PEOPLES
from groundwork.subject.small_groups import NAMED

_RUN = (
    r"(?! (?:against|to the (?:bottom|top|finish)|for (?:the cure|mayor|governor|office)|days?\b))"
)
_RACE = rf"(?:races?{_RUN}|racial(?:ly)?|ethnic\w*|trib(?:es?|al\w*))"
_OTHER = r"(?:religion|faith|age|sex|gender|language|disability)"
_NAMED = re.compile(rf"\b{_RACE}\b", re.IGNORECASE)
_STANDS_IN = re.compile(
    r"\b(?:lived experience|racis[mt]\w*|redlin\w*|red-lin(?:ed|ing)|HOLC|Home Owners['’]? Loan"
    r"|(?:[CD][- ]graded?|graded? [CD]) (?:areas?|neighborhoods?|places?|tracts?|zones?)"
    r"|segregat\w*|enslave\w*|slaves?|slavery|jim crow|descen(?:dants? of|d(?:s|ed)? from)"
    r"|national origin|(?:country|place) of birth|foreign-born|ancestry|(?:im)?migrants?"
    r"|immigra(?:nt|tion|ted)\w*|refugees?|asylum[- ]seek\w+|asylees?|undocumented|unauthorized"
    r"|non-?citizens?|citizenship|(?:U\.?S\.?|American) citizens?|green cards?|legal status|DACA"
    r"|(?:MBE|MWBE|DBE)s?|minoriti[sz]ed|minorit(?:y|ies)[- ](?:owned|led)"
    r"|born (?:outside|abroad|in (?:another|a foreign|other) (?:country|countries))"
    r"|of (?!unknown\b|animal\b|plant\b|food\w*|viral\b|bacterial\b|zoonotic\b|local\b)[\w-]+"
    r" (?:origin|descent|heritage|extraction)"
    r"|religio(?:n|ns|us)(?! exemptions?)|faiths?(?=[;.,]|$| (?:group|first))"
    r"|(?:people|residents|families|members) of faith|church members|churchgoers"
    r"|Jehovah['’]s Witness(?:es)?|Jews?)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:adults?|advisers?|advisors?|applicants?|babies|births|boys|business(?:es)?|callers?|candidates?"
    r"|child(?:ren)?|clients?|clinicians?|colleagues?|companies|communit(?:y|ies)|contractors?"
    r"|doctors?|doulas?|elders?|employees?|families|family|farmworkers?|fathers?|firms?|girls|grantees"
    r"|groups?|hires?|households?|immigrants?|infants?|kids|leaders?|managers?|members?|m[ae]n|midwives"
    r"|mothers?|navigators?|neighborhoods?|neighbors?|newcomers?|nurses?|organizations?|parents?"
    r"|patients?|people|persons?|physicians?|pregnan\w+|refugees?|renters?|residents?|seniors?|staff"
    r"|students?|teens?|tenants?|vendors?|veterans?|voters?|wom[ae]n|workers?|youth)"
)
_OF_PEOPLE = (
    rf"(?=(?:[ -](?:and|or|/|(?!{{place}})[\w’'-]+)){{{{0,2}}}}[ -]{_PEOPLE}\b"
    r"|[ -](?:American|owned|led|first|only|preferred)\b)"
).format(
    place=r"(?:Hospital|Health|Medical|Memorial|Charities|Center|Clinic|Church|County|speak|lang)"
)
_ONE_OF = rf"(?:{PEOPLES}|{FAITHS})"
_ORIGIN = re.compile(
    rf"\b{_ONE_OF}{_OF_PEOPLE}"
    rf"|\b(?:are|is|being|identif(?:y|ies) as) (?:an? )?{_ONE_OF}\b"
    rf"|\b(?!Roma|Chinese|Baptists? [A-Z]){_ONE_OF}s\b(?! (?:Hospital|Church))"
    r"|\b(?:who (?:is|are|was|were)|people|residents|families|parents|mothers|fathers|women|men"
    r"|staff|callers|somebody|members|adults|nurses) born in (?-i:[A-Z])"
    r"(?!\w+ (?:County|Hospital|City))"
    r"(?!anuary|ebruary|arch|pril|ay\b|une|uly|ugust|eptember|ctober|ovember|ecember)\w+",
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
    rf"|rather than|other than)\b(?:(?!\bbut\b)[^.;:,]){{0,40}}?\b(?:{_RACE}|{_OTHER})\b"
    rf"(?:(?:,| and| or) (?:by )?(?:race|ethnicity|tribe|{_OTHER})\b)*"
    rf"|\b{_RACE}\b(?: and \w+)?(?:\s+(?:is|are|was|were)\s+(?:not|never|left out|missing|open)\b"
    r"|:\s*(?:not?|none|open|never)\b|\s+left out\b)[^.;,]*"
    rf"|\b(?:regardless of|irrespective of|whatever) (?:their |the )?"
    rf"(?:{_RACE}|{_OTHER}|(?:immigration|refugee) status|national origin|ancestry)\b"
    r"(?:(?:,| and| or|, (?:and|or)) [\w ]{3,20}?\b(?=[,;.]|$| (?:and|or)\b))*"
    rf"|\b(?:any|every|all) (?:{_RACE}|{_OTHER})s?\b"
    rf"(?:(?:,? or|,? and|,) (?:{_RACE}|{_OTHER})s?\b)*"
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
    """Return the first words of race, origin, faith or status, or of what stands in, or "".

    >>> named_or_meant("Haitian families first"), named_or_meant("Forms in Haitian Creole")
    ('Haitian', '')
    """
    left = without_denials(text)
    found = _STANDS_IN.search(left) or _ORIGIN.search(left)
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
