"""The usual names of benefits in charts of accounts, such as "Social Security" and "PERS".

Pay beside a salary goes with the same people (`pay_words`), and counts as their benefits do. A
service can be about benefits: "health insurance navigators" and "Social Security outreach" are
work for residents. A list of words finds what is often written, and no more.
"""

import re

from groundwork.subject.budget.pay_words import PAY, PAY_ALONE

_INSURED = (
    r"(?:health|medical|hospital|dental|vision|life|disability|group|employee|dependent|industrial)"
)
_SYSTEMS = (
    r"(?:cal|k|o|nd|nv|mo)?pers(?! *\.? *(?:serv|svc|unit|device|monitor|alarm))|pera|tcrs|tmrs"
    r"|tcdrs|imrf|lagers|lgers|kppa|asrs|opsrp|mosers|nysl?ers|psprs|leoff|oasd?i|opeb|pfml"
)
# What stands for no benefit beside other words: "Dental clinic", "Medicare billing".
_ALONE = (
    r"dental|vision|(?:medical|health)(?: *[/,&] *| and )dental(?:(?: *[/,&] *| and )vision)?"
    r"|medicare|(?:group )?hospitali[sz]ation|unemployment|pers|frs|ers|wrs|trs|sui"
    r"|(?:hra[ /]*)?veba|hsa|ltd|ad ?& ?d|life *[&/] *ad ?& ?d|eap|employee assistance program"
    r"|tuition reimbursement|l ?& ?i|labor (?:&|and) industries"
    r"|(?:mn )?paid (?:family (?:(?:&|and) medical )?)?leave|retiree (?:health|medical)"
    rf"|payments to retirees|{PAY_ALONE}"
)
_NAMES = (
    r"fringes?|(?<!community )(?<!public )(?<!cash )(?<!food )(?<!wic )(?<!snap )benefits?|fica"
    r"|payroll tax(?:es)?|social security(?! (?:number|card|office))"
    r"|soc\.? sec\.?"
    r"|(?:employer['’]?s?|city|county) (?:share,? )?(?:of )?medicare"
    r"|medicare[ ,–-]*(?:tax|employer)|medicare contributions?|retirement|pensions?"
    r"|401 ?\(?[ak]\)?|403 ?\(?b\)?"
    r"|457 ?\(?b\)?(?= (?:plan|match|contribution))|deferred comp(?:ensation)?"
    rf"|{_INSURED}(?:[ /,&]+(?:and )?{_INSURED})*"
    r" (?:ins(?:ur(?:ance)?)?\b\.?|premiums?)|hospitali[sz]ation ins(?:urance)?"
    r"|work(?:er|men|man)(?:s['’]?|['’]s)? *comp(?:ensation)?\b"
    rf"|insurance *[-–,:] *{_INSURED}(?! (?:care|department))"
    r"|(?:un|re-?)employment (?:comp(?:ensation)?|ins(?:urance)?|tax(?:es)?|contributions?)|[fs]uta"
    r"|(?:long|short)[- ]term disability"
    r"|(?:other )?post[- ]?employment benefits?|(?:health|flexible) (?:savings|spending) accounts?"
    rf"|cafeteria plan|{_SYSTEMS}|{PAY}"
)
_SERVICE = (
    r"(?:counsel|navigat|enroll|eligib|advis|advoca|help|outreach|educat|consult|assist|applica"
    r"|applying|appeal|claims? (?:help|assist)|refer|access|workshop|clinic|campaign|screening"
    r"|literacy|legal aid|coverage drive|marketplace|home|communit|facilit|living|planning)\w*"
)
_SERVED = (
    r"(?:the )?(?:un(?:der)?insured|residents?|child(?:ren)?|famil(?:y|ies)|clients?|patients?"
    r"|participants?|people|adults|seniors|elders|youth|students|mothers|parents|workers without"
    r"|migrants?|immigrants?|refugees?|low[- ]income)"
)
# "Fringe benefits" and FICA are an employer's in every sentence; these can be what is served.
_OF_A_SERVICE = re.compile(
    rf"\b(?:{_NAMES})(?:['’]s?)?(?:[ /]+(?:benefits?|premiums?|and|&|cost)\b)*"
    rf"(?:[ /]+{_SERVICE}|(?: (?:for|of|to))+ {_SERVED}\b)"
    rf"|\b{_SERVICE} (?:(?:for|on|in|to|with|of|about|into) )+(?:\w+ ){{0,2}}?(?:{_NAMES})\b",
    re.IGNORECASE,
)
_EMPLOYERS = re.compile(r"\b(?:fringes?|fica|oasd?i|payroll tax(?:es)?|tcrs|opeb)\b", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:{_NAMES})(?!\w)", re.IGNORECASE)
_FIELD = re.compile(r" *(?:[-–—:,;|\n]| \d[\d.-]* ) *")
_ONLY = re.compile(
    rf"[\d.\s-]*(?:(?:employee|staff|employer|county|city)['’]?s? )?(?:{_ALONE}|{_NAMES})"
    r"(?: (?:contributions?|matching|match|premiums?|cost|expense|benefits?|insurance|system|plan"
    r"|[-&/] *medicare))*\W*",
    re.IGNORECASE,
)


def names_benefits(text: str) -> bool:
    """Whether the words of a line name benefits or other pay of staff, and no service about them.

    >>> [names_benefits(each) for each in ("Social Security", "Social Security outreach")]
    [True, False]
    """
    if _EMPLOYERS.search(text) or _NAMED.search(_OF_A_SERVICE.sub(" ", text)):
        return True
    return is_all_benefits(text)


def is_all_benefits(text: str) -> bool:
    """Whether a part between dashes, commas and the like is the name of one and no more.

    >>> [is_all_benefits(each) for each in ("PHN II - Dental", "Pension analyst")]
    [True, False]
    """
    return any(_ONLY.fullmatch(each) for each in _FIELD.split(text) if each.strip())
