"""Keep personal data out: what is certain is refused, what is likely is asked about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from groundwork.subject import names
from groundwork.subject.own_data import personal
from groundwork.subject.own_data.column import Column
from groundwork.subject.own_data.contract import Contract
from groundwork.subject.own_data.lines import Lines
from groundwork.subject.own_data.questions import Answers, Question, choose
from groundwork.subject.own_data.report import Problem

# Columns whose every cell names a position, an organization or a holder of a position.
_MAY_NAME = ("title", "partner", "owner", "deputy")
_MOST_LOOKED_AT = 5000
# Places and programs bear people's names (Jeff Davis County, Cesar Chavez Center): there one name
# for sure in so many texts is a reason to ask.
_BEAR_NAMES = {"district": 12, "group": 12, "measure": 12, "fund_label": 12, "denominator_is": 12,
               "program": 25, "unit": 12, "object": 25, "purpose": 200}  # fmt: skip
_OTHERS_BEAR = 100
_FEW_PREFIXES = 8
NO_PERSONAL_DATA = "no personal data"
"""What a problem expects that refuses a column for the people in it."""


@dataclass
class Private:
    """What was refused and asked; ``refused`` are the places of columns that are not read."""

    refused: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def refuse(found: Lines, contract: Contract, answers: Answers) -> Private:
    """Look through every column, also those that are not needed."""
    out = Private()
    for column in found.columns:
        problem = _certain(column, found.data)
        if problem:
            out.refused.add(column.at)
            out.problems.append(problem)
            continue
        name = column.field.name if column.field else ""
        if not column.field:
            _aside(column, found.data, answers, out)
            continue
        if column.field.kind == "text":
            _look_for_names(column, name, found.data, answers, out)
            _last_four(column, found.data, answers, out)
        if column.field.code:
            _nine_digits(column, found.data, answers, out)
    return out


def _rows(places: Sequence[int], data: Sequence[int]) -> tuple[int, ...]:
    return tuple(data[at] + 1 for at in places)


def _certain(column: Column, data: Sequence[int]) -> Problem | None:
    """Refuse a column of personal data, without a word of what stands in it."""
    one = column.field
    what, places = "" if one else personal.by_heading(column.heading), []
    if column.words == "name" and not (one and one.name == "name"):
        texts = column.texts[:_MOST_LOOKED_AT]  # names of people, or of places, lines, programs
        likely = sum(map(names.names_somebody, texts))
        what = personal.NAMES if likely and 2 * likely >= len(texts) else ""
    if not what:
        hits = {}
        if personal.may_hold(column.forms, column.letters):
            hits = personal.among(column.texts, bool(one and one.code))
        if hits:
            what = " and ".join(sorted(set(hits.values())))
            places = [at for at, text in enumerate(column.written) if text in hits]
    if not what:
        return None
    where = column.name
    if personal.by_value(column.heading):
        where = f"{column.letter} (its name is not shown)"
    return Problem(
        _rows(places, data), where, f"{what} (not shown)", NO_PERSONAL_DATA, _fix(bool(one))
    )


def _fix(needed: bool) -> str:
    if needed:
        return f"Take them out in a copy of the file, and check the copy. {personal.REASON}"
    return f"Delete the column in a copy of the file, and check the copy. {personal.REASON}"


def _look_for_names(
    column: Column, name: str, data: Sequence[int], answers: Answers, out: Private
) -> None:
    """Refuse a column in which most texts name people for sure; ask about others that may."""
    texts = column.texts[:_MOST_LOOKED_AT]
    names_itself = name in _MAY_NAME or bool(column.field and column.field.positions)
    if not names_itself and not _has_words(column):
        return
    likely = {text for text in texts if names.names_somebody(text)}
    if name in ("title", "owner", "deputy"):
        alone = {text for text in texts if names.is_one_name(text)}
        likely |= alone if 2 * len(alone) > len(texts) else set()
    if not likely:
        return
    # Organizations bear people's names; titles of positions do not.
    sure = likely
    if not names_itself or name == "partner" or len(likely) == 1:
        sure = {text for text in likely if names.surely_names_somebody(text)}
    elif len(sure) > 1:
        sure = {
            each for each in likely if not (names.only_a_surname(each) or names.is_one_name(each))
        }
    many = 10 * len(likely) >= len(texts)
    if not (names_itself or many or len(sure) * _BEAR_NAMES.get(name, _OTHERS_BEAR) >= len(texts)):
        return
    places = [at for at, text in enumerate(column.written) if text in likely]
    if names_itself and 2 * len(sure) >= len(texts) and (len(sure) > 1 or len(texts) == 1):
        out.refused.add(column.at)
        out.problems.append(
            Problem(
                _rows(places, data),
                column.name,
                f"{personal.NAMES} (not shown)",
                NO_PERSONAL_DATA,
                _fix(True),
            )
        )
        return
    what = _WHAT.get(name, "positions or work" if names_itself else "work, places or codes")
    _ask_whether_people(
        f"names in {name}",
        f"Column {column.name} may name people in {len(likely):,} of {len(texts):,} different "
        f"texts (not shown here). Are they {what}, and no people? If they are people, take the "
        "names out in a copy of the file, and check the copy.",
        f"They are {what}: no people are named",
        _rows(places, data),
        column,
        answers,
        out,
    )


def _aside(column: Column, data: Sequence[int], answers: Answers, out: Private) -> None:
    """Ask about a column that is left aside and names people in most rows: Supervisor, Reports to.

    It stays in the file, which is kept and may be sent on.
    """
    texts = column.texts[:_ASIDE_LOOKED_AT]
    if set(column.words.split()) & _OF_PLACES:  # St. Louis, Cesar Chavez School
        return
    if not _has_words(column) or 2 * len(texts) < len(column.said[:_ASIDE_LOOKED_AT]):
        return
    sure = {text for text in texts if names.surely_names_somebody(text)}
    if len(sure) < _FEWEST_ASIDE or 2 * len(sure) < len(texts):
        return
    _ask_whether_people(
        f"names in {column.heading}",
        f"Column {column.name} is not needed, and may name people in {len(sure):,} of "
        f"{len(texts):,} different texts (not shown here). Are they something else, and no people? "
        "If they are people, delete the column in a copy of the file, and check the copy.",
        "They are something else: no people are named",
        _rows([at for at, text in enumerate(column.written) if text in sure], data),
        column,
        answers,
        out,
    )


_ASIDE_LOOKED_AT, _FEWEST_ASIDE = 300, 2
_OF_PLACES = {"city", "county", "town", "place", "state", "region", "area", "district", "geography",
              "location", "site", "school", "facility", "hospital", "clinic", "neighborhood",
              "building", "park", "jurisdiction", "parish", "borough"}  # fmt: skip


_WHAT = {"partner": "organizations", "district": "places", "program": "programs or units",
         "unit": "units", "fund_label": "funds", "group": "groups"}  # fmt: skip


def _has_words(column: Column) -> bool:
    """Whether a text of the column has two words, or letters that are no code."""
    return not column.letters.isdisjoint(_LETTERS) or not all(map(str.isascii, column.letters))


_LETTERS = frozenset("aeiouyAEIOUY")


def _last_four(column: Column, data: Sequence[int], answers: Answers, out: Private) -> None:
    """Ask about masked Social Security numbers: the last four digits still point at a person."""
    if not column.letters & _DIGITS or not _FOUR_OR_NINE.search(column.forms):
        return
    hits = {text for text in column.texts if personal.last_four(text)}
    if column.field and column.field.name in ("title", "owner", "deputy"):
        hits |= {text for text in column.texts if personal.nine_digits_inside(text)}
    if not hits or not column.field:
        return
    places = [at for at, text in enumerate(column.written) if text in hits]
    _ask_whether_people(
        f"last digits in {column.field.name}",
        f"Column {column.name} holds what looks like Social Security numbers or their last four "
        "digits (not shown here). Are they something else? If not, take them out in a copy of the "
        "file, and check the copy.",
        "They are something else, and lead to nobody",
        _rows(places, data),
        column,
        answers,
        out,
    )


_DIGITS = frozenset("0123456789")
# The forms that masked numbers and numbers in a text have; other digits than ours are looked at.
_FOUR_OR_NINE = re.compile(
    r"[aA*#•]{2}[^0\n]{0,12}(?:00[^0\n])?0000(?!0)|[^0\n]000000000(?!0)|^000000000[^0\n]|[^\x00-\x7f]",
    re.MULTILINE,
)


_EIGHT_OR_NINE = re.compile(r"^0{8,9}$", re.MULTILINE)


def _nine_digits(column: Column, data: Sequence[int], answers: Answers, out: Private) -> None:
    """Ask about ids of nine digits that could all be Social Security numbers."""
    if column.only_text and not _EIGHT_OR_NINE.search(column.forms) and column.forms.isascii():
        return
    texts = column.said
    hits = {text for text in texts if personal.could_be_social(text)}
    digits = [text for text in texts if text.isdecimal()]
    short = {text for text in digits if len(text) == 8 and personal.could_be_social(f"0{text}")}
    # A spreadsheet cuts the zero off a number that begins with one. Numbers that were given one
    # after the other begin alike, Social Security numbers do not.
    if short and 2 * len({text[:3] for text in short}) > len(short) > 1 - bool(hits):
        hits |= short if 2 * len(hits | short) >= len(texts) else set()
    # Nine digits among ids of another form stand out; among numbers of every length they do not.
    if not hits or not column.field or (5 * len(hits) < len(texts) == len(digits)):
        return
    places = [at for at, text in enumerate(column.shown) if text in hits]
    _ask_whether_people(
        f"nine digits in {column.field.name}",
        f"Column {column.name} holds numbers of nine digits, or of eight where a zero was cut "
        "off (not shown here), as Social Security numbers have. Are they numbers of another kind? "
        "If not, take the column out in a copy of the file, and check the copy.",
        "They are ids of lines, positions or payments, and lead to nobody",
        _rows(places, data),
        column,
        answers,
        out,
    )


def _ask_whether_people(
    name: str,
    asked: str,
    no: str,
    rows: tuple[int, ...],
    column: Column,
    answers: Answers,
    out: Private,
) -> None:
    """Ask whether texts point at people, unless it was answered; `no` says what they are else."""
    question = choose(name, asked, [("no people", no)], rows=rows, column=column.name)
    if not answers.chosen(question):
        out.questions.append(question)
