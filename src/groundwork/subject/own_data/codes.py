"""Codes and labels of one column, held against each other.

A spreadsheet turns codes into numbers and dates and drops their zeros, and people spell one fund in
several ways. Seen alone each cell is fine; beside the others it is not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Note, Problem

Rows = Callable[[Sequence[int]], tuple[int, ...]]

_MOST_LABELS = 3000
_MOST_COMPARED = 400
_FAMILIES = 4
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
_DATE_LIKE = re.compile(rf"\d{{1,2}}-{_MONTH}(?:-\d\d(?:\d\d)?)?|{_MONTH}-\d\d", re.I)
_DATE_FORM = re.compile(
    r"^0{1,2}-[Aa]{3,4}(?:-00(?:00)?)?$|^[Aa]{3,4}-00$", re.MULTILINE
)  # the forms that such texts have
_GEOGRAPHY = re.compile(r"fips|zip|tract|geo|county|district|state|code", re.I)


def dates_among_ids(column: Column, answers: Answers, rows: Rows) -> list[Question]:
    """Ask about ids such as 1-Mar, which Excel makes of 3-1 and MAR1."""
    if not column.field or not column.field.code:
        return []
    if "-" not in column.letters or not _DATE_FORM.search(column.forms):
        return []
    hits = {text for text in column.texts if _DATE_LIKE.fullmatch(text)}
    places = [at for at, cell in enumerate(column.cells) if cell in hits]
    shown = ", ".join(f'"{text}"' for text in sorted(hits)[:3])
    question = choose(
        f"dates in {column.field.name}",
        f"Column {column.name} holds {shown}: this looks like a date that a spreadsheet made of a "
        "code. If so, format the column as Text in the program that made the file, and export it "
        "anew.",
        [("keep", "It is the true code: keep it as written")],
        rows=rows(places),
        column=column.name,
    )
    return [] if answers.chosen(question) else [question]


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
    return [
        Note(said, rows(short), column.name, f', such as "{column.values[short[0]]}"', look=True)
    ]


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


def two_in_one(column: Column, rows: Rows) -> list[Problem]:
    """Refuse a cell that names two funds: nobody knows how much is of which."""
    if not column.field or column.field.name != "fund":
        return []
    labels = {str(value) for value in column.labels if value is not None}
    hits = []
    for label in labels:
        parts = [part.strip() for part in re.split(r"\s*(?:[;,/&+|]|\band\b)\s*", label)]
        if len(parts) > 1 and all(parts):
            codes = all(re.fullmatch(r"[A-Za-z]{0,3}-?\d{2,}", part) for part in parts)
            if codes or all(part in labels for part in parts):
                hits.append(label)
    if not hits:
        return []
    places = [at for at, value in enumerate(column.values) if value in hits]
    fix = "Give each fund a row of its own, with its own id and its part of the money."
    found = f'"{hits[0]}" (two funds in one cell)'
    return [Problem(rows(places), column.name, found, "one fund", fix)]


def fiscal_years_apart(column: Column, answers: Answers, rows: Rows) -> list[Question]:
    """Ask which years are meant when state and federal fiscal years stand in one column."""
    if not column.field or column.field.kind != "fiscal year":
        return []
    federal = {text for text in column.texts if text.upper().startswith("FFY")}
    others = {text for text in column.texts if re.match(r"S?FY", text, re.I)} - federal
    if not federal or not others:
        return []
    places = [at for at, cell in enumerate(column.cells) if cell in federal]
    question = choose(
        "fiscal years",
        "The file holds federal fiscal years (FFY, from October) and others "
        f"({sorted(others)[0]}). They do not begin on the same day and must not be added up. Which "
        "rows are meant?",
        [("state", "The rows that do not say FFY"), ("federal", "The rows that say FFY")],
        rows=rows(places),
        column=column.name,
    )
    return [] if answers.chosen(question) else [question]
