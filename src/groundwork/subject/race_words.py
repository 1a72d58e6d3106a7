"""Words that name race, ethnicity, origin, faith or immigration status, or stand in for them.

The one list for what is given by need: a card's split, a rule's criteria, a reason for sharing
money. Whether the law allows a choice by them is for counsel; a list of words only finds them.
"""

import re

from groundwork.subject import origins
from groundwork.subject.leadership import said
from groundwork.subject.peoples import PERSONS
from groundwork.subject.small_groups import NAMED

_RUN = (
    r"(?! (?:against|to the (?:bottom|top|finish)|for (?:the cure|mayor|governor|office)|days?\b"
    r"|(?:tracks?|courses?|cars?|ways?|horses?)\b))"
)
_RACE = rf"(?:races?{_RUN}|\w*racial(?:ly)?|ethnic\w*|trib(?:es?|al\w*))"
_OTHER = r"(?:religion|faith|age|sex|gender|language|disability)"
_NAMED = re.compile(rf"\b{_RACE}\b", re.IGNORECASE)
_STANDS_IN = re.compile(
    r"\b(?:lived experience|racis[mt]\w*|redlin\w*|red-lin(?:ed|ing)|HOLC|Home Owners['’]? Loan"
    r"|(?:[CD][- ]graded?|graded? [CD]) (?:areas?|neighborhoods?|places?|tracts?|zones?)"
    r"|segregat\w*|enslave\w*|slaves?|slavery|jim crow|descen(?:dants? of|d(?:s|ed)? from)"
    r"|national origin|(?:country|place) of birth|foreign-born|ancestry|(?:im)?migrants?"
    r"|immigra(?:nt|tion|ted)\w*|refugees?|asylum[- ](?:seek|applic|claim)\w+|asylees?"
    r"|undocumented|unauthorized"
    r"|non-?citizens?|citizenship|(?:U\.?S\.?|American) citizens?|green[- ]cards?|legal status|DACA"
    r"|(?:MBE|MWBE|DBE)s?|minoriti[sz]ed|minorit(?:y|ies)[- ](?:owned|led)"
    r"|born (?:outside|abroad|in (?:another|a foreign|other) (?:country|countries))"
    r"|of (?!unknown\b|animal\b|plant\b|food\w*|viral\b|bacterial\b|zoonotic\b|local\b)[\w-]+"
    r" (?:origin|descent|heritage|extraction)"
    r"|born (?:in|outside(?: of)?) (?:the |this |our )?(?:United States|U\.?S\.?A?|country"
    r"|mainland)"
    r"|(?:native|foreign|overseas|U\.?S\.?A?|American)[- ]born|naturali[sz]ed"
    r"|(?:lawful|legal)(?:ly)? (?:presen(?:ce|t)|admitted|residents?|immigra\w+)"
    r"|permanent residents?|mixed[- ]status|DREAMers"
    r"|(?:with|without|no|have|has|lack(?:s|ing)?|show(?:s|ing)?)"
    r" (?:legal |valid |immigration )?papers(?! (?:at|on|in|for|yet)\b)"
    r"|visa (?:holders?|status|categor\w+)"
    r"|(?:on|with|without|have|has|hold(?:s|ing)?|need(?:s|ing)?)"
    r" (?:an? |valid |work |student ){0,2}visas?(?! (?:gift|card|debit))"
    r"|(?:with|have|has|having|holds?|gives?|shows?|needs?|valid) (?:an? |their |valid |own ){0,2}"
    r"(?:Social Security (?:numbers?|cards?)|SSNs?)|work (?:permits?|authorization)"
    r"|ITINs?|stateless|foreigners?|foreign (?:nationals?|citizens?)|from (?:overseas|abroad)"
    r"|TPS|Temporary Protected|H-?[12][AB]|unaccompanied (?:minors?|children|youth)"
    r"|(?:first|second|third)[- ]generation (?!college|student)|(?-i:MENA|SWANA)"
    r"|(?<!egg )whites|blacks"
    r"|global majority|(?:historically|systemically) (?:excluded|oppressed|marginali[sz]ed)"
    r"|BA?ME|B ?/ ?AA|(?-i:URM|URG)s?|R ?/ ?E|Caucasians?|Negro(?:es)?|mestiz[oa]s?"
    r"|skin[- ]colou?rs?|complexions?|(?:dark|light|fair|brown|black)(?:er)?[- ]skinned"
    r"|(?:Spanish|Hispanic|Asian|Arabic|African|foreign|ethnic)[- ](?:sounding )?"
    r"(?:sur|last |first |family )?names?|(?:China|Korea|Japan)town|Little Italy|barrios?"
    r"|reparations?|make up for (?:the |our )?(?:past|decades|centuries|generations|history)"
    r"|religio(?:n|ns|us)(?! exemptions?)|faiths?(?=[;.,]|$| (?:group|first))"
    r"|(?:people|residents|families|members) of faith|churchgoers|parishioners"
    r"|(?:mosque|synagogue|masjid|church|temple|congregation|parish)s?[- ]"
    r"(?:members?|families|famil(?:y|ies)|people|attend\w+|goers|youth|elders|mothers)"
    r"|(?:members?|citizens|elders|families|people|children|descendants) of (?:the |our )?"
    r"(?:(?-i:[A-Z])[\w’'-]+ ){1,3}(?:Nation|Band|Pueblo|Rancheria)"
    r"|Jehovah['’]s Witness(?:es)?|Jews?)\b"
    rf"|\b(?:(?-i:AA)(?! (?:members?|groups?))|AfAm|Brown|Native)"
    rf"(?:,? (?:and|or) [\w-]+)?[ -](?:new |young |single )?{PERSONS}\b",
    re.IGNORECASE,
)
_WORSHIP = re.compile(
    r"\b(?:mosques?|synagogues?|masjids?|church(?:es)?|temples?|congregations?"
    r"|Islamic (?:Center|Society)|(?-i:AME))\b"
    r"(?! (?:Street|St\b|Road|Avenue|Hill|halls?|basement|parking|clinic|site|University))",
    re.IGNORECASE,
)
_WHO_GO_THERE = re.compile(
    rf"\b{PERSONS} (?:of|from|at|in|who attend|attending) (?:[\w’'.-]+ ){{0,4}}$", re.IGNORECASE
)
_ORIGIN = re.compile(
    r"\b(?:who (?:is|are|was|were)|people|residents|families|parents|mothers|fathers|women|men"
    r"|staff|callers|somebody|members|adults|nurses) born in (?-i:[A-Z])"
    r"(?!\w+ (?:County|Hospital|City))"
    r"(?!anuary|ebruary|arch|pril|ay\b|une|uly|ugust|eptember|ctober|ovember|ecember)\w+",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"\b{NAMED} (?:County|Hawk|Plains?|Oaks?|Mountains?|Horse|Bear|House|Bluff|Fork)\b"
    rf"|\b{NAMED}(?:-(?:tailed|legged|footed|headed|winged|spotted|banded|eyed)\b"
    r"| (?:(?!(?:and|or|with|who)\b)[\w-]+ )?(?:mosquito\w*|ticks?|beetles?|hornets?|wasps?|deer"
    r"|carp|bees|flies|fly|rats?|mice|spiders?|cockroach\w*|bats?|pollen|widow (?:bites?"
    r"|spiders?))\b|(?: \w+){0,2} (?:Health|Heritage|History|Awareness) (?:Week|Month|Day|Fair)\b)",
    re.IGNORECASE,
)
"""A place, an animal or a day that is called by such a word."""
_BODY = (
    r"(?:Office|Officer|Division|Department|Bureau|Center|Unit|Council|Committee|Coalition|Caucus"
    r"|Alliance|Association|Commission|Board|Team|Task Force|Collective|Network|Chamber|Society"
    r"|Union|Program|Director|Manager|Coordinator|Lead|Partnership|Access|United|Federation"
    r"|Foundation|Institute|Universit(?:y|ies)|Colleges?|School|Hospital|Clinic|Services|Charities"
    r"|Initiative|League|Congress|Conference|Government|Authority|Agency|Liaison)"
)
_JOINED = r"(?:(?:,? (?:and|&|of|for|in|on|the)){0,3} [A-Z][\w’'/-]*){0,8}"
_NAME_OF_A_BODY = re.compile(
    rf"\b{_BODY} (?:of|for|on) (?:the )?[A-Z][\w’'/-]*{_JOINED}"
    rf"|\b[A-Z][\w’'/-]*{_JOINED} {_BODY}\b"
    rf"(?: (?:of|for|on) (?:the )?[A-Z][\w’'/-]*{_JOINED})?"
)
_A_BODY = (
    r"(?:councils?|committees?|coalitions?|caucus(?:es)?|alliances?|associations?|commissions?"
    r"|boards?|collectives?|networks?|chambers?|federations?|organizations?|clinics?|centers?"
    r"|universit(?:y|ies)|colleges?|rights groups?|health (?:director|department|worker network)s?"
    r"|governments?|liaisons?|chair(?:man|woman|person)?s?|leaders|representatives?|courts?|offices?"
    r"|nations?|consultation)"
)
_A_GOVERNMENT = re.compile(
    r"(?P<people>\b(?:members?|citizens|elders|families|mothers|parents|people|children|residents"
    r"|descendants) (?:of|from|in) (?:the |our |a |each )?(?:[\w’'-]+ ){0,3}?(?:tribes?|nations?"
    r"|bands?|pueblos?)\b)"
    rf"|\b(?:tribal|(?-i:[A-Z])[\w’'-]+)(?: (?:{PERSONS}|American|advisory|community|health"
    rf"|cultural)['’]?){{0,3}} {_A_BODY}\b(?! of (?!the\b|our\b|each\b|every\b|its\b))"
    r"|\b(?:the|each|every|both|any|our|a|all|which|of) (?:(?!members?\b|of\b)[\w’'-]+ ){0,3}?"
    r"(?:Tribes?|Nations?|Bands?|Pueblos?|Rancherias?)\b(?!['’]?s? (?:members?|families|citizens"
    r"|only|first|elders|people|residents|mothers|parents))",
    re.IGNORECASE,
)
"""A body that a people has, or a Tribe: who is asked there is asked as a government or a body."""
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

_MAY_NOT = (
    r"(?:can(?:not|['’]t| not| no longer)|may (?:not|no longer)|must (?:not|no longer)|could not"
    r"|(?:are|is|am) (?:not|no longer) (?:allowed|permitted|able)|no longer (?:may|can)"
    r"|(?:forbids?|forbade|bans?|banned|prohibits?|stopped|bars?|keeps?) us from)"
)
_INSTEAD = re.compile(
    rf"\b(?:since|because|as|now that|where|if|while|though|although)\b[^.;]{{0,40}}\b{_MAY_NOT}\b"
    rf"[^.;]{{0,40}}\b(?P<since>{_RACE})\b"
    rf"|\b{_MAY_NOT}\b[^.;]{{0,40}}\b(?P<so>{_RACE})\b[^.;,]{{0,30}}"
    r"(?:[,;.–—-]+\s*|\s+)(?:so|hence|therefore|thus|instead|but|and (?:so|use)|we use)\b"
    rf"|\b(?P<may>{_RACE})\b (?:may|can|must)(?:not| not| no longer) be (?:used|asked|named)"
    r"[^.;,]{0,20}[,;.]+\s*(?:so|hence|therefore|thus|instead|but)\b"
    rf"|\b{_MAY_NOT}\b[^.;]{{0,20}}\b(?P<more>{_RACE})\b (?:any ?more|any longer)\b",
    re.IGNORECASE,
)
"""Another measure that is chosen because race may not be used: it stands in for race."""


def named(text: str) -> str:
    """Return the first words that name race, ethnicity or a group by them, or "".

    >>> named("Share of Black residents"), named("White County; by district, not by race")
    ('Black', '')
    """
    return _instead(text) or _named(without_denials(text))


def named_or_meant(text: str) -> str:
    """Return the first words of race, origin, faith or status, or of what stands in, or "".

    >>> named_or_meant("Haitian families first"), named_or_meant("Forms in Haitian Creole")
    ('Haitian', '')
    """
    left = without_denials(text)
    found = _STANDS_IN.search(left) or _ORIGIN.search(left)
    words = _instead(text) or _named(left) or (found[0] if found else "")
    return words or _who_worship(left) or origins.found(left)


def _instead(text: str) -> str:
    """Return race, where another measure is chosen because it may not be used, or ""."""
    found = _INSTEAD.search(text)
    return next(filter(None, found.groups())) if found else ""


def _named(left: str) -> str:
    """Return the words that name race or a group in a text without its denials, or ""."""
    left = _PLACE.sub(" ", left)
    found = _NAMED.search(left)
    return found[0] if found else said.race(left)


def _who_worship(left: str) -> str:
    """Return the place of worship whose people are meant, or ""."""
    places = _WORSHIP.finditer(left)
    return next((each[0] for each in places if _WHO_GO_THERE.search(left[: each.start()])), "")


def without_denials(text: str) -> str:
    """Return a text without what it says that it is not: "by district, not by race".

    >>> without_denials("By district, not by race")
    'By district'
    """
    return _DENIED.sub("", text).strip(" ,.;()")


def without_bodies(text: str) -> str:
    """Return a text without offices, councils and Tribes, which may name race in their own.

    >>> without_bodies("Office of Racial Equity, Nov 3"), without_bodies("By race, Nov 3")
    (', Nov 3', 'By race, Nov 3')
    """
    named = _NAME_OF_A_BODY.sub("", text)
    return _A_GOVERNMENT.sub(lambda found: found["people"] or "", named)
