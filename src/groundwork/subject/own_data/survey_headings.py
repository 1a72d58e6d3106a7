"""Headings of a survey in several rows, as programs for surveys write them.

Qualtrics writes a short name, the question and an id for its own import; SurveyMonkey a question
and, below it, each of its parts, or that the answer is a response.
"""

import re
from collections.abc import Collection

from groundwork.subject.own_data.grid import Page, Row
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


def in_several_rows(page: Page, known: Collection[str]) -> tuple[int, list[str], int] | None:
    """Give the first row of headings, the headings joined, and the last row; None in other files.

    ``known`` are headings that mean a field: such a short name stays.
    """
    for at in range(min(_ROWS, len(page) - 1)):
        first, second = page[at], page[at + 1]
        third = page[at + 2] if at + 2 < len(page) else Row(())
        if any('"ImportId"' in text for text in third.texts):
            return at, _of_short_names(first, second, known), at + 2
        if any(map(_is_short_name, first.texts, second.texts)):
            return at, _of_short_names(first, second, known), at + 1
        if any(map(_RESPONSE.fullmatch, second.texts)) and first.holds - second.holds:
            return at, _of_parts(first, second), at + 1
    return None


def _is_short_name(short: str, question: str) -> bool:
    return bool(_SHORT.fullmatch(short)) and len(question) > _LONG and " " in question


def _of_short_names(first: Row, second: Row, known: Collection[str]) -> list[str]:
    questions = [" ".join(text.split()) for text in second.texts]
    named = []
    for short, question in zip(first.texts, questions, strict=False):
        if not question or simple(short) in known:
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
