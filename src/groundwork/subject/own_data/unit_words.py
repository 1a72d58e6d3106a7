"""The words by which files say what their numbers are counted in, in one list.

A title speaks of many things: there "thousand" counts only where it can be a unit. A heading, a
column of units, a comment or a format speaks of numbers, and there a K alone is enough.
"""

import re

_MONEY = r"(?:us)?\$|usd|dollars?"
_WORD = (
    r"\b(?:in|figures|amounts?|numbers?|units?(?: of)?|multiples of|dollars?|usd|expressed as)"
    r"\b:? ?"
)
_BRACKET = r"(?:^|(?<=[\s$]))[(\[] ?"
_IN = rf"(?:{_WORD}|{_BRACKET}|\$ ?)(?:{_MONEY})? ?"
_IN_WORDS = rf"(?:{_WORD}|{_BRACKET})(?:{_MONEY})? ?"
_NOT_PER = r"(?<!per )(?<!by )(?<!\d)"
# What may stand anywhere, by the unit; the largest first.
_ANYWHERE = {
    "billions": rf"{_NOT_PER}\bbillions?\b|\b(?:bn|bln|mrd)\b|(?:{_MONEY}|\bin) ?\(?b\b"
    rf"|{_IN_WORDS}1,?000,?000,?000s?\b",
    "millions": rf"{_NOT_PER}\bmillions?\b|\bmillones\b|\b(?:mlns?|mn|mio)\b|{_IN}mm?\b"
    rf"|\bmm? ?(?:usd|\$)|(?:\$|usd|dollars?|\bin) ?mil(?:l|s)?\b|[x×*] ?\$?1,?000,?000\b"
    rf"|{_IN_WORDS}1,?000,?000s?\b|{_IN}'?000,?000'?s?\b|[$'(] ?'?000,?000'?s?\b|10 ?\^ ?6\b|10⁶",
    "ten thousands": r"\btens? (?:of )?thousands?\b"
    rf"|(?:{_WORD}|\$ ?|\( ?)(?:{_MONEY})? ?10,?000s\b",
    "thousands": r"\b000 omitted\b|\badd 000\b|10 ?\^ ?3\b|10³"
    rf"|{_NOT_PER}\bthousands?\b|\b(?:thous|th[s]|thsds?|tsd)\b|\bmiles de\b"
    rf"|\bmillares\b"
    rf"|{_IN}k\b|\bk ?(?:\$|usd\b|dollars?\b)|{_IN_WORDS}1[,. ]?000'?s?\b(?![,.]?\d)"
    rf"|[x×*] ?\$?1[,. ]?000\b(?!,)|\b1[,. ]?000s? (?:of )?(?:{_MONEY})|\$ ?1,?000'?s\b"
    rf"|{_IN}'?000'?s?\b(?!,)|(?<![\d,])'?\b000'?s\b|'000\b(?!,)",
    "hundreds": rf"\bhundreds of (?:{_MONEY}|people|persons)|\bin hundreds\b|\(hundreds\)"
    r"|[$(] ?'?00s\b",
    "cents": r"\bin (?:us )?(?:cents|pennies)\b|\((?:us )?cents?\)|¢|\bcents\)",
}  # fmt: skip
# What says a unit where nothing else is said, as in a column of units.
_ALONE = {
    "billions": r"\W*b\W*",
    "millions": r"\W*(?:mm?|mils?|1?,?000,?000s?)\W*",
    "thousands": r"\W*(?:k|1?,?000'?s?|1?e\+?0?3|mil pesos)\W*",
    "hundreds": r"\W*(?:hundreds|00s|100s)\W*",
    "cents": r"(?:.*\W)?(?:us )?cents?(?:\W.*)?|\W*pennies\W*",
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _ANYWHERE.items()}
_OWN = {name: re.compile(rf"^(?:{each})$", re.IGNORECASE) for name, each in _ALONE.items()}
_PERIODS = {
    "semi-monthly": r"\b(?:semi|bi)-?monthly|twice a month",
    "biweekly": r"\bbi-?weekly|\bper pay(?: period)?\b|\bpay period\b|every two weeks|fortnight",
    "monthly": r"\bmonthly|\b(?:per|a) month\b|/ ?mo(?:nth)?\b|\bmensual",
    "quarterly": r"\bquarterly|\b(?:per|a) quarter\b",
    "weekly": r"\bweekly|\b(?:per|a) week\b|/ ?wk\b",
    "hourly": r"\bhourly|\b(?:per|an) hour\b|/ ?h(?:ou)?rs?\b",
}
_TIMES_OF_PAY = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _PERIODS.items()}

PERCENT = re.compile(r"per ?cent|%|\bpct\b|\bper hundred\b|por ciento|porcentaje", re.IGNORECASE)
HUNDREDTHS = re.compile(r"[x×*] ?100\b|hundredths?\b|\b100 ?= ?1\b|\b1 ?= ?100\b", re.IGNORECASE)
OF_POSITIONS = re.compile(r"\bftes?\b|positions?\b|full.time|\bstaff", re.IGNORECASE)
OF_PEOPLE = re.compile(
    r"\b(?:populations?|people|persons|residents|deaths?|births?|cases|visits)\b", re.IGNORECASE
)
OF_SUMS = re.compile(
    r"\$|\busd\b|dollars?|\bamounts?\b|\bbudgets?\b|\bcosts?\b|\bspending\b|expen[ds]|revenues?"
    r"|salar(?:y|ies)|\bmoney\b",
    re.IGNORECASE,
)


def scale_of(words: str, of_numbers: bool) -> str:
    """Give the unit that words name, or "".

    Parameters
    ----------
    words
        A title, a heading, a remark, the name of a sheet.
    of_numbers
        Whether they speak of numbers alone, as a heading or a column of units does.

    Examples
    --------
    >>> scale_of("$ in M", False), scale_of("all amounts: $'000", False), scale_of("K", True)
    ('millions', 'thousands', 'thousands')
    >>> scale_of("Deaths per 1,000 people", False), scale_of("Fund 000", False)
    ('', '')
    """
    text = words.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")
    for patterns in (_PATTERNS, _OWN) if of_numbers else (_PATTERNS,):
        for name, pattern in patterns.items():
            if pattern.search(text):
                return name
    return ""


def time_of(words: str) -> str:
    """Give the part of a year that words name, or "".

    >>> time_of("Monthly Salary"), time_of("Annual salary")
    ('monthly', '')
    """
    return next((name for name, each in _TIMES_OF_PAY.items() if each.search(words)), "")
