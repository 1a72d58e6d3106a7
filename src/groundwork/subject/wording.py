"""Find wording that puts the problem in people, and offer wording that names the system.

A phrase list, not a judge: it cannot tell a quotation from a claim, and it does not know what a
community calls itself. Each remark is a nudge, and a person decides. In line with CDC's Health
Equity Guiding Principles for Inclusive Communication (2021), which are advice and not rules;
phrases, reasons and offers are in our own words.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """One phrase as the writer typed it, why it misleads, and what to try in its place."""

    found: str
    why: str
    try_instead: str


_RISK = (
    "It sounds as if risk were a trait of people. A policy, a place or a workplace puts them there."
)
_BLAME = "It blames a person for what a service, a price or a schedule made hard."
_LABEL = "It makes one fact about people into their name."
_DISTANCE = "It says people are far away. Often the service is."
_BIOLOGY = (
    "Race does not cause the gap. Racism does: through rules, money, places and how people are "
    "treated."
)
_LUMP = "It lumps many groups together and says only what they are not, or that they are few."
_VERDICT = "It says what a whole group is or does, and leaves out what was done to it."

_PEOPLE = (
    r"(?:people|persons?|populations?|communit(?:y|ies)|groups?|famil(?:y|ies)|individuals?|women"
    r"|men|mothers|fathers|parents|patients|clients|residents|youth|children|teens|students"
    r"|neighbou?rhoods|areas|workers|adults|babies|infants|kids)"
)
_GROUP = (
    r"(?:black|african american|hispanic|latin[oaxe]s?|native(?: american)?|american indian"
    r"|indigenous|asian(?: american)?|pacific islander|white|immigrant|migrant|refugee|poor"
    r"|low-income|muslim|disabled|young|older|rural)"
)

# "The poor" as a name for people, and not "the poor road" or "the uninsured rate".
_AS_A_NAME = r"(?=\s*(?:$|[.,;:!?)]|\b(?:and|or|are|is|do|have|who|in|of|to|with|from|by)\b))"

# Pattern, why, what to try. In a pattern "~" stands for a space or any kind of hyphen.
_PHRASES: tuple[tuple[str, str, str], ...] = (
    (
        rf"(?:at|high|higher)~risk {_PEOPLE}",
        _RISK,
        "people whom [the policy or place] puts at risk of [what]",
    ),
    (
        rf"(?:most )?vulnerable {_PEOPLE}|the (?:most )?vulnerable{_AS_A_NAME}",
        _RISK,
        "people whom [the policy or place] has made less safe",
    ),
    (
        r"non~?complian(?:t|ce)|non~?adheren(?:t|ce)|poor (?:compliance|adherence)",
        _BLAME,
        "the plan did not fit: say what stood in the way (cost, hours, side effects, trust)",
    ),
    (
        r"fail(?:s|ed|ing)? to (?:comply|attend|appear|follow|show|keep|come|respond|engage)",
        _BLAME,
        "did not [come]: say what stood in the way, and what the service will change",
    ),
    (
        r"no~shows?(?: rates?)?",
        _BLAME,
        "missed visits, with the clinic's hours, distance and reminders beside the number",
    ),
    (
        r"refus(?:e|es|ed|ing|als?)(?: of| the| to)? (?:care|treatment|vaccin\w+|services|help"
        r"|testing|screening)|(?:vaccine|treatment|service) refus(?:al|als|ers?)",
        _BLAME,
        "declined [what] after being told [what]: give the reasons people named",
    ),
    (
        r"vaccine~hesitan(?:t|cy)",
        _BLAME,
        "people with questions that we have not answered yet",
    ),
    (
        r"(?:poor|bad|unhealthy|personal)~(?:(?:health|lifestyle) )?(?:choices?|lifestyles?)"
        r"|lifestyle choices?",
        _BLAME,
        "what is for sale, safe and affordable where people live and work",
    ),
    (
        r"(?:lack(?:s|ed|ing)?|low)(?: of)?~(?:education|knowledge|motivation|awareness|health "
        r"literacy|literacy|skills)|uneducated|ignoran(?:t|ce)|unmotivated",
        _BLAME,
        "our information was not clear, not in their language, or not given by a person they trust",
    ),
    (
        r"hard~to~(?:reach|serve|engage|count)",
        _DISTANCE,
        "people whom our services do not reach yet",
    ),
    (
        r"language barriers?|cultural barriers?",
        _DISTANCE,
        "services not offered in [language], or not designed with [community]",
    ),
    (
        r"(?:medical |community )?(?:mistrust|distrust)",
        _DISTANCE,
        "we have not earned trust: name what was done, and what has changed",
    ),
    (
        r"voiceless|give (?:\w+ )?(?:a )?voice to",
        _DISTANCE,
        "people who are not heard: say who decides now, and what will be shared",
    ),
    (
        r"target (?:populations?|groups?|communit(?:y|ies)|audiences?)",
        "It treats people as something to aim at.",
        "the people we work with, or the community this is for",
    ),
    (
        rf"(?:disadvantaged|underprivileged|under~?served|marginali[sz]ed) {_PEOPLE}"
        r"|the (?:disadvantaged|underprivileged|under~?served|marginali[sz]ed)",
        "It does not say who held the money, care or power back.",
        "communities from which [institution] held back [money, care, votes]",
    ),
    (
        r"the (?:poor|homeless|disabled|mentally ill|elderly|uninsured|blind|deaf)"
        rf"{_AS_A_NAME}|homeless (?:people|persons?|individuals?|population)",
        _LABEL,
        "people without [housing, insurance, enough income], or people with [a disability]",
    ),
    (
        r"addicts?|drug (?:ab)?users?|substance abusers?|alcoholics?|junkies",
        _LABEL,
        "people who use drugs, or people in treatment for [what]",
    ),
    (
        r"inmates?|felons?|ex~(?:cons?|felons?|offenders?)|convicts?|offenders?",
        _LABEL,
        "people in prison, or people who have been in prison",
    ),
    (
        r"illegal (?:immigrants?|aliens?|migrants?)|illegals|(?:illegal )?aliens",
        _LABEL,
        "immigrants without papers, or people whom the law keeps from [service]",
    ),
    (
        r"inner~city|ghettos?|slums?|bad neighbou?rhoods?|broken homes?"
        r"|dysfunctional famil(?:y|ies)|culture of poverty",
        "It makes a judgment sound like a place or a family.",
        "name the neighborhood, and what was built, taken away or never paid for there",
    ),
    (r"minorit(?:y|ies)", _LUMP, "name the groups, as they name themselves"),
    (r"non~?whites?", _LUMP, "name the groups, as they name themselves"),
    (r"caucasians?", "It is an old word from race science.", "White"),
    (
        r"(?:because of|due to|by reason of|caused by) (?:their |his |her )?(?:race|ethnicity)\b",
        _BIOLOGY,
        "because of racism in [rule, service, place]",
    ),
    (
        r"(?:race|ethnicity|being black|black race) (?:is|was|as) an? (?:\w+ )?risk factor",
        _BIOLOGY,
        "racism is a risk factor: name the way it works here",
    ),
    (
        r"(?:genetic|biological|innate|racial) (?:difference|inferiority|predisposition)s?"
        r"(?: between races| in race)?",
        _BIOLOGY,
        "differences in exposure, care and wealth between groups",
    ),
    (
        rf"{_GROUP} {_PEOPLE} (?:are|do not|don['’]t|refuse|choose|fail|tend to|lack|suffer from)"
        r"(?: (?:more|less|not|at|likely|prone))*",
        _VERDICT,
        "start with the system: [rule, place, service] leads to [result] for [group]",
    ),
)


def _compiled(pattern: str) -> re.Pattern[str]:
    """Match whole words, across line ends, with any hyphen that a word processor makes."""
    for short, long in (("~?", r"[\s\-‐‑‒–]?"), ("~", r"[\s\-‐‑‒–]+"), (" ", r"\s+")):
        pattern = pattern.replace(short, long)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_COMPILED = tuple((_compiled(pattern), why, offer) for pattern, why, offer in _PHRASES)


def remarks(text: str) -> list[Remark]:
    """List the phrases in a text that put the problem in people, in the order of the text.

    A phrase that is used twice is named once; of two that overlap only the earlier is named.
    """
    hits = [
        (match.start(), -match.end(), Remark(" ".join(match[0].split()), why, offer))
        for pattern, why, offer in _COMPILED
        for match in pattern.finditer(text)
    ]
    kept: dict[str, Remark] = {}
    end = 0
    for start, minus_end, remark in sorted(hits, key=lambda hit: hit[:2]):
        if start >= end:
            end = -minus_end
            kept.setdefault(remark.found.casefold(), remark)
    return list(kept.values())
