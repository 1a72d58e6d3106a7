"""By which trait a text chooses who is paid, served first, employed, contracted or seated.

The one place that every paper asks. Two kinds are told apart: race, origin, faith and immigration
status, or what stands in for them, which is a question of law wherever it chooses; and sex, age,
disability, service, language or a small place, which many programs may go by, once their own rule
is named. Lists of words find what is often written; what they pass was not found lawful.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from groundwork.subject import race_words
from groundwork.subject.peoples import PERSONS
from groundwork.subject.remark import NUDGE, Remark

BY_LAW = (
    "by race, ethnicity, origin, religion or immigration status, or by what stands in for it, is "
    "a question of law."
)
"""How a remark on a choice that counsel has to see ends."""
BY_A_RULE = "Is it a lawful criterion of the program? Name the program's rule, and ask counsel."
"""What to do where an ordinary trait chooses."""

_AGE = (
    r"age[ds]?|teens?|teenagers?|adolescents?|youths?|young (?:people|adults?|families)|infants"
    r"|babies|newborns|toddlers|preschoolers|children|kids|minors|seniors"
    r"|senior (?:citizens?|residents?|callers?)|elders|elderly"
    r"|older (?:adults?|people|residents?)|retirees"
)
_YEARS = (  # of people, and not of a thing, a test or a sum
    rf"(?:(?<![\w.])(?:^|(?<=[;,(:])|(?<=\bthen)|(?<=\bfirst)|{PERSONS}|those|any(?:one|body)"
    r"|every(?:one|body)|all|who (?:is|are)|aged?)\s*)"
    r"(?:under|over|above|below|younger than|older than) (?:\d{1,2}|10\d)(?![\d.%]\d?)"
    r"(?=\s*(?:$|[;,.)])| (?:first|only|who|with|without|and|or|then|years?|months?)\b)"
    r"|(?:under|over)[- ]\d{1,2}s|\d{1,2} (?:and|or) (?:older|younger)"
)
_SEX = (
    r"sex(?:es)?|gender|males?|females?|(?:wo)?m[ae]n|mothers?|fathers?|girls?|boys?|pregnant"
    r"|LGBTQ\w*\+?|lesbians?|gay|bisexual|trans(?:gender)?|queer|non-?binary|sexual orientation"
)
_LIFE = (
    r"(?:un)?married|marital|divorced|widow(?:s|ers?|ed)|wives|husbands|spouses|single parents?"
    r"|(?:in|uses?|using|with) (?:an? )?wheelchairs?|wheelchair users?|blind(?= (?:and|or|\w+s\b))"
    r"|autis(?:m|tic)|mental illness(?:es)?"
    r"|(?:with|living with|who have|has) (?:HIV|AIDS|epilepsy|cancer)|HIV[- ]positive"
    r"|disab\w+|deaf|hard of hearing|handicapped|veterans"
    r"|veteran (?:status|families|residents?|callers?|households?)|citizens?"
)
_LANGUAGE = (
    r"languages?|(?-i:[A-Z][\w’']+)[- ]speak(?:ing|ers?)|speakers? of (?-i:[A-Z]\w+)"
    r"|speaks? (?-i:[A-Z]\w+)|limited English|English learners?|LEP"
)
_PLACE = (
    r"zip(?: ?codes?)?|(?:census )?tracts?|block groups?"
    r"|(?:on|of|from|in) the (?:[\w’'-]+ )?reservations?|public housing"
    r"|(?:on|of|from|in) the (?:north|south|east|west) side|(?:promise|opportunity) zones?"
)
_NAMES_OF_LISTS = (  # what a department calls a list of groups
    r"DEI|(?:equity|diversity)(?:[- ]priority)? (?:lists?|groups?|populations?|communit\w+|famil\w+"
    r"|residents?|callers?)|priority populations?|marginalized|underrepresented|disadvantaged"
)
_ORDINARY = re.compile(
    rf"\b(?:{_AGE}|{_SEX}|{_LIFE}|{_LANGUAGE}|{_PLACE}|{_NAMES_OF_LISTS}|{_YEARS})\b"
    r"(?!['’]s? (?-i:[A-Z]))",
    re.IGNORECASE,
)
_NO_TRAIT = re.compile(
    r"\b(?:women|men|children|veterans|girls|boys|seniors)['’]s? (?:health|hospital|services?"
    r"|clinic|center|program)s?\b|\b(?:age|gender)[- ](?:adjust|neutral)\w*|\bcensus tract data\b"
    r"|\blanguages? (?:line|access|services?|of the (?:form|letter|notice|call))\b"
    r"|\bwith Disabilities Act\b|\b(?:in|into) (?:\w+ ){0,2}languages?\b"
    r"|\b(?:which|whose) (?:child(?:ren)?|infants?|babies|kids|mothers|women|youth)\b"
    r"|\b(?:veterans?|seniors?|youth|women|teen|elders?|children|infants?)['’]?s? (?:halls?|homes?"
    r"|buildings?|memorial|park|post|room|shelter|ward|museum|office|affairs|court|desk|line|beds?"
    r"|seats?|formula)\b|\bblind (?:review|copy|draw|spots?)\w*"
    r"|\bage[- ]appropriate\w*|\b(?:children|infants|babies|kids|newborns|toddlers|teens"
    r"|adolescents) (?:(?:who are |that are )?(?:due|overdue|behind|not up to date)"
    r"|with low birth weight|born (?:early|preterm|small)|with (?:an? )?(?:high|elevated))\b"
    r"|\b(?:pregnant )?(?:women|children|infants) (?:in|on) (?:the )?WIC\b"
    r"|\bcitizens['’]? (?:advisory|council|board)\b|\b(?:school|working) age\b",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"\b(?:poverty|poor|low[- ]income|without|uninsured|unmet|lack(?:s|ing)?|no (?:doctor|car)"
    r"|births?|deaths?|died|preterm|hospital\w*|asthma|lead|elevated|diagnos\w+"
    r"|cases|waited|waiting|hungry|food|evict\w+|unhoused|homeless\w*|cost[- ]burden\w*"
    r"|late care)\b",
    re.IGNORECASE,
)
_PICKS = re.compile(
    r"\b(?:first|only|priorit\w+|prefer\w*|reserved?|set aside|goes? to|given to|serves?)\b",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r"[.;!?]\s+|\n")
_GIVEN_TO = re.compile(
    r"(?:\b(?:goe?s?|given|offered|reserved|sent|moved|limited|open) to|\b(?:hires?|hiring"
    r"|prefer\w*)"
    r"|\bpriority (?:to|for)|\brandom\w*|\blottery|^\W*only)\b[^,]*$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^[^.;]*\b(?:(?:only|first)(?=\W*$|[,.])|gets? (?:it|them)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Trait:
    """Words by which a text chooses, and whether the choice is a question of law as it stands."""

    words: str
    strong: bool


def by(text: str, *, of_positions: bool = False) -> Trait | None:
    """Return the first trait that a text chooses by, the strong ones first; None where none is.

    Parameters
    ----------
    of_positions
        Whether the text names offices and bodies, which may have such a word in their name.

    >>> by("Hmong elders first"), by("Infants under 6 months first"), by("Days since the request")
    (Trait(words='Hmong', strong=True), Trait(words='Infants', strong=False), None)
    """
    named = race_words.without_bodies(text)
    if words := race_words.named_or_meant(named if of_positions else text):
        return Trait(words, strong=True)
    found = _ORDINARY.search(_NO_TRAIT.sub(" ", race_words.without_denials(named)))
    return Trait(found[0], strong=False) if found else None


def of_need(text: str) -> Trait | None:
    """Return the trait by which a count of need picks people; None where it only describes need.

    >>> of_need("Children under 6 in poverty, ACS"), of_need("Teens first")
    (None, Trait(words='Teens', strong=False))
    """
    trait = by(text)
    if trait and not trait.strong and _NEED.search(text) and not _PICKS.search(text):
        return None
    return trait


def given(text: str) -> Trait | None:
    """Return the first strong trait by which a sentence says who gets or who is hired.

    A group may be named in it as those whose outcome is looked at.

    >>> given("If yes, the visits go to Hmong families"), given("Hmong mothers wait longer")
    (Trait(words='Hmong', strong=True), None)
    """
    for sentence in _SENTENCE.split(text):
        trait = by(sentence, of_positions=True)
        if trait and trait.strong:
            before, _, after = sentence.partition(trait.words)
            if _GIVEN_TO.search(before) or _ALONE.search(after):
                return trait
    return None


def of_paid(named: Iterable[tuple[str, str]]) -> list[Remark]:
    """Remark on who is paid by a trait; on an ordinary one once.

    Parameters
    ----------
    named
        What names who is paid, and its words: a part of the rule, or a group.
    """
    traits = [(about, trait) for about, text in named if (trait := by(text, of_positions=True))]
    found = [
        Remark(
            about=about,
            harms=True,
            what=f"“{trait.words}”: choosing whom a department pays {BY_LAW}",
            try_instead="Say which role or need they are paid for, open to whom. Ask counsel "
            "before anybody is invited.",
            question=f"before anybody is invited: whether people may be paid by “{trait.words}”, "
            "or by what stands in for it",
        )
        for about, trait in traits
        if trait.strong
    ]
    found += [
        Remark(
            about=about,
            severity=NUDGE,
            what=f"“{trait.words}” says who is paid.",
            try_instead=BY_A_RULE,
            question=f"may “{trait.words}” say who is paid",
        )
        for about, trait in [each for each in traits if not each[1].strong][:1]
    ]
    return found
