"""How a form of `wording.yaml` is read: words for groups of words, and what stands for a space.

A form is written so that a person can read it, and becomes one pattern that finds whole words in
either case, over line ends, with any apostrophe and any hyphen that a word processor makes.
"""

import re

_PEOPLE = (
    "people|persons?|populations?|communit(?:y|ies)|groups?|famil(?:y|ies)|individuals?|wom[ae]n"
    "|m[ae]n|mothers?|moms?|fathers?|dads?|parents?|patients?|clients?|customers|residents?|youth"
    "|child(?:ren)?|kids?|teens?|teenagers?|adolescents?|girls?|boys?|students?|neighbou?rhoods?"
    "|areas|homes?|households?|workers?|laborers?|farmworkers?|adults?|seniors|elders?|babies"
    "|infants?|tenants?|renters?|users|smokers|drivers?|immigrants?|migrants?|refugees?|veterans"
    "|callers?|members|participants?|couples|guys?|folks?|applicants?|citizens|caregivers"
)
_GROUP = (
    "blacks?|african[ -]americans?|hispanics?|latin[oaxe]s?|natives?(?: americans?)?"
    "|american indians?|indians?|indigenous|asians?(?: americans?)?|pacific islanders?|whites?"
    "|immigrants?|migrants?|refugees?|poor|low-income|muslims?|disabled|young|older|rural|homeless"
    "|uninsured|mexicans?|somalis?|hmong|haitians?|arabs?|roma"
)
# People as the subject of a clause: nouns for people only, with what may stand before and after.
_SUBJECT = (
    r"(?:(?:the|these|those|our|some|many|most|all|certain|so many|too many|such) )?"
    rf"(?:(?:{_GROUP}|single|deaf|blind|pregnant|new|elderly|local|other|day|diverse|some) )*"
    r"(?:they|she|he|nobody there|people|persons|famil(?:y|ies)|individuals|wom[ae]n|m[ae]n"
    r"|mothers?|moms?|fathers?|dads?|parents?|patients?|clients?|residents?|youth|children|kids?|teens?"
    r"|teenagers?|adolescents|girls|boys|students|workers|laborers|farmworkers|farmers|truckers"
    r"|adults|seniors|elders|babies|tenants|renters|immigrants|migrants|refugees|veterans|applicants"
    r"|candidates|employees|staff of color|blacks|hispanics|latin[oaxe]s|communit(?:y|ies)|public"
    r"|neighbors|owners of homes|guys|folks|callers|addicts|inmates)"
    r"(?: of color| there| here| today| nowadays)?"
)
# What stands in people's way, and what people say: no judgment of them.
_BARRIER = (
    "cannot|can't|could not|couldn't|have to|had to|has to|must|need(?:s|ed)?|lost|loses?|lose|work"
    "(?:s|ed)?|live(?:s|d)?|pa(?:y|ys|id)|earn(?:s|ed)?|rent(?:s|ed)?|wait(?:s|ed)?|breathe(?:s|d)?"
    "|travel(?:s|ed)?|drive|drove|ride|rode|walk(?:s|ed)?|face(?:s|d)?|fear(?:s|ed)?|owe(?:s|d)?"
    "|told|tell|said|say|ask(?:s|ed)?|report(?:s|ed)?|vot(?:e|es|ed)|organized|sued|met|found|have"
    "|has|had|own|speak|spend|spent|worry|worried|get off|hear|heard|see|saw|learn(?:s|ed)?|receive"
    "(?:s|d)?|share(?:s|d)?|qualify|qualified for|miss(?:ed)? (?:work|pay)|hold|held|carry|died?"
    "|closed|cut|raised|built|moved the|set|decided|voted|stopped (?:paying|funding)|demolished"
)
# How a verb ends when something is done to people: denied, told, left out.
_DONE = (
    "(?!used to)\\w+ed|left|told|sent|given|paid|hurt|kept|put|seen|shut|cut|held|taken|made|shown"
    "|built|driven|forced|heard|sold|lost|cost|hidden|born (?:in|to|at)|thrown|bought|set|split"
)
_OFFICE = (
    "landlords?|owners?|banks?|lenders?|insurers?|boards?|count(?:y|ies)|cit(?:y|ies)|states?|unions?"
    "|hospitals?|clinics?|agenc(?:y|ies)|employers?|compan(?:y|ies)|councils?|legislatures?"
    "|departments?|officials?|managers?|providers?|doctors?|nurses?|governments?|growers?|vendors?"
    "|plants?|commissioners?|congress|sheriffs?|jails?|courts?|supervisors?|schools?|districts?|team"
    "|leaders?|leadership|staff|contractors?|committees?|restaurants?|facilit(?:y|ies)|programs?"
    "|funders?|police|utilit(?:y|ies)|firms?|sellers?|directors?|judges?|teams?|plans?|it|which"
)
WORDS = {
    "people": _PEOPLE,
    "subject": _SUBJECT,
    "barrier": _BARRIER,
    "done": _DONE,
    "office": _OFFICE,
    "group": _GROUP,
    "who": f"they|she|he|who|some|many|most|others|everyone there|{_PEOPLE}|{_GROUP}",
    "not": (
        "(?:do|does|did|would|could|can|is|are|was|were|has|have|had|should|will)(?: not|n't|nt)"
        "|cannot|can not|can't|won't|never|not"
    ),
    # Words that may stand between two others and change nothing.
    "adv": (
        "just|simply|really|even|often|usually|always|still|too|very|quite|all|sometimes|mostly"
        "|generally|truly|also|ever|more|less"
    ),
    # "The poor" as a name for people, and not "the poor road" or "the uninsured rate".
    "as_name": (
        r"(?=\s*(?:$|[.,;:!?)”\"]|\b(?:and|or|are|is|do|does|don't|have|has|had|who|in|of|to|with"
        r"|from|by|on|at|cannot|can|can't|will|won't|need|needs|live|refuse|get|use|for|there"
        r"|here|that|were|was|against|as|plan|must|should|tend|eat|drink|lack)\b))"
    ),
}
HYPHENS = "‐‑‒–-"


def compiled(forms: list[str]) -> re.Pattern[str]:
    """Return one pattern that finds any of the forms, as whole words."""
    either = "|".join(f"(?:{_pattern(form)})" for form in forms)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def _pattern(form: str) -> str:
    form = re.sub(r"\{(\w+)\}", lambda found: _inflected(found[1]), form)
    form = re.sub(r"<adv>", f"(?:(?:{WORDS['adv']}) )*", form)
    form = re.sub(
        r"<(\w+)>",
        lambda found: WORDS["as_name"] if found[1] == "as_name" else f"(?:{WORDS[found[1]]})",
        form,
    )
    parts = re.split(r"(\(\?[:=!]|\\.|~\?|~|=| \?| |')", form)
    meant = {
        "~?": rf"[\s{HYPHENS}]?",
        "~": rf"[\s{HYPHENS}]+",
        "=": f"[{HYPHENS}]",
        " ": r"\s+",
        " ?": r"\s*",
    }
    meant["'"] = "['’‘ʼ]"
    return "".join(meant.get(part, part) for part in parts)


def _inflected(verb: str) -> str:
    """Write a regular verb in its forms: care, cares, cared, caring."""
    if verb.endswith("e"):
        return f"{verb[:-1]}(?:e|es|ed|ing)"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}(?:y|ies|ied|ying)"
    double = verb[-1] if re.search(r"[^aeiou][aeiou][bgklmnpt]$", verb) else ""
    return f"{verb}(?:s|{double}ed|{double}ing)?"
