"""Personal data that must not come in: the columns that hold it, and the reason it is refused.

The lessons and tools need positions, groups and sums, never single people. What is refused is never
shown: a message names the column, and not what stands in it.
"""

import re
from collections.abc import Iterable

from groundwork.subject.names import names_somebody
from groundwork.subject.own_data.numbers import western_digits

NAMES = "people's names"
BIRTHS = "dates of birth"
ADDRESSES = "home or computer addresses"
PHONES = "phone numbers"
EMAILS = "email addresses"
SOCIAL = "Social Security or tax numbers"
IDS = "numbers that stand for one client, patient or employee"

REASON = (
    "Nothing here needs to know who a person is, a file with such data can harm people when it is "
    "lost or must be released, and positions and sums are enough."
)
NOT_SHOWN = "(not shown)"

_WHO = (
    r"(?:client|patient|participant|employee|staff|worker|person|people|resident|respondent|child"
    r"|mother|father|parent|guardian|caregiver|member|contact|incumbent|applicant|supervisor"
    r"|recipient|beneficiary|provider|birth|case|student|user|emergency contact)s?"
)
# A heading in plain words, and what such a column holds. Whole headings only, because a survey's
# question may well hold one of these words.
_HEADINGS = tuple(
    (re.compile(pattern), what)
    for pattern, what in (
        (rf"(?:{_WHO} )?(?:first|last|middle|full|given|family|maiden|preferred) names?", NAMES),
        (rf"{_WHO} names?|names? of (?:the )?{_WHO}|names?|surnames?|[fl] ?name|initials", NAMES),
        (rf"{_WHO} (?:first|last|full) names?|incumbents?|employees?|signatures?|signed by", NAMES),
        (rf"(?:{_WHO} )?(?:dob|d o b|date of birth|birth ?dates?|birth ?days?|born)", BIRTHS),
        (
            rf"(?:{_WHO} |home |street |mailing |postal |residential |current |ip |full )*"
            r"address(?:es)?(?: line)?(?: \d)?|street(?: name)?|apartment|apt|po box"
            r"|latitude|longitude|location (?:latitude|longitude)|geocode",
            ADDRESSES,
        ),
        (
            rf"(?:{_WHO} |home |work |cell |mobile |office |contact )*"
            r"(?:phones?|telephones?|tel|cell|mobile|fax)(?: (?:no|number|numbers|\d))?",
            PHONES,
        ),
        (rf"(?:{_WHO} |home |work |contact )*e ?mails?(?: address(?:es)?)?", EMAILS),
        (r".*\b(?:ssn|social security|itin|taxpayer id\w*|tax id|ssn4)\b.*", SOCIAL),
        (
            r"patient|client|participant"  # "Patients" may be how many
            r"|mrn|medical record(?: (?:no|number))?|(?:medicaid|medicare|insurance|passport|chart"
            rf"|badge|driver(?:'?s)? licen[cs]e|{_WHO}) (?:id|ids|no|number|num|identifier)"
            r"|recipient(?: last name| first name)?|user ?name|empl ?id",
            IDS,
        ),
    )
)
# A taxpayer number (ITIN) has the same form and begins with 9.
_ITIN = r"9\d\d(?=\D{0,3}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9]))"
_AREA = rf"(?:(?!000|666|9)\d{{3}}|{_ITIN})"
_SOCIAL = re.compile(
    rf"(?<![\d-])(?<!\d[ .]){_AREA}(?P<mark> ?[-./_] ?| )(?!00)\d\d(?P=mark)"
    r"(?!0000)\d{4}(?![\d-])"
    r"|\b(?:ssn?|ss#|itin|tin|soc(?:ial)? sec(?:urity)?(?: (?:no|number|num))?)[ .:#-]*\d{9}\b",
    re.IGNORECASE,
)
_LAST_FOUR = re.compile(
    r"(?<![a-z\d])[x*#•]{3}(?:[-. _]?[x*#•]{2}[-. _]?|[-. _]\d\d[-. _])\d{4}(?!\d)"
    r"|\b(?:ssn?|social)\b(?: last (?:4|four))?[ .:#-]*\d{4}\b"
    r"|\blast ?(?:4|four)\b(?: of ssn)?[ .:#-]*\d{4}\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|birth ?date|birthday|born)(?: on)?[ :.#-]*"
    r"(?:\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|[a-z]{3,9}\.? \d{1,2},? \d{4}"
    r"|\d{1,2}[- ][a-z]{3,9}[- ]\d{2,4})",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\d-])(?:\+?1[ .-]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}(?![\d-])"
)
_STREET = re.compile(
    r"\d{1,6} (?:[NSEW]\.? )?(?:[\w'.]+ ){1,3}"
    r"(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pl|way)\b\.?"
    r"(?:,? (?:apt|unit|suite|#).*|,.*)?",
    re.IGNORECASE,
)


# What every personal value has: the middle of its digits, or a house number at its start.
_DIGITS = frozenset("0123456789")
_SOME_MARK = re.compile(
    r"\d ?[-./_ ] ?\d\d ?[-./_ ] ?\d{4}|\d\d[ .-]\d{4}|^\d{1,6} [A-Za-z]|[A-Za-z][ .:#-]*\d{9}"
    r"|[A-Za-z][ :.#-]*\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}|[A-Za-z]{3,9} \d{1,2},? \d{4}"
    r"|\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{2,4}",
    re.MULTILINE,
)
_BETWEEN = frozenset("-. /_:#")
_NINE = re.compile(rf"{_AREA}(?!00)\d\d(?!0000)\d{{4}}")
# Dashes, blanks and points that look like those of a keyboard.
_FOLDED = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d\u2043", "-")
    | dict.fromkeys(
        "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "
    )
    | dict.fromkeys("\u2024\u00b7\u2219\u2022\uff0e\u3002", ".")
    | dict.fromkeys("\uff0f\u2044\u2215", "/")
    | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)


def folded(text: str) -> str:
    """Write digits, dashes, blanks and points of every sort as those of a keyboard.

    A rule about personal data looks at this, so that no other dash or digit slips by.

    >>> folded("５１２–４５‑6789")
    '512-45-6789'
    """
    return text if text.isascii() else western_digits(text.translate(_FOLDED))


def by_heading(heading: str) -> str:
    """Say what personal data a column with this heading holds, or "" when none.

    >>> by_heading("Date of Birth"), by_heading("Program")
    ('dates of birth', '')
    """
    words = re.sub(r"([a-z])([A-Z])", r"\1 \2", heading)
    words = " ".join(re.sub(r"[^\w']|_", " ", words).casefold().split())
    return next((what for pattern, what in _HEADINGS if pattern.fullmatch(words)), "")


def by_value(text: str, code: bool = False) -> str:
    """Say what personal data stands in a text, or "" when none.

    ``code`` says that the column holds ids or account codes, which can look like phone numbers.
    """
    # Most cells hold neither mark, and this is asked of every different cell of a file.
    text = folded(text)
    if "@" in text and _EMAIL.search(text):
        return EMAILS
    if not text[-4:].isdecimal() and not any(map(str.isdecimal, text)):
        return ""
    if _BORN.search(text):
        return BIRTHS
    if _SOCIAL.search(text):
        return SOCIAL
    if not code and _PHONE.search(text):
        return PHONES
    return ADDRESSES if _STREET.fullmatch(text) else ""


def among(texts: Iterable[str], code: bool = False) -> dict[str, str]:
    """Find the texts that hold personal data, and what each of them holds."""
    return {text: kind for text in texts if (kind := by_value(text, code))}


def may_hold(forms: str, letters: frozenset[str]) -> bool:
    """Say by the forms of many texts and their letters whether any can hold personal data."""
    if "@" in letters:
        return True
    if not all(map(str.isascii, letters)):
        return True
    if not letters & _DIGITS or not letters & _BETWEEN:
        return False
    return bool(_SOME_MARK.search(forms))


def could_be_social(text: str) -> bool:
    """Say whether nine digits could be a Social Security or taxpayer number."""
    return bool(_NINE.fullmatch(folded(text)))


def nine_digits_inside(text: str) -> bool:
    """Say whether nine digits that could be a Social Security number stand inside a text."""
    return any(map(could_be_social, re.findall(r"(?<!\d)\d{9}(?!\d)", folded(text))))


def last_four(text: str) -> bool:
    """Say whether a text holds the last digits of a Social Security number: xxx-xx-6789."""
    return bool(_LAST_FOUR.search(folded(text)))


def shown(found: object) -> str:
    """Write what was found for a message; what may be personal is left out."""
    text = " ".join(str(found).split())
    if not text:
        return "nothing"
    if by_value(text) or names_somebody(text):
        return NOT_SHOWN
    return f'"{text if len(text) <= 40 else text[:39] + "…"}"'
