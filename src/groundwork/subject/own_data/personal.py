"""Personal data that must not come in: the columns that hold it, and the reason it is refused.

The lessons and tools need positions, groups and sums, never single people. What is refused is never
shown: a message names the column, and not what stands in it.
"""

import re
from collections.abc import Iterable

from groundwork.subject.names import names_somebody

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
            r"mrn|medical record(?: (?:no|number))?|(?:medicaid|medicare|insurance|passport|chart"
            rf"|badge|driver(?:'?s)? licen[cs]e|{_WHO}) (?:id|ids|no|number|num|identifier)"
            r"|recipient(?: last name| first name)?|user ?name|empl ?id",
            IDS,
        ),
    )
)
_SOCIAL = re.compile(r"(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}(?![\d-])")
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
_SOME_MARK = re.compile(r"\d-\d\d-\d{4}|\d\d[ .-]\d{4}|^\d{1,6} [A-Za-z]", re.MULTILINE)


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
    if "@" in text and _EMAIL.search(text):
        return EMAILS
    if not text[-4:].isdecimal() and not any(map(str.isdecimal, text)):
        return ""
    if "-" in text and _SOCIAL.search(text):
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
    if not letters & _DIGITS or not letters & {"-", " ", "."}:
        return False
    return bool(_SOME_MARK.search(forms))


def could_be_social(text: str) -> bool:
    """Say whether nine digits could be a Social Security number."""
    return bool(re.fullmatch(r"(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}", text))


def shown(found: object) -> str:
    """Write what was found for a message; what may be personal is left out."""
    text = " ".join(str(found).split())
    if not text:
        return "nothing"
    if by_value(text) or names_somebody(text):
        return NOT_SHOWN
    return f'"{text if len(text) <= 40 else text[:39] + "…"}"'
