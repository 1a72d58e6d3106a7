"""The usual names of pay beside a salary in charts of accounts, such as "Overtime Pay".

It belongs to people who have posts on other lines, as their benefits do. Words that can also be a
service for residents ("clothing allowance for children", "on-call interpreters") stay one.
"""

import re

_LEFT = r"(?:vacation|sick(?: leave)?|annual leave|accrued leave|leave|pto|comp(?:ensatory)? time)"
_PAID_FOR = (
    r"(?:longevity|stand[- ]?by|on[- ]call|call[- ]?(?:back|in|out)|bilingual|holiday|overtime"
    r"|hazard(?:ous)?(?: duty)?|premium|merit|certification|terminal|termination|severance"
    rf"|incentive|acting|out[- ]of[- ]class|shift|weekend|night|{_LEFT})"
)
_OTHER = r"other (?:salar(?:y|ies)|wages)(?: *(?:&|/|\band\b) *(?:salaries|wages))?"
PAY = (
    rf"{_PAID_FOR} pay(?:ments?|[- ]?outs?|[- ]?offs?)?(?! (?:for|to|equity|gaps?)\b)"
    r"|overtime(?! (?:claims?|rights|laws?|rules?|theft))"
    rf"|{_LEFT}[ -]+(?:cash[- ]?outs?|buy[- ]?(?:backs?|outs?))"
    r"|(?:shift|night|weekend|bilingual|language) (?:pay )?diff(?:erentials?)?\b"
    r"|terminal leave|compensated absences|compensatory time"
    r"|(?:retention|signing|sign[- ]on|hiring|performance|staff|employee) bonus(?:es)?"
    r"|bonus pay(?:ments?)?"
    r"|(?:car|auto(?:mobile)?|uniform|clothing|cell ?phone) allowances?(?! (?:for|to)\b)"
    rf"|{_OTHER}"
)
"""Found in the words of a line, wherever they stand."""
PAY_ALONE = (
    r"longevity|bonus(?:es)?|stand[- ]?by|on[- ]call|severance|other pay|educational incentives?"
    r"|education incentives? pay|salary supplements?|bilingual pay differentials?"
)
"""Pay only where nothing else stands beside it."""

_OF_POSTS = re.compile(rf"\b{_OTHER}(?!\w)", re.IGNORECASE)
_BESIDE = re.compile(rf"\b(?:{PAY})(?!\w)", re.IGNORECASE)
_ALONE = re.compile(rf"[\d.\s-]*(?:{PAY_ALONE})\W*", re.IGNORECASE)
_SALARIES = re.compile(
    r"\b(?:salar(?:y|ies)|wages?|pay|personnel)\b *(?:[,&+/]|and\b)", re.IGNORECASE
)


def holds_salaries(text: str) -> bool:
    """Whether a line that names benefits or such pay holds salaries too.

    >>> [holds_salaries(each) for each in ("Salaries & benefits", "Other salaries & wages")]
    [True, False]
    """
    return bool(_SALARIES.search(_BESIDE.sub(" ", text)))


def names_pay(*texts: str) -> bool:
    """Whether one of the words of a line names pay beside a salary.

    >>> names_pay("Nurse", "Overtime"), names_pay("187 Longevity"), names_pay("Nurse: Dental")
    (True, True, False)
    """
    return any(_BESIDE.search(each) or _ALONE.fullmatch(each) for each in texts)


def pays_a_post(text: str) -> bool:
    """Whether an account of other salaries pays whom a line names, as in Tennessee's counties.

    >>> [pays_a_post(each) for each in ("Nurse: Other Salaries & Wages", "189 Other Wages")]
    [True, False]
    """
    rest = _OF_POSTS.sub(" ", text)
    return rest != text and any(each.isalpha() for each in rest)
