"""Whether words count who holds a place or gets money, and not what happened to anybody.

"Doulas under contract who are Black" counts persons by what they are: whom a department chose.
"Black patients who were screened" counts what happened to those it serves.
"""

import re

from groundwork.subject import choosing

SELECTION = re.compile(
    r"\b(?:hir(?:e|es|ed|ing)|applicants?|promot(?:ed|ions?)|contracts? awarded|grants? awarded"
    r"|(?<!cases )(?<!contacts )(?<!patients )(?<!residents )interviewed|selection rates?"
    r"|awards? to)\b",
    re.IGNORECASE,
)
"""What is counted is who was chosen among those who applied."""
_ROLE = (
    r"(?:staff|employees|workforce|new hires|hires|applicants|candidates|nurses|managers"
    r"|supervisors|leaders|leadership|interns|vendors|suppliers|contractors|grantees|subrecipients"
    r"|commissioners|trainees|fellows|apprentices|volunteers|doulas|midwives|doctors|physicians"
    r"|clinicians|dentists|therapists|counselors|social workers|CHWs|promotor[ae]s|navigators"
    r"|interpreters|translators|educators|teachers|trainers|facilitators|advis[eo]rs|consultants"
    r"|directors|officers|analysts|epidemiologists|inspectors|coordinators|specialists|aides"
    r"|(?:health|case|outreach|peer|social|support|county|city|department) workers|panelists"
    r"|(?:board|panel|council|committee|commission|team|staff|advisory) members"
    r"|members of (?:the|our) [\w ]{0,20}(?:board|team|council|committee|panel|commission))"
)
_SEATED = r"(?:seats?|board members|commissioners|positions?)"
_GIVEN = (
    r"(?:seats?|positions?|contracts?|contracting|purchas(?:es|ing)|grants?|grant (?:dollars|money)"
    r"|dollars|money|funds|funding|stipends?|awards?|procurement|slots?|scholarships?|fellowships?"
    r"|(?:business |vendor )?spend(?:ing)?|(?:goals?|participation|utilization)(?=\W*$))"
)
_LEAD = (
    r"^\W*(?:(?:(?:the|our|an?) )?(?:share|percent(?:age)?|number|count|proportion|part|diversity"
    r"|representation)s? (?:of|in|among) )?"
)
_ADJECTIVES = (
    r"(?:(?!(?:by|with|who|that|of|to|for|per|from|in|at|on|and|among|served|given|seen|visited)\b)"
    r"[\w’'-]+,? ){0,4}?"
)
_COUNTED = re.compile(
    rf"{_LEAD}{_ADJECTIVES}(?:(?P<share>share|percent(?:age)?) of (?:the |our |all )?)?"
    rf"(?:(?P<role>{_ROLE})|(?P<given>{_GIVEN}))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AMONG = re.compile(
    rf"{_LEAD}(?:[\w’'-]+ )?(?:in|on|among) (?:(?!by\b)[\w’'-]+ ){{0,3}}?(?:management|leadership"
    r"|workforce|staff|payroll|boards?|councils?|committees?|commissions?|panels?|teams?)\W*$",
    re.IGNORECASE,
)
_CHOSEN = (
    r"(?:employed|hired|contracted|under contract|on contract|seated|appointed|elected|funded"
    r"|awarded|trained|(?:on|at|of|in) (?:(?:the|our|a) )?(?:[\w-]+ ){0,2}?(?:payroll|staff|boards?"
    r"|panels?|councils?|committees?|commissions?|teams?|leadership|management|workforce))"
)
_IS_CHOSEN = re.compile(rf"\b{_CHOSEN}\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:turnover|injur(?:y|ies|ed)|absen\w+|burnout|sick (?:days|leave)|satisf\w+|vacan\w+"
    r"|retention|flu shots?|vaccin\w+|immuni[sz]\w+|screen(?:ed|ing)s?|on time|late|overdue"
    r"|within \d+|left|stayed|resigned|died|closed|met|wait(?:s|ed|ing)?)\b"
    r"|^ (?:visits?|time|hours|calls|trainings?|reports?|invoices?|bills?|surveys?|meetings?"
    r"|applications? (?:closed|answered))\b"
    r"|\bwith (?!(?:an? |the )?(?:contracts?|known|recorded|permanent|full-time|positions?)\b)"
    r"|\b(?:who|that|which) (?!(?:are|is|were|was|work|live|(?:self-)?report|(?:self-)?identif\w+"
    r"|come|speak|belong|owns?|leads?|had applied|we)\b)\w"
    rf"|\b(?:who|that|which) (?:are|is|were|was) (?!{_CHOSEN}\b)(?!(?:or|and|also|an?|of|not|from"
    r"|born|by)\b)\w",
    re.IGNORECASE,
)
_THE_SERVED = (
    r"(?:residents?|patients?|clients?|people|persons|adults|births?|babies|infants|children|kids"
    r"|mothers|fathers|parents|families|households|women|men|elders|seniors|youth|teens|students"
    r"|callers|communit(?:y|ies)|neighborhoods?|visits?)"
)
SERVED = re.compile(rf"\b{_THE_SERVED}\b", re.IGNORECASE)
"""Those whom a department serves, and what it does for them."""
_FOR_THE_SERVED = re.compile(
    r"\b(?:for|serv(?:e|es|ing)|assigned to|working with|available to|near|per (?:[\d,]+|capita"
    rf"|thousand|hundred)) (?:[\w’'-]+ ){{0,3}}?{_THE_SERVED}\b.*",
    re.IGNORECASE | re.DOTALL,
)
_OF_COLOR = re.compile(r"of colou?r", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{3,}")
_NOT_TOLD_APART = frozenset(
    {
        *("the", "all", "our", "any", "every", "total", "number", "share", "percent", "count"),
        *("who", "are", "were", "from", "and", "other", "new"),
    }
)


def counts_chosen(text: str) -> bool:
    """Whether a text counts persons who hold a place, or money and seats that are given.

    >>> [counts_chosen(each) for each in ("Black doctors on our payroll", "Staff turnover")]
    [True, False]
    """
    text = without_traits(text)
    counted = _COUNTED.match(text)
    if counted:
        return not _HAPPENED.search(counted["rest"])
    return bool(_AMONG.match(text))


def counts_given(text: str) -> bool:
    """Whether a text counts money, contracts or seats, which somebody is given."""
    counted = _COUNTED.match(without_traits(text))
    if not counted or _HAPPENED.search(counted["rest"]):
        return False
    return bool(counted["given"] or re.match(_SEATED, counted["role"], re.IGNORECASE))


def has_happened(text: str) -> bool:
    """Whether a text counts what happened to persons who hold a place, such as their injuries."""
    counted = _COUNTED.match(without_traits(text))
    return bool(counted and _HAPPENED.search(counted["rest"]))


def names_a_role(text: str) -> bool:
    """Whether a text names who works for a department or is paid by it."""
    return bool(re.search(rf"\b(?:{_ROLE}|owned|led)\b", text, re.IGNORECASE))


def without_the_served(text: str) -> str:
    """Return a text of a role without whom it is there for: "Nurses per 1,000 Black residents"."""
    counted = _COUNTED.match(text)
    return _FOR_THE_SERVED.sub(" ", text) if counted and not counted["given"] else text


def without_traits(text: str) -> str:
    """Return a text without the traits it names, so that what is counted is left.

    >>> without_traits("Doulas under contract who are Black")
    'Doulas under contract who are '
    """
    for _ in range(5):
        trait = choosing.by(text)
        if not trait or trait.words not in text:
            return text
        words = _OF_COLOR.search(trait.words)
        named = re.escape(words[0] if words else trait.words)
        text = re.sub(rf"\b{named}(?:[- ](?:owned|led))?\b ?", "", text)
    return text


def of_the_same_persons(counted: str, out_of: str) -> bool:
    """Whether persons of a trait are counted out of the same persons of all traits.

    >>> of_the_same_persons("Black ushers", "All ushers under contract")
    True
    >>> of_the_same_persons("Black ushers who were vaccinated", "All ushers")
    False
    """
    if choosing.by(out_of):
        return False
    left = without_traits(counted)
    words = {_stem(each) for each in _WORD.findall(left.lower())} - _NOT_TOLD_APART
    whole = {_stem(each) for each in _WORD.findall(out_of.lower())}
    if left == counted or not words or not words <= whole:
        return False
    return bool(_IS_CHOSEN.search(out_of)) or not SERVED.search(out_of)


def _stem(word: str) -> str:
    return word.removesuffix("s")
