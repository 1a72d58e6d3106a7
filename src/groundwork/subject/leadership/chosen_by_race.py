"""Words in a seat, a charter or a role by which race, sex or origin chooses who does the work.

Three kinds are told apart, a sentence at a time: a ground that chooses ("Must be Black", "Born in
Mexico"), a rule against it ("Nobody is asked because of their race"), and a group that is named as
a body or as those whom the work is for ("the Black members of the council", "Black mothers").

What is not seen: a ground in words that stand for a group ("comes from Mexico", a language "from
home", a neighborhood, a school, a religion, a name), a group that is not in the list, and what two
sentences say only together. "The Black nurses" is told even where it is history. What is found
is a reason to ask, and no verdict.
"""

import re

from groundwork.subject.peoples import PEOPLES
from groundwork.subject.small_groups import NAMED

_PLACES = r"County|River|Rock|Creek|Hills?|Lake|Earth|Mountains?|Mold|Lung|Infant|Health Program"
_BODIES = (
    r"Associations?|Alliance|Caucus|Center|Chamber|Coalition|Collective|Council|Network|Society"
    r"|Union"
)
_ONE_OF = rf"(?:{NAMED}|non-?white|{PEOPLES})"
_GROUPS = rf"{_ONE_OF}(?:(?:,? (?:and|or) |, |/)(?:an? )?{_ONE_OF})*\b"
_STAFF = (
    r"(?:wom[ae]n|m[ae]n|person|people|staff|employees?|colleagues?|members?|workers?|nurses?"
    rf"|clerks?|managers?|supervisors?|candidates?|applicants?|hires?)\b(?! (?:{_BODIES})\b)"
)
_CLIENTS = (
    "residents|mothers|fathers|parents|families|patients|clients|youth|children|infants|babies"
    f"|births|communit|neighborhoods|tenants|callers|deaths|{_PLACES}|{_BODIES}"
)
_NOT_SERVED = rf"(?! (?:{_CLIENTS}))"  # not a group named as those whom the work is for
_NOT_ADULTS = rf"(?! (?:women|men|people|{_CLIENTS}))"  # a question about patients, as often
_NO_MEMBERS = r"(?!members? of (?!(?:the|our|this) (?:team|staff)\b))"
_SOMEBODY = rf"(?:somebody|someone|anybody|one|person|nobody|{_STAFF})"
_MUST = (
    r"(?:(?:must|should|shall|would|(?:has|have|needs?|ought|is|are) to) (?:not )?(?:be|have been))"
)
_CHOSEN = (
    r"(?:chosen|picked|filled|appointed|selected|asked|hired|named|invited|reserved|set aside)"
)
_RACE = (
    r"(?:(?:her|his|their|somebody's) )?"
    r"(?:race|ethnicity|skin|(?:national )?origin|ancestry|color)\b"
)
_ORIGIN = r"(?:origin|descent|background|heritage|ancestry|roots)"
_SEX = r"(?:wom[ae]n|m[ae]n|females?|males?)"
_WANTED = (
    r"(?:preferably|ideally|preference for|prefers?|reserved for|set aside for"
    r"|seats? (?:is for|goe?s? to))"
)
_STATUS = (  # what stands in for origin, where it is asked of somebody
    r"(?:former )?(?:refugees?|asylum[- ]seekers?|undocumented|descendants? of)\b"
    r"(?! (?:health|services?|clinics?|programs?|resettlement|work))"
)
_LIVES = rf"(?:{_GROUPS}|(?:once |formerly )?red-?lined|HOLC[\w -]*?)"
_FROM = r"(?:born (?:in|outside|abroad)|an? (?:native of|immigrant from|refugee from))\b"

_GROUNDS = re.compile(
    "|".join(
        (
            rf"\b(?:as|being|(?:one|some|any) of (?:our|the)|our) (?:an? )?{_GROUPS} {_STAFF}",
            rf"\bthe {_GROUPS} {_NO_MEMBERS}{_STAFF}",
            rf"\b(?:because they are|(?:she|he) is) (?:an? )?{_GROUPS}",
            rf"\b(?:wants?|seeks?|is for|open to|being|ideally|{_SOMEBODY}) (?:an? )?{_GROUPS}"
            rf"(?: {_STAFF}|\s*(?:$|[.,;]))",
            r"\bas an? (?:person|woman|man|member) of color\b",
            rf"\b(?:because of|on the basis of) {_RACE}",
            rf"\b{_CHOSEN} (?:by|based on) {_RACE}|\bseats? goe?s? by {_RACE}",
            r"\bsame (?:race|ethnicity|ethnic group|origin) as\b",
            rf"\b(?:{_MUST}|{_SOMEBODY} who (?:is|are)(?: not)?|nobody but) (?:an? )?"
            rf"{_GROUPS}{_NOT_SERVED}",
            rf"\b(?:{_SOMEBODY} who|must|should|has to|have to) identif(?:y|ies) as (?:an? )?"
            rf"{_GROUPS}",
            r"\b(?:prefer(?:s|red|ably|ence)?(?: for| to| goes to)?|choose|pick|reserved for"
            rf"|set aside for|(?:goes|given) to|hires?) (?:an? |our )?{_GROUPS}{_NOT_SERVED}",
            rf"\b(?:favors?|only|recruits?) (?:an? |our )?{_GROUPS}{_NOT_ADULTS}",
            rf"^only (?:an? |our )?{_GROUPS} {_STAFF}",
            rf"\b{_GROUPS}(?: {_STAFF})? (?:preferred|only|first)\b",
            r"\b(?:belongs? to|comes? from|(?:is|be) a member of) (?:the|our|an?)"
            rf" {_GROUPS} communit",
            rf"(?:\b(?:must|should) be|^(?:is|are)?) ?of [\w-]+ {_ORIGIN}\b",
            rf"(?:\b{_MUST}|\b{_SOMEBODY} who (?:is|was|are|were)|^(?:is|was|are|were)?) ?{_FROM}",
            rf"\b(?:{_MUST}|{_WANTED}) (?:an? )?{_SEX}\b(?!['’-]){_NOT_SERVED}",
            rf"\b{_SEX}(?: {_STAFF})? (?:is |are )?preferred\b",
            rf"^{_SEX} (?:{_STAFF} )?(?:only|first)\b",
            rf"^(?:an? )?(?:female|male) {_STAFF}",
            r"\b(?:because of|on the basis of) (?:(?:her|his|their) )?(?:sex|gender)\b",
            rf"\b{_CHOSEN} (?:by|based on) (?:sex|gender)\b",
            rf"\b(?:{_WANTED}|must have|must be of) (?:an? )?[\w-]+ {_ORIGIN}\b",
            rf"\b(?:{_MUST}|{_WANTED}) (?:an? )?(?:[\w-]+ )?native speakers?\b",
            rf"\bdiverse {_STAFF} (?:first|preferred|only)\b",
            rf"\b{_WANTED} (?:an? )?diverse {_STAFF}",
            rf"(?:^|\b(?:must|should|has to|have to) |\b{_SOMEBODY} who )"
            rf"(?:lives?|resides?|grew up) in (?:the|our|an?) {_LIVES}"
            r" (?:communit|neighborhood|area|tract)",
            rf"\b(?:{_MUST}|{_WANTED}|{_SOMEBODY} who (?:is|was|are|were)|only"
            rf"|identif(?:y|ies) as|because (?:she|he|they) (?:is|was|are|were)) (?:an? )?{_STATUS}"
            rf"{_NOT_SERVED}",
            rf"^(?:is|are|being|was) (?:an? )?{_STATUS}{_NOT_SERVED}",
            rf"\b(?:must|should|has to|have to|{_SOMEBODY} who) descends? from\b",
            rf"^(?:is|are|being|identifies as) (?:not )?(?:an? )?{_GROUPS}{_NOT_ADULTS}",
            rf"^(?:an? )?{_GROUPS}(?: {_STAFF}|\s*(?:$|[.,;]))",
        )
    ),
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:nobody|no one|none|no [\w-]+)"
    r" (?:is|are|was|were|has|have|goes|may|can|will|must|needs?)\b"
    rf"|\b(?:not|never) {_CHOSEN}\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\b(?:but|except|unless|other than)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+|\n\s*")


def found(text: str) -> str:
    """Return the first words that give work to somebody by race, sex or origin, or "".

    >>> found("Must be Black or Latino"), found("Reviews care of Black mothers")
    ('Must be Black or Latino', '')
    """
    for sentence in _SENTENCE.split(text.strip()):
        ground = _GROUNDS.search(sentence)
        if ground and not _is_against(sentence):
            return ground[0].strip()
    return ""


def _is_against(sentence: str) -> bool:
    """Whether a sentence says that race chooses nobody, with no exception to it."""
    return bool(_AGAINST.search(sentence)) and not _EXCEPT.search(sentence)
