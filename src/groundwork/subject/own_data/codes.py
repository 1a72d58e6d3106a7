"""Codes and labels of one column, held against each other.

A spreadsheet turns codes into numbers and dates and drops their zeros, and people spell one fund in
several ways. Seen alone each cell is fine; beside the others it is not.
"""

import re
from collections.abc import Callable, Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.dates import is_federal
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note, Problem
from groundwork.subject.own_data.wording import simple

Rows = Callable[[Sequence[int]], tuple[int, ...]]

_GEOGRAPHY = re.compile(r"fips|zip|tract|geo|county|district|state|code", re.I)
# How many digits a place's code has, by a word of its heading.
_DIGITS_OF = (
    ("tract", 11),
    ("block group", 12),
    ("zip", 5),
    ("zcta", 5),
    ("postal", 5),
    ("county fips", 5),
    ("fips county", 5),
    ("fips", 5),
    ("geoid", 5),
    ("county code", 5),
)


def lengths(column: Column, rows: Rows) -> list[Note]:
    """Tell that codes of digits differ in length, where zeros at the front may be lost."""
    one = column.field
    if not one or one.kind != "text":
        return []
    some = column.values[:: max(1, len(column.values) // 300)]
    if sum(str(value).isdecimal() for value in some) < 0.5 * sum(v is not None for v in some):
        return []
    texts = list(filter(str.isdecimal, map(str, column.labels)))
    sizes = set(map(len, texts))
    wanted = next((n for word, n in _DIGITS_OF if simple(word) in column.words), 0)
    if sizes == {wanted - 1}:
        said = f"all codes have {wanted - 1} digits and none has {wanted}: a spreadsheet may have "
        said += "cut the zero in front"
        short = [at for at, v in enumerate(column.values) if str(v).isdecimal()]
        return [_cut_zeros(said, short, column, rows)]
    if len(sizes) < 2:
        return []
    zeros = any(text.startswith("0") for text in texts)
    if not (zeros or (_GEOGRAPHY.search(f"{column.heading} {one.name}") and _fips(sizes))):
        return []
    longest = max(sizes)
    short = [
        at for at, v in enumerate(column.values) if str(v).isdecimal() and len(str(v)) < longest
    ]
    said = f"codes differ in length ({_listed(sizes)} digits): a spreadsheet may have cut zeros"
    return [_cut_zeros(said, short, column, rows)]


def as_numbers(column: Column, rows: Rows) -> list[Note]:
    """Tell of codes such as 100.0, which a program has read as numbers: zeros in front are gone."""
    one = column.field
    if not one or not one.code or "." not in column.letters:
        return []
    labels = [str(value) for value in column.labels if value is not None]
    if not labels or not all(re.fullmatch(r"\d+\.0", label) for label in labels):
        return []
    said = "a program read these codes as numbers (.0): zeros in front may be cut"
    places = [at for at, value in enumerate(column.values) if value is not None]
    return [_cut_zeros(said, places, column, rows)]


def _cut_zeros(said: str, places: Sequence[int], column: Column, rows: Rows) -> Note:
    example = f', such as "{column.values[places[0]]}"'
    return Note(said, rows(places), column.name, example, look=True)


def _fips(sizes: set[int]) -> bool:
    return bool(sizes & {1, 4, 10}) and bool(sizes & {2, 5, 11})


def _listed(sizes: set[int]) -> str:
    return " and ".join(map(str, sorted(sizes)))


_BETWEEN = re.compile(r"\s*(?:[;,/&+|\n]|\band\b|\bplus\b|\bthen\b)\s*", re.IGNORECASE)
_A_CODE = re.compile(r"[A-Za-z]{0,4}-?\d{2,}[A-Za-z]?")
_PART = re.compile(r"\(?\b\d{1,3}(?:\.\d+)? ?%\)?")


def two_in_one(column: Column, rows: Rows) -> list[Problem]:
    """Refuse a cell that names two funds: nobody knows how much is of which."""
    if not column.field or column.field.name not in ("fund", "fund_label"):
        return []
    labels = {str(value) for value in column.labels if value is not None}
    hits = {label for label in labels if _names_two(label, labels)}
    if "\n" in column.letters:
        broken = [text for text in column.texts if "\n" in text.strip()]
        hits |= {" ".join(text.split()) for text in broken if _names_two(text, labels)}
    if not hits:
        return []
    places = [at for at, value in enumerate(column.values) if value in hits]
    fix = "Give each fund a row of its own, with its own id and its part of the money."
    found = f'"{column.values[places[0]]}" (two funds in one cell)'
    return [Problem(rows(places), column.name, found, "one fund", fix)]


def _names_two(label: str, labels: set[str]) -> bool:
    """Whether a cell names two funds: by two percentages, two codes, or two labels of others."""
    if len(label) < 3:
        return False
    bare = _PART.sub(" ", label)
    if bare != label and len(_PART.findall(label)) > 1:
        return True
    parts = [" ".join(part.split()) for part in _BETWEEN.split(bare) if part.strip()]
    if len(parts) > 1 and (all(map(_A_CODE.fullmatch, parts)) or labels.issuperset(parts)):
        return True
    words = re.split(r"\s+|(?<=\d)[-–—](?=[A-Za-z\d])", bare.strip())
    if len(words) < 2 or not all(map(_A_CODE.fullmatch, words)):
        return False
    # F100-F200 is two where each stands alone elsewhere; 101-2040 may be one code.
    spaced = len(re.split(r"\s+", bare.strip())) == len(words)
    return labels.issuperset(words) or (spaced and not any(map(_YEAR.fullmatch, words)))


_YEAR = re.compile(r"(?:F?FY)?(?:19|20)\d\d", re.IGNORECASE)


def fiscal_years_apart(column: Column, answers: Answers, rows: Rows) -> list[Question]:
    """Ask which years are meant when federal fiscal years stand beside any others."""
    if not column.field or column.field.kind != "fiscal year":
        return []
    texts = column.said
    federal = set(filter(is_federal, texts))
    others = set(texts) - federal
    if not federal or not others:
        return []
    places = [at for at, text in enumerate(column.shown) if text in federal]
    question = choose(
        "fiscal years",
        f'The file holds federal fiscal years ("{min(federal)}", from October) and others '
        f'("{min(others)}"). They do not begin on the same day and must not be added up. Which '
        "rows are meant?",
        [("state", "The rows that do not say federal"), ("federal", "The rows that say federal")],
        rows=rows(places),
        column=column.name,
    )
    return [] if answers.chosen(question) else [question]


def federal_years(column: Column, answers: Answers) -> list[Note]:
    """Tell that the fiscal years that were read are federal ones."""
    if not column.field or column.field.kind != "fiscal year":
        return []
    texts = column.said
    federal = list(filter(is_federal, texts))
    if not federal or (len(federal) < len(texts) and answers.of("fiscal years") != "federal"):
        return []
    said = "these are federal fiscal years, from October 1: never add them to other years"
    return [Note(said, (), column.name, look=True)]
