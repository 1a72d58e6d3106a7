"""Codes and labels of one column, held against each other.

A spreadsheet turns codes into numbers and dates and drops their zeros, and people spell one fund in
several ways. Seen alone each cell is fine; beside the others it is not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from groundwork.subject.own_data.cells import text_of
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.dates import is_federal
from groundwork.subject.own_data.headings import simple
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note, Problem

Rows = Callable[[Sequence[int]], tuple[int, ...]]

_MOST_LABELS = 3000
_MOST_COMPARED = 400
_FAMILIES = 4
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?"
_DATE_LIKE = re.compile(
    rf"\d{{1,2}}-{_MONTH}(?:-\d\d(?:\d\d)?)?|{_MONTH}-\d\d(?:\d\d)?"
    rf"|(?:\d{{1,2}}/\d{{1,2}}(?:/\d\d(?:\d\d)?)?|\d{{4}}-\d\d-\d\d)(?:[ T]{_TIME})?",
    re.IGNORECASE,
)
_TIME_LIKE = re.compile(_TIME, re.IGNORECASE)
# The forms that such texts have: 0 is a digit, a and A a letter.
_DATE_FORM = re.compile(
    r"^(?:0{1,2}-[Aa]{3,4}(?:-00(?:00)?)?|[Aa]{3,4}-00(?:00)?"
    r"|0{1,2}/0{1,2}(?:/00(?:00)?)?(?:[ T].*)?|0000-00-00.*|0{1,2}:00.*)$",
    re.MULTILINE,
)
_CUT = re.compile(r"\d{15}0+")
_CUT_FORM = re.compile(r"^0{16,}$", re.MULTILINE)
_RANGE_FORM = re.compile(r"0 ?[-–] ?0|0\+|0 aa 0")
_SERIAL = re.compile(r"[34]\d{4}")
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
# In these a day may be meant, or any words at all.
_MAY_BE_DATES = {"quarter", "purpose", "source_document", "equity_evidence", "measure", "unit_of"}


def spoiled_ids(column: Column, answers: Answers, rows: Rows) -> list[Question]:
    """Ask about ids and labels that a spreadsheet has turned into days or cut.

    Excel makes 1-Mar of 3-1 and MAR1, 4-Jan of the ages 1-4, and keeps 15 digits of a number.
    """
    one = column.field
    if not one or one.kind != "text" or one.positions or one.name in _MAY_BE_DATES:
        return []
    out = []
    days = _turned_to_days(column, one.code)
    if days:
        example = "ages or ranges such as 1-4" if not one.code else "a code"
        text = (
            f"this looks like a date that a spreadsheet made of {example}. If so, format the "
            "column as Text in the program that made the file, and export it anew."
        )
        true = "It is the true code" if one.code else "These are the true words"
        keep = [("keep", f"{true}: keep it as written")]
        out.append(_ask_about(column, f"dates in {one.name}", days, text, keep, rows))
    cut = _cut_short(column) if one.code else set()
    if cut:
        text = (
            "a spreadsheet keeps 15 digits of a number and writes zeros for the others, so that "
            "two ids may have become one. If so, format the column as Text in the program that "
            "made the file, and export it anew."
        )
        keep = [("keep", "The zeros are true: keep them as written")]
        out.append(_ask_about(column, f"cut digits in {one.name}", cut, text, keep, rows))
    return [question for question in out if not answers.chosen(question)]


def _ask_about(
    column: Column,
    name: str,
    hits: set[str],
    text: str,
    choices: list[tuple[str, str]],
    rows: Rows,
) -> Question:
    places = [at for at, value in enumerate(column.values) if str(value) in hits]
    shown = ", ".join(f'"{hit}"' for hit in sorted(hits)[:3])
    said = f"Column {column.name} holds {shown}: {text}"
    return choose(name, said, choices, rows=rows(places), column=column.name)


def _turned_to_days(column: Column, code: bool) -> set[str]:
    dated = not column.letters.isdisjoint("-/:") and _DATE_FORM.search(column.forms)
    ranged = not code and _RANGE_FORM.search(column.forms)
    if not dated and not ranged:
        return set()
    labels = [str(value) for value in column.labels if value is not None]
    hits: set[str] = set()
    if dated:
        hits = {label for label in labels if _DATE_LIKE.fullmatch(label)}
        if code:
            hits |= {label for label in labels if _TIME_LIKE.fullmatch(label)}
    if ranged:  # a day as Excel counts it, among ranges
        hits |= {label for label in labels if _SERIAL.fullmatch(label)}
    return hits


def _cut_short(column: Column) -> set[str]:
    """Ids of more than 15 digits, where none of them has another digit than 0 behind these."""
    if not _CUT_FORM.search(column.forms) and column.only_text:
        return set()
    long = {str(v) for v in column.labels if v is not None and re.fullmatch(r"\d{16,}", str(v))}
    cut = {text for text in long if _CUT.fullmatch(text)}
    return cut if cut == long else set()


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
    wanted = next((n for word, n in _DIGITS_OF if simple(word) in simple(column.heading)), 0)
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


def _cut_zeros(said: str, places: Sequence[int], column: Column, rows: Rows) -> Note:
    example = f', such as "{column.values[places[0]]}"'
    return Note(said, rows(places), column.name, example, look=True)


def _fips(sizes: set[int]) -> bool:
    return bool(sizes & {1, 4, 10}) and bool(sizes & {2, 5, 11})


def _listed(sizes: set[int]) -> str:
    return " and ".join(map(str, sorted(sizes)))


def look_alike(column: Column, rows: Rows) -> list[Note]:
    """Tell which labels of a column look alike, so that one is not counted as two."""
    one = column.field
    if not one or one.kind != "text" or one.numbered or one.name in ("purpose", "role_in_equity"):
        return []
    labels = [str(v) for v in column.labels if v is not None]
    if len(labels) > _MOST_LABELS or len(labels) > 0.9 * len(column.values) > 20:
        return []
    families = _same_but_for_marks(labels, one.code)
    if not one.code:
        families += _one_letter_apart(labels[:_MOST_COMPARED])
    if not families:
        return []
    counts = Counter(column.values)
    common = {max(family, key=lambda label: counts[label]) for family in families}
    rare = {label for family in families for label in family} - common
    places = [at for at, value in enumerate(column.values) if value in rare]
    said = "; ".join(" and ".join(map(_quoted, family)) for family in families[:_FAMILIES])
    more = f"; and {len(families) - _FAMILIES:,} more" if len(families) > _FAMILIES else ""
    told = f"labels look alike and were kept apart: {said}{more}"
    return [Note(told, rows(places), column.name, look=True)]


def _quoted(label: str) -> str:
    return f'"{label}"'


def _same_but_for_marks(labels: Sequence[str], code: bool) -> list[list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for label in labels:
        found[_core(label, code)].append(label)
    return [family for core, family in found.items() if core and len(family) > 1]


def _core(label: str, code: bool) -> str:
    """What counts in a label: letters and digits; of a code only its digits, without zeros."""
    text = label.casefold()
    if code:
        text = re.sub(r"\.0+$", "", text)
        digits = re.fullmatch(r"[a-z]{0,3}[ .\-]?0*(\d+)", text)
        if digits:
            return digits[1]
    text = text.replace("&", "and").replace("@", "at")
    return re.sub(r"[\W_]", "", text)


def _one_letter_apart(labels: Sequence[str]) -> list[list[str]]:
    """Labels of six letters or more that differ in one letter of one long word."""
    found: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        plain = " ".join(label.casefold().split())
        if len(plain) < 6:
            continue
        for at, letter in enumerate(plain):
            if letter.isalpha():
                found[plain[:at] + plain[at + 1 :]].add(label)
                found[f"{plain[:at]}?{plain[at + 1 :]}"].add(label)
        found[plain].add(label)
    families, seen = [], set()
    for family in found.values():
        pair = tuple(sorted(family))
        if len(pair) == 2 and pair not in seen and _in_a_long_word(*pair):
            seen.add(pair)
            families.append(list(pair))
    return families


def _in_a_long_word(one: str, other: str) -> bool:
    first, second = one.casefold().split(), other.casefold().split()
    apart = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    if len(first) != len(second) or len(apart) != 1:
        return False
    a, b = apart[0]
    if any(map(str.isdecimal, a + b)) or min(len(a), len(b)) < 5:
        return False
    return a + "s" != b and b + "s" != a and a[0] == b[0]


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
    texts = [text_of(cell) for cell in column.different if cell not in column.blanks]
    federal = set(filter(is_federal, texts))
    others = set(texts) - federal
    if not federal or not others:
        return []
    places = [at for at, cell in enumerate(column.cells) if text_of(cell) in federal]
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
    texts = [text_of(cell) for cell in column.different if cell not in column.blanks]
    federal = list(filter(is_federal, texts))
    if not federal or (len(federal) < len(texts) and answers.of("fiscal years") != "federal"):
        return []
    said = "these are federal fiscal years, from October 1: never add them to other years"
    return [Note(said, (), column.name, look=True)]
