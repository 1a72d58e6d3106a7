"""Headings of a survey in several rows, as programs for surveys write them.

Qualtrics writes a short name, the question and an id for its own import; SurveyMonkey a question
and, below it, each of its parts, or that the answer is a response.
"""

import re
from collections.abc import Collection

from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.grid import Page, Row
from groundwork.subject.own_data.heads import Headings
from groundwork.subject.own_data.report import Note
from groundwork.subject.own_data.wording import simple

ABOUT_ANSWERS = frozenset(
    map(
        simple,
        (
            *("start date", "end date", "status", "response type", "ip address", "progress"),
            *("duration", "duration (in seconds)", "finished", "recorded date", "response id"),
            *("distribution channel", "user language", "external reference", "external data"),
            *("location latitude", "location longitude", "recipient email", "collector id"),
            *("date created", "date modified", "custom data 1", "Q_RecaptchaScore"),
        ),
    )
)
"""Headings of columns that such a program writes about the answers: no questions."""
_ROWS = 10
_RESPONSE = re.compile(r"(?:open-ended )?response", re.IGNORECASE)
_SHORT = re.compile(r"Q(?:ID)?\d+(?:[._]\w+)*", re.IGNORECASE)
_LONG = 20  # letters: of a question, and not of an answer


def of_survey(page: Page, contract: Contract) -> Headings | None:
    """Read headings in several rows together; None in other files."""
    if not contract.question:
        return None
    for at in range(min(_ROWS, len(page) - 1)):
        first, second = page[at], page[at + 1]
        third = page[at + 2] if at + 2 < len(page) else Row(())
        if any('"ImportId"' in text for text in third.texts):
            return _together(page, at, at + 2, _of_short_names(first, second, contract.headings))
        if any(map(_is_short_name, first.texts, second.texts)):
            return _together(page, at, at + 1, _of_short_names(first, second, contract.headings))
        if any(map(_RESPONSE.fullmatch, second.texts)) and first.holds - second.holds:
            return _together(page, at, at + 1, _of_parts(first, second))
    return None


def _together(page: Page, first: int, last: int, names: list[str]) -> Headings:
    said = "two rows" if last - first == 1 else "three rows"
    rows = tuple(range(first + 1, last + 2))
    note = Note(f"the headings of {said} were read together", rows)
    return Headings(last, names, page, first, notes=[note])


def _is_short_name(short: str, question: str) -> bool:
    return bool(_SHORT.fullmatch(short)) and len(question) > _LONG and " " in question


def _of_short_names(first: Row, second: Row, known: Collection[str]) -> list[str]:
    """Give the questions; a short name that means a field, by what is known, stays."""
    questions = [" ".join(text.split()) for text in second.texts]
    named = []
    for short, plain, question in zip(first.texts, first.plain, questions, strict=False):
        if not question or plain in known:
            named.append(short)
        else:
            named.append(question if questions.count(question) == 1 else f"{short} {question}")
    return [*named, *first.texts[len(named) :]]


def _of_parts(first: Row, second: Row) -> list[str]:
    named, over = [], ""
    for at in range(max(len(first), len(second))):
        over = first.texts[at] if at in first.holds else over
        part = second.texts[at] if at in second.holds else ""
        named.append(" ".join((over if not part or _RESPONSE.fullmatch(part) else part).split()))
    return named
