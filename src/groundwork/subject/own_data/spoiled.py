"""Ids and labels that a spreadsheet has turned into days, or cut."""

import re
from collections.abc import Callable, Sequence

from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.questions import Answers, Question, choose

Rows = Callable[[Sequence[int]], tuple[int, ...]]

_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?"
_DATE_LIKE = re.compile(
    rf"\d{{1,2}}-{_MONTH}(?:-\d\d(?:\d\d)?)?|{_MONTH}-\d\d(?:\d\d)?"
    rf"|(?:\d{{1,2}}/\d{{1,2}}(?:/\d\d(?:\d\d)?)?|\d{{4}}-\d\d-\d\d)(?:[ T]{_TIME})?",
    re.IGNORECASE,
)
_TIME_LIKE = re.compile(_TIME, re.IGNORECASE)
# The forms that such texts have: 0 is a digit, a and A a letter.
_DATE_FORM = re.compile(
    r"^(?:0{1,2}-[Aa]{3,9}(?:-00(?:00)?)?|[Aa]{3,9}-00(?:00)?"
    r"|0{1,2}/0{1,2}(?:/00(?:00)?)?(?:[ T].*)?|0000-00-00.*|0{1,2}:00.*)$",
    re.MULTILINE,
)
_CUT = re.compile(r"\d{15}0+")
_CUT_FORM = re.compile(r"^0{16,}$", re.MULTILINE)
_RANGE_FORM = re.compile(r"0 ?[-–] ?0|0\+|0 aa 0")
_SERIAL = re.compile(r"[34]\d{4}")
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
